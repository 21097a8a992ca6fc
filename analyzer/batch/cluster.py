"""The same work on a Dask cluster that is already there: `--cluster tcp://…`.

A file goes to the cluster by its path where the workers see the same disk, else as bytes. Dask runs the work of a dead worker again
elsewhere; a file that has cost several workers is tried once more alone, then it is a failure. Results come back one by one and are stored
here.
"""

from __future__ import annotations

import contextlib
import faulthandler
import math
import os
import queue
import threading
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from distributed import Client, Future
from distributed.scheduler import KilledWorker

from analyzer.batch.failures import failure, refusal, to_row
from analyzer.batch.judging import Judge, Outcome, Task, judge, judged_twice
from analyzer.batch.orders import Order, Rules, rules_of
from analyzer.batch.pool import Allowance
from analyzer.batch.store import Work
from analyzer.errors import ChangedFile, FileProblem, MissingFile, SettingsProblem, UnreadableFile

_IN_FLIGHT: Final = 3  # files for each thread of the cluster: none waits for its next one, and none holds a long queue
_GLANCE: Final = 0.25  # seconds between two looks at `stopped`
_CONNECT: Final = "20s"
_COUNTED: Final = 5.0  # seconds for which the number of workers is taken to stay
_DESERTED: Final = 600.0  # seconds without any worker after which the run ends: what is done is kept
_UNSEEN: Final = (
    MissingFile.code,
    UnreadableFile.code,
    ChangedFile.code,
)  # what a path of this machine may be on another


@dataclass(frozen=True, slots=True)
class Charge:
    """All that a task needs beside its file."""

    order: Order
    digests: tuple[str, str]
    forms: tuple[str, ...]
    seconds: float
    judge: Judge


@dataclass(slots=True)
class Cluster:
    """A cluster for one order; the same `run` as a Pool's. Raises SettingsProblem where it does not answer or has another library."""

    address: str
    order: Order
    digests: tuple[str, str]
    limits: Allowance = field(default_factory=Allowance)
    forms: Sequence[str] = ()
    stopped: Callable[[], bool] = lambda: False
    judge: Judge = judge
    _client: Any = None
    _shared: bool = True
    _threads: int = 0
    _counted: float = -math.inf
    _manned: float = math.inf
    _done: queue.SimpleQueue[Future] = field(default_factory=queue.SimpleQueue)

    def __enter__(self) -> Cluster:
        try:
            self._client = Client(self.address, timeout=_CONNECT, set_as_default=False)
        except (OSError, ValueError, TimeoutError):
            raise refusal("no_cluster", self.address) from None
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def run(self, works: Sequence[Work], load: Callable[[Work], Task]) -> Iterator[tuple[Work, Outcome]]:
        """Judge everything, twice what workers were lost over."""
        return judged_twice(works, lambda some, alone: self._judged(some, load, 1 if alone else None))

    def _judged(
        self, works: Sequence[Work], load: Callable[[Work], Task], most: int | None
    ) -> Iterator[tuple[Work, Outcome]]:
        waiting, under_way = deque(works), dict[Future, Task]()
        while (waiting or under_way) and not self.stopped():
            room = self._room()
            room = (most or room) - len(under_way)
            for work in [waiting.popleft() for _ in range(min(max(room, 0), len(waiting)))]:
                task = self._task(work, load)
                if isinstance(task, FileProblem):
                    yield work, Outcome(failure=to_row(task))
                else:
                    under_way[self._send(task)] = task
            with contextlib.suppress(queue.Empty):
                future = self._done.get(timeout=_GLANCE)
                task = under_way.pop(future)
                outcome = self._outcome(future, task)
                if task.data is None and outcome.failure is not None and outcome.failure["code"] in _UNSEEN:
                    self._shared = False  # this disk is not theirs: from now on the bytes go along
                    waiting.appendleft(task.work)
                else:
                    yield task.work, outcome

    def _room(self) -> int:
        """How many files may be under way. Raises SettingsProblem where no worker has been there for long."""
        now = time.monotonic()
        if now - self._counted > _COUNTED:
            self._threads, self._counted = sum(self._client.nthreads().values()), now
        if self._threads or self._manned == math.inf:
            self._manned = now
        if now - self._manned > _DESERTED:
            raise refusal("cluster_lost", self.address, reason="no worker")
        return _IN_FLIGHT * max(1, self._threads)

    def _task(self, work: Work, load: Callable[[Work], Task]) -> Task | FileProblem:
        try:
            task = load(work)
            if task.data is None and not self._shared:
                return Task(work, Path(work.place).read_bytes())
        except FileProblem as error:
            return error
        except OSError:
            return failure("changed", work.path)
        return task

    def _send(self, task: Task) -> Future:
        charge = Charge(self.order, self.digests, tuple(self.forms), self.limits.seconds, self.judge)
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", UserWarning
            )  # that a contract's bytes are a large argument: they are meant to be
            future = self._client.submit(judge_there, task, charge, pure=False)
        future.add_done_callback(self._done.put)
        return future

    def _outcome(self, future: Future, task: Task) -> Outcome:
        """What a task came to. Raises SettingsProblem where it is the cluster that fails, not the file."""
        if future.status == "finished":
            outcome: Outcome = future.result()
            return outcome
        error = future.exception() if future.status == "error" else None
        if isinstance(error, KilledWorker):
            return Outcome(failure=to_row(failure("worker_lost", task.work.path, how="cluster")))
        if isinstance(error, MemoryError):
            megabytes = str(self.limits.megabytes)
            return Outcome(failure=to_row(failure("too_much_memory", task.work.path, megabytes=megabytes)))
        if isinstance(error, SettingsProblem):
            raise error
        reason = type(error).__name__ if error is not None else str(future.status)
        raise refusal("cluster_lost", self.address, reason=reason)


_ONE_AT_A_TIME: Final = threading.Lock()  # the clock that ends a hanging worker is the process's, not the thread's
_RULES: Final[dict[tuple[str, str], Rules]] = {}


def judge_there(task: Task, charge: Charge) -> Outcome:
    """What a worker of the cluster does with one file. A file that hangs ends the process, which its nanny starts again."""
    with _ONE_AT_A_TIME, Path(os.devnull).open("w") as nowhere:
        rules = _rules(charge)
        faulthandler.dump_traceback_later(charge.seconds, exit=True, file=nowhere)
        try:
            return charge.judge(task, rules, charge.forms)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _rules(charge: Charge) -> Rules:
    """The rules of a batch, read once in a process."""
    if charge.digests not in _RULES:
        rules = rules_of(charge.order.settings())
        if rules.digests != charge.digests:
            raise refusal("cluster_rules")
        _RULES.clear()
        _RULES[charge.digests] = rules
    return _RULES[charge.digests]
