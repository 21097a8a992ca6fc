from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys

import pytest

distributed = pytest.importorskip("distributed")

from dask import config as dask_config  # noqa: E402

from analyzer.batch.cluster import Cluster  # noqa: E402 - Dask is an extra
from analyzer.batch.judging import Task  # noqa: E402
from analyzer.batch.orders import Order, rules_of  # noqa: E402
from analyzer.batch.store import Work, unpack  # noqa: E402
from analyzer.errors import SettingsProblem  # noqa: E402
from tests.batch.contracts import ROOT, write_contracts  # noqa: E402
from tests.batch.hostile import blind_judge, hostile_judge, slow_judge  # noqa: E402

# A real scheduler and real workers, which speak over sockets of this machine alone.
pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.allow_hosts(["127.0.0.1", "::1"]),
    pytest.mark.filterwarnings("default"),
]
DIGESTS = rules_of(Order().settings()).digests


@pytest.fixture
def dask():
    # A cluster of this kind gives up workers that die often, where one of `dask worker` starts them again; and one death is enough here to
    # suspect a file, where a cluster's default is three.
    settings = {"distributed.deploy.lost-worker-timeout": "10 minutes", "distributed.scheduler.allowed-failures": 0}
    with (
        dask_config.set(settings),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
    ):
        yield cluster


def _works(folder):
    paths = sorted(path for path in folder.iterdir() if path.suffix == ".txt")
    return [Work(path.name, path.name, str(path), (), hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths]


def _load(work):
    return Task(work, None)


def _reports(outcomes):
    return {work.path: unpack(outcome.report) for work, outcome in outcomes if outcome.failure is None}


def test_killed_worker_loses_nothing(tmp_path, dask):
    """A worker is killed in the middle, and every contract has the report that it would have had."""
    works = _works(write_contracts(tmp_path, 16))
    done = []
    with Cluster(dask.scheduler_address, Order(), DIGESTS, judge=slow_judge) as cluster:
        for count, outcome in enumerate(cluster.run(works, _load)):
            if count == 3:
                victim = next(iter(dask.workers.values()))
                os.kill(victim.pid, signal.SIGKILL)
            done.append(outcome)
    with Cluster(dask.scheduler_address, Order(), DIGESTS) as cluster:
        calm = list(cluster.run(works, _load))

    assert 16 == len(done)
    assert _reports(calm) == _reports(done)
    assert 16 == len(_reports(done))


def test_bytes_go_along_where_the_disk_is_not_shared(tmp_path, dask):
    """Workers that see none of this machine's paths get the files themselves."""
    works = _works(write_contracts(tmp_path, 6))
    with Cluster(dask.scheduler_address, Order(), DIGESTS, judge=blind_judge) as cluster:
        done = _reports(cluster.run(works, _load))

    assert [work.path for work in works] == sorted(done)


def test_hostile_file_on_a_cluster(tmp_path, dask):
    """A file that ends its workers is a failure after all; the others have their reports."""
    write_contracts(tmp_path, 4)
    (tmp_path / "a.txt").write_text("CRASH")
    works = _works(tmp_path)
    with Cluster(dask.scheduler_address, Order(), DIGESTS, judge=hostile_judge) as cluster:
        done = {work.path: outcome for work, outcome in cluster.run(works, _load)}

    assert {"a.txt": "worker_lost"} == {
        path: outcome.failure["key"] for path, outcome in done.items() if outcome.failure
    }
    assert 5 == len(done)


def test_hanging_file_ends_its_worker(tmp_path):
    """What no one outside can interrupt ends by itself when its time is over."""
    (tmp_path / "a.txt").write_text("HANG")
    code = """if True:
        import sys
        from analyzer.batch.cluster import Charge, judge_there
        from analyzer.batch.judging import Task
        from analyzer.batch.orders import Order, rules_of
        from analyzer.batch.store import Work
        from tests.batch.hostile import hanging_judge
        digests = rules_of(Order().settings()).digests
        task = Task(Work("k", "a.txt", sys.argv[1], (), "s"), None)
        judge_there(task, Charge(Order(), digests, (), 1.0, hanging_judge))
        """
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.txt")], cwd=ROOT, timeout=120, check=False)  # noqa: S603

    assert 1 == ended.returncode


def test_worker_with_another_library(tmp_path, dask):
    """A cluster that would judge by other rules is told and not used."""
    works = _works(write_contracts(tmp_path, 1))
    with (
        Cluster(dask.scheduler_address, Order(), ("other", "digests")) as cluster,
        pytest.raises(SettingsProblem, match="another version"),
    ):
        list(cluster.run(works, _load))


def test_no_cluster_answers(monkeypatch):
    """An address where nothing listens."""
    monkeypatch.setattr("analyzer.batch.cluster._CONNECT", "1s")

    with pytest.raises(SettingsProblem, match="no Dask cluster"), Cluster("tcp://127.0.0.1:9", Order(), DIGESTS):
        pass
