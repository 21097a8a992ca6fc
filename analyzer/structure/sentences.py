"""Cuts a document into sentences: the units on which rules are matched and which reports quote.

A sentence never crosses a heading or a table row. It may run over several blocks: a lead-in ("is not liable for:")
with its list, or a paragraph that a page break interrupts. What would be too long to judge as one is cut at its
semicolons or list marks, and the pieces remember their lead-in.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from analyzer.document import Block, BlockKind, Span
from analyzer.language.conventions import Conventions, words
from analyzer.structure.lists import resumes
from analyzer.structure.noise import is_noise
from analyzer.structure.openings import with_openings
from analyzer.structure.pieces import Piece
from analyzer.structure.values import SentenceKind

MOST_WORDS = 220
_HARD_LIMIT = 600  # words; no sentence is longer, whatever the text
_WRAPPED_LINE = 60  # letters; a shorter line may be a title
_LONGEST_LABEL = 20
_REACH = 2000  # letters; so far does a list's opening speak for sentences of an item after its first
_SHORTEST_LETTERS = 2 * MOST_WORDS

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_SMALL = "a-zß-öø-ÿœ"
_CLOSERS = "\"”’»')\\]*_"
_NEXT = rf"""(?=\s[\s"“”‘’'«(\[*_>\\–—-]{{0,12}}(?:[#•·▪§{_CAPITAL}\d]|\(?[a-z]{{1,4}}\)\s|<\w))"""
_NOT_IN_NUMBER = r"(?<!(?<!\d)\d.)(?<!(?<!\d)\d\d.)"  # the stop of "12." in "12.3.1", not that of "in 2017.5.2 Price"
_END = re.compile(
    rf"[.!?…](?:[.!?]{{0,5}}[{_CLOSERS}]{{0,4}}(?:\s[»”])?(?:[\[(]?\d{{1,2}}[\])]|[¹²³⁴⁵⁶⁷⁸⁹*†]{{1,3}})?{_NEXT}"
    rf"|(?:(?<=[{_SMALL}»)].)|(?<=[{_CAPITAL}]{{4}}.))(?=[{_CAPITAL}][{_SMALL}’' ])"
    rf"|{_NOT_IN_NUMBER}[,;]?(?=\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}\.?\s{{1,8}}[{_CAPITAL}]))"
    rf"|[:;](?=\s{{1,8}}\d{{1,2}}\.(?:\d{{1,2}}\.?)?\s{{1,8}}[{_CAPITAL}]{{4}})"
    rf"|[:;](?=\s{{1,8}}(?P<inline>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})\.?\s{{1,8}}[{_CAPITAL}])"
)
_GLUED_HEADING = re.compile(rf"[{_CAPITAL}](?<=[{_SMALL}]{{3}}.)(?=[{_CAPITAL}]{{3,30}}[ ,][{_CAPITAL}]{{2}})")
_START = re.compile(r"(?:[\s#>|]|\\?[-*•·▪●–—+.](?=\s)|={3,}|~{3,}|-{3,})*")
_DOMAIN_ENDS = words("com fr net org io eu be ch ca de uk js tv me co ai")
_LABEL = re.compile(
    r"[\W_]*(?:(?:article|art|section|clause|annexe?|appendix|exhibit|schedule|§)\W{0,3})?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlIVXL]{1,6})[.)]?",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"\W{0,4}(?:article\s|art\.\s)?(\d{1,2}(?:\.\d{1,2}){0,4})(?!\d)", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[\W_]*(\w*)")
_LIST_MARK = re.compile(
    r"[\s>*_]*(?:\\?[-•·▪●–—*+§o.](?=\s)|\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\s?[)°]|(?:[a-z]|[ivx]{1,5}|\d{1,2})[.]\s)\s*",
    re.IGNORECASE,
)
_PIECES = re.compile(r";\s|\s(?=\((?:[ivx]{1,5}|[a-z]|\d{1,2})\)\s)|\s(?=(?:[IVX]{1,4}|[a-h]|\d)\)\s)", re.IGNORECASE)
_KINDS: dict[BlockKind, SentenceKind] = {
    BlockKind.TABLE_ROW: "row",
    BlockKind.HEADING: "heading",
    BlockKind.LIST_ITEM: "item",
}
_APART = (BlockKind.HEADING, BlockKind.TABLE_ROW)
_SMALL_WORD = re.compile(rf"[{_SMALL}]{{2,}}(?=[\s,])")
_OPEN_END = re.compile(r"[:,;][\W_]*$")


_Filled = tuple[Block, list[Piece]]  # a block and its sentences


def split(text: str, blocks: Sequence[Block], conventions: Conventions) -> list[Piece]:
    """The sentences of all blocks that are not noise, in order, trimmed of white space and list marks."""
    cut = _cutter(text, conventions)
    per_block = [
        (number, block, cut(number, block))
        for number, block in enumerate(blocks)
        if not is_noise(text, block.start, block.end)
    ]
    filled = [(block, pieces) for _, block, pieces in per_block if pieces]
    whole = _unwrap(text, filled, conventions)
    joined = (short for piece in _join(text, whole, conventions) for short in _shorten(text, piece))
    return list(with_openings(text, joined))


def _cutter(text: str, conventions: Conventions) -> Callable[[int, Block], list[Piece]]:
    glued = [match.end() for match in _GLUED_HEADING.finditer(text)]

    def cut(number: int, block: Block) -> list[Piece]:
        kind = _KINDS.get(block.kind, "text")
        if kind in ("row", "heading"):
            return list(_trimmed(text, (block.start, block.end), number, kind))
        ends = _ends(text, block, conventions)
        if glued:
            inside = glued[bisect_right(glued, block.start) : bisect_left(glued, block.end)]
            ends = sorted({*ends, *(end - 1 for end in inside)})
        return list(_trimmed(text, (block.start, *ends, block.end), number, kind))

    return cut


def _trimmed(text: str, cuts: Sequence[int], block: int, kind: SentenceKind) -> Iterator[Piece]:
    for start, end in pairwise(cuts):
        first = _START.match(text, start, end)
        start = first.end() if first else start
        kept = text[start:end].rstrip(" \t\n\r\f\v\u00a0\u202f|")
        if kept and (kept[0].isalnum() or any(map(str.isalnum, kept))):
            yield Piece(start, start + len(kept), block, kind)


def _ends(text: str, block: Block, conventions: Conventions) -> list[int]:
    """Where sentences end inside a block, its own end left out."""
    ends: list[int] = []
    last = block.start
    for match in _END.finditer(text, block.start, block.end):
        if _closes(text, last, match, conventions):
            last = match.end()
            ends.append(last)
    return ends


def _closes(text: str, last: int, match: re.Match[str], conventions: Conventions) -> bool:
    """Whether the stop that `match` found ends the sentence that began at `last`."""
    stop = match.start()
    if match["inline"]:
        return (text[stop] == ";" and match["inline"].count(".") > 1) or _numbers_on(text, last, match["inline"])
    if text[stop] != ".":
        return text[stop] != "…" or _opens(text, match.end(), conventions)
    if stop - last < _LONGEST_LABEL and _LABEL.fullmatch(text, last, stop):
        return False
    before = text[max(last, stop - 24) : stop]
    if not before or before[-1].isspace():
        return True
    word = before.split()[-1].lstrip("\"“«'‘’([*_").lower()
    word = word[max(word.rfind("'"), word.rfind("’")) + 1 :]
    if match.end() < len(text) and not text[match.end()].isspace() and match.end() == stop + 1:
        return _glued_end(text, match.end(), word)
    return _word_closes(text, match.end(), word, conventions)


def _numbers_on(text: str, last: int, number: str) -> bool:
    """Whether a number after a colon opens a paragraph: "12.3. Ceiling: 12.3.1. Save for …", not "price: 12.50 EUR"."""
    own = _DECIMAL.match(text, last, last + _LONGEST_LABEL)
    return own is not None and own[1] != number and number.partition(".")[0] == own[1].partition(".")[0]


def _word_closes(text: str, end: int, word: str, conventions: Conventions) -> bool:
    if word in conventions.titles:
        return False
    if word in conventions.numbered:
        following = _following(text, end)
        return not (following[:1].isdigit() or len(following) == 1) and following.lower() in conventions.openers
    if word in conventions.closing or (len(word) == 1 and word.isalpha()) or text.startswith("..", end - 2):
        return _opens(text, end, conventions)
    return True


def _following(text: str, end: int) -> str:
    match = _NEXT_WORD.match(text, end, end + 40)
    return match[1] if match else ""


def _opens(text: str, end: int, conventions: Conventions) -> bool:
    return _following(text, end).lower() in conventions.openers


def _glued_end(text: str, end: int, word: str) -> bool:
    """A full stop without a blank after it: a sentence's end unless it stands in an address or a product's name."""
    if "@" in word or "/" in word or word.startswith("www"):
        return False
    return _following(text, end).lower() not in _DOMAIN_ENDS


# Sentences that run over several blocks


def _unwrap(text: str, filled: Iterable[_Filled], conventions: Conventions) -> list[_Filled]:
    """Joins what a line or page break cut in the middle of a sentence."""
    whole: list[_Filled] = []
    for block, pieces in filled:
        if whole and _is_wrapped(text, whole[-1], (block, pieces), conventions):
            last = whole[-1][1][-1]
            last.end = pieces[0].end
            last.kind = "item" if last.kind == "item" else "text"
            whole[-1][1].extend(pieces[1:])
        else:
            whole.append((block, pieces))
    return whole


def _is_wrapped(text: str, before: _Filled, after: _Filled, conventions: Conventions) -> bool:
    last, following = before[1][-1], after[1][0]
    sign = text[last.end - 1]
    if sign in ".!?:;" or "row" in (last.kind, following.kind) or _is_item(text, after):
        return False
    if last.kind != "heading" and following.kind != "heading" and text[following.start].islower():
        return True
    if last.end - last.start < _WRAPPED_LINE:
        return False
    tail = text[max(last.start, last.end - _WRAPPED_LINE) : last.end]
    if tail.isupper():
        return (sign.isalnum() or sign == ",") and text[
            following.start : min(following.end, following.start + _WRAPPED_LINE)
        ].isupper()
    small = tail.split()[-1].lower() in conventions.small_words
    return small and last.kind != "heading" and following.kind != "heading" and not text[following.start].isdigit()


def _join(text: str, filled: Sequence[_Filled], conventions: Conventions) -> Iterator[Piece]:
    """Gathers each lead-in with its list."""
    place = 0
    while place < len(filled):
        pieces = filled[place][1]
        yield from pieces[:-1]
        group = [pieces[-1:]]
        while place + 1 < len(filled) and _continues(text, group, filled[place + 1], conventions):
            place += 1
            group.append(filled[place][1])
        yield from _merge(text, group)
        place += 1


def _is_item(text: str, filled: _Filled) -> bool:
    block = filled[0]
    return block.kind is BlockKind.LIST_ITEM or _LIST_MARK.match(text, block.start, block.end) is not None


def _continues(text: str, group: list[list[Piece]], after: _Filled, conventions: Conventions) -> bool:
    """Whether the next block belongs to the list that the group is, or that its lead-in opens."""
    block, pieces = after
    last = group[-1][-1]
    if block.kind in _APART or last.kind in ("heading", "row"):
        return False
    tail = text[max(last.start, last.end - 12) : last.end]
    closed = tail[-1] in ".!?"
    if _is_article(text, pieces, conventions):
        return False
    item = _is_item(text, after)
    if closed:
        return _goes_on(text, Span(group[0][-1].start, last.end), pieces[0].start) or (
            len(group) > 1 and item and not _own_number(text, block)
        )
    begins_small = text[pieces[0].start].islower()
    if tail[-1] == ":":
        return item or begins_small or text[pieces[-1].end - 1] in ";,"
    if _OPEN_END.search(tail) or tail.split()[-1].lower() in conventions.lead_words:
        return item or begins_small
    return len(group) > 1 and item


def _goes_on(text: str, before: Span, start: int) -> bool:
    """Whether the words below a full stop are no sentence of their own: they begin in small letters, or bear the next mark of a list."""
    return _SMALL_WORD.match(text, start) is not None or resumes(text, before, start)


def _is_article(text: str, pieces: list[Piece], conventions: Conventions) -> bool:
    """Whether a block begins with a number and a title of its own ("5. Price. The Customer ...")."""
    if not text[pieces[0].start].isdigit():
        return False
    words = text[pieces[0].start : pieces[0].end].split()[1:]
    if not words or words[0].islower():
        return False
    titled = len(pieces) > 1 and len(words) <= 8 and not any(word.lower() in conventions.verbs for word in words)
    return titled or (len(words[0]) > 3 and words[0].isupper() and words[-1].isupper())


def _own_number(text: str, block: Block) -> bool:
    """Whether a block begins as an article ("5. Price") rather than as an item of the list before."""
    first = _START.match(text, block.start, block.end)
    return text[first.end() if first else block.start].isdigit()


def _merge(text: str, group: list[list[Piece]]) -> Iterator[Piece]:
    lead = group[0][0]
    if len(group) == 1:
        yield lead
        return
    last = group[-1]
    whole = all(len(pieces) == 1 for pieces in group[:-1]) and _words(text, lead.start, last[0].end) <= MOST_WORDS
    if whole:
        yield Piece(lead.start, last[0].end, lead.block, lead.kind, lead.lead)
        yield from last[1:]
        return
    yield lead
    opening = Span(lead.start, lead.end)
    for pieces in group[1:]:
        for place, piece in enumerate(pieces):
            goes_on = place == 0 or text[pieces[place - 1].end - 1] not in ".!?" or piece.start - opening.end < _REACH
            yield Piece(piece.start, piece.end, piece.block, "item", opening if goes_on else None)


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split()) if end - start > _SHORTEST_LETTERS else 0


# Sentences that are too long


def _shorten(text: str, piece: Piece) -> Iterator[Piece]:
    """The piece itself, or its parts when it has too many words."""
    if _words(text, piece.start, piece.end) <= MOST_WORDS:
        yield piece
        return
    starts = _part_starts(text, piece)
    lead = piece.lead or _lead_of(text, piece.start, starts[1] if len(starts) > 1 else piece.end)
    for start, end in zip(starts, [*starts[1:], piece.end], strict=True):
        kept = text[start:end].rstrip()
        if any(map(str.isalnum, kept)):
            yield Piece(start, start + len(kept), piece.block, piece.kind, lead if start > piece.start else piece.lead)


def _part_starts(text: str, piece: Piece) -> list[int]:
    """Where the parts of a long piece begin: each as long as may be, none without need."""
    starts = [piece.start]
    candidate: int | None = None
    words = 0  # since the last start
    at_candidate = 0
    marks = iter([*(match.end() for match in _PIECES.finditer(text, piece.start, piece.end)), piece.end])
    position = piece.start
    for mark in marks:
        words += len(text[position:mark].split())
        position = mark
        if words > MOST_WORDS and candidate is not None:
            starts.append(candidate)
            words -= at_candidate
        candidate, at_candidate = mark, words
    return _hard_cuts(text, starts, piece.end)


def _hard_cuts(text: str, starts: list[int], end: int) -> list[int]:
    """The same starts, and more inside what has no mark at all for hundreds of words."""
    result: list[int] = []
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        result.append(start)
        if _words(text, start, stop) > _HARD_LIMIT:
            blanks = [match.end() for match in re.finditer(r"\s+", text[start:stop])]
            result.extend(start + blank for blank in blanks[_HARD_LIMIT - 1 :: _HARD_LIMIT])
    return result


def _lead_of(text: str, start: int, end: int) -> Span | None:
    """The opening of a long sentence, up to its first colon or list mark."""
    colon = text.find(":", start, end)
    mark = _PIECES.search(text, start, end)
    stop = min(
        (place for place in (colon + 1 if colon > 0 else -1, mark.start() + 1 if mark else -1) if place > 0),
        default=end,
    )
    kept = text[start:stop].rstrip(" ;")
    return Span(start, start + len(kept)) if kept and _words(text, start, stop) <= 80 else None
