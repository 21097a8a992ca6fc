"""What a scenario costs the customer: its heads from the profile where it speaks, from the library's defaults where it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from analyzer.profile import Profile
from analyzer.report import Assumption
from analyzer.scenarios import LEVELS, Input, Level, LossScenario, ScenarioBook

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Loss:
    """The heads of one scenario, low, central and high, and the defaults that they rest on."""

    scenario: LossScenario
    heads: Mapping[Level, Mapping[str, Decimal]]
    assumptions: tuple[Assumption, ...]


def customer_size(book: ScenarioBook, profile: Profile) -> str:
    """`micro` or `sme`, by the turnover, else the staff; a customer of whom nothing is known is the smallest."""
    turnover, staff = profile.given.get("turnover"), profile.given.get("staff")
    if turnover is not None:
        return "micro" if turnover < book.micro_turnover else "sme"
    return "sme" if staff is not None and staff >= book.micro_staff else "micro"


def losses(book: ScenarioBook, kind: str, profile: Profile, language: str) -> tuple[Loss, ...]:
    """The losses that a contract of this kind is exposed to, in the order of the library."""
    size = customer_size(book, profile)
    return tuple(
        _loss(scenario, book, profile, size, language) for scenario in book.scenarios if kind in scenario.kinds
    )


def _loss(scenario: LossScenario, book: ScenarioBook, profile: Profile, size: str, language: str) -> Loss:
    given = profile.given
    heads: dict[Level, Mapping[str, Decimal]] = {}
    for position, level in enumerate(LEVELS):
        values = {name: each.defaults[size][position] for name, each in book.inputs.items()} | dict(given)
        heads[level] = {rule.head: rule.amount(values, size).quantize(CENT, ROUND_HALF_UP) for rule in scenario.heads}
    assumed = (book.inputs[name] for name in scenario.inputs if name not in given)
    return Loss(scenario, heads, tuple(_assumption(each, size, language) for each in assumed))


def _assumption(default: Input, size: str, language: str) -> Assumption:
    low, central, high = default.defaults[size]
    return Assumption(
        default.name,
        default.title[language],
        default.unit,
        low,
        central,
        high,
        default.note[language],
        default.mark,
        default.source,
    )
