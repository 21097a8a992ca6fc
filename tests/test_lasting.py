"""What lives as long as the process is kept from the collector."""

from __future__ import annotations

import gc

import pytest

from analyzer.lasting import lasting


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
