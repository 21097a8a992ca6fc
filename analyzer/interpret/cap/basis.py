"""What a ceiling is made of: fees, a sum, the insurance, or the greater or lesser of two; its window and its multiple."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from analyzer.interpret.cap.scene import Found, Scene
from analyzer.interpret.cap.words import BLANK, BRACKETED_MONTHS, NUMBERS, REDACTED

_WINDOW = 260  # letters after the fees in which their window may be told
_WINDOW_AHEAD = 60


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The ceiling of one clause. `blank`: the sum is left open; `hidden`: it is redacted; `elsewhere`: another text states it."""

    basis: str
    amount: str | None = None
    currency: str | None = None
    months: int | float | None = None
    multiple: float | None = None
    look_back: str | None = None
    blank: bool = False
    elsewhere: bool = False


# "the sum paid to the Contractor by its indemnity insurer", « les sommes versées par son assureur »: no fees.
_PAID_BY_INSURER = re.compile(
    r"[^.;:,]{0,50}?\b(?:by|par) (?:[\w'-]{1,20} ){1,5}?(?:insurers?|assureurs?|underwriters?)\b"
)


def read_ceiling(scene: Scene) -> Ceiling:
    """The ceiling as this stretch of text states it."""
    facts = scene.context.facts
    money = scene.found(facts.money)
    fees = [each for each in scene.found(facts.fees) if not _from_insurer(scene, each)]
    insurance = scene.words.insurance.search(scene.ceiling)
    multiple = _multiple(scene)
    if fees and insurance and ";" in scene.ceiling[insurance.end() : fees[0].start - scene.bound]:
        return Ceiling("insurance")  # the fees are what is left where the insurer does not pay
    if fees or (multiple is not None and not money and not insurance):
        return _of_fees(scene, fees, money, multiple)
    if money:
        basis = (
            "insurance"
            if insurance and scene.bound + insurance.start() < money[0].start
            else _chosen(scene)
            if len(money) > 1
            else "fixed_amount"
        )
        return Ceiling(basis or "fixed_amount", *_sum(money))
    if insurance:
        return Ceiling("insurance")
    return _without_sum(scene)


def _from_insurer(scene: Scene, fees: Found) -> bool:
    """Is what looks like a fee the insurer's money: "the amount that its insurer pays", "the sum paid by its insurer"?"""
    inside = scene.words.insurance.search(scene.between(fees.start, fees.end))
    return inside is not None or _PAID_BY_INSURER.match(scene.between(fees.end, scene.end)) is not None


def _of_fees(scene: Scene, fees: list[Found], money: list[Found], multiple: float | None) -> Ceiling:
    basis = _chosen(scene)
    if basis is None and fees and money:
        basis = _second_bound(scene, fees[0], money[0])
    months: int | float | None = _months(scene, fees)
    if months == 1 and multiple is not None and multiple > 1 and multiple.is_integer():
        months, multiple = int(multiple), None  # six times the monthly charge is six months of charges
    if basis is None:
        basis = "multiple" if multiple is not None and multiple > 1 else "fees_paid"
    amount, currency = _sum(money)
    return Ceiling(basis, amount, currency, months, 1.0 if multiple is None else multiple, _look_back(scene, fees))


def _without_sum(scene: Scene) -> Ceiling:
    basis = _chosen(scene)
    if REDACTED.search(scene.ceiling):
        return Ceiling(basis or "fixed_amount")
    elsewhere = scene.words.elsewhere.search(scene.ceiling) is not None
    blank = not elsewhere and BLANK.search(scene.ceiling) is not None
    return Ceiling(basis or ("fixed_amount" if blank else "other"), blank=blank, elsewhere=elsewhere)


def _chosen(scene: Scene) -> str | None:
    if scene.words.lesser.search(scene.whole):
        return "lesser_of"
    return "greater_of" if scene.words.greater.search(scene.whole) else None


def _second_bound(scene: Scene, fees: Found, money: Found) -> str | None:
    """The lesser for "the fees paid, in no event more than EUR 100", the greater for "and at least"."""
    between = scene.between(min(fees.end, money.end), max(fees.start, money.start))
    if scene.words.at_least.search(between):
        return "greater_of"
    return "lesser_of" if scene.words.at_most.search(between) else None


def _sum(money: list[Found]) -> tuple[str | None, str | None]:
    if not money:
        return None, None
    return str(money[0].fact.amount), money[0].fact.currency


def _multiple(scene: Scene) -> float | None:
    """A share, "times" or a fraction; None where nothing of the sort is said."""
    text = scene.ceiling
    percents = scene.found(scene.context.facts.percents)
    if percents:
        return float(percents[0].fact.value / 100)
    times = scene.words.times.search(text)
    if times:
        half = 0.5 if text.startswith(" et demi", times.end()) else 0.0
        return half + float(NUMBERS.get(times[1]) or times[1].replace(",", "."))
    return next((value for words, value in scene.words.fractions.items() if words in text), None)


def _months(scene: Scene, fees: list[Found]) -> int | float | None:
    """The window of the fees: a length of time after them (or just before), else a word such as « annuel »."""
    if not fees:  # "100 % of the monthly rental": a share of a price that is called by no usual name
        return next((months for words, months in scene.words.windows if words.search(scene.ceiling)), None)
    facts = scene.context.facts
    place = fees[0]
    near = [
        found
        for found in scene.found(facts.durations)
        if place.start - _WINDOW_AHEAD <= found.start <= place.end + _WINDOW or place.start <= found.start <= place.end
    ]
    if not near and scene.words.same_window.search(
        scene.context.folded.text, place.start, min(scene.end, place.end + _WINDOW_AHEAD)
    ):
        near = scene.found_before(facts.durations)
    lengths = [length for found in near if (length := _in_months(found)) is not None]
    if lengths:
        return _plain(lengths[0])
    bracketed = BRACKETED_MONTHS.search(scene.context.folded.text, place.start, min(scene.end, place.end + _WINDOW))
    if bracketed:
        return int(bracketed[1])
    around = scene.context.folded.text[max(scene.bound, place.start - 30) : min(scene.end, place.end + 140)]
    return next((months for words, months in scene.words.windows if words.search(around)), None)


def _in_months(found: Found) -> Decimal | None:
    duration: Any = found.fact
    if duration.months is not None:
        months: Decimal = duration.months
        return months
    if duration.unit == "day" and duration.number >= 28:
        return Decimal(12) if duration.number in (360, 365) else Decimal(round(duration.number / 30))
    return None


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _look_back(scene: Scene, fees: list[Found]) -> str | None:
    if not fees:
        return None
    after = scene.context.folded.text[fees[0].start : min(scene.end, fees[0].end + 40)]
    if scene.words.payable.search(after):
        return "payable"
    said: str | None = fees[0].fact.look_back
    return said
