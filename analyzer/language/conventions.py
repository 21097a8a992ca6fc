"""What a language's writing conventions tell about a contract's structure; the words are in `fr.py` and `en.py`."""

from __future__ import annotations

from dataclasses import dataclass


def words(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Conventions:
    """All words are in lower case, with their accents and without the full stop of an abbreviation.

    `titles` never end a sentence ("M.", "Mr."); `numbered` do not before a number or a letter ("art. 5"; « règles de
    l'art. » does); `closing` may ("etc.", "Inc."), and do where a word of `openers`, which begin sentences, follows.
    `lead_words` leave a sentence open at a block's end. `verbs` tell a sentence from a heading.
    `signature` is the pattern of a line that opens the signatures.
    """

    titles: frozenset[str]
    numbered: frozenset[str]
    closing: frozenset[str]
    openers: frozenset[str]
    lead_words: frozenset[str]
    verbs: frozenset[str]
    months: frozenset[str]
    small_words: frozenset[str]
    definition_titles: tuple[str, ...]
    service_level_titles: tuple[str, ...]
    signature: str
