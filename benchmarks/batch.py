"""Measures a batch: workers, memory, kills, a poisoned folder, a cluster, growth of the store, and what a million contracts would take.

    python -m benchmarks.batch workers|memory|kills|poison|cluster|growth|million [--files 398] [--seed 6]

The contracts are the texts of GARDEFOU_DATA (data/cuad), written to a folder that is removed at the end. On a shared machine trust the
ratios: what is compared takes turns.
"""

from __future__ import annotations

import argparse
import gzip
import heapq
import json
import os
import random
import resource
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from analyzer import __version__
from analyzer.batch.exports import export
from analyzer.batch.orders import Order, rules_of
from analyzer.batch.pool import Allowance, Pool
from analyzer.batch.runner import judge_all, survey
from analyzer.batch.store import Store, Work
from analyzer.batch.writers import Context
from analyzer.library import standard
from analyzer.pipeline import check
from analyzer.readers import read
from benchmarks.data import folder

ROOT = Path(__file__).parents[1]


@contextmanager
def contracts(count: int) -> Iterator[Path]:
    """A folder that holds a room of so many contracts, and nothing of it afterwards."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name, "room")
        room.mkdir()
        with gzip.open(folder("data", "cuad") / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(islice(lines, count)):
                (room / f"{number:04d}.txt").write_text(json.loads(line)["text"], encoding="utf-8", newline="")
        yield Path(name)


@dataclass(frozen=True, slots=True)
class Ran:
    """One run of the pool: wall seconds, the parent's own processor seconds, and each worker's peak memory in megabytes."""

    files: int
    wall: float
    parent: float
    peaks: tuple[float, ...]

    @property
    def rate(self) -> float:
        return self.files / self.wall


def batch(room: Path, out: Path, workers: int) -> Ran:
    """Judge a folder into a new store; the time is that of a pool that has started."""
    order = Order()
    rules = rules_of(order.settings())
    with Store(out, create=True) as store:
        listed = survey(store, rules, [str(room)], (), date.today())
        with Pool(order, rules.digests, workers, Allowance(), (), lambda: False) as pool:
            own, begun = 0.0, 0.0
            for number, _ in enumerate(judge_all(store, rules, listed, pool)):
                if number == 0:  # the pool has started
                    own, begun = _own(), time.perf_counter()
            wall, own = time.perf_counter() - begun, _own() - own
            peaks = tuple(_peak(worker.process.pid) for worker in pool._alive)
        store.finish_run(listed.run)
    return Ran(len(listed.waiting) - 1, wall, own, peaks)


def _own() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak(pid: int | None) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM"))


def measure_workers(files: int, rounds: int) -> Iterator[str]:
    """Two workers against one, a batch against bare `analyze`, in turns."""
    ratios, overheads, rates, parents = [], [], [], []
    with contracts(files) as home:
        for turn in range(rounds):
            (home / f"one{turn}").mkdir()
            (home / f"two{turn}").mkdir()
            bare = _bare(home / "room")
            one, two = batch(home / "room", home / f"one{turn}", 1), batch(home / "room", home / f"two{turn}", 2)
            ratios.append(one.wall / two.wall)
            overheads.append(one.wall / bare)
            rates.append((one.rate, two.rate))
            parents.append(two.parent / two.files)
    single, double = (statistics.median(each) for each in zip(*rates, strict=True))
    yield f"contracts/s: {single:.1f} with one worker, {double:.1f} with two"
    yield f"two workers: {statistics.median(ratios):.2f} times one (aim: 1.8; rounds: {', '.join(f'{each:.2f}' for each in ratios)})"
    yield f"a batch of one worker, once started: {statistics.median(overheads):.2f} times the time of bare analyze on the same files"
    yield f"the parent's own work: {1000 * statistics.median(parents):.2f} ms a contract"


def _bare(room: Path) -> float:
    rules = rules_of(Order().settings())
    begun = time.perf_counter()
    for path in sorted(room.iterdir()):
        check(read(path), rules.library, rules.settings, __version__).to_dict()
    return time.perf_counter() - begun


def measure_memory(files: int) -> Iterator[str]:
    """The peak memory of each worker after a few contracts and after all."""
    for count in (50, files):
        with contracts(count) as home:
            (home / "out").mkdir()
            ran = batch(home / "room", home / "out", 2)
            yield f"{count} contracts: peak memory of the workers {', '.join(f'{peak:.0f} MB' for peak in ran.peaks)}"


def command(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """The whole command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "analyzer", "batch", *map(str, arguments)], cwd=ROOT, stderr=subprocess.DEVNULL
    )


def stored(out: Path) -> int:
    """How many results a store holds, while it is written."""
    try:
        with sqlite3.connect(f"file:{out / 'store.sqlite'}?mode=ro", uri=True) as database:
            count = int(database.execute("SELECT count(*) FROM results").fetchone()[0])
        database.close()
    except sqlite3.OperationalError:
        return 0
    return count


def measure_kills(files: int, seed: int, kills: int = 20) -> Iterator[str]:
    """SIGKILL at random moments, then to the end; the store against that of an undisturbed run."""
    chance = random.Random(seed)
    with contracts(files) as home:
        (home / "calm").mkdir()
        batch(home / "room", home / "calm", 2)
        done, out = 0, home / "out"
        for number in range(kills):
            process, goal = (
                command(home / "room", "--out", out),
                done + chance.randint(1, max(1, (files - done) // (kills - number + 1))),
            )
            while stored(out) < goal and process.poll() is None:
                time.sleep(0.005)
            time.sleep(chance.random() * 0.2)  # anywhere between two results, also while one is written
            process.send_signal(signal.SIGKILL)
            process.wait()
            done = stored(out)
        yield f"killed {kills} times; results stored by then: {done} of {files}"
        command(home / "room", "--out", out).wait()
        with Store(home / "calm") as calm, Store(out) as killed:
            same, judged = list(calm.reports()) == list(killed.reports()), killed.tally(killed.last_run() or 0).judged
            yield f"the store equals that of an undisturbed run: {'yes' if same else 'NO'} ({judged} reports)"


def measure_poison(files: int) -> Iterator[str]:
    """Good contracts beside bombs, hangs, crashes and junk: every good one has its result."""
    from tests.batch.hostile import hostile_judge
    from tests.batch.poison import poison

    with contracts(files) as home:
        (home / "out").mkdir()
        bad = poison(home / "room")
        order = Order()
        rules = rules_of(order.settings())
        with Store(home / "out", create=True) as store:
            listed = survey(store, rules, [str(home / "room")], (), date.today())
            with Pool(order, rules.digests, 2, Allowance(10, 500), judge=hostile_judge) as pool:
                for _ in judge_all(store, rules, listed, pool):
                    pass
            judged = {path for path, _ in store.reports(listed.run)}
            failed = sorted(f"{error.code} {error.path}" for error in store.failures(listed.run))
        good = sum((home / "room" / path).name[:4].isdigit() for path in judged)
        yield f"{good} of {files} good contracts judged beside {bad} bad files; without a result: {len(failed)}"
        yield from (f"  {line}" for line in failed)


def measure_cluster(files: int, seed: int) -> Iterator[str]:
    """A worker of a real Dask cluster is killed on the way; the reports against those of this machine's pool."""
    import distributed

    from analyzer.batch.cluster import Cluster

    order = Order()
    rules = rules_of(order.settings())
    chance = random.Random(seed)
    with contracts(files) as home:
        (home / "calm").mkdir()
        (home / "out").mkdir()
        batch(home / "room", home / "calm", 2)
        with (
            distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as dask,
            Store(home / "out", create=True) as store,
        ):
            listed = survey(store, rules, [str(home / "room")], (), date.today())
            victims = set(chance.sample(range(1, files - 1), 2))
            with Cluster(dask.scheduler_address, order, rules.digests) as cluster:
                begun = time.perf_counter()
                for number, _ in enumerate(judge_all(store, rules, listed, cluster)):
                    if number in victims:
                        os.kill(next(iter(dask.workers.values())).pid, signal.SIGKILL)
                wall = time.perf_counter() - begun
            with Store(home / "calm") as calm:
                same = list(calm.reports()) == list(store.reports())
        told = "yes" if same else "NO"
        yield f"Dask, two workers, {len(victims)} killed on the way: {files / wall:.1f} contracts/s; the store equals the pool's: {told}"


def measure_growth(steps: tuple[int, ...]) -> Iterator[str]:
    """Real reports of short contracts stored again under other names, up to the last step; the time of storing and of each export."""
    from analyzer.batch.judging import Task, judge
    from tests.batch.contracts import contract

    rules = rules_of(Order().settings())
    made = []
    for number in range(50):
        data = contract(number).encode()
        work = Work(f"{number}", f"{number}.txt", "", (), _sha256(data))
        made.append((work, judge(Task(work, data), rules, ())))
    titles = {topic.id: topic.title["en"] for topic in standard().topics.values()}
    with tempfile.TemporaryDirectory() as name, Store(name, create=True) as store:
        run, count = store.start_run(*rules.digests), 0
        for step in steps:
            begun, before = time.process_time(), count
            for count in range(before + 1, step + 1):
                work, outcome = made[count % len(made)]
                path = f"{count:07d}.txt"
                key = _sha256(path.encode())  # keys lie anywhere, as real ones do
                stored_as = Work(key, path, path, (), work.sha256)
                store.add(run, path, path, (), work.sha256, key)
                store.keep(stored_as, *rules.digests, outcome.report, outcome.seconds, {})
            storing = 1000 * (time.process_time() - begun) / (step - before)
            times = [f"store {storing:.2f}"]
            for form in ("jsonl", "xlsx", "parquet"):
                begun = time.process_time()
                export(store, run, (form,), Context("en", titles, date.today(), store.page))
                times.append(f"{form} {1000 * (time.process_time() - begun) / step:.2f}")
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
            size = store.file.stat().st_size / step / 1000
            yield f"{step} results, ms each: {', '.join(times)}; peak memory {peak:.0f} MB; {size:.1f} kB each in the store"


def _sha256(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def simulate(
    contracts: int, workers: int, seconds: list[float], parent: float, deaths: float, seed: int
) -> tuple[float, float]:
    """Hours and the workers' load for so many contracts: each worker takes the next file as the parent hands it out, one result after the
    other passes through the parent, and a worker dies now and then, which costs its file again and a restart.
    """
    chance, begun = random.Random(seed), 0.0
    free = [(0.0, number) for number in range(workers)]
    clock, busy = 0.0, 0.0
    for _ in range(contracts):
        at, number = heapq.heappop(free)
        clock = max(clock, at) + parent
        cost = chance.choice(seconds)
        if chance.random() < deaths:
            cost += chance.random() * cost + 5.0
        busy += cost
        heapq.heappush(free, (clock + cost, number))
    end = max(at for at, _ in free)
    return (end - begun) / 3600, busy / (end * workers)


def measure_million(files: int, seed: int) -> Iterator[str]:
    """A million contracts on clusters of several sizes, from the costs that are measured here."""
    with contracts(files) as home:
        (home / "out").mkdir()
        ran = batch(home / "room", home / "out", 1)
        with sqlite3.connect(home / "out" / "store.sqlite") as database:
            seconds = [float(row[0]) for row in database.execute("SELECT seconds FROM results")]
            size = database.execute("SELECT avg(length(report)) FROM results").fetchone()[0]
        database.close()
    parent = ran.parent / ran.files
    mean, median, longest = 1000 * statistics.mean(seconds), 1000 * statistics.median(seconds), max(seconds)
    yield f"measured: {mean:.0f} ms a contract (median {median:.0f}, longest {longest:.1f} s), parent {1000 * parent:.2f} ms"
    yield f"stored: {size / 1000:.1f} kB a contract"
    for workers in (2, 16, 64, 256, 1024):
        hours, load = simulate(1_000_000, workers, seconds, parent, 1e-4, seed)
        yield f"{workers} workers: {hours:.1f} h, {1_000_000 / hours / 3600:.0f} contracts/s, workers busy {100 * load:.0f}%"


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "what", nargs="+", choices=("workers", "memory", "kills", "poison", "cluster", "growth", "million")
    )
    parser.add_argument("--files", type=int, default=398)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--steps", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    asked = parser.parse_args()
    tasks: dict[str, Callable[[], Iterator[str]]] = {
        "workers": lambda: measure_workers(asked.files, asked.rounds),
        "memory": lambda: measure_memory(asked.files),
        "kills": lambda: measure_kills(asked.files, asked.seed),
        "poison": lambda: measure_poison(asked.files),
        "cluster": lambda: measure_cluster(asked.files, asked.seed),
        "growth": lambda: measure_growth(tuple(asked.steps)),
        "million": lambda: measure_million(asked.files, asked.seed),
    }
    for what in asked.what:
        for line in tasks[what]():
            print(f"- {line}", flush=True)


if __name__ == "__main__":
    main()
