"""Letters put right: hyphens at line ends, letters drawn twice for bold, blanks that the page does not mean."""

from __future__ import annotations

import re
from typing import Final

HYPHENS: Final = ("-", "\u2010", "\ufffe", "\u00ad")
# fmt: off
_KEPT_BEFORE: Final = frozenset((
    "non", "self", "sous", "demi", "vice", "ex", "mi", "semi", "well", "cross", "ci", "là", "peut", "doit", "pourra",
    "est", "sont", "avant", "après", "contre", "entre", "quasi", "dix", "vingt", "trente", "quarante", "cinquante",
    "soixante", "quatre", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
))
_KEPT_AFTER: Final = frozenset((
    "il", "elle", "ils", "elles", "on", "ce", "ci", "là", "après", "dessus", "dessous", "même", "mêmes", "t", "up",
))
# fmt: on
_LONGEST_WORD: Final = 80
_LAST_WORD: Final = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010]$")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPACES: Final = re.compile(r"[ \t]{2,}")
_TWICE: Final = re.compile(r"([^\W_])\1([^\W_])\2([^\W_])\3")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\ufffe\uffff]")


def tidy(text: str, hard_blanks: bool) -> str:
    """The text without stray signs; `hard_blanks` turns no-break spaces that stand for every blank into blanks."""
    if not text.isprintable() and _CONTROL.search(text):
        text = _CONTROL.sub(
            "", text.replace("\ufffe", "-").replace("\u00ad", "-")
        )  # a soft hyphen that is drawn is one
    if hard_blanks:
        text = text.replace("\u00a0", " ")
    if "  " in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    return text.strip()


def undouble(text: str) -> str:
    """« RREESSPPOONNSSAABBIILLIITTÉÉ » as RESPONSABILITÉ, where a whole line is written so (bold made by drawing
    twice).
    """
    if text[:1] != text[1:2] or not _TWICE.search(text):
        return text
    words = text.split(" ")
    doubled = [word for word in words if len(word) % 2 == 0 and word[::2] == word[1::2] and word]
    letters = sum(map(len, words))
    if not any(len(word) >= 6 for word in doubled) or sum(map(len, doubled)) < 0.8 * letters:
        return text
    return " ".join(word[::2] if len(word) % 2 == 0 and word[::2] == word[1::2] else word for word in words)


def before(above: str, below: str, known: frozenset[str] = frozenset()) -> str:
    """How the upper of two printed lines of one paragraph stands before the lower one: a blank after it, or a cut word mended.

    A hyphen stays where the word has one of its own: a form among the document's other words (`known`, in small
    letters) decides, then both halves being words, then the usual compounds. Otherwise it goes.
    """
    if not above.endswith(("-", "\u2010")):
        return f"{above} "
    stem = above[:-1]
    first, second = _LAST_WORD.search(above[-_LONGEST_WORD:]), _FIRST_WORD.match(below)
    if not first or not second or not below[:1].islower():
        return f"{stem}-" if stem and not stem.endswith(" ") else f"{above} "
    left, right = first[1].lower(), second[0].lower()
    if left + right in known:
        return stem
    halves = f"{left}-{right}" in known or (left in known and right in known)
    whole = halves or left in _KEPT_BEFORE or right in _KEPT_AFTER or "-" in right
    return f"{stem}-" if whole else stem
