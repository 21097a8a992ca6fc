"""The walk through a Word document: paragraphs, tables, notes and text boxes in the order in which they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from analyzer.document import BlockKind, Notice
from analyzer.readers.docx.assembly import Assembly, Segment
from analyzer.readers.docx.inline import (
    BREAKS,
    EXPLICIT_BREAK,
    MC,
    Flow,
    InlineReader,
    control_text,
    is_placeholder,
    preferred,
)
from analyzer.readers.docx.notes import Notes
from analyzer.readers.docx.numbering import Label, Numbering
from analyzer.readers.docx.package import W
from analyzer.readers.docx.styles import Styles, toggle, value
from analyzer.readers.headings import heading_level, label_of, short_title

_LONGEST_HEADING: Final = 200
_LAYOUT_PARAGRAPHS, _LAYOUT_CHARACTERS = 4, 600
_PARTED: Final = re.compile(r"\d\.\d")
_NAMED: Final = re.compile(
    r"[^\W\d_]{4}"
)  # Article, Annexe, Section: longer than a letter or a Roman numeral mostly is


@dataclass(slots=True)
class _Cell:
    """A table cell: its paragraphs as they show, in order; rows of a table inside it come as ready text."""

    paragraphs: list[tuple[Flow, list[Segment]]] = field(default_factory=list)

    @property
    def characters(self) -> int:
        return sum(len(segment.text) for _, segments in self.paragraphs for segment in segments)

    def segments(self) -> list[Segment]:
        """The paragraphs that show something, on a line each."""
        joined: list[Segment] = []
        for _, segments in self.paragraphs:
            shows = any(segment.text.strip() for segment in segments)
            if joined and shows:
                joined.append(Segment("\n"))
            joined.extend(segments)
        return joined


class BodyReader:
    """Walks the body once and fills an Assembly."""

    def __init__(self, root: etree._Element, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        kinds = Counter(each.get(W + "fldCharType") for each in root.iter(W + "fldChar"))
        self.assembly = Assembly()
        self.pieces: dict[int, tuple[tuple[etree._Element, str], ...]] = {}  # by origin: what shows, element by element
        self.notices: list[Notice] = []
        self._inline = InlineReader(styles, kinds["begin"] == kinds["end"])
        self._numbering, self._notes = numbering, notes
        self._origins = {paragraph: index for index, paragraph in enumerate(root.iter(W + "p"))}
        self._sections = [value(each, "type") for each in root.iter(W + "sectPr")]
        self._section = 0
        self._new_page = False  # the next block begins a section on a new page
        self._carried: list[Segment] = []  # text whose paragraph mark was deleted: it runs on in the next paragraph
        self._hidden: list[str] = []
        self._placeholders = [control_text(each) for each in root.iter(W + "sdt") if is_placeholder(each)]

    def read(self, body: etree._Element) -> None:
        """Reads the whole body; `assembly` and `notices` hold the result."""
        self._container(body, box=False)
        if self._carried:
            self.assembly.add(self._carried, BlockKind.PARAGRAPH)
        for code, found in (("hidden_text", self._hidden), ("placeholder_text", self._placeholders)):
            if found:
                text = " … ".join(found)
                self.notices.append(Notice(code, (("count", str(len(found))), ("text", text[:500]))))

    def _container(self, parent: etree._Element | None, *, box: bool) -> None:
        """The paragraphs and tables of a body, a text box or a content control."""
        for element in _children(parent):
            if element.tag == W + "p":
                self._paragraph(element, box=box)
            elif element.tag == W + "tbl":
                self._table(element, box=box)
            elif element.tag == W + "altChunk":
                self.notices.append(Notice("embedded_document"))

    def _paragraph(self, element: etree._Element, *, box: bool) -> None:
        flow = self._inline.read(element)
        segments = self._flowing(flow)
        if segments is None:
            return
        self._emit(flow, segments, box=box)
        self._after(flow)

    def _flowing(self, flow: Flow) -> list[Segment] | None:
        """The paragraph's segments after those carried on to it; None where its own mark is deleted, so that it runs
        on.
        """
        self._hidden.extend(filter(None, ["".join(flow.hidden).strip()]))
        properties = flow.element.find(W + "pPr")
        origin = self._origins.get(flow.element)
        if origin is not None:
            self.pieces[origin] = tuple((each, text) for each, text in flow.pieces if text not in BREAKS)
        own = Segment(self._opening(properties, flow) + flow.text, origin)
        if _mark_is_deleted(properties):
            self._carried.append(own)
            self._after(flow)
            return None
        segments, self._carried = [*self._carried, own], []
        self._end_of_section(properties)
        return segments

    def _opening(self, properties: etree._Element | None, flow: Flow) -> str:
        before = toggle(properties, "pageBreakBefore")
        return EXPLICIT_BREAK if (flow.style.page_break if before is None else before) else ""

    def _end_of_section(self, properties: etree._Element | None) -> None:
        """A section's own properties end it; the next one's say whether it begins on a new page."""
        if properties is None or properties.find(W + "sectPr") is None:
            return
        self._section += 1
        following = self._sections[self._section] if self._section < len(self._sections) else None
        self._new_page = following not in ("continuous", "nextColumn")

    def _emit(self, flow: Flow, segments: list[Segment], *, box: bool) -> None:
        properties = flow.element.find(W + "pPr")
        label = self._label(properties, flow, segments)
        text = "".join(segment.text for segment in segments).strip()
        kind, level = _kind(flow, properties, label, text)
        number = label.text if label else label_of(text)[0]
        before = [Segment(label.text + label.gap)] if label and text else []
        self.assembly.add(
            [*before, *segments],
            BlockKind.TEXT_BOX if box else kind,
            level=0 if box else level,
            number=number,
            origin=self._origins.get(flow.element),
        )
        if self._new_page:
            self.assembly.pass_marks(EXPLICIT_BREAK)
            self._new_page = False

    def _label(self, properties: etree._Element | None, flow: Flow, segments: list[Segment]) -> Label | None:
        mark_hidden = toggle(None if properties is None else properties.find(W + "rPr"), "vanish")
        shows = any(segment.text.strip() for segment in segments)
        if not shows and (mark_hidden or flow.hidden):
            return None
        return self._numbering.label(properties, flow.style)

    def _after(self, flow: Flow) -> None:
        """What hangs on a paragraph is read right after it: a note qualifies the clause that refers to it."""
        for kind, note_id in flow.notes:
            number, paragraphs = self._notes.take(kind, note_id)
            for text in paragraphs:
                self.assembly.add([Segment(f"{number} {text}".strip())], BlockKind.FOOTNOTE, number=number)
                number = ""
        outer = self._inline
        for box in flow.boxes:
            self._inline = outer.aside()
            self._container(box, box=True)
        self._inline = outer

    def _table(self, table: etree._Element, *, box: bool) -> None:
        for row in _rows(table):
            cells = [self._cell(cell) for cell in _cells(row)]
            filled = [cell for cell in cells if cell.characters]
            if (len(filled) == 1 and len(cells) == 1) or any(map(_is_layout, filled)):
                self._layout_row(filled, box=box)
            else:
                self._row(cells)
            for cell in cells:
                for flow, _ in cell.paragraphs:
                    self._after(flow)

    def _row(self, cells: list[_Cell]) -> None:
        segments: list[Segment] = []
        for index, cell in enumerate(cells):
            segments.extend([*([Segment(" | ")] if index else []), *_trimmed(cell.segments())])
        if any(segment.text.strip(" |\n") for segment in segments):
            origin = next((each.origin for each in segments if each.origin is not None and each.text.strip()), None)
            self.assembly.add(segments, BlockKind.TABLE_ROW, origin=origin)
        else:
            self.assembly.pass_marks("".join(segment.text for segment in segments))

    def _layout_row(self, cells: list[_Cell], *, box: bool) -> None:
        """A table that only lays out running text: its paragraphs are blocks of their own, cell by cell."""
        for cell in cells:
            for flow, segments in cell.paragraphs:
                properties = flow.element.find(W + "pPr")
                text = "".join(segment.text for segment in segments).strip()
                kind, level = _kind(flow, properties, None, text)
                self.assembly.add(
                    segments,
                    BlockKind.TEXT_BOX if box else kind,
                    level=level,
                    number=label_of(text)[0],
                    origin=self._origins.get(flow.element),
                )

    def _cell(self, cell: etree._Element) -> _Cell:
        """The cell's paragraphs with their labels; a table inside it adds a line for each of its rows."""
        read = _Cell()
        for element in _children(cell):
            if element.tag == W + "p":
                flow = self._inline.read(element)
                segments = self._flowing(flow)
                if segments is not None:
                    label = self._label(element.find(W + "pPr"), flow, segments)
                    shown = label is not None and any(segment.text.strip() for segment in segments)
                    read.paragraphs.append(
                        (flow, [Segment(label.text + label.gap), *segments] if label and shown else segments)
                    )
            elif element.tag == W + "tbl":
                for row in _rows(element):
                    read.paragraphs.extend(_joined([self._cell(each) for each in _cells(row)]))
        return read


def _joined(cells: list[_Cell]) -> list[tuple[Flow, list[Segment]]]:
    """The row of an inner table as one line of its cell, hung on the first paragraph of the row."""
    flows = [flow for cell in cells for flow, _ in cell.paragraphs]
    segments: list[Segment] = []
    for index, cell in enumerate(cells):
        segments.extend([*([Segment(" | ")] if index else []), *_trimmed(cell.segments())])
    if not flows:
        return []
    return [(flows[0], segments), *((flow, []) for flow in flows[1:])]


def _trimmed(segments: list[Segment]) -> list[Segment]:
    """The segments without white space at the end; the beginning stays, since places are counted from it."""
    if not segments:
        return []
    return [*segments[:-1], Segment(segments[-1].text.rstrip(" \t\u00a0\n"), segments[-1].origin)]


def _is_layout(cell: _Cell) -> bool:
    shown = [segments for _, segments in cell.paragraphs if any(segment.text.strip() for segment in segments)]
    return len(shown) >= _LAYOUT_PARAGRAPHS or cell.characters > _LAYOUT_CHARACTERS


def _children(parent: etree._Element | None) -> Iterator[etree._Element]:
    """The paragraphs, tables and chunks inside an element, through content controls and the like."""
    for element in parent if parent is not None else ():
        if element.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield element
        elif element.tag == W + "sdt":
            yield from _children(element.find(W + "sdtContent"))
        elif element.tag in (W + "customXml", W + "ins", W + "moveTo", W + "smartTag"):
            yield from _children(element)
        elif element.tag == MC + "AlternateContent":
            yield from _children(preferred(element))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table that are not deleted."""
    for element in _through(table, "tr"):
        properties = element.find(W + "trPr")
        if properties is None or properties.find(W + "del") is None:
            yield element


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row; one that carries on a merged cell from above or from the left comes empty."""
    for cell in _through(row, "tc"):
        properties = cell.find(W + "tcPr")
        if properties is not None and properties.find(W + "cellDel") is not None:
            continue
        merged = [] if properties is None else [properties.find(W + "vMerge"), properties.find(W + "hMerge")]
        carried_on = any(each is not None and each.get(W + "val", "continue") == "continue" for each in merged)
        yield etree.Element(W + "tc") if carried_on else cell


def _through(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == W + name:
            yield element
        elif element.tag == W + "sdt":
            content = element.find(W + "sdtContent")
            yield from _through(content, name) if content is not None else ()
        elif element.tag == W + "customXml":
            yield from _through(element, name)


def _mark_is_deleted(properties: etree._Element | None) -> bool:
    mark = None if properties is None else properties.find(W + "rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def _kind(flow: Flow, properties: etree._Element | None, label: Label | None, text: str) -> tuple[BlockKind, int]:
    """What the paragraph is and its level: by outline level and style, then by bold type, then by its label."""
    outline = value(properties, "outlineLvl")
    level = (int(outline) + 1) % 10 if outline is not None and outline.isdigit() else flow.style.heading
    if level:
        runs_on = len(text) > _LONGEST_HEADING or (len(text) > 120 and text.endswith((".", ";")))
        return (BlockKind.PARAGRAPH if runs_on else BlockKind.HEADING), level
    shown = f"{label.text}{label.gap}{text}" if label else text
    if flow.all_bold and short_title(text) and (label is None or label.form != "bullet"):
        return BlockKind.HEADING, heading_level(shown)
    if label is None:
        typed = label_of(text)[1] in ("bullet", "letter", "parenthesis")
        return (BlockKind.LIST_ITEM, 1) if typed else (BlockKind.PARAGRAPH, 0)
    if label.form in ("bullet", "lowerLetter", "upperLetter", "lowerRoman") or (
        not _PARTED.search(label.text) and label.level
    ):
        return BlockKind.LIST_ITEM, label.level + 1
    if _NAMED.search(label.text) and short_title(text):
        return BlockKind.HEADING, heading_level(shown)
    return (BlockKind.PARAGRAPH, 0) if _PARTED.search(label.text) else (BlockKind.LIST_ITEM, label.level + 1)
