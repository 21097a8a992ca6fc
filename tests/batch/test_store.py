from __future__ import annotations

import os
import shutil
import sqlite3
import time
from datetime import date
from pathlib import Path

import pytest

import clauses
from analyzer.batch.failures import failure
from analyzer.batch.orders import order_of, rules_of
from analyzer.batch.store import Store, Work, pack
from analyzer.errors import SettingsProblem
from analyzer.library import standard
from analyzer.playbook import load_playbook

REPORT = {"document": {"name": "x", "path": "x"}, "findings": []}


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path, create=True) as opened:
        yield opened


def _work(name: str = "a") -> Work:
    return Work(f"key-{name}", f"{name}.txt", f"/somewhere/{name}.txt", (), f"sha-{name}")


def _list(store: Store, run: int, *works: Work) -> None:
    for work in works:
        store.add(run, work.path, work.place, work.way, work.sha256, work.key)


def _keep(store: Store, work: Work, **pages: bytes) -> None:
    store.keep(work, "library", "settings", pack(REPORT), 0.1, pages)


def test_what_is_done_no_longer_waits(store):
    """A content waits until it has a report or a failure."""
    run = store.start_run("library", "settings")
    one, two, three = _work("a"), _work("b"), _work("c")
    _list(store, run, one, two, three)
    _keep(store, one)
    store.keep_failure(two, "library", "settings", failure("worker_lost", two.path, how="-9"), 1.0)

    assert [three] == store.waiting(run)


def test_one_content_with_two_paths(store):
    """It waits once, by its first path, and its result serves both paths by their own names."""
    run = store.start_run("library", "settings")
    first, second = _work("a"), Work("key-a", "copy/z.txt", "/z.txt", (), "sha-a")
    _list(store, run, second, first)
    waiting = store.waiting(run)
    _keep(store, first)

    assert ["a.txt"] == [work.path for work in waiting]
    assert [("a.txt", "a.txt"), ("copy/z.txt", "z.txt")] == [
        (path, report["document"]["name"]) for path, report in store.reports()
    ]


def test_page_that_is_missing_waits(store):
    """Where a page is asked for that was not made, the content is read again; a failure is not."""
    run = store.start_run("library", "settings")
    with_page, without, failed = _work("a"), _work("b"), _work("c")
    _list(store, run, with_page, without, failed)
    _keep(store, with_page, html=b"x")
    _keep(store, without)
    store.keep_failure(failed, "library", "settings", failure("changed", "c.txt"), 0)

    assert [without] == store.waiting(run, ["html"])


def test_failure_never_replaces_a_report(store):
    """A report that is there outlives a later failure of the same content."""
    run = store.start_run("library", "settings")
    _list(store, run, _work())
    _keep(store, _work())
    store.keep_failure(_work(), "library", "settings", failure("worker_lost", "a.txt", how="-9"), 1.0)

    assert ["a.txt"] == [path for path, _ in store.reports()]


def test_only_passing_failures_are_tried_again(store):
    """--retry forgets what may go otherwise another time, and keeps what would not."""
    run = store.start_run("library", "settings")
    slow, damaged = _work("slow"), _work("damaged")
    _list(store, run, slow, damaged)
    store.keep_failure(slow, "library", "settings", failure("too_slow", "slow.txt", seconds="1"), 1.0)
    store.keep_failure(damaged, "library", "settings", failure("archive_link", "damaged.txt"), 1.0)
    store.forget_failures(run, ["E110"])

    assert [slow] == store.waiting(run)


def test_lists_of_abandoned_runs_are_dropped(store):
    """Of the runs that never ended only the latest keeps its list; the last two that ended do."""
    for ended in (True, True, True, False, True, False):
        run = store.start_run("library", "settings")
        _list(store, run, _work())
        if ended:
            store.finish_run(run)
    store.start_run("library", "settings")
    with sqlite3.connect(store.file) as db:
        kept = [row[0] for row in db.execute("SELECT DISTINCT run FROM listing ORDER BY run")]
    db.close()

    assert [3, 5, 6] == kept
    assert (3, 5) == (store.previous_run(5), store.previous_run(7))


def test_nothing_of_a_list_by_half(store):
    """What fails together leaves nothing behind."""

    def half() -> None:
        with store.together():
            _list(store, store.start_run("library", "settings"), _work())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()

    assert store.last_run() is None


def test_hash_of_an_unchanged_file_is_remembered(store, tmp_path):
    """By size and time of change; one that changed a moment ago is read again, for it may change once more unseen."""
    path = tmp_path / "a.txt"
    path.write_text("a")
    store.remember(str(path), path.stat(), "too fresh")
    old = time.time_ns() - 10_000_000_000
    os.utime(path, ns=(old, old))
    fresh = store.recall(str(path), path.stat())
    store.remember(str(path), path.stat(), "abc")
    known = store.recall(str(path), path.stat())
    os.utime(path, ns=(old + 1, old + 1))

    assert (None, "abc", None) == (fresh, known, store.recall(str(path), path.stat()))


def test_folder_without_a_store_is_told(tmp_path):
    """A folder in which no batch ran."""
    with pytest.raises(SettingsProblem, match="does not hold the results"):
        Store(tmp_path)


def test_store_of_another_form_is_told(tmp_path):
    """A file that is no store of ours is neither read nor written over."""
    (tmp_path / "store.sqlite").write_bytes(b"no database at all, whatever its name")

    with pytest.raises(SettingsProblem, match="cannot be read"):
        Store(tmp_path, create=True)
    assert (tmp_path / "store.sqlite").read_bytes().startswith(b"no database")


def _key(playbook, path="contrats/a.txt", sha256="s", today=date(2026, 11, 29), **options):
    return rules_of(order_of(None, playbook, **options).settings()).key(sha256, path, today)


def _playbook(tmp_path, text):
    path = tmp_path / "house.toml"
    path.write_text(text, encoding="utf-8")
    return path


ACCEPT = '[[accept]]\nid = "liability_cap.missing"\ndocument = "{document}"\nreason = "x"\nuntil = 2026-12-31\n'


def test_key_follows_what_a_result_depends_on(tmp_path):
    """Content, options, thresholds: another one of them is another result; the path alone is not."""
    house = _playbook(tmp_path, "[thresholds]\nderisory = 20000\n")
    plain = _key(None)
    others = [_key(None, sha256="t"), _key(None, claim="5"), _key(None, side="insurer"), _key(house)]

    assert plain == _key(None, path="b.txt")
    assert 5 == len({plain, *others})


def test_acceptance_counts_for_its_documents_on_its_days(tmp_path):
    """An acceptance re-checks the documents that it covers, and again when it ends; no other."""
    house = _playbook(tmp_path, ACCEPT.format(document="a*"))
    plain = _key(_playbook(tmp_path, ""))
    _playbook(tmp_path, ACCEPT.format(document="a*"))

    assert plain == _key(house, path="contrats/b.txt")
    assert 3 == len({plain, _key(house), _key(house, today=date(2027, 1, 1))})


def test_order_takes_the_files_along(tmp_path):
    """A playbook with clauses of its own in a folder beside gives the same library from its order alone."""
    (tmp_path / "house").mkdir()
    shutil.copytree(Path(clauses.__file__).parent / "audit", tmp_path / "rules" / "audit")
    playbook = _playbook(tmp_path / "house", 'clauses = "../rules"\n[severity]\n"liability_cap.missing" = "low"\n')
    expected = load_playbook(playbook, standard()).library.digest
    order = order_of(None, playbook)
    shutil.rmtree(tmp_path)

    assert expected == order.settings().playbook.library.digest
    assert standard().digest != expected
