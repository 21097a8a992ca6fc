"""Numbered paragraphs that go on with the words above them: "4.1 The Customer shall:", then "4.1.1 keep copies of its data;".

Each has a number of its own, so no list holds them together; without their opening a reader would not know whose duty they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analyzer.document import Span
from analyzer.structure.pieces import Piece

_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,9}+[.)]?\s+[*_]*(?P<first>\w)")
_INSIDE = re.compile(r":\s+(?=\d{1,3}(?:\.\d{1,3}){1,9}+[.)]?\s+[*_]*[a-zà-öø-ÿœ])")
_LONGEST = 400  # letters; what is longer opens nothing


def with_openings(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces in order; a numbered one that begins in small letters remembers the opening above it."""
    opening: Span | None = None
    for piece in pieces:
        numbered = _NUMBERED.match(text, piece.start, piece.end)
        goes_on = numbered is not None and numbered["first"].islower()
        if goes_on and opening and piece.lead is None:
            yield replace(piece, lead=opening)
        else:
            yield piece
        if not goes_on and (numbered or piece.kind in ("heading", "row")):
            opening = None
        opening = _opening(text, piece) or opening


def _opening(text: str, piece: Piece) -> Span | None:
    """What a piece opens: all of it where it ends in a colon, else its words before a numbered paragraph that goes on."""
    inside = _INSIDE.search(text, piece.start, piece.end)
    end = inside.start() + 1 if inside else piece.end
    return Span(piece.start, end) if text[end - 1] == ":" and end - piece.start <= _LONGEST else None
