"""`gardefou fix`: a contract back with every suggestion in it.

A Word file comes back as itself with tracked changes and comments (`word`), anything else with an amendment as a Word
file (`amendment`). What is changed is decided once, whatever the format (`plan`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from analyzer.document import Document
from analyzer.language.folding import fold
from analyzer.library import Library
from analyzer.pipeline import Reading, Settings, judge, read_clauses
from analyzer.readers import read
from analyzer.redline.amendment import Remarks, amendment
from analyzer.redline.comments import Audience, fair, figures, memo
from analyzer.redline.plan import Change, merged, plan, share_words, with_changes
from analyzer.redline.typography import writes_straight
from analyzer.redline.word import Words, redline
from analyzer.report import Clause, Finding, Report
from analyzer.reports.format import typeset
from analyzer.reports.messages import say
from analyzer.structure import Structure, build
from analyzer.together import join

Judged = Callable[[str], Report]

__all__ = ["Audience", "Contract", "Fixed", "changes_in", "fix", "open_contracts", "recheck"]


@dataclass(frozen=True, slots=True)
class Contract:
    """A file's bytes, what was read in them, and the report on it, alone or with the other parts of its contract.

    `fallback` is the balanced wording by finding: for the house's own comments.
    """

    data: bytes = field(repr=False)
    document: Document
    report: Report
    fallback: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fixed:
    """The Word file to send, and the changes in it. `data` is None where there is nothing to amend."""

    data: bytes | None = field(repr=False)
    changes: tuple[Change, ...]


def open_contracts(
    files: Sequence[str], library: Library, settings: Settings, version: str, *, together: bool
) -> list[Contract]:
    """The files with their report, as one contract or each on its own. Raises FileProblem for a bad file."""
    documents = [read(name) for name in files]
    readings = [read_clauses(each, library, settings.annual_value) for each in documents]
    judged = [join(readings, library)] * len(files) if together else readings
    balanced = replace(settings, level="balanced", wordings={})
    return [
        Contract(
            Path(name).read_bytes(),
            document,
            judge(reading, library, settings, version),
            _wordings(judge(reading, library, balanced, version)),
        )
        for name, document, reading in zip(files, documents, judged, strict=True)
    ]


def _wordings(report: Report) -> dict[str, str]:
    """The suggested text by finding."""
    return {finding.id: finding.suggestion.text for finding in report.findings if finding.suggestion}


def fix(contract: Contract, library: Library, settings: Settings, audience: Audience, now: datetime) -> Fixed:
    """The contract's file with its changes, or an amendment for what is not a Word file."""
    report, document = contract.report, contract.document
    changes = changes_in(contract, library, settings)
    language = report.document_language
    typography = partial(typeset, language=language, straight=writes_straight(document.text))
    comment: Callable[[Change], tuple[str, ...]] = fair
    opening: tuple[str, ...] = ()
    header = ""
    if audience == "internal":
        comment = partial(memo, report=report, fallback=contract.fallback)
        opening, header = figures(report), say("fix.internal", report.language)
    if document.format != "docx":
        remarks = Remarks(comment, opening, header) if audience == "internal" else Remarks()
        return Fixed(amendment(report, document, changes, remarks) if changes else None, changes)
    words = Words(
        comment=comment,
        elsewhere=say("fix.elsewhere", language),
        deleted=say("fix.deleted", language),
        typography=typography,
        opening=opening,
        header=header,
    )
    moment = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    data = redline(contract.data, document, structure_of(document, language), changes, words, moment)
    return Fixed(data, changes)


def recheck(
    contracts: Sequence[Contract], fixed: Sequence[Fixed], library: Library, settings: Settings, version: str
) -> Report:
    """A contract, or all parts of one, with the changes in it, judged again as the same kind of contract."""
    library = settings.playbook.library if settings.playbook else library
    documents = [_as_changed(contract, each) for contract, each in zip(contracts, fixed, strict=True)]
    readings = [read_clauses(each, library, settings.annual_value) for each in documents]
    reading = join(readings, library) if len(readings) > 1 else readings[0]
    reading = replace(reading, kind=contracts[0].report.kind)
    return judge(reading, library, replace(settings, wordings={}), version)


def _as_changed(contract: Contract, fixed: Fixed) -> Document:
    """A Word file is read as it was written, its tracked changes as accepted; of anything else the text is read with the changes made."""
    document = contract.document
    if document.format == "docx" and fixed.data is not None:
        return read(fixed.data, name=document.name)
    name = document.name if document.format in ("txt", "md") else "mended.txt"
    return replace(read(with_changes(document.text, fixed.changes).encode(), name=name), name=document.name)


def changes_in(contract: Contract, library: Library, settings: Settings) -> tuple[Change, ...]:
    """The changes that the contract's report asks for in this file."""
    report, document = contract.report, contract.document
    if report.documents:
        return merged(plan(report.findings, document.name))
    library = settings.playbook.library if settings.playbook else library
    judged = partial(_judged, kind=report.kind, library=library, settings=settings)
    kept = _needed(plan(report.findings), document, judged)
    written = {change.text for change in kept}
    return (*kept, *(change for change in _made_good(kept, report, judged) if change.text not in written))


def structure_of(document: Document, language: str) -> Structure:
    """The document's sections, as they were read for the report."""
    return build(document, fold(document.text), language)


def _needed(changes: tuple[Change, ...], document: Document, judged: Judged) -> tuple[Change, ...]:
    """The changes without those that a replacement made before them has made needless.

    A new cap says that it is for all claims together; of two replacements of the same words the first may do.
    """
    kept: list[Change] = []
    for change in sorted(changes, key=lambda each: not each.strikes):
        replaced = [each for each in kept if each.strikes]
        if any(_may_cover(each, change) for each in replaced):
            left = {finding.id for finding in judged(_replaced(document.text, replaced)).findings}
            if not any(finding.id in left for finding in change.findings):
                continue
        kept.append(change)
    return merged([change for change in changes if change in kept])


def _may_cover(done: Change, change: Change) -> bool:
    """May a replacement have mended what another change is for? Where it struck the same words or is of the same topic."""
    topics = {finding.topic for finding in change.findings}
    return share_words(done, change) or (not change.strikes and topics <= {each.topic for each in done.findings})


def _made_good(changes: Sequence[Change], report: Report, judged: Judged) -> list[Change]:
    """New clauses for what the replacements take out beside what they are for.

    One long sentence may cap the liability and leave indirect loss out: whoever strikes it for the cap has to write the other rule again.
    """
    lost: dict[str, Clause] = {}
    for change in changes:
        meant = {finding.topic for finding in change.findings}
        for clause in report.clauses:
            if clause.found and clause.topic not in meant and _is_struck(clause, change):
                lost[clause.topic] = clause
    if not lost:
        return []
    text = report.document.text
    known = {finding.id for finding in judged(text).findings}
    after = judged(_replaced(text, changes)).findings
    new = [each for each in after if each.id not in known and each.topic in lost and each.mend == "insert"]
    return [_restored(finding, lost[finding.topic]) for finding in new]


def _is_struck(clause: Clause, change: Change) -> bool:
    return any(each.span.overlaps(clause.span) for each in change.strikes)


def _restored(finding: Finding, clause: Clause) -> Change:
    """The finding's wording, behind the clause that was struck."""
    (change,) = plan([finding], finding.suggestion.file if finding.suggestion else "")
    return replace(change, after=clause.span.end, section=clause.section, joins=True)


def _replaced(text: str, changes: Sequence[Change]) -> str:
    """The text with the replacements among these changes made."""
    return with_changes(text, [change for change in changes if change.strikes])


def _judged(text: str, kind: str, library: Library, settings: Settings) -> Report:
    """The report on a text of the same kind of contract, whatever findings and wordings were asked for."""
    reading: Reading = read_clauses(read(text.encode(), name="mended.txt"), library, settings.annual_value)
    return judge(replace(reading, kind=kind), library, replace(settings, select=(), ignore=(), wordings={}), "")
