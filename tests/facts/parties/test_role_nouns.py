"""Sides that go by a role noun, defined or not."""

from __future__ import annotations

import pytest

from tests.facts.reader import facts, named


def test_excerpt_names_each_side_once() -> None:
    """In an excerpt of a few sentences one mention of each role noun is enough."""
    text = "Le Client garantit le Prestataire contre toute réclamation."
    found = facts(text, "fr")

    assert ["Client"] == named(text, found, "customer")
    assert ["Prestataire"] == named(text, found, "provider")


def test_the_role_goes_on_in_small_letters() -> None:
    """A head in capitals does not ask for capitals: « Titulaire » twice, then « le titulaire »."""
    text = (
        "MARCHÉ\nTitulaire : à compléter.\nTitulaire retenu : à compléter.\n" + "Le titulaire livre à l'acheteur. " * 60
    )

    found = facts(text)

    assert named(text, found, "provider").count("titulaire") == 60


@pytest.mark.parametrize(
    ("sentence", "provider", "customer"),
    [
        ("L'Éditeur garantit l'Acheteur contre toute éviction.", "Éditeur", "Acheteur"),
        ("Le prestataire garantit le mandant contre toute éviction.", "prestataire", "mandant"),
        ("Le Prestataire garantit le Client quand l'Hébergeur tarde.", "Prestataire", "Client"),
    ],
)
def test_other_nouns_for_a_name_that_is_never_written_again(sentence: str, provider: str, customer: str) -> None:
    """A text that defines « le Prestataire » and then only says « l'Éditeur » or « le prestataire » means the same party."""
    head = "Entre la société Novatek (le « Prestataire ») et la société Lemoine (le « Client »).\n\n"
    found = facts(head + sentence)
    said = [(each.role, (head + sentence)[each.span.start : each.span.end]) for each in found.mentions]
    assert [("provider", provider), ("customer", customer)] == said[-2:]


def test_a_reseller_that_pays() -> None:
    """A reseller that pays its vendor is the customer of the contract."""
    text = (
        'This agreement is between NORTHGATE TECHNOLOGIES, INC. ("RESELLER") and QUELLON SOFTWARE CORP. ("QUELLON"). '
        "RESELLER shall pay QUELLON the fees. QUELLON shall provide support to RESELLER."
    )

    found = facts(text, "en")

    assert found.provider is not None
    assert found.provider.name == "QUELLON SOFTWARE CORP."


def test_a_public_customer() -> None:
    """A city is the customer where the contractor is the provider."""
    text = "The Contractor shall build the website. The City pays the Contractor. The City may inspect. The Contractor shall host it."

    found = facts(text, "en")

    assert named(text, found, "customer") == ["City", "City"]


def test_a_council_that_is_the_authority() -> None:
    """A public customer that is called by two of its nouns is known by both."""
    text = (
        "The Contractor shall visit. The Council pays. The Council signs. The Authority may inspect. "
        "The Contractor shall report to the Authority."
    )

    found = facts(text, "en")

    assert named(text, found, "customer") == ["Council", "Council", "Authority", "Authority"]


def test_a_customer_that_is_the_company() -> None:
    """ "the Company" is the side that is left also where the provider goes by its trade name."""
    text = (
        'between Kirkbrae Software Services Ltd ("Kirkbrae") and Loch Fisheries plc ("the Company"). Kirkbrae shall support the software. '
        "The Company shall pay Kirkbrae. The Company shall keep its passwords secret."
    )

    found = facts(text, "en")

    assert named(text, found, "customer")[-1] == "Company"


def test_a_buyer_written_small() -> None:
    """A university that has no capital after its first mention is the buyer of the holder of the contract."""
    text = (
        "Le titulaire assure l'hébergement. Le titulaire livre. Le titulaire répond de ses fautes. L'université paie. "
        "L'université contrôle. L'université désigne un chef de projet. L'université peut résilier. L'université vérifie."
    )

    found = facts(text)

    assert len(named(text, found, "customer")) == 5
