"""The wheel and the source archive carry what the program needs and nothing else, and the installed wheel does the README's main job."""

from __future__ import annotations

import json
import re
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import analyzer
from tests.release.conftest import ROOT, build, run

SAMPLE = "600-euros-par-an.docx"
OWN = ("analyzer", "clauses")


def needed() -> set[str]:
    """Every file of the two packages, by its path from the root."""
    files = (path for name in OWN for path in (ROOT / name).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def in_wheel(packages) -> set[str]:
    with zipfile.ZipFile(packages.wheel) as archive:
        return set(archive.namelist())


def test_wheel_carries_both_packages(in_wheel):
    """No module, rule, wording, schema or page is left behind."""
    assert set() == needed() - in_wheel


def test_wheel_carries_the_files_of_the_app(in_wheel):
    """The script of the pages, their settings and the samples lie where the pages look for them."""
    contracts = {path.name for path in (ROOT / "samples" / "applicant" / "contracts").iterdir()}
    app = {name.removeprefix("analyzer/app/") for name in in_wheel if name.startswith("analyzer/app/")}

    assert {
        "streamlit_app.py",
        ".streamlit/config.toml",
        f"samples/{SAMPLE}",
        "samples/applicant/application.toml",
    } <= app
    assert {f"samples/applicant/contracts/{name}" for name in contracts} <= app


def test_wheel_carries_nothing_else(in_wheel):
    """No test, benchmark, page or setting of the repository."""
    metadata = f"gardefou-{analyzer.__version__}.dist-info"

    assert {*OWN, metadata} == {name.split("/")[0] for name in in_wheel}
    assert {f"{metadata}/licenses/LICENSE", f"{metadata}/licenses/NOTICE"} <= in_wheel


def test_source_archive(packages):
    """What the wheel is made of, what a reader needs, no test and no benchmark."""
    with tarfile.open(packages.sdist) as archive:
        names = {each.name.split("/", 1)[1] for each in archive.getmembers() if each.isfile()}
    roots = {name.split("/")[0] for name in names}

    assert set() == needed() - names
    assert {"LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "pyproject.toml", "samples", "streamlit_app.py"} <= roots
    assert set() == roots & {"tests", "benchmarks", "docs", "requirements", "Makefile"}


def test_source_archive_builds_the_same_wheel(packages, unpacked, tmp_path):
    """Whoever builds from the source archive gets our wheel, byte for byte."""
    assert packages.wheel.read_bytes() == build(unpacked, tmp_path).wheel.read_bytes()


def test_version_is_one(packages, gardefou):
    """The package, the command and the newest section of the change log tell the same version."""
    released = re.search(
        r"^## \[(\d[^]]*)\] - \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M
    )

    assert f"gardefou {analyzer.__version__}\n" == gardefou("--version").stdout
    assert f"gardefou-{analyzer.__version__}-py3-none-any.whl" == packages.wheel.name
    assert released
    assert analyzer.__version__ == released[1]


def test_installed_apart_from_the_clone(installed, tmp_path):
    """The program under test is the wheel's: both packages lie in the new environment, the clone is on no path."""
    code = "import analyzer, clauses, sys; print(analyzer.__file__, clauses.__file__, *sys.path, sep='\\n')"
    told = run(installed.python, "-c", code, cwd=tmp_path)
    engine, library, *paths = (Path(line) for line in told.stdout.splitlines() if line)

    assert engine.is_relative_to(installed.place)
    assert library.is_relative_to(installed.place)
    assert ROOT not in paths


def test_check(gardefou, tmp_path):
    """The README's first command finds that there is no cap and what the claim is against the price."""
    shutil.copy(ROOT / "samples" / SAMPLE, tmp_path)
    told = gardefou("check", SAMPLE, "--claim", "39746.41", ok=(1,)).stdout

    assert "liability_cap.missing" in told
    assert "39\u202f746,41" in told


def test_json_is_valid_against_the_shipped_schema(gardefou, packages, tmp_path):
    """The report for programs keeps to the schema that the wheel carries."""
    shutil.copy(ROOT / "samples" / SAMPLE, tmp_path)
    report = json.loads(gardefou("check", SAMPLE, "--claim", "39746.41", "--format", "json", ok=(1,)).stdout)
    with zipfile.ZipFile(packages.wheel) as archive:
        schema = json.loads(archive.read("analyzer/reports/report.schema.json"))

    Draft202012Validator(schema).validate(report)
    assert "39746.41" == report["exposure"]["scenarios"][0]["loss"]
    assert analyzer.__version__ == report["tool"]["version"]


def test_fix(gardefou, tmp_path):
    """The contract comes back as a Word file with tracked insertions."""
    shutil.copy(ROOT / "samples" / SAMPLE, tmp_path)
    gardefou("fix", SAMPLE, "-o", "redlined.docx")
    with zipfile.ZipFile(tmp_path / "redlined.docx") as archive:
        assert b"<w:ins " in archive.read("word/document.xml")


def test_clauses(gardefou):
    """The library that was installed shows its pages, and every rule holds on its own examples."""
    passed, total = re.findall(r"\d+", gardefou("clauses", "test").stdout)

    assert "What it finds" in gardefou("clauses", "show", "liability_cap.missing").stdout
    assert passed == total
    assert int(total) > 500


def test_the_app_finds_its_files(installed, tmp_path):
    """`gardefou app` would run the wheel's own script, and the pages offer every sample."""
    code = "from analyzer.cli.page import script; from analyzer.app import intake; print(script(), intake.sample('applicant'), sep='\\n')"
    script, applicant = (Path(line) for line in run(installed.python, "-c", code, cwd=tmp_path).stdout.splitlines())

    assert script.is_relative_to(installed.place)
    assert applicant.is_relative_to(installed.place)
    assert (applicant / "application.toml").is_file()
