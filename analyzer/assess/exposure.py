"""What the contract can cost: losses through the contract's terms, now, if the cap falls, and after the fix. Decimal only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from analyzer.assess.exposure_losses import Loss, customer_size, losses
from analyzer.assess.exposure_path import insured_part, payable, walk
from analyzer.assess.exposure_terms import ByTopic, Pricing, highest_cap, protecting, read_terms
from analyzer.facts.values import AnnualValue
from analyzer.profile import Insurance, Profile
from analyzer.report import Assumption, Bound, Clause, Exposure, HeadPath, Scenario
from analyzer.scenarios import ScenarioBook

__all__ = ["After", "Claim", "Stakes", "assess_exposure", "insured_part", "provider_cap"]

CENT = Decimal("0.01")
CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Claim:
    """A known or feared claim; `heads` split it where the profile does (their sum need not reach it: the rest is unallocated)."""

    amount: Decimal
    heads: Mapping[str, Decimal]

    @property
    def split(self) -> dict[str, Decimal]:
        rest = self.amount - sum(self.heads.values())
        return {**self.heads, **({"unallocated": rest} if rest > 0 or not self.heads else {})}


@dataclass(frozen=True, slots=True)
class Stakes:
    """What is at stake beside the clauses: kind of contract, yearly value, claim, what the user knows, the library's scenarios."""

    kind: str
    annual: AnnualValue | None
    currency: str
    claim: Claim | None = None
    profile: Profile = field(default_factory=Profile)
    book: ScenarioBook = field(default_factory=ScenarioBook)
    language: str = "en"

    @property
    def pricing(self) -> Pricing:
        return Pricing(self.book, self.annual, self.currency)


@dataclass(frozen=True, slots=True)
class _Case:
    """A loss to be taken through the contract; `heads` are its central figures."""

    id: str
    heads: Mapping[str, Decimal]
    loss: Loss | None = None


@dataclass(frozen=True, slots=True)
class After:
    """The found clauses by topic after the suggested wordings of the level chosen, and where a cap is suggested of every level."""

    chosen: ByTopic
    levels: Mapping[str, ByTopic] = field(default_factory=dict)


def assess_exposure(now: ByTopic, after: After | None, stakes: Stakes) -> Exposure:
    """The claim first where there is one, then the scenarios for this kind of contract.

    `now` are the found clauses by topic; `after` is None where nothing is suggested.
    """
    claims = [] if stakes.claim is None else [_Case(CLAIM, stakes.claim.split)]
    found = losses(stakes.book, stakes.kind, stakes.profile, stakes.language)
    cases = claims + [_Case(loss.scenario.id, loss.heads["central"], loss) for loss in found]
    assumed = any(loss.assumptions for loss in found)
    return Exposure(
        currency=stakes.currency,
        annual_value=stakes.annual.amount if stakes.annual else None,
        scenarios=tuple(_scenario(case, now, after, stakes) for case in cases),
        size=customer_size(stakes.book, stakes.profile) if assumed else "",
        assumed_currency=stakes.book.currency if assumed else "",
        assumed_rate=stakes.book.rate,
        provider_turnover=stakes.profile.provider.get("turnover") or None,
        on_claims=stakes.profile.insurance.limit is not None and stakes.profile.insurance.on_claims,
    )


def provider_cap(caps: Sequence[Clause], annual: AnnualValue | None, currency: str) -> Decimal | None:
    """The cap in money that protects the provider; None where there is none or it cannot be priced."""
    cap = highest_cap(protecting(caps), annual, currency)
    return cap.amount if cap else None


def _scenario(case: _Case, now: ByTopic, after: After | None, stakes: Stakes) -> Scenario:
    insurance = stakes.profile.insurance
    terms = read_terms(now, case.id, case.heads, stakes.pricing)
    path = walk(case.heads, terms, insurance)
    falls = walk(case.heads, terms.without_caps, Insurance())
    mended = () if after is None else _walk_after(case, after.chosen, stakes)
    payable_now, fixed = payable(path), None if after is None else payable(mended)
    insured = None if insurance.limit is None else sum((each.insured or Decimal(0) for each in path), Decimal(0))
    low, high = (_bound(case, level, now, stakes) for level in ("low", "high"))
    return Scenario(
        id=case.id,
        heads=case.heads,
        loss=sum(case.heads.values(), Decimal(0)),
        payable_now=payable_now,
        payable_if_cap_falls=payable(falls),
        payable_after_fix=fixed,
        multiple_now=_multiple(payable_now, stakes.annual),
        multiple_after_fix=None if fixed is None else _multiple(fixed, stakes.annual),
        insured=insured,
        uninsured=None if insured is None else payable_now - insured,
        title=case.loss.scenario.title[stakes.language] if case.loss else "",
        account=case.loss.scenario.account[stakes.language] if case.loss else "",
        low=low,
        high=high,
        payable_by_level={
            level: payable(_walk_after(case, clauses, stakes))
            for level, clauses in (after.levels if after else {}).items()
        },
        path=path,
        assumptions=_assumptions(case),
        not_quantified=_not_quantified(case, stakes),
        path_if_cap_falls=falls,
        path_after_fix=mended,
    )


def _assumptions(case: _Case) -> tuple[Assumption, ...]:
    return case.loss.assumptions if case.loss else ()


def _not_quantified(case: _Case, stakes: Stakes) -> tuple[str, ...]:
    """What no figure is given for; of a claim nothing is said, since its figure is the customer's."""
    return tuple(name[stakes.language] for name in stakes.book.not_quantified.values()) if case.loss else ()


def _walk_after(case: _Case, mended: ByTopic, stakes: Stakes) -> tuple[HeadPath, ...]:
    """The same loss with the suggested wordings in the contract, read by the same rules."""
    return walk(case.heads, read_terms(mended, case.id, case.heads, stakes.pricing), Insurance())


def _bound(case: _Case, level: str, now: ByTopic, stakes: Stakes) -> Bound | None:
    """The low or high end of an assumed loss."""
    if case.loss is None:
        return None
    heads = case.loss.heads[level]  # type: ignore[index]
    terms = read_terms(now, case.id, heads, stakes.pricing)
    return Bound(sum(heads.values(), Decimal(0)), payable(walk(heads, terms, Insurance())))


def _multiple(amount: Decimal, annual: AnnualValue | None) -> Decimal | None:
    return (amount / annual.amount).quantize(CENT, ROUND_HALF_UP) if annual and annual.amount else None
