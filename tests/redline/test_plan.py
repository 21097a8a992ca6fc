"""What is struck of a passage, and how an amendment calls the contract."""

from __future__ import annotations

import pytest

from analyzer.document import Document, Span
from analyzer.redline.amendment import title_of
from analyzer.redline.plan import plan
from analyzer.report import Evidence, Finding, Suggestion


def _struck(quote: str) -> str:
    """What is struck of a passage that a finding replaces."""
    replaced = Evidence(Span(10, 10 + len(quote)), None, quote)
    suggestion = Suggestion("fr", "Plafond", "Nouveau texte.", None, None, replaced, {})
    finding = Finding("a.b", "a", "high", "", "", "", "", (), (replaced,), "replace", suggestion)
    (change,) = plan([finding])
    (strike,) = change.strikes

    assert strike.quote == quote[strike.span.start - 10 :]
    return strike.quote


@pytest.mark.parametrize("number", ["8.5. ", "8.5 ", "**14.2** ", "12. ", "Article 8.2 — ", "3) "])
def test_a_number_stays(number: str) -> None:
    """Others may refer to it: the new text stands behind it."""
    assert "Le Prestataire paie." == _struck(f"{number}Le Prestataire paie.")


@pytest.mark.parametrize(
    "quote", ["12 mois de prix sont dus.", "3.5 % du prix est dû.", "8.5.", "Le Prestataire paie 3.5 Euros."]
)
def test_a_sum_or_a_number_alone_is_no_label(quote: str) -> None:
    """What only looks like an article's number is struck with the rest."""
    assert quote == _struck(quote)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# CONTRAT DE **MAINTENANCE**\n\nArticle 1", "CONTRAT DE MAINTENANCE"),
        ("— Conditions contractuelles —\n", "Conditions contractuelles"),
        ("Article 1er : Objet du contrat\n", "a.txt"),
        ("1. Objet du contrat\n", "a.txt"),
    ],
)
def test_what_a_contract_is_called(text: str, title: str) -> None:
    """Its title without marks; an article's heading is no title."""
    assert title == title_of(Document("a.txt", "a.txt", "0" * 64, "txt", text, ()))
