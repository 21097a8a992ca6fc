"""The parts of a zip file: unpacked in memory alone, checked against the limits, parsed without entities, network or deep recursion.

Nothing is ever written to disk, so a name such as `../../etc/passwd` leads nowhere.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from lxml import etree

from analyzer.readers.limits import MAX_ZIP_RATIO, RATIO_FLOOR_BYTES
from analyzer.readers.source import Source

# What zipfile and the inflating below it raise for an archive that is damaged or lies.
ZIP_ERRORS: Final = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error)


class Archive:
    """A zip file that holds a document; `form` is what errors call it ("Word")."""

    def __init__(self, source: Source, form: str) -> None:
        self.source, self.form = source, form
        self._left = source.limits.unpacked_bytes
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(source.data))
        except ZIP_ERRORS:
            raise source.problem("damaged", format=form) from None
        self.names = {info.filename: info for info in self._archive.infolist()}
        if len(self.names) > source.limits.parts:
            raise source.too_large("parts")

    def root(self, name: str, replacing: tuple[bytes, bytes] | None = None) -> etree._Element | None:
        """The root of an XML part; None where there is none. `replacing` puts one name space in place of another."""
        data = self.read(name)
        if data is None:
            return None
        if b"<!DOCTYPE" in data[:2048] or b"<!ENTITY" in data[:2048]:  # no office program writes one; traps do
            raise self.damaged()
        if replacing and replacing[0] in data[:4096]:
            data = data.replace(*replacing)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise self.damaged() from None
        if too_deep(root, self.source.limits.depth):
            raise self.source.too_large("depth")
        return root

    def read(self, name: str) -> bytes | None:
        """A part's bytes; None where there is none. Raises TooLarge or DamagedFile."""
        info = self.names.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise self.source.problem("encrypted", format=self.form)
        self._left -= info.file_size
        ratio = info.file_size / max(info.compress_size, 1)
        if self._left < 0 or (info.file_size > RATIO_FLOOR_BYTES and ratio > MAX_ZIP_RATIO):
            raise self.source.too_large("unpacked_mb")
        try:
            with self._archive.open(info) as part:
                data = part.read(info.file_size + 1)  # the directory may lie about the size: never more than it says
        except (*ZIP_ERRORS, zipfile.LargeZipFile):
            raise self.damaged() from None
        except Exception as error:  # a broken stream raises zlib.error, lzma.LZMAError …, which share no base
            if type(error).__module__ in ("zlib", "lzma", "_lzma", "bz2"):
                raise self.damaged() from None
            raise
        if len(data) > info.file_size:
            raise self.damaged()
        return data

    def damaged(self) -> Exception:
        """The error to raise for a part that cannot be read."""
        return self.source.problem("damaged", format=self.form)


def too_deep(root: etree._Element, depth: int) -> bool:
    """Does any element lie deeper than this? One path of so many steps answers it, without recursion."""
    return bool(root.xpath(f"boolean({'/*' * (depth + 1)})"))
