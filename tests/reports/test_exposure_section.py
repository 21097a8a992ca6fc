"""The part of the text report that speaks of money."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from analyzer import analyze
from analyzer.report import Report
from analyzer.reports import json, text

SAMPLES = Path(__file__).parents[2] / "samples"
TERMS = b"""Hosting agreement

1. The Provider hosts the Customer's server and website.
2. The price is EUR 500 per month, excluding VAT.
3. The Provider shall not be liable for loss of profit or loss of business.
4. The total aggregate liability of the Provider shall not exceed EUR 5,000. This limit does not apply to loss of data.
5. For downtime the Provider gives service credits, which shall not exceed 20% of the monthly fee and are without prejudice to any damages.
6. This agreement is governed by the law of England and Wales.
"""


@pytest.fixture(scope="module")
def terms() -> Report:
    return analyze(TERMS, name="terms.txt")


def _page(report: Report, *, explain: bool = False, width: int = 100) -> str:
    return " ".join(text.render(report, explain=explain, width=width).split())


def test_assumed_loss_is_called_so_in_the_headline(terms: Report) -> None:
    """Nobody can take an assumption for a forecast: the first words say it, and where to replace it."""
    headline, *others = text.verdict(terms)

    assert headline.startswith("By assumption, the heaviest loss")
    assert [sentence for sentence in others if "--profile" in sentence]


def test_claim_is_the_headline_and_no_assumption() -> None:
    """With a claim the scenarios stand below it."""
    report = analyze(TERMS, name="terms.txt", claim="9000")
    page = _page(report)

    assert text.verdict(report)[0].startswith("A claim of €9,000.00")
    assert not [sentence for sentence in text.verdict(report) if "assumption" in sentence]
    assert page.index("Claim €9,000.00") < page.index("Ransomware €20,136")


def test_assumptions_are_listed_with_their_sources(terms: Report) -> None:
    """Every default, what it may range over, and the page it was read in; none of them where the profile speaks."""
    page = _page(terms)

    assert "a day of an expert €1,500 (€1,500 to €2,000) [1]" in page
    assert "[1] https://courtagecyber.mytrustpartner.fr/blog/cout-cyberattaque-entreprise.html" in page
    assert "customer’s gross margin 40% (30% to 50%);" in page
    assert "Not quantified: reputation." in page


def test_path_names_the_clause_that_did_it(terms: Report) -> None:
    """Each change of a head with the clause and its section, in the order in which the loss meets them."""
    page = _page(terms, explain=True).partition("Ransomware: the path of every euro")[2]
    steps = [
        "Excluded by “Exclusion of indirect loss” (section 3): business interruption €3,636.",
        "Outside the cap under “Limitation of liability (cap)” (section 4): restoration €9,000.",
        "Cut by “Limitation of liability (cap)” (section 4): intervention €2,500.",
    ]

    assert sorted(page.index(step) for step in steps) == [page.index(step) for step in steps]


def test_path_is_shown_when_asked_for(terms: Report) -> None:
    """The plain report stays compact."""
    assert "the path of every euro" not in _page(terms)


def test_path_in_french() -> None:
    """The same in French, with its typography."""
    page = _page(analyze(TERMS, name="terms.txt", language="fr"), explain=True)

    assert "Rançongiciel : le chemin de chaque euro" in page
    assert "Exclu par « Exclusion des dommages indirects » (art. 3) : interruption d’activité 3 636 €." in page


@pytest.mark.parametrize("width", [60, 80, 100])
def test_explained_lines_fit(terms: Report, width: int) -> None:
    """No line is wider than the page, save an address."""
    for language in ("fr", "en"):
        lines = text.render(replace(terms, language=language), width=width, explain=True).splitlines()

        assert [] == [line for line in lines if len(line) > width and "://" not in line]


@pytest.mark.parametrize("name", ["600-euros-par-an.docx", "terms-online.md", "managed-services-agreement.docx"])
def test_report_with_paths_matches_the_schema(name: str) -> None:
    """Scenarios, paths, ranges and assumptions of whole samples validate."""
    data = analyze(SAMPLES / name, claim="39746.41").to_dict()

    assert [] == list(Draft202012Validator(json.schema()).iter_errors(data))
    assert all(scenario["path"] for scenario in data["exposure"]["scenarios"])
    assert {"low", "high"} == data["exposure"]["scenarios"][1]["range"].keys()
    named = {name for scenario in data["exposure"]["scenarios"] for name in scenario["assumed"]}
    assert named == {each["input"] for each in data["exposure"]["assumptions"]}


def test_defaults_in_another_currency_are_told(terms: Report) -> None:
    """Euro defaults under a contract in pounds are no exchange: the report says so, and only then."""
    pounds = analyze(TERMS.replace(b"EUR", b"GBP"), name="terms.txt")

    assert "orders of magnitude in EUR, taken as they stand in GBP" in _page(pounds)
    assert "orders of magnitude" not in _page(terms)


def test_ceiling_of_its_own_is_read_and_shown() -> None:
    """A higher ceiling for lost data stands beside the cap: 9 000 of restoration whole, the rest cut to 5 000."""
    sentence = b"This limit does not apply to loss of data."
    own = b"For any loss of data, the liability of the Provider shall not exceed EUR 20,000."
    report = analyze(TERMS.replace(sentence, own), name="terms.txt")
    ransomware = report.exposure.scenarios[0]

    assert 14000 == ransomware.payable_now
    assert "Under a ceiling of its own, beside the general cap" in _page(report, explain=True)
