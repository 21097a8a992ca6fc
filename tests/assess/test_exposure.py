"""What a cap in the contract's terms comes to, and what of a claim or of a loss goes through the contract's terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.assess.exposure import After, Claim, Stakes, assess_exposure, insured_part
from analyzer.assess.exposure_path import payable, shares, walk
from analyzer.assess.exposure_terms import Owed, SubCap, Terms
from analyzer.assess.measures import cap_in_money
from analyzer.document import Span
from analyzer.facts.values import AnnualValue
from analyzer.library import standard
from analyzer.profile import EXCLUSIONS, Insurance, Profile
from analyzer.report import Clause, Scenario
from analyzer.scenarios import HEADS

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


def _clause(topic: str, place: int = 0, **attributes: Any) -> Clause:
    return Clause(topic, Span(place, place + 1), "x", None, "9.1", None, 1.0, (), attributes)


def _cap(amount: Decimal | int, beneficiary: str = "provider", **attributes: Any) -> Clause:
    said = {"basis": "fixed_amount", "amount": str(amount), "currency": "EUR", "beneficiary": beneficiary}
    return _clause("liability_cap", **{**said, **attributes})


def _scenario(
    *clauses: Clause,
    claim: Decimal | None = None,
    heads: dict[str, Decimal] | None = None,
    insurance: Insurance | None = None,
    mended: Sequence[Clause] | None = None,
    scenario: str = "claim",
) -> Scenario:
    """The claim, or a scenario of the library, under a contract with these clauses."""
    stakes = Stakes(
        kind="hosting",
        annual=YEAR,
        currency="EUR",
        claim=None if claim is None else Claim(claim, heads or {}),
        profile=Profile(insurance=insurance or Insurance()),
        book=standard().scenarios,
    )
    now, after = _by_topic(clauses), None if mended is None else After(_by_topic(mended))
    found = {each.id: each for each in assess_exposure(now, after, stakes).scenarios}
    return found[scenario]


def _by_topic(clauses: Sequence[Clause]) -> dict[str, list[Clause]]:
    return {topic: [each for each in clauses if each.topic == topic] for topic in {each.topic for each in clauses}}


def test_claim_case_is_66_24_times_the_yearly_price() -> None:
    """39 746.41 / 600 = 66.24; after the fix 10 000 / 600 = 16.67."""
    scenario = _scenario(claim=Decimal("39746.41"), mended=[_cap(10000)])

    assert Decimal("66.24") == scenario.multiple_now
    assert Decimal("16.67") == scenario.multiple_after_fix


def test_cap_for_the_customer_alone_protects_nobody_here() -> None:
    """The provider still owes the whole claim."""
    assert Decimal(40000) == _scenario(_cap(100, "customer"), claim=Decimal(40000)).payable_now


def test_head_exclusions_do_not_touch_what_nobody_split() -> None:
    """Of a claim of 900, 400 of them interruption, the exclusion of lost business takes the 400 and nothing else."""
    exclusion = _clause("indirect_damages_exclusion", heads=["business"])
    scenario = _scenario(exclusion, claim=Decimal(900), heads={"interruption": Decimal(400)})

    assert (Decimal(500), Decimal(500)) == (scenario.payable_now, scenario.payable_if_cap_falls)
    assert ["excluded"] == [step.effect for path in scenario.path for step in path.steps]


@pytest.mark.parametrize(
    ("clause", "head"),
    [
        (_clause("indirect_damages_exclusion", heads=["data"]), "restoration"),
        (_clause("data_loss_exclusion", absolute=True, restoration_owed=None), "restoration"),
        (_clause("liability_exclusion", of=["data"]), "restoration"),
    ],
)
def test_exclusion_reaches_its_head(clause: Clause, head: str) -> None:
    """A loss of data that is excluded leaves the cost of restoration with the customer."""
    scenario = _scenario(clause, claim=Decimal(900), heads={head: Decimal(400), "interruption": Decimal(500)})

    assert Decimal(500) == scenario.payable_now


@pytest.mark.parametrize("yields", [{"absolute": False}, {"restoration_owed": True}])
def test_exclusion_that_yields_to_fault_helps_nobody(yields: dict[str, bool]) -> None:
    """The provider is taken as held liable: an exclusion "save for its fault" is none then."""
    clause = _clause("data_loss_exclusion", **yields)

    assert Decimal(400) == _scenario(clause, claim=Decimal(400), heads={"restoration": Decimal(400)}).payable_now


def test_indirect_loss_that_names_nothing_excludes_nothing() -> None:
    """What is indirect may be argued either way: the most that the contract lets through is the whole."""
    clause = _clause("indirect_damages_exclusion", heads=[])

    assert Decimal(400) == _scenario(clause, claim=Decimal(400), heads={"interruption": Decimal(400)}).payable_now


def test_carved_out_head_is_outside_the_cap() -> None:
    """Data loss is carved out: 300 of restoration are owed in full, the other 600 are cut to the cap of 100."""
    heads = {"restoration": Decimal(300), "interruption": Decimal(600)}
    scenario = _scenario(_cap(100, carve_outs=["data_loss"]), claim=Decimal(900), heads=heads)
    outside = {path.head: path.outside_cap for path in scenario.path}

    assert Decimal(400) == scenario.payable_now
    assert {"restoration": Decimal(300), "interruption": Decimal(0)} == outside


def test_carve_out_for_negligence_leaves_no_cap() -> None:
    """Every careless breach is outside, a claim that nobody split too."""
    assert Decimal(900) == _scenario(_cap(100, carve_outs=["negligence"]), claim=Decimal(900)).payable_now


def test_liability_for_fraud_without_limit_opens_nothing() -> None:
    """ "Unlimited" beside a list is about the list."""
    clauses = (_cap(100), _clause("uncapped_liability", unlimited=True, what=["fraud"]))

    assert Decimal(100) == _scenario(*clauses, claim=Decimal(900)).payable_now


def test_uncapped_indemnity_is_owed_in_full() -> None:
    """Third parties' claims stand outside the cap; with an exclusion of them the indemnity still owes them."""
    clauses = (_cap(100), _clause("provider_indemnity", cap="uncapped", third_party_only=True, any_loss=True))
    heads = {"liability": Decimal(400), "restoration": Decimal(500)}

    assert Decimal(500) == _scenario(*clauses, claim=Decimal(900), heads=heads).payable_now


def test_indemnified_head_is_owed_although_excluded() -> None:
    """An indemnity against all losses gives back what the exclusion took."""
    clauses = (
        _clause("indirect_damages_exclusion", heads=["profit"]),
        _clause("provider_indemnity", cap=None, third_party_only=None, any_loss=True),
    )
    scenario = _scenario(*clauses, claim=Decimal(400), heads={"interruption": Decimal(400)})

    assert Decimal(400) == scenario.payable_now
    assert ["indemnified"] == [step.effect for step in scenario.path[0].steps]


def test_sub_cap_above_the_cap_takes_its_head_out_of_it() -> None:
    """A higher ceiling for data stands beside the cap: 300 + 100; a lower one stands inside it."""
    heads = {"restoration": Decimal(500), "interruption": Decimal(600)}
    special = {"basis": "fixed_amount", "amount": "300", "months": None, "multiple": None, "for": "loss of data"}
    lower = {**special, "amount": "40"}
    above = _scenario(_cap(100, sub_caps=[special]), claim=Decimal(1100), heads=heads)
    below = _scenario(_cap(100, sub_caps=[lower]), claim=Decimal(1100), heads=heads)

    assert (Decimal(400), Decimal(100)) == (above.payable_now, below.payable_now)
    assert ["sub_cap", "own_cap", "cap"] == [step.effect for path in above.path for step in path.steps]
    assert Decimal(1100) == above.payable_if_cap_falls


def test_special_ceiling_is_not_taken_for_the_cap() -> None:
    """The clause that limits data loss alone to 5 000 does not raise the general cap of 100."""
    special = {"basis": "fixed_amount", "amount": "5000", "months": None, "multiple": None}
    general = _cap(100, sub_caps=[{**special, "for": "loss of data"}])
    own = replace(_cap(5000, months=None, multiple=None), span=Span(50, 51))

    assert Decimal(100) == _scenario(general, own, claim=Decimal(900)).payable_now


PENALTY = {"ceiling_percent": Decimal(20), "ceiling_of": "month"}  # 20 % of 50 EUR: 10 EUR


def test_credit_as_sole_remedy_replaces_the_loss() -> None:
    """In an outage the credit is all that is owed, also where the cap falls."""
    scenario = _scenario(_clause("penalties", sole_remedy=True, **PENALTY), scenario="outage")

    assert (Decimal("10.00"), Decimal("10.00")) == (scenario.payable_now, scenario.payable_if_cap_falls)


def test_credit_that_does_not_discharge_comes_on_top() -> None:
    """Owed beside the loss, and within the cap where there is one."""
    penalty = _clause("penalties", in_addition=True, **PENALTY)
    open_ended, capped = _scenario(penalty, scenario="outage"), _scenario(penalty, _cap(100), scenario="outage")

    assert open_ended.loss + Decimal("10.00") == open_ended.payable_now
    assert Decimal(100) == capped.payable_now


@pytest.mark.parametrize("said", [{"ceiling_percent": None, "ceiling_of": "month"}, {"ceiling_percent": Decimal(20)}])
def test_credit_without_a_figure_is_not_priced(said: dict[str, Any]) -> None:
    """A share of nobody knows what changes no sum."""
    scenario = _scenario(_clause("penalties", in_addition=True, **said), scenario="outage")

    assert scenario.loss == scenario.payable_now


def test_policy_leaves_out_what_it_excludes() -> None:
    """The ransom is the provider's own, and the deductible once."""
    insurance = Insurance(limit_per_claim=Decimal(1000), deductible=Decimal(50), exclusions=("ransom",))
    heads = {"ransom": Decimal(300), "restoration": Decimal(200)}
    scenario = _scenario(claim=Decimal(500), heads=heads, insurance=insurance)

    assert (Decimal(150), Decimal(350)) == (scenario.insured, scenario.uninsured)


def test_policy_may_leave_out_liability_assumed() -> None:
    """What is owed as an indemnity is not insured under a policy that excludes assumed liability."""
    insurance = Insurance(limit_per_claim=Decimal(1000), exclusions=("assumed_liability",))
    clause = _clause("provider_indemnity", cap=None, third_party_only=True, any_loss=None)
    heads = {"liability": Decimal(300), "restoration": Decimal(200)}
    scenario = _scenario(clause, claim=Decimal(500), heads=heads, insurance=insurance)

    assert (Decimal(200), Decimal(300)) == (scenario.insured, scenario.uninsured)


def test_nothing_is_insured_on_unknown_insurance() -> None:
    """Without insurance facts both parts are unknown."""
    assert insured_part(Decimal(100), Insurance()) is None


def test_default_losses_stand_below_the_claim_with_their_range() -> None:
    """Scenarios follow the claim, each with what was assumed and a range; a claim has neither."""
    stakes = Stakes("backup", YEAR, "EUR", Claim(Decimal(900), {}), book=standard().scenarios)
    claim, *others = assess_exposure({}, None, stakes).scenarios

    assert ("claim", None, ()) == (claim.id, claim.low, claim.assumptions)
    assert ["ransomware", "data_loss", "personal_data_breach"] == [each.id for each in others]
    for each in others:
        assert each.low is not None
        assert each.high is not None
        assert each.low.loss < each.loss < each.high.loss
        assert each.assumptions


def test_profile_replaces_defaults() -> None:
    """39 M EUR of turnover, 40 % margin, 7 days: 39 000 000 / 220 x 0.4 x 0.8 x 7 = 397 090.91, in all three cases."""
    customer = {"turnover": Decimal(39000000), "gross_margin": Decimal("0.4"), "downtime_days": Decimal(7)}
    stakes = Stakes("backup", YEAR, "EUR", profile=Profile(customer=customer), book=standard().scenarios)
    ransomware = assess_exposure({}, None, stakes).scenarios[0]
    assumed = {each.input for each in ransomware.assumptions}

    assert Decimal("397090.91") == ransomware.heads["interruption"]
    assert not assumed & customer.keys()
    assert "sme" == assess_exposure({}, None, stakes).size


@pytest.mark.parametrize(("margin", "expected"), [("0.4", "0.4"), ("40", "0.4"), ("200000", "0.4"), ("900000", "1")])
def test_margin_as_share_per_cent_or_sum(margin: str, expected: str) -> None:
    """0.4, 40 and 200 000 of a turnover of 500 000 say the same; a margin never exceeds the turnover."""
    profile = Profile(customer={"turnover": Decimal(500000), "gross_margin": Decimal(margin)})

    assert Decimal(expected) == profile.given["gross_margin"]


SUMS = st.decimals(min_value=0, max_value=10**7, places=2)
LOSSES = st.dictionaries(st.sampled_from((*HEADS, "unallocated")), SUMS, min_size=1)
A_CLAUSE = _clause("liability_cap")
BY_HEAD = st.dictionaries(st.sampled_from((*HEADS, "unallocated")), st.just(A_CLAUSE))
OWED = st.one_of(st.none(), SUMS.map(lambda amount: Owed(amount, A_CLAUSE)))
SUB_CAPS = st.lists(
    st.builds(SubCap, st.lists(st.sampled_from(HEADS), min_size=1, unique=True).map(tuple), SUMS, st.just(A_CLAUSE)),
    max_size=2,
).map(tuple)
TERMS = st.builds(
    Terms,
    excluded=BY_HEAD,
    indemnified=BY_HEAD,
    outside=BY_HEAD,
    replaced=OWED,
    added=OWED,
    sub_caps=SUB_CAPS,
    cap=OWED,
)
INSURANCE = st.builds(
    Insurance,
    limit_per_claim=SUMS,
    deductible=st.decimals(min_value=0, max_value=50000, places=2),
    exclusions=st.lists(st.sampled_from(EXCLUSIONS), unique=True).map(tuple),
)


@given(LOSSES, TERMS, SUMS)
def test_adding_a_cap_never_raises_what_is_payable(loss: dict[str, Decimal], terms: Terms, cap: Decimal) -> None:
    """Whatever the other terms, a contract with a cap lets through no more than without one."""
    bare = replace(terms, cap=None, sub_caps=())
    capped = replace(bare, cap=Owed(cap, A_CLAUSE))

    assert payable(walk(loss, capped, Insurance())) <= payable(walk(loss, bare, Insurance()))


@given(LOSSES, TERMS)
def test_payable_never_exceeds_the_loss_and_the_penalties_on_top(loss: dict[str, Decimal], terms: Terms) -> None:
    """A penalty that discharges costs at most the loss; one that does not is the only thing on top of it."""
    on_top = terms.added.amount if terms.added and terms.replaced is None else Decimal(0)

    assert 0 <= payable(walk(loss, terms, Insurance())) <= sum(loss.values()) + on_top


@given(LOSSES, TERMS)
def test_without_the_cap_no_less_is_payable(loss: dict[str, Decimal], terms: Terms) -> None:
    """`payable_if_cap_falls` is never below `payable_now`."""
    assert payable(walk(loss, terms.without_caps, Insurance())) >= payable(walk(loss, terms, Insurance()))


@given(LOSSES, TERMS, INSURANCE)
def test_every_euro_is_accounted_for(loss: dict[str, Decimal], terms: Terms, insurance: Insurance) -> None:
    """Of every head: loss + owed - left out - cut = payable = insured + uninsured, and none of them is below zero."""
    for path in walk(loss, terms, insurance):
        assert path.insured is not None
        assert path.uninsured is not None
        assert path.loss + path.owed - path.left_out - path.cut == path.payable == path.insured + path.uninsured
        assert min(path.left_out, path.outside_cap, path.cut, path.payable, path.insured, path.uninsured) >= 0


@given(LOSSES, TERMS, INSURANCE)
def test_policy_pays_its_formula(loss: dict[str, Decimal], terms: Terms, insurance: Insurance) -> None:
    """No more than the limit less the deductible; on a loss of which nothing is excluded, exactly what one claim gets."""
    paths = walk(loss, terms, insurance)
    insured = sum((path.insured or Decimal(0) for path in paths), Decimal(0))

    assert insured <= max(Decimal(0), (insurance.limit or Decimal(0)) - insurance.deductible)
    if not insurance.exclusions:
        assert insured_part(payable(paths), insurance) == insured


@given(LOSSES, SUMS)
def test_shares_add_up_to_the_cent(amounts: dict[str, Decimal], limit: Decimal) -> None:
    """Cut in proportion, the heads make exactly the limit and none grows."""
    found = shares(amounts, limit)

    assert min(limit, sum(amounts.values())) == sum(found.values())
    assert all(0 <= found[head] <= amounts[head] for head in amounts)
