"""The files to leave with: the contract with its changes tracked, file by file, and the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analyzer.app import session, shell
from analyzer.app.shell import tell
from analyzer.redline import Contract, Fixed
from analyzer.reports import html as as_html
from analyzer.reports import json as as_json
from analyzer.reports import pdf as as_pdf
from analyzer.reports.messages import count, say

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def wait(place: DeltaGenerator) -> None:
    """Say that the file is being written, in the place where it will be."""
    place.button(tell("app.download.wait"), disabled=True, type="primary", width="stretch", key="download-wait")


def show(reviewed: session.Reviewed, mended: session.Mended) -> None:
    """The Word files first, one for each file that changes; the report in the forms that people and programs read."""
    files = zip(reviewed.contracts, mended.fixed, strict=True)
    changed = [(contract, fixed) for contract, fixed in files if fixed.data is not None and fixed.changes]
    if not changed:
        st.info(tell("app.download.nothing"))
    for position, (contract, fixed) in enumerate(changed):
        _word(contract, fixed, position, named=bool(reviewed.report.documents))
    with st.popover(tell("app.download.report"), icon=":material/description:", width="stretch"):
        _reports(reviewed)


def _word(contract: Contract, fixed: Fixed, position: int, *, named: bool) -> None:
    """A file with its changes; `named`: it is one of several, and says which."""
    spoken, name = shell.language(), contract.document.name
    own = "redline" if contract.document.format == "docx" else "amendment"
    st.download_button(
        tell(f"app.download.{own}.of", name=name) if named else tell(f"app.download.{own}"),
        fixed.data or b"",
        file_name=_name(name, f"app.file.{own}", ".docx"),
        mime=WORD,
        type="secondary" if position else "primary",
        icon=":material/download:",
        width="stretch",
        on_click="ignore",
        key=f"download-docx-{position}" if position else "download-docx",
    )
    st.caption(count(f"app.download.{own}.what", len(fixed.changes), spoken))


def _reports(reviewed: session.Reviewed) -> None:
    """Written when they are asked for."""
    report, documents = reviewed.report, [contract.document for contract in reviewed.contracts]
    writers: dict[str, tuple[str, Callable[[], str | bytes]]] = {
        "html": ("text/html", lambda: as_html.render(report, *documents)),
        "pdf": ("application/pdf", lambda: as_pdf.render(report)),
        "json": ("application/json", lambda: as_json.render([report], single=True)),
    }
    for form, (mime, write) in writers.items():
        st.download_button(
            tell(f"app.download.{form}"),
            write,
            file_name=_name(documents[0].name, "app.file.report", f".{form}"),
            mime=mime,
            on_click="ignore",
            key=f"download-{form}",
            width="stretch",
        )


def _name(document: str, key: str, suffix: str) -> str:
    """« contrat-corrige.docx »"""
    return f"{Path(document).stem}-{say(key, shell.language())}{suffix}"
