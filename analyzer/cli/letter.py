"""`gardefou letter`: a letter about one contract as a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.cli import output
from analyzer.cli.fix import docx_target
from analyzer.errors import FileProblem
from analyzer.reports.messages import say

if TYPE_CHECKING:
    from analyzer.pipeline import Settings
    from analyzer.redline.letters import Kind


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for, already checked. `amount` is the sum of a settlement, None to leave it blank."""

    kind: Kind
    file: str
    target: Path
    amount: Decimal | None


def run(request: Request, settings: Settings, language: str) -> int:
    """Write the letter; 0 done, 2 where the file was bad. `language` is that of the messages."""
    docx_target(request.target, request.file, language)
    from analyzer import __version__
    from analyzer.library import standard
    from analyzer.redline import open_contracts
    from analyzer.redline.letters import letter

    library = settings.playbook.library if settings.playbook else standard()
    try:
        contract, *_ = open_contracts((request.file,), library, settings, __version__, together=False)
    except FileProblem as error:
        output.problem(error, language)
        return error.exit_code
    data = letter(request.kind, contract, library, settings, request.amount)
    if data is None:
        key = "letter.no_measure" if request.kind == "offer" else "letter.no_change"
        output.message(say(key, language, path=request.file))
        return 0
    output.save_bytes(data, request.target, language)
    output.message(say("letter.done", language, path=str(request.target)))
    return 0
