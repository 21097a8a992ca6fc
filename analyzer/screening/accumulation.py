"""One event that reaches every contract on a shared platform: a Monte Carlo over the contracts' own terms.

An event draws the share of the platform's contracts that it reaches, which of them (one at least), and one severity for all between the
low, the central and the high loss of its scenario. What each contract lets through at that severity is read off a grid that was walked
through its terms, so that caps, exclusions and carve-outs bite as they do for a single loss. The same seed gives the same events, before
and after the fix.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from analyzer.assess.exposure_losses import Loss
from analyzer.assess.exposure_path import payable, walk
from analyzer.profile import Insurance
from analyzer.scenarios import LEVELS, LossScenario, Texts
from analyzer.screening.application import Application
from analyzer.screening.contracts import Contract, folded
from analyzer.screening.portfolio import Portfolio, Valuer
from analyzer.screening.questionnaire import knowledge
from analyzer.tables import Source, Table

STEPS: Final = 8  # of the grid from the low to the high loss; the central one is in the middle
_CHUNK: Final = 4_000_000  # contracts times events drawn at once
_CENT: Final = Decimal("0.01")
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of an event: low, central, high; `mark` I: our own proposal."""

    values: tuple[float, float, float]
    mark: str
    source: str
    note: Texts


@dataclass(frozen=True, slots=True)
class PlatformKind:
    """A kind of platform, the scenario that its fall sets off, how often, and how far it reaches."""

    id: str
    scenario: str
    kinds: tuple[str, ...]
    topics: tuple[str, ...]
    title: Texts
    account: Texts
    frequency: Figure
    reached: Figure

    def serves(self, contract: Contract) -> bool:
        """Is this a contract that such a platform would serve?"""
        return contract.kind in self.kinds or any(topic in contract.clauses for topic in self.topics)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the accumulation rests on (clauses/accumulation.toml)."""

    draws: int
    platforms: Mapping[str, PlatformKind]


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform and its contracts. `assumed`: neither the application nor a contract names it; `name` is then empty."""

    kind: PlatformKind
    name: str
    contracts: tuple[Contract, ...]
    assumed: bool


@dataclass(frozen=True, slots=True)
class Events:
    """Drawn events: which contracts each reaches (events x contracts), how severe it is (0 low, 0.5 central, 1 high)."""

    reached: NDArray[np.bool_]
    severity: Array

    def losses(self, grid: Array) -> Array:
        """The loss of each event; `grid` is what each contract lets through at each step of severity (contracts x steps)."""
        steps = grid.shape[1] - 1
        place = np.minimum((self.severity * steps).astype(np.int64), steps - 1)
        share = self.severity * steps - place
        sums = self.reached.astype(np.float64) @ grid
        rows = np.arange(len(place))
        found: Array = sums[rows, place] * (1 - share) + sums[rows, place + 1] * share
        return found


@dataclass(frozen=True, slots=True)
class Outcome:
    """Events in figures: the mean, the sums that 1 in 20 and 1 in 200 exceed, the share above the insured sum (None: not known)."""

    expected: Decimal
    p95: Decimal
    p99_5: Decimal
    share_above_limit: Decimal | None


@dataclass(frozen=True, slots=True)
class Accumulation:
    """One platform's events, now and after the fix. `largest` is the most that one contract alone can let through."""

    platform: Platform
    now: Outcome
    after: Outcome
    largest: Decimal

    @property
    def yearly(self) -> tuple[Decimal, Decimal, Decimal]:
        """Mean loss a year at the low, central and high frequency, now."""
        low, central, high = (
            (self.now.expected * Decimal(str(each))).quantize(_CENT, ROUND_HALF_UP)
            for each in self.platform.kind.frequency.values
        )
        return low, central, high


@cache
def standard_assumptions() -> Assumptions:
    """The assumptions that ship."""
    return load_assumptions(knowledge("accumulation.toml"))


def load_assumptions(path: Path) -> Assumptions:
    """Read the assumptions. Raises LibraryProblem with the line at fault."""
    table = Source(path, path.name).table()
    draws = int(table.number("draws"))
    platforms = [_platform_kind(each) for each in table.tables("platforms")]
    table.finish()
    return Assumptions(draws, {each.id: each for each in platforms})


def _platform_kind(table: Table) -> PlatformKind:
    kind = PlatformKind(
        id=table.text("id"),
        scenario=table.text("scenario"),
        kinds=table.texts("kinds"),
        topics=table.texts("topics"),
        title=table.both_languages("title"),
        account=table.both_languages("account"),
        frequency=_figure(table.table("frequency")),
        reached=_figure(table.table("reached")),
    )
    table.finish()
    return kind


def _figure(table: Table) -> Figure:
    values = tuple(float(each) for each in table.values("values"))
    if len(values) != 3 or list(values) != sorted(values) or not 0 <= values[0] <= values[2] <= 1:
        table.refuse('"values" are three shares from 0 to 1, in order: low, central, high.', "values")
    low, central, high = values
    figure = Figure(
        (low, central, high),
        table.choice("mark", ("V", "M", "I")),
        table.text("source", ""),
        table.both_languages("note"),
    )
    table.finish()
    return figure


def platforms(
    application: Application, declared: Sequence[str], portfolio: Portfolio, assumptions: Assumptions
) -> list[Platform]:
    """The platforms of the application, then those `declared` in a profile; one that nobody names is assumed for each kind that is left."""
    contracts = sorted((each.contract for each in portfolio.contracts), key=lambda each: (each.name, each.sha256))
    rows = [*application.rows("shared_platforms"), *_declared(declared, assumptions)]
    found = [_named(row, contracts, assumptions) for row in rows]
    if not any(row["kind"] == "remote_management" for row in rows) and application.get("rmm.name"):
        row = {"kind": "remote_management", "name": application.get("rmm.name")}
        found.insert(0, _named(row, contracts, assumptions))
    said = {each.kind.id for each in found}
    for kind in assumptions.platforms.values():
        served = tuple(each for each in contracts if kind.serves(each))
        if kind.id not in said and len(served) > 1:
            found.append(Platform(kind, "", served, assumed=True))
    return [each for each in found if each.contracts]


def _declared(names: Sequence[str], assumptions: Assumptions) -> Iterable[Mapping[str, Any]]:
    """A profile's shared_platforms: a kind, or "kind: name"."""
    for each in names:
        kind, _, name = each.partition(":")
        if kind.strip() in assumptions.platforms:
            yield {"kind": kind.strip(), "name": name.strip()}


def _named(row: Mapping[str, Any], contracts: Sequence[Contract], assumptions: Assumptions) -> Platform:
    """The contracts that the row lists, and those whose text names the platform; where there is neither, all that it would serve."""
    kind, name, patterns = assumptions.platforms[row["kind"]], row["name"], row.get("contracts", ())
    word = f" {folded(name)} "
    listed = {id(each) for each in contracts if any(fnmatch(each.name, pattern) for pattern in patterns)}
    if word.strip():
        listed |= {id(each) for each in contracts if any(word in f" {folded(quote)} " for quote in each.quotes)}
    served = tuple(each for each in contracts if (id(each) in listed if listed else kind.serves(each)))
    return Platform(kind, name, served, assumed=not listed)


def accumulate(platform: Platform, valuer: Valuer, assumptions: Assumptions, seed: int, position: int) -> Accumulation:
    """One platform's events. `position` tells its draws from those of the other platforms under one seed."""
    scenario = next(each for each in valuer.library.scenarios.scenarios if each.id == platform.kind.scenario)
    now = grid_of(platform.contracts, scenario, valuer, fixed=False)
    after = grid_of(platform.contracts, scenario, valuer, fixed=True)
    generator = np.random.default_rng([seed, position])
    losses: list[Array] = []
    mended: list[Array] = []
    for events in draw(platform, assumptions.draws, generator):
        losses.append(events.losses(now))
        mended.append(events.losses(after))
    limit = valuer.profile.insurance.limit
    return Accumulation(
        platform=platform,
        now=_outcome(np.concatenate(losses), limit),
        after=_outcome(np.concatenate(mended), limit),
        largest=_money(float(now.max())),
    )


def draw(platform: Platform, number: int, generator: np.random.Generator) -> Iterable[Events]:
    """Events in chunks: the share reached, the contracts reached (one at least), the severity."""
    contracts = len(platform.contracts)
    at_once = max(1, _CHUNK // contracts)
    for start in range(0, number, at_once):
        size = min(at_once, number - start)
        share = _triangular(generator, platform.kind.reached.values, size)
        luck = generator.random((size, contracts))
        reached = luck < share[:, None]
        reached[np.arange(size), luck.argmin(axis=1)] = True
        yield Events(reached, _triangular(generator, (0.0, 0.5, 1.0), size))


def _triangular(generator: np.random.Generator, values: tuple[float, float, float], size: int) -> Array:
    low, central, high = values
    return np.full(size, central) if low == high else generator.triangular(low, central, high, size)


def grid_of(contracts: Sequence[Contract], scenario: LossScenario, valuer: Valuer, *, fixed: bool) -> Array:
    """What each contract lets through of the scenario's loss at each step from low to high (contracts x STEPS + 1)."""
    rows = []
    for contract in contracts:
        loss = valuer.loss(scenario, valuer.profile_of(contract))
        terms = valuer.terms(contract, scenario.id, loss.heads["central"], fixed=fixed)
        rows.append([float(payable(walk(_heads(loss, step), terms, Insurance()))) for step in range(STEPS + 1)])
    return np.array(rows, dtype=np.float64).reshape(len(contracts), STEPS + 1)


def _heads(loss: Loss, step: int) -> dict[str, Decimal]:
    """The loss by head between low and central, or between central and high."""
    half = STEPS // 2
    first, last = (LEVELS[0], LEVELS[1]) if step <= half else (LEVELS[1], LEVELS[2])
    share = Decimal(step if step <= half else step - half) / half
    return {
        head: (amount + (loss.heads[last][head] - amount) * share).quantize(_CENT, ROUND_HALF_UP)
        for head, amount in loss.heads[first].items()
    }


def _outcome(losses: Array, limit: Decimal | None) -> Outcome:
    above = None if limit is None else Decimal(str(round(float((losses > float(limit)).mean()), 4)))
    return Outcome(
        expected=_money(float(losses.mean())),
        p95=_money(float(np.quantile(losses, 0.95, method="inverted_cdf"))),
        p99_5=_money(float(np.quantile(losses, 0.995, method="inverted_cdf"))),
        share_above_limit=above,
    )


def _money(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_CENT, ROUND_HALF_UP)
