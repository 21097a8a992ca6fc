"""`gardefou screen`: an application and the applicant's contracts in, one decision sheet out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from analyzer.cli import output
from analyzer.errors import FileProblem, SettingsProblem
from analyzer.reports.messages import say

if TYPE_CHECKING:
    from analyzer.pipeline import Settings
    from analyzer.reports.screening_view import Audience
    from analyzer.screening.application import Application
    from analyzer.screening.contracts import Contract
    from analyzer.screening.sheet import Sheet

FORMATS: Final = ("text", "json", "html", "xlsx")
AUDIENCES: Final = ("underwriter", "applicant")
STORE: Final = "store.sqlite"
RESULTS: Final = "results.jsonl"
_SUFFIXES: Final = (".docx", ".pdf", ".odt", ".rtf", ".html", ".htm", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for, already checked. `application` and `contracts` are there unless `new` is."""

    application: Path | None
    contracts: Path | None
    new: Path | None
    format: str
    output: Path | None
    audience: Audience
    appetite: Path | None
    seed: int


def run(request: Request, settings: Settings, language: str) -> int:
    """Write the form, or print the sheet; 0 done, 2 where the form, or some contract, was bad."""
    if request.new is not None:
        return _write_form(request.new, language)
    if request.application is None:
        raise SettingsProblem(say("screen.application_missing", language))
    if request.contracts is None:
        raise SettingsProblem(say("screen.contracts_missing", language))
    if not request.contracts.is_dir():
        raise SettingsProblem(say("screen.no_folder", language, path=str(request.contracts)))
    if request.format == "xlsx" and request.output is None:
        raise SettingsProblem(say("screen.xlsx_output", language))
    from analyzer.screening.application import BadForm, load_application
    from analyzer.screening.questionnaire import standard_questionnaire

    try:
        application = load_application(request.application, standard_questionnaire())
    except BadForm as error:
        for fault in error.faults:
            output.problem(fault, language)
        return error.exit_code
    sheet = _screened(application, request, settings, language)
    _deliver(sheet, request, language)
    return 2 if sheet.portfolio.unread else 0


def _write_form(target: Path, language: str) -> int:
    if target.suffix.lower() not in (".toml", ".html"):
        raise SettingsProblem(say("screen.new_suffix", language, path=str(target)))
    if target.exists():
        raise SettingsProblem(say("screen.new_exists", language, path=str(target)))
    from analyzer.reports.screening_form import html_form, toml_form
    from analyzer.screening.questionnaire import standard_questionnaire

    printed = target.suffix.lower() == ".html"
    form = (html_form if printed else toml_form)(standard_questionnaire(), language)
    output.save(form, target, language)
    output.message(say("screen.new_printed" if printed else "screen.new_done", language, path=str(target)))
    return 0


def _screened(application: Application, request: Request, settings: Settings, language: str) -> Sheet:
    from analyzer.screening.appetite import load_appetite
    from analyzer.screening.sheet import screen, standard_desk

    assert request.contracts is not None  # noqa: S101  (checked by run)
    desk = standard_desk()
    if request.appetite:
        desk = replace(desk, appetite=load_appetite(request.appetite))
    if settings.playbook:
        desk = replace(desk, library=settings.playbook.library)
    unread: list[str] = []
    contracts = list(_contracts(request.contracts, settings, unread, language))
    return screen(
        application,
        contracts,
        desk,
        settings.profile,
        unread=unread,
        language=language,
        claim=settings.claim,
        seed=request.seed,
    )


def _contracts(folder: Path, settings: Settings, unread: list[str], language: str) -> Iterator[Contract]:
    """The contracts of a batch's result, as they were judged, or of a folder, read now. Bad files are told and noted in `unread`."""
    from analyzer.screening.contracts import contract_of

    if (folder / STORE).is_file():
        reports = _stored(folder, unread)
    elif (folder / RESULTS).is_file():
        reports = _exported(folder / RESULTS, unread, language)
    else:
        reports = _read(folder, settings, unread, language)
    for report in reports:
        yield contract_of(report)


def _stored(folder: Path, unread: list[str]) -> Iterator[dict[str, Any]]:
    """The reports of the latest run of a batch."""
    from analyzer.batch.store import Store

    with Store(folder) as store:
        unread += [failure.path for failure in store.failures()]
        for _, report in store.reports():
            yield report


def _exported(results: Path, unread: list[str], language: str) -> Iterator[dict[str, Any]]:
    """The reports of a batch of which the exported lines alone are at hand."""
    failures = results.with_name("failures.jsonl")
    if failures.is_file():
        unread += [failure["path"] for failure in _objects(failures, {"path"}, language)]
    yield from _objects(results, {"contract", "clauses", "findings", "exposure"}, language)


def _objects(path: Path, keys: set[str], language: str) -> Iterator[dict[str, Any]]:
    """The objects of a file, one a line. Raises SettingsProblem for a line that is none, or lacks one of the keys."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                found = json.loads(line)
            except json.JSONDecodeError:
                found = None
            if not isinstance(found, dict) or not keys <= found.keys():
                raise SettingsProblem(say("screen.bad_line", language, path=str(path), line=str(number)))
            yield found


def _read(folder: Path, settings: Settings, unread: list[str], language: str) -> Iterator[dict[str, Any]]:
    from analyzer import __version__
    from analyzer.library import standard
    from analyzer.pipeline import check
    from analyzer.readers import read

    library = standard()
    for path in sorted(each for each in folder.rglob("*") if each.is_file() and _is_contract(each, folder)):
        try:
            yield check(read(path), library, settings, __version__).to_dict()
        except FileProblem as error:
            output.problem(error, language)
            unread.append(path.relative_to(folder).as_posix())


def _is_contract(path: Path, folder: Path) -> bool:
    """By its name: hidden files, a form or a list beside the contracts are none."""
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    return path.suffix.lower() in _SUFFIXES and not hidden


def _deliver(sheet: Sheet, request: Request, language: str) -> None:
    from analyzer.reports.screening_sections import view

    drawn = view(sheet, language, request.audience)
    if request.format == "xlsx":
        from analyzer.reports import screening_xlsx

        assert request.output is not None  # noqa: S101  (checked by run)
        output.save_bytes(screening_xlsx.render(drawn), request.output, language)
        return
    if request.format == "json":
        from analyzer.reports import screening_json

        text = screening_json.render(sheet, language, request.audience)
    elif request.format == "html":
        from analyzer.reports import screening_html

        text = screening_html.render(drawn)
    else:
        from analyzer.reports import screening_text

        text = screening_text.render(drawn)
    if request.output:
        output.save(text, request.output, language)
    else:
        output.result(text)
