"""Compiles a pattern's tree for one language: spaCy token patterns for its words, and the gate that decides when to run them.

A run of plain words is one token pattern of spaCy's Matcher. Brackets, gaps and facts join such runs; `patterns.matching` does that in one
pass over sets of positions, so that no pattern takes more than linear time (spaCy's own wildcard is quadratic in the sentence).

The gate is a conjunction of disjunctions of anchors: a sentence can only match if it holds, of every group, at least one anchor. An
anchor is the stem of a run's longest word, or a fact. It is derived from the tree, never written by hand, so nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from spacy.matcher import Matcher
from spacy.strings import get_string_id

from analyzer.language.pipeline import vocabulary
from analyzer.language.stemming import stem
from analyzer.patterns.grammar import Choice, Fact, Gap, Maybe, Node, Sequence, Word, parse

Group = frozenset[str]  # anchors of which one must be there; a fact's anchor is "<NAME>"


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern. `runs[i]` is leaf i; `groups` is the gate."""

    source: str
    language: str
    node: Node
    runs: tuple[tuple[Word, ...], ...]
    groups: tuple[Group, ...]
    leaves: dict[int, int] = field(repr=False)  # id of a tree node -> number of its run

    @cached_property
    def matcher(self) -> Matcher:
        """One spaCy Matcher with a key for each run of several words; made at the first sentence that needs it."""
        matcher = Matcher(vocabulary(self.language), validate=False)
        for index, run in enumerate(self.runs):
            if len(run) > 1:
                matcher.add(str(index), [[_token(word, self.language) for word in run]])
        return matcher

    @cached_property
    def keys(self) -> dict[int, int]:
        """spaCy's number of each run's key -> the run."""
        return {get_string_id(str(index)): index for index in range(len(self.runs))}


def compile_pattern(source: str, language: str) -> Pattern:
    """Compile a pattern's text. Raises PatternError."""
    node = _with_runs(parse(source))
    runs: list[tuple[Word, ...]] = []
    leaves: dict[int, int] = {}
    for leaf in _leaves(node):
        leaves[id(leaf)] = len(runs)
        runs.append(_words(leaf))
    return Pattern(source, language, node, tuple(runs), tuple(_groups(node, language)), leaves)


def _token(word: Word, language: str) -> dict[str, Any]:
    if word.mode == "forms":
        return {"NORM": stem(word.text, language)}
    return {"ORTH": word.text} if word.mode == "exact" else {"ORTH": {"REGEX": "^" + word.text}}


def _with_runs(node: Node) -> Node:
    """The same tree with neighbouring words of a sequence gathered into one inner sequence: a run."""
    match node:
        case Sequence(items):
            gathered: list[Node] = []
            run: list[Node] = []
            for item in (*items, None):
                if isinstance(item, Word):
                    run.append(item)
                    continue
                if run:
                    gathered.append(Sequence(tuple(run)))
                    run = []
                if item is not None:
                    gathered.append(_with_runs(item))
            return gathered[0] if len(gathered) == 1 else Sequence(tuple(gathered))
        case Choice(options):
            return Choice(tuple(_with_runs(option) for option in options))
        case Maybe(item):
            return Maybe(_with_runs(item))
        case Word():
            return Sequence((node,))
    return node


def is_run(node: Node) -> bool:
    """Is the node a run of words (after `_with_runs`, a sequence of words alone)?"""
    return isinstance(node, Sequence) and isinstance(node.items[0], Word)


def _words(leaf: Node) -> tuple[Word, ...]:
    assert isinstance(leaf, Sequence)  # noqa: S101 - narrows the type; is_run holds
    return tuple(item for item in leaf.items if isinstance(item, Word))


def _leaves(node: Node) -> Iterator[Node]:
    if is_run(node):
        yield node
        return
    match node:
        case Sequence(items) | Choice(items):
            for item in items:
                yield from _leaves(item)
        case Maybe(item):
            yield from _leaves(item)


def _groups(node: Node, language: str) -> list[Group]:
    """The gate of a node: what must be in a sentence for the node to match."""
    if is_run(node):
        longest = max(_words(node), key=lambda word: len(word.text))
        return [frozenset({stem(longest.text, language) if longest.mode == "forms" else longest.text})]
    match node:
        case Fact(name):
            return [frozenset({f"<{name}>"})]
        case Sequence(items):
            return [group for item in items for group in _groups(item, language)]
        case Choice(options):
            tightest = [_tightest(_groups(option, language)) for option in options]
            return [frozenset().union(*tightest)] if all(tightest) else []
    return []


def _tightest(groups: list[Group]) -> Group:
    """The group that lets the fewest sentences through: the one whose shortest anchor is longest, facts last."""
    return max(groups, key=lambda group: min(0 if anchor[0] == "<" else len(anchor) for anchor in group), default=frozenset())
