"""Orders a topic's candidates: how like the clauses that readers labelled a candidate is, by its signals and its words.

Whether a contract has a clause is for the signals alone to say. Of two candidates that are both found, or both near misses, the one stands
higher that a reader would sooner label: "in no event" and "consequential" are more often in a clause that limits liability than "notify"
is. What each signal and each word says is a number in `ranking.toml`, beside the topic's rules.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from analyzer.patterns.matching import TOKEN
from analyzer.tables import Source, Table

RANKING: Final = "ranking.toml"
_ROOT: Final = 0.25
_EDGE: Final = 0.0002  # a near miss stays below 0.5 when its score is rounded to four places


@dataclass(frozen=True, slots=True)
class Ranking:
    """What speaks for a label, in log-odds: `base` for any candidate, more or less for each of its signals and of its words."""

    base: float
    signals: Mapping[str, float]
    words: Mapping[str, float]

    def log_odds(self, signals: Collection[str], words: Collection[str]) -> float:
        """Of a candidate with these signals and these words (each counts once); those that were not learnt say nothing."""
        return self.base + self.by_signals(signals) + sum(self.words.get(word, 0.0) for word in sorted(words))

    def by_signals(self, signals: Collection[str]) -> float:
        return sum(self.signals.get(name, 0.0) for name in sorted(signals))

    def heaviest(self, words: Collection[str], number: int) -> list[tuple[str, float]]:
        """The words that say most, for or against, the heaviest first."""
        said = [(word, self.words[word]) for word in words if word in self.words]
        return sorted(said, key=lambda each: (-abs(each[1]), each[0]))[:number]


def ordered(found: bool, likeness: float) -> float:
    """The score of a candidate: its half of 0..1 is the signals' verdict, its place there the likeness (0..1) to labelled clauses.

    The likeness of what is found counts by its root, for all topics alike: the order stays, and a plain clause of a short contract, seldom
    like those of long US contracts, does not look as if it were found by a hair.
    """
    likeness = min(max(likeness, _EDGE), 1 - _EDGE)
    return (1 + likeness**_ROOT) / 2 if found else likeness / 2


def words_of(folded: str) -> frozenset[str]:
    """The words of a folded text, each once, as patterns see them."""
    return frozenset(TOKEN.findall(folded))


def load_rankings(path: Path, shown: str) -> dict[str, Ranking]:
    """The rankings of a topic by language: ranking.toml, which a command writes. Empty where there is none. Raises LibraryProblem."""
    if not path.exists():
        return {}
    table = Source(path, shown).table()
    found = {language: _ranking(table.table(language)) for language in table}
    table.finish()
    return found


def _ranking(table: Table) -> Ranking:
    made = Ranking(table.number("base"), _numbers(table.table("signals")), _numbers(table.table("words")))
    table.finish()
    return made


def _numbers(table: Table) -> dict[str, float]:
    return {name: table.number(name) for name in table}
