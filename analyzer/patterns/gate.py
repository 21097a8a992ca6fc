"""The gate: which rules are worth a look in a sentence.

An automaton (Aho-Corasick, Rust) holds every anchor of every pattern, all derived from the patterns themselves. It
runs once over each distinct word of a document; a sentence's anchors are then those of its words and facts. A rule is
tried in a sentence only where each of its groups has an anchor there, so the cost of a document hardly grows with the
number of rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from analyzer.patterns.matching import Lexicon, Passage
from analyzer.patterns.parts import Group, Key

Rule = TypeVar("Rule", bound=Hashable)


class Gate(Generic[Rule]):
    """Rules, each with its groups of anchors (those of one of its patterns: a rule may be added several times)."""

    def __init__(self, rules: Iterable[tuple[Rule, Sequence[Group]]]) -> None:
        self._bits: dict[Key, int] = {}
        self._order: dict[Rule, int] = {}
        self._by_anchor: dict[int, list[tuple[Rule, tuple[int, ...]]]] = defaultdict(list)
        for rule, groups in rules:
            masks = [self._mask(group) for group in sorted(groups, key=_commonness)]
            self._order.setdefault(rule, len(self._order))
            for bit in _bits(masks[0]):
                self._by_anchor[bit].append((rule, tuple(masks[1:])))
        self._opening = sum(1 << bit for bit in self._by_anchor)  # the anchors that some rule asks for first
        self._words = [key for key in self._bits if key[0] != "fact"]
        texts = [text for _, text in self._words]
        self._automaton = AhoCorasick(texts, implementation=Implementation.ContiguousNFA) if texts else None

    def _mask(self, group: Group) -> int:
        mask = 0
        for anchor in sorted(group):
            mask |= 1 << self._bits.setdefault(anchor, len(self._bits))
        return mask

    def of_word(self, word: str, stem: str) -> int:
        """The anchors that a folded word answers."""
        mask = 0
        if self._automaton:
            for number, start, _ in self._automaton.find_matches_as_indexes(word, overlapping=True):
                mode, text = key = self._words[number]
                if start == 0 and (mode == "prefix" or text == (stem if mode == "forms" else word)):
                    mask |= 1 << self._bits[key]
        return mask

    def of_fact(self, name: str) -> int:
        """The anchor of a fact; 0 where no rule asks for it."""
        bit = self._bits.get(("fact", name))
        return 0 if bit is None else 1 << bit

    def open(self, mask: int) -> list[Rule]:
        """The rules that may match where the anchors of `mask` are, each once and in the order in which they were first given."""
        found: set[Rule] = set()
        for bit in _bits(mask & self._opening):
            for rule, groups in self._by_anchor[bit]:
                if rule not in found and all(mask & group for group in groups):
                    found.add(rule)
        return sorted(found, key=self._order.__getitem__)


class Opening(dict[str, int], Generic[Rule]):
    """A gate over one document: the anchors of its words, each looked up once; it goes when the document goes."""

    def __init__(self, gate: Gate[Rule], lexicon: Lexicon) -> None:
        super().__init__()
        self._gate, self._lexicon = gate, lexicon

    def __missing__(self, word: str) -> int:
        self[word] = mask = self._gate.of_word(word, self._lexicon[word])
        return mask

    def rules(self, passage: Passage) -> list[Rule]:
        """The rules to try in a passage."""
        mask = 0
        for word in passage.distinct:
            mask |= self[word]
        for name in passage.facts:
            mask |= self._gate.of_fact(name)
        return self._gate.open(mask)


def _commonness(group: Group) -> float:
    """A guess at how often one of the anchors is in a sentence: facts are everywhere, long words are rare."""
    return sum(1.0 if mode == "fact" else 2.0 ** -len(text) for mode, text in group)


def _bits(mask: int) -> Iterable[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
