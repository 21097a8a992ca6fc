"""The decision sheet as a workbook: a sheet for each section, figures as numbers that can be added."""

from __future__ import annotations

import io
import re
from typing import Any, Final

import xlsxwriter

from analyzer.reports.messages import say
from analyzer.reports.screening_view import Cell, Figure, Paragraph, Section, Table, View

_NO_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\']")
_MONEY: Final = {"EUR": '#,##0 "€"', "GBP": '"£"#,##0', "USD": '"$"#,##0', "CHF": '"CHF" #,##0'}
_WIDE, _FIRST, _EVEN, _WORDS, _FIGURE = 110, 42, 60, 28, 15  # letters that a column has
_LINE: Final = 15.5  # points


def render(view: View) -> bytes:
    """The workbook's bytes; the same sheet gives the same cells."""
    target = io.BytesIO()
    # Texts are texts: a contract's words never become a formula or a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(target, options)
    workbook.set_properties({"title": view.title, "comments": "", "author": "Garde-fou"})
    formats = _Formats(workbook)
    _cover(workbook, view, formats)
    used: set[str] = set()
    for section in view.sections:
        _section(workbook.add_worksheet(_name(section.title, used)), section, formats)
    workbook.close()
    return target.getvalue()


class _Formats:
    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._money: dict[str, Any] = {}
        text = {"text_wrap": True, "valign": "top"}
        self.text = workbook.add_format(text)
        self.title = workbook.add_format({"bold": True, "font_size": 15})
        self.head = workbook.add_format({**text, "bold": True, "bottom": 1, "bg_color": "#E8EEF4"})
        self.styles = {
            "sub": workbook.add_format({**text, "bold": True}),
            "lead": workbook.add_format({**text, "bold": True}),
            "quote": workbook.add_format({**text, "italic": True, "indent": 2}),
            "wording": workbook.add_format({**text, "indent": 2, "bg_color": "#F4F4EE"}),
            "note": workbook.add_format({**text, "font_color": "#555555"}),
        }
        self.percent = workbook.add_format({"valign": "top", "num_format": '0.0" %"'})
        self.plain = workbook.add_format({"valign": "top", "num_format": "#,##0.##"})
        self.number = workbook.add_format({"valign": "top", "num_format": "0"})

    def figure(self, figure: Figure) -> Any:
        """The format of a number."""
        if figure.kind != "money":
            return {"percent": self.percent, "times": self.plain}.get(figure.kind, self.number)
        if figure.currency not in self._money:
            form = _MONEY.get(figure.currency, f'#,##0 "{figure.currency}"')
            self._money[figure.currency] = self._workbook.add_format({"valign": "top", "num_format": form})
        return self._money[figure.currency]


def _name(title: str, used: set[str]) -> str:
    """A name that a workbook takes: 31 letters, none of its signs, each once."""
    name = _NO_SHEET_NAME.sub(" ", title)[:31].strip()
    name = name if name.casefold() not in used else f"{name[:28]} {len(used)}"
    used.add(name.casefold())
    return name


def _cover(workbook: Any, view: View, formats: _Formats) -> None:
    page = workbook.add_worksheet(_name(view.title, set()))
    page.set_column(0, 0, _WIDE)
    page.write_string(0, 0, view.title, formats.title)
    lines = [view.subtitle, view.verdict, view.lead, say("basis.not_advice", view.language)]
    for row, line in enumerate(filter(None, lines), 2):
        page.write_string(row, 0, line, formats.styles["lead"] if line == view.verdict else formats.text)
        page.set_row(row, _height(line, _WIDE))


def _section(page: Any, section: Section, formats: _Formats) -> None:
    tables = [block for block in section.blocks if isinstance(block, Table)]
    widths = _widths(tables[0]) if tables else [_WIDE]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.hide_gridlines(2)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    row = 0
    for block in section.blocks:
        if isinstance(block, Table):
            row = _table(page, row, block, widths, formats) + 1
        else:
            _paragraph(page, row, block, widths, formats)
            row += 1


def _widths(table: Table) -> list[int]:
    """Letters that each column has: words wide, figures narrow."""
    words = _FIRST if table.left < len(table.header) else _EVEN
    return [words if column == 0 else _WORDS if column < table.left else _FIGURE for column in range(len(table.header))]


def _height(text: str, width: int) -> float:
    """Points that a wrapped text takes: spreadsheets do not all work it out themselves."""
    lines = sum(1 + len(part) // max(width - 2, 1) for part in text.split("\n"))
    return _LINE * lines


def _paragraph(page: Any, row: int, block: Paragraph, widths: list[int], formats: _Formats) -> None:
    form = formats.styles.get(block.style, formats.text)
    if len(widths) > 1:
        page.merge_range(row, 0, row, len(widths) - 1, "", form)
    page.write_string(row, 0, block.text, form)
    page.set_row(row, _height(block.text, sum(widths)))


def _table(page: Any, row: int, table: Table, widths: list[int], formats: _Formats) -> int:
    """Writes a table; the row after it."""
    if any(table.header):
        for column, text in enumerate(table.header):
            page.write_string(row, column, text, formats.head)
        page.set_row(row, max(_height(text, width) for text, width in zip(table.header, widths, strict=True)))
        row += 1
    for cells in table.rows:
        heights = [_height(cell, width) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str)]
        page.set_row(row, max(heights, default=_LINE))
        for column, cell in enumerate(cells):
            _cell(page, row, column, cell, formats)
        row += 1
    return row


def _cell(page: Any, row: int, column: int, cell: Cell, formats: _Formats) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, cell, formats.text)
    elif cell.value is not None:
        page.write_number(row, column, float(cell.value), formats.figure(cell))
