"""The stretch of text in which a cap is read, with the facts that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from analyzer.context import Context
from analyzer.detect import Hit
from analyzer.document import Span
from analyzer.interpret.cap.words import LANGUAGES, NEXT_BRANCH, CapWords
from analyzer.structure.lists import items

_AFTERTHOUGHT = 12  # letters between a sum and the "au maximum" behind it
_MORE_SENTENCES = 3  # of a list under a lead-in, or of a sentence that a list mark cut


class _Fact(Protocol):
    @property
    def span(self) -> Span: ...


@dataclass(frozen=True, slots=True)
class Found:
    """A fact with its folded place."""

    fact: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scene:
    """Folded text start..end; `bound` is where the ceiling begins ("shall not exceed")."""

    context: Context
    words: CapWords
    start: int
    bound: int
    end: int

    @property
    def whole(self) -> str:
        return self.context.folded.text[self.start : self.end]

    @property
    def ahead(self) -> str:
        """What stands before the ceiling."""
        return self.context.folded.text[self.start : self.bound]

    @property
    def ceiling(self) -> str:
        return self.context.folded.text[self.bound : self.end]

    def item(self) -> Scene | None:
        """The item in which the ceiling stands, where the text is a list."""
        listed = items(self.context.folded.text, Span(self.start, self.end))
        found = (each for each in (listed.items if listed else ()) if each.start <= self.bound < each.end)
        return next((replace(self, start=each.start, end=each.end) for each in found), None)

    def between(self, first: int, second: int) -> str:
        return self.context.folded.text[min(first, second) : max(first, second)]

    def found(self, facts: Sequence[_Fact]) -> list[Found]:
        """The facts of the ceiling."""
        return list(_within(self.context, facts, self.bound, self.end))

    def found_before(self, facts: Sequence[_Fact]) -> list[Found]:
        """The facts before the ceiling, in the same clause."""
        return list(_within(self.context, facts, self.start, self.bound))

    def named(self) -> list[Found]:
        """The parties named anywhere in the clause."""
        return list(_within(self.context, self.context.facts.mentions, self.start, self.end))


def _within(context: Context, facts: Sequence[_Fact], start: int, end: int) -> Iterator[Found]:
    """The facts that overlap folded start..end; they are in the order of the text."""
    place = context.folded.original(start, end)
    first = bisect_right(facts, place.start, key=lambda each: each.span.end)
    for number in range(first, len(facts)):  # no slice: a long contract has thousands of facts behind these few
        fact = facts[number]
        if fact.span.start >= place.end:
            return
        span = context.folded.folded(fact.span)
        yield Found(fact, span.start, span.end)


def scene_of(hit: Hit, context: Context) -> Scene:
    """The hit's own sentences, and those that follow as long as no ceiling is written yet and the sentence goes on."""
    first, last = hit.first, hit.last
    sentences = context.structure.sentences
    words = LANGUAGES[context.language]
    while True:
        span = context.folded.folded(Span(min(hit.span.start, sentences[first].start), sentences[last].end))
        scene = _scene(context, words, span)
        if (
            last + 1 >= len(sentences)
            or last - hit.last >= _MORE_SENTENCES
            or not _goes_on(scene, sentences[last + 1].span)
        ):
            return scene
        last += 1


def scene_in(span: Span, context: Context) -> Scene:
    """A scene over another stretch of the document, such as a definition: all of it is the ceiling."""
    folded = context.folded.folded(span)
    return Scene(context, LANGUAGES[context.language], folded.start, folded.start, folded.end)


def _scene(context: Context, words: CapWords, span: Span) -> Scene:
    verb = words.bound.search(context.folded.text, span.start, span.end)
    scene = Scene(context, words, span.start, verb.start() if verb else span.start, span.end)
    if verb is None or not verb.group().startswith("maxim") or has_sum(scene):
        return scene
    return replace(scene, bound=_sum_ahead(scene) or scene.bound)


def _sum_ahead(scene: Scene) -> int | None:
    """Where the sum stands that the bound follows: "10 000 euros au maximum"."""
    sums = scene.found_before(scene.context.facts.money)
    near = bool(sums) and scene.bound - sums[-1].end <= _AFTERTHOUGHT
    return sums[-1].start if near else None


def has_sum(scene: Scene) -> bool:
    facts = scene.context.facts
    return bool(scene.found(facts.money) or scene.found(facts.fees) or scene.found(facts.percents))


_OPEN_ENDS = (
    ":",
    ";",
    ",",
    " of",
    " a",
    " to",
    " 1.",
    " exceed",
    " the",
    " (a)",
    " (i)",
    " suivants",
    " suivantes",
    " a.",
)


def _goes_on(scene: Scene, following: Span) -> bool:
    """Is the sum still to come (a colon, "of", a list's number), or is the next sentence the window of these fees?"""
    span = scene.context.folded.folded(following)
    if _half_chosen(scene) and NEXT_BRANCH.match(scene.context.folded.text, span.start, span.end):
        return True
    if has_sum(scene):
        return scene.words.window_opens.match(scene.context.folded.text, span.start, span.end) is not None
    return scene.whole.rstrip(" *_\"'").endswith(_OPEN_ENDS)


def _half_chosen(scene: Scene) -> bool:
    """Does "the greater of" stand there with one branch only?"""
    facts = scene.context.facts
    branches = len(scene.found(facts.money)) + len(scene.found(facts.fees))
    return branches == 1 and bool(scene.words.greater.search(scene.whole) or scene.words.lesser.search(scene.whole))
