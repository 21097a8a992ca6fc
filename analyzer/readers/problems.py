"""Every sentence that a reader can refuse a file with, under a short key: what happened, and what to do now."""

from __future__ import annotations

from typing import Final, NamedTuple

from analyzer.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    FileProblem,
    MissingFile,
    NoText,
    TooLarge,
    UnknownFormat,
    UnreadableFile,
)


class _Sentence(NamedTuple):
    kind: type[FileProblem]
    message: str
    hint: str


_SENTENCES: Final[dict[str, _Sentence]] = {
    "missing": _Sentence(MissingFile, "there is no such file.", "Check the name and the folder."),
    "folder": _Sentence(UnreadableFile, "this is a folder, not a file.", "Name the contracts inside it."),
    "unreadable": _Sentence(UnreadableFile, "the file cannot be opened ({reason}).", "Check who may read it, or "
        "copy it elsewhere."),
    "empty": _Sentence(EmptyFile, "the file is empty.", "Ask for it again, or save it again."),
    "blank": _Sentence(EmptyFile, "the file holds no text.", "Open it to see what it holds, and save it again."),
    "unknown_format": _Sentence(
        UnknownFormat, "this is {what}, which cannot be read.", "Save it as .docx or PDF and try again."
    ),
    "damaged": _Sentence(
        DamagedFile, "the {format} file is damaged or incomplete.", "Open it in its own program, save it again, or "
            "ask for it again."
    ),
    "encrypted": _Sentence(
        EncryptedFile, "the {format} file asks for a password.", "Open it, save a copy without the password, and "
            "try again."
    ),
    "no_text": _Sentence(
        NoText,
        "no page holds text ({pages} page(s), probably a scan).",
        "Run text recognition (OCR) on it first: ocrmypdf IN.pdf OUT.pdf",
    ),
    **{
        f"too_large.{limit}": _Sentence(
            TooLarge, f"the file {said}.", "Give the contract without its annexes, or raise the limit ({variable})."
        )
        for limit, said in (
            ("mb", "is larger than {number} MB"),
            ("pages", "has more than {number} pages"),
            ("parts", "holds more than {number} parts"),
            ("unpacked_mb", "unpacks to more than a contract holds ({number} MB)"),
            ("characters", "holds more than {number} characters"),
            ("depth", "nests more than {number} elements in each other"),
            ("seconds", "was given up after {number} seconds"),
            ("memory_mb", "takes more than {number} MB of memory"),
        )
    },
    "crashed": _Sentence(DamagedFile, "the file stopped the program that reads it.", "Open it in its own program, save it "
        "again, or ask for it again."),
    "doc_needs_office": _Sentence(UnknownFormat, "this is a Word 97-2003 (.doc) document, which can be read only where "
        "LibreOffice is installed.", "Install it, or save the file as .docx or PDF, and try again."),
    "office_failed": _Sentence(DamagedFile, "LibreOffice could not convert the {format} file (damaged, or asks for a "
        "password).", "Open it, save it as .docx or PDF, and try again."),
}  # fmt: skip


def problem(key: str, path: str, *, where: str = "", **values: str) -> FileProblem:
    """The error to raise for `key`; `values` fill its sentence and stay with the error for other languages."""
    kind, message, hint = _SENTENCES[key]
    return kind(
        message.format_map(values), path=path, where=where, hint=hint.format_map(values), key=key, values=values
    )
