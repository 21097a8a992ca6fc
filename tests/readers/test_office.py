"""Old Word files are converted in a private folder that is gone at once; LibreOffice stands in by a script, once it is the real one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from analyzer.errors import DamagedFile, TooLarge, UnknownFormat
from analyzer.readers import read
from tests.contracts.build import docx, p

DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A program called soffice that does what the test says, and a temporary folder to look into."""
    place, temporary = tmp_path / "bin", tmp_path / "tmp"
    place.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def install(script: str) -> Path:
        program = place / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return temporary

    return install


def test_converted_file_is_read(office, tmp_path):
    """The converted text is the document's; format and sum are those of the file given; nothing is left behind."""
    (tmp_path / "made.docx").write_bytes(docx(p("Le prestataire répond de tout.")))
    left = office(
        f'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cp {tmp_path}/made.docx "$2/contract.docx"'
    )
    document = read(DOC, name="contrat.doc")

    assert ("Le prestataire répond de tout.", "doc") == (document.text, document.format)
    assert [] == list(left.iterdir())


def test_macros_and_links_are_off(office, tmp_path):
    """LibreOffice is started with a profile of its own that forbids macros, links and active content, and sees no other."""
    office(
        f'cat "${{1#-env:UserInstallation=file://}}/user/registrymodifications.xcu" > {tmp_path}/seen; echo "$@" >> {tmp_path}/seen'
    )
    with pytest.raises(DamagedFile):
        read(DOC)
    seen = (tmp_path / "seen").read_text(encoding="utf-8")

    for name in ("DisableMacrosExecution", "DisableActiveContent", "BlockUntrustedRefererLinks"):
        assert f'"{name}"><value>true' in seen
    assert "--headless" in seen


def test_conversion_that_hangs_is_ended(office, monkeypatch, tmp_path):
    """After the limit every process that the conversion started is ended, and the folder is gone."""
    monkeypatch.setenv("GARDEFOU_MAX_SECONDS", "1")
    noted = tmp_path / "pid"
    left = office(f"sleep 600 & echo $! > {noted}; wait")
    with pytest.raises(TooLarge, match="GARDEFOU_MAX_SECONDS"):
        read(DOC)

    state = subprocess.run(  # noqa: S603
        ["ps", "-o", "stat=", "-p", noted.read_text(encoding="utf-8").strip()],  # noqa: S607
        capture_output=True, text=True, check=False,
    ).stdout.strip()  # fmt: skip

    assert state[:1] in ("", "Z"), "the process that the conversion started still runs"
    assert [] == list(left.iterdir())


def test_without_libreoffice(monkeypatch, tmp_path):
    """Where it is not installed one sentence says what the file is and what to do."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(UnknownFormat, match="only where LibreOffice is installed"):
        read(DOC, name="contrat.doc")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_real_conversion(tmp_path):
    """A real .doc gives the same text as the Word file that it was made from."""
    clause = "8.2 La responsabilité du Prestataire est limitée à 600 € par an."
    (tmp_path / "a.docx").write_bytes(docx(p(clause)))
    profile = (tmp_path / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120)  # noqa: S603

    assert clause == read(tmp_path / "a.doc").text
