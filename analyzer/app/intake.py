"""How a contract comes onto the page: dropped, chosen, or one of the samples."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st

import analyzer
from analyzer.app import session, shell
from analyzer.app.shell import block, tell
from analyzer.report import Report
from analyzer.reports import words
from analyzer.reports.messages import label, say

# In an installed package the samples lie beside the pages, in a clone at its root.
_FOLDERS: Final = (Path(__file__).parent / "samples", Path(analyzer.__file__).parents[1] / "samples")
TYPES: Final = ("docx", "pdf", "odt", "rtf", "txt", "md", "html", "htm")
_UPLOAD: Final = "upload"
_OPENED: Final = "uploaded"


@dataclass(frozen=True, slots=True)
class Sample:
    """A contract of ours to try the page on; `claim` is that of its story."""

    file: str
    name: str
    claim: str = ""


SAMPLES: Final = (
    Sample("600-euros-par-an.docx", "backup", "39746.41"),
    Sample("600-euros-par-an.pdf", "backup_pdf", "39746.41"),
    Sample("managed-services-agreement.docx", "managed"),
    Sample("conditions-generales.txt", "terms"),
)
_OTHERS: Final = ("contrat-bien-redige.docx", "terms-online.md", "well-drafted-agreement.docx")


def ask() -> None:
    """The empty page: what it does, where to drop a file, what to try it on."""
    spoken = shell.language()
    steps = "".join(
        f"<li>{block('strong', say(f'app.step.{each}', spoken))}{block('span', say(f'app.step.{each}.more', spoken))}</li>"
        for each in ("drop", "read", "leave")
    )
    st.html(
        f"<section class='opening'>{block('h1', say('app.title', spoken))}{block('p', say('app.lead', spoken))}"
        f"<ol>{steps}</ol></section>"
    )
    st.file_uploader(tell("app.upload"), type=TYPES, key=_UPLOAD, on_change=_uploaded, max_upload_size=25)
    st.html(block("p", say("app.private", spoken), "private"))
    available = [each for each in SAMPLES if sample(each.file)]
    if available:
        st.markdown(f"### {tell('app.samples')}", anchors=False)
        with st.container(horizontal=True, key="samples"):
            for each in available:
                name = tell(f"app.sample.{each.name}")
                st.button(name, key=f"sample-{each.name}", on_click=_open_sample, args=(each,))


def sample_sources() -> list[session.Source]:
    """The samples of ours, each story once, as a folder."""
    paths = (sample(name) for name in (*(each.file for each in SAMPLES if each.name != "backup_pdf"), *_OTHERS))
    return [session.Source(path.name, path.read_bytes()) for path in paths if path is not None]


def shown(report: Report) -> None:
    """Which contract the page is about, and the way to another."""
    spoken, facts = shell.language(), report.facts
    law = facts.governing_law
    told = [label("kind", report.kind, spoken), words.document(report, report.document)]
    if law and law.code:
        told.append(label("governing", law.code, spoken))
    with st.container(horizontal=True, vertical_alignment="center", key="file"):
        st.html(f"<p class='file'>{block('strong', report.document.name)} {block('span', ' · '.join(told))}</p>")
        another()


def another() -> None:
    """The way back to the empty page."""
    st.button(
        tell("app.another"), key="another", on_click=session.open_source, args=(None,), icon=":material/swap_horiz:"
    )


def _uploaded() -> None:
    """Open the file that was chosen, once: a click while it is read calls this again with the same file."""
    file = st.session_state.get(_UPLOAD)
    if file is not None and file.file_id != st.session_state.get(_OPENED):
        st.session_state[_OPENED] = file.file_id
        session.open_source(session.Source(file.name, file.getvalue()))


def _open_sample(chosen: Sample) -> None:
    path = sample(chosen.file)
    if path is not None:
        session.open_source(session.Source(path.name, path.read_bytes(), chosen.claim))


def sample(name: str) -> Path | None:
    """A file or a folder among the samples; None where it does not come with the installation."""
    return next((folder / name for folder in _FOLDERS if (folder / name).exists()), None)
