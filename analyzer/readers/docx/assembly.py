"""Paragraphs become one text: page marks are taken out and counted, and every stretch keeps the way back to its w:p."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from analyzer.document import BlockKind
from analyzer.readers.builder import TextBuilder
from analyzer.readers.docx.inline import BREAKS, EXPLICIT_BREAK
from analyzer.readers.headings import label_of


@dataclass(frozen=True, slots=True)
class Segment:
    """Text with page marks. `origin` is the index of the w:p it is the visible text of, from its beginning; None for
    labels and signs.
    """

    text: str
    origin: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of the document's text comes from: w:p number `origin`, from character `first` of its visible
    text.
    """

    start: int
    end: int
    origin: int
    first: int


@dataclass(slots=True)
class Assembly:
    """The text under construction with its pages and places."""

    builder: TextBuilder = field(default_factory=TextBuilder)
    places: list[Place] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    _marks: str = ""  # page marks since the last visible character

    def pass_marks(self, text: str) -> None:
        """Takes note of the page marks of a paragraph that shows nothing."""
        self._marks += "".join(mark for mark in text if mark in BREAKS)

    def add(
        self, segments: list[Segment], kind: BlockKind, *, level: int = 0, number: str = "", origin: int | None = None
    ) -> bool:
        """Adds a block unless it shows nothing; says whether it did."""
        whole = "".join(segment.text for segment in segments)
        bare = whole.translate(_NO_MARKS)
        shown = bare.strip()
        if not shown:
            self.pass_marks(whole)
            return False
        lead = len(bare) - len(bare.lstrip())
        start = self.builder.next_start
        for part, own_kind, own_number in _parts(shown, kind, number):
            self.builder.add(part, own_kind, level=level, number=own_number, origin=origin)
        self._mark_pages(whole, start - lead, start, start + len(shown))
        self._mark_places(segments, start - lead, start, start + len(shown))
        return True

    def page_starts(self) -> tuple[int, ...]:
        """Where pages begin; empty where the file says nothing of pages."""
        return (0, *self.pages) if self.pages else ()

    def _mark_pages(self, whole: str, base: int, first: int, last: int) -> None:
        if not self._marks and not any(mark in whole for mark in BREAKS):
            return
        at = base
        for character in whole:
            if character in BREAKS:
                self._marks += character
                continue
            if not character.isspace() and self._marks:
                self._begin_pages(min(max(at, first), last))
            at += 1

    def _begin_pages(self, offset: int) -> None:
        """One page for each break; Word's own mark after an explicit break tells of the same page."""
        count = 0
        explicit_waits = False
        for mark in self._marks:
            if mark == EXPLICIT_BREAK:
                count, explicit_waits = count + 1, True
            elif explicit_waits:
                explicit_waits = False
            else:
                count += 1
        if offset or self.pages:
            self.pages.extend([offset] * count)
        self._marks = ""

    def _mark_places(self, segments: list[Segment], base: int, first: int, last: int) -> None:
        at = base
        for segment in segments:
            length = len(segment.text.translate(_NO_MARKS))
            start, end = max(at, first), min(at + length, last)
            if segment.origin is not None and start < end:
                self.places.append(Place(start, end, segment.origin, start - at))
            at += length


_NO_MARKS: Final = {ord(mark): None for mark in BREAKS}


def _parts(shown: str, kind: BlockKind, number: str) -> list[tuple[str, BlockKind, str]]:
    """The block's text, parted where a line break inside the paragraph is followed by a clause number or a list label.

    Contracts typed with line breaks hold several clauses in one w:p; they are blocks of their own with the same origin.
    """
    if kind is not BlockKind.PARAGRAPH or "\n" not in shown:
        return [(shown, kind, number)]
    parts: list[tuple[str, BlockKind, str]] = []
    for line in shown.split("\n"):
        label, label_kind = label_of(line.lstrip())
        if not parts:
            parts.append((line, kind, number))
        elif not line.strip() or label_kind in ("", "roman"):
            parts[-1] = (f"{parts[-1][0]}\n{line}", *parts[-1][1:])
        else:
            listed = label_kind in ("letter", "parenthesis", "bullet")
            parts.append((line, BlockKind.LIST_ITEM if listed else kind, label))
    return parts
