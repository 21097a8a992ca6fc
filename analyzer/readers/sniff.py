"""What a file is, told by its content and never by its extension."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Final

from analyzer.readers.archive import ZIP_ERRORS
from analyzer.readers.source import Source

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG", "a picture (.png)"),
    (b"\xff\xd8\xff", "a picture (.jpg)"),
    (b"GIF8", "a picture (.gif)"),
    (b"BM", "a picture (.bmp)"),
    (b"II*\x00", "a picture (.tif)"),
    (b"MM\x00*", "a picture (.tif)"),
    (b"\x1f\x8b", "a compressed (.gz) file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed (.7z) file"),
    (b"Rar!\x1a\x07", "a compressed (.rar) file"),
    (b"%!PS", "a PostScript file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_OLE_STREAMS: Final = (
    ("Workbook", "an Excel 97-2003 (.xls) workbook"),
    ("PowerPoint Document", "a PowerPoint 97-2003 (.ppt) presentation"),
    ("__substg1.0", "an Outlook (.msg) message"),
)
_ZIP_CONTENTS: Final = (
    ("xl/", "an Excel (.xlsx) workbook"),
    ("ppt/", "a PowerPoint (.pptx) presentation"),
    ("META-INF/container.xml", "an e-book (.epub)"),
    ("Index/Document.iwa", "a Pages document"),
)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HTML: Final = re.compile(
    r"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200}){0,3}<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.I | re.S
)
_PAGE: Final = re.compile(r"<(?:!doctype\s{1,20}html|html)[\s>]", re.I)
_XML: Final = re.compile(r"\s{0,200}<\?xml\s", re.I)
_MARKDOWN: Final = re.compile(r"^(?:#{1,6} \S|\*\*[^*\n]{2,120}\*\*\s*$|\|[ :|-]{3,200}\|\s*$)", re.M)


def sniff(source: Source) -> str:
    """docx, odt, pdf, rtf, doc, html, txt or md; raises UnknownFormat, EncryptedFile or DamagedFile for anything else."""
    data = source.data
    if data.startswith(b"PK\x03\x04"):
        return _zip(source)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        return _ole(source)
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if data.startswith(b"PK"):
        raise source.problem("damaged", format="zip")
    text = decode(data)
    what = next((what for magic, what in _MAGIC if data.startswith(magic) and (text is None or len(magic) > 2)), None)
    if what or text is None:
        raise source.problem("unknown_format", what=what or "not a text, Word or PDF file")
    if _HTML.match(text) or (_XML.match(text) and _PAGE.search(text[:4096])):
        return "html"
    if _XML.match(text):
        raise source.problem("unknown_format", what="an XML file")
    if not text.strip():
        raise source.problem("blank")
    return "md" if _is_markdown(source.name, text) else "txt"


def decode(data: bytes) -> str | None:
    """The text of the bytes without its byte order mark; None where they are no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16")
    if data[:4096].count(0) > len(data[:4096]) // 4 and len(data) % 2 == 0:
        little = data[1:4096:2].count(0) >= data[0:4096:2].count(0)
        return _readable(_decoded(data, "utf-16-le" if little else "utf-16-be"))
    if _CONTROL.search(data):
        return None
    text = _decoded(data, "utf-8-sig")
    return text if text is not None else _decoded(data, "cp1252")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _readable(text: str | None) -> str | None:
    """The text unless it holds control characters, which show that it was no text."""
    return None if text is None or any(ord(mark) < 9 for mark in text[:4096]) else text


def _is_markdown(name: str, text: str) -> bool:
    if PurePath(name).suffix.lower() in (".md", ".markdown"):
        return True
    return len(_MARKDOWN.findall(text[:200_000])) >= 3


def _zip(source: Source) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            names = archive.namelist()
            mime = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except ZIP_ERRORS:
        raise source.problem("damaged", format="Word" if b"word/" in source.data[:65536] else "zip") from None
    if mime.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if mime.startswith(b"application/vnd.oasis.opendocument"):
        raise source.problem("unknown_format", what="an OpenDocument file that is no text")
    if any(name.startswith("word/") for name in names):
        return "docx"
    for beginning, what in _ZIP_CONTENTS:
        if any(name.startswith(beginning) for name in names):
            raise source.problem("unknown_format", what=what)
    raise source.problem("unknown_format", what="a zip archive")


def _ole(source: Source) -> str:
    """doc; raises UnknownFormat or EncryptedFile for any other file in the old container."""
    if "EncryptedPackage".encode("utf-16-le") in source.data:
        raise source.problem("encrypted", format="Word")
    if "WordDocument".encode("utf-16-le") in source.data:
        return "doc"
    for stream, what in _OLE_STREAMS:
        if stream.encode("utf-16-le") in source.data:
            raise source.problem("unknown_format", what=what)
    raise source.problem("unknown_format", what="an old Office file")
