"""Why the clauses of a topic were found in a contract, and why the sentences that come nearest were not.

The detector only says which signals spoke. Here each signal of one topic is asked again, sentence by sentence, in the detector's own order:
title, pattern, `also`, `previous`, `about`, `polarity`, `unless`; the first that fails is why it is silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from analyzer.context import Context, Reading
from analyzer.detect import Hit, detector, first_match, follows, logistic, reads, role_of
from analyzer.document import Document, Span
from analyzer.facts import read_facts
from analyzer.language.detection import detect as detect_language
from analyzer.language.folding import fold
from analyzer.language.negation import negated
from analyzer.library import Library, Signal, Topic
from analyzer.patterns.compiler import Pattern
from analyzer.patterns.explain import explain as explain_pattern
from analyzer.patterns.explain import parts
from analyzer.patterns.matching import Match, Passage, find
from analyzer.patterns.parts import Between, Range
from analyzer.ranking import words_of
from analyzer.structure import build

Reason = Literal["heading", "pattern", "also", "previous", "about", "polarity", "unless"]
MISSES = 3
HEAVIEST = 6  # words that are told of those which order a candidate


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a pattern and the contract's words that answered it: "" where it needed none, None where none did."""

    pattern: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Silence:
    """What made a signal silent. `detail` is the pattern that stopped it, or whose clause it is; `words` what an `unless` found."""

    reason: Reason
    detail: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """A signal in a sentence: the pattern that matched or got furthest, step by step; `silence` is None where it spoke."""

    signal: str
    weight: float
    pattern: str
    steps: tuple[Step, ...]
    silence: Silence | None

    @property
    def nearness(self) -> tuple[float, int, float]:
        """How near it came: the share of its steps that were answered, how many those are, and its weight.

        A step that may be left out and was counts neither way.
        """
        needed = [step for step in self.steps if step.words != ""]
        answered = sum(step.words is not None for step in needed)
        return answered / max(len(needed), 1), answered, self.weight


@dataclass(frozen=True, slots=True)
class Order:
    """What places a candidate on its side of 0.5, in log-odds: `base` and `signals`, all of its `words`, and of these the heaviest."""

    base: float
    signals: float
    words: float
    heaviest: tuple[tuple[str, float], ...]

    @property
    def likeness(self) -> float:
        """How like the clauses that readers labelled it is, 0 to 1."""
        return logistic(self.base + self.signals + self.words)


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate or a sentence, where it stands, and what each signal says of it. `score` is None where no signal spoke.

    `order` is of a candidate whose topic has learnt a ranking.
    """

    span: Span
    page: int | None
    section: str | None
    score: float | None
    spoke: tuple[Voice, ...]
    silent: tuple[Voice, ...]
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """The whole story of one topic in one document. `found` by place; `missed` the nearest first, at most MISSES."""

    document: Document
    topic: Topic
    signals: int  # how many the topic has in the document's language
    found: tuple[Place, ...]
    missed: tuple[Place, ...]
    ranked: bool = False  # its candidates are ordered by what was learnt from labels


def explain(document: Document, library: Library, topic: str) -> Account:
    """Why a topic (an id of the library) was found in a document, and why not elsewhere."""
    folded, language = fold(document.text), detect_language(document.text)
    structure = build(document, folded, language)
    facts = read_facts(document, folded, language)
    context = Context(folded, structure, facts)
    hits = [hit for hit in detector(library, language).run(context) if hit.topic == topic]
    teller = _Teller(document, context, library.topics[topic])
    found = tuple(teller.candidate(hit) for hit in hits if hit.score >= 0.5)
    missed = tuple(teller.missed(hits))
    return Account(document, library.topics[topic], len(teller.signals), found, missed, teller.ranking is not None)


class _Teller:
    """One topic over one document."""

    def __init__(self, document: Document, context: Context, topic: Topic) -> None:
        self.document, self.context, self.structure = document, context, context.structure
        self.signals = topic.signals[context.language]
        self.ranking = topic.rankings[context.language]

    def candidate(self, hit: Hit) -> Place:
        """A candidate with the signals that spoke and those that matched and were silenced."""
        voices = [voice for index in range(hit.first, hit.last + 1) for voice in self.voices(index)]
        spoke = {voice.signal: voice for voice in reversed(voices) if voice.silence is None}
        titles = [self._title(signal) for signal in self.signals if not signal.patterns and signal.id in hit.signals]
        silent = {voice.signal: voice for voice in voices if voice.silence and voice.silence.reason != "pattern"}
        quiet = tuple(voice for name, voice in silent.items() if name not in spoke)
        return self._place(hit.span, hit.score, (*reversed(spoke.values()), *titles), quiet, self._order(hit))

    def _order(self, hit: Hit) -> Order | None:
        if self.ranking is None:
            return None
        words = words_of(self.context.folded_text(hit.span))
        total, signals = self.ranking.log_odds(hit.signals, words), self.ranking.by_signals(hit.signals)
        base = self.ranking.base
        return Order(base, signals, total - base - signals, tuple(self.ranking.heaviest(words, HEAVIEST)))

    def missed(self, hits: list[Hit]) -> list[Place]:
        """Weak candidates first, then sentences in which a signal was silenced, then those of which most was answered."""
        weak = sorted((hit for hit in hits if hit.score < 0.5), key=lambda hit: -hit.score)[:MISSES]
        taken = {index for hit in hits for index in range(hit.first, hit.last + 1)}
        near: list[tuple[tuple[float, int, float], int, Voice]] = []
        for index in range(len(self.structure.sentences)):
            if index not in taken:
                voices = (voice for voice in self.voices(index) if voice.weight > 0 and voice.nearness[1])
                best = max(voices, key=lambda voice: voice.nearness, default=None)
                near += [(best.nearness, -index, best)] if best else []
        near.sort(key=lambda each: each[:2], reverse=True)
        places = [
            self._place(self.structure.sentences[-index].span, None, (), (voice,)) for _, index, voice in near[:MISSES]
        ]
        return [*(self.candidate(hit) for hit in weak), *places][:MISSES]

    def voices(self, index: int) -> Iterator[Voice]:
        """What each signal with patterns says of a sentence."""
        for signal in self.signals:
            if signal.patterns and len(self.context.passage(index)):
                yield self._voice(signal, index)

    def _voice(self, signal: Signal, index: int) -> Voice:
        """What it says in the reading in which it speaks; of the whole sentence where it speaks in none."""
        readings = [reading for reading in self.context.readings(index) if reads(signal, reading)]
        voices = [self._said(signal, reading, index) for reading in readings]
        return next((voice for voice in voices if voice.silence is None), voices[0])

    def _said(self, signal: Signal, reading: Reading, index: int) -> Voice:
        passage = reading.passage
        matched = first_match(signal.patterns, reading)
        if matched is None:
            told = [self._furthest(signal, pattern, passage) for pattern in signal.patterns]
            return max(told, key=lambda voice: voice.nearness)
        pattern, match = matched
        silence = self._silence(signal, match, passage, index)
        return Voice(signal.id, signal.weight, pattern.source, tuple(self._steps(pattern, passage)), silence)

    def _furthest(self, signal: Signal, pattern: Pattern, passage: Passage) -> Voice:
        """A pattern that did not match, with the steps after the one that found nothing as unanswered too."""
        steps = tuple(self._steps(pattern, passage))
        wanted = sum(not isinstance(part, Between) for part in parts(pattern))
        open_steps = (Step("", None),) * (wanted - len(steps))
        stopped = next((step.pattern for step in steps if step.words is None), pattern.source)
        return Voice(signal.id, signal.weight, pattern.source, steps + open_steps, Silence("pattern", stopped))

    def _steps(self, pattern: Pattern, passage: Passage) -> Iterator[Step]:
        for step in explain_pattern(pattern, passage).steps:
            yield Step(step.pattern, None if step.words is None else self._words(passage, step.words))

    def _silence(self, signal: Signal, match: Match, passage: Passage, index: int) -> Silence | None:
        """Why a signal whose pattern matched says nothing; None where it speaks."""
        if signal.heading is not None and not self._under(signal.heading, index):
            return Silence("heading", signal.heading.source)
        for other in signal.also:
            if find(other, passage) is None:
                return Silence("also", other.source)
        if signal.previous and not follows(signal, self.context, index):
            return Silence("previous", " … ".join(pattern.source for pattern in signal.previous))
        role = role_of(passage, match)
        if signal.about != "any" and role not in (signal.about, "both", None if signal.about == "provider" else "both"):
            return Silence("about", role or "nobody")
        denied = negated(passage.words, *match.range, self.structure.language)
        if signal.polarity != "any" and denied != (signal.polarity == "negated"):
            return Silence("polarity", "negated" if denied else "affirmed")
        for other in signal.unless:
            if met := find(other, passage):
                return Silence("unless", other.source, self._words(passage, met.range))
        return None

    def _title(self, signal: Signal) -> Voice:
        """A signal that only strengthens: it speaks by the title of the section."""
        source = signal.heading.source if signal.heading else ""
        return Voice(signal.id, signal.weight, source, (), None)

    def _under(self, pattern: Pattern, index: int) -> bool:
        lineage = self.structure.lineage(self.structure.sentences[index].section)
        return any(find(pattern, self.context.heading(number)) for number in lineage)

    def _words(self, passage: Passage, found: Range) -> str:
        """The contract's own words of a range; "" for an empty one."""
        if found[0] == found[1]:
            return ""
        return self.document.slice(self.context.original(passage.span(found)))

    def _place(
        self,
        span: Span,
        score: float | None,
        spoke: tuple[Voice, ...],
        silent: tuple[Voice, ...],
        order: Order | None = None,
    ) -> Place:
        section, _ = self.structure.label_at(span.start)
        return Place(span, self.document.page_at(span.start), section, score, spoke, silent, order)
