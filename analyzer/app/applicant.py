"""The page of the insurer: an applicant's answers and contracts in, a decision sheet out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from typing import Final

import streamlit as st

from analyzer.app import folder, intake, questions, session, shell
from analyzer.app.shell import block, plain, prose, tell
from analyzer.errors import SettingsProblem
from analyzer.profile import Profile
from analyzer.report import Report
from analyzer.reports import screening_html, screening_json, screening_xlsx
from analyzer.reports.messages import problem_sentence, say
from analyzer.reports.screening_sections import view
from analyzer.reports.screening_view import Audience, Paragraph, Section, Table, View, shown
from analyzer.screening.application import Application, BadForm, read_application, write_application
from analyzer.screening.contracts import contract_of
from analyzer.screening.questionnaire import standard_questionnaire
from analyzer.screening.sheet import Sheet, screen, standard_desk

AUDIENCES: Final[tuple[Audience, ...]] = ("underwriter", "applicant")
_SHEET: Final = "sheet"
_CONTRACTS: Final = "applicant-contracts"


def show() -> None:
    """The form, the contracts, the sheet."""
    spoken = shell.language()
    opening = f"{block('h1', say('app.applicant.title', spoken))}{block('p', say('app.applicant.lead', spoken))}"
    st.html(f"<section class='opening'>{opening}</section>")
    _open()
    st.markdown(f"## {tell('app.applicant.questions')}", anchors=False)
    text = write_application(questions.ask(standard_questionnaire()))
    application = _application(text)
    st.download_button(
        tell("app.applicant.save"), text, file_name="application.toml", mime="application/toml", on_click="ignore",
        key="download-application", icon=":material/download:",
    )  # fmt: skip
    st.markdown(f"## {tell('app.applicant.contracts')}", anchors=False)
    sources = _sources()
    items = folder.judged_items(sources) if sources else []
    read = [report for item in items if (report := folder.report_of(item)) is not None]
    if sources:
        st.caption(plain(say("app.applicant.read", spoken, read=str(len(read)), total=str(len(items)))))
    asked = st.button(
        tell("app.applicant.screen"), type="primary", key="screen", disabled=application is None or not read
    )
    if application is not None and asked:
        unread = [item.source.name for item in items if item.problem is not None]
        with st.spinner(tell("app.applicant.working")), session.engine():
            st.session_state[_SHEET] = (_asked(text, items), _screened(application, read, unread))
    _show_sheet(_asked(text, items))
    shell.closing()


def _open() -> None:
    """A form that was saved before, or the sample's."""
    file = st.file_uploader(tell("app.applicant.open"), type=["toml"], key="application-upload")
    if file is not None and st.session_state.get("application-read") != file.file_id:
        st.session_state["application-read"] = file.file_id
        _fill(file.getvalue(), file.name)
    if st.session_state.get("application-faults"):
        for fault in st.session_state["application-faults"]:
            st.error(plain(fault))
    if intake.sample("applicant") is not None:
        st.button(tell("app.applicant.sample"), key="applicant-sample", on_click=_open_sample)


def _fill(content: bytes, name: str) -> None:
    """The answers of a form into the fields; what is wrong in it is told, and nothing is filled in then."""
    st.session_state["application-faults"] = []
    try:
        questions.fill(read_application(content, name, standard_questionnaire()).answers)
    except SettingsProblem as error:
        st.session_state["application-faults"] = _faults(error)


def _faults(error: SettingsProblem) -> list[str]:
    each = error.faults if isinstance(error, BadForm) else (error,)
    return [problem_sentence(fault, shell.language()) for fault in each]


def _open_sample() -> None:
    """An applicant of ours with its contracts."""
    place = intake.sample("applicant")
    if place is None:
        return
    _fill((place / "application.toml").read_bytes(), "application.toml")
    paths = sorted(path for path in (place / "contracts").iterdir() if path.is_file())
    st.session_state[_CONTRACTS] = [session.Source(path.name, path.read_bytes()) for path in paths]
    st.session_state.pop(_SHEET, None)


def _application(text: str) -> Application | None:
    """What the fields say, read by the rules of a form; its faults are told here."""
    try:
        return read_application(text.encode(), "application.toml", standard_questionnaire())
    except SettingsProblem as error:
        for fault in _faults(error):
            st.error(plain(fault))
        return None


def _sources() -> list[session.Source]:
    """The contracts that were dropped, else those of the sample."""
    given = st.file_uploader(
        tell("app.folder.upload"), type=(*intake.TYPES, "zip"), accept_multiple_files=True, key="applicant-upload"
    )
    if given:
        return [session.Source(file.name, file.getvalue()) for file in given]
    found: list[session.Source] = st.session_state.get(_CONTRACTS, [])
    return found


def _asked(text: str, items: Sequence[folder.Item]) -> tuple[str, ...]:
    """What a sheet was made of."""
    return (text, session.library().digest, *(item.source.name for item in items))


def _screened(application: Application, reports: Sequence[Report], unread: Sequence[str]) -> Sheet:
    contracts = [contract_of(report.to_dict()) for report in reports]
    desk = replace(standard_desk(), library=session.library())
    return screen(application, contracts, desk, Profile(), unread=unread, language=shell.language())


def _show_sheet(asked: tuple[str, ...]) -> None:
    """The sheet for one of its two readers, and its files."""
    made = st.session_state.get(_SHEET)
    if made is None:
        return
    if made[0] != asked:
        st.info(tell("app.applicant.stale"))
    spoken = shell.language()
    audience: Audience = st.segmented_control(
        tell("app.applicant.for"),
        AUDIENCES,
        format_func={each: tell(f"app.applicant.for.{each}") for each in AUDIENCES}.__getitem__,
        default="underwriter",
        required=True,
        key=f"sheet-for-{spoken}",
    )
    drawn = view(made[1], spoken, audience)
    _files(made[1], drawn, audience)
    st.html(draw(drawn))


def _files(sheet: Sheet, drawn: View, audience: Audience) -> None:
    writers: dict[str, tuple[str, Callable[[], str | bytes]]] = {
        "html": ("text/html", lambda: screening_html.render(drawn)),
        "xlsx": (folder.SHEET, lambda: screening_xlsx.render(drawn)),
        "json": ("application/json", lambda: screening_json.render(sheet, drawn.language, audience)),
    }
    with st.container(horizontal=True):
        for form, (mime, write) in writers.items():
            st.download_button(
                tell(f"app.applicant.{form}"),
                write,
                file_name=f"{say('app.applicant.file', drawn.language)}.{form}",
                mime=mime,
                on_click="ignore",
                key=f"sheet-{form}",
                icon=":material/download:",
            )


def draw(drawn: View) -> str:
    """The sheet as HTML: every word of it is shown as it is."""
    verdict = block("p", drawn.verdict, f"decision {drawn.decision}") if drawn.verdict else ""
    opening = f"{block('h2', drawn.title)}{block('p', prose(drawn.subtitle), 'read')}{verdict}{block('p', prose(drawn.lead), 'lead')}"
    return f"<article class='sheet'>{opening}{''.join(_section(each, drawn.language) for each in drawn.sections)}</article>"


def _section(section: Section, spoken: str) -> str:
    blocks = (_table(each, spoken) if isinstance(each, Table) else _paragraph(each) for each in section.blocks)
    return f"<section>{block('h3', prose(section.title))}{''.join(blocks)}</section>"


def _paragraph(paragraph: Paragraph) -> str:
    return block("p", paragraph.text, f"sheet-{paragraph.style or 'text'}")


def _table(table: Table, spoken: str) -> str:
    header = "".join(block("th", each, scope="col") for each in table.header)
    rows = "".join(
        "<tr>"
        + "".join(
            block("th" if not position else "td", shown(cell, spoken), "" if position < table.left else "figure",
                  **({} if position else {"scope": "row"}))
            for position, cell in enumerate(row)
        )
        + "</tr>"
        for row in table.rows
    )  # fmt: skip
    body = f"<thead><tr>{header}</tr></thead><tbody>{rows}</tbody>"
    name = escape(table.header[0])  # what scrolls can be reached by the keyboard, and has a name
    return f"<div class='wide' tabindex='0' role='group' aria-label='{name}'><table>{body}</table></div>"
