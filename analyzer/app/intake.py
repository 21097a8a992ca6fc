"""How a contract comes onto the page: dropped, in one file or in several, or one of the samples."""

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
from analyzer.reports.messages import count, label, say

# In an installed package the samples lie beside the pages, in a clone at its root.
_FOLDERS: Final = (Path(__file__).parent / "samples", Path(analyzer.__file__).parents[1] / "samples")
TYPES: Final = ("docx", "pdf", "odt", "rtf", "txt", "md", "html", "htm")
_UPLOAD: Final = "upload"
_OPENED: Final = "uploaded"


@dataclass(frozen=True, slots=True)
class Sample:
    """A contract of ours to try the page on, or the first of its files and `more`; `claim` is that of its story."""

    file: str
    name: str
    claim: str = ""
    more: tuple[str, ...] = ()


SAMPLES: Final = (
    Sample("600-euros-par-an.docx", "backup", "39746.41"),
    Sample("600-euros-par-an.pdf", "backup_pdf", "39746.41"),
    Sample("managed-services-agreement.docx", "managed"),
    Sample("conditions-generales.txt", "terms"),
    Sample("bon-de-commande.docx", "together", more=("conditions-generales.txt",)),
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
    st.file_uploader(
        tell("app.upload"), type=TYPES, key=_UPLOAD, on_change=_uploaded, max_upload_size=25, accept_multiple_files=True
    )
    st.html(block("p", say("app.upload.parts", spoken), "private"))
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
    told = (each.file for each in SAMPLES if each.name != "backup_pdf" and not each.more)
    paths = (sample(name) for name in (*told, *_OTHERS))
    return [session.Source(path.name, path.read_bytes()) for path in paths if path is not None]


def shown(given: session.Source, report: Report) -> None:
    """Which contract the page is about, the way to its other parts and to another contract."""
    spoken, law = shell.language(), report.facts.governing_law
    told = [label("kind", report.kind, spoken)]
    told += [words.document(report, each) for each in report.documents or (report.document,)]
    if law and law.code:
        told.append(label("governing", law.code, spoken))
    parts = len(report.documents)
    name = count("app.parts", parts, spoken) if parts else report.document.name
    with st.container(horizontal=True, vertical_alignment="center", key="file"):
        st.html(f"<p class='file'>{block('strong', name)} {block('span', ' · '.join(told))}</p>")
        ways(given)


def ways(given: session.Source) -> None:
    """More parts of the contract, or fewer; another contract."""
    with st.popover(tell("app.parts.change"), icon=":material/library_add:", key="parts"):
        _parts(given)
    st.button(
        tell("app.another"), key="another", on_click=session.open_source, args=(None,), icon=":material/swap_horiz:"
    )


def _parts(given: session.Source) -> None:
    """A place for the contract's other documents, and each that is there with the way to take it out."""
    key = f"parts-{len(given.files)}"  # an empty field after each change
    st.file_uploader(
        tell("app.parts.add"),
        type=TYPES,
        key=key,
        on_change=_add,
        args=(key,),
        max_upload_size=25,
        accept_multiple_files=True,
    )
    st.caption(tell("app.parts.how"))
    for position, each in enumerate(given.files if given.more else ()):
        others = [*given.files[:position], *given.files[position + 1 :]]
        st.button(
            tell("app.parts.remove", name=each.name),
            key=f"remove-{position}",
            type="tertiary",
            icon=":material/close:",
            on_click=session.change_parts,
            args=(others,),
        )


def _add(key: str) -> None:
    given, files = session.source(), _files(key)
    if given is not None and files:
        session.change_parts([*given.files, *files])


def _files(key: str) -> list[session.Source]:
    """What was put into a field for files, in the order given."""
    return [session.Source(file.name, file.getvalue()) for file in st.session_state.get(key) or ()]


def _uploaded() -> None:
    """Open what was chosen, once: a click while it is read calls this again with the same files."""
    chosen = [file.file_id for file in st.session_state.get(_UPLOAD) or ()]
    if chosen and chosen != st.session_state.get(_OPENED):
        st.session_state[_OPENED] = chosen
        session.open_source(session.as_one(_files(_UPLOAD)))


def _open_sample(chosen: Sample) -> None:
    paths = [path for name in (chosen.file, *chosen.more) if (path := sample(name)) is not None]
    files = [session.Source(path.name, path.read_bytes(), chosen.claim) for path in paths]
    session.open_source(session.as_one(files))


def sample(name: str) -> Path | None:
    """A file or a folder among the samples; None where it does not come with the installation."""
    return next((folder / name for folder in _FOLDERS if (folder / name).exists()), None)
