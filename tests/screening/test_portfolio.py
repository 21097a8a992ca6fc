from __future__ import annotations

from decimal import Decimal

import pytest

from analyzer import analyze
from analyzer.assess.exposure_path import payable, walk
from analyzer.library import standard
from analyzer.profile import Insurance, Profile
from analyzer.screening.contracts import contract_of
from analyzer.screening.covers import standard_covers
from analyzer.screening.portfolio import insured_by
from tests.screening.desk import application, cap, clause, contract, valuer


def test_a_stored_contract_is_valued_as_it_was_judged(reports, contracts):
    """Read back from its report, every scenario lets through what `check` said, now and after the fix."""
    desk, book = valuer(), standard().scenarios
    different = []
    for name, report in reports.items():
        for stated in report["exposure"]["scenarios"]:
            scenario = next(each for each in book.scenarios if each.id == stated["id"])
            heads = desk.loss(scenario, desk.profile).heads["central"]
            now, after = (
                payable(walk(heads, desk.terms(contracts[name], scenario.id, heads, fixed=fixed), Insurance()))
                for fixed in (False, True)
            )
            expected = (stated["payable_now"], stated["payable_after_fix"] or stated["payable_now"])
            if expected != (f"{now:.2f}", f"{after:.2f}"):
                different.append((name, stated["id"], expected, now, after))

    assert [] == different


def test_an_accepted_finding_is_there_for_the_insurer(tmp_path):
    """A house that lives with a missing cap has no cap all the same."""
    playbook = tmp_path / "house.toml"
    playbook.write_text('[[accept]]\nid = "liability_cap.missing"\nreason = "An old customer."\n', encoding="utf-8")
    text = "Backup contract. The Provider backs up the Customer's servers every night for EUR 50 a month."
    report = analyze(text.encode(), name="old.txt", playbook=playbook).to_dict()
    missing = next(each for each in report["findings"] if each["id"] == "liability_cap.missing")

    assert "An old customer." == missing["accepted"]["reason"]
    assert "liability_cap.missing" in contract_of(report).faults


def test_what_is_known_of_the_customer_counts():
    """The form's figures of a customer replace the smallest ones for its contract alone."""
    client = {"name": "Fern", "turnover": Decimal(39000000), "gross_margin": Decimal(40), "staff": Decimal(241)}
    portfolio = valuer(clients=(client,)).portfolio([contract("a"), contract("b", customer="Moss Ltd")])

    assert [("a", True), ("b", False)] == [(each.contract.name, each.known_customer) for each in portfolio.contracts]
    assert Decimal(500000) < portfolio.contracts[0].payable_now
    assert Decimal(25000) > portfolio.contracts[1].payable_now


def test_the_costliest_comes_first():
    """Contracts are sorted by what they let through."""
    portfolio = valuer().portfolio([contract("a", cap(100)), contract("b"), contract("c", cap(5000))])

    assert ["b", "c", "a"] == [each.contract.name for each in portfolio.contracts]
    assert 1 == len(portfolio.uncapped)


def test_a_kind_that_was_not_recognised_is_not_free():
    """Such a contract is valued as the kind that stands in for it, by what it holds."""
    desk = valuer(stand_ins=standard_covers().stand_ins)
    backup, other = contract("a", clause("backup_by_provider"), kind="other"), contract("b", kind="other")

    assert ["managed_services", "maintenance"] == [desk.kind(backup), desk.kind(other)]
    assert Decimal(0) < desk.value(other).payable_now


def test_a_contract_given_twice_counts_once():
    """The same content under two names is one contract, and the second name is told."""
    portfolio = valuer().portfolio([contract("b", sha256="same"), contract("a", sha256="same")])

    assert (["a"], ("b",)) == ([each.contract.name for each in portfolio.contracts], portfolio.duplicates)


def test_a_claim_is_put_before_every_contract():
    """With a claim the loss is the claim, cut by each contract's cap."""
    portfolio = valuer(claim=Decimal("39746.41")).portfolio([contract("a"), contract("b", cap(10000))])

    assert [Decimal("39746.41"), Decimal(10000)] == [each.payable_now for each in portfolio.contracts]
    assert [Decimal("66.24")] == [round(each.multiple, 2) for each in portfolio.contracts[:1]]


def test_a_contract_without_price_has_no_multiple():
    """No price, no multiple; it is counted."""
    portfolio = valuer().portfolio([contract("a", price=None)])

    assert (None, 1) == (portfolio.contracts[0].multiple, len(portfolio.unpriced))


def test_the_policy_asked_for_is_the_policy_of_the_figures():
    """The lowest limit counts, less the deductible; a head that is not asked for is not covered."""
    answers = application(
        limits__per_claim=Decimal(30000), limits__per_year=Decimal(20000), limits__deductible=Decimal(1500),
        limits__heads=("restoration",),
    )  # fmt: skip
    insurance = insured_by(answers, Profile()).insurance

    assert (Decimal(20000), Decimal(18500)) == (insurance.limit, insurance.available)
    assert {"intervention", "interruption", "liability", "notification", "ransom"} == set(insurance.exclusions)


def test_a_profiles_policy_stands_before_the_forms():
    """What the profile says of the policy is not overwritten by the wish of the form."""
    known = Profile(insurance=Insurance(limit_per_claim=Decimal(100)))

    assert known == insured_by(application(limits__per_claim=Decimal(9)), known)


def test_sums_of_several_currencies_are_told_apart():
    """The currency of most contracts leads; the others are named."""
    portfolio = valuer().portfolio([contract("a"), contract("b"), contract("c", currency="GBP")])

    assert ("EUR", "GBP") == portfolio.currencies


@pytest.mark.parametrize(("limit", "insured"), [(None, None), (Decimal(10000), Decimal(9000))])
def test_what_is_insured(limit, insured):
    """Without insurance facts nothing is said; with them the limit and the deductible count."""
    policy = Profile(insurance=Insurance(limit_per_claim=limit, deductible=Decimal(1000)))

    assert insured == valuer(profile=policy).value(contract("a")).insured
