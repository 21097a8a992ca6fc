"""Why a pattern matched a passage, or where it stopped: each step of the pattern with the words that answered it."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.patterns.compiler import Pattern, Run
from analyzer.patterns.grammar import Choice, Fact, Gap, Maybe, Node, Sequence, Word
from analyzer.patterns.matching import Passage, Range, after, find, trace_items


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
    items = _items(pattern.node)
    match = find(pattern, passage)
    done = len(items) if match else _reached(passage, items)
    ends = after(Sequence(items[:done]), passage, passage.full) if done else 0
    ranges: list[Range | None] = []
    if ends:
        end = (ends & -ends).bit_length() - 1
        ranges = [found for found, _ in trace_items(items[:done], passage, passage.full, end)]
    steps = [Step(show(item), found) for item, found in zip(items, ranges, strict=False) if not isinstance(item, Gap)]
    if not match:
        steps.append(Step(show(next(item for item in items[done:] if not isinstance(item, Gap))), None))
    return Explanation(match is not None, tuple(steps))


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,)


def _reached(passage: Passage, items: tuple[Node, ...]) -> int:
    """How many items can be read from the left before none of the passage's places is left."""
    places = passage.full
    for count, item in enumerate(items):
        places = after(item, passage, places)
        if not places:
            return count
    return len(items)


def show(node: Node) -> str:
    """A pattern's tree as text again."""
    match node:
        case Run(words):
            return " ".join(show(word) for word in words)
        case Word(text, "prefix"):
            return text + "*"
        case Word(text, "exact"):
            return f'"{text}"'
        case Word(text):
            return text
        case Fact(name):
            return f"<{name}>"
        case Gap(limit):
            return f"...{'' if limit is None else limit}"
        case Maybe(item):
            return f"[{show(item)}]"
        case Choice(options):
            return f"({'|'.join(show(option) for option in options)})"
        case Sequence(items):
            return " ".join(show(item) for item in items)
    raise AssertionError(node)
