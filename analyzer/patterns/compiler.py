"""Compiles a pattern's tree for one language: runs of words with their stems, and the gate that decides when to try it.

Each run also compiles to one token pattern of spaCy's Matcher (`token_pattern`): tests hold both readings equal on
every run of the library, and `make bench` prints what the difference is worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analyzer.language.stemming import stem
from analyzer.patterns.grammar import NO_PHRASES, Choice, Fact, Gap, Maybe, Node, Phrases, Sequence, Word, parse
from analyzer.patterns.parts import Between, Either, Group, Key, Optional, Part, Run, Series, Stated


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A compiled pattern: what it was written as, what is read, and its gate."""

    source: str
    language: str
    part: Part
    groups: tuple[Group, ...]


_RUNS: dict[tuple[Key, ...], Run] = {}


def compile_pattern(source: str, language: str, phrases: Phrases = NO_PHRASES) -> Pattern:
    """Compile a pattern's text, in which `@name` stands for one of `phrases`. Raises PatternError."""
    part = _compiled(parse(source, phrases), language)
    return Pattern(source, language, part, tuple(part.groups()))


def token_pattern(run: Run) -> list[dict[str, Any]]:
    """The run as one pattern of spaCy's Matcher, over a Doc of folded words whose NORM is their stem."""
    attribute = {"forms": "NORM", "exact": "ORTH"}
    return [
        {attribute[mode]: text} if mode in attribute else {"ORTH": {"REGEX": "^" + text}} for mode, text in run.keys
    ]


def _compiled(node: Node, language: str) -> Part:
    match node:
        case Word():
            return _run([node], language)
        case Sequence(items):
            parts = _joined(items, language)
            return parts[0] if len(parts) == 1 else Series(tuple(parts))
        case Choice(options):
            return Either(tuple(_compiled(option, language) for option in options))
        case Maybe(item):
            return Optional(_compiled(item, language))
        case Fact(name):
            return Stated(name)
        case Gap(limit):
            return Between(limit)


def _joined(items: tuple[Node, ...], language: str) -> list[Part]:
    """The parts of a sequence, neighbouring words gathered into runs."""
    parts: list[Part] = []
    words: list[Word] = []
    for item in items:
        if isinstance(item, Word):
            words.append(item)
            continue
        if words:
            parts.append(_run(words, language))
            words = []
        parts.append(_compiled(item, language))
    if words:
        parts.append(_run(words, language))
    return parts


def _run(words: list[Word], language: str) -> Run:
    keys = tuple((word.mode, stem(word.text, language) if word.mode == "forms" else word.text) for word in words)
    return _RUNS.setdefault((*keys, ("language", language)), Run(tuple(words), keys))
