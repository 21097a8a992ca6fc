"""Matches a compiled pattern in one sentence, in linear time.

A set of places in a sentence of n words is an integer of n + 1 bits: bit i stands for the place before word i. Reading a leaf moves each
place at which one of its spans begins to the place where the span ends; a gap fills the places to the right; brackets join sets. A run of
words is looked up once in a passage, whatever the number of patterns that hold it, and only where what stands before it was found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from collections.abc import Sequence as Listing
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from analyzer.document import Span
from analyzer.language.pipeline import TOKEN, words
from analyzer.language.stemming import Stems
from analyzer.patterns.compiler import Pattern, Run
from analyzer.patterns.grammar import Choice, Fact, Gap, Maybe, Node, Sequence, Word

Range = tuple[int, int]  # words, end exclusive


class Passage:
    """A sentence (or a list's lead-in and an item) as words: what patterns are matched against. Offsets are of the folded text.

    `stems` are those of the document, where it has several passages. Everything but the words is found when first asked for.
    """

    def __init__(
        self,
        text: str,
        spans: Listing[Span],
        language: str,
        facts: Mapping[str, Listing[Span]],
        stems: Stems | None = None,
    ) -> None:
        self._text, self._spans, self._language, self._facts = text, spans, language, facts
        self._stems = Stems(language) if stems is None else stems
        self.words: list[str] = [word for span in spans for word in TOKEN.findall(text, span.start, span.end)]
        self.full = (1 << (len(self.words) + 1)) - 1
        self._runs: dict[Run, int] = {}
        self._prefixes: dict[str, int] = {}
        self._fact_ranges: dict[str, tuple[Range, ...]] = {}

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def doc(self) -> Doc:
        return words(self._language, self.words)

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        """Where each word starts, and where it ends."""
        found = [match.span() for span in self._spans for match in TOKEN.finditer(self._text, span.start, span.end)]
        return [start for start, _ in found], [end for _, end in found]

    @cached_property
    def _by_word(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for place, word in enumerate(self.words):
            found[word] = found.get(word, 0) | 1 << place
        return found

    @cached_property
    def _by_stem(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for word, places in self._by_word.items():
            stem = self._stems[word]
            found[stem] = found.get(stem, 0) | places
        return found

    def places(self, word: Word, key: str) -> int:
        """Where a word of a pattern stands; `key` is its stem if any of its forms will do."""
        if word.mode == "forms":
            return self._by_stem.get(key, 0)
        if word.mode == "exact":
            return self._by_word.get(key, 0)
        if key not in self._prefixes:
            found = 0
            for text, places in self._by_word.items():
                if text.startswith(key):
                    found |= places
            self._prefixes[key] = found
        return self._prefixes[key]

    def run(self, run: Run) -> int:
        """The places at which the run begins."""
        found = self._runs.get(run)
        if found is None:
            found = self._runs[run] = self._find(run)
        return found

    def _find(self, run: Run) -> int:
        """Asks the Matcher of spaCy for runs of several words, where the sentence holds them all."""
        found = 0
        for word, key in zip(run.words, run.keys, strict=True):
            found = self.places(word, key)
            if not found:
                return 0
        if len(run.words) == 1:
            return found
        found = 0
        for _, start, _ in run.matcher(self.doc):
            found |= 1 << start
        return found

    def fact(self, name: str) -> tuple[Range, ...]:
        """The word ranges of the facts of that name inside the passage."""
        if name not in self._fact_ranges:
            ranges = (self.range(span) for span in self._facts.get(name, ()))
            self._fact_ranges[name] = tuple(found for found in ranges if found[0] < found[1])
        return self._fact_ranges[name]

    def range(self, span: Span) -> Range:
        """The words that lie within a folded span."""
        starts, ends = self._bounds
        return bisect_left(starts, span.start), bisect_right(ends, span.end)

    def span(self, found: Range) -> Span:
        """The folded span of a word range; it must hold a word."""
        starts, ends = self._bounds
        return Span(starts[found[0]], ends[found[1] - 1])

    def text(self, found: Range) -> str:
        return " ".join(self.words[found[0] : found[1]])


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched: the whole range of words, and the range of each leaf on the way (for `explain`)."""

    range: Range
    leaves: tuple[Range, ...]


def matches(pattern: Pattern, passage: Passage) -> bool:
    """Does the pattern match at all?"""
    return after(pattern.node, passage, passage.full) != 0


def find(pattern: Pattern, passage: Passage) -> Match | None:
    """The match that ends first, as tight as it can be; None where there is none."""
    ends = after(pattern.node, passage, passage.full)
    if not ends:
        return None
    end = (ends & -ends).bit_length() - 1
    start, leaves = trace(pattern.node, passage, passage.full, end)
    return Match((start, end), tuple(leaves))


def after(node: Node, passage: Passage, places: int) -> int:
    """The places that can be reached by reading the node from one of `places`."""
    if not places:
        return 0
    if isinstance(node, Run):
        return (passage.run(node) & places) << len(node.words)
    if isinstance(node, Sequence):
        for item in node.items:
            places = after(item, passage, places)
            if not places:
                return 0
        return places
    if isinstance(node, Gap):
        return _gap(passage, places, node.limit)
    if isinstance(node, Maybe):
        return places | after(node.item, passage, places)
    if isinstance(node, Fact):
        return _joined(1 << end for start, end in passage.fact(node.name) if places >> start & 1)
    assert isinstance(node, Choice)  # noqa: S101 - narrows the type
    return _joined(after(option, passage, places) for option in node.options)


def _joined(sets: Iterable[int]) -> int:
    found = 0
    for places in sets:
        found |= places
    return found


def _gap(passage: Passage, places: int, limit: int | None) -> int:
    if limit is None:
        return passage.full & ~((places & -places) - 1)
    reached = places
    for _ in range(min(limit, len(passage))):
        reached |= reached << 1
    return reached & passage.full


def trace(node: Node, passage: Passage, places: int, end: int) -> tuple[int, list[Range]]:
    """Where a reading of the node from `places` that ends at `end` began (the latest such place), and its leaves."""
    match node:
        case Run(words=run):
            return end - len(run), [(end - len(run), end)]
        case Fact(name):
            start = max(begin for begin, stop in passage.fact(name) if stop == end and places >> begin & 1)
            return start, [(start, end)]
        case Gap(limit):
            return _latest(places, end, limit), []
        case Maybe(item):
            return (end, []) if places >> end & 1 else trace(item, passage, places, end)
        case Choice(options):
            option = next(option for option in options if after(option, passage, places) >> end & 1)
            return trace(option, passage, places, end)
        case Sequence(items):
            read = trace_items(items, passage, places, end)
            return read[0][0][0], [leaf for _, leaves in read for leaf in leaves]
    raise AssertionError(node)


def _latest(places: int, end: int, limit: int | None) -> int:
    within = places & ((1 << (end + 1)) - 1)
    start = within.bit_length() - 1
    assert limit is None or end - start <= limit  # noqa: S101 - `after` reached the end from here
    return start


def trace_items(items: tuple[Node, ...], passage: Passage, places: int, end: int) -> list[tuple[Range, list[Range]]]:
    """The range of each item of a sequence whose reading from `places` ends at `end`, and the leaves in it."""
    before = [places]
    for item in items[:-1]:
        before.append(after(item, passage, before[-1]))
    found: list[tuple[Range, list[Range]]] = []
    for item, reachable in zip(reversed(items), reversed(before), strict=True):
        start, leaves = trace(item, passage, reachable, end)
        found.append(((start, end), leaves))
        end = start
    return found[::-1]
