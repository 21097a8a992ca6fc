"""The one store of a batch: an SQLite file in the user's folder, in which everything that is done stays done.

A result is kept under its key: the document's hash, the library's digest and the digest of the settings. The paths of a run are a list
apart, so that one result serves every path with the same content and every later run. Each result is a transaction of its own: what was
stored when a process is killed is there afterwards, and nothing is there by half.

A stored report holds quotes of the contract. It never leaves the folder.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from analyzer.batch.failures import from_row, refusal, to_row
from analyzer.errors import FileProblem

NAME: Final = "store.sqlite"
_VERSION: Final = 1
_FRESH: Final = (
    2_000_000_000  # ns: a file changed so shortly before it was hashed may change again within one tick of its clock
)
_ONE: Final = (
    "SELECT l.path, l.sha256, l.key, r.report, coalesce(l.failure, r.failure)"
    " FROM listing l LEFT JOIN results r ON r.key = l.key WHERE l.run = ?"
)
_ENTRIES: Final = f"{_ONE} ORDER BY l.path"
_ENTRY: Final = f"{_ONE} AND l.path = ?"
# Keys are hashes: what is large (results, pages) lies in the order of writing beside a small index, so that it is only ever appended to.
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY, started REAL NOT NULL, finished REAL, library TEXT NOT NULL, settings TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS results (
    key TEXT PRIMARY KEY, sha256 TEXT NOT NULL, library TEXT NOT NULL, settings TEXT NOT NULL,
    report BLOB, failure TEXT, seconds REAL NOT NULL);
CREATE TABLE IF NOT EXISTS listing (
    run INTEGER NOT NULL, path TEXT NOT NULL, place TEXT NOT NULL, way TEXT NOT NULL,
    sha256 TEXT, key TEXT, failure TEXT, PRIMARY KEY (run, path)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS listing_key ON listing (run, key);
CREATE TABLE IF NOT EXISTS pages (key TEXT NOT NULL, form TEXT NOT NULL, page BLOB NOT NULL, PRIMARY KEY (key, form));
CREATE TABLE IF NOT EXISTS hashes (
    place TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Work:
    """A content that waits to be judged: the first of its paths, and where its bytes are."""

    key: str
    path: str
    place: str
    way: tuple[int, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A path of a run with what is known of it: a report, a failure, or neither while it waits."""

    path: str
    sha256: str | None
    key: str | None
    report: dict[str, Any] | None
    failure: FileProblem | None


@dataclass(frozen=True, slots=True)
class Tally:
    """A run in figures: paths, of which `judged` have a report and `failed` never will; `contents` that differ, of which `waiting` are
    still to be judged.
    """

    paths: int
    judged: int
    failed: int
    contents: int
    waiting: int


class Store:
    """A batch's store. `Store(path)` opens the one in a folder (or the file itself); with `create` it is made where there is none.

    Raises SettingsProblem where there is no store, or one of another form.
    """

    def __init__(self, path: str | os.PathLike[str], *, create: bool = False) -> None:
        file = Path(path)
        self.file = file if file.is_file() else file / NAME
        if not create and not self.file.is_file():
            raise refusal("no_store", str(path))
        try:
            # A run of minutes may be reading; nobody waits longer than this for one row to be written.
            self._db = sqlite3.connect(self.file, timeout=60, isolation_level=None)
            self._db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
            self._prepare()
        except sqlite3.Error as error:
            raise refusal("bad_store", str(self.file), reason=str(error)) from None

    def _prepare(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, _VERSION):
            raise sqlite3.DatabaseError(f"version {version}")
        if version == 0:
            self._db.executescript(f"{_SCHEMA} PRAGMA user_version = {_VERSION};")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is written inside is there or none of it."""
        self._db.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # What a run writes.

    def start_run(self, library: str, settings: str) -> int:
        """A new run; the lists of runs that never ended and of those before the last two are dropped, the results stay."""
        kept = [
            row[0]
            for row in self._db.execute("SELECT id FROM runs WHERE finished IS NOT NULL ORDER BY id DESC LIMIT 2")
        ]
        last = kept[0] if kept else 0
        old = "SELECT id FROM runs WHERE id < ? AND id NOT IN (SELECT value FROM json_each(?))"
        for table, column in (("listing", "run"), ("runs", "id")):
            self._db.execute(f"DELETE FROM {table} WHERE {column} IN ({old})", (last, json.dumps(kept)))  # noqa: S608
        cursor = self._db.execute(
            "INSERT INTO runs (started, library, settings) VALUES (?, ?, ?)", (time.time(), library, settings)
        )
        return int(cursor.lastrowid or 0)

    def finish_run(self, run: int) -> None:
        """Everything of the run is done."""
        self._db.execute("UPDATE runs SET finished = ? WHERE id = ?", (time.time(), run))

    def add(self, run: int, path: str, place: str, way: Sequence[int], sha256: str, key: str) -> None:
        """Add a path to a run."""
        row = (run, path, place, json.dumps(list(way)), sha256, key)
        self._db.execute("INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?, NULL)", row)

    def add_failure(self, run: int, error: FileProblem) -> None:
        """Add a path that could not even be opened."""
        row = (run, error.path, json.dumps(to_row(error), ensure_ascii=False))
        self._db.execute("INSERT OR REPLACE INTO listing VALUES (?, ?, '', '[]', NULL, NULL, ?)", row)

    def keep(
        self, work: Work, library: str, settings: str, report: bytes, seconds: float, pages: Mapping[str, bytes]
    ) -> None:
        """Store a report (`pack`) and the pages made from it."""
        with self.together():
            self._db.execute(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, NULL, ?)",
                (work.key, work.sha256, library, settings, report, seconds),
            )
            self._db.executemany(
                "INSERT OR REPLACE INTO pages VALUES (?, ?, ?)",
                ((work.key, form, page) for form, page in pages.items()),
            )

    def keep_failure(self, work: Work, library: str, settings: str, error: FileProblem, seconds: float) -> None:
        """Store why a content has no report."""
        row = json.dumps(to_row(error), ensure_ascii=False)
        self._db.execute(
            "INSERT INTO results VALUES (?, ?, ?, ?, NULL, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET failure = excluded.failure, seconds = excluded.seconds WHERE report IS NULL",
            (work.key, work.sha256, library, settings, row, seconds),
        )

    def forget_failures(self, run: int, codes: Sequence[str]) -> None:
        """Let what failed with one of these codes be tried again."""
        self._db.execute(
            "DELETE FROM results WHERE json_extract(failure, '$.code') IN (SELECT value FROM json_each(?)) "
            "AND key IN (SELECT key FROM listing WHERE run = ?)",
            (json.dumps(list(codes)), run),
        )

    # What a run reads.

    def last_run(self) -> int | None:
        """The latest run, ended or not."""
        row = self._db.execute("SELECT max(id) FROM runs").fetchone()
        return None if row[0] is None else int(row[0])

    def previous_run(self, run: int) -> int | None:
        """The latest run that ended before this one."""
        row = self._db.execute("SELECT max(id) FROM runs WHERE id < ? AND finished IS NOT NULL", (run,)).fetchone()
        return None if row[0] is None else int(row[0])

    def waiting(self, run: int, forms: Sequence[str] = ()) -> list[Work]:
        """What a run still has to judge, one of each content: no result, or none of the pages asked for."""
        wanted = json.dumps(list(forms))
        rows = self._db.execute(
            "SELECT key, min(path), place, way, sha256 FROM listing WHERE run = ?1 AND key IS NOT NULL AND ("
            "  key NOT IN (SELECT key FROM results) OR ("
            "    key IN (SELECT key FROM results WHERE report IS NOT NULL)"
            "    AND EXISTS (SELECT 1 FROM json_each(?2) WHERE NOT EXISTS"
            "      (SELECT 1 FROM pages WHERE pages.key = listing.key AND pages.form = json_each.value))))"
            " GROUP BY key ORDER BY 2",
            (run, wanted),
        )
        return [Work(key, path, place, tuple(json.loads(way)), sha256) for key, path, place, way, sha256 in rows]

    def tally(self, run: int) -> Tally:
        """The run in figures."""
        row = self._db.execute(
            "SELECT count(*), sum(r.report IS NOT NULL), sum(l.failure IS NOT NULL OR r.failure IS NOT NULL),"
            " count(DISTINCT l.key), count(DISTINCT CASE WHEN r.key IS NULL THEN l.key END)"
            " FROM listing l LEFT JOIN results r ON r.key = l.key WHERE l.run = ?",
            (run,),
        ).fetchone()
        return Tally(*(int(number or 0) for number in row))

    def contents(self, run: int) -> Iterator[tuple[str, str]]:
        """Every path of a run that could be opened, with its content's hash."""
        rows = self._db.execute("SELECT path, sha256 FROM listing WHERE run = ? AND sha256 IS NOT NULL", (run,))
        yield from rows

    def entry(self, run: int, path: str) -> Entry | None:
        """One path of a run."""
        return next(self._entries(run, path), None)

    def entries(self, run: int | None = None) -> Iterator[Entry]:
        """Every path of a run (the latest where none is named), in the order of the paths."""
        latest = self.last_run() if run is None else run
        return self._entries(latest or 0, None)

    def _entries(self, run: int, path: str | None) -> Iterator[Entry]:
        rows = self._db.execute(_ENTRIES, (run,)) if path is None else self._db.execute(_ENTRY, (run, path))
        for name, sha256, key, report, failed in rows:
            error = from_row(json.loads(failed), name) if failed else None
            yield Entry(name, sha256, key, _named(unpack(report), name) if report else None, error)

    def reports(self, run: int | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every path with its report, as `check --format json` writes it; the document is named by this path."""
        for entry in self.entries(run):
            if entry.report is not None:
                yield entry.path, entry.report

    def failures(self, run: int | None = None) -> Iterator[FileProblem]:
        """Every path without a result, and why."""
        for entry in self.entries(run):
            if entry.failure is not None:
                yield entry.failure

    def page(self, key: str, form: str) -> str | None:
        """The page (html, sarif) that was made with a report; None where it was not asked for then."""
        row = self._db.execute("SELECT page FROM pages WHERE key = ? AND form = ?", (key, form)).fetchone()
        return None if row is None else zlib.decompress(row[0]).decode("utf-8")

    def without_page(self, run: int, form: str) -> int:
        """How many contents of a run have a report and not this page."""
        row = self._db.execute(
            "SELECT count(DISTINCT l.key) FROM listing l JOIN results r ON r.key = l.key WHERE l.run = ?"
            " AND r.report IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pages p WHERE p.key = l.key AND p.form = ?)",
            (run, form),
        ).fetchone()
        return int(row[0])

    # The hashes of files that have not changed (sources.Hashes).

    def recall(self, place: str, state: os.stat_result) -> str | None:
        """The hash of a file whose size and time of change are those of the day it was hashed."""
        row = self._db.execute(
            "SELECT sha256 FROM hashes WHERE place = ? AND size = ? AND changed = ?",
            (place, state.st_size, state.st_mtime_ns),
        ).fetchone()
        return None if row is None else str(row[0])

    def remember(self, place: str, state: os.stat_result, sha256: str) -> None:
        """Note a file's hash, unless it has changed just now and might do so again unseen."""
        if time.time_ns() - state.st_mtime_ns > _FRESH:
            row = (place, state.st_size, state.st_mtime_ns, sha256)
            self._db.execute("INSERT OR REPLACE INTO hashes VALUES (?, ?, ?, ?)", row)


def pack(report: Mapping[str, Any]) -> bytes:
    """A report as it is stored: compressed JSON. Done by the workers, for it takes time."""
    return zlib.compress(json.dumps(report, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), 6)


def unpack(stored: bytes) -> dict[str, Any]:
    """The report that was packed."""
    report: dict[str, Any] = json.loads(zlib.decompress(stored))
    return report


def _named(report: dict[str, Any], path: str) -> dict[str, Any]:
    """The report of a content under the path it was asked for."""
    document = report["document"]
    document["path"], document["name"] = path, path.replace("\\", "/").rsplit("/", 1)[-1]
    return report
