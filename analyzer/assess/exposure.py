"""What the contract can cost: a loss through the contract's cap, now, if the cap falls, and after the fix. Decimal only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from analyzer.assess.measures import cap_in_money
from analyzer.facts.values import AnnualValue
from analyzer.profile import Insurance
from analyzer.report import Clause, Exposure, Scenario

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Claim:
    """A known or feared claim; `heads` split it where the profile does (their sum need not reach it: the rest is unallocated)."""

    amount: Decimal
    heads: Mapping[str, Decimal]

    @property
    def split(self) -> dict[str, Decimal]:
        rest = self.amount - sum(self.heads.values())
        return {**self.heads, **({"unallocated": rest} if rest > 0 or not self.heads else {})}


def assess_exposure(
    caps: Sequence[Clause],
    annual: AnnualValue | None,
    claim: Claim | None,
    cap_after_fix: Decimal | None,
    default_currency: str,
    insurance: Insurance,
) -> Exposure:
    """The exposure to a known or feared claim; without one there is no scenario yet.

    `caps` are the found caps; those for the customer alone protect nobody here. `cap_after_fix` is that of the suggested wording, None
    where none is suggested.
    """
    currency = annual.currency if annual else default_currency
    value = annual.amount if annual else None
    if claim is None:
        return Exposure(currency, value, ())
    cap = provider_cap(caps, annual, currency)
    return Exposure(currency, value, (_scenario(claim, cap, value, cap_after_fix, insurance),))


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


def _scenario(
    claim: Claim, cap: Decimal | None, value: Decimal | None, cap_after_fix: Decimal | None, insurance: Insurance
) -> Scenario:
    loss = claim.amount
    now = loss if cap is None else min(loss, cap)
    after = None if cap_after_fix is None else min(loss, cap_after_fix)
    insured = insured_part(now, insurance)
    return Scenario(
        id="claim",
        heads=claim.split,
        loss=loss,
        payable_now=now,
        payable_if_cap_falls=loss,
        payable_after_fix=after,
        multiple_now=_multiple(now, value),
        multiple_after_fix=None if after is None else _multiple(after, value),
        insured=insured,
        uninsured=None if insured is None else now - insured,
    )


def insured_part(payable: Decimal, insurance: Insurance) -> Decimal | None:
    """What the policy pays of a sum: above the deductible, up to the limit; None without insurance facts."""
    if insurance.limit is None:
        return None
    return max(Decimal(0), min(payable, insurance.limit) - insurance.deductible)


def _multiple(amount: Decimal, value: Decimal | None) -> Decimal | None:
    return (amount / value).quantize(CENT, ROUND_HALF_UP) if value else None
