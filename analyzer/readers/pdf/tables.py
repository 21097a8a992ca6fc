"""Ruled tables, on the few pages where rules and a price, service level or backup meet: their cells' words, row by row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as raw

from analyzer.readers.pdf import grid
from analyzer.readers.pdf.lines import Fragment, PageLines, turned

_ANCHORS: Final = (
    "€", "£", "%", "sauvegarde", "backup", "back-up", "disponibilit", "availab", "tarif", "redevance", "montant", "uptime",
    "pénalit", "penalit", "service level", "niveau de service",
)  # fmt: skip
_WHOLE_ANCHOR: Final = re.compile(r"\b(?:eur|rpo|rto|prix|sla)\b|\b(?:pric|fee)|\$\s?\d")
_THIN: Final = 2.5  # points: a path no thicker than this is a rule
_SHORTEST_UPRIGHT, _SHORTEST_LEVEL = 8.0, 20.0  # points
_MOST_OBJECTS: Final = 20_000
_MOST_FORMS: Final = 8  # drawings in drawings
_HYPHEN: Final = 2
_STRAIGHT: Final = 0.01  # points by which a rule may lean

_Move = Callable[[float, float], tuple[float, float]]


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


def ruled_rows(page: Any) -> list[list[TableRow]]:
    """The ruled tables of a page, each a list of rows from the top."""
    width, height = page.get_size()
    rotation = page.get_rotation()

    def shown(x: float, y: float) -> tuple[float, float]:
        return turned(x, y, rotation, width, height)

    uprights: list[grid.Rule] = []
    levels: list[grid.Rule] = []
    for (x, y), (to_x, to_y) in _strokes(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, shown):
        if abs(x - to_x) < _STRAIGHT:
            uprights.append(grid.Rule(x, *sorted((-y, -to_y))))
        elif abs(y - to_y) < _STRAIGHT:
            levels.append(grid.Rule(-y, *sorted((x, to_x))))
    found = grid.tables(uprights, levels)
    if not found:
        return []
    letters = _letters(page, shown)
    read = [[_row(cells, letters) for cells in table] for table in found]
    return [rows for rows in read if _is_table(rows)]


def _strokes(
    holder: Any, count: Any, get: Any, move: _Move, depth: int = 0
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight strokes of all paths of a page, or of a drawing placed on it, from point to point as shown."""
    for index in range(min(count(holder), _MOST_OBJECTS)):
        drawn = get(holder, index)
        sort = raw.FPDFPageObj_GetType(drawn)
        if sort == raw.FPDF_PAGEOBJ_PATH:
            yield from _path(drawn, _placed(drawn, move))
        elif sort == raw.FPDF_PAGEOBJ_FORM and depth < _MOST_FORMS:
            inside = _placed(drawn, move)
            yield from _strokes(drawn, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inside, depth + 1)


def _placed(drawn: Any, move: _Move) -> _Move:
    """Where the points of an object come to stand."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    return lambda x, y: move(a * x + c * y + e, b * x + d * y + f)


def _path(path: Any, move: _Move) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    x, y = raw.c_float(), raw.c_float()
    first = last = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = move(x.value, y.value)
        sort = raw.FPDFPathSegment_GetType(segment)
        if sort == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif sort == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield last, first


def _letters(page: Any, move: _Move) -> list[tuple[float, float, str]]:
    """The signs of a page in the order of the file, each with the middle of its box (x, and downwards as in the grid)."""
    text_page = page.get_textpage()
    box = raw.FS_RECTF()
    letters = []
    for index in range(text_page.count_chars()):
        raw.FPDFText_GetLooseCharBox(text_page.raw, index, box)
        x, y = move((box.left + box.right) / 2, (box.bottom + box.top) / 2)
        letters.append((x, -y, _sign(raw.FPDFText_GetUnicode(text_page.raw, index))))
    text_page.close()
    return letters


def _sign(code: int) -> str:
    """The sign of a code of pdfium's: 2 is a hyphen at a line's end; half of a pair of codes is none."""
    return "- " if code == _HYPHEN else "" if 0xD800 <= code < 0xE000 else chr(code)


def _row(cells: Sequence[grid.Cell | None], letters: Sequence[tuple[float, float, str]]) -> TableRow:
    there = [cell for cell in cells if cell is not None]
    top, bottom = min(cell.top for cell in there), max(cell.bottom for cell in there)
    beside = [letter for letter in letters if top <= letter[1] < bottom]
    return TableRow(
        cells=tuple(_words(cell, beside) if cell else "" for cell in cells),
        left=min(cell.left for cell in there),
        bottom=-bottom,
        right=max(cell.right for cell in there),
        top=-top,
    )


def _words(cell: grid.Cell, letters: Sequence[tuple[float, float, str]]) -> str:
    """The words in a cell; what lies between its letters in the file, in another cell or another line, is a blank."""
    left, top, right, bottom = cell
    return " ".join("".join(sign if left <= x < right and top <= y < bottom else " " for x, y, sign in letters).split())


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


def _is_table(rows: list[TableRow]) -> bool:
    """True where at least two rows have two filled cells: a frame around a paragraph is no table."""
    return sum(len([cell for cell in row.cells if cell]) >= 2 for row in rows) >= 2
