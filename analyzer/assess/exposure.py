"""What the contract can cost: a loss through the contract's cap, now, if the cap falls, and after the fix. Decimal only."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from analyzer.assess.measures import cap_in_money
from analyzer.facts.values import AnnualValue
from analyzer.report import Clause, Exposure, Scenario

CENT = Decimal("0.01")


def assess_exposure(
    caps: Sequence[Clause], annual: AnnualValue | None, claim: Decimal | None, cap_after_fix: Decimal | None, default_currency: str
) -> Exposure:
    """The exposure to a known or feared claim; without one there is no scenario yet.

    `caps` are the found caps; those for the customer alone protect nobody here. `cap_after_fix` is the cap of the suggested wording, None where none is suggested.
    """
    currency = annual.currency if annual else default_currency
    value = annual.amount if annual else None
    scenarios = () if claim is None else (_claim(claim, provider_cap(caps, annual, currency), value, cap_after_fix),)
    return Exposure(currency, value, scenarios)


def provider_cap(caps: Sequence[Clause], annual: AnnualValue | None, currency: str) -> Decimal | None:
    """The cap in money that protects the provider: the highest where several stand (the pessimistic reading)."""
    sums = [
        amount
        for clause in caps
        if clause.attributes.get("beneficiary") != "customer"
        and clause.attributes.get("currency") in (None, currency)
        and (amount := cap_in_money(clause.attributes, annual)) is not None
    ]
    return max(sums, default=None)


def _claim(claim: Decimal, cap: Decimal | None, value: Decimal | None, cap_after_fix: Decimal | None) -> Scenario:
    now = claim if cap is None else min(claim, cap)
    after = None if cap_after_fix is None else min(claim, cap_after_fix)
    return Scenario(
        id="claim",
        heads={"unallocated": claim},
        loss=claim,
        payable_now=now,
        payable_if_cap_falls=claim,
        payable_after_fix=after,
        multiple_now=_multiple(now, value),
        multiple_after_fix=None if after is None else _multiple(after, value),
        insured=None,
        uninsured=None,
    )


def _multiple(amount: Decimal, value: Decimal | None) -> Decimal | None:
    return (amount / value).quantize(CENT, ROUND_HALF_UP) if value else None
