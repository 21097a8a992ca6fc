"""The newcomer's hour in short: nothing is installed, but each step runs on the pages' own words. `tests/newcomer.py` is the whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from analyzer.cli import run
from tests import newcomer
from tests.newcomer import COMMAND, ROOT


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty folder with the newcomer's contract; commands run in this process, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("GARDEFOU_APART", "0")
    (tmp_path / "contract.docx").write_bytes(newcomer.contract())
    return tmp_path


@pytest.fixture
def command(capsys):
    """Runs a command that a page says, and gives its exit code and what it prints."""

    def call(said: str) -> tuple[int, str]:
        newcomer.told(said)
        code = run(newcomer.words(said)[1:])
        return code, capsys.readouterr().out

    return call


def test_a_page_says_each_command():
    """A command that no page has is a fault: the hour would no longer be the pages' own."""
    assert "README.md" == newcomer.told("make demo")
    with pytest.raises(AssertionError, match="no page says: make coffee"):
        newcomer.told("make coffee")


def test_own_contract(place, command):
    """A report, the Word file with tracked changes, a covering letter."""
    code, report = command(f"{COMMAND} check contract.docx --claim 39746.41")
    fixed, _ = command(f"{COMMAND} fix contract.docx -o redlined.docx")
    written, _ = command(f"{COMMAND} letter cover contract.docx -o letter.docx")

    assert (1, 0, 0) == (code, fixed, written)
    assert "720,00" in report
    assert b"<w:ins " in zipfile.ZipFile(place / "redlined.docx").read("word/document.xml")
    assert zipfile.is_zipfile(place / "letter.docx")


def test_own_clause(place):
    """Six files copied from the page into clauses/, and nothing else: their examples hold and `check` finds the clause."""
    for package in ("analyzer", "clauses"):
        shutil.copytree(ROOT / package, place / package, ignore=shutil.ignore_patterns("__pycache__"))
    before = checked(place)
    for name, content in newcomer.files_told().items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(content, encoding="utf-8")

    assert "non_solicitation" not in before
    assert "non_solicitation.one_sided" in checked(place)


def checked(place):
    """What `check` finds with the packages in that folder, in a process of its own: the library is read once in each."""
    code = "from analyzer.cli import main; main()"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, "check", "contract.docx", "--format", "json"], cwd=place, capture_output=True,
        encoding="utf-8", env={**os.environ, "PYTHONPATH": str(place)}, timeout=120, check=False,
    )  # fmt: skip
    assert 1 == done.returncode, done.stderr
    return {finding["id"] for finding in json.loads(done.stdout)["findings"]}


def test_own_clause_in_a_house_folder(place, capsys):
    """The same files in a folder of the house: tried there, and found through the playbook that names it."""
    for name, content in newcomer.files_told().items():
        target = place / name.replace("clauses/", "folder/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    (place / "house.toml").write_text('clauses = "folder"\n', encoding="utf-8")
    tried = run(["clauses", "test", "folder"])
    code = run(["check", "contract.docx", "--playbook", "house.toml", "--select", "non_solicitation"])
    printed = capsys.readouterr().out

    assert (0, 0) == (tried, code)
    assert "8 of 8 examples are right." in printed
    assert "non_solicitation.one_sided" in printed


def test_wording_of_the_page_clears_its_finding(place, capsys):
    """What the page suggests is written into the contract and answers its own finding."""
    test_own_clause_in_a_house_folder(place, capsys)
    options = ["--playbook", "house.toml", "--select", "non_solicitation"]
    run(["fix", "contract.docx", "-o", "fixed.docx", *options])
    with zipfile.ZipFile(place / "fixed.docx") as archive:
        document = archive.read("word/document.xml").decode("utf-8")

    assert "douze (12) mois" in document
    assert "<w:del " in document


def test_playbook(place, command):
    """An accepted finding keeps its reason and is no longer counted."""
    (place / "house.toml").write_text(newcomer.PLAYBOOK, encoding="utf-8")
    (place / "customer.toml").write_text(newcomer.PROFILE, encoding="utf-8")
    code, report = command(f"{COMMAND} check contract.docx --profile customer.toml --playbook house.toml")

    assert 1 == code
    assert "Client historique, renégocié au printemps" in report


def test_batch(place, command):
    """A folder with a broken file: the good ones have their results, other exports come later from the store."""
    (place / "data room").mkdir()
    shutil.copy(place / "contract.docx", place / "data room" / "one.docx")
    (place / "data room" / "broken.docx").write_bytes(b"PK\x03\x04 cut short")

    assert 2 == command(f'{COMMAND} batch "data room" --out results')[0]
    assert 2 == command(f"{COMMAND} batch --out results --export html,sarif")[0]
    assert 1 == len((place / "results" / "results.jsonl").read_text(encoding="utf-8").splitlines())
    assert {"results.xlsx", "index.html", "results.sarif"} <= {path.name for path in (place / "results").iterdir()}


def test_screen(place, command):
    """The empty form, then a sheet from an application and a folder of contracts."""
    assert 0 == command(f"{COMMAND} screen --new application.toml")[0]
    (place / "folder").mkdir()
    shutil.move(place / "contract.docx", place / "folder")
    run(["screen", "application.toml", "--contracts", "folder", "--format", "json", "--output", "sheet.json"])

    assert json.loads((place / "sheet.json").read_text(encoding="utf-8"))["decision"] in {"accept", "refer", "decline"}


@pytest.mark.parametrize("said", ["make app", f"{COMMAND} app", ".venv/bin/python -m hatchling build"])
def test_the_pages_say_the_rest(said):
    """What only the whole hour runs is said by a page too."""
    assert newcomer.told(said)
