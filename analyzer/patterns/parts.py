"""The parts of a compiled pattern, and how each is read in a passage.

A set of places in a passage of n words is an integer of n + 1 bits: bit i stands for the place before word i. `after`
gives the places that are reached by reading a part from any of the given ones; `trace` gives the way back, for
`explain`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import or_
from typing import Protocol

from analyzer.patterns.grammar import Word

Range = tuple[int, int]  # words, end exclusive
# How a word is compared, and with what: ("forms", its stem), ("exact", itself), ("prefix", its beginning).
Key = tuple[str, str]


class Words(Protocol):
    """What a part asks of a passage."""

    everywhere: int

    @property
    def exact(self) -> dict[str, int]: ...
    @property
    def stems(self) -> dict[str, int]: ...
    def __len__(self) -> int: ...
    def starts_of(self, run: Run) -> int: ...
    def fact(self, name: str) -> tuple[Range, ...]: ...


class Holding(Protocol):
    """In which sentences something is: a set, one bit a sentence in one integer."""

    def anchor(self, anchor: Anchor) -> int: ...
    def part(self, part: Part) -> int: ...


class Part(ABC):
    """Base of all parts."""

    __slots__ = ()

    @abstractmethod
    def after(self, places: int, words: Words) -> int:
        """The places that can be reached by reading the part from one of `places`."""

    @abstractmethod
    def trace(self, places: int, end: int, words: Words) -> tuple[int, list[Range]]:
        """Where a reading from `places` that ends at `end` began (the latest such place), and its leaves. `after` reaches `end`."""

    def groups(self) -> list[Group]:
        """The gate: of every group at least one anchor must be in a sentence for the part to match."""
        return []

    def sentences(self, holding: Holding) -> int:  # noqa: ARG002
        """The sentences that hold what the part cannot do without, in whatever order; all where it is nothing."""
        return -1


@dataclass(frozen=True, slots=True, eq=False)
class Run(Part):
    """Words that follow each other: a leaf. Equal runs are one object, so that a passage looks for each of them once.

    `letters` counts those of its keys: the more, the fewer sentences hold it.
    """

    words: tuple[Word, ...]
    keys: tuple[Key, ...]
    letters: int

    def after(self, places: int, words: Words) -> int:
        return (places & words.starts_of(self)) << len(self.keys)

    def trace(self, places: int, end: int, words: Words) -> tuple[int, list[Range]]:  # noqa: ARG002
        start = end - len(self.keys)
        return start, [(start, end)]

    def groups(self) -> list[Group]:
        return [frozenset({self})]

    def sentences(self, holding: Holding) -> int:
        return holding.anchor(self)

    def __str__(self) -> str:
        shown = {"forms": "{}", "prefix": "{}*", "exact": '"{}"'}
        return " ".join(shown[word.mode].format(word.text) for word in self.words)


Anchor = Run | str  # a run of words, or the name of a fact
Group = frozenset[Anchor]  # anchors of which one must be there


@dataclass(frozen=True, slots=True, eq=False)
class Stated(Part):
    """A fact found before: its words."""

    name: str

    def after(self, places: int, words: Words) -> int:
        reached = 0
        for start, end in words.fact(self.name):
            if places >> start & 1:
                reached |= 1 << end
        return reached

    def trace(self, places: int, end: int, words: Words) -> tuple[int, list[Range]]:
        start = max(begin for begin, stop in words.fact(self.name) if stop == end and places >> begin & 1)
        return start, [(start, end)]

    def groups(self) -> list[Group]:
        return [frozenset({self.name})]

    def sentences(self, holding: Holding) -> int:
        return holding.anchor(self.name)

    def __str__(self) -> str:
        return f"<{self.name}>"


@dataclass(frozen=True, slots=True, eq=False)
class Between(Part):
    """Any words; `limit` is the most, None for as many as there are."""

    limit: int | None

    def after(self, places: int, words: Words) -> int:
        if self.limit is None:
            return words.everywhere & ~((places & -places) - 1)
        reach = 0  # each step doubles it
        most = min(self.limit, len(words))
        while reach < most:
            step = min(reach + 1, most - reach)
            places |= places << step
            reach += step
        return places & words.everywhere

    def trace(self, places: int, end: int, words: Words) -> tuple[int, list[Range]]:  # noqa: ARG002
        return (places & ((1 << (end + 1)) - 1)).bit_length() - 1, []

    def __str__(self) -> str:
        return f"...{'' if self.limit is None else self.limit}"


@dataclass(frozen=True, slots=True, eq=False)
class Optional(Part):
    """A part that may be there or not."""

    item: Part

    def after(self, places: int, words: Words) -> int:
        return places | self.item.after(places, words)

    def trace(self, places: int, end: int, words: Words) -> tuple[int, list[Range]]:
        return (end, []) if places >> end & 1 else self.item.trace(places, end, words)

    def __str__(self) -> str:
        return f"[{self.item}]"


@dataclass(frozen=True, slots=True, eq=False)
class Either(Part):
    """Parts of which one stands there.

    A list of words is long and a sentence holds few of them: a run whose first word a passage does not hold is never
    looked at.
    """

    options: tuple[Part, ...]
    _by_stem: dict[str, list[Run]] = field(init=False, default_factory=dict)
    _by_word: dict[str, list[Run]] = field(init=False, default_factory=dict)
    _others: list[Part] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        files = {"forms": self._by_stem, "exact": self._by_word}
        for option in self.options:
            mode = option.keys[0][0] if isinstance(option, Run) else ""
            if isinstance(option, Run) and mode in files:
                files[mode].setdefault(option.keys[0][1], []).append(option)
            else:
                self._others.append(option)

    def after(self, places: int, words: Words) -> int:
        reached = 0
        for option in self._others:
            reached |= option.after(places, words)
        for stem in words.stems.keys() & self._by_stem.keys():
            for run in self._by_stem[stem]:
                reached |= run.after(places, words)
        if self._by_word:
            for word in words.exact.keys() & self._by_word.keys():
                for run in self._by_word[word]:
                    reached |= run.after(places, words)
        return reached

    def trace(self, places: int, end: int, words: Words) -> tuple[int, list[Range]]:
        option = next(option for option in self.options if option.after(places, words) >> end & 1)
        return option.trace(places, end, words)

    def groups(self) -> list[Group]:
        tightest = [_tightest(groups_of(option)) for option in self.options]
        return [frozenset().union(*tightest)] if all(tightest) else []

    def sentences(self, holding: Holding) -> int:
        return reduce(or_, map(holding.part, self.options), 0)

    def __str__(self) -> str:
        return f"({'|'.join(map(str, self.options))})"


@dataclass(frozen=True, slots=True, eq=False)
class Series(Part):
    """Parts that follow each other."""

    items: tuple[Part, ...]

    def after(self, places: int, words: Words) -> int:
        for item in self.items:
            places = item.after(places, words)
            if not places:
                return 0
        return places

    def trace(self, places: int, end: int, words: Words) -> tuple[int, list[Range]]:
        answers = self.answers(places, end, words)
        return answers[0][0][0], [leaf for _, leaves in answers for leaf in leaves]

    def answers(self, places: int, end: int, words: Words) -> list[tuple[Range, list[Range]]]:
        """The range of each item in the reading that ends at `end`, and the leaves in it."""
        before = [places]
        for item in self.items[:-1]:
            before.append(item.after(before[-1], words))
        found: list[tuple[Range, list[Range]]] = []
        for item, reachable in zip(reversed(self.items), reversed(before), strict=True):
            start, leaves = item.trace(reachable, end, words)
            found.append(((start, end), leaves))
            end = start
        return found[::-1]

    def groups(self) -> list[Group]:
        return [group for item in self.items for group in groups_of(item)]

    def sentences(self, holding: Holding) -> int:
        found = -1
        for item in self.items:
            found &= holding.part(item)
            if not found:
                break
        return found

    def __str__(self) -> str:
        return " ".join(map(str, self.items))


@lru_cache(maxsize=65536)
def groups_of(part: Part) -> tuple[Group, ...]:
    """The gate of a part, worked out once for a phrase that many patterns call."""
    return tuple(part.groups())


def runs_of(parts: Iterable[Part]) -> set[Run]:
    """The runs that parts cannot do without; a phrase that many of them call is looked into once."""
    seen: set[Part] = set()
    left = list(parts)
    while left:
        part = left.pop()
        if part not in seen:
            seen.add(part)
            if isinstance(part, Series | Either):
                left.extend(part.items if isinstance(part, Series) else part.options)
    return {part for part in seen if isinstance(part, Run)}


def _tightest(groups: Sequence[Group]) -> Group:
    """The group that lets the fewest sentences through: the one whose shortest anchor is longest, facts last."""
    return max(groups, key=lambda group: min(map(letters_of, group)), default=frozenset())


def letters_of(anchor: Anchor) -> int:
    """How many letters an anchor has; none where it is a fact."""
    return 0 if isinstance(anchor, str) else anchor.letters
