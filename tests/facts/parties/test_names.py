"""The full name of a party: where it begins and ends, and what is none."""

from __future__ import annotations

import pytest

from tests.facts.reader import facts, named


def test_a_form_that_stands_first_keeps_the_whole_name() -> None:
    """« SARL Librairie de l'Écluse »: the name goes on over its small words, and ends where the party is described."""
    found = facts(
        "Entre la SARL Librairie de l’Écluse, 3, quai Jean-Bart, ci-après « le Client », et la SAS Martin du Val au capital de "
        "10 000 €, ci-après « le Prestataire »."
    )

    assert found.provider is not None
    assert found.customer is not None
    assert ("SAS Martin du Val", "SARL Librairie de l’Écluse") == (found.provider.name, found.customer.name)


@pytest.mark.parametrize(
    ("text", "provider", "customer"),
    [
        (
            "**ALVERNE SGI**, SARL au capital de 7 500 €, sise à Nantes, ci-après dénommée **« le Prestataire »**, et "
            "**[Raison sociale du Client]**, [forme juridique], ci-après dénommé **« le Client »**",
            "ALVERNE SGI",
            None,
        ),
        (
            "d'une part, Olmo Ferro, Société à responsabilité limitée, inscrite au registre de Lille, ci-après appelé "
            "l'Editeur\net d'autre part, tout utilisateur, ci-après nommé le Client.",
            "Olmo Ferro",
            None,
        ),
        (
            "conclues entre :\nPaul TERRIER, entrepreneur individuel, dont le siège est à Albi, ci-après le « Prestataire »,"
            "\net toute personne passant commande, ci-après le « Client ».",
            "Paul TERRIER",
            None,
        ),
        (
            "Entre M. Jean Martin, artisan, demeurant à Dijon, ci-après « le Client », et Mme Léa Roux, consultante, "
            "ci-après « le Prestataire ».",
            "Léa Roux",
            "Jean Martin",
        ),
        ("fournie par NORDA VENTES (ci-après le « Prestataire ») au Client.", "NORDA VENTES", None),
        (
            "Entre la société [NOM DU CLIENT], ci-après « le Client », et {{prestataire.nom}}, société au capital de ____ €, "
            "ci-après « le Prestataire ».",
            None,
            None,
        ),
    ],
)
def test_french_names_without_legal_form(text: str, provider: str | None, customer: str | None) -> None:
    """A party is named by what stands before its description or its definition; what a template leaves open is no name."""
    found = facts(text)

    assert (found.provider and found.provider.name) == provider
    assert (found.customer and found.customer.name) == customer


def test_names_that_begin_with_a_figure() -> None:
    """The figure belongs to the name."""
    text = (
        'Agreement between SFG Corp, a Delaware corporation ("Licensor"), and 551 FX IB Associates, LLC ("Licensee").'
    )
    found = facts(text, "en")
    assert found.customer is not None
    assert found.customer.name == "551 FX IB Associates, LLC"


def test_a_body_without_a_legal_form() -> None:
    """A body that has no legal form is named by the words before its initials."""
    text = (
        "This agreement is between Upper Valley Federal Credit Union (“UVFCU”) and Ostrava Systems, Inc., an Ohio corporation "
        "(“Contractor”). Contractor shall serve UVFCU. UVFCU shall pay."
    )

    found = facts(text, "en")

    assert found.customer is not None
    assert found.customer.name == "Upper Valley Federal Credit Union"


def test_a_described_customer_has_no_name() -> None:
    """The company named in the title is not the person who is described beside the definition."""
    text = 'RIO HOSTING, LLC TERMS. The person named in the order ("Subscriber") accepts these terms with RIO HOSTING, LLC (the "Company").'

    found = facts(text, "en")

    assert found.customer is not None
    assert found.customer.name is None


def test_no_name_is_read_across_a_heading() -> None:
    """The heading above a company is no part of its name, and the number of an article is no part of a term."""
    text = (
        "CONDITIONS – SERVEURS VPS\n\nKervel SARL, 12 rue du Port, Brest, ci-après KERVEL\n\n"
        "1. KERVEL fournit des serveurs au locataire. Le locataire paie. Le locataire administre son serveur. "
        "KERVEL assure l'exploitation."
    )

    found = facts(text)

    assert named(text, found, "provider") == ["Kervel SARL", "KERVEL", "KERVEL", "KERVEL"]
