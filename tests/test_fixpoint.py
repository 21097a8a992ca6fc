"""Whole samples, mended: each suggestion put in its place clears its finding and brings no other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.library import standard
from analyzer.pipeline import Settings, judge, read_clauses
from analyzer.readers import read
from analyzer.report import Report
from tests.mending import mended

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(
    path.name for path in SAMPLES.iterdir() if path.suffix in {".docx", ".pdf", ".txt", ".md"} and path.stem != "README"
)


def _report(text: str, level: str, kind: str = "") -> Report:
    reading = read_clauses(read(text.encode(), name="sample.txt"), standard())
    return judge(replace(reading, kind=kind or reading.kind), standard(), Settings(level=level), "")


@pytest.mark.parametrize("level", ["protective", "balanced"])
@pytest.mark.parametrize("name", NAMES)
def test_mends_of_a_whole_sample_converge(name: str, level: str) -> None:
    """One mend at a time, what it addressed is gone and nothing is new."""
    text = read((SAMPLES / name).read_bytes(), name=name).text
    before = _report(text, level)
    known = {finding.id for finding in before.findings}
    stays, added = set(), set()
    for finding in before.findings:
        if finding.suggestion is not None:
            after = {each.id for each in _report(mended(text, finding), level, before.kind).findings}
            stays |= {finding.id} & after
            added |= after - known

    assert set() == stays
    assert set() == added
