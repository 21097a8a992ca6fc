"""How the parties are named: in brackets, behind a noun and a colon, by a description, by another noun."""

from __future__ import annotations

import pytest

from tests.facts.reader import facts, named


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


def test_a_french_customer_that_the_opening_describes() -> None:
    """Who is described by its trade and then owes and decides is the customer, though no definition gives it a name."""
    text = (
        "Tablio SAS édite l'application Tablio. Ces conditions lient Tablio et chaque restaurateur inscrit "
        "(« le Restaurateur »).\nTablio fournit le service. Le Restaurateur peut résilier. Le Restaurateur doit payer. "
        "Tablio assure le support. Tablio veille à la disponibilité. Le Restaurateur accepte ces règles."
    )

    found = facts(text)

    assert named(text, found, "customer") == ["Restaurateur"] * 4


def test_no_name_is_read_across_a_heading() -> None:
    """The heading above a company is no part of its name, and the number of an article is no part of a term."""
    text = (
        "CONDITIONS – SERVEURS VPS\n\nKervel SARL, 12 rue du Port, Brest, ci-après KERVEL\n\n"
        "1. KERVEL fournit des serveurs au locataire. Le locataire paie. Le locataire administre son serveur. "
        "KERVEL assure l'exploitation."
    )

    found = facts(text)

    assert named(text, found, "provider") == ["Kervel SARL", "KERVEL", "KERVEL", "KERVEL"]


def test_a_verb_defines_nobody() -> None:
    """« désigne » is not « désignée »: whom a party appoints is no party."""
    text = (
        "Entre Vigie SAS, ci-après « le Prestataire », et Forges SA, ci-après « le Client ».\n"
        "Le Client désigne un interlocuteur et collabore avec Vigie."
    )

    found = facts(text)

    assert named(text, found, "customer") == ["Forges SA", "Client", "Client"]


def test_a_buyer_written_small() -> None:
    """A university that has no capital after its first mention is the buyer of the holder of the contract."""
    text = (
        "Le titulaire assure l'hébergement. Le titulaire livre. Le titulaire répond de ses fautes. L'université paie. "
        "L'université contrôle. L'université désigne un chef de projet. L'université peut résilier. L'université vérifie."
    )

    found = facts(text)

    assert len(named(text, found, "customer")) == 5


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
