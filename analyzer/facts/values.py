"""The facts that a contract states: sums, durations, shares, fees, parties, law, dates, term, yearly value.

Every fact carries the span of the text that states it. Sums are Decimal and never float; a fact that the text does not state is
None, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from analyzer.document import Span

Role = Literal["provider", "customer", "both", "other"]
Vat = Literal["excluded", "included", "unknown"]
Period = Literal["hour", "day", "week", "month", "quarter", "half_year", "year", "total", "unit"]


@dataclass(frozen=True, slots=True)
class Money:
    """A sum as written. `amount` is what the words say where words and digits disagree (`conflict` is then true)."""

    span: Span
    amount: Decimal
    currency: str  # ISO 4217
    vat: Vat = "unknown"
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: `number` of `unit`s. A year is 12 months, a day 24 hours; months and days never mix."""

    span: Span
    number: Decimal
    unit: Literal["minute", "hour", "day", "week", "month", "year"]
    business: bool = False  # working days or hours
    conflict: bool = False  # as in Money

    @property
    def months(self) -> Decimal | None:
        """The length in months; None for units shorter than a month."""
        return self.number * 12 if self.unit == "year" else self.number if self.unit == "month" else None

    @property
    def hours(self) -> Decimal | None:
        """The length in hours; None for months and years, whose length varies."""
        per = {"minute": Decimal(1) / 60, "hour": Decimal(1), "day": Decimal(24), "week": Decimal(168)}.get(self.unit)
        return None if per is None else self.number * per

    @property
    def iso(self) -> str:
        """ISO 8601: PT4H, P1D, P1W, P3M, P1Y."""
        letter = {"minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}[self.unit]
        number = format(self.number.normalize(), "f")
        return f"P{'T' if self.unit in ('minute', 'hour') else ''}{number}{letter}"


@dataclass(frozen=True, slots=True)
class Percent:
    """A share: "50 %" and "cinquante pour cent" are 50."""

    span: Span
    value: Decimal
    conflict: bool = False  # as in Money


@dataclass(frozen=True, slots=True)
class Fees:
    """A reference to what the customer pays: « les sommes versées », "fees paid", « le prix du contrat »."""

    span: Span
    look_back: Literal["paid", "payable"] | None = None


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A place where a party is named: by role noun, defined term, trade name or pronoun."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Party:
    """A party: the name as written where it is given, the words that stand for it, where it was read."""

    role: Role
    name: str | None
    aliases: tuple[str, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class GoverningLaw:
    """A choice of law. `code` as in INTERFACE.md (FR, BE, GB-EAW, US-NY …), None where the law is named by a description."""

    span: Span
    code: str | None


@dataclass(frozen=True, slots=True)
class AnnualValue:
    """What the contract is worth in a full year, and the sum it was read from."""

    amount: Decimal
    currency: str
    vat: Vat
    quoted_amount: Decimal
    quoted_period: Period
    span: Span | None  # None when the value came from an option
    source: Literal["contract", "option"] = "contract"


@dataclass(frozen=True, slots=True)
class Clash:
    """Figures that do not agree: `words` and digits of one number, or one price stated again with another `vat` or `period`.

    `span` is the number, or the second of the two prices.
    """

    kind: Literal["words", "vat", "period"]
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """How long the contract runs, in months, and whether it renews by itself (None: not said)."""

    months: Decimal | None
    tacit_renewal: bool | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one document, each list in text order."""

    money: tuple[Money, ...] = ()
    durations: tuple[Duration, ...] = ()
    percents: tuple[Percent, ...] = ()
    fees: tuple[Fees, ...] = ()
    mentions: tuple[RoleMention, ...] = ()
    provider: Party | None = None
    customer: Party | None = None
    governing_law: GoverningLaw | None = None
    signed_on: date | None = None
    signed_span: Span | None = None
    term: Term | None = None
    annual_value: AnnualValue | None = None
    clashes: tuple[Clash, ...] = ()
    currency: str | None = None  # the one that is named most often, with a sum or without: « en francs CFA (XAF) »
