"""The sections of the decision sheet, for the insurer or for the applicant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from analyzer.assess.exposure_terms import protecting
from analyzer.report import Evidence
from analyzer.reports import format as write
from analyzer.reports.messages import count
from analyzer.reports.screening_view import Audience, Cell, Figure, Paragraph, Section, Table, View, percent
from analyzer.reports.screening_words import SHOWN, Words, applicant_of
from analyzer.screening.accumulation import Accumulation, Outcome
from analyzer.screening.portfolio import Valued
from analyzer.screening.questionnaire import Question
from analyzer.screening.sheet import Imposed, Sheet


def view(sheet: Sheet, language: str, audience: Audience = "underwriter") -> View:
    """The sheet for one reader. The applicant's has neither the decision nor anything that the appetite says."""
    drawn = _Draw(sheet, language, audience)
    key = "sheet.title" if drawn.insurer else "sheet.title.applicant"
    return View(
        language=language,
        title=drawn.say(key),
        subtitle=drawn.subtitle(),
        decision=sheet.decision if drawn.insurer else "",
        verdict=drawn.say(f"decision.{sheet.decision}") if drawn.insurer else "",
        lead=drawn.lead(),
        sections=tuple(section for section in drawn.sections() if section.blocks),
    )


@dataclass(frozen=True, slots=True)
class _Draw(Words):
    audience: Audience

    @property
    def insurer(self) -> bool:
        return self.audience == "underwriter"

    def sections(self) -> Iterator[Section]:
        suffix = "" if self.insurer else ".applicant"
        if self.insurer:
            yield self._section("reasons", self.reasons())
            yield self._section("loadings", self.loadings())
        yield self._section("contradictions", self.contradictions())
        yield self._section("portfolio", self.totals())
        yield self._section("worst", self.worst())
        yield self._section("accumulation", self.events())
        yield self._section("covers", self.cover_map())
        yield self._section("conditions", self.conditions(), suffix)
        yield self._section("questions", self.to_ask(), suffix)
        yield self._section("answers", self.answers())
        yield self._section("basis", self.basis())

    def _section(self, name: str, blocks: Iterable[Paragraph | Table], suffix: str = "") -> Section:
        return Section(name, self.say(f"desk_section.{name}{suffix}"), tuple(blocks))

    def subtitle(self) -> str:
        applicant = applicant_of(self.sheet)
        contracts = count("sheet.contracts", len(self.sheet.portfolio.contracts), self.language)
        return self.say("sheet.subtitle", applicant=applicant, contracts=contracts, seed=str(self.sheet.seed))

    def lead(self) -> str:
        portfolio = self.sheet.portfolio
        if not portfolio.contracts:
            return self.say("sheet.lead.none")
        return self.say(
            "sheet.lead",
            contracts=count("sheet.contracts", len(portfolio.contracts), self.language),
            uncapped=str(len(portfolio.uncapped)),
            contradictions=count("sheet.contradictions", len(self.sheet.examination.contradictions), self.language),
            largest=self.money(portfolio.contracts[0].payable_now),
            prices=self.money(portfolio.prices),
        )

    def reasons(self) -> Iterator[Paragraph]:
        """In their order; the unanswered gates as one, since each is asked back below."""
        told = [each for each in self.sheet.reasons if each.code != "unanswered"]
        lines = [(each.decision, self.reason(each)) for each in told]
        unanswered = [each for each in self.sheet.reasons if each.code == "unanswered"]
        if unanswered:
            numbers = ", ".join(str(self.sheet.questionnaire.questions[each.question].number) for each in unanswered)
            lines.append(
                (
                    unanswered[0].decision,
                    count("reason.unanswered_gates", len(unanswered), self.language, questions=numbers),
                )
            )
        for position, (decision, text) in enumerate(lines, 1):
            told_as = self.say("reason.rule", decision=self.say(f"decision.short.{decision}"), text=text)
            yield Paragraph(f"{position}. {told_as}", "item")
        yield Paragraph(self.say("sheet.appetite", title=self.said(self.sheet.appetite.title)), "note")

    def loadings(self) -> Iterator[Paragraph]:
        total = Decimal(0)
        for each in self.sheet.loadings:
            total += each.rule.percent
            value = self.measured(each.value, each.rule.measure)
            text = self.said(each.rule.text).format(
                value=value, limit=self.measured(each.rule.limit, each.rule.measure)
            )
            yield Paragraph(
                self.say("loading.line", percent=percent(each.rule.percent, self.language), text=text), "item"
            )
        key = "loading.total" if total else "loading.none"
        yield Paragraph(self.say(key, percent=percent(total, self.language)) if total else self.say(key))

    def contradictions(self) -> Iterator[Paragraph]:
        found = self.sheet.examination.contradictions
        for key in dict.fromkeys(each.key for each in found):
            own = [each for each in found if each.key == key]
            yield Paragraph(self.asked(own[0]), "sub")
            for each in own:
                yield Paragraph(self.contradiction(each), "item")
                for quote in each.quotes:
                    yield Paragraph(
                        self.quote(quote, each.contract), "quote", each.contract.language if each.contract else ""
                    )
        if not found:
            yield Paragraph(self.say("contradiction.none"))

    def totals(self) -> Iterator[Paragraph | Table]:
        portfolio, examination = self.sheet.portfolio, self.sheet.examination
        counts = (
            ("contracts", len(portfolio.contracts)), ("unread", len(portfolio.unread)),
            ("duplicates", len(portfolio.duplicates)), ("uncapped", len(portfolio.uncapped)),
            ("unpriced", len(portfolio.unpriced)), ("unrecognised", len(portfolio.unrecognised)),
            ("unwritten", examination.unwritten),
        )  # fmt: skip
        rows: list[tuple[Cell, ...]] = [
            (self.say(f"portfolio.{name}"), Figure(Decimal(number), "number"))
            for name, number in counts
            if number or name in ("contracts", "uncapped")
        ]
        turnover = self.sheet.application.get("turnover.last") or self.sheet.application.get("turnover.current")
        rows.append((self.say("portfolio.turnover"), self.figure(turnover)))
        rows.append((self.say("portfolio.prices"), self.figure(portfolio.prices)))
        insurance = portfolio.insurance
        if insurance.limit is None:
            rows.append((self.say("portfolio.no_limit"), self.say("portfolio.unknown")))
        else:
            rows.append(
                (self.say("portfolio.limit", deductible=self.money(insurance.deductible)), self.figure(insurance.limit))
            )
        rows.append((self.say("portfolio.now"), self.figure(portfolio.payable_now)))
        rows.append((self.say("portfolio.after"), self.figure(portfolio.payable_after_fix)))
        yield Table(("", ""), tuple(rows), 1)
        if len(portfolio.currencies) > 1:
            yield Paragraph(self.say("portfolio.currencies", currencies=", ".join(portfolio.currencies)), "note")

    def worst(self) -> Iterator[Paragraph | Table]:
        worst = self.sheet.worst
        if not worst:
            return
        names = ("contract", "customer", "scenario", "price", "cap", "loss", "now", "multiple", "after")
        header = tuple(self.say(f"desk_column.{name}") for name in names)
        yield Table(header, tuple(self._contract_row(each) for each in worst), 3)
        if any(each.known_customer for each in worst):
            yield Paragraph(self.say("worst.known"), "note")

    def _contract_row(self, each: Valued) -> tuple[Cell, ...]:
        contract = each.contract
        currency, mark = contract.currency, " *" if each.known_customer else ""
        return (
            contract.name,
            write.clean(contract.customer or self.say("value.none")) + mark,
            self.scenario(each),
            self.figure(contract.annual.amount if contract.annual else None, currency),
            self.cap(each),
            self.figure(each.loss, currency),
            self.figure(each.payable_now, currency),
            Figure(each.multiple, "times"),
            self.figure(each.after, currency),
        )

    def cap(self, each: Valued) -> Cell:
        if each.contract.uncapped:
            return self.say("cap.none")
        if each.cap is None and protecting(each.contract.clauses.get("liability_cap", ())):
            return self.say("cap.unpriced")
        return self.figure(each.cap, each.contract.currency)

    def events(self) -> Iterator[Paragraph | Table]:
        if not self.sheet.accumulation:
            yield Paragraph(self.say("accumulation.none"))
            return
        names = ("platform", "contracts", "expected", "p95", "p99_5", "above")
        rows: list[tuple[Cell, ...]] = []
        for each in self.sheet.accumulation:
            rows.append(
                (self.platform(each), Figure(Decimal(len(each.platform.contracts)), "number"), *self._outcome(each.now))
            )
            rows.append((f"  {self.say('accumulation.fixed')}", "", *self._outcome(each.after)))
        yield Table(tuple(self.say(f"desk_column.{name}") for name in names), tuple(rows), 1)
        for each in self.sheet.accumulation:
            yield Paragraph(self._account(each), "item")
            if each.platform.assumed:
                yield Paragraph(self.say("accumulation.assumed", platform=self.platform(each)), "note")

    def _outcome(self, outcome: Outcome) -> tuple[Cell, ...]:
        above = None if outcome.share_above_limit is None else outcome.share_above_limit * 100
        return (
            self.figure(outcome.expected), self.figure(outcome.p95), self.figure(outcome.p99_5), Figure(above, "percent"),
        )  # fmt: skip

    def _account(self, each: Accumulation) -> str:
        kind = each.platform.kind
        reached = [percent(Decimal(str(value)) * 100, self.language) for value in kind.reached.values]
        yearly = [write.percent(Decimal(str(value)), self.language) for value in kind.frequency.values]
        figures = ((kind.frequency, "frequency"), (kind.reached, "reached"))
        notes = " ".join(
            self.say(
                "accumulation.figure",
                name=self.say(f"accumulation.{name}")[:1].upper() + self.say(f"accumulation.{name}")[1:],
                note=self.said(figure.note),
                mark=self.say("mark.proposal") if figure.mark == "I" else self.say("mark.source", source=figure.source),
            )
            for figure, name in figures
        )
        return self.say(
            "accumulation.account",
            platform=self.platform(each), account=self.said(kind.account), low=reached[0], central=reached[1], high=reached[2],
            yearly_low=yearly[0], yearly_central=yearly[1], yearly_high=yearly[2], loss=self.money(each.yearly[1]), note=notes,
        )  # fmt: skip

    def cover_map(self) -> Iterator[Paragraph | Table]:
        covers = self.sheet.covers
        names = ("head", "policy", "state", "contracts", "payable", "payable_high")
        rows: list[tuple[Cell, ...]] = []
        for each in covers.heads:
            insured = self.say("cover.insured" if each.insured else "cover.left_out")
            state = self.say(f"cover.{each.state}")
            rows.append(
                (
                    self.said(each.title),
                    insured,
                    state,
                    Figure(Decimal(each.contracts), "number"),
                    self.figure(each.payable),
                    self.figure(each.payable_high),
                )
            )
        header = tuple(self.say(f"desk_column.{name}") for name in names)
        yield Table(header, tuple(rows), 3)
        if not self.sheet.application.get("limits.heads") and not self.sheet.profile.insurance.exclusions:
            yield Paragraph(self.say("cover.assumed"), "note")
        if not covers.triggered:
            yield Paragraph(self.say("cover.no_trigger"))
        for exclusion in dict.fromkeys(each.exclusion.id for each in covers.triggered):
            own = [each for each in covers.triggered if each.exclusion.id == exclusion]
            title = self.say("cover.exclusion", title=self.said(own[0].exclusion.title))
            yield Paragraph(title, "sub")
            for found in own[:SHOWN]:
                clause = found.clause
                quote = Evidence(clause.span, clause.page, clause.text, clause.file)
                text = self.say(
                    "cover.trigger", document=found.contract.name, section="", words=self.quote(quote, found.contract)
                )
                yield Paragraph(text, "item")
            if len(own) > SHOWN:
                yield Paragraph(count("cover.more", len(own) - SHOWN, self.language), "item")

    def conditions(self) -> Iterator[Paragraph]:
        offered = self.sheet.conditions if self.insurer else self.sheet.proposals
        for position, each in enumerate(offered, 1):
            yield Paragraph(f"{position}. {self._condition(each)}", "sub")
            for contract, fault in each.wordings:
                yield Paragraph(self.say("condition.wording", document=contract.name), "note")
                assert fault.suggestion is not None  # noqa: S101  (wordings hold faults that text can mend)
                text = write.typeset(fault.suggestion.text, fault.suggestion.language)
                yield Paragraph(text, "wording", fault.suggestion.language)
        if not offered:
            yield Paragraph(self.say("condition.none"))
        else:
            yield Paragraph(self.say("condition.not_sure"), "note")

    def _condition(self, each: Imposed) -> str:
        values = {
            "title": self.said(each.title) if each.title else each.finding,
            "contracts": count("sheet.contracts", len(each.contracts), self.language),
            "documents": self.named([contract.name for contract in each.contracts]),
        }
        if not self.insurer:
            return self.say("condition.line.applicant", **values)
        return self.say("condition.line", days=str(each.days), **values)

    def to_ask(self) -> Iterator[Paragraph]:
        asked = list(self.questions())
        yield from (Paragraph(f"– {text}", "item") for text in asked)
        if not asked:
            yield Paragraph(self.say("question.none"))

    def answers(self) -> Iterator[Table]:
        header = tuple(self.say(f"desk_column.{name}") for name in ("question", "answer", "evidence"))
        rows: list[tuple[Cell, ...]] = []
        for question in self.sheet.questionnaire:
            for key in question.keys if question.type != "rows" else ():
                value = self.sheet.application.get(key)
                if value is not None:
                    rows.append(
                        (
                            f"{question.number}. {self._asks(question, key)}",
                            self.value(question, key, value),
                            self._borne(question, key),
                        )
                    )
        if rows:
            yield Table(header, tuple(rows), 3)

    def _asks(self, question: Question, key: str) -> str:
        name = key.partition(".")[2]
        return f"{self.said(question.ask)} {self.said(question.field(name).ask)}" if name else self.said(question.ask)

    def _borne(self, question: Question, key: str) -> str:
        """How many contracts bear an answer out or contradict it."""
        field, value = key.partition(".")[2], self.sheet.application.get(key)
        if not any(each.field == field and each.concerns(value) for each in question.evidence):
            return ""
        proofs = len(self.sheet.examination.proofs.get(key, ()))
        against = len(
            {each.contract.path for each in self.sheet.examination.contradictions if each.key == key and each.contract}
        )
        parts = [count("answer.contradicted", against, self.language)] if against else []
        parts += [count("answer.proved", proofs, self.language)] if proofs else []
        return ", ".join(parts) or self.say("answer.silent")

    def basis(self) -> Iterator[Paragraph]:
        sheet = self.sheet
        yield Paragraph(self.say("basis.payable"))
        if sheet.claim is not None:
            claim = write.money(sheet.claim, sheet.portfolio.currency, self.language)
            yield Paragraph(self.say("basis.claim", claim=claim))
        yield Paragraph(self.say("basis.losses"))
        if sheet.accumulation:
            draws = write.number(sheet.draws, self.language)
            yield Paragraph(self.say("basis.events", draws=draws, seed=str(sheet.seed)))
        if self.insurer:
            yield Paragraph(self.say("basis.questionnaire"))
        yield Paragraph(self.say("basis.not_advice"), "lead")
