"""The number that comes after a number, in the form in which a contract writes it."""

from __future__ import annotations

import re
from typing import Final

from analyzer.readers.numerals import letter, roman

_LAST: Final = re.compile(r"(\d+|[ivxlc]+|[IVXLC]+|[a-z]|[A-Z])(\W*)$")
_NUMBER: Final = re.compile(r"\d+|\b[IVXLC]+\b")
_WORD: Final = re.compile(r"\w+")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def following(label: str) -> str | None:
    """The number after a label: "8.5" for "8.4", "Article XIII –" for "Article XII –"; None for what is not counted."""
    match = _LAST.search(label)
    if match is None:
        return None
    found = match[1]
    if found.isdigit():
        new = str(int(found) + 1)
    elif len(found) > 1 or found in "ivxIVX":
        new = roman(_value(found.lower()) + 1)
        new = new.lower() if found.islower() else new
    else:
        new = letter(ord(found.lower()) - ord("a") + 2)
        new = new.upper() if found.isupper() else new
    return label[: match.start()] + new + match[2]


def first_under(label: str, model: str) -> str:
    """The first number under an article, in the form of another article's: "13.1" for "Article 13" and "12.3"."""
    number = _NUMBER.search(label)
    _, parted, tail = model.partition(".")
    if number and parted and tail.strip():
        return f"{number[0]}.{_WORD.sub('1', tail)}"
    return _WORD.sub("1" if any(map(str.isdigit, model)) else "a", model, count=1)


def _value(numeral: str) -> int:
    """What a Roman numeral says."""
    total = 0
    for place, sign in enumerate(numeral):
        worth = _ROMAN[sign]
        later = _ROMAN[numeral[place + 1]] if place + 1 < len(numeral) else 0
        total += -worth if worth < later else worth
    return total
