"""The items of a list that stands in one sentence: "The Customer shall: (a) …; (b) …; and (c) …".

So are the duties of one subject, "The Customer shall …, shall … and shall …". What one item says is not said by another: a rule reads each
with the words that open the list, and a word that silences it in one item does not silence it in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from analyzer.document import Span

_MARK = re.compile(r"(?<![\w)])\(?(?P<mark>[a-z]|[ivx]{1,5}|\d{1,2})\)\s+(?!(?:and|or|et|ou|of|above|below|ci)\b)")
_REFERENCE = re.compile(r"(?:section|clause|paragraph|article|schedule|alinea|point|\d)s?\s*$")
_BREAK = re.compile(r";\s+(?:(?:and|or|et|ou)\s+)?|(?<=[:;,.])\s+[-*·•]\s+")
# One subject, several duties: "The Licensee shall appoint …, shall document … and shall afford …".
_DUTY = re.compile(r"\b(?:shall|must)\b")
_NEXT_DUTY = re.compile(r"(?:[,;] |[,;]? (?:and|or|but) )(?=(?:shall|must)\b)")
_RESUMES = re.compile(
    r"(?:(?:and|or|nor|et|ou|ni)\W{1,4})?(?:\((?P<inside>[a-z]|[ivx]{1,5}|\d{1,2})|(?P<before>[a-z]|[ivx]{1,5}|\d{1,2}))\)\s",
    re.IGNORECASE,
)
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_SUBJECT = 160  # characters; what stands longer before the first duty is more than its subject
_OPENING = 3  # words at the least before the first mark of a list that goes on in other blocks
_FIRST = ("a", "i", "1")
_SECOND = ("b", "ii", "2")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list inside a sentence: the words that open it and its items, two or more."""

    opening: Span
    items: tuple[Span, ...]


def items(text: str, span: Span) -> Listed | None:
    """The list in `span` of a folded text; None where there is none."""
    starts = _marked(text, span) or _broken(text, span) or _duties(text, span)
    if len(starts) < 2:
        return None
    return Listed(Span(span.start, starts[0]), tuple(Span(start, end) for start, end in pairwise([*starts, span.end])))


def resumes(text: str, before: Span, start: int) -> bool:
    """Do the words at `start` bear the mark that comes after one inside `before`: "and (b) …" after "… the greater of: (a) EUR 5."?

    So an item is known whatever sign closes the one above it. A list that `before` is itself an item of has no words before its mark.
    """
    found = _RESUMES.match(text, start, start + 24)
    if found is None:
        return False
    inside = text[before.start : before.end].casefold()
    marks = [match for match in _MARK.finditer(inside) if not _is_reference(inside, match)]
    first = next((place for place, match in enumerate(marks) if match["mark"] in _FIRST), None)
    if first is None or not _opens(inside[: marks[first].start()]):
        return False
    wanted = _before((found["inside"] or found["before"]).casefold())
    return any(match["mark"] in wanted for match in marks[first:])


def _opens(words: str) -> bool:
    """Do the words before a list's first mark open it, rather than end a sentence or only number it?"""
    return len(words.split()) >= _OPENING and words.rstrip()[-1] not in ".!?"


def _before(mark: str) -> tuple[str, ...]:
    """The marks that a mark may come after: "4" of "5", "h" of "i"; a letter may be a Roman number too."""
    if mark.isdigit():
        return (str(int(mark) - 1),)
    letter = (chr(ord(mark) - 1),) if len(mark) == 1 and mark != "a" else ()
    roman = _ROMAN.index(mark) if mark in _ROMAN else 0
    return (*letter, _ROMAN[roman - 1]) if roman > 1 else letter


def _marked(text: str, span: Span) -> list[int]:
    """Where the items begin by their marks; empty unless the first two of them are a first and a second."""
    if text.find(")", span.start, span.end) < 0:
        return []
    found = [match for match in _MARK.finditer(text, span.start, span.end) if not _is_reference(text, match)]
    first = next((place for place, match in enumerate(found) if match["mark"] in _FIRST), None)
    if first is None or first + 1 == len(found) or found[first + 1]["mark"] not in _SECOND:
        return []
    return [match.start() for match in found[first:]]


def _is_reference(text: str, match: re.Match[str]) -> bool:
    return _REFERENCE.search(text, max(0, match.start() - 20), match.start()) is not None


def _broken(text: str, span: Span) -> list[int]:
    """Where the items begin after a colon, parted by semicolons or dashes."""
    colon = text.find(":", span.start, span.end)
    return [] if colon < 0 else [colon + 1, *_after(text, colon + 1, span.end)]


def _duties(text: str, span: Span) -> list[int]:
    """Where each duty begins that one subject has by a verb of its own."""
    first = _DUTY.search(text, span.start, min(span.end, span.start + _SUBJECT))
    return (
        []
        if first is None
        else [first.start(), *(each.end() for each in _NEXT_DUTY.finditer(text, first.end(), span.end))]
    )


def _after(text: str, start: int, end: int) -> Iterator[int]:
    for match in _BREAK.finditer(text, start, end):
        if text[start : match.start()].strip():
            yield match.end()
