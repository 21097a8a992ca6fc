from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import SettingsProblem
from analyzer.facts.options import Sum, parse_annual_value, parse_sum
from analyzer.reports.format import money
from analyzer.reports.messages import problem_sentence


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
    assert Sum(Decimal(expected), currency) == parse_sum(written, "--claim")


@pytest.mark.parametrize(
    "written", ["abc", "", "-5", "12,34,56", "1 2 3", "5 EUR EUR", "€5€", "1e5", "39746.415", "٣", "5 euros", "NaN"]
)
def test_what_is_no_sum(written):
    """Anything else is refused with the option's name and an example."""
    with pytest.raises(SettingsProblem, match=r"^--claim: “.*” is not a sum\. Write for example"):
        parse_sum(written, "--claim")


def test_zero_is_no_claim():
    """A sum of nothing is refused."""
    with pytest.raises(SettingsProblem, match=r"^--claim: the sum must be above zero"):
        parse_sum("0,00", "--claim")


@given(st.decimals(min_value="0.01", max_value=10**12, places=2), st.sampled_from(["fr", "en"]))
def test_written_sums_are_read_back(amount, language):
    """What the report prints can be given as an option."""
    assert Sum(amount, "EUR") == parse_sum(money(amount, "EUR", language), "--claim")


def test_hostile_sum_is_refused_at_once():
    """A megabyte of digits and blanks is refused, not pondered."""
    with pytest.raises(SettingsProblem):
        parse_sum("1 " * 500_000, "--claim")


def test_refusals_are_said_in_french():
    """The command tells in its user's language what the engine tells in English."""
    with pytest.raises(SettingsProblem) as caught:
        parse_sum("six", "--claim")

    assert problem_sentence(caught.value, "fr").startswith("--claim\u202f: «\u00a0six\u00a0» n’est pas une somme.")


def test_annual_value():
    """A yearly value keeps its currency; euros where none is written."""
    assert [("EUR", "option"), ("USD", "option")] == [
        (value.currency, value.source)
        for value in (parse_annual_value(text, "annual_value") for text in ("600", "600 USD"))
    ]
