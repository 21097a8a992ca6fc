"""What ECMA-376 part 1 (17, WordprocessingML) and part 2 (packages) say of the parts that we write, as far as we write them.

`faults` lists, for every container that a redline, an amendment or a letter touches, children that may not stand there or stand in the
wrong order, and attributes that are missing. Elements of other namespaces (extensions, mathematics, drawings) are not looked at: a reader
that does not know them passes over them (mc:Ignorable).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from tests.redline.tracked import parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_RANGES = (
    "bookmarkStart bookmarkEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd commentRangeStart commentRangeEnd"
    " customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd"
)
_AMONG_RUNS = f"{_RANGES} proofErr permStart permEnd ins del moveFrom moveTo"
_RUNS = f"{_AMONG_RUNS} r customXml smartTag sdt dir bdo"
_BLOCKS = f"{_AMONG_RUNS} p tbl sdt customXml altChunk"
_IN_PARAGRAPH = f"{_RUNS} fldSimple hyperlink subDoc"
_IN_RUN = (
    "br t contentPart delText instrText delInstrText noBreakHyphen softHyphen dayShort monthShort yearShort dayLong monthLong yearLong"
    " annotationRef footnoteRef endnoteRef separator continuationSeparator sym pgNum cr tab object pict fldChar ruby footnoteReference"
    " endnoteReference commentReference drawing ptab lastRenderedPageBreak"
)
_FORMATTING = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color"
    " spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_LAYOUT = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku"
    " wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing"
    " mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_SECTION = (
    "footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection"
    " bidi rtlGutter docGrid printerSettings sectPrChange"
)
_ROW = "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"


def _each(names: str) -> list[str]:
    return names.split()


# A container's content in order: each step is a set of names that may stand there, in any number and order among themselves.
ORDER = {
    "document": ["background", "body"],
    "body": [_BLOCKS, "sectPr"],
    "hdr": [_BLOCKS],
    "ftr": [_BLOCKS],
    "comments": ["comment"],
    "comment": [_BLOCKS],
    "p": ["pPr", _IN_PARAGRAPH],
    "r": ["rPr", _IN_RUN],
    "pPr": _each(_LAYOUT),
    "tbl": [_RANGES, "tblPr", "tblGrid", f"{_AMONG_RUNS} tr sdt customXml"],
    "tr": ["tblPrEx", "trPr", f"{_AMONG_RUNS} tc sdt customXml"],
    "trPr": [_ROW, "ins", "del", "trPrChange"],
    "tc": ["tcPr", _BLOCKS],
    "sectPr": ["headerReference footerReference", *_each(_SECTION)],
    "hyperlink": [_IN_PARAGRAPH],
    "smartTag": ["smartTagPr", _IN_PARAGRAPH],
    "fldSimple": ["fldData", _IN_PARAGRAPH],
}
ONCE = {"pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "body", "sectPr", *_each(_LAYOUT), *_each(_SECTION)}
NEEDED = {  # attributes that an element may not be without
    "ins": ("id", "author"), "del": ("id", "author"), "comment": ("id", "author"), "commentRangeStart": ("id",),
    "commentRangeEnd": ("id",), "commentReference": ("id",), "headerReference": ("type",), "pStyle": ("val",),
}  # fmt: skip
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def faults(data: bytes) -> set[str]:
    """All faults of a Word file: of the XML of its document, headers and comments, and of its package."""
    files = parts(data)
    looked_at = re.compile(r"word/(document|comments|header|footer)\w*\.xml")
    found = {
        fault
        for name, content in files.items()
        if looked_at.fullmatch(name)
        for fault in _in_part(etree.fromstring(content))
    }
    return found | set(_in_package(files))


def _in_part(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{W}*"):
        name = str(element.tag).removeprefix(W)
        children = [str(each.tag).removeprefix(W) for each in element.iterchildren(f"{W}*")]
        steps = _order(element, name)
        if steps is not None:
            yield from _out_of_order(name, children, steps)
        for attribute in NEEDED.get(name, ()):
            if element.get(W + attribute) is None:
                yield f"{name} without {attribute}"
        date = element.get(W + "date")
        if date is not None and not _DATE.fullmatch(date):
            yield f"{name}: {date} is no date"
        if name == "tc" and children[-1:] != ["p"]:
            yield "tc does not end with a p"
        struck = next(element.iterancestors(W + "del"), None) is not None
        if (name in {"t", "instrText"} and struck) or (name in {"delText", "delInstrText"} and not struck):
            yield f"{name} {'in' if struck else 'outside'} del"


def _order(element: etree._Element, name: str) -> list[str] | None:
    """The order for an element: an rPr is another one in a paragraph's properties, an ins another one in a list of properties."""
    parent = element.getparent()
    inside = "" if parent is None else str(parent.tag).removeprefix(W)
    if name == "rPr":
        marks = ["ins", "del", "moveFrom", "moveTo"] if inside == "pPr" else []
        return [*marks, _FORMATTING, "rPrChange"]
    if name in {"ins", "del", "moveFrom", "moveTo"}:
        return [""] if inside in {"rPr", "trPr", "numPr"} else [_BLOCKS if inside in {"body", "tbl"} else _RUNS]
    return ORDER.get(name)


def _out_of_order(name: str, children: list[str], steps: list[str]) -> Iterator[str]:
    """Children that no step names, or that come after a later step; those that may stand once and stand twice."""
    at = 0
    for child in children:
        places = [index for index, step in enumerate(steps) if child in step.split()]
        if not places:
            yield f"{child} in {name}"
        elif not any(place >= at for place in places):
            yield f"{child} too late in {name}"
        else:
            at = next(place for place in places if place >= at)
    for child in ONCE.intersection(children):
        if children.count(child) > 1:
            yield f"{child} twice in {name}"


def _in_package(files: dict[str, bytes]) -> Iterator[str]:
    """Every part has a content type, every relationship an id of its own and a target, every reference a relationship."""
    types = etree.fromstring(files["[Content_Types].xml"])
    defaults = {each.get("Extension", "").lower() for each in types.iter(f"{_TYPES}Default")}
    overrides = [each.get("PartName", "") for each in types.iter(f"{_TYPES}Override")]
    yield from (f"content type of {name} twice" for name in set(overrides) if overrides.count(name) > 1)
    yield from (f"content type of {name}, which is not there" for name in overrides if name.lstrip("/") not in files)
    for name in files:
        if (
            f"/{name}" not in overrides
            and name.rpartition(".")[2].lower() not in defaults
            and name != "[Content_Types].xml"
        ):
            yield f"{name} without a content type"
    for name in files:
        if name.endswith(".rels"):
            yield from _relations(name, files)


def _relations(name: str, files: dict[str, bytes]) -> Iterator[str]:
    folder, _, table = name.rpartition("_rels/")
    relations = list(etree.fromstring(files[name]).iter(_RELATION))
    ids = [each.get("Id") for each in relations]
    yield from (f"{name}: id {each} twice" for each in set(ids) if ids.count(each) > 1)
    for each in relations:
        target = each.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if each.get("TargetMode") != "External" and path not in files:
            yield f"{name}: {target} is not there"
    source = files.get(folder + table.removesuffix(".rels"))
    if source is not None and table.endswith(".xml.rels"):
        used = {each.get(_ID) for each in etree.fromstring(source).iter() if each.get(_ID) is not None}
        yield from (f"{name}: no relationship {each}" for each in used - set(ids))
