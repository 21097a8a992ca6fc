"""PDF files: pdfium's lines rebuilt into running text, in reading order, with pages and the box of every line."""

from __future__ import annotations

import pypdfium2 as pdfium

from analyzer.document import Box, Document, Line
from analyzer.readers.builder import TextBuilder
from analyzer.readers.pdf.layout import Row, rows_of, set_aside_furniture
from analyzer.readers.pdf.lines import FontTable, PageLines, page_lines
from analyzer.readers.pdf.paragraphs import Measure, Paragraph, measure, paragraphs
from analyzer.readers.pdf.tables import TableRow, put_in, ruled_rows, wants_tables
from analyzer.readers.pdf.words import before
from analyzer.readers.source import Source

__all__ = ["read_pdf"]


def read_pdf(source: Source) -> Document:
    """The document of a PDF; raises DamagedFile, EncryptedFile, TooLarge, or NoText where every page is a picture."""
    pages, ruled, recognised = _pages(source)
    empty = tuple(page.number for page in pages if not page.fragments)
    if len(empty) == len(pages):
        raise source.problem("no_text", pages=str(len(pages)))
    set_aside_furniture(pages)
    for number, tables in ruled.items():
        put_in(pages[number - 1], tables)
    rows: list[Row] = []
    for page in pages:
        rows.extend(rows_of(page, rows[-1].band + 1 if rows else 0))
    if not rows:
        raise source.problem("no_text", pages=str(len(pages)))
    usual = measure(rows)
    setting = _Setting(usual)
    for paragraph in paragraphs(rows, usual):
        setting.add(paragraph)
    return Document(
        name=source.name,
        path=source.path,
        sha256=source.sha256,
        format="pdf",
        text=setting.builder.text(),
        blocks=tuple(setting.builder.blocks),
        page_starts=setting.page_starts(len(pages)),
        lines=tuple(setting.lines),
        ocr_pages=recognised,
        empty_pages=empty,
    )


def _pages(source: Source) -> tuple[list[PageLines], dict[int, list[list[TableRow]]], tuple[int, ...]]:
    """The lines of every page, the ruled tables by the pages that have any, and the pages that Tesseract read."""
    try:
        pdf = pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        key = "encrypted" if "password" in str(error).lower() else "damaged"
        raise source.problem(key, format="PDF") from None
    try:
        if len(pdf) > source.limits.pages:
            raise source.too_large("pages")
        if not len(pdf):
            raise source.problem("damaged", format="PDF")
        fonts = FontTable()
        ruled: dict[int, list[list[TableRow]]] = {}
        pages = [_page(pdf, index, fonts, ruled) for index in range(len(pdf))]
        return pages, ruled, _recognised(pdf, pages, source)
    except pdfium.PdfiumError:
        raise source.problem("damaged", format="PDF") from None
    finally:
        pdf.close()


def _recognised(pdf: pdfium.PdfDocument, pages: list[PageLines], source: Source) -> tuple[int, ...]:
    if all(page.fragments for page in pages):
        return ()
    from analyzer.readers.pdf.recognition import recognise  # here: nearly no contract needs it

    return recognise(pdf, pages, source)


def _page(pdf: pdfium.PdfDocument, index: int, fonts: FontTable, ruled: dict[int, list[list[TableRow]]]) -> PageLines:
    page = pdf[index]
    try:
        lines = page_lines(page, index + 1, fonts)
        if wants_tables(lines, page):
            ruled[index + 1] = ruled_rows(page)
        return lines
    finally:
        page.close()


class _Setting:
    """Sets paragraphs into the running text and keeps where each printed line went."""

    def __init__(self, usual: Measure) -> None:
        self.builder = TextBuilder()
        self.lines: list[Line] = []
        self._usual = usual
        self._first_on_page: dict[int, int] = {}

    def add(self, paragraph: Paragraph) -> None:
        parts: list[str] = []
        spots: list[int] = []
        length = 0
        for line in paragraph.lines:
            if parts:
                length -= len(parts[-1])
                parts[-1] = before(parts[-1], line.text, self._usual.words)
                length += len(parts[-1])
            spots.append(length)
            parts.append(line.text)
            length += len(line.text)
        text = "".join(parts)
        start = self.builder.add(text, paragraph.kind, level=paragraph.level, number=paragraph.number)
        ends = [*(spot for spot in spots[1:]), len(text)]
        for line, begin, end in zip(paragraph.lines, spots, ends, strict=True):
            self.lines.append(Line(start + begin, start + end, _box(line.row)))
            self._first_on_page.setdefault(line.row.page, start + begin)

    def page_starts(self, pages: int) -> tuple[int, ...]:
        """Where each page begins; a page without running text begins where the next one does."""
        starts: list[int] = []
        following = self.builder.length
        for page in range(pages, 0, -1):
            following = self._first_on_page.get(page, following)
            starts.append(following)
        starts.reverse()
        return (0, *starts[1:])


def _box(row: Row) -> Box:
    """Where a row lies: its cells together."""
    bottom, top = row.first.bottom, row.first.top
    for cell in row.cells[1:]:
        bottom, top = min(bottom, cell.bottom), max(top, cell.top)
    return Box(row.page, row.left, bottom, row.right, top)
