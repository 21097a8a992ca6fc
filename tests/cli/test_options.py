from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.cli.options import Sum, choose, one_currency, parse_currency, parse_ids, parse_sum, system_language
from analyzer.errors import SettingsProblem
from analyzer.reports.format import money


@pytest.mark.parametrize(
    ("expected", "currency", "written"),
    [
        ("39746.41", None, "39746.41"),
        ("39746.41", None, "39 746,41"),
        ("39746.41", "EUR", "39746,41 EUR"),
        ("39746.41", "EUR", "39\u202f746,41\u00a0€"),
        ("39746.41", "EUR", "€39,746.41"),
        ("39746.41", "GBP", "gbp 39,746.41"),
        ("39746.41", "CHF", "39'746.41 CHF"),
        ("1500", None, "1,500"),
        ("1500", None, "1.500"),
        ("1500000.50", None, "1.500.000,50"),
        ("600", "USD", "$600"),
        ("600.5", None, "600.5"),
    ],
)
def test_sums_as_people_write_them(expected, currency, written):
    """French, English and Swiss notation, with the currency before or after."""
    assert Sum(Decimal(expected), currency) == parse_sum(written, "--claim", "en")


@pytest.mark.parametrize(
    "written", ["abc", "", "-5", "12,34,56", "1 2 3", "5 EUR EUR", "€5€", "1e5", "39746.415", "٣", "5 euros", "NaN"]
)
def test_what_is_no_sum(written):
    """Anything else is refused with the option's name and an example."""
    with pytest.raises(SettingsProblem, match=r"^--claim: “.*” is not a sum\. Write for example"):
        parse_sum(written, "--claim", "en")


def test_zero_is_no_claim():
    """A sum of nothing is refused."""
    with pytest.raises(SettingsProblem, match="la somme doit être supérieure à zéro"):
        parse_sum("0,00", "--claim", "fr")


@given(st.decimals(min_value="0.01", max_value=10**12, places=2), st.sampled_from(["fr", "en"]))
def test_written_sums_are_read_back(amount, language):
    """What the report prints can be given as an option."""
    assert Sum(amount, "EUR") == parse_sum(money(amount, "EUR", language), "--claim", language)


def test_hostile_sum_is_refused_at_once():
    """A megabyte of digits and blanks is refused, not pondered."""
    with pytest.raises(SettingsProblem):
        parse_sum("1 " * 500_000, "--claim", "en")


def test_currency():
    """A code in small letters is taken, anything else refused with an example."""
    assert "CHF" == parse_currency("chf", "en")
    with pytest.raises(SettingsProblem, match="for example EUR"):
        parse_currency("euros", "en")


def test_one_currency():
    """The currency written beside a sum serves all of them; two that differ are refused."""
    euros, pounds = Sum(Decimal(1), "EUR"), Sum(Decimal(1), "GBP")

    assert "EUR" == one_currency(None, {"--annual-value": None, "--claim": euros}, "en")
    with pytest.raises(SettingsProblem, match="--claim: the currency GBP does not agree with --currency EUR"):
        one_currency(None, {"--annual-value": euros, "--claim": pounds}, "en")


def test_choice_offers_the_nearest():
    """A mistyped word is answered with the choices and the nearest of them."""
    with pytest.raises(SettingsProblem, match=r"low, medium, high, critical\. Did you mean “critical”"):
        choose("critcal", ("low", "medium", "high", "critical"), "--fail-on", "en")


def test_ids():
    """Ids come separated by commas or in several options; an unknown one is refused with the nearest."""
    known = ("liability_cap", "liability_cap.missing")

    assert ("liability_cap", "liability_cap.missing") == parse_ids(
        ["liability_cap, ", "liability_cap.missing"], known, "--select", "en"
    )
    with pytest.raises(SettingsProblem, match=r"“cap\.missing”\. Did you mean “liability_cap\.missing”"):
        parse_ids(["cap.missing"], known, "--select", "en")
    with pytest.raises(SettingsProblem, match="gardefou clauses list"):
        parse_ids(["zzz"], known, "--select", "en")


@pytest.mark.parametrize(
    ("expected", "everything", "lang"),
    [("fr", "fr_FR.UTF-8", "en_GB"), ("en", "C", "fr_FR"), ("fr", "", "fr_CA"), ("en", "", "de_DE")],
)
def test_system_language(expected, everything, lang, monkeypatch):
    """LC_ALL goes before LANG; every language but French is answered in English."""
    monkeypatch.setenv("LC_ALL", everything)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", lang)

    assert expected == system_language()
