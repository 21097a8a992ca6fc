"""Figures that do not agree with each other: words and digits of one number, one price stated twice.

Told only where both readings stand in the text. A price in another tax or another period is no clash as long as it fits: « 50 € HT par
mois, soit 720 € TTC par an ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from analyzer.facts.value import Price
from analyzer.facts.values import Clash, Duration, Money, Percent, Vat
from analyzer.language.folding import fold

_AGAIN = re.compile(r"[\w\s/.]{0,50}[,(;:–-]?\s*\(?\b(?:soit|c'est-a-dire|i\.e\.|that is|or|being)\b[\w\s,]{0,20}$")
_LEAST_TAX, _MOST_TAX = Decimal("1.00"), Decimal("1.30")  # no country's tax on services is outside
_ROUNDED = Decimal("0.01")  # yearly prices are rounded up or down by less than this share


def read_clashes(
    text: str,
    money: Sequence[Money],
    durations: Sequence[Duration],
    percents: Sequence[Percent],
    prices: Sequence[Price],
) -> tuple[Clash, ...]:
    """All clashes, in text order."""
    numbers: list[Money | Duration | Percent] = [*money, *durations, *percents]
    found = [Clash("words", each.span) for each in numbers if each.conflict]
    found += _restated(text, prices)
    found += _same_sum(prices)
    return tuple(sorted(set(found), key=lambda clash: (clash.span.start, clash.kind)))


def _restated(text: str, prices: Sequence[Price]) -> Iterator[Clash]:
    """« 50 € par mois, soit 500 € par an »: the second sum is not the first one's year, or not its tax."""
    for first, second in pairwise(prices):
        between = text[first.span.end : second.span.start]
        if len(between) > 80 or not _AGAIN.match(fold(between).text) or first.money.currency != second.money.currency:
            continue
        if not _fits(second.annual / first.annual, first.money.vat, second.money.vat):
            yield Clash("vat" if first.period == second.period else "period", second.span)


def _fits(ratio: Decimal, first: Vat, second: Vat) -> bool:
    if first == "included" and second == "excluded":
        ratio, first, second = 1 / ratio, second, first
    if abs(ratio - 1) <= _ROUNDED:
        return (first, second) != ("excluded", "included")
    return (first, second) != ("included", "included") and first != second and _LEAST_TAX < ratio <= _MOST_TAX


def _same_sum(prices: Sequence[Price]) -> Iterator[Clash]:
    """One price and no other, once a month and once a year, or once before tax and once with it."""
    if len({(price.money.amount, price.money.currency) for price in prices}) != 1:
        return
    first = prices[0]
    for price in prices[1:]:
        if price.period != first.period:
            yield Clash("period", price.span)
        elif {price.money.vat, first.money.vat} == {"excluded", "included"}:
            yield Clash("vat", price.span)
