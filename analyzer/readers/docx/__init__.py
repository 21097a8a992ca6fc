"""Word files: one pass over the XML, with everything that Word shows and nothing that it does not.

`Block.origin` is the index of the w:p in word/document.xml (`enumerate(root.iter(w:p))`); `places` gives the way back
for any stretch of the text, for whoever writes into the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from analyzer.document import Document, Notice
from analyzer.readers.docx.assembly import Place
from analyzer.readers.docx.body import BodyReader
from analyzer.readers.docx.notes import Notes
from analyzer.readers.docx.numbering import read_numbering
from analyzer.readers.docx.package import Package, W
from analyzer.readers.docx.styles import read_styles
from analyzer.readers.source import Source

__all__ = ["Place", "Trace", "places", "read_docx", "trace"]


@dataclass(frozen=True, slots=True)
class Trace:
    """The way back from the text to the XML: the document part's tree (to be written into), where each stretch of the
    text comes from, and what every w:p shows, element by element. Number labels, cell signs and notes come from no w:p.
    """

    root: etree._Element
    places: tuple[Place, ...]
    pieces: Mapping[int, tuple[tuple[etree._Element, str], ...]]

    @property
    def paragraphs(self) -> list[etree._Element]:
        """Every w:p by its origin."""
        return list(self.root.iter(W + "p"))


def read_docx(source: Source) -> Document:
    """The document of a Word file; raises DamagedFile, TooLarge or EmptyFile."""
    reader, changes = _read(source)
    builder = reader.assembly.builder
    notices = (*reader.notices, *changes)
    return source.document(
        "docx", builder.text(), builder.blocks, page_starts=reader.assembly.page_starts(), notices=notices
    )


def trace(data: bytes, name: str = "contract.docx") -> Trace:
    """The tree of a Word file with the way back to it, for whoever writes into the file; errors as `read_docx`."""
    source = Source(name, name, data)
    reader, root = _walk(source)
    return Trace(root, tuple(reader.assembly.places), reader.pieces)


def places(data: bytes, name: str = "contract.docx") -> tuple[Place, ...]:
    """Where each stretch of the text comes from, in text order. Number labels, cell signs and notes come from no
    paragraph.
    """
    return trace(data, name).places


def _read(source: Source) -> tuple[BodyReader, list[Notice]]:
    reader, root = _walk(source)
    return reader, _changes(root)


def _walk(source: Source) -> tuple[BodyReader, etree._Element]:
    package = Package(source)
    root = package.document()
    body = root.find(W + "body")
    if body is None:
        raise source.problem("damaged", format="Word")
    styles = read_styles(package.part("styles"))
    notes = Notes({kind: package.part(kind) for kind in ("footnotes", "endnotes")}, package.part("settings"), styles)
    reader = BodyReader(root, styles, read_numbering(package.part("numbering"), styles), notes)
    try:
        reader.read(body)
    except RecursionError:
        raise source.problem("damaged", format="Word") from None
    return reader, root


def _changes(root: etree._Element) -> list[Notice]:
    """What is said of tracked changes and comments: the first are read as accepted, the second are left out."""
    changes = [
        each for name in ("ins", "del", "moveFrom", "moveTo") for each in root.iter(W + name) if each.get(W + "author")
    ]
    comments = sum(1 for _ in root.iter(W + "commentReference"))
    notices = []
    if changes:
        authors = ", ".join(sorted({each.get(W + "author", "") for each in changes}))
        notices.append(Notice("tracked_changes", (("count", str(len(changes))), ("authors", authors))))
    if comments:
        notices.append(Notice("comments", (("count", str(comments)),)))
    return notices
