"""Files made to harm: each is read harmlessly or refused with its own sentence, whose limit can be raised."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest

from analyzer.errors import DamagedFile, EncryptedFile, FileProblem, SettingsProblem, TooLarge
from analyzer.readers import read
from analyzer.readers.limits import DEFAULTS, limits_of
from tests.contracts.build import docx, p
from tests.readers.conftest import lines
from tests.readers.odt import SPACES, odt
from tests.readers.odt import p as odt_p
from tests.work import calls


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The archive with one part more, or in place of its own."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return target.getvalue()


BOMB = b"<w:document><w:body>" + b"a" * 90_000_000


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (lambda: with_part(docx(p("x")), "word/document.xml", BOMB), "UNPACKED_MB"),
        (lambda: with_part(odt(odt_p("x")), "content.xml", BOMB), "UNPACKED_MB"),
        (lambda: b"x" * (DEFAULTS.file_bytes + 1), "MAX_MB"),
        (lambda: b"mot " * (DEFAULTS.characters // 4 + 1), "CHARACTERS"),
        (lambda: b"<html>" + b"<div>" * 220 + b"x", "DEPTH"),
        (lambda: b"{\\rtf1" + b"{" * 300 + b"x", "DEPTH"),
        (lambda: with_part(odt(odt_p("x")), "content.xml", deep(220)), "DEPTH"),
    ],
    ids=["docx bomb", "odt bomb", "size", "characters", "html depth", "rtf depth", "odt depth"],
)
def test_beyond_a_limit(data, limit):
    """Each limit has its sentence, which names the variable that raises it."""
    with pytest.raises(TooLarge, match=f"GARDEFOU_MAX_{limit.removeprefix('MAX_')}"):
        read(data())


@pytest.mark.parametrize(
    "data",
    [
        lambda: with_part(docx(p("x")), "word/document.xml", BOMB),
        lambda: with_part(odt(odt_p("x")), "content.xml", BOMB),
    ],
    ids=["docx", "odt"],
)
def test_a_bomb_is_not_unpacked(data, monkeypatch):
    """The directory of the archive tells the size: the part that is too large is refused before a byte of it is inflated."""
    unpacked = []
    inflate = zipfile.ZipExtFile.read

    def counted(part, size=-1):
        found = inflate(part, size)
        unpacked.append(len(found))
        return found

    bomb = data()
    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    with pytest.raises(TooLarge):
        read(bomb)

    assert sum(unpacked) < 100_000


def deep(levels: int) -> bytes:
    inner = "<text:section>" * levels + "</text:section>" * levels
    return (
        f"<office:document-content {SPACES}><office:body><office:text>{inner}</office:text></office:body></office:document-content>"
    ).encode()


def test_limits_can_be_raised(monkeypatch):
    """What was refused is read once the environment allows it."""
    page = b"<html>" + b"<div>" * 220 + b"x"
    monkeypatch.setenv("GARDEFOU_MAX_DEPTH", "240")

    assert "x" == read(page).text


@pytest.mark.parametrize("value", ["0", "-5", "many", "1.5", "", "٣"])
def test_wrong_limit_is_told(value):
    """A limit that is no whole number above zero is a fault of the settings, with its default."""
    with pytest.raises(SettingsProblem, match=r"GARDEFOU_MAX_PAGES.*2000"):
        limits_of({"GARDEFOU_MAX_PAGES": value})


def test_names_that_lead_out_of_the_archive(tmp_path, monkeypatch):
    """Nothing of an archive is ever written, so a name with ../ leads nowhere."""
    monkeypatch.chdir(tmp_path)
    document = read(with_part(with_part(docx(p("Clause.")), "../../evil.txt", b"x"), "/etc/evil", b"x"))

    assert ("Clause.", []) == (document.text, list(tmp_path.iterdir()))


def test_archive_that_lies_about_a_size():
    """A part that unpacks to more than the directory says is damaged, and no more than was said is unpacked."""
    data = bytearray(with_part(docx(p("x" * 5000)), "word/settings.xml", b"<a/>" + b" " * 100_000))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    for place in range(len(data) - 4):
        if data[place : place + 4] == size.to_bytes(4, "little"):
            data[place : place + 4] = (10).to_bytes(4, "little")

    with pytest.raises(DamagedFile):
        read(bytes(data))


ENTITY = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]>'


@pytest.mark.parametrize(
    ("data", "name"),
    [(docx(p("x")), "word/document.xml"), (docx(p("x")), "word/styles.xml"), (odt(odt_p("x")), "content.xml")],
)
def test_entities_are_refused(data, name):
    """No office program declares an entity; a file that does is refused before anything is expanded."""
    with pytest.raises(DamagedFile):
        read(with_part(data, name, ENTITY + b"<a>&x;&y;</a>"))


def test_external_relationships_are_not_followed():
    """A Word file whose styles or template lie elsewhere is read without looking there."""
    away = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" TargetMode="External" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="http://127.0.0.1:9/styles.xml"/>'
        b'<Relationship Id="r2" TargetMode="External" Type="x/attachedTemplate" Target="file:///etc/passwd"/></Relationships>'
    )

    assert "Clause." == read(with_part(docx(p("Clause.")), "word/_rels/document.xml.rels", away)).text


def test_macros_are_bytes_like_any_other():
    """A Word file with macros is read for its words; the macros are never looked at."""
    assert (
        "Clause." == read(with_part(docx(p("Clause.")), "word/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub AutoOpen()")).text
    )


def test_encrypted_pdf_is_told(pdf):
    """A PDF that asks for a password says so; one that only forbids printing is read."""
    with pytest.raises(EncryptedFile):
        read(pdf(lambda canvas: lines(canvas, ["Clause."], 72, 700), password="clé"))  # noqa: S106


def test_signed_pdf_is_read(pdf):
    """A signature's field and its bytes are no text; the page is read all the same."""
    data = pdf(lambda canvas: lines(canvas, ["Clause signée."], 72, 700))
    signature = (
        b"\n99 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00ff00ff> >>\nendobj\n"
    )

    assert "Clause signée." == read(data.replace(b"\nxref", signature + b"\nxref", 1)).text


def test_broken_xref_is_mended_or_told(pdf):
    """A table of objects that leads nowhere is rebuilt, or the file is told as damaged."""
    data = pdf(lambda canvas: lines(canvas, ["Clause."], 72, 700))
    broken = data.replace(b"startxref\n", b"startxref\n9999999999")
    outcomes = {"Clause.", "E104"}
    try:
        found = read(broken).text
    except FileProblem as problem:
        found = problem.code

    assert found in outcomes


def test_pdf_that_calls_itself(pdf):
    """A tree of pages that contains itself comes to an end."""
    loop = (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>\nendobj\n"
        b"trailer\n<</Root 1 0 R>>\n"
    )
    with pytest.raises(FileProblem):
        read(loop)


def test_pdf_stream_that_unpacks_to_much(pdf):
    """A stream of a hundred thousand to one is unpacked by pdfium within its own bounds."""
    packed = zlib.compress(b" " * 50_000_000)
    data = pdf(lambda canvas: lines(canvas, ["Clause."], 72, 700))
    trap = b"\n98 0 obj\n<</Filter/FlateDecode/Length %d>>\nstream\n" % len(packed) + packed + b"\nendstream\nendobj\n"

    assert "Clause." == read(data.replace(b"\nxref", trap + b"\nxref", 1)).text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Prix : 600 €".encode() + b"\nd\xe9lai", "Prix : 600 â‚¬\ndélai"),
        ("\ufeffPrix : 600 €".encode("utf-16-le"), "Prix : 600 €"),
        ("Prix : 600 €".encode("utf-16-be"), "Prix : 600 €"),
        ("Clause\x85 fin".encode("cp1252", "ignore"), "Clause fin"),
    ],
)
def test_mixed_encodings(data, expected):
    """Bytes of two encodings are read by one of them to the end; nothing is lost and nothing stops."""
    assert expected == read(data).text


def test_one_long_line():
    """Two million characters on one line are a block like any other, read in as many steps as a short one."""
    short, long = (("La responsabilité du Prestataire est limitée. " * count).encode() for count in (10, 45_000))
    read(short)  # what is imported and compiled once is no part of it

    assert 1 == len(read(long).blocks)
    assert calls(lambda: read(long)) == calls(lambda: read(short))


def test_a_part_that_does_not_inflate_is_damage() -> None:
    """Bytes spoilt inside a compressed part are told as a damaged file, wherever the inflating stops."""
    whole = (Path(__file__).parents[2] / "samples" / "600-euros-par-an.docx").read_bytes()
    part = zipfile.ZipFile(io.BytesIO(whole)).getinfo("word/document.xml")
    begin = part.header_offset + 30 + len(part.filename) + 50
    spoilt = whole[:begin] + bytes(each ^ 0xFF for each in whole[begin : begin + 40]) + whole[begin + 40 :]

    with pytest.raises(DamagedFile):
        read(spoilt, name="contract.docx")
