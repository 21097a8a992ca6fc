"""Folding: one form for matching, whatever the case, the accents, the quotes or the invisible characters.

`fold` gives a text of lower-case letters without accents in which « ’ » is "'", every dash "-", and white space a blank. Soft hyphens,
zero-width characters and combining accents vanish, so offsets may move: `Folded.original` leads back to the text as read.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from analyzer.document import Span

_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_VANISH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0300-\u036f]")
_LETTERS = {
    "œ": "oe",
    "Œ": "oe",
    "æ": "ae",
    "Æ": "ae",
    "ß": "ss",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬀ": "ff",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "…": "...",
}
_LONGER = re.compile("[" + "".join(_LETTERS) + "]")


def _single(character: str) -> str:
    """One folded character for one character of text."""
    if character in _QUOTES:
        return _QUOTES[character]
    if character in _DASHES:
        return "-"
    if character.isspace():
        return " "
    base = unicodedata.normalize("NFKD", character)[0]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else base


class _Table(dict[int, str]):
    """Folds each code point on its first use and remembers it: a text uses a few hundred of them."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _single(chr(code))
        return folded


_FOLD = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back. `offsets[i]` is the place of folded character i in the original; None: the same place."""

    text: str
    length: int
    offsets: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> Span:
        """The original span of the folded stretch start..end."""
        if self.offsets is None:
            return Span(start, end)
        if start >= end:
            place = self.offsets[start] if start < len(self.offsets) else self.length
            return Span(place, place)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def fold(text: str) -> Folded:
    """The folded text; cheap (one translate) where no character vanishes or grows, which is nearly always."""
    if not _VANISH.search(text) and not _LONGER.search(text):
        return Folded(text.translate(_FOLD), len(text))
    pieces: list[str] = []
    offsets: list[int] = []
    for place, character in enumerate(text):
        if _VANISH.match(character):
            continue
        folded = _LETTERS.get(character) or character.translate(_FOLD)
        pieces.append(folded)
        offsets.extend([place] * len(folded))
    return Folded("".join(pieces), len(text), tuple(offsets))


def fold_word(word: str) -> str:
    """The folded form of a word or phrase of a rule."""
    return fold(unicodedata.normalize("NFC", word)).text
