"""Puts a document's structure together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from analyzer.document import Document, Span
from analyzer.language import en, fr
from analyzer.language.conventions import Conventions
from analyzer.language.folding import Folded
from analyzer.structure import closing, headings, names, sections, sentences, terms
from analyzer.structure.pieces import Piece
from analyzer.structure.values import Section, Sentence, Structure

_CONVENTIONS = {"fr": fr.CONVENTIONS, "en": en.CONVENTIONS}


def build(document: Document, folded: Folded, language: str) -> Structure:
    """The sections, sentences, defined terms and references of a document; `folded` is its text, folded."""
    conventions = _CONVENTIONS[language]
    pieces = sentences.split(document.text, document.blocks, conventions)
    marks = headings.find(document.text, document.blocks, pieces, conventions)
    titled = {
        place
        for mark in marks
        if mark.title and mark.end >= pieces[mark.last].end - 1
        for place in range(mark.piece, mark.last + 1)
    }
    found = sections.nest(marks, document.text, conventions)
    cut = _sentences(document.text, pieces, found, titled, conventions)
    return Structure(
        language, found, cut, terms.definitions(document, folded, cut), terms.references(document, folded, found),
        closing.body_end(document.text, document.blocks, cut, found, conventions),
    )  # fmt: skip


def _sentences(
    text: str, pieces: Sequence[Piece], found: Sequence[Section], titled: set[int], conventions: Conventions
) -> tuple[Sentence, ...]:
    starts = [section.start for section in found]
    result = []
    for place, piece in enumerate(pieces):
        section = bisect_right(starts, piece.start) - 1
        kind = "heading" if place in titled else piece.kind
        after = pieces[min(place + 1, len(pieces) - 1)]
        following = Span(after.start, after.end)
        if kind in ("text", "heading") and names.only_names(text, piece.start, piece.end, following, conventions):
            kind = "name"
        result.append(Sentence(piece.start, piece.end, None if section < 0 else section, piece.block, kind, piece.lead))
    return tuple(result)
