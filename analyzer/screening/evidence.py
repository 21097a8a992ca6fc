"""Answers put against contracts: what contradicts them, what proves them, and where the contracts are silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from analyzer.assess.findings import meets
from analyzer.report import Clause
from analyzer.report import Evidence as Quote
from analyzer.screening.application import Application
from analyzer.screening.contracts import Contract, folded, is_of_client
from analyzer.screening.portfolio import Portfolio
from analyzer.screening.questionnaire import Evidence, Question, Questionnaire

_QUOTED: Final = 3  # clauses that are quoted for one answer in one contract
_NEAR: Final = Decimal("0.01")  # a price answered within one per cent of the contract's agrees with it


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An answer and a contract that cannot both be right. `contract` None: the answer is at odds with all of them, or with another answer.

    `says` is what the contract says, empty where a message of that `code` says it; `values` fill that message.
    """

    question: str
    key: str
    answer: Any
    gate: bool
    code: str
    contract: Contract | None
    quotes: tuple[Quote, ...]
    says: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Decimal | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examination:
    """What the contracts say of the answers. `proofs`: by key of an answer, the contracts that bear it out.

    `unanswered` are the questions without an answer, `missing_clients` the large customers for whom no contract was given.
    """

    contradictions: tuple[Contradiction, ...]
    proofs: Mapping[str, tuple[str, ...]]
    unanswered: tuple[Question, ...]
    missing_clients: tuple[str, ...]
    unwritten: int

    def against(self, question: str) -> tuple[Contradiction, ...]:
        """The contradictions of one question."""
        return tuple(each for each in self.contradictions if each.question == question)


def examine(application: Application, questionnaire: Questionnaire, portfolio: Portfolio) -> Examination:
    """Put every answer against every contract."""
    contracts = sorted((each.contract for each in portfolio.contracts), key=lambda each: each.name)
    found: list[Contradiction] = []
    proofs: dict[str, list[str]] = {}
    for question in questionnaire:
        for evidence in question.evidence:
            key = f"{question.id}.{evidence.field}" if evidence.field else question.id
            answer = application.get(key)
            if answer is None or not evidence.concerns(answer):
                continue
            for contract, quotes in _speaking(evidence, contracts):
                if evidence.effect == "proves":
                    proofs.setdefault(key, []).append(contract.name)
                else:
                    found.append(
                        Contradiction(
                            question.id, key, answer, question.gate, evidence.code, contract, quotes, evidence.says
                        )
                    )
        found += _figures(question, application, portfolio, contracts)
    against = {(each.key, each.contract.name) for each in found if each.contract}
    return Examination(
        contradictions=tuple(found),
        proofs={key: tuple(name for name in names if (key, name) not in against) for key, names in proofs.items()},
        unanswered=tuple(each for each in questionnaire if not application.answered(each)),
        missing_clients=tuple(_missing(application, contracts)),
        unwritten=int(application.get("contract_cap.unwritten") or 0),
    )


def _speaking(evidence: Evidence, contracts: Iterable[Contract]) -> Iterator[tuple[Contract, tuple[Quote, ...]]]:
    """The contracts that speak, with the words that do."""
    for contract in contracts:
        if evidence.kinds and contract.kind not in evidence.kinds:
            continue
        if evidence.contract_kinds:
            if contract.kind in evidence.contract_kinds:
                yield contract, (contract.price,) if contract.price else ()
        elif evidence.finding:
            if evidence.finding in contract.faults:
                own = contract.clauses.get(evidence.finding.split(".")[0], ())
                yield contract, tuple(_quote(each) for each in own[:_QUOTED])
        elif clauses := _clauses(evidence, contract):
            yield contract, _quotes(clauses, evidence)


def _quotes(clauses: Sequence[Clause], evidence: Evidence) -> tuple[Quote, ...]:
    """The sentences beside the clauses that make a flag false, where there are any; else the clauses' own words."""
    beside = {quote.span: quote for clause in clauses for name, quote in clause.said_at.items() if name in evidence.own}
    return tuple(beside.values() if beside else (_quote(each) for each in clauses))[:_QUOTED]


def _clauses(evidence: Evidence, contract: Contract) -> Sequence[Clause]:
    """The clauses that speak; an attribute may be read from a whole article, so those that say it in so many words stand for all."""
    own = contract.clauses.get(evidence.topic, ())
    if any(meets(each, {name: values}) for name, values in evidence.unless.items() for each in own):
        return ()
    speaking = [each for each in own if meets(each, evidence.own)]
    return [each for each in speaking if any(word in folded(each.text) for word in evidence.words)] or speaking


def _quote(clause: Clause) -> Quote:
    return Quote(clause.span, clause.page, clause.text, clause.file)


def _figures(
    question: Question, application: Application, portfolio: Portfolio, contracts: Sequence[Contract]
) -> Iterator[Contradiction]:
    """What no clause can show: sums that do not fit together."""
    if question.id == "turnover":
        key = next((key for key in ("turnover.last", "turnover.current") if application.get(key)), None)
        said = application.get(key) if key else None
        if key and said and len(portfolio.currencies) == 1 and portfolio.prices > said:
            yield Contradiction(
                question.id,
                key,
                said,
                question.gate,
                "prices_above_turnover",
                None,
                (),
                values={"sum": portfolio.prices},
            )
    elif question.id == "contract_cap":
        unwritten = application.get("contract_cap.unwritten")
        if application.get("contract_cap.all_capped") is True and unwritten:
            yield Contradiction(
                question.id, "contract_cap.all_capped", True, question.gate, "unwritten_uncapped", None, (),
                values={"number": unwritten},
            )  # fmt: skip
    elif question.id == "top_clients":
        yield from _client_prices(question, application, contracts)


def _client_prices(
    question: Question, application: Application, contracts: Sequence[Contract]
) -> Iterator[Contradiction]:
    for row in application.rows(question.id):
        said = row.get("contract_value")
        for contract in contracts:
            if said is None or contract.annual is None or not is_of_client(contract, row):
                continue
            stated = contract.annual.amount
            if abs(stated - said) > _NEAR * stated:
                yield Contradiction(
                    question.id, "top_clients.contract_value", said, question.gate, "client_price", contract,
                    (contract.price,) if contract.price else (), values={"sum": stated, "name": row["name"]},
                )  # fmt: skip


def _missing(application: Application, contracts: Sequence[Contract]) -> Iterator[str]:
    for row in application.rows("top_clients"):
        if not any(is_of_client(contract, row) for contract in contracts):
            yield row["name"]
