"""Every error that a user can meet, in one tree.

    GardefouError                 exit 2
    ├── FileProblem               one input file is bad; the rest of a batch goes on
    │   ├── MissingFile           E101  no such file
    │   ├── EmptyFile             E102  nothing in it
    │   ├── UnknownFormat         E103  not a format we read
    │   ├── DamagedFile           E104  truncated or broken
    │   ├── EncryptedFile         E105  asks for a password
    │   ├── UnreadableFile        E106  the system refuses to open it
    │   ├── NoText                E107  no page holds text (a scan)
    │   ├── TooLarge              E108  beyond a limit
    │   ├── TooSlow               E110  took longer than a batch gives a file
    │   ├── TooMuchMemory         E111  needed more memory than a batch gives a file
    │   ├── WorkerLost            E112  ended the process that read it
    │   ├── ReadingFault          E113  a fault of ours while it was read
    │   ├── ChangedFile           E114  changed, or gone, while the batch ran
    │   └── UnsafeArchive         E115  a .zip, or an entry of one, that is not opened
    ├── LibraryProblem            E201  a rule file is wrong: shows the author's own line
    └── SettingsProblem           E301  an option, profile or playbook is wrong

Each says what happened, where, and what to do now; `code`, `where` and `hint` are for programs. `key` and `values`
name the sentence and what fills it, so that a report can say it in another language; empty where there is one
sentence only.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar


class GardefouError(Exception):
    """Root of the tree. `str(error)` is the whole sentence for people."""

    code: ClassVar[str] = "E000"
    exit_code: ClassVar[int] = 2

    def __init__(
        self,
        message: str,
        *,
        path: str = "",
        where: str = "",
        hint: str = "",
        key: str = "",
        values: Mapping[str, str] | None = None,
    ) -> None:
        self.message, self.path, self.where, self.hint = message, path, where, hint
        self.key, self.values = key, dict(values or {})
        place = ", ".join(part for part in (path, where) if part)
        sentence = f"{place}: {message}" if place else message
        super().__init__(f"{sentence} {hint}".strip())

    def to_dict(self) -> dict[str, str]:
        """The row that `failures.jsonl` holds."""
        return {"path": self.path, "code": self.code, "where": self.where, "message": self.message, "hint": self.hint}


class FileProblem(GardefouError):
    """One input file cannot be judged."""

    code = "E100"


class MissingFile(FileProblem):
    code = "E101"


class EmptyFile(FileProblem):
    code = "E102"


class UnknownFormat(FileProblem):
    code = "E103"


class DamagedFile(FileProblem):
    code = "E104"


class EncryptedFile(FileProblem):
    code = "E105"


class UnreadableFile(FileProblem):
    code = "E106"


class NoText(FileProblem):
    code = "E107"


class TooLarge(FileProblem):
    code = "E108"


class TooSlow(FileProblem):
    code = "E110"


class TooMuchMemory(FileProblem):
    code = "E111"


class WorkerLost(FileProblem):
    code = "E112"


class ReadingFault(FileProblem):
    code = "E113"


class ChangedFile(FileProblem):
    code = "E114"


class UnsafeArchive(FileProblem):
    code = "E115"


class LibraryProblem(GardefouError):
    """A file of the clause library (or of a playbook's clauses) is wrong."""

    code = "E201"


class SettingsProblem(GardefouError):
    """An option, a profile or a playbook is wrong."""

    code = "E301"


def place_of(error: Exception) -> str:
    """A fault of ours for whoever mends it: its kind and the line of code. Never its message, which may hold words of a contract."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
