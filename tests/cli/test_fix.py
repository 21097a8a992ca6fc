from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.cli import run
from analyzer.readers import read

ROOT = Path(__file__).parents[2]
CLAIM_CASE = ROOT / "samples" / "600-euros-par-an.docx"
TERMS = ROOT / "samples" / "conditions-generales.txt"


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")


def test_fix_writes_one_file_and_leaves_the_contract_alone(tmp_path, capsys):
    """The redline goes to -o, stdout stays empty, the contract keeps its bytes."""
    before = CLAIM_CASE.read_bytes()
    target = tmp_path / "out.docx"

    assert 0 == run(["fix", str(CLAIM_CASE), "-o", str(target)])
    assert "Article 13 – Limitation de responsabilité" in read(target).text
    assert ("", f"{target}: 20 changes proposed.\n") == capsys.readouterr()
    assert before == CLAIM_CASE.read_bytes()


def test_select_and_level(tmp_path, capsys):
    """Only what is selected is changed, in the variant asked for."""
    target = tmp_path / "out.docx"

    assert 0 == run(["fix", str(CLAIM_CASE), "-o", str(target), "--select", "liability_cap", "--level", "balanced"])
    assert f"{target}: 1 change proposed.\n" == capsys.readouterr().err


def test_internal_files_are_named_so(tmp_path):
    """INTERNE (the report's language) is added to the name unless it is there."""
    assert 0 == run(["fix", str(CLAIM_CASE), "-o", str(tmp_path / "out.docx"), "--audience", "internal"])
    assert 0 == run(["fix", str(TERMS), "-o", str(tmp_path / "my-INTERNE.docx"), "--audience", "internal"])
    assert ["my-INTERNE.docx", "out-INTERNE.docx"] == sorted(path.name for path in tmp_path.iterdir())


def test_together_writes_a_file_for_each(tmp_path):
    """The parts of one contract: the Word file redlined, an amendment for the text, in a folder."""
    folder = tmp_path / "out"

    assert 0 == run(["fix", str(CLAIM_CASE), str(TERMS), "--together", "-o", str(folder)])
    assert ["600-euros-par-an.docx", "conditions-generales-txt.docx"] == sorted(path.name for path in folder.iterdir())


def test_nothing_to_change(tmp_path, capsys):
    """A contract without findings comes back as it is."""
    good, target = ROOT / "samples" / "contrat-bien-redige.docx", tmp_path / "out.docx"

    assert 0 == run(["fix", str(good), "-o", str(target)])
    assert good.read_bytes() == target.read_bytes()
    assert "nothing to change" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        ("one file at a time", [str(CLAIM_CASE), str(TERMS), "-o", "out.docx"]),
        ("must end with .docx", [str(CLAIM_CASE), "-o", "out.pdf"]),
        ("is not written over", [str(CLAIM_CASE), "-o", str(CLAIM_CASE)]),
        ("is not written over", [str(CLAIM_CASE), str(TERMS), "--together", "-o", str(CLAIM_CASE.parent)]),
        ("must be a folder", [str(CLAIM_CASE), str(TERMS), "--together", "-o", str(TERMS)]),
        ("no such file", ["nothing.docx", "-o", "out.docx"]),
        ("--level", [str(CLAIM_CASE), "-o", "out.docx", "--level", "avoid"]),
        ("--audience", [str(CLAIM_CASE), "-o", "out.docx", "--audience", "court"]),
        ("cannot write", [str(CLAIM_CASE), "-o", "/nowhere/out.docx"]),
    ],
)
def test_what_cannot_be_done_is_one_sentence(expected, arguments, capsys, monkeypatch, tmp_path):
    """Exit code 2 and one line that says why; nothing is written."""
    monkeypatch.chdir(tmp_path)

    assert 2 == run(["fix", *arguments])
    assert expected in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["cover", "offer", "settlement"])
def test_letters(kind, tmp_path, capsys):
    """A letter is written to -o in the contract's language."""
    target = tmp_path / "letter.docx"

    assert 0 == run(["letter", kind, str(CLAIM_CASE), "-o", str(target)])
    assert "Atlas Micro Services" in read(target).text
    assert "" == capsys.readouterr().out


def test_letter_that_is_unknown(capsys):
    """The three letters are named where another is asked for."""
    assert 2 == run(["letter", "threat", str(CLAIM_CASE), "-o", "x.docx"])
    assert "cover, offer, settlement" in capsys.readouterr().err
