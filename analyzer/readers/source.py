"""The bytes of a contract, from a path, from memory or from an open file, with the name that reports show."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from analyzer.document import Block, Document, Notice
from analyzer.errors import FileProblem
from analyzer.readers.limits import Limits, limits_of, variable
from analyzer.readers.problems import problem


@dataclass(frozen=True)
class Source:
    """What is to be read. `path` is as the user gave it, or the name where there is none."""

    name: str
    path: str
    data: bytes = field(repr=False)
    limits: Limits = field(default_factory=limits_of, repr=False)

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def document(
        self,
        form: str,
        text: str,
        blocks: Iterable[Block],
        *,
        page_starts: Sequence[int] = (),
        notices: Iterable[Notice] = (),
    ) -> Document:
        """What was read in a file of this form; raises EmptyFile where that is no text."""
        if not text:
            raise self.problem("blank")
        return Document(
            name=self.name,
            path=self.path,
            sha256=self.sha256,
            format=form,
            text=text,
            blocks=tuple(blocks),
            page_starts=tuple(page_starts),
            notices=tuple(notices),
        )

    def problem(self, key: str, *, where: str = "", **values: str) -> FileProblem:
        """The error to raise for this file."""
        return problem(key, self.path, where=where, **values)

    def too_large(self, limit: str) -> FileProblem:
        """The error to raise where the file is beyond a limit (a field of Limits)."""
        return too_large(self.path, limit, self.limits)


def too_large(path: str, limit: str, limits: Limits) -> FileProblem:
    """The error for a file beyond a limit (a field of Limits): its sentence names the way to raise it."""
    number = f"{getattr(limits, limit):,}".replace(",", "\u00a0")
    return problem(f"too_large.{limit}", path, number=number, variable=variable(limit))


def load(source: str | os.PathLike[str] | bytes | BinaryIO, name: str | None, path: str | None) -> Source:
    """Everything the file holds; raises MissingFile, UnreadableFile, EmptyFile or TooLarge."""
    limits = limits_of()
    most = limits.file_bytes
    if isinstance(source, bytes | bytearray | memoryview):
        shown, data = name or "contract", bytes(source)
    elif isinstance(source, str | os.PathLike):
        shown, data = Path(source).name, _from_path(Path(source), path or os.fspath(source), most)
        path = path or os.fspath(source)
    else:
        shown, data = Path(str(getattr(source, "name", "contract"))).name, source.read(most + 1)
    loaded = Source(name or shown, path or name or shown, data, limits)
    if not data:
        raise loaded.problem("empty")
    if len(data) > most:
        raise loaded.too_large("mb")
    return loaded


def _from_path(path: Path, shown: str, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise problem("missing", shown) from None
    except IsADirectoryError:
        raise problem("folder", shown) from None
    except OSError as error:
        if path.is_dir():  # Windows refuses to open a folder with another error
            raise problem("folder", shown) from None
        raise problem("unreadable", shown, reason=error.strerror or "no reason given") from None
    except ValueError:  # a NUL in the name
        raise problem("missing", shown) from None
