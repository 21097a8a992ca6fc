"""Sides that go by a trade name: by what they do, by what is left, by a description."""

from __future__ import annotations

import pytest

from tests.facts.reader import facts, named


def test_english_trade_names() -> None:
    """Two parties defined by short names are told apart by what they do."""
    text = (
        'This agreement is made between Orbis Hosting, Inc. ("Orbis") and Quarry Stone, LLC ("Quarry").\n'
        "Orbis shall provide the services. Quarry shall pay the fees. Orbis's liability is limited. Fees are "
        "paid by Quarry."
    )

    found = facts(text, "en")

    assert found.provider is not None
    assert found.customer is not None
    assert found.provider.name == "Orbis Hosting, Inc."
    assert found.customer.name == "Quarry Stone, LLC"
    assert len(named(text, found, "provider")) >= 4


def test_two_trade_names() -> None:
    """Of two parties that go by their names, the one that does not provide is the customer."""
    text = (
        'This Agreement is between Blue Ridge Hosting, L.P. ("BRH") and Mesa Stores, Inc. ("Mesa"). BRH shall provide the services. '
        "BRH will maintain the servers. Mesa shall keep its passwords secret."
    )

    found = facts(text, "en")

    assert found.customer is not None
    assert found.customer.name == "Mesa Stores, Inc."


def test_of_two_names_that_act_the_busier_provides() -> None:
    """Both firms assure something; the one that hosts and maintains is the provider, the other the customer."""
    text = (
        "Entre la société NOVATEK, ci-après « NOVATEK », et la SAS LEMOINE, ci-après « LEMOINE ».\n"
        "NOVATEK assure la maintenance du parc. NOVATEK héberge les serveurs. LEMOINE assure son matériel."
    )

    found = facts(text)

    assert set(named(text, found, "customer")) == {"LEMOINE", "SAS LEMOINE"}


@pytest.mark.parametrize(
    ("text", "language", "provider", "customer"),
    [
        (
            "Les présentes lient Gletscherdata AG (ci-après « GLD »). GLD confirme la commande du client. "
            "Le client paie GLD. GLD est libre. Le client répond. Le client signe.",
            "fr",
            "Gletscherdata AG",
            None,
        ),
        (
            'These terms are part of each order accepted by Tidewater Data, L.P. ("TCDC"). The signer is the "Licensee".\n'
            "Licensee pays TCDC. TCDC may enter. Licensee shall leave. Licensee shall insure.",
            "en",
            "Tidewater Data, L.P.",
            None,
        ),
        (
            'East Harbor Administrators, Inc. ("EHA") and Quillon Group Corp. ("Supplier") agree.\n'
            "EHA shall make rooms available. EHA shall maintain them. Supplier shall run the systems.",
            "en",
            "Quillon Group Corp.",
            "East Harbor Administrators, Inc.",
        ),
        (
            "Le présent contrat lie Vigie Ardente SAS et le Commanditaire. Vigie Ardente teste. Le Commanditaire paie "
            "Vigie Ardente. Vigie Ardente rend compte. Vigie Ardente se tait. Le Commanditaire signe.",
            "fr",
            "Vigie Ardente SAS",
            None,
        ),
    ],
)
def test_the_name_that_is_left(text: str, language: str, provider: str | None, customer: str | None) -> None:
    """Where one side is spoken for, the one company that is left is the other side."""
    found = facts(text, language)

    assert provider == (found.provider and found.provider.name)
    assert customer == (found.customer and found.customer.name)
    assert found.customer is not None


def test_a_customer_that_the_opening_describes() -> None:
    """A party that is described and not named is the customer where it pays."""
    text = (
        'This Agreement is made by Cardinal Crest Clinical Systems ("CCCS") and the dental practice shown overleaf (the "Practice"). '
        "CCCS shall host the application. CCCS will provide support. Practice shall pay the fees."
    )

    found = facts(text, "en")

    assert named(text, found, "customer") == ["Practice", "Practice"]


def test_a_french_customer_that_the_opening_describes() -> None:
    """Who is described by its trade and then owes and decides is the customer, though no definition gives it a name."""
    text = (
        "Tablio SAS édite l'application Tablio. Ces conditions lient Tablio et chaque restaurateur inscrit "
        "(« le Restaurateur »).\nTablio fournit le service. Le Restaurateur peut résilier. Le Restaurateur doit payer. "
        "Tablio assure le support. Tablio veille à la disponibilité. Le Restaurateur accepte ces règles."
    )

    found = facts(text)

    assert named(text, found, "customer") == ["Restaurateur"] * 4


def test_trade_name_without_definition() -> None:
    """A name that acts like a provider is the provider where nothing defines one."""
    text = (
        "Nubico fournit un espace. La responsabilité de Nubico est limitée. "
        "Nubico ne saurait être tenu. Nubico se réserve le droit, et Nubico assure le service."
    )

    found = facts(text)

    assert found.provider is not None
    assert found.provider.name == "Nubico"


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_trade_name_that_commits_itself(apostrophe: str) -> None:
    """« X s’engage » makes X the provider, whichever apostrophe the contract has."""
    text = (
        "Nubico s'engage à fournir le service. Pour cela Nubico s'engage à former le client. "
        "Enfin Nubico s'engage à assurer le support, et la responsabilité de Nubico est limitée."
    )

    found = facts(text.replace("'", apostrophe))

    assert found.provider is not None
    assert found.provider.name == "Nubico"


def test_customer_known_by_what_is_done_for_it() -> None:
    """A name that nothing defines, that pays and for which the provider works, is the customer's."""
    text = (
        "Hosting agreement by Zenhost. Zenhost will provide hosting. Zenhost warrants its services. Zenhost will maintain the servers. "
        "In each month Melodia will pay the fee to Zenhost, and Melodia shall pay taxes. It is agreed that Melodia will reimburse costs. "
        "The servers hold Melodia's data and Melodia's content; Zenhost will deliver to Melodia a report, and then Melodia may use it."
    )
    found = facts(text, "en")
    assert found.customer is not None
    assert found.customer.name == "Melodia"
