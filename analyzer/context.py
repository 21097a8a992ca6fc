"""One document while its clauses are looked for: its sentences as passages, each made once, with the facts in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from analyzer.document import Span
from analyzer.facts.pronouns import with_pronouns
from analyzer.facts.values import Facts
from analyzer.language.folding import Folded
from analyzer.patterns.matching import Lexicon, Passage, Tokens
from analyzer.structure import Structure
from analyzer.structure.lists import items

SECTION_SENTENCES = 40  # a section longer than this is read in part: the clause's neighbourhood
NEIGHBOURS = 3  # sentences before and after a clause that stands in no section


class FactIndex:
    """The facts of a document by the names that patterns use, as folded spans in order."""

    def __init__(self, folded: Folded, structure: Structure, facts: Facts) -> None:
        found: dict[str, Sequence[Span]] = {
            "MONEY": [money.span for money in facts.money],
            "DURATION": [duration.span for duration in facts.durations],
            "PERCENT": [percent.span for percent in facts.percents],
            "FEES": [fees.span for fees in facts.fees],
            "PROVIDER": [mention.span for mention in facts.mentions if mention.role == "provider"],
            "CUSTOMER": [mention.span for mention in facts.mentions if mention.role == "customer"],
            "BOTH": [mention.span for mention in facts.mentions if mention.role == "both"],
            "LAW": [facts.governing_law.span] if facts.governing_law else [],
            "VALUE": [facts.annual_value.span] if facts.annual_value and facts.annual_value.span else [],
            "NOWHERE": sorted((each.span for each in structure.nowhere()), key=lambda span: span.start),
        }
        for kind in ("words", "vat", "period"):
            found[f"{kind.upper()}_CLASH"] = [clash.span for clash in facts.clashes if clash.kind == kind]
        self._spans = {name: [folded.folded(span) for span in spans] for name, spans in found.items()}
        everything = [(span.start, name, span) for name, spans in self._spans.items() for span in spans]
        everything.sort(key=itemgetter(0))
        self._starts = [start for start, _, _ in everything]
        self._named = [(name, span) for _, name, span in everything]

    def items(self) -> Iterator[tuple[str, Sequence[Span]]]:
        yield from self._spans.items()

    def within(self, parts: Sequence[Span]) -> Mapping[str, Sequence[Span]]:
        """The facts that begin in one of the parts (in order)."""
        found: dict[str, list[Span]] = {}
        for part in parts:
            first = bisect_left(self._starts, part.start)
            for name, span in self._named[first : bisect_left(self._starts, part.end, first)]:
                found.setdefault(name, []).append(span)
        return found


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that are read together, and the place of the first of them that nothing before has read.

    `whole`: the sentence itself rather than an item of the list in it.
    """

    passage: Passage
    own: int
    whole: bool = False


class Context:
    """All that was read of a document before its clauses. `spans` are its sentences in the folded text."""

    def __init__(self, folded: Folded, structure: Structure, facts: Facts) -> None:
        self.folded, self.structure, self.facts = folded, structure, with_pronouns(facts, folded, structure)
        self.index = FactIndex(folded, structure, self.facts)
        self.spans = [folded.folded(sentence.span) for sentence in structure.sentences]
        self.lexicon = Lexicon(structure.language)
        self._tokens = Tokens(folded.text, self.lexicon)
        self.together: dict[
            tuple[str, str], Any
        ] = {}  # topic and attribute: what all of the topic's clauses say together
        self._passages: dict[int, Passage] = {}
        self._headings: dict[int, Passage] = {}
        self._readings: dict[int, tuple[Reading, ...]] = {}

    @property
    def language(self) -> str:
        return self.structure.language

    def passage(self, number: int) -> Passage:
        """Sentence `number`, with its list's lead-in before it."""
        found = self._passages.get(number)
        if found is None:
            lead = self.structure.sentences[number].lead
            parts = [self.folded.folded(lead), self.spans[number]] if lead else [self.spans[number]]
            found = self._passages[number] = self._read(parts)
        return found

    def readings(self, number: int) -> tuple[Reading, ...]:
        """Sentence `number` whole, then each item of the list in it with the words that open the list."""
        found = self._readings.get(number)
        if found is None:
            found = self._readings[number] = (Reading(self.passage(number), 0, whole=True), *self._items(number))
        return found

    def _items(self, number: int) -> Iterator[Reading]:
        listed = items(self.folded.text, self.spans[number])
        if listed is None:
            return
        lead = self.structure.sentences[number].lead
        before = [self.folded.folded(lead)] if lead else []
        for part in listed.items:
            passage = self._read([*before, listed.opening, part])
            yield Reading(passage, bisect_left(passage.starts, part.start))

    def previous(self, number: int) -> Passage | None:
        """The sentence before sentence `number` in the same section; None for a section's first."""
        sentences = self.structure.sentences
        if number == 0 or sentences[number - 1].section != sentences[number].section:
            return None
        return self.passage(number - 1)

    def heading(self, section: int) -> Passage:
        """The title of a section; it may hold no word."""
        found = self._headings.get(section)
        if found is None:
            span = self.folded.folded(self.structure.sections[section].heading)
            found = self._headings[section] = self._read([span])
        return found

    def _read(self, parts: list[Span]) -> Passage:
        return Passage(self._tokens, parts, self.index.within(parts))

    def section_around(self, first: int, last: int) -> range:
        """The sentences of the section of sentences first..last that are near them; outside any section, their neighbours."""
        return self._around(first, last, lambda section: section)

    def article_around(self, first: int, last: int) -> range:
        """The same of the whole article: 4.1 and 4.2 are both of article 4."""
        return self._around(first, last, self._article)

    def _around(self, first: int, last: int, part: Callable[[int | None], int | None]) -> range:
        sentences = self.structure.sentences
        here = part(sentences[first].section)
        reach = NEIGHBOURS if here is None else SECTION_SENTENCES
        least, most = max(0, first - reach), min(len(sentences), last + reach + 1)
        while first > least and part(sentences[first - 1].section) == here:
            first -= 1
        while last + 1 < most and part(sentences[last + 1].section) == here:
            last += 1
        return range(first, last + 1)

    def _article(self, section: int | None) -> int | None:
        """The outermost section whose number begins this one's: "4" of "4.2(a)"."""
        sections = self.structure.sections
        for outer in self.structure.lineage(section):
            number, parent = sections[outer].number, sections[outer].parent
            around = sections[parent].number if parent is not None else None
            if not (number and around and number.startswith(around)):
                return outer
        return None

    def folded_text(self, span: Span) -> str:
        """The folded text of a span of the text as read."""
        place = self.folded.folded(span)
        return self.folded.text[place.start : place.end]

    def original(self, span: Span) -> Span:
        """The span in the text as read of a folded one."""
        return self.folded.original(span.start, span.end)
