"""What a contract says, before it is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analyzer.document import Document
from analyzer.facts.values import Facts
from analyzer.kinds import WHOLE
from analyzer.report import Clause
from analyzer.structure import Structure


@dataclass(frozen=True, slots=True)
class Reading:
    """What a contract says, before it is judged.

    Where several files are one contract (`together.join`), `documents` are all of them, `document` the longest, and `ranked` their names in
    the order in which they prevail (empty where no clause says so).
    """

    document: Document
    structure: Structure
    facts: Facts
    kind: str
    clauses: tuple[Clause, ...]
    sort: str = WHOLE  # what the document calls itself, of one that is a part: order, annex …
    documents: tuple[Document, ...] = ()
    ranked: tuple[str, ...] = ()
    sources: Mapping[str, Document] = field(default_factory=dict)  # a fact's name -> the file that states it
    structures: Mapping[str, Structure] = field(default_factory=dict)  # of several files, each by its name
