"""Shares: "50 %", "cinquante pour cent", "fifty percent (50%)"."""

from __future__ import annotations

import re
from dataclasses import replace

from analyzer.facts.anchors import Anchor
from analyzer.facts.numerals import Number, Numerals, plain_decimal
from analyzer.facts.reading import Reading
from analyzer.facts.values import Percent

_JOIN = re.compile(r" {0,2}\( {0,2}")
_FRACTION = re.compile(
    r"(?:\bpoint|\bvirgule|-?(?:tenth|hundredth|thousandth)s? of|\w+ieme?s? d[e'])[ ]?$"
)  # "seven point five percent"
_CLOSE = re.compile(r" {0,2}\)")


def read_percents(reading: Reading, anchors: tuple[Anchor, ...], numerals: Numerals) -> tuple[Percent, ...]:
    """Every share, in text order; words and digits that state one share are one."""
    decimals = numerals.reading(plain_decimal)
    found: list[Number] = []
    for anchor in anchors:
        number = decimals.before(anchor.start) if anchor.kind == "percent" else None
        if number is None or (found and number.start < found[-1].end):
            continue
        whole = replace(number, end=anchor.end)
        closing = _CLOSE.match(reading.text, anchor.end)
        if (
            found
            and closing
            and found[-1].in_words != whole.in_words
            and _JOIN.fullmatch(reading.text, found[-1].end, whole.start)
        ):
            words = found[-1] if found[-1].in_words else whole
            conflict = found[-1].value != whole.value and not _FRACTION.search(
                reading.text[max(0, words.start - 30) : words.start]
            )
            found[-1] = Number(found[-1].start, closing.end(), words.value, True, conflict, both=True)
        else:
            found.append(whole)
    return tuple(Percent(reading.original(number.start, number.end), number.value, number.conflict) for number in found)
