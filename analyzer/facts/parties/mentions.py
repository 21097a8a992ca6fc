"""Every place where a party is named, by any of the words that stand for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analyzer.document import Document
from analyzer.facts.anchors import Words
from analyzer.facts.parties.census import somebody_else
from analyzer.facts.parties.sides import Parties
from analyzer.facts.reading import Reading
from analyzer.facts.values import Role, RoleMention
from analyzer.language.roles import LANGUAGES

_PART_OF = re.compile(r" (?:de|des|du|d'|integrante)\b")
_BARE = frozenset({"une partie", "us", "i"})
# A numeral: "Part I", "Article I.", and no word of a sentence after it.
_NUMERAL_BEFORE = re.compile(
    r"\b(?:part|article|section|schedule|annex|appendix|chapter|title|exhibit|phase|tier|level|class|type|volume|figure|table) $"
)
_SAYS = re.compile(r"(?:'[a-z]{1,2})? [a-z]")


def _aliases(parties: Parties, language: str) -> dict[str, tuple[Role, bool]]:
    """Folded alias -> role, and whether it must begin with a capital letter."""
    words = LANGUAGES.get(language, LANGUAGES["en"])
    table: dict[str, tuple[Role, bool]] = {}
    for alias, role in parties.aliases.items():
        table[alias] = role, alias in parties.capital
        if alias not in (*words.we, *words.you, *words.alone) and not alias.endswith("s"):
            table.setdefault(alias + "s", (role, alias in parties.capital))
    table.update(dict.fromkeys(words.both, ("both", False)))
    return table


def read_mentions(document: Document, reading: Reading, parties: Parties, language: str) -> tuple[RoleMention, ...]:
    """In text order, without overlaps, the longest first."""
    return tuple(_mentions(document, reading, _aliases(parties, language), language))


def _mentions(
    document: Document, reading: Reading, table: dict[str, tuple[Role, bool]], language: str
) -> Iterator[RoleMention]:
    text, original = reading.text, document.text
    strangers = LANGUAGES.get(language, LANGUAGES["en"]).not_after
    finder = Words(table)
    for index, start, end in finder.find(text):
        alias = finder.phrases[index]
        role, capital = table[alias]
        span = reading.original(start, end)
        if capital and (written := original[span.start : span.end]) == written.lower():
            continue
        if alias in _BARE and not _names(alias, text, original[span.start : span.end], start, end):
            continue
        if role == "provider" and somebody_else(text, start, strangers):
            continue
        yield RoleMention(span, role)


def _names(alias: str, text: str, written: str, start: int, end: int) -> bool:
    """Whether « une partie » is a party (not a part of something), "us" people (not the United States), "I" no numeral."""
    if alias == "une partie":
        return written[4].isupper() or _PART_OF.match(text, end) is None
    if alias == "i":
        return (
            written == "I"
            and bool(_SAYS.match(text, end))
            and not _NUMERAL_BEFORE.search(text, max(0, start - 12), start)
        )
    return not (written == "US" and (text[end : end + 1] == "$" or text[max(0, start - 4) : start] == "the "))
