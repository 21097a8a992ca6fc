"""The parts of a .docx: found by relationship, checked against the limits, parsed without entities or network."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Final

from lxml import etree

from analyzer.readers.limits import MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES, MAX_ZIP_RATIO, RATIO_FLOOR_BYTES
from analyzer.readers.source import Source

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL: Final = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ZIP_ERRORS: Final = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError)


class Package:
    """The parts of one Word file, by the kind of their relationship."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._left = MAX_UNPACKED_BYTES
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(source.data))
        except _ZIP_ERRORS:
            raise source.problem("damaged", format="Word") from None
        self._names = {info.filename: info for info in self._archive.infolist()}
        if len(self._names) > MAX_ZIP_ENTRIES:
            raise source.problem("too_large", what=f"more than {MAX_ZIP_ENTRIES} parts")
        self.main = self._main_name()
        self._parts = self._relationships(self.main)

    def document(self) -> etree._Element:
        """The root of the document part; raises DamagedFile where there is none."""
        root = self._parse(self.main)
        if root is None or root.tag != f"{W}document":
            raise self._source.problem("damaged", format="Word")
        return root

    def part(self, kind: str) -> etree._Element | None:
        """The root of the part of this kind (styles, numbering, footnotes …); None where the file has none."""
        return self._parse(self._parts.get(kind) or posixpath.join(posixpath.dirname(self.main), f"{kind}.xml"))

    def name_of(self, kind: str) -> str | None:
        """The name in the archive of the part of this kind; None where the file has none."""
        name = self._parts.get(kind)
        return name if name in self._names else None

    def _main_name(self) -> str:
        return self._relationships("").get("officeDocument") or "word/document.xml"

    def _relationships(self, part: str) -> dict[str, str]:
        """Targets inside the package by kind, first one wins; targets outside it are never looked at."""
        folder, name = posixpath.split(part)
        root = self._parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, str] = {}
        for relation in root.iter(_RELATIONSHIP) if root is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External" and target:
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found.setdefault(relation.get("Type", "").rpartition("/")[2], posixpath.normpath(path))
        return found

    def _parse(self, name: str) -> etree._Element | None:
        data = self._bytes(name)
        if data is None:
            return None
        if b"<!DOCTYPE" in data[:2048] or b"<!ENTITY" in data[:2048]:  # Word never writes one; traps do
            raise self._source.problem("damaged", format="Word")
        if _STRICT in data[:4096]:
            data = data.replace(_STRICT, _TRANSITIONAL)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise self._source.problem("damaged", format="Word") from None

    def _bytes(self, name: str) -> bytes | None:
        info = self._names.get(name)
        if info is None:
            return None
        self._left -= info.file_size
        ratio = info.file_size / max(info.compress_size, 1)
        if self._left < 0 or (info.file_size > RATIO_FLOOR_BYTES and ratio > MAX_ZIP_RATIO):
            raise self._source.problem("too_large", what="its parts unpack to too much")
        try:
            return self._archive.read(info)
        except (*_ZIP_ERRORS, zipfile.LargeZipFile):
            raise self._source.problem("damaged", format="Word") from None
        except Exception as error:  # a broken stream raises zlib.error, lzma.LZMAError …, which share no base
            if type(error).__module__ in ("zlib", "lzma", "_lzma", "bz2"):
                raise self._source.problem("damaged", format="Word") from None
            raise
