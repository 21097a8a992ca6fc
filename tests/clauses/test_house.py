"""A house's folder of clauses is tried over the library, whose phrases, kinds and thresholds its rules use."""

from __future__ import annotations

import shutil

from analyzer.cli import run
from analyzer.examples import read_examples
from analyzer.library import standard


def test_examples_of_a_house(tmp_path, monkeypatch, capsys):
    """One topic alone in a folder, with a rule that measures against a threshold of the library: its examples run, and no other's."""
    monkeypatch.setenv("LC_ALL", "C")
    topic = shutil.copytree(standard().topics["claim_time_limit"].folder, tmp_path / "house" / "claim_time_limit")
    count = sum(len(read_examples(path)) for path in topic.glob("examples.*.md"))

    assert 0 == run(["clauses", "test", str(tmp_path / "house")])
    assert f"{count} of {count} examples are right.\n" == capsys.readouterr().out
