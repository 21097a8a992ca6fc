"""Compiles a pattern's tree for one language: runs of words with their stems.

Each run also compiles to one token pattern of spaCy's Matcher (`token_pattern`): tests hold both readings equal on
every run of the library, and `make bench` prints what the difference is worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from analyzer.language.stemming import stem
from analyzer.patterns.grammar import NO_PHRASES, Called, Choice, Fact, Gap, Maybe, Node, Phrases, Sequence, Word, parse
from analyzer.patterns.parts import Between, Either, Key, Optional, Part, Run, Series, Stated


@dataclass(frozen=True, eq=False)
class Pattern:
    """A pattern of a language: what it was written as, and what is read; compiled when it is first asked for.

    Most rules are never tried in a given contract, and what speaks against a clause is asked for only once something spoke for it.
    """

    source: str
    language: str
    phrases: Phrases

    @cached_property
    def part(self) -> Part:
        """What is read. Raises PatternError."""
        return _compiled(parse(self.source, self.phrases), self.language)


_RUNS: dict[tuple[str, tuple[Key, ...]], Run] = {}  # by language and keys
# The parts of phrases, by language and the node's identity; the node is kept so that its identity stays its own.
_CALLED: dict[tuple[str, int], tuple[Node, Part]] = {}


def compile_pattern(source: str, language: str, phrases: Phrases = NO_PHRASES) -> Pattern:
    """Compile a pattern's text at once, in which `@name` stands for one of `phrases`. Raises PatternError."""
    pattern = Pattern(source, language, phrases)
    _ = pattern.part
    return pattern


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
        case Called(_, inner):
            return _called(inner, language)


def _called(node: Node, language: str) -> Part:
    """The part of a phrase: one object for all its calls, so that a passage reads it once from a place."""
    if (language, id(node)) not in _CALLED:
        _CALLED[language, id(node)] = node, _compiled(node, language)
    return _CALLED[language, id(node)][1]


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
    keys = tuple([_key(word.mode, word.text, language) for word in words])
    found = _RUNS.get((language, keys))
    if found is None:
        found = _RUNS[language, keys] = Run(tuple(words), keys, sum(len(text) for _, text in keys))
    return found


@lru_cache(maxsize=65536)
def _key(mode: str, text: str, language: str) -> Key:
    return mode, stem(text, language) if mode == "forms" else text
