"""The JSON report: INTERFACE's keys, built from a Report. `report.schema.json` beside this file describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from analyzer.document import Document
from analyzer.report import (
    Assessment,
    Clause,
    Evidence,
    Finding,
    LegalBasis,
    Reason,
    RecordedCase,
    Report,
    Suggestion,
)
from analyzer.reports import json_exposure
from analyzer.reports.json_values import amount, amount_or_none, in_file, number, plain

if TYPE_CHECKING:
    from analyzer.facts.values import AnnualValue, Facts

SCHEMA_VERSION: Final = "1.0"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one report."""
    text = resources.files("analyzer.reports").joinpath("report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def render(reports: Sequence[Report], *, single: bool) -> str:
    """One object where one file was asked for, else a list in the order given; ends with a line end."""
    objects = [as_dict(report) for report in reports]
    return json.dumps(objects[0] if single and objects else objects, ensure_ascii=False, indent=2) + "\n"


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain values: sums are decimal strings, months and multiples numbers, what is not said null."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "gardefou", "version": report.version, "library_digest": report.library_digest},
        "language": report.language,
        "side": report.side,
        **_documents(report),
        "contract": _contract(report),
        "clauses": [{**in_file(clause.file), **_clause(clause, report.titles)} for clause in report.clauses],
        "findings": [_finding(finding, report) for finding in report.findings],
        "exposure": json_exposure.as_dict(report.exposure),
        "enforceability": [_assessment(each) for each in report.enforceability],
        "score": {"value": report.score.value, "grade": report.score.grade},
    }


def _documents(report: Report) -> dict[str, Any]:
    """`document`, or `documents` where several files were judged as one contract."""
    if report.documents:
        return {"documents": [_document(each, report.document_language) for each in report.documents]}
    return {"document": _document(report.document, report.document_language)}


def _document(document: Document, language: str) -> dict[str, Any]:
    return {
        "name": document.name,
        "path": document.path,
        "sha256": document.sha256,
        "format": document.format,
        "pages": document.pages,
        "words": document.words,
        "language": language,
        "ocr_pages": list(document.ocr_pages),
        "empty_pages": list(document.empty_pages),
        "notices": [{"code": notice.code, "values": dict(notice.values)} for notice in document.notices],
    }


def _contract(report: Report) -> dict[str, Any]:
    facts = report.facts
    return {
        "kind": report.kind,
        "provider": facts.provider.name if facts.provider else None,
        "customer": facts.customer.name if facts.customer else None,
        "law_covered": report.law_covered if facts.governing_law else None,
        "part": report.part,
        "governing_law": facts.governing_law.code if facts.governing_law else None,
        "signed_on": facts.signed_on.isoformat() if facts.signed_on else None,
        **_term(facts, report.source_of("term")),
        "annual_value": _annual_value(facts.annual_value, report.source_of("annual_value")),
    }


def _term(facts: Facts, document: Document) -> dict[str, Any]:
    term = facts.term
    if term is None:
        return {"term_months": None, "tacit_renewal": None, "term_quote": None}
    months = None if term.months is None else number(term.months)
    return {
        "term_months": months,
        "tacit_renewal": term.tacit_renewal,
        "term_quote": document.slice(term.span) if term.span else None,
    }


def _annual_value(value: AnnualValue | None, document: Document) -> dict[str, Any] | None:
    if value is None:
        return None
    span = value.span
    return {
        "amount": amount(value.amount),
        "currency": value.currency,
        "vat": value.vat,
        "quoted": {"amount": amount(value.quoted_amount), "period": value.quoted_period},
        "source": value.source,
        "quote": document.slice(span) if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "page": document.page_at(span.start) if span else None,
    }


def _clause(clause: Clause, titles: Mapping[str, str]) -> dict[str, Any]:
    return {
        "topic": clause.topic,
        "title": titles.get(clause.topic),
        "section": clause.section,
        "heading": clause.heading,
        "page": clause.page,
        "start": clause.span.start,
        "end": clause.span.end,
        "text": clause.text,
        "score": _score(clause.score),
        "signals": list(clause.signals),
        "attributes": {name: plain(value, amount) for name, value in clause.attributes.items()},
        **({"said_at": {name: _evidence(each) for name, each in clause.said_at.items()}} if clause.said_at else {}),
    }


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "id": finding.id,
        "topic": finding.topic,
        "severity": finding.severity,
        "title": finding.title,
        "message": finding.message,
        "why": finding.why,
        "known_problems": finding.known_problems,
        "legal_basis": [_law(law) for law in finding.legal_basis],
        "evidence": [{**_evidence(each), **_recognised(each, report)} for each in finding.evidence],
        "mend": finding.mend,
        "suggestion": _suggestion(finding.suggestion) if finding.suggestion else None,
        **_accepted(finding),
    }


def _accepted(finding: Finding) -> dict[str, Any]:
    """Why and until when a playbook lives with a finding; the day on which an acceptance ended, where one did."""
    until = finding.accepted_until.isoformat() if finding.accepted_until else None
    if finding.accepted is None:
        return {"accepted": None, **({"acceptance_ended": until} if until else {})}
    return {"accepted": {"reason": finding.accepted, "until": until}}


def _law(law: LegalBasis) -> dict[str, Any]:
    return {
        "ref": law.ref,
        "note": law.note,
        "mark": law.mark,
        "checked_on": law.checked_on,
        "source": law.source,
        "compared": law.compared,
        "supposes": list(law.supposes),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        **in_file(evidence.file),
        "start": evidence.span.start,
        "end": evidence.span.end,
        "page": evidence.page,
        "quote": evidence.quote,
    }


def _recognised(evidence: Evidence, report: Report) -> dict[str, bool]:
    """Said of a quote whose page was read from a picture alone."""
    return {"ocr": True} if report.recognised(evidence.page, evidence.file) else {}


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    replaced = suggestion.replaces
    return {
        "language": suggestion.language,
        "title": suggestion.title,
        "text": suggestion.text,
        "insert_after": (
            None
            if suggestion.after is None
            else {"section": suggestion.after_section, "end": suggestion.after, "joins": suggestion.joins}
        ),
        "replaces": None if replaced is None else _slice(replaced),
        "also_replaces": [{**_slice(each), **in_file(each.file)} for each in suggestion.also_replaces],
        "parameters": dict(suggestion.parameters),
        **in_file(suggestion.file),
        **_choices(suggestion),
    }


def _choices(suggestion: Suggestion) -> dict[str, Any]:
    """What only some suggestions have: how the wording of each level would stand, and wording that may be added."""
    standings = {level: _standing(each) for level, each in suggestion.standings.items()}
    options = [{"title": each.title, "text": each.text} for each in suggestion.options]
    return {**({"standings": standings} if standings else {}), **({"options": options} if options else {})}


def _assessment(assessment: Assessment) -> dict[str, Any]:
    return {
        "topic": assessment.topic,
        "section": assessment.section,
        "clause": _evidence(assessment.clause),
        **_standing(assessment),
        "years": None if assessment.years is None else number(assessment.years),
        "law": assessment.family,
        "law_of": {
            "date": assessment.law_of.isoformat(),
            "assumed": assessment.law_of_assumed,
            "note": assessment.regime,
        },
        "law_supposed": assessment.law_supposed,
        "reasons": [{**_reason(each), **_grounds(each)} for each in assessment.reasons],
        "cases": {"nearest_by": assessment.measure, "nearest": [_recorded_case(each) for each in assessment.cases]},
    }


def _standing(assessment: Assessment) -> dict[str, Any]:
    """What a suggestion's level and a clause of the contract have in common."""
    return {
        "standing": assessment.standing,
        "because": assessment.because,
        "amount": amount_or_none(assessment.amount),
        "currency": assessment.currency,
        "reasons": [_reason(each) for each in assessment.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "question": reason.question,
        "title": reason.title,
        "answer": reason.answer,
        "effect": reason.effect,
        "says": reason.says,
    }


def _grounds(reason: Reason) -> dict[str, Any]:
    return {
        "asks": reason.asks,
        "evidence": [_evidence(each) for each in reason.evidence],
        "legal_basis": [_law(each) for each in reason.legal_basis],
    }


def _recorded_case(case: RecordedCase) -> dict[str, Any]:
    return {
        "id": case.id,
        "court": case.court,
        "date": case.date or None,
        "cap": amount_or_none(case.cap),
        "annual_value": amount_or_none(case.annual_value),
        "currency": case.currency or None,
        "loss": amount_or_none(case.loss),
        "outcome": case.outcome,
        "why": case.why,
        "mark": case.mark,
        "source": case.source,
    }


def _slice(evidence: Evidence) -> dict[str, Any]:
    return {"start": evidence.span.start, "end": evidence.span.end, "text": evidence.quote}


def _score(score: float) -> float:
    """Four decimals, never rounded up across 0.5: there it would say that a near miss is a clause."""
    return round(score, 4) if score >= 0.5 else min(round(score, 4), 0.4999)
