from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import analyzer
from analyzer.errors import EmptyFile

from .conftest import ROOT, WORD


def upload(page: AppTest, name: str, content: bytes, kind: str = "text/plain") -> AppTest:
    page.run()
    page.file_uploader[0].set_value((name, content, kind))
    return page.run()


def words(page: AppTest) -> str:
    """All that a reader of the page can see, in order of kind."""
    shown = (*page.markdown, *page.caption, *page.text, *page.code, *page.info, *page.error, *page.metric)
    return "\n".join(f"{getattr(element, 'label', '')} {element.value}" for element in shown)


def test_waits_for_a_file(page, asked):
    """Without a file the page says what it does and calls nothing."""
    page.run()

    assert not page.exception
    assert "n’est pas conservé" in page.info[0].value
    assert [] == asked


def test_passes_name_price_and_claim(page, asked):
    """What the user typed reaches the engine as written sums."""
    page.run()
    page.number_input(key="price").set_value(600.0)
    page.number_input(key="claim").set_value(39746.41)
    upload(page, "contrat.txt", b"texte")

    expected = {
        "source": b"texte", "name": "contrat.txt", "language": "fr", "annual_value": "600.00 EUR", "claim": "39746.41",
    }  # fmt: skip
    assert [expected] == asked[-1:]


@pytest.mark.parametrize(
    ("language", "sum_now", "times", "advice"),
    [
        ("fr", "39\u202f746,41\u00a0€", "66,24 fois le prix annuel", "n’est pas un conseil juridique"),
        ("en", "€39,746.41", "66.24 times the yearly price", "not legal advice"),
    ],
)
def test_shows_the_verdict_in_both_languages(page, asked, language, sum_now, times, advice):
    """Sum, multiple and the warning that this is not advice are shown in the reader's language."""
    page.run()
    page.radio(key="language").set_value(language)
    upload(page, "contrat.txt", b"texte")

    assert not page.exception
    assert sum_now in [metric.value for metric in page.metric]
    assert times in words(page)
    assert advice in words(page)


def test_shows_wording_to_copy(page, asked):
    """The suggested wording stands alone in a box that can be copied."""
    upload(page, "contrat.txt", b"texte")

    assert ["Obligation de moyens."] == [code.value for code in page.code]


def test_contract_words_are_never_markdown(page, asked):
    """A quote that holds Markdown is shown as written and draws nothing."""
    upload(page, "contrat.txt", b"texte")

    assert ["![x](https://example.org/x.png) garantit"] == [text.value for text in page.text]
    assert all("![x](" not in element.value for element in (*page.markdown, *page.caption))
    assert "guarantees\\*" in words(page)


def test_bad_file_gets_one_sentence(page, monkeypatch):
    """A file that cannot be read ends in one sentence that says what to do, not in a trace."""

    def analyze(source: bytes, **options: object) -> None:
        raise EmptyFile("the file is empty.", path=str(options["name"]), hint="Send it again.")

    monkeypatch.setattr(analyzer, "analyze", analyze, raising=False)
    upload(page, "vide.txt", b" ")

    assert not page.exception
    assert 1 == len(page.error)
    assert "the file is empty" in page.error[0].value


@pytest.mark.skipif(not hasattr(analyzer, "analyze"), reason="needs the whole engine")
@pytest.mark.parametrize("name", ["600-euros-par-an.docx", "600-euros-par-an.pdf"])
def test_claim_case_on_the_page(page, name):
    """The claim case shows 66.24 times and the missing cap, from Word and from PDF."""
    page.run()
    page.number_input(key="claim").set_value(39746.41)
    upload(page, name, Path(ROOT / "samples" / name).read_bytes(), WORD)

    assert not page.exception
    assert "66,24 fois le prix annuel" in words(page)
    assert "liability_cap.missing" in words(page)
