"""Tracked changes in the tree of a Word file: words struck run by run, words and paragraphs inserted, comments anchored.

Order of elements as in ECMA-376 part 1: w:ins and w:del stand among a paragraph's runs; the mark of an inserted or
deleted paragraph is the first child of w:pPr/w:rPr; w:rPr is the first child of a w:r.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from analyzer.readers.docx.package import W

AUTHOR: Final = "Garde-fou"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_CHANGES: Final = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_GONE: Final = (W + "del", W + "moveFrom")
# What a new paragraph does not take over from the one it is modelled on: its section, its frame, its own history.
_NOT_COPIED: Final = ("sectPr", "pPrChange", "framePr", "pageBreakBefore")
_NOT_COPIED_RUN: Final = (*(name.removeprefix(W) for name in _CHANGES), "rPrChange", "vanish", "highlight")
_KEPT_IN_PLACE: Final = ("drawing", "pict", "object", "commentReference", "annotationRef")
_STRUCK_NAMES: Final = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}

Piece = tuple[etree._Element, str]  # an element of a run and the text that it shows


@dataclass(slots=True)
class Tracker:
    """Writes changes of one author and moment; ids go on from the highest in the tree."""

    root: etree._Element
    when: str  # 2026-11-24T05:00:00Z
    comment_id: int = 0  # the next comment's
    _next: int = field(init=False, default=1)

    def __post_init__(self) -> None:
        ids = (each.get(W + "id", "") for each in self.root.iter())
        self._next = 1 + max((int(each) for each in ids if each.isdigit()), default=0)

    def change(self, name: str) -> etree._Element:
        """An empty w:ins or w:del."""
        self._next += 1
        return etree.Element(W + name, {W + "id": str(self._next - 1), W + "author": AUTHOR, W + "date": self.when})

    def strike(self, paragraph: etree._Element, pieces: list[Piece], first: int, last: int) -> list[etree._Element]:
        """Strike the characters `first` to `last` of what the paragraph shows; the w:del elements, in order.

        `pieces` is brought up to date where an element is parted. What the paragraph does not show itself (bookmarks,
        other authors' deletions, pictures, comments) stays.
        """
        _part(pieces, last)
        _part(pieces, first)
        covered = [element for element, _ in _between(pieces, first, last)]
        if not covered:
            return []
        _cut_before(covered[0])
        following = _after(covered[-1])
        if following is not None:
            _cut_before(following)
        shown = {_run_of(element) for element in covered}
        own = [run for run in paragraph.iter(W + "r") if _owner(run) is paragraph]
        ends = [place for place, run in enumerate(own) if run in shown]
        inside = [run for run in own[ends[0] : ends[-1] + 1] if not _is_gone(run) and not _is_kept(run)]
        if not _fields_whole(inside):
            inside = [run for run in inside if run in shown]
        return self._wrap(inside)

    def _wrap(self, runs: Sequence[etree._Element]) -> list[etree._Element]:
        struck: list[etree._Element] = []
        for run in runs:
            before = run.getprevious()
            if before is None or not struck or before is not struck[-1]:
                mark = self.change("del")
                run.addprevious(mark)
                struck.append(mark)
            struck[-1].append(run)
            for element in run.iter(*_STRUCK_NAMES):
                element.tag = _STRUCK_NAMES[element.tag]
                if element.text != (element.text or "").strip():
                    element.set(_SPACE, "preserve")
        return struck

    def insert_words(self, text: str, properties: etree._Element | None, after: etree._Element) -> etree._Element:
        """Insert words behind an element of a paragraph; where that stands in another's insertion, that one is parted."""
        mark = self.change("ins")
        mark.append(_run(text, properties))
        _leave(after).addnext(mark)
        return mark

    def new_paragraph(self, model: etree._Element, text: str, properties: etree._Element | None) -> etree._Element:
        """An inserted paragraph of the model's style, numbering and level; it is not yet in the tree."""
        paragraph = etree.Element(W + "p")
        own = model.find(W + "pPr")
        layout = etree.SubElement(paragraph, W + "pPr") if own is None else deepcopy(own)
        if own is not None:
            paragraph.append(layout)
        for name in _NOT_COPIED:
            _drop(layout, name)
        for inner in layout.findall(W + "rPr") + layout.findall(W + "numPr"):
            for name in _NOT_COPIED_RUN:
                _drop(inner, name)
        self.mark(paragraph, "ins")
        mark = self.change("ins")
        mark.append(_run(text, properties))
        paragraph.append(mark)
        return paragraph

    def mark(self, paragraph: etree._Element, name: str) -> None:
        """Mark the paragraph's own end as inserted or deleted: on "del" its text runs on into the next paragraph."""
        layout = paragraph.find(W + "pPr")
        if layout is None:
            layout = etree.Element(W + "pPr")
            paragraph.insert(0, layout)
        properties = layout.find(W + "rPr")
        if properties is None:
            properties = etree.Element(W + "rPr")
            later = [each for each in layout if each.tag in (W + "sectPr", W + "pPrChange")]
            layout.insert(layout.index(later[0]) if later else len(layout), properties)
        inserted = properties.find(W + "ins")
        properties.insert(0 if inserted is None else properties.index(inserted) + 1, self.change(name))

    def unmark(self, paragraph: etree._Element) -> None:
        """Take back the mark of a paragraph that was inserted."""
        properties = paragraph.find(f"{W}pPr/{W}rPr")
        if properties is not None:
            _drop(properties, "ins")
            if not len(properties):
                properties.getparent().remove(properties)  # type: ignore[union-attr]

    def comment(self, first: etree._Element, last: etree._Element) -> int:
        """Anchor a comment around the elements; its id. The words of the comment are another part of the file."""
        number, self.comment_id = self.comment_id, self.comment_id + 1
        named = {W + "id": str(number)}
        _child_of_paragraph(first).addprevious(etree.Element(W + "commentRangeStart", named))
        end = etree.Element(W + "commentRangeEnd", named)
        _child_of_paragraph(last).addnext(end)
        run = etree.Element(W + "r")
        etree.SubElement(run, W + "commentReference", named)
        end.addnext(run)
        return number


def run_properties(pieces: Sequence[Piece]) -> etree._Element | None:
    """The formatting of the last words that a paragraph shows: what stands in bold before a clause is its title."""
    for element, text in reversed(pieces):
        run = _run_of(element)
        if text.strip() and run is not None:
            return run.find(W + "rPr")
    return None


def _run(text: str, properties: etree._Element | None) -> etree._Element:
    run = etree.Element(W + "r")
    if properties is not None:
        copied = deepcopy(properties)
        for name in _NOT_COPIED_RUN:
            _drop(copied, name)
        run.append(copied)
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, W + "br")
        for place, words in enumerate(line.split("\t")):
            if place:
                etree.SubElement(run, W + "tab")
            if words:
                element = etree.SubElement(run, W + "t", {_SPACE: "preserve"})
                element.text = words
    return run


def _part(pieces: list[Piece], at: int) -> None:
    """Part the w:t that the place `at` lies in the middle of; `pieces` then holds both halves."""
    begin = 0
    for index, (element, text) in enumerate(pieces):
        if begin < at < begin + len(text) and element.tag == W + "t":
            cut = at - begin
            second = deepcopy(element)
            second.tail = None
            element.text, second.text = (element.text or "")[:cut], (element.text or "")[cut:]
            for each in (element, second):
                each.set(_SPACE, "preserve")
            element.addnext(second)
            pieces[index : index + 1] = [(element, text[:cut]), (second, text[cut:])]
            return
        begin += len(text)


def _between(pieces: Sequence[Piece], first: int, last: int) -> Iterator[Piece]:
    begin = 0
    for element, text in pieces:
        if first <= begin and begin + len(text) <= last and _run_of(element) is not None:
            yield element, text
        begin += len(text)


def _cut_before(element: etree._Element) -> None:
    """Part the element's run so that it begins one; the formatting is the same on both sides."""
    run = _run_of(element)
    if run is None:
        return
    child = element
    while child.getparent() is not run:
        child = child.getparent()  # type: ignore[assignment]
    head = [each for each in child.itersiblings(preceding=True) if each.tag != W + "rPr"]
    if not head:
        return
    new = etree.Element(W + "r", {str(key): str(value) for key, value in run.attrib.items()})
    properties = run.find(W + "rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    for each in [child, *child.itersiblings()]:
        new.append(each)
    run.addnext(new)


def _after(element: etree._Element) -> etree._Element | None:
    """What follows the element in its run."""
    run = _run_of(element)
    child = element
    while child.getparent() is not run:
        child = child.getparent()  # type: ignore[assignment]
    return child.getnext()


def _leave(element: etree._Element) -> etree._Element:
    """The element's ancestor among the paragraph's children; an insertion around it is parted behind it."""
    parent = element.getparent()
    while parent is not None and parent.tag != W + "p":
        rest = list(element.itersiblings())
        if parent.tag in _CHANGES and rest:
            second = etree.Element(parent.tag, {str(key): str(value) for key, value in parent.attrib.items()})
            second.extend(rest)
            parent.addnext(second)
        element, parent = parent, parent.getparent()
    return element


def _child_of_paragraph(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    while parent is not None and parent.tag != W + "p":
        element, parent = parent, parent.getparent()
    return element


def _run_of(element: etree._Element) -> etree._Element | None:
    """The w:r around an element; None for mathematics, whose runs are others."""
    return next(element.iterancestors(W + "r"), None)


def _owner(run: etree._Element) -> etree._Element | None:
    """The paragraph that a run belongs to: of one in a text box, the box's."""
    return next(run.iterancestors(W + "p"), None)


def _is_gone(run: etree._Element) -> bool:
    return next(run.iterancestors(*_GONE), None) is not None


def _is_kept(run: etree._Element) -> bool:
    return any(run.find(f".//{W}{name}") is not None for name in _KEPT_IN_PLACE)


def _fields_whole(runs: Sequence[etree._Element]) -> bool:
    """Do the fields that begin in these runs end there? One that is struck by half would lose its end."""
    depth = 0
    for run in runs:
        for mark in run.iter(W + "fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(W + "fldCharType", ""), 0)
            if depth < 0:
                return False
    return depth == 0


def _drop(parent: etree._Element, name: str) -> None:
    for element in parent.findall(W + name):
        parent.remove(element)
