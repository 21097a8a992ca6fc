"""The contract of one browser tab: its bytes, what was read in it, what the user chose. It lives in the tab's session and nowhere else."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import PurePath
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
from analyzer.together import join

Made = TypeVar("Made")
_ENGINE: Final = Lock()  # pdfium is not safe in several threads at once, and each session has its own
_SOURCE, _CHOICES, _KEPT = "source", "choices", "kept"
PRICE, PRICE_READ = "form:price", "form:price-read"  # the field, and what was put into it from the contract
_RESULTS: Final = 6  # kept of a tab's contract: the step before is one click away


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was given; `more` are the other files of its contract, in their order. `claim` is that of a sample's story."""

    name: str
    data: bytes = field(repr=False)
    claim: str = ""
    more: tuple[Source, ...] = ()

    @property
    def files(self) -> tuple[Source, ...]:
        return (self, *self.more)


def as_one(files: Sequence[Source]) -> Source:
    """Files as the parts of one contract; of two that have the same name the second is numbered, since a part is known by its name."""
    names: list[str] = []
    for each in files:
        name, number = each.name, 2
        while name in names:
            name, number = f"{PurePath(each.name).stem} ({number}){PurePath(each.name).suffix}", number + 1
        names.append(name)
    first, *others = (replace(each, name=name, more=()) for each, name in zip(files, names, strict=True))
    return replace(first, more=tuple(others))


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A contract as it is: `base` with the library's wordings, `contracts` its files with the user's."""

    base: Report
    contracts: tuple[Contract, ...]

    @property
    def report(self) -> Report:
        """The report with the user's wordings, on all files."""
        return self.contracts[0].report


@dataclass(frozen=True, slots=True)
class Mended:
    """Each file with its changes, and the contract judged again with them in it."""

    fixed: tuple[Fixed, ...]
    after: Report

    @property
    def changes(self) -> int:
        return sum(len(each.changes) for each in self.fixed)


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


def change_parts(files: Sequence[Source]) -> None:
    """Look at the same contract with other parts, or the last one taken out: what was written and chosen stays, a price that was read does
    not, since another part may state another.
    """
    if not files:
        open_source(None)
        return
    given = source()
    st.session_state[_SOURCE] = replace(as_one(files), claim=given.claim if given else "")
    if st.session_state.get(PRICE_READ) == st.session_state.get(PRICE):
        for name in (PRICE, PRICE_READ):
            st.session_state.pop(name, None)


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
    documents = _documents(given)
    rules = library()

    def make() -> Reading:
        readings = [read_clauses(each, rules, value) for each in documents]
        return join(readings, rules) if len(readings) > 1 else readings[0]

    return _once(("reading", _digests(given), value, rules.digest), make)


def is_read(given: Source) -> bool:
    """Was all of it read before, so that what follows takes no time that a person would notice?"""
    return all(("document", each.name, len(each.data)) in _kept() for each in given.files)


def _documents(given: Source) -> tuple[Document, ...]:
    return tuple(_document(each) for each in given.files)


def _document(file: Source) -> Document:
    return _once(("document", file.name, len(file.data)), lambda: read(file.data, name=file.name))


def _digests(given: Source) -> tuple[tuple[str, str], ...]:
    """What a contract is made of: name and content of each file, in their order."""
    return tuple((each.name, each.sha256) for each in _documents(given))


def review(given: Source, settings: Settings) -> Reviewed:
    """The report with the library's wordings, and with the user's."""
    reading, rules, documents = read_source(given, settings.annual_value), library(), _documents(given)

    def make() -> Reviewed:
        base = judge(reading, rules, replace(settings, wordings={}), __version__)
        report = judge(reading, rules, settings, __version__) if settings.wordings else base
        files = zip(given.files, documents, strict=True)
        return Reviewed(base, tuple(Contract(file.data, document, report) for file, document in files))

    return _once(("review", *_key(given, settings)), make)


def mend(given: Source, reviewed: Reviewed, settings: Settings) -> Mended:
    """The files to hand out and what they would change."""
    contracts, rules = reviewed.contracts, library()

    def make() -> Mended:
        now = datetime.now().astimezone()
        fixed = tuple(fix(each, rules, settings, "counterparty", now) for each in contracts)
        return Mended(fixed, recheck(contracts, fixed, rules, settings, __version__))

    return _once(("mended", *_key(given, settings)), make)


def is_mended(given: Source, settings: Settings) -> bool:
    """Are the files of these settings ready?"""
    return ("mended", *_key(given, settings)) in _kept()


def page(given: Source, number: int, scale: float) -> tuple[bytes, float, float]:
    """A page of a PDF, one file, as a WebP picture, with its width and height in points."""

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


def _key(given: Source, settings: Settings) -> tuple[Any, ...]:
    """What decides a result: the files, the settings and the library."""
    return _digests(given), repr(replace(settings, playbook=None)), library().digest


def _once(key: tuple[Any, ...], make: Callable[[], Made]) -> Made:
    """The value, made once while this tab looks at this contract."""
    kept = _kept()
    if key not in kept:
        with engine():
            made = make()
        kept[key] = made
        same = [each for each in kept if each[0] == key[0]]
        for old in same[:-_RESULTS] if key[0] != "document" else ():  # a contract may have more parts than that
            del kept[old]
    found: Made = kept[key]
    return found


def _kept() -> dict[tuple[Any, ...], Any]:
    found: dict[tuple[Any, ...], Any] = st.session_state.setdefault(_KEPT, {})
    return found
