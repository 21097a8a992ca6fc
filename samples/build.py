"""Writes the sample contracts from the texts in samples/sources: `python samples/build.py` (or `make samples`).

A source begins with `key: value` lines. In a contract with a title, a line's first characters say what it is:
`# ` title, `## ` numbered article, `### ` annex, `+ ` numbered clause, `- ` lettered item, `| ` table row (its table's
first row is the heading), `---` new page, nothing: a paragraph. Dates are fixed, so that a second run writes the same.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

FOLDER = Path(__file__).parent
SOURCES = FOLDER / "sources"
NARROW, HARD = "\u202f", "\u00a0"
MARKS = {"# ": "title", "## ": "article", "### ": "annex", "+ ": "clause", "- ": "item", "| ": "row"}
NUMBERING = 100  # beyond the ids of python-docx's template


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a contract, or a table whose rows are in `rows`."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Contract:
    language: str
    header: str
    date: datetime
    body: str
    format: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(_tables(_lines(self.body, self.language)))


def read_source(name: str) -> Contract:
    """The source of that name: its `key: value` lines, then its text."""
    head, _, body = (SOURCES / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    values = dict(line.split(": ", 1) for line in head.splitlines())
    date = datetime.fromisoformat(values["date"])
    return Contract(values["language"], values.get("header", ""), date, body, values.get("format", ""))


def french_typography(text: str) -> str:
    """The apostrophes and no-break spaces of French typography, so that sources can be typed on any keyboard."""
    text = text.replace("'", "’")
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", NARROW, text)
    text = re.sub(r" (?=[;!?])", NARROW, text)
    text = re.sub(r" (?=[:»€%])", HARD, text)
    return re.sub(r"(?<=[«°]) ", HARD, text)


def _lines(body: str, language: str) -> Iterator[Part]:
    for line in filter(None, body.splitlines()):
        text = french_typography(line) if language == "fr" else line
        if text == "---":
            yield Part("page")
            continue
        mark = next((mark for mark in MARKS if text.startswith(mark)), "")
        yield Part(MARKS.get(mark, "paragraph"), text.removeprefix(mark))


def _tables(parts: Iterator[Part]) -> Iterator[Part]:
    """The same parts, with neighbouring rows gathered into one table."""
    rows: list[tuple[str, ...]] = []
    for part in (*parts, Part("end")):
        if part.kind == "row":
            rows.append(tuple(cell.strip() for cell in part.text.rstrip("| ").split(" | ")))
            continue
        if rows:
            yield Part("table", rows=tuple(rows))
            rows = []
        if part.kind != "end":
            yield part


# Word


def write_docx(contract: Contract, path: Path) -> None:
    """The contract with Word's own automatic numbering, a running header and a page number field."""
    document = docx.Document()
    _styles(document, contract.language)
    _numbering(document, contract.language)
    _header_and_footer(document, contract.header)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Garde-fou"
    properties.created = properties.modified = contract.date
    properties.title = next(part.text for part in contract.parts if part.kind == "title")
    properties.comments = ""
    for part in contract.parts:
        _add(document, part)
    written = io.BytesIO()
    document.save(written)
    path.write_bytes(_with_fixed_dates(written, contract.date))


def _add(document: Any, part: Part) -> None:
    if part.kind == "page":
        document.add_page_break()
    elif part.kind == "table":
        _add_table(document, part.rows)
    else:
        names = {"title": "Title", "article": "Heading 1", "annex": "Heading 2", "clause": "Clause", "item": "Item"}
        document.add_paragraph(part.text, style=names.get(part.kind, "Normal"))


def _add_table(document: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, (texts, cells) in enumerate(zip(rows, table.rows, strict=True)):
        for text, cell in zip(texts, cells.cells, strict=True):
            cell.paragraphs[0].add_run(text).bold = row == 0
    document.add_paragraph()


def _styles(document: Any, language: str) -> None:
    styles = document.styles
    styles.element.find(".//" + qn("w:lang")).set(qn("w:val"), {"fr": "fr-FR", "en": "en-GB"}[language])
    for name, base in (("Clause", "Normal"), ("Item", "Normal")):
        styles.add_style(name, 1).base_style = styles[base]
    for name, size, bold in (
        ("Normal", 10.5, False),
        ("Title", 15, True),
        ("Heading 1", 11.5, True),
        ("Heading 2", 11.5, True),
    ):
        font = styles[name].font
        font.name, font.size, font.bold, font.color.rgb = "Liberation Serif", Pt(size), bold, None
        fonts = styles[name].element.rPr.rFonts
        for theme in [key for key in fonts.attrib if "Theme" in key]:
            del fonts.attrib[theme]
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Normal"].paragraph_format.space_after = Pt(5)
    styles["Heading 1"].paragraph_format.space_before = styles["Heading 2"].paragraph_format.space_before = Pt(9)
    for level, name in enumerate(("Heading 1", "Clause", "Item")):
        number = styles[name].element.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val, number.get_or_add_numId().val = level, NUMBERING


def _numbering(document: Any, language: str) -> None:
    """One list for the whole contract: articles, clauses 1.1, items a)."""
    article, item = {"fr": ("Article %1 –", "%3)"), "en": ("%1.", "(%3)")}[language]
    levels = (("Heading1", "decimal", article), ("Clause", "decimal", "%1.%2"), ("Item", "lowerLetter", item))
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(_level(level, *values) for level, values in enumerate(levels))
        + "</w:abstractNum>"
    )
    number = parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{NUMBERING}"><w:abstractNumId w:val="{NUMBERING}"/></w:num>',
    )
    numbering = document.part.numbering_part.element
    numbering.insert(list(numbering).index(numbering.find(qn("w:num"))), abstract)
    numbering.append(number)


def _level(level: int, style: str, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{max(0, level - 1) * 420}" w:firstLine="0"/></w:pPr></w:lvl>'
    )


def _header_and_footer(document: Any, header: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    section.header.paragraphs[0].text = header
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer.add_run("Page ")
    footer._p.append(field)


def _with_fixed_dates(written: io.BytesIO, date: datetime) -> bytes:
    """The same package with one date on every member: Word files are zip archives, which carry the time of writing."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, date.timetuple()[:6]), source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


# PDF


def write_pdf(contract: Contract, path: Path) -> None:
    """The contract as an office suite would print it: running header, page x of y."""
    for name, file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):
        pdfmetrics.registerFont(TTFont(name, file))
    pages = _print(contract, io.BytesIO(), 0)
    with path.open("wb") as target:
        _print(contract, target, pages)


def _print(contract: Contract, target: Any, pages: int) -> int:
    title = next(part.text for part in contract.parts if part.kind == "title")
    paper = SimpleDocTemplate(
        target, pagesize=(21 * cm, 29.7 * cm), invariant=1, title=title, author="Garde-fou",
        leftMargin=2.1 * cm, rightMargin=2.1 * cm, topMargin=2.2 * cm, bottomMargin=1.9 * cm,
    )  # fmt: skip

    def decorate(canvas: Canvas, _: object) -> None:
        canvas.setFont("Vera", 7.5)
        canvas.drawString(2.1 * cm, 28.4 * cm, _printable(contract.header))
        canvas.drawCentredString(10.5 * cm, 1.1 * cm, f"Page {canvas.getPageNumber()} / {pages}")

    paper.build(_flow(contract), onFirstPage=decorate, onLaterPages=decorate)
    return int(paper.page)


def _flow(contract: Contract) -> list[Flowable]:
    body = ParagraphStyle("body", fontName="Vera", fontSize=8.8, leading=12, spaceAfter=4.5)
    heading = ParagraphStyle("heading", body, fontName="Vera-Bold", fontSize=9.6, spaceBefore=6, keepWithNext=1)
    title = ParagraphStyle("title", heading, fontSize=13, leading=17, alignment=TA_CENTER, spaceAfter=12)
    flow: list[Flowable] = []
    article = clause = 0
    for part in contract.parts:
        text = escape(_printable(part.text))
        if part.kind == "title":
            flow.append(Paragraph(text, title))
        elif part.kind == "article":
            article, clause = article + 1, 0
            flow.append(Paragraph(f"Article {article} – {text}", heading))
        elif part.kind == "clause":
            clause += 1
            flow.append(Paragraph(f"{article}.{clause} {text}", body))
        elif part.kind == "table":
            flow += [Spacer(1, 8), _print_table(part.rows, body)]
        else:
            flow.append(Paragraph(text, body))
    return flow


def _print_table(rows: tuple[tuple[str, ...], ...], body: ParagraphStyle) -> Table:
    cells = [[Paragraph(escape(_printable(cell)), body) for cell in row] for row in rows]
    return Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.4, (0.5, 0.5, 0.5)), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def _printable(text: str) -> str:
    return text.replace(NARROW, HARD)  # the font has no narrow no-break space


def write_typewritten(contract: Contract, path: Path) -> None:
    """The text as a Windows editor of old saved it: cp1252, CRLF."""
    path.write_bytes(contract.body.replace("\n", "\r\n").encode("cp1252"))


def build_applicant(folder: Path) -> None:
    """The thirty contracts of the sample applicant, each in the format that its source names; the first is the 600 EUR contract."""
    folder.mkdir(parents=True, exist_ok=True)
    write_docx(read_source("600-euros-par-an"), folder / "01-sorel-sauvegarde.docx")
    for source in sorted((SOURCES / "applicant").glob("*.txt")):
        contract = read_source(f"applicant/{source.stem}")
        target = folder / f"{source.stem}.{contract.format}"
        if contract.format == "docx":
            write_docx(contract, target)
        else:
            target.write_bytes(contract.body.encode())


def build(folder: Path) -> None:
    """Writes every generated sample into `folder`. terms-online.md is its own source."""
    for name in (
        "600-euros-par-an",
        "managed-services-agreement",
        "contrat-bien-redige",
        "well-drafted-agreement",
        "bon-de-commande",
    ):
        write_docx(read_source(name), folder / f"{name}.docx")
    write_pdf(read_source("600-euros-par-an"), folder / "600-euros-par-an.pdf")
    write_typewritten(read_source("conditions-generales"), folder / "conditions-generales.txt")
    build_applicant(folder / "applicant" / "contracts")


if __name__ == "__main__":
    build(FOLDER)
