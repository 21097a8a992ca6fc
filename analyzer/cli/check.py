"""`gardefou check`: each file to a report, the good ones printed, the bad ones told."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.cli import output
from analyzer.errors import FileProblem, GardefouError
from analyzer.report import SEVERITIES, Severity, Side
from analyzer.reports.messages import say

if TYPE_CHECKING:
    from analyzer.report import Report


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for, already checked. `language` is that of the reports (None: each contract's own)."""

    files: tuple[str, ...]
    language: str | None
    annual_value: str | None
    claim: str | None
    profile: Path | None
    playbook: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    side: Side
    format: str
    output: Path | None
    fail_on: Severity


@dataclass(slots=True)
class _Tally:
    """What decides the exit code."""

    failed: bool = False
    raised: bool = False

    @property
    def exit_code(self) -> int:
        return 2 if self.failed else int(self.raised)


def run(request: Request, language: str) -> int:
    """Check all files and write the result; the exit code. `language` is that of the messages."""
    if request.output:
        output.check_target(request.output, [Path(name) for name in request.files], language)
    tally = _Tally()
    reports = _reports(request, tally, language)
    if request.format == "json":
        _json(reports, request, language)
    else:
        _text(reports, request, language)
    return tally.exit_code


def _reports(request: Request, tally: _Tally, language: str) -> Iterator[Report]:
    """The report of each good file, in the order given."""
    threshold = SEVERITIES.index(request.fail_on)
    for name in request.files:
        report = _report(name, request, language)
        if report is None:
            tally.failed = True
            continue
        open_findings = (finding for finding in report.findings if finding.accepted is None)
        tally.raised |= any(SEVERITIES.index(finding.severity) >= threshold for finding in open_findings)
        yield report


def _report(name: str, request: Request, language: str) -> Report | None:
    from analyzer import analyze

    try:
        return analyze(
            name,
            language=request.language,
            annual_value=request.annual_value,
            claim=request.claim,
            profile=request.profile,
            playbook=request.playbook,
            side=request.side,
            select=request.select,
            ignore=request.ignore,
        )
    except FileProblem as error:
        output.problem(error, language)
    except GardefouError:
        raise  # a fault of the library or of an option concerns every file
    except Exception as error:  # a fault of ours: this file is given up, the others are still checked
        output.message(_internal(name, error, language))
    return None


def _internal(name: str, error: Exception, language: str) -> str:
    """One line that helps whoever mends it: the error and the line of code that raised it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    told = f"{type(error).__name__}: {error}, {Path(last.filename).name}:{last.lineno}"
    return f"{say('colon', language, label=name)}{say('problem.internal', language, error=told)}"


def _json(reports: Iterable[Report], request: Request, language: str) -> None:
    from analyzer.reports import json

    good = list(reports)
    single = len(request.files) == 1
    if good or not single:
        _deliver(json.render(good, single=single), request, language)


def _text(reports: Iterable[Report], request: Request, language: str) -> None:
    """On a terminal and in a pipe each report as soon as it is there, in a file all of them."""
    from analyzer.reports import text

    if request.output:
        _deliver("\n".join(text.render(report) for report in reports), request, language)
        return
    for position, report in enumerate(reports):
        if position:
            output.result("\n")
        if sys.stdout.isatty():
            _show(report)
        else:
            output.result(text.render(report))


def _show(report: Report) -> None:
    from rich.console import Console

    from analyzer.reports import text

    try:
        text.show(report, Console())
    except BrokenPipeError:
        output.drop()


def _deliver(result: str, request: Request, language: str) -> None:
    if request.output:
        output.save(result, request.output, language)
    else:
        output.result(result)
