"""One automaton pass that finds every currency, unit of time and per cent sign of a text; numbers are then read
around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from analyzer.language.quantities import CURRENCIES, PERCENT, UNITS, WHOLE_LENGTHS

Kind = Literal["currency", "unit", "whole", "percent"]


class Words:
    """Finds whole words and phrases of a folded text, the longest first; a digit may touch them ("600€", "12mois")."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(phrases)
        self._automaton = AhoCorasick(
            list(self.phrases), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """(index of the phrase, start, end) in text order, without overlaps."""
        length = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if start and text[start].isalpha() and text[start - 1].isalpha():
                continue
            if end < length and text[end - 1].isalpha() and text[end].isalnum():
                continue
            yield index, start, end


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that makes a sum, length or share of the number beside it."""

    kind: Kind
    word: str
    start: int
    end: int


@cache
def _words() -> tuple[Words, tuple[Kind, ...]]:
    kinds: dict[str, Kind] = {}
    for table, kind in ((CURRENCIES, "currency"), (UNITS, "unit"), (WHOLE_LENGTHS, "whole"), (PERCENT, "percent")):
        kinds.update(dict.fromkeys(table, kind))  # type: ignore[arg-type]
    return Words(kinds), tuple(kinds.values())


def find_anchors(text: str) -> tuple[Anchor, ...]:
    """Every anchor of the folded text, in order."""
    words, kinds = _words()
    return tuple(
        Anchor(kinds[index], words.phrases[index], start + (words.phrases[index][0] in " -"), end)
        for index, start, end in words.find(text)
    )
