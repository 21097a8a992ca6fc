"""Readers: bytes in, one `Document` out, whatever the format. `read` is the whole public face."""

from __future__ import annotations

import os
from typing import BinaryIO

from analyzer.document import Document
from analyzer.readers.sniff import sniff
from analyzer.readers.source import Source, load

__all__ = ["read"]


def read(
    source: str | os.PathLike[str] | bytes | BinaryIO, *, name: str | None = None, path: str | None = None
) -> Document:
    """The contract as one text with its blocks and pages.

    `name` is what reports call it, `path` what errors name it by; both follow from `source` where it is a path.
    Raises one of the FileProblem errors when the file cannot be judged.
    """
    loaded = load(source, name, path)
    return _read(loaded, sniff(loaded))


def _read(source: Source, form: str) -> Document:
    # Each reader is imported on first use: a text file needs neither lxml nor pdfium.
    if form == "docx":
        from analyzer.readers.docx import read_docx

        return read_docx(source)
    if form == "pdf":
        from analyzer.readers.pdf import read_pdf

        return read_pdf(source)
    from analyzer.readers.text import read_text

    return read_text(source, form)
