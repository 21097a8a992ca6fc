"""The decision sheet as plain values: the keys of INTERFACE, and what the underwriter's own systems may want beside them."""

from __future__ import annotations

import json
from typing import Any

from analyzer.reports.json_values import amount, amount_or_none, in_file, multiple, number, plain
from analyzer.reports.screening_view import Audience
from analyzer.reports.screening_words import Words
from analyzer.screening.accumulation import Accumulation, Outcome
from analyzer.screening.covers import CoverMap
from analyzer.screening.evidence import Contradiction
from analyzer.screening.portfolio import Valued
from analyzer.screening.sheet import Imposed, Sheet

SCHEMA_VERSION = "1.0"


def render(sheet: Sheet, language: str, audience: Audience = "underwriter") -> str:
    """One JSON object; ends with a line end."""
    return json.dumps(as_dict(sheet, language, audience), ensure_ascii=False, indent=2) + "\n"


def as_dict(sheet: Sheet, language: str, audience: Audience = "underwriter") -> dict[str, Any]:
    """The sheet; the applicant's has no decision, reasons, loadings nor measures. Sums are strings, shares numbers from 0 to 1."""
    portfolio = sheet.portfolio
    insurer = audience == "underwriter"
    return {
        "schema_version": SCHEMA_VERSION,
        "language": language,
        **(_decided(sheet, language) if insurer else {}),
        "contradictions": [_contradiction(sheet, each, language) for each in sheet.examination.contradictions],
        "portfolio": {
            "contracts": len(portfolio.contracts),
            "uncapped": len(portfolio.uncapped),
            "unpriced": len(portfolio.unpriced),
            "unwritten": sheet.examination.unwritten,
            "unread": list(portfolio.unread),
            "duplicates": list(portfolio.duplicates),
            "currency": portfolio.currency,
            "prices": amount(portfolio.prices),
            "payable_now": amount(portfolio.payable_now),
            "payable_after_fix": amount(portfolio.payable_after_fix),
            "insured_limit": amount_or_none(portfolio.insurance.limit),
            "deductible": amount(portfolio.insurance.deductible),
        },
        "accumulation": [_accumulation(each) for each in sheet.accumulation],
        "covers": _covers(sheet.covers, language),
        "conditions": [
            _condition(each, language, insurer) for each in (sheet.conditions if insurer else sheet.proposals)
        ],
        "worst": [_valued(each) for each in sheet.worst],
        "contracts": [_valued(each) for each in portfolio.contracts],
        "questions": list(Words(sheet, language).questions()),
        "answers": {key: plain(value, number) for key, value in sheet.application.answers.items()},
        "proofs": {key: list(names) for key, names in sheet.examination.proofs.items()},
        "claim": amount_or_none(sheet.claim),
        "seed": sheet.seed,
    }


def _decided(sheet: Sheet, language: str) -> dict[str, Any]:
    reasons = [
        {
            "code": reason.code,
            "decision": reason.decision,
            "text": Words(sheet, language).reason(reason),
            "question": reason.question or None,
            "document": reason.contracts[0].name if reason.contracts else None,
            "documents": [each.name for each in reason.contracts],
            "value": None if reason.value is None else float(round(reason.value, 4)),
            "limit": None if reason.limit is None else float(reason.limit),
        }
        for reason in sheet.reasons
    ]
    loadings = [{"code": each.rule.code, "percent": float(each.rule.percent)} for each in sheet.loadings]
    measures = {name: None if value is None else float(round(value, 4)) for name, value in sheet.measures.items()}
    return {"decision": sheet.decision, "reasons": reasons, "loadings": loadings, "measures": measures}


def _contradiction(sheet: Sheet, each: Contradiction, language: str) -> dict[str, Any]:
    first = each.quotes[0] if each.quotes else None
    return {
        "question": each.question,
        "key": each.key,
        "answer": plain(each.answer, number),
        "code": each.code,
        "text": Words(sheet, language).contradiction(each),
        "document": each.contract.name if each.contract else None,
        "path": each.contract.path if each.contract else None,
        "start": first.span.start if first else None,
        "end": first.span.end if first else None,
        "quote": first.quote if first else None,
        "quotes": [
            {
                "start": quote.span.start,
                "end": quote.span.end,
                "page": quote.page,
                "quote": quote.quote,
                **in_file(quote.file),
            }
            for quote in each.quotes
        ],
    }


def _valued(each: Valued) -> dict[str, Any]:
    contract = each.contract
    return {
        "document": contract.name,
        "path": contract.path,
        "customer": contract.customer,
        "kind": contract.kind,
        "currency": contract.currency,
        "annual_value": amount(contract.annual.amount) if contract.annual else None,
        "scenario": each.scenario or None,
        "loss": amount(each.loss),
        "cap": amount_or_none(each.cap),
        "uncapped": contract.uncapped,
        "payable_now": amount(each.payable_now),
        "payable_after_fix": amount_or_none(each.payable_after_fix),
        "multiple_now": multiple(each.multiple),
        "insured": amount_or_none(each.insured),
        "known_customer": each.known_customer,
        "heads": {path.head: amount(path.payable) for path in each.path},
    }


def _accumulation(each: Accumulation) -> dict[str, Any]:
    platform = each.platform
    low, central, high = each.yearly
    return {
        "platform": platform.name or platform.kind.id,
        "kind": platform.kind.id,
        "contracts": len(platform.contracts),
        "documents": [contract.name for contract in platform.contracts],
        "assumed": platform.assumed,
        "scenario": platform.kind.scenario,
        **_outcome(each.now),
        "after_fix": _outcome(each.after),
        "largest": amount(each.largest),
        "yearly": {"low": amount(low), "central": amount(central), "high": amount(high)},
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    share = outcome.share_above_limit
    return {
        "expected": amount(outcome.expected),
        "p95": amount(outcome.p95),
        "p99_5": amount(outcome.p99_5),
        "share_above_limit": None if share is None else float(share),
    }


def _covers(covers: CoverMap, language: str) -> dict[str, Any]:
    return {
        "heads": [
            {
                "head": each.head,
                "contracts": each.contracts,
                "payable": amount(each.payable),
                "payable_high": amount(each.payable_high),
                "insured": each.insured,
                "state": each.state,
            }
            for each in covers.heads
        ],
        "exclusions": [
            {
                "exclusion": each.exclusion.id,
                "title": each.exclusion.title[language],
                "document": each.contract.name,
                "start": each.clause.span.start,
                "end": each.clause.span.end,
                "quote": each.clause.text,
            }
            for each in covers.triggered
        ],
    }


def _condition(each: Imposed, language: str, insurer: bool) -> dict[str, Any]:
    return {
        "finding": each.finding,
        "title": each.title.get(language, each.finding),
        **({"days": each.days} if insurer else {}),
        "documents": [contract.name for contract in each.contracts],
        "wordings": [
            {"document": contract.name, "language": fault.suggestion.language, "text": fault.suggestion.text}
            for contract, fault in each.wordings
            if fault.suggestion
        ],
    }
