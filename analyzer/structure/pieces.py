"""A sentence in the making: what is cut, joined and told from a heading before the structure holds it as a Sentence."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.document import Span
from analyzer.structure.values import SentenceKind


@dataclass(slots=True)
class Piece:
    """A stretch of the text; `block` is the index of the block it begins in, `lead` the opening of the list it belongs to."""

    start: int
    end: int
    block: int
    kind: SentenceKind = "text"
    lead: Span | None = None
