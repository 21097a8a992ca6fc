"""Footnotes and endnotes: each is read where it is referred to, once."""

from __future__ import annotations

from lxml import etree

from analyzer.readers.docx.inline import BREAKS, InlineReader
from analyzer.readers.docx.package import W
from analyzer.readers.docx.styles import Styles, value
from analyzer.readers.numerals import written

_DEFAULT_FORM = {"footnotes": "decimal", "endnotes": "lowerRoman"}


class Notes:
    """The notes of a document by kind ("footnotes", "endnotes") and id, numbered as they are taken."""

    def __init__(
        self, parts: dict[str, etree._Element | None], settings: etree._Element | None, styles: Styles
    ) -> None:
        self._styles = styles
        self._notes = {
            kind: {} if root is None else {each.get(W + "id", ""): each for each in root.iter(W + kind[:-1])}
            for kind, root in parts.items()
        }
        self._counts = dict.fromkeys(parts, 0)
        self._forms = {kind: _form(kind, settings) for kind in parts}

    def take(self, kind: str, note_id: str) -> tuple[str, list[str]]:
        """The number that the note shows and the text of its paragraphs; no text for a note that does not exist."""
        element = self._notes.get(kind, {}).pop(note_id, None)
        if element is None:
            return "", []
        self._counts[kind] += 1
        reader = InlineReader(self._styles)
        texts = [reader.read(paragraph).text for paragraph in element.iter(W + "p")]
        shown = [text.strip(BREAKS + " \t\n\u00a0") for text in texts]
        return written(self._counts[kind], self._forms[kind], self._styles.language), [text for text in shown if text]


def _form(kind: str, settings: etree._Element | None) -> str:
    properties = None if settings is None else settings.find(W + kind[:-1].replace("note", "notePr"))
    return value(properties, "numFmt") or _DEFAULT_FORM[kind]
