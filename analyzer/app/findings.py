"""The findings, the gravest first: what is wrong, the contract's words, why, the wording to use, and what the user makes of it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from analyzer.app import form, session, shell
from analyzer.app.shell import block, plain, prose, tell
from analyzer.report import SEVERITIES, Evidence, Finding, LegalBasis, Report, Suggestion
from analyzer.reports import format as write
from analyzer.reports import standings, words
from analyzer.reports.messages import count, say
from analyzer.reports.text import by_severity, inserting, replacing

COLOURS: Final = {"critical": "red", "high": "orange", "medium": "blue", "low": "gray"}
USES: Final = ("accept", "edit", "leave")
_FOCUS: Final = "focus"


def numbered(report: Report) -> dict[str, int]:
    """The number under which a finding is known on the page, in its list and in the contract."""
    return {finding.id: number for number, finding in enumerate(by_severity(report.findings), 1)}


def focus(identifier: str, to: str = "") -> None:
    """Turn the contract to the passage of a finding, and the page to the "list" or to the "contract" where one is asked for."""
    turns = st.session_state.get(_FOCUS, {}).get("turn", 0)
    st.session_state[_FOCUS] = {"id": identifier, "turn": turns + 1, "to": to}


def focused() -> dict[str, object]:
    """The finding that the page is turned to, and how often it was turned."""
    found: dict[str, object] = st.session_state.get(_FOCUS, {"id": "", "turn": 0, "to": ""})
    return found


def open_one(identifier: str) -> None:
    """Open a finding and close the others, as a click on its passage does."""
    for name in st.session_state:
        if str(name).startswith("open:"):
            st.session_state[name] = name == f"open:{identifier}"
    st.session_state[f"open:{identifier}"] = True
    focus(identifier, to="list")


def show(report: Report) -> None:
    """All findings of the report with the library's wordings; the choices go to the session."""
    numbers = numbered(report)
    st.markdown(f"## {tell('app.findings.title')}", anchors=False)
    if not report.findings:
        st.success(tell("app.findings.none"))
        return
    st.caption(tell("app.findings.how"))
    form.level()
    shown = _filtered(report)
    for finding in shown:
        _finding(finding, report, numbers)


def _filtered(report: Report) -> list[Finding]:
    """The findings of the severities that are asked for; all where none is."""
    spoken, ordered = shell.language(), by_severity(report.findings)
    present = [each for each in reversed(SEVERITIES) if any(finding.severity == each for finding in ordered)]
    if len(present) < 2:
        return ordered
    tally = {each: sum(finding.severity == each for finding in ordered) for each in present}
    asked = st.pills(
        say("app.findings.filter", spoken),
        present,
        selection_mode="multi",
        format_func=lambda each: count(f"counts.{each}", tally[each], spoken),
        key="form:severities",
        label_visibility="collapsed",
    )
    return [finding for finding in ordered if not asked or finding.severity in asked]


def _finding(finding: Finding, report: Report, numbers: dict[str, int]) -> None:
    name = f"open:{finding.id}"
    with st.container(key=f"finding-{numbers[finding.id]}"):
        drawer = st.expander(
            _label(finding, numbers[finding.id]), key=name, on_change=_opened, args=(finding.id,), expanded=False
        )
        if not drawer.open:
            return
        with drawer:
            _body(finding, report, numbers)


def _opened(identifier: str) -> None:
    if st.session_state.get(f"open:{identifier}"):
        focus(identifier)


def _label(finding: Finding, number: int) -> str:
    spoken, chosen = shell.language(), session.choices()
    severity = plain(say(f"severity.{finding.severity}", spoken).capitalize())
    label = f"**{number}** :{COLOURS[finding.severity]}-badge[{severity}] {plain(prose(finding.title))}"
    if finding.accepted is not None:
        return f"{label} :gray-badge[{plain(say('app.use.accepted', spoken))}]"
    if finding.suggestion is not None and finding.id in chosen:
        mark = "left" if chosen[finding.id] is None else "edited"
        label += f" :gray-badge[{plain(say(f'app.use.{mark}', spoken))}]"
    return label


def _body(finding: Finding, report: Report, numbers: dict[str, int]) -> None:
    spoken = shell.language()
    st.html(block("p", prose(finding.message), "message"))
    own, related = at_fault(finding, report)
    for evidence in own:
        _quote(report, evidence)
    if related and not own:
        st.caption(tell("app.quote.context"))
        _quote(report, related[0])
    if own or related or finding.suggestion is not None:
        st.button(
            tell("app.show"), key=f"show:{finding.id}", type="tertiary", icon=":material/find_in_page:",
            on_click=focus, args=(finding.id, "contract"),
        )  # fmt: skip
    st.html(f"<p class='why'>{block('strong', say('app.why', spoken))} {block('span', prose(finding.why))}</p>")
    if finding.suggestion is not None:
        _suggestion(finding, finding.suggestion, report, numbers)
    elif finding.mend == "advise":
        st.caption(tell("finding.advise"))
    _law(finding)


def at_fault(finding: Finding, report: Report) -> tuple[list[Evidence], list[Evidence]]:
    """The passages that the finding speaks against, and those that only make a missing clause matter."""
    clauses = [clause for clause in report.clauses if clause.topic == finding.topic and clause.found]
    struck = finding.suggestion.replaces if finding.suggestion else None
    own: list[Evidence] = []
    related: list[Evidence] = []
    for each in finding.evidence:
        within = any(clause.file == each.file and clause.span.overlaps(each.span) for clause in clauses)
        (own if each == struck or within else related).append(each)
    return own, related


def _quote(report: Report, evidence: Evidence) -> None:
    """The contract's words and where they stand."""
    spoken = shell.language()
    where = words.place(report, evidence)
    words_ = block("p", write.quote(evidence.quote, spoken))
    st.html(f"<blockquote class='quote'>{words_}{block('footer', where) if where else ''}</blockquote>")


def _suggestion(finding: Finding, suggestion: Suggestion, report: Report, numbers: dict[str, int]) -> None:
    """The wording, what the user makes of it, and how a cap would stand."""
    spoken = shell.language()
    group = session.together(finding, report)
    st.html(block("p", _place(finding, suggestion), "place"))
    use, shown = _use(finding, group), write.typeset(suggestion.text, suggestion.language)
    if use == "edit":
        st.text_area(
            say("app.use.text", spoken),
            value=session.choices().get(finding.id) or shown,
            height=180,
            key=f"text:{finding.id}",
            on_change=_decide,
            args=(finding.id, tuple(each.id for each in group)),
        )
        st.caption(tell("app.use.edit.how"))
    elif use == "accept":
        st.code(shown, language=None, wrap_lines=True)
    others = [str(numbers[each.id]) for each in group if each.id != finding.id]
    if others:
        st.caption(count("app.use.with", len(others), spoken, numbers=", ".join(others)))
    if use == "accept" and (more := standings.raised(report, suggestion)):
        st.caption(plain(more))
    standing = suggestion.standings.get(st.session_state.get("level") or "protective")
    if standing is not None and use == "accept":
        told = say(f"standing.{standing.standing}", spoken)
        lead = say("colon", spoken, label=say("standing.level", spoken))
        st.caption(plain(f"{lead}{told}. {prose(standing.because)}"))


def _use(finding: Finding, group: tuple[Finding, ...]) -> str:
    spoken, name = shell.language(), f"use:{finding.id}"
    st.session_state[name] = st.session_state.get(name) or _used(finding.id)
    if finding.id in session.choices() and session.choices()[finding.id] is None:
        st.session_state[name] = "leave"
    elif st.session_state[name] == "leave":
        st.session_state[name] = "accept"
    st.segmented_control(
        say("app.use", spoken),
        USES,
        format_func=lambda each: say(f"app.use.{each}", spoken),
        key=name,
        required=True,
        on_change=_decide,
        args=(finding.id, tuple(each.id for each in group)),
    )
    return str(st.session_state[name])


def _used(identifier: str) -> str:
    chosen = session.choices()
    return "accept" if identifier not in chosen else "leave" if chosen[identifier] is None else "edit"


def _decide(identifier: str, group: tuple[str, ...]) -> None:
    """Note what the user wants for a wording, for every finding that it mends."""
    chosen, use = session.choices(), st.session_state.get(f"use:{identifier}")
    text = st.session_state.get(f"text:{identifier}")
    for each in group:
        chosen.pop(each, None)
        if use == "leave":
            chosen[each] = None
        elif use == "edit" and text:
            chosen[each] = text
    focus(identifier)


def _place(finding: Finding, suggestion: Suggestion) -> str:
    """What the wording is called and where it goes."""
    spoken = shell.language()
    if suggestion.replaces is not None:
        return prose(replacing(finding, suggestion, spoken))
    return prose(inserting(suggestion, spoken))


def _law(finding: Finding) -> None:
    spoken = shell.language()
    with st.expander(say("app.law", spoken)):
        laws = "".join(f"<li>{_reference(each)}</li>" for each in finding.legal_basis)
        st.html(f"<ul class='plain'>{laws}</ul>")
        if finding.known_problems:
            label = block("strong", say("colon", spoken, label=say("finding.mistaken", spoken)))
            st.html(f"<p class='why'>{label}{block('span', prose(finding.known_problems))}</p>")
        st.html(block("p", finding.id, "identifier"))


def _reference(basis: LegalBasis) -> str:
    """Reference, what it says, and how that was learnt. The source is named, never opened."""
    return block("span", prose(words.law(basis, shell.language())))
