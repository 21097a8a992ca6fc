"""A contract under a law that the library does not cover: what is shown for comparison, and in which currency sums are suggested."""

from __future__ import annotations

import pytest

from analyzer import analyze
from analyzer.report import Report
from analyzer.reports.text import notices, render

TERMS = """Hosting agreement between Banyan Ltd (the "Provider") and Cedar Ltd (the "Customer").

1. Services. The Provider hosts the Customer's applications on its servers.

2. Liability. The Provider's liability shall not exceed the fees paid in the six months before the claim.

3. Law. This agreement is governed by the laws of {law}.
{more}"""


def _report(law: str, more: str = "") -> Report:
    return analyze(TERMS.format(law=law, more=more).encode(), name="terms.txt")


def test_references_of_other_laws_are_marked_as_a_comparison() -> None:
    """No reference of the library is of Indian law: each one that is shown says that it is another law's."""
    report = _report("India")
    shown = [law for finding in report.findings for law in finding.legal_basis]

    assert {True} == {law.compared for law in shown if "Code civil" in law.ref}
    assert "(not of the contract’s law, for comparison) Code civil" in " ".join(render(report).split())


def test_references_of_the_contracts_law_are_no_comparison() -> None:
    """Under English law the English references stand alone."""
    shown = [law for finding in _report("England and Wales").findings for law in finding.legal_basis]

    assert not any(law.compared for law in shown)
    assert not any("Code civil" in law.ref for law in shown)


@pytest.mark.parametrize(
    ("law", "more", "currency"),
    [
        ("England and Wales", "", "GBP"),
        ("Australia", "", "AUD"),
        ("India", "", "EUR"),
        ("India", "\n4. Travel. Travel costs above USD 900 need consent.", "USD"),
        ("England and Wales", "\n4. Fees. The annual fee is CHF 4,000 per year.", "CHF"),
    ],
)
def test_currency_of_suggested_sums(law: str, more: str, currency: str) -> None:
    """That of the price, else of the contract's other sums, else of its law, else euros."""
    assert currency == _report(law, more).exposure.currency


def test_euros_that_nothing_in_the_contract_names_are_told() -> None:
    """Under a law that is not covered, sums in a currency that the contract never names are to be converted."""
    told = (
        "Neither the price nor any sum of the contract gives its currency: suggested sums are in EUR, to be converted."
    )

    assert told in notices(_report("India"))
    assert told not in notices(_report("India", "\n4. Deposit. The deposit is EUR 900."))


SILENT = TERMS.replace("3. Law. This agreement is governed by the laws of {law}.\n", "")


def test_references_say_which_law_they_suppose_where_none_is_chosen() -> None:
    """In English, without a choice of law, an article of the French code counts if French law governs."""
    report = analyze(SILENT.format(more="").encode(), name="terms.txt")
    shown = [law for finding in report.findings for law in finding.legal_basis]

    assert {("FR",)} == {law.supposes for law in shown if "Code civil" in law.ref}
    assert "(if French law governs) Code civil" in " ".join(render(report).split())


def test_a_contract_in_french_is_read_by_french_law_where_it_chooses_none() -> None:
    """References of other laws are left out, and none says what it supposes."""
    silent = "Contrat d'hébergement\n\n1. Responsabilité. Le Prestataire ne répond d'aucun dommage causé au Client.\n"
    shown = [law for finding in analyze(silent.encode(), name="c.txt").findings for law in finding.legal_basis]

    assert any("Code civil" in law.ref for law in shown)
    assert not any(law.supposes or "UK GDPR" in law.ref for law in shown)


@pytest.mark.parametrize(("law", "severity"), [("France", "high"), ("", "medium")])
def test_what_french_law_alone_says_weighs_less_where_it_may_not_govern(law: str, severity: str) -> None:
    """A very low cap is a high finding under French law, a medium one in an English contract without a choice of law."""
    chosen = f"3. Law. This agreement is governed by the laws of {law}." if law else ""
    more = f"2. Limit. The Provider's total liability shall not exceed EUR 100.\n{chosen}"
    text = SILENT.replace(
        "2. Liability. The Provider's liability shall not exceed the fees paid in the six months before the claim.", ""
    )
    report = analyze(text.format(more=more).encode(), name="terms.txt")

    assert [severity] == [finding.severity for finding in report.findings if finding.id == "liability_cap.derisory"]


def test_the_law_is_that_of_its_clause_where_no_plain_choice_is_read() -> None:
    """« Ces conditions suivent le droit belge » chooses a law in words that are read in its clause alone."""
    text = "Hébergement\n\n1. Objet. Nous hébergeons vos sites.\n\n2. Ces conditions suivent le droit belge.\n"
    report = analyze(text.encode(), name="c.txt")

    assert report.facts.governing_law is not None
    assert "BE" == report.facts.governing_law.code
    assert "droit belge" in report.document.slice(report.facts.governing_law.span)
