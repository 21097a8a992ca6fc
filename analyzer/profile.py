"""What the contract does not say and the user knows: the customer's size, the provider's, the insurance, a claim split by head.

A TOML file; every key may be left out, an unknown key is an error with the nearest right one. Sums are in the contract's currency.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from analyzer.errors import SettingsProblem
from analyzer.library import standard
from analyzer.scenarios import CUSTOMER, HEADS
from analyzer.tables import Source, Table

# What a policy may leave out: a head of loss, penalties, liability assumed beyond the law (an indemnity).
EXCLUSIONS = (*HEADS, "penalties", "assumed_liability")
_INSURANCE = ("limit_per_claim", "limit_per_year", "immaterial_limit", "deductible")


@dataclass(frozen=True, slots=True)
class Insurance:
    """The provider's liability policy; None where it is not known."""

    limit_per_claim: Decimal | None = None
    limit_per_year: Decimal | None = None
    immaterial_limit: Decimal | None = None
    deductible: Decimal = Decimal(0)
    claims_made: bool = False
    retroactive_date: date | None = None  # claims for facts before this day are not covered
    exclusions: tuple[str, ...] = ()

    @property
    def on_claims(self) -> bool:
        """Does it answer to claims made while it runs? A policy that takes the past back from a day on does."""
        return self.claims_made or self.retroactive_date is not None

    @property
    def limit(self) -> Decimal | None:
        """The sum that can be drawn on for one claim of pure financial loss: the lowest limit that is given."""
        limits = [
            limit for limit in (self.limit_per_claim, self.limit_per_year, self.immaterial_limit) if limit is not None
        ]
        return min(limits, default=None)

    @property
    def available(self) -> Decimal | None:
        """The limit less the deductible, which is the provider's own."""
        return None if self.limit is None else max(Decimal(0), self.limit - self.deductible)


@dataclass(frozen=True, slots=True)
class Profile:
    """`customer` and `provider` hold the figures that were given; `claim` maps heads of loss to sums.

    `assumptions` replace the defaults of the scenarios' inputs (clauses/scenarios.toml) by name.
    """

    customer: Mapping[str, Decimal] = field(default_factory=dict)
    provider: Mapping[str, Decimal] = field(default_factory=dict)
    shared_platforms: tuple[str, ...] = ()
    insurance: Insurance = Insurance()
    claim: Mapping[str, Decimal] = field(default_factory=dict)
    assumptions: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def given(self) -> Mapping[str, Decimal]:
        """Every input of the scenarios that the user gave, by name; the margin as a share of the turnover."""
        found = {**self.assumptions, **self.customer}
        if (margin := found.get("gross_margin")) is not None:
            found["gross_margin"] = _share(margin, found.get("turnover"))
        return found


def _share(margin: Decimal, turnover: Decimal | None) -> Decimal:
    """A margin written 0.4, 40 (per cent) or as a sum beside the turnover."""
    if margin <= 1:
        return margin
    if margin <= 100:
        return margin / 100
    return min(margin / turnover, Decimal(1)) if turnover else Decimal(1)


def load_profile(path: Path) -> Profile:
    """Read a profile. Raises SettingsProblem with the line at fault."""
    if not path.is_file():
        raise SettingsProblem("no such file.", path=str(path), hint="Give the path of a profile, a .toml file.")
    return read_profile(Source(path, path.name, SettingsProblem))


def read_profile(source: Source) -> Profile:
    """The profile that a text states. Raises the source's error with the line at fault."""
    table = source.table()
    customer, provider = table.table("customer", optional=True), table.table("provider", optional=True)
    insurance, claim = table.table("insurance", optional=True), table.table("claim", optional=True)
    assumptions = table.table("assumptions", optional=True)
    profile = Profile(
        customer=_customer(customer),
        provider=_sums(provider, ("turnover",)),
        shared_platforms=provider.texts("shared_platforms"),
        insurance=_insurance(insurance),
        claim=_sums(claim, HEADS),
        assumptions=_sums(assumptions, tuple(standard().scenarios.inputs)),
    )
    for each in (table, customer, provider, insurance, claim, assumptions):
        each.finish()
    return profile


def _sums(table: Table, keys: tuple[str, ...]) -> dict[str, Decimal]:
    found = {key: table.amount(key) for key in keys if key in table}
    for key, amount in found.items():
        if amount < 0:
            table.refuse(f'"{key}" must not be below zero.', key)
    table.know(*keys)
    return found


def _customer(table: Table) -> dict[str, Decimal]:
    found = _sums(table, CUSTOMER)
    if found.get("gross_margin", Decimal(0)) > 100 and "turnover" not in found:
        table.refuse('"gross_margin" is a share of the turnover: 0.4, or a sum beside "turnover".', "gross_margin")
    return found


def _insurance(table: Table) -> Insurance:
    sums = _sums(table, _INSURANCE)
    return Insurance(
        limit_per_claim=sums.get("limit_per_claim"),
        limit_per_year=sums.get("limit_per_year"),
        immaterial_limit=sums.get("immaterial_limit"),
        deductible=sums.get("deductible", Decimal(0)),
        claims_made=table.flag("claims_made"),
        retroactive_date=table.day("retroactive_date"),
        exclusions=table.texts("exclusions", EXCLUSIONS),
    )
