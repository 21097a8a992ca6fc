"""A contract of the portfolio, built again from the plain values of its report: what the desk needs of it, and no more.

A report says what a contract holds; what it can cost depends on the customer and the insurance, which the application knows. So clauses
come back as the engine's own values, and the exposure is worked out by the engine's own rules, without reading the contract again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatch
from typing import Any

from analyzer.assess.exposure_terms import protecting
from analyzer.document import Span
from analyzer.facts.values import AnnualValue
from analyzer.report import Clause, Evidence, Suggestion

_NO_WORD = re.compile(r"[^a-z0-9]+")
MISSING_CAP = "liability_cap.missing"


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding of the contract with its evidence and its wording, None where no text can mend it."""

    id: str
    severity: str
    title: str
    message: str
    evidence: tuple[Evidence, ...]
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True)
class Contract:
    """One contract. `clauses` are those found, by topic; `name` that of its file, or of its files joined by " + ".
    `price` is where the yearly value is said.

    `part` is what the document calls itself where it is a part of a contract only (order, annex …).
    """

    name: str
    path: str
    sha256: str
    language: str
    kind: str
    provider: str | None
    customer: str | None
    law: str | None
    annual: AnnualValue | None
    price: Evidence | None
    currency: str
    part: str | None
    clauses: Mapping[str, tuple[Clause, ...]]
    faults: Mapping[str, Fault]

    @property
    def uncapped(self) -> bool:
        """Does no cap protect the provider? A blank sum counts as none."""
        return MISSING_CAP in self.faults or not protecting(self.clauses.get("liability_cap", ()))

    @property
    def quotes(self) -> Iterable[str]:
        """The words of all its clauses."""
        return (clause.text for clauses in self.clauses.values() for clause in clauses)


def contract_of(report: Mapping[str, Any]) -> Contract:
    """The contract of a report (the values of `Report.to_dict()`)."""
    documents = report.get("documents") or [report["document"]]
    stated, exposure = report["contract"], report["exposure"]
    return Contract(
        name=" + ".join(each["name"] for each in documents),
        path=" + ".join(each["path"] or each["name"] for each in documents),
        sha256=" ".join(each["sha256"] for each in documents),
        language=documents[0]["language"],
        kind=stated["kind"],
        provider=stated["provider"],
        customer=stated["customer"],
        law=stated["governing_law"],
        annual=_annual(stated["annual_value"]),
        price=_price(stated["annual_value"]),
        currency=exposure["currency"],
        part=stated.get("part"),
        clauses=_clauses(report["clauses"]),
        # Those that the house accepted too: what its playbook lives with is there for its insurer all the same.
        faults={each["id"]: _fault(each) for each in report["findings"]},
    )


def _annual(stated: Mapping[str, Any] | None) -> AnnualValue | None:
    if stated is None:
        return None
    quoted = stated["quoted"]
    span = None if stated["start"] is None else Span(stated["start"], stated["end"])
    return AnnualValue(
        amount=Decimal(stated["amount"]),
        currency=stated["currency"],
        vat=stated["vat"],
        quoted_amount=Decimal(quoted["amount"]),
        quoted_period=quoted["period"],
        span=span,
        source=stated["source"],
    )


def _price(stated: Mapping[str, Any] | None) -> Evidence | None:
    if stated is None or stated["quote"] is None:
        return None
    return Evidence(Span(stated["start"], stated["end"]), stated["page"], stated["quote"])


def _clauses(stated: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Clause, ...]]:
    """The clauses that the contract has, those left out that another document of it overrides."""
    found: dict[str, list[Clause]] = {}
    for each in stated:
        if each["score"] >= 0.5 and not each["attributes"].get("overridden_by"):
            found.setdefault(each["topic"], []).append(_clause(each))
    return {topic: tuple(clauses) for topic, clauses in found.items()}


def _clause(stated: Mapping[str, Any]) -> Clause:
    return Clause(
        topic=stated["topic"],
        span=Span(stated["start"], stated["end"]),
        text=stated["text"],
        page=stated["page"],
        section=stated["section"],
        heading=stated["heading"],
        score=stated["score"],
        signals=tuple(stated["signals"]),
        attributes=stated["attributes"],
        file=stated.get("file", ""),
        said_at={name: _evidence(each) for name, each in stated.get("said_at", {}).items()},
    )


def _fault(stated: Mapping[str, Any]) -> Fault:
    suggestion = stated["suggestion"]
    return Fault(
        id=stated["id"],
        severity=stated["severity"],
        title=stated["title"],
        message=stated["message"],
        evidence=tuple(_evidence(each) for each in stated["evidence"]),
        suggestion=_suggestion(suggestion) if suggestion else None,
    )


def _evidence(stated: Mapping[str, Any]) -> Evidence:
    quote = stated["quote"] if "quote" in stated else stated["text"]
    return Evidence(Span(stated["start"], stated["end"]), stated.get("page"), quote, stated.get("file", ""))


def _suggestion(stated: Mapping[str, Any]) -> Suggestion:
    place, replaced = stated["insert_after"], stated["replaces"]
    return Suggestion(
        language=stated["language"],
        title=stated["title"],
        text=stated["text"],
        after_section=place["section"] if place else None,
        after=place["end"] if place else None,
        replaces=_evidence(replaced) if replaced else None,
        parameters=stated["parameters"],
        file=stated.get("file", ""),
        also_replaces=tuple(_evidence(each) for each in stated["also_replaces"]),
        joins=stated["insert_after"].get("joins", True) if stated["insert_after"] else True,
    )


def folded(text: str) -> str:
    """Lower case, no accents, single blanks: what two spellings of one name share."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _NO_WORD.sub(" ", plain).strip()


def is_of_client(contract: Contract, row: Mapping[str, Any]) -> bool:
    """Is it the contract of the customer in this row of the application, by its file where the row names one, else by its party?"""
    if "contract" in row:
        return fnmatch(contract.name, row["contract"])
    return same_party(row["name"], contract.customer)


def same_party(said: str, customer: str | None) -> bool:
    """Do an answer and a contract name the same customer?"""
    first, second = folded(said), folded(customer or "")
    return bool(first and second) and (first in second or second in first)
