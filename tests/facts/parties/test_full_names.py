"""Names that stand in full once: behind a noun and a colon, or as the company that "we" are."""

from __future__ import annotations

import pytest

from tests.facts.reader import facts, named

LABELLED = [
    ("Prestataire technique : Voxalia. Destinataire : Garage Simonet.\n\n1. Voxalia livre.", "Voxalia", None),
    ("Le prestataire : Kervel Informatique\nLe client : Mairie de Brest\n\nLe prestataire sert le client.",
     "Kervel Informatique", "Mairie de Brest"),
    ("| Hébergeur | **Médistock** (certifié HDS) |\n| Client | Laboratoire Verdier |\n\nL'Hébergeur sert le Client.",
     "Médistock", "Laboratoire Verdier"),
    ("Client : Toute personne qui commande.\nPrestataire : La société nommée au devis.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "provider", "customer"), LABELLED)
def test_names_behind_a_noun_and_a_colon(text: str, provider: str | None, customer: str | None) -> None:
    """As an order form names its parties; a description behind the noun is no name."""
    found = facts(text)

    assert provider == (found.provider.name if found.provider else None)
    assert customer == (found.customer.name if found.customer else None)


def test_a_labelled_name_goes_on_by_its_first_word() -> None:
    """A name in full, then its first word alone."""
    text = "Provider: Dialstone Telecom. Recipient: Simmonds Garage.\n1. Dialstone serves. Dialstone pays. Dialstone sells."

    found = facts(text, "en")

    assert ["Provider", "Dialstone Telecom", "Dialstone", "Dialstone", "Dialstone"] == named(text, found, "provider")


def test_the_company_that_we_are() -> None:
    """Terms in the first person name their company once in full, then by its first word; with two companies nobody is guessed."""
    text = (
        "You make a contract with {}. We host your site. You pay us. We keep our servers running. You keep your password. "
        "The most you can collect from Oakline is what you paid Oakline. Oakline won't owe you lost profits."
    )
    one = text.format("Oakline Hosting LLC")
    two = text.format("Oakline Hosting LLC, which rents from Birch Cloud Inc.")

    assert named(one, facts(one, "en"), "provider").count("Oakline") == 3
    assert "Oakline" not in named(two, facts(two, "en"), "provider")
