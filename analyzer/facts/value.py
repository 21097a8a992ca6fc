"""What the contract is worth in a full year, read from the price it states. Precision first: two prices that differ
give none.

A cap, a penalty, an insured sum, a share capital, a threshold or a one-off charge is never the price.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from analyzer.document import Span
from analyzer.facts.reading import read_text
from analyzer.facts.values import AnnualValue, Duration, Money, Period, Term
from analyzer.language.folding import fold
from analyzer.language.prices import NO_PRICE, PERIODS_AFTER, PERIODS_BEFORE, PRICE, UNIT, UNITS_COUNTED

_PER_YEAR: dict[Period, int] = {"month": 12, "quarter": 4, "half_year": 2, "year": 1}
_PRICE, _NO_PRICE, _UNIT = re.compile(PRICE), re.compile(NO_PRICE), re.compile(UNIT)
_AFTER: tuple[tuple[Period, re.Pattern[str]], ...] = tuple(
    (period, re.compile(rf"(?:(?<![a-z])|(?=/))(?:{words})")) for period, words in PERIODS_AFTER
)
_BEFORE: tuple[tuple[Period, re.Pattern[str]], ...] = tuple(
    (period, re.compile(rf"\b(?:{words})")) for period, words in PERIODS_BEFORE
)
_QUANTITY = re.compile(rf"(?<![\d.,])(\d{{1,5}})(?: \w{{1,12}})?[ ]?(?:{UNITS_COUNTED})\b")
_ENDS = re.compile(r"[.;!?](?=\s+[A-ZÀ-Ý«\d]|\s*$)|\n[ \t\r]*\n|\n[ \t]*[-*•|#]")
_HEADED = re.compile(
    (
        r"(?:^|\n)[^\n]{0,40}\b(?:prix|tarifs?|conditions financieres|redevances?|fees|price|pricing|charges|payment"
        r"|remuneration)\b[^\n]{0,30}\n"
    ),
    re.IGNORECASE,
)
# The same price over another period: « 520 € par mois, soit 6 240 € par an ».
_RESTATED = re.compile(r"\b(?:soit|c'est-a-dire|i\.e\.|that is|equivalent to|equal to)(?!\w)")
_BACK, _ON = 140, 70
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Price:
    """A sum that the text calls a price, and the full year it makes."""

    money: Money
    period: Period
    annual: Decimal
    span: Span
    total: bool


def _flat(text: str) -> str:
    return read_text(fold(text)).text


def _sentence(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a sum in its own sentence or table row, folded."""
    before, after = text[max(0, span.start - _BACK) : span.start], text[span.end : span.end + _ON]
    ends = list(_ENDS.finditer(before))
    stop = _ENDS.search(after)
    return _flat(before[ends[-1].end() :] if ends else before), _flat(after[: stop.start()] if stop else after)


def _period(before: str, after: str) -> Period | None:
    restated = _RESTATED.search(after)
    after = after[: restated.start()] if restated else after
    found = [(match.start(), period) for period, pattern in _AFTER if (match := pattern.search(after))]
    if found and min(found)[0] < 45:
        return min(found)[1]
    said = [(match.start(), period) for period, pattern in _BEFORE for match in pattern.finditer(before)]
    return max(said)[1] if said else None


def _units(before: str, after: str) -> int | None:
    """How many units the price is for: 1 where it is for the whole, None where the number of units is not said."""
    if not _UNIT.search(after[:50]):
        return 1
    found = _QUANTITY.search(after) or _QUANTITY.search(before)
    return int(found.group(1)) if found else None


def _total(
    amount: Decimal, after: str, durations: tuple[Duration, ...], span: Span, term: Term | None
) -> Decimal | None:
    """A full year of a price for the whole term; None where the term is not known."""
    near = [
        duration.months
        for duration in durations
        if span.end <= duration.span.start <= span.end + len(after) and duration.months
    ]
    months = near[0] if near else term.months if term else None
    return amount * 12 / months if months else None


def _priced(before: str, text: str, start: int) -> bool:
    """Whether a price is spoken of: in the sentence, or in the heading above it."""
    return bool(_PRICE.search(before) or _HEADED.search(text, max(0, start - 300), start))


def _price(money: Money, text: str, durations: tuple[Duration, ...], term: Term | None) -> Price | None:
    before, after = _sentence(text, money.span)
    if (
        not _priced(before, text, money.span.start)
        or _NO_PRICE.search(before)
        or _NO_PRICE.search(after[:45])
        or not money.amount
    ):
        return None
    period, units = _period(before, after), _units(before, after)
    if period is None or units is None:
        return None
    total = period == "total"
    annual = (
        _total(money.amount, after, durations, money.span, term) if total else money.amount * _PER_YEAR[period] * units
    )
    if annual is None:
        return None
    return Price(
        money, period, annual.quantize(_CENT, ROUND_HALF_UP), money.span, bool(re.search(r"\b(?:total|global)", before))
    )


def _chosen(prices: list[Price]) -> Price | None:
    """The one price of the contract: the only one, the one said to be the total, or none."""
    for pick in (prices, [price for price in prices if price.total]):
        nets = [price for price in pick if price.money.vat != "included"] or pick
        if nets and len({(price.annual, price.money.currency) for price in nets}) == 1:
            return nets[0]
    return None


def read_prices(text: str, money: tuple[Money, ...], durations: tuple[Duration, ...], term: Term | None) -> list[Price]:
    """The sums that the text calls prices of the contract and of which a full year is known, in text order."""
    return [price for price in (_price(stated, text, durations, term) for stated in money) if price is not None]


def read_annual_value(prices: list[Price]) -> AnnualValue | None:
    """The contract's yearly value; None where the text gives no price, no period, or prices that differ."""
    price = _chosen(prices)
    if price is None:
        return None
    stated = price.money
    return AnnualValue(price.annual, stated.currency, stated.vat, stated.amount, price.period, price.span)
