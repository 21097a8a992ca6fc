"""The page of one contract: what it can cost, what to change, and the file to leave with."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analyzer.app import chart, contract, downloads, findings, form, intake, session, shell, verdict
from analyzer.app.shell import plain, tell
from analyzer.errors import GardefouError
from analyzer.pipeline import Settings
from analyzer.report import Report
from analyzer.reports.messages import problem_sentence, say
from analyzer.reports.text import notices


def show() -> None:
    """A contract in; its verdict, its findings and its mended file out."""
    given = session.source()
    if given is None:
        intake.ask()
        shell.closing()
        shell.warm_engine()
        return
    head = st.container()
    now, then, files = st.columns((5, 5, 4), vertical_alignment="top")
    after, hand_out = then.empty(), files.container(key="files").empty()
    try:
        settings = _settings(given)
        if not session.is_mended(given, settings):
            downloads.wait(hand_out)  # a click must not bring the file of before the last choice
        reviewed = session.review(given, settings)
    except GardefouError as error:
        head.error(plain(problem_sentence(error, shell.language())))
        hand_out.empty()
        with head:
            intake.ways(given)
        return
    report = reviewed.base
    with head:
        intake.shown(given, report)
        verdict.show(reviewed.report)
    with now:
        verdict.now(report)
    left, right = st.columns((7, 5))
    with left:
        chart.show(reviewed.report)
    with right:
        form.show(session.read_source(given, None))
    listed, page = st.columns((7, 6), gap="medium")
    with listed:
        findings.show(report)
    with page, st.container(key="contract-pane"):
        contract.show(given, report)
    _notices(report)
    shell.closing()
    with after, st.spinner(tell("app.progress.mend")):
        mended = session.mend(given, reviewed, settings)
    with after.container():
        verdict.after(mended.after, reviewed.report, mended.changes)
    with hand_out.container():
        downloads.show(reviewed, mended)


def _settings(given: session.Source) -> Settings:
    """What the form says and what was chosen; a bar tells of the reading where it takes time. Raises FileProblem."""
    bar = None if session.is_read(given) else st.progress(0.1, tell("app.progress.read"))
    try:
        reading = session.read_source(given, None)
        if bar:
            bar.progress(0.6, tell("app.progress.judge"))
    except GardefouError:
        if bar:
            bar.empty()
        raise
    form.prefill(given, reading)
    settings = replace(form.settings(reading), wordings=dict(session.choices()))
    session.review(given, settings)
    if bar:
        bar.empty()
    return settings


def _notices(report: Report) -> None:
    """What the reader saw that the user must know."""
    told = [sentence for sentence in notices(report) if "--" not in sentence]
    if told:
        with st.container(border=True, key="notices"):
            st.markdown(f"### {plain(say('section.notices', shell.language()))}", anchors=False)
            for sentence in told:
                st.text(sentence)
