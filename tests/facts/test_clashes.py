"""Figures that do not agree, and those that only look so."""

from __future__ import annotations

import pytest

from tests.facts.reader import facts


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("limitée à dix mille euros (100 000 €).", "fr", ["words"]),
        ("limitée à dix mille euros (10 000 €).", "fr", []),
        ("dans un délai de trente (60) jours.", "fr", ["words"]),
        ("within thirty (30) days.", "en", []),
        ("more than twenty-five percent (50%) of the stations.", "en", ["words"]),
        ("at least ninety-seven point five percent (97.5%).", "en", []),
        ("one hundredth of one percent (0.01%).", "en", []),
        ("Le prix est de 50 € par mois, soit 500 € par an.", "fr", ["period"]),
        ("Le prix est de 50 € par mois, soit 600 € par an.", "fr", []),
        ("Le prix est de 50 € HT par mois, soit 720 € TTC par an.", "fr", []),
        ("Le prix est de 100 € HT par an, soit 120 € TTC par an.", "fr", []),
        ("Le prix est de 100 € HT par an, soit 100 € TTC par an.", "fr", ["vat"]),
        ("Le prix est de 600 € par an.\n\nLe prix de 600 € par mois est payé d'avance.", "fr", ["period"]),
        ("Le prix du lot A est de 600 € par an.\n\nLe prix du lot B est de 90 € par mois.", "fr", []),
        ("The fee is £50 per month, that is £500 per year.", "en", ["period"]),
    ],
)
def test_clash(text: str, language: str, kinds: list[str]) -> None:
    """Words and digits of one number, and one price stated twice, must fit; two prices of two things may differ."""
    assert kinds == [clash.kind for clash in facts(text, language).clashes]


def test_clash_is_the_second_price() -> None:
    """The evidence is the sum that does not fit the first."""
    text = "Le prix est de 50 € par mois, soit 500 € par an."

    (clash,) = facts(text, "fr").clashes

    assert text[clash.span.start : clash.span.end] == "500 €"
