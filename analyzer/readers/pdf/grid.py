"""The tables that ruled lines draw: rules to crossings, crossings to cells, cells to tables.

After Anssi Nurminen's thesis on tables in PDF files, with the tolerances of pdfplumber, of which a test holds it equal.
Points are (x, depth): PDF points from the left, and downwards from a level that all rules share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

_NEAR: Final = 3.0  # points: rules so near are one, and they meet where they miss each other by so little
_SHORTEST_PART: Final = 1.0  # points, of a piece of a rule
_SHORTEST: Final = 3.0  # of a whole one
_MOST_MEETINGS: Final = 250_000  # pairs of an upright and a level rule; a drawing has more, and is no table

Point = tuple[float, float]


class Rule(NamedTuple):
    """A straight rule, upright or level: `at` is its x or its depth, `start` and `end` are where it runs on the other axis."""

    at: float
    start: float
    end: float


class Cell(NamedTuple):
    """A box between rules."""

    left: float
    top: float
    right: float
    bottom: float


def tables(uprights: Iterable[Rule], levels: Iterable[Rule]) -> list[list[list[Cell | None]]]:
    """The tables from the top, each a list of rows; None where no cell of a row begins at a left edge of the table's."""
    upright, level = _merged(uprights), _merged(levels)
    if len(upright) * len(level) > _MOST_MEETINGS:
        return []
    groups = [group for group in _together(_Crossings(upright, level).cells()) if len(group) > 1]
    return [_rows(group) for group in sorted(groups, key=lambda cells: min((cell.top, cell.left) for cell in cells))]


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """The rules, those that stand nearly in one line moved into one, and joined where they touch."""
    merged: list[Rule] = []
    for line in _lines(sorted(rule for rule in rules if rule.end - rule.start >= _SHORTEST_PART)):
        at = sum(rule.at for rule in line) / len(line)
        for rule in sorted(line, key=attrgetter("start")):
            last = merged[-1] if merged else None
            if last is not None and last.at == at and rule.start <= last.end + _NEAR:
                merged[-1] = Rule(at, last.start, max(last.end, rule.end))
            else:
                merged.append(Rule(at, rule.start, rule.end))
    return [rule for rule in merged if rule.end - rule.start >= _SHORTEST]


def _lines(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Sorted rules in groups, each rule near the one before."""
    line: list[Rule] = []
    for rule in rules:
        if line and rule.at > line[-1].at + _NEAR:
            yield line
            line = []
        line.append(rule)
    if line:
        yield line


class _Crossings:
    """Where upright and level rules meet."""

    def __init__(self, uprights: Sequence[Rule], levels: Sequence[Rule]) -> None:
        self._through: dict[Point, tuple[set[Rule], set[Rule]]] = {}  # the upright and the level rules through each
        for upright in uprights:
            for level in levels:
                if _meet(upright, level):
                    found = self._through.setdefault((upright.at, level.at), (set(), set()))
                    found[0].add(upright)
                    found[1].add(level)
        self._below: dict[float, list[Point]] = defaultdict(list)  # by x, from the top
        self._beside: dict[float, list[Point]] = defaultdict(list)  # by depth, from the left
        for point in sorted(self._through):
            self._below[point[0]].append(point)
            self._beside[point[1]].append(point)

    def cells(self) -> list[Cell]:
        """The smallest box that begins at each of them."""
        return [cell for point in sorted(self._through) if (cell := self._smallest(point)) is not None]

    def _smallest(self, corner: Point) -> Cell | None:
        left, top = corner
        rights = [point for point in self._beside[top] if point[0] > left and self._joined(corner, point, 1)]
        belows = [point for point in self._below[left] if point[1] > top and self._joined(corner, point, 0)]
        for below in belows:
            for right in rights:
                last = right[0], below[1]
                if last in self._through and self._joined(last, right, 0) and self._joined(last, below, 1):
                    return Cell(left, top, *last)
        return None

    def _joined(self, one: Point, other: Point, axis: int) -> bool:
        """Does one rule (upright for axis 0) go through both?"""
        return not self._through[one][axis].isdisjoint(self._through[other][axis])


def _meet(upright: Rule, level: Rule) -> bool:
    crosses = upright.start - _NEAR <= level.at <= upright.end + _NEAR
    return crosses and level.start - _NEAR <= upright.at <= level.end + _NEAR


def _together(cells: Iterable[Cell]) -> Iterator[list[Cell]]:
    """The cells in groups whose members share a corner with another one."""
    at: dict[Point, list[Cell]] = defaultdict(list)
    left = dict.fromkeys(cells)
    for cell in left:
        for corner in _corners(cell):
            at[corner].append(cell)
    while left:
        group = [left.popitem()[0]]
        for cell in group:  # grows while it is walked through
            for other in (other for corner in _corners(cell) for other in at[corner]):
                if other in left:
                    del left[other]
                    group.append(other)
        yield group


def _corners(cell: Cell) -> tuple[Point, ...]:
    left, top, right, bottom = cell
    return (left, top), (left, bottom), (right, top), (right, bottom)


def _rows(cells: Sequence[Cell]) -> list[list[Cell | None]]:
    lefts = sorted({cell.left for cell in cells})
    rows: dict[float, dict[float, Cell]] = defaultdict(dict)
    for cell in cells:
        rows[cell.top][cell.left] = cell
    return [[rows[top].get(left) for left in lefts] for top in sorted(rows)]
