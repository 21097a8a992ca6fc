"""Our own Word documents (amendments, letters, forms): one plain page layout, made with python-docx."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from analyzer.reports.format import typeset

_FONT = "Calibri"
_BLANK_LINES = 2


class Sheet:
    """A document under construction, A4, in one language and its typography. Boxes are always empty: people fill them in."""

    def __init__(self, language: str, header: str = "") -> None:
        self._document = docx.Document()
        self._language = language
        page = self._document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "Quote"):
            self._style(name, language)
        self._document.core_properties.author = "Garde-fou"
        self._document.core_properties.comments = ""
        self._document.core_properties.language = language
        if header:
            page.header.paragraphs[0].text = self._set(header)

    def _style(self, name: str, language: str) -> None:
        style = self._document.styles[name]
        style.font.name = _FONT
        style.font.color.rgb = None
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for each in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{each}"), None)
        for each in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{each}"), _FONT)
        if name == "Normal":
            style.font.size = Pt(11)
            style.paragraph_format.space_after = Pt(8)
            spoken = OxmlElement("w:lang")
            spoken.set(qn("w:val"), {"fr": "fr-FR", "en": "en-GB"}[language])
            properties.append(spoken)
        elif name == "Title":
            style.font.size = Pt(20)
        elif name.startswith("Heading"):
            style.font.size = Pt(13)

    def _set(self, text: str) -> str:
        return typeset(text, self._language)

    def title(self, text: str) -> None:
        self._document.add_paragraph(self._set(text), style="Title")

    def heading(self, text: str) -> None:
        self._document.add_paragraph(self._set(text), style="Heading 1")

    def text(self, text: str) -> None:
        """A paragraph; one that announces what follows stays on its page."""
        paragraph = self._document.add_paragraph(self._set(text))
        paragraph.paragraph_format.keep_with_next = text.endswith(":") or None

    def quote(self, text: str) -> None:
        """Words of the contract itself, as they are, set in."""
        paragraph = self._document.add_paragraph(text, style="Quote")
        paragraph.paragraph_format.left_indent = Mm(10)

    def wording(self, text: str) -> None:
        """New words of the contract, set in and upright."""
        self._document.add_paragraph(self._set(text)).paragraph_format.left_indent = Mm(10)

    def remark(self, text: str) -> None:
        """A note of the house, small and set in."""
        paragraph = self._document.add_paragraph()
        paragraph.add_run(self._set(text)).font.size = Pt(9)
        paragraph.paragraph_format.left_indent = Mm(15)
        paragraph.paragraph_format.space_after = Pt(2)

    def item(self, title: str, text: str) -> None:
        """A point of a list with its title."""
        paragraph = self._document.add_paragraph(style="List Bullet")
        paragraph.add_run(self._set(title)).bold = True
        if text:
            paragraph.add_run(self._set(text))

    def boxes(self, *columns: Sequence[str]) -> None:
        """Empty boxes side by side, a label in each: one column a party or one a question. They stay on one page."""
        table = self._document.add_table(rows=0, cols=len(columns))
        table.style = "Table Grid"
        rows = list(zip(*columns, strict=True))
        for number, labels in enumerate(rows, 1):
            row = table.add_row()
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            for cell, label in zip(row.cells, labels, strict=True):
                cell.text = self._set(label)
                for _ in range(_BLANK_LINES - 1):
                    cell.add_paragraph("")
                for paragraph in cell.paragraphs if number < len(rows) else ():
                    paragraph.paragraph_format.keep_with_next = True
        self._document.add_paragraph("")

    def data(self) -> bytes:
        """The file's bytes."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()
