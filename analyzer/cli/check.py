"""`gardefou check`: each file to a report, the good ones printed, the bad ones told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analyzer.cli import output
from analyzer.cli.bar import Bar
from analyzer.cli.worker import Worker, described
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
    together: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    side: Side
    format: str
    output: Path | None
    fail_on: Severity
    explain_exposure: bool = False


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
    write = {"json": _json, "sarif": _sarif, "html": _html}.get(request.format, _text)
    write(reports, request, language)
    return tally.exit_code


def _reports(request: Request, tally: _Tally, language: str) -> Iterator[Report]:
    """The report of each good file in the order given, or of all of them as one contract."""
    threshold = SEVERITIES.index(request.fail_on)
    for report in _together(request, tally, language) if request.together else _each(request, tally, language):
        faults = (finding for finding in report.findings if finding.accepted is None)
        tally.raised |= any(SEVERITIES.index(finding.severity) >= threshold for finding in faults)
        yield report


def _each(request: Request, tally: _Tally, language: str) -> Iterator[Report]:
    with Worker() as worker, Bar(language) as bar:
        for name in request.files:
            task = partial(worker.call, _one, name, name, _options(request), watcher=bar)
            report = _guarded(name, task, language)
            bar.clear()
            tally.failed |= report is None
            if report is not None:
                yield report


def _together(request: Request, tally: _Tally, language: str) -> Iterator[Report]:
    """One report of all files; none where one of them is bad, since a part that is missing may hold the cap."""
    names = " + ".join(request.files)
    with Worker() as worker, Bar(language) as bar:
        task = partial(worker.call, _all, names, request.files, _options(request), watcher=bar)
        report = _guarded(names, task, language)
    tally.failed = report is None
    if report is not None:
        yield report


def _one(name: str, options: dict[str, Any]) -> Report:
    from analyzer import analyze

    return analyze(name, **options)


def _all(names: tuple[str, ...], options: dict[str, Any]) -> Report:
    from analyzer import analyze_together

    return analyze_together(names, **options)


def _options(request: Request) -> dict[str, Any]:
    names = ("language", "annual_value", "claim", "profile", "playbook", "side", "select", "ignore")
    return {name: getattr(request, name) for name in names}


def _guarded(name: str, task: Callable[[], Report], language: str) -> Report | None:
    """The task's report; None after one line that tells why a file is given up."""
    try:
        return task()
    except FileProblem as error:
        output.problem(error, language)
    except GardefouError:
        raise  # a fault of the library or of an option concerns every file
    except Exception as error:  # a fault of ours: this file is given up, the others are still checked
        told = say("problem.internal", language, error=described(error))
        output.message(f"{say('colon', language, label=name)}{told}")
    return None


def _json(reports: Iterable[Report], request: Request, language: str) -> None:
    from analyzer.reports import json

    good = list(reports)
    single = request.together or len(request.files) == 1
    if good or not single:
        _deliver(json.render(good, single=single), request, language)


def _sarif(reports: Iterable[Report], request: Request, language: str) -> None:
    """One run over all files; an empty one where every file is bad, so that a program always finds a result."""
    from analyzer.reports import sarif

    _deliver(sarif.render(list(reports)), request, language)


def _html(reports: Iterable[Report], request: Request, language: str) -> None:
    """One page of all files; none where every file is bad."""
    from analyzer.reports import html

    good = list(reports)
    if good:
        _deliver(html.render_all(good), request, language)


def _text(reports: Iterable[Report], request: Request, language: str) -> None:
    """On a terminal and in a pipe each report as soon as it is there, in a file all of them."""
    from analyzer.reports import text

    if request.output:
        _deliver(
            "\n".join(text.render(report, explain=request.explain_exposure) for report in reports), request, language
        )
        return
    for position, report in enumerate(reports):
        if position:
            output.result("\n")
        if sys.stdout.isatty():
            _show(report, explain=request.explain_exposure)
        else:
            output.result(text.render(report, explain=request.explain_exposure))


def _show(report: Report, *, explain: bool) -> None:
    from rich.console import Console

    from analyzer.reports import text

    try:
        text.show(report, Console(), explain=explain)
    except BrokenPipeError:
        output.drop()


def _deliver(result: str, request: Request, language: str) -> None:
    if request.output:
        output.save(result, request.output, language)
    else:
        output.result(result)
