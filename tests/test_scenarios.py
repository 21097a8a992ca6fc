"""The loss scenarios: what the library proposes, and how a fault in the file is told."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from analyzer.errors import LibraryProblem, SettingsProblem
from analyzer.library import KINDS, load, standard
from analyzer.profile import load_profile
from analyzer.scenarios import LEVELS, SIZES, load_scenarios

FILE = Path(__file__).parents[1] / "clauses" / "scenarios.toml"
TOPICS = frozenset(standard().topics)
BOOK = standard().scenarios
FAULTS = [
    ('unit = "money"', 'unit = "euros"', 'unknown unit "euros"', 'Did you mean'),
    ("micro = [200000, 500000, 1000000]", "micro = [200000, 500000]", '"micro" must be three numbers', "micro"),
    ("micro = [200000, 500000, 1000000]", "micro = [200000, 900000, 500000]", "must rise from low to high", "micro"),
    ('mark = "I"', 'mark = "X"', 'unknown mark "X"', "one of: I, M, V"),
    ('source = "https://courtagecyber', 'sauce = "https://courtagecyber', '"inputs.downtime_days.source" is missing', ""),
    ('["forensic_days",', '["forensic_dyas",', 'unknown input "forensic_dyas"', 'Did you mean "forensic_days"?'),
    ('"turnover", "1/220"', '"turnover", "1/0"', 'unknown input "1/0"', "one of:"),
    ('terms = [["ransom", "ransom_paid"]]', 'terms = ["ransom"]', '"terms" must be lists', "terms"),
    ("[scenarios.heads.ransom]", "[scenarios.heads.ramsom]", "unknown key", 'Did you mean "ransom"?'),
    ('kinds = ["backup",', 'kinds = ["bakcup",', 'unknown kinds "bakcup"', 'Did you mean "backup"?'),
    ('topic = "data_loss_exclusion"', 'topic = "data_los_exclusion"', 'unknown topic "data_los_exclusion"', "data_loss_exclusion"),
    ('scenarios = ["outage"]', 'scenarios = ["outrage"]', 'unknown scenarios "outrage"', 'Did you mean "outage"?'),
    ('heads = ["interruption"]', 'heads = ["interuption"]', 'unknown heads "interuption"', 'Did you mean "interruption"?'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message", "hint"), FAULTS)
def test_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str, hint: str) -> None:
    """What is wrong, on which line, and what may stand there."""
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "scenarios.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(LibraryProblem) as told:
        load_scenarios(path, "house/scenarios.toml", KINDS, TOPICS)

    assert message in str(told.value)
    assert hint in told.value.hint
    assert told.value.path.startswith("house/scenarios.toml:")


def test_defaults_are_those_of_the_proposal() -> None:
    """The heads that the questionnaire's table gives, central, for a very small and a medium-sized customer."""
    ransomware = {rule.head: rule for rule in BOOK.scenarios[0].heads}

    def central(head: str, size: str) -> Decimal:
        values = {name: each.defaults[size][LEVELS.index("central")] for name, each in BOOK.inputs.items()}
        return ransomware[head].amount(values, size)

    assert (Decimal(7500), Decimal(20000)) == (central("intervention", "micro"), central("intervention", "sme"))
    assert (Decimal(9000), Decimal(30000)) == (central("restoration", "micro"), central("restoration", "sme"))


def test_rebuilding_a_medium_sized_firm_has_a_floor() -> None:
    """20 000 at least, however little is counted."""
    restoration = next(rule for rule in BOOK.scenarios[0].heads if rule.head == "restoration")
    nothing = dict.fromkeys(BOOK.inputs, Decimal(0))

    assert [Decimal(0), Decimal(20000)] == [restoration.amount(nothing, size) for size in SIZES]


def test_what_was_read_has_its_page() -> None:
    """Every default marked V names where it was read; what is proposed by this project says so in both languages."""
    for each in BOOK.inputs.values():
        assert each.source.startswith("https://") if each.mark == "V" else not each.source, each.name
        if each.mark == "I":
            assert each.note["fr"].startswith("proposé"), each.name
            assert each.note["en"].startswith("proposed"), each.name


def test_every_input_is_used() -> None:
    """No default stands in the file for nothing."""
    used = {name for scenario in BOOK.scenarios for name in scenario.inputs}

    assert set(BOOK.inputs) == used


def test_house_brings_its_own_scenarios(tmp_path: Path) -> None:
    """A playbook's folder may hold scenarios.toml; it may name the topics of the library."""
    topic = standard().topics["governing_law"].folder
    house = tmp_path / "house"
    (house / "governing_law").mkdir(parents=True)
    for path in topic.iterdir():
        (house / "governing_law" / path.name).write_bytes(path.read_bytes())
    text = FILE.read_text(encoding="utf-8").replace("micro = [1500, 1500, 2000]", "micro = [900, 900, 900]")
    (house / "scenarios.toml").write_text(text, encoding="utf-8")

    with pytest.raises(LibraryProblem, match='unknown topic "indirect_damages_exclusion"'):
        load(house, known=standard().phrases)
    assert (
        Decimal(900)
        == load(house, known=standard().phrases, known_topics=TOPICS)
        .scenarios.inputs["forensic_rate"]
        .defaults["micro"][1]
    )


PROFILES = [
    ("[customer]\nturnover = -1\n", '"turnover" must not be below zero', "turnover = -1"),
    ("[customer]\ngross_margin = 200000\n", '"gross_margin" is a share', "gross_margin"),
    ("[assumptions]\nforensic_day = 3\n", 'unknown key "assumptions.forensic_day"', 'Did you mean "forensic_days"?'),
    ('[insurance]\nexclusions = ["ransome"]\n', 'unknown exclusions "ransome"', 'Did you mean "ransom"?'),
]


@pytest.mark.parametrize(("text", "message", "hint"), PROFILES)
def test_bad_profile_is_told_with_its_line(tmp_path: Path, text: str, message: str, hint: str) -> None:
    """A figure that cannot be, an input that nobody knows, an exclusion that would silently change nothing."""
    path = tmp_path / "profile.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsProblem) as told:
        load_profile(path)

    assert message in str(told.value)
    assert hint in told.value.hint
