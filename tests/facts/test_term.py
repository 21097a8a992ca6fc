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
