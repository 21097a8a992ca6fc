import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.language.numbers import ENGLISH, FRENCH, value_of

UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
TENS = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]


def _french(number: int) -> str:
    if number >= 1_000_000:
        count, rest = divmod(number, 1_000_000)
        return f"{_french(count)} million{'s' * (count > 1)} {_french(rest) if rest else ''}".strip()
    if number >= 1000:
        count, rest = divmod(number, 1000)
        return f"{'' if count == 1 else _french(count)} mille {_french(rest) if rest else ''}".strip()
    if number >= 100:
        count, rest = divmod(number, 100)
        return f"{'' if count == 1 else UNITS[count]} cent {_french(rest) if rest else ''}".strip()
    if number < 20:
        return UNITS[number]
    tens, unit = divmod(number, 10)
    if tens in (7, 9):
        unit += 10
    link = " et " if unit in (1, 11) and tens != 8 and tens != 9 else " "
    return TENS[tens] + (link + UNITS[unit] if unit else "")


@given(st.integers(1, 999_999_999))
def test_french_words_read_back(number: int) -> None:
    """Every number written in French words is read back."""
    assert number == value_of(_french(number).replace("-", " ").split(), FRENCH)


@pytest.mark.parametrize(
    ("words", "value"),
    [("septante deux", 72), ("huitante", 80), ("nonante neuf", 99), ("deux millions cinq cent mille", 2_500_000)],
)
def test_french_of_elsewhere(words: str, value: int) -> None:
    """Belgian and Swiss tens count too."""
    assert value == value_of(words.split(), FRENCH)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("one hundred and five", 105),
        ("twelve hundred", 1200),
        ("two hundred and fifty thousand", 250_000),
        ("a million", 1_000_000),
        ("ninety nine", 99),
    ],
)
def test_english(words: str, value: int) -> None:
    """English numbers are read with "and" and "a"."""
    assert value == value_of(words.split(), ENGLISH)


@pytest.mark.parametrize("words", ["deux trois", "cent cent", "et deux", "vingt et", "mille mille", ""])
def test_no_number(words: str) -> None:
    """Words that do not make one number have no value."""
    assert value_of(words.split(), FRENCH) is None
