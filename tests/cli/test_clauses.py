from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from analyzer.cli import run

TEXTS = {"fr": "Aucune clause ne limite la responsabilité : rien.", "en": "No clause limits liability."}
SIDES = {
    side: {"fr": f"Raison du {side}.", "en": f"Reason of the {side}."} for side in ("provider", "customer", "insurer")
}
LAW = SimpleNamespace(
    ref="Code civil, art. 1170", note={"fr": "Note.", "en": "Note."}, mark="M", checked_on="2026-11-21", source="none",
    applies_to=("FR",),
)  # fmt: skip


def _wording(language):
    variants = {
        "protective": f"{language} {{customer}} strong",
        "balanced": f"{language} fair",
        "avoid": f"{language} never",
    }
    return {"cap": SimpleNamespace(id="cap", title=f"Cap {language}", variants=variants)}


@pytest.fixture(autouse=True)
def library(monkeypatch):
    """A library of one topic with one finding."""
    rule = SimpleNamespace(
        id="liability_cap.missing", topic="liability_cap", severity="critical", severity_in={"licence": "high", "resale": "high"},
        severity_for={"customer": "low"}, severity_under={"unsaid-en": "medium"},
        kinds=("backup", "hosting"), title=TEXTS, message=TEXTS, why=SIDES,
        known_problems=TEXTS, legal_basis=(LAW,), mend="insert", wording="cap", instead=(), options=(),
    )  # fmt: skip
    topic = SimpleNamespace(
        id="liability_cap", title=TEXTS, about=TEXTS, why=SIDES, findings=(rule,),
        wordings={"fr": _wording("fr"), "en": _wording("en")},
    )  # fmt: skip
    built = SimpleNamespace(topics={topic.id: topic}, findings={rule.id: rule})
    module = SimpleNamespace(standard=lambda: built, with_house=lambda library, folder: (library, folder))
    monkeypatch.setitem(sys.modules, "analyzer.library", module)
    monkeypatch.setenv("LC_ALL", "C")
    return built


def _examples(monkeypatch, *outcomes):
    asked = []

    def fake(library, topics):
        asked.append((library, topics))
        yield from ((None, failures) for failures in outcomes)

    monkeypatch.setitem(
        sys.modules, "analyzer.examples", SimpleNamespace(run=fake, topics_in=lambda folder, _: (folder.name,))
    )
    return asked


def test_list(capsys):
    """Every finding is a line: topic, id, severity, title."""
    assert 0 == run(["clauses", "list", "--language", "fr"])
    line = capsys.readouterr().out.splitlines()[1]

    assert ["liability_cap", "liability_cap.missing", "critique"] == line.split()[:3]
    assert line.endswith("responsabilité\u202f: rien.")


def test_show_a_finding(capsys):
    """A finding's page has all its sections, in order."""
    assert 0 == run(["clauses", "show", "liability_cap.missing"])
    page = capsys.readouterr().out
    headings = [line.split(" ─")[0] for line in page.splitlines() if " ──" in line]

    assert [
        "What it finds", "Why it matters", "Example of what not to sign", "Use instead", "When this is wrong",
        "What the mend changes", "Law, with the date checked", "Settings",
    ] == headings  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "For the insurer: Reason of the insurer.",
        "│ en never",
        "│ en {customer} strong",
        "│ fr fair",
        "Code civil, art. 1170: Note. From memory, to be verified.",
        "Severity: critical.",
        "High for: software licence, resale.",
        "Low for: For the customer.",
        "Raised in these contracts: backup, hosting.",
        "Silenced with --ignore liability_cap.missing.",
    ],
)
def test_what_the_page_says(sentence, capsys):
    """The page holds the reasons for each side, both languages of the wording, the law's mark and the settings."""
    run(["clauses", "show", "liability_cap.missing"])

    assert sentence in capsys.readouterr().out


def test_show_a_topic(capsys):
    """A topic's page says what counts as it and names its findings."""
    assert 0 == run(["clauses", "show", "liability_cap", "--language", "fr"])
    page = capsys.readouterr().out

    assert "Ce qui compte comme tel" in page
    assert "  liability_cap.missing  Aucune clause" in page


def test_show_an_unknown_id(capsys):
    """An id that names nothing is answered with the nearest that does."""
    assert 2 == run(["clauses", "show", "liability_cap.mising"])
    assert "Did you mean “liability_cap.missing”?" in capsys.readouterr().err


def test_examples_that_hold(monkeypatch, capsys):
    """When every example holds, that is said and the exit code is 0."""
    _examples(monkeypatch, (), ())

    assert 0 == run(["clauses", "test"])
    assert "2 of 2 examples are right.\n" == capsys.readouterr().out


def test_an_example_that_fails(monkeypatch, capsys):
    """A failure shows its place, what was expected and what was seen; the exit code is 1."""
    failure = SimpleNamespace(path="cap/examples.fr.md", line=7, expected="found: liability_cap", seen="clauses: none")
    _examples(monkeypatch, (failure,), ())

    assert 1 == run(["clauses", "test"])
    assert (
        "cap/examples.fr.md:7: found: liability_cap\n    clauses: none\n1 of 2 examples are right.\n"
        == capsys.readouterr().out
    )


def test_a_house_folder(monkeypatch, tmp_path, library):
    """With a folder, its topics are tested, over the library whose phrases, kinds and thresholds they use."""
    asked = _examples(monkeypatch, ())
    run(["clauses", "test", str(tmp_path)])

    assert [((library, tmp_path), (tmp_path.name,))] == asked


def test_no_examples_is_not_a_success(monkeypatch, capsys):
    """A folder without any example does not pass."""
    _examples(monkeypatch)

    assert 1 == run(["clauses", "test"])
    assert "No example in this folder.\n" == capsys.readouterr().err


def test_explain_an_unknown_topic(capsys):
    """A topic that does not exist is answered with the nearest that does."""
    assert 2 == run(["clauses", "explain", "liability_cop", "contract.txt"])
    assert "Did you mean “liability_cap”?" in capsys.readouterr().err
