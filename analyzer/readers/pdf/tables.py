"""Ruled tables read with pdfplumber, on the few pages where rules and a price, service level or backup meet.

It is some fifty times slower than pdfium, so a page must show both ruled lines and one of the words below; it is
imported on first use.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as raw

from analyzer.readers.pdf.lines import Fragment, PageLines

_ANCHORS: Final = (
    "€", "£", "%", "sauvegarde", "backup", "back-up", "disponibilit", "availab", "tarif", "redevance", "montant", "uptime",
    "pénalit", "penalit", "service level", "niveau de service",
)  # fmt: skip
_WHOLE_ANCHOR: Final = re.compile(r"\b(?:eur|rpo|rto|prix|sla)\b|\b(?:pric|fee)|\$\s?\d")
_THIN: Final = 2.5  # points: a path no thicker than this is a rule
_SHORTEST_UPRIGHT, _SHORTEST_LEVEL = 8.0, 20.0  # points
_MOST_OBJECTS: Final = 20_000
_MOST_PAGES: Final = 40  # a file with more such pages is read by pdfium alone beyond them


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a ruled table: its cells' words and its box (left, bottom, right, top) on the page."""

    cells: tuple[str, ...]
    left: float
    bottom: float
    right: float
    top: float


def wants_tables(lines: PageLines, page: Any) -> bool:
    """True for a page with one of the anchor words, lines that wide gaps part, and a grid of rules."""
    parted = sum(abs(above.base - below.base) < 2 for above, below in pairwise(lines.fragments))
    return parted >= 2 and _has_anchor("\n".join(each.text for each in lines.fragments).lower()) and _has_rules(page)


def _has_anchor(text: str) -> bool:
    return any(anchor in text for anchor in _ANCHORS) or _WHOLE_ANCHOR.search(text) is not None


def _has_rules(page: Any) -> bool:
    """True where upright and level rules, or frames, make at least a small grid. Underlined words have no upright
    rules.
    """
    left, bottom, right, top = (raw.c_float() for _ in range(4))
    upright = level = frames = 0
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        path = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(path) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
            continue
        width, height = right.value - left.value, top.value - bottom.value
        upright += width <= _THIN and height >= _SHORTEST_UPRIGHT
        level += height <= _THIN and width >= _SHORTEST_LEVEL
        frames += width >= _SHORTEST_LEVEL and _SHORTEST_UPRIGHT <= height <= 400
        if (upright >= 3 and level >= 2) or frames >= 4:
            return True
    return False


def ruled_rows(data: bytes, pages: Iterable[int]) -> dict[int, list[list[TableRow]]]:
    """The ruled tables of these pages (from 1), each a list of rows from the top. Pages whose tables cannot be read
    are left out.
    """
    wanted = list(pages)[:_MOST_PAGES]
    if not wanted:
        return {}
    import pdfplumber  # costs as much to import as many pages cost to read

    _hush()
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            found = {number: _tables_of(pdf, number) for number in wanted}
    except Exception:  # pdfminer fails in many ways; pdfium has read the pages already
        return {}
    return {number: tables for number, tables in found.items() if tables}


def _hush() -> None:
    """Warnings of pdfminer quote the file, so they go nowhere: neither to a log nor to the terminal."""
    logger = logging.getLogger("pdfminer")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
        logger.propagate = False


def _tables_of(pdf: Any, number: int) -> list[list[TableRow]]:
    page = None
    try:
        page = pdf.pages[number - 1]
        return [rows for rows in map(_rows, page.find_tables()) if _is_table(rows)]
    except Exception:
        return []
    finally:
        if page is not None:
            page.close()


def put_in(page: PageLines, tables: list[list[TableRow]]) -> None:
    """Replaces the page's fragments that stand in a table by one fragment a row."""
    rows = [row for table in tables for row in table if any(row.cells)]
    kept = [each for each in page.fragments if not any(_holds(row, each) for table in tables for row in table)]
    sizes = sorted(each.size for each in page.fragments) or [10.0]
    size = sizes[len(sizes) // 2]
    for row in rows:
        text = " | ".join(row.cells)
        kept.append(
            Fragment(text, row.left, row.bottom, row.right, row.top, row.bottom + 1, size, False, 0, table=True)
        )
    page.fragments = kept


def _holds(row: TableRow, fragment: Fragment) -> bool:
    middle_x, middle_y = (fragment.left + fragment.right) / 2, (fragment.bottom + fragment.top) / 2
    return row.left - 1 <= middle_x <= row.right + 1 and row.bottom <= middle_y <= row.top


def _rows(table: Any) -> list[TableRow]:
    height = float(table.page.height)
    rows = []
    for row, cells in zip(table.rows, table.extract(), strict=True):
        left, top, right, bottom = row.bbox
        words = tuple(" ".join((cell or "").split()) for cell in cells)
        rows.append(TableRow(words, float(left), height - float(bottom), float(right), height - float(top)))
    return rows


def _is_table(rows: list[TableRow]) -> bool:
    """True where at least two rows have two filled cells: a frame around a paragraph is no table."""
    return sum(len([cell for cell in row.cells if cell]) >= 2 for row in rows) >= 2
