"""Several files that are one contract: order form, general terms, annexes, read as one.

The clauses of all files count; each keeps the name of its file. The facts are those of the first file that states
them, in the order in which the documents prevail where a clause says so, else in the order given. A cap in a file
that another one outranks says so (`overridden_by`) and no longer caps anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from analyzer.document import Document, Span
from analyzer.facts.values import Facts
from analyzer.language.folding import fold
from analyzer.library import DocumentSort, Library
from analyzer.patterns.matching import Lexicon, Passage, find
from analyzer.pipeline import Reading
from analyzer.report import Clause

HEAD_SENTENCES = 4  # a document says what it is in its first lines
PRECEDENCE = "order_of_precedence"
OVERRIDABLE = ("liability_cap", "governing_law")


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a contract and the sort of document that it is (a name of clauses/documents.toml)."""

    reading: Reading
    sort: str

    @property
    def name(self) -> str:
        return self.reading.document.name


def join(readings: Sequence[Reading], library: Library) -> Reading:
    """One reading of all files. Its structure and kind are those of the longest file, the body of the contract."""
    parts = [Part(reading, _sort(reading, library)) for reading in readings]
    ranked = _ranked(parts, library)
    body = max(readings, key=lambda reading: reading.document.words)
    order = {part.name: place for place, part in enumerate(parts)}
    clauses = [replace(clause, file=part.name) for part in parts for clause in part.reading.clauses]
    if ranked:
        clauses = _overridden(clauses, [part.name for part in ranked])
    return Reading(
        document=body.document,
        structure=body.structure,
        **_facts([part.reading for part in ranked or parts]),
        kind=_kind(readings, body),
        clauses=tuple(sorted(clauses, key=lambda clause: (order[clause.file], clause.span.start, clause.topic))),
        documents=tuple(reading.document for reading in readings),
        ranked=tuple(part.name for part in ranked),
    )


def _sort(reading: Reading, library: Library) -> str:
    """What the document calls itself at its head; the first sort of the file whose title matches."""
    language = reading.structure.language
    head = [Span(sentence.start, sentence.end) for sentence in reading.structure.sentences[:HEAD_SENTENCES]]
    folded = fold(reading.document.text)
    for span in head:
        passage = Passage(folded.text, [folded.folded(span)], Lexicon(language), {})
        for sort in library.documents:
            if any(find(pattern, passage) for pattern in sort.titles[language]):
                return sort.name
    return "terms"


def _ranked(parts: Sequence[Part], library: Library) -> list[Part]:
    """The parts in the order in which they prevail; empty where no clause says so or it names fewer than two of them."""
    for part in parts:
        for clause in part.reading.clauses:
            if clause.topic == PRECEDENCE and clause.found:
                places = {
                    sort.name: place for sort in library.documents if (place := _place(sort, clause, part)) is not None
                }
                named = [each for each in parts if each.sort in places]
                if len({each.sort for each in named}) > 1:
                    others = [each for each in parts if each not in named]
                    return sorted(named, key=lambda each: places[each.sort]) + others
    return []


def _place(sort: DocumentSort, clause: Clause, part: Part) -> int | None:
    """Where in the clause a sort of document is named first."""
    language = part.reading.structure.language
    folded = fold(clause.text)
    passage = Passage(folded.text, [Span(0, len(folded.text))], Lexicon(language), {})
    found = [match.range[0] for pattern in sort.mentions[language] if (match := find(pattern, passage))]
    return min(found, default=None)


def _overridden(clauses: Sequence[Clause], ranked: Sequence[str]) -> list[Clause]:
    """The clauses, those of a topic that a document of higher rank settles marked with its name."""
    kept: list[Clause] = []
    for clause in clauses:
        above = [
            other.file
            for other in clauses
            if clause.topic in OVERRIDABLE
            and other.topic == clause.topic
            and other.found
            and other.attributes.get("beneficiary") == clause.attributes.get("beneficiary")
            and ranked.index(other.file) < ranked.index(clause.file)
        ]
        if above:
            clause = replace(clause, attributes={**clause.attributes, "overridden_by": min(above, key=ranked.index)})
        kept.append(clause)
    return kept


SINGLE = ("provider", "customer", "governing_law", "signed_on", "signed_span", "term", "annual_value")


def _facts(readings: Sequence[Reading]) -> dict[str, Any]:
    """Each single fact from the first file that states it, and that file; lists of sums and durations stay with their own files."""
    chosen: dict[str, Any] = {}
    sources: dict[str, Document] = {}
    for name in SINGLE:
        stating = [reading for reading in readings if getattr(reading.facts, name) is not None]
        named = [reading for reading in stating if getattr(getattr(reading.facts, name), "name", True)]
        if first := next(iter(named or stating), None):
            chosen[name], sources[name] = getattr(first.facts, name), first.document
    return {"facts": Facts(**chosen), "sources": sources}


def _kind(readings: Sequence[Reading], body: Reading) -> str:
    """The body's kind, else that of the first file that has one."""
    return next((reading.kind for reading in (body, *readings) if reading.kind != "other"), "other")
