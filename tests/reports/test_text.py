"""Whole reports are compared byte for byte with tests/reports/snapshots; UPDATE_SNAPSHOTS=1 writes those files again."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from analyzer import analyze
from analyzer.document import Notice
from analyzer.reports import json, sarif, text
from tests.reports.contracts import claim_case, hosting, unpriced

SNAPSHOTS = Path(__file__).parent / "snapshots"
REPORTS = {"claim_case": claim_case, "hosting": hosting, "unpriced": unpriced}
FORMS = {
    "txt": text.render,
    "json": lambda report: json.render([report], single=True),
    "sarif": lambda report: sarif.render([report]),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", REPORTS)
def test_whole_report(name, language, form):
    """A report is the same to the byte until somebody means to change it."""
    written = FORMS[form](replace(REPORTS[name](), language=language)).encode()
    path = SNAPSHOTS / f"{name}.{language}.{form}"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_bytes(written)

    assert path.read_bytes().decode() == written.decode()


def test_verdict_of_the_claim_case():
    """The multiple is the first thing said."""
    expected = (
        "Une réclamation de 39\u202f746,41\u00a0€ vaudrait 66,24 fois ce que ce contrat rapporte en un an "
        "(600,00\u00a0€\u00a0HT)."
    )

    assert expected == text.verdict(claim_case())[0]


def test_verdict_with_a_cap_says_what_remains_if_it_falls():
    """A cap is never taken for granted: the sum without it stands beside it."""
    assert [
        "The heaviest loss, “claim wave” (£90,000.00), would be brought down by this contract to £4,500.00 at most, "
        "1.00 times what it brings in a year (£4,500.00).",
        "If a court sets the cap aside: £90,000.00, 20.00 times.",
    ] == text.verdict(hosting())


def test_verdict_without_a_price():
    """Without a price no multiple is invented, and the option that gives one is named."""
    report = claim_case()
    scenario = replace(report.exposure.scenarios[0], multiple_now=None, multiple_after_fix=None)
    exposure = replace(report.exposure, annual_value=None, scenarios=(scenario,))
    sentences = text.verdict(replace(report, exposure=exposure))

    page = text.render(replace(report, exposure=exposure))

    assert "fois" not in page.partition("Constats")[0] + page.partition("laisse passer")[2]
    assert "--annual-value" in sentences[-1]


def test_verdict_without_a_loss():
    """Without a claim or a scenario the report says what the contract brings and how to price a loss."""
    report = claim_case()
    sentences = text.verdict(replace(report, exposure=replace(report.exposure, scenarios=())))

    assert [
        "Ce contrat rapporte 600,00\u00a0€\u00a0HT en un an.",
        "Aucune perte n’est chiffrée\u202f: donnez une réclamation connue ou redoutée avec --claim.",
    ] == sentences


def test_fix_that_changes_nothing_is_not_praised():
    """A suggestion that lowers nothing is not shown as a gain."""
    report = claim_case()
    scenario = replace(report.exposure.scenarios[0], payable_after_fix=Decimal("39746.41"))
    sentences = text.verdict(replace(report, exposure=replace(report.exposure, scenarios=(scenario,))))

    assert not [sentence for sentence in sentences if "rédactions" in sentence]


def test_gravest_finding_first():
    """Findings come by severity, whatever their order in the report."""
    severities = [finding.severity for finding in text.by_severity(claim_case().findings)]

    assert ["critical", "high", "low"] == severities


def test_near_misses_are_not_listed():
    """A clause under 0.5 and a clause with a finding are not among what is kept."""
    kept = text.render(claim_case()).partition("sans constat")[2].partition("laisse passer")[0]

    assert "Force majeure" in kept
    assert "penalties" not in kept
    assert "backup" not in kept


@pytest.mark.parametrize("width", [60, 80, 100])
@pytest.mark.parametrize("build", REPORTS.values())
def test_lines_fit(build, width):
    """No line is wider than the page, save one that holds a single long word."""
    lines = text.render(build(), width=width).splitlines()

    assert [] == [line for line in lines if len(line) > width and "https://" not in line]


def test_narrow_page_stacks_the_sums():
    """Where the table does not fit, each sum has its own line."""
    assert "Payable now       £4,500.00 1.00 times" in text.render(hosting(), width=60)


def test_notice_without_a_sentence_is_still_told():
    """A notice that has no sentence here is shown by its code rather than dropped."""
    report = unpriced()
    odd = replace(report, document=replace(report.document, notices=(Notice("rotated_page", (("page", "2"),)),)))

    assert ["rotated_page (page 2)"] == text.notices(odd)


def test_colours_change_no_word():
    """On a terminal the same lines are painted."""
    from rich.console import Console

    plain, coloured = io.StringIO(), io.StringIO()
    text.show(claim_case(), Console(file=plain, width=100, color_system=None))
    text.show(claim_case(), Console(file=coloured, width=100, force_terminal=True, color_system="standard"))

    assert text.render(claim_case()) == "\n".join(line.rstrip(" ") for line in plain.getvalue().split("\n"))
    assert "\x1b[1;31mCRITIQUE" in coloured.getvalue()


def test_square_brackets_are_not_markup():
    """A contract's brackets are printed as they are on a terminal too."""
    from rich.console import Console

    report = claim_case()
    bracketed = replace(report, document=replace(report.document, name="[bold]a[/bold].pdf"))
    printed = io.StringIO()
    text.show(bracketed, Console(file=printed, width=100, force_terminal=True))

    assert "[bold]a[/bold].pdf" in printed.getvalue()


def test_closing_words():
    """Every report says that it is no advice, that no lawyer checked it, and that its sums are no forecast."""
    closing = " ".join(text.render(hosting()).splitlines()[-4:])

    assert "This report is not legal advice and no lawyer has checked it." in closing
    assert "held liable for the whole loss; they are not a forecast" in closing


def test_accepted_findings_come_last():
    """A finding that a playbook accepts is counted apart, comes last, and shows the reason."""
    report = claim_case()
    cap = replace(report.findings[1], accepted="Négocié avec le client.")
    changed = replace(report, findings=(report.findings[0], cap, report.findings[2]))
    last = text.render(changed).partition("CRITIQUE")[2].partition("sans constat")[0]

    assert "2 constats (1 élevé, 1 faible), et 1 accepté" in text.grade(changed)
    assert "Accepté par votre playbook\u202f: Négocié avec le client." in last
    assert {"reason": "Négocié avec le client.", "until": None} == changed.to_dict()["findings"][1]["accepted"]


def test_several_files_as_one():
    """With several files each quote and notice names its own, and the JSON lists the documents and validates."""
    report = claim_case()
    order = replace(report.document, name="bon.txt", empty_pages=(), notices=(), page_starts=())
    clauses = tuple(replace(clause, file="bon.txt") for clause in report.clauses)
    joined = replace(report, clauses=clauses, documents=(order, report.document), sources={"annual_value": order})
    data, page = joined.to_dict(), text.render(joined)

    assert [] == list(Draft202012Validator(json.schema()).iter_errors(data))
    assert ["bon.txt", "sauvegarde.pdf"] == [each["name"] for each in data["documents"]]
    assert "bon.txt" == data["clauses"][0]["file"]
    assert "(bon.txt, art. 2)" in page
    assert "sauvegarde.pdf\u202f: Page 3\u202f: aucun texte lu" in page


def test_an_annex_is_named_once_beside_what_is_already_there() -> None:
    """However many of its articles speak of a topic, the list of what needs nothing gives the annex, not each article."""
    contract = (
        "CONTRAT\n\nEntre Alpha SAS (« le Prestataire ») et Béta SARL (« le Client »).\n\n"
        "1. Confidentialité\n1.1 Chaque partie garde secrètes les informations confidentielles de l'autre.\n\n"
        "2. Droit\n2.1 Le contrat est soumis au droit français.\n\nFait à Lyon, le 3 mars 2026\n\n"
        "Annexe 1 - Données\n\n1. Secret\nLe Prestataire garde confidentielles les informations du Client.\n\n"
        "2. Personnel\nLe personnel du Prestataire garde confidentielles les informations du Client.\n"
    )
    listed = next(
        line for line in text.kept(analyze(contract.encode(), name="contrat.md")) if "Confidentialité" in line
    )

    assert 1 == listed.count("annexe 1")
    assert "annexe 1, art." not in listed
