"""What a suggested replacement strikes, and that the report shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.library import standard
from analyzer.pipeline import Settings, judge, read_clauses
from analyzer.readers import read
from analyzer.redline.plan import plan
from analyzer.report import Finding, Report

ROOT = Path(__file__).parents[1]
SAMPLES = sorted(
    each
    for each in (ROOT / "samples").iterdir()
    if each.suffix in {".docx", ".pdf", ".txt", ".md"} and each.stem != "README"
)
CONTRACTS = {
    language: sorted((ROOT / "benchmarks/contracts" / language / "docs").iterdir()) for language in ("fr", "en")
}
OPENING = """SUPPORT AGREEMENT

Between Alder Ltd (the "Supplier") and Birch Ltd (the "Customer").

1. Service
1.1 The Supplier maintains the Customer's servers. The Customer pays GBP 2,000 a month.

2. Promises
"""
ROOMS = "in the rooms, corridors, cellars, lifts, yards and other places of work of the Customer in any town or country"
CLOSING = "\n3. Law\n3.1 This agreement is governed by the law of England.\n"


def _report(data: bytes, name: str) -> Report:
    return judge(read_clauses(read(data, name=name), standard()), standard(), Settings(), "")


def _promising(text: str) -> Report:
    return _report(f"{OPENING}{text}{CLOSING}".encode(), "contract.txt")


def _finding(report: Report, identifier: str) -> Finding:
    return next(each for each in report.findings if each.id == identifier)


def _struck(report: Report, identifier: str) -> list[str]:
    """The passages that the mend of a finding strikes."""
    suggestion = _finding(report, identifier).suggestion
    assert suggestion is not None
    return [each.quote for each in (suggestion.replaces, *suggestion.also_replaces) if each is not None]


def _unquoted(report: Report) -> list[tuple[str, str]]:
    """What the changes of a contract strike although no finding that they mend quotes it."""
    return [
        (change.findings[0].id, struck.quote)
        for change in plan(report.findings)
        for struck in change.strikes
        if not any(each.span.contains(struck.span) for finding in change.findings for each in finding.evidence)
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_passage_struck_in_a_sample_is_quoted(path: Path) -> None:
    """The redline strikes nothing that the report does not show."""
    assert [] == _unquoted(_report(path.read_bytes(), path.name))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_passage_struck_in_our_contracts_is_quoted(language: str) -> None:
    """So it is in every contract of the benchmarks."""
    reports = {path.name: _report(path.read_bytes(), path.name) for path in CONTRACTS[language]}

    assert {} == {name: found for name, report in reports.items() if (found := _unquoted(report))}
    assert any(
        finding.suggestion and finding.suggestion.replaces for each in reports.values() for finding in each.findings
    )


@pytest.mark.parametrize(
    "promise",
    [
        "2.1 The Supplier shall answer every call within thirty minutes, Monday to Friday from 8 am to 6 pm.\n",
        "2.1 The Supplier guarantees 99.9% availability of the servers in each month.\n",
        "2.1 The Supplier warrants that the software will conform to its documentation.\n",
        "2.1 Should the Supplier not achieve the agreed service levels, a credit of 5% of the monthly fee is paid.\n",
    ],
)
def test_what_is_sold_is_not_struck(promise: str) -> None:
    """A service, its figures and its credits stay: the wording that prevails is added, and the finding is gone."""
    report = _promising(promise + "2.2 The Supplier guarantees that every fault is repaired within eight hours.\n")
    suggestion = _finding(report, "obligation_of_result.assumed").suggestion

    assert suggestion is not None
    assert [] == _struck(report, "obligation_of_result.assumed")
    assert "insert" == _finding(report, "obligation_of_result.assumed").mend
    text = report.document.text
    assert suggestion.after is not None
    mended = _report(
        f"{text[: suggestion.after]}\n{suggestion.text}\n{text[suggestion.after :]}".encode(), "contract.txt"
    )
    assert "obligation_of_result.assumed" not in {each.id for each in mended.findings}


def test_a_result_called_so_is_struck() -> None:
    """Beside it the level that is sold stays; the one passage struck is quoted first."""
    report = _promising(
        "2.1 The Supplier guarantees 99.9% availability of the servers in each month.\n"
        "2.2 The Supplier owes an obligation of result.\n"
    )
    named = ["2.2 The Supplier owes an obligation of result."]

    assert named == [each[-len(named[0]) :] for each in _struck(report, "obligation_of_result.assumed")]
    assert named[0] in _finding(report, "obligation_of_result.assumed").evidence[0].quote


def test_the_opening_of_a_list_goes_with_its_list() -> None:
    """No item is left behind without the words that it hangs on."""
    report = _promising(
        "2.1 The Supplier must indemnify and hold harmless the Customer from any and all damages arising from any of the following:\n\n"
        + "".join(f"({mark}) the presence of its people {ROOMS};\n\n" for mark in "abcdefghij")
        + "Support Agreement\n\n(k) any other event.\n\n2.2 Each party keeps its own copies.\n"
    )
    struck = _struck(report, "provider_indemnity.beyond_fault")

    assert ["(k) any other event."] == [each[-20:] for each in struck]


def test_all_that_is_struck_is_quoted_however_much() -> None:
    """Seven refusals are seven quotes."""
    kinds = ("payroll", "sales", "stock", "archived", "test", "mail", "product")
    lines = [
        f"2.{number} The Supplier accepts no liability for loss of {kind} data.\n\nThe Customer pays room {number} each month.\n"
        for number, kind in enumerate(kinds, 1)
    ]
    report = _promising("".join(lines) + "2.8 The Supplier backs up the Customer's data every night.\n")
    struck = _struck(report, "data_loss_exclusion.conflict")

    assert 7 == len(struck)
    assert struck == [each.quote for each in _finding(report, "data_loss_exclusion.conflict").evidence[:7]]


def test_a_cap_that_is_raised_says_so() -> None:
    """The suggestion tells the sum that it takes the place of."""
    report = _promising(
        "2.1 The Supplier's total liability is limited to the fees paid in the three months before the event.\n"
    )
    suggestion = next(
        each.suggestion for each in report.findings if each.id.startswith("liability_cap.") and each.mend == "replace"
    )

    assert suggestion is not None
    assert "6000.00" == suggestion.parameters["raises_from"]
