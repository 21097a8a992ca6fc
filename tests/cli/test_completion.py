"""What a shell gets when it asks as its script does: by variables, answered on stdout, then the end of the process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from analyzer.batch.exports import EXPORTS
from analyzer.cli import app, completion, run
from analyzer.library import standard
from analyzer.reports.messages import MESSAGES


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def bash(monkeypatch, capsys):
    """What bash gets for a line whose last word is being typed."""

    def asked(line: str) -> list[str]:
        words = line.split(" ")
        monkeypatch.setenv("_GARDEFOU_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        with pytest.raises(SystemExit):
            run(words[1:])
        return capsys.readouterr().out.split()

    return asked


@pytest.fixture
def told(monkeypatch, capsys):
    """What another shell gets, one line a value, with what each means."""

    def asked(shell: str, line: str) -> str:
        monkeypatch.setenv("_GARDEFOU_COMPLETE", f"complete_{shell}")
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", line.rpartition(" ")[2])
        with pytest.raises(SystemExit):
            run(line.split(" ")[1:])
        return capsys.readouterr().out

    return asked


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("gardefou ba", ["batch"]),
        ("gardefou clauses ex", ["explain"]),
        ("gardefou check --fail", ["--fail-on"]),
        ("gardefou check a.docx --format ", ["text", "json", "sarif", "html"]),
        ("gardefou check --format=s", ["sarif"]),
        ("gardefou check a.docx --language ", ["fr", "en"]),
        ("gardefou check a.docx --fail-on ", ["low", "medium", "high", "critical"]),
        ("gardefou fix a.docx --level b", ["balanced"]),
        ("gardefou fix a.docx --audience ", ["counterparty", "internal"]),
        ("gardefou screen --audience ", ["underwriter", "applicant"]),
        ("gardefou screen --format x", ["xlsx"]),
        ("gardefou letter ", ["cover", "offer", "settlement"]),
        ("gardefou batch --export jsonl,x", ["jsonl,xlsx"]),
        ("gardefou clauses show hardship", ["hardship", "hardship.waived"]),
        ("gardefou clauses explain hard", ["hardship"]),
        ("gardefou check --select penalties,hard", ["penalties,hardship", "penalties,hardship.waived"]),
        ("gardefou check --ignore hardship.waived,hardship.", []),
    ],
)
def test_values_are_completed(line, expected, bash):
    """Commands, options, the words of closed lists and ids; of a list the last value, and none that is there already."""
    assert expected == bash(line)


@pytest.mark.parametrize(
    "line",
    [
        "gardefou check ",
        "gardefou check --playbook ho",
        "gardefou batch --out re",
        "gardefou clauses test my",
        "gardefou clauses explain hardship ",
    ],
)
def test_files_are_left_to_the_shell(line, bash):
    """Where a path belongs nothing is offered: the shell completes its own files."""
    assert [] == bash(line)


def test_ids_are_those_of_the_library():
    """Names of files stand for the library, which is not loaded: they must not drift apart, and each has its title."""
    library = standard()
    titles = {each: library.topics[each].title["en"] for each in library.topics}
    titles |= {each: library.findings[each].title["en"] for each in library.findings}

    found = {each.value: each.help for each in completion.offers("", "ID")("")}

    assert {each: title.replace("'", "’") for each, title in titles.items()} == found


def test_library_is_not_loaded():
    """A shell asks at every Tab: neither the engine nor the library is imported for an answer."""
    heavy = "{'analyzer.library', 'analyzer.patterns.compiler', 'analyzer.pipeline', 'lxml', 'numpy', 'ahocorasick_rs'}"
    code = f"import sys, atexit; atexit.register(lambda: print(sorted({heavy} & set(sys.modules)))); from analyzer.cli import main; main()"
    asked = {"_GARDEFOU_COMPLETE": "complete_bash", "COMP_WORDS": "gardefou clauses show har", "COMP_CWORD": "3"}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ["hardship", "hardship.waived", "[]"] == done.stdout.split()


def test_exports_are_those_of_batch():
    """The list that is offered without importing the batch is the batch's own."""
    assert EXPORTS == completion.EXPORTS


def test_every_closed_list_has_its_words():
    """Each value that an option's help lists is offered with what it means, in both languages."""
    silent = []
    for parameter in completion._parameters(completion.command(app)):
        if "|" in (parameter.metavar or ""):
            family = completion._FAMILIES.get(parameter.opts[0], "")
            silent += [
                f"{family}.{value}" for value in parameter.metavar.split("|") if f"{family}.{value}" not in MESSAGES
            ]

    assert [] == silent


@pytest.mark.parametrize(
    ("shell", "expected"),
    [
        ("zsh", '"hardship.waived":"Hardship relief waived"'),
        ("fish", "hardship.waived\tHardship relief waived"),
        ("powershell", "hardship.waived:::Hardship relief waived"),
    ],
)
def test_each_shell_gets_its_form(shell, expected, told):
    """zsh, fish and PowerShell show the title beside the id, each in its own notation."""
    assert expected in told(shell, "gardefou clauses show hardship.w")


def test_titles_in_french(monkeypatch, told):
    """On a French system the titles and the words beside the values are French."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")

    assert "Renonciation à la révision pour imprévision" in told("fish", "gardefou clauses show hardship.w")
    assert "html\tune page à imprimer" in told("fish", "gardefou check --format h")


@pytest.fixture
def shell(monkeypatch):
    """The shell that the command seems to have been started from."""

    def set_to(name):
        monkeypatch.setattr("typer.completion._get_shell_name", lambda: name)

    return set_to


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("bash", "complete -o default -F _gardefou_completion gardefou"),
        ("zsh", "compdef _gardefou_completion gardefou"),
        ("fish", "complete --command gardefou"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName gardefou"),
        ("pwsh", "Register-ArgumentCompleter -Native -CommandName gardefou"),
    ],
)
def test_script_of_each_shell(name, line, shell, capsys):
    """`--show-completion` prints the script of the shell that it is asked from."""
    shell(name)

    assert 0 == run(["--show-completion"])
    assert line in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_shell_without_completion(option, shell, capsys):
    """A shell that has none gets one sentence and the exit code of a wrong command."""
    shell("dash")

    assert 2 == run([option])
    assert f"{option}: this shell has no completion (dash). Run the command from bash" in capsys.readouterr().err


def test_installed(shell, monkeypatch, tmp_path, capsys):
    """`--install-completion` puts the script where the shell reads it, and says where."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    shell("fish")
    written = tmp_path / ".config" / "fish" / "completions" / "gardefou.fish"

    assert 0 == run(["--install-completion"])
    assert f"Completion for fish is installed in {written}" in capsys.readouterr().err
    assert "complete --command gardefou" in written.read_text(encoding="utf-8")


def test_powershell_policy_is_not_touched(shell, monkeypatch, capsys):
    """PowerShell's policy is the user's: nothing is run there, the line to add is told."""
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("something was run"))
    shell("pwsh")

    assert 2 == run(["--install-completion"])
    assert "gardefou --show-completion >> $PROFILE" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_a_line(tmp_path, shell, capsys):
    """The script that is printed, sourced by a real bash, completes a real command line."""
    shell("bash")
    run(["--show-completion"])
    script = capsys.readouterr().out
    command = tmp_path / "gardefou"
    command.write_text(
        f'#!/bin/sh\nexec {sys.executable} -c "from analyzer.cli import main; main()" "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    typed = f'{script}\nCOMP_WORDS=(gardefou clauses show hardsh)\nCOMP_CWORD=3\n_gardefou_completion gardefou\necho "${{COMPREPLY[@]}}"'
    done = subprocess.run(  # noqa: S603
        ["bash", "--norc", "-c", typed],  # noqa: S607
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert "hardship hardship.waived\n" == done.stdout
