"""Long-lived processes that judge files, one at a time each. A file may end, hang or fill its process: it costs that file alone.

Each worker has a pipe of its own, so that whose work was lost is always known. Workers are started afresh (spawn: no lock or thread is
inherited), leave Ctrl-C to the parent, and end when the parent does, however it ends.
"""

from __future__ import annotations

import contextlib
import faulthandler
import math
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from analyzer.batch.failures import failure, refusal, to_row
from analyzer.batch.judging import Judge, Outcome, Task, judge, judged_twice
from analyzer.batch.orders import Order, rules_of
from analyzer.batch.store import Work
from analyzer.errors import FileProblem, SettingsProblem, TooMuchMemory
from analyzer.readers.limits import hold_memory

_GRACE: Final = 5.0  # seconds after its deadline at which a worker ends by itself, should nobody be left to end it
_START: Final = 120.0  # seconds that a worker may take to start
_PATIENCE: Final = 3  # workers in a row that die before they are ready: it is no file's fault
_GLANCE: Final = 0.25  # seconds between two looks at the clock and at `stopped`


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one file may take: seconds, and megabytes of the worker's memory."""

    seconds: float = 300.0
    megabytes: int = 2_000


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    deadline: float
    ready: bool = False
    work: Work | None = None


@dataclass(slots=True)
class Pool:
    """`count` workers for one order. `run` yields each outcome as it comes; leaving the block ends the processes.

    `digests` are those of the library and of the settings: a worker that reads others refuses to work. `stopped` is asked a few times a
    second; once it says so, `run` ends with what it has yielded.
    """

    order: Order
    digests: tuple[str, str]
    count: int
    limits: Allowance = Allowance()
    forms: Sequence[str] = ()
    stopped: Callable[[], bool] = lambda: False
    judge: Judge = judge
    _alive: list[_Worker] = field(default_factory=list)
    _stillborn: int = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._alive:
            worker.process.kill()
        for worker in self._alive:
            self._bury(worker)
        self._alive.clear()

    def run(self, works: Sequence[Work], load: Callable[[Work], Task]) -> Iterator[tuple[Work, Outcome]]:
        """Judge everything, twice what a worker was lost over.

        `load` fetches a file's bytes where a worker cannot. Raises SettingsProblem where no worker can start.
        """
        return judged_twice(works, lambda some, alone: self._judged(some, load, 1 if alone else self.count))

    def _judged(
        self, works: Sequence[Work], load: Callable[[Work], Task], count: int
    ) -> Iterator[tuple[Work, Outcome]]:
        queue = deque(works)
        while not self.stopped():
            yield from self._hand_out(queue, load, count)
            busy = sum(worker.work is not None for worker in self._alive)
            if not queue and not busy:
                return
            for _ in range(min(count, busy + len(queue)) - len(self._alive)):
                self._start()
            wait([worker.pipe for worker in self._alive], _GLANCE)
            for worker in tuple(self._alive):
                if (outcome := self._attend(worker)) is not None:
                    yield outcome

    def _hand_out(self, queue: deque[Work], load: Callable[[Work], Task], count: int) -> Iterator[tuple[Work, Outcome]]:
        """Give each idle worker its next file, up to `count` at a time."""
        idle = [worker for worker in self._alive if worker.ready and worker.work is None]
        busy = sum(worker.work is not None for worker in self._alive)
        for worker in idle[: max(0, count - busy)]:
            while queue and worker.work is None:
                work = queue.popleft()
                try:
                    task = load(work)
                except FileProblem as error:
                    yield work, Outcome(failure=to_row(error))
                    continue
                worker.work, worker.deadline = work, time.monotonic() + self.limits.seconds
                with contextlib.suppress(OSError):  # it has died while idle: its pipe tells so in a moment
                    worker.pipe.send(task)

    def _attend(self, worker: _Worker) -> tuple[Work, Outcome] | None:
        """Take what a worker has to say; None where it has done nothing yet."""
        try:
            said = worker.pipe.recv() if worker.pipe.poll() else None
        except (EOFError, OSError):
            return self._lost(worker)
        if said is None:
            return self._overdue(worker)
        work, worker.work, worker.deadline = worker.work, None, math.inf
        if isinstance(said, Outcome) and work is not None:
            if said.failure is not None and said.failure["code"] == TooMuchMemory.code:
                self._remove(worker)  # it ends by itself, and must get no other file meanwhile
            return work, said
        if isinstance(said, SettingsProblem):
            raise said
        worker.ready, self._stillborn = True, 0
        return None

    def _overdue(self, worker: _Worker) -> tuple[Work, Outcome] | None:
        if time.monotonic() < worker.deadline:
            return None
        worker.process.kill()
        if worker.work is None:
            return self._lost(worker)
        return self._failed(worker, failure("too_slow", worker.work.path, seconds=f"{self.limits.seconds:g}"))

    def _lost(self, worker: _Worker) -> tuple[Work, Outcome] | None:
        worker.process.join(_GRACE)
        if worker.work is not None:
            how = str(worker.process.exitcode)
            return self._failed(worker, failure("worker_lost", worker.work.path, how=how))
        self._remove(worker)
        self._stillborn += not worker.ready
        if self._stillborn >= _PATIENCE:
            raise refusal("no_worker")
        return None

    def _failed(self, worker: _Worker, error: FileProblem) -> tuple[Work, Outcome]:
        self._remove(worker)
        assert worker.work is not None  # noqa: S101 - both callers have looked
        return worker.work, Outcome(failure=to_row(error), seconds=self.limits.seconds)

    def _remove(self, worker: _Worker) -> None:
        worker.process.kill()
        self._bury(worker)
        self._alive.remove(worker)

    def _bury(self, worker: _Worker) -> None:
        worker.process.join()
        worker.pipe.close()
        worker.process.close()

    def _start(self) -> None:
        here, there = multiprocessing.Pipe()
        arguments = (there, self.order, self.digests, tuple(self.forms), self.limits, self.judge)
        process = multiprocessing.get_context("spawn").Process(
            target=_work, args=arguments, name="gardefou", daemon=True
        )
        with _ctrl_c_held():
            process.start()
        there.close()  # the worker alone holds it now, so that its end is seen here
        self._alive.append(_Worker(process, here, time.monotonic() + _START))


@contextlib.contextmanager
def _ctrl_c_held() -> Iterator[None]:
    """Ctrl-C waits a moment, and a process that starts meanwhile never gets one: it would die with a page of traceback."""
    if os.name != "posix":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # started now, since its start would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(
    pipe: Connection, order: Order, digests: tuple[str, str], forms: Sequence[str], limits: Allowance, judge: Judge
) -> None:
    """A worker's life: read the rules once, then file after file until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError), Path(os.devnull).open("w") as nowhere:
        rules = rules_of(order.settings())
        if rules.digests != digests:
            pipe.send(refusal("rules_changed"))
            return
        hold_memory(limits.megabytes)
        pipe.send("ready")
        while True:
            task: Task = pipe.recv()
            # Should the parent be gone when a file hangs, nobody else would end this process.
            faulthandler.dump_traceback_later(limits.seconds + _GRACE, exit=True, file=nowhere)
            try:
                outcome = judge(task, rules, forms)
            except MemoryError:
                error = failure("too_much_memory", task.work.path, megabytes=str(limits.megabytes))
                pipe.send(Outcome(failure=to_row(error)))
                return  # whatever filled this process may still do so
            faulthandler.cancel_dump_traceback_later()
            pipe.send(outcome)
