import time

import pytest

from tests.facts.reader import facts

UNITS = [
    "1 111 ",
    "1.",
    "(",
    "cent ",
    "€",
    "1 € (",
    "un mois ",
    "montant ",
    "fees ",
    "A ",
    "Acme Inc ",
    "law of the ",
    "ci-après « ",
    '("',
    "laws of ",
    "       x",
    "**",
    "12 mois ",
    "vous nous ",
    "and and ",
    "prix de ",
    "dated as of ",
    "the ",
    "Le Client ",
    "%",
    "quatre-vingt-",
]


def _seconds(text: str, language: str) -> float:
    begin = time.perf_counter()
    facts(text, language)
    return time.perf_counter() - begin


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_hostile_megabyte(language: str) -> None:
    """A megabyte of everything that starts a recogniser, over and over, is read in seconds."""
    text = "".join(unit * (1_000_000 // len(UNITS) // len(unit)) for unit in UNITS)

    assert _seconds(text, language) < 30


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length(unit: str) -> None:
    """Four times the text takes about four times as long, never sixteen."""
    short, long = (unit * (length // len(unit)) for length in (15_000, 60_000))

    assert 10 * max(_seconds(short, "fr"), 0.02) > _seconds(long, "fr")
