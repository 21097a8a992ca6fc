"""Where new wording goes among a contract's own blocks, and what it is modelled on.

A clause that joins an article becomes its last one, so that no number that others refer to moves. A clause without an
article becomes an article of its own, behind the last one and before the signatures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from analyzer.document import Block, BlockKind, Document
from analyzer.language import en, fr
from analyzer.redline.labels import first_under, following
from analyzer.structure import Section, Structure

_ARTICLES: Final = ("article", "definitions", "service_levels")
_SIGNATURES: Final = {
    "fr": re.compile(fr.CONVENTIONS.signature, re.IGNORECASE),
    "en": re.compile(en.CONVENTIONS.signature, re.IGNORECASE),
}
_FEW: Final = 2  # headings without numbers that make a contract one of titled parts


@dataclass(frozen=True, slots=True)
class Heading:
    """The title that a new article gets: the block it is modelled on, and its number (empty: none)."""

    model: int
    label: str


@dataclass(frozen=True, slots=True)
class Slot:
    """Behind which block (its index) a paragraph goes, which block it is modelled on, and the number it gets."""

    after: int
    model: int
    label: str
    heading: Heading | None = None

    def next(self) -> Slot:
        """The slot for one more clause at the same place."""
        if self.heading is None:
            return Slot(self.after, self.model, following(self.label) or "")
        number = following(self.heading.label) or ""
        label = first_under(number, self.label) if self.label else ""
        return Slot(self.after, self.model, label, Heading(self.heading.model, number))


def slot_for(document: Document, structure: Structure, after: int) -> Slot:
    """The slot of a clause that goes behind the offset `after`."""
    if after < structure.body_end or any(each.cited and each.start < after for each in structure.sections):
        joined = _joining(document, structure, after)
        if joined is not None:
            return joined
    return _new_article(document, structure)


def _joining(document: Document, structure: Structure, after: int) -> Slot | None:
    """The end of the article that holds the offset; None where there is none, or nothing in it to be modelled on."""
    sections = structure.sections
    place = next((index for index, each in reversed(list(enumerate(sections))) if each.start < after), None)
    numbered = [index for index in structure.lineage(place) if sections[index].number]
    if not numbered:
        return None
    own = sections[numbered[0]]
    container = numbered[0] if own.parent is None or len(numbered) == 1 else numbered[1]
    blocks = _blocks_of(document, structure, sections[container])
    siblings = [each for each in sections if each.parent == container and each.number]
    if siblings:
        model = _block_at(document.blocks, siblings[-1].start)
        label = following(document.blocks[model].number)
        return Slot(blocks[-1], model, label) if label else None
    plain = [index for index in blocks[1:] if document.blocks[index].kind is BlockKind.PARAGRAPH]
    plain = [index for index in plain if not document.blocks[index].number]
    return Slot(blocks[-1], plain[-1], "") if plain else None


def _new_article(document: Document, structure: Structure) -> Slot:
    """Behind the last article, modelled on it: with a title and a number where the others have them."""
    sections = [each for each in structure.sections if each.number and each.kind in _ARTICLES]
    annex = next((each.start for each in structure.sections if each.cited), len(document.text))
    sections = [each for each in sections if each.start < annex]
    if not sections:
        return _unnumbered(document, structure)
    top = min(each.level for each in sections)
    last = [each for each in sections if each.level == top][-1]
    blocks = _blocks_of(document, structure, last)
    head = document.blocks[blocks[0]]
    number = following(head.number) or ""
    children = [each for each in sections if each.level > top and last.start <= each.start < last.end]
    titled = head.kind is BlockKind.HEADING or (bool(last.title) and last.heading.end >= head.end - 1)
    if not children and (not titled or len(blocks) == 1):
        return Slot(blocks[-1], blocks[0], number)
    model = _block_at(document.blocks, children[-1].start) if children else blocks[-1]
    label = first_under(number, document.blocks[model].number) if children else ""
    return Slot(blocks[-1], model, label, Heading(blocks[0], number))


def _unnumbered(document: Document, structure: Structure) -> Slot:
    """Behind the last paragraph before the signatures; with a title where the contract is made of titled parts."""
    end = _end_of_text(document, structure, 0, structure.body_end)
    blocks = [index for index, each in enumerate(document.blocks) if each.start < end]
    plain = [index for index in blocks if document.blocks[index].kind is BlockKind.PARAGRAPH] or blocks
    titles = [index for index in blocks if document.blocks[index].kind is BlockKind.HEADING][1:]
    heading = Heading(titles[-1], "") if len(titles) >= _FEW else None
    return Slot(blocks[-1], plain[-1], "", heading)


def _blocks_of(document: Document, structure: Structure, section: Section) -> list[int]:
    """The indexes of a section's blocks, the signatures at the contract's end left out."""
    end = _end_of_text(document, structure, section.heading.end, section.end)
    first = _block_at(document.blocks, section.start)
    return [index for index, each in enumerate(document.blocks) if index == first or section.start <= each.start < end]


def _end_of_text(document: Document, structure: Structure, start: int, end: int) -> int:
    """`end`, or where the signatures begin before it."""
    signature = _SIGNATURES[structure.language]
    for block in document.blocks:
        if start < block.start < end and signature.match(document.text[block.start : block.end]):
            return block.start
    return end


def _block_at(blocks: Sequence[Block], offset: int) -> int:
    """The index of the block that holds the offset, or of the one after it."""
    return next((index for index, each in enumerate(blocks) if offset < each.end), len(blocks) - 1)
