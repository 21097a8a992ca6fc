"""The report as SARIF 2.1.0, for the tools that read linters' results: code hosts, editors, review screens.

Regions are code points into the text as read. Of a .txt or .md file that is the file itself, so lines, columns and fixes are given too;
of any other format the offsets are into the text that the reader built, and `properties` names the page.
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from analyzer.document import Document, Span
from analyzer.report import Evidence, Finding, Report, Severity, Suggestion
from analyzer.reports import text, words
from analyzer.reports.messages import say

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final[dict[Severity, str]] = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}
_TYPES: Final = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "rtf": "application/rtf",
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
_FILE_ITSELF: Final = ("txt", "md")  # of these the text as read is the file's own
_LINE_END: Final = re.compile(r"\r\n|\n")


def render(reports: Sequence[Report]) -> str:
    """One run over all contracts, in the order given; ends with a line end."""
    artifacts = _Artifacts(reports)
    rules = {finding.id: finding for report in reports for finding in report.findings}
    numbers = {identifier: number for number, identifier in enumerate(sorted(rules))}
    language = reports[0].language if reports else "en"
    run = {
        "tool": {"driver": _driver(reports, [_rule(rules[each], language) for each in sorted(rules)])},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _told(reports, artifacts)}],
        "artifacts": artifacts.listed,
        "results": [result for report in reports for result in _results(report, artifacts, numbers)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


class _Artifacts:
    """Every document of the run once, known by its report and name."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.listed: list[dict[str, Any]] = []
        self._known: dict[tuple[int, str], tuple[int, Document, _Lines]] = {}
        for report in reports:
            for document in report.documents or (report.document,):
                self._known[id(report), document.name] = (len(self.listed), document, _Lines(document))
                self.listed.append(_artifact(document))

    def location(self, report: Report, file: str = "", span: Span | None = None, quoted: str = "") -> dict[str, Any]:
        """A physical location; the whole document without a span."""
        number, document, lines = self._known[id(report), file or report.document.name]
        place: dict[str, Any] = {"artifactLocation": {"uri": uri(document.path), "index": number}}
        if span is not None:
            place["region"] = lines.region(span)
            if quoted:
                place["region"]["snippet"] = {"text": quoted}
        return place

    def document(self, report: Report, file: str) -> Document:
        return self._known[id(report), file or report.document.name][1]


class _Lines:
    """Where each line of a text file begins; of another format no line is known."""

    def __init__(self, document: Document) -> None:
        own = document.format in _FILE_ITSELF
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(document.text))] if own else []

    def region(self, span: Span) -> dict[str, Any]:
        """The span in code points and, where lines are known, as lines and columns counted from 1 (the end column exclusive)."""
        places: dict[str, Any] = {"charOffset": span.start, "charLength": span.end - span.start}
        if self.starts:
            first, last = self._line(span.start), self._line(span.end)
            places |= {
                "startLine": first,
                "startColumn": span.start - self.starts[first - 1] + 1,
                "endLine": last,
                "endColumn": span.end - self.starts[last - 1] + 1,
            }
        return places

    def _line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)


def _driver(reports: Sequence[Report], rules: list[dict[str, Any]]) -> dict[str, Any]:
    driver: dict[str, Any] = {"name": "gardefou", "rules": rules}
    if reports:
        driver |= {
            "version": reports[0].version,
            "semanticVersion": reports[0].version,
            "properties": {"libraryDigest": reports[0].library_digest},
        }
    return driver


def _rule(finding: Finding, language: str) -> dict[str, Any]:
    title, why = words.library(finding.title, language), words.library(finding.why, language)
    parts = [(say("finding.why", language), why)]
    parts += [(say("finding.law", language), words.law(basis, language)) for basis in finding.legal_basis]
    if finding.known_problems:
        parts.append((say("finding.mistaken", language), words.library(finding.known_problems, language)))
    parts.append(("", say("closing.not_advice", language)))
    parts = [(say("colon", language, label=lead) if lead else "", told) for lead, told in parts]
    plain = [lead + told for lead, told in parts]
    rich = [f"**{_literal(lead.strip())}** {_literal(told)}" if lead else _literal(told) for lead, told in parts]
    return {
        "id": finding.id,
        "shortDescription": {"text": title or finding.id},
        "fullDescription": {"text": why or title or finding.id},
        "help": {"text": "\n\n".join(plain), "markdown": "\n\n".join(rich)},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": ["contract", finding.topic]},
    }


def _literal(sentence: str) -> str:
    """The sentence with every sign that Markdown would act on made literal; addresses stay whole."""
    return re.sub(r"([\\`*_\[\]<>#|])(?![^\s]*://)", r"\\\1", sentence)


def _results(report: Report, artifacts: _Artifacts, numbers: dict[str, int]) -> list[dict[str, Any]]:
    seen: dict[str, int] = {}
    results = []
    for finding in text.by_severity(report.findings):
        print_ = _fingerprint(finding)
        seen[print_] = seen.get(print_, 0) + 1
        first, rest = finding.evidence[:1], finding.evidence[1:]
        places = [_location(report, artifacts, evidence) for evidence in first]
        result: dict[str, Any] = {
            "ruleId": finding.id,
            "ruleIndex": numbers[finding.id],
            "level": _LEVELS[finding.severity],
            "message": {"text": words.library(finding.message, report.language)},
            "locations": places or [{"physicalLocation": artifacts.location(report)}],
            "partialFingerprints": {"gardefou/v1": f"{print_}:{seen[print_]}"},
            "properties": _properties(finding),
        }
        if rest:
            result["relatedLocations"] = [
                {"id": number, **_location(report, artifacts, evidence)} for number, evidence in enumerate(rest, 1)
            ]
        if finding.accepted is not None:
            reason = words.acceptance(finding, report.language)
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
        fix = _fix(report, artifacts, finding.suggestion) if finding.suggestion else None
        if fix:
            result["fixes"] = [fix]
        results.append(result)
    return results


def _fingerprint(finding: Finding) -> str:
    """The same as long as the finding and the words that it quotes are the same, wherever they stand."""
    quoted = [" ".join(evidence.quote.split()).casefold() for evidence in finding.evidence]
    return hashlib.sha256("\0".join([finding.id, *quoted]).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _properties(finding: Finding) -> dict[str, Any]:
    pages = sorted({evidence.page for evidence in finding.evidence if evidence.page is not None})
    suggestion = finding.suggestion
    return {
        "severity": finding.severity,
        **({"pages": pages} if pages else {}),
        **({"suggestedWording": suggestion.text} if suggestion else {}),
    }


def _location(report: Report, artifacts: _Artifacts, evidence: Evidence) -> dict[str, Any]:
    place = artifacts.location(report, evidence.file, evidence.span, evidence.quote)
    return {"physicalLocation": place}


def _fix(report: Report, artifacts: _Artifacts, suggestion: Suggestion) -> dict[str, Any] | None:
    """The suggestion as a change of the file; None where the file is not the text that was read, or no place is known."""
    document = artifacts.document(report, suggestion.file)
    if document.format not in _FILE_ITSELF:
        return None
    struck = [*([suggestion.replaces] if suggestion.replaces else ()), *suggestion.also_replaces]
    if struck:
        changes = [(each.span, suggestion.text if number == 0 else "") for number, each in enumerate(struck)]
    elif suggestion.after is not None:
        changes = [(Span(suggestion.after, suggestion.after), f"\n\n{suggestion.text}")]
    else:
        return None
    replacements = [
        {
            "deletedRegion": artifacts.location(report, suggestion.file, span)["region"],
            "insertedContent": {"text": inserted},
        }
        for span, inserted in changes
    ]
    location = artifacts.location(report, suggestion.file)["artifactLocation"]
    return {
        "description": {"text": words.library(suggestion.title, report.language)},
        "artifactChanges": [{"artifactLocation": location, "replacements": replacements}],
    }


def _told(reports: Sequence[Report], artifacts: _Artifacts) -> list[dict[str, Any]]:
    """What the reader saw that the user must know."""
    return [
        {
            "level": "note",
            "message": {"text": sentence},
            "locations": [{"physicalLocation": artifacts.location(report)}],
        }
        for report in reports
        for sentence in text.notices(report)
    ]


def _artifact(document: Document) -> dict[str, Any]:
    listed: dict[str, Any] = {
        "location": {"uri": uri(document.path)},
        "roles": ["analysisTarget"],
        "hashes": {"sha-256": document.sha256},
    }
    if document.format in _TYPES:
        listed["mimeType"] = _TYPES[document.format]
    return listed


def uri(path: str) -> str:
    """The path as given, as an address: relative where it was relative."""
    given = Path(path)
    return given.as_uri() if given.is_absolute() else quote(given.as_posix())
