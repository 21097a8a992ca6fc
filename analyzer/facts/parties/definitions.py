"""Where a contract says which words stand for a party: « la société X, ci-après "le Prestataire" », `Acme Inc. (the "Provider")`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.document import Document, Span
from analyzer.facts.parties.names import name_before, short_for
from analyzer.facts.reading import Reading
from analyzer.language.folding import fold_word
from analyzer.language.roles import COMMON

HEAD = 40_000  # characters at the beginning in which a contract defines its parties
# « vous (le "Client") » names nobody: the name before the pronoun is the other party's.
_DEFINED_FR = re.compile(
    r"\b(?:ci-apres|ci apres|denommee?s?|designee?s?|dite?s?)[ ,:]{1,3}(?:(?:individuellement|collectivement"
    r"|egalement|aussi|denommee?s?|designee?s?|appelee?s?|nommee?s?|dite?s?|par|sous|"
    r"le terme|comme|et|ou) ){0,4}[\"'*_( ]{0,4}|(?<!vous )(?<!nous )\((?:[\"*]{1,3} {0,2}(?=l(?:e |a |es |'))|(?=l(?:e |a |es |')[\"*]))"
)
_DEFINED_EN = re.compile(r"\((?:[a-z ,-]{0,60}?)[\"*']{1,3}")
_HEREIN_EN = re.compile(
    r"(?:hereinafter|hereafter|herein|referred to (?:herein |hereinafter )?as|known as|called|[,;] as(?= the [\"*']))[ ,:]{1,2}(?:(?:the"
    r"|as|called|referred|to) ){0,4}[\"*']{0,3}"
)
_TERM = re.compile(
    r"(?:le |la |l'|les |the |an? )?[\"*']{0,2} ?([a-z0-9][a-z0-9&.+' -]{1,40}?)[ ]?(?:[\"*').,;:]|$|(?:et )?d'autre part|d'une part)"
)
# "Bank of Anse Claire Limited (BAC)", « Vigie Ardente SAS (Vigie) »: the short name in plain brackets.
_BARE = re.compile(
    r"\b(?:sasu?|sarl|eurl|inc\.?|llc|ltd\.?|limited|plc|gmbh|ag|corp\.?|corporation|pty|srl|sprl) \((?=[a-z][a-z0-9&.-]{1,20}\))"
)
_MORE = re.compile(
    r"[\"*' ,]{1,4}(?:(?:or|and|ou|et)[ ,]{1,2})?(?:the |le |la "
    r"|l')?[\"*']{1,2}(?: ?(?:the |le |la |l'))? ?([a-z][a-z0-9&.' -]{0,40}?)[ ,]?[\"*']{1,2}"
)
# The verb « désigne », which without its accents reads like « désignée ».
_VERB_FR = re.compile(r"(?i)(?:désigne|dénomme)(?:nt)?(?![\wé])")
_LONGEST_TERM = 60
_PARAGRAPH = re.compile(r"\n\s*\n")
_NOUN_BEFORE = re.compile(r"\b(?:the |le |la |l')([a-z]+(?: provider)?)[ ,(\"'*]{1,6}$")


@dataclass(frozen=True, slots=True)
class Definition:
    """A party as its definition gives it: the terms that will stand for it and its full name."""

    terms: tuple[str, ...]
    name: str | None
    span: Span
    noun: str | None = None  # the folded noun that it shortens, right before it: the contractor (hereinafter "CT")

    @property
    def is_short(self) -> bool:
        """Whether one of the terms is short for the full name."""
        return any(short_for(term, self.name) for term in self.terms)


def _noun_before(head: str, start: int) -> str | None:
    found = _NOUN_BEFORE.search(head[max(0, start - 40) : start])
    return found[1] if found else None


def _paragraph_end(document: Document, reading: Reading, start: int, end: int) -> int:
    """Where the paragraph of head[start:end] ends: « ci-après KERVEL » is followed by the heading of an article."""
    place = reading.original(start, end).end
    paragraph = _PARAGRAPH.search(document.text, place, place + _LONGEST_TERM)
    return end + (len(fold_word(document.text[place : paragraph.start()])) if paragraph else _LONGEST_TERM)


def read_definitions(document: Document, reading: Reading, language: str) -> Iterator[Definition]:
    """The definitions at the head of the document, in order; those of common words of contracts are left out."""
    head = reading.text[:HEAD]
    patterns = (_DEFINED_FR, _BARE) if language == "fr" else (_DEFINED_EN, _HEREIN_EN, _BARE)
    last = 0
    places = sorted((*match.span(), pattern is _BARE) for pattern in patterns for match in pattern.finditer(head))
    for start, end, bare in places:
        if start < last:
            continue
        term = _TERM.match(head, end, _paragraph_end(document, reading, start, end)) or _TERM.match(head, end)
        if term is None or _VERB_FR.match(document.text, reading.original(start, end).start):
            continue
        terms, reached = [term.group(1).strip()], term.end(1)
        while more := _MORE.match(head, reached):
            terms.append(more.group(1).strip())
            reached = more.end(1)
        last_end, last = last, reached
        if all(COMMON.issuperset(term.split()) for term in terms):
            continue
        before = reading.original(max(last_end, start - 600), end if bare else start)
        name = name_before(document.text, before, terms, language)
        if bare and not short_for(terms[0], name):
            continue
        yield Definition(tuple(terms), name, reading.original(start, reached), _noun_before(head, start))
