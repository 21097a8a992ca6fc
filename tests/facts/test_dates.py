from datetime import date

import pytest

from tests.facts.reader import facts


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Fait à Lyon, le 2 mars 2017, en deux exemplaires.", "fr", date(2017, 3, 2)),
        ("Signé le 1er août 2020", "fr", date(2020, 8, 1)),
        ("Fait à Lille le 02/03/2017", "fr", date(2017, 3, 2)),
        ("This Agreement is dated as of March 2, 2017.", "en", date(2017, 3, 2)),
        ("entered into as of this 2nd day of March, 2017", "en", date(2017, 3, 2)),
        ("Effective Date: 2017-03-02", "en", date(2017, 3, 2)),
    ],
)
def test_signature(text: str, language: str, day: date) -> None:
    """The day of signature is read in each usual form."""
    assert day == facts(text, language).signed_on


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Last updated: March 2, 2017", "en"),
        ("Dernière mise à jour en date du 2 mars 2017", "fr"),
        ("Signed on 02/03/2017", "en"),
        ("Fait à Lyon, le 31 février 2017", "fr"),
        ("La loi du 6 janvier 1978", "fr"),
        ("Date d'entrée en vigueur : 28 décembre 2024", "fr"),
    ],
)
def test_no_signature(text: str, language: str) -> None:
    """An update, an ambiguous date, an impossible one and the date of a statute are no signature."""
    assert facts(text, language).signed_on is None


def test_the_date_of_another_paper_is_no_signature() -> None:
    """A purchase agreement that the parties "have entered into", or the contract that this one replaces, has its own date."""
    recital = "On2 and Wildform have entered into an Asset Purchase Agreement dated as of April 4, 2005."
    assert facts(recital, "en").signed_on is None
    assert facts("It replaces the original Purchase Contract, made effective on 06 April 1998.", "en").signed_on is None
