"""Automatic numbers as Word shows them: one counter a level and list, start values, restarts, overrides, styles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from analyzer.readers.docx.package import W
from analyzer.readers.docx.styles import Style, Styles, toggle, value
from analyzer.readers.numerals import written

_PLACE: Final = re.compile(r"%([1-9])")
BULLET: Final = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is w:lvlRestart: None by default, 0 for never, else the 1-based level that
    restarts it.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: str = " "
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a numbered paragraph, the gap after it, its level from 0 and the form of its number."""

    text: str
    gap: str
    level: int
    form: str


@dataclass(frozen=True, slots=True)
class _List:
    """A w:num: the abstract list whose counters it shares, its levels and the starts that it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """Counts as the document is walked: `label` must be called once a paragraph, in document order."""

    styles: Styles
    lists: dict[str, _List] = field(default_factory=dict)
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _seen: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: etree._Element | None, style: Style) -> Label | None:
        """The label of the paragraph with these properties and this style; None where Word shows none."""
        number_id, level = self._place(properties, style)
        found = self.lists.get(number_id or "")
        if found is None or level not in found.levels:
            return None
        counters = self._count(number_id or "", found, level)
        own = found.levels[level]
        if own.form == "bullet":
            return Label(BULLET, " ", level, "bullet")

        def part(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            each = found.levels.get(at, Level())
            number = counters.get(at, found.starts.get(at, each.start))
            return written(number, "decimal" if own.legal and each.form != "none" else each.form, self.styles.language)

        text = _PLACE.sub(part, own.text).strip()
        return Label(text, own.gap, level, own.form) if text else None

    def _place(self, properties: etree._Element | None, style: Style) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, else its style's, whose level is the one that names the style."""
        own = None if properties is None else properties.find(W + "numPr")
        own_id, own_level = value(own, "numId"), value(own, "ilvl")
        number_id = own_id or style.number_id
        if own_level is not None and own_level.isdigit():
            return number_id, int(own_level)
        if own_id is None and number_id in self.lists:
            levels = self.lists[number_id].levels
            for style_id in style.lineage:
                for at, level in levels.items():
                    if level.style == style_id:
                        return number_id, at
        return number_id, 0 if own_id is not None else style.number_level or 0

    def _count(self, number_id: str, found: _List, level: int) -> dict[int, int]:
        counters = self._counters.setdefault(found.abstract, {})
        first_use = (number_id, level) not in self._seen
        self._seen.add((number_id, level))
        if first_use and level in found.starts:
            counters[level] = found.starts[level]
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = found.starts.get(level, found.levels[level].start)
        for deeper in [each for each in counters if each > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart > 0 and level < restart):
                del counters[deeper]
        return counters


def read_numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """The lists of numbering.xml, ready to count."""
    if root is None:
        return Numbering(styles)
    abstracts = {each.get(W + "abstractNumId", ""): each for each in root.iter(W + "abstractNum")}
    nums = {each.get(W + "numId", ""): each for each in root.iter(W + "num")}
    lists: dict[str, _List] = {}
    for number_id, num in nums.items():
        abstract = _linked(value(num, "abstractNumId") or "", abstracts, nums, styles)
        levels = {} if abstract not in abstracts else _levels(abstracts[abstract])
        starts: dict[int, int] = {}
        for override in num.iter(W + "lvlOverride"):
            at = _integer(override.get(W + "ilvl"), 0)
            levels.update(_levels(override))
            start = value(override, "startOverride")
            if start is not None:
                starts[at] = _integer(start, 1)
        lists[number_id] = _List(abstract, levels, starts)
    return Numbering(styles, lists)


def _linked(
    abstract: str, abstracts: dict[str, etree._Element], nums: dict[str, etree._Element], styles: Styles
) -> str:
    """The abstract list that holds the levels: one that only names a list style leads to that style's list."""
    element = abstracts.get(abstract)
    link = None if element is None else value(element, "numStyleLink")
    if link is None:
        return abstract
    num = nums.get(styles.of(link).number_id or "")
    target = None if num is None else value(num, "abstractNumId")
    if target is None:
        target = next((key for key, each in abstracts.items() if value(each, "styleLink") == link), None)
    return target or abstract


def _levels(parent: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in parent.findall(W + "lvl"):
        at = _integer(element.get(W + "ilvl"), 0)
        restart = value(element, "lvlRestart")
        level = Level(
            start=_integer(value(element, "start"), 0),
            form=value(element, "numFmt") or "decimal",
            text=value(element, "lvlText") or "",
            gap="" if value(element, "suff") == "nothing" else " ",
            legal=bool(toggle(element, "isLgl")),
            style=value(element, "pStyle"),
        )
        levels[at] = level if restart is None else replace(level, restart=_integer(restart, 0))
    return levels


def _integer(written_value: str | None, default: int) -> int:
    try:
        return int(written_value) if written_value is not None else default
    except ValueError:
        return default
