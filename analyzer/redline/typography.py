"""Spaces and apostrophes of what is written into a file: those of the language, and in a contract those of its own hand."""

from __future__ import annotations

import re
from typing import Final

from analyzer.reports.format import french_spaces

_STRAIGHT: Final = re.compile(r"(?<=\w)'")
_CURLY: Final = re.compile(r"(?<=\w)’")


def typeset(text: str, language: str, *, straight: bool = False) -> str:
    """The text with the spaces that its language asks for, and curly apostrophes, or straight ones where it is to stand among them."""
    spaced = french_spaces(text) if language == "fr" else text
    return _CURLY.sub("'", spaced) if straight else _STRAIGHT.sub("’", spaced)


def writes_straight(text: str) -> bool:
    """Does a contract write most of its apostrophes straight?"""
    return len(_STRAIGHT.findall(text)) > text.count("’")
