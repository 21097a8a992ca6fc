import time

import pytest

from tests.facts.reader import facts

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "unit",
    [
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
        " " * 7 + "x",
        "**",
        "12 mois ",
        "vous nous ",
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_hostile_text(unit: str, language: str) -> None:
    """A megabyte of anything repeated is read in time that grows with its length alone."""
    begin = time.perf_counter()
    facts((unit * (MEGABYTE // len(unit) + 1))[:MEGABYTE], language)

    assert 20 > time.perf_counter() - begin
