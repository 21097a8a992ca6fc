"""How far a batch is, on stderr: a bar with rate and time left on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Protocol

from analyzer.cli import output
from analyzer.reports.format import number as thousands
from analyzer.reports.messages import say

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

_EVERY: Final = 10.0  # seconds between two lines


class Progress(Protocol):
    """What a batch tells while it runs."""

    def list(self) -> None: ...

    def begin(self, paths: int, contents: int, waiting: int) -> None: ...

    def step(self) -> None: ...


@contextlib.contextmanager
def progress(language: str) -> Iterator[Progress]:
    """The bar on a terminal, else the lines."""
    if not sys.stderr.isatty():
        yield _Lines(language)
        return
    with _bars() as bars:
        yield _Bar(bars, language)


def _bars() -> Bars:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    return Bars(*columns, console=Console(stderr=True), transient=True)


class _Bar:
    def __init__(self, bars: Bars, language: str) -> None:
        self._bars, self._language, self._begun, self._done = bars, language, 0.0, 0
        self._task: TaskID = bars.add_task(say("batch.listing", language), total=None, rate="")

    def list(self) -> None:
        """The bar is already there."""

    def begin(self, paths: int, contents: int, waiting: int) -> None:
        self._bars.console.print(_listed(paths, contents, waiting, self._language), highlight=False)
        self._begun = time.monotonic()
        self._bars.update(self._task, description=say("batch.reading", self._language), total=waiting, completed=0)

    def step(self) -> None:
        self._done += 1
        rate = _rate(self._done, self._begun, self._language)
        self._bars.update(self._task, completed=self._done, rate=say("batch.rate", self._language, rate=rate))


class _Lines:
    def __init__(self, language: str) -> None:
        self._language, self._begun, self._told, self._done, self._total = language, 0.0, 0.0, 0, 0

    def list(self) -> None:
        """Listing is short: its result is the first line."""

    def begin(self, paths: int, contents: int, waiting: int) -> None:
        output.message(_listed(paths, contents, waiting, self._language))
        self._begun = self._told = time.monotonic()
        self._total = waiting

    def step(self) -> None:
        self._done += 1
        now = time.monotonic()
        if now - self._told < _EVERY or self._done == self._total:
            return
        self._told = now
        left = _duration((now - self._begun) / self._done * (self._total - self._done))
        told = {"done": str(self._done), "total": str(self._total), "left": left}
        output.message(
            say("batch.progress", self._language, rate=_rate(self._done, self._begun, self._language), **told)
        )


def _listed(paths: int, contents: int, waiting: int, language: str) -> str:
    told = {"paths": paths, "contents": contents, "waiting": waiting}
    return say("batch.listed", language, **{name: thousands(number, language) for name, number in told.items()})


def _rate(done: int, begun: float, language: str) -> str:
    rate = f"{done / max(time.monotonic() - begun, 0.001):.1f}"
    return rate.replace(".", ",") if language == "fr" else rate


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"
