"""A document made from a string, one block a line."""

from __future__ import annotations

import re

from analyzer.document import Block, BlockKind, Document
from analyzer.language.folding import fold
from analyzer.structure import Structure, build

_KINDS = (
    ("#", BlockKind.HEADING),
    ("|", BlockKind.TABLE_ROW),
    ("- ", BlockKind.LIST_ITEM),
    ("* ", BlockKind.LIST_ITEM),
)


def document(text: str) -> Document:
    blocks = []
    for match in re.finditer(r"\S[^\n]*", text):
        line = match[0].rstrip()
        kind = next((kind for sign, kind in _KINDS if line.startswith(sign)), BlockKind.PARAGRAPH)
        level = len(line) - len(line.lstrip("#")) if kind is BlockKind.HEADING else 0
        blocks.append(Block(match.start(), match.start() + len(line), kind, level))
    return Document("a.txt", "a.txt", "0" * 64, "txt", text, tuple(blocks))


def structure(text: str, language: str = "fr") -> Structure:
    return build(document(text), fold(text), language)


def sentences(text: str, language: str = "fr") -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in structure(text, language).sentences]
