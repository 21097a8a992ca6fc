"""Every command of the tutorials works on the samples as the page says, and prints what the page shows."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from analyzer.cli import run
from analyzer.reports.format import curly
from tests.docs.tutorials import DOCS, TUTORIALS, not_printed, steps

SAMPLES = DOCS.parent / "samples"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """The reader's folder, with the samples in it; files are read in this process."""
    shutil.copytree(SAMPLES, tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GARDEFOU_APART", "0")
    return tmp_path


@pytest.mark.parametrize("name", TUTORIALS)
def test_tutorial(name, desk, monkeypatch, capsys):
    """Each step in turn, in the language of the page; what it was to write is there at the end."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8" if name.startswith("fr/") else "C")
    page = TUTORIALS[name].read_text(encoding="utf-8")
    targets = []
    for step in steps(page):
        if step.file:
            (desk / step.file).write_text(step.text, encoding="utf-8")
            continue
        targets += _targets(step.words)
        monkeypatch.setattr("sys.argv", ["gardefou", *step.words])
        code = run(list(step.words))
        printed = "".join(capsys.readouterr())
        assert code in ((0, 1) if step.words[0] == "check" else (0,)), printed
        missing = not_printed(step.shown, printed)
        assert not missing, f"gardefou {' '.join(step.words)} does not print:\n{missing}\n\nbut:\n{printed[:6000]}"

    assert [] == [target for target in targets if not (desk / target).exists()]
    if name.endswith("lawyer"):
        assert _sheets(desk / targets[0] / "results.xlsx") >= {curly(title) for title in _bold_cells(page)} != set()


def _targets(words: tuple[str, ...]) -> list[str]:
    """What a command was told to write; an internal file is named as one."""
    found = [words[at + 1] for at, word in enumerate(words) if word in ("-o", "--output", "--out", "--new")]
    if "internal" in words:
        mark = "INTERNE" if os.environ["LC_ALL"].startswith("fr") else "INTERNAL"
        return [target.replace(".docx", f"-{mark}.docx") for target in found]
    return found


def _bold_cells(page: str) -> list[str]:
    """The sheets that the page's table tells of."""
    return re.findall(r"^\| \*\*(.+?)\*\* \|", page, re.MULTILINE)


def _sheets(path: Path) -> set[str]:
    return {curly(title) for title in openpyxl.load_workbook(path, read_only=True).sheetnames}


@pytest.mark.parametrize("name", [name for name in TUTORIALS if not name.startswith("fr/")])
def test_both_languages_take_the_same_steps(name):
    """The French page has the English page's commands in the same order, whatever it calls its files."""
    french, english = (
        [
            step.words[:2] if step.words[:1] == ("letter",) else step.words[:1]
            for step in steps(TUTORIALS[each].read_text("utf-8"))
        ]
        for each in (f"fr/{name}", name)
    )

    assert french == english


def test_what_is_not_printed_is_found():
    """A line that the program does not print, or prints earlier, is told; what is left out is not looked for."""
    printed = "one\ntwo\nthree\nfour\n"

    assert "" == not_printed(["…", "two", "three", "…"], printed)
    assert "" == not_printed(["one", "…", "four"], printed)
    assert "five" == not_printed(["one", "…", "five"], printed)
    assert "one" == not_printed(["four", "…", "one"], printed)
    assert "one\nthree" == not_printed(["one", "three"], printed)


def test_blocks_that_nothing_checks_are_refused():
    """A command that is not ours, a file without a name, an output of nothing."""
    for page in ("```sh\nrm -rf /\n```", "```toml\na = 1\n```", "```text\nhello\n```", "```python\nimport os\n```"):
        with pytest.raises(AssertionError):
            list(steps(page + "\n"))
