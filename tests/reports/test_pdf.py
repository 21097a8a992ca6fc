"""The printed report, read back: it says what the page says, in fonts that it carries."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

pytest.importorskip("reportlab")

from analyzer.reports import pdf
from analyzer.reports.print_styles import printable
from tests.reports.contracts import claim_case, hosting, unpriced


def words(data: bytes) -> str:
    """The file's text, its lines joined."""
    with PdfDocument(io.BytesIO(data)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (
            claim_case(),
            ("66,24 fois", "« sur un disque connecté en permanence »", "Code civil, art. 1170", "avis juridique"),
        ),
        (replace(claim_case(), language="en"), ("66.24 times", "Why: Sans plafond", "not legal advice")),
        (hosting(), ("£4,500.00", "We keep professional liability insurance", "Page 1 of")),
        (unpriced(), ("Aucun constat.", "Page 1 sur")),
    ],
    ids=["fr", "en", "hosting", "empty"],
)
def test_says_what_the_report_says(report, expected):
    """Verdict, quotes, law, wording and the warning can be read in the file."""
    seen = words(pdf.render(report))

    assert [] == [each for each in expected if each not in seen]


def test_same_report_same_bytes():
    """The file has no date and no chance in it."""
    assert pdf.render(claim_case()) == pdf.render(claim_case())


def test_words_of_a_contract_are_words():
    """Markup in a wording or a message is printed and never acts."""
    report = claim_case()
    finding = replace(report.findings[1], message="<b>gras</b> & <a href='x'>", accepted="</para>")

    assert "<b>gras</b> & <a href='x'>" in words(pdf.render(replace(report, findings=(finding,))))


def test_characters_without_a_glyph():
    """A letter that the fonts lack is printed without its mark, a script that they lack as a box; French is whole."""
    assert "« l’œuvre »\u00a0: 600\u00a0€" == printable("« l’œuvre »\u202f: 600\u202f€")
    assert "Gyor" == printable("Győr")
    assert "合" not in printable("合同")


def test_long_wording_runs_over_the_page():
    """A clause of many pages and a word of many lines do not stop the report."""
    report = claim_case()
    long = replace(report.findings[1].suggestion, text="\n\n".join(["Le Prestataire répond. " * 60, "x" * 3000] * 8))
    finding = replace(report.findings[1], suggestion=long)

    assert 4 <= words(pdf.render(replace(report, findings=(finding,)))).count("Le Prestataire répond. Le Prestataire")
