"""Blocks that say nothing: rules, page numbers, running source lines, lines of a table of contents."""

from __future__ import annotations

import re

_BLANK = re.compile(r"[\W_]*")
_PAGE = re.compile(
    r"\W{0,4}(?:page|p\.)?\s{0,3}(?:[A-Z]{1,2}-)?(?:\d{1,4}|[ivxl]{1,6})(?:\s{0,2}(?:of|sur|de|/)\s{0,2}\d{1,4})?[\s)|*_–—-]{0,4}",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"Source: [^\n]{3,100}\d{1,2}/\d{1,2}/\d{4}")
_CONTENTS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,})\s{0,4}[\divxlIVXL.-]{0,6}\s{0,4}\|?$")
_CONTENTS_TITLES = frozenset(
    {"sommaire", "table des matières", "table des matieres", "table of contents", "contents", "index"}
)
_LAST_OF_NOISE = frozenset("0123456789._…|-*=~ivxlIVXL")
_LONGEST = 200
_LONGEST_PAGE_NUMBER = 24


def is_noise(text: str, start: int, end: int) -> bool:
    """Whether the block text[start:end] holds nothing that a reader would quote."""
    if end - start > _LONGEST:
        return False
    piece = text[start:end].strip()
    if len(piece) < _LONGEST_PAGE_NUMBER and (_PAGE.fullmatch(piece) or piece.strip("#* ").lower() in _CONTENTS_TITLES):
        return True
    if not piece or piece[-1] not in _LAST_OF_NOISE:
        return not piece or (not piece[0].isalnum() and _BLANK.fullmatch(piece) is not None)
    return any((_SOURCE.fullmatch(piece), _CONTENTS.search(piece, max(0, len(piece) - 40)), _BLANK.fullmatch(piece)))
