"""The apostrophes of a contract's own hand."""

from __future__ import annotations

import re
from typing import Final

_STRAIGHT: Final = re.compile(r"(?<=\w)'")


def writes_straight(text: str) -> bool:
    """Does a contract write most of its apostrophes straight?"""
    return len(_STRAIGHT.findall(text)) > text.count("’")
