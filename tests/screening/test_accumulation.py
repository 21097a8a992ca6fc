from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.errors import LibraryProblem
from analyzer.library import standard
from analyzer.profile import Insurance, Profile
from analyzer.screening.accumulation import (
    Platform,
    accumulate,
    draw,
    grid_of,
    load_assumptions,
    platforms,
    standard_assumptions,
)
from tests.screening.desk import application, cap, clause, contract, valuer

ASSUMPTIONS = replace(standard_assumptions(), draws=400)
KIND = ASSUMPTIONS.platforms["remote_management"]
caps = st.one_of(st.none(), st.integers(0, 200_000))


def platform(amounts):
    """A platform with one contract for each cap, None for a contract without one."""
    contracts = [contract(f"{index:02}", *(() if each is None else (cap(each),))) for index, each in enumerate(amounts)]
    return Platform(KIND, "tool", tuple(contracts), assumed=False)


def drawn(amounts, seed=0, **changes):
    return accumulate(platform(amounts), valuer(**changes), ASSUMPTIONS, seed, 0)


@settings(max_examples=25, deadline=None)
@given(st.lists(caps, min_size=1, max_size=5), st.data())
def test_adding_a_cap_never_raises_a_figure(amounts, data):
    """A cap on a contract that had none, or a lower one, raises neither the mean nor any sum of the tail."""
    index = data.draw(st.integers(0, len(amounts) - 1))
    lower = data.draw(st.integers(0, 200_000 if amounts[index] is None else amounts[index]))
    before, after = drawn(amounts).now, drawn([*amounts[:index], lower, *amounts[index + 1 :]]).now

    assert after.expected <= before.expected
    assert (after.p95, after.p99_5) <= (before.p95, before.p99_5)


@settings(max_examples=25, deadline=None)
@given(st.lists(caps, min_size=1, max_size=6), st.integers(0, 2**32))
def test_an_event_costs_at_least_its_dearest_contract(amounts, seed):
    """An event's loss is at least the largest single payable that it reaches, and it reaches one contract at least."""
    shared, desk = platform(amounts), valuer()
    scenario = next(each for each in standard().scenarios.scenarios if each.id == KIND.scenario)
    grid = grid_of(shared.contracts, scenario, desk, fixed=False)
    for events in draw(shared, 50, np.random.default_rng(seed)):
        single = np.array([np.interp(events.severity, np.linspace(0, 1, grid.shape[1]), row) for row in grid]).T
        largest = np.where(events.reached, single, 0).max(axis=1)

        assert events.reached.any(axis=1).all()
        assert (events.losses(grid) >= largest - 1e-6).all()


def test_the_seed_decides():
    """The same seed gives the same figures, another one others."""
    amounts = [None, 10000, 50000]

    assert drawn(amounts, seed=3).now == drawn(amounts, seed=3).now
    assert drawn(amounts, seed=3).now != drawn(amounts, seed=4).now


def test_the_order_of_the_contracts_does_not_decide(application, contracts, sheet):
    """Contracts read in another order give the same sheet's figures: draws go by name."""
    from tests.screening.desk import screened

    turned = screened(application, list(contracts.values())[::-1])

    assert [(each.now, each.after) for each in sheet.accumulation] == [
        (each.now, each.after) for each in turned.accumulation
    ]


def test_one_capped_contract_by_hand():
    """A cap below the lowest loss is what every event costs: the mean, the tail, and the share above a limit beside it."""
    policy = Profile(insurance=Insurance(limit_per_claim=Decimal(999)))
    outcome = drawn([1000], profile=policy).now

    assert (Decimal(1000), Decimal(1000), Decimal(1000), Decimal(1)) == (
        outcome.expected, outcome.p95, outcome.p99_5, outcome.share_above_limit,
    )  # fmt: skip


def test_the_mean_of_one_uncapped_contract_by_hand():
    """Losses are straight from low to central and from central to high; a triangular severity gives each third its weight.

    With a and b the two slopes, the mean of a triangular severity on [0, 1] with its top at 0.5 is: low + (central - low) x 5/6 +
    (high - central) x 1/6, since half the events lie on each side and reach two thirds, or one third, of the way.
    """
    desk = valuer()
    scenario = next(each for each in standard().scenarios.scenarios if each.id == KIND.scenario)
    low, central, high = (
        sum(desk.loss(scenario, desk.profile).heads[level].values()) for level in ("low", "central", "high")
    )
    expected = float(low + (central - low) * 5 / 6 + (high - central) / 6)
    outcome = accumulate(platform([None]), desk, replace(ASSUMPTIONS, draws=200_000), 0, 0).now

    assert pytest.approx(expected, rel=0.01) == float(outcome.expected)


def test_without_a_limit_no_share_above_it():
    """Nothing is said of a limit that nobody gave."""
    assert drawn([None]).now.share_above_limit is None


def test_platforms_named_by_form_text_and_kind():
    """A platform's contracts: those listed and those whose clauses name it; where there are none, all of its kind, assumed."""
    named = clause("backup_by_provider", "copied to the Nightvault platform each night")
    portfolio = valuer().portfolio([contract("1.txt", named), contract("2.txt"), contract("3.txt", kind="licence")])
    rows = (
        {"name": "Nightvault", "kind": "backup", "contracts": ("3.*",)},
        {"name": "Handle", "kind": "remote_management"},
    )
    found = platforms(application_of(rows), (), portfolio, ASSUMPTIONS)

    assert [("Nightvault", ["1.txt", "3.txt"], False), ("Handle", ["1.txt", "2.txt"], True)] == [
        (each.name, [one.name for one in each.contracts], each.assumed) for each in found
    ]


def test_a_profile_names_platforms():
    """shared_platforms of a profile: a kind, or a kind and a name."""
    portfolio = valuer().portfolio([contract("1.txt", kind="hosting"), contract("2.txt", kind="hosting")])
    found = platforms(application(), ("hosting: Site West",), portfolio, ASSUMPTIONS)

    assert [("hosting", "Site West", 2)] == [(each.kind.id, each.name, len(each.contracts)) for each in found]


def test_one_contract_is_no_accumulation():
    """A platform that nobody named and that would serve one contract is left out."""
    assert [] == platforms(application(), (), valuer().portfolio([contract("1.txt")]), ASSUMPTIONS)


def test_figures_out_of_order_are_refused(tmp_path):
    """Low, central, high must be shares in order; the line is shown."""
    text = 'draws = 1\n[[platforms]]\nid = "a"\nscenario = "outage"\nkinds = []\ntitle = { fr = "a", en = "a" }\n'
    text += 'account = { fr = "a", en = "a" }\n[platforms.frequency]\nvalues = [0.5, 0.1, 1]\nmark = "I"\n'
    path = tmp_path / "accumulation.toml"
    path.write_text(text + 'note = { fr = "a", en = "a" }\n', encoding="utf-8")

    with pytest.raises(LibraryProblem, match=r"accumulation\.toml:9: .*three shares"):
        load_assumptions(path)


def application_of(rows):
    return application(shared_platforms=rows)
