"""A Word file written back: the parts that changed are replaced, all others are copied byte for byte.

python-docx writes every part anew, so it would touch styles, numbering and settings of a contract that is not ours; it
makes our own documents (`analyzer.redline.sheet`).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from analyzer.readers.docx.package import Package, W
from analyzer.readers.source import Source
from analyzer.redline.tracking import AUTHOR

_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
# "Strict Open XML" writes the same elements in namespaces of its own (ISO/IEC 29500-1); Word wants one dialect in a file.
_STRICT_WORD: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_DIALECTS: Final = (
    (_STRICT_WORD, W.strip("{}").encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _KINDS.rstrip("/").encode()),
)
INITIALS: Final = "GF"


@dataclass(frozen=True, slots=True)
class Note:
    """A comment: its id in the document part and its paragraphs."""

    number: int
    paragraphs: tuple[str, ...]


class Archive:
    """The parts of a Word file, read from its bytes; `write` gives the file with the changed ones in their places."""

    def __init__(self, data: bytes, name: str) -> None:
        self._package = Package(Source(name, name, data))
        self._data = data
        self._new: dict[str, bytes] = {}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._names = set(archive.namelist())
            self._strict = _STRICT_WORD in archive.read(self.main)

    @property
    def main(self) -> str:
        return self._package.main

    def put(self, name: str, root: etree._Element) -> None:
        """Replace or add a part, in the namespaces of the file's own dialect."""
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for strict, usual in _DIALECTS if self._strict else ():
            data = data.replace(usual, strict)
        self._new[name] = data

    def part(self, name: str) -> etree._Element:
        """A part's tree; raises KeyError where there is none."""
        data = self._new.get(name)
        if data is None:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
                data = archive.read(name)
        for strict, usual in _DIALECTS if self._strict else ():
            data = data.replace(strict, usual)
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))

    def add_part(self, kind: str, name: str, root: etree._Element) -> str:
        """Add a part that the document part refers to (comments, header …) beside it; the relationship's id."""
        path = posixpath.join(posixpath.dirname(self.main), name)
        self.put(path, root)
        types = self.part("[Content_Types].xml")
        etree.SubElement(types, _TYPES + "Override", {"PartName": f"/{path}", "ContentType": f"{_WORD}{kind}+xml"})
        self.put("[Content_Types].xml", types)
        relations = self._relations()
        table = (
            self.part(relations)
            if relations in self._names | self._new.keys()
            else etree.Element(_PACKAGE + "Relationships")
        )
        taken = {each.get("Id") for each in table}
        identifier = next(each for each in (f"rGf{number}" for number in range(1, 1000)) if each not in taken)
        etree.SubElement(table, _PACKAGE + "Relationship", {"Id": identifier, "Type": _KINDS + kind, "Target": name})
        self.put(relations, table)
        return identifier

    def related(self, kind: str) -> list[str]:
        """The names of the parts of a kind that the document part refers to."""
        table = self._relations()
        folder = posixpath.dirname(self.main)
        if table not in self._names:
            return []
        targets = [each.get("Target", "") for each in self.part(table) if each.get("Type", "").endswith(f"/{kind}")]
        paths = (each.lstrip("/") if each.startswith("/") else posixpath.join(folder, each) for each in targets)
        return [each for each in map(posixpath.normpath, paths) if each in self._names]

    def _relations(self) -> str:
        folder, main = posixpath.split(self.main)
        return posixpath.join(folder, "_rels", f"{main}.rels")

    def first_comment_id(self, root: etree._Element) -> int:
        """The id after the highest that the file's comments have, or what refers to comments in the document's tree."""
        name = self._package.name_of("comments")
        named = [*root.iter(W + "commentReference", W + "commentRangeStart")]
        named += [] if name is None else list(self.part(name).iter(W + "comment"))
        ids = (each.get(W + "id", "") for each in named)
        return 1 + max((int(each) for each in ids if each.isdigit()), default=-1)

    def add_comments(self, notes: Sequence[Note], when: str) -> None:
        """Add comments behind those that are there."""
        if not notes:
            return
        name = self._package.name_of("comments")
        root = etree.Element(W + "comments", nsmap={"w": W.strip("{}")}) if name is None else self.part(name)
        for note in notes:
            root.append(_comment(note, when))
        if name is None:
            self.add_part("comments", self.free_name("comments"), root)
        else:
            self.put(name, root)

    def free_name(self, stem: str) -> str:
        """The name of a part that is not there yet: header.xml, header1.xml …"""
        folder = posixpath.dirname(self.main)
        names = (f"{stem}{number or ''}.xml" for number in range(1000))
        return next(each for each in names if posixpath.join(folder, each) not in self._names | self._new.keys())

    def write(self) -> bytes:
        """The file's bytes: entries in their order, new parts at the end."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                new.writestr(info, self._new.get(info.filename) or old.read(info), info.compress_type)
            for name in self._new.keys() - self._names:
                new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), self._new[name], zipfile.ZIP_DEFLATED)
        return buffer.getvalue()


def _comment(note: Note, when: str) -> etree._Element:
    attributes: Mapping[str, str] = {
        W + "id": str(note.number), W + "author": AUTHOR, W + "date": when, W + "initials": INITIALS,
    }  # fmt: skip
    comment = etree.Element(W + "comment", dict(attributes))
    for number, text in enumerate(note.paragraphs):
        paragraph = etree.SubElement(comment, W + "p")
        if not number:
            etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "annotationRef")
        element = etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t", {_SPACE: "preserve"})
        element.text = text
    return comment
