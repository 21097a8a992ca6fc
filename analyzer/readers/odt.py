"""OpenDocument texts: headings, numbered lists, tables, notes and text boxes as the page shows them.

Tracked changes are read as accepted: what was deleted stands apart in the file, what was inserted stands in the text. Hidden text,
comments and deletions are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from analyzer.document import BlockKind, Document, Notice
from analyzer.readers.archive import Archive
from analyzer.readers.cells import Cell, Piece, inner_row, row
from analyzer.readers.docx.assembly import Assembly, Segment
from analyzer.readers.docx.inline import EXPLICIT_BREAK
from analyzer.readers.headings import heading_level, label_of, short_title
from analyzer.readers.odt_styles import TEXT, Lists, Styles
from analyzer.readers.source import Source

_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_CREATOR: Final = "{http://purl.org/dc/elements/1.1/}creator"
_LONGEST_HEADING: Final = 200
_ROWS: Final = frozenset(_TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
_CONTAINERS: Final = frozenset(
    (
        *(TEXT + name for name in "section index-body index-title numbered-paragraph note-body bibliography".split()),
        *(TEXT + f"{name}-index" for name in "alphabetical illustration object table user".split()),
        TEXT + "table-of-content",
        _DRAW + "text-box",
    )
)
_UNREAD: Final = frozenset(
    (
        *(_OFFICE + name for name in ("annotation", "annotation-end")),
        *(TEXT + name for name in "tracked-changes change change-start change-end note ruby-text hidden-text".split()),
        _DRAW + "frame",
    )
)


def read_odt(source: Source) -> Document:
    """The document of an OpenDocument text; raises DamagedFile, EncryptedFile, TooLarge or EmptyFile."""
    archive = Archive(source, "OpenDocument")
    manifest = archive.read("META-INF/manifest.xml")
    if manifest and b"encryption-data" in manifest:
        raise source.problem("encrypted", format="OpenDocument")
    root = archive.root("content.xml")
    body = None if root is None else root.find(f"{_OFFICE}body/{_OFFICE}text")
    if root is None or body is None:
        raise archive.damaged()
    styles = Styles(root, archive.root("styles.xml"))
    walk = _Walk(styles, pages=next(body.iter(TEXT + "soft-page-break"), None) is not None)
    walk.read(body)
    builder = walk.assembly.builder
    notices = _notices(body, walk.hidden, walk.placeholders)
    return source.document(
        "odt", builder.text(), builder.blocks, page_starts=walk.assembly.page_starts(), notices=notices
    )


def _notices(body: etree._Element, hidden: list[str], placeholders: list[str]) -> Iterator[Notice]:
    regions = list(body.iter(TEXT + "changed-region"))
    if regions:
        authors = sorted({each.text or "" for region in regions for each in region.iter(_CREATOR)} - {""})
        yield Notice("tracked_changes", (("count", str(len(regions))), ("authors", ", ".join(authors) or "?")))
    comments = sum(1 for _ in body.iter(_OFFICE + "annotation"))
    if comments:
        yield Notice("comments", (("count", str(comments)),))
    for code, found in (("hidden_text", hidden), ("placeholder_text", placeholders)):
        if found:
            yield Notice(code, (("count", str(len(found))), ("text", " … ".join(found)[:500])))


@dataclass(slots=True)
class _Flow:
    """A paragraph as it shows, and what hangs on it."""

    text: str = ""
    letters: int = 0
    bold: int = 0
    notes: list[etree._Element] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class _Walk:
    """One walk over the body. `pages`: the file tells where its pages begin."""

    def __init__(self, styles: Styles, *, pages: bool) -> None:
        self.assembly = Assembly()
        self.hidden: list[str] = []
        self.placeholders: list[str] = []
        self._styles, self._pages = styles, pages
        self._lists = Lists(styles)
        self._cells: list[Cell] = []  # open cells, the innermost last
        self._box = False

    def read(self, body: etree._Element) -> None:
        """Reads the whole body; `assembly` holds the result."""
        self._container(body)

    def _container(self, parent: etree._Element) -> None:
        for element in parent:
            if element.tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(element)
            elif element.tag == TEXT + "list":
                self._list(element)
            elif element.tag == _TABLE + "table":
                self._table(element)
            elif element.tag == TEXT + "section" and element.get(TEXT + "display") == "none":
                self._hide(_whole(element))
            elif element.tag in _CONTAINERS:
                self._container(element)
            elif element.tag == TEXT + "soft-page-break" and self._pages:
                self.assembly.pass_marks(EXPLICIT_BREAK)
            elif element.tag == _DRAW + "frame":
                self._boxes([element])

    def _list(self, element: etree._Element) -> None:
        self._lists.enter(element)
        for item in element:
            if item.tag == TEXT + "list-item":
                self._lists.count(item)
                self._container(item)
            elif item.tag == TEXT + "list-header":
                self._container(item)
        self._lists.leave()

    def _paragraph(self, element: etree._Element) -> None:
        style = self._styles.named(element.get(TEXT + "style-name"))
        flow = _Flow()
        self._inline(element, flow, bold=style.bold, hidden=style.hidden)
        text = flow.text.strip()
        label = self._lists.label(element)
        if self._pages and style.new_page and not self._cells:
            self.assembly.pass_marks(EXPLICIT_BREAK)
        if text.strip(EXPLICIT_BREAK + " \n"):
            kind, level = self._kind(element, flow, text, label)
            number = label or label_of(text)[0]
            shown = f"{label} {text}" if label else text
            self._set(Piece(shown, BlockKind.TEXT_BOX if self._box else kind, 0 if self._box else level, number))
        elif EXPLICIT_BREAK in flow.text:
            self.assembly.pass_marks(flow.text)
        for note in flow.notes:
            self._note(note)
        self._boxes(flow.boxes)

    def _inline(self, element: etree._Element, flow: _Flow, *, bold: bool, hidden: bool) -> None:
        """The element's text as it shows, spans within spans."""
        self._say(element.text, flow, bold=bold, hidden=hidden)
        for child in element:
            if child.tag == TEXT + "span":
                style = self._styles.named(child.get(TEXT + "style-name"))
                weight = bold if style.weight is None else style.bold
                self._inline(child, flow, bold=weight, hidden=hidden or style.hidden)
            elif child.tag in _SIGNS:
                self._say(_SIGNS[child.tag] * _times(child), flow, bold=bold, hidden=hidden)
            elif child.tag == TEXT + "soft-page-break":
                flow.text += EXPLICIT_BREAK if self._pages and not self._cells else ""
            elif child.tag in _UNREAD:
                self._aside(child, flow)
            elif isinstance(child.tag, str):
                if child.tag == TEXT + "placeholder":
                    self.placeholders.append(_whole(child))
                self._inline(child, flow, bold=bold, hidden=hidden)
            self._say(child.tail, flow, bold=bold, hidden=hidden)

    def _say(self, text: str | None, flow: _Flow, *, bold: bool, hidden: bool) -> None:
        if not text:
            return
        if hidden:
            self._hide(text)
            return
        letters = sum(map(str.isalnum, text))
        flow.letters += letters
        flow.bold += letters if bold else 0
        flow.text += text if "\n" in text and not text.strip(" \n") else " ".join(text.split("\n"))

    def _aside(self, child: etree._Element, flow: _Flow) -> None:
        if child.tag == TEXT + "note":
            citation = child.find(TEXT + "note-citation")
            flow.text += "" if citation is None else citation.text or ""
            flow.notes.append(child)
        elif child.tag == _DRAW + "frame":
            flow.boxes.append(child)
        elif child.tag == TEXT + "hidden-text":
            self._hide(child.get(TEXT + "string-value") or _whole(child))

    def _hide(self, text: str) -> None:
        if text.strip():
            self.hidden.append(" ".join(text.split()))

    def _note(self, note: etree._Element) -> None:
        """A note is read right after the paragraph that refers to it."""
        citation, body = note.find(TEXT + "note-citation"), note.find(TEXT + "note-body")
        number = "" if citation is None else (citation.text or "").strip()
        for paragraph in () if body is None else body.iter(TEXT + "p"):
            flow = _Flow()
            self._inline(paragraph, flow, bold=False, hidden=False)
            if flow.text.strip():
                self._set(Piece(f"{number} {flow.text.strip()}".strip(), BlockKind.FOOTNOTE, 0, number))
                number = ""

    def _boxes(self, frames: list[etree._Element]) -> None:
        for frame in frames:
            for box in frame.iter(_DRAW + "text-box"):
                outer, self._box = self._box, True
                self._container(box)
                self._box = outer
                break  # boxes within are met on the way

    def _kind(self, element: etree._Element, flow: _Flow, text: str, label: str) -> tuple[BlockKind, int]:
        """By the file's own heading level, then by bold type, then by its label."""
        level = element.get(TEXT + "outline-level") if element.tag == TEXT + "h" else None
        shown = f"{label} {text}" if label else text
        if level and level.isdigit() and len(text) <= _LONGEST_HEADING:
            return BlockKind.HEADING, int(level)
        if flow.letters and flow.bold == flow.letters and short_title(text) and not self._lists.bullet:
            return BlockKind.HEADING, heading_level(shown)
        kind = label_of(shown)[1] if label else ""
        if label and kind not in ("decimal", "named"):
            return BlockKind.LIST_ITEM, self._lists.depth
        if label:
            parted = "." in label.rstrip(".") or self._lists.depth > 1
            return (BlockKind.PARAGRAPH, 0) if parted else (BlockKind.LIST_ITEM, self._lists.depth)
        typed = label_of(text)[1] in ("bullet", "letter", "parenthesis")
        return (BlockKind.LIST_ITEM, 1) if typed else (BlockKind.PARAGRAPH, 0)

    def _table(self, table: etree._Element) -> None:
        for element in _rows(table):
            cells = []
            for each in element:
                if each.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
                    continue
                cell = Cell()
                cells.append(cell)
                if each.tag == _TABLE + "table-cell":
                    self._cells.append(cell)
                    self._container(each)
                    self._cells.pop()
            for piece in inner_row(cells) if self._cells else row(cells):
                self._set(piece)

    def _set(self, piece: Piece) -> None:
        """Into the cell that is open, else into the text."""
        if self._cells:
            self._cells[-1].pieces.append(piece)
        else:
            self.assembly.add([Segment(piece.text)], piece.kind, level=piece.level, number=piece.number)


_SIGNS: Final = {TEXT + "s": " ", TEXT + "tab": "\t", TEXT + "line-break": "\n"}


def _whole(element: etree._Element) -> str:
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def _times(element: etree._Element) -> int:
    """How many blanks a text:s stands for."""
    said = element.get(TEXT + "c") or "1"
    return min(int(said), 1000) if said.isascii() and said.isdigit() else 1


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if element.tag == _TABLE + "table-row":
            yield element
        elif element.tag in _ROWS:
            yield from _rows(element)
