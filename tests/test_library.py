"""Reading a library folder: faults are told with the author's own line and the nearest right word."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer.errors import LibraryProblem
from analyzer.library import load, standard

Change = Callable[[str, str, str], Path]


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """A copy of one topic with a text replaced in one of its files."""
    source = standard().topics["governing_law"].folder

    def change(name: str, old: str, new: str) -> Path:
        folder = tmp_path / "house"
        shutil.copytree(source, folder / "governing_law")
        shutil.copy(source.parent / "phrases.toml", folder)  # its patterns call the library's phrases
        path = folder / "governing_law" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return change


FAULTS = [
    (
        "missing.toml",
        'severity = "low"',
        'severity = "lo"',
        'missing.toml:3: unknown severity "lo"',
        'Did you mean "low"?',
    ),
    ("missing.toml", 'kind = "absent"', 'kind = "abscent"', 'unknown kind "abscent"', 'Did you mean "absent"?'),
    ("missing.toml", 'severity = "low"', 'severite = "low"', '"severity" is missing', ""),
    ("missing.toml", "[known_problems]", "[known_problem]", '"known_problems" is missing', ""),
    ("missing.toml", 'mark = "M"', "mark = 3", '"legal_basis[0].mark" must be a text', "3"),
    ("missing.toml", 'wording = "law"', 'wording = "laww"', 'unknown wording "laww"', 'Did you mean "law"?'),
    (
        "missing.toml",
        'id = "governing_law.missing"',
        'id = "governing_law.absent"',
        'unknown id "governing_law.absent"',
        "governing_law.missing",
    ),
    ("topic.toml", "'<LAW>'", "'<LAWS>'", "unknown fact <LAWS>", 'Did you mean "LAW"?'),
    ("topic.toml", "(régi|soumis|gouverné|interprété)", "(régi|soumis", "never closed", "^"),
    ("topic.toml", "weight = 6", "wieght = 6", 'unknown key "signals.fr[1].wieght"', 'Did you mean "weight"?'),
    ("topic.toml", "[title]", "[title", "topic.toml:4", "[title"),
    ("wording.fr.md", "## balanced", "## balancd", 'unknown variant "balancd"', 'Did you mean "balanced"?'),
]


@pytest.mark.parametrize(("name", "old", "new", "message", "hint"), FAULTS)
def test_fault_is_told_with_its_line(changed: Change, name: str, old: str, new: str, message: str, hint: str) -> None:
    """What is wrong, in which file and line, and what may stand there."""
    with pytest.raises(LibraryProblem) as told:
        load(changed(name, old, new))

    assert message in str(told.value)
    assert hint in told.value.hint
    assert f"governing_law/{name}:" in told.value.path


def test_finding_without_law_is_refused(changed: Change) -> None:
    """No reference, no finding."""
    folder = changed("missing.toml", "[[legal_basis]]", "[[lawless]]")

    with pytest.raises(LibraryProblem, match=r"governing_law/missing\.toml"):
        load(folder)


def test_folder_without_topics_is_told(tmp_path: Path) -> None:
    """An empty folder is a mistake of the caller, told in one sentence."""
    with pytest.raises(LibraryProblem, match="no topic here"):
        load(tmp_path)


def test_digest_follows_the_rules_and_not_the_examples(changed: Change) -> None:
    """A changed example changes no result; a changed rule may."""
    folder = changed("examples.fr.md", "Article 14.", "Article 15.")
    before = load(folder).digest
    rule = folder / "governing_law" / "missing.toml"
    rule.write_text(rule.read_text(encoding="utf-8").replace('"low"', '"medium"'), encoding="utf-8")

    assert before != load(folder).digest


def test_house_calls_its_own_phrases_and_those_of_the_library(changed: Change) -> None:
    """A phrase of the house's phrases.toml is there beside the known ones; one that cannot be read is told with its line."""
    folder = changed("topic.toml", "'<LAW>'", "['@our_words', '@refuses_liability']")
    (folder / "phrases.toml").write_text("[fr]\nour_words = 'selon nos usages'\n", encoding="utf-8")

    house = load(folder, known=standard().phrases)

    assert {"our_words", "refuses_liability"} <= house.phrases["fr"].keys()
    (folder / "phrases.toml").write_text("[fr]\nour_words = '(selon'\n", encoding="utf-8")
    with pytest.raises(LibraryProblem, match=r"house/phrases\.toml:2: .*never closed"):
        load(folder)
