"""A contract in several files on the page of one contract, as AppTest runs it."""

from __future__ import annotations

import pytest

from .conftest import SAMPLES, WORD, app, words

ORDER = (
    "BON DE COMMANDE\n\nEntre Atlas Micro SARL, ci-après « le Prestataire », et Boulangerie Morel, ci-après « le Client ».\n\n"
    "Le Prestataire assure la sauvegarde des données du Client. Le prix est de 50 euros hors taxes par mois.\n"
).encode()
TERMS = (
    "CONDITIONS GÉNÉRALES\n\n1. Sauvegarde\nLe Prestataire sauvegarde chaque nuit les données du Client.\n\n"
    "2. Responsabilité\nLa responsabilité totale du Prestataire, toutes causes confondues et tous sinistres cumulés, ne pourra excéder "
    "20 000 euros par année contractuelle.\n\n3. Paiement\nLes factures sont payables à trente jours.\n"
).encode()
FILES = [("commande.txt", ORDER, "text/plain"), ("conditions.txt", TERMS, "text/plain")]


def opened(language="fr", files=FILES):
    """The page with these files given together."""
    page = app(language).run()
    page.file_uploader[0].set_value(files)
    return page.run()


def raised(page):
    """The findings of the contract as it is shown now."""
    reviews = [made for key, made in page.session_state["kept"].items() if key[0] == "review"]
    return {finding.id for finding in reviews[-1].report.findings}


@pytest.mark.parametrize(
    ("language", "parts", "price"),
    [("fr", "Un contrat en 2 documents", "commande.txt"), ("en", "One contract in 2 documents", "commande.txt")],
)
def test_files_given_together_are_one_contract(language, parts, price):
    """The order's price and the terms' cap meet in one verdict; each quote names its file."""
    page = opened(language)

    assert not page.exception
    assert parts in words(page)
    assert "600" in page.text_input(key="form:price").value
    assert price in words(page)
    assert "liability_cap.missing" not in raised(page)
    assert "conditions.txt" in words(page)


def test_a_part_added_later_may_hold_what_was_missing():
    """The order alone has no cap; with the terms it has one, and a claim that was written stays."""
    page = opened(files=FILES[:1])
    page.text_input(key="form:claim").set_value("39746.41").run()
    alone = raised(page)
    page.file_uploader(key="parts-1").set_value(FILES[1:]).run()

    assert not page.exception
    assert "liability_cap.missing" in alone
    assert "39746.41" == page.text_input(key="form:claim").value
    assert "Le contrat la ramène à 20\u202f000,00" in words(page)
    assert page.file_uploader(key="parts-2").value == []


def test_a_part_is_taken_out():
    """Without the terms the order is alone again, under its own name."""
    page = opened()
    page.button(key="remove-1").click().run()

    assert not page.exception
    assert "Un contrat en" not in words(page)
    assert ("commande.txt", ()) == (page.session_state["source"].name, page.session_state["source"].more)


def test_the_price_of_another_part_takes_the_place_of_one_that_was_read():
    """A price that the page had read goes with its part; one that the user wrote stays."""
    page = opened()
    page.button(key="remove-0").click().run()
    read_anew = page.text_input(key="form:price").value
    page = opened()
    page.text_input(key="form:price").set_value("900").run()
    page.button(key="remove-0").click().run()

    assert ("", "900") == (read_anew, page.text_input(key="form:price").value)


def test_a_bad_part_names_itself_and_can_be_taken_out():
    """No verdict on half a contract: one sentence that names the file, and the way to go on without it."""
    page = opened(files=[*FILES, ("annexe.txt", b"", "text/plain")])
    told = page.error[0].value.replace("\\", "")
    page.button(key="remove-2").click().run()

    assert "annexe.txt\u202f: le fichier est vide" in told
    assert not page.exception
    assert "Un contrat en 2 documents" in words(page)


def test_the_sample_of_two_files():
    """One click shows an order form that prevails over standard terms: its cap is what the contract lets through."""
    page = app().run()
    page.button(key="sample-together").click().run()
    page.text_input(key="form:claim").set_value("39746.41").run()

    assert not page.exception
    assert "Un contrat en 2 documents" in words(page)
    assert "Le contrat la ramène à 12\u202f000,00" in words(page)


def test_two_files_of_one_name_are_told_apart():
    """Parts are known by their names: the second is numbered."""
    page = opened(files=[("contrat.txt", ORDER, "text/plain"), ("contrat.txt", TERMS, "text/plain")])

    assert not page.exception
    assert ["contrat.txt", "contrat (2).txt"] == [each.name for each in page.session_state["source"].files]


def test_the_shown_document_follows_the_finding():
    """A finding turns the page to the file that holds its passage; another file can be chosen."""
    page = opened()
    shown_first = page.selectbox(key="form:file").value
    page.selectbox(key="form:file").set_value("commande.txt").run()

    assert not page.exception
    assert ["conditions.txt", "commande.txt"] == [shown_first, page.selectbox(key="form:file").value]


def test_each_changed_file_is_handed_out():
    """The Word files are named after the documents that change; a Word part comes back with tracked changes."""
    name = "600-euros-par-an.docx"
    page = opened(files=[(name, (SAMPLES / name).read_bytes(), WORD), ("annexe.txt", TERMS, "text/plain")])
    labels = [button.label for button in page.download_button if str(button.key).startswith("download-docx")]

    assert not page.exception
    assert ["600\\-euros\\-par\\-an\\.docx, corrigé (Word)"] == labels[:1]
