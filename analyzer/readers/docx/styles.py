"""Paragraph and character styles with what they inherit: numbering, outline level, bold, hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from analyzer.readers.docx.package import W

_HEADING_NAME: Final = re.compile(r"(?:heading|titre|überschrift|titolo|título|kop)\s?([1-9])$", re.IGNORECASE)
_TITLE_NAME: Final = re.compile(r"(?:title|titre|titre du document)$", re.IGNORECASE)
_OFF: Final = ("0", "false", "off", "none")


def toggle(properties: etree._Element | None, name: str) -> bool | None:
    """A yes-or-no property of w:rPr or w:pPr; None where it is not said."""
    element = None if properties is None else properties.find(W + name)
    return None if element is None else element.get(W + "val", "1") not in _OFF


def value(properties: etree._Element | None, name: str) -> str | None:
    """The w:val of a child element; None where there is none."""
    element = None if properties is None else properties.find(W + name)
    return None if element is None else element.get(W + "val")


@dataclass(frozen=True, slots=True)
class Style:
    """A style as it applies, what it inherits included. `lineage` is its id and its ancestors', nearest first."""

    lineage: tuple[str, ...] = ()
    heading: int = 0
    number_id: str | None = None
    number_level: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    caps: bool | None = None
    page_break: bool | None = None


@dataclass(slots=True)
class Styles:
    """Looks styles up by id; an unknown id is a style without properties."""

    language: str = "en"
    default: Style = field(default_factory=Style)
    _by_id: dict[str, Style] = field(default_factory=dict)

    def of(self, style_id: str | None) -> Style:
        return self._by_id.get(style_id, self.default) if style_id else self.default

    def character(self, style_id: str | None) -> Style | None:
        return self._by_id.get(style_id) if style_id else None


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of styles.xml, inheritance resolved; a loop in it ends where it closes."""
    if root is None:
        return Styles()
    raw = {element.get(W + "styleId", ""): element for element in root.iter(W + "style")}
    resolved = {style_id: _resolve(style_id, raw) for style_id in raw}
    default = next(
        (
            resolved[key]
            for key, each in raw.items()
            if each.get(W + "type") == "paragraph" and each.get(W + "default") in ("1", "true")
        ),
        Style(),
    )
    language = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    spoken = (language.get(W + "val") if language is not None else None) or "en"
    return Styles(spoken[:2].lower(), default, resolved)


def _resolve(style_id: str, raw: dict[str, etree._Element]) -> Style:
    lineage: list[str] = []
    current: str | None = style_id
    while current and current in raw and current not in lineage and len(lineage) < 50:
        lineage.append(current)
        current = value(raw[current], "basedOn")
    elements = [raw[each] for each in lineage]
    number_id, number_level = _numbering(elements)
    return Style(
        lineage=tuple(lineage),
        heading=next((level for level in map(_heading, elements) if level is not None), 0),
        number_id=number_id,
        number_level=number_level,
        bold=_first(elements, "rPr", "b"),
        hidden=_first(elements, "rPr", "vanish"),
        caps=_first(elements, "rPr", "caps"),
        page_break=_first(elements, "pPr", "pageBreakBefore"),
    )


def _first(elements: list[etree._Element], properties: str, name: str) -> bool | None:
    said = (toggle(element.find(W + properties), name) for element in elements)
    return next((each for each in said if each is not None), None)


def _heading(element: etree._Element) -> int | None:
    """1 to 9 for a heading, 0 where the style says that it is body text, None where it does not say."""
    name = value(element, "name") or ""
    match = _HEADING_NAME.match(name.strip())
    outline = value(element.find(W + "pPr"), "outlineLvl")
    if outline is not None and outline.isdigit():
        return int(outline) + 1 if int(outline) < 9 else 0
    if match:
        return int(match[1])
    return 1 if _TITLE_NAME.match(name.strip()) else None


def _numbering(elements: list[etree._Element]) -> tuple[str | None, int | None]:
    """The numbering id and level of the nearest style that names each."""
    number_id: str | None = None
    level: int | None = None
    for element in elements:
        numbering = element.find(f"{W}pPr/{W}numPr")
        if numbering is None:
            continue
        own_level = value(numbering, "ilvl")
        if level is None and own_level and own_level.isdigit():
            level = int(own_level)
        number_id = number_id or value(numbering, "numId")
    return number_id, level
