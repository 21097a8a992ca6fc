"""Files are known by their content, and refused with a sentence that says what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from analyzer.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    MissingFile,
    TooLarge,
    UnknownFormat,
    UnreadableFile,
)
from analyzer.readers import read
from tests.contracts.build import docx, p
from tests.readers.odt import odt

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def archive(*names: str, mimetype: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "x")
    return buffer.getvalue()


def test_word_file_named_pdf_is_a_word_file():
    """The name does not decide: a .docx named .pdf is read as what it is."""
    assert read(docx(p("Clause.")), name="contrat.pdf").format == "docx"


def test_text_named_docx_is_text():
    """A text named .docx is read as text."""
    assert read(b"Une clause.", name="contrat.docx").format == "txt"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"{\\rtf1\\ansi Clause}", "rtf"),
        (b"<!DOCTYPE html><html><body>Clause</body></html>", "html"),
        (b"\n <html lang='fr'><p>Clause", "html"),
        (odt("<text:p>Clause</text:p>"), "odt"),
        (b"Clause <b>1</b>, {\\rtf1}", "txt"),
    ],
)
def test_formats_by_content(data, expected):
    """Whatever the name, the content decides."""
    assert expected == read(data, name="contrat.pdf").format


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (archive("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), ".xlsx"),
        (archive("ppt/presentation.xml"), ".pptx"),
        (archive("a.txt"), "zip archive"),
        (b"<?xml version='1.0'?><invoice>Clause</invoice>", "XML"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ".png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", ".jpg"),
        (OLE + "Workbook".encode("utf-16-le"), ".xls"),
        (bytes(range(256)), "not a text"),
    ],
)
def test_other_formats_are_named(data, named):
    """A file of another kind is refused by name, with what to do."""
    with pytest.raises(UnknownFormat) as caught:
        read(data, name="contrat.bin")

    assert named in caught.value.message
    assert "Save it as .docx or PDF" in caught.value.hint


def test_word_file_with_a_password_is_told():
    """An encrypted Word file is an OLE file that holds an encrypted package."""
    with pytest.raises(EncryptedFile):
        read(OLE + "EncryptedPackage".encode("utf-16-le"))


def test_missing_file_is_told(tmp_path):
    """A file that is not there is told with its path."""
    with pytest.raises(MissingFile) as caught:
        read(tmp_path / "absent.docx")

    assert caught.value.path == str(tmp_path / "absent.docx")
    assert caught.value.key == "missing"


def test_folder_is_told(tmp_path):
    """A folder is no contract."""
    with pytest.raises(UnreadableFile):
        read(tmp_path)


@pytest.mark.parametrize("data", [b"", b"  \n\t\n"])
def test_empty_file_is_told(data):
    """A file without anything in it, or with blanks alone, is told as empty."""
    with pytest.raises(EmptyFile):
        read(data)


def test_broken_archive_is_damaged():
    """Something that begins as an archive and is none is damaged."""
    with pytest.raises(DamagedFile):
        read(b"PK\x03\x04" + bytes(100))


def test_huge_file_is_refused(monkeypatch):
    """A file beyond the limit is refused before it is read."""
    monkeypatch.setenv("GARDEFOU_MAX_MB", "1")

    with pytest.raises(TooLarge):
        read(b"x" * 1_000_001)


def test_sources_of_every_kind_give_one_document(tmp_path):
    """A path, its string, its bytes and an open file are read alike; the sum is that of the bytes."""
    path = tmp_path / "contrat.txt"
    path.write_bytes("Le prix est de 600 €.".encode())
    with path.open("rb") as file:
        documents = [read(path), read(str(path)), read(path.read_bytes(), name="contrat.txt"), read(file)]

    assert {each.text for each in documents} == {"Le prix est de 600 €."}
    assert {each.name for each in documents} == {"contrat.txt"}
    assert len({each.sha256 for each in documents}) == 1


def test_given_names_win(tmp_path):
    """The name and the path that are given are those that reports and errors use."""
    document = read(b"Texte.", name="a.txt", path="dossier/a.txt")

    assert (document.name, document.path) == ("a.txt", "dossier/a.txt")
