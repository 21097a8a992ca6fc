"""The contract itself with its clauses marked: text as text, the pages of a PDF as pages. A click on a mark opens its finding.

The words go to the page as data and are put there as text nodes: nothing that a contract holds is ever HTML.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

import streamlit as st

from analyzer.app import findings, session, shell
from analyzer.app.shell import HERE, prose, tell
from analyzer.document import BlockKind, Document, Span
from analyzer.report import Report
from analyzer.reports.messages import say

_FILE: Final = "form:file"
_PAGE: Final = "form:page"
_TURN: Final = "form:page-turn"
_PICKED: Final = "picked"  # the list must follow the contract
_SCALE: Final = 1.6  # pixels a point: a page of A4 is then some 950 pixels wide
_LEADS: Final = ("critical", "high", "medium", "low", "kept", "related")
_TAGS: Final = {
    BlockKind.HEADING: "h",
    BlockKind.LIST_ITEM: "li",
    BlockKind.TABLE_ROW: "row",
    BlockKind.FOOTNOTE: "note",
}

_view = st.components.v2.component(
    "gardefou_contract",
    html="<div class='contract' tabindex='0' role='document'></div>",
    css=(HERE / "contract.css").read_text(encoding="utf-8"),
    js=(HERE / "contract.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to show: of a finding with its number and severity; "kept", a clause against which nothing is said; "related", what makes
    a missing clause matter (both number 0).
    """

    span: Span
    finding: str
    number: int
    severity: str
    title: str
    file: str = ""  # the document's name where there are several


@dataclass(frozen=True, slots=True)
class Insert:
    """A clause that would be added behind an offset."""

    after: int
    finding: str
    title: str
    numbers: tuple[int, ...]
    file: str = ""

    def told(self) -> dict[str, Any]:
        """As the page shows it."""
        return {"finding": self.finding, "title": self.title, "numbers": list(self.numbers)}


@st.fragment
def show(given: session.Source, report: Report) -> None:
    """The contract, turned to the finding that is open. A page is turned without the rest being shown again."""
    if st.session_state.pop(_PICKED, False):
        st.rerun()
    spoken, focus = shell.language(), findings.focused()
    st.markdown(f"## {tell('app.contract')}", anchors=False)
    marks, added = marks_of(report), inserts(report)
    _turn(report, marks, added)
    document = _document(report)
    if report.documents:
        marks = [mark for mark in marks if mark.file == document.name]
        added = [each for each in added if each.file == document.name]
    numbers = findings.numbered(report)
    data: dict[str, Any] = {
        "focus": {**focus, "number": numbers.get(str(focus["id"]), 0)},
        "words": {name: say(f"app.contract.{name}", spoken) for name in ("label", "added", "previous", "next")},
    }
    if document.format == "pdf" and document.lines:
        file = next(each for each in given.files if each.name == document.name)
        data |= _page(file, document, marks, added)
    else:
        data["blocks"] = blocks(document, marks, added)
    _view(key="contract", data=data, on_picked_change=_picked, on_page_change=_turned)
    st.caption(tell("app.contract.how"))


def _picked() -> None:
    """A mark was clicked."""
    chosen = st.session_state["contract"].picked
    if chosen:
        findings.open_one(str(chosen))
        st.session_state[_PICKED] = True


def _turned() -> None:
    """A page was asked for."""
    asked = st.session_state["contract"].page
    if asked:
        st.session_state[_PAGE] = int(asked)


def marks_of(report: Report) -> list[Mark]:
    """The passages of every finding, and the clauses that are there and at peace."""
    numbers, found = findings.numbered(report), []
    for finding in report.findings:
        own, related = findings.at_fault(finding, report)
        title = prose(finding.title)
        found += [Mark(each.span, finding.id, 0, "related", title, each.file) for each in related]
        places = [*own]
        if finding.suggestion is not None and finding.suggestion.replaces is not None:
            places += [finding.suggestion.replaces, *finding.suggestion.also_replaces]
        for span, file in dict.fromkeys((each.span, each.file) for each in places):
            found.append(Mark(span, finding.id, numbers[finding.id], finding.severity, title, file))
    faulty = {finding.topic for finding in report.findings}
    for clause in report.clauses:
        if clause.found and clause.topic not in faulty:
            title = prose(report.titles.get(clause.topic, clause.topic))
            found.append(Mark(clause.span, "", 0, "kept", title, clause.file))
    return found


def blocks(document: Document, marks: Iterable[Mark], added: Iterable[Insert] = ()) -> list[dict[str, Any]]:
    """Every block of the text as runs, each with the marks that cover it; all text is there, what lies between the blocks too.

    What would be added stands behind the block that it follows.
    """
    marks, waiting, shown, end = list(marks), sorted(added, key=lambda each: each.after), [], 0
    edges = [(each.start, each.end, _TAGS.get(each.kind, "p"), each.level) for each in document.blocks]
    for start, stop, tag, level in (*edges, (len(document.text), len(document.text), "p", 0)):
        if document.text[end:start].strip():
            shown.append({"tag": "p", "level": 0, "runs": runs(document.text, Span(end, start), marks)})
        if stop > start:
            shown.append({"tag": tag, "level": level, "runs": runs(document.text, Span(start, stop), marks)})
        end = max(end, stop)
        here = [each for each in waiting if each.after <= end]
        if here:
            shown.append({"tag": "added", "items": [each.told() for each in here]})
            waiting = [each for each in waiting if each.after > end]
    return shown


def runs(text: str, span: Span, marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """A stretch of text cut where marks begin and end. `first` numbers the marks that begin there."""
    here = [mark for mark in marks if mark.span.overlaps(span)]
    edges = {span.start, span.end}
    for mark in here:
        edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    cuts, made = sorted(edges), []
    for start, end in pairwise(cuts):
        over = [mark for mark in here if mark.span.start <= start and end <= mark.span.end]
        run: dict[str, Any] = {"text": text[start:end]}
        if over:
            run |= _told(over) | {"first": _begun(over, start, start + 1)}
        made.append(run)
    return made


def _begun(over: Iterable[Mark], start: int, end: int) -> list[int]:
    """The numbers of the findings whose passages begin between two offsets."""
    return sorted({each.number for each in over if each.number and start <= each.span.start < end})


def _told(over: list[Mark]) -> dict[str, Any]:
    """What a marked stretch says of itself: the gravest of its findings leads."""
    lead = min(over, key=lambda mark: _LEADS.index(mark.severity))
    at_fault = [each for each in over if each.severity != "related"] or over
    names = dict.fromkeys(f"{each.number} {each.title}" if each.number else each.title for each in at_fault)
    return {
        "finding": lead.finding,
        "findings": [each.finding for each in over if each.finding],
        "own": [each.finding for each in over if each.number],
        "severity": lead.severity,
        "title": " · ".join(names),
    }


def inserts(report: Report) -> list[Insert]:
    """The clauses that would be added, each named once for all the findings that it mends."""
    numbers = findings.numbered(report)
    added: dict[tuple[str, int, str], Insert] = {}
    for finding in report.findings:
        suggestion = finding.suggestion
        if suggestion is not None and suggestion.replaces is None and suggestion.after is not None:
            named = prose(suggestion.title, suggestion.language)
            place = (suggestion.file, suggestion.after, suggestion.text)
            first = added.setdefault(place, Insert(suggestion.after, finding.id, named, (), suggestion.file))
            added[place] = replace(first, numbers=(*first.numbers, numbers[finding.id]))
    return list(added.values())


def _page(file: session.Source, document: Document, marks: list[Mark], added: list[Insert]) -> dict[str, Any]:
    """One page of a PDF as a picture, with a box for every marked line of it."""
    number = min(max(int(st.session_state.get(_PAGE) or 1), 1), max(document.pages, 1))
    image, width, height = session.page(file, number, _SCALE)
    text = document.slice(_span_of(document, number))
    return {
        "page": number,
        "pages": document.pages,
        "shown": say("app.contract.page", shell.language(), page=str(number), pages=str(document.pages)),
        "image": f"data:image/webp;base64,{base64.b64encode(image).decode()}",
        "ratio": width / height,
        "text": text,
        "boxes": _boxes(document, marks, number, width, height),
        "items": [each.told() for each in added if document.page_at(each.after) == number],
    }


def _turn(report: Report, marks: list[Mark], added: list[Insert]) -> None:
    """To the file and the page of the finding that was turned to last, until others are asked for."""
    focus = findings.focused()
    if not focus["turn"] or st.session_state.get(_TURN) == focus["turn"]:
        return
    st.session_state[_TURN] = focus["turn"]
    places = [(mark.file, mark.span.start) for mark in marks if mark.finding == focus["id"]]
    places += [(each.file, each.after) for each in added if each.finding == focus["id"]]
    if places:
        file, offset = places[0]
        document = next((each for each in report.documents if each.name == file), report.document)
        st.session_state[_FILE], st.session_state[_PAGE] = document.name, document.page_at(offset)


def _document(report: Report) -> Document:
    """The file to show: of several the one that was turned to or chosen, at first the body of the contract."""
    if not report.documents:
        return report.document
    named = {each.name: each for each in report.documents}
    if st.session_state.get(_FILE) not in named:
        st.session_state[_FILE] = report.document.name
    chosen = st.selectbox(tell("app.contract.file"), list(named), key=_FILE, on_change=_from_the_start)
    return named[chosen]


def _from_the_start() -> None:
    st.session_state[_PAGE] = 1


def _span_of(document: Document, number: int) -> Span:
    """The text of a page."""
    starts = (*document.page_starts, len(document.text))
    return Span(starts[number - 1], starts[number])


def _boxes(document: Document, marks: list[Mark], number: int, width: float, height: float) -> list[dict[str, Any]]:
    """Where the marked lines lie, in hundredths of the page from its upper left corner."""
    boxes = []
    for line in (each for each in document.lines if each.box.page == number):
        over = [mark for mark in marks if mark.span.overlaps(Span(line.start, line.end))]
        if not over:
            continue
        box = line.box
        boxes.append(
            _told(over)
            | {
                "first": _begun(over, line.start, line.end),
                "left": 100 * box.left / width,
                "top": 100 * (height - box.top) / height,
                "width": 100 * (box.right - box.left) / width,
                "height": 100 * (box.top - box.bottom) / height,
            }
        )
    return boxes
