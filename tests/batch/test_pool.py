from __future__ import annotations

import multiprocessing
import time

import pytest

from analyzer.batch.failures import failure
from analyzer.batch.judging import Task
from analyzer.batch.orders import Order, rules_of
from analyzer.batch.pool import Allowance, Pool
from analyzer.batch.store import Work, unpack
from analyzer.errors import SettingsProblem
from tests.batch.contracts import write_contracts
from tests.batch.hostile import hanging_judge, hostile_judge

DIGESTS = rules_of(Order().settings()).digests


def _works(folder):
    import hashlib

    paths = sorted(path for path in folder.iterdir() if path.suffix == ".txt")
    return [Work(path.name, path.name, str(path), (), hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths]


def _pool(count=2, **more):
    return Pool(Order(), DIGESTS, count, judge=hostile_judge, **more)


def _run(pool, works, load=lambda work: Task(work, None)):
    with pool:
        return {work.path: outcome for work, outcome in pool.run(works, load)}


def test_hostile_files_cost_only_themselves(tmp_path):
    """Beside files that end their process, kill it once or fill its memory, every good file has its report."""
    write_contracts(tmp_path, 8)
    for name, text in (("b-crash", "CRASH"), ("d-once", "CRASH ONCE"), ("e-burst", "BURST")):
        (tmp_path / f"{name}.txt").write_text(f"{text}\nArticle 1. Le prestataire sauvegarde.")
    done = _run(_pool(limits=Allowance(megabytes=500)), _works(tmp_path))
    failed = {path: outcome.failure["key"] for path, outcome in done.items() if outcome.failure}

    assert {"b-crash.txt": "worker_lost", "e-burst.txt": "too_much_memory"} == failed
    assert {"how": "7"} == done["b-crash.txt"].failure["values"]
    assert 11 == len(done)
    assert "d-once.txt" == unpack(done["d-once.txt"].report)["document"]["name"]


def test_hanging_file_is_ended(tmp_path):
    """A file that takes longer than its time is tried twice and told; the others are done meanwhile and afterwards."""
    write_contracts(tmp_path, 3)
    (tmp_path / "a-hang.txt").write_text("HANG")
    pool = Pool(Order(), DIGESTS, 2, Allowance(seconds=3), judge=hanging_judge)
    done = _run(pool, _works(tmp_path))

    assert ["a-hang.txt"] == [path for path, outcome in done.items() if outcome.failure]
    assert ("too_slow", {"seconds": "3"}) == tuple(done["a-hang.txt"].failure[name] for name in ("key", "values"))
    assert 4 == len(done)


def test_no_process_is_left(tmp_path):
    """Whoever leaves in the middle leaves no worker behind, busy or not."""
    write_contracts(tmp_path, 4)
    (tmp_path / "a.txt").write_text("HANG")
    with _pool() as pool:
        next(pool.run(_works(tmp_path), lambda work: Task(work, None)))
        assert 2 == len(multiprocessing.active_children())

    assert [] == multiprocessing.active_children()


def test_stop_does_not_wait_for_a_file(tmp_path):
    """Asked to stop, the run ends at once with what it has yielded."""
    (tmp_path / "a.txt").write_text("HANG")
    begun = time.monotonic()
    pool = _pool(1, stopped=lambda: time.monotonic() > begun + 3)

    assert {} == _run(pool, _works(tmp_path))
    assert time.monotonic() < begun + 60


def test_file_that_cannot_be_fetched(tmp_path):
    """Where an archive is gone the file fails, and the next one is judged."""
    write_contracts(tmp_path, 2)

    def load(work):
        if work.path == "contrat-000.txt":
            raise failure("changed", work.path)
        return Task(work, None)

    done = _run(_pool(1), _works(tmp_path), load)

    assert "changed" == done["contrat-000.txt"].failure["key"]
    assert done["contrat-001.txt"].failure is None


def test_file_that_changed_since_it_was_listed(tmp_path):
    """A report is never kept under another content's key."""
    write_contracts(tmp_path, 1)
    works = _works(tmp_path)
    (tmp_path / "contrat-000.txt").write_text("Article 1. Another contract.")

    assert "changed" == _run(_pool(1), works)["contrat-000.txt"].failure["key"]


def test_worker_with_other_rules_does_not_work(tmp_path):
    """Rules that are not those of the batch end it."""
    write_contracts(tmp_path, 1)

    with pytest.raises(SettingsProblem, match="changed while"):
        _run(Pool(Order(), ("other", "digests"), 1), _works(tmp_path))
