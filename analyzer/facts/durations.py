"""Lengths of time: "12 mois", "douze (12) mois", "SIX DERNIERS MOIS", "48 heures ouvrées", "twelve (12) month period".

What is said of availability ("24 heures sur 24", "7 days a week"), of age or of the clock ("9h à 18h") is no length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from analyzer.facts.anchors import Anchor
from analyzer.facts.numerals import Number, Numerals
from analyzer.facts.reading import Reading
from analyzer.facts.values import Duration
from analyzer.language.quantities import BETWEEN_NUMBER_AND_UNIT, UNIT_LETTERS, UNITS, WHOLE_LENGTHS, WORKING, TimeUnit

_WORKING_AFTER = re.compile(r" (?:ouvre|ouvrable)e?s?\b")
_NO_LENGTH = re.compile(
    r" ?(?:/|sur|x) ?\d|[- ](?:a|per) (?:day|week)|s?[- ]a[- ](?:day|week)|s? (?:of age|old)|s? d'age|s? revolus|/\d"
)
_LETTER = re.compile(r" ?(min|mn|h|j)\b(?! ?(?:/|sur|x|\d)| ?(?:a|-|et) ?\d{1,2}(?:[.:]\d\d)? ?h)")
_CLOCK_BEFORE = re.compile(r"(?:\d ?h(?:\d\d)? ?(?:a|-|et)|/|\ba partir de|\bde|\bavant|\bjusqu'a|\bvers) ?$")
_AGE = re.compile(r"\bage(?:e|es|s|d)?\b|\b(?:mineurs?|children) ")
_WORD_BEFORE = re.compile(r"([a-z]+)[- *_]{1,3}$")
_INDEFINITE = re.compile(r"\b(?:within|for|of|than|after|least|every) a$")


_Length = tuple[int, int, Decimal, TimeUnit, bool, bool]  # start, end, number, unit, working time, conflict


def _number(text: str, numerals: Numerals, place: int) -> tuple[Number, bool] | None:
    """The number before a unit, over words such as "derniers" or "business"; and whether working time is meant."""
    working = False
    for _ in range(4):
        number = numerals.before(place - 1 if text[place - 1 : place] == "-" else place)
        if number is not None:
            return number, working
        word = _WORD_BEFORE.search(text[max(0, place - 24) : place])
        if word is None or word.group(1) not in BETWEEN_NUMBER_AND_UNIT:
            break
        working = working or word.group(1) in WORKING
        place -= len(word.group())
    return _indefinite(text, place, working)


def _indefinite(text: str, place: int, working: bool) -> tuple[Number, bool] | None:
    """One, where the text says "within a year"."""
    found = _INDEFINITE.search(text[max(0, place - 12) : place].rstrip())
    start = place - 2
    return (Number(start, place, Decimal(1), True), working) if found and text[start:place] == "a " else None


def _spelled(text: str, anchors: tuple[Anchor, ...], numerals: Numerals) -> Iterator[_Length]:
    for anchor in anchors:
        if anchor.kind == "whole":
            yield anchor.start, anchor.end, Decimal(WHOLE_LENGTHS[anchor.word]), "day", False, False
        if anchor.kind != "unit" or _NO_LENGTH.match(text, anchor.end):
            continue
        found = _number(text, numerals, anchor.start)
        if found is None:
            continue
        if _AGE.search(text[max(0, found[0].start - 20) : found[0].start]):
            continue
        unit, count = UNITS[anchor.word]
        after = _WORKING_AFTER.match(text, anchor.end)
        yield (
            found[0].start,
            after.end() if after else anchor.end,
            found[0].value * count,
            unit,
            found[1] or after is not None,
            found[0].conflict,
        )


def _lettered(text: str, numerals: Numerals) -> Iterator[_Length]:
    """Lengths with a letter for their unit: "4h", "5 j ouvrés"."""
    for end in numerals.ends_before("hjm"):
        letter = _LETTER.match(text, end)
        number = numerals.before(end) if letter else None
        if (
            letter is None
            or number is None
            or (letter.group(1) != "min" and _CLOCK_BEFORE.search(text[max(0, number.start - 12) : number.start]))
        ):
            continue
        after = _WORKING_AFTER.match(text, letter.end())
        yield (
            number.start,
            after.end() if after else letter.end(),
            number.value,
            UNIT_LETTERS[letter.group(1)],
            after is not None,
            number.conflict,
        )


def read_durations(reading: Reading, anchors: tuple[Anchor, ...], numerals: Numerals) -> tuple[Duration, ...]:
    """Every length of time, in text order."""
    text = reading.text
    found = sorted([*_spelled(text, anchors, numerals), *_lettered(text, numerals)], key=lambda length: length[:2])
    kept: list[Duration] = []
    reached = 0
    for start, end, number, unit, working, conflict in found:
        if start >= reached:
            kept.append(Duration(reading.original(start, end), number, unit, working, conflict))
            reached = end
    return tuple(kept)
