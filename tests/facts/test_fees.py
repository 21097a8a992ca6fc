import pytest

from tests.facts.reader import facts


@pytest.mark.parametrize(
    ("text", "language", "words", "look_back"),
    [
        ("limitée aux sommes effectivement versées par le Client", "fr", "sommes effectivement versées", "paid"),
        ("le montant total hors taxes payé par le Client", "fr", "montant total hors taxes payé", "paid"),
        ("le montant des sommes facturées au titre du contrat", "fr", "montant des sommes facturées", "payable"),
        ("les sommes payées ou dues par le Client", "fr", "sommes payées ou dues", "payable"),
        ("le montant que vous avez payé", "fr", "montant que vous avez payé", "paid"),
        ("limitée au prix de la commande", "fr", "prix de la commande", None),
        ("égale à la redevance annuelle", "fr", "redevance annuelle", None),
        ("au prix HTVA de la livraison", "fr", "prix HTVA de la livraison", None),
        ("au prix stipulé pour un an", "fr", "prix stipulé pour un an", None),
        ("au montant total du devis", "fr", "montant total du devis", None),
        ("limitée à six mois d'abonnement", "fr", "mois d'abonnement", None),
        ("limitée au prix de la formation", "fr", "prix de la formation", None),
        ("limitée au prix convenu", "fr", "prix convenu", None),
        ("les commissions perçues par la Plateforme", "fr", "commissions perçues", "paid"),
        ("the amount actually received by Vendor", "en", "amount actually received", "paid"),
        ("the price stipulated for the agreement", "en", "price stipulated for the agreement", None),
        ("one month of service", "en", "month of service", None),
        ("the price of the annual plan", "en", "price of the annual plan", None),
        ("the fees paid or payable by Customer", "en", "fees paid or payable", "payable"),
        ("the total amount actually paid by you", "en", "total amount actually paid", "paid"),
        ("the amounts you have paid to us", "en", "amounts you have paid", "paid"),
        ("payments made to the Provider", "en", "payments made", "paid"),
        ("the price paid for the Services", "en", "price paid", "paid"),
        ("100% of the monthly fee", "en", "monthly fee", None),
        ("the cost of the services ordered", "en", "cost of the services", None),
        ("limited to one year's subscription", "en", "subscription", None),
        ("the price stipulated for one year", "en", "price stipulated for one year", None),
        (
            "the amount of the fees (excl. VAT) that the client has paid",
            "en",
            "amount of the fees (excl. VAT) that the client has paid",
            "paid",
        ),
    ],
)
def test_reference(text: str, language: str, words: str, look_back: str | None) -> None:
    """What the customer pays is found, and whether it was paid or is only due."""
    (found,) = facts(text, language).fees

    assert words == text[found.span.start : found.span.end]
    assert look_back == found.look_back


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("reasonable attorneys' fees", "en"),
        ("the amount of damages paid", "en"),
        ("amounts paid by its insurer", "en"),
        ("the sum paid out by our insurers", "en"),
        ("les sommes versées par son assureur", "fr"),
        ("la somme versée par cette compagnie", "fr"),
        ("le montant des pénalités versées", "fr"),
        ("honoraires d'avocat", "fr"),
    ],
)
def test_no_reference(text: str, language: str) -> None:
    """Lawyers' fees, damages and what an insurer pays are not what the customer pays."""
    assert facts(text, language).fees == ()
