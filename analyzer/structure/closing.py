"""Where a contract's articles end: what follows them are addresses, signatures and annexes, among which no new clause has its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analyzer.document import Block
from analyzer.language.conventions import Conventions
from analyzer.structure.values import Section, Sentence

_CONTACT = re.compile(
    r"\b\d{5}\s+[A-ZÀ-Þ]|\b[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}\b"  # a town with its post code, in France or the United Kingdom
    r"|\b(?:t[ée]l|phone|fax|siret|siren|rcs)\b\s?[.:(°+\d]|[\w.]+@\w+\.\w|\bhttps?://|\bwww\.",
    re.IGNORECASE,
)
_LINE = 8  # words; a longer line that says nothing of where somebody is belongs to the articles
_PROSE = 20  # words; what is longer is a clause, whatever it names
_OPENING = re.compile(r"[\s#>*_|\\-]*")


def body_end(
    text: str,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    sections: Sequence[Section],
    conventions: Conventions,
) -> int:
    """The end of the last sentence of the articles; 0 for a text without a sentence."""
    limit = next((each.start for each in sections if each.cited), len(text))
    inside = [each for each in sentences if each.end <= limit]
    if not inside:
        inside, limit = list(sentences), len(text)
    last = max((each.heading.end for each in sections if each.number and each.start < limit), default=None)
    if last is not None:
        limit = min(limit, _signatures(text, blocks, last, limit, conventions))
        inside = [each for each in inside if each.end <= limit] or inside
        inside = _without_contacts(text, inside, last, conventions)
    return inside[-1].end if inside else 0


def _signatures(text: str, blocks: Sequence[Block], start: int, end: int, conventions: Conventions) -> int:
    """Where the signatures begin behind the last article's heading; `end` where there are none."""
    pattern = re.compile(conventions.signature, re.IGNORECASE)
    for block in blocks:
        if start < block.start < end:
            opening = _OPENING.match(text, block.start, block.end)
            if pattern.match(text, opening.end() if opening else block.start, block.end):
                return block.start
    return end


def _without_contacts(text: str, inside: list[Sentence], start: int, conventions: Conventions) -> list[Sentence]:
    """The sentences without the lines at their end that only say where somebody is: a name, a street, a town."""
    place, address = len(inside), False
    while place > 1 and inside[place - 2].end > start:
        words = text[inside[place - 1].start : inside[place - 1].end]
        contact = _CONTACT.search(words) is not None
        if len(words.split()) > _PROSE + 20 * contact or _has_verb(words, conventions):
            break
        if not contact and (len(words.split()) > _LINE or words[-1] in ".:;"):
            break
        address, place = address or contact, place - 1
    return inside[:place] if address else inside


def _has_verb(words: str, conventions: Conventions) -> bool:
    return any(word.strip(".,;:()").lower() in conventions.verbs for word in words.split())
