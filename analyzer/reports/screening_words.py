"""The sentences of the decision sheet: answers, quotes, contradictions, reasons, questions, each in the sheet's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from analyzer.report import Evidence
from analyzer.reports import format as write
from analyzer.reports import words
from analyzer.reports.messages import MESSAGES, count, label, say
from analyzer.reports.screening_view import Figure, percent, shown
from analyzer.screening.accumulation import Accumulation
from analyzer.screening.appetite import SHARES
from analyzer.screening.contracts import Contract, folded
from analyzer.screening.evidence import Contradiction
from analyzer.screening.portfolio import Valued
from analyzer.screening.questionnaire import Question
from analyzer.screening.sheet import Reason, Sheet

SHOWN: Final = 4  # contracts named in a sentence


@dataclass(frozen=True, slots=True)
class Words:
    """Says a sheet in one language."""

    sheet: Sheet
    language: str

    def say(self, key: str, **values: str) -> str:
        return say(key, self.language, **values)

    def said(self, texts: Any) -> str:
        """A sentence of the data, in the sheet's language."""
        return words.library(texts[self.language], self.language)

    def money(self, amount: Decimal) -> str:
        return shown(self.figure(amount), self.language)

    def figure(self, amount: Decimal | None, currency: str = "") -> Figure:
        return Figure(amount, "money", currency or self.sheet.portfolio.currency)

    def measured(self, value: Any, measure: str) -> str:
        """A measure, or an answer, for a sentence."""
        if not isinstance(value, Decimal):
            return self.answer(value)
        return percent(value, self.language) if measure in SHARES else shown(Figure(value, "times"), self.language)

    def asked(self, contradiction: Contradiction) -> str:
        question = self.sheet.questionnaire.questions[contradiction.question]
        answer, number = self.value(question, contradiction.key, contradiction.answer), str(question.number)
        field = contradiction.key.partition(".")[2]
        if not field:
            return self.say("contradiction.answer", number=number, ask=self.said(question.ask), answer=answer)
        name = self.said(question.field(field).ask)
        name = name[:1].upper() + name[1:]
        return self.say("contradiction.field", number=number, ask=self.said(question.ask), field=name, answer=answer)

    def contradiction(self, each: Contradiction) -> str:
        says = self.said(each.says) if each.says else self.say(
            f"contradiction.{each.code}",
            **{name: self._figure_in(name, value) for name, value in each.values.items()},
        )  # fmt: skip
        if each.contract is None:
            return self.say("contradiction.contract", document=self.say("contradiction.whole"), customer="", says=says)
        return self.say(
            "contradiction.contract", document=each.contract.name, customer=self.customer(each.contract), says=says
        )

    def _figure_in(self, name: str, value: Decimal | str) -> str:
        if isinstance(value, str):
            return value
        return write.plain(value, self.language) if name == "number" else self.money(value)

    def customer(self, contract: Contract) -> str:
        return self.say("sheet.customer", customer=write.clean(contract.customer)) if contract.customer else ""

    def quote(self, quote: Evidence, contract: Contract | None) -> str:
        section = next(
            (
                clause.section
                for clauses in (contract.clauses.values() if contract else ())
                for clause in clauses
                if clause.section and clause.file == quote.file and clause.span.overlaps(quote.span)
            ),
            None,
        )
        text, where = (
            write.quote(quote.quote, self.language),
            words.spot(quote.page, section, self.language, quote.file),
        )
        return self.say("sheet.quote", words=text, where=where) if where else text

    def scenario(self, each: Valued) -> str:
        if each.title:
            return words.library(each.title, self.language)
        return label("scenario", each.scenario, self.language) if each.scenario else self.say("value.none")

    def platform(self, each: Accumulation) -> str:
        kind = self.said(each.platform.kind.title)
        return self.say("accumulation.named", kind=kind, name=each.platform.name) if each.platform.name else kind

    def named(self, names: Sequence[str]) -> str:
        """Some names, and how many more there are."""
        text = ", ".join(names[:SHOWN])
        rest = len(names) - SHOWN
        return f"{text} {count('cover.more', rest, self.language)}" if rest > 0 else text

    def value(self, question: Question, key: str, value: Any) -> str:
        """An answer as people say it."""
        if question.type == "rows":
            return self.money(value) if isinstance(value, Decimal) else str(value)
        field = question.field(key.partition(".")[2])
        if field.type == "choice" and field.choices.get(value):
            return words.library(field.choices[value][self.language], self.language)
        if field.type == "money":
            return self.money(value)
        if field.type == "percent":
            return percent(value, self.language)
        text = self.answer(value)
        return f"{text} {self.said(field.unit)}" if field.unit else text

    def answer(self, value: Any) -> str:
        if isinstance(value, bool):
            return self.say("answer.yes" if value else "answer.no")
        if isinstance(value, Decimal):
            return write.plain(value, self.language)
        if isinstance(value, date):
            return write.day(value, self.language)
        if isinstance(value, tuple):
            key = "head" if all(f"head.{each}" in MESSAGES for each in value) else ""
            return ", ".join(label(key, each, self.language) if key else each for each in value)
        return write.clean(str(value))

    def reason(self, reason: Reason) -> str:
        """A reason in one sentence."""
        if reason.text:
            value, limit = self.measured(reason.value, reason.measure), self.measured(reason.limit, reason.measure)
            return self.said(reason.text).format(value=value, limit=limit)
        question = self.sheet.questionnaire.questions[reason.question]
        values = {"question": str(question.number), "title": self.said(question.ask)}
        if reason.code == "unanswered":
            return self.say("reason.unanswered", **values)
        if not reason.contracts:
            return self.say("reason.at_odds", **values)
        return count("reason.contradicted", len(reason.contracts), self.language, **values)

    def questions(self) -> Iterator[str]:
        """What to ask back: what is unanswered, which of two is true, what the contracts leave open."""
        for question in self.sheet.asked_back:
            lines = self.sheet.application.lines
            line = next((lines[key] for key in (question.id, *question.keys) if key in lines), None)
            where = self.say("question.line", line=str(line)) if line else ""
            number, ask = str(question.number), self.said(question.ask)
            yield self.say("question.unanswered", number=number, ask=ask, id=question.id, line=where)
        found = self.sheet.examination.contradictions
        for key in dict.fromkeys(each.key for each in found):
            yield self._which([each for each in found if each.key == key])
        yield from self._left_open()

    def _which(self, own: Sequence[Contradiction]) -> str:
        """Is the answer true, or the contracts?"""
        question = self.sheet.questionnaire.questions[own[0].question]
        names = list(dict.fromkeys(each.contract.name for each in own if each.contract))
        return self.say(
            "question.which",
            number=str(question.number),
            answer=self.value(question, own[0].key, own[0].answer),
            id=own[0].key,
            documents=self.named(names) if names else self.say("question.the_contracts"),
        )

    def _left_open(self) -> Iterator[str]:
        contracts = [each.contract for each in self.sheet.portfolio.contracts]
        lists = (
            ("unpriced", [each.name for each in contracts if each.annual is None and each.clauses]),
            ("part", [each.name for each in contracts if each.part]),
            ("not_a_contract", [each.name for each in contracts if not each.clauses]),
            ("unread", list(self.sheet.portfolio.unread)),
        )
        for name, documents in lists:
            if documents:
                yield self.say(f"question.{name}", documents=self.named(sorted(documents)))
        if self.sheet.examination.missing_clients:
            yield self.say("question.missing_client", names=", ".join(self.sheet.examination.missing_clients))


def applicant_of(sheet: Sheet) -> str:
    """The provider that most contracts name, as the fullest of them name it; the form's name where none does."""
    names = [each.contract.provider for each in sheet.portfolio.contracts if each.contract.provider]
    spelt = [folded(name) for name in names]

    def weight(name: str) -> tuple[int, int]:
        own = folded(name)
        return sum(own.startswith(other) or other.startswith(own) for other in spelt), len(name)

    return write.clean(max(dict.fromkeys(names), key=weight, default=sheet.application.name))
