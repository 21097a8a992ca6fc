"""The parts of a .docx, found by relationship."""

from __future__ import annotations

import posixpath
from typing import Final

from lxml import etree

from analyzer.readers.archive import Archive
from analyzer.readers.source import Source

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL: Final = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    """The parts of one Word file, by the kind of their relationship."""

    def __init__(self, source: Source) -> None:
        self._archive = Archive(source, "Word")
        self.main = self._main_name()
        self._parts = self._relationships(self.main)

    def document(self) -> etree._Element:
        """The root of the document part; raises DamagedFile where there is none."""
        root = self._parse(self.main)
        if root is None or root.tag != f"{W}document":
            raise self._archive.damaged()
        return root

    def part(self, kind: str) -> etree._Element | None:
        """The root of the part of this kind (styles, numbering, footnotes …); None where the file has none."""
        return self._parse(self._parts.get(kind) or posixpath.join(posixpath.dirname(self.main), f"{kind}.xml"))

    def name_of(self, kind: str) -> str | None:
        """The name in the archive of the part of this kind; None where the file has none."""
        name = self._parts.get(kind)
        return name if name in self._archive.names else None

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
        return self._archive.root(name, (_STRICT, _TRANSITIONAL))
