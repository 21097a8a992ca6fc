"""Sides that a definition names: with a role noun, in brackets, after a colon."""

from __future__ import annotations

import pytest

from tests.facts.reader import facts, named


def test_french_definitions() -> None:
    """Both parties are read from their definitions, with their names as written."""
    text = (
        "Entre la société Nordex SARL, au capital de 10 000 €, ci-après dénommée « le Prestataire », et la "
        "société Boulanger & Fils SAS, "
        "ci-après « le Client ».\nLe Prestataire sauvegarde les données du Client."
    )

    found = facts(text)

    assert found.provider is not None
    assert found.customer is not None
    assert found.provider.name == "Nordex SARL"
    assert found.customer.name == "Boulanger & Fils SAS"
    assert named(text, found, "provider") == ["Nordex SARL", "Prestataire", "Prestataire"]


def test_service_provider_defined() -> None:
    """A role of two words is a definition like any other, with the name before it."""
    text = (
        'between Halden Systems Pvt. Ltd. ("Service Provider") and Corvo Mills Ltd. ("Client"). '
        "The Service Provider shall help the Client."
    )

    found = facts(text, "en")

    assert found.provider is not None
    assert found.provider.name == "Halden Systems Pvt. Ltd."


def test_a_french_definition_after_a_colon() -> None:
    """« ci-après : l'Entreprise » defines as « ci-après l'Entreprise » does."""
    text = (
        "Entre Novatek SA, à Lausanne (ci-après : l'Entreprise), et Lemoine SA, à Genève (ci-après : le Mandant).\n"
        "L'Entreprise héberge les données. L'Entreprise assure la maintenance. Le Mandant paie."
    )

    assert named(text, facts(text), "provider") == ["Novatek SA", "Entreprise", "Entreprise", "Entreprise"]


def test_a_verb_defines_nobody() -> None:
    """« désigne » is not « désignée »: whom a party appoints is no party."""
    text = (
        "Entre Vigie SAS, ci-après « le Prestataire », et Forges SA, ci-après « le Client ».\n"
        "Le Client désigne un interlocuteur et collabore avec Vigie."
    )

    found = facts(text)

    assert named(text, found, "customer") == ["Forges SA", "Client", "Client"]


@pytest.mark.parametrize(
    ("text", "language", "provider", "customer"),
    [
        (
            "Services are provided by Harbour Systems (PNG) Ltd (Harbour) to Bank of Anse Claire Limited (BAC). "
            "Harbour will provide the network. Harbour shall repair faults. Harbour warrants its services. Harbour will provide staff. "
            "BAC will provide access. BAC shall pay the fees. BAC may inspect the sites.",
            "en",
            "Harbour",
            "BAC",
        ),
        (
            "Contrat entre Vigie Ardente SAS (Vigie) et Moulins Petit SARL (Moulins). Vigie fournit le service. Vigie assure le support. "
            "Vigie s'engage à sauvegarder. La responsabilité de Vigie est limitée. Vigie héberge le site. Moulins paie le prix.",
            "fr",
            "Vigie",
            "Moulins",
        ),
    ],
)
def test_short_names_in_plain_brackets(text: str, language: str, provider: str, customer: str) -> None:
    """A short name in brackets after a company's full name names the party, without quotes too."""
    found = facts(text, language)

    assert provider in named(text, found, "provider")
    assert customer in named(text, found, "customer")


def test_brackets_that_are_no_name() -> None:
    """What stands in brackets after a company and is not short for it names nobody."""
    text = "Acme Ltd (registered) shall host the site of the Client. Acme Ltd (London) is paid by the Client."

    found = facts(text, "en")

    assert {"registered", "London"}.isdisjoint(named(text, found, "provider") + named(text, found, "customer"))
