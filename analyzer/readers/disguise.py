"""Characters that make a text look other than it is: letters of another alphabet, invisible characters, marks that turn the reading around.

The matcher sees through them (`language/folding.py`); here they are told, so that a person looks at the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from analyzer.document import Notice

_MARKS: Final = "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # directions
_NOTHING: Final = "\u200b-\u200d\u2060-\u2064\ufeff"  # no width at all; the soft hyphen is typography
_OTHER: Final = "\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff"  # Greek and Cyrillic
_SUSPECT: Final = re.compile(f"[{_MARKS}{_NOTHING}{_OTHER}]")
_INSIDE: Final = re.compile(f"[{_NOTHING}](?<=[^\\W\\d_].)(?=[^\\W\\d_])")
_TURN: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_FOREIGN: Final = re.compile(f"[{_OTHER}]")
_SHOWN: Final = 5  # words in a notice


def notices(text: str) -> Iterator[Notice]:
    """What of this text is disguised; nothing for nearly every contract, told by one search."""
    if not _SUSPECT.search(text):
        return
    foreign = [line for line in text.split("\n") if _FOREIGN.search(line)]
    mixed = [word for line in foreign for word in _WORD.findall(line) if _is_mixed(word)]
    if mixed:
        yield _notice("look_alikes", len(mixed), mixed)
    hidden = [_word_around(text, match.start()) for match in _INSIDE.finditer(text)]
    if hidden:
        yield _notice("invisible", len(hidden), hidden)
    turns = len(_TURN.findall(text))
    if turns:
        yield Notice("direction", (("count", str(turns)),))


def _is_mixed(word: str) -> bool:
    """Latin letters and others in one word: no language writes so (a unit such as µm is no word of two letters)."""
    return len(word) > 2 and bool(_FOREIGN.search(word)) and bool(_LATIN.search(word))


def _word_around(text: str, place: int) -> str:
    start, end = place, place
    while start > 0 and place - start < 40 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - place < 40 and not text[end].isspace():
        end += 1
    return text[start:end]


def _notice(code: str, count: int, words: list[str]) -> Notice:
    shown = list(dict.fromkeys(words))[:_SHOWN]
    return Notice(code, (("count", str(count)), ("text", ", ".join(shown))))
