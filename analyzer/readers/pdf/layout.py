"""Reading order: columns one after the other, rows of a table as rows, headers, footers and page numbers set aside."""

from __future__ import annotations

import itertools
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
BULLET: Final = "•"
_BULLETS: Final = frozenset("•●▪■◦○·§oqnüvØ➢✓\uf0b7\uf0a7\uf0fc\uf0d8\uf06f\uf0a8")
_ZONE: Final = 0.13  # of the page height, at the top and at the bottom
_COLUMN_LINES: Final = 8
_COLUMN_LETTERS: Final = 20


@dataclass(slots=True)
class Row:
    """What stands on one line of one column. `edge` is the right margin of the column, `band` tells columns and pages
    apart.
    """

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
    repeats = _Repeats(pages)
    for page in pages:
        _drop_edge_numbers(page, len(pages))
        page.fragments = [each for each in page.fragments if not repeats.is_furniture(each, page)]


def _drop_edge_numbers(page: PageLines, pages: int) -> None:
    """Takes out a page number that is the highest or lowest thing on its page, however far from the edge."""
    if pages < 2 or len(page.fragments) < 3:
        return
    heights = [each.base for each in page.fragments]
    for edge in (min(heights), max(heights)):
        line = [each for each in page.fragments if abs(each.base - edge) < 3]
        if len(line) == 1 and _PAGE_NUMBER.match(line[0].text.strip()):
            page.fragments.remove(line[0])


class _Repeats:
    """How often each line, its digits apart, stands at the same height, among the outermost lines of its page, or
    anywhere.
    """

    def __init__(self, pages: list[PageLines]) -> None:
        self._pages = len(pages)
        self._heights: Counter[tuple[str, int]] = Counter()
        self._ends: Counter[tuple[str, bool]] = Counter()
        self._anywhere: Counter[str] = Counter()
        self._outermost = {page.number: _outermost(page) for page in pages}
        for page in pages:
            outer = [each for each in page.fragments if self._is_outer(each, page)]
            shapes = [(_shape(each), each) for each in outer]
            self._heights.update({(shape, _height(each)) for shape, each in shapes if _in_zone(each, page)})
            self._ends.update({(shape, each.base > page.height / 2) for shape, each in shapes})
            self._anywhere.update({_shape(each) for each in page.fragments if "age" in each.text})

    def is_furniture(self, fragment: Fragment, page: PageLines) -> bool:
        if not self._is_outer(fragment, page) and "age" not in fragment.text:
            return False
        shape = _shape(fragment)
        if _PAGE_MENTION.search(shape) and len(shape) < 80 and self._anywhere[shape] >= max(5, self._pages // 4):
            return True
        if not self._is_outer(fragment, page) or not shape:
            return False
        named = len(shape) > 3 and any(map(str.isalpha, shape))
        if named and self._ends[shape, fragment.base > page.height / 2] >= max(3, 0.4 * self._pages):
            return True
        return _in_zone(fragment, page) and (self._is_page_number(fragment) or self._keeps_its_height(shape, fragment))

    def _is_outer(self, fragment: Fragment, page: PageLines) -> bool:
        low, high = self._outermost[page.number]
        return _in_zone(fragment, page) or fragment.base <= low or fragment.base >= high

    def _is_page_number(self, fragment: Fragment) -> bool:
        return bool(_PAGE_NUMBER.match(fragment.text.strip())) and (self._pages > 1 or "age" in fragment.text)

    def _keeps_its_height(self, shape: str, fragment: Fragment) -> bool:
        height = _height(fragment)
        repeats = sum(self._heights[shape, height + shift] for shift in (-1, 0, 1))
        return repeats >= (2 if self._pages < 6 else 3)


def _outermost(page: PageLines) -> tuple[float, float]:
    """The heights of the third line from below and from above: a page made from a web page ends where its text ends."""
    heights = sorted({round(each.base) for each in page.fragments})
    if len(heights) < 8:
        return -1.0, page.height + 1
    return heights[2] + 1.0, heights[-3] - 1.0


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


def is_bullet(text: str) -> bool:
    """True for a sign alone that is a bullet: what symbol fonts give is a letter that means nothing."""
    return text.strip() in _BULLETS


def is_table_line(row: Row) -> bool:
    """True where wide gaps part the row into cells, a list label before its text not counted."""
    cells = row.cells
    if len(cells) > 1 and (is_bullet(cells[0].text) or label_of(cells[0].text + " ")[0] == cells[0].text.strip()):
        cells = cells[1:]
    gaps = [after.left - before.right for before, after in itertools.pairwise(cells)]
    return any(gap > 1.2 * max(row.first.size, 4) for gap in gaps)
