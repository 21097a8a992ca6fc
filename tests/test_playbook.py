"""What a house changes over the library, and what a profile adds to a contract."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from analyzer import analyze
from analyzer.errors import SettingsProblem
from analyzer.report import Report
from analyzer.reports import html, text
from analyzer.reports.text import notices, verdict

CONTRACT = """Contrat de sauvegarde

Article 1. Le Prestataire sauvegarde chaque nuit les serveurs du Client.
Article 2. Le prix est de 50,00 € HT par mois.
Article 3. Le présent contrat est régi par le droit français.
""".encode()


def _file(folder: Path, text: str) -> Path:
    path = folder / "house.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _severities(playbook: Path) -> dict[str, tuple[str, str | None]]:
    report = analyze(CONTRACT, name="contrat.txt", playbook=playbook)
    return {finding.id: (finding.severity, finding.accepted) for finding in report.findings}


def test_house_severity_replaces_the_library_s(tmp_path: Path) -> None:
    """A severity named in the playbook holds whatever the kind of contract."""
    playbook = _file(tmp_path, '[severity]\n"liability_cap.missing" = "low"\n')

    assert ("low", None) == _severities(playbook)["liability_cap.missing"]


def test_accepted_finding_is_marked_and_kept(tmp_path: Path) -> None:
    """An accepted finding stays in the report with the house's reason and costs no points."""
    playbook = _file(
        tmp_path,
        '[[accept]]\nid = "liability_cap.missing"\ndocument = "contrat*"\nreason = "Client historique"\nuntil = 2099-01-01\n',
    )

    assert ("critical", "Client historique") == _severities(playbook)["liability_cap.missing"]
    plain, accepted = (
        analyze(CONTRACT, name="contrat.txt", playbook=chosen, select=("liability_cap",)).score.value
        for chosen in (None, playbook)
    )
    assert plain < accepted


@pytest.mark.parametrize("line", ["until = 2020-01-01", 'document = "autre*"'])
def test_acceptance_ends_and_is_for_some_documents(tmp_path: Path, line: str) -> None:
    """After its day, or for another document, nothing is accepted."""
    playbook = _file(tmp_path, f'[[accept]]\nid = "liability_cap.missing"\nreason = "Client historique"\n{line}\n')

    assert ("critical", None) == _severities(playbook)["liability_cap.missing"]


FAULTS = [
    ('[severity]\n"liability_cap.mising" = "low"\n', 'Did you mean "liability_cap.missing"?'),
    ('[[accept]]\nid = "liability_cap.missing"\n', '"accept[0].reason" is missing'),
    ("[thresholds]\nderisoire = 3\n", 'Did you mean "derisory"?'),
    ('[[accept]]\nid = "liability_cap.missing"\nreason = "x"\nuntil = "soon"\n', "must be a date"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_fault_of_a_playbook_is_told(tmp_path: Path, text: str, message: str) -> None:
    """The line, the fault and the nearest right word."""
    with pytest.raises(SettingsProblem) as told:
        analyze(CONTRACT, playbook=_file(tmp_path, text))

    assert message in str(told.value)


def test_profile_s_insurance_bears_its_part(tmp_path: Path) -> None:
    """Insured and uninsured add up to what is payable; the deductible is uninsured."""
    profile = _file(tmp_path, "[insurance]\nlimit_per_claim = 30000\ndeductible = 1500\n")
    scenario = analyze(CONTRACT, claim="39746.41", profile=profile).exposure.scenarios[0]

    assert Decimal("28500") == scenario.insured
    assert Decimal("11246.41") == scenario.uninsured
    assert scenario.payable_now == scenario.insured + scenario.uninsured


def test_profile_splits_a_claim_by_head(tmp_path: Path) -> None:
    """The heads that are given are shown; the rest is unallocated."""
    profile = _file(tmp_path, "[claim]\nransom = 30000\n")
    scenario = analyze(CONTRACT, claim="39746.41", profile=profile).exposure.scenarios[0]

    assert {"ransom": Decimal("30000"), "unallocated": Decimal("9746.41")} == scenario.heads


def test_unknown_key_of_a_profile_is_told(tmp_path: Path) -> None:
    """A misspelt key is an error, never silently left out."""
    with pytest.raises(SettingsProblem, match="turnover"):
        analyze(CONTRACT, profile=_file(tmp_path, "[customer]\nturnovr = 39000000\n"))


def test_law_without_a_reference_is_told() -> None:
    """References of other laws are not passed off as the contract's own."""
    foreign = analyze(CONTRACT.replace("droit français".encode(), b"droit camerounais"), name="contrat.txt")

    assert not foreign.law_covered
    assert any("camerounais" in notice for notice in notices(foreign))
    assert analyze(CONTRACT, name="contrat.txt").law_covered


def test_cap_that_stands_elsewhere_is_not_blamed_on_the_price() -> None:
    """A cap whose sum is in another document cannot be put in figures, whatever the price."""
    text = (
        CONTRACT
        + "Article 4. La responsabilité du Prestataire est limitée au montant indiqué au bon de commande.\n".encode()
    )
    report = analyze(text, name="contrat.txt", claim="1000")

    assert "à partir de ce document" in verdict(report)[0]


def test_acceptance_that_has_ended_is_told(tmp_path: Path) -> None:
    """After its day the finding counts again, and text, JSON and page say when the acceptance ended."""
    playbook = _file(tmp_path, '[[accept]]\nid = "liability_cap.missing"\nreason = "Historique"\nuntil = 2020-01-01\n')
    report = analyze(CONTRACT, name="contrat.txt", playbook=playbook)
    (found,) = (each for each in report.to_dict()["findings"] if each["id"] == "liability_cap.missing")
    told = "Votre playbook l’acceptait jusqu’au 1er\u00a0janvier\u00a02020"

    assert (None, "2020-01-01") == (found["accepted"], found["acceptance_ended"])
    assert told in text.render(report).replace("'", "’").replace("\n  ", " ")
    assert told in html.render(report)


def test_acceptance_names_its_document_by_path(tmp_path: Path) -> None:
    """A pattern may speak of folders."""
    folder = tmp_path / "anciens"
    folder.mkdir()
    contract = folder / "contrat.txt"
    contract.write_bytes(CONTRACT)
    playbook = _file(
        tmp_path, '[[accept]]\nid = "liability_cap.missing"\ndocument = "*/anciens/*"\nreason = "Historique"\n'
    )
    accepted = {finding.id: finding.accepted for finding in analyze(contract, playbook=playbook).findings}

    assert "Historique" == accepted["liability_cap.missing"]


def _with_profile(folder: Path, text: str, language: str = "en") -> Report:
    return analyze(CONTRACT, name="contrat.txt", claim="39746.41", language=language, profile=_file(folder, text))


@pytest.mark.parametrize(
    ("language", "turnover", "told"),
    [
        ("fr", "301600", "C’est 13\u00a0% de ce que le prestataire réalise en un an (301\u202f600,00\u00a0€)."),
        ("en", "301600", "That is 13% of what the provider turns over in a year (€301,600.00)."),
        ("en", "12000000", "That is 0.3% of what the provider turns over in a year (€12,000,000.00)."),
    ],
)
def test_payable_as_a_share_of_the_provider_s_year(tmp_path: Path, language: str, turnover: str, told: str) -> None:
    """The claim case against the turnover of the provider that received it; a small share keeps a decimal."""
    report = _with_profile(tmp_path, f"[provider]\nturnover = {turnover}\n", language)

    assert told in verdict(report)
    assert f"{turnover}.00" == report.to_dict()["exposure"]["provider_turnover"]


def test_nothing_is_said_of_a_turnover_that_is_not_known(tmp_path: Path) -> None:
    """Without the profile's turnover neither the verdict nor JSON speaks of it."""
    report = _with_profile(tmp_path, "[insurance]\nlimit_per_claim = 30000\n")

    assert [] == [sentence for sentence in verdict(report) if "turns over" in sentence]
    assert not {"provider_turnover", "insured_on_claims"} & report.to_dict()["exposure"].keys()


@pytest.mark.parametrize("key", ["claims_made = true", "retroactive_date = 2016-01-01"])
def test_insured_sums_say_on_what_they_hang(tmp_path: Path, key: str) -> None:
    """A policy on claims made, said or shown by its retroactive date, pays while it runs: every report says so beside the sums."""
    report = _with_profile(tmp_path, f"[insurance]\nlimit_per_claim = 30000\n{key}\n")
    told = "still runs on the day of the claim (claims made)."

    assert told in " ".join(text.render(report).split())
    assert told in html.render(report)
    assert report.to_dict()["exposure"]["insured_on_claims"]


def test_a_retroactive_date_is_a_date(tmp_path: Path) -> None:
    """What is no date is told with its line."""
    with pytest.raises(SettingsProblem, match='retroactive_date" must be a date'):
        _with_profile(tmp_path, '[insurance]\nretroactive_date = "long ago"\n')
