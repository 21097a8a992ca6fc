"""Readers: bytes in, one `Document` out, whatever the format. `read` is the whole public face."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import BinaryIO, Final

from analyzer.document import Document
from analyzer.lasting import paused
from analyzer.readers.disguise import notices
from analyzer.readers.sniff import sniff
from analyzer.readers.source import Source, load

__all__ = ["read"]


@paused()
def read(
    source: str | os.PathLike[str] | bytes | BinaryIO, *, name: str | None = None, path: str | None = None
) -> Document:
    """The contract as one text with its blocks and pages.

    `name` is what reports call it, `path` what errors name it by; both follow from `source` where it is a path.
    Raises one of the FileProblem errors when the file cannot be judged.
    """
    loaded = load(source, name, path)
    document = _read(loaded, sniff(loaded))
    if len(document.text) > loaded.limits.characters:
        raise loaded.too_large("characters")
    told = tuple(notices(document.text))
    return replace(document, notices=(*document.notices, *told)) if told else document


def _read(source: Source, form: str) -> Document:
    """Each reader is imported on first use: a text file needs neither lxml nor pdfium."""
    if form in ("txt", "md"):
        from analyzer.readers.text import read_text

        return read_text(source, form)
    module, function = _READERS[form]
    reader: Callable[[Source], Document] = getattr(import_module(f"analyzer.readers.{module}"), function)
    return reader(source)


_READERS: Final = {
    "docx": ("docx", "read_docx"),
    "pdf": ("pdf", "read_pdf"),
    "html": ("html", "read_html"),
    "odt": ("odt", "read_odt"),
    "rtf": ("rtf", "read_rtf"),
    "doc": ("office", "read_doc"),
}
