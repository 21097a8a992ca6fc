"""Tells what only names a part of the contract from what states a rule: numbered titles, runs of a table of contents, lists of articles."""

from __future__ import annotations

import re

from analyzer.document import Span
from analyzer.language.conventions import Conventions

_LONGEST_TITLE = 14  # words
_LONGEST = 4000  # letters; a longer piece is no title and no list of them
_NUMBER = re.compile(r"\W{0,4}(?:(?:section|article)\s{1,3})?\d{1,3}(?:\.\d{1,3}){0,4}\.?[\s:]{1,8}", re.IGNORECASE)
_NUMBERS = re.compile(
    r"\b\d{1,3}(?:\.\d{1,3}){1,9}+\.?\s{1,4}\(?[A-Z][a-z]{2}|\b(?:[Ss]ection|SECTION|[Aa]rticle|ARTICLE) \d"
)
_LEADER = re.compile(r"\.{5,}|(?:\. ){5,}")  # the dots between a title and its page
_RUN_IN = re.compile(r"[:.]\s{1,8}\w")  # words after a title's end: "4.2 Governing Law: Ireland"
_PAGE = re.compile(r"\s\d{1,3}$")
_WORD = re.compile(r"[^\W\d_]{1,40}")
_FEWEST_NUMBERS = 3  # of a list of titles
_SHORT_WORD = 3  # letters; "of" and "the" are not capitalised in titles


def only_names(text: str, start: int, end: int, following: Span, conventions: Conventions) -> bool:
    """Whether text[start:end] is a numbered title in Capitalised Words, or several in a row, with no verb in it.

    `following` is the next sentence: where it is another numbered line, or has no verb either, the two are terse rules and the first no
    title, unless it ends with a page number.
    """
    if end - start > _LONGEST or text.count("(", start, end) != text.count(")", start, end):
        return False
    number = _NUMBER.match(text, start, end)
    numbers = len(_NUMBERS.findall(text, start, end))
    leader = _LEADER.search(text, start, end)
    if not number and not leader and numbers < _FEWEST_NUMBERS:
        return False
    words = _WORD.findall(text, number.end() if number else start, end)
    titled = number and len(words) <= _LONGEST_TITLE and not _RUN_IN.search(text, number.end(), end)
    if titled and (_PAGE.search(text[start:end]) or _states_a_rule(text, following, conventions)):
        share = 0.8
    elif leader or numbers >= _FEWEST_NUMBERS:
        share = 0.6
    else:
        return False
    long = [word for word in words if len(word) > _SHORT_WORD]
    capitalised = sum(word[0].isupper() for word in long)
    return bool(long) and capitalised >= share * len(long) and not _has_verb(words, conventions)


def _states_a_rule(text: str, sentence: Span, conventions: Conventions) -> bool:
    if _NUMBER.match(text, sentence.start):
        return False
    return _has_verb(_WORD.findall(text, sentence.start, sentence.end), conventions)


def _has_verb(words: list[str], conventions: Conventions) -> bool:
    return any(word.lower() in conventions.verbs for word in words)
