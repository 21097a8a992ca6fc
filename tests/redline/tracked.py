"""Accepts or rejects the tracked changes of a Word file, of everybody or of one author: what Word's two buttons do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from analyzer.readers.docx.package import Package, W
from analyzer.readers.source import Source

_BACK = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def main_part(data: bytes) -> str:
    """The name of the document part, whatever the file calls it."""
    return Package(Source("contract.docx", "contract.docx", data)).main


def body(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)[main_part(data)])


def accepted(data: bytes, author: str = "Garde-fou") -> bytes:
    """The file with the author's changes accepted."""
    return _resolved(data, author, kept="ins", gone="del")


def rejected(data: bytes, author: str = "Garde-fou") -> bytes:
    """The file with the author's changes rejected."""
    return _resolved(data, author, kept="del", gone="ins")


def _resolved(data: bytes, author: str, *, kept: str, gone: str) -> bytes:
    root = body(data)
    for paragraph in list(root.iter(W + "p")):
        _join(paragraph, author, gone)
    for name, action in ((gone, _remove), (kept, _unwrap)):
        for change in [each for each in root.iter(W + name) if each.get(W + "author") == author]:
            action(change)
    return packed(parts(data) | {main_part(data): etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


def _join(paragraph: etree._Element, author: str, gone: str) -> None:
    """A paragraph whose mark goes runs on into the next one, which keeps its own layout."""
    mark = paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}")
    following = paragraph.getnext()
    if mark is None or mark.get(W + "author") != author or following is None:
        return
    if following.tag != W + "p":
        paragraph.getparent().remove(paragraph)
        return
    place = 1 if following.find(W + "pPr") is not None else 0
    for number, element in enumerate([each for each in paragraph if each.tag != W + "pPr"]):
        following.insert(place + number, element)
    paragraph.getparent().remove(paragraph)


def _remove(change: etree._Element) -> None:
    change.getparent().remove(change)


def _unwrap(change: etree._Element) -> None:
    parent = change.getparent()
    for element in change.iter(*_BACK):
        element.tag = _BACK[element.tag]
    for element in list(change):
        change.addprevious(element)
    parent.remove(change)
