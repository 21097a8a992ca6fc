"""A contract's parts: its sections, its sentences, the terms it defines and the places it refers to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from analyzer.document import Span

SectionKind = Literal["article", "definitions", "service_levels", "annex", "heading"]
_ARTICLE = {"fr": "art.", "en": "s."}
SentenceKind = Literal["text", "heading", "item", "row", "name"]


@dataclass(frozen=True, slots=True)
class Section:
    """An article, annex or titled part. `end` is where the next section of the same or a higher level begins.

    `number` is the full label ("8.2", "8.2(a)", "A" for an annex), None without; `title` its words, empty without.
    `parent` is the index of the section around it. `heading` spans the label and the title. `cited`, of an annex alone: how the contract
    calls it where it stands in a sentence ("annexe 1", "Schedule A", "annexe « Tarifs »").
    """

    number: str | None
    title: str
    level: int
    start: int
    end: int
    heading: Span
    kind: SectionKind = "article"
    parent: int | None = None
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit that rules read. `section` and `block` are indexes; `lead` is the opening of the list it belongs to.

    A "heading" is a title, which may state a rule in full; a "name" only says what a part is called ("9.1 No Consequential Damages.", a run
    of a table of contents).
    """

    start: int
    end: int
    section: int | None
    block: int
    kind: SentenceKind = "text"
    lead: Span | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Definition:
    """A term the contract defines: where the term stands, and the sentence that defines it."""

    term: str
    mention: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to another part of the contract: "article 8.2", "Exhibit B". `annex` tells the two sorts apart."""

    label: str
    span: Span
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Structure:
    """A document's parts, each in the order of the text.

    `body_end`: where the contract's articles end, before the addresses, signatures and annexes that follow them.
    """

    language: str
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    definitions: tuple[Definition, ...] = ()
    references: tuple[Reference, ...] = ()
    body_end: int = 0

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds `offset`."""
        place = bisect_right(self.sections, offset, key=lambda section: section.start) - 1
        return self.sections[place] if place >= 0 else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`; None between sentences."""
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[place] if place >= 0 and offset < self.sentences[place].end else None

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that overlap `span`."""
        first = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.end)
        last = first
        while last < len(self.sentences) and self.sentences[last].start < span.end:
            last += 1
        return self.sentences[first:last]

    def label_at(self, offset: int) -> tuple[str | None, str | None]:
        """What a report shows for `offset`: the innermost number and the nearest title, looked for upwards.

        Annexes count from 1 as the contract does: what stands in one is cited with it, « annexe 1, art. 2 », "Schedule 1, s. 2".
        """
        place = bisect_right(self.sections, offset, key=lambda section: section.start) - 1
        around = [self.sections[index] for index in self.lineage(place if place >= 0 else None)]
        titled = next((index for index, section in enumerate(around) if section.title), len(around))
        title = around[titled].title if titled < len(around) else None
        annex = next((section.cited for section in around if section.cited), "")
        near = around[: titled + 1]
        number = next((section.number for section in near if section.number and not section.cited), None)
        if not annex:
            return number, title
        return (f"{annex}, {_ARTICLE[self.language]} {number}" if number else annex), title

    def lineage(self, section: int | None) -> Iterator[int]:
        """The indexes of a section and of those around it, from the inside out."""
        while section is not None:
            yield section
            section = self.sections[section].parent

    def resolve(self, reference: Reference) -> Section | None:
        """The section that a reference names, or the one around it where "8.2(a)" has no heading; None without any."""
        same_sort = [
            section for section in self.sections if section.number and (section.kind == "annex") == reference.annex
        ]
        wanted = normal_label(reference.label)
        while wanted:
            for section in same_sort:
                if normal_label(section.number or "") == wanted:
                    return section
            wanted = wanted.rpartition("(")[0]
        return None

    def nowhere(self) -> Iterator[Reference]:
        """The references to parts that are surely not there: only where the parts of that sort are numbered without a gap.

        A contract of articles 1 to 12 has no article 14. Where headings were not all recognised nothing can be said.
        """
        for annex in (False, True):
            beside: dict[tuple[str, ...], set[str]] = {}  # ("8",) -> the numbers under 8
            for section in self.sections:
                if section.number and (section.kind == "annex") == annex:
                    parts = _parts(section.number)
                    for depth, part in enumerate(parts):
                        beside.setdefault(parts[:depth], set()).add(part)
            yield from (each for each in self.references if each.annex == annex and _beyond(_parts(each.label), beside))


def _parts(label: str) -> tuple[str, ...]:
    """The levels of a label: 8 and 2 of "8.2(a)", as what stands in brackets often has no heading of its own."""
    return tuple(normal_label(label).partition("(")[0].split("."))


def _beyond(wanted: tuple[str, ...], beside: Mapping[tuple[str, ...], set[str]]) -> bool:
    """Would a label come after the last one of its level?"""
    for depth, part in enumerate(wanted):
        others = beside.get(wanted[:depth], set())
        if part not in others:
            return _counted(others) and _follows(part, others)
    return False


def _counted(labels: set[str]) -> bool:
    """Three labels or more (two annexes) that count on without a gap: 1, 2, 3 or a, b."""
    if all(label.isdigit() for label in labels):
        return len(labels) >= 3 and {int(label) for label in labels} == set(range(1, len(labels) + 1))
    return len(labels) >= 2 and labels == {chr(ord("a") + place) for place in range(len(labels))}


def _follows(label: str, labels: set[str]) -> bool:
    """Would the label come after the last one?"""
    if label.isdigit():
        return all(other.isdigit() for other in labels) and int(label) > len(labels)
    return len(label) == 1 and not any(other.isdigit() for other in labels) and label > max(labels)


def normal_label(label: str) -> str:
    """One form for "8.2.", "8-2" and "1er"."""
    plain = re.sub(r"(?<=\d)(?:er|ère|e)\b", "", label.strip().lower())
    return re.sub(r"\s", "", plain.replace("-", ".")).rstrip(".)")
