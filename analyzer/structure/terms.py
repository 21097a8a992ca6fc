"""Finds the terms that a contract defines and the places that it refers to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from analyzer.document import Document, Span
from analyzer.language.folding import Folded
from analyzer.structure.values import Definition, Reference, Section, Sentence

# Patterns run on the folded text: every quote is '"' or "'", every letter small and without accent.
_VERB = (
    r"(?:shall |will )?(?:means?|refers? to|ha(?:s|ve) the meaning|is defined as)\b"
    r"|designe(?:nt)?\b|signifie(?:nt)?\b|s'entend(?:ent)?\b|on entend\b"
)
_MEANS = rf"{_VERB}|:"
_EMPHASISED = re.compile(rf"(?<!\w)(?P<mark>[*_]{{1,3}})(?P<term>[^*_\n.;:]{{2,60}})(?P=mark)\s{{1,2}}(?:{_VERB})")
_QUOTED = re.compile(
    r'"\s?(?P<term>[^"\n.;:]{1,60}?)\s?"[*_]{0,3}'
    rf'(?:(?P<after>\s{{0,2}}\)|,\s)|\s{{0,2}}(?:\([^()"]{{0,60}}\)\s?)?(?:{_MEANS}))'
)
_HEREAFTER = re.compile(
    r"\bci-apres,?\s(?:(?:denommee?s?|designee?s?|appelee?s?|nommee?s?|dite?s?)\s)?(?:par\s)?"
    r"(?:\"?\s?(?:l'|le |la |les )?)(?P<term>[\w'-]{2,30}(?:\s[\w'-]{2,30}){0,3}?)"
    r"\s?(?=[\"*_),.;:\n]|\set\b|\sd'autre|$)"
)
_DIGITS = r"\d{1,3}(?:(?:\.\d{1,3}){1,4}|-\d{1,2}(?![\d.]))?(?:\.?\s?\([a-z]{1,3}\)){0,2}"
_BETWEEN = r"(?:\s?,\s|,?\s(?:et|and|ou|or|a|to)\s|-)"
_PLACE = re.compile(
    r"\b(?:(?P<annex>annexes?|exhibits?|schedules?|appendix|appendices|attachments?)\s(?:n[°o]\s?)?\"?"
    r"(?P<name>[a-z](?:-\d{1,2})?|\d{1,2}|[ivx]{1,5})\b"
    rf"|(?:articles?|art\.|sections?|clauses?|paragraphs?|§)\s?(?P<number>{_DIGITS}(?:{_BETWEEN}{_DIGITS}){{0,8}}))"
)
_THREE_DIGITS = re.compile(r"\d{3}")
_LAW_AFTER = re.compile(
    r"[\w\s.,()-]{0,30}?\b(?:du code|du rgpd|du reglement|de la loi|du decret|du traite|de la directive|de l'ordonnance"
    r"|du ccag|c\. ?civ|rgpd|gdpr|c\.f\.r|ccap\b|du ccap|of the code|of the gdpr|of title|u\.s\.c|of regulation|of the [\w\s]{2,40}\bact\b)"
)


def definitions(document: Document, folded: Folded, sentences: Sequence[Sentence]) -> tuple[Definition, ...]:
    """The defined terms, in order, each with the sentence that defines it."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, Definition] = {}
    for span in _mentions(document, folded):
        place = bisect_right(starts, span.start) - 1
        if place >= 0 and span.end <= sentences[place].end:
            term = document.slice(span).strip(" *_\u00a0\u202f")
            found.setdefault(span.start, Definition(term, span, sentences[place].span))
    return tuple(found[start] for start in sorted(found))


def _mentions(document: Document, folded: Folded) -> Iterator[Span]:
    for match in _QUOTED.finditer(folded.text):
        if match["after"] is None or _in_brackets(folded.text, match.start()):
            span = folded.original(*match.span("term"))
            if document.text[span.start : span.end][:1].isupper() or match["after"] is None:
                yield span
    for match in _EMPHASISED.finditer(folded.text):
        span = folded.original(*match.span("term"))
        if document.text[span.start : span.end][:1].isupper():
            yield span
    for match in _HEREAFTER.finditer(folded.text):
        span = folded.original(*match.span("term"))
        if document.text[span.start : span.end][:1].isupper():
            yield span


def _in_brackets(text: str, quote: int) -> bool:
    """Whether a quoted term stands in brackets, as in (the "Provider")."""
    opening = text.rfind("(", max(0, quote - 60), quote)
    return opening >= 0 and ")" not in text[opening:quote]


def references(document: Document, folded: Folded, sections: Sequence[Section]) -> tuple[Reference, ...]:
    """The pointers to other parts of the contract; those to laws and codes and the headings themselves are left out."""
    headings = {section.heading.start for section in sections}
    found: list[Reference] = []
    for match in _PLACE.finditer(folded.text):
        whole = folded.original(*match.span())
        if whole.start in headings or _LAW_AFTER.match(folded.text, match.end(), match.end() + 80):
            continue
        if match["annex"]:
            found.append(Reference(document.slice(folded.original(*match.span("name"))), whole, annex=True))
            continue
        begin = match.start("number")
        for label in re.finditer(_DIGITS, match["number"]):
            if not _THREE_DIGITS.match(label[0]):  # a contract has no article 1218
                span = folded.original(begin + label.start(), begin + label.end())
                found.append(Reference(document.slice(span), span))
    return tuple(found)
