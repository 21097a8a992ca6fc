"""Labels and headings that their words alone give away, in French and English, whatever the format."""

from __future__ import annotations

import re
from typing import Final

LABEL: Final = re.compile(
    r"(?P<named>(?:article|section|clause|annexe|annex|appendix|schedule|exhibit|chapitre|chapter|titre|title|partie|part)"
    r"\s{1,3}(?:n[°o]\s{0,2})?(?:\d{1,3}(?:[.\-]\d{1,3}){0,4}|[ivxlc]{1,7}|[a-z]|premier|un|one)(?:er)?\b)"
    r"|(?P<decimal>§?\s?\d{1,3}(?:\.\d{1,3}){0,5}(?:\.|\)|°)?(?=[\s\u00a0]|$|[A-ZÀ-Ý]))"
    r"|(?P<roman>[IVXLC]{1,6}[.)](?=\s))"
    r"|(?P<letter>\(?[a-zA-Z][.)](?=\s))"
    r"|(?P<parenthesis>\((?:[ivxlc]{1,6}|[a-z]{1,2}|\d{1,2})\)(?=\s|$)|[ivx]{1,5}\)(?=\s))"
    r"|(?P<bullet>[-–—•●▪■◦○*·➢✓\uf0b7\uf0a7\uf0fc](?=\s))",
    re.IGNORECASE,
)
_ENDS_SENTENCE: Final = (".", ";", ",", ":", "!", "?", "…")
_MAX_HEADING: Final = 120


def label_of(text: str) -> tuple[str, str]:
    """The label that opens the text and its kind (named, decimal, roman, letter, parenthesis, bullet); both empty for
    none.
    """
    match = LABEL.match(text)
    if not match or not match.lastgroup:
        return "", ""
    label = match.group().strip()
    if label.isdigit() and not text[match.end() :].lstrip()[:1].isupper():
        return "", ""  # "12 mois", "1er": a number, not a label
    if match.lastgroup == "roman" and not label.isupper():
        return label, "letter" if len(label) == 2 else ""
    return label, match.lastgroup


def depth_of(label: str, kind: str) -> int:
    """The level that a heading's label shows: 1 for "Article 5" or "5.", 2 for "5.1"; 0 where it shows none."""
    if kind == "named":
        return 1 + len(re.findall(r"\d[.\-]\d", label))
    if kind == "decimal":
        return len(re.findall(r"\d{1,3}", label))
    return 1 if kind == "roman" else 0


def short_title(text: str) -> bool:
    """True for a line that may be a heading by its length and its end."""
    words = text.strip()
    return 2 < len(words) <= _MAX_HEADING and not words.endswith(_ENDS_SENTENCE) and any(map(str.isalpha, words))


def shouted(text: str) -> bool:
    """True where nearly every letter is a capital and there are at least four."""
    head = text[:60]
    if sum(map(str.islower, head)) > 0.1 * len(head):  # nearly every line of a contract leaves here
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def heading_level(text: str, default: int = 2) -> int:
    """The level of a text known to be a heading: from its label, else 1 in capitals, else `default`."""
    label, kind = label_of(text)
    return depth_of(label, kind) or (1 if shouted(text) else default)
