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
    try:
        settings, reviewed = _read(given)
    except GardefouError as error:
        st.error(plain(problem_sentence(error, shell.language())))
        intake.another()
        return
    report = reviewed.base
    intake.shown(report)
    verdict.show(reviewed.contract.report)
    now, then, files = st.columns((5, 5, 4), vertical_alignment="top")
    with now:
        verdict.now(report)
    after, hand_out = then.empty(), files.container(key="files")
    left, right = st.columns((7, 5))
    with left:
        chart.show(reviewed.contract.report)
    with right:
        form.show(session.read_source(given, None))
    listed, page = st.columns((7, 6), gap="medium")
    with listed:
        findings.show(report)
    with page, st.container(key="contract-pane"):
        contract.show(given, report)
    _notices(report)
    shell.closing()
    _after(reviewed, settings, after, hand_out)


def _read(given: session.Source) -> tuple[Settings, session.Reviewed]:
    """The contract with what the form says and what was chosen; a bar tells how far that is where it takes time."""
    known = session.is_read(given)
    bar = None if known else st.progress(0.1, tell("app.progress.read"))
    reading = session.read_source(given, None)
    form.prefill(given, reading)
    settings = replace(form.settings(reading), wordings=dict(session.choices()))
    if bar:
        bar.progress(0.6, tell("app.progress.judge"))
    reviewed = session.review(given, settings)
    if bar:
        bar.empty()
    return settings, reviewed


def _after(
    reviewed: session.Reviewed, settings: Settings, place: st.delta_generator.DeltaGenerator,
    files: st.delta_generator.DeltaGenerator,
) -> None:  # fmt: skip
    """The contract with the chosen wordings, judged again, and the files: last, so that the page is there before."""
    with place, st.spinner(tell("app.progress.mend")):
        mended = session.mend(reviewed, settings)
    with place.container():
        verdict.after(mended.after, reviewed.contract.report, len(mended.fixed.changes))
    with files:
        downloads.show(reviewed.contract, mended)


def _notices(report: Report) -> None:
    """What the reader saw that the user must know."""
    told = [sentence for sentence in notices(report) if "--" not in sentence]
    if told:
        with st.container(border=True, key="notices"):
            st.markdown(f"##### {plain(say('section.notices', shell.language()))}", anchors=False)
            for sentence in told:
                st.text(sentence)
