"""Numbers as Word writes them: decimal, letters, Roman, ordinals and words, in French and English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_WORDS: Final = {
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen "
    "nineteen twenty",
}
_ORDINAL_WORDS: Final = {
    "fr": "zéroième premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième "
    "onzième douzième "
    "treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième",
    "en": "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth",
}


def roman(number: int) -> str:
    """IV for 4; the decimal number beyond what Roman numerals say."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        written += letters * count
    return written


def letter(number: int) -> str:
    """a, b … z, aa, bb …, as Word counts; the decimal number outside 1 to 780."""
    if not 0 < number <= 780:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)


def ordinal(number: int, language: str) -> str:
    """1er, 2e in French; 1st, 2nd, 3rd, 11th in English."""
    if language == "fr":
        return f"{number}er" if number == 1 else f"{number}e"
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def in_words(number: int, language: str, table: dict[str, str]) -> str:
    words = table["fr" if language == "fr" else "en"].split()
    return words[number].capitalize() if 0 <= number < len(words) else str(number)


def written(number: int, form: str, language: str) -> str:
    """`number` in Word's number format `form`; decimal for a format that is not known."""
    if form not in _FORMS:
        return str(number)
    return _FORMS[form](number, language)


_FORMS: Final[dict[str, Callable[[int, str], str]]] = {
    "none": lambda _number, _language: "",
    "decimalZero": lambda number, _language: f"{number:02d}",
    "lowerLetter": lambda number, _language: letter(number),
    "upperLetter": lambda number, _language: letter(number).upper(),
    "lowerRoman": lambda number, _language: roman(number).lower(),
    "upperRoman": lambda number, _language: roman(number),
    "ordinal": ordinal,
    "cardinalText": lambda number, language: in_words(number, language, _WORDS),
    "ordinalText": lambda number, language: in_words(number, language, _ORDINAL_WORDS),
}
