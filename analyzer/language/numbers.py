"""Number words of both languages, and the way they add up.

A small grammar of our own: "soixante-dix-sept", "quatre-vingts", "nonante", "mille deux cent cinquante", "one
hundred and five thousand".
Words are folded (lower case, no accents); a sequence that is no number ("deux trois") has no value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of one language. `wide_tens` take a number up to 19 after them (« soixante-dix »)."""

    small: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    links: frozenset[str]
    articles: frozenset[str]
    wide_tens: frozenset[int]
    words: frozenset[str]


def _language(
    small: dict[str, int],
    hundreds: Sequence[str],
    scales: dict[str, int],
    links: Sequence[str],
    articles: Sequence[str],
    wide_tens: Sequence[int],
) -> NumberWords:
    words = frozenset(small) | frozenset(hundreds) | frozenset(scales) | frozenset(links) | frozenset(articles)
    return NumberWords(
        MappingProxyType(small),
        frozenset(hundreds),
        MappingProxyType(scales),
        frozenset(links),
        frozenset(articles),
        frozenset(wide_tens),
        words,
    )


_FRENCH_UNITS = [
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_FRENCH_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante", "septante", "huitante", "nonante"]
_ENGLISH_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ENGLISH_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

FRENCH = _language(
    {
        **{word: value for value, word in enumerate(_FRENCH_UNITS, 1)},
        **{word: 10 * value for value, word in enumerate(_FRENCH_TENS, 2)},
        "une": 1,
        "vingts": 20,
        "octante": 80,
    },
    ("cent", "cents"),
    {
        "mille": 1000,
        "mil": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
    },
    ("et",),
    (),
    (10, 60, 80),
)
ENGLISH = _language(
    {
        **{word: value for value, word in enumerate(_ENGLISH_UNITS, 1)},
        **{word: 10 * value for value, word in enumerate(_ENGLISH_TENS, 2)},
        "fourty": 40,
    },
    ("hundred",),
    {"thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9},
    ("and",),
    ("a",),
    (),
)
LANGUAGES: Mapping[str, NumberWords] = MappingProxyType({"fr": FRENCH, "en": ENGLISH})

# What may stand between digits and a currency: "1,5 M€", "EUR 1.5 million", "$25K".
SCALES: Mapping[str, int] = MappingProxyType(
    {
        "k": 1000,
        "m": 10**6,
        "mn": 10**6,
        "mm": 10**6,
        "mio": 10**6,
        "md": 10**9,
        "mds": 10**9,
        "mrd": 10**9,
        "bn": 10**9,
        "b": 10**9,
        **FRENCH.scales,
        **ENGLISH.scales,
        "lakhs": 10**5,
        "crores": 10**7,
    }
)

_ANY = 10**15


class _Sum:
    """Adds number words up; `room` is the bound under which the next word must stay."""

    def __init__(self, table: NumberWords) -> None:
        self.table = table
        self.total = self.group = 0
        self.room = self.scale_room = _ANY
        self.last = ""

    def add(self, word: str) -> bool:
        """Take one more word; false where it cannot follow."""
        table, last = self.table, self.last
        self.last = word
        if word in table.links:
            return last in table.small or last in table.hundreds or last in table.scales
        if word in table.articles:
            return not last
        if word in table.small:
            return self._add_small(table.small[word], last)
        if word in table.hundreds:
            return self._add_hundred()
        return self._add_scale(table.scales[word])

    def _add_small(self, value: int, last: str) -> bool:
        if value == 20 and last == "quatre" and self.group % 100 == 4:
            self.group += 76
            self.room = 20
            return True
        if value >= self.room:
            return False
        self.group += value
        self.room = 0 if value < 10 else 20 if value in self.table.wide_tens and value > 10 else 10
        if 10 <= value < 20 and value not in self.table.wide_tens:
            self.room = 0
        return True

    def _add_hundred(self) -> bool:
        if self.group >= 100 or self.room == 100:
            return False
        self.group = (self.group or 1) * 100
        self.room = 100
        return True

    def _add_scale(self, scale: int) -> bool:
        if scale >= self.scale_room or (not self.group and self.total and scale >= self.room):
            return False
        self.total += (self.group or 1) * scale
        self.group = 0
        self.room = self.scale_room = scale
        return True


def value_of(words: Sequence[str], table: NumberWords) -> int | None:
    """The number that the words say, None where they say none."""
    if not words or words[-1] in table.links or words[-1] in table.articles or words[0] in table.links:
        return None
    running = _Sum(table)
    for word in words:
        if word not in table.words or not running.add(word):
            return None
    return running.total + running.group
