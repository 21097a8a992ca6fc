"""What a worker does with one file, in whatever process: bytes in, a packed report or the reason for none out."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from analyzer import __version__
from analyzer.batch.failures import PASSING, failure, to_row
from analyzer.batch.store import Work, pack
from analyzer.errors import FileProblem, place_of
from analyzer.pipeline import check
from analyzer.readers import read

if TYPE_CHECKING:
    from analyzer.batch.orders import Rules
    from analyzer.report import Report


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work for a worker. `data` are the file's bytes where they lie in an archive or are sent along; None: read `work.place`."""

    work: Work
    data: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A packed report with the pages asked for, or the row of a failure; how many seconds of a processor it took."""

    report: bytes = field(default=b"", repr=False)
    pages: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    failure: Mapping[str, Any] | None = None
    seconds: float = 0.0


Rounds: TypeAlias = "Callable[[Sequence[Work], bool], Iterator[tuple[Work, Outcome]]]"


def judged_twice(works: Sequence[Work], judged: Rounds) -> Iterator[tuple[Work, Outcome]]:
    """Every outcome as it comes. What a worker was lost over is judged once more at the end, alone (True): lost again, it is a failure."""
    doubtful = []
    for work, outcome in judged(works, False):
        if outcome.failure is not None and outcome.failure["code"] in PASSING:
            doubtful.append(work)
        else:
            yield work, outcome
    yield from judged(doubtful, True)


Judge: TypeAlias = "Callable[[Task, Rules, Sequence[str]], Outcome]"


def judge(task: Task, rules: Rules, forms: Sequence[str]) -> Outcome:
    """Judge one file. A bad file, and a fault of ours, is an outcome; MemoryError is left to the caller, whose process is in doubt."""
    begun = time.process_time()
    try:
        report = _report(task, rules)
        packed, pages = pack(report.to_dict()), {form: zlib.compress(_page(report, form)) for form in forms}
    except MemoryError:
        raise
    except FileProblem as error:
        return Outcome(failure=to_row(error), seconds=time.process_time() - begun)
    except Exception as error:  # a fault of ours costs this file alone
        told = failure("reading_fault", task.work.path, error=place_of(error))
        return Outcome(failure=to_row(told), seconds=time.process_time() - begun)
    return Outcome(packed, pages, None, time.process_time() - begun)


def _report(task: Task, rules: Rules) -> Report:
    work = task.work
    name = work.path.replace("\\", "/").rsplit("/", 1)[-1]
    document = read(work.place if task.data is None else task.data, name=name, path=work.path)
    if document.sha256 != work.sha256:
        raise failure("changed", work.path)
    return check(document, rules.library, rules.settings, __version__)


def _page(report: Report, form: str) -> bytes:
    from analyzer.reports import html, sarif  # here: most batches ask for neither

    text = html.render(report) if form == "html" else sarif.render([report])
    return text.encode("utf-8", errors="replace")
