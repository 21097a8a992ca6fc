"""Files are read apart from the command: what one of them does to its process does nothing to the others."""

from __future__ import annotations

import os
import time

import pytest

from analyzer.cli.worker import InternalError, Worker, described
from analyzer.errors import DamagedFile, MissingFile, TooLarge
from analyzer.readers import progress
from analyzer.readers.limits import Limits
from analyzer.reports.messages import problem_sentence

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")


def process() -> int:
    return os.getpid()


def hang() -> None:
    time.sleep(60)


def hoard() -> bytes:
    return b"x" * 2_000_000_000


def vanish() -> None:
    os._exit(3)


def miss() -> None:
    raise MissingFile("there is no such file.", path="a.pdf", hint="Check.", key="missing", values={"a": "b"})


def fail() -> None:
    raise ValueError("Le Prestataire répond de tout")


def work(steps: int) -> str:
    for done in range(steps):
        time.sleep(0.3)
        progress.tell(done + 1, steps)
    return "done"


def test_calls_share_one_process():
    """The library is loaded once for all files, in a process that is not the command's."""
    with Worker() as worker:
        first, second = worker.call(process, "a"), worker.call(process, "b")

    assert first == second != os.getpid()


@pytest.mark.parametrize(
    ("task", "error", "words"),
    [
        (hang, TooLarge, "given up after 1 seconds"),
        (hoard, TooLarge, "more than 300 MB of memory"),
        (vanish, DamagedFile, "stopped the program that reads it"),
    ],
)
def test_a_bad_file_is_given_up_alone(task, error, words):
    """Too long, too much memory, or a process that is gone: one sentence that names the file, and the next call works."""
    with Worker(Limits(seconds=1, memory_mb=300)) as worker:
        with pytest.raises(error, match=words) as caught:
            worker.call(task, "piège.pdf")

        assert "piège.pdf" == caught.value.path
        assert isinstance(worker.call(process, "b"), int)


def test_limits_are_told_in_french():
    """The sentence is there in French too, with what to do."""
    with Worker(Limits(seconds=1)) as worker, pytest.raises(TooLarge) as caught:
        worker.call(hang, "a.pdf")

    sentence = problem_sentence(caught.value, "fr")
    assert "abandonnée après 1 secondes" in sentence
    assert "GARDEFOU_MAX_SECONDS" in sentence


def test_progress_is_a_sign_of_life():
    """A reading that tells its steps is not given up, and whoever watches sees them."""
    seen = []
    with Worker(Limits(seconds=1)) as worker:
        done = worker.call(work, "a.pdf", 5, watcher=lambda *steps: seen.append(steps))

    assert ("done", [(number, 5) for number in range(1, 6)]) == (done, seen)


def test_errors_come_back_whole():
    """A bad file's error keeps everything that its sentence needs in another language."""
    with Worker() as worker, pytest.raises(MissingFile) as caught:
        worker.call(miss, "a.pdf")

    assert ("a.pdf", "Check.", "missing", {"a": "b"}) == (
        caught.value.path,
        caught.value.hint,
        caught.value.key,
        caught.value.values,
    )


def test_a_fault_of_ours_tells_no_word_of_a_contract():
    """The kind of error and the line of code, never the message."""
    with Worker() as worker, pytest.raises(InternalError) as caught:
        worker.call(fail, "a.pdf")

    assert "ValueError, test_worker.py:" in described(caught.value)
    assert "Prestataire" not in described(caught.value)


def test_nothing_is_left_running():
    """After a call that was given up its process is gone."""
    with Worker(Limits(seconds=1)) as worker:
        number = worker.call(process, "a")
        with pytest.raises(TooLarge):
            worker.call(hang, "a")

        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def test_in_this_process_where_asked(monkeypatch):
    """GARDEFOU_APART=0 reads in the command's own process."""
    monkeypatch.setenv("GARDEFOU_APART", "0")
    with Worker() as worker:
        assert os.getpid() == worker.call(process, "a")
