"""Defined terms and references."""

from __future__ import annotations

import pytest

from tests.structure.helpers import structure


@pytest.mark.parametrize(
    ("text", "language", "terms"),
    [
        ("« Service » désigne la sauvegarde en ligne.", "fr", ["Service"]),
        ("La société Exemple (ci-après le « Prestataire ») livre.", "fr", ["Prestataire"]),
        ("La société Exemple, ci-après dénommée « le Client », paie.", "fr", ["Client"]),
        ("La société Exemple, ci-après le Prestataire, livre.", "fr", ["Prestataire"]),
        ('"Service" means the online backup.', "en", ["Service"]),
        ('Example Ltd. (the "Provider") supplies it.', "en", ["Provider"]),
        ('Sample Inc. ("Customer") pays (the “Fees”).', "en", ["Customer", "Fees"]),
        ('The product is sold "as is".', "en", []),
        ("*Ceiling* means AUD 400,000. **Price**: see below. *ceiling* means nothing.", "en", ["Ceiling"]),
        ("**Plafond** désigne la somme de 400 000 euros.", "fr", ["Plafond"]),
    ],
)
def test_definitions(text, language, terms):
    """A term is defined by a verb of meaning or by a bracket behind its name."""
    found = [definition.term for definition in structure(text, language).definitions]

    assert terms == [term.removeprefix("le ") for term in found]


def test_definition_holds_its_sentence():
    """A definition's span is the sentence that defines the term."""
    text = "Le Client paie. « Service » désigne la sauvegarde. Il est rendu."
    definition = structure(text).definitions[0]

    assert text[definition.span.start : definition.span.end] == "« Service » désigne la sauvegarde."
    assert text[definition.mention.start : definition.mention.end].strip() == "Service"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Selon l'article 8.2 et l'Annexe 2, le Client paie.", ["8.2", "2"]),
        ("Selon les articles 8, 9.1 et 10, le Client paie.", ["8", "9.1", "10"]),
        ("As set out in Sections 6.1-6.2 and Exhibit B.", ["6.1", "6.2", "B"]),
        ("Under Section 7.3(b), it ends.", ["7.3(b)"]),
        ("Selon l'article 1218 du Code civil, il est libéré.", []),
        ("Selon l'article 28 du RGPD, il est sous-traitant.", []),
        ("Within Section 10 of the Consumer Rights Act, it holds.", []),
    ],
)
def test_references(text, labels):
    """References to parts of the contract are read; those to laws are not."""
    assert labels == [reference.label for reference in structure(text).references]


def test_references_resolve():
    """A reference leads to its section, a bracketed one to the article around it, a missing one to nothing."""
    text = "8. Prix\nLe prix est fixé par les articles 8(b), 8 et 12 ci-dessous pour la durée du contrat."
    found = structure(text)

    resolved = [found.resolve(reference) for reference in found.references]

    assert [found.sections[0], found.sections[0], None] == resolved


ARTICLES = (
    "Article 1 - Objet\n\nTexte.\n\nArticle 2 - Prix\n\nTexte.\n\nArticle {last} - Fin\n\nVoir l'article {cited}.\n"
)


@pytest.mark.parametrize(
    ("last", "cited", "absent"),
    [("3", "9", ["9"]), ("3", "2", []), ("3", "2.4", []), ("5", "9", []), ("3", "1218", [])],
)
def test_reference_to_a_part_that_is_not_there(last, cited, absent):
    """Only where the articles count on without a gap: a contract of articles 1, 2 and 5 may have lost some in reading."""
    found = structure(ARTICLES.format(last=last, cited=cited)).nowhere()

    assert absent == [reference.label for reference in found]
