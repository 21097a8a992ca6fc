"""The user's own wordings, and the contract judged again with its changes in it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from analyzer.library import standard
from analyzer.pipeline import Settings, judge, read_clauses
from analyzer.readers import read
from analyzer.redline import Contract, fix, recheck
from analyzer.redline.plan import Change, with_changes
from tests.redline.contracts import NOW, ROOT

CLAIM = Settings(claim=Decimal("39746.41"))
OWN = "La responsabilité totale du Prestataire, toutes causes confondues, est limitée à 15 000 euros."


def mended(name: str, settings: Settings):
    """A sample's contract, its file with the changes, and the report on that."""
    data = (Path(ROOT) / "samples" / name).read_bytes()
    reading = read_clauses(read(data, name=name), standard())
    contract = Contract(data, reading.document, judge(reading, standard(), settings, ""))
    fixed = fix(contract, standard(), settings, "counterparty", NOW)
    return contract, fixed, recheck([contract], [fixed], standard(), settings, "")


@pytest.mark.parametrize("name", ["600-euros-par-an.docx", "600-euros-par-an.pdf"])
def test_all_suggestions_clear_all_findings(name: str) -> None:
    """Word and PDF alike: judged again, the contract lets through what its report said it would."""
    contract, _, after = mended(name, CLAIM)

    assert () == after.findings
    assert contract.report.exposure.scenarios[0].payable_after_fix == after.exposure.scenarios[0].payable_now


def test_a_wording_left_out_is_in_no_file_and_no_figure() -> None:
    """Without the cap the sum stays, and its finding too."""
    contract, fixed, after = mended("600-euros-par-an.docx", replace(CLAIM, wordings={"liability_cap.missing": None}))

    assert Decimal("39746.41") == contract.report.exposure.scenarios[0].payable_after_fix
    assert ["liability_cap.missing"] == [finding.id for finding in after.findings]
    assert all(change.findings[0].id != "liability_cap.missing" for change in fixed.changes)


def test_the_users_own_cap_is_the_one_that_counts() -> None:
    """It is in the file, it decides the sum, and nothing is said of how the library's would stand."""
    contract, fixed, _ = mended("600-euros-par-an.docx", replace(CLAIM, wordings={"liability_cap.missing": OWN}))
    finding = next(each for each in contract.report.findings if each.id == "liability_cap.missing")

    assert OWN in [change.text for change in fixed.changes]
    assert Decimal(15000) == contract.report.exposure.scenarios[0].payable_after_fix
    assert finding.suggestion is not None
    assert {} == finding.suggestion.standings


def test_changes_at_one_place_stand_in_their_order() -> None:
    """What goes to the same offset keeps the order of the changes; other places do not move."""
    changes = [Change((), "", text, (), after, None) for text, after in (("B", 3), ("C", 3), ("A", 1))]

    assert "x\n\nA\n\nyz\n\nB\n\n\n\nC\n\n" == with_changes("xyz", changes)
