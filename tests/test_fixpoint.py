"""Whole samples, mended: each suggestion put in its place clears its finding and brings no other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.library import standard
from analyzer.pipeline import Settings, judge, read_clauses
from analyzer.readers import read
from analyzer.report import Finding, Report

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(
    path.name for path in SAMPLES.iterdir() if path.suffix in {".docx", ".pdf", ".txt", ".md"} and path.stem != "README"
)
# Results promised in three articles that lie apart: one replacement strikes the first of them.
SEVERAL_PLACES = {("managed-services-agreement.docx", "obligation_of_result.assumed")}


def _report(text: str, level: str, kind: str = "") -> Report:
    reading = read_clauses(read(text.encode(), name="sample.txt"), standard())
    return judge(replace(reading, kind=kind or reading.kind), standard(), Settings(level=level), "")


def _mended(text: str, finding: Finding) -> str:
    suggestion = finding.suggestion
    assert suggestion is not None
    if suggestion.replaces is not None:
        return text[: suggestion.replaces.span.start] + suggestion.text + text[suggestion.replaces.span.end :]
    assert suggestion.after is not None
    return text[: suggestion.after] + "\n\n" + suggestion.text + "\n\n" + text[suggestion.after :]


@pytest.mark.parametrize("level", ["protective", "balanced"])
@pytest.mark.parametrize("name", NAMES)
def test_mends_of_a_whole_sample_converge(name: str, level: str) -> None:
    """One mend at a time, what it addressed is gone and nothing is new; the exceptions are known by name."""
    text = read((SAMPLES / name).read_bytes(), name=name).text
    before = _report(text, level)
    known = {finding.id for finding in before.findings}
    stays, added = set(), set()
    for finding in before.findings:
        if finding.suggestion is not None:
            after = {each.id for each in _report(_mended(text, finding), level, before.kind).findings}
            stays |= {finding.id} & after
            added |= after - known

    assert {identifier for sample, identifier in SEVERAL_PLACES if sample == name} == stays
    assert set() == added
