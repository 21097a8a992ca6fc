from __future__ import annotations

import re
from string import Formatter

import pytest

from analyzer import errors
from analyzer.errors import DamagedFile, LibraryProblem, MissingFile, UnknownFormat
from analyzer.reports.messages import MESSAGES, count, label, problem_sentence, say, template


def _places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_say_the_same():
    """Every sentence is there in French and English, with the same places to fill."""
    empty = [key for key, pair in MESSAGES.items() if not all(sentence.strip() for sentence in pair)]
    different = [key for key, (french, english) in MESSAGES.items() if _places(french) != _places(english)]

    assert ([], []) == (empty, different)


def test_french_typography():
    """French has no ordinary space before ; : ! ? € %, none inside « », and no typewriter quotes."""
    wrong = re.compile(r"[ \u00a0][;:!?]|[ \u202f][€»%]|«[ \u202f]|[^\s\u202f][;!?]|\"|“|”")

    assert [] == [key for key in MESSAGES if wrong.search(template(key, "fr"))]


def test_english_typography():
    """English has no space before ; : ! ? and no French or typewriter quotes."""
    wrong = re.compile(r"\s[;:!?]|[«»\"\u202f]")

    assert [] == [key for key in MESSAGES if wrong.search(template(key, "en"))]


def test_no_promise_of_validity():
    """Nothing of ours calls a clause valid, in either language."""
    wrong = re.compile(r"\bvali[dt]", re.IGNORECASE)

    assert [] == [key for key, pair in MESSAGES.items() if wrong.search(" ".join(pair))]


@pytest.mark.parametrize("code", sorted(kind.code for kind in errors.FileProblem.__subclasses__()))
def test_every_file_problem_has_its_sentence(code):
    """Each code of a bad file has a sentence and a next step."""
    assert {f"problem.{code}", f"problem.{code}.hint"} <= MESSAGES.keys()


def test_numbers_agree():
    """Nothing is singular in French and plural in English."""
    assert ["0 page", "0 pages", "2 pages"] == [
        count("document.pages", 0, "fr"),
        count("document.pages", 0, "en"),
        count("document.pages", 2, "fr"),
    ]


def test_label_of_an_unknown_code():
    """A code that has no word is spelled out."""
    assert ["infogérance", "US-NY", "some new head"] == [
        label("kind", "managed_services", "fr"),
        label("governing", "US-NY", "en"),
        label("head", "some_new_head", "fr"),
    ]


def test_values_are_not_templates():
    """Braces in a value stay as they are."""
    assert "Essayez\u202f: {x} --help" == say("usage.help", "fr", command="{x}")


def test_problem_in_french():
    """A reader's error is said in French by its key, its place and what to do now on one line."""
    error = DamagedFile("the PDF file is damaged.", path="a.pdf", hint="Save.", key="damaged", values={"format": "PDF"})
    expected = (
        "a.pdf\u202f: le fichier PDF est abîmé ou incomplet. "
        "Ouvrez-le dans son propre logiciel, enregistrez-le de nouveau, ou redemandez-le."
    )

    assert expected == problem_sentence(error, "fr")


def test_problem_without_a_key_goes_by_its_code():
    """An error without a key is said in French by its code."""
    sentence = problem_sentence(MissingFile("no such file.", path="a.pdf"), "fr")

    assert "a.pdf\u202f: ce fichier n’existe pas. Vérifiez le nom et le dossier." == sentence


def test_problem_in_english_keeps_the_readers_words():
    """In English the reader's own, more precise sentence stands."""
    error = MissingFile("there is no such file.", path="a.pdf", hint="Check the name.")

    assert "a.pdf: there is no such file. Check the name." == problem_sentence(error, "en")


def test_what_a_file_is_in_french():
    """The kinds of file that readers name are translated."""
    error = UnknownFormat("x", path="a", key="unknown_format", values={"what": "a zip archive"})

    assert "a\u202f: ce fichier ne peut pas être lu (archive zip)." in problem_sentence(error, "fr")


def test_file_problem_is_one_line():
    """A file's name cannot break the line or colour the terminal."""
    error = MissingFile("there is no such file.", path="a\n\x1b[31mb.pdf")

    assert "a [31mb.pdf: there is no such file." == problem_sentence(error, "en")


def test_library_problem_keeps_its_lines():
    """A rule's error shows the author's own line under it."""
    error = LibraryProblem("unknown kind.", path="x.toml:1", hint="\n   1 | kind\n     | ^^^^")

    assert "x.toml:1: unknown kind. \n   1 | kind\n     | ^^^^" == problem_sentence(error, "en")
