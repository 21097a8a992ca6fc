"""A run: list the files, judge what has no result yet, keep each result as it comes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from analyzer.batch.archives import Opened
from analyzer.batch.failures import PASSING, from_row
from analyzer.batch.judging import Outcome, Task
from analyzer.batch.orders import Rules
from analyzer.batch.sources import find
from analyzer.batch.store import Store, Work
from analyzer.errors import FileProblem


class Backend(Protocol):
    """Whoever judges: this machine's workers, or a cluster's."""

    def run(self, works: Sequence[Work], load: Callable[[Work], Task]) -> Iterator[tuple[Work, Outcome]]: ...


@dataclass(frozen=True, slots=True)
class Survey:
    """A run that is listed and not judged: its number, and the contents that have no result."""

    run: int
    paths: int
    waiting: tuple[Work, ...]


def survey(
    store: Store, rules: Rules, paths: Sequence[str], forms: Sequence[str], today: date, *, retry: bool = False
) -> Survey:
    """Find the files and list them in the store as a new run, all of them or none. With `retry`, what failed for want of time, memory or
    luck waits again.
    """
    with store.together():
        run = store.start_run(*rules.digests)
        count = 0
        for found in find(paths, store.file.parent, store):
            count += 1
            if isinstance(found, FileProblem):
                store.add_failure(run, found)
            else:
                key = rules.key(found.sha256, found.path, today)
                store.add(run, found.path, found.place, found.way, found.sha256, key)
        if retry:
            store.forget_failures(run, PASSING)
    return Survey(run, count, tuple(store.waiting(run, forms)))


def judge_all(store: Store, rules: Rules, survey: Survey, backend: Backend) -> Iterator[FileProblem | None]:
    """Judge what waits, and keep each result before it is told of: None for a report, else why there is none."""
    opened = Opened()
    digests = rules.digests
    try:
        for work, outcome in backend.run(survey.waiting, lambda work: load(work, opened)):
            if outcome.failure is None:
                store.keep(work, *digests, outcome.report, outcome.seconds, outcome.pages)
                yield None
            else:
                error = from_row(outcome.failure, work.path)
                store.keep_failure(work, *digests, error, outcome.seconds)
                yield error
    finally:
        opened.close()


def load(work: Work, opened: Opened) -> Task:
    """The task of a piece of work; a file in an archive goes to its worker as bytes. Raises FileProblem where it is gone."""
    return Task(work, opened.read(work.place, work.way) if work.way else None)


def workers_by_default() -> int:
    """As many as there are processors for this process."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
