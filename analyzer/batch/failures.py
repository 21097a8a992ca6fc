"""Why a file has no result: an error as a row that can be stored, and said again in either language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from analyzer.errors import (
    ChangedFile,
    FileProblem,
    MissingFile,
    ReadingFault,
    SettingsProblem,
    TooMuchMemory,
    TooSlow,
    UnreadableFile,
    UnsafeArchive,
    WorkerLost,
)
from analyzer.reports.messages import say

_OF_CODE: Final[dict[str, type[FileProblem]]] = {kind.code: kind for kind in FileProblem.__subclasses__()}
# Each key has its sentences in reports/messages/batch.py.
_OF_KEY: Final[dict[str, type[FileProblem]]] = {
    "too_slow": TooSlow,
    "too_much_memory": TooMuchMemory,
    "worker_lost": WorkerLost,
    "reading_fault": ReadingFault,
    "changed": ChangedFile,
    "archive_name": UnsafeArchive,
    "archive_link": UnsafeArchive,
    "archive_depth": UnsafeArchive,
    "archive_entries": UnsafeArchive,
    "archive_size": UnsafeArchive,
    "archive_ratio": UnsafeArchive,
    "no_match": MissingFile,
    "no_file": MissingFile,
    "not_a_file": UnreadableFile,
}
# What may go otherwise another time, on a stronger machine or with other limits: tried again with --retry.
PASSING: Final = ("E110", "E111", "E112", "E113")


def failure(key: str, path: str, **values: str) -> FileProblem:
    """The error that goes by this key; the sentences of a reader's error are the reader's own."""
    message, hint = say(f"problem.{key}", "en", **values), say(f"problem.{key}.hint", "en")
    return _OF_KEY[key](message, path=path, hint=hint, key=key, values=values)


def refusal(key: str, path: str = "", **values: str) -> SettingsProblem:
    """The error that ends the whole batch."""
    message, hint = say(f"problem.{key}", "en", **values), say(f"problem.{key}.hint", "en")
    return SettingsProblem(message, path=path, hint=hint, key=key, values=values)


def to_row(error: FileProblem) -> dict[str, Any]:
    """All that is needed to say the error again; its path is kept apart, as a file may have several."""
    return {
        "code": error.code,
        "where": error.where,
        "message": error.message,
        "hint": error.hint,
        "key": error.key,
        "values": error.values,
    }


def from_row(row: Mapping[str, Any], path: str) -> FileProblem:
    """The error of a stored row, for the file at `path`."""
    kind = _OF_CODE.get(row["code"], FileProblem)
    return kind(row["message"], path=path, where=row["where"], hint=row["hint"], key=row["key"], values=row["values"])
