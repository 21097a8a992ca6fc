"""Matches a compiled pattern in one sentence, in linear time.

Where a word stands in a sentence is a set of places, one bit a place, so a run of words is a few shifts and
conjunctions of integers; a gap fills the places to the right; brackets join sets. Each part is read once, whatever
the nesting: the cost of a pattern is its length times the sentence's, in machine words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from collections.abc import Sequence as Listing
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from analyzer.document import Span
from analyzer.language.stemming import stem
from analyzer.patterns.compiler import Pattern
from analyzer.patterns.parts import Key, Range, Run

TOKEN = re.compile(r"[^\W_]+|[%€$£]")
_WORDS = re.compile(f"({TOKEN.pattern})")


class Lexicon(dict[str, str]):
    """The stems of one document's words, each made once; it goes when the document goes."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> str:
        self[word] = made = stem(word, self.language)
        return made


class Tokens:
    """The words of a folded text, found at once: each with its stem, and where it begins and ends."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        parts = _WORDS.split(text)  # what is between the words, and the words
        bounds = list(accumulate(map(len, parts)))
        self.text, self.lexicon = text, lexicon
        self.words, self.starts, self.ends = parts[1::2], bounds[:-1:2], bounds[1::2]
        self.forms = list(map(lexicon.__getitem__, self.words))

    def within(self, span: Span) -> tuple[list[str], list[str], list[int], list[int]]:
        """The words inside a span with their stems, starts and ends. A span that cuts a word holds the part of it that is inside."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        if (first and self.ends[first - 1] > span.start) or (last > first and self.ends[last - 1] > span.end):
            found = list(TOKEN.finditer(self.text, span.start, span.end))
            words = [match.group() for match in found]
            forms = list(map(self.lexicon.__getitem__, words))
            return words, forms, [match.start() for match in found], [match.end() for match in found]
        return self.words[first:last], self.forms[first:last], self.starts[first:last], self.ends[first:last]


class Passage:
    """A sentence (or a list's lead-in and an item) as words: what patterns are matched against. Offsets are of the folded text.

    Punctuation, Markdown marks and quotes are not words: a pattern reads across them.
    """

    def __init__(self, tokens: Tokens, spans: Listing[Span], facts: Mapping[str, Listing[Span]]) -> None:
        self.words, self.forms, self.starts, self.ends = tokens.within(spans[0])
        for span in spans[1:]:
            words, forms, starts, ends = tokens.within(span)
            self.words += words
            self.forms += forms
            self.starts += starts
            self.ends += ends
        self.everywhere = (1 << (len(self.words) + 1)) - 1
        self._facts = facts
        self._fact_ranges: dict[str, tuple[Range, ...]] = {}
        self._runs: dict[Run, int] = {}
        self._prefixes: dict[str, int] = {}

    # Most sentences pass no gate: what only a match asks for is made when it does.

    @cached_property
    def exact(self) -> dict[str, int]:
        """Where each word stands, as a set of places."""
        return _standing(self.words)

    @cached_property
    def stems(self) -> dict[str, int]:
        """Where the words of each stem stand, as a set of places."""
        return _standing(self.forms)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def facts(self) -> Collection[str]:
        """The names of the facts that begin in the passage."""
        return self._facts.keys()

    def starts_of(self, run: Run) -> int:
        """The places at which a run of words begins."""
        found = self._runs.get(run)
        if found is None:
            found = self.everywhere
            for distance, key in enumerate(run.keys):
                found &= self._places(key) >> distance
                if not found:
                    break
            self._runs[run] = found
        return found

    def _places(self, key: Key) -> int:
        mode, text = key
        if mode == "forms":
            return self.stems.get(text, 0)
        if mode == "exact":
            return self.exact.get(text, 0)
        if text not in self._prefixes:
            self._prefixes[text] = self._beginning(text)
        return self._prefixes[text]

    def _beginning(self, prefix: str) -> int:
        words, exact, found = self._sorted, self.exact, 0
        for place in range(bisect_left(words, prefix), len(words)):
            if not words[place].startswith(prefix):
                break
            found |= exact[words[place]]
        return found

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.exact)

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


def _standing(words: Listing[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    bit = 1
    for word in words:
        places[word] = places[word] | bit if word in places else bit
        bit <<= 1
    return places


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched: the whole range of words, and the range of each leaf on the way (for `explain`)."""

    range: Range
    leaves: tuple[Range, ...]


def find(pattern: Pattern, passage: Passage) -> Match | None:
    """The match that ends first, as tight as it can be; None where there is none."""
    ends = pattern.part.after(passage.everywhere, passage)
    if not ends:
        return None
    end = (ends & -ends).bit_length() - 1
    start, leaves = pattern.part.trace(passage.everywhere, end, passage)
    return Match((start, end), tuple(leaves))
