"""The policy's heads against what the contracts let through, and its exclusions against the clauses that trigger them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from analyzer.assess.findings import meets
from analyzer.library import KINDS
from analyzer.profile import Insurance
from analyzer.report import Clause
from analyzer.scenarios import HEADS, Conditions, Texts
from analyzer.screening.contracts import Contract
from analyzer.screening.portfolio import Portfolio, StandIn
from analyzer.screening.questionnaire import conditions, knowledge
from analyzer.tables import Source, Table

ZERO = Decimal(0)
State = Literal["gap", "covered", "overlap", "idle"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A clause of the topic that meets `own` sets the exclusion off."""

    topic: str
    own: Conditions


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What a policy leaves out, and what in a contract it bites on."""

    id: str
    title: Texts
    mark: str
    source: str
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True)
class Covers:
    """The heads in words, the exclusions, and the kinds that stand in for one that was not recognised (clauses/covers.toml)."""

    heads: Mapping[str, Texts]
    exclusions: tuple[Exclusion, ...]
    stand_ins: tuple[StandIn, ...]


@dataclass(frozen=True, slots=True)
class HeadCover:
    """A head of the policy. `payable` is the sum over all contracts of the most that each lets through of it in any scenario at its central
    loss, `payable_high` at its high one; `contracts` lets something through at the high loss.

    gap: contracts let it through and the policy leaves it out; overlap: the policy pays for what no contract lets through.
    """

    head: str
    title: Texts
    contracts: int
    payable: Decimal
    payable_high: Decimal
    insured: bool
    state: State


@dataclass(frozen=True, slots=True)
class Triggered:
    """A clause on which an exclusion of the policy bites."""

    exclusion: Exclusion
    contract: Contract
    clause: Clause


@dataclass(frozen=True, slots=True)
class CoverMap:
    heads: tuple[HeadCover, ...]
    triggered: tuple[Triggered, ...]

    @property
    def gaps(self) -> tuple[HeadCover, ...]:
        return tuple(each for each in self.heads if each.state == "gap")


@cache
def standard_covers() -> Covers:
    """The heads and exclusions that ship."""
    return load_covers(knowledge("covers.toml"))


def load_covers(path: Path) -> Covers:
    """Read heads and exclusions. Raises LibraryProblem with the line at fault."""
    table = Source(path, path.name).table()
    inner = table.table("heads")
    heads = {head: inner.both_languages(head) for head in HEADS}
    inner.finish()
    exclusions = tuple(_exclusion(each) for each in table.tables("exclusions"))
    covers = Covers(heads, exclusions, tuple(_stand_in(each) for each in table.tables("unrecognised")))
    table.finish()
    return covers


def _stand_in(table: Table) -> StandIn:
    found = StandIn(table.choice("kind", KINDS), table.text("topic", ""))
    table.finish()
    return found


def _exclusion(table: Table) -> Exclusion:
    exclusion = Exclusion(
        id=table.text("id"),
        title=table.both_languages("title"),
        mark=table.choice("mark", ("V", "M", "I")),
        source=table.text("source", ""),
        triggers=tuple(Trigger(each.text("topic"), conditions(each, "with")) for each in table.tables("triggers")),
    )
    table.finish()
    return exclusion


def map_covers(portfolio: Portfolio, covers: Covers, insurance: Insurance) -> CoverMap:
    """Every head, and every clause that sets an exclusion off, by exclusion and contract."""
    heads = tuple(_head(head, covers.heads[head], portfolio, insurance) for head in HEADS)
    contracts = sorted((each.contract for each in portfolio.contracts), key=lambda each: each.name)
    triggered = tuple(
        Triggered(exclusion, contract, clause)
        for exclusion in covers.exclusions
        for contract in contracts
        if (clause := _first(exclusion, contract)) is not None
    )
    return CoverMap(heads, triggered)


def _head(head: str, title: Texts, portfolio: Portfolio, insurance: Insurance) -> HeadCover:
    central = sum((each.heads.get(head, ZERO) for each in portfolio.contracts), ZERO)
    high = [amount for each in portfolio.contracts if (amount := each.heads_high.get(head, ZERO))]
    insured = head not in insurance.exclusions
    state: State = ("covered" if insured else "gap") if high else ("overlap" if insured else "idle")
    return HeadCover(head, title, len(high), central, sum(high, ZERO), insured, state)


def _first(exclusion: Exclusion, contract: Contract) -> Clause | None:
    """The contract's first clause, in the order of its text, on which the exclusion bites."""
    found = [
        clause
        for trigger in exclusion.triggers
        for clause in contract.clauses.get(trigger.topic, ())
        if meets(clause, trigger.own)
    ]
    return min(found, key=lambda clause: (clause.file, clause.span.start), default=None)
