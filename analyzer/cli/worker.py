"""One process that reads contracts, apart from the command: a file that takes too long, too much memory or the process with it
is given up alone, with a sentence, and the next one meets a new process.

Where processes cannot be forked (Windows), and with GARDEFOU_APART=0, files are read in the command's own process, without these
two limits. A batch has other workers (`batch.pool`; why, is told in docs/architecture.md).
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Final

from analyzer.errors import FileProblem, GardefouError, place_of
from analyzer.readers.limits import Limits, hold_memory, limits_of
from analyzer.readers.problems import problem
from analyzer.readers.progress import Watcher, watched
from analyzer.readers.source import too_large

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

Task = Callable[..., Any]
_PATIENCE: Final = 2.0  # seconds for a process to end by itself


class InternalError(Exception):
    """A fault of ours in the other process: its name, message and place, never the contract's words around it."""


class Worker:
    """Calls functions with a name and options, apart from this process; closed by `with`."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or limits_of()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._apart = hasattr(os, "fork") and os.environ.get("GARDEFOU_APART", "1") != "0"

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def call(self, task: Task, name: str, *arguments: Any, watcher: Watcher | None = None, **options: Any) -> Any:
        """What the task gives. Raises what it raises; TooLarge, or DamagedFile where it took the process with it."""
        if not self._apart:
            with watched(watcher):
                return task(*arguments, **options)
        if self._pipe is None:
            self._begin()
        try:
            self._sent((task, arguments, options))
            return self._answer(name, watcher)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise self._ended(name) from None
        except KeyboardInterrupt:
            self._end()
            raise

    def _begin(self) -> None:
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, ours, self._limits), daemon=True)
        sys.stdout.flush()
        sys.stderr.flush()
        self._process.start()
        theirs.close()
        self._pipe = ours

    def _sent(self, message: Any) -> None:
        if self._pipe is not None:
            self._pipe.send(message)

    def _answer(self, name: str, watcher: Watcher | None) -> Any:
        while self._pipe is not None:
            if not self._pipe.poll(self._limits.seconds):
                self._end()
                raise too_large(name, "seconds", self._limits)
            kind, content = self._pipe.recv()
            if kind == "progress":
                if watcher:
                    watcher(*content)
            elif kind == "memory":
                self._end()
                raise too_large(name, "memory_mb", self._limits)
            elif kind == "problem":
                raise _rebuilt(*content)
            elif kind == "internal":
                raise InternalError(content)
            else:
                return content
        raise EOFError

    def _ended(self, name: str) -> FileProblem:
        """Why the process is gone: most often the system took it for its memory, or a library stopped."""
        self._end()
        return problem("crashed", name)

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.join(0 if self._process.is_alive() else _PATIENCE)
            if self._process.is_alive() and self._process.pid:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, signal.SIGKILL)
                self._process.kill()
                self._process.join()
            self._process.close()
        self._pipe = self._process = None


def _rebuilt(kind: type[GardefouError], message: str, told: dict[str, Any]) -> GardefouError:
    return kind(message, **told)


def _serve(pipe: Connection, other: Connection, limits: Limits) -> None:
    """The other process: answers calls until the pipe is closed."""
    other.close()
    os.setpgid(0, 0)  # Ctrl-C reaches the command alone, which ends this group: Tesseract, started here, goes with it
    hold_memory(limits.memory_mb)
    with contextlib.suppress(EOFError, BrokenPipeError, OSError):
        while True:
            task, arguments, options = pipe.recv()
            pipe.send(_done(task, arguments, options, pipe))


def _done(task: Task, arguments: tuple[Any, ...], options: dict[str, Any], pipe: Connection) -> tuple[str, Any]:
    try:
        with watched(lambda done, total: pipe.send(("progress", (done, total)))):
            return "result", task(*arguments, **options)
    except MemoryError:
        return "memory", None
    except GardefouError as error:
        told = {name: getattr(error, name) for name in ("path", "where", "hint", "key", "values")}
        return "problem", (type(error), error.message, told)
    except Exception as error:
        return "internal", described(error)


def described(error: Exception) -> str:
    """Where a fault of ours lies, here or in the other process."""
    return str(error) if isinstance(error, InternalError) else place_of(error)
