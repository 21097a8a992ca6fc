"""Where results and messages go: the result alone to stdout or a file, everything else to stderr."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from analyzer.errors import GardefouError, SettingsProblem
from analyzer.reports.messages import problem_sentence, say


def use_utf8() -> None:
    """Let both streams carry every character, whatever the system's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def result(text: str) -> None:
    """Write to stdout at once. A reader that has gone away (`| head`) is no fault: the rest is dropped in silence."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        drop()


def drop() -> None:
    """Send what is still to come on stdout nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def message(sentence: str) -> None:
    """One line on stderr."""
    print(sentence, file=sys.stderr, flush=True)


def problem(error: GardefouError, language: str) -> None:
    """Why something could not be done, on stderr."""
    message(problem_sentence(error, language))


def check_target(path: Path, inputs: list[Path], language: str) -> None:
    """Refuse to write over a file that is read."""
    if path.exists() and any(each.exists() and path.samefile(each) for each in inputs):
        raise SettingsProblem(say("option.output_input", language, path=str(path)))


def save(text: str, path: Path, language: str) -> None:
    """Write the result to a file, the same bytes on every system."""
    save_bytes(text.encode("utf-8", errors="replace"), path, language)


def save_bytes(data: bytes, path: Path, language: str) -> None:
    """Write a file of ours. Raises SettingsProblem where it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise _cannot_write(path, error, language) from None


def make_folder(path: Path, language: str) -> None:
    """Make the folder that results go to, where it is not there. Raises SettingsProblem."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(path, error, language) from None


def _cannot_write(path: Path, error: OSError, language: str) -> SettingsProblem:
    reason = error.strerror or type(error).__name__
    return SettingsProblem(say("option.output", language, path=str(path), reason=reason))
