"""Reading order: columns one after the other, rows of a table as rows, headers, footers and page numbers set aside."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import Final

from analyzer.readers.headings import label_of
from analyzer.readers.pdf.lines import Fragment, PageLines

_DIGITS: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"(?:page|p\.|seite)?\s{0,3}[-–—\[(]{0,2}\s{0,3}(?:\d{1,4}|[ivxlc]{1,7})\s{0,3}[-–—\])]{0,2}"
    r"(?:\s{0,3}(?:/|sur|of|de|von)\s{0,3}\d{1,4})?\s{0,3}[-–—\])]{0,2}$",
    re.IGNORECASE,
)
_PAGE_MENTION: Final = re.compile(r"\bpage #", re.IGNORECASE)
_ZONE: Final = 0.13  # of the page height, at the top and at the bottom
_COLUMN_LINES: Final = 8
_COLUMN_LETTERS: Final = 20


@dataclass(slots=True)
class Row:
    """What stands on one line of one column. `edge` is the right margin of the column, `band` tells columns and pages apart."""

    page: int
    cells: list[Fragment]
    edge: float
    band: int

    @property
    def first(self) -> Fragment:
        return self.cells[0]

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return self.cells[-1].right


def set_aside_furniture(pages: list[PageLines]) -> None:
    """Takes headers, footers and page numbers out of the pages' fragments."""
    seen: Counter[tuple[str, int]] = Counter()
    anywhere: Counter[str] = Counter()
    for page in pages:
        seen.update({(_shape(each), _height(each)) for each in page.fragments if _in_zone(each, page)})
        anywhere.update({_shape(each) for each in page.fragments})
    needed = 2 if len(pages) < 6 else 3
    for page in pages:
        page.fragments = [
            each for each in page.fragments if not _is_furniture(each, page, seen, anywhere, needed, len(pages))
        ]


def _is_furniture(
    fragment: Fragment, page: PageLines, seen: Counter[tuple[str, int]], anywhere: Counter[str], needed: int, pages: int
) -> bool:
    shape = _shape(fragment)
    if _PAGE_MENTION.search(shape) and len(shape) < 80 and anywhere[shape] >= max(5, pages // 4):
        return True
    if not _in_zone(fragment, page):
        return False
    if _PAGE_NUMBER.match(fragment.text.strip()) and (pages > 1 or "age" in fragment.text):
        return True
    height = _height(fragment)
    return sum(seen[shape, height + shift] for shift in (-1, 0, 1)) >= needed and bool(shape)


def _shape(fragment: Fragment) -> str:
    return _DIGITS.sub("#", fragment.text).strip().lower()


def _height(fragment: Fragment) -> int:
    return round(fragment.base / 6)


def _in_zone(fragment: Fragment, page: PageLines) -> bool:
    return not _ZONE * page.height < fragment.base < (1 - _ZONE) * page.height


def rows_of(page: PageLines, band: int) -> list[Row]:
    """The page's rows in reading order; bands are numbered from `band`."""
    fragments = _once(page.fragments)
    rows: list[Row] = []
    for region in _regions(fragments, depth=0):
        rights = sorted(each.right for each in region)
        edge = rights[min(len(rights) - 1, int(len(rights) * 0.9))]
        rows.extend(Row(page.number, cells, edge, band) for cells in _lined_up(region))
        band += 1
    return rows


def _once(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments without those drawn a second time in the same place (bold made by drawing twice)."""
    kept: dict[tuple[str, int, int], Fragment] = {}
    for each in fragments:
        kept.setdefault((each.text, round(each.left / 3), round(each.base / 3)), each)
    return list(kept.values())


def _regions(fragments: list[Fragment], depth: int) -> list[list[Fragment]]:
    """The fragments by column, in reading order: what spans the gutter parts the page into bands."""
    gutter = _gutter(fragments) if depth < 3 else None
    if gutter is None:
        return [fragments] if fragments else []
    regions: list[list[Fragment]] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    across: list[Fragment] = []

    def close() -> None:
        if across:
            regions.append(list(across))
        regions.extend([*_regions(left, depth + 1), *_regions(right, depth + 1)])
        across.clear()

    for each in sorted(fragments, key=lambda one: -one.base):
        if each.left < gutter < each.right:
            if left or right:
                close()
                left, right = [], []
            across.append(each)
        else:
            (left if each.right <= gutter else right).append(each)
    close()
    return regions


def _gutter(fragments: list[Fragment]) -> float | None:
    """The x of the white strip between two columns of running text; None where the page has one column."""
    if len(fragments) < 2 * _COLUMN_LINES:
        return None
    starts = Counter(round(each.left) for each in fragments if len(each.text) >= _COLUMN_LETTERS)
    for start, count in starts.most_common(6):
        if count < _COLUMN_LINES // 2:
            break
        x = start - 3.0
        left = [each for each in fragments if each.right <= x]
        right = [each for each in fragments if each.left >= x]
        if (
            len(fragments) - len(left) - len(right) <= 0.25 * len(fragments)
            and _side(left)
            and _side(right)
            and _beside(left, right)
        ):
            return x
    return None


def _side(fragments: list[Fragment]) -> bool:
    """True for a column of running text: many lines, most of them long and as wide as the column."""
    if len(fragments) < _COLUMN_LINES:
        return False
    width = max(each.right for each in fragments) - min(each.left for each in fragments)
    long = median(len(each.text) for each in fragments) >= _COLUMN_LETTERS
    return long and median(each.width for each in fragments) >= 0.6 * width


def _beside(left: list[Fragment], right: list[Fragment]) -> bool:
    """True where the two stand side by side for most of the height of the lower one."""
    low = max(min(each.base for each in left), min(each.base for each in right))
    high = min(max(each.base for each in left), max(each.base for each in right))
    extent = min(max(e.base for e in side) - min(e.base for e in side) for side in (left, right))
    return high - low > 0.5 * extent


def _lined_up(fragments: list[Fragment]) -> list[list[Fragment]]:
    """The fragments of a column line by line, from the top, each line from the left."""
    lines: list[list[Fragment]] = []
    for each in sorted(fragments, key=lambda one: (-one.base, one.left)):
        if lines and lines[-1][0].base - each.base <= 0.35 * max(lines[-1][0].size, each.size, 4):
            lines[-1].append(each)
        else:
            lines.append([each])
    for line in lines:
        line.sort(key=lambda one: one.left)
    return lines


def is_table_line(row: Row) -> bool:
    """True where wide gaps part the row into cells, a list label before its text not counted."""
    cells = row.cells
    if len(cells) > 1 and label_of(cells[0].text + " ")[0] == cells[0].text.strip():
        cells = cells[1:]
    gaps = [after.left - before.right for before, after in zip(cells, cells[1:], strict=False)]
    return any(gap > 1.2 * max(row.first.size, 4) for gap in gaps)
