"""What is written from the store, at any time: one pass over a run, each entry given to every writer.

A file is written beside its place and put there when it is whole, so that a reader never sees half of one.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any, Final, Protocol

from analyzer.batch.compare import Change
from analyzer.batch.store import Entry, Store
from analyzer.reports.messages import problem_words
from analyzer.reports.xlsx import Workbook

EXPORTS: Final = ("jsonl", "xlsx", "parquet", "html", "sarif")
_SCRATCH: Final = ".export-"


@dataclass(frozen=True, slots=True)
class Context:
    """For whom an export is written: the language of its words, the library's topics, the day."""

    language: str
    titles: Mapping[str, str]
    today: date


class Writer(Protocol):
    """One export under way, in a folder for what is half written."""

    def __init__(self, folder: Path, context: Context) -> None: ...

    def add(self, entry: Entry) -> None: ...

    def close(self) -> None: ...


def export(
    store: Store, run: int, forms: Sequence[str], context: Context, changes: Sequence[Change] | None = None
) -> list[Path]:
    """Write the exports of a run into the store's folder; the files, in the order of `forms`. `changes` is None without a baseline."""
    folder = store.file.parent
    with _scratch(folder) as scratch:
        targets = [name for form in forms for name in _NAMES[form]]
        writers = [_WRITERS[form](scratch, context) for form in forms if form in _WRITERS]
        for entry in store.entries(run):
            for writer in writers:
                writer.add(entry)
        for writer in writers:
            if isinstance(writer, _Xlsx) and changes is not None:
                writer.add_changes(changes)
            writer.close()
        if changes is not None:
            _write_changes(scratch / "changes.jsonl", changes)
            targets.append("changes.jsonl")
        for name in targets:
            _put(scratch / name, folder / name)
    return [folder / name for name in targets]


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder for what is half written; those that a killed export left are removed."""
    for left in folder.glob(f"{_SCRATCH}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=folder) as name:
        yield Path(name)


def _put(source: Path, target: Path) -> None:
    if target.is_dir():
        shutil.rmtree(target)
    source.replace(target)


class _Jsonl:
    """results.jsonl, one report a line; failures.jsonl."""

    def __init__(self, folder: Path, context: Context) -> None:
        self._language = context.language
        self._results = _lines(folder / "results.jsonl")
        self._failures = _lines(folder / "failures.jsonl")

    def add(self, entry: Entry) -> None:
        if entry.report is not None:
            _line(self._results, entry.report)
        if entry.failure is not None:
            message, hint = problem_words(entry.failure, self._language)
            _line(self._failures, {**entry.failure.to_dict(), "message": message, "hint": hint})

    def close(self) -> None:
        self._results.close()
        self._failures.close()


def _lines(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8", errors="replace", newline="\n")


def _line(file: IO[str], value: Mapping[str, Any]) -> None:
    file.write(json.dumps(value, ensure_ascii=False) + "\n")


def _write_changes(path: Path, changes: Sequence[Change]) -> None:
    with _lines(path) as file:
        for change in changes:
            _line(file, change.to_dict())


class _Xlsx:
    """results.xlsx."""

    def __init__(self, folder: Path, context: Context) -> None:
        self._book = Workbook(folder / "results.xlsx", context.language, context.titles, context.today, scratch=folder)

    def add(self, entry: Entry) -> None:
        if entry.report is not None:
            self._book.add(entry.report, entry.path)
        if entry.failure is not None:
            self._book.add_failure(entry.failure)

    def add_changes(self, changes: Sequence[Change]) -> None:
        """The sheet of what changed."""
        for change in changes:
            for row in change.rows():
                self._book.add_change(*row)

    def close(self) -> None:
        self._book.close()


_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "jsonl": ("results.jsonl", "failures.jsonl"),
    "xlsx": ("results.xlsx",),
    "parquet": ("results.parquet",),
    "html": ("index.html", "reports"),
    "sarif": ("results.sarif",),
}
_WRITERS: Final[Mapping[str, type[Writer]]] = {"jsonl": _Jsonl, "xlsx": _Xlsx}
