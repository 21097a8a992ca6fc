"""The decision sheet: everything that the desk found, and the decision that the appetite makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from analyzer.library import Library, standard
from analyzer.profile import Profile
from analyzer.screening.accumulation import Accumulation, Assumptions, accumulate, platforms, standard_assumptions
from analyzer.screening.appetite import DECISIONS, Appetite, Decision, Rule, standard_appetite, value_of
from analyzer.screening.application import Application
from analyzer.screening.contracts import Contract, Fault
from analyzer.screening.covers import CoverMap, Covers, map_covers, standard_covers
from analyzer.screening.evidence import Contradiction, Examination, examine
from analyzer.screening.portfolio import Portfolio, Valued, Valuer, insured_by
from analyzer.screening.questionnaire import Question, Questionnaire, standard_questionnaire

WORST: Final = 10  # contracts listed
GRAVE: Final = ("high", "critical")  # faults that an applicant is advised to mend


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an application is declined or referred. `text` is the appetite's own sentence, empty where a message of that `code` says it."""

    code: str
    decision: Decision
    question: str
    contracts: tuple[Contract, ...] = ()
    text: Mapping[str, str] | None = None
    value: Decimal | None = None
    limit: Decimal | None = None
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Loading:
    """A surcharge in per cent of the premium."""

    rule: Rule
    value: Any


@dataclass(frozen=True, slots=True)
class Imposed:
    """A clause to impose in these contracts; `wordings` are the wording as it stands for one of them in each language met."""

    finding: str
    title: Mapping[str, str]
    days: int
    contracts: tuple[Contract, ...]
    wordings: tuple[tuple[Contract, Fault], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the underwriter reads. The applicant's own version has nothing that the appetite says: no reasons, loadings or conditions, but
    `proposals`, the clauses that mend what is grave in its contracts.
    """

    application: Application
    questionnaire: Questionnaire
    appetite: Appetite
    profile: Profile
    portfolio: Portfolio
    examination: Examination
    accumulation: tuple[Accumulation, ...]
    covers: CoverMap
    measures: Mapping[str, Decimal | None]
    reasons: tuple[Reason, ...]
    loadings: tuple[Loading, ...]
    conditions: tuple[Imposed, ...]
    proposals: tuple[Imposed, ...]
    seed: int
    draws: int
    claim: Decimal | None

    @property
    def decision(self) -> Decision:
        """The gravest that a reason asks for."""
        return max((each.decision for each in self.reasons), key=DECISIONS.index, default="accept")

    @property
    def worst(self) -> tuple[Valued, ...]:
        """The costliest contracts."""
        return self.portfolio.contracts[:WORST]

    @property
    def asked_back(self) -> tuple[Question, ...]:
        """The unanswered questions, gates first, then by weight; those of little weight left out."""
        asked = [each for each in self.examination.unanswered if each.gate or each.weight == "high"]
        return tuple(sorted(asked, key=lambda each: (not each.gate, each.number)))


@dataclass(frozen=True, slots=True)
class Desk:
    """The knowledge that a sheet is made with."""

    library: Library
    questionnaire: Questionnaire
    appetite: Appetite
    assumptions: Assumptions
    covers: Covers


def standard_desk() -> Desk:
    """The knowledge that ships."""
    return Desk(
        standard(), standard_questionnaire(), standard_appetite(), standard_assumptions(), standard_covers()
    )  # fmt: skip


def screen(
    application: Application,
    contracts: Iterable[Contract],
    desk: Desk,
    profile: Profile,
    *,
    unread: Sequence[str] = (),
    language: str = "fr",
    claim: Decimal | None = None,
    seed: int = 0,
) -> Sheet:
    """The sheet of an application with its contracts; `unread` names files that are none, `language` is that of the scenarios' titles."""
    profile = insured_by(application, profile)
    valuer = Valuer(desk.library, profile, application.rows("top_clients"), claim, language, desk.covers.stand_ins)
    portfolio = valuer.portfolio(contracts, unread)
    examination = examine(application, desk.questionnaire, portfolio)
    shared = platforms(application, profile.shared_platforms, portfolio, desk.assumptions)
    accumulated = tuple(
        accumulate(platform, valuer, desk.assumptions, seed, position) for position, platform in enumerate(shared)
    )
    cover_map = map_covers(portfolio, desk.covers, profile.insurance)
    measures = measure(application, portfolio, examination, accumulated, cover_map)
    reasons = _reasons(application, desk.questionnaire, desk.appetite, examination, measures)
    return Sheet(
        application=application,
        questionnaire=desk.questionnaire,
        appetite=desk.appetite,
        profile=profile,
        portfolio=portfolio,
        examination=examination,
        accumulation=accumulated,
        covers=cover_map,
        measures=measures,
        reasons=tuple(sorted(reasons, key=lambda each: -DECISIONS.index(each.decision))),
        loadings=tuple(_loadings(application, desk.appetite, measures)),
        conditions=tuple(_conditions(desk.appetite, portfolio, desk.library)),
        proposals=tuple(_proposals(portfolio, desk.library)),
        seed=seed,
        draws=desk.assumptions.draws,
        claim=claim,
    )


def measure(
    application: Application,
    portfolio: Portfolio,
    examination: Examination,
    accumulated: Sequence[Accumulation],
    covers: CoverMap,
) -> dict[str, Decimal | None]:
    """Every measure that an appetite may name (appetite.MEASURES); None where it is not known."""
    number = len(portfolio.contracts)
    limit, turnover = portfolio.insurance.limit, application.get("turnover.last") or application.get("turnover.current")
    largest = portfolio.contracts[0].payable_now if portfolio.contracts else None
    above = [each.now.share_above_limit for each in accumulated if each.now.share_above_limit is not None]
    counts = {
        "contracts": number,
        "unread": len(portfolio.unread),
        "uncapped": len(portfolio.uncapped),
        "unpriced": len(portfolio.unpriced),
        "unwritten": examination.unwritten,
        "missing_clients": len(examination.missing_clients),
        "contradictions": len(examination.contradictions),
        "gaps": len(covers.gaps),
    }
    shares = {
        "uncapped_share": len(portfolio.uncapped),
        "result_share": _with_topic(portfolio, "obligation_of_result"),
        "indemnity_share": _with_topic(portfolio, "provider_indemnity"),
        "penalty_share": _with_topic(portfolio, "penalties"),
    }
    return {
        **{name: Decimal(value) for name, value in counts.items()},
        **{name: _ratio(Decimal(100 * value), Decimal(number)) for name, value in shares.items()},
        "largest_over_limit": _ratio(largest, limit),
        "payable_over_turnover": _ratio(portfolio.payable_now, turnover),
        "p99_5_over_limit": _ratio(max((each.now.p99_5 for each in accumulated), default=None), limit),
        "share_above_limit": max(above) * 100 if above else None,
    }


def _with_topic(portfolio: Portfolio, topic: str) -> int:
    return sum(topic in each.contract.clauses for each in portfolio.contracts)


def _ratio(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return None if part is None or not whole else part / whole


def _reasons(
    application: Application,
    questionnaire: Questionnaire,
    appetite: Appetite,
    examination: Examination,
    measures: Mapping[str, Decimal | None],
) -> Iterator[Reason]:
    """Gates, contradictions, thresholds, then gates without an answer. Of thresholds on one measure the gravest alone speaks."""
    for rule in appetite.gates:
        if rule.raised_by(value_of(rule, application, measures)):
            yield _raised(rule, application, measures)
    for question in questionnaire:
        against = examination.against(question.id)
        decision = appetite.contradicted_gate if question.gate else appetite.contradicted
        if against and decision != "accept":
            yield Reason("contradicted", decision, question.id, _contracts(against), value=Decimal(len(against)))
    spoken: set[str] = set()
    for rule in sorted(appetite.thresholds, key=lambda rule: -DECISIONS.index(rule.decision)):
        if rule.measure not in spoken and rule.raised_by(value_of(rule, application, measures)):
            spoken.add(rule.measure)
            yield _raised(rule, application, measures)
    for question in examination.unanswered:
        if question.gate and appetite.unanswered_gate != "accept":
            yield Reason("unanswered", appetite.unanswered_gate, question.id)


def _raised(rule: Rule, application: Application, measures: Mapping[str, Decimal | None]) -> Reason:
    value = value_of(rule, application, measures)
    number = value if isinstance(value, Decimal) else None
    question = rule.key.partition(".")[0]
    return Reason(
        rule.code, rule.decision, question, text=rule.text, value=number, limit=rule.limit, measure=rule.measure
    )


def _contracts(contradictions: Sequence[Contradiction]) -> tuple[Contract, ...]:
    """The contracts concerned, each once."""
    found = {each.contract.path: each.contract for each in contradictions if each.contract}
    return tuple(found.values())


def _loadings(
    application: Application, appetite: Appetite, measures: Mapping[str, Decimal | None]
) -> Iterator[Loading]:
    for rule in appetite.loadings:
        value = value_of(rule, application, measures)
        if rule.raised_by(value):
            yield Loading(rule, value)


def _conditions(appetite: Appetite, portfolio: Portfolio, library: Library) -> Iterator[Imposed]:
    """The clauses that the appetite imposes where a contract lacks them."""
    for condition in appetite.conditions:
        if imposed := _imposed(condition.finding, condition.days, portfolio, library):
            yield imposed


def _proposals(portfolio: Portfolio, library: Library) -> list[Imposed]:
    """The clauses that mend what is critical or high in some contract, the gravest first, then the most widespread."""
    gravest: dict[str, int] = {}
    for each in portfolio.contracts:
        for fault in each.contract.faults.values():
            if fault.suggestion and fault.severity in GRAVE:
                gravest[fault.id] = max(gravest.get(fault.id, 0), GRAVE.index(fault.severity))
    found = [imposed for finding in gravest if (imposed := _imposed(finding, 0, portfolio, library))]
    return sorted(found, key=lambda each: (-gravest[each.finding], -len(each.contracts), each.finding))


def _imposed(finding: str, days: int, portfolio: Portfolio, library: Library) -> Imposed | None:
    """The clause for a finding, with the contracts that have it, the costliest first, and its wording in each of their languages."""
    faulty = [each.contract for each in portfolio.contracts if finding in each.contract.faults]
    wordings: dict[str, tuple[Contract, Fault]] = {}
    for contract in faulty:
        fault = contract.faults[finding]
        if fault.suggestion:
            wordings.setdefault(fault.suggestion.language, (contract, fault))
    rule = library.findings.get(finding)
    title = rule.title if rule else {}
    return Imposed(finding, title, days, tuple(faulty), tuple(wordings.values())) if faulty else None
