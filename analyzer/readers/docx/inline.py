"""What a paragraph shows: its visible words in order, and what hangs on it (notes, text boxes, hidden words).

Tracked insertions and moved-in text are read, deletions and moved-out text are not; of a field the result is read,
not the instruction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from analyzer.readers.docx.package import W
from analyzer.readers.docx.styles import Style, Styles, toggle, value

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Marks inside a paragraph's text where a page begins. XML cannot hold these characters, so no text has them.
EXPLICIT_BREAK: Final = "\x0c"
RENDERED_BREAK: Final = "\x0b"
BREAKS: Final = EXPLICIT_BREAK + RENDERED_BREAK

_NO_STYLE: Final = Style()
_SPACES: Final = str.maketrans("\n\r\t", "   ")  # white space of the XML source, not of the page
_SYMBOLS: Final = {
    0xA8: "☐",
    0x6F: "☐",
    0x71: "☐",
    0xFE: "☒",
    0xFD: "☒",
    0x78: "☒",
    0xFC: "✓",
    0x52: "☑",
    0xB7: "•",
    0xA7: "▪",
    0xE0: "→",
}
_SKIPPED: Final = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "fldData",
        "rt", "softHyphen", "tblPr", "tblGrid", "annotationRef", "footnoteRef", "endnoteRef", "separator",
        "continuationSeparator", "numberingChange",
    )
)  # fmt: skip


@dataclass(slots=True)
class Flow:
    """A paragraph as it shows. `text` holds the visible words and the page marks; `notes` are (kind, id) of the notes
    it refers to.
    """

    element: etree._Element
    style: Style
    pieces: list[tuple[etree._Element, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    bold: int = 0
    plain: int = 0

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.pieces)

    @property
    def all_bold(self) -> bool:
        return self.bold > 0 and self.plain == 0


class InlineReader:
    """Reads paragraphs one after the other; a field may open in one and end in another."""

    def __init__(self, styles: Styles, fields_balanced: bool = True) -> None:
        self._styles = styles
        self._balanced = fields_balanced
        self._fields: list[bool] = []  # one a nested field: True once its result has begun
        self._flow = Flow(etree.Element("none"), Style())
        self._hidden = False
        self._bold = False
        self._handlers: dict[str, Callable[[etree._Element], None]] = {
            W + "t": self._text,
            _MATH + "t": self._text,
            W + "r": self._run,
            W + "tab": lambda each: self._add(each, "\t"),
            W + "ptab": lambda each: self._add(each, "\t"),
            W + "cr": lambda each: self._add(each, "\n"),
            W + "br": self._break,
            W + "noBreakHyphen": lambda each: self._add(each, "\u2011"),
            W + "sym": self._symbol,
            W + "lastRenderedPageBreak": lambda each: self._flow.pieces.append((each, RENDERED_BREAK)),
            W + "fldChar": self._field,
            W + "footnoteReference": lambda each: self._note("footnotes", each),
            W + "endnoteReference": lambda each: self._note("endnotes", each),
            W + "txbxContent": lambda each: self._flow.boxes.append(each),
            MC + "AlternateContent": lambda each: self._walk(preferred(each)),
        }

    def read(self, paragraph: etree._Element) -> Flow:
        """What the paragraph shows."""
        style = self._styles.of(value(paragraph.find(W + "pPr"), "pStyle"))
        self._flow = Flow(paragraph, style)
        self._walk(paragraph)
        return self._flow

    def aside(self) -> InlineReader:
        """A reader for a text box or note: a field that is open here does not reach into it."""
        return InlineReader(self._styles, self._balanced)

    def _walk(self, parent: etree._Element | None) -> None:
        for child in parent if parent is not None else ():
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child)
            elif child.tag not in _SKIPPED:
                self._walk(child)

    def _add(self, element: etree._Element, text: str) -> None:
        if self._balanced and not all(self._fields):
            return
        if self._hidden:
            self._flow.hidden.append(text)
            return
        self._flow.pieces.append((element, text))
        if not text.isspace():
            if self._bold:
                self._flow.bold += len(text)
            else:
                self._flow.plain += len(text)

    def _text(self, element: etree._Element) -> None:
        if element.text:
            self._add(element, element.text.translate(_SPACES))

    def _run(self, run: etree._Element) -> None:
        properties = run.find(W + "rPr")
        style = self._styles.character(value(properties, "rStyle")) or _NO_STYLE
        before = self._hidden, self._bold
        self._hidden = self._says(properties, "vanish", style.hidden, self._flow.style.hidden)
        self._bold = self._says(properties, "b", style.bold, self._flow.style.bold)
        self._walk(run)
        self._hidden, self._bold = before

    @staticmethod
    def _says(
        properties: etree._Element | None, name: str, by_character: bool | None, by_paragraph: bool | None
    ) -> bool:
        """A run's property: its own word first, then its style's, then its paragraph's."""
        own = toggle(properties, name)
        return bool(own if own is not None else by_character if by_character is not None else by_paragraph)

    def _break(self, element: etree._Element) -> None:
        if element.get(W + "type") == "page":
            self._flow.pieces.append((element, EXPLICIT_BREAK))
        else:
            self._add(element, "\n")

    def _symbol(self, element: etree._Element) -> None:
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return
        private = 0xF000 <= code <= 0xF0FF  # a place in a symbol font, without a meaning of its own
        self._add(element, _SYMBOLS.get(code & 0xFF, "•") if private else chr(code) if 31 < code < 0xD800 else "•")

    def _field(self, element: etree._Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._form_field(element.find(W + "ffData"))
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _form_field(self, data: etree._Element | None) -> None:
        """Check boxes and drop-down lists of old forms show what their data says; they have no result text."""
        box = None if data is None else data.find(W + "checkBox")
        if box is not None:
            checked = toggle(box, "checked")
            self._add(box, "☒" if (toggle(box, "default") if checked is None else checked) else "☐")
        menu = None if data is None else data.find(W + "ddList")
        if menu is not None:
            entries = [each.get(W + "val", "") for each in menu.findall(W + "listEntry")]
            chosen = int(value(menu, "result") or value(menu, "default") or "0")
            self._add(menu, entries[chosen] if chosen < len(entries) else "")

    def _note(self, kind: str, element: etree._Element) -> None:
        if not self._hidden:
            self._flow.notes.append((kind, element.get(W + "id", "")))


def preferred(alternatives: etree._Element) -> etree._Element | None:
    """The one branch to read of an mc:AlternateContent: both say the same, the first for newer programs."""
    choice, fallback = alternatives.find(MC + "Choice"), alternatives.find(MC + "Fallback")
    if choice is None or (fallback is not None and next(choice.iter(W + "t"), None) is None):
        return fallback
    return choice


def is_placeholder(control: etree._Element) -> bool:
    """True for a content control that shows its "click to fill in" text."""
    return bool(toggle(control.find(W + "sdtPr"), "showingPlcHdr"))


def control_text(control: etree._Element) -> str:
    """The words inside a content control."""
    return "".join(each.text or "" for each in control.iter(W + "t")).strip()
