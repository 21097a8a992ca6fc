import pytest

from tests.facts.reader import facts


@pytest.mark.parametrize(
    ("text", "language", "months", "renewal"),
    [
        ("Le contrat est conclu pour une durée d'un an, renouvelable par tacite reconduction.", "fr", 12, True),
        ("Durée initiale : 36 mois, sans tacite reconduction.", "fr", 36, False),
        ("Le contrat est reconduit tacitement.", "fr", None, True),
        ("The initial term is three (3) years and shall automatically renew.", "en", 36, True),
        ("This Agreement remains in force. It shall not automatically renew.", "en", None, False),
        ("The initial term is 12 months.", "en", 12, None),
        ("Pour vingt-quatre mois à compter de la signature, le Prestataire assure la maintenance.", "fr", 24, None),
        ("Le présent contrat est passé pour trente mois.", "fr", 30, None),
        ("Le contrat court pendant trois ans.", "fr", 36, None),
        (
            "Le Contrat est conclu pour une durée initiale ferme de 12 mois. En formule Premium, la durée initiale est portée à 24 mois.",
            "fr",
            12,
            None,
        ),
    ],
)
def test_term(text: str, language: str, months: int | None, renewal: bool | None) -> None:
    """The first term in months and the renewal are read, each only where it is said."""
    term = facts(text, language).term

    assert term is not None
    assert months == term.months
    assert renewal == term.tacit_renewal


def test_renewal_without_notice() -> None:
    """Where no notice is given the contract renews; what an order may provide for is not yet said."""
    term = facts("If no termination notice is provided, the Agreement will be automatically extended.", "en").term
    assert term is not None
    assert term.tacit_renewal is True
    assert facts("An order may provide for auto-renewal of the Services.", "en").term is None


def test_other_lengths() -> None:
    """A notice period or the survival of confidentiality is not the contract's term."""
    assert facts("L'obligation de confidentialité court pour une durée de cinq ans.").term is None
    assert facts("Pour douze mois, le prix est de 600 euros.").term is None
    assert facts("conclu pour une durée initiale de [un (1) mois / douze (12) mois]").term is None
    assert facts("Pour trois mois de retard, le client paie une majoration.").term is None
