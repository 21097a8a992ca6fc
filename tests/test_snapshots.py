"""The whole report of every sample, byte for byte: a reviewer sees what a rule changes as a difference.

UPDATE_SNAPSHOTS=1 writes tests/snapshots again. The library's digest changes with every rule and is left out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from analyzer import analyze, analyze_together
from analyzer.report import Report
from analyzer.reports import json as json_report
from analyzer.reports import text as text_report

SAMPLES = Path(__file__).parents[1] / "samples"
SNAPSHOTS = Path(__file__).parent / "snapshots"
NAMES = sorted(
    path.name for path in SAMPLES.iterdir() if path.suffix in {".docx", ".pdf", ".txt", ".md"} and path.stem != "README"
)
FORMS: dict[str, Callable[[Report], str]] = {
    "txt": text_report.render,
    "json": lambda report: json.dumps(report.to_dict(), ensure_ascii=False, indent=1) + "\n",
}


def _report(name: str, language: str | None = None) -> Report:
    report = analyze(SAMPLES / name, claim="39746.41", language=language)
    document = replace(report.document, path=f"samples/{name}")
    return replace(report, library_digest="0" * 64, document=document)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_report_of_a_sample(name: str, form: str) -> None:
    """The same contract gives the same report until somebody means to change it."""
    written = FORMS[form](_report(name))
    path = SNAPSHOTS / f"{name}.{form}"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(written, encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == written


def test_report_of_two_files_that_are_one_contract() -> None:
    """An order form and the terms that it refers to: facts, clauses and places for wording name their file."""
    report = analyze_together(
        [SAMPLES / "bon-de-commande.docx", SAMPLES / "conditions-generales.txt"], claim="39746.41"
    )
    written = text_report.render(replace(report, library_digest="0" * 64))
    path = SNAPSHOTS / "bon-de-commande.docx+conditions-generales.txt.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(written, encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == written


def test_report_of_the_claim_case_in_english() -> None:
    """A French contract's report may be read in English; the wording stays in the contract's language."""
    written = text_report.render(_report("600-euros-par-an.docx", "en"))
    path = SNAPSHOTS / "600-euros-par-an.docx.en.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(written, encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("name", NAMES)
def test_json_of_a_sample_is_as_the_schema_says(name: str) -> None:
    """Every report validates against the schema that ships with the package."""
    faults = Draft202012Validator(json_report.schema()).iter_errors(_report(name).to_dict())

    assert [] == [fault.message for fault in faults]


@pytest.mark.parametrize("name", NAMES)
def test_quotes_of_a_sample_are_its_own_words(name: str) -> None:
    """Every clause and every quote is exactly the text at its offsets."""
    report = _report(name)
    evidence = [(each.span, each.quote) for finding in report.findings for each in finding.evidence]
    spans = [*((clause.span, clause.text) for clause in report.clauses), *evidence]

    assert spans
    assert all(report.document.slice(span) == text for span, text in spans)
