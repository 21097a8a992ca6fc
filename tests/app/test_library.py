"""The page of the clause library, as AppTest runs it, and the playbook that it writes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from analyzer.errors import SettingsProblem
from analyzer.library import standard
from analyzer.playbook import Acceptance, read_playbook, write_playbook

from .conftest import app, words


@pytest.mark.parametrize(
    ("language", "title", "asked", "found"),
    [
        ("fr", "La bibliothèque de clauses", "plafond derisoire", "Plafond de responsabilité"),
        ("en", "The clause library", "cap derisory", "Limitation of liability"),
    ],
)
def test_search_finds_topics_whatever_the_accents(language, title, asked, found):
    """The words are looked for in titles, findings, reasons and law."""
    page = app(language, "library").run()
    everything = len(page.expander)
    page.text_input(key="library-search").set_value(asked).run()

    assert not page.exception
    assert title in words(page)
    assert everything > len(page.expander) > 0
    assert any(found in each.label for each in page.expander)


def test_words_that_nothing_holds():
    """A search without a result says what to do."""
    page = app("fr", "library").run()
    page.text_input(key="library-search").set_value("zzzz").run()

    assert not page.exception
    assert "Essayez-en moins" in words(page)


def test_every_topic_opens():
    """Each topic with each of its findings can be read in full, in both languages."""
    for language in ("fr", "en"):
        page = app(language, "library")
        for topic in standard().topics.values():
            page.session_state[f"topic-{topic.id}"] = True
            for rule in topic.findings:
                page.session_state[f"rule-more-{rule.id}"] = True
        page.run()

        assert not page.exception
        assert sum(bool(rule.wording) for rule in standard().findings.values()) == len(page.code)


def test_settings_count_and_are_saved():
    """A threshold and a severity of the house are in force in the tab and in the playbook."""
    page = app("fr", "library").run()
    page.number_input(key="threshold-derisory").set_value(15000).run()
    page.selectbox(key="severity-of").set_value("liability_cap.missing").run()
    page.button_group(key="severity-liability_cap.missing").set_value("high").run()
    house = page.session_state["house"]

    assert not page.exception
    assert Decimal(15000) == house.library.settings["thresholds"]["derisory"]
    assert "high" == house.library.findings["liability_cap.missing"].severity
    assert "2 réglages diffèrent" in words(page)
    assert '"liability_cap.missing" = "high"' in page.session_state["house-text"]


def test_put_everything_back():
    """The library as it ships is one click away."""
    page = app("fr", "library").run()
    page.number_input(key="threshold-derisory").set_value(15000).run()
    page.button(key="library-reset").click().run()

    assert not page.exception
    assert 10000 == page.number_input(key="threshold-derisory").value
    assert None is page.session_state["house"]


def test_a_saved_playbook_is_opened_again():
    """What was saved fills the fields."""
    page = app("fr", "library").run()
    text = write_playbook({"derisory": Decimal(20000)}, {"liability_cap.missing": "low"})
    page.file_uploader[0].set_value(("maison.toml", text.encode(), "application/toml")).run()

    assert not page.exception
    assert 20000 == page.number_input(key="threshold-derisory").value
    assert "2 réglages diffèrent" in words(page)


def test_a_wrong_playbook_gets_a_sentence():
    """A key that nobody knows is told with its line and the nearest right one."""
    page = app("fr", "library").run()
    page.file_uploader[0].set_value(("maison.toml", b"[thresholds]\nderisoire = 3\n", "application/toml")).run()

    assert not page.exception
    assert "derisoire" in page.error[0].value
    assert 'Did you mean "derisory"?' in page.code[0].value


def test_a_playbook_survives_its_file():
    """What is written is read back, quotes and line breaks included."""
    accepted = (Acceptance("liability_cap.missing", "*.docx", 'connu : "oui"\nA \\ B', date(2027, 1, 31)),)
    text = write_playbook({"derisory": Decimal("1500.50")}, {"insurance.missing": "critical"}, accepted)
    back = read_playbook(text.encode(), "playbook.toml", standard())

    assert accepted == back.accepted
    assert Decimal("1500.50") == back.library.settings["thresholds"]["derisory"]
    assert "critical" == back.library.findings["insurance.missing"].severity


def test_a_folder_of_clauses_that_did_not_come():
    """A playbook without a place reads the folder that came with it, or says that none did."""
    with pytest.raises(SettingsProblem, match="gardefou check --playbook"):
        read_playbook(b'clauses = "maison"\n', "playbook.toml", standard())
