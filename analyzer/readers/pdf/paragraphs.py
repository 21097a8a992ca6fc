"""Printed lines gathered into paragraphs, headings, list items and table rows."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from analyzer.document import BlockKind
from analyzer.readers.headings import depth_of, heading_level, label_of, short_title, shouted
from analyzer.readers.pdf.layout import BULLET, Row, is_bullet, is_table_line
from analyzer.readers.pdf.lines import Fragment
from analyzer.readers.pdf.words import HYPHENS, tidy, undouble

_ENDS: Final = (".", ";", ":", "!", "?", "»", "”", '"', ")")
_SENTENCE_ENDS: Final = (".", "!", "?", "…", ".”", '."', ".»")
_CELL: Final = " | "
_LEADER: Final = re.compile(r"[.·…_]{5,400}\s{0,3}\d{0,4}$")
_LEADER_END: Final = 12  # the last letters of a line are enough to know a leader by
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(slots=True)
class Printed:
    """A line ready to be set: its text and where it stands."""

    text: str
    row: Row


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Printed]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: the height and font of its running text and the distance of its lines in letter
    heights.
    """

    size: float
    font: int
    leading: float
    bold: bool
    hard_blanks: bool
    words: frozenset[str] = field(default=frozenset(), repr=False)


def measure(rows: list[Row]) -> Measure:
    """The usual size, font and leading, counted by letters."""
    sizes: Counter[float] = Counter()
    fonts: Counter[int] = Counter()
    bold = blanks = hard = letters = 0
    for row in rows:
        for cell in row.cells:
            if cell.table:
                continue
            count = len(cell.text)
            sizes[round(cell.size, 1)] += count
            fonts[cell.font] += count
            letters += count
            bold += count * cell.bold
            hard += cell.text.count("\u00a0")
            blanks += cell.text.count(" ")
    heads = [(row.band, row.first.base, max(row.first.size, 1)) for row in rows]
    gaps = [
        (base - below) / size
        for (band, base, size), (following, below, _) in pairwise(heads)
        if band == following and 0 < base - below < 3 * size
    ]
    return Measure(
        size=max(sizes, key=lambda each: sizes[each], default=10.0),
        font=max(fonts, key=lambda each: fonts[each], default=0),
        leading=median(gaps) if gaps else 1.2,
        bold=bold > letters / 2,
        hard_blanks=hard > blanks,
        words=_words(rows) if any(row.cells[-1].text.endswith(HYPHENS) for row in rows) else frozenset(),
    )


def _words(rows: list[Row]) -> frozenset[str]:
    """The document's words in small letters, halves of cut words left out: they tell which hyphens belong to a word."""
    words: set[str] = set()
    whole: list[str] = []
    cut = False
    for row in rows:
        for cell in row.cells:
            ends_cut = cell.text.endswith(HYPHENS)
            if cut or ends_cut:
                found = _WORD.findall(cell.text.lower())
                words.update(found[cut : len(found) - ends_cut])
            else:
                whole.append(cell.text)
            cut = ends_cut
    distinct = set("\n".join(whole).lower().split())
    words.update(_WORD.findall("\n".join(distinct)))
    return frozenset(words)


def paragraphs(rows: list[Row], usual: Measure) -> list[Paragraph]:
    """The paragraphs of the whole document; one may run over a column's or a page's end."""
    found: list[Paragraph] = []
    tables = [is_table_line(row) for row in rows]
    for index, row in enumerate(rows):
        if row.first.table:
            found.append(Paragraph([Printed(row.first.text, row)], BlockKind.TABLE_ROW))
            continue
        if tables[index] and any(
            0 <= at < len(rows) and tables[at] and rows[at].band == row.band for at in (index - 1, index + 1)
        ):
            found.append(Paragraph([Printed(_text(row, usual, _CELL), row)], BlockKind.TABLE_ROW))
            continue
        line = Printed(_text(row, usual, " "), row)
        if not line.text:
            continue
        if found and _carries_on(found[-1], line, usual):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    for index, paragraph in enumerate(found):
        if paragraph.kind is not BlockKind.TABLE_ROW:
            following = found[index + 1] if index + 1 < len(found) else None
            _classify(paragraph, usual, following)
    return found


def _text(row: Row, usual: Measure, sign: str) -> str:
    """The row's words; a list label is parted from its text by a blank, cells by `sign`."""
    if len(row.cells) == 1:
        return undouble(tidy(row.first.text, usual.hard_blanks))
    shown = [text for text in (undouble(tidy(cell.text, usual.hard_blanks)) for cell in row.cells) if text]
    if len(shown) > 1 and is_bullet(row.cells[0].text):
        shown[0] = BULLET
    if len(shown) > 1 and (shown[0] == BULLET or label_of(shown[0] + " ")[0] == shown[0]):
        shown[:2] = [f"{shown[0]} {shown[1]}"]
    return sign.join(shown)


def _carries_on(paragraph: Paragraph, line: Printed, usual: Measure) -> bool:
    if paragraph.kind is BlockKind.TABLE_ROW:
        return not paragraph.lines[0].row.first.table and _fills_cell(paragraph, line.row, line)
    return _continues(paragraph, line, usual)


def _fills_cell(table: Paragraph, row: Row, line: Printed) -> bool:
    """True for a line that carries on a cell other than the first of the table row above."""
    above = table.lines[-1].row
    near = above.first.base - row.first.base < 1.6 * max(row.first.size, 4) and above.band == row.band
    starts = [cell.left for cell in table.lines[0].row.cells[1:]]
    return near and len(row.cells) == 1 and any(abs(row.left - start) < 3 for start in starts) and bool(line.text)


def _continues(paragraph: Paragraph, line: Printed, usual: Measure) -> bool:
    """True where the line carries on the paragraph."""
    above = paragraph.lines[-1]
    here, there = line.row.first, above.row.first
    if abs(here.size - there.size) > 0.15 * max(here.size, there.size) and len(line.text) > 3:
        return False
    kind = label_of(line.text)[1]
    cut = not above.text.endswith(_ENDS)
    if (above.text[-1:].isdigit() or not cut) and _LEADER.search(above.text, len(above.text) - _LEADER_END):
        return False
    if line.row.band != above.row.band:
        return (
            cut
            and not kind
            and (line.text[:1].islower() or (_is_full(above, line) and shouted(line.text) != (not shouted(above.text))))
        )
    gap = (there.base - here.base) / max(here.size, 1)
    if gap > max(1.25 * usual.leading, usual.leading + 0.25):
        return False
    return _same_paragraph(paragraph, above, line, kind, cut)


def _same_paragraph(paragraph: Paragraph, above: Printed, line: Printed, kind: str, cut: bool) -> bool:
    here, there = line.row.first, above.row.first
    if (
        cut
        and line.text[:1].islower()
        and not kind
        and above.row.right - above.row.left > 0.5 * (above.row.edge - above.row.left)
    ):
        return True
    if here.bold != there.bold and (len(paragraph.lines) == 1 or here.bold) and not (_is_full(above, line) and cut):
        return False
    if kind in ("bullet", "letter", "parenthesis", "roman", "named", "decimal"):
        return _is_full(above, line) and cut and kind not in ("bullet",)
    if shouted(above.text) and not shouted(line.text) and short_title(above.text) and not _is_full(above, line):
        return False
    indented = line.row.left - above.row.left > 0.9 * max(here.size, 4)
    if indented and len(paragraph.lines) > 1 and not cut:
        return False
    return _is_full(above, line) or _centred(above, line)


def _is_full(above: Printed, line: Printed) -> bool:
    """True where the next line's first word would not have fitted at the end of the line above."""
    first_word = line.text.split(" ", 1)[0]
    letter = above.row.cells[-1].width / max(len(above.row.cells[-1].text), 1)
    return above.row.right + letter * (len(first_word) + 1) > above.row.edge - 0.5 * letter


def _centred(above: Printed, line: Printed) -> bool:
    """True for two lines with one middle and no common left edge: a title on two lines."""
    middle = abs((above.row.left + above.row.right) - (line.row.left + line.row.right)) < 6
    return middle and abs(above.row.left - line.row.left) > 6 and not above.text.endswith(_ENDS)


def _classify(paragraph: Paragraph, usual: Measure, following: Paragraph | None) -> None:
    """Sets what the paragraph is, from its type and its label."""
    text = " ".join(line.text for line in paragraph.lines)
    number, kind = label_of(text)
    paragraph.number = number
    if len(paragraph.lines) <= 3 and _is_heading(paragraph, text, kind, usual, following):
        paragraph.kind, paragraph.level = BlockKind.HEADING, depth_of(number, kind) or heading_level(text)
    elif kind in ("bullet", "letter", "parenthesis", "roman"):
        paragraph.kind, paragraph.level = BlockKind.LIST_ITEM, 1


def _is_heading(paragraph: Paragraph, text: str, kind: str, usual: Measure, following: Paragraph | None) -> bool:
    if not short_title(text.rstrip(".:") if kind in ("named", "decimal", "roman") else text) or kind == "bullet":
        return False
    cells = [cell for line in paragraph.lines for cell in line.row.cells]
    if kind == "named" or (all(cell.bold for cell in cells) and not usual.bold) or shouted(text):
        return True
    larger = all(cell.size > 1.12 * usual.size for cell in cells)
    if larger and not text.endswith(_SENTENCE_ENDS):
        return True
    another = _another_font(cells, usual) and following is not None and not _another_font(_cells(following), usual)
    return another and kind in ("decimal", "roman") and len(paragraph.lines) == 1


def _another_font(cells: list[Fragment], usual: Measure) -> bool:
    return all(cell.font != usual.font for cell in cells)


def _cells(paragraph: Paragraph) -> list[Fragment]:
    return [cell for line in paragraph.lines for cell in line.row.cells]
