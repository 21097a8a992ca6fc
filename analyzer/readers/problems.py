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
    "too_large": _Sentence(TooLarge, "the file is too large ({what}).", "Split it, or give the contract without its "
        "annexes."),
}  # fmt: skip


def problem(key: str, path: str, *, where: str = "", **values: str) -> FileProblem:
    """The error to raise for `key`; `values` fill its sentence and stay with the error for other languages."""
    kind, message, hint = _SENTENCES[key]
    return kind(message.format_map(values), path=path, where=where, hint=hint, key=key, values=values)
