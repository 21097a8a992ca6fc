"""Values as the JSON reports hold them: sums are decimal strings, months and multiples numbers, dates in ISO form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from analyzer.reports.format import cents


def amount(value: Decimal) -> str:
    """A sum in units of its currency, with two decimals."""
    return f"{cents(value):f}"


def amount_or_none(value: Decimal | None) -> str | None:
    return None if value is None else amount(value)


def multiple(value: Decimal | None) -> float | None:
    return None if value is None else float(cents(value))


def number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def plain(value: Any, decimal: Callable[[Decimal], str | float]) -> Any:
    """A value of any depth; `decimal` tells what its Decimals are: `amount` for sums, `number` for measures."""
    if isinstance(value, Decimal):
        return decimal(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): plain(inner, decimal) for name, inner in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(plain(inner, decimal) for inner in value)
    if isinstance(value, (tuple, list)):
        return [plain(inner, decimal) for inner in value]
    return value


def in_file(name: str) -> dict[str, str]:
    """Which of several files the offsets beside it are of."""
    return {"file": name} if name else {}
