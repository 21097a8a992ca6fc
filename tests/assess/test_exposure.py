"""What a cap in the contract's terms comes to, and what of a claim goes through it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.assess.exposure import Claim, assess_exposure, insured_part
from analyzer.assess.measures import cap_in_money
from analyzer.document import Span
from analyzer.facts.values import AnnualValue
from analyzer.profile import Insurance
from analyzer.report import Clause, Scenario

YEAR = AnnualValue(Decimal("600.00"), "EUR", "excluded", Decimal("50.00"), "month", None)
CAPS = [
    ({"basis": "fees_paid", "months": 12, "multiple": 1.0}, "600.00"),
    ({"basis": "fees_paid", "months": 6, "multiple": 1.0}, "300.00"),
    ({"basis": "fees_paid", "months": None, "multiple": 0.5}, "300.00"),
    ({"basis": "multiple", "months": 12, "multiple": 2.0}, "1200.00"),
    ({"basis": "fixed_amount", "amount": "15000"}, "15000"),
    ({"basis": "greater_of", "amount": "10000", "months": 12, "multiple": 1.0}, "10000"),
    ({"basis": "lesser_of", "amount": "10000", "months": 12, "multiple": 1.0}, "600.00"),
    ({"basis": "other"}, None),
]


@pytest.mark.parametrize(("attributes", "expected"), CAPS)
def test_cap_in_money(attributes: dict[str, Any], expected: str | None) -> None:
    """Fees of a window are that part of the year; greater and lesser of are taken; what hangs on the unknown is None."""
    found = cap_in_money(attributes, YEAR)

    assert (Decimal(expected) if expected else None) == found


def test_cap_in_fees_is_unknown_without_a_price() -> None:
    """Nothing is invented for a contract that does not say its price."""
    assert cap_in_money({"basis": "fees_paid", "months": 12}, None) is None


def _cap(amount: Decimal, beneficiary: str = "provider") -> Clause:
    attributes = {"basis": "fixed_amount", "amount": str(amount), "currency": "EUR", "beneficiary": beneficiary}
    return Clause("liability_cap", Span(0, 1), "x", None, None, None, 1.0, (), attributes)


def _scenario(claim: Decimal, caps: list[Clause], insurance: Insurance | None = None) -> Scenario:
    exposure = assess_exposure(caps, YEAR, Claim(claim, {}), Decimal(10000), "EUR", insurance or Insurance())
    return exposure.scenarios[0]


def test_claim_case_is_66_24_times_the_yearly_price() -> None:
    """39 746.41 / 600 = 66.24; after the fix 10 000 / 600 = 16.67."""
    scenario = _scenario(Decimal("39746.41"), [])

    assert Decimal("66.24") == scenario.multiple_now
    assert Decimal("16.67") == scenario.multiple_after_fix


def test_cap_for_the_customer_alone_protects_nobody_here() -> None:
    """The provider still owes the whole claim."""
    assert Decimal(40000) == _scenario(Decimal(40000), [_cap(Decimal(100), "customer")]).payable_now


SUMS = st.decimals(min_value=0, max_value=10**7, places=2)


@given(SUMS, SUMS)
def test_adding_a_cap_never_raises_what_is_payable(claim: Decimal, cap: Decimal) -> None:
    """A cap can only lower; without it, or if it falls, the whole claim is payable."""
    scenario = _scenario(claim, [_cap(cap)])

    assert scenario.payable_now <= _scenario(claim, []).payable_now == scenario.payable_if_cap_falls == claim


@given(SUMS, SUMS, st.decimals(min_value=0, max_value=50000, places=2))
def test_insured_and_uninsured_are_the_whole(claim: Decimal, limit: Decimal, deductible: Decimal) -> None:
    """The policy pays at most its limit less the deductible; the rest is the provider's own."""
    insurance = Insurance(limit_per_claim=limit, deductible=deductible)
    scenario = _scenario(claim, [], insurance)

    assert scenario.insured is not None
    assert scenario.uninsured is not None
    assert scenario.payable_now == scenario.insured + scenario.uninsured
    assert 0 <= scenario.insured <= limit


def test_nothing_is_insured_on_unknown_insurance() -> None:
    """Without insurance facts both parts are unknown."""
    assert insured_part(Decimal(100), Insurance()) is None
