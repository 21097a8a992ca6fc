"""Disguised characters are told to the user and seen through by the matcher."""

from __future__ import annotations

import pytest

import analyzer
from analyzer.language.folding import fold
from analyzer.readers import read
from analyzer.reports import text

CLAUSE = (
    "Article 1. Le Prestataire n'est pas responsable des dommages indirects, tels que la perte de chiffre d'affaires."
)
CONTRACT = f"Contrat de sauvegarde entre A (le Prestataire) et B (le Client). Le Prestataire sauvegarde le serveur.\n\n{CLAUSE}\n"


def found(contract: str) -> set[str]:
    return {clause.topic for clause in analyzer.analyze(contract.encode(), name="c.txt").clauses if clause.found}


@pytest.mark.parametrize(
    ("plain", "disguised", "code"),
    [
        ("dommages indirects", "dоmmаgеs indirесts", "look_alikes"),  # Cyrillic о, а, е, с
        ("dommages indirects", "dom\u200bma\u2060ges ind\u200directs", "invisible"),
        ("responsable", "ｒｅｓｐｏｎｓａｂｌｅ", ""),
        ("indirects", "indi\u00adrects", ""),
        ("dommages indirects", "\u202ddommages indirects\u202c", "direction"),
    ],
)
def test_disguise_is_seen_through_and_told(plain, disguised, code):
    """The clause is found all the same, its quote is the file's own text, and the report says what is odd about it."""
    contract = CONTRACT.replace(plain, disguised)
    report = analyzer.analyze(contract.encode(), name="c.txt")

    assert "indirect_damages_exclusion" in found(contract) & found(CONTRACT)
    assert ([code] if code else []) == [notice.code for notice in report.document.notices]
    assert all(clause.text == contract[clause.span.start : clause.span.end] for clause in report.clauses)


def test_offsets_survive():
    """Each folded letter leads back to the letter that it was."""
    folded = fold("d\u200bоmm\u00adаge")

    assert "dommage" == folded.text
    assert [0, 2, 3, 4, 6, 7, 8] == [folded.original(place, place + 1).start for place in range(7)]


@pytest.mark.parametrize(
    "harmless",
    ["5 µm et 3 kΩ", "Ελλάδα", "Договор", "mot\u00adcoupé", "fin\u200b de ligne", "l’été à 600 €", "αβ", "\ufeffTexte"],
)
def test_what_is_no_disguise(harmless):
    """Units, foreign names as a whole, soft hyphens, and invisible characters between words are nobody's trick."""
    assert () == read(harmless.encode()).notices


def test_notice_in_both_languages():
    """The sentence names the words, in the report's language."""
    report = analyzer.analyze(CONTRACT.replace("dommages", "dоmmages").encode(), name="c.txt")

    assert "Lettres d’un autre alphabet dans des mots (1)" in text.render(report)
    assert "« dommages »" not in text.render(report)
    assert "dоmmages" in text.render(report)
