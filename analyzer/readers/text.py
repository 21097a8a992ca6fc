"""Plain text and Markdown: the file's own text unchanged, cut into blocks.

Lines wrapped by hand are gathered into one paragraph. Markers (`#`, `**` around a heading) stand outside the block,
list labels inside it; underlines and rules are in no block. Pages are not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from analyzer.document import Block, BlockKind, Document
from analyzer.readers.headings import depth_of, heading_level, label_of, short_title, shouted
from analyzer.readers.sniff import decode
from analyzer.readers.source import Source

_LINE: Final = re.compile(r"[^\r\n\f]+")
_HASHES: Final = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_UNDERLINE: Final = re.compile(r"([=\-~^\"*_+])\1{2,200}+$")
_TABLE_RULE: Final = re.compile(r"[|+:\-= \t]{3,400}$")
_ENDS: Final = (".", ";", ":", "!", "?", "»", '"')
_NARROWEST, _WIDEST = 55, 110


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank, without the white space around it; `after_blank` when a blank line or nothing stands
    before it.
    """

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool


def read_text(source: Source, form: str) -> Document:
    """The document of a text file; `form` is txt or md."""
    text = decode(source.data) or ""
    return source.document(form, text, blocks_of(text))


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text that has no more structure than its lines."""
    return tuple(_blocks(_lines(text)))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        body = match.group().strip()
        if not body:
            continue
        indent = len(match.group()) - len(match.group().lstrip())
        start = match.start() + indent
        gap = text[last_end:start]
        blank = not lines or "\f" in gap or gap.count("\n") > 1 or gap.count("\r") - gap.count("\r\n") > 1
        lines.append(_Line(start, start + len(body), body, indent, blank))
        last_end = match.end()
    return lines


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which the lines were wrapped by hand; 0 where each line is a paragraph of its own."""
    lengths = sorted(len(line.text) + line.indent for line in lines)
    if len(lengths) < 6 or lengths[int(len(lengths) * 0.97)] > _WIDEST + 10:
        return 0
    pairs = [(above, below) for above, below in pairwise(lines) if not below.after_blank]
    running = [above for above, _ in pairs if len(above.text) + above.indent >= _NARROWEST]
    cut = sum(not line.text.endswith(_ENDS) for line in running)
    return lengths[int(len(lengths) * 0.9)] if cut >= 4 and cut >= 0.4 * len(running) else 0


def _blocks(lines: list[_Line]) -> list[Block]:
    width = _wrap_width(lines)
    blocks: list[Block] = []
    group: list[_Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        following = lines[place + 1] if place + 1 < len(lines) else None
        underlined = following is not None and not following.after_blank and _is_underline(line, following)
        if group and not (_continues(group[-1], line, width) and not underlined):
            blocks.append(_block(group, following=line))
            group = []
        if underlined:
            blocks.append(_underlined(line, following))
            place += 1
        elif not (_UNDERLINE.match(line.text) or _TABLE_RULE.match(line.text)):
            group.append(line)
        place += 1
    if group:
        blocks.append(_block(group, following=None))
    return blocks


def _is_underline(line: _Line, below: _Line | None) -> bool:
    if below is None or not _UNDERLINE.match(below.text) or _UNDERLINE.match(line.text) or "|" in line.text:
        return False
    return len(line.text) <= 120 and len(below.text) >= min(3, len(line.text))


def _underlined(line: _Line, below: _Line | None) -> Block:
    number, kind = label_of(line.text)
    level = depth_of(number, kind) or (1 if below and below.text[0] == "=" else 2)
    return Block(line.start, line.end, BlockKind.HEADING, level, number)


def _continues(above: _Line, line: _Line, width: int) -> bool:
    """True where the line carries on the paragraph of the line above."""
    if not width or line.after_blank or _opens_block(line) or _opens_block(above, heading_only=True):
        return False
    full = len(above.text) + above.indent >= 0.7 * width
    if label_of(line.text)[0]:
        return full and not above.text.endswith(_ENDS) and label_of(line.text)[1] in ("decimal", "named")
    if shouted(above.text) != shouted(line.text) and not full:
        return False
    return full or (not above.text.endswith(_ENDS) and not short_heading(above.text))


def short_heading(text: str) -> bool:
    """True for a line that reads as a heading by its words alone: a label and a few words, or capitals."""
    if not short_title(text) or len(text) > 90:
        return False
    number, kind = label_of(text)
    if kind in ("named", "roman"):
        return True
    return (kind == "decimal" and number != text and len(text.split()) <= 10) or shouted(text)


def _opens_block(line: _Line, heading_only: bool = False) -> bool:
    if _HASHES.match(line.text) or _is_bold_line(line.text) or _is_row(line.text):
        return True
    return not heading_only and label_of(line.text)[1] in ("bullet", "letter", "parenthesis")


def _is_bold_line(text: str) -> bool:
    for mark in ("**", "__"):
        inner = text[2:-2]
        if text.startswith(mark) and text.endswith(mark) and len(text) > 5 and mark not in inner:
            return len(inner) <= 120 and not inner.endswith((".", ";", ","))
    return False


def _is_row(text: str) -> bool:
    return (text.startswith("|") and text.count("|") >= 2) or text.count(" | ") >= 1


def _block(group: list[_Line], following: _Line | None) -> Block:
    """The block of the lines of one paragraph; `following` is the line after it, which tells a list from a heading."""
    first, last = group[0], group[-1]
    hashes = _HASHES.match(first.text)
    if hashes and len(group) == 1:
        body = first.text[hashes.end() :].rstrip("#").rstrip()
        start, end = first.start + hashes.end(), first.start + hashes.end() + len(body)
        return Block(start, end, BlockKind.HEADING, len(hashes[1]), label_of(body.lstrip("*_ "))[0])
    if _is_bold_line(first.text) and len(group) == 1:
        inner = first.text[2:-2]
        return Block(first.start + 2, first.end - 2, BlockKind.HEADING, heading_level(inner), label_of(inner)[0])
    if _is_row(first.text):
        return Block(first.start, last.end, BlockKind.TABLE_ROW)
    number, kind = label_of(first.text)
    if len(group) == 1 and short_heading(first.text) and not _is_list(kind, following):
        return Block(first.start, first.end, BlockKind.HEADING, heading_level(first.text), number)
    if kind in ("bullet", "letter", "parenthesis", "roman") or (kind == "decimal" and not re.search(r"\d\.\d", number)):
        return Block(first.start, last.end, BlockKind.LIST_ITEM, 1 + first.indent // 4 if number else 0, number)
    return Block(first.start, last.end, BlockKind.PARAGRAPH, 0, number)


def _is_list(kind: str, following: _Line | None) -> bool:
    """True where a numbered line is followed at once by another of its kind: a list, not a heading."""
    if kind not in ("decimal", "roman") or following is None:
        return False
    number, next_kind = label_of(following.text)
    return next_kind == kind and not re.search(r"\d\.\d", number)
