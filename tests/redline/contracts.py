"""The Word contracts that the redline is tried on, and one call that mends them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from analyzer.library import standard
from analyzer.pipeline import Settings, judge, read_clauses
from analyzer.readers import read
from analyzer.redline import Audience, Contract, Fixed, fix
from analyzer.report import Report

ROOT = Path(__file__).parents[2]
CONTRACTS = sorted([*ROOT.glob("samples/*.docx"), *ROOT.glob("tests/contracts/*.docx")])
OTHERS = sorted(
    each for each in ROOT.glob("samples/*.*") if each.suffix in {".txt", ".pdf"} or each.stem == "terms-online"
)
NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


def report_on(data: bytes, settings: Settings, kind: str = "", name: str = "contract.docx") -> Report:
    """The report on a file; judged as a contract of that kind where one is given: a clause more makes it no other."""
    reading = read_clauses(read(data, name=name), standard())
    return judge(replace(reading, kind=kind or reading.kind), standard(), settings, "")


def fixed(
    data: bytes, settings: Settings | None = None, *, audience: Audience = "counterparty", kind: str = "",
    name: str = "contract.docx",
) -> Fixed:  # fmt: skip
    """What `gardefou fix` makes of a file."""
    chosen = settings or Settings()
    report = report_on(data, chosen, kind, name)
    fallback = {
        each.id: each.suggestion.text
        for each in report_on(data, replace(chosen, level="balanced"), kind, name).findings
        if each.suggestion
    }
    return fix(Contract(data, read(data, name=name), report, fallback), standard(), chosen, audience, NOW)


@cache
def fixed_file(path: Path, level: str = "protective", audience: Audience = "counterparty") -> Fixed:
    """What `gardefou fix` makes of a contract of this folder, made once."""
    return fixed(path.read_bytes(), Settings(level=level), audience=audience, name=path.name)


def mended(path: Path, level: str = "protective", audience: Audience = "counterparty") -> bytes:
    """A contract with its changes tracked."""
    data = fixed_file(path, level, audience).data
    assert data is not None
    return data
