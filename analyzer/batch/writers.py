"""One class an export: it gets every entry of a run, and writes its files when it is closed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any, ClassVar, Protocol

from analyzer.batch.compare import Change
from analyzer.batch.store import Entry
from analyzer.reports.messages import problem_words
from analyzer.reports.xlsx import Workbook


@dataclass(frozen=True, slots=True)
class Context:
    """What a writer needs beside the entries: the language of its words, the library's topics, the day, the pages that were made (by key
    and form; None where one was not), and what changed since a baseline (None without one).
    """

    language: str
    titles: Mapping[str, str]
    today: date
    page: Callable[[str, str], str | None]
    changes: Sequence[Change] | None = None


class Writer(Protocol):
    """One export under way, in a folder for what is half written. `names` are the files and folders that it leaves there."""

    names: ClassVar[tuple[str, ...]]

    def __init__(self, folder: Path, context: Context) -> None: ...

    def add(self, entry: Entry) -> None: ...

    def close(self) -> None: ...


class Jsonl:
    """One report a line, one failure a line."""

    names: ClassVar[tuple[str, ...]] = ("results.jsonl", "failures.jsonl")

    def __init__(self, folder: Path, context: Context) -> None:
        self._language = context.language
        self._results, self._failures = (_lines(folder / name) for name in self.names)

    def add(self, entry: Entry) -> None:
        if entry.report is not None:
            _line(self._results, entry.report)
        if entry.failure is not None:
            message, hint = problem_words(entry.failure, self._language)
            _line(self._failures, {**entry.failure.to_dict(), "message": message, "hint": hint})

    def close(self) -> None:
        self._results.close()
        self._failures.close()


class Changes:
    """One changed contract a line."""

    names: ClassVar[tuple[str, ...]] = ("changes.jsonl",)

    def __init__(self, folder: Path, context: Context) -> None:
        self._path, self._changes = folder / self.names[0], context.changes or ()

    def add(self, entry: Entry) -> None:
        """Nothing: what changed is known beforehand."""

    def close(self) -> None:
        with _lines(self._path) as file:
            for change in self._changes:
                _line(file, change.to_dict())


class Xlsx:
    """The workbook, with a sheet of what changed where there is a baseline."""

    names: ClassVar[tuple[str, ...]] = ("results.xlsx",)

    def __init__(self, folder: Path, context: Context) -> None:
        target = folder / self.names[0]
        self._book = Workbook(target, context.language, context.titles, context.today, scratch=folder)
        self._changes = context.changes

    def add(self, entry: Entry) -> None:
        if entry.report is not None:
            self._book.add(entry.report, entry.path)
        if entry.failure is not None:
            self._book.add_failure(entry.failure)

    def close(self) -> None:
        for change in self._changes or ():
            for row in change.rows():
                self._book.add_change(*row)
        self._book.close()


def _lines(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8", errors="replace", newline="\n")


def _line(file: IO[str], value: Mapping[str, Any]) -> None:
    file.write(json.dumps(value, ensure_ascii=False) + "\n")
