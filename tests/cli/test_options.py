from __future__ import annotations

from decimal import Decimal

import pytest

from analyzer.cli.options import choose, one_currency, parse_currency, parse_ids, system_language
from analyzer.errors import SettingsProblem
from analyzer.facts.options import Sum


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
