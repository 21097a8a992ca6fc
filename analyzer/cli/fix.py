"""`gardefou fix`: a contract, or the parts of one, back as Word files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.cli import output
from analyzer.errors import FileProblem, SettingsProblem
from analyzer.reports.messages import count, say

if TYPE_CHECKING:
    from analyzer.library import Library
    from analyzer.pipeline import Settings
    from analyzer.redline import Audience, Contract


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for, already checked. `target` is a .docx file, or a folder with `together`."""

    files: tuple[str, ...]
    target: Path
    audience: Audience
    together: bool


def run(request: Request, settings: Settings, language: str) -> int:
    """Write the files; 0 done, 2 where some file was bad. `language` is that of the messages."""
    check(request, language)
    from analyzer import __version__
    from analyzer.library import standard
    from analyzer.redline import open_contracts

    library = settings.playbook.library if settings.playbook else standard()
    try:
        contracts = open_contracts(request.files, library, settings, __version__, together=request.together)
    except FileProblem as error:
        output.problem(error, language)
        return error.exit_code
    if request.together:
        output.make_folder(request.target, language)
    for contract in contracts:
        output.check_target(named_target(request, contract), [Path(each) for each in request.files], language)
    for contract in contracts:
        _write(contract, request, settings, library, language)
    return 0


def check(request: Request, language: str) -> None:
    """Refuse what cannot be meant, before any file is read."""
    if len(request.files) > 1 and not request.together:
        raise SettingsProblem(say("fix.one_file", language))
    if request.together:
        if request.target.exists() and not request.target.is_dir():
            raise SettingsProblem(say("fix.folder", language, path=str(request.target)))
        return
    docx_target(request.target, request.files[0], language)


def docx_target(target: Path, source: str, language: str) -> None:
    """Refuse a target that is no .docx, or that is the contract itself."""
    if target.suffix.lower() != ".docx":
        raise SettingsProblem(say("fix.docx", language, path=str(target)))
    output.check_target(target, [Path(source)], language)


def _write(contract: Contract, request: Request, settings: Settings, library: Library, language: str) -> None:
    from analyzer.redline import fix

    fixed = fix(contract, library, settings, request.audience, datetime.now().astimezone())
    target = named_target(request, contract)
    if fixed.data is None:
        output.message(say("fix.none.amendment", language, path=contract.document.path))
        return
    output.save_bytes(fixed.data, target, language)
    if fixed.changes:
        output.message(count("fix.done", len(fixed.changes), language, path=str(target)))
    else:
        output.message(say("fix.none", language, path=str(target)))


def named_target(request: Request, contract: Contract) -> Path:
    """The file to write: in the folder a name for each file; what is for the house alone says so in its name."""
    target = request.target
    if request.together:
        stem = Path(contract.document.name).stem
        suffix = "" if contract.document.format == "docx" else f"-{Path(contract.document.name).suffix.lstrip('.')}"
        target = target / f"{stem}{suffix}.docx"
    if request.audience == "internal":
        target = internal(target, contract.report.language)
    return target


def internal(target: Path, language: str) -> Path:
    """The path with INTERNE or INTERNAL in its name."""
    mark = say("fix.internal.name", language)
    return target if mark in target.stem else target.with_name(f"{target.stem}-{mark}{target.suffix}")
