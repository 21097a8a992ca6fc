"""The running text under construction: blocks are added in order, offsets follow by themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

from analyzer.document import Block, BlockKind


@dataclass(slots=True)
class TextBuilder:
    """Blocks joined by a line feed. `length` is where the next block's line feed, if any, will stand."""

    blocks: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        level: int = 0,
        number: str = "",
        origin: int | None = None,
    ) -> int:
        """Adds a text that is not blank, its block without the white space around; gives the offset at which the text
        begins.
        """
        if self._parts:
            self._parts.append("\n")
            self.length += 1
        start = self.length
        self._parts.append(text)
        self.length += len(text)
        first = start + len(text) - len(text.lstrip())
        self.blocks.append(Block(first, start + len(text.rstrip()), kind, level, number, origin))
        return start

    @property
    def next_start(self) -> int:
        """Where the text of the next block will begin."""
        return self.length + 1 if self._parts else 0

    def text(self) -> str:
        return "".join(self._parts)
