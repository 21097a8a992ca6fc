"""The page of many contracts: files or an archive in; a table of topics by contract, a workbook, and the way to each review out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import streamlit as st

from analyzer import __version__
from analyzer.app import intake, session, shell
from analyzer.app.shell import block, plain, prose, tell
from analyzer.batch.archives import is_archive, members
from analyzer.errors import FileProblem
from analyzer.library import Library
from analyzer.pipeline import Reading, Settings, judge, read_clauses
from analyzer.readers import read
from analyzer.report import SEVERITIES, Report
from analyzer.reports import words
from analyzer.reports.messages import count, label, problem_sentence, say
from analyzer.reports.text import worst
from analyzer.reports.xlsx import Workbook

SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN: Final = 8  # topics at first: the weightiest
_MOST: Final = 500  # contracts: more of them are for the command, which keeps its place
_FILTERS: Final = ("no_cap", "poor", "critical")


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the folder: what was read in it, or why nothing was. `reports` by language and library."""

    source: session.Source
    reading: Reading | None
    problem: FileProblem | None
    reports: dict[tuple[str, str], Report] = field(default_factory=dict, repr=False)


def show() -> None:
    """Files in, the table out."""
    spoken = shell.language()
    opening = f"{block('h1', say('app.folder.title', spoken))}{block('p', say('app.folder.lead', spoken))}"
    st.html(f"<section class='opening'>{opening}</section>")
    given = st.file_uploader(
        tell("app.folder.upload"), type=(*intake.TYPES, "zip"), accept_multiple_files=True, key="folder-upload"
    )
    sources = [session.Source(file.name, file.getvalue()) for file in given] or st.session_state.get(
        "folder-samples", []
    )
    if not sources:
        st.html(block("p", say("app.private", spoken), "private"))
        st.button(tell("app.folder.samples"), key="folder-sample", on_click=_open_samples)
        shell.closing()
        shell.warm_engine()
        return
    items = judged_items(sources)
    judged = [(item, report) for item in items if (report := report_of(item)) is not None]
    _summary(judged, len(items) - len(judged))
    if judged:
        _table(judged)
        _workbook(items, judged)
    _problems(items)
    shell.closing()


def _open_samples() -> None:
    st.session_state["folder-samples"] = intake.sample_sources()


def judged_items(sources: Sequence[session.Source]) -> list[Item]:
    """Every contract read and judged, each once; a bar names the file under way."""
    known: dict[Any, Item] = st.session_state.setdefault("folder", {})
    waiting = [each for given in sources for each in _unpacked(given)][:_MOST]
    bar, found = None, []
    for number, given in enumerate(waiting):
        key = (given.name, hash(given.data)) if isinstance(given, session.Source) else (given.path, str(given))
        item = known.get(key)
        if item is None or (item.reading is not None and _key() not in item.reports):
            name = given.name if isinstance(given, session.Source) else given.path
            told = tell("app.folder.progress", number=str(number + 1), total=str(len(waiting)), name=name)
            bar = bar or st.progress(0.0)
            bar.progress(number / len(waiting), told)
            known[key] = item = _judge(item or _read(given))
        found.append(item)
    if bar is not None:
        bar.empty()
    return found


def _unpacked(given: session.Source) -> Iterator[session.Source | FileProblem]:
    """The file itself, or what lies in an archive."""
    if not is_archive(io.BytesIO(given.data)):
        yield given
        return
    for each in members(io.BytesIO(given.data), given.name):
        yield each if isinstance(each, FileProblem) else session.Source(each.name.lstrip("/"), each.data)


def _read(given: session.Source | FileProblem) -> Item:
    if isinstance(given, FileProblem):
        return Item(session.Source(given.path, b""), None, given)
    try:
        with session.engine():
            return Item(given, read_clauses(read(given.data, name=given.name), session.library()), None)
    except FileProblem as error:
        return Item(given, None, error)


def _judge(item: Item) -> Item:
    """The item with its report in the reader's language."""
    if item.reading is not None:
        settings = Settings(language=shell.language(), playbook=session.house())
        with session.engine():
            item.reports[_key()] = judge(item.reading, session.library(), settings, __version__)
    return item


def _key() -> tuple[str, str]:
    return shell.language(), session.library().digest


def report_of(item: Item) -> Report | None:
    return item.reports.get(_key())


def _summary(judged: Sequence[tuple[Item, Report]], failed: int) -> None:
    """What there is to know before the table is read."""
    spoken = shell.language()
    uncapped = sum(not words.provider_caps(report) for _, report in judged)
    poor = sum(report.score.grade in "DE" for _, report in judged)
    told = [
        count("app.folder.contracts", len(judged), spoken),
        count("app.folder.uncapped", uncapped, spoken),
        count("app.folder.poor", poor, spoken),
    ]
    if failed:
        told.append(count("app.folder.failed", failed, spoken))
    st.html(f"<ul class='figures'>{''.join(block('li', each) for each in told)}</ul>")


def _table(judged: Sequence[tuple[Item, Report]]) -> None:
    """A row a contract, a column a topic; a row that is chosen can be opened, several as the parts of one contract."""
    spoken, library = shell.language(), session.library()
    shown, topics = _filtered(judged, library)
    if not shown:
        st.info(tell("app.folder.nothing"))
        return
    frame = {name: [row[name] for row in rows(shown, topics, spoken)] for name in rows(shown[:1], topics, spoken)[0]}
    st.caption(tell("app.folder.how"))
    state = st.dataframe(
        frame,
        hide_index=True,
        on_select="rerun",
        selection_mode="multi-row",
        column_config={
            say("app.folder.column.contract", spoken): st.column_config.TextColumn(pinned=True, width="medium"),
            say("app.folder.column.payable", spoken): st.column_config.NumberColumn(format="localized"),
            say("app.folder.column.times", spoken): st.column_config.NumberColumn(format="%.1f"),
        },
        placeholder="–",
        key="folder-table",
        alt=say("app.folder.alt", spoken),
    )
    chosen = state["selection"]["rows"]
    names = [item.source.name for item, _ in shown]
    left, right = st.columns((3, 1), vertical_alignment="bottom")
    with left:
        picked = st.multiselect(
            tell("app.folder.open"),
            names,
            default=[names[row] for row in chosen if row < len(names)] or names[:1],
            placeholder=tell("app.choose"),
            key=f"folder-{chosen}",
        )
    with right:
        name = "app.folder.together" if len(picked) > 1 else "app.folder.review"
        if st.button(tell(name), type="primary", width="stretch", key="folder-open", disabled=not picked):
            by_name = {item.source.name: item.source for item, _ in shown}
            session.open_source(session.as_one([by_name[each] for each in picked]))
            st.switch_page(shell.page("review"))


def rows(shown: Sequence[tuple[Item, Report]], topics: Sequence[str], spoken: str) -> list[dict[str, Any]]:
    """The table's rows: of each topic the gravest finding, else that the clause is there."""
    made = []
    for item, report in shown:
        scenario = worst(report)
        row: dict[str, Any] = {
            say("app.folder.column.contract", spoken): item.source.name,
            say("app.folder.column.grade", spoken): report.score.grade,
            say("app.folder.column.kind", spoken): label("kind", report.kind, spoken),
            say("app.folder.column.payable", spoken): float(scenario.payable_now) if scenario else None,
            say("app.folder.column.times", spoken): _number(scenario.multiple_now if scenario else None),
        }
        row |= {prose(report.titles[topic], spoken): cell(report, topic, spoken) for topic in topics}
        made.append(row)
    return made


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def cell(report: Report, topic: str, spoken: str) -> str:
    """« ✕ critique », « ✓ art. 8 », or nothing."""
    raised = [each for each in report.findings if each.topic == topic and each.accepted is None]
    if raised:
        gravest = max(raised, key=lambda each: SEVERITIES.index(each.severity))
        return f"✕ {say(f'severity.{gravest.severity}', spoken)}"
    found = [clause for clause in report.clauses if clause.topic == topic and clause.found]
    if not found:
        return "–"
    return f"✓ {words.spot(found[0].page, found[0].section, spoken)}".strip()


def _filtered(judged: Sequence[tuple[Item, Report]], library: Library) -> tuple[list[tuple[Item, Report]], list[str]]:
    """The contracts and topics that are asked for."""
    spoken = shell.language()
    weights = sorted(library.topics.values(), key=lambda topic: -topic.importance)
    titles = {topic.id: prose(topic.title[spoken], spoken) for topic in weights}
    left, right = st.columns(2)
    with left:
        asked = st.text_input(tell("app.folder.search"), key="folder-search")
        only = st.pills(
            tell("app.folder.only"),
            _FILTERS,
            selection_mode="multi",
            format_func={name: tell(f"app.folder.only.{name}") for name in _FILTERS}.__getitem__,
            key="folder-only",
        )
    with right:
        topics = st.multiselect(
            tell("app.folder.topics"),
            list(titles),
            default=[topic.id for topic in weights[:_SHOWN]],
            format_func=titles.__getitem__,
            placeholder=tell("app.choose"),
            key="folder-topics",
        )
    kept = [pair for pair in judged if asked.casefold() in pair[0].source.name.casefold() and _fits(pair[1], only)]
    return kept, topics


def _fits(report: Report, only: Sequence[str]) -> bool:
    tests = {
        "no_cap": not words.provider_caps(report),
        "poor": report.score.grade in "DE",
        "critical": any(each.severity == "critical" and each.accepted is None for each in report.findings),
    }
    return all(tests[name] for name in only)


def _workbook(items: Sequence[Item], judged: Sequence[tuple[Item, Report]]) -> None:
    """The whole folder as a workbook, written when it is asked for and in memory alone."""
    spoken, library = shell.language(), session.library()

    def write() -> bytes:
        out = io.BytesIO()
        titles = {topic.id: prose(topic.title[spoken], spoken) for topic in library.topics.values()}
        book = Workbook(out, spoken, titles, date.today())
        for item, report in judged:
            book.add(report.to_dict(), item.source.name)
        for item in items:
            if item.problem is not None:
                book.add_failure(item.problem)
        book.close()
        return out.getvalue()

    st.download_button(
        tell("app.folder.xlsx"),
        write,
        file_name=f"{say('app.folder.file', spoken)}.xlsx",
        mime=SHEET,
        icon=":material/download:",
        on_click="ignore",
        key="download-xlsx",
    )


def _problems(items: Sequence[Item]) -> None:
    """The files without a result, each with what to do."""
    spoken = shell.language()
    failed = [item.problem for item in items if item.problem is not None]
    if failed:
        st.markdown(f"### {tell('app.folder.problems')}", anchors=False)
        for error in failed:
            st.error(plain(problem_sentence(error, spoken)))
