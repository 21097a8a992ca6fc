"""Every mend clears its finding: the wording is put into the finding's own example and the result is read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from analyzer.examples import Example, read_examples
from analyzer.library import FindingRule, standard
from analyzer.pipeline import Settings, judge, read_clauses
from analyzer.readers import read
from analyzer.report import Report
from tests.mending import mended

LIBRARY = standard()


def _cases() -> Iterator[tuple[FindingRule, Example]]:
    for finding in LIBRARY.findings.values():
        for language in ("fr", "en"):
            for example in read_examples(LIBRARY.topics[finding.topic].folder / f"examples.{language}.md"):
                if finding.wording and any(
                    line.id == finding.id and line.mark == "found" for line in example.expectations
                ):
                    yield finding, example


CASES = list(_cases())


def _report(text: str, kind: str, level: str) -> Report:
    """The text judged as a contract of that kind (its own where none is given): a clause more does not make it another contract."""
    reading = read_clauses(read(text.encode(), name="example.txt"), LIBRARY)
    return judge(replace(reading, kind=kind or reading.kind), LIBRARY, Settings(level=level), "")


@pytest.mark.parametrize("level", ["protective", "balanced"])
@pytest.mark.parametrize(
    ("rule", "example"),
    CASES,
    ids=[f"{rule.id}-{example.language}-{number}" for number, (rule, example) in enumerate(CASES)],
)
def test_mend_clears_its_finding_and_adds_none(rule: FindingRule, example: Example, level: str) -> None:
    """After the mend the finding is gone, no other has come, and a second mend has nothing to do."""
    kind = example.kind or (rule.kinds[0] if rule.kinds else "")
    before = _report(example.text, kind, level)
    finding = next(each for each in before.findings if each.id == rule.id)
    after = _report(mended(example.text, finding), before.kind, level)

    assert rule.id not in {each.id for each in after.findings}
    assert {each.id for each in after.findings} <= {each.id for each in before.findings}
