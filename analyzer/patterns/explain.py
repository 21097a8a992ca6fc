"""Why a pattern matched a passage, or where it stopped: each step of the pattern with the words that answered it."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.patterns.compiler import Pattern
from analyzer.patterns.matching import Passage, find
from analyzer.patterns.parts import Between, Part, Range, Series


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a pattern as its author would write it, and the words that answered it; None where none did."""

    pattern: str
    words: Range | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """`steps` in the pattern's order, up to the first that found no words. `matched` when all did."""

    matched: bool
    steps: tuple[Step, ...]

    @property
    def progress(self) -> int:
        """How many steps were answered: the nearest miss is the one with most."""
        return sum(step.words is not None for step in self.steps)


def explain(pattern: Pattern, passage: Passage) -> Explanation:
    """Read the pattern step by step, as far as it goes."""
    items = parts(pattern)
    matched = find(pattern, passage) is not None
    done = len(items) if matched else _reached(items, passage)
    steps = [Step(str(item), found) for item, found in _answers(items[:done], passage) if not isinstance(item, Between)]
    if not matched:
        steps.append(Step(str(next(item for item in items[done:] if not isinstance(item, Between))), None))
    return Explanation(matched, tuple(steps))


def parts(pattern: Pattern) -> tuple[Part, ...]:
    """The steps of a pattern and the gaps between them."""
    return pattern.part.items if isinstance(pattern.part, Series) else (pattern.part,)


def _answers(items: tuple[Part, ...], passage: Passage) -> list[tuple[Part, Range]]:
    """The words that answer each of the items, which can all be read."""
    if not items:
        return []
    series = Series(items)
    ends = series.after(passage.everywhere, passage)
    end = (ends & -ends).bit_length() - 1
    read = series.answers(passage.everywhere, end, passage)
    return [(item, found) for item, (found, _) in zip(items, read, strict=True)]


def _reached(items: tuple[Part, ...], passage: Passage) -> int:
    """How many items can be read from the left before none of the passage's places is left."""
    places = passage.everywhere
    for count, item in enumerate(items):
        places = item.after(places, passage)
        if not places:
            return count
    return len(items)
