"""Several files that are one contract: order form, general terms, annexes, read as one.

The clauses of all files count; each keeps the name of its file. The facts are those of the first file that states
them, in the order in which the documents prevail where a clause says so, else in the order given. A cap in a file
that another one outranks says so (`overridden_by`) and no longer caps anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from analyzer.document import Document, Span
from analyzer.facts.values import Facts
from analyzer.language.folding import fold
from analyzer.library import DocumentSort, Library
from analyzer.patterns.matching import Lexicon, Passage, Tokens, find
from analyzer.pipeline import Reading
from analyzer.report import Clause

PRECEDENCE = "order_of_precedence"
OVERRIDABLE = ("liability_cap", "governing_law")


def join(readings: Sequence[Reading], library: Library) -> Reading:
    """One reading of all files. Its structure and kind are those of the longest file, the body of the contract."""
    ranked = _ranked(readings, library)
    body = max(readings, key=lambda reading: reading.document.words)
    order = {reading.document.name: place for place, reading in enumerate(readings)}
    clauses = [replace(clause, file=reading.document.name) for reading in readings for clause in reading.clauses]
    if ranked:
        clauses = _overridden(clauses, [reading.document.name for reading in ranked])
    return Reading(
        document=body.document,
        structure=body.structure,
        **_facts(ranked or readings),
        kind=_kind(readings, body),
        clauses=tuple(sorted(clauses, key=lambda clause: (order[clause.file], clause.span.start, clause.topic))),
        documents=tuple(reading.document for reading in readings),
        ranked=tuple(reading.document.name for reading in ranked),
        structures={reading.document.name: reading.structure for reading in readings},
    )


def _ranked(parts: Sequence[Reading], library: Library) -> list[Reading]:
    """The readings in the order in which they prevail; empty where no clause says so or it names fewer than two of them."""
    for part in parts:
        for clause in part.clauses:
            if clause.topic == PRECEDENCE and clause.found:
                places = {
                    sort.name: place for sort in library.documents if (place := _place(sort, clause, part)) is not None
                }
                named = [each for each in parts if each.sort in places]
                if len({each.sort for each in named}) > 1:
                    others = [each for each in parts if each not in named]
                    return sorted(named, key=lambda each: places[each.sort]) + others
    return []


def _place(sort: DocumentSort, clause: Clause, part: Reading) -> int | None:
    """Where in the clause a sort of document is named first."""
    language = part.structure.language
    folded = fold(clause.text)
    passage = Passage(Tokens(folded.text, Lexicon(language)), [Span(0, len(folded.text))], {})
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


SINGLE = ("provider", "customer", "governing_law", "signed_on", "signed_span", "term", "annual_value", "currency")


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
