"""Styles and list numbers of an OpenDocument text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from analyzer.readers.numerals import letter, roman

TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_LEVELS: Final = 10
_PLACE: Final = re.compile(r"%(\d{1,2})%")
_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "1": str,
    "a": letter,
    "A": lambda number: letter(number).upper(),
    "i": lambda number: roman(number).lower(),
    "I": roman,
}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its text; `weight` None where it says nothing of bold type."""

    weight: bool | None = None
    hidden: bool = False
    new_page: bool = False

    @property
    def bold(self) -> bool:
        return bool(self.weight)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: `form` 1, a, A, i, I, "" for no number, or a bullet's sign."""

    form: str = ""
    bullet: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    pattern: str = ""


class Styles:
    """The file's styles by name, looked up through their parents."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._raw: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        for root in (each for each in roots if each is not None):
            for element in root.iter(_STYLE + "style"):
                self._raw.setdefault(element.get(_STYLE + "name", ""), element)
            for element in root.iter(TEXT + "list-style", TEXT + "outline-style"):
                name = "" if element.tag == TEXT + "outline-style" else element.get(_STYLE + "name", "")
                self._lists.setdefault(name, dict(map(_level, element)))

    def named(self, name: str | None) -> Style:
        """The style, with what it takes from its parents; the plain one where there is none of that name."""
        if name is None:
            return Style()
        if name not in self._known:
            self._known[name] = self._look_up(name)
        return self._known[name]

    def _look_up(self, name: str) -> Style:
        weight: bool | None = None
        hidden = new_page = False
        seen: set[str] = set()
        first = True
        while name in self._raw and name not in seen:
            seen.add(name)
            element = self._raw[name]
            text, paragraph = element.find(_STYLE + "text-properties"), element.find(_STYLE + "paragraph-properties")
            said = None if text is None else text.get(_FO + "font-weight")
            if weight is None and said is not None:
                weight = said == "bold" or (said.isdigit() and int(said) >= 600)
            hidden |= text is not None and text.get(TEXT + "display") == "none"
            new_page |= paragraph is not None and paragraph.get(_FO + "break-before") == "page"
            new_page |= first and bool(element.get(_STYLE + "master-page-name"))
            name, first = element.get(_STYLE + "parent-style-name", ""), False
        return Style(weight, hidden, new_page)

    def list_style_of(self, paragraph: str | None) -> str | None:
        """The list that a paragraph style puts its paragraphs into; None where it says nothing."""
        seen: set[str] = set()
        while paragraph in self._raw and paragraph not in seen:
            seen.add(paragraph)
            said = self._raw[paragraph].get(_STYLE + "list-style-name")
            if said is not None:
                return said
            paragraph = self._raw[paragraph].get(_STYLE + "parent-style-name", "")
        return None

    def level(self, list_style: str, depth: int) -> Level:
        """The level, counted from 1, of a list style (the outline's is the style without a name)."""
        return self._lists.get(list_style, {}).get(depth, Level())


def _level(element: etree._Element) -> tuple[int, Level]:
    depth = element.get(TEXT + "level", "0")
    bullet = element.get(TEXT + "bullet-char", "")
    if (bullet and not bullet.isprintable()) or bullet >= "\ue000":
        bullet = "•"  # a sign of a symbol font means nothing
    start, shown = element.get(TEXT + "start-value", "1"), element.get(TEXT + "display-levels", "1")
    level = Level(
        form=element.get(_STYLE + "num-format", ""),
        bullet=bullet,
        prefix=element.get(_STYLE + "num-prefix", ""),
        suffix=element.get(_STYLE + "num-suffix", ""),
        shown=_number(shown, 1),
        start=_number(start, 1),
        pattern=element.get(_STYLE + "num-list-format", ""),
    )
    return _number(depth, 0), level


def _number(said: str | None, default: int) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 7 else default


@dataclass(slots=True)
class _Open:
    """A list that is open, with the counters that it shares with the lists around it."""

    style: str
    counters: list[int] = field(default_factory=lambda: [0] * (_LEVELS + 1))


class Lists:
    """Where the walk stands in lists, and the label of the paragraph at hand."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open: list[_Open] = []
        self._last: dict[str, list[int]] = {}  # counters by list style, for lists that carry on
        self._by_id: dict[str, list[int]] = {}
        self._outline = [0] * (_LEVELS + 1)
        self._waits = False  # an item whose first paragraph has not been met
        self.bullet = False

    @property
    def depth(self) -> int:
        return min(len(self._open), _LEVELS)

    def enter(self, element: etree._Element) -> None:
        """A list begins, inside another or not."""
        outer = self._open[-1] if self._open else None
        style = element.get(TEXT + "style-name") or (outer.style if outer else "")
        if outer:
            opened = _Open(style, outer.counters)
            opened.counters[self.depth + 1 :] = [0] * (_LEVELS - self.depth)
        else:
            carried = self._by_id.get(element.get(TEXT + "continue-list", ""))
            if carried is None and element.get(TEXT + "continue-numbering") == "true":
                carried = self._last.get(style)
            opened = _Open(style) if carried is None else _Open(style, carried)
            self._last[style] = opened.counters
            if element.get(_XML_ID):
                self._by_id[element.get(_XML_ID, "")] = opened.counters
        self._open.append(opened)

    def leave(self) -> None:
        self._open.pop()
        self._waits = False

    def count(self, item: etree._Element) -> None:
        """An item begins: its number is the next one, or the one that it says."""
        counters, depth = self._open[-1].counters, self.depth
        said = _number(item.get(TEXT + "start-value"), -1)
        start = self._styles.level(self._open[-1].style, depth).start
        counters[depth] = said if said >= 0 else counters[depth] + 1 if counters[depth] else start
        self._waits = True

    def label(self, paragraph: etree._Element) -> str:
        """What the page shows before this paragraph: its item's number or bullet, or its heading's number."""
        self.bullet = False
        if self._open:
            if not self._waits:
                return ""
            if (
                next((child for child in paragraph.itersiblings(preceding=True) if child.tag == paragraph.tag), None)
                is None
            ):
                deeper = self._open[-1].counters
                deeper[self.depth + 1 :] = [0] * (_LEVELS - self.depth)
            self._waits = False
            return self._written(self._open[-1].style, self._open[-1].counters, self.depth)
        if paragraph.tag != TEXT + "h" or paragraph.get(TEXT + "is-list-header") == "true":
            return ""
        if self._styles.list_style_of(paragraph.get(TEXT + "style-name")) == "":
            return ""
        return self._heading(paragraph)

    def _heading(self, paragraph: etree._Element) -> str:
        depth = min(max(_number(paragraph.get(TEXT + "outline-level"), 1), 1), _LEVELS)
        said = _number(paragraph.get(TEXT + "start-value"), -1)
        self._outline[depth] = said if said >= 0 else self._outline[depth] + 1
        self._outline[depth + 1 :] = [0] * (_LEVELS - depth)
        return self._written("", self._outline, depth)

    def _written(self, style: str, counters: list[int], depth: int) -> str:
        level = self._styles.level(style, depth)
        if level.bullet:
            self.bullet = True
            return level.bullet
        if not level.form:
            return ""

        def number(at: int) -> str:
            form = self._styles.level(style, at).form
            return _FORMS[form](max(counters[at], 1)) if form in _FORMS else ""

        if level.pattern:
            return _PLACE.sub(lambda place: number(min(max(int(place[1]), 1), _LEVELS)), level.pattern).strip()
        first = max(depth - level.shown + 1, 1)
        numbers = [each for each in map(number, range(first, depth + 1)) if each]
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()
