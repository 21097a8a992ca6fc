"""The committed reference pages are what the library and the schema say now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from analyzer.errors import LibraryProblem
from analyzer.library import standard
from analyzer.reports.json import schema
from docs import make_reference
from docs.make_reference import COVERAGE, DOCS, coverage, pages

PAGES = pages()


def test_pages_are_those_of_the_library():
    """No page is stale, missing or left over; `make reference` writes them again."""
    stale = [
        str(path)
        for path, text in PAGES.items()
        if not (DOCS / path).exists() or (DOCS / path).read_text("utf-8") != text
    ]
    left = [str(path) for path in DOCS.glob("clauses/**/*.md") if path.relative_to(DOCS) not in PAGES]

    assert ([], []) == (stale, left), "make reference"


def test_every_finding_has_its_section_in_both_languages():
    """A page holds a section for each of its topic's findings."""
    missing = [
        (rule.id, folder)
        for rule in standard().findings.values()
        for folder in ("clauses", "clauses/fr")
        if f"\n## {rule.id}\n" not in PAGES[Path(folder, f"{rule.topic}.md")]
    ]

    assert [] == missing


def test_both_languages_of_the_wording_stand_on_a_page():
    """A finding with a mend by wording shows it in French and in English."""
    page = PAGES[Path("clauses/liability_cap.md")]

    assert "*protective, in English*" in page
    assert "*protective, in French*" in page


def test_coverage_names_what_exists(tmp_path, monkeypatch):
    """An id that is no finding's stops the making of the page."""
    wrong = tmp_path / "coverage.toml"
    wrong.write_text(
        COVERAGE.read_text("utf-8").replace("awareness_training.missing", "awareness_training.mising", 1), "utf-8"
    )
    monkeypatch.setattr(make_reference, "COVERAGE", wrong)

    with pytest.raises(LibraryProblem, match=r"Did you mean \"awareness_training\.missing\""):
        coverage(standard())


def test_coverage_answers_every_advice():
    """Nothing of the source cases stands without a finding, a feature or a reason."""
    rows = [line for line in PAGES[Path("coverage.md")].splitlines() if line.startswith(("| claim", "| policy"))]

    assert len(rows) >= 20
    assert [] == [row for row in rows if row.endswith("|  |")]


def _keys(part: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, value in part.items():
        if name == "properties":
            yield from ((f"{path}.{key}", each) for key, each in value.items())
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from _keys(inner, f"{path}.{name}")


def test_every_key_of_the_report_is_described():
    """The schema says of each key what it means: the page is made from it."""
    assert [] == [path for path, value in _keys(schema(), "") if "description" not in value and "type" in value]
