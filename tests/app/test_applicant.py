"""The insurer's page, as AppTest runs it, and the form that it writes."""

from __future__ import annotations

import pytest

from analyzer.reports.messages import say
from analyzer.screening.application import load_application, read_application, write_application
from analyzer.screening.questionnaire import standard_questionnaire

from .conftest import SAMPLES, app, words

FORM = SAMPLES / "applicant" / "application.toml"
CONTRACTS = ("01-sorel-sauvegarde.docx", "24-garde-meubles-copies.txt")


def with_contracts(language):
    """The page with the sample's answers and two of its contracts."""
    page = app(language, "applicant").run()
    page.file_uploader[0].set_value(("application.toml", FORM.read_bytes(), "application/toml"))
    files = [(name, (SAMPLES / "applicant" / "contracts" / name).read_bytes(), "text/plain") for name in CONTRACTS]
    page.file_uploader[1].set_value(files)
    return page.run()


@pytest.mark.parametrize(
    ("language", "title", "group"),
    [
        ("fr", "Un candidat à l’assurance", "Sans réponse, pas de décision"),
        ("en", "An applicant for insurance", "No decision without an answer"),
    ],
)
def test_every_question_is_asked(language, title, group):
    """All questions of the library are on the page, the gates first; nothing is answered for anyone."""
    page = app(language, "applicant").run()
    shown = words(page)

    assert not page.exception
    assert title in shown
    assert group in page.expander[0].label
    assert all(f"<strong>{question.number}. " in shown for question in standard_questionnaire())
    assert page.button(key="screen").disabled


@pytest.mark.parametrize(
    ("language", "contradicted"),
    [("fr", "Réponses contredites par les contrats"), ("en", "Answers that the contracts contradict")],
)
def test_the_sheet_says_what_the_contracts_contradict(language, contradicted):
    """The form says that copies are offline; the contract with the disk on the network speaks against it, and the decision is shown."""
    page = with_contracts(language)
    page.button(key="screen").click().run()
    decision = page.session_state["sheet"][1].decision

    assert not page.exception
    assert decision in ("refer", "decline")
    assert say(f"decision.{decision}", language) in words(page)
    assert contradicted in words(page)
    assert "raccordé en permanence" in words(page)


def test_the_applicants_own_sheet_has_no_decision():
    """What the applicant reads says nothing of the appetite."""
    page = with_contracts("fr")
    page.button(key="screen").click().run()
    page.button_group(key="sheet-for-fr").set_value("applicant").run()

    assert not page.exception
    decision = page.session_state["sheet"][1].decision
    assert say(f"decision.{decision}", "fr") not in words(page)


def test_a_changed_answer_makes_the_sheet_stale():
    """A sheet is not taken for that of other answers."""
    page = with_contracts("fr")
    page.button(key="screen").click().run()
    page.button_group(key="answer:1:backup_offline").set_value(False).run()

    assert not page.exception
    assert "établissez la fiche de nouveau" in words(page)


def test_a_bad_form_is_told_line_by_line():
    """Faults are named, and nothing is filled in."""
    page = app("fr", "applicant").run()
    page.file_uploader[0].set_value(("a.toml", b"backup_offlin = true\nheadcount = -2\n", "application/toml")).run()

    assert not page.exception
    assert 2 == len(page.error)


def test_a_form_survives_its_fields():
    """The sample's answers, put into the fields and read from them, are the sample's answers."""
    questionnaire = standard_questionnaire()
    expected = load_application(FORM, questionnaire).answers
    written = write_application(expected)

    assert expected == read_application(written.encode(), "application.toml", questionnaire).answers


def test_the_fields_give_back_what_they_were_filled_with():
    """A form that is opened and saved again says the same."""
    from analyzer.app import applicant

    saved = []
    original = applicant.st.download_button
    try:
        applicant.st.download_button = lambda label, data, **options: saved.append(data)
        page = app("fr", "applicant").run()
        page.file_uploader[0].set_value(("application.toml", FORM.read_bytes(), "application/toml")).run()
    finally:
        applicant.st.download_button = original
    questionnaire = standard_questionnaire()

    assert not page.exception
    expected = load_application(FORM, questionnaire).answers
    assert expected == read_application(saved[-1].encode(), "application.toml", questionnaire).answers
