"""Pages that are pictures go through Tesseract; a script stands in for it where the program itself does not matter."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

import analyzer
from analyzer.errors import NoText
from analyzer.readers import progress, read
from analyzer.readers.pdf import recognition
from analyzer.reports import json, text
from tests.readers.conftest import lines, wrapped

CLAUSES = (
    "1. Objet. Le Prestataire sauvegarde chaque nuit le serveur du Client, sur un disque connecté en permanence.",
    "2. Responsabilité. La responsabilité du Prestataire est limitée à six cents euros par an, toutes causes confondues.",
)


def scanned(data: bytes, *pages: int) -> bytes:
    """The PDF with these pages (counted from 1) as pictures, the others as they are."""
    source, made = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    for index in range(len(source)):
        if index + 1 not in pages:
            made.import_pages(source, [index])
            continue
        picture = source[index].render(scale=200 / 72).to_pil().convert("L")
        sheet = io.BytesIO()
        picture.save(sheet, "PDF", resolution=200)
        made.import_pages(pypdfium2.PdfDocument(sheet.getvalue()))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@pytest.fixture
def contract(pdf):
    """Two pages, the second a picture."""
    return scanned(
        pdf(*[lambda canvas, clause=clause: wrapped(canvas, clause, 72, 700, 420, 12) for clause in CLAUSES]), 2
    )


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """A program called tesseract that answers with this table of words and keeps what it was given."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    recognition.find.cache_clear()

    def install(*rows: str) -> Path:
        head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
        (tmp_path / "table").write_text("\n".join((head, *rows)), encoding="utf-8")
        program = tmp_path / "tesseract"
        program.write_text(
            f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo eng; echo fra; exit; fi\necho "$@" > {tmp_path}/asked\n'
            f"cat > {tmp_path}/picture\ncat {tmp_path}/table\n",
            encoding="utf-8",
        )
        program.chmod(0o755)
        return tmp_path

    yield install
    recognition.find.cache_clear()


def word(line: int, left: int, told: str, sure: float = 90) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t{300 + 60 * line}\t{20 * len(told)}\t40\t{sure}\t{told}"


def test_words_become_lines_with_boxes(stand_in, contract):
    """Words of a line are one line of text, a wide gap parts cells, dirt is left out; the page is named."""
    cells = [word(row, left, told) for row in (1, 2, 3) for left, told in ((300, f"Poste{row}"), (1500, f"Prix{row}"))]
    stand_in(*cells, word(8, 300, "La"), word(8, 360, "limite"), word(12, 300, "~#;", 3))
    document = read(contract)

    assert ["Poste3 | Prix3", "La limite"] == document.text.split("\n")[-2:]
    assert ((2,), (), 2) == (document.ocr_pages, document.empty_pages, document.page_at(document.text.index("limite")))
    assert 72 == round(document.lines[-1].box.left)


def test_picture_goes_through_a_pipe(stand_in, contract):
    """Tesseract gets the page on its standard input, in French and English: no picture is written to disk."""
    folder = stand_in(word(1, 300, "Texte"))
    read(contract)

    assert "stdin stdout -l fra+eng" in (folder / "asked").read_text(encoding="utf-8")
    assert (folder / "picture").read_bytes().startswith(b"P5 ")


def test_progress_is_told(stand_in, contract):
    """Whoever watches hears of each page."""
    stand_in(word(1, 300, "Texte"))
    told = []
    with progress.watched(lambda *steps: told.append(steps)):
        read(contract)

    assert [(0, 1), (1, 1)] == told


def test_only_so_many_pages(stand_in, pdf, monkeypatch):
    """Beyond the limit pages stay without text, and are told as such."""
    stand_in(word(1, 300, "Texte"))
    monkeypatch.setenv("GARDEFOU_MAX_OCR_PAGES", "1")
    document = read(scanned(pdf(*[lambda canvas: lines(canvas, ["x"], 72, 700)] * 3), 1, 2, 3))

    assert ((1,), (2, 3)) == (document.ocr_pages, document.empty_pages)


def test_without_tesseract(contract, monkeypatch, tmp_path):
    """Without the program a page that is a picture is told as empty, and a file of pictures alone is refused with what to do."""
    monkeypatch.setenv("PATH", str(tmp_path))
    recognition.find.cache_clear()
    try:
        assert ((), (2,)) == (read(contract).ocr_pages, read(contract).empty_pages)
        with pytest.raises(NoText, match="ocrmypdf"):
            read(scanned(contract, 1, 2))
    finally:
        recognition.find.cache_clear()


def test_failing_program_leaves_the_page_empty(stand_in, contract):
    """A Tesseract that fails on a page gives no text and stops nothing."""
    (stand_in() / "tesseract").write_text(
        '#!/bin/sh\n[ "$1" = --list-langs ] && echo fra && exit\nexit 1\n', encoding="utf-8"
    )

    assert (2,) == read(contract).empty_pages


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_findings_on_recognised_pages_are_marked(contract):
    """The real program reads the page; the text report and JSON say of each quote from it that it was recognised."""
    recognition.find.cache_clear()
    report = analyzer.analyze(contract, name="scan.pdf")
    quoted = [each for finding in report.findings for each in finding.evidence]
    marked = [each for finding in json.as_dict(report)["findings"] for each in finding["evidence"]]

    assert "limitée à six cents euros" in report.document.text
    assert {2: True, 1: False} | {each.page: "ocr" in row for each, row in zip(quoted, marked, strict=True)} == {
        2: True,
        1: False,
    }
    assert "page 2, art. 2, texte reconnu sur une image" in text.render(report)


def test_blank_page_is_no_picture(pdf):
    """A page with nothing on it stays empty."""
    buffer = io.BytesIO()
    Image.new("L", (600, 800), 255).save(buffer, "PDF")
    recognition.find.cache_clear()
    with pytest.raises(NoText):
        read(buffer.getvalue())
