"""In which currency a contract counts, and what the library's euros become there."""

from __future__ import annotations

from decimal import Decimal

import pytest

from analyzer import analyze
from analyzer.currencies import contract_currency, worth
from analyzer.document import Span
from analyzer.facts.values import Facts, Money
from analyzer.library import standard
from analyzer.report import Report
from analyzer.reports import text

CONTRACT = """Contrat d'hébergement

Entre la société Novatek (le « Prestataire ») et la société Lemoine (le « Client »).

1. Prix
Les prix sont exprimés en {money} hors taxes et figurent en annexe.

2. Services
Le Prestataire héberge les données du Client et les sauvegarde chaque jour.

3. Droit
Le contrat est soumis au droit {law}.
"""


def _report(money: str, law: str = "français", price: str = "") -> Report:
    return analyze((CONTRACT.format(money=money, law=law) + price).encode(), name="contrat.txt")


def test_currency_named_without_a_sum_is_the_contracts() -> None:
    """« en francs CFA (XAF) », and every price left to an annex."""
    report = _report("francs CFA (XAF)", "camerounais")

    assert "XAF" == report.exposure.currency


@pytest.mark.parametrize(("law", "code"), [("camerounais", "XAF"), ("gabonais", "XAF"), ("sénégalais", "XOF")])
def test_cfa_franc_is_that_of_the_contracts_country(law: str, code: str) -> None:
    """« 150 000 FCFA » are of Central Africa under the law of Cameroon, of West Africa otherwise."""
    report = _report("francs CFA", law, "\nLe prix est de 150 000 FCFA par mois.\n")

    assert report.facts.annual_value is not None
    assert (code, Decimal(1_800_000)) == (report.facts.annual_value.currency, report.facts.annual_value.amount)


def test_suggested_cap_keeps_its_sense_in_another_currency() -> None:
    """Ten thousand euros become six and a half million CFA francs, not ten thousand of them."""
    report = _report("francs CFA (XAF)", "camerounais")
    cap = next(finding.suggestion for finding in report.findings if finding.id == "liability_cap.missing")

    assert cap is not None
    assert "six millions cinq cent mille francs CFA (6\u202f500\u202f000\u00a0XAF)" in cap.text


def test_assumed_losses_are_counted_at_the_same_rate_and_it_is_said() -> None:
    """The defaults of a loss are euros: 650 CFA francs stand for each, and the report says that this is no exchange rate."""
    euros, francs = _report("euros"), _report("francs CFA (XAF)")

    for one, other in zip(euros.exposure.scenarios, francs.exposure.scenarios, strict=True):
        assert abs(one.loss * 650 - other.loss) <= 650
    assert "650 XAF pour 1 €" in " ".join(text.render(francs).split())
    assert "pour 1 €" not in " ".join(text.render(euros).split())


def test_sums_of_unknown_worth_do_not_make_the_currency() -> None:
    """A lone sum in a currency that [worth] does not know leaves the suggested sums in euros."""
    lei = Money(Span(0, 1), Decimal(100), "MDL", "unknown", False)

    assert "EUR" == contract_currency(Facts(money=(lei,)), "", standard().settings)


def test_house_without_rates_counts_one_for_one() -> None:
    """A library of one's own need not say what currencies are worth."""
    assert 1 == worth({}, "XAF")
    assert 1 == worth(standard().settings, None)
    assert 650 == worth(standard().settings, "XAF")


def test_derisory_is_measured_in_the_caps_own_currency() -> None:
    """50 000 CFA francs are 77 euros, and a derisory cap; ten million are none."""
    small, large = (
        _report("francs CFA", "français", f"\nLa responsabilité du Prestataire est limitée à {sum_} FCFA par an.\n")
        for sum_ in ("50 000", "10 000 000")
    )

    assert "liability_cap.derisory" in {finding.id for finding in small.findings}
    assert "liability_cap.derisory" not in {finding.id for finding in large.findings}
