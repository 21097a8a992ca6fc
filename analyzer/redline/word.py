"""A contract that is a Word file, with its changes tracked: passages struck, wording inserted, comments that say why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from analyzer.document import Block, BlockKind, Document, Span
from analyzer.readers.docx import Trace, trace
from analyzer.readers.docx.package import W
from analyzer.readers.headings import shouted
from analyzer.redline.archive import Archive, Note
from analyzer.redline.headers import stamp
from analyzer.redline.plan import Change
from analyzer.redline.slots import Slot, slot_for
from analyzer.redline.tracking import Piece, Tracker, run_properties
from analyzer.structure import Structure

_SEPARATOR: Final = re.compile(r"[\s\u00a0]*[.)–—:-]?[\s\u00a0]*")


@dataclass(frozen=True, slots=True)
class Words:
    """What is said beside the wording: the comment of a change, of a passage struck elsewhere, of a clause left empty.

    `opening` is a comment on the whole contract, `header` a line over every page; both empty where nothing is said.
    """

    comment: Callable[[Change], tuple[str, ...]]
    elsewhere: str
    deleted: str
    typography: Callable[[str], str]
    opening: tuple[str, ...] = ()
    header: str = ""


def redline(
    data: bytes, document: Document, structure: Structure, changes: Sequence[Change], words: Words, when: str
) -> bytes:
    """The file's bytes with the changes tracked; the same bytes where there is none. `when`: 2026-11-24T05:00:00Z."""
    if not changes:
        return data
    archive = Archive(data, document.name)
    way_back = trace(data, document.name)
    tracker = Tracker(way_back.root, when, archive.first_comment_id(way_back.root))
    writer = _Writer(document, structure, way_back, tracker, words)
    writer.write(changes)
    if words.header:
        stamp(archive, way_back.root, words.header)
    archive.put(archive.main, way_back.root)
    archive.add_comments(writer.notes, when)
    return archive.write()


@dataclass(slots=True)
class _Writer:
    """Puts changes into one tree. Paragraphs are known by their origin (`Block.origin`)."""

    document: Document
    structure: Structure
    way_back: Trace
    tracker: Tracker
    words: Words
    notes: list[Note] = field(default_factory=list)
    _paragraphs: list[etree._Element] = field(default_factory=list)
    _pieces: dict[int, list[Piece]] = field(default_factory=dict)
    _struck: dict[int, list[etree._Element]] = field(default_factory=dict)  # by origin: its w:del
    _filled: set[int] = field(default_factory=set)  # origins that got words in place of struck ones
    _last: dict[etree._Element, etree._Element] = field(default_factory=dict)  # a block's element -> its last follower
    _used: dict[tuple[int, bool], Slot] = field(default_factory=dict)  # the last slot given out at a place

    def __post_init__(self) -> None:
        self._paragraphs = self.way_back.paragraphs
        self._pieces = {origin: list(pieces) for origin, pieces in self.way_back.pieces.items()}

    def write(self, changes: Sequence[Change]) -> None:
        """Replacements first, then clauses that join an article, then new articles, so that these come last."""
        for change in changes:
            if change.strikes:
                self._replace(change)
        slots = [
            (change, slot_for(self.document, self.structure, change.after))
            for change in changes
            if change.after is not None and not change.strikes
        ]
        for change, slot in sorted(slots, key=lambda each: each[1].heading is not None):
            self._insert(change, self._next(slot))
        self._close()
        self._hand_on_marks()
        if self.words.opening:
            first = next(pieces[0][0] for _, pieces in sorted(self._pieces.items()) if pieces)
            self._comment(first, first, self.words.opening)

    def _next(self, slot: Slot) -> Slot:
        place = slot.after, slot.heading is not None
        used = self._used.get(place)
        self._used[place] = slot if used is None else used.next()
        return self._used[place]

    # Replacements

    def _replace(self, change: Change) -> None:
        passages = [struck for each in change.strikes if (struck := self._strike(each.span))]
        if not passages:
            return
        origin, marks = passages[0][0]
        formatting = marks[0].find(f"{W}r/{W}rPr")
        inserted = self.tracker.insert_words(self.words.typography(change.text), formatting, marks[-1])
        self._filled.add(origin)
        self._comment(marks[0], inserted, self.words.comment(change))
        for passage in passages[1:]:
            self._comment(passage[0][1][0], passage[-1][1][-1], (self.words.elsewhere,))

    def _strike(self, span: Span) -> list[tuple[int, list[etree._Element]]]:
        """Strike a passage; the w:del by paragraph. A clause's own number stays: others may refer to it."""
        start = self._past_number(span)
        found: list[tuple[int, list[etree._Element]]] = []
        for place in self.way_back.places:
            first, last = max(start, place.start), min(span.end, place.end)
            if first >= last:
                continue
            offset = place.first - place.start
            marks = self.tracker.strike(
                self._paragraphs[place.origin], self._pieces[place.origin], first + offset, last + offset
            )
            if marks:
                found.append((place.origin, marks))
                self._struck.setdefault(place.origin, []).extend(marks)
        return found

    def _past_number(self, span: Span) -> int:
        for block in self.document.blocks:
            if block.number and block.start <= span.start < block.start + len(block.number):
                text = self.document.text[block.start + len(block.number) : block.end]
                return block.start + len(block.number) + len(text) - len(text.lstrip())
        return span.start

    def _close(self) -> None:
        """Paragraphs of which nothing is left: a numbered one says so and keeps its number, others go with their mark."""
        for origin in self._struck.keys() - self._filled:
            paragraph = self._paragraphs[origin]
            left = "".join(text for element, text in self._pieces[origin] if element.tag == W + "t").strip()
            block = next((each for each in self.document.blocks if each.origin == origin), None)
            number = block.number if block else ""
            if left and left != number.strip():
                continue
            if number:
                marks = self._struck[origin]
                self.tracker.insert_words(self.words.deleted, marks[0].find(f"{W}r/{W}rPr"), marks[-1])
            elif _may_go(paragraph):
                self.tracker.mark(paragraph, "del")

    # Insertions

    def _insert(self, change: Change, slot: Slot) -> None:
        behind = self._element(slot.after)
        first: etree._Element | None = None
        if slot.heading is not None:
            model = self.document.blocks[slot.heading.model]
            title = change.title.upper() if shouted(self._text(model)) else change.title
            behind = first = self._put(behind, model, slot.heading.label, title)
        model, label = self.document.blocks[slot.model], slot.label
        for paragraph in filter(None, change.text.split("\n")):
            behind = self._put(behind, model, label, paragraph)
            first, label = behind if first is None else first, ""
        assert first is not None  # noqa: S101 - a wording is never empty
        runs = list(first.iter(W + "ins"))[-1], list(behind.iter(W + "ins"))[-1]
        self._comment(*runs, self.words.comment(change))

    def _put(self, behind: etree._Element, model: Block, label: str, text: str) -> etree._Element:
        """A new paragraph like the model's, behind an element and what was put there before."""
        original = self._paragraphs[model.origin or 0]
        pieces = self._pieces[model.origin or 0]
        lead = self._typed_label(model, label)
        new = self.tracker.new_paragraph(original, lead + self.words.typography(text), run_properties(pieces))
        tail = behind
        while tail in self._last:
            tail = self._last[tail]
        tail.addnext(new)
        self._last[tail] = new
        return new

    def _hand_on_marks(self) -> None:
        """Where the paragraphs before and at the end of what was inserted are alike, the mark that is new is the first's.

        Word writes it so when somebody goes on typing behind a paragraph, and whatever joins paragraphs to show the
        text without the changes then keeps the next article's number.
        """
        for before in self._last.keys() - set(self._last.values()):
            end = before
            while end in self._last:
                end = self._last[end]
            if before.tag == W + "p" and _same_layout(before, end) and not _is_marked(before):
                self.tracker.unmark(end)
                self.tracker.mark(before, "ins")

    def _typed_label(self, model: Block, label: str) -> str:
        """The number as typed text with what follows it in the model; nothing where Word counts by itself."""
        typed = any(each.start <= model.start < each.end for each in self.way_back.places)
        if not (label and model.number and typed):
            return ""
        rest = self._text(model)[len(model.number) :]
        gap = _SEPARATOR.match(rest)
        return label + (gap[0] if gap else " ")

    def _text(self, block: Block) -> str:
        return self.document.text[block.start : block.end]

    def _element(self, index: int) -> etree._Element:
        """The element of the tree that a block ends with: its paragraph, or what is around it (a table, a text box)."""
        block = self.document.blocks[index]
        while block.origin is None and index:
            index -= 1
            block = self.document.blocks[index]
        element = self._paragraphs[block.origin or 0]
        outer = [each for each in element.iterancestors() if each.tag in (W + "txbxContent", W + "tbl")]
        if block.kind is BlockKind.TABLE_ROW and outer:
            return outer[-1] if outer[-1].tag == W + "tbl" else _paragraph_around(outer[-1])
        boxes = [each for each in outer if each.tag == W + "txbxContent"]
        return _paragraph_around(boxes[-1]) if boxes else element

    def _comment(self, first: etree._Element, last: etree._Element, paragraphs: tuple[str, ...]) -> None:
        number = self.tracker.comment(first, last)
        self.notes.append(Note(number, tuple(map(self.words.typography, paragraphs))))


def _paragraph_around(element: etree._Element) -> etree._Element:
    return next(element.iterancestors(W + "p"))


def _may_go(paragraph: etree._Element) -> bool:
    """May the paragraph's mark be deleted? Not the last one of a cell or of the body, nor one that ends a section."""
    following = paragraph.getnext()
    ends_section = paragraph.find(f"{W}pPr/{W}sectPr") is not None
    return following is not None and following.tag == W + "p" and not ends_section


def _is_marked(paragraph: etree._Element) -> bool:
    """Was the paragraph's mark inserted or deleted by somebody?"""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is not None and any(
        properties.find(W + name) is not None for name in ("ins", "del", "moveTo", "moveFrom")
    )


def _same_layout(one: etree._Element, other: etree._Element) -> bool:
    """Have the paragraphs the same style, numbering and layout?"""

    def layout(paragraph: etree._Element) -> list[bytes]:
        properties = paragraph.find(W + "pPr")
        own = [] if properties is None else [each for each in properties if each.tag != W + "rPr"]
        return [etree.tostring(each, method="c14n") for each in own]

    return layout(one) == layout(other)
