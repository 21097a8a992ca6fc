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


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_hostile_megabyte(language: str) -> None:
    """A megabyte of everything that starts a recogniser, over and over, is read to its end: a quadratic one never comes back."""
    text = "".join(unit * (1_000_000 // len(UNITS) // len(unit)) for unit in UNITS)
    found = facts(text, language)

    for spans in (found.money, found.durations, found.percents, found.fees, found.mentions):
        places = [(each.span.start, each.span.end) for each in spans]
        assert places == sorted(places)
        assert all(0 <= start < end <= len(text) for start, end in places)
