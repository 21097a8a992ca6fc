"""Finds the clauses: the library's signals against every sentence, a score for each candidate, and the signals that made it.

A candidate is a sentence (or the pieces of one list) in which a signal of the topic with patterns matched. Its score is the logistic of the
sum of its signals' weights less the topic's threshold; 0.5 and more means "this contract has this clause".
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analyzer.document import Span
from analyzer.facts.values import Facts
from analyzer.language.folding import Folded
from analyzer.language.negation import negated
from analyzer.language.stemming import Stems
from analyzer.library import Library, Signal, Topic
from analyzer.patterns.compiler import Pattern
from analyzer.patterns.gate import Gate
from analyzer.patterns.matching import Match, Passage, Range, find, matches
from analyzer.structure import Structure

_NEAR = 6  # words after the start of a match in which its party may be named: "liability of the Provider"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A signal that spoke in a sentence: which, with what weight, and the words that made it (spans of the text as read)."""

    signal: str
    weight: float
    words: tuple[Span, ...]
    role: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate for a topic: sentences first..last of the structure, its score and what made it."""

    topic: str
    first: int
    last: int
    span: Span
    score: float
    evidence: tuple[Evidence, ...]

    @property
    def signals(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.signal for each in self.evidence))


class Detector:
    """A library made ready for one language: the gate over all of its signals."""

    def __init__(self, library: Library, language: str) -> None:
        self.language = language
        self.topics = library.topics
        self._signals: list[tuple[Topic, Signal]] = [
            (topic, signal) for topic in library.topics.values() for signal in topic.signals[language]
        ]
        self._gate = Gate(
            (number, [*pattern.groups, *(group for other in signal.also for group in other.groups)])
            for number, (_, signal) in enumerate(self._signals)
            for pattern in signal.patterns
        )

    def run(self, passages: Passages, structure: Structure) -> tuple[Hit, ...]:
        """All candidates, by topic and place."""
        return _Run(self, passages, structure).hits()

    def opened(self, passages: Passages) -> Iterator[tuple[int, list[int]]]:
        """The sentences that pass the gate, with the numbers of the signals to try."""
        for index, mask in enumerate(passages.masks(self._gate)):
            if opened := self._gate.open(mask):
                yield index, opened

    def signal(self, number: int) -> tuple[Topic, Signal]:
        return self._signals[number]


class FactIndex:
    """The facts of a document by the names that patterns use, as folded spans in order."""

    def __init__(self, folded: Folded, facts: Facts) -> None:
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
        }
        self._spans = {name: [folded.folded(span) for span in spans] for name, spans in found.items()}
        self._starts = {name: [span.start for span in spans] for name, spans in self._spans.items()}

    def items(self) -> Iterator[tuple[str, Sequence[Span]]]:
        yield from self._spans.items()

    def within(self, parts: Sequence[Span]) -> Mapping[str, Sequence[Span]]:
        """The facts that begin in one of the parts (in order)."""
        found: dict[str, Sequence[Span]] = {}
        for name, spans in self._spans.items():
            starts = self._starts[name]
            inside: list[Span] = []
            for part in parts:
                inside += spans[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
            if inside:
                found[name] = inside
        return found


class Passages:
    """The sentences of a document as passages, each made once, when first asked for."""

    def __init__(self, folded: Folded, structure: Structure, facts: Facts) -> None:
        self.folded = folded
        self._structure = structure
        self._facts = FactIndex(folded, facts)
        self._stems = Stems(structure.language)
        self._made: dict[int, Passage] = {}

    def __getitem__(self, number: int) -> Passage:
        """Sentence `number` with its list's lead-in."""
        if number not in self._made:
            sentence = self._structure.sentences[number]
            spans = [sentence.lead, sentence.span] if sentence.lead else [sentence.span]
            self._made[number] = self.passage(spans)
        return self._made[number]

    def passage(self, spans: Iterable[Span]) -> Passage:
        """Any stretches of the text as read, in order."""
        parts = [self.folded.folded(span) for span in spans]
        return Passage(self.folded.text, parts, self._structure.language, self._facts.within(parts), self._stems)

    def masks(self, gate: Gate[int]) -> list[int]:
        """For each sentence the anchors that stand in it or in its list's lead-in."""
        sentences = self._structure.sentences
        leads = sorted({(sentence.lead.start, sentence.lead.end) for sentence in sentences if sentence.lead})
        above = dict(zip(leads, self._anchors(gate, [Span(*lead) for lead in leads]), strict=True))
        own = self._anchors(gate, [sentence.span for sentence in sentences])
        return [
            mask | above[sentence.lead.start, sentence.lead.end] if sentence.lead else mask
            for mask, sentence in zip(own, sentences, strict=True)
        ]

    def _anchors(self, gate: Gate[int], spans: Iterable[Span]) -> list[int]:
        return gate.anchors(self.folded.text, [self.folded.folded(span) for span in spans], self._facts.items())


class _Run:
    """The detection of one document."""

    def __init__(self, detector: Detector, passages: Passages, structure: Structure) -> None:
        self.detector, self.passages, self.structure = detector, passages, structure
        self._headings: dict[int, Passage | None] = {}

    def hits(self) -> tuple[Hit, ...]:
        found: dict[str, dict[int, list[Evidence]]] = {}
        for index, numbers in self.detector.opened(self.passages):
            for number in numbers:
                topic, signal = self.detector.signal(number)
                evidence = self.evidence(signal, self.passages[index], index)
                if evidence is not None:
                    found.setdefault(topic.id, {}).setdefault(index, []).append(evidence)
        return tuple(
            hit for topic in sorted(found) for hit in self._candidates(self.detector.topics[topic], found[topic])
        )

    def evidence(self, signal: Signal, passage: Passage, index: int) -> Evidence | None:
        """What the signal says of a sentence, None where it is silent."""
        if signal.heading is not None and not self._under(signal.heading, index):
            return None
        match = next((match for pattern in signal.patterns if (match := find(pattern, passage))), None)
        if match is None or not all(matches(other, passage) for other in signal.also):
            return None
        role = role_of(passage, match)
        if signal.about != "any" and role not in (signal.about, "both", None if signal.about == "provider" else "both"):
            return None
        if signal.polarity != "any":
            denied = negated(passage.words, *match.range, self.detector.language)
            if denied != (signal.polarity == "negated"):
                return None
        if any(matches(other, passage) for other in signal.unless):
            return None
        words = tuple(self._original(passage.span(leaf)) for leaf in match.leaves)
        return Evidence(signal.id, signal.weight, words, role)

    def _original(self, span: Span) -> Span:
        return self.passages.folded.original(span.start, span.end)

    def _under(self, pattern: Pattern, index: int) -> bool:
        """Does the title of the sentence's section, or of one above it, match?"""
        section = self.structure.sentences[index].section
        return any(
            passage is not None and matches(pattern, passage)
            for number in self.structure.lineage(section)
            if (passage := self._heading(number))
        )

    def _heading(self, section: int) -> Passage | None:
        if section not in self._headings:
            span = self.structure.sections[section].heading
            passage = self.passages.passage([span])
            self._headings[section] = passage if len(passage) else None
        return self._headings[section]

    def _candidates(self, topic: Topic, found: Mapping[int, list[Evidence]]) -> Iterator[Hit]:
        strengthening = [signal for signal in topic.signals[self.detector.language] if not signal.patterns]
        for first, last in self._pieces(sorted(index for index, evidence in found.items() if any(each.weight > 0 for each in evidence))):
            evidence = [each for index in range(first, last + 1) for each in found.get(index, ())]
            evidence += [
                Evidence(signal.id, signal.weight, (), None)
                for signal in strengthening
                if signal.heading is not None and self._under(signal.heading, first)
            ]
            weights = {each.signal: each.weight for each in evidence}
            span = Span(self.structure.sentences[first].start, self.structure.sentences[last].end)
            lead = self.structure.sentences[first].lead
            if lead and self.passages.folded.text[lead.end : span.start].strip(" \n-*:") == "" and lead.start < span.start:
                span = Span(lead.start, span.end)
            yield Hit(topic.id, first, last, span, logistic(sum(weights.values()) - topic.threshold), tuple(evidence))

    def _pieces(self, indexes: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Neighbouring items of one list are one candidate."""
        sentences = self.structure.sentences
        run: list[int] = []
        for index in indexes:
            if run and index == run[-1] + 1 and sentences[index].lead and sentences[index].lead == sentences[run[-1]].lead:
                run.append(index)
                continue
            if run:
                yield run[0], run[-1]
            run = [index]
        if run:
            yield run[0], run[-1]


def logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


def role_of(passage: Passage, match: Match) -> str | None:
    """Whose clause it is: the party named nearest to where the match begins, looking back, or just after it."""
    best: tuple[int, str] | None = None
    for name, role in (("PROVIDER", "provider"), ("CUSTOMER", "customer"), ("BOTH", "both")):
        for found in passage.fact(name):
            distance = _distance(found, match.range)
            if distance is not None and (best is None or distance < best[0]):
                best = distance, role
    return best[1] if best else None


def _distance(found: Range, match: Range) -> int | None:
    """How far a party's name is from the start of a match, in words; None where it cannot be its party."""
    start = match[0]
    if start <= found[0] < min(match[1], start + _NEAR):
        return found[0] - start
    return start - found[1] + 1 if found[1] <= start else None


@lru_cache(maxsize=8)
def detector(library: Library, language: str) -> Detector:
    """The detector of a library and a language; made once in a process (a playbook's too)."""
    return Detector(library, language)


__all__ = ["Detector", "Evidence", "Hit", "Passages", "detector"]
