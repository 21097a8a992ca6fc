"""The gate: one automaton pass over the folded text says which rules are worth a look, sentence by sentence.

The automaton (Aho-Corasick, Rust) holds every anchor of every pattern, all derived from the patterns themselves. A
rule is tried in a sentence only where each of its groups has an anchor there, so the cost of a document hardly grows
with the number of rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from analyzer.document import Span
from analyzer.patterns.parts import Group

Key = TypeVar("Key", bound=Hashable)


class Gate(Generic[Key]):
    """Rules by key, each with its groups of anchors (those of one of its patterns: a rule may be added several times)."""

    def __init__(self, rules: Iterable[tuple[Key, Sequence[Group]]]) -> None:
        self._bits: dict[str, int] = {}
        self._order: dict[Key, int] = {}
        self._by_anchor: dict[int, list[tuple[Key, tuple[int, ...]]]] = defaultdict(list)
        for key, groups in rules:
            masks = sorted((self._mask(group) for group in groups), key=int.bit_count)
            self._order.setdefault(key, len(self._order))
            for bit in _bits(masks[0]):
                self._by_anchor[bit].append((key, tuple(masks[1:])))
        self._opening = sum(1 << bit for bit in self._by_anchor)  # the anchors that some rule asks for first
        words = [anchor for anchor in self._bits if anchor[0] != "<"]
        self._word_bits = [self._bits[anchor] for anchor in words]
        self._automaton = AhoCorasick(words, implementation=Implementation.ContiguousNFA) if words else None

    def _mask(self, group: Group) -> int:
        mask = 0
        for anchor in group:
            mask |= 1 << self._bits.setdefault(anchor, len(self._bits))
        return mask

    def anchors(self, text: str, spans: Sequence[Span], facts: Iterable[tuple[str, Iterable[Span]]]) -> list[int]:
        """For each span (in order, disjoint) the set of anchors that begin in it, as a mask."""
        masks = [0] * len(spans)
        if self._automaton and spans:
            index, last = 0, len(spans) - 1
            for word, start, _ in sorted(self._automaton.find_matches_as_indexes(text, overlapping=True), key=_start):
                if start and text[start - 1].isalnum():
                    continue
                while index < last and start >= spans[index].end:
                    index += 1
                if spans[index].start <= start < spans[index].end:
                    masks[index] |= 1 << self._word_bits[word]
        for name, found in facts:
            if (bit := self._bits.get(f"<{name}>")) is not None:
                _mark(masks, spans, found, 1 << bit)
        return masks

    def open(self, mask: int) -> list[Key]:
        """The rules that may match where the anchors of `mask` are, each once and in the order in which they were first given."""
        found: set[Key] = set()
        for bit in _bits(mask & self._opening):
            for key, groups in self._by_anchor[bit]:
                if key not in found and all(mask & group for group in groups):
                    found.add(key)
        return sorted(found, key=self._order.__getitem__)


def _start(match: tuple[int, int, int]) -> int:
    return match[1]


def _bits(mask: int) -> Iterable[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _mark(masks: list[int], spans: Sequence[Span], found: Iterable[Span], bit: int) -> None:
    """Set the bit of every span in which one of the found spans begins; both lists are in order."""
    index = 0
    for span in found:
        while index < len(spans) and span.start >= spans[index].end:
            index += 1
        if index == len(spans):
            return
        if spans[index].start <= span.start:
            masks[index] |= bit
