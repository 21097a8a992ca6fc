"""A document that is only a part of a contract is judged as one, and says so."""

from __future__ import annotations

import pytest

from analyzer import analyze
from analyzer.reports.text import notices

DPA = (
    "# Accord de sous-traitance des données (DPA)\n\nL'Éditeur traite les données sur instruction du Client.\n\n"
    "La responsabilité de chaque partie est régie par les stipulations des CGV, notamment la clause de limitation.\n"
)
TERMS = "# Conditions générales\n\nL'Éditeur traite les données sur instruction du Client.\n"


@pytest.mark.parametrize(("text", "part"), [(DPA, "data_processing"), (TERMS, None)])
def test_what_is_not_there_may_stand_elsewhere(text: str, part: str | None) -> None:
    """The notice names the sort of document and the option that reads all parts together; a whole contract has none."""
    report = analyze(text.encode(), name="document.md")

    assert part == report.part
    told = [sentence for sentence in notices(report) if "--together" in sentence]
    assert ["un accord de sous-traitance des données" in sentence for sentence in told] == [True] * (part is not None)


def test_cap_of_the_main_contract_is_not_missed() -> None:
    """A data agreement that points to the cap of the terms has its cap elsewhere."""
    found = {finding.id for finding in analyze(DPA.encode(), name="dpa.md").findings}

    assert "liability_cap.elsewhere" in found
    assert "liability_cap.missing" not in found
