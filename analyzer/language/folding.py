"""Folding: one form for matching, whatever the case, the accents, the quotes or the invisible characters.

`fold` gives a text of lower-case letters without accents in which « ’ » is "'", every dash "-", and white space a blank. Soft hyphens,
zero-width characters and combining accents vanish, so offsets may move: `Folded.original` leads back to the text as read.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from analyzer.document import Span

_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
# Letters of other alphabets that look like ours: whoever writes « responsаbilité » with a Cyrillic а hides the word from a search alone.
_LOOK_ALIKES = dict(
    zip(
        "аеёорсухіїјѕһԁԛԝкӏАВЕЁКМНОРСТУХІЇЈЅԚԜαονρικυχγτΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɑɡ",
        "aeeopcyxiijshdqwklabeekmhopctyxiijsqwaovpikuxytabezhikmnoptyxiag",
        strict=True,
    )
)
_VANISH = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0300-\u036f]"
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
_MOVING = re.compile(f"{_VANISH}|[{''.join(_LETTERS)}]")


def _single(character: str) -> str:
    """One folded character for one character of text."""
    if character in _QUOTES:
        return _QUOTES[character]
    if character in _LOOK_ALIKES:
        return _LOOK_ALIKES[character]
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
    offsets: Sequence[int] | None = None

    def original(self, start: int, end: int) -> Span:
        """The original span of the folded stretch start..end."""
        if self.offsets is None:
            return Span(start, end)
        if start >= end:
            place = self.offsets[start] if start < len(self.offsets) else self.length
            return Span(place, place)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def folded(self, span: Span) -> Span:
        """The folded span of an original stretch."""
        if self.offsets is None:
            return span
        return Span(bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end))


def fold(text: str) -> Folded:
    """The folded text; one translate where no character vanishes or grows, else one for each stretch between such characters."""
    special = list(_MOVING.finditer(text))
    if not special:
        return Folded(text.translate(_FOLD), len(text))
    pieces: list[str] = []
    offsets = array("l")
    place = 0
    for match in special:
        letters = _LETTERS.get(match.group(), "")
        pieces += (text[place : match.start()].translate(_FOLD), letters)
        offsets.extend(range(place, match.start()))
        offsets.extend([match.start()] * len(letters))
        place = match.end()
    pieces.append(text[place:].translate(_FOLD))
    offsets.extend(range(place, len(text)))
    return Folded("".join(pieces), len(text), offsets)


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """The folded form of a word or phrase of a rule."""
    return fold(unicodedata.normalize("NFC", word)).text
