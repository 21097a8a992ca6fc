"""What the steps ask of a text: how a term is written, whether it is a name, what it does."""

from __future__ import annotations

import pytest

from analyzer.document import Document, Span
from analyzer.facts.parties.evidence import Evidence
from analyzer.facts.reading import read_text
from analyzer.language.folding import fold


def evidence(text: str, language: str) -> Evidence:
    return Evidence(Document("x.txt", "x.txt", "", "text", text, ()), read_text(fold(text)), language)


@pytest.mark.parametrize(
    ("text", "term", "written"),
    [
        ("Each SUPPLIER signs. Orbis (the “Supplier”) hosts.", "supplier", "Supplier"),
        ("Each SUPPLIER signs. The Supplier hosts.", "supplier", "SUPPLIER"),
        ("The presupplier signs. The Supplier hosts.", "supplier", "Supplier"),
        ("Nobody signs.", "supplier", "supplier"),
    ],
)
def test_how_a_term_is_written(text: str, term: str, written: str) -> None:
    """As its definition has it, else as the text has the whole word for the first time, else as it was folded."""
    assert written == evidence(text, "en").written(term)


@pytest.mark.parametrize(
    ("terms", "proper"), [(("orbis",), True), (("orbis", "host"), False), (("orbis services",), False)]
)
def test_what_is_a_name(terms: tuple[str, ...], proper: bool) -> None:
    """Each term has a capital, and none holds a common word of contracts."""
    text = "Orbis is a host. The Orbis Services are good."

    assert proper is evidence(text, "en").is_proper(*terms)


@pytest.mark.parametrize(
    ("text", "language", "leaning"),
    [
        ("Nubico fournit le site. Le service de Nubico dure. Nubico héberge les données de Lemoine.", "fr", 3),
        ("Nubico paie. Les données de Nubico restent à Nubico.", "fr", -2),
        ("Nubico shall provide the site. Melodia will pay Nubico. Fees are paid to Nubico.", "en", 3),
        ("Nubico shall pay. Nubico's data is Nubico's.", "en", -2),
        ("Nubico is a name.", "en", 0),
    ],
)
def test_how_a_name_leans(text: str, language: str, leaning: int) -> None:
    """Every act of a provider counts one, every act of a customer takes one off."""
    assert leaning == evidence(text, language).conduct("nubico")


def test_terms_of_one_definition_lean_together() -> None:
    """What two terms do is added up."""
    found = evidence("Nubico shall provide the site. The Host shall support it. Nubico shall pay.", "en")

    assert (0, 1, 1) == (found.conduct("nubico"), found.conduct("host"), found.conduct("nubico", "host"))


def test_companies_of_the_opening() -> None:
    """Those with a legal form, each once, and where the first stands."""
    found = evidence("Between Oak Hosting LLC and Birch Cloud Inc. Oak Hosting LLC signs.", "en")

    assert ("Oak Hosting LLC", "Birch Cloud Inc.") == found.opening_companies
    assert Span(8, 23) == found.first_place("Oak Hosting LLC")


def test_another_language_is_read_as_english() -> None:
    """A language without lists of its own has the English ones."""
    assert "en" == evidence("Der Anbieter haftet.", "de").language
