"""The insurer's questions (`clauses/questionnaire.toml`): types, weights, sources, and what contracts can say about the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import clauses
from analyzer.scenarios import Conditions, Texts
from analyzer.tables import Source, Table

SIMPLE: Final = ("text", "texts", "money", "number", "percent", "yes_no", "choice", "date")
WEIGHTS: Final = ("high", "medium", "info")
POSITIVE: Final = "positive"  # in `is`: any number above zero

Effect = Literal["contradicts", "proves"]


@dataclass(frozen=True, slots=True)
class Field:
    """One value of an answer. `choices` maps the words that may be given to what they mean, empty where anything may."""

    id: str
    type: str
    ask: Texts
    choices: Mapping[str, Texts]
    required: bool = False
    unit: Texts | None = None

    def admits(self, value: Any) -> bool:
        """Could this be an answer? A rule on one that could not would never speak."""
        if self.type == "yes_no":
            return isinstance(value, bool)
        if self.type in ("money", "number", "percent"):
            return value == POSITIVE or (isinstance(value, (int, Decimal)) and not isinstance(value, bool))
        return isinstance(value, str) and (not self.choices or value in self.choices)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What in a contract speaks about an answer in `answers`: a clause, a finding, or the contract's kind.

    One condition of `unless`, met by any clause of the topic, silences it. Clauses that hold one of the `words` (folded) are quoted first.
    """

    code: str
    effect: Effect
    field: str
    answers: tuple[Any, ...]
    kinds: tuple[str, ...]
    topic: str
    own: Conditions
    unless: Conditions
    finding: str
    contract_kinds: tuple[str, ...]
    words: tuple[str, ...]
    says: Texts

    def concerns(self, answer: Any) -> bool:
        """Is this the answer that the evidence is put against?"""
        if answer is None or isinstance(answer, bool):
            return answer is not None and any(each is answer for each in self.answers)
        return answer in self.answers or (POSITIVE in self.answers and not isinstance(answer, str) and answer > 0)


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `fields` are the values of its answer: a question of a simple type has one, whose id is empty."""

    id: str
    number: int
    type: str
    weight: str
    gate: bool
    ask: Texts
    why: Texts
    mark: str
    sources: tuple[str, ...]
    fields: tuple[Field, ...]
    total: int | None
    evidence: tuple[Evidence, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its values among the answers: "backup_offline", "restore_test.tested"."""
        return tuple(f"{self.id}.{each.id}" if each.id else self.id for each in self.fields)

    def field(self, name: str) -> Field:
        """Its field of that name."""
        return next(each for each in self.fields if each.id == name)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All questions in their order; `sources` maps short names to addresses."""

    questions: Mapping[str, Question]
    sources: Mapping[str, str]

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions.values())


@cache
def standard_questionnaire() -> Questionnaire:
    """The questionnaire that ships."""
    return load_questionnaire(knowledge("questionnaire.toml"))


def knowledge(name: str) -> Path:
    """A file of the clause library."""
    return Path(clauses.__file__).parent / name


def load_questionnaire(path: Path) -> Questionnaire:
    """Read a questionnaire. Raises LibraryProblem with the line at fault."""
    table = Source(path, path.name).table()
    sources = table.table("sources")
    addresses = {name: sources.text(name) for name in sources}
    questions: dict[str, Question] = {}
    for each in table.tables("questions"):
        question = _question(each, addresses)
        if question.id in questions:
            each.refuse(f'the id "{question.id}" is given twice.', "id", question.id)
        questions[question.id] = question
    table.finish()
    return Questionnaire(questions, addresses)


def _question(table: Table, addresses: Mapping[str, str]) -> Question:
    kind = table.choice("type", (*SIMPLE, "fields", "rows"))
    identifier = table.text("id")
    own = _choices(table)
    unit = table.both_languages("unit") if "unit" in table else None
    ask = table.both_languages("ask")
    table.know("fields")
    fields = (
        tuple(_field(each) for each in table.tables("fields"))
        if kind in ("fields", "rows")
        else (Field("", kind, ask, own, unit=unit),)
    )
    question = Question(
        id=identifier,
        number=int(table.number("number")),
        type=kind,
        weight=table.choice("weight", WEIGHTS),
        gate=table.flag("gate"),
        ask=ask,
        why=table.both_languages("why"),
        mark=table.choice("mark", ("V", "M", "I")),
        sources=table.texts("sources", addresses),
        fields=fields,
        total=int(table.number("total")) if "total" in table else None,
        evidence=tuple(_evidence(each, fields) for each in table.tables("evidence")),
    )
    table.finish()
    return question


def _field(table: Table) -> Field:
    field = Field(
        id=table.text("id"),
        type=table.choice("type", SIMPLE),
        ask=table.both_languages("ask"),
        choices=_choices(table),
        required=table.flag("required"),
    )
    table.finish()
    return field


def _choices(table: Table) -> Mapping[str, Texts]:
    """Choices are words, or tables with the word's meaning in both languages."""
    if "choices" not in table:
        return {}
    values = table.values("choices")
    if all(isinstance(value, str) for value in values):
        return {value: {} for value in values}
    found: dict[str, Texts] = {}
    for each in table.tables("choices"):
        found[each.text("id")] = {language: each.text(language) for language in ("fr", "en")}
        each.finish()
    return found


def _evidence(table: Table, fields: tuple[Field, ...]) -> Evidence:
    effect: Any = table.choice("effect", ("contradicts", "proves"), "contradicts")
    names = tuple(each.id for each in fields)
    evidence = Evidence(
        code=table.text("code"),
        effect=effect,
        field=table.choice("field", names, names[0]),
        answers=table.values("is"),
        kinds=table.texts("kinds"),
        topic=table.text("topic", ""),
        own=conditions(table, "with"),
        unless=conditions(table, "unless"),
        finding=table.text("finding", ""),
        contract_kinds=table.texts("kind"),
        words=table.texts("words"),
        says=table.both_languages("says"),
    )
    if sum(bool(each) for each in (evidence.topic, evidence.finding, evidence.contract_kinds)) != 1:
        table.refuse('evidence names one of "topic", "finding" and "kind".', "code", evidence.code)
    own_field = next(each for each in fields if each.id == evidence.field)
    refuse_answers(table, own_field, evidence.answers, evidence.code)
    table.finish()
    return evidence


def refuse_answers(table: Table, field: Field, answers: tuple[Any, ...], code: str) -> None:
    """Refuse a rule on answers that the field does not take."""
    for value in answers:
        if not field.admits(value):
            shown = str(value).lower() if isinstance(value, bool) else str(value)
            table.refuse(f'"is" holds "{shown}", which is no answer to the question.', "code", code, field.choices)


def conditions(table: Table, key: str) -> Conditions:
    """Conditions on a clause's attributes; none where the key is not there."""
    inner = table.table(key, optional=True)
    return {name: inner.values(name) for name in inner}
