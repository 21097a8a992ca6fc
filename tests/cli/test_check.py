from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from jsonschema import Draft202012Validator

import analyzer
from analyzer.cli import run
from analyzer.errors import DamagedFile, LibraryProblem, MissingFile
from analyzer.reports import html, sarif, text
from analyzer.reports import json as json_report
from tests.reports.contracts import claim_case, hosting, unpriced

ROOT = Path(__file__).parents[2]
BUILT = {"backup.pdf": claim_case, "hosting.docx": hosting, "note.txt": unpriced}


@pytest.fixture(autouse=True)
def calls(monkeypatch):
    """The engine replaced by reports built by hand; what it was asked for is kept."""
    asked = []

    def analyze(source, **settings):
        asked.append((source, settings))
        if source == "broken.pdf":
            raise DamagedFile("the PDF file is damaged.", path=source, hint="Save it again.")
        if source == "rules.pdf":
            raise LibraryProblem("unknown severity.", path="missing.toml:4")
        if source == "bug.pdf":
            raise KeyError("oops")
        if source == "stop.pdf":
            raise KeyboardInterrupt
        if source not in BUILT:
            raise MissingFile("there is no such file.", path=source, hint="Check the name.")
        return BUILT[source]()

    monkeypatch.setattr(analyzer, "analyze", analyze, raising=False)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("GARDEFOU_APART", "0")  # what was asked is kept in this process
    return asked


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        (1, ["backup.pdf"]),
        (0, ["hosting.docx"]),
        (0, ["note.txt"]),
        (1, ["hosting.docx", "backup.pdf"]),
        (1, ["hosting.docx", "--fail-on", "medium"]),
        (1, ["hosting.docx", "--fail-on", "low"]),
        (1, ["backup.pdf", "--fail-on", "critical"]),
        (2, ["nothing.pdf"]),
        (2, ["backup.pdf", "nothing.pdf"]),
        (2, ["rules.pdf", "backup.pdf"]),
        (2, ["bug.pdf"]),
        (130, ["stop.pdf"]),
        (2, ["backup.pdf", "--fail-on", "never"]),
        (2, ["backup.pdf", "--format", "xml"]),
        (2, ["backup.pdf", "--language", "de"]),
        (2, ["backup.pdf", "--unknown"]),
        (2, ["backup.pdf", "--claim"]),
        (2, ["check"]),
        (2, []),
    ],
)
def test_exit_codes(expected, arguments, capsys):
    """0 nothing at or above --fail-on, 1 findings at or above it, 2 a bad command or file, 130 interrupted."""
    assert expected == run(["check", *arguments])


def test_stdout_is_the_report_alone(capsys):
    """The text report and nothing else goes to stdout."""
    run(["check", "backup.pdf"])
    printed = capsys.readouterr()

    assert (text.render(claim_case()), "") == (printed.out, printed.err)


def test_bad_file_is_one_line_and_the_rest_is_checked(capsys):
    """A bad file is named on stderr with what to do; the others are still checked."""
    run(["check", "broken.pdf", "hosting.docx"])
    printed = capsys.readouterr()

    assert "broken.pdf: the PDF file is damaged. Save it again.\n" == printed.err
    assert text.render(hosting()) == printed.out


def test_bad_file_in_french(capsys):
    """Errors are said in the language of the report."""
    run(["check", "nothing.pdf", "--language", "fr"])

    assert "nothing.pdf\u202f: ce fichier n’existe pas. Vérifiez le nom et le dossier.\n" == capsys.readouterr().err


def test_a_fault_of_ours_is_one_line_too(capsys):
    """An error that nobody foresaw names the file and the line of code, and the others are still checked."""
    assert 2 == run(["check", "bug.pdf", "note.txt"])
    printed = capsys.readouterr()

    assert printed.err.startswith("bug.pdf: this file caused an internal error (KeyError, test_check.py:")
    assert "oops" not in printed.err  # an error's message may hold words of the contract
    assert text.render(unpriced()) == printed.out


def test_a_bad_library_stops_everything(capsys):
    """A fault in a rule concerns every file: nothing more is checked."""
    run(["check", "rules.pdf", "note.txt"])
    printed = capsys.readouterr()

    assert ("", "missing.toml:4: unknown severity.\n") == (printed.out, printed.err)


def test_json_of_one_file(capsys):
    """One file gives one object that validates."""
    run(["check", "backup.pdf", "--format", "json"])
    data = json.loads(capsys.readouterr().out)

    Draft202012Validator(json_report.schema()).validate(data)
    assert "sauvegarde.pdf" == data["document"]["name"]


def test_json_of_several_files(capsys):
    """Several files give a list of the good ones in the order given, even where one alone is good."""
    run(["check", "note.txt", "broken.pdf", "hosting.docx", "--format", "json"])
    data = json.loads(capsys.readouterr().out)

    assert ["note.txt", "hosting.docx"] == [each["document"]["name"] for each in data]


@pytest.mark.parametrize(("expected", "files"), [("", ["nothing.pdf"]), ("[]\n", ["nothing.pdf", "none.pdf"])])
def test_json_without_a_good_file(expected, files, capsys):
    """Without any good file there is no object, or an empty list."""
    run(["check", *files, "--format", "json"])

    assert expected == capsys.readouterr().out


def test_output_to_a_file(tmp_path, capsys):
    """With --output the result goes to the file, and stdout stays empty."""
    target = tmp_path / "report.txt"
    run(["check", "backup.pdf", "hosting.docx", "--output", str(target)])

    assert f"{text.render(claim_case())}\n{text.render(hosting())}" == target.read_bytes().decode()
    assert "" == capsys.readouterr().out


def test_output_never_overwrites_a_contract(tmp_path, capsys):
    """The result is not written over a file that is read."""
    contract = tmp_path / "contract.txt"
    contract.write_text("a contract")

    assert 2 == run(["check", str(contract), "--output", str(contract)])
    assert "a contract" == contract.read_text()


def test_output_that_cannot_be_written(tmp_path, capsys):
    """A folder that is not there is told in one line."""
    assert 2 == run(["check", "backup.pdf", "--output", str(tmp_path / "no" / "report.txt")])
    assert capsys.readouterr().err.endswith("(No such file or directory).\n")


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        ({"annual_value": "600"}, ["--annual-value", "600"]),
        ({"annual_value": "600 EUR"}, ["--annual-value", "600", "--currency", "eur"]),
        ({"annual_value": "1200.50 GBP"}, ["--annual-value", "£1,200.50"]),
        ({"claim": "39746.41"}, ["--claim", "39 746,41 €"]),
        ({"language": "fr", "side": "insurer"}, ["--language", "fr", "--side", "insurer"]),
        ({"language": None, "annual_value": None, "claim": None, "side": "provider"}, []),
    ],
)
def test_options_reach_the_engine(expected, arguments, calls):
    """Options are read once and handed on in one notation."""
    run(["check", "note.txt", *arguments])

    assert expected.items() <= calls[0][1].items()


def test_select_and_ignore(calls, monkeypatch, capsys):
    """Ids are known to the library and handed on; an unknown one is refused before any file is read."""
    known = SimpleNamespace(findings={"liability_cap.missing": None}, topics={"liability_cap": None, "penalties": None})
    monkeypatch.setitem(sys.modules, "analyzer.library", SimpleNamespace(standard=lambda: known))

    assert 0 == run(["check", "note.txt", "--select", "liability_cap,penalties", "--ignore", "liability_cap.missing"])
    assert (("liability_cap", "penalties"), ("liability_cap.missing",)) == (
        calls[0][1]["select"],
        calls[0][1]["ignore"],
    )
    assert 2 == run(["check", "note.txt", "--select", "penalty"])
    assert "--select: no finding or topic “penalty”. Did you mean “penalties”?\n" == capsys.readouterr().err
    assert 1 == len(calls)


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        (
            "--claim: “abc” is not a sum. Write for example 39746.41 or “39746.41 EUR”.\n",
            ["note.txt", "--claim", "abc"],
        ),
        ("unknown option: --foo. Try: gardefou check --help\n", ["note.txt", "--foo"]),
        ("a value or an argument is missing: FILE. Try: gardefou check --help\n", []),
    ],
)
def test_wrong_options_are_one_sentence(expected, arguments, capsys):
    """A wrong option is told in one line that ends with what to do."""
    run(["check", *arguments])

    assert expected == capsys.readouterr().err


def test_wrong_option_in_french(capsys, monkeypatch):
    """A French system is answered in French."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    run(["check", "note.txt", "--foo"])

    assert "option inconnue\u202f: --foo. Essayez\u202f: gardefou check --help\n" == capsys.readouterr().err


def test_interruption(capsys):
    """Ctrl-C says so and leaves no half report."""
    run(["check", "stop.pdf"])
    printed = capsys.readouterr()

    assert ("", "Interrupted.\n") == (printed.out, printed.err)


def test_colour_on_a_terminal_only(monkeypatch, capsys):
    """On a terminal the report is coloured, unless NO_COLOR says otherwise."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    run(["check", "hosting.docx"])
    coloured = capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    run(["check", "hosting.docx"])

    assert "\x1b[" in coloured
    assert "\x1b[3" not in capsys.readouterr().out


def _program(body):
    return [sys.executable, "-c", f"import sys\nfrom analyzer import cli\n{body}"]


def test_version_starts_without_the_engine():
    """--version and --help load neither spaCy nor rich nor the library."""
    body = (
        "code = cli.run(['--version']) or cli.run(['check', '--help'])\n"
        "heavy = {'spacy', 'rich', 'analyzer.facts', 'analyzer.library', 'analyzer.readers', 'pypdfium2', 'lxml'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else code)"
    )
    done = subprocess.run(_program(body), capture_output=True, text=True, cwd=ROOT, check=False)  # noqa: S603

    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout.startswith(f"gardefou {analyzer.__version__}\n")


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise on Windows")
def test_closed_pipe_is_quiet():
    """`gardefou … | head` ends without a word on stderr, and the exit code is that of the findings."""
    body = (
        "import analyzer\n"
        "from tests.reports.contracts import claim_case\n"
        "analyzer.analyze = lambda *_, **__: claim_case()\n"
        "sys.stdin.readline()\n"
        "sys.argv[1:] = ['check', 'a.pdf', 'b.pdf']\n"
        "cli.main()"
    )
    process = subprocess.Popen(  # noqa: S603
        _program(body), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    process.stdin.write(b"\n")
    process.stdin.flush()
    process.stdin.close()
    complaint = process.stderr.read()
    process.stderr.close()

    assert (1, b"") == (process.wait(), complaint)


def test_streams_carry_every_character():
    """A system with an old code page still prints € and « »."""
    body = (
        "import analyzer\n"
        "from tests.reports.contracts import claim_case\n"
        "analyzer.analyze = lambda *_, **__: claim_case()\n"
        "sys.argv[1:] = ['check', 'a.pdf']\n"
        "cli.main()"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(_program(body), capture_output=True, env=environment, cwd=ROOT, check=False)  # noqa: S603

    assert text.render(claim_case()) == done.stdout.decode()


def test_lone_surrogates_do_not_stop_a_report():
    """A character that cannot be encoded never reaches the text report."""
    report = claim_case()
    odd = replace(report, document=replace(report.document, name="a\ud800b.pdf"))

    assert text.render(odd).encode()


def test_accepted_findings_do_not_fail(monkeypatch, capsys):
    """What a playbook accepts does not decide the exit code."""
    report = claim_case()
    accepted = replace(report, findings=tuple(replace(each, accepted="agreed") for each in report.findings))
    monkeypatch.setattr(analyzer, "analyze", lambda *_, **__: accepted)

    assert 0 == run(["check", "a.pdf", "--fail-on", "low"])


def test_path_of_every_euro_is_asked_for(capsys):
    """--explain-exposure changes the text report alone; JSON always holds the path."""
    run(["check", "hosting.docx", "--explain-exposure"])
    explained = capsys.readouterr().out
    run(["check", "hosting.docx", "--explain-exposure", "--format", "json"])

    assert text.render(hosting(), explain=True) == explained != text.render(hosting())
    assert json_report.render([hosting()], single=True) == capsys.readouterr().out


def test_html_of_several_is_one_page(capsys):
    """All good files are on one page, in the order given; the bad one is told and decides the exit code."""
    code = run(["check", "hosting.docx", "gone.pdf", "note.txt", "--format", "html"])

    assert (2, html.render_all([hosting(), unpriced()])) == (code, capsys.readouterr().out)


def test_sarif_of_several_is_one_run(tmp_path):
    """One log for all good files, in a file where one is asked for."""
    target = tmp_path / "r.sarif"
    code = run(["check", "backup.pdf", "hosting.docx", "--format", "sarif", "--output", str(target)])

    assert (1, sarif.render([claim_case(), hosting()])) == (code, target.read_text(encoding="utf-8"))
