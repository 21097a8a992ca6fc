"""The page under test, and a stand-in report for what depends on the page alone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

pytest.importorskip("streamlit", reason="the page is an extra")
pytest.importorskip("analyzer.reports.format", reason="the page writes sums as the reports do")

from streamlit.testing.v1 import AppTest

import analyzer
from analyzer.document import Block, Document, Span
from analyzer.facts.values import Facts
from analyzer.report import Evidence, Exposure, Finding, LegalBasis, Report, Scenario, Score, Suggestion

ROOT = Path(__file__).parents[2]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """Replaces the engine by a fixed report and records what it was asked."""
    calls: list[dict[str, object]] = []

    def analyze(source: bytes, **options: object) -> Report:
        calls.append({"source": source, **options})
        return a_report(str(options["language"]))

    monkeypatch.setattr(analyzer, "analyze", analyze, raising=False)
    return calls


def a_report(language: str) -> Report:
    """A contract of 600 EUR a year with one finding, whose quote tries to draw a picture."""
    quote = "![x](https://example.org/x.png) garantit"
    finding = Finding(
        id="obligation_of_result.assumed",
        topic="obligation_of_result",
        severity="high",
        title="A result is owed",
        message="The provider *guarantees* a result.",
        why="Fault is then presumed.",
        known_problems="",
        legal_basis=(LegalBasis("Code civil, art. 1231-1", "damages", "V", "2026-11-21", "https://example.org"),),
        evidence=(Evidence(Span(0, len(quote)), 1, quote),),
        mend="replace",
        suggestion=Suggestion("fr", "Means", "Obligation de moyens.", None, None, None, {}),
    )
    loss = Decimal("39746.41")
    scenario = Scenario(
        "claim",
        {"unallocated": loss},
        loss,
        loss,
        loss,
        Decimal("10000.00"),
        Decimal("66.24"),
        Decimal("16.67"),
        None,
        None,
    )
    return Report(
        version="0.1.0",
        library_digest="0" * 64,
        language=language,
        document_language="fr",
        side="provider",
        document=Document("contract.txt", "contract.txt", "0" * 64, "text", quote, (Block(0, len(quote)),)),
        kind="backup",
        facts=Facts(),
        clauses=(),
        findings=(finding,),
        exposure=Exposure("EUR", Decimal("600.00"), (scenario,)),
        score=Score(31, "E"),
    )
