"""Compiles a pattern's tree for one language: spaCy token patterns for its words, and the gate that decides when to run them.

A run of plain words is one token pattern of spaCy's Matcher. Brackets, gaps and facts join such runs; `patterns.matching` does that in one
pass over sets of positions, so that no pattern takes more than linear time (spaCy's own wildcard is quadratic in the sentence).

The gate is a conjunction of disjunctions of anchors: a sentence can only match if it holds, of every group, at least one anchor. An
anchor is the stem of a run's longest word, or a fact. It is derived from the tree, never written by hand, so nothing is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from typing import Any

from spacy.matcher import Matcher

from analyzer.language.pipeline import vocabulary
from analyzer.language.stemming import stem
from analyzer.patterns.grammar import Choice, Fact, Leaf, Maybe, Node, Sequence, Word, parse

Group = frozenset[str]  # anchors of which one must be there; a fact's anchor is "<NAME>"


@dataclass(frozen=True, eq=False)
class Run(Leaf):
    """Words that follow each other: a leaf of a compiled tree. `keys` holds each word's stem, or its text if only that will do.

    The same words in several patterns are one object, so that a passage finds them once.
    """

    words: tuple[Word, ...]
    keys: tuple[str, ...]
    language: str

    @cached_property
    def matcher(self) -> Matcher:
        """Made at the first sentence that holds all the words."""
        matcher = Matcher(vocabulary(self.language), validate=False)
        matcher.add("run", [[_token(word, key) for word, key in zip(self.words, self.keys, strict=True)]])
        return matcher


@cache
def _run(words: tuple[Word, ...], language: str) -> Run:
    return Run(
        words, tuple(stem(word.text, language) if word.mode == "forms" else word.text for word in words), language
    )


@dataclass(frozen=True, eq=False)
class Pattern:
    """A compiled pattern: its tree, with runs for leaves. `groups` is the gate."""

    source: str
    language: str
    node: Node
    groups: tuple[Group, ...]


def compile_pattern(source: str, language: str) -> Pattern:
    """Compile a pattern's text. Raises PatternError."""
    node = _with_runs(parse(source), language)
    return Pattern(source, language, node, tuple(_groups(node)))


def _token(word: Word, key: str) -> dict[str, Any]:
    if word.mode == "forms":
        return {"NORM": key}
    return {"ORTH": key} if word.mode == "exact" else {"ORTH": {"REGEX": "^" + key}}


def _with_runs(node: Node, language: str) -> Node:
    """The same tree with neighbouring words of a sequence gathered into a run."""
    match node:
        case Sequence(items):
            gathered: list[Node] = []
            for words, group in groupby(items, _is_word):
                if words:
                    gathered.append(_run(tuple(item for item in group if isinstance(item, Word)), language))
                else:
                    gathered += [_with_runs(item, language) for item in group]
            return gathered[0] if len(gathered) == 1 else Sequence(tuple(gathered))
        case Choice(options):
            return Choice(tuple(_with_runs(option, language) for option in options))
        case Maybe(item):
            return Maybe(_with_runs(item, language))
        case Word():
            return _run((node,), language)
    return node


def _is_word(node: Node) -> bool:
    return isinstance(node, Word)


def _groups(node: Node) -> list[Group]:
    """The gate of a node: what must be in a sentence for the node to match."""
    match node:
        case Run(words, keys):
            longest = max(range(len(words)), key=lambda place: len(words[place].text))
            return [frozenset({keys[longest]})]
        case Fact(name):
            return [frozenset({f"<{name}>"})]
        case Sequence(items):
            return [group for item in items for group in _groups(item)]
        case Choice(options):
            tightest = [_tightest(_groups(option)) for option in options]
            return [frozenset().union(*tightest)] if all(tightest) else []
    return []


def _tightest(groups: list[Group]) -> Group:
    """The group that lets the fewest sentences through: the one whose shortest anchor is longest, facts last."""
    return max(
        groups, key=lambda group: min(0 if anchor[0] == "<" else len(anchor) for anchor in group), default=frozenset()
    )
