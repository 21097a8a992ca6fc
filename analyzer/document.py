"""The values that every stage shares: a document's text, its blocks, where its pages begin.

Offsets are Unicode code points into `Document.text`, end exclusive. For .txt and .md the text is the file's own, unchanged;
for other formats it is the running text that the reader built, and it is never altered afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a stretch of text is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text_box"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the document's text: code points, end exclusive."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Box(NamedTuple):
    """Where a line of text lies on a page, in PDF points from the page's lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class Line(NamedTuple):
    """A printed line of a PDF: its text's span and its box. Used to mark a clause on the page."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table row, footnote or text box of the running text.

    `level` is the heading or list level, 1 for the highest, 0 where there is none. `number` is the label as the page shows
    it ("8.2", "Article 5", "a)"), which is part of the text; empty where the reader did not know it. `origin` is the index
    of the w:p element in word/document.xml in document order, None elsewhere.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: str = ""
    origin: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader saw that the user must know: hidden text, pages without text, comments left out.

    `code` is one of the keys of `analyzer.reports.messages`; `values` fill its sentence.
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A contract as read: one text, its blocks in order, and where each page begins in that text.

    `page_starts[i]` is the offset at which page i + 1 begins; empty where the format has no pages (then `page_at` gives None).
    `pages` counts them, pages without text included; 0 where the format has no pages.
    """

    name: str
    path: str
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...] = ()
    lines: tuple[Line, ...] = field(default=(), repr=False)
    ocr_pages: tuple[int, ...] = ()
    empty_pages: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def pages(self) -> int:
        return len(self.page_starts)

    @property
    def words(self) -> int:
        return len(self.text.split())

    def page_at(self, offset: int) -> int | None:
        """The page, counted from 1, that holds the character at `offset`; None where the format has no pages."""
        return bisect_right(self.page_starts, offset) or None if self.page_starts else None

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]
