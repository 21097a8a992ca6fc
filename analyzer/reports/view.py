"""What a page shows of a report, as phrases in its language. HTML and PDF lay out the same view, so that they say the same.

Sentences of ours and of the library have the apostrophes of print; the contract's words and suggested wording are left as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from analyzer.document import Document
from analyzer.report import Evidence, Finding, LegalBasis, Report, Scenario, Severity, Suggestion
from analyzer.reports import exposure, standings, text, words
from analyzer.reports import format as write
from analyzer.reports.messages import say

PAGE: Final = ".page"  # of the sentences that name no option of the command


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote of the contract between quotation marks, and where it stands; `document` (counted from 0) and `start` find it in `shown`."""

    quote: str
    place: str
    document: int
    start: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document's text; `start` is the offset of the quoted passage that it is part of, None where nobody quotes it."""

    text: str
    start: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A document shown whole, its quoted passages apart. The pieces together are its text."""

    name: str
    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """A reference, what it says and how that was learnt. `source` is an address or a title, `link` whether it is an address."""

    reference: str
    note: str
    mark: str
    source: str
    link: bool


@dataclass(frozen=True, slots=True)
class Option:
    """Wording that may be added."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What to write, in the contract's `language`, and what it takes the place of."""

    opening: str
    language: str
    struck: tuple[str, ...]
    paragraphs: tuple[str, ...]
    raises: str  # of a cap: that it is a higher one
    levels: tuple[str, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding. `accepted` is empty where nobody lives with it, `ended` where nobody did; `advice` stands where no wording can mend it."""

    id: str
    severity: Severity
    chip: str
    message: str
    accepted: str
    ended: str
    passages: tuple[Passage, ...]
    why: str
    laws: tuple[Law, ...]
    wording: Wording | None
    advice: str
    mistaken: str


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum of a scenario: its column, the sum and its multiple in words, and its share (0 to 100) of the largest sum shown."""

    column: str
    amount: str
    times: str
    share: float | None


@dataclass(frozen=True, slots=True)
class Loss:
    """A scenario."""

    title: str
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """One scenario's heads from the loss to what is payable, and what each clause did."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exposed:
    """What the contract lets through."""

    header: tuple[str, ...]
    losses: tuple[Loss, ...]
    notes: tuple[str, ...]
    assumed_lead: str
    assumed: exposure.Assumed | None
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole report, in the order in which it is read."""

    language: str
    contract_language: str
    name: str
    grade: str
    grade_words: str
    headline: str
    verdict: tuple[str, ...]
    tally: str
    fields: tuple[tuple[str, str], ...]
    faults: tuple[Fault, ...]
    kept: tuple[str, ...]
    exposed: Exposed | None
    law_asked: str
    standings: tuple[standings.Account, ...]
    notices: tuple[str, ...]
    closing: tuple[str, ...]


def view(report: Report) -> View:
    """The report as phrases."""
    language = report.language
    first, *rest = text.verdict(report, medium=PAGE)
    score = report.score
    digest = report.library_digest[:12]
    return View(
        language=language,
        contract_language=report.document_language,
        name=write.clean(" + ".join(document.name for document in report.documents or (report.document,))),
        grade=score.grade,
        grade_words=say("page.grade", language, grade=score.grade, value=str(score.value)),
        headline=first,
        verdict=tuple(rest),
        tally=text.grade(report),
        fields=tuple((name, told) for name, told in text.contract(report)),
        faults=tuple(_fault(report, finding) for finding in text.by_severity(report.findings)),
        kept=tuple(text.kept(report)),
        exposed=_exposed(report) if report.exposure.scenarios else None,
        law_asked=standings.law_asked(report) if report.enforceability else "",
        standings=tuple(standings.accounts(report)),
        notices=tuple(text.notices(report, medium=PAGE)),
        closing=(
            say("closing.not_advice", language),
            say("closing.not_forecast", language),
            say("closing.tool", language, version=report.version, digest=digest),
        ),
    )


def _fault(report: Report, finding: Finding) -> Fault:
    language = report.language
    advised = finding.suggestion is None and finding.mend == "advise"
    return Fault(
        id=finding.id,
        severity=finding.severity,
        chip=say(f"severity.{finding.severity}", language),
        message=words.library(finding.message, language),
        accepted=words.acceptance(finding, language),
        ended=words.acceptance_ended(finding, language),
        passages=tuple(_passage(report, evidence) for evidence in finding.evidence),
        why=words.library(finding.why, language),
        laws=tuple(_law(basis, language) for basis in finding.legal_basis),
        wording=_wording(report, finding.suggestion) if finding.suggestion else None,
        advice=say("finding.advise", language) if advised else "",
        mistaken=words.library(finding.known_problems, language),
    )


def _passage(report: Report, evidence: Evidence) -> Passage:
    quote = write.quote(evidence.quote, report.language)
    names = [document.name for document in report.documents]
    number = names.index(evidence.file) if evidence.file in names else 0
    return Passage(quote, words.place(report, evidence), number, evidence.span.start)


def _law(basis: LegalBasis, language: str) -> Law:
    mark = say(f"mark.{basis.mark}", language, date=write.iso_day(basis.checked_on, language))
    link = basis.source.startswith(("http://", "https://"))
    source = write.clean(basis.source) if link else ""
    return Law(words.reference(basis, language), words.library(basis.note, language), mark, source, link)


def _wording(report: Report, suggestion: Suggestion) -> Wording:
    language = report.language
    struck = (suggestion.replaces, *suggestion.also_replaces) if suggestion.replaces else suggestion.also_replaces
    return Wording(
        opening=text.inserting(suggestion, language)
        if not suggestion.replaces
        else text.joining(report, suggestion)
        or say("page.replacing", language, title=words.library(suggestion.title, language)),
        language=suggestion.language,
        struck=tuple(write.quote(each.quote, language) for each in struck),
        paragraphs=_paragraphs(suggestion.text, suggestion.language),
        raises=standings.raised(report, suggestion),
        levels=tuple(standings.levels(report, suggestion)),
        options=tuple(
            Option(words.library(each.title, language), _paragraphs(each.text, suggestion.language))
            for each in suggestion.options
        ),
    )


def _paragraphs(wording: str, language: str) -> tuple[str, ...]:
    return tuple(words.library(line, language) for line in wording.split("\n") if write.clean(line))


def _exposed(report: Report) -> Exposed:
    language, scenarios = report.language, report.exposure.scenarios
    known = [amount for each in scenarios for amount in exposure.amounts(each) if amount is not None]
    notes = [sentence for scenario in scenarios for sentence in exposure.sentences(report, scenario)]
    notes.extend(exposure.conditions(report))
    if exposure.reduced(report):
        notes.append(say(f"exposure.exclusions_stay{PAGE}", language))
    assumed = exposure.assumed(report)
    lead = say(f"exposure.assumed{PAGE}", language, customer=assumed.customer) if assumed else ""
    return Exposed(
        header=tuple(exposure.columns(language)),
        losses=tuple(_loss(report, scenario, max(known)) for scenario in scenarios),
        notes=tuple(notes),
        assumed_lead=lead,
        assumed=assumed,
        paths=tuple(_path(report, scenario) for scenario in scenarios if any(path.steps for path in scenario.path)),
    )


def _loss(report: Report, scenario: Scenario, largest: Decimal) -> Loss:
    sums = tuple(
        Sum(
            column,
            say("exposure.none", report.language) if amount is None else exposure.money(report, scenario, amount),
            exposure.times_worth(report, amount),
            None if amount is None else float(amount / largest * 100) if largest else 0.0,
        )
        for column, amount in zip(exposure.columns(report.language)[1:], exposure.amounts(scenario), strict=True)
    )
    return Loss(exposure.name(report, scenario), sums)


def _path(report: Report, scenario: Scenario) -> Path:
    header, rows = exposure.path_rows(report, scenario)
    return Path(
        exposure.name(report, scenario),
        tuple(header),
        tuple(tuple(row) for row in rows),
        tuple(exposure.path_steps(report, scenario)),
    )


def show_text(report: Report, document: Document) -> Shown:
    """A document of the report with every passage that a finding quotes; a passage within another keeps a place without text."""
    names = [each.name for each in report.documents]
    number = names.index(document.name) if document.name in names else 0
    ends: dict[int, int] = {}
    for evidence in (each for finding in report.findings for each in finding.evidence):
        if not report.documents or evidence.file == document.name:
            ends[evidence.span.start] = max(evidence.span.end, ends.get(evidence.span.start, 0))
    pieces, done = [], 0
    for start, end in sorted(ends.items()):
        if start > done:
            pieces.append(Piece(document.text[done:start], None))
        pieces.append(Piece(document.text[max(start, done) : end], start))
        done = max(done, end)
    pieces.append(Piece(document.text[done:], None))
    return Shown(write.clean(document.name), number, tuple(pieces))
