"""The contract of one browser tab: its bytes, what was read in it, what the user chose. It lives in the tab's session and nowhere else."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Any, Final, TypeVar

import streamlit as st

from analyzer import __version__
from analyzer.document import Document
from analyzer.facts.values import AnnualValue
from analyzer.library import Library, standard
from analyzer.pipeline import Reading, Settings, judge, read_clauses
from analyzer.playbook import Playbook
from analyzer.readers import read
from analyzer.redline import Contract, Fixed, fix, recheck
from analyzer.redline.plan import plan
from analyzer.report import Finding, Report

Made = TypeVar("Made")
_ENGINE: Final = Lock()  # pdfium is not safe in several threads at once, and each session has its own
_SOURCE, _CHOICES, _KEPT = "source", "choices", "kept"
_RESULTS: Final = 6  # kept of a tab's contract: the step before is one click away


@dataclass(frozen=True, slots=True)
class Source:
    """A contract as it was given. `claim` is that of a sample's story."""

    name: str
    data: bytes = field(repr=False)
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A contract as it is (`base` with the library's wordings, `contract` with the user's)."""

    base: Report
    contract: Contract


@dataclass(frozen=True, slots=True)
class Mended:
    """The file with its changes, and the contract judged again with them in it."""

    fixed: Fixed
    after: Report


@contextmanager
def engine() -> Iterator[None]:
    """One session at a time. Nothing of Streamlit may be called inside: it may stop the script there."""
    with _ENGINE:
        yield


def source() -> Source | None:
    """The contract that this tab looks at; None before one is given."""
    return st.session_state.get(_SOURCE)


def open_source(given: Source | None) -> None:
    """Look at another contract, or at none: what was chosen for the last one is forgotten."""
    for name in [
        name for name in st.session_state if str(name).startswith(("form:", "open:", "use:", "text:", "level"))
    ]:
        del st.session_state[name]
    st.session_state[_SOURCE], st.session_state[_CHOICES] = given, {}
    st.session_state[_KEPT] = {}


def choices() -> dict[str, str | None]:
    """The user's wordings by finding: a text of their own, or None where the contract stays as it is."""
    found: dict[str, str | None] = st.session_state.setdefault(_CHOICES, {})
    return found


def house() -> Playbook | None:
    """The house's own thresholds and severities, where the library's page has changed any."""
    return st.session_state.get("house")


def together(finding: Finding, base: Report) -> tuple[Finding, ...]:
    """The findings that one wording mends: the choice that is made for one is made for all."""
    groups = (change.findings for change in plan([replace(each, accepted=None) for each in base.findings]))
    return next((group for group in groups if any(each.id == finding.id for each in group)), (finding,))


def read_source(given: Source, value: AnnualValue | None) -> Reading:
    """What the contract says. Raises FileProblem."""
    document = _document(given)
    rules = library()

    def make() -> Reading:
        return read_clauses(document, rules, value)

    return _once(("reading", document.sha256, value, rules.digest), make)


def is_read(given: Source) -> bool:
    """Was the file read before, so that what follows takes no time that a person would notice?"""
    return ("document", given.name, len(given.data)) in _kept()


def _document(given: Source) -> Document:
    return _once(("document", given.name, len(given.data)), lambda: read(given.data, name=given.name))


def review(given: Source, settings: Settings) -> Reviewed:
    """The report with the library's wordings, and with the user's."""
    reading, rules = read_source(given, settings.annual_value), library()

    def make() -> Reviewed:
        base = judge(reading, rules, replace(settings, wordings={}), __version__)
        report = judge(reading, rules, settings, __version__) if settings.wordings else base
        return Reviewed(base, Contract(given.data, reading.document, report))

    return _once(("review", *_key(reading.document, settings)), make)


def mend(given: Source, reviewed: Reviewed, settings: Settings) -> Mended:
    """The file to hand out and what it would change."""
    contract, rules = reviewed.contract, library()

    def make() -> Mended:
        fixed = fix(contract, rules, settings, "counterparty", datetime.now().astimezone())
        return Mended(fixed, recheck(contract, fixed, rules, settings, __version__))

    return _once(_mended_key(given, settings), make)


def is_mended(given: Source, settings: Settings) -> bool:
    """Is the file of these settings ready?"""
    return _mended_key(given, settings) in _kept()


def _mended_key(given: Source, settings: Settings) -> tuple[Any, ...]:
    return ("mended", *_key(_document(given), settings))


def page(given: Source, number: int, scale: float) -> tuple[bytes, float, float]:
    """A page of a PDF as a WebP picture, with its width and height in points."""

    def make() -> tuple[bytes, float, float]:
        import pypdfium2

        pdf = pypdfium2.PdfDocument(given.data)
        try:
            sheet = pdf[number - 1]
            drawn = io.BytesIO()
            sheet.render(scale=scale).to_pil().convert("RGB").save(drawn, "WEBP", quality=82)
            return drawn.getvalue(), sheet.get_width(), sheet.get_height()
        finally:
            pdf.close()

    return _once(("page", given.name, number), make)


def library() -> Library:
    """The library that ships, with the house's settings over it."""
    playbook = house()
    return playbook.library if playbook else standard()


def _key(document: Document, settings: Settings) -> tuple[Any, ...]:
    """What decides a result: the file, the settings and the library."""
    return document.sha256, repr(replace(settings, playbook=None)), library().digest


def _once(key: tuple[Any, ...], make: Callable[[], Made]) -> Made:
    """The value, made once while this tab looks at this contract."""
    kept = _kept()
    if key not in kept:
        with engine():
            made = make()
        kept[key] = made
        same = [each for each in kept if each[0] == key[0]]
        for old in same[:-_RESULTS]:
            del kept[old]
    found: Made = kept[key]
    return found


def _kept() -> dict[tuple[Any, ...], Any]:
    found: dict[tuple[Any, ...], Any] = st.session_state.setdefault(_KEPT, {})
    return found
