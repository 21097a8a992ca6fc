"""The files to leave with: the contract with its changes tracked, the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analyzer.app import session, shell
from analyzer.app.shell import tell
from analyzer.redline import Contract
from analyzer.reports import html as as_html
from analyzer.reports import json as as_json
from analyzer.reports import pdf as as_pdf
from analyzer.reports.messages import count, say

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def wait(place: DeltaGenerator) -> None:
    """Say that the file is being written, in the place where it will be."""
    place.button(tell("app.download.wait"), disabled=True, type="primary", width="stretch", key="download-wait")


def show(contract: Contract, mended: session.Mended) -> None:
    """The Word file first; the report in the forms that people and programs read."""
    spoken, document = shell.language(), contract.document
    own = "redline" if document.format == "docx" else "amendment"
    changes = len(mended.fixed.changes)
    if mended.fixed.data is None or not changes:
        st.info(tell("app.download.nothing"))
    else:
        st.download_button(
            tell(f"app.download.{own}"),
            mended.fixed.data,
            file_name=_name(document.name, f"app.file.{own}", ".docx"),
            mime=WORD,
            type="primary",
            icon=":material/download:",
            width="stretch",
            on_click="ignore",
            key="download-docx",
        )
        st.caption(count(f"app.download.{own}.what", changes, spoken))
    with st.popover(tell("app.download.report"), icon=":material/description:", width="stretch"):
        _reports(contract)


def _reports(contract: Contract) -> None:
    """Written when they are asked for."""
    writers: dict[str, tuple[str, Callable[[], str | bytes]]] = {
        "html": ("text/html", lambda: as_html.render(contract.report, contract.document)),
        "pdf": ("application/pdf", lambda: as_pdf.render(contract.report)),
        "json": ("application/json", lambda: as_json.render([contract.report], single=True)),
    }
    for form, (mime, write) in writers.items():
        st.download_button(
            tell(f"app.download.{form}"),
            write,
            file_name=_name(contract.document.name, "app.file.report", f".{form}"),
            mime=mime,
            on_click="ignore",
            key=f"download-{form}",
            width="stretch",
        )


def _name(document: str, key: str, suffix: str) -> str:
    """« contrat-corrige.docx »"""
    return f"{Path(document).stem}-{say(key, shell.language())}{suffix}"
