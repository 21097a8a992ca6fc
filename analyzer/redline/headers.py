"""A line over every page of a Word file: in the headers that it has, and in new ones where it has none."""

from __future__ import annotations

from typing import Final

from lxml import etree

from analyzer.readers.docx.package import W
from analyzer.readers.docx.styles import toggle
from analyzer.redline.archive import Archive

_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def stamp(archive: Archive, root: etree._Element, line: str) -> None:
    """Put the line first in every header; a section inherits those of the section before, so the first one gets all."""
    sections = list(root.iter(W + "sectPr"))
    if not sections:
        body = root.find(W + "body")
        assert body is not None  # noqa: S101 - the reader refuses a file without one
        sections = [etree.SubElement(body, W + "sectPr")]
    for name in archive.related("header"):
        part = archive.part(name)
        part.insert(0, _paragraph(line))
        archive.put(name, part)
    for number, section in enumerate(sections):
        kinds = ["default"] if number == 0 else []
        kinds += ["first"] if toggle(section, "titlePg") else []
        held = {each.get(W + "type") for each in section.findall(W + "headerReference")}
        for kind in kinds:
            if kind not in held:
                _add(archive, section, kind, line)


def _add(archive: Archive, section: etree._Element, kind: str, line: str) -> None:
    header = etree.Element(W + "hdr", nsmap={"w": W.strip("{}")})
    header.append(_paragraph(line))
    identifier = archive.add_part("header", archive.free_name("header"), header)
    section.insert(0, etree.Element(W + "headerReference", {W + "type": kind, _ID: identifier}))


def _paragraph(line: str) -> etree._Element:
    paragraph = etree.Element(W + "p")
    run = etree.SubElement(paragraph, W + "r")
    etree.SubElement(etree.SubElement(run, W + "rPr"), W + "b")
    etree.SubElement(run, W + "t").text = line
    return paragraph
