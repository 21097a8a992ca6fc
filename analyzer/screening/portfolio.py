"""What each contract of the portfolio can cost its provider: losses through its terms and the policy, now and after the suggested wordings.

The rules are the engine's (`assess.exposure_terms`, `assess.exposure_path`); what is new is the customer, whom the application may know
better than the report did. Sums are Decimals in the contract's currency.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, Final

from analyzer.assess.exposure_losses import Loss, losses
from analyzer.assess.exposure_path import payable, walk
from analyzer.assess.exposure_terms import ByTopic, Pricing, Terms, highest_cap, protecting, read_terms
from analyzer.document import Document, Span
from analyzer.facts.values import Facts, Party
from analyzer.library import Library
from analyzer.mended import mended_clauses
from analyzer.pipeline import clauses_of
from analyzer.profile import Insurance, Profile
from analyzer.report import HeadPath, Suggestion
from analyzer.scenarios import HEADS, LossScenario
from analyzer.screening.application import Application
from analyzer.screening.contracts import Contract, is_of_client

ZERO: Final = Decimal(0)
CLAIM: Final = "claim"
CLIENT_FIGURES: Final = ("turnover", "staff", "servers", "records")
_PRONOUNS: Final = frozenset({"we", "us", "you", "nous", "vous"})
_ARTICLES: Final = ("le ", "la ", "l’", "l'", "the ")


@dataclass(frozen=True, slots=True)
class Valued:
    """A contract with its heaviest loss: the scenario of which it lets most through.

    `heads` is the most that each head lets through in any scenario at its central loss, `heads_high` at its high loss.
    `scenario` is empty where nothing can be said (a kind of contract without a scenario). `payable_after_fix` None: nothing is suggested.
    `known_customer`: the application gave figures of this customer.
    """

    contract: Contract
    scenario: str
    title: str
    loss: Decimal
    payable_now: Decimal
    payable_after_fix: Decimal | None
    path: tuple[HeadPath, ...]
    heads: Mapping[str, Decimal]
    heads_high: Mapping[str, Decimal]
    cap: Decimal | None
    known_customer: bool

    @property
    def after(self) -> Decimal:
        """What stays payable after the fix; the same as now where nothing is suggested."""
        return self.payable_now if self.payable_after_fix is None else self.payable_after_fix

    @property
    def multiple(self) -> Decimal | None:
        """How many times the yearly price is payable now; None where the price is not said."""
        annual = self.contract.annual
        return self.payable_now / annual.amount if annual and annual.amount else None

    @property
    def insured(self) -> Decimal | None:
        """What the policy pays of it; None without insurance facts."""
        if any(each.insured is None for each in self.path):
            return None
        return sum((each.insured or ZERO for each in self.path), ZERO)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The valued contracts, the costliest first, what could not be read (`unread`: names of files), and the names under which a contract
    that is already there was given again (`duplicates`).
    """

    contracts: tuple[Valued, ...]
    insurance: Insurance = field(default_factory=Insurance)
    unread: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()

    @property
    def currency(self) -> str:
        """The currency of most contracts."""
        found = [each.contract.currency for each in self.contracts]
        return max(dict.fromkeys(found), key=found.count, default="EUR")

    @property
    def currencies(self) -> tuple[str, ...]:
        """All currencies, that of most contracts first: sums are added as they stand."""
        others = sorted({each.contract.currency for each in self.contracts} - {self.currency})
        return (self.currency, *others)

    @property
    def uncapped(self) -> tuple[Valued, ...]:
        return tuple(each for each in self.contracts if each.contract.uncapped)

    @property
    def unpriced(self) -> tuple[Valued, ...]:
        return tuple(each for each in self.contracts if each.contract.annual is None)

    @property
    def unrecognised(self) -> tuple[Valued, ...]:
        """The contracts whose kind was not recognised; each is valued as a kind that stands in for it."""
        return tuple(each for each in self.contracts if each.contract.kind == "other")

    @property
    def payable_now(self) -> Decimal:
        return sum((each.payable_now for each in self.contracts), ZERO)

    @property
    def payable_after_fix(self) -> Decimal:
        return sum((each.after for each in self.contracts), ZERO)

    @property
    def prices(self) -> Decimal:
        """The yearly prices that are said, together."""
        return sum((each.contract.annual.amount for each in self.contracts if each.contract.annual), ZERO)


@dataclass(frozen=True, slots=True)
class StandIn:
    """A contract whose kind was not recognised is valued as one of this kind where it has the topic (any where that is empty)."""

    kind: str
    topic: str


@dataclass(frozen=True, slots=True)
class _Walk:
    """A loss by head, and its path once it went through a contract."""

    scenario: str = ""
    title: str = ""
    heads: Mapping[str, Decimal] = field(default_factory=dict)
    path: tuple[HeadPath, ...] = ()


@dataclass(frozen=True)
class Valuer:
    """Values contracts: the library's scenarios, what is known of the customers, the policy, a claim to be taken through each contract."""

    library: Library
    profile: Profile = field(default_factory=Profile)
    clients: Sequence[Mapping[str, Any]] = ()
    claim: Decimal | None = None
    language: str = "fr"
    stand_ins: Sequence[StandIn] = ()

    def portfolio(self, contracts: Iterable[Contract], unread: Sequence[str] = ()) -> Portfolio:
        """All contracts valued, each content once, the costliest first; of equal ones by name."""
        apart: dict[str, Contract] = {}
        again: list[str] = []
        for contract in sorted(contracts, key=lambda each: each.path):
            if apart.setdefault(contract.sha256, contract) is not contract:
                again.append(contract.name)
        valued = sorted(
            (self.value(each) for each in apart.values()),
            key=lambda each: (-each.payable_now, -each.loss, each.contract.name),
        )
        return Portfolio(tuple(valued), self.profile.insurance, tuple(unread), tuple(again))

    def value(self, contract: Contract) -> Valued:
        """One contract by its heaviest loss, or by the claim where there is one."""
        profile = self.profile_of(contract)
        central, high = self._walks(contract, profile)
        chosen = central if self.claim is None else [self._walked(contract, self._claimed)]
        heaviest = max(chosen, key=lambda each: (payable(each.path), sum(each.heads.values())), default=_Walk())
        cap = highest_cap(protecting(contract.clauses.get("liability_cap", ())), contract.annual, contract.currency)
        return Valued(
            contract=contract,
            scenario=heaviest.scenario,
            title=heaviest.title,
            loss=sum(heaviest.heads.values(), ZERO),
            payable_now=payable(heaviest.path),
            payable_after_fix=self._after_fix(contract, heaviest) if heaviest.scenario else None,
            path=heaviest.path,
            heads=_most_by_head(each.path for each in central),
            heads_high=_most_by_head(high),
            cap=cap.amount if cap and not contract.uncapped else None,
            known_customer=profile is not self.profile,
        )

    def kind(self, contract: Contract) -> str:
        """The contract's kind; where it was not recognised, the kind that stands in for it."""
        if contract.kind != "other":
            return contract.kind
        fitting = (each.kind for each in self.stand_ins if not each.topic or each.topic in contract.clauses)
        return next(fitting, contract.kind)

    def profile_of(self, contract: Contract) -> Profile:
        """The profile with what the application says of this customer."""
        row = self.client(contract)
        figures = {name: row[name] for name in CLIENT_FIGURES if name in row} if row else {}
        if row and "gross_margin" in row:
            figures["gross_margin"] = row["gross_margin"] / 100
        return replace(self.profile, customer={**self.profile.customer, **figures}) if figures else self.profile

    def client(self, contract: Contract) -> Mapping[str, Any] | None:
        """The row of the application that names this contract's customer."""
        return next((row for row in self.clients if is_of_client(contract, row)), None)

    def loss(self, scenario: LossScenario, profile: Profile) -> Loss:
        """A scenario's loss for a customer, whatever the contract's kind."""
        return next(each for each in self._losses(scenario.kinds[0], profile) if each.scenario.id == scenario.id)

    def terms(self, contract: Contract, scenario: str, heads: Iterable[str], *, fixed: bool = False) -> Terms:
        """The terms that a loss meets, as they stand or with the suggested wordings in place."""
        clauses = self.fixed_clauses(contract) if fixed else contract.clauses
        return read_terms(clauses, scenario, heads, Pricing(self.library.scenarios, contract.annual, contract.currency))

    def fixed_clauses(self, contract: Contract) -> ByTopic:
        """The clauses once every suggested wording is in the contract, read by the rules that read the contract."""
        topics = self.library.scenarios.topics
        suggestions = tuple(
            fault.suggestion
            for fault in contract.faults.values()
            if fault.suggestion and fault.id.split(".")[0] in topics
        )
        if not suggestions:
            return contract.clauses
        own = [clause for topic in topics for clause in contract.clauses.get(topic, ())]
        opening = _opening(suggestions)
        everywhere = Span(0, len(opening)) if opening else None
        party = Party("provider", None, (), everywhere)
        document = Document(name="", path="", sha256="", format="txt", text=opening, blocks=())
        clauses = mended_clauses(own, suggestions, document, Facts(provider=party), self._reader)
        return {topic: [clause for clause in clauses if clause.topic == topic] for topic in topics}

    @cached_property
    def _reader(self) -> Any:
        return lru_cache(maxsize=None)(lambda text: tuple(clauses_of(text, self.library)))

    @cached_property
    def _known_losses(self) -> dict[Any, tuple[Loss, ...]]:
        return {}

    def _losses(self, kind: str, profile: Profile) -> tuple[Loss, ...]:
        """The losses of a kind of contract; worked out once for the customers of whom nothing is known."""
        if profile is not self.profile:
            return losses(self.library.scenarios, kind, profile, self.language)
        if kind not in self._known_losses:
            self._known_losses[kind] = losses(self.library.scenarios, kind, profile, self.language)
        return self._known_losses[kind]

    def _walks(self, contract: Contract, profile: Profile) -> tuple[list[_Walk], list[tuple[HeadPath, ...]]]:
        """The central losses that the contract meets, walked through it, and the paths of the high ones."""
        central, high = [], []
        for loss in self._losses(self.kind(contract), profile):
            scenario, heads = loss.scenario, loss.heads["central"]
            terms = self.terms(contract, scenario.id, heads)
            path = walk(heads, terms, self.profile.insurance)
            central.append(_Walk(scenario.id, scenario.title[self.language], heads, path))
            high.append(walk(loss.heads["high"], terms, Insurance()))
        return central, high

    @property
    def _claimed(self) -> _Walk:
        """The claim as a loss, split where the profile splits it."""
        split = self.profile.claim
        rest = (self.claim or ZERO) - sum(split.values(), ZERO)
        return _Walk(CLAIM, "", {**split, **({"unallocated": rest} if rest > 0 or not split else {})})

    def _walked(self, contract: Contract, case: _Walk) -> _Walk:
        terms = self.terms(contract, case.scenario, case.heads)
        return replace(case, path=walk(case.heads, terms, self.profile.insurance))

    def _after_fix(self, contract: Contract, case: _Walk) -> Decimal | None:
        if not any(fault.suggestion for fault in contract.faults.values()):
            return None
        terms = self.terms(contract, case.scenario, case.heads, fixed=True)
        return payable(walk(case.heads, terms, Insurance()))


def _most_by_head(paths: Iterable[tuple[HeadPath, ...]]) -> dict[str, Decimal]:
    """The most that any of the paths lets through of each head."""
    found: dict[str, Decimal] = {}
    for path in paths:
        for each in path:
            found[each.head] = max(found.get(each.head, ZERO), each.payable)
    return found


def insured_by(application: Application, profile: Profile) -> Profile:
    """The profile with the policy that the application asks for, where the profile says nothing of one."""
    if profile.insurance.limit is not None:
        return profile
    asked = {name: application.get(f"limits.{name}") for name in ("per_claim", "per_year", "immaterial", "deductible")}
    heads, since = application.get("limits.heads"), application.get("limits.retroactive_date")
    exclusions = profile.insurance.exclusions
    if heads:
        exclusions = (*exclusions, *(head for head in HEADS if head not in heads))
    insurance = replace(
        profile.insurance,
        limit_per_claim=asked["per_claim"],
        limit_per_year=asked["per_year"],
        immaterial_limit=asked["immaterial"],
        deductible=asked["deductible"] or profile.insurance.deductible,
        retroactive_date=since or profile.insurance.retroactive_date,
        exclusions=exclusions,
    )
    return replace(profile, insurance=insurance)


def _opening(suggestions: Sequence[Suggestion]) -> str:
    """A line that names the parties as the wordings do: a report does not keep the contract's own."""
    said = {name.lower(): value for each in suggestions for name, value in each.parameters.items()}
    if suggestions[0].language == "fr":
        provider = _named(
            said.get("provider"), "la société Alpha", "le Prestataire", "{name}, ci-après dénommée « {role} »"
        )
        customer = _named(said.get("customer"), "la société Bêta", "le Client", "{name}, ci-après dénommée « {role} »")
        return f"Entre {provider}, et {customer}." if provider and customer else ""
    provider = _named(said.get("provider"), "Alpha Ltd", "the Provider", "{name} (“{role}”)")
    customer = _named(said.get("customer"), "Beta Ltd", "the Customer", "{name} (“{role}”)")
    return f"This agreement is between {provider} and {customer}." if provider and customer else ""


def _named(word: str | None, name: str, role: str, form: str) -> str:
    """A party by the word that the wordings use for it: a role noun with its article, or a trade name; empty for a pronoun."""
    if word is None:
        return form.format(name=name, role=role)
    if word.lower() in _PRONOUNS:
        return ""
    if word.lower().startswith(_ARTICLES):
        return form.format(name=name, role=word[:1].lower() + word[1:])
    return form.format(name=word, role=role)
