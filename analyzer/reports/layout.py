"""Lines of a page: text wrapped to a width, each stretch with the style that a terminal may give it."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import Final

Part = tuple[str, str]  # text, style (a rich style, "" for plain)
Row = tuple[str, ...]

_GAP: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    parts: tuple[Part, ...] = ()

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.parts).rstrip(" ")


@dataclass(slots=True)
class Page:
    """Collects lines from top to bottom; nothing is ever wider than `width`, save a word that cannot be broken."""

    width: int
    lines: list[Line] = field(default_factory=list)

    def blank(self) -> None:
        """An empty line, never two in a row."""
        if self.lines and self.lines[-1].parts:
            self.lines.append(Line())

    def title(self, text: str, rule: str = "─") -> None:
        """A heading that runs to the right edge."""
        opening = f"{text} " if text else ""
        self.lines.append(Line(((opening, "bold"), (rule * (self.width - len(opening)), "dim"))))

    def paragraph(self, text: str, *, indent: int = 0, hang: int = 0, lead: Part = ("", ""), style: str = "") -> None:
        """Wrapped text. `lead` opens the first line in its own style; later lines hang `hang` further in."""
        head, head_style = lead
        opening = " " * indent + head
        wrapped = _wrap(text, self.width, opening, " " * (indent + hang)) or [opening]
        cut = len(opening) if head else 0
        self.lines.append(Line(((wrapped[0][:cut], head_style), (wrapped[0][cut:], style))))
        self.lines.extend(Line(((line, style),)) for line in wrapped[1:])

    def block(self, text: str, *, indent: int, bar: str = "│ ", style: str = "") -> None:
        """A text with paragraphs of its own, marked by a bar on its left."""
        margin = " " * indent
        for source in text.strip().split("\n"):
            for line in _wrap(source, self.width - indent - len(bar), "", "") or [""]:
                self.lines.append(Line(((margin + bar, "dim"), (line, style))))

    def fields(self, rows: list[tuple[str, str]], *, indent: int = 2) -> None:
        """Labels in one column, their texts in the next."""
        column = max(len(label) for label, _ in rows) + _GAP
        for label, text in rows:
            self.paragraph(text, indent=indent, hang=column, lead=(label.ljust(column), "dim"))

    def table(self, rows: list[Row], *, indent: int = 2, left: int = 1) -> None:
        """Columns as wide as their widest cell, the first `left` aligned left, the others right; the first row is the header."""
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for position, row in enumerate(rows):
            cells = [
                cell.ljust(width) if column < left else cell.rjust(width)
                for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            ]
            style = "bold" if position == 0 else ""
            self.lines.append(Line(((" " * indent + (" " * _GAP).join(cells), style),)))

    def fits(self, rows: list[Row], *, indent: int = 2) -> bool:
        """Whether the table of these rows is within the width."""
        widths = (max(len(row[column]) for row in rows) for column in range(len(rows[0])))
        return indent + sum(widths) + _GAP * (len(rows[0]) - 1) <= self.width

    def text(self) -> str:
        """The page without any style, ending with one line end."""
        return "\n".join(line.text for line in self.lines).rstrip("\n") + "\n"


def _wrap(text: str, width: int, first: str, later: str) -> list[str]:
    return textwrap.wrap(
        text,
        max(width, 40),
        initial_indent=first,
        subsequent_indent=later,
        break_on_hyphens=False,
        break_long_words=False,
    )
