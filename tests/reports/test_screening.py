"""The decision sheet in every form; the sample applicant's is read back in tests/screening and docs."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from analyzer.reports import screening_html, screening_json, screening_text, screening_xlsx
from analyzer.reports.screening_sections import view
from tests.screening.desk import application, cap, clause, contract, screened

INTERFACE = {"decision", "reasons", "contradictions", "portfolio", "accumulation", "conditions", "worst", "seed"}
APPETITE = {"decision", "reasons", "loadings", "measures"}


@pytest.fixture(scope="module")
def sheet():
    """A small applicant: a connected disk, an uncapped contract, a policy."""
    contracts = [
        contract(
            "disk.txt", clause("backup_by_provider", "on a disk always attached", isolated=False), customer="Fern & Co"
        ),
        contract("capped.txt", cap(10000), kind="maintenance", price="2400"),
    ]
    answers = application(
        backup_offline=True, known_circ=False, limits__per_claim=Decimal(15000), turnover__last=Decimal(90000)
    )
    return screened(answers, contracts)


def test_json_has_the_keys_of_the_interface(sheet):
    """Every key that users rely on, with the inner keys of each."""
    found = json.loads(screening_json.render(sheet, "en"))

    assert INTERFACE <= found.keys()
    assert {"code", "text", "question", "document"} <= found["reasons"][0].keys()
    assert {"question", "answer", "document", "start", "end", "quote"} <= found["contradictions"][0].keys()
    assert {"contracts", "uncapped", "payable_now", "payable_after_fix"} <= found["portfolio"].keys()
    assert {"platform", "contracts", "expected", "p95", "p99_5", "share_above_limit"} <= found["accumulation"][0].keys()


def test_json_of_a_contradiction(sheet):
    """The answer as it was given, the contract's words, and where they stand."""
    found = json.loads(screening_json.render(sheet, "en"))["contradictions"]

    assert [("backup_offline", True, "disk.txt", 0, 25, "on a disk always attached")] == [
        tuple(each[key] for key in ("question", "answer", "document", "start", "end", "quote")) for each in found
    ]


def test_the_applicants_sheet_has_no_appetite(sheet):
    """No decision, no reason, no loading, no measure and no time limit in the applicant's own version, in any form."""
    applicant = json.loads(screening_json.render(sheet, "en", "applicant"))
    drawn = view(sheet, "en", "applicant")
    text, page = screening_text.render(drawn), screening_html.render(drawn)

    assert set() == APPETITE & applicant.keys()
    assert {"reasons", "loadings"} & {each.id for each in drawn.sections} == set()
    assert [] == [
        word
        for word in ("REFER", "appetite", "threshold", "within 60 days", "within 90 days")
        if word in text or word in page
    ]
    assert INTERFACE - APPETITE <= applicant.keys()


@pytest.mark.parametrize(("language", "word"), [("fr", "Motifs"), ("en", "Reasons")])
def test_every_form_speaks_the_language(sheet, language, word):
    """Text, HTML and workbook in the language asked for, with the decision and the ten worst contracts."""
    drawn = view(sheet, language)
    text, page = screening_text.render(drawn), screening_html.render(drawn)

    assert all(part in text and part in page for part in (word, drawn.verdict, "disk.txt"))
    assert f'<html lang="{language}">' in page


def test_text_keeps_to_its_width(sheet):
    """No line is wider than asked for, but those that an address or a name makes so."""
    lines = screening_text.render(view(sheet, "fr"), width=90).splitlines()

    assert [] == [line for line in lines if len(line) > 90 and "http" not in line]


def test_html_escapes_what_contracts_and_forms_say(sheet):
    """Words of a contract, a file's name and an answer are text, whatever they hold; the page fetches nothing."""
    hostile = "<script>alert(1)</script>"
    contracts = [contract(f"{hostile}.txt", clause("backup_by_provider", hostile, isolated=False), customer=hostile)]
    page = screening_html.render(view(screened(application(backup_offline=True, activity=hostile), contracts), "en"))

    assert hostile not in page
    assert "&lt;script&gt;" in page
    assert [] == [mark for mark in ("<script", "<link", "src=", "@import", "url(") if mark in page]


def test_text_is_safe_for_a_terminal():
    """No name of a file and no word of a contract moves the cursor or colours the terminal."""
    hostile = [contract("a\x1b[31m\n.txt", clause("backup_by_provider", "con\x07nected", isolated=False))]
    text = screening_text.render(view(screened(application(backup_offline=True), hostile), "en"))

    assert [] == [sign for sign in text if sign < " " and sign != "\n"]
    assert "con nected" in text


def test_workbook_holds_numbers_and_no_formulas(sheet):
    """A sheet for each section; sums are numbers; a text that begins like a formula stays a text."""
    sheet = replace(sheet, application=application(activity="=1+1", limits__per_claim=Decimal(15000)))
    drawn = view(sheet, "en")
    book = load_workbook(io.BytesIO(screening_xlsx.render(drawn)))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    worst = book[next(name for name in book.sheetnames if name.startswith("The costliest"))]

    assert 1 + len(drawn.sections) == len(book.sheetnames)
    assert [] == [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert "=1+1" in {cell.value for cell in cells}
    assert 600 in {cell.value for row in worst.iter_rows() for cell in row}


def test_what_is_unknown_is_not_a_zero(sheet):
    """Without a price there is no multiple and no sum in the table."""
    drawn = view(screened(application(), [contract("a", price=None)]), "en")
    table = next(block for each in drawn.sections if each.id == "worst" for block in each.blocks)

    assert "–" in screening_text.render(drawn)
    assert [None, None] == [cell.value for cell in table.rows[0] if not isinstance(cell, str) and cell.value is None]


def test_an_empty_folder_has_a_sheet():
    """No contract: the sheet says so and decides nothing on air."""
    text = screening_text.render(view(screened(application(), []), "en"))

    assert "No contract was read." in text


def test_questions_show_the_line_of_the_form(sheet):
    """An unanswered question that stands in the form, commented out, is asked back with its line."""
    with_lines = replace(sheet, application=replace(sheet.application, lines={"mfa_email": 41}))

    assert "(mfa_email, line 41 of the form)" in screening_text.render(view(with_lines, "en"), width=200)
