"""Recognises the places where an article, an annex or a titled part begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.document import Block, BlockKind
from analyzer.language.conventions import Conventions
from analyzer.structure.sentences import Piece

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_NUMBER = r"\d{1,3}(?:[.-]\d{1,3}){0,4}"
_DASH = r"[.:)°–—-]"
_KEYWORD = re.compile(
    rf"(?P<word>articles?|art\.|section|clause|titre|title|chapitre|chapter|partie|part|annexe?|appendix|exhibit|schedule"
    rf"|attachment|addendum)\s{{0,3}}(?:n[°º]\s?)?(?P<number>{_NUMBER}(?:er|ère)?|premier|[ivxl]{{1,6}}|[a-z](?:-\d{{1,2}})?)\b"
    rf"(?P<mark>\s{{0,3}}{_DASH}{{0,2}})[\s*_]*",
    re.IGNORECASE,
)
_DECIMAL = re.compile(rf"(?:§\s?)?(?P<number>{_NUMBER})(?P<mark>\s?[.)°:–—-]{{0,2}})[\s*_]*(?=\S)")
_ROMAN = re.compile(r"(?P<number>[IVXL]{1,6})(?P<mark>\s?[.):–—-]{1,2})[\s*_]+")
_LETTER = re.compile(r"(?P<number>\([a-z]{1,4}\)|[a-zA-Z][.)])(?P<mark>)[\s*_]+")
_ANNEX_WORDS = frozenset({"annexe", "annex", "appendix", "exhibit", "schedule", "attachment", "addendum"})
_PART_WORDS = frozenset({"titre", "title", "chapitre", "chapter", "partie", "part"})
_MARKUP = re.compile(r"[*_`#\\]+|<[^<>\n]{0,80}>")
_RUN_IN = re.compile(r"[^.:;\n]{2,80}?(?:\s?:|\s[–—-]|\*\*\s?\.?)\s")
_CAPS_RUN = re.compile(rf"(?:[{_CAPITAL}'’/,&()-]{{2,30}}\s){{1,12}}(?=[{_CAPITAL}][a-zà-ÿ'’])")
_OPENING_MARKUP = re.compile(r"[*_\s]*(?:<[^<>\n]{0,80}>\s*)*")
_MOST_TITLE_WORDS = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning of a section. `style` names the look that sections of one level share; `depth` counts a number's parts."""

    start: int
    end: int
    number: str | None
    title: str
    style: str
    depth: int
    piece: int
    block_level: int = 0


def find(text: str, blocks: Sequence[Block], pieces: Sequence[Piece], conventions: Conventions) -> list[Mark]:
    """The beginnings of all sections, tables of contents and menus left out."""
    marks: list[Mark] = []
    last_number = 0
    for place, piece in enumerate(pieces):
        if piece.kind == "row":
            continue
        mark = _labelled(text, blocks, pieces, place, conventions, last_number) or _bare(
            text, blocks, pieces, place, conventions
        )
        if mark is not None:
            marks.append(mark)
            if mark.style == "decimal1" and mark.number:
                last_number = int(mark.number)
    return _without_contents(marks)


def _labelled(
    text: str, blocks: Sequence[Block], pieces: Sequence[Piece], place: int, conventions: Conventions, last_number: int
) -> Mark | None:
    piece = pieces[place]
    opening = _OPENING_MARKUP.match(text, piece.start, piece.end)
    start = opening.end() if opening else piece.start
    for pattern in (_KEYWORD, _DECIMAL, _ROMAN, _LETTER):
        match = pattern.match(text, start, piece.end + 1)
        if match:
            title, end = _title(text, blocks, pieces, place, match.end(), conventions)
            mark = _mark(text, pattern, match, title, end, place, blocks[piece.block])
            if mark is not None and _plausible(text, mark, match, piece, conventions, last_number):
                return mark
    return None


def _mark(
    text: str, pattern: re.Pattern[str], match: re.Match[str], title: str, end: int, place: int, block: Block
) -> Mark | None:
    number = match["number"]
    level = block.level if block.kind is BlockKind.HEADING else 0
    if pattern is _KEYWORD:
        word = match["word"].lower()
        after = text[match.end() : match.end() + 1]
        if not match["mark"].strip() and after.islower():
            return None
        if (
            not number[0].isdigit()
            and word in ("section", "clause", "article", "articles", "part", "partie")
            and number.islower()
        ):
            return None
        style = "annex" if word in _ANNEX_WORDS else "part" if word in _PART_WORDS else "article"
        depth = len(re.split(r"[.-]", number)) if style == "article" else 1
        plain = "1" if number.lower() == "premier" else re.sub(r"(?:er|ère)$", "", number)
        return Mark(match.start(), end, plain, title, style if depth == 1 else f"decimal{depth}", depth, place, level)
    if pattern is _DECIMAL:
        trimmed = re.sub(r"(?:\.0)+$", "", number)
        depth = len(re.split(r"[.-]", trimmed))
        return Mark(match.start(), end, trimmed, title, f"decimal{depth}", depth, place, level)
    if pattern is _ROMAN:
        return Mark(match.start(), end, number, title, "roman", 1, place, level)
    return Mark(
        match.start(), end, number.rstrip("."), title, "letter" if number[-1] == ")" else "capital", 1, place, level
    )


def _plausible(
    text: str, mark: Mark, match: re.Match[str], piece: Piece, conventions: Conventions, last_number: int
) -> bool:
    """Whether a labelled beginning is an article's rather than a list item's, a date's or an amount's."""
    if mark.style in ("article", "annex", "part") or mark.block_level:
        return mark.style != "annex" or bool(mark.title) or piece.end - match.end() <= 2
    following = text[match.end() : match.end() + 14].split()
    first = following[0].strip(".,*").lower() if following else ""
    if first in conventions.months or (not match["mark"].strip() and text[match.end()].islower()):
        return False
    if mark.style in ("letter", "capital", "roman") or piece.lead is not None:
        return bool(mark.title) and piece.lead is None
    if mark.depth > 1:
        return (
            not text[match.end()].isdigit()
            and mark.depth <= 5
            and (text[match.end()].isupper() or bool(match["mark"].strip()))
        )
    number = int(mark.number or 0)
    return number <= 99 and (bool(mark.title) or (number == last_number + 1 and bool(match["mark"].strip())))


def _title(
    text: str, blocks: Sequence[Block], pieces: Sequence[Piece], place: int, start: int, conventions: Conventions
) -> tuple[str, int]:
    """The title that stands after a label, and where it ends; empty where the label opens a sentence."""
    piece = pieces[place]
    block = blocks[piece.block]
    if block.kind is BlockKind.HEADING:
        return _clean(text[start : piece.end]), piece.end
    end = piece.end
    alone = text[end : block.end].strip("*_ \n\t\r:#=~-") == "" or _next_block(pieces, place) == piece.block
    if alone and text[end - 1] not in ";," and _is_title(text, start, end, conventions):
        return _clean(text[start:end]), end
    for pattern in (_RUN_IN, _CAPS_RUN):
        match = pattern.match(text, start, end)
        if match and _is_title(text, start, match.end(), conventions):
            return _clean(match[0]), match.end()
    line = text.find("\n", start, end)
    if 0 < line - start < 100 and text[line + 1 : line + 2].isupper() and _is_title(text, start, line, conventions):
        return _clean(text[start:line]), line
    return "", start


def _next_block(pieces: Sequence[Piece], place: int) -> int:
    return pieces[place + 1].block if place + 1 < len(pieces) else -1


def _is_title(text: str, start: int, end: int, conventions: Conventions) -> bool:
    """Whether a stretch of text reads as a title: a few words, a capital first, no verb."""
    if end - start > 140:
        return False
    words = _clean(text[start:end]).split()
    if not words or len(words) > _MOST_TITLE_WORDS or not any(word[0].isalpha() for word in words):
        return False
    head = words[0].lstrip("\"“«'([")
    if not head or head[0].islower():
        return False
    return not any(word.strip(".,()").lower() in conventions.verbs for word in words[1:])


def _clean(title: str) -> str:
    return " ".join(_MARKUP.sub("", title).split()).strip(" .:–—-")


def _bare(
    text: str, blocks: Sequence[Block], pieces: Sequence[Piece], place: int, conventions: Conventions
) -> Mark | None:
    """A heading without a label: a heading block, a bold or underlined line, a short line in capitals or title case."""
    piece = pieces[place]
    block = blocks[piece.block]
    raw = text[piece.start : piece.end]
    if block.kind is BlockKind.HEADING:
        return Mark(piece.start, piece.end, None, _clean(raw), "heading", 1, place, block.level)
    if block.kind is not BlockKind.PARAGRAPH or len(raw) > 140 or piece.lead is not None:
        return None
    if (place and pieces[place - 1].block == piece.block) or not _is_title(text, piece.start, piece.end, conventions):
        return None
    if raw[-1] in ".;,!?" or text[piece.end : block.end].strip("*_ \n\r\t:") != "":
        return None
    style = _look(text, raw, piece)
    if style is None or not _text_follows(text, pieces, place):
        return None
    return Mark(piece.start, piece.end, None, _clean(raw), style, 1, place)


def _look(text: str, raw: str, piece: Piece) -> str | None:
    words = [word for word in _clean(raw).split() if word[0].isalpha()]
    if not any(len(word) >= 4 for word in words):
        return None
    if raw.startswith("**") and raw.endswith("**"):
        return "bold"
    if re.match(r"\s{0,3}\n?[ \t]{0,3}(={4,}|-{4,}|~{4,})", text[piece.end : piece.end + 12]):
        return "underlined"
    if raw.isupper():
        return "capitals"
    if len(words) <= 9 and raw[-1] != ":" and raw[0].isupper():
        return "line"
    return None


def _text_follows(text: str, pieces: Sequence[Piece], place: int) -> bool:
    """Whether text of some length comes next: what menus and tables of contents lack."""
    following = pieces[place + 1 : place + 3]
    return any(len(text[piece.start : piece.end].split()) >= 8 for piece in following)


def _without_contents(marks: list[Mark]) -> list[Mark]:
    """Drops runs of headings with no text between them, when they are many or come again further on."""
    kept: list[Mark] = []
    titles_after: dict[str, int] = {}
    for mark in marks:
        titles_after[_key(mark)] = mark.piece
    place = 0
    while place < len(marks):
        last = place
        while last + 1 < len(marks) and marks[last + 1].piece == marks[last].piece + 1:
            last += 1
        run = marks[place : last + 1]
        again = sum(titles_after[_key(mark)] > run[-1].piece for mark in run)
        if len(run) < 4 or 2 * again < len(run):
            kept.extend(run)
        else:
            kept.extend(mark for mark in run[-1:] if titles_after[_key(mark)] <= run[-1].piece)
        place = last + 1
    return kept


def _key(mark: Mark) -> str:
    title = re.sub(r"[\W\d_]+", "", mark.title.lower())
    return title or f"#{mark.number}"
