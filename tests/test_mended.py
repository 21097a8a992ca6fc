"""What is payable after the fix: the suggested wordings are read by the rules that read the contract."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from analyzer import analyze
from analyzer.errors import SettingsProblem
from analyzer.report import Scenario

SAMPLES = Path(__file__).parents[1] / "samples"
CAPPED = """Contrat d'hébergement

1. Le Prestataire héberge le serveur du Client.
2. Le prix est de 2 000,00 € HT par mois.
3. {cap}
4. Le présent contrat est régi par le droit français.
"""


def _first(cap: str, claim: str = "90000", level: str = "protective") -> Scenario:
    return analyze(CAPPED.format(cap=cap).encode(), name="contrat.txt", claim=claim, level=level).exposure.scenarios[0]


def test_cap_that_stays_is_the_cap_after_the_fix() -> None:
    """Wordings that leave the figure alone leave it: 24 000 before, 24 000 after."""
    scenario = _first(
        "La responsabilité totale du Prestataire, par sinistre, est limitée aux sommes versées au cours des douze derniers mois."
    )

    assert (Decimal("24000.00"), Decimal("24000.00")) == (scenario.payable_now, scenario.payable_after_fix)


def test_derisory_cap_is_replaced_by_the_suggested_one() -> None:
    """A cap of 100 EUR gives way to the suggested sum: more on paper, since the old one may not hold."""
    scenario = _first("La responsabilité totale du Prestataire, toutes causes confondues, est limitée à 100 €.")

    assert Decimal(100) == scenario.payable_now
    assert scenario.payable_after_fix is not None
    assert scenario.payable_after_fix > scenario.payable_now


@pytest.mark.parametrize("level", ["protective", "balanced"])
@pytest.mark.parametrize("name", ["600-euros-par-an.docx", "managed-services-agreement.docx"])
def test_missing_cap_is_the_suggested_one(name: str, level: str) -> None:
    """The claim is brought down to the figure that the suggestion shows, at the level chosen."""
    report = analyze(SAMPLES / name, claim="39746.41", level=level)
    suggestion = next(each.suggestion for each in report.findings if each.id == "liability_cap.missing")
    assert suggestion is not None
    expected = min(Decimal("39746.41"), Decimal(suggestion.parameters["cap"]))

    assert expected == report.exposure.scenarios[0].payable_after_fix


def test_nothing_suggested_is_no_figure() -> None:
    """A contract without a finding has nothing after the fix."""
    report = analyze(SAMPLES / "contrat-bien-redige.docx", claim="39746.41")

    assert not [finding for finding in report.findings if finding.suggestion]
    assert {None} == {scenario.payable_after_fix for scenario in report.exposure.scenarios}


def test_heads_alone_are_a_claim(tmp_path: Path) -> None:
    """A profile that splits a claim states it; heads that exceed the claim are a mistake."""
    profile = tmp_path / "p.toml"
    profile.write_text("[claim]\nransom = 30000\nrestoration = 5000\n", encoding="utf-8")
    scenario = analyze(SAMPLES / "600-euros-par-an.docx", profile=profile).exposure.scenarios[0]

    assert ("claim", Decimal(35000)) == (scenario.id, scenario.loss)
    with pytest.raises(SettingsProblem, match="add up to 35000, more than the claim of 20000"):
        analyze(SAMPLES / "600-euros-par-an.docx", profile=profile, claim="20000")
