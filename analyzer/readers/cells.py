"""Rows of a table as blocks, for the formats whose cells hold paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from analyzer.document import BlockKind

_LAYOUT_BLOCKS, _LAYOUT_CHARACTERS = 4, 600
_NOTHING: Final = " |\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that is not set yet."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: str = ""


@dataclass(slots=True)
class Cell:
    """A table cell: the blocks that it holds, in order."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(piece.text for piece in self.pieces)

    @property
    def lays_out(self) -> bool:
        """Is it there to lay out running text rather than to hold a value?"""
        return len(self.pieces) >= _LAYOUT_BLOCKS or sum(len(piece.text) for piece in self.pieces) > _LAYOUT_CHARACTERS


def row(cells: Sequence[Cell]) -> Iterator[Piece]:
    """The row as one block, its cells parted by bars; block by block where the table only lays out running text, none if empty."""
    filled = [cell for cell in cells if cell.pieces]
    if len(cells) == 1 or any(cell.lays_out for cell in filled):
        yield from (piece for cell in filled for piece in cell.pieces)
    elif filled:
        text = " | ".join(cell.text for cell in cells)
        if text.strip(_NOTHING):
            yield Piece(text, BlockKind.TABLE_ROW)


def inner_row(cells: Sequence[Cell]) -> Iterator[Piece]:
    """A row of a table within a cell, as a line of that cell."""
    text = " | ".join(cell.text.replace("\n", " ") for cell in cells)
    if text.strip(_NOTHING):
        yield Piece(text, BlockKind.TABLE_ROW)
