"""The page of one contract, as AppTest runs it."""

from __future__ import annotations

import pytest

from .conftest import SAMPLES, WORD, app, upload, words

CLAIM = "600-euros-par-an.docx"


@pytest.mark.parametrize(
    ("language", "title", "private"),
    [
        ("fr", "Ce que votre contrat peut vous coûter", "rien n’est gardé"),
        ("en", "What your contract can cost you", "nothing is kept"),
    ],
)
def test_waits_for_a_file(language, title, private):
    """Without a file the page says what it does, what it keeps, and offers samples."""
    page = app(language).run()

    assert not page.exception
    assert title in words(page)
    assert private in words(page)
    assert {"sample-backup", "sample-terms"} <= {button.key for button in page.button}


@pytest.mark.parametrize(
    ("language", "line", "loss"),
    [
        ("fr", "66 fois son prix annuel", "39\u202f746,41\u00a0€"),
        ("en", "66 times the yearly price", "€39,746.41"),
    ],
)
def test_claim_case(language, line, loss):
    """The claim case says 66 times the yearly price in one line, and shows the sum and what it becomes."""
    page = app(language).run()
    upload(page, CLAIM, (SAMPLES / CLAIM).read_bytes(), WORD)
    page.text_input(key="form:claim").set_value("39746.41").run()

    assert not page.exception
    assert line in words(page)
    assert loss in words(page)
    assert {"E", "A"} == {grade for grade in "ABCDE" if f"class='tile grade-{grade}'" in words(page)}


def test_price_is_read_with_its_quote():
    """The price that the contract states is in its field, with the contract's words under it."""
    page = upload(app().run(), CLAIM, (SAMPLES / CLAIM).read_bytes(), WORD)

    assert "600,00" == page.text_input(key="form:price").value
    assert "cinquante euros hors taxes (50,00" in words(page)


def test_another_price_changes_the_multiple():
    """A price written over the contract's own is the one that counts."""
    page = upload(app().run(), CLAIM, (SAMPLES / CLAIM).read_bytes(), WORD)
    page.text_input(key="form:claim").set_value("39 746,41").run()
    page.text_input(key="form:price").set_value("1200").run()

    assert "33 fois son prix annuel" in words(page)


def test_a_field_that_is_no_sum_is_told_beside_it():
    """What cannot be read as a sum gets a sentence; the rest of the page stays."""
    page = upload(app().run(), CLAIM, (SAMPLES / CLAIM).read_bytes(), WORD)
    page.text_input(key="form:claim").set_value("beaucoup").run()

    assert not page.exception
    assert "«\u00a0beaucoup\u00a0» n’est pas une somme" in words(page)
    assert "grade-E" in words(page)


def test_a_wording_left_out_leaves_the_finding():
    """Without the cap the contract costs as much as before, and its grade is not the best."""
    page = upload(app().run(), CLAIM, (SAMPLES / CLAIM).read_bytes(), WORD)
    page.text_input(key="form:claim").set_value("39746.41").run()
    open_finding(page, "liability_cap.missing")
    page.button_group(key="use:liability_cap.missing").set_value("leave").run()

    assert not page.exception
    assert "Avec 19 modifications" in words(page)
    assert "grade-C" in words(page)
    assert ":gray-badge[laissée de côté]" in words(page)


def test_an_edited_wording_is_read_by_the_same_rules():
    """The user's own cap is what the contract would let through."""
    page = upload(app().run(), CLAIM, (SAMPLES / CLAIM).read_bytes(), WORD)
    page.text_input(key="form:claim").set_value("39746.41").run()
    open_finding(page, "liability_cap.missing")
    page.button_group(key="use:liability_cap.missing").set_value("edit").run()
    own = "La responsabilité totale du Prestataire, toutes causes confondues, est limitée à 15 000 euros."
    page.text_area(key="text:liability_cap.missing").set_value(own).run()

    assert not page.exception
    assert "15\u202f000,00\u00a0€" in words(page)
    assert ":gray-badge[modifiée]" in words(page)


def test_wording_has_the_apostrophes_of_print():
    """What the page offers to read, and to edit, is set as the reports set it."""
    page = upload(app().run(), CLAIM, (SAMPLES / CLAIM).read_bytes(), WORD)
    open_finding(page, "liability_cap.missing")
    offered = page.code[0].value
    page.button_group(key="use:liability_cap.missing").set_value("edit").run()

    assert page.text_area(key="text:liability_cap.missing").value == offered
    assert ("’" in offered, "'" in offered) == (True, False)


def test_one_choice_for_all_that_a_wording_mends():
    """Two findings that one clause mends are left together: the other would put it back."""
    name = "managed-services-agreement.docx"
    page = upload(app("en").run(), name, (SAMPLES / name).read_bytes(), WORD)
    open_finding(page, "liability_cap.missing")
    page.button_group(key="use:liability_cap.missing").set_value("leave").run()

    assert {"liability_cap.missing": None, "liability_cap.protects_customer_only": None} == page.session_state[
        "choices"
    ]


def test_a_good_contract_has_nothing_to_change():
    """Without a finding the page says so and offers no file."""
    name = "contrat-bien-redige.docx"
    page = upload(app().run(), name, (SAMPLES / name).read_bytes(), WORD)

    assert not page.exception
    assert "Rien à signaler" in words(page)
    assert "Rien à modifier" in words(page)
    assert "download-docx" not in {button.key for button in page.download_button}


@pytest.mark.parametrize(
    ("language", "sentence"), [("fr", "vide.txt\u202f: le fichier est vide"), ("en", "vide.txt: the file is empty")]
)
def test_bad_file_gets_one_sentence(language, sentence):
    """A file that cannot be read ends in one sentence that says what to do, with the way to another file."""
    page = app(language).run()
    page.session_state["source"] = source("vide.txt", b"")
    page.run()

    assert not page.exception
    assert 1 == len(page.error)
    assert sentence in page.error[0].value.replace("\\", "")
    assert "another" in {button.key for button in page.button}


def test_contract_words_are_never_markdown_or_html():
    """A contract that holds Markdown and HTML is shown as it is written."""
    hostile = (
        "CONTRAT DE SAUVEGARDE\n\nLe Prestataire garantit la restauration des sauvegardes du Client "
        "<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](https://example.org/y.png) pour 50 euros HT par mois.\n"
    )
    page = upload(app().run(), "piège.txt", hostile.encode())
    open_finding(page, "obligation_of_result.assumed")
    shown = words(page)

    assert not page.exception
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown
    assert "<img" not in shown
    assert "![y](https" not in "\n".join(str(each.value) for each in (*page.markdown, *page.caption))


def test_another_contract_forgets_the_last():
    """Going back clears the contract, its figures and its choices."""
    page = upload(app().run(), CLAIM, (SAMPLES / CLAIM).read_bytes(), WORD)
    page.text_input(key="form:claim").set_value("39746.41").run()
    page.button(key="another").click().run()

    assert not page.exception
    assert None is page.session_state["source"]
    assert {} == page.session_state["kept"]
    assert "form:claim" not in page.session_state


def source(name, data):
    """A contract as the session holds it."""
    from analyzer.app.session import Source

    return Source(name, data)


def open_finding(page, identifier):
    """Open a finding in the list."""
    page.session_state[f"open:{identifier}"] = True
    page.run()
