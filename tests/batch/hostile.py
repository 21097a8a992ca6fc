"""A judge for the tests: does to its own process what the file's text says, and judges any other file as usual."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from analyzer.batch.judging import Outcome, Task, judge
from analyzer.batch.orders import Rules


def slow_judge(task: Task, rules: Rules, forms: Sequence[str]) -> Outcome:
    """Judges as usual, after a moment in which its process can be killed."""
    time.sleep(0.2)
    return judge(task, rules, forms)


def blind_judge(task: Task, rules: Rules, forms: Sequence[str]) -> Outcome:
    """A worker on another machine: it sees no path of this one."""
    here = task.work.place if task.data is not None else "/nowhere/at/all.txt"
    return judge(replace(task, work=replace(task.work, place=here)), rules, forms)


def hanging_judge(task: Task, rules: Rules, forms: Sequence[str]) -> Outcome:
    """HANG hangs; any other file is done at once, however busy the machine."""
    if Path(task.work.place).read_bytes().startswith(b"HANG"):
        time.sleep(3600)
    return Outcome(b"done")


def hostile_judge(task: Task, rules: Rules, forms: Sequence[str]) -> Outcome:
    """HANG, CRASH, BURST or FAULT at the beginning of the file; CRASH ONCE leaves a file beside it and is well the second time."""
    place = Path(task.work.place)
    order = place.read_bytes()[:20] if task.data is None else task.data[:20]
    if order.startswith(b"HANG"):
        time.sleep(3600)
    if order.startswith(b"CRASH ONCE"):
        mark = place.with_suffix(".mark")
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    elif order.startswith(b"CRASH"):
        os._exit(7)
    if order.startswith(b"BURST"):
        return Outcome(b"x" * len([bytearray(1_000_000) for _ in range(20_000)]))
    return judge(task, rules, forms)
