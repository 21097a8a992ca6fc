"""Does a clause hold? Asks a contract the questions of its law (`clauses/enforceability.toml`) and finds the nearest recorded cases.

No law here: which questions, what answers them, what they speak for and what standing follows are data. The words are "likely to hold",
"uncertain" and "at risk"; nothing is ever called valid, and where no question covers the contract's law none is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from analyzer.assess.case import Case
from analyzer.assess.findings import meets
from analyzer.assess.measures import cap_in_money, period_in_months, years_of_fees
from analyzer.facts.values import AnnualValue
from analyzer.language.folding import fold
from analyzer.questions import TOPICS, Answer, Basis, Condition, Family, Precedent, Question, Questions
from analyzer.report import Assessment, Clause, Evidence, LegalBasis, Reason, RecordedCase

_NEAREST = 3  # recorded cases shown with a clause
_QUOTES = 2  # passages quoted for one answer
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Subject:
    """The clause that is judged, with what its answers are measured by. `signed_on` None: the contract is undated."""

    clause: Clause
    case: Case
    family: Family
    law_of: date
    measures: Mapping[str, Decimal]


def assess_enforceability(
    case: Case, questions: Questions, language: str, default_currency: str
) -> tuple[Assessment, ...]:
    """How every clause that protects the provider stands, the caps first. Sentences are in `language`."""
    family = questions.family_of(case.supposed_law)
    topics = {
        topic for each in questions.questions if family is None or family.id in each.families for topic in each.topics
    }
    clauses = [clause for topic in sorted(topics) for clause in case.clauses.get(topic, ()) if _protects(clause)]
    ordered = sorted(clauses, key=lambda clause: (TOPICS.index(clause.topic), clause.file, clause.span.start))
    assessed = (assess_clause(clause, case, questions, language, default_currency) for clause in ordered)
    return tuple({_limit(each): each for each in reversed(list(assessed))}.values())[::-1]


def _limit(assessment: Assessment) -> tuple[object, ...]:
    """One cap stated twice is one cap: that which stands first is kept."""
    place = () if assessment.amount is not None else (assessment.clause.file, assessment.clause.span.start)
    return assessment.topic, assessment.amount, assessment.currency, *place


def _protects(clause: Clause) -> bool:
    """The customer's own cap, and a cap that stands elsewhere or was left blank, limit nothing of the provider's."""
    said = clause.attributes
    return said.get("beneficiary") != "customer" and not said.get("elsewhere") and not said.get("unfinished")


def assess_clause(clause: Clause, case: Case, questions: Questions, language: str, default_currency: str) -> Assessment:
    """How one clause stands in a contract."""
    family = questions.family_of(case.supposed_law)
    signed = case.facts.signed_on
    currency = _currency(clause, case.facts.annual_value, default_currency)
    amount, years = _figures(clause, case.facts.annual_value)
    if family is None:
        return _unasked(clause, questions, amount, currency, years, signed)
    law_of = signed or questions.known_on
    subject = _Subject(clause, case, family, law_of, _measures(clause, case, amount, years, currency, family))
    reasons = tuple(_reasons(subject, questions, language))
    given = {reason.question: reason.answer for reason in reasons}
    rule = next(
        rule for rule in questions.standings if _fits(rule.families, rule.topics, subject) and _so(rule.when, given)
    )
    measure, cases = nearest(questions.cases, family.id, clause.topic, subject.measures)
    return Assessment(
        topic=clause.topic,
        clause=_evidence(clause),
        section=clause.section,
        amount=amount,
        currency=currency,
        years=years,
        family=family.id,
        family_title=family.title[language],
        law_of=law_of,
        law_of_assumed=signed is None,
        law_supposed=not case.law,
        regime=next((regime.says[language] for regime in family.regimes if regime.period.holds(law_of)), ""),
        standing=rule.standing,
        because=rule.says[language],
        reasons=reasons,
        measure=measure,  # type: ignore[arg-type]
        cases=tuple(_recorded(each, language) for each in cases),
    )


def _unasked(
    clause: Clause,
    questions: Questions,
    amount: Decimal | None,
    currency: str,
    years: Decimal | None,
    signed: date | None,
) -> Assessment:
    """No questions for this law, or none chosen in a contract that is not in French: the French ones are not asked in its place."""
    return Assessment(
        topic=clause.topic,
        clause=_evidence(clause),
        section=clause.section,
        amount=amount,
        currency=currency,
        years=years,
        family=None,
        family_title="",
        law_of=signed or questions.known_on,
        law_of_assumed=signed is None,
        law_supposed=False,
        regime="",
        standing="uncertain",
        because="",
        reasons=(),
        measure="topic",
        cases=(),
    )


def _evidence(clause: Clause) -> Evidence:
    return Evidence(clause.span, clause.page, clause.text, clause.file)


# What is measured


def _currency(clause: Clause, annual: AnnualValue | None, default: str) -> str:
    return str(clause.attributes.get("currency") or (annual.currency if annual else default))


def _figures(clause: Clause, annual: AnnualValue | None) -> tuple[Decimal | None, Decimal | None]:
    """The cap in money and in years of the price; a share or multiple of the fees has its years without a price."""
    if clause.topic != "liability_cap":
        return None, None
    said = clause.attributes
    amount = cap_in_money(said, annual)
    if said.get("basis") in ("fees_paid", "multiple"):
        of_fees = years_of_fees(said)
        return amount, None if of_fees is None else of_fees.quantize(_CENT, ROUND_HALF_UP)
    same = annual is not None and said.get("currency") in (None, annual.currency)
    known = amount is not None and annual is not None and annual.amount and same
    return amount, (amount / annual.amount).quantize(_CENT, ROUND_HALF_UP) if known else None  # type: ignore[operator, union-attr]


def _measures(
    clause: Clause, case: Case, amount: Decimal | None, years: Decimal | None, currency: str, family: Family
) -> dict[str, Decimal]:
    """What conditions may name: a measure that is not known is not there. Sums count in the family's own currency alone."""
    insured = _insured(case, currency)
    found = {
        "sum": amount if currency == family.currency else None,
        "years": years,
        "insured_share": None if amount is None or not insured else amount / insured,
        "period": period_in_months(clause.attributes.get("period")),
    }
    return {name: value for name, value in found.items() if value is not None}


def _insured(case: Case, currency: str) -> Decimal | None:
    """The insured sum, from the profile or the contract's insurance clause."""
    if case.insurance.limit is not None:
        return case.insurance.limit
    clauses = [each for each in case.clauses.get("insurance", ()) if each.attributes.get("party") != "customer"]
    stated = [clause.attributes.get("amount") for clause in clauses]
    sums = [Decimal(each["amount"]) for each in stated if each and each["currency"] == currency]
    return max(sums, default=None)


# What is answered


def _fits(families: Sequence[str], topics: Sequence[str], subject: _Subject) -> bool:
    return subject.family.id in families and subject.clause.topic in topics


def _so(when: Mapping[str, Sequence[str]], given: Mapping[str, str]) -> bool:
    return all(given.get(question) in answers for question, answers in when.items())


def _reasons(subject: _Subject, questions: Questions, language: str) -> Iterator[Reason]:
    for question in questions.questions:
        if _fits(question.families, question.topics, subject) and question.period.holds(subject.law_of):
            answer, clauses = _answer(question, subject)
            yield Reason(
                question=question.id,
                title=question.title[language],
                asks=question.asks[language],
                answer=answer.id,
                effect=answer.effect,
                says=answer.says[language],
                evidence=tuple(_evidence(clause) for clause in clauses[:_QUOTES]),
                legal_basis=tuple(_bases(question.legal_basis, subject, language)),
            )


def _answer(question: Question, subject: _Subject) -> tuple[Answer, Sequence[Clause]]:
    """The first answer that the contract gives, with the clauses that give it; the last where it gives none."""
    for answer in question.answers:
        for condition in answer.when:
            clauses = _met(condition, subject)
            if clauses is not None:
                return answer, clauses
    return question.answers[-1], ()


def _met(condition: Condition, subject: _Subject) -> Sequence[Clause] | None:
    """The clauses that meet a condition (none where a fact alone does); None where it is not met."""
    clause, case = subject.clause, subject.case
    if condition.kinds and case.kind not in condition.kinds:
        return None
    if condition.signed and case.facts.signed_on is None:
        return None
    if not all(_within(name, condition, subject) for name in condition.measures):
        return None
    if not meets(clause, condition.own) or not _headed(clause, condition.heading):
        return None
    own = [clause] if condition.own or condition.heading or condition.measures else []
    if not condition.topic:
        return own
    found = [each for each in _candidates(condition, case) if _suits(each, condition)]
    return [*own, *found] if found else None


def _within(name: str, condition: Condition, subject: _Subject) -> bool:
    value = subject.measures.get(name)
    return value is not None and condition.measures[name].hold(value)


def _candidates(condition: Condition, case: Case) -> Iterable[Clause]:
    yield from case.clauses.get(condition.topic, ())
    if condition.near:
        yield from case.near.get(condition.topic, ())


def _suits(clause: Clause, condition: Condition) -> bool:
    lacks = not condition.lacking or not any(
        meets(clause, {name: values}) for name, values in condition.lacking.items()
    )
    return meets(clause, condition.having) and lacks and _bears(clause, condition.signals)


def _headed(clause: Clause, words: Sequence[str]) -> bool:
    """Does the title above the clause hold one of the words (folded)?"""
    title = fold(clause.heading or "").text
    return not words or any(word in title for word in words)


def _bears(clause: Clause, signals: Sequence[str]) -> bool:
    return not signals or bool(set(signals).intersection(clause.signals))


def _bases(bases: Sequence[Basis], subject: _Subject, language: str) -> Iterator[LegalBasis]:
    chosen = subject.case.supposed_law
    for basis in bases:
        law = basis.law
        speaks = not law.applies_to or any(chosen.startswith(code) for code in law.applies_to)
        if speaks and basis.period.holds(subject.law_of):
            yield LegalBasis(law.ref, law.note[language], law.mark, law.checked_on, law.source)


# Where the figures fall


def nearest(
    cases: Sequence[Precedent], family: str, topic: str, measures: Mapping[str, Decimal]
) -> tuple[str, tuple[Precedent, ...]]:
    """The recorded cases of the same law and topic whose figures are nearest, and by which measure: sum, years of the price, or topic.

    Nearness is the ratio of the two figures, whichever is greater. Without a figure of its own a clause gets the latest cases.
    """
    decided = [each for each in cases if each.family == family and each.topic == topic and each.outcome != "none"]
    for measure, figure in (("sum", _case_sum), ("years", _case_years)):
        own = measures.get(measure)
        comparable = [(value, each) for each in decided if (value := figure(each))]
        if own and comparable:
            ordered = sorted(comparable, key=lambda pair: max(pair[0] / own, own / pair[0]))
            return measure, tuple(each for _, each in ordered[:_NEAREST])
    latest = sorted(decided, key=lambda each: each.date, reverse=True)
    return "topic", tuple(latest[:_NEAREST])


def _case_sum(case: Precedent) -> Decimal | None:
    return case.cap


def _case_years(case: Precedent) -> Decimal | None:
    return case.cap / case.annual_value if case.cap is not None and case.annual_value else None


def _recorded(case: Precedent, language: str) -> RecordedCase:
    return RecordedCase(
        id=case.id,
        court=case.court,
        date=case.date,
        cap=case.cap,
        annual_value=case.annual_value,
        currency=case.currency,
        loss=case.loss,
        outcome=case.outcome,
        why=case.why[language],
        mark=case.mark,  # type: ignore[arg-type]
        source=case.source,
    )
