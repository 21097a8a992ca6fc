"""The loss scenarios of the library (`scenarios.toml`): inputs with sources, heads as sums of products, which clause reaches which.

Sums are Decimals in the book's currency, or in the contract's (`at`). A fault in the file stops the load with the author's own line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal

from analyzer.tables import Source, Table

HEADS: Final = ("intervention", "restoration", "interruption", "liability", "notification", "ransom")
ALL: Final = "all"
SIZES: Final = ("micro", "sme")
UNITS: Final = ("money", "share", "days", "hours", "number", "yes_no")
CUSTOMER: Final = ("turnover", "gross_margin", "staff", "servers", "records", "downtime_days")

Texts = Mapping[str, str]  # language -> text
Conditions = Mapping[str, tuple[Any, ...]]
Level = Literal["low", "central", "high"]
LEVELS: Final[tuple[Level, ...]] = ("low", "central", "high")


@dataclass(frozen=True, slots=True)
class Input:
    """A named quantity with its defaults by size of customer, each low, central and high. `mark` I: our own inference."""

    name: str
    unit: str
    defaults: Mapping[str, tuple[Decimal, ...]]
    title: Texts
    note: Texts
    mark: Literal["V", "M", "I"]
    source: str

    def at(self, rate: Decimal) -> Input:
        """The same, its sums of money multiplied."""
        if self.unit != "money":
            return self
        return replace(self, defaults={size: tuple(each * rate for each in self.defaults[size]) for size in SIZES})


@dataclass(frozen=True, slots=True)
class Product:
    """Inputs multiplied with each other and with `factor`, divided by `divisor`."""

    inputs: tuple[str, ...]
    factor: Decimal = Decimal(1)
    divisor: Decimal = Decimal(1)

    def of(self, values: Mapping[str, Decimal]) -> Decimal:
        """The product; not rounded."""
        total = self.factor
        for name in self.inputs:
            total *= values[name]
        return total / self.divisor


@dataclass(frozen=True, slots=True)
class HeadRule:
    """What a head of loss comes to: a sum of products, never below the floor of the customer's size."""

    head: str
    terms: tuple[Product, ...]
    floor: Mapping[str, Decimal]

    def amount(self, values: Mapping[str, Decimal], size: str) -> Decimal:
        """The sum; not rounded."""
        return max(sum((term.of(values) for term in self.terms), Decimal(0)), self.floor.get(size, Decimal(0)))

    def at(self, rate: Decimal) -> HeadRule:
        """The same, its floor multiplied; what is above it comes from the inputs."""
        return replace(self, floor={size: each * rate for size, each in self.floor.items()})


@dataclass(frozen=True, slots=True)
class LossScenario:
    """Something that can go wrong under contracts of these kinds, with its heads of loss."""

    id: str
    kinds: tuple[str, ...]
    title: Texts
    account: Texts
    heads: tuple[HeadRule, ...]

    @property
    def inputs(self) -> tuple[str, ...]:
        """The inputs that its heads use, each once, in the order of the file."""
        return tuple(dict.fromkeys(name for rule in self.heads for term in rule.terms for name in term.inputs))


@dataclass(frozen=True, slots=True)
class Reach:
    """A clause of `topic` that meets `own` and not `unless` reaches these heads, in these scenarios (empty: all, and a claim)."""

    topic: str
    own: Conditions
    unless: Conditions
    heads: tuple[str, ...]
    scenarios: tuple[str, ...]

    def covers(self, head: str, scenario: str) -> bool:
        """Does it speak of this head in this scenario?"""
        return (head in self.heads or ALL in self.heads) and (not self.scenarios or scenario in self.scenarios)


@dataclass(frozen=True, slots=True)
class SubCapReach:
    """A ceiling of its own whose purpose opens with one of these words limits these heads."""

    words: tuple[str, ...]
    heads: tuple[str, ...]
    scenarios: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PenaltyReach:
    """A clause of `topic` that meets `adds` owes its ceiling on top, one that meets `replaces` owes it in place of the loss."""

    topic: str
    adds: Conditions
    replaces: Conditions
    scenarios: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScenarioBook:
    """Everything in scenarios.toml; empty for a library without one."""

    inputs: Mapping[str, Input] = field(default_factory=dict)
    scenarios: tuple[LossScenario, ...] = ()
    exclusions: tuple[Reach, ...] = ()
    indemnities: tuple[Reach, ...] = ()
    outside_cap: tuple[Reach, ...] = ()
    sub_caps: tuple[SubCapReach, ...] = ()
    penalties: tuple[PenaltyReach, ...] = ()
    not_quantified: Mapping[str, Texts] = field(default_factory=dict)
    currency: str = ""  # of the defaults
    rate: Decimal = Decimal(1)  # what stands for one of it in the sums
    micro_turnover: Decimal = Decimal(0)
    micro_staff: Decimal = Decimal(0)

    @property
    def topics(self) -> frozenset[str]:
        """The topics whose clauses change what is payable."""
        reaching = {reach.topic for reach in (*self.exclusions, *self.indemnities, *self.outside_cap)}
        return frozenset({"liability_cap"} | reaching | {reach.topic for reach in self.penalties})

    def at(self, rate: Decimal) -> ScenarioBook:
        """The same in a currency of which `rate` stands for one of the book's: every sum of money multiplied."""
        if rate == 1:
            return self
        scenarios = (replace(each, heads=tuple(head.at(rate) for head in each.heads)) for each in self.scenarios)
        return replace(
            self,
            inputs={name: each.at(rate) for name, each in self.inputs.items()},
            scenarios=tuple(scenarios),
            rate=rate,
            micro_turnover=self.micro_turnover * rate,
        )


def load_scenarios(path: Path, shown: str, kinds: tuple[str, ...], topics: frozenset[str]) -> ScenarioBook:
    """Read scenarios.toml. `topics` are the library's, which the reaches may name. Raises LibraryProblem with the line at fault."""
    table = Source(path, shown).table()
    size = table.table("size")
    inputs = _inputs(table.table("inputs"))
    scenarios = tuple(_scenario(each, inputs, kinds) for each in table.tables("scenarios"))
    names = tuple(scenario.id for scenario in scenarios)
    book = ScenarioBook(
        inputs=MappingProxyType(inputs),
        scenarios=scenarios,
        exclusions=tuple(_reach(each, topics, names) for each in table.tables("exclusions")),
        indemnities=tuple(_reach(each, topics, names) for each in table.tables("indemnities")),
        outside_cap=tuple(_reach(each, topics, names) for each in table.tables("outside_cap")),
        sub_caps=tuple(_sub_cap(each, names) for each in table.tables("sub_caps")),
        penalties=tuple(_penalty(each, topics, names) for each in table.tables("penalties")),
        not_quantified=_not_quantified(table.table("not_quantified", optional=True)),
        currency=table.text("currency"),
        micro_turnover=size.amount("micro_turnover"),
        micro_staff=size.amount("micro_staff"),
    )
    size.finish()
    table.finish()
    return book


def _not_quantified(table: Table) -> dict[str, Texts]:
    return {name: table.both_languages(name) for name in table}


def _inputs(table: Table) -> dict[str, Input]:
    return {name: _input(table.table(name), name) for name in table}


def _input(table: Table, name: str) -> Input:
    mark = table.choice("mark", ("V", "M", "I"))
    found = Input(
        name=name,
        unit=table.choice("unit", UNITS),
        defaults={size: _levels(table, size) for size in SIZES},
        title=table.both_languages("title"),
        note=table.both_languages("note"),
        mark=mark,  # type: ignore[arg-type]
        source=table.text("source") if mark == "V" else table.text("source", ""),
    )
    table.finish()
    return found


def _levels(table: Table, size: str) -> tuple[Decimal, ...]:
    """Low, central and high, in this order: else "low" would not be the least that is expected."""
    values = table.values(size)
    if len(values) != len(LEVELS) or not all(isinstance(value, (int, Decimal)) for value in values):
        table.refuse(f'"{size}" must be three numbers: low, central, high.', size)
    levels = tuple(Decimal(value) for value in values)
    if levels[0] < 0 or list(levels) != sorted(levels):
        table.refuse(f'"{size}" must rise from low to high and hold no number below zero.', size)
    return levels


def _scenario(table: Table, inputs: Mapping[str, Input], kinds: tuple[str, ...]) -> LossScenario:
    heads = table.table("heads")
    found = LossScenario(
        id=table.text("id"),
        kinds=table.texts("kinds", kinds),
        title=table.both_languages("title"),
        account=table.both_languages("account"),
        heads=tuple(_head(heads.table(head), head, inputs) for head in HEADS if head in heads),
    )
    heads.know(*HEADS)
    heads.finish()
    table.finish()
    return found


def _head(table: Table, head: str, inputs: Mapping[str, Input]) -> HeadRule:
    floor = table.table("floor", optional=True)
    rule = HeadRule(
        head=head,
        terms=tuple(_product(table, term, inputs) for term in table.values("terms")),
        floor={size: floor.amount(size) for size in SIZES if size in floor},
    )
    floor.know(*SIZES)
    floor.finish()
    table.finish()
    return rule


_FRACTION = re.compile(r"1/([1-9]\d*)")


def _product(table: Table, term: Any, inputs: Mapping[str, Input]) -> Product:
    """One list of names and numbers; "1/220" divides."""
    if not isinstance(term, list) or not term:
        table.refuse('"terms" must be lists of inputs and numbers: [["days", "rate"]].', "terms")
    names: list[str] = []
    factor = divisor = Decimal(1)
    for part in term:
        if isinstance(part, (int, Decimal)) and not isinstance(part, bool):
            factor *= part
        elif isinstance(part, str) and (fraction := _FRACTION.fullmatch(part)):
            divisor *= Decimal(fraction[1])
        elif part in inputs:
            names.append(part)
        else:
            table.refuse(f'unknown input "{part}".', str(part), choices=tuple(inputs))
    return Product(tuple(names), factor, divisor)


def _reach(table: Table, topics: frozenset[str], scenarios: tuple[str, ...]) -> Reach:
    reach = Reach(
        topic=table.choice("topic", topics),
        own=_conditions(table, "with"),
        unless=_conditions(table, "unless"),
        heads=table.texts("heads", (*HEADS, ALL)),
        scenarios=table.texts("scenarios", scenarios),
    )
    table.finish()
    return reach


def _sub_cap(table: Table, scenarios: tuple[str, ...]) -> SubCapReach:
    reach = SubCapReach(table.texts("words"), table.texts("heads", HEADS), table.texts("scenarios", scenarios))
    table.finish()
    return reach


def _penalty(table: Table, topics: frozenset[str], scenarios: tuple[str, ...]) -> PenaltyReach:
    reach = PenaltyReach(
        topic=table.choice("topic", topics),
        adds=_conditions(table, "adds"),
        replaces=_conditions(table, "replaces"),
        scenarios=table.texts("scenarios", scenarios),
    )
    table.finish()
    return reach


def _conditions(table: Table, key: str) -> Conditions:
    inner = table.table(key, optional=True)
    return {name: inner.values(name) for name in inner}
