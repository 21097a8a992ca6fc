"""One table of a workbook: a frozen header with filters, typed cells, colours that go with words, and as many sheets as its rows need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, Literal

from analyzer.reports.format import clean

MAX_ROWS: Final = 1_048_576  # of a sheet, its header included
_MAX_TEXT: Final = 16_000  # characters in a cell; Excel takes 32 767 UTF-16 units
_LINE: Final = 13.0  # points of a line of text, in a row that is set so that every program shows all of it
_MAX_LINES: Final = 20
_A3: Final = 8

Kind = Literal["text", "wrapped", "word", "count", "sum", "multiple", "day"]
# Background and text: enough contrast to be read, and told apart in black and white by the word itself.
COLOURS: Final = {
    "critical": ("#F4B6B6", "#6B0F0F"),
    "high": ("#F9D0B0", "#6B2F00"),
    "medium": ("#FBE8A6", "#5A4300"),
    "low": ("#D6E6F5", "#123F66"),
    "good": ("#CFE8CF", "#14491A"),
    "quiet": ("#ECECEC", "#4A4A4A"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, what it holds. `colours` maps a cell's whole words to a colour; `bar` draws each sum's
    part of the largest.
    """

    head: str
    width: int
    kind: Kind = "text"
    colours: Mapping[str, str] = field(default_factory=dict)
    bar: bool = False
    upright: bool = False  # a head that is written upwards, over a narrow column
    note: str = ""  # a comment on the head


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Any, language: str) -> None:
        self.workbook = workbook
        day = "dd/mm/yyyy" if language == "fr" else "d mmm yyyy"
        font = {"font_name": "Calibri", "font_size": 10}
        plain = {**font, "valign": "top", "bottom": 1, "bottom_color": "#D0D0D0"}
        head = {
            **font,
            "bold": True,
            "bg_color": "#1F3A5F",
            "font_color": "#FFFFFF",
            "border": 1,
            "border_color": "#FFFFFF",
        }
        add = workbook.add_format
        self.head = add({**head, "valign": "vcenter", "text_wrap": True})
        self.upright = add({**head, "rotation": 90, "valign": "bottom", "align": "center"})
        self.title = add({**font, "bold": True, "font_size": 14})
        self.cells: dict[Kind, Any] = {
            "text": add({**plain, "indent": 1}),
            "wrapped": add({**plain, "text_wrap": True, "indent": 1}),
            "word": add({**plain, "align": "center"}),
            "count": add({**plain, "num_format": "#,##0", "align": "center"}),
            "sum": add({**plain, "num_format": "#,##0.00_ "}),
            "multiple": add({**plain, "num_format": '#,##0.00"\u00a0×"_ '}),
            "day": add({**plain, "num_format": day, "align": "center"}),
        }
        self.colours = {name: add({"bg_color": back, "font_color": text}) for name, (back, text) in COLOURS.items()}


class Sheet:
    """A table that is written row after row. Beyond what a sheet can hold it goes on in "name 2", "name 3" …"""

    def __init__(
        self, styles: Styles, name: str, columns: Sequence[Column], *, frozen: int = 0, rows: int = MAX_ROWS
    ) -> None:
        self._styles, self._name, self._columns, self._frozen, self._rows = styles, name, columns, frozen, rows
        self._part, self._next = 0, rows
        self._sheet: Any = None
        self._begin()

    def add(self, values: Sequence[Any]) -> None:
        """A row, a value for each column; None leaves a cell empty. A text is a text, whatever it begins with."""
        if self._next >= self._rows:
            self._end()
            self._begin()
        lines = 1
        for place, (column, value) in enumerate(zip(self._columns, values, strict=True)):
            if isinstance(value, str):
                value = clean(value)[:_MAX_TEXT]
                lines = max(lines, -(-len(value) // max(1, column.width - 2))) if column.kind == "wrapped" else lines
            self._write(place, self._styles.cells[column.kind], value)
        self._sheet.set_row(self._next, _LINE * min(lines, _MAX_LINES) + 2)
        if self._styles.workbook.constant_memory and self._next > 1:
            # The row before has gone to the disk; its height would be kept to the end, for every row of every sheet.
            for heights in (self._sheet.row_info, self._sheet.row_sizes):
                heights.pop(self._next - 1, None)
        self._next += 1

    def close(self) -> None:
        """Set the filters and colours over the rows that were written."""
        self._end()

    def _write(self, place: int, style: Any, value: Any) -> None:
        if value is None:
            self._sheet.write_blank(self._next, place, None, style)
        elif isinstance(value, (int, float, Decimal)):
            self._sheet.write_number(self._next, place, value, style)
        elif isinstance(value, date):
            self._sheet.write_datetime(self._next, place, datetime.combine(value, datetime.min.time()), style)
        else:
            self._sheet.write_string(self._next, place, value, style)

    def _begin(self) -> None:
        self._part, self._next = self._part + 1, 1
        name = self._name if self._part == 1 else f"{self._name} {self._part}"
        sheet = self._sheet = self._styles.workbook.add_worksheet(name)
        sheet.freeze_panes(1, self._frozen)
        sheet.set_landscape()
        sheet.set_paper(_A3)
        sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&R&P / &N")
        upright = any(column.upright for column in self._columns)
        sheet.set_row(0, 240 if upright else 34)
        for place, column in enumerate(self._columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.head, self._styles.upright if column.upright else self._styles.head)
            if column.note:
                sheet.write_comment(0, place, column.note, {"x_scale": 2.5, "y_scale": 1.6})

    def _end(self) -> None:
        last = max(1, self._next - 1)
        self._sheet.autofilter(0, 0, last, len(self._columns) - 1)
        for place, column in enumerate(self._columns):
            if column.bar:
                told = {
                    "type": "data_bar",
                    "bar_color": "#E7A6A6",
                    "min_type": "num",
                    "min_value": 0,
                }
                self._sheet.conditional_format(1, place, last, place, told)
            for word, colour in column.colours.items():
                told = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": self._styles.colours[colour]}
                self._sheet.conditional_format(1, place, last, place, told)
