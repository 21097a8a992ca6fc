"""Word forms: a light stemmer per language that only ever cuts endings off a folded word.

Cutting only endings keeps the stem a prefix of every form, which the reader of a rule can follow. « limité », « limitée »,
« limiter » and « limitera » share "limit"; « limitation » and « responsable » / « responsabilité » stay apart. After
Savoy's light stemmers (UniNE), shortened to what contracts need and to unaccented text, because capitals often come
without accents.
"""

from __future__ import annotations

# Longest first: the first ending that leaves at least _LEAST letters is cut.
_FRENCH = (
    "eraient", "erions", "eriez", "erait", "erais", "eront", "erons", "erez", "aient", "irait", "iront", "eras", "erai", "assent",
    "era", "ira", "ent", "ant", "ante", "ait", "ais", "ons", "ez", "er", "ee", "it", "ir", "e",
)  # fmt: skip
_OF_VERBS = ("erais", "erions", "erons", "eras", "ais", "ons")  # these end in s and are no plurals,
_OF_NOUNS = ("ions", "aisons", "cons")  # but for « limitations », « livraisons », « rançons »
_ENGLISH = ("ings", "ing", "edly", "ied", "ies", "ed", "es", "s", "e", "y")
_LEAST = 4
_WHOLE = ("ss", "eed")  # "loss" is no plural, "exceed" no past


def _by_length(endings: tuple[str, ...]) -> tuple[tuple[int, frozenset[str]], ...]:
    lengths = sorted({len(ending) for ending in endings}, reverse=True)
    return tuple((length, frozenset(ending for ending in endings if len(ending) == length)) for length in lengths)


_ENDINGS = {"fr": _by_length(_FRENCH), "en": _by_length(_ENGLISH)}


def stem(word: str, language: str) -> str:
    """The stem of a folded word: a prefix of it, the word itself where nothing is to be cut."""
    if not word.isalpha() or word.endswith(_WHOLE):
        return word
    if language == "fr":
        word = _singular(word)
    elif short := _without_y(word):
        return short
    for length, endings in _ENDINGS[language]:
        if len(word) - length >= _LEAST and word[-length:] in endings:
            return word[:-length]
    return word[:-1] if len(word) > 3 and word[-1] == "s" else word  # short plurals: « lois », "fees"


def _singular(word: str) -> str:
    """A French word without the sign of the plural, so that « incident » and « incidents » lose the same ending."""
    noun = word.endswith(_OF_NOUNS) or not word.endswith(_OF_VERBS)
    return word[:-1] if word[-1] in "sx" and len(word) > 4 and noun else word


def _without_y(word: str) -> str:
    """What "copy", "copies" and "copied" share; empty for another word."""
    if word[-1] not in "yds":  # most words leave here
        return ""
    ending = next((ending for ending in ("ies", "ied", "y") if word.endswith(ending)), "")
    short = word[: -len(ending)] if ending else ""
    return short if len(short) >= 3 and short[-1] not in "aeiou" else ""
