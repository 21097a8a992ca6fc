"""docs/settings.md names every key of profile and playbook, no other, and what it says of them holds."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from analyzer.errors import SettingsProblem
from analyzer.library import standard
from analyzer.playbook import load_playbook
from analyzer.profile import EXCLUSIONS, load_profile
from tests.docs.tutorials import DOCS

PAGES = {name: (DOCS / name).read_text(encoding="utf-8") for name in ("settings.md", "fr/settings.md")}
NEEDED = {"[[accept]]": 'id = "liability_cap.missing"\nreason = "x"\n'}


def _program_keys(heading: str, load) -> set[str]:
    """The keys that the program would take there: it names them when it is given another."""
    with pytest.raises(SettingsProblem) as refused:
        load(f"{heading}\n{NEEDED.get(heading, '')}no_such_key = 1\n")
    return set(re.search(r"one of: ([\w, ]+)\.", refused.value.hint)[1].split(", "))


@pytest.fixture
def profile(tmp_path):
    return lambda text: load_profile(_written(tmp_path / "profile.toml", text))


@pytest.fixture
def playbook(tmp_path):
    return lambda text: load_playbook(_written(tmp_path / "house.toml", text), standard())


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _described(page: str, heading: str) -> set[str]:
    """The keys in the table under `heading`."""
    section = re.split(r"\n#+ ", page.partition(f"\n### `{heading}`")[2])[0]
    return set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("heading", ["[customer]", "[insurance]", "[claim]", "[provider]"])
def test_keys_of_the_profile(page, heading, profile):
    """Each table of the profile has the program's keys."""
    assert _program_keys(heading, profile) == _described(PAGES[page], heading)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("heading", ["[thresholds]", "[[accept]]"])
def test_keys_of_the_playbook(page, heading, playbook):
    """Each table of the playbook has the program's keys."""
    assert _program_keys(heading, playbook) == _described(PAGES[page], heading)


@pytest.mark.parametrize("page", PAGES)
def test_sections(page, profile, playbook):
    """Every section that the program takes has a heading, and no other."""
    headings = set(re.findall(r"^### `\[+(\w+)\]+`", PAGES[page], re.MULTILINE)) | {"clauses"}

    assert _program_keys("", profile) | _program_keys("", playbook) == headings


@pytest.mark.parametrize("page", PAGES)
def test_assumptions_are_all_listed(page, profile):
    """The page that settings leads to has a row for every input."""
    path = DOCS / page.replace("settings", "assumptions")
    listed = set(re.findall(r"^\| \**`(\w+)`", path.read_text(encoding="utf-8"), re.MULTILINE))

    assert _program_keys("[assumptions]", profile) == listed


@pytest.mark.parametrize("page", PAGES)
def test_exclusions_that_are_named_exist(page, profile):
    """Heads of loss and the two words beside them are what `exclusions` takes."""
    row = re.search(r"^\| `exclusions` \|.*$", PAGES[page], re.MULTILINE)[0]
    named = set(re.findall(r"`(\w+)`", row)) - {"exclusions"} | _described(PAGES[page], "[claim]")

    assert set(EXCLUSIONS) == named


@pytest.mark.parametrize("page", PAGES)
def test_thresholds_are_the_library_s(page):
    """The defaults that the page tells."""
    told = re.findall(r"^\| `(\w+)` \|.*?(\d[\d,\u202f]*) \|$", PAGES[page], re.MULTILINE)
    shown = {key: int(re.sub(r"\D", "", value)) for key, value in told}

    assert standard().settings["thresholds"] == shown


def test_a_topic_of_the_house_replaces_the_library_s(tmp_path):
    """`clauses` names a folder beside the file; a topic of the same name is the house's."""
    shutil.copytree(DOCS.parent / "clauses" / "insurance", tmp_path / "ours" / "insurance")
    rule = tmp_path / "ours" / "insurance" / "missing.toml"
    rule.write_text(re.sub('severity = ".*"', 'severity = "critical"', rule.read_text("utf-8"), count=1), "utf-8")
    (tmp_path / "house.toml").write_text('clauses = "ours"\n[thresholds]\nderisory = 1\n', encoding="utf-8")
    house = load_playbook(tmp_path / "house.toml", standard()).library

    assert "critical" == house.findings["insurance.missing"].severity
    assert "critical" != standard().findings["insurance.missing"].severity
    assert standard().findings.keys() == house.findings.keys()
