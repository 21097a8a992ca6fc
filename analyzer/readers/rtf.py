"""Rich text: striprtf gives the words with the list numbers that the file holds; what is deleted or hidden in it is taken out before.

The text has no more structure than its lines: headings and lists are told by their words, as in a plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from striprtf.striprtf import rtf_to_text

from analyzer.document import Document, Notice
from analyzer.readers.source import Source
from analyzer.readers.text import blocks_of

_PIECE: Final = re.compile(r"\\([a-z]{1,32})(?:-?\d{1,10})?[ ]?|\\'[0-9a-fA-F]{2}|\\[^a-z]|[{}]|[^\\{}]+", re.S)
_WORD: Final = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})?")
_ROW: Final = re.compile(r"(?m)^.*\|[ \t]*$")
_SPACES: Final = re.compile(r"(?m)^[ \t]+|[ \t]+$")
_BLANK_LINES: Final = re.compile(r"\n{3,}")


def read_rtf(source: Source) -> Document:
    """The document of a rich text file; raises DamagedFile, TooLarge or EmptyFile."""
    body = source.data.decode("latin-1")
    shown = _Shown(body, source)
    try:
        text: str = rtf_to_text(shown.rtf, encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, LookupError, OverflowError, RecursionError):
        raise source.problem("damaged", format="RTF") from None
    text = text.replace("\r", "").encode("utf-8", "replace").decode()
    text = _BLANK_LINES.sub("\n\n", _SPACES.sub("", _ROW.sub(_row, text))).strip()
    return source.document("rtf", text, blocks_of(text), notices=shown.notices())


def _row(line: re.Match[str]) -> str:
    """A table row, of which striprtf ends each cell with a bar, with bars between the cells."""
    return " | ".join(cell.strip() for cell in line.group().rstrip().removesuffix("|").split("|"))


@dataclass(frozen=True, slots=True)
class _State:
    """What a group's runs are; a group takes it over from the group around it."""

    deleted: bool = False
    hidden: bool = False

    def after(self, word: str, number: str | None) -> _State:
        """The state after a control word."""
        if word == "deleted":
            return _State(number != "0", self.hidden)
        if word == "v":
            return _State(self.deleted, number != "0")
        return _State() if word == "plain" else self


class _Shown:
    """The file without the characters of runs marked deleted or hidden. Footnotes become text where they are referred to."""

    def __init__(self, body: str, source: Source) -> None:
        self.deleted = 0
        self.hidden: list[str] = []
        self._source = source
        self._states = [_State()]
        self._in_deletion = False
        self.rtf = "".join(filter(self._keeps, _pieces(body)))

    def notices(self) -> list[Notice]:
        """How much was left out."""
        found = []
        if self.deleted:
            found.append(Notice("rtf_deleted", (("count", str(self.deleted)),)))
        hidden = [text for text in (" ".join(each.split()) for each in self.hidden) if text]
        if hidden:
            found.append(Notice("hidden_text", (("count", str(len(hidden))), ("text", " … ".join(hidden)[:500]))))
        return found

    def _keeps(self, piece: str) -> bool:
        word = _WORD.match(piece)
        if piece == "{":
            self._states.append(self._states[-1])
            if len(self._states) > self._source.limits.depth:
                raise self._source.too_large("depth")
        elif piece == "}":
            self._states = self._states[:-1] or [_State()]
        elif word:
            self._states[-1] = self._states[-1].after(word[1], word[2])
        return not _is_text(piece, word) or self._shows(piece)

    def _shows(self, piece: str) -> bool:
        state = self._states[-1]
        if not piece.strip():
            return not (state.deleted or state.hidden)
        if state.deleted:
            self.deleted += not self._in_deletion
        elif state.hidden and piece[0] != "\\":
            self.hidden.append(piece)
        self._in_deletion = state.deleted
        return not (state.deleted or state.hidden)


def _pieces(body: str) -> Iterator[str]:
    """Control words, signs, braces and stretches of text; a footnote's own control word is dropped, so that its text stays."""
    for match in _PIECE.finditer(body):
        if match[1] != "footnote":
            yield match.group()


def _is_text(piece: str, word: re.Match[str] | None) -> bool:
    """Does it put a character on the page?"""
    if word:
        return word[1] == "u"
    return piece not in ("{", "}") and (piece[0] != "\\" or piece[1:2] in "'{}\\~_-")
