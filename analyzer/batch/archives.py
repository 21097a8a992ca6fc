"""What lies in a .zip, and in the .zip files inside it. Nothing is ever unpacked to the disk.

A trap is refused before it is unpacked, by what its directory says; a directory that lies is found out while reading, since no more is
read than it says.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO, Final

from analyzer.batch.failures import failure
from analyzer.errors import FileProblem
from analyzer.readers.archive import ZIP_ERRORS
from analyzer.readers.limits import MAX_ZIP_RATIO, RATIO_FLOOR_BYTES, limits_of
from analyzer.readers.problems import problem
from analyzer.readers.source import too_large

MAX_DEPTH: Final = 3  # an archive in an archive in an archive
MAX_ENTRIES: Final = 100_000  # of an archive and of those inside it, together
MAX_UNPACKED: Final = 10_000_000_000  # bytes, likewise
# A document that is a zip by its form: Word, Excel, PowerPoint, OpenDocument, an e-book, Pages.
_DOCUMENT_PARTS: Final = ("[Content_Types].xml", "mimetype", "META-INF/container.xml", "Index/Document.iwa")
_LEFT_OUT: Final = ("__MACOSX",)
_LEFT_OUT_NAMES: Final = ("Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive: its name from the outermost archive down, and the way to it (an entry's number in each)."""

    name: str
    way: tuple[int, ...]
    data: bytes


@dataclass(slots=True)
class _Budget:
    """What is left of the limits of one outermost archive."""

    entries: int = field(default_factory=lambda: MAX_ENTRIES)
    unpacked: int = field(default_factory=lambda: MAX_UNPACKED)


def left_out(name: str) -> bool:
    """Is it a file that no one calls a contract: hidden, of the system, or the lock of an open Word file?"""
    parts = name.replace("\\", "/").split("/")
    hidden = any((part.startswith(".") and part not in (".", "..")) or part in _LEFT_OUT for part in parts)
    return hidden or parts[-1] in _LEFT_OUT_NAMES or parts[-1].startswith("~$")


def is_archive(file: BinaryIO) -> bool:
    """A zip that is no document, told by its content. The file is read from its start."""
    if file.read(4) != b"PK\x03\x04":
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            return not any(part in archive.NameToInfo for part in _DOCUMENT_PARTS)
    except ZIP_ERRORS:
        return False  # a damaged one is told as any other damaged file


def members(file: BinaryIO, shown: str) -> Iterator[Member | FileProblem]:
    """Every file of an archive, in the order of its directory; for what is refused an error, and the rest goes on."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield from _members(archive, shown, "", (), _Budget())
    except ZIP_ERRORS:
        yield problem("damaged", shown, format="zip")


def _members(
    archive: zipfile.ZipFile, shown: str, inside: str, way: tuple[int, ...], budget: _Budget
) -> Iterator[Member | FileProblem]:
    entries = archive.infolist()
    budget.entries -= len(entries)
    budget.unpacked -= sum(entry.file_size for entry in entries)
    if (refusal := _over(shown + inside, budget)) is not None:
        yield refusal
        return
    for number, entry in enumerate(entries):
        name = f"{inside}/{entry.filename}"
        if entry.is_dir() or left_out(entry.filename):
            continue
        refusal = _refusal(entry, shown + name)
        data = _read(archive, entry, shown + name) if refusal is None else refusal
        if isinstance(data, FileProblem):
            yield data
        elif is_archive(io.BytesIO(data)):
            yield from _nested(data, shown, name, (*way, number), budget)
        else:
            yield Member(name, (*way, number), data)


def _nested(
    data: bytes, shown: str, name: str, way: tuple[int, ...], budget: _Budget
) -> Iterator[Member | FileProblem]:
    if len(way) >= MAX_DEPTH:
        yield failure("archive_depth", shown + name, depth=str(MAX_DEPTH))
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield from _members(archive, shown, name, way, budget)


def _over(shown: str, budget: _Budget) -> FileProblem | None:
    if budget.entries < 0:
        return failure("archive_entries", shown, entries=str(MAX_ENTRIES))
    if budget.unpacked < 0:
        return failure("archive_size", shown, gigabytes=str(MAX_UNPACKED // 1_000_000_000))
    return None


def _refusal(entry: zipfile.ZipInfo, shown: str) -> FileProblem | None:
    """Why an entry is not opened, told by the archive's directory alone."""
    path, windows = PurePosixPath(entry.filename), PureWindowsPath(entry.filename)
    if path.is_absolute() or windows.drive or windows.root or ".." in windows.parts:
        return failure("archive_name", shown)
    if stat.S_ISLNK(entry.external_attr >> 16):
        return failure("archive_link", shown)
    if entry.flag_bits & 1:
        return problem("encrypted", shown, format="zip")
    if entry.file_size > (limits := limits_of()).file_bytes:
        return too_large(shown, "mb", limits)
    if entry.file_size > max(RATIO_FLOOR_BYTES, MAX_ZIP_RATIO * entry.compress_size):
        return failure("archive_ratio", shown, ratio=str(MAX_ZIP_RATIO))
    return None


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, shown: str) -> bytes | FileProblem:
    """An entry's bytes, never more than the directory says."""
    try:
        with archive.open(entry) as file:
            return file.read(entry.file_size + 1)
    except ZIP_ERRORS:
        return problem("damaged", shown, format="zip")


class Opened:
    """Reads files inside one archive after the other, and keeps the last archive open: neighbours follow each other."""

    def __init__(self) -> None:
        self._path, self._way = "", tuple[int, ...]()
        self._chain: list[zipfile.ZipFile] = []

    def read(self, path: str, way: tuple[int, ...]) -> bytes:
        """The bytes at the end of the way. Raises FileProblem where they are no longer there."""
        try:
            self._walk(path, way[:-1])
            archive = self._chain[-1]
            return archive.read(archive.infolist()[way[-1]])
        except (*ZIP_ERRORS, IndexError):
            self.close()
            raise failure("changed", path) from None

    def _walk(self, path: str, way: tuple[int, ...]) -> None:
        if self._chain and (path, way) == (self._path, self._way):
            return
        self.close()
        self._chain = [zipfile.ZipFile(path)]
        for number in way:
            outer = self._chain[-1]
            self._chain.append(zipfile.ZipFile(io.BytesIO(outer.read(outer.infolist()[number]))))
        self._path, self._way = path, way

    def close(self) -> None:
        """Close what is open."""
        for archive in reversed(self._chain):
            archive.close()
        self._chain = []
