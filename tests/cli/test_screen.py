from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from analyzer import analyze
from analyzer.batch.store import Store, Work, pack
from analyzer.cli import run

APPLICANT = Path(__file__).parents[2] / "samples" / "applicant"
FORM = APPLICANT / "application.toml"
FEW = ("01-sorel-sauvegarde.docx", "26-galway-studio-backup.txt", "29-hollow-pine-managed.md")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three contracts of the sample, with a file beside them that is none."""
    place = tmp_path_factory.mktemp("contracts")
    for name in FEW:
        shutil.copy(APPLICANT / "contracts" / name, place / name)
    (place / "list.csv").write_text("a;b", encoding="utf-8")
    return place


def screen(*arguments):
    return run(["screen", *map(str, arguments), "--language", "en"])


def test_the_sheet_on_stdout(folder, capsys):
    """A form and a folder give the sheet; what was planted in the three is found."""
    code = screen(FORM, "--contracts", folder, "--format", "json")
    found = json.loads(capsys.readouterr().out)

    assert (0, 3, "refer") == (code, found["portfolio"]["contracts"], found["decision"])
    assert {"01-sorel-sauvegarde.docx"} == {each["document"] for each in found["contradictions"]}


@pytest.mark.parametrize("form", ["text", "html", "xlsx"])
def test_the_sheet_in_a_file(folder, tmp_path, form, capsys):
    """--output takes each form; stdout stays empty."""
    target = tmp_path / f"sheet.{form}"

    assert (0, "") == (
        screen(FORM, "--contracts", folder, "--format", form, "--output", target),
        capsys.readouterr().out,
    )
    assert target.read_bytes()[:2] in (b"PK", b"<!", b"De")


def test_a_contract_that_cannot_be_read_is_named_and_the_rest_is_done(folder, tmp_path, capsys):
    """Exit code 2, one line on stderr, and the sheet asks for the file again."""
    for each in folder.iterdir():
        shutil.copy(each, tmp_path / each.name)
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    code = screen(FORM, "--contracts", tmp_path)
    out, err = capsys.readouterr()

    assert 2 == code
    assert "broken.docx" in err
    assert "Hand over in another form: broken.docx." in out


def test_a_batch_is_not_read_again(folder, tmp_path, capsys):
    """The reports of a batch's store give the same sheet as the files, without a contract in sight."""
    with Store(tmp_path, create=True) as store:
        number = store.start_run("library", "settings")
        for name in FEW:
            report = analyze(folder / name).to_dict()
            key = report["document"]["sha256"]
            store.add(number, name, name, (), key, key)
            store.keep(Work(key, name, name, (), key), "library", "settings", pack(report), 0.1, {})
        store.finish_run(number)

    sheets = []
    for place in (folder, tmp_path):
        screen(FORM, "--contracts", place, "--format", "json")
        found = json.loads(capsys.readouterr().out)
        sheets.append({key: found[key] for key in ("decision", "portfolio", "accumulation")})

    assert sheets[0] == sheets[1]


def test_exported_lines_of_a_batch_will_do(folder, tmp_path, capsys):
    """results.jsonl alone serves too, and failures.jsonl names what was not read."""
    lines = [json.dumps(analyze(folder / name).to_dict()) for name in FEW]
    (tmp_path / "results.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "failures.jsonl").write_text('{"path": "scan.pdf"}\n', encoding="utf-8")
    code = screen(FORM, "--contracts", tmp_path, "--format", "json")
    found = json.loads(capsys.readouterr().out)["portfolio"]

    assert (2, 3, ["scan.pdf"]) == (code, found["contracts"], found["unread"])


def test_a_line_that_is_no_report_is_refused(tmp_path, capsys):
    """The file and the line are named."""
    (tmp_path / "results.jsonl").write_text("{}\nnot json\n", encoding="utf-8")

    assert 2 == screen(FORM, "--contracts", tmp_path)
    assert "results.jsonl, line 1: not a report of gardefou" in capsys.readouterr().err


def test_an_empty_form_is_written_once(tmp_path, capsys):
    """--new writes the form, says what to do next, and never replaces a file."""
    target = tmp_path / "application.toml"
    first, second = screen("--new", target), screen("--new", target)
    err = capsys.readouterr().err

    assert (0, 2) == (first, second)
    assert "backup_offline" in target.read_text(encoding="utf-8")
    assert "is there already" in err


def test_the_form_to_print(tmp_path):
    """A .html name gives a page, any other suffix is refused."""
    assert (0, 2) == (screen("--new", tmp_path / "form.html"), screen("--new", tmp_path / "form.doc"))


def test_every_bad_answer_is_told(folder, tmp_path, capsys):
    """All faults with their lines on stderr, nothing on stdout."""
    form = tmp_path / "bad.toml"
    form.write_text('edr = "all"\nbackup_offlin = true\n', encoding="utf-8")
    code = screen(form, "--contracts", folder)
    out, err = capsys.readouterr()

    assert (2, "") == (code, out)
    assert ["bad.toml:1:", "bad.toml:2:"] == [
        line.split()[0] for line in err.splitlines() if line.startswith("bad.toml")
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Give the form"),
        ((FORM,), "Give the folder"),
        ((FORM, "--contracts", "nowhere"), "nowhere: no such folder"),
        (("nowhere.toml", "--contracts", APPLICANT), "no such file"),
        ((FORM, "--contracts", APPLICANT, "--format", "xlsx"), "--output sheet.xlsx"),
        ((FORM, "--contracts", APPLICANT, "--format", "pdf"), "pdf"),
        ((FORM, "--contracts", APPLICANT, "--audience", "broker"), "broker"),
        ((FORM, "--contracts", APPLICANT, "--appetite", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(arguments, said, capsys):
    """Exit code 2 and what to do."""
    assert 2 == screen(*arguments)
    assert said in capsys.readouterr().err


def test_a_claim_is_put_before_every_contract(folder, capsys):
    """--claim takes the place of the scenarios."""
    screen(FORM, "--contracts", folder, "--format", "json", "--claim", "39746.41")
    worst = json.loads(capsys.readouterr().out)["worst"]

    assert ("claim", "39746.41", 66.24) == (worst[0]["scenario"], worst[0]["payable_now"], worst[0]["multiple_now"])


def test_the_seed_decides(folder, capsys):
    """Another seed gives other events, and the sheet says which it was."""
    found = []
    for seed in ("1", "2"):
        screen(FORM, "--contracts", folder, "--format", "json", "--seed", seed)
        found.append(json.loads(capsys.readouterr().out))

    assert [1, 2] == [each["seed"] for each in found]
    assert found[0]["accumulation"] != found[1]["accumulation"]
