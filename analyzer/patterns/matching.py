"""Matches a compiled pattern in one sentence, in linear time.

A set of places in a sentence of n words is an integer of n + 1 bits: bit i stands for the place before word i. Reading a leaf moves each
place at which one of its spans begins to the place where the span ends; a gap fills the places to the right; brackets join sets. Each leaf
is read once, whatever the nesting, so the cost is the sum of the leaves' matches.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence as Listing
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from analyzer.document import Span
from analyzer.language.pipeline import TOKEN, words
from analyzer.language.stemming import stem
from analyzer.patterns.compiler import Pattern, is_run
from analyzer.patterns.grammar import Choice, Fact, Gap, Maybe, Node, Sequence, Word

Range = tuple[int, int]  # words, end exclusive


class Passage:
    """A sentence (or a list's lead-in and an item) as words: what patterns are matched against. Offsets are of the folded text."""

    def __init__(self, text: str, spans: Listing[Span], language: str, facts: Mapping[str, Listing[Span]]) -> None:
        self._language = language
        self._facts = facts
        found = [match for span in spans for match in TOKEN.finditer(text, span.start, span.end)]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.words = [match.group() for match in found]
        self._fact_ranges: dict[str, tuple[Range, ...]] = {}

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def doc(self) -> Doc:
        return words(self._language, self.words)

    def places(self, word: Word) -> Listing[int]:
        """Where a word of a pattern stands: what one word needs no Matcher for."""
        if word.mode == "prefix":
            return [place for place, text in enumerate(self.words) if text.startswith(word.text)]
        if word.mode == "exact":
            return [place for place, text in enumerate(self.words) if text == word.text]
        return self._stems.get(stem(word.text, self._language), ())

    @cached_property
    def _stems(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            found.setdefault(stem(word, self._language), []).append(place)
        return found

    def fact(self, name: str) -> tuple[Range, ...]:
        """The word ranges of the facts of that name inside the passage."""
        if name not in self._fact_ranges:
            ranges = (self.range(span) for span in self._facts.get(name, ()))
            self._fact_ranges[name] = tuple(found for found in ranges if found[0] < found[1])
        return self._fact_ranges[name]

    def range(self, span: Span) -> Range:
        """The words that lie within a folded span."""
        return bisect_left(self.starts, span.start), bisect_right(self.ends, span.end)

    def span(self, found: Range) -> Span:
        """The folded span of a word range; it must hold a word."""
        return Span(self.starts[found[0]], self.ends[found[1] - 1])

    def text(self, found: Range) -> str:
        return " ".join(self.words[found[0] : found[1]])


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched: the whole range of words, and the range of each leaf on the way (for `explain`)."""

    range: Range
    leaves: tuple[Range, ...]


def find(pattern: Pattern, passage: Passage) -> Match | None:
    """The match that ends first, as tight as it can be; None where there is none."""
    reading = Reading(pattern, passage)
    everywhere = (1 << (len(passage) + 1)) - 1
    ends = reading.after(pattern.node, everywhere)
    if not ends:
        return None
    end = (ends & -ends).bit_length() - 1
    start, leaves = reading.trace(pattern.node, everywhere, end)
    return Match((start, end), tuple(leaves))


class Reading:
    """One pattern over one passage."""

    def __init__(self, pattern: Pattern, passage: Passage) -> None:
        self.pattern, self.passage = pattern, passage
        self.full = (1 << (len(passage) + 1)) - 1
        self.runs: list[list[Range]] = [[] for _ in pattern.runs]
        several = False
        for index, run in enumerate(pattern.runs):
            places = passage.places(run[0])
            if len(run) == 1:
                self.runs[index] = [(place, place + 1) for place in places]
            else:
                several = several or (bool(places) and all(passage.places(word) for word in run[1:]))
        if several:
            keys = pattern.keys
            for key, start, end in pattern.matcher(passage.doc):
                self.runs[keys[key]].append((start, end))

    def spans(self, node: Node) -> Listing[Range] | None:
        """The ranges of a leaf; None for other nodes."""
        if is_run(node):
            return self.runs[self.pattern.leaves[id(node)]]
        return self.passage.fact(node.name) if isinstance(node, Fact) else None

    def after(self, node: Node, places: int) -> int:
        """The places that can be reached by reading the node from one of `places`."""
        if not places:
            return 0
        spans = self.spans(node)
        if spans is not None:
            reached = 0
            for start, end in spans:
                if places >> start & 1:
                    reached |= 1 << end
            return reached
        match node:
            case Gap(limit):
                return self._gap(places, limit)
            case Maybe(item):
                return places | self.after(item, places)
            case Choice(options):
                reached = 0
                for option in options:
                    reached |= self.after(option, places)
                return reached
            case Sequence(items):
                for item in items:
                    places = self.after(item, places)
        return places

    def _gap(self, places: int, limit: int | None) -> int:
        if limit is None:
            return self.full & ~((places & -places) - 1)
        reached = places
        for _ in range(min(limit, len(self.passage))):
            reached |= reached << 1
        return reached & self.full

    def trace(self, node: Node, places: int, end: int) -> tuple[int, list[Range]]:
        """Where a reading of the node from `places` that ends at `end` began (the latest such place), and its leaves."""
        spans = self.spans(node)
        if spans is not None:
            start = max(begin for begin, stop in spans if stop == end and places >> begin & 1)
            return start, [(start, end)]
        match node:
            case Gap(limit):
                return self._latest(places, end, limit), []
            case Maybe(item):
                return (end, []) if places >> end & 1 else self.trace(item, places, end)
            case Choice(options):
                option = next(option for option in options if self.after(option, places) >> end & 1)
                return self.trace(option, places, end)
            case Sequence(items):
                read = self.trace_items(items, places, end)
                return read[0][0][0], [leaf for _, leaves in read for leaf in leaves]
        raise AssertionError(node)

    def _latest(self, places: int, end: int, limit: int | None) -> int:
        within = places & ((1 << (end + 1)) - 1)
        start = within.bit_length() - 1
        assert limit is None or end - start <= limit  # noqa: S101 - `after` reached the end from here
        return start

    def trace_items(self, items: tuple[Node, ...], places: int, end: int) -> list[tuple[Range, list[Range]]]:
        """The range of each item of a sequence whose reading from `places` ends at `end`, and the leaves in it."""
        before = [places]
        for item in items[:-1]:
            before.append(self.after(item, before[-1]))
        found: list[tuple[Range, list[Range]]] = []
        for item, reachable in zip(reversed(items), reversed(before), strict=True):
            start, leaves = self.trace(item, reachable, end)
            found.append(((start, end), leaves))
            end = start
        return found[::-1]
