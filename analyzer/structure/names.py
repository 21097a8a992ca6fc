"""Tells what only names a part of the contract from what states a rule: numbered titles, runs of a table of contents, lists of articles."""

from __future__ import annotations

import re

from analyzer.language.conventions import Conventions

_LONGEST_TITLE = 14  # words
_LONGEST = 4000  # letters; a longer piece is no title and no list of them
_NUMBER = re.compile(r"\W{0,4}(?:(?:section|article)\s{1,3})?\d{1,3}(?:\.\d{1,3}){0,4}\.?[\s:]{1,8}", re.IGNORECASE)
_NUMBERS = re.compile(r"\b\d{1,3}(?:\.\d{1,3})+\b|\.{4,}|\b(?:section|article) \d", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{1,40}")
_FEWEST_NUMBERS = 3  # of a list of titles
_SHORT_WORD = 3  # letters; "of" and "the" are not capitalised in titles


def only_names(text: str, start: int, end: int, conventions: Conventions) -> bool:
    """Whether text[start:end] is a numbered title in Capitalised Words, or several in a row, with no verb in it."""
    if end - start > _LONGEST:
        return False
    number = _NUMBER.match(text, start, end)
    numbers = len(_NUMBERS.findall(text, start, end))
    if not number and numbers < _FEWEST_NUMBERS:
        return False
    words = _WORD.findall(text, number.end() if number else start, end)
    if number and len(words) <= _LONGEST_TITLE:
        share = 0.8
    elif numbers >= _FEWEST_NUMBERS:
        share = 0.6
    else:
        return False
    long = [word for word in words if len(word) > _SHORT_WORD]
    capitalised = sum(word[0].isupper() for word in long)
    return bool(long) and capitalised >= share * len(long) and not any(w.lower() in conventions.verbs for w in words)
