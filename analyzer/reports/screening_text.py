"""The decision sheet for a terminal or a pipe."""

from __future__ import annotations

from typing import Final

from analyzer.reports.format import clean
from analyzer.reports.layout import Page, Row
from analyzer.reports.messages import say
from analyzer.reports.screening_view import Paragraph, Section, Table, View, shown

WIDTH: Final = 110
_FIGURES: Final = 6  # where the figures of a row begin that does not fit one line
_INDENTS: Final = {"": 2, "lead": 2, "item": 2, "sub": 2, "quote": 6, "wording": 4, "note": 2}


def render(view: View, *, width: int = WIDTH) -> str:
    """The whole sheet; ends with a line end."""
    page = Page(width)
    page.title(view.title, "═")
    page.paragraph(_safe(view.subtitle), indent=2)
    page.blank()
    if view.verdict:
        page.paragraph(view.verdict, indent=2, style="bold")
    page.paragraph(view.lead, indent=2)
    page.blank()
    for section in view.sections:
        _section(page, section, view.language)
    return "\n".join(line.text for line in page.lines).rstrip() + "\n"


def _section(page: Page, section: Section, language: str) -> None:
    page.title(section.title)
    for block in section.blocks:
        if isinstance(block, Table):
            _table(page, block, language)
        else:
            _paragraph(page, block)
    page.blank()


def _paragraph(page: Page, block: Paragraph) -> None:
    if block.style == "sub":
        page.blank()
    if block.style == "wording":
        page.block("\n".join(_safe(line) for line in block.text.splitlines()), indent=_INDENTS["wording"])
        return
    hang = 2 if block.style in ("item", "sub") else 0
    page.paragraph(
        _safe(block.text), indent=_INDENTS[block.style], hang=hang, style="bold" if block.style == "sub" else ""
    )


def _table(page: Page, table: Table, language: str) -> None:
    """In columns where they fit the width, else each row on two lines: its words, then its figures."""
    rows: list[Row] = [tuple(_safe(shown(cell, language)) for cell in row) for row in table.rows]
    header = [table.header] if any(table.header) else []
    if page.fits([*header, *rows]):
        page.table([*header, *rows], left=table.left)
        page.blank()
        return
    figures = [row[table.left :] for row in [*header, *rows]]
    widths = [max(len(row[column]) for row in figures) for column in range(len(figures[0]))] if figures else []
    if header and widths:
        page.paragraph(_aligned(table.header[table.left :], widths), indent=_FIGURES, style="bold")
    for row in rows:
        names = zip(table.header[1 : table.left], row[1 : table.left], strict=True)
        said = [
            row[0],
            *(cell if widths else say("colon", language, label=name) + cell for name, cell in names if cell),
        ]
        page.paragraph(" · ".join(said), indent=2, hang=2, style="bold" if widths else "")
        if widths:
            page.paragraph(_aligned(row[table.left :], widths), indent=_FIGURES)
    page.blank()


def _aligned(cells: tuple[str, ...], widths: list[int]) -> str:
    """Figures one below the other; the blanks between them do not break."""
    return "\u00a0\u00a0".join(cell.rjust(width, "\u00a0") for cell, width in zip(cells, widths, strict=True))


def _safe(text: str) -> str:
    """The text without what could move a terminal's cursor; a name of a file may hold anything. Blanks in front stay."""
    return " " * (len(text) - len(text.lstrip(" "))) + clean(text)
