"""How a printed report looks: fonts, colours, styles, and paragraphs whose words cannot act as markup.

The fonts are Bitstream Vera, which reportlab ships and the file embeds.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

import reportlab
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

INK, SOFT, BRAND = HexColor("#1d2528"), HexColor("#56636a"), HexColor("#1f4e5f")
PANEL, LINE, GOOD = HexColor("#f3f5f4"), HexColor("#c9d2cf"), HexColor("#1f6b43")
SEVERITIES: Final = {
    "critical": HexColor("#9b1c1c"),
    "high": HexColor("#b3400c"),
    "medium": HexColor("#7a5b00"),
    "low": HexColor("#24607a"),
}
STANDINGS: Final = {"at_risk": SEVERITIES["critical"], "uncertain": SEVERITIES["medium"], "likely_to_hold": GOOD}
BARS: Final = (HexColor("#8a979c"), HexColor("#b3400c"), HexColor("#d08a5b"), HexColor("#2c7a5b"))

_FACES: Final = {
    "Vera": "Vera.ttf",
    "Vera-Bold": "VeraBd.ttf",
    "Vera-Italic": "VeraIt.ttf",
    "Vera-BoldItalic": "VeraBI.ttf",
}
# What the fonts lack and a report holds; the narrow space keeps its lines together as the plain no-break space does.
_INSTEAD: Final = {"\u202f": "\u00a0", "\u2011": "-", "☐": "[ ]", "№": "n°", "→": "->", "ſ": "s"}


@cache
def fonts() -> frozenset[int]:
    """Registers the fonts once; the code points that they can print."""
    folder = Path(reportlab.__file__).parent / "fonts"
    faces = [TTFont(name, str(folder / file)) for name, file in _FACES.items()]
    for face in faces:
        pdfmetrics.registerFont(face)
    pdfmetrics.registerFontFamily("Vera", "Vera", "Vera-Bold", "Vera-Italic", "Vera-BoldItalic")
    return frozenset.intersection(*(frozenset(face.face.charToGlyph) for face in faces))


def printable(text: str) -> str:
    """The text in characters that the fonts have: a letter without its mark where it has none with it, else a box."""
    known = fonts()
    return "".join(each if ord(each) in known else _nearest(each, known) for each in text)


def _nearest(character: str, known: frozenset[int]) -> str:
    if character in _INSTEAD:
        return _INSTEAD[character]
    plain = "".join(part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
    return plain if plain and all(ord(part) in known for part in plain) else "□" if ord("□") in known else "?"


@cache
def styles() -> dict[str, ParagraphStyle]:
    """Every style of the page, by name."""
    fonts()
    body: dict[str, Any] = {"fontName": "Vera", "fontSize": 8.4, "leading": 12.2, "textColor": INK, "spaceAfter": 4}

    def style(name: str, **changes: Any) -> ParagraphStyle:
        return ParagraphStyle(name, **{**body, **changes})

    bold, italic = {"fontName": "Vera-Bold"}, {"fontName": "Vera-Italic"}
    made = (
        style("body"),
        style("soft", textColor=SOFT, fontSize=7.6, leading=10.8),
        style("name", **bold, fontSize=16, leading=20, textColor=BRAND),
        style("headline", **bold, fontSize=10.8, leading=15),
        style("grade", **bold, fontSize=26, leading=30, textColor=BRAND, alignment=TA_CENTER),
        style("part", **bold, fontSize=11.5, leading=15, textColor=BRAND, keepWithNext=1),
        style("label", **bold, keepWithNext=1, spaceAfter=2),
        style("item", leftIndent=4 * mm, bulletIndent=0, spaceAfter=2),
        style("source", leftIndent=6 * mm, bulletIndent=0, textColor=SOFT, fontSize=7.4, leading=10.4, spaceAfter=2),
        style("id", fontSize=7, leading=9.5, textColor=SOFT, keepWithNext=1, spaceAfter=1),
        style("message", **bold, fontSize=9.4, leading=13, keepWithNext=1),
        style("quote", **italic, leftIndent=4 * mm, borderPadding=(0, 0, 0, 3)),
        style("opening", **bold, textColor=GOOD, spaceAfter=1, keepWithNext=1),
        style("struck", textColor=SOFT, spaceAfter=1),
        style("clause", spaceAfter=1),
        style("cell", alignment=TA_RIGHT, spaceAfter=0),
        style("head", **bold, textColor=SOFT, fontSize=7.6, leading=10, alignment=TA_RIGHT, spaceAfter=0),
        style("head_left", **bold, textColor=SOFT, fontSize=7.6, leading=10, spaceAfter=0),
    )
    return {each.name: each for each in made}


def paragraph(
    text: str,
    style: str,
    *,
    lead: str = "",
    tail: str = "",
    under: str = "",
    link: str = "",
    bullet: str | None = None,
    colour: Color | None = None,
    strike: bool = False,
) -> Paragraph:
    """A paragraph. `lead` stands before it in bold (in `colour`, else the text is), `tail` after it and `under` below it in grey,
    `link` is an address at its end.
    """
    words = _safe(text)
    if strike:
        words = f"<strike>{words}</strike>"
    if colour is not None and not lead:
        words = f'<font color="{_hex(colour)}">{words}</font>'
    if lead:
        shown = f"<b>{_safe(lead)}</b>"
        words = f'<font color="{_hex(colour)}">{shown}</font>{words}' if colour is not None else shown + words
    if tail:
        words += f'<font name="Vera" size="7.4" color="{_hex(SOFT)}">{_safe(tail)}</font>'
    if under:
        words += f'<br/><font size="7" color="{_hex(SOFT)}">{_safe(under)}</font>'
    if link:
        words += f' <a href={quoteattr(link)} color="{_hex(BRAND)}">{_safe(link)}</a>'
    return Paragraph(words, styles()[style], bulletText=printable(bullet) if bullet else None)


def _safe(text: str) -> str:
    return escape(printable(text))


def _hex(colour: Color) -> str:
    return f"#{colour.hexval()[2:]}"
