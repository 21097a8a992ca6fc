"""Web pages: headings, paragraphs, lists with the numbers that a browser shows, tables row by row; no script, no style, nothing fetched.

Struck-out and hidden text is left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree, html

from analyzer.document import BlockKind, Document, Notice
from analyzer.readers.archive import too_deep
from analyzer.readers.builder import TextBuilder
from analyzer.readers.cells import Cell, Piece, inner_row, row
from analyzer.readers.headings import heading_level, label_of, short_title
from analyzer.readers.numerals import letter, roman
from analyzer.readers.source import Source

_CHARSET: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})", re.I
)
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_UNSEEN: Final = re.compile(r"(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)", re.I)
_SKIPPED: Final = frozenset(
    "script style template noscript head iframe object embed svg math canvas audio video nav select option button input "
    "textarea datalist map".split()
)
_STRUCK: Final = frozenset(("del", "s", "strike"))
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main menu ol p pre section summary table tbody tfoot thead tr ul".split()
)


def read_html(source: Source) -> Document:
    """The document of a web page; raises DamagedFile, TooLarge or EmptyFile."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(page_text(source.data).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise source.problem("blank") from None
    if too_deep(root, source.limits.depth):
        raise source.too_large("depth")
    page = _Page()
    page.read(root)
    return source.document("html", page.builder.text(), page.builder.blocks, notices=page.notices())


def page_text(data: bytes) -> str:
    """The page's characters: by its byte order mark, else as UTF-8, else as it says itself, else as cp1252."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        said = _CHARSET.search(data[:4096])
    try:
        return data.decode(said[1].decode("ascii") if said else "cp1252", "replace")
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", "replace")


@dataclass(slots=True)
class _List:
    """A list that is open: `form` is its numbers' (1, a, A, i, I, or empty for bullets)."""

    form: str
    following: int
    step: int

    def label(self, said: str | None) -> str:
        """The next item's label; `said` is the number that the item gives itself."""
        number = int(said) if said and re.fullmatch(r"-?\d{1,6}", said) else self.following
        self.following = number + self.step
        return f"{_FORMS[self.form](number)}." if self.form in _FORMS else "•"


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "1": str,
    "a": letter,
    "A": lambda number: letter(number).upper(),
    "i": lambda number: roman(number).lower(),
    "I": roman,
}


class _Page:
    """One walk over the tree, without recursion; the block under construction is closed wherever a browser begins a new line."""

    def __init__(self) -> None:
        self.builder = TextBuilder()
        self._parts: list[str] = []
        self._bold = [0, 0]  # characters in bold, and all
        self._strong = 0
        self._kept_blanks = 0  # depth in <pre>
        self._lists: list[_List] = []
        self._label = ""
        self._heading = 0
        self._cells: list[list[Cell]] = []  # of each table that is open, its row under construction
        self._left_out: dict[str, list[str]] = {"hidden_text": [], "struck_text": []}

    def read(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = element.tag if isinstance(element.tag, str) else ""
            if event == "end":
                self._close(name, element)
            elif left_out := self._is_left_out(name, element):
                if left_out in self._left_out:
                    self._left_out[left_out].append(_BLANKS.sub(" ", "".join(element.itertext())).strip())
                walk.skip_subtree()
            else:
                self._open(name, element)
                self._text(element.text)
        self._end_block()

    def notices(self) -> Iterator[Notice]:
        """What was left out."""
        for code, found in self._left_out.items():
            shown = [text for text in found if text]
            if shown:
                yield Notice(code, (("count", str(len(shown))), ("text", " … ".join(shown)[:500])))

    def _is_left_out(self, name: str, element: etree._Element) -> str:
        """Why an element is not read; empty for one that is."""
        printed = name == "div" and element.get("title") in (
            "header",
            "footer",
        )  # how office programs save a page's edges
        if not name or name in _SKIPPED or printed:
            return "skipped"
        if name in _STRUCK:
            return "struck_text"
        hidden = element.get("hidden") is not None or _UNSEEN.search(element.get("style") or "")
        return "hidden_text" if hidden else ""

    def _open(self, name: str, element: etree._Element) -> None:
        if name in ("b", "strong"):
            self._strong += 1
        elif name == "br":
            self._parts.append("\n")
        elif name == "pre":
            self._end_block()
            self._kept_blanks += 1
        elif name == "tr":
            self._end_block()
            self._cells.append([])
        elif name in ("td", "th"):
            self._end_block()
            if self._cells:
                self._cells[-1].append(Cell())
        elif name in _BLOCKS:
            self._end_block()
            self._begin(name, element)

    def _begin(self, name: str, element: etree._Element) -> None:
        if name in ("ol", "ul", "menu"):
            form = (element.get("type") or "1") if name == "ol" else ""
            start = element.get("start") or ""
            first = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
            self._lists.append(_List(form, first, -1 if element.get("reversed") is not None else 1))
        elif name == "li":
            self._label = self._lists[-1].label(element.get("value")) if self._lists else "•"
        elif name[0] == "h" and name[1:].isdigit():
            self._heading = int(name[1:])

    def _close(self, name: str, element: etree._Element) -> None:
        if name in ("b", "strong"):
            self._strong = max(self._strong - 1, 0)
        elif name == "pre":
            self._end_block()
            self._kept_blanks -= 1
        elif name == "tr":
            self._end_block()
            self._end_row()
        elif name in ("td", "th") or name in _BLOCKS:
            self._end_block()
            if name in ("ol", "ul", "menu") and self._lists:
                self._lists.pop()
            if name == "li":
                self._label = ""
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if not self._kept_blanks:
            text = _BLANKS.sub(" ", text)
        letters = sum(map(str.isalnum, text))
        self._bold[0] += letters if self._strong else 0
        self._bold[1] += letters
        self._parts.append(text)

    def _end_block(self) -> None:
        """Closes the block under construction; one that shows nothing leaves its label to the next."""
        lines = [_blanked(line, keep=bool(self._kept_blanks)) for line in "".join(self._parts).split("\n")]
        text = "\n".join(lines).strip()
        bold = self._bold[1] and self._bold[0] == self._bold[1]
        self._parts, self._bold = [], [0, 0]
        if not text:
            return
        kind, level, number = self._kind(text, bold=bool(bold))
        shown = f"{self._label} {text}" if self._label else text
        self._label, self._heading = "", 0
        self._set(Piece(shown, kind, level, number))

    def _set(self, piece: Piece) -> None:
        """Into the cell that is open, else into the text."""
        if self._cells and self._cells[-1]:
            self._cells[-1][-1].pieces.append(piece)
        else:
            self.builder.add(piece.text, piece.kind, level=piece.level, number=piece.number)

    def _kind(self, text: str, *, bold: bool) -> tuple[BlockKind, int, str]:
        number = self._label or label_of(text)[0]
        if self._heading and len(text) <= 200:
            return BlockKind.HEADING, self._heading, number
        if bold and short_title(text) and self._label != "•":
            return BlockKind.HEADING, heading_level(f"{self._label} {text}".strip()), number
        if self._label:
            return BlockKind.LIST_ITEM, max(len(self._lists), 1), number
        typed = label_of(text)[1] in ("bullet", "letter", "parenthesis")
        return (BlockKind.LIST_ITEM, 1, number) if typed else (BlockKind.PARAGRAPH, 0, number)

    def _end_row(self) -> None:
        cells = self._cells.pop() if self._cells else []
        inner = bool(self._cells and self._cells[-1])
        for piece in inner_row(cells) if inner else row(cells):
            self._set(piece)


def _blanked(line: str, *, keep: bool) -> str:
    return line.rstrip() if keep else _BLANKS.sub(" ", line).strip(" ")
