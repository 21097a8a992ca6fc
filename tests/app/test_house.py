"""A playbook with its own folder of clauses in the library's page, as AppTest runs it."""

from __future__ import annotations

import io
import tempfile
import zipfile

import pytest

from tests.newcomer import files_told

from .conftest import app, upload, words

PLAYBOOK = 'clauses = "regles"\n\n[thresholds]\nderisory = 15000\n'
CONTRACT = (
    "CONTRAT D’INFOGÉRANCE\n\nEntre Atlas Micro SARL, ci-après « le Prestataire », et Boulangerie Morel, ci-après « le Client ».\n\n"
    "1. Personnel\nLe Prestataire s’interdit de solliciter ou d’embaucher le personnel du Client pendant deux ans.\n"
).encode()


def archive(files, top="maison/"):
    """A .zip of these files, in a folder as a file manager makes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in files.items():
            made.writestr(f"{top}{name}", text)
    return out.getvalue()


def house(**changed):
    """The playbook with the topic of docs/writing-a-clause.md in its folder; `changed` files by the last part of their names."""
    rules = {path.replace("clauses/", "regles/", 1): text for path, text in files_told().items()}
    for name, text in changed.items():
        path = next(path for path in rules if path.endswith(f"/{name}.toml"))
        rules[path] = text
    return archive({"playbook.toml": PLAYBOOK, **rules})


def opened(data, name="maison.zip", language="fr"):
    """The library's page with this playbook."""
    page = app(language, "library").run()
    page.file_uploader[0].set_value((name, data, "application/zip"))
    return page.run()


@pytest.mark.parametrize(
    ("language", "told", "title"),
    [
        ("fr", "1 sujet vient de votre dossier «\u00a0regles\u00a0»", "Non-sollicitation du personnel"),
        ("en", "1 topic comes from your folder “regles”", "Non-solicitation of staff"),
    ],
)
def test_its_topics_are_in_the_library(language, told, title):
    """The page names the folder, shows its topic among the others, and fills the fields with the playbook's settings."""
    page = opened(house(), language=language)

    assert not page.exception
    assert told in words(page).replace("\\", "")
    assert 15000 == page.number_input(key="threshold-derisory").value
    assert any(title in each.label.replace("\\", "") for each in page.expander)


def test_its_topics_count_in_a_review():
    """A contract of the same tab is read by the house's own rule."""
    library = opened(house())
    page = app()
    page.session_state["house"] = library.session_state["house"]
    upload(page.run(), "contrat.txt", CONTRACT)

    assert not page.exception
    assert "Seul le prestataire s’interdit d’embaucher" in "\n".join(each.label for each in page.expander)


def test_nothing_is_left_on_the_disk(tmp_path, monkeypatch):
    """The rules lie on the disk while they are read, and no longer."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    page = opened(house())

    assert page.session_state["house-library"] is not None
    assert [] == list(tmp_path.glob("gardefou-*"))


def test_the_saved_playbook_names_the_folder():
    """What is saved works beside the folder, as the command reads it."""
    text = opened(house()).session_state["house-text"]

    assert text.startswith('clauses = "regles"\n')
    assert "derisory = 15000" in text


def test_putting_back_takes_the_folder_away():
    """The library as it ships is one click away, without the house's topics."""
    page = opened(house())
    page.button(key="library-reset").click().run()

    assert not page.exception
    assert (None, "") == (page.session_state["house"], page.session_state["house-text"])
    assert "votre dossier" not in words(page)


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "aucun de ses sujets n’est venu avec le playbook"), ("en", "no topic of it came with the playbook")],
)
def test_a_playbook_without_its_folder_gets_a_sentence(language, told):
    """A playbook alone that names a folder says how to bring it."""
    page = opened(PLAYBOOK.encode(), "maison.toml", language)

    assert not page.exception
    assert told in page.error[0].value.replace("\\", "")
    assert ".zip" in page.error[0].value.replace("\\", "")


def test_two_playbooks_are_one_too_many():
    """An archive that does not tell which file is the playbook says what to do."""
    page = opened(archive({"a.toml": PLAYBOOK, "b.toml": PLAYBOOK}))

    assert not page.exception
    assert "lequel de ses fichiers est le playbook" in page.error[0].value.replace("\\", "")


def test_a_fault_in_a_rule_shows_its_own_line():
    """The author's line, under the house's own names for its files."""
    page = opened(house(one_sided='id = "non_solicitation.one_sided"\nseverity = "grave"\n'))

    assert not page.exception
    assert page.error[0].value.replace("\\", "").startswith("regles/non_solicitation/one_sided.toml:")
    assert "gardefou-" not in words(page)


def test_a_name_that_leads_out_is_refused():
    """An entry that would be written elsewhere is told, and nothing is read."""
    page = opened(archive({"playbook.toml": PLAYBOOK, "../../regles/x/topic.toml": "id = 'x'"}))

    assert not page.exception
    assert 1 == len(page.error)
    assert page.session_state["house"] is None
