"""Loads `clauses/enforceability.toml` and `clauses/cases.toml`: what a court asks of a clause, and what courts answered.

Data only: the questions of a family of laws with their possible answers, the rules that turn answers into a standing, the recorded
cases. `analyzer.assess.enforceability` asks them of a contract. A fault in a file stops the load with the author's own line
(LibraryProblem).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

import clauses
from analyzer.library import KINDS, read_law
from analyzer.rules import Law, Texts
from analyzer.tables import Source, Table

Effect = Literal["for", "against", "open"]
Standing = Literal["likely_to_hold", "uncertain", "at_risk"]
EFFECTS = ("for", "against", "open")
STANDINGS = ("likely_to_hold", "uncertain", "at_risk")
MEASURES = ("sum", "years", "insured_share", "period")
OUTCOMES = ("upheld", "struck", "partly", "quashed", "none")
TOPICS = ("liability_cap", "liability_exclusion", "indirect_damages_exclusion", "claim_time_limit")


@dataclass(frozen=True, slots=True)
class Period:
    """From a day on (inclusive) and until a day (exclusive); None: without end on that side."""

    since: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A measure from (inclusive) and below (exclusive); None: without bound on that side."""

    least: Decimal | None
    below: Decimal | None

    def hold(self, value: Decimal) -> bool:
        return (self.least is None or value >= self.least) and (self.below is None or value < self.below)


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be so in the contract: all that is given here.

    `own` is met by the attributes of the clause that is judged, `heading` by a word in its title; `topic` by a found clause of the topic
    which meets `having`, does not meet `lacking` and bears one of `signals` (`near`: a near miss will do); `kinds` by the contract's kind,
    `signed` by a date of signature.
    """

    own: Mapping[str, tuple[Any, ...]]
    heading: tuple[str, ...]
    topic: str
    having: Mapping[str, tuple[Any, ...]]
    lacking: Mapping[str, tuple[Any, ...]]
    signals: tuple[str, ...]
    near: bool
    kinds: tuple[str, ...]
    signed: bool
    measures: Mapping[str, Bounds]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, given where one of the conditions in `when` is met; the last answer has none and is given otherwise."""

    id: str
    effect: Effect
    says: Texts
    when: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """A reference and the days of signature for which it speaks."""

    law: Law
    period: Period


@dataclass(frozen=True, slots=True)
class Question:
    """What a court of these laws asks of a clause of these topics, if the contract was signed in `period`; of `contracts` of one sort alone
    where it says "private" or "public".
    """

    id: str
    families: tuple[str, ...]
    topics: tuple[str, ...]
    period: Period
    title: Texts
    asks: Texts
    contracts: str
    answers: tuple[Answer, ...]
    legal_basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Regime:
    """The law in force for contracts signed in a period, in one sentence."""

    period: Period
    says: Texts


@dataclass(frozen=True, slots=True)
class Family:
    """Governing laws that ask the same questions. `currency` is that in which their cases' sums are compared."""

    id: str
    title: Texts
    laws: tuple[str, ...]
    currency: str
    regimes: tuple[Regime, ...]

    def covers(self, code: str) -> bool:
        return any(code == law or code.startswith(f"{law}-") for law in self.laws)


@dataclass(frozen=True, slots=True)
class StandingRule:
    """The standing of a clause whose questions were answered so; the first rule that fits decides."""

    families: tuple[str, ...]
    topics: tuple[str, ...]
    standing: Standing
    says: Texts
    when: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Precedent:
    """A recorded case. `cap` and `annual_value` in `currency`, `loss` as the source states it; None where it does not.

    `factors` are the answers (question.answer) that the court's reasons rest on and a contract can show; `unseen` says what they rest on
    that no contract shows.
    """

    id: str
    family: str
    court: str
    date: str
    topic: str
    cap: Decimal | None
    annual_value: Decimal | None
    currency: str
    loss: Decimal | None
    outcome: str
    why: Texts
    factors: tuple[str, ...]
    unseen: Texts | None
    mark: str
    source: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Everything that is asked. `known_on`, the day for which the law was looked up, stands for a date that a contract does not state."""

    known_on: date
    families: tuple[Family, ...]
    questions: tuple[Question, ...]
    standings: tuple[StandingRule, ...]
    cases: tuple[Precedent, ...]

    def family_of(self, code: str) -> Family | None:
        """The family of a governing law; None where the law is not said ("") or none covers it."""
        return next((family for family in self.families if code and family.covers(code)), None)


@cache
def standard_questions() -> Questions:
    """The questions and cases that ship with the program; loaded once in a process, when a clause is first to be judged."""
    return load_questions(Path(clauses.__file__).parent)


def load_questions(folder: Path) -> Questions:
    """Read the two files of a folder. Raises LibraryProblem."""
    table = _open(folder / "enforceability.toml")
    inner = table.table("families")
    families = tuple(_family(name, inner.table(name)) for name in inner)
    names = tuple(family.id for family in families)
    questions = tuple(_question(each, names) for each in table.tables("question"))
    known_on = table.day("known_on")
    if known_on is None:
        table.source.fail('"known_on" is missing (a date).', 1, 0, "")
    standings = tuple(_standing(each, names, questions) for each in table.tables("standing"))
    table.finish()
    _all_decided(questions, standings, table)
    book = _open(folder / "cases.toml")
    answers = tuple(f"{question.id}.{answer.id}" for question in questions for answer in question.answers)
    cases = tuple(_case(each, names, answers) for each in book.tables("case"))
    book.finish()
    return Questions(known_on, families, questions, standings, cases)


def _open(path: Path) -> Table:
    return Source(path, f"{path.parent.name}/{path.name}").table()


def _period(table: Table) -> Period:
    return Period(table.day("from"), table.day("until"))


def _family(name: str, table: Table) -> Family:
    family = Family(
        name, table.both_languages("title"), table.texts("laws"), table.text("currency", ""),
        tuple(_regime(each) for each in table.tables("regimes")),
    )  # fmt: skip
    table.finish()
    return family


def _regime(table: Table) -> Regime:
    regime = Regime(_period(table), table.both_languages("says"))
    table.finish()
    return regime


def _question(table: Table, families: tuple[str, ...]) -> Question:
    question = Question(
        id=table.text("id"),
        families=table.texts("families", families),
        topics=table.texts("topics", TOPICS),
        period=_period(table),
        title=table.both_languages("title"),
        asks=table.both_languages("asks"),
        contracts=table.choice("contracts", ("", "private", "public"), ""),
        answers=tuple(_answer(each) for each in table.tables("answers")),
        legal_basis=tuple(_basis(each) for each in table.tables("legal_basis")),
    )
    table.finish()
    if not question.answers or question.answers[-1].when or not all(each.when for each in question.answers[:-1]):
        line = table.source.line_of(f'id = "{question.id}"')
        table.source.fail(f'"{question.id}" needs a last answer without `when`, and no other.', line, 0, question.id)
    return question


def _basis(table: Table) -> Basis:
    period = _period(table)
    return Basis(read_law(table), period)


def _answer(table: Table) -> Answer:
    answer = Answer(
        id=table.text("id"),
        effect=table.choice("effect", EFFECTS),  # type: ignore[arg-type]
        says=table.both_languages("says"),
        when=tuple(_condition(each) for each in table.tables("when")),
    )
    table.finish()
    return answer


def _condition(table: Table) -> Condition:
    own, having, lacking = (_attributes(table, key) for key in ("own", "having", "lacking"))
    measures = {name: _bounds(table.table(name)) for name in MEASURES if name in table}
    table.know(*MEASURES)
    condition = Condition(
        own=own,
        heading=table.texts("heading"),
        topic=table.text("topic", ""),
        having=having,
        lacking=lacking,
        signals=table.texts("signals"),
        near=table.flag("near"),
        kinds=table.texts("kinds", KINDS),
        signed=table.flag("signed"),
        measures=measures,
    )
    table.finish()
    return condition


def _attributes(table: Table, key: str) -> dict[str, tuple[Any, ...]]:
    inner = table.table(key, optional=True)
    return {name: inner.values(name) for name in inner}


def _bounds(table: Table) -> Bounds:
    bounds = Bounds(*(table.amount(key) if key in table else None for key in ("from", "below")))
    table.know("from", "below")
    table.finish()
    return bounds


def _standing(table: Table, families: tuple[str, ...], questions: tuple[Question, ...]) -> StandingRule:
    inner = table.table("when", optional=True)
    when = {}
    for name in inner:
        known = [answer.id for question in questions if question.id == name for answer in question.answers]
        if not known:
            line = inner.source.line_of(name)
            inner.source.fail(f'unknown question "{name}".', line, 0, name, {question.id for question in questions})
        when[name] = inner.texts(name, known)
    rule = StandingRule(
        families=table.texts("families", families),
        topics=table.texts("topics", TOPICS),
        standing=table.choice("standing", STANDINGS),  # type: ignore[arg-type]
        says=table.both_languages("says"),
        when=when,
    )
    table.finish()
    return rule


def _all_decided(questions: tuple[Question, ...], standings: tuple[StandingRule, ...], table: Table) -> None:
    """Whatever the answers, some rule must decide: every family and topic that is asked needs one without `when`."""
    asked = {(family, topic) for each in questions for family in each.families for topic in each.topics}
    last = {(family, topic) for each in standings if not each.when for family in each.families for topic in each.topics}
    for family, topic in sorted(asked - last):
        line = table.source.line_of("[[standing]]")
        table.source.fail(f'no standing without `when` for "{family}" and "{topic}".', line, 0, "[[standing]]")


def _case(table: Table, families: tuple[str, ...], answers: tuple[str, ...]) -> Precedent:
    case = Precedent(
        id=table.text("id"),
        family=table.choice("family", families),
        court=table.text("court"),
        date=table.text("date", ""),
        topic=table.choice("topic", ("", *TOPICS), ""),
        cap=_sum(table, "cap"),
        annual_value=_sum(table, "annual_value"),
        currency=table.text("currency", ""),
        loss=_sum(table, "loss"),
        outcome=table.choice("outcome", OUTCOMES),
        why=table.both_languages("why"),
        factors=table.texts("factors", answers),
        unseen=table.both_languages("unseen") if "unseen" in table else None,
        mark=table.choice("mark", ("V", "M")),
        source=table.text("source"),
    )
    table.know("unseen")
    table.finish()
    return case


def _sum(table: Table, key: str) -> Decimal | None:
    table.know(key)
    return table.amount(key) if key in table else None
