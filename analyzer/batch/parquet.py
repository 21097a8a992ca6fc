"""results.parquet: a row a contract, its findings and topics as lists inside it, for those who count with a data frame."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Final

import pyarrow as pa
import pyarrow.parquet as pq

from analyzer.batch.store import Entry
from analyzer.batch.writers import Context
from analyzer.reports.summary import Line, summarise

_GROUP: Final = 1_000  # rows that are written together
_SUM: Final = pa.decimal128(20, 2)
_FINDING: Final = pa.struct(
    [
        ("id", pa.string()),
        ("topic", pa.string()),
        ("severity", pa.string()),
        ("message", pa.string()),
        ("quote", pa.string()),
        ("page", pa.int32()),
        ("accepted", pa.string()),
    ]
)
_SCHEMA: Final = pa.schema(
    [
        ("path", pa.string()),
        ("sha256", pa.string()),
        ("language", pa.string()),
        ("kind", pa.string()),
        ("provider", pa.string()),
        ("customer", pa.string()),
        ("law", pa.string()),
        ("signed_on", pa.date32()),
        ("term_months", pa.float64()),
        ("tacit_renewal", pa.bool_()),
        ("next_end", pa.date32()),
        ("currency", pa.string()),
        ("annual_value", _SUM),
        ("scenario", pa.string()),
        ("loss", _SUM),
        ("payable_now", _SUM),
        ("payable_after_fix", _SUM),
        ("multiple_now", pa.float64()),
        ("uninsured", _SUM),
        ("insurance_known", pa.bool_()),
        ("grade", pa.string()),
        ("score", pa.int32()),
        ("topics", pa.list_(pa.string())),
        ("findings", pa.list_(_FINDING)),
        ("library_digest", pa.string()),
    ]
)


class Parquet:
    """Written in groups of rows, so that its memory does not grow with the number of contracts."""

    names: ClassVar[tuple[str, ...]] = ("results.parquet",)

    def __init__(self, folder: Path, context: Context) -> None:
        self._today = context.today
        self._writer = pq.ParquetWriter(folder / self.names[0], _SCHEMA)
        self._rows: list[dict[str, Any]] = []

    def add(self, entry: Entry) -> None:
        if entry.report is None:
            return
        self._rows.append(_row(entry.report, summarise(entry.report, entry.path, self._today)))
        if len(self._rows) >= _GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=_SCHEMA))
        self._rows.clear()


def _row(report: dict[str, Any], line: Line) -> dict[str, Any]:
    return {
        "path": line.path,
        "sha256": report["document"]["sha256"],
        "language": report["document"]["language"],
        "kind": line.kind,
        "provider": line.provider,
        "customer": line.customer,
        "law": line.law,
        "signed_on": line.signed_on,
        "term_months": line.term_months,
        "tacit_renewal": line.renews,
        "next_end": line.next_end,
        "currency": line.currency,
        "annual_value": line.annual_value,
        **_stake(line),
        "grade": line.grade,
        "score": line.score,
        "topics": sorted({clause["topic"] for clause in report["clauses"] if clause["score"] >= 0.5}),
        "findings": [_finding(finding) for finding in report["findings"]],
        "library_digest": report["tool"]["library_digest"],
    }


def _stake(line: Line) -> dict[str, Any]:
    stake = line.stake
    if stake is None:
        return {}
    return {
        "scenario": stake.id,
        "loss": stake.loss,
        "payable_now": stake.payable,
        "payable_after_fix": stake.after_fix,
        "multiple_now": None if stake.multiple is None else float(stake.multiple),
        "uninsured": stake.uninsured if stake.insurance_known else None,
        "insurance_known": stake.insurance_known,
    }


def _finding(finding: dict[str, Any]) -> dict[str, Any]:
    shown = finding["evidence"][0] if finding["evidence"] else {"quote": None, "page": None}
    return {
        "id": finding["id"],
        "topic": finding["topic"],
        "severity": finding["severity"],
        "message": finding["message"],
        "quote": shown["quote"],
        "page": shown["page"],
        "accepted": finding["accepted"]["reason"] if finding["accepted"] else None,
    }
