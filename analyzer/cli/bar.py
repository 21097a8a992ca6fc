"""A progress bar on stderr, for readings that take long (pages that are pictures); nothing where stderr is no terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from analyzer.reports.messages import say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bar:
    """Called with steps done and steps in all; shows itself at the first call."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def __call__(self, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        if self._progress is None:
            self._show(total)
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=done, total=total)

    def clear(self) -> None:
        """Take the bar away: the next lines on the terminal are the report's."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = self._task = None

    def _show(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task(say("reading.recognising", self._language), total=total)
        self._progress.start()
