from __future__ import annotations

import io
import json
import random
import signal
import sqlite3
import time
import zipfile
from pathlib import Path

import pytest

from analyzer.batch.store import Store
from analyzer.cli import run
from tests.batch.contracts import contract, start, write_contracts


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")


def _lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _batch(*arguments: str | Path) -> int:
    return run(["batch", *map(str, arguments), "--workers", "1"])


def test_room_of_contracts(tmp_path, capsys):
    """Folder, archive and junk: one line a report, one line a failure, stdout empty, exit code 2 for the bad file."""
    room, out = write_contracts(tmp_path / "room", 2), tmp_path / "out"
    (room / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with zipfile.ZipFile(room / "lot.zip", "w") as archive:
        archive.writestr("copy.txt", contract(0))
        archive.writestr("other.txt", contract(2))

    assert 2 == _batch(room, "--out", out)
    told = capsys.readouterr()
    assert "" == told.out
    assert "Files found: 5; different contents: 4; to read: 4." == told.err.splitlines()[0]
    assert (
        "photo.png: this is a picture (.png), which cannot be read. Save it as .docx or PDF and try again." in told.err
    )
    assert ["contrat-000.txt", "contrat-001.txt", "lot.zip/copy.txt", "lot.zip/other.txt"] == [
        report["document"]["path"] for report in _lines(out / "results.jsonl")
    ]
    assert [["photo.png", "E103"]] == [[row["path"], row["code"]] for row in _lines(out / "failures.jsonl")]
    assert (out / "results.xlsx").is_file()
    assert [] == list(out.glob(".export-*"))


def test_report_of_a_batch_is_that_of_a_check(tmp_path, capsys):
    """The same object as `check --format json` prints, but for the path."""
    room, out = write_contracts(tmp_path / "room", 1), tmp_path / "out"
    _batch(room, "--out", out, "--claim", "39746.41")
    capsys.readouterr()
    run(["check", str(room / "contrat-000.txt"), "--claim", "39746.41", "--format", "json"])
    checked = json.loads(capsys.readouterr().out)
    checked["document"]["path"] = "contrat-000.txt"

    assert [checked] == _lines(out / "results.jsonl")


def _judged(out: Path) -> dict[str, float]:
    """When each stored result was made, by its key."""
    with sqlite3.connect(out / "store.sqlite") as db:
        found = dict(db.execute("SELECT key, seconds FROM results").fetchall())
    db.close()
    return found


def test_second_run_does_what_is_missing(tmp_path, capsys):
    """A new file and a changed one are read, the others are not; a file that is gone leaves the results."""
    room, out = write_contracts(tmp_path / "room", 3), tmp_path / "out"
    _batch(room, "--out", out)
    before = _judged(out)
    (room / "contrat-000.txt").unlink()
    (room / "contrat-001.txt").write_text(contract(7), encoding="utf-8")
    (room / "new.txt").write_text(contract(8), encoding="utf-8")
    capsys.readouterr()

    assert 0 == _batch(room, "--out", out)
    assert "Files found: 3; different contents: 3; to read: 2." in capsys.readouterr().err
    assert before.items() <= _judged(out).items()
    assert ["contrat-001.txt", "contrat-002.txt", "new.txt"] == [
        report["document"]["path"] for report in _lines(out / "results.jsonl")
    ]


def test_changed_rule_reads_again(tmp_path, capsys):
    """Another severity in the playbook judges all again, the same playbook nothing; both results stay."""
    room, out, house = write_contracts(tmp_path / "room", 2), tmp_path / "out", tmp_path / "house.toml"
    for text in (
        '[severity]\n"liability_cap.missing" = "low"\n',
        '[severity]\n"liability_cap.missing" = "low"\n# same\n',
        "",
    ):
        house.write_text(text)
        _batch(room, "--out", out, "--playbook", house)

    assert ["to read: 2.", "to read: 0.", "to read: 2."] == [
        line[-11:] for line in capsys.readouterr().err.splitlines() if "to read:" in line
    ]


def test_accepted_finding_in_a_batch(tmp_path):
    """The acceptance goes by the file's name or path, says its reason and its end, and stays in the list."""
    room, out, house = write_contracts(tmp_path / "room", 3), tmp_path / "out", tmp_path / "house.toml"
    house.write_text(
        '[[accept]]\nid = "liability_cap.missing"\ndocument = "*-001.txt"\nreason = "Old customer"\nuntil = 2099-01-01\n'
    )
    _batch(room, "--out", out, "--playbook", house)
    accepted = {
        report["document"]["name"]: finding["accepted"]
        for report in _lines(out / "results.jsonl")
        for finding in report["findings"]
        if finding["id"] == "liability_cap.missing"
    }

    assert {"contrat-001.txt": {"reason": "Old customer", "until": "2099-01-01"}, "contrat-002.txt": None} == accepted


def test_exports_without_reading(tmp_path, capsys):
    """Without a path the exports are written again from the store, the contracts being gone or not."""
    room, out = write_contracts(tmp_path / "room", 2), tmp_path / "out"
    _batch(room, "--out", out, "--export", "jsonl")
    first = (out / "results.jsonl").read_bytes()
    for path in [*room.iterdir(), out / "results.jsonl"]:
        path.unlink()

    assert 0 == _batch("--out", out, "--export", "xlsx,jsonl")
    assert first == (out / "results.jsonl").read_bytes()
    assert (out / "results.xlsx").is_file()


def test_what_changed_since_an_earlier_run(tmp_path, capsys):
    """A cap that was added clears a finding, one that was taken out brings it; new and gone contracts are told."""
    room, before, out = write_contracts(tmp_path / "room", 4), tmp_path / "before", tmp_path / "out"
    _batch(room, "--out", before)
    (room / "contrat-000.txt").write_text(contract(1).replace("n° 1", "n° 0"), encoding="utf-8")
    (room / "contrat-001.txt").write_text(contract(3), encoding="utf-8")
    (room / "contrat-002.txt").rename(room / "moved.txt")
    (room / "contrat-003.txt").unlink()
    (room / "new.txt").write_text(contract(9), encoding="utf-8")
    capsys.readouterr()

    assert 0 == _batch(room, "--out", out, "--baseline", before)
    changes = {row["path"]: row for row in _lines(out / "changes.jsonl")}
    ids = {path: ([f["id"] for f in row["new"]], [f["id"] for f in row["cleared"]]) for path, row in changes.items()}
    assert {
        "contrat-000.txt": "changed",
        "contrat-001.txt": "changed",
        "contrat-003.txt": "gone",
        "new.txt": "new",
    } == {path: row["status"] for path, row in changes.items()}
    assert "liability_cap.missing" in ids["contrat-000.txt"][0]
    assert "liability_cap.missing" in ids["contrat-001.txt"][1]
    assert "Since the earlier run, 4 contracts: " in capsys.readouterr().err


def test_same_folder_is_its_own_baseline(tmp_path, capsys):
    """--baseline with the folder of the results compares with the run before."""
    room, out = write_contracts(tmp_path / "room", 1), tmp_path / "out"
    assert 2 == _batch(room, "--out", out, "--baseline", out)
    _batch(room, "--out", out)
    (room / "new.txt").write_text(contract(5), encoding="utf-8")
    _batch(room, "--out", out, "--baseline", out)

    assert [("new.txt", "new")] == [(row["path"], row["status"]) for row in _lines(out / "changes.jsonl")]


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        ("--export", ["room", "--out", "out", "--export", "csv"]),
        ("--workers", ["room", "--out", "out", "--workers", "0"]),
        ("--time-limit", ["room", "--out", "out", "--time-limit", "0"]),
        ("is also a folder to read", ["room", "--out", "room"]),
        ("is a file", ["room", "--out", "room/contrat-000.txt"]),
        ("does not hold the results", ["--out", "nowhere"]),
        ("does not hold the results", ["room", "--out", "out", "--baseline", "room"]),
        ("no such file", ["room", "--out", "out", "--playbook", "house.toml"]),
        ("--level", ["room", "--out", "out", "--level", "avoid"]),
    ],
)
def test_what_cannot_be_done_is_one_sentence(expected, arguments, capsys, monkeypatch, tmp_path):
    """Exit code 2 and one line that says why, before anything is read."""
    monkeypatch.chdir(tmp_path)
    write_contracts(tmp_path / "room", 1)

    assert 2 == run(["batch", *arguments])
    told = capsys.readouterr().err
    assert expected in told
    assert 1 == len(told.splitlines())
    assert "Files found" not in told


def _reports(out: Path) -> list[tuple[str, dict]]:
    with Store(out) as store:
        return list(store.reports())


def _stored(out: Path) -> int:
    """How many results are in the store."""
    try:
        with sqlite3.connect(f"file:{out / 'store.sqlite'}?mode=ro", uri=True) as db:
            count = db.execute("SELECT count(*) FROM results").fetchone()[0]
        db.close()
    except sqlite3.OperationalError:
        return 0
    return count


def _until(process, out: Path, results: int) -> None:
    deadline = time.monotonic() + 120
    while _stored(out) < results and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)


def test_killed_and_gone_on_with(tmp_path):
    """Killed at random moments and run again, the store ends equal to that of an undisturbed run; no worker is left."""
    room = write_contracts(tmp_path / "room", 20)
    _batch(room, "--out", tmp_path / "calm")
    chance, out, before = random.Random(6), tmp_path / "out", 0
    for _ in range(3):
        process = start(room, "--out", out, "--workers", "2")
        _until(process, out, before + chance.randint(1, 4))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert _stored(out) >= before
        before = _stored(out)
    process = start(room, "--out", out, "--workers", "2")
    process.communicate()

    assert 0 < before < 20
    assert 0 == process.returncode
    assert _reports(tmp_path / "calm") == _reports(out)


def test_ctrl_c_says_how_to_go_on(tmp_path):
    """130, no traceback, and the command that goes on; what was judged is there."""
    room, out = write_contracts(tmp_path / "room", 200), tmp_path / "out"
    process = start(room, "--out", out, "--workers", "1")
    _until(process, out, 1)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)

    assert 130 == process.returncode
    assert f"The same command goes on: gardefou batch {room} --out {out} --workers 1" in told
    assert f"gardefou batch --out {out}" in told
    assert "Traceback" not in told
    assert 1 <= len(_reports(out)) < 200


def test_french(tmp_path, capsys):
    """Messages and failures in French."""
    room, out = write_contracts(tmp_path / "room", 1), tmp_path / "out"
    (room / "lot.zip").write_bytes(_bomb())

    assert 2 == _batch(room, "--out", out, "--language", "fr")
    told = capsys.readouterr().err
    assert "lot.zip/a.txt\u202f: une fois décompressée, cette entrée occuperait plus de 300 fois sa taille" in told
    assert "1 contrat jugé, 1 fichier sans résultat." in told
    assert "c’est ce que fait un piège." in _lines(out / "failures.jsonl")[0]["message"]


def _bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(8_000_000))
    return target.getvalue()
