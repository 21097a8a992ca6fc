"""The page that leads to the reports of many contracts: the most exposed first, what has no result below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from analyzer.errors import FileProblem
from analyzer.reports import format as write
from analyzer.reports.html import css, speaker, templates
from analyzer.reports.messages import count, label, problem_words, say
from analyzer.reports.summary import Line, most_exposed_first


class Row(NamedTuple):
    """A contract, and where its own report is (None where none was made)."""

    line: Line
    link: str | None


class _Shown(NamedTuple):
    """A row in words."""

    path: str
    link: str | None
    customer: str
    kind: str
    grade: str
    price: str
    payable: str
    multiple: str
    uninsured: str
    next_end: str
    gravest: str
    language: str


def write_index(target: Path, rows: Sequence[Row], failures: Sequence[FileProblem], language: str) -> None:
    """Write the page, piece by piece."""
    shown = (_shown(row, language) for row in sorted(rows, key=lambda row: most_exposed_first(row.line)))
    page = (
        templates()
        .get_template("index.html")
        .stream(
            language=language,
            title=say("index.title", language),
            css=Markup(css()),  # noqa: S704 - our own file
            counted=_counted(len(rows), len(failures), language),
            rows=shown,
            failures=[(error.path, *problem_words(error, language)) for error in failures],
            say=speaker(language),
        )
    )
    page.enable_buffering(100)
    page.dump(str(target), encoding="utf-8", errors="replace")


def _counted(contracts: int, failures: int, language: str) -> str:
    told = count("note.failures", failures, language)
    return count("batch.judged", contracts, language, failed=told)


def _shown(row: Row, language: str) -> _Shown:
    line, stake = row.line, row.line.stake
    return _Shown(
        path=write.clean(line.path),
        link=row.link,
        customer=write.clean(line.customer or ""),
        kind=label("kind", line.kind, language),
        grade=line.grade,
        price=write.money(line.annual_value, line.currency, language) if line.annual_value is not None else "",
        payable=write.money(stake.payable, line.currency, language) if stake else "",
        multiple=write.multiple(stake.multiple, language) if stake and stake.multiple is not None else "",
        uninsured=write.money(stake.uninsured, line.currency, language) if stake else "",
        next_end=write.day(line.next_end, language) if line.next_end else "",
        gravest=line.gravest or "",
        language=line.language,
    )
