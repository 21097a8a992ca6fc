"""What an insurer takes, refers and declines: gates, thresholds, loadings, conditions (`clauses/appetite.toml`, or a file of its own)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from analyzer.errors import GardefouError, LibraryProblem, SettingsProblem
from analyzer.scenarios import Texts
from analyzer.screening.application import Application
from analyzer.screening.questionnaire import Questionnaire, knowledge, refuse_answers, standard_questionnaire
from analyzer.tables import Source, Table

Decision = Literal["accept", "refer", "decline"]
DECISIONS: Final[tuple[Decision, ...]] = ("accept", "refer", "decline")
# What thresholds and loadings may measure; shares are per cent.
MEASURES: Final = (
    "contracts", "unread", "uncapped", "uncapped_share", "unpriced", "unwritten", "missing_clients", "contradictions",
    "largest_over_limit", "payable_over_turnover", "p99_5_over_limit", "share_above_limit", "gaps", "result_share",
    "indemnity_share", "penalty_share",
)  # fmt: skip
SHARES: Final = tuple(name for name in MEASURES if name.startswith("share_") or name.endswith("_share"))


@dataclass(frozen=True, slots=True)
class Rule:
    """A gate, a threshold or a loading: on an answer (`key`) or on a measure; raised by a value in `values`, above or below a bound."""

    code: str
    key: str
    measure: str
    values: tuple[Any, ...]
    above: Decimal | None
    below: Decimal | None
    decision: Decision
    percent: Decimal
    text: Texts

    @property
    def limit(self) -> Decimal | None:
        return self.below if self.above is None else self.above

    def raised_by(self, value: Any) -> bool:
        """Does an answer, or a measure, raise the rule? What is not known raises nothing."""
        if value is None:
            return False
        if isinstance(value, bool):
            return any(each is value for each in self.values)
        if isinstance(value, (Decimal, int)):
            over = self.above is not None and value > self.above
            return value in self.values or over or (self.below is not None and value < self.below)
        return value in self.values


@dataclass(frozen=True, slots=True)
class Condition:
    """The clause that mends a finding is imposed within `days` of inception."""

    finding: str
    days: int


@dataclass(frozen=True, slots=True)
class Appetite:
    """An insurer's rules. The decisions on contradictions and unanswered gates are "accept" where they are left to the reader."""

    title: Texts
    contradicted_gate: Decision
    contradicted: Decision
    unanswered_gate: Decision
    gates: tuple[Rule, ...]
    thresholds: tuple[Rule, ...]
    loadings: tuple[Rule, ...]
    conditions: tuple[Condition, ...]


@cache
def standard_appetite() -> Appetite:
    """The appetite that ships."""
    return load_appetite(knowledge("appetite.toml"), LibraryProblem)


def load_appetite(path: Path, problem: type[GardefouError] = SettingsProblem) -> Appetite:
    """Read an appetite. Raises `problem` with the line at fault."""
    if not path.is_file():
        raise problem("no such file.", path=str(path), hint="Give the path of an appetite, a .toml file.")
    table = Source(path, path.name, problem).table()
    questionnaire = standard_questionnaire()
    contradictions, unanswered = table.table("contradictions", optional=True), table.table("unanswered", optional=True)
    appetite = Appetite(
        title=table.both_languages("title"),
        contradicted_gate=_decision(contradictions, "gate"),
        contradicted=_decision(contradictions, "other"),
        unanswered_gate=_decision(unanswered, "gate"),
        gates=tuple(_rule(each, questionnaire) for each in table.tables("gates")),
        thresholds=tuple(_rule(each, questionnaire) for each in table.tables("thresholds")),
        loadings=tuple(_rule(each, questionnaire, loading=True) for each in table.tables("loadings")),
        conditions=tuple(_condition(each) for each in table.tables("conditions")),
    )
    for each in (contradictions, unanswered, table):
        each.finish()
    return appetite


def _decision(table: Table, key: str, default: str | None = "refer") -> Decision:
    decision: Decision = table.choice(key, DECISIONS, default)  # type: ignore[assignment]
    return decision


def _rule(table: Table, questionnaire: Questionnaire, *, loading: bool = False) -> Rule:
    keys = [key for question in questionnaire for key in question.keys if question.type != "rows"]
    rule = Rule(
        code=table.text("code"),
        key=table.choice("answer", keys) if "answer" in table else "",
        measure=table.choice("measure", MEASURES) if "measure" in table else "",
        values=table.values("is") if "is" in table else (),
        above=table.amount("above") if "above" in table else None,
        below=table.amount("below") if "below" in table else None,
        decision="accept" if loading else _decision(table, "decision", None),
        percent=table.amount("percent") if loading else Decimal(0),
        text=table.both_languages("text"),
    )
    if bool(rule.key) == bool(rule.measure):
        table.refuse('a rule is on one of "answer" and "measure".', "code", rule.code)
    if rule.key:
        question, _, name = rule.key.partition(".")
        refuse_answers(table, questionnaire.questions[question].field(name), rule.values, rule.code)
    if not rule.values and rule.limit is None:
        table.refuse('a rule needs "is", "above" or "below".', "code", rule.code)
    table.know("answer", "measure", "is", "above", "below")
    table.finish()
    return rule


def _condition(table: Table) -> Condition:
    condition = Condition(table.text("finding"), int(table.number("days")))
    table.finish()
    return condition


def value_of(rule: Rule, application: Application, measures: Mapping[str, Decimal | None]) -> Any:
    """What the rule looks at; None where it is not known."""
    return application.get(rule.key) if rule.key else measures.get(rule.measure)
