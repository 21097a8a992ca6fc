"""What lives as long as the process is kept from the collector, and a contract is read without it."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from analyzer import analyze
from analyzer.lasting import lasting, paused

SAMPLES = Path(__file__).parents[1] / "samples"


def test_the_collector_rests_and_runs_again():
    """Inside it is off; afterwards it runs as before, and what was made is frozen."""
    with lasting():
        assert not gc.isenabled()
        kept = [[] for _ in range(1000)]

    assert gc.isenabled()
    assert gc.get_freeze_count() >= len(kept)


def test_a_fault_leaves_the_collector_running():
    """What is raised inside passes through, and the collector runs again."""
    with pytest.raises(ValueError, match="no library"), lasting():
        raise ValueError("no library")

    assert gc.isenabled()


def test_the_collector_stays_off_where_it_was_off():
    """Inside another pause nothing is switched on."""
    with paused():
        with paused():
            pass

        assert not gc.isenabled()


@pytest.mark.parametrize("name", ["600-euros-par-an.pdf", "600-euros-par-an.docx", "terms-online.md"])
def test_a_contract_leaves_hardly_a_cycle_behind(name):
    """Reading and judging without the collector costs no memory: what they made is gone with the report, but for a few small values."""
    analyze(SAMPLES / name)  # what is loaded and compiled once is no part of it
    gc.collect()
    with paused():
        analyze(SAMPLES / name)

    assert gc.collect() < 1000
