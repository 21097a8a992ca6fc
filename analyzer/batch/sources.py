"""Where contracts are: files, folders, patterns of names and .zip archives, each file with its content's hash.

The same bytes under two names are one contract with two paths. Hidden files, files of the system and Word's lock files are left out;
links to folders are not followed.
"""

from __future__ import annotations

import glob
import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from analyzer.batch.archives import Member, is_archive, left_out, members
from analyzer.batch.failures import failure
from analyzer.errors import FileProblem
from analyzer.readers.limits import limits_of
from analyzer.readers.problems import problem
from analyzer.readers.source import too_large


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that was found. `path` is what reports call it; `place` the file on the disk, and `way` leads on inside an archive
    (empty for a file of its own).
    """

    path: str
    place: str
    way: tuple[int, ...]
    sha256: str


class Hashes(Protocol):
    """Hashes of an earlier run, so that a file that has not changed is not read again."""

    def recall(self, place: str, state: os.stat_result) -> str | None: ...

    def remember(self, place: str, state: os.stat_result, sha256: str) -> None: ...


def find(paths: Sequence[str], without: Path, hashes: Hashes) -> Iterator[Listed | FileProblem]:
    """Every file of these paths but those in the folder `without`; for what cannot be read an error, and the rest goes on."""
    taken: set[str] = set()
    for found in _found(paths, without, hashes):
        if isinstance(found, FileProblem):
            yield found
            continue
        path, number = found.path, 1
        while path in taken:  # the same name in two folders: the place on the disk tells them apart
            number += 1
            path = found.place if number == 2 and not found.way else f"{found.path} ({number})"
        taken.add(path)
        yield Listed(path, found.place, found.way, found.sha256)


def _found(paths: Sequence[str], without: Path, hashes: Hashes) -> Iterator[Listed | FileProblem]:
    seen: set[str] = set()
    kept_out = os.path.realpath(without)
    for given in paths:
        for path in _expanded(given):
            any_file = False
            for place, shown in _files(path, kept_out):
                any_file = True
                if (whole := str(Path(place).absolute())) not in seen:  # given twice: by itself and in its folder
                    seen.add(whole)
                    yield from _listed(whole, shown, hashes)
            if not any_file:
                yield _nothing(path)


def _expanded(given: str) -> list[str]:
    """The path itself, or what a pattern of names stands for where the shell has left it as it is."""
    if not os.path.lexists(given) and glob.has_magic(given):
        return sorted(glob.glob(given, recursive=True)) or [given]  # noqa: PTH207 - the pattern may be absolute
    return [given]


def _files(path: str, kept_out: str) -> Iterator[tuple[str, str]]:
    """The files of a path, each with the name that reports give it: as given, or relative to the folder given."""
    if not Path(path).is_dir():
        if os.path.lexists(path):
            yield path, path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(
            each for each in folders if not left_out(each) and os.path.realpath(Path(folder, each)) != kept_out
        )
        for name in sorted(names):
            place = str(Path(folder, name))
            if not left_out(name):
                yield place, Path(os.path.relpath(place, path)).as_posix()


def _nothing(path: str) -> FileProblem:
    if Path(path).is_dir():
        return failure("no_file", path)
    return failure("no_match", path) if glob.has_magic(path) else problem("missing", path)


def _listed(place: str, shown: str, hashes: Hashes) -> Iterator[Listed | FileProblem]:
    try:
        state = Path(place).stat()
        if not stat.S_ISREG(state.st_mode):  # opening a pipe or a device would never end
            yield failure("not_a_file", shown)
            return
        yield from _content(place, shown, state, hashes)
    except FileNotFoundError:
        yield problem("missing", shown)
    except OSError as error:
        yield problem("unreadable", shown, reason=error.strerror or "no reason given")


def _content(place: str, shown: str, state: os.stat_result, hashes: Hashes) -> Iterator[Listed | FileProblem]:
    known = hashes.recall(place, state)
    if known is not None:
        yield Listed(shown, place, (), known)
        return
    with Path(place).open("rb") as file:
        archive = is_archive(file)
        file.seek(0)
        if archive:
            for member in members(file, shown):
                yield member if isinstance(member, FileProblem) else _member(member, place, shown)
        elif state.st_size > (limits := limits_of()).file_bytes:
            yield too_large(shown, "mb", limits)
        else:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            hashes.remember(place, state, sha256)
            yield Listed(shown, place, (), sha256)


def _member(member: Member, place: str, shown: str) -> Listed:
    return Listed(f"{shown}{member.name}", place, member.way, hashlib.sha256(member.data).hexdigest())
