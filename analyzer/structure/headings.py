"""Recognises the places where an article, an annex or a titled part begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.document import Block, BlockKind
from analyzer.language.conventions import Conventions
from analyzer.structure.labels import Label, annex_at, label_at
from analyzer.structure.pieces import Piece

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_MARKUP = re.compile(r"[*`#\\]+|(?<!\w)_+|_+(?!\w)|<[^<>\n]{0,80}>|\]\([^()\s]{0,200}\)|\]\[\d{0,3}\]|\[(?=[\w*])")
_RUN_IN = re.compile(r"[^.:;\n]{2,80}?(?:\s?:|\s[–—-]|\*\*\s?\.?)\s")
_CAPS_RUN = re.compile(rf"(?:[{_CAPITAL}'’/,&()-]{{2,30}}\s){{1,12}}(?=[{_CAPITAL}][a-zà-ÿ'’])")
_OPENING_MARKUP = re.compile(r"(?:[^\w(<§]|_){0,8}(?:<[^<>\n]{0,80}>\s{0,2}){0,3}")
_UNDERLINE = re.compile(r"[*_ \t]{0,4}\n[ \t]{0,3}(?:={4,}|-{4,}|~{4,})")
_NOT_IN_BARE = re.compile(
    r"\d{4}|@|://|\[|\.\w{2,4}$|_{2,}|\s\d{1,3}$|\d\.\d|\s\|\s"  # a date, an address, a blank, a page, a table's row
    r"|^\(|^[^(]{0,140}\)"  # half of a bracket
)
_FRONT_MATTER = re.compile(r"[a-z_]{2,30}: ")
_MOST_TITLE_WORDS = 14
_LONGEST_TITLE = 140


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a section begins, and its label or title after what marks it ("**"). `style` names the look that sections of one level share;
    `last`: its title's sentence.
    """

    start: int
    label: int
    end: int
    number: str | None
    title: str
    style: str
    depth: int
    piece: int
    last: int
    block_level: int = 0


@dataclass(frozen=True, slots=True)
class _Page:
    """What the recognition of one heading looks at."""

    text: str
    blocks: Sequence[Block]
    pieces: Sequence[Piece]
    conventions: Conventions

    def raw(self, place: int) -> str:
        return self.text[self.pieces[place].start : self.pieces[place].end]

    def goes_on(self, place: int) -> bool:
        """Whether the block in which a sentence ends holds another sentence after it."""
        if place + 1 >= len(self.pieces):
            return False
        piece, after = self.pieces[place], self.pieces[place + 1]
        return after.block == piece.block or self.blocks[after.block].start < piece.end

    def opens_block(self, place: int) -> bool:
        return not place or self.pieces[place - 1].end <= self.blocks[self.pieces[place].block].start


def find(text: str, blocks: Sequence[Block], pieces: Sequence[Piece], conventions: Conventions) -> list[Mark]:
    """The beginnings of all sections, tables of contents, menus and running headers left out."""
    page = _Page(text, blocks, pieces, conventions)
    marks: list[Mark] = []
    last_number = 0
    for place, piece in enumerate(pieces):
        if piece.kind == "row" or (marks and place <= marks[-1].last):
            continue
        mark = _labelled(page, place, last_number) or _annex(page, place, marks) or _bare(page, place)
        if mark is not None:
            marks.append(mark)
            if mark.style == "decimal1" and mark.number:
                last_number = int(mark.number)
    return _without_contents(_without_running_headers(marks))


# Headings with a label


def _labelled(page: _Page, place: int, last_number: int) -> Mark | None:
    piece = page.pieces[place]
    start = _past_markup(page, place)
    label = label_at(page.text, start, piece.end)
    if label is None:
        return None
    block = page.blocks[piece.block]
    level = block.level if piece.kind == "heading" else 0
    title, end, last = _title(page, place, label)
    if not _plausible(page, place, label, title, bool(level), last_number):
        return None
    style = label.style
    if style == "decimal1" and block.kind is BlockKind.LIST_ITEM and block.level > 1:
        style = f"decimal1 of list level {block.level}"
    return Mark(piece.start, label.start, end, label.number, title, style, label.depth, place, last, level)


def _past_markup(page: _Page, place: int) -> int:
    """Where a sentence's words begin, after the stars and other signs that mark it."""
    piece = page.pieces[place]
    opening = None if page.text[piece.start].isalnum() else _OPENING_MARKUP.match(page.text, piece.start, piece.end)
    return opening.end() if opening else piece.start


def _title(page: _Page, place: int, label: Label) -> tuple[str, int, int]:
    """The title after a label, where it ends and in which sentence; empty where the label opens a sentence."""
    text, piece, start = page.text, page.pieces[place], label.end
    if start >= piece.end:
        return _title_below(page, place, label)
    if piece.kind == "heading":
        return _clean(text[start : piece.end]), piece.end, place
    if _stands_alone(page, place) and _is_title(page, start, piece.end):
        return _clean(text[start : piece.end]), piece.end, place
    for pattern in (_RUN_IN, _CAPS_RUN):
        match = pattern.match(text, start, piece.end)
        if match and _is_title(page, start, match.end()):
            return _clean(match[0]), match.end(), place
    line = text.find("\n", start, min(piece.end, start + 100))
    if line > 0 and text[line + 1 : line + 2].isupper() and _is_title(page, start, line):
        return _clean(text[start:line]), line, place
    return "", start, place


def _title_below(page: _Page, place: int, label: Label) -> tuple[str, int, int]:
    """The title of a label that stands alone: the next block, if it reads as one."""
    if place + 1 < len(page.pieces) and not page.goes_on(place):
        below = page.pieces[place + 1]
        alone = page.opens_block(place + 1) and not page.goes_on(place + 1)
        closed = page.raw(place + 1)[-1] in ";," or (
            len(page.raw(place + 1).split()) > 6 and page.raw(place + 1)[-1] == "."
        )
        if alone and not closed and _is_title(page, below.start, below.end):
            return _clean(page.raw(place + 1)), below.end, place + 1
    return "", min(label.end, page.pieces[place].end), place


def _stands_alone(page: _Page, place: int) -> bool:
    """Whether a sentence can be a title: it ends as one, and it is its whole block or opens one."""
    end = page.raw(place)[-1]
    if end in ";,":
        return False
    words = len(page.raw(place).split())
    return words <= (9 if end == "." else _MOST_TITLE_WORDS) and (end != "." or page.goes_on(place) or words <= 6)


def _plausible(page: _Page, place: int, label: Label, title: str, in_heading: bool, last_number: int) -> bool:
    """Whether a label is an article's rather than a list item's, a date's or an amount's."""
    text, piece = page.text, page.pieces[place]
    if label.style in ("article", "annex", "part") or in_heading:
        return label.style != "annex" or bool(title) or label.end >= piece.end - 2
    following = text[label.end : label.end + 14].split()
    first = following[0].strip(".,*").lower() if following else ""
    if first in page.conventions.months or (not label.marked and text[label.end : label.end + 1].islower()):
        return False
    if label.style in ("letter", "capital", "roman"):
        return bool(title) and piece.lead is None
    if label.depth > 1:
        return bool(title) or (not first[:1].isdigit() and (label.marked or text[label.end : label.end + 1].isupper()))
    if piece.lead is not None or int(label.number) > 99:
        return False
    return bool(title) or (int(label.number) == last_number + 1 and label.marked)


def _is_title(page: _Page, start: int, end: int) -> bool:
    """Whether a stretch of text reads as a title: a few words, a capital first, no verb."""
    if end - start > _LONGEST_TITLE:
        return False
    words = _clean(page.text[start:end]).split()
    if not words or len(words) > _MOST_TITLE_WORDS:
        return False
    head = words[0].lstrip("\"“«'([")
    if not head[:1].isalpha() or head[0].islower():
        return False
    return not any(word.strip(".,()").lower() in page.conventions.verbs for word in words[1:])


def _clean(title: str) -> str:
    return " ".join(_MARKUP.sub("", title).split()).strip(" .:–—-")


# Headings without a label


def _annex(page: _Page, place: int, before: Sequence[Mark]) -> Mark | None:
    """An annex with a name and no number, « Annexe — Niveaux de service » or "ANNEXES": behind articles, with text of its own below."""
    piece = page.pieces[place]
    raw = page.raw(place)
    own = page.opens_block(place) and not page.goes_on(place) and piece.lead is None
    if not own or piece.kind == "item" or raw[-1] in ".;," or len(raw.split()) > _MOST_TITLE_WORDS:
        return None
    start = _past_markup(page, place)
    shown = piece.kind == "heading" or raw.isupper() or raw.startswith("**")
    found = annex_at(page.text, start, piece.end, shown=shown)
    if found is None or place + 1 >= len(page.pieces) or _is_annex(page, place + 1):
        return None
    if not behind_articles(start, len(page.text), sum(map(counts, before))):
        return None
    level = page.blocks[piece.block].level if piece.kind == "heading" else 0
    title = _clean(page.text[found : piece.end]).strip('«»“”" ')
    return Mark(piece.start, start, piece.end, None, title, "annex", 1, place, place, level)


def counts(mark: Mark) -> bool:
    """Is it an article with a single number?"""
    return mark.depth == 1 and mark.style != "annex" and (mark.number or "").isdigit()


def behind_articles(start: int, length: int, articles: int) -> bool:
    """Does what begins at `start` stand where annexes do, behind articles or in a text's second half? A table of contents does not."""
    return articles > 1 or 2 * start > length


def _is_annex(page: _Page, place: int) -> bool:
    """Whether a sentence names an annex: a list of them follows, not what an annex says."""
    start, end = _past_markup(page, place), page.pieces[place].end
    label = label_at(page.text, start, end)
    return annex_at(page.text, start, end, shown=False) is not None or (label is not None and label.style == "annex")


def _bare(page: _Page, place: int) -> Mark | None:
    """A heading block, a bold or underlined line, a short line in capitals or with text below, a run-in title."""
    piece = page.pieces[place]
    block = page.blocks[piece.block]
    if piece.kind == "heading":
        if _FRONT_MATTER.match(page.raw(place)):
            return None
        return Mark(
            piece.start, piece.start, piece.end, None, _clean(page.raw(place)), "heading", 1, place, place, block.level
        )
    if block.kind is not BlockKind.PARAGRAPH or piece.end - piece.start > _LONGEST_TITLE or piece.lead is not None:
        return None
    raw = page.raw(place)
    if raw[-1] in ";,!?" or raw.count(" ") > _MOST_TITLE_WORDS or not _may_open(page, place, raw):
        return None
    if not _is_title(page, piece.start, piece.end) or not _text_follows(page, place):
        return None
    style = _look(page, place)
    return (
        Mark(piece.start, piece.start, piece.end, None, _clean(page.raw(place)), style, 1, place, place)
        if style
        else None
    )


def _may_open(page: _Page, place: int, raw: str) -> bool:
    """Whether a sentence stands where an unlabelled title can: at the head of a block, or glued to what comes next."""
    return page.opens_block(place) or (raw[-1].isalnum() and page.goes_on(place))


def _look(page: _Page, place: int) -> str | None:
    """How an unlabelled title shows itself; None where it does not."""
    raw = page.raw(place)
    words = [word for word in _clean(raw).split() if word[0].isalpha()]
    if not any(len(word) >= 4 for word in words) or _NOT_IN_BARE.search(raw):
        return None
    if page.goes_on(place):
        return _run_in_look(page, place, words)
    if raw.startswith("**") and raw.endswith("**"):
        return "bold"
    if _UNDERLINE.match(page.text, page.pieces[place].end):
        return "underlined"
    if raw[-1] == ":" or (raw[-1] == "." and len(words) > 5):
        return None
    if raw.isupper():
        return "capitals"
    return "line" if len(words) <= 9 and not _interrupts(page, place) else None


def _interrupts(page: _Page, place: int) -> bool:
    """Whether the sentence before is unfinished, so that a short line is a part of it."""
    before = page.raw(place - 1) if place else "."
    return (before[-1].isalnum() or before[-1] == ",") and len(before.split()) > 9


def _run_in_look(page: _Page, place: int, words: Sequence[str]) -> str | None:
    """A title at the head of its paragraph ("Limitation of Liability. Neither ..."), or glued to what comes next."""
    raw = page.raw(place)
    if raw[-1].isalnum() and len(words) <= 9:
        return "line"
    small = page.conventions.small_words
    titled = all(word[0].isupper() or word.lower() in small for word in words) and len(words) <= 7
    if page.opens_block(place) and raw[-1] in ".:" and (titled or len(words) <= 3):
        return "run-in"
    return None


def _text_follows(page: _Page, place: int) -> bool:
    """Whether text of some length comes next: what menus and tables of contents lack."""
    return any(len(page.raw(after).split()) >= 8 for after in range(place + 1, min(place + 3, len(page.pieces))))


# What looks like a heading and is none


def _without_running_headers(marks: list[Mark]) -> list[Mark]:
    """Drops unlabelled lines that come again and again: they are printed on every page."""
    times = Counter(mark.title for mark in marks if mark.number is None and mark.block_level < 2)
    return [mark for mark in marks if mark.number is not None or times[mark.title] < 3]


def _without_contents(marks: list[Mark]) -> list[Mark]:
    """Drops runs of headings with no text between them whose titles come again further on."""
    last_piece = {_key(mark): mark.piece for mark in marks}
    kept: list[Mark] = []
    place = 0
    while place < len(marks):
        last = place
        while last + 1 < len(marks) and marks[last + 1].piece == marks[last].last + 1:
            last += 1
        run = marks[place : last + 1]
        final = [mark for mark in run if last_piece[_key(mark)] <= run[-1].piece]
        kept.extend(run if len(run) < 4 or 2 * len(final) > len(run) else final[-1:])
        place = last + 1
    return kept


def _key(mark: Mark) -> str:
    title = re.sub(r"[\W\d_]+", "", mark.title.lower())
    return title or f"#{mark.number}"
