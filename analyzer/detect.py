"""Finds the clauses: the library's signals against every sentence, a score for each candidate, and the signals that made it.

A candidate is a sentence (or the pieces of one list) in which a signal of the topic with patterns matched. Its score is the logistic of the
sum of its signals' weights less the topic's threshold; 0.5 and more means "this contract has this clause". Signals that are `near` make
near misses alone: they order what is below 0.5. Where the topic has learnt a ranking, that orders the candidates on each side of 0.5.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from analyzer.context import Context, Reading
from analyzer.document import Span
from analyzer.language.negation import negated
from analyzer.lasting import lasting
from analyzer.library import Library, Signal, Topic
from analyzer.patterns.compiler import Pattern
from analyzer.patterns.gate import Gate
from analyzer.patterns.matching import Match, Passage, find
from analyzer.patterns.parts import Range
from analyzer.ranking import ordered, words_of

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


@dataclass(frozen=True, slots=True)
class Opened:
    """A signal that may speak in a sentence, with the patterns to try in each of the sentence's readings, in order."""

    topic: Topic
    signal: Signal
    readings: tuple[tuple[Reading, tuple[Pattern, ...]], ...]


class Detector:
    """A library made ready for one language: the gate over the signals of all its topics, or of some."""

    def __init__(self, library: Library, language: str, topics: frozenset[str] | None = None) -> None:
        self.language = language
        self.topics = {name: topic for name, topic in library.topics.items() if topics is None or name in topics}
        self._signals: list[tuple[Topic, Signal]] = [
            (topic, signal) for topic in self.topics.values() for signal in topic.signals[language]
        ]
        self._gate = Gate(
            ((number, place), (pattern, *signal.also))
            for number, (_, signal) in enumerate(self._signals)
            for place, pattern in enumerate(signal.patterns)
        )

    def run(self, context: Context) -> tuple[Hit, ...]:
        """All candidates, by topic and place."""
        return _Run(self, context).hits()

    def opened(self, context: Context) -> Iterator[tuple[int, list[Opened]]]:
        """The sentences that pass the gate, each with the signals to try in it and which of their patterns may match."""
        readings = [(index, reading) for index in range(len(context.spans)) for reading in context.readings(index)]
        rules = self._gate.rules([reading.passage for _, reading in readings], context.lexicon)
        for index, tried in groupby(zip(readings, rules, strict=True), lambda each: each[0][0]):
            tries: dict[int, list[tuple[Reading, tuple[Pattern, ...]]]] = {}
            for (_, reading), opened in tried:
                for number, places in groupby(opened, itemgetter(0)):
                    signal = self._signals[number][1]
                    if reads(signal, reading):
                        patterns = tuple(signal.patterns[place] for _, place in places)
                        tries.setdefault(number, []).append((reading, patterns))
            if tries:
                yield index, [Opened(*self._signals[number], tuple(tries[number])) for number in sorted(tries)]


class _Run:
    """The detection of one document."""

    def __init__(self, detector: Detector, context: Context) -> None:
        self.detector, self.context, self.structure = detector, context, context.structure

    def hits(self) -> tuple[Hit, ...]:
        found: dict[str, dict[int, list[Evidence]]] = {}
        for index, opened in self.detector.opened(self.context):
            kind = self.structure.sentences[index].kind
            for each in opened:
                signal = each.signal
                if signal.weight > 0 and (kind == "name" or (kind == "heading" and not signal.alone)):
                    continue  # a title that only names the subject is no rule
                evidence = self.evidence(each, index)
                if evidence is not None:
                    found.setdefault(each.topic.id, {}).setdefault(index, []).append(evidence)
        return tuple(
            hit for topic in sorted(found) for hit in self._candidates(self.detector.topics[topic], found[topic])
        )

    def evidence(self, opened: Opened, index: int) -> Evidence | None:
        """What the signal says of a sentence, or of one item of the list in it; None where it is silent."""
        signal = opened.signal
        if signal.heading is not None and not self._under(signal.heading, index):
            return None
        spoken = (self._spoken(signal, patterns, reading, index) for reading, patterns in opened.readings)
        return next((evidence for evidence in spoken if evidence), None)

    def _spoken(self, signal: Signal, patterns: Sequence[Pattern], reading: Reading, index: int) -> Evidence | None:
        """What the signal says of the words of a reading; they must reach into what is the reading's own."""
        passage = reading.passage
        matched = first_match(patterns, reading)
        if matched is None:
            return None
        match = matched[1]
        if any(find(other, passage) is None for other in signal.also):
            return None
        if signal.previous and not follows(signal, self.context, index):
            return None
        role = role_of(passage, match)
        if signal.about != "any" and role not in (signal.about, "both", None if signal.about == "provider" else "both"):
            return None
        if signal.polarity != "any":
            denied = negated(passage.words, *match.range, self.detector.language)
            if denied != (signal.polarity == "negated"):
                return None
        if any(find(other, passage) for other in signal.unless):
            return None
        words = tuple(self.context.original(passage.span(leaf)) for leaf in match.leaves)
        return Evidence(signal.id, signal.weight, words, role)

    def _under(self, pattern: Pattern, index: int) -> bool:
        """Does the title of the sentence's section, or of one above it, match?"""
        sections = self.structure.lineage(self.structure.sentences[index].section)
        return any(find(pattern, self.context.heading(section)) for section in sections)

    def _candidates(self, topic: Topic, found: Mapping[int, list[Evidence]]) -> Iterator[Hit]:
        near = frozenset(signal.id for signal in topic.signals[self.detector.language] if signal.near)
        strengthening = [signal for signal in topic.signals[self.detector.language] if not signal.patterns]
        speaking = {index: {each.signal for each in found[index] if each.weight > 0} for index in sorted(found)}
        deciding = [index for index, names in speaking.items() if names - near]
        alone = [(index, index) for index, names in speaking.items() if names and names <= near]
        for first, last in sorted([*self._pieces(deciding), *alone]):
            evidence = [each for index in range(first, last + 1) for each in found.get(index, ())]
            evidence += [
                Evidence(signal.id, signal.weight, (), None)
                for signal in strengthening
                if signal.heading is not None and self._under(signal.heading, first)
            ]
            span = Span(self.structure.sentences[first].start, self.structure.sentences[last].end)
            lead = self.structure.sentences[first].lead
            if lead and lead.start < span.start and self._adjoin(lead, span):
                span = Span(lead.start, span.end)
            weights = {each.signal: each.weight for each in evidence}
            value = self._ordered(topic, score(weights, near, topic.threshold), weights, span)
            yield Hit(topic.id, first, last, span, value, tuple(evidence))

    def _ordered(self, topic: Topic, value: float, signals: Collection[str], span: Span) -> float:
        """The score of a candidate: on the side of 0.5 where its signals put it, in the order that its topic has learnt, if any."""
        ranking = topic.rankings[self.detector.language]
        if ranking is None:
            return value
        likeness = logistic(ranking.log_odds(signals, words_of(self.context.folded_text(span))))
        return ordered(value >= 0.5, likeness)

    def _adjoin(self, lead: Span, span: Span) -> bool:
        """Does nothing but a list's marks stand between the words that open the list and an item?"""
        between = self.context.folded.folded(Span(lead.end, span.start))
        return not self.context.folded.text[between.start : between.end].strip(" \n-*:")

    def _pieces(self, indexes: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Neighbouring items of one list are one candidate."""
        sentences = self.structure.sentences
        run: list[int] = []
        for index in indexes:
            if (
                run
                and index == run[-1] + 1
                and sentences[index].lead
                and sentences[index].lead == sentences[run[-1]].lead
            ):
                run.append(index)
                continue
            if run:
                yield run[0], run[-1]
            run = [index]
        if run:
            yield run[0], run[-1]


def score(weights: Mapping[str, float], near: Set[str], threshold: float) -> float:
    """The score of a candidate from the weights of its signals, 0 to 1.

    Those in `near` rank it and never decide: where the others do not reach 0.5 without them it keeps half of what all of them say.
    """
    chance = logistic(sum(weights.values()) - threshold)
    if near.isdisjoint(weights):
        return chance
    proven = logistic(sum(weight for name, weight in weights.items() if name not in near) - threshold)
    return chance if proven >= 0.5 else max(proven, chance / 2)


def reads(signal: Signal, reading: Reading) -> bool:
    """Does a signal read a sentence so? Whole, then item by item; what speaks against a topic is asked of the whole alone."""
    return signal.weight > 0 or reading.whole


def first_match(patterns: Sequence[Pattern], reading: Reading) -> tuple[Pattern, Match] | None:
    """The first pattern that matches, where it reaches into what is the reading's own."""
    for pattern in patterns:
        if match := find(pattern, reading.passage):
            return (pattern, match) if match.range[1] > reading.own else None
    return None


def logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


def follows(signal: Signal, context: Context, index: int) -> bool:
    """Does the sentence before hold what the signal wants of it?"""
    before = context.previous(index)
    return before is not None and all(find(pattern, before) for pattern in signal.previous)


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


@lru_cache(maxsize=16)
def detector(library: Library, language: str, topics: frozenset[str] | None = None) -> Detector:
    """The detector of a library and a language, of `topics` alone where they are given; made once in a process (a playbook's too)."""
    with lasting():
        return Detector(library, language, topics)
