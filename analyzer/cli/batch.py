"""`gardefou batch`: many contracts into one store, and what is written from it."""

from __future__ import annotations

import contextlib
import importlib.util
import shlex
import signal
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from analyzer.cli import output
from analyzer.cli.options import choose
from analyzer.cli.progress import progress
from analyzer.errors import FileProblem, SettingsProblem
from analyzer.reports.messages import count, say

if TYPE_CHECKING:
    from analyzer.batch.compare import Change
    from analyzer.batch.orders import Order, Rules
    from analyzer.batch.runner import Backend, Survey
    from analyzer.batch.store import Store

_INTERRUPTED: Final = 130
_MODULES: Final = {"parquet": ("pyarrow", "parquet"), "cluster": ("distributed", "cluster")}  # option: module, extra


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for. `options` are those of the engine, already checked; the rest is checked here."""

    paths: tuple[str, ...]
    out: Path
    workers: int | None
    cluster: str | None
    exports: tuple[str, ...]
    baseline: Path | None
    retry: bool
    time_limit: float
    memory_limit: int
    profile: Path | None
    playbook: Path | None
    options: Mapping[str, Any]


class _Stop:
    """Ctrl-C: the first asks the batch to stop at a safe place, the second does not wait."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self) -> bool:
        return self.asked

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        def note(*_: object) -> None:
            if self.asked:
                raise KeyboardInterrupt
            self.asked = True

        before = signal.signal(signal.SIGINT, note)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


def run(request: Request, language: str) -> int:
    """Judge what has no result yet and write the exports; 0 done, 2 where some file was bad, 130 stopped."""
    forms = _check(request, language)
    from analyzer.batch.orders import order_of, rules_of
    from analyzer.batch.store import Store

    if request.baseline is not None:
        Store(request.baseline).close()  # told before the night's work, not after it
    if not request.paths:
        with Store(request.out) as store:
            return _finish(request, store, store.last_run() or 0, forms, language)
    order = order_of(request.profile, request.playbook, **request.options)
    rules, stop = rules_of(order.settings()), _Stop()
    output.make_folder(request.out, language)
    with Store(request.out, create=True) as store, stop.listening():
        survey = _judge(request, store, order, rules, forms, stop, language)
        if stop():
            return _stopped(request, store, survey, language)
        store.finish_run(survey.run)
        return _finish(request, store, survey.run, forms, language)


def _check(request: Request, language: str) -> tuple[str, ...]:
    """Refuse what cannot be meant, before anything is read; the exports asked for."""
    from analyzer.batch.exports import EXPORTS

    for given in request.paths:
        if Path(given).is_dir() and Path(given).resolve() == request.out.resolve():
            raise SettingsProblem(say("batch.out_is_input", language, path=given))
    if request.out.exists() and not request.out.is_dir():
        raise SettingsProblem(say("batch.out_is_file", language, path=str(request.out)))
    if request.workers is not None and not 1 <= request.workers <= 1000:
        raise SettingsProblem(say("batch.workers", language, value=str(request.workers)))
    for option, value in (("--time-limit", request.time_limit), ("--memory-limit", request.memory_limit)):
        if not value > 0:
            raise SettingsProblem(say("batch.limit", language, option=option, value=f"{value:g}"))
    names = [name.strip() for given in request.exports for name in given.split(",") if name.strip()]
    forms = tuple(dict.fromkeys(choose(name, EXPORTS, "--export", language) for name in names))
    for option, asked in (("parquet", "parquet" in forms), ("cluster", request.cluster is not None)):
        module, extra = _MODULES[option]
        if asked and importlib.util.find_spec(module) is None:
            name = "--cluster" if option == "cluster" else f"--export {option}"
            raise SettingsProblem(say("batch.missing_extra", language, option=name, module=module, extra=extra))
    return forms


def _judge(
    request: Request,
    store: Store,
    order: Order,
    rules: Rules,
    forms: tuple[str, ...],
    stop: _Stop,
    language: str,
) -> Survey:
    """List the files and judge those without a result, until all are done or a stop is asked for."""
    from analyzer.batch.runner import judge_all, survey

    pages = _pages(forms)
    with progress(language) as shown:
        shown.list()
        listed = survey(store, rules, request.paths, pages, date.today(), retry=request.retry)
        shown.begin(listed.paths, store.tally(listed.run).contents, len(listed.waiting))
        if listed.waiting and not stop():
            with _backend(request, order, rules, pages, stop) as backend:
                for _ in judge_all(store, rules, listed, backend):
                    shown.step()
    return listed


def _pages(forms: tuple[str, ...]) -> tuple[str, ...]:
    from analyzer.batch.orders import PAGES

    return tuple(form for form in forms if form in PAGES)


def _backend(
    request: Request, order: Order, rules: Rules, pages: tuple[str, ...], stop: _Stop
) -> contextlib.AbstractContextManager[Backend]:
    """The workers of this machine, or of a cluster."""
    from analyzer.batch.pool import Allowance, Pool
    from analyzer.batch.runner import workers_by_default

    limits = Allowance(request.time_limit, request.memory_limit)
    if request.cluster is not None:
        from analyzer.batch.cluster import Cluster

        return Cluster(request.cluster, order, rules.digests, limits, pages, stop)
    workers = request.workers or workers_by_default()
    return Pool(order, rules.digests, workers, limits, pages, stop)


def _stopped(request: Request, store: Store, survey: Survey, language: str) -> int:
    waiting = store.tally(survey.run).waiting
    output.message(
        say("batch.stopped", language, waiting=count("batch.files", waiting, language), command=_command(sys.argv[1:]))
    )
    command = _command(["batch", "--out", str(request.out)])
    output.message(say("batch.stopped.export", language, command=command))
    return _INTERRUPTED


def _command(arguments: list[str]) -> str:
    return shlex.join(["gardefou", *arguments])


def _finish(request: Request, store: Store, run: int, forms: tuple[str, ...], language: str) -> int:
    """Write the exports, and tell what was done and what was not; 2 where a file has no result."""
    from analyzer.batch.exports import export
    from analyzer.batch.writers import Context
    from analyzer.library import standard

    changes = _changes(request, store, run) if request.baseline is not None else None
    titles = {topic.id: topic.title[language] for topic in standard().topics.values()}
    written = export(store, run, forms, Context(language, titles, date.today(), store.page, changes))
    failed = False
    for error in store.failures(run):
        failed = True
        output.problem(error, language)
    tally = store.tally(run)
    without = count("note.failures", tally.failed, language)
    output.message(count("batch.judged", tally.judged, language, failed=without))
    if tally.waiting:
        output.message(say("batch.unfinished", language, waiting=count("batch.files", tally.waiting, language)))
    for form in _pages(forms):
        if missing := store.without_page(run, form):
            told = count("batch.contracts", missing, language)
            output.message(say("batch.pages_missing", language, form=form, contracts=told))
    if changes is not None:
        _tell_changes(changes, language)
    for path in written:
        output.message(say("batch.written", language, path=str(path)))
    return FileProblem.exit_code if failed else 0


def _changes(request: Request, store: Store, run: int) -> list[Change]:
    """What changed since the baseline; where it is this very folder, since the run before."""
    from analyzer.batch.compare import compare
    from analyzer.batch.failures import refusal
    from analyzer.batch.store import Store

    assert request.baseline is not None  # noqa: S101 - the caller has looked
    with Store(request.baseline) as before:
        same = before.file.samefile(store.file)
        earlier = before.previous_run(run) if same else before.last_run()
        if earlier is None:
            raise refusal("no_earlier_run", str(request.baseline))
        return compare(before, earlier, store, run)


def _tell_changes(changes: list[Change], language: str) -> None:
    from analyzer.batch.compare import tally

    told = tally(changes)
    numbers = {
        name: count(f"batch.findings.{name}", getattr(told, name), language) for name in ("new", "cleared", "changed")
    }
    contracts = count("batch.contracts", told.contracts, language)
    output.message(say("batch.changes", language, contracts=contracts, **numbers))
