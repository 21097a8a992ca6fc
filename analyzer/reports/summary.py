"""A stored report in one line: what a table of many contracts shows of each. Works on the JSON report, so that nothing is read again."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from analyzer.report import SEVERITIES

_MONTHS_A_YEAR: Final = 12


class Stake(NamedTuple):
    """The scenario that counts: the claim where one was given, else the one of which the contract lets most through."""

    id: str
    title: str | None
    loss: Decimal
    payable: Decimal
    after_fix: Decimal | None
    multiple: Decimal | None
    multiple_after_fix: Decimal | None
    uninsured: Decimal
    insurance_known: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One contract. Sums are in `currency`; `next_end` is the first day on which its term may end that is not past, None where the
    contract does not say enough. `gravest` is the title of the gravest finding.
    """

    path: str
    language: str
    customer: str | None
    provider: str | None
    kind: str
    law: str | None
    signed_on: date | None
    term_months: float | None
    renews: bool | None
    next_end: date | None
    annual_value: Decimal | None
    vat: str
    currency: str
    stake: Stake | None
    grade: str
    score: int
    counts: Mapping[str, int]
    accepted: int
    gravest: str | None

    @property
    def uninsured(self) -> Decimal:
        """What the provider would bear alone; nothing where no loss is priced."""
        return self.stake.uninsured if self.stake else Decimal(0)


def summarise(report: Mapping[str, Any], path: str, today: date) -> Line:
    """The line of a report in the JSON form."""
    contract, findings = report["contract"], report["findings"]
    open_findings = [finding for finding in findings if finding["accepted"] is None]
    signed = date.fromisoformat(contract["signed_on"]) if contract["signed_on"] else None
    value = contract["annual_value"]
    return Line(
        path=path,
        language=report["language"],
        customer=contract["customer"],
        provider=contract["provider"],
        kind=contract["kind"],
        law=contract["governing_law"],
        signed_on=signed,
        term_months=contract["term_months"],
        renews=contract["tacit_renewal"],
        next_end=next_end(signed, contract["term_months"], contract["tacit_renewal"], today),
        annual_value=_sum(report["exposure"]["annual_value"]),
        vat=value["vat"] if value else "unknown",
        currency=report["exposure"]["currency"],
        stake=stake(report),
        grade=report["score"]["grade"],
        score=report["score"]["value"],
        counts={name: sum(each["severity"] == name for each in open_findings) for name in reversed(SEVERITIES)},
        accepted=len(findings) - len(open_findings),
        gravest=_gravest(open_findings),
    )


def _gravest(findings: Sequence[Mapping[str, Any]]) -> str | None:
    found = max(findings, key=lambda each: SEVERITIES.index(each["severity"]), default=None)
    return str(found["title"]) if found else None


def most_exposed_first(line: Line) -> tuple[Decimal, Decimal, str]:
    """The order in which contracts are to be renegotiated, as a key to sort by."""
    multiple = line.stake.multiple if line.stake and line.stake.multiple is not None else Decimal(0)
    return -line.uninsured, -multiple, line.path


def stake(report: Mapping[str, Any]) -> Stake | None:
    """The scenario that counts; None where no loss is priced. Without a word of insurance all of it is uninsured."""
    scenarios = report["exposure"]["scenarios"]
    chosen = next((each for each in scenarios if each["id"] == "claim"), None) or max(
        scenarios, key=lambda each: (Decimal(each["payable_now"]), Decimal(each["loss"])), default=None
    )
    if chosen is None:
        return None
    known = chosen["uninsured"] is not None
    return Stake(
        id=chosen["id"],
        title=chosen["title"],
        loss=Decimal(chosen["loss"]),
        payable=Decimal(chosen["payable_now"]),
        after_fix=_sum(chosen["payable_after_fix"]),
        multiple=_sum(chosen["multiple_now"]),
        multiple_after_fix=_sum(chosen["multiple_after_fix"]),
        uninsured=Decimal(chosen["uninsured"] if known else chosen["payable_now"]),
        insurance_known=known,
    )


def next_end(signed: date | None, months: float | None, renews: bool | None, today: date) -> date | None:
    """The end of the first term where it is to come; of a contract that renews by itself, the next anniversary of that end.

    A renewal may be for longer than a year: the anniversary is then earlier than the true end, never later.
    """
    if signed is None or not months or months != int(months):
        return None
    end, step = int(months), min(int(months), _MONTHS_A_YEAR)
    if renews:
        while _later(signed, end) < today:
            end += step
    found = _later(signed, end)
    return found if found >= today or not renews else None


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _sum(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))
