"""What a contract's clauses do to the heads of one loss: which they leave out, place outside the cap, limit or owe on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from analyzer.assess.findings import meets
from analyzer.assess.measures import cap_in_money
from analyzer.facts.values import AnnualValue
from analyzer.report import Clause
from analyzer.scenarios import ALL, Reach, ScenarioBook, SubCapReach

PENALTIES = "penalties"  # the row of a path that holds what is owed beside the heads of loss
ByTopic = Mapping[str, Sequence[Clause]]


@dataclass(frozen=True, slots=True)
class Owed:
    """A sum that a clause fixes."""

    amount: Decimal
    clause: Clause


@dataclass(frozen=True, slots=True)
class SubCap:
    """A ceiling of its own for some heads."""

    heads: tuple[str, ...]
    amount: Decimal
    clause: Clause


@dataclass(frozen=True, slots=True)
class Terms:
    """The clauses that count for one loss, by the head that each reaches. What is indemnified is owed although it is excluded."""

    excluded: Mapping[str, Clause] = field(default_factory=dict)
    indemnified: Mapping[str, Clause] = field(default_factory=dict)
    outside: Mapping[str, Clause] = field(default_factory=dict)
    replaced: Owed | None = None  # the penalty that stands in the loss's place
    added: Owed | None = None  # the penalty on top of it
    sub_caps: tuple[SubCap, ...] = ()
    cap: Owed | None = None

    @property
    def without_caps(self) -> Terms:
        """The same terms after a court has set the caps aside; what is excluded stays excluded."""
        return replace(self, sub_caps=(), cap=None)


@dataclass(frozen=True, slots=True)
class Pricing:
    """What turns a clause into money: the yearly value (None where it is not known), the currency, the library's reaches."""

    book: ScenarioBook
    annual: AnnualValue | None
    currency: str


def read_terms(clauses: ByTopic, scenario: str, heads: Iterable[str], pricing: Pricing) -> Terms:
    """The terms of a contract for a scenario with these heads (`claim` for a claim)."""
    book, names = pricing.book, (*heads, PENALTIES)
    caps = protecting(clauses.get("liability_cap", ()))
    counted = {**clauses, "liability_cap": caps}
    return Terms(
        excluded=_reached(book.exclusions, counted, scenario, names),
        indemnified=_reached(book.indemnities, counted, scenario, names),
        outside=_reached(book.outside_cap, counted, scenario, names),
        replaced=_penalty(counted, scenario, pricing, "replaces"),
        added=_penalty(counted, scenario, pricing, "adds"),
        sub_caps=tuple(_sub_caps(caps, scenario, pricing)),
        cap=highest_cap(caps, pricing.annual, pricing.currency),
    )


def protecting(caps: Iterable[Clause]) -> tuple[Clause, ...]:
    """The caps that protect the provider."""
    return tuple(clause for clause in caps if clause.attributes.get("beneficiary") != "customer")


def highest_cap(caps: Sequence[Clause], annual: AnnualValue | None, currency: str) -> Owed | None:
    """The general cap in money and its clause: the highest where several stand (the pessimistic reading); None where none can be priced."""
    general = [clause for clause in caps if not _is_special(clause, caps)] or caps
    priced = [
        Owed(amount, clause)
        for clause in general
        if clause.attributes.get("currency") in (None, currency)
        and (amount := cap_in_money(clause.attributes, annual)) is not None
    ]
    return max(priced, key=lambda cap: cap.amount, default=None)


def _reached(reaches: Iterable[Reach], clauses: ByTopic, scenario: str, heads: Iterable[str]) -> dict[str, Clause]:
    """The first clause that reaches each head."""
    found: dict[str, Clause] = {}
    names = tuple(heads)
    for reach in reaches:
        clause = next((each for each in clauses.get(reach.topic, ()) if _speaks(reach, each)), None)
        if clause is not None:
            for head in names:
                if reach.covers(head, scenario) and (head != PENALTIES or ALL in reach.heads):
                    found.setdefault(head, clause)
    return found


def _speaks(reach: Reach, clause: Clause) -> bool:
    """Does the clause meet the reach's conditions? One of `unless` is enough to silence it."""
    silenced = any(meets(clause, {name: values}) for name, values in reach.unless.items())
    return meets(clause, reach.own) and not silenced


def _penalty(clauses: ByTopic, scenario: str, pricing: Pricing, key: str) -> Owed | None:
    """The penalty of the first clause that adds to the loss or replaces it, where its ceiling is known in money."""
    for reach in pricing.book.penalties:
        conditions = reach.adds if key == "adds" else reach.replaces
        if not conditions or scenario not in reach.scenarios:
            continue
        for clause in clauses.get(reach.topic, ()):
            amount = _ceiling(clause.attributes, pricing.annual)
            if meets(clause, conditions) and amount is not None:
                return Owed(amount, clause)
    return None


_YEARS = {"month": Decimal(12), "year": Decimal(1)}


def _ceiling(attributes: Mapping[str, Any], annual: AnnualValue | None) -> Decimal | None:
    """The most that penalties can come to; None where the share, what it is taken of, or the price is not known."""
    percent, period = attributes.get("ceiling_percent"), attributes.get("ceiling_of")
    if percent is None or period is None or annual is None:
        return None
    share = annual.amount * Decimal(str(percent)) / 100 / _YEARS[period]
    return share.quantize(Decimal("0.01"), ROUND_HALF_UP)


_FIGURES = ("basis", "amount", "months", "multiple")


def _same_figures(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    return all(first.get(name) == second.get(name) for name in _FIGURES)


def _specials(clause: Clause) -> Sequence[Mapping[str, Any]]:
    return clause.attributes.get("sub_caps") or ()


def _is_special(clause: Clause, caps: Sequence[Clause]) -> bool:
    """Is this cap one that another lists among its sub-caps?"""
    return any(
        _same_figures(sub, clause.attributes) for other in caps if other is not clause for sub in _specials(other)
    )


def _sub_caps(caps: Sequence[Clause], scenario: str, pricing: Pricing) -> Iterable[SubCap]:
    for clause in caps:
        for sub in _specials(clause):
            amount, reach = cap_in_money(sub, pricing.annual), _purpose(str(sub.get("for", "")), scenario, pricing)
            if amount is not None and reach is not None:
                own = next(
                    (each for each in caps if each is not clause and _same_figures(sub, each.attributes)), clause
                )
                yield SubCap(reach.heads, amount, own)


def _purpose(words: str, scenario: str, pricing: Pricing) -> SubCapReach | None:
    for reach in pricing.book.sub_caps:
        if any(words.startswith(word) for word in reach.words) and (not reach.scenarios or scenario in reach.scenarios):
            return reach
    return None
