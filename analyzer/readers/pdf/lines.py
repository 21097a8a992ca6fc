"""The lines of a PDF page with their boxes, sizes and fonts, straight from pdfium.

Coordinates are PDF points from the lower left corner of the page as it is shown (turned pages are turned back).
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_Rectangle = tuple[float, float, float, float]  # left, bottom, right, top

_LINE: Final = re.compile("[^\r\n\ufffe]+\ufffe?")  # pdfium joins the lines that a hyphen parts, with U+FFFE for it
_WIDE: Final = re.compile(r"[ \u00a0\u3000]{3,}")
_GAP: Final = 1.5  # in letter heights: a wider gap parts two columns or cells
_LOOSE: Final = 1.25  # a mean letter advance so many times the font's usual one may hide a wide gap


@dataclass(slots=True)
class Fragment:
    """A stretch of one printed line, or with `table` a whole row of a ruled table.

    `base` is the y of its baseline, `size` the height of its letters.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    bold: bool
    font: int
    table: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(slots=True)
class PageLines:
    """What stands on a page, in the order of the file."""

    number: int
    width: float
    height: float
    fragments: list[Fragment]


@dataclass(slots=True)
class FontTable:
    """Fonts met so far in one document, by pdfium's handle: whether each is bold, and how far its letters advance."""

    bold: dict[int, bool] = field(default_factory=dict)
    advance: dict[int, float] = field(default_factory=dict)

    def is_loose(self, fragment: Fragment) -> bool:
        """True for a line far longer than its letters are, judged by the lines of the same font before it."""
        letters = len(fragment.text)
        advance = fragment.width / (letters * max(fragment.size, 0.1))
        usual = self.advance.get(fragment.font, 0.0)
        if letters > 30:
            self.advance[fragment.font] = 0.8 * usual + 0.2 * min(advance, 2 * usual) if usual else advance
        return advance > (_LOOSE * usual or 0.85)

    def look_up(self, text_page: Any, index: int) -> tuple[int, bool]:
        """A number for the font of the character, and whether it is bold."""
        text_object = raw.FPDFText_GetTextObject(text_page, index)
        font = raw.FPDFTextObj_GetFont(text_object) if text_object else None
        if not font:
            return 0, False
        handle = ctypes.addressof(font.contents)
        if handle not in self.bold:
            length = raw.FPDFFont_GetBaseFontName(font, None, 0)
            name = ctypes.create_string_buffer(max(length, 1))
            raw.FPDFFont_GetBaseFontName(font, name, length)
            lowered = name.value.lower()
            self.bold[handle] = any(mark in lowered for mark in (b"bold", b"black", b"heavy", b"-bd", b"demi"))
        return handle, self.bold[handle]


class _Pointers:
    """Room for pdfium's answers, made once."""

    def __init__(self) -> None:
        self.left, self.top, self.right, self.bottom = (ctypes.c_double() for _ in range(4))
        self.box = raw.FS_RECTF()


def page_lines(page: pdfium.PdfPage, number: int, fonts: FontTable) -> PageLines:
    """The page's fragments in the order of the file. A page without text has none."""
    text_page = page.get_textpage()
    width, height = page.get_size()
    text = text_page.get_text_range()
    plain_index = text_page.count_chars() == len(text)
    fragments: list[Fragment] = []
    pointers = _Pointers()
    handle = text_page.raw  # the wrapper would be asked for it at every call
    last = units = 0
    for match in _LINE.finditer(text):
        line, start = match.group(), match.start()
        units += len(text[last:start].encode("utf-16-le")) // 2 if not plain_index else 0
        last = start
        index = start if plain_index else raw.FPDFText_GetCharIndexFromTextIndex(handle, units)
        if not line.isspace() and index >= 0:
            fragments.extend(_fragments(handle, line, index, fonts, pointers))
    text_page.close()
    rotation = page.get_rotation()
    if rotation:
        fragments = [_turned(each, rotation, width, height) for each in fragments]
    return PageLines(number, width, height, fragments)


def _fragments(text_page: Any, line: str, index: int, fonts: FontTable, pointers: _Pointers) -> list[Fragment]:
    """The line as one fragment, or as several where wide gaps part it."""
    shown = line.strip()
    first = index + len(line) - len(line.lstrip())
    boxes = _rectangles(text_page, first, len(shown), pointers)
    if not boxes:
        return []
    whole = _fragment(text_page, shown, first, boxes, fonts, pointers)
    gap = _GAP * max(whole.size, 4)
    if not (_gap_between(boxes, gap) or fonts.is_loose(whole) or _WIDE.search(shown)):
        return [whole]
    parts = _parts(text_page, shown, first, gap, pointers)
    if len(parts) == 1:
        return [whole]
    fragments: list[Fragment] = []
    for begin, end in parts:
        boxes = _rectangles(text_page, first + begin, end - begin, pointers)
        if boxes:
            fragments.append(_fragment(text_page, shown[begin:end], first + begin, boxes, fonts, pointers))
    return fragments


def _rectangles(text_page: Any, index: int, count: int, pointers: _Pointers) -> list[_Rectangle]:
    found = raw.FPDFText_CountRects(text_page, index, count)
    boxes = []
    for each in range(found):
        raw.FPDFText_GetRect(text_page, each, pointers.left, pointers.top, pointers.right, pointers.bottom)
        boxes.append((pointers.left.value, pointers.bottom.value, pointers.right.value, pointers.top.value))
    return boxes


def _fragment(
    text_page: Any, text: str, index: int, boxes: list[_Rectangle], fonts: FontTable, pointers: _Pointers
) -> Fragment:
    raw.FPDFText_GetLooseCharBox(text_page, index, pointers.box)
    size = pointers.box.top - pointers.box.bottom
    raw.FPDFText_GetCharOrigin(text_page, index, pointers.left, pointers.top)
    base = pointers.top.value
    font, bold = fonts.look_up(text_page, index)
    left, bottom, right, top = boxes[0]
    for box in boxes[1:]:
        left, bottom, right, top = min(left, box[0]), min(bottom, box[1]), max(right, box[2]), max(top, box[3])
    if bold and len(boxes) > 1:
        bold = fonts.look_up(text_page, index + len(text) - 1)[1]
    return Fragment(text, left, bottom, right, top, base, size if size > 0 else top - bottom, bold, font)


def _gap_between(boxes: list[_Rectangle], gap: float) -> bool:
    if len(boxes) == 1:
        return False
    boxes = sorted(boxes)
    return any(after[0] - before[2] > gap for before, after in pairwise(boxes))


def _parts(text_page: Any, line: str, index: int, gap: float, pointers: _Pointers) -> list[tuple[int, int]]:
    """Where the line falls apart: at white space that is wider on the page than `gap`."""
    parts: list[tuple[int, int]] = []
    begin = 0
    for space in re.finditer(r"[ \u00a0\u3000]+", line):
        before, after = space.start() - 1, space.end()
        if before < begin or after >= len(line):
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index + before, pointers.box)
        ends = pointers.box.right
        raw.FPDFText_GetLooseCharBox(text_page, index + after, pointers.box)
        if pointers.box.left - ends > gap:
            parts.append((begin, space.start()))
            begin = after
    return [*parts, (begin, len(line))]


def turned(x: float, y: float, rotation: int, width: float, height: float) -> tuple[float, float]:
    """A point as the turned page shows it; `width` and `height` are those of the page as shown."""
    if rotation == 90:
        return y, height - x
    if rotation == 180:
        return width - x, height - y
    return (width - y, x) if rotation else (x, y)


def _turned(fragment: Fragment, rotation: int, width: float, height: float) -> Fragment:
    """The fragment as the turned page shows it."""
    first_x, first_y = turned(fragment.left, fragment.bottom, rotation, width, height)
    second_x, second_y = turned(fragment.right, fragment.top, rotation, width, height)
    fragment.left, fragment.right = sorted((first_x, second_x))
    fragment.bottom, fragment.top = sorted((first_y, second_y))
    fragment.base = fragment.bottom
    return fragment
