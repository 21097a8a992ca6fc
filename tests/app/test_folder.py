"""The page of many contracts, as AppTest runs it."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from .conftest import SAMPLES, WORD, app, words

NAMES = ("600-euros-par-an.docx", "contrat-bien-redige.docx")


def uploaded(language="fr", *, files=None):
    """The page with files on it."""
    page = app(language, "folder").run()
    page.file_uploader[0].set_value(files or [(name, (SAMPLES / name).read_bytes(), WORD) for name in NAMES])
    return page.run()


def archive(**files):
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "."), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("language", "title"), [("fr", "Tous vos contrats d’un coup d’œil"), ("en", "All your contracts at a glance")]
)
def test_waits_for_files(language, title):
    """Without files the page says what it is for and offers the samples."""
    page = app(language, "folder").run()

    assert not page.exception
    assert title in words(page)
    assert ["folder-sample"] == [button.key for button in page.button]


@pytest.mark.parametrize(
    ("language", "read", "cap", "there"),
    [
        ("fr", "2 contrats lus", "Plafond de responsabilité", "✓ page 1, art."),
        ("en", "2 contracts read", "Limitation of liability (cap)", "✓ page 1, section"),
    ],
)
def test_topics_by_contract(language, read, cap, there):
    """A row a contract; a topic's cell says its gravest finding, or where the clause is."""
    page = uploaded(language)
    table = page.dataframe[0].value

    assert not page.exception
    assert read in words(page)
    assert list(NAMES) == list(table.iloc[:, 0])
    assert table[cap][0].startswith("✕ criti")
    assert table[cap][1].startswith(there)


def test_an_archive_is_opened_and_a_bad_file_told():
    """What lies in a .zip is read like files; what cannot be read gets a sentence, and the rest is done."""
    contract = (SAMPLES / "conditions-generales.txt").read_bytes()
    data = archive(**{"bon__txt": contract, "vide__txt": b""})
    page = uploaded(files=[("lot.zip", data, "application/zip")])

    assert not page.exception
    assert "1 contrat lu" in words(page)
    assert "1 fichier non lu" in words(page)
    assert "le fichier est vide" in page.error[0].value.replace("\\", "")


def test_filters():
    """Only contracts without a cap are left where they are asked for; a filter that nothing meets says so."""
    page = uploaded()
    page.button_group(key="folder-only").set_value(["no_cap"]).run()
    left = list(page.dataframe[0].value.iloc[:, 0])
    page.text_input(key="folder-search").set_value("introuvable").run()

    assert not page.exception
    assert ["600-euros-par-an.docx"] == left
    assert "Aucun contrat ne répond" in words(page)


def test_the_workbook_holds_both_contracts():
    """The workbook is made from the same reports."""
    from analyzer.app import folder

    seen = []
    original = folder.st.download_button
    try:
        folder.st.download_button = lambda label, data, **options: seen.append(data)
        page = uploaded()
    finally:
        folder.st.download_button = original
    assert not page.exception
    book = openpyxl.load_workbook(io.BytesIO(seen[-1]()))
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}

    assert set(NAMES) <= cells


def test_several_rows_open_as_one_contract():
    """Two files that are chosen become the parts of one contract, and the button says so before."""
    page = uploaded()
    page.multiselect(key="folder-[]").set_value(list(NAMES)).run()
    told = page.button(key="folder-open").label
    page.button(key="folder-open").click().run()

    assert "Lire comme un seul contrat" == told
    assert NAMES == tuple(each.name for each in page.session_state["source"].files)
