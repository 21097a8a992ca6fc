"""A conflict may rest on the kind of contract instead of the other side's clause."""

from __future__ import annotations

from dataclasses import replace

from analyzer.library import standard
from analyzer.pipeline import Settings, judge, read_clauses
from analyzer.readers import read

TEXT = "Le Client doit sauvegarder chaque jour l'ensemble de ses données. Le Client paie le Prestataire à trente jours."


def _found(kind: str) -> set[str]:
    reading = replace(read_clauses(read(TEXT.encode(), name="contrat.txt"), standard()), kind=kind)
    return {finding.id for finding in judge(reading, standard(), Settings(), "").findings}


def test_backup_contract_stands_for_the_providers_clause() -> None:
    """A backup contract that leaves backup to the customer contradicts itself."""
    assert "backup_by_customer.conflict" in _found("backup")


def test_other_kinds_need_the_other_clause() -> None:
    """Elsewhere the customer's duty alone conflicts with nothing."""
    assert "backup_by_customer.conflict" not in _found("maintenance")
