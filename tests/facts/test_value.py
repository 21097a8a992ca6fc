from decimal import Decimal

import pytest

from tests.facts.reader import facts


@pytest.mark.parametrize(
    ("text", "language", "annual", "quoted", "period", "vat"),
    [
        ("Le montant de la prestation est de 600 € HT par an.", "fr", "600.00", "600", "year", "excluded"),
        ("La redevance mensuelle est de 50 € HT.", "fr", "600.00", "50", "month", "excluded"),
        ("L'abonnement coûte 150 € par trimestre.", "fr", "600.00", "150", "quarter", "unknown"),
        ("Le prix est de 12 € HT par poste et par mois pour 25 postes.", "fr", "3600.00", "12", "month", "excluded"),
        (
            "Le prix total du contrat est de 36 000 € HT pour une durée de 36 mois.",
            "fr",
            "12000.00",
            "36000",
            "total",
            "excluded",
        ),
        (
            "Article 5 - Prix\n\nLe service est fourni pour 600 € HT par an, soit 720 € TTC par an.",
            "fr",
            "600.00",
            "600",
            "year",
            "excluded",
        ),
        (
            "Le Prestataire assure la sauvegarde des données du Client au prix de 50 euros HT par mois.",
            "fr",
            "600.00",
            "50",
            "month",
            "excluded",
        ),
        ("The monthly fee is $50.", "en", "600.00", "50", "month", "unknown"),
        ("Customer shall pay an annual charge of £1,200 plus VAT.", "en", "1200.00", "1200", "year", "excluded"),
    ],
)
def test_yearly_value(text: str, language: str, annual: str, quoted: str, period: str, vat: str) -> None:
    """The price makes a full year, and the sum as written is kept beside it."""
    found = facts(text, language).annual_value

    assert found is not None
    assert Decimal(annual) == found.amount
    assert (Decimal(quoted), period, vat) == (found.quoted_amount, found.quoted_period, found.vat)


@pytest.mark.parametrize(
    "text",
    [
        "La responsabilité du Prestataire ne pourra excéder le montant de 600 € par an.",
        "Nordex SARL au capital de 10 000 €, redevance mensuelle en annexe.",
        "Une pénalité de 50 € par mois de retard est due.",
        "Le Prestataire est assuré pour un montant de 500 000 € par an.",
        "Le prix est de 12 € HT par poste et par mois.",
        "L'abonnement Essentiel est à 29 € par mois. L'abonnement Premium est à 59 € par mois.",
        "Le prix est de 600 €.",
        "Indemnité forfaitaire de recouvrement : 40 €.",
    ],
)
def test_nothing_invented(text: str) -> None:
    """A cap, capital, penalty, insured sum, a unit price without quantity, or two prices give no value."""
    assert facts(text).annual_value is None
