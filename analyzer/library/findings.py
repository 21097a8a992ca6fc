"""A finding's file: its conditions, severities, sentences, law and mend."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analyzer.language.jurisdictions import PLACES
from analyzer.library.patterns import shown
from analyzer.rules import (
    FINDING_KINDS,
    KINDS,
    SEVERITIES,
    SIDES,
    FindingRule,
    Instead,
    Law,
    SeverityIf,
    Texts,
    Wording,
)
from analyzer.tables import Source, Table


def read_finding(path: Path, root: Path, topic: str, wordings: Mapping[str, Mapping[str, Wording]]) -> FindingRule:
    table = Source(path, shown(path, root)).table()
    mend = table.table("mend")
    effect = mend.choice("effect", ("insert", "replace", "advise"))
    known = tuple(wordings["fr"].keys() & wordings["en"].keys())
    wording = "" if effect == "advise" else mend.choice("wording", known)
    options = mend.texts("options", known)
    instead = tuple(_instead(each, known) for each in mend.tables("instead"))
    strikes = _conditions(mend.table("strikes", optional=True))
    mend.finish()
    rule = FindingRule(
        id=table.choice("id", (f"{topic}.{path.stem}",)),
        topic=topic,
        kind=table.choice("kind", FINDING_KINDS),
        severity=table.choice("severity", SEVERITIES),
        severity_in=_severities(table, "severity_in", KINDS),
        severity_for=_severities(table, "severity_for", SIDES),
        severity_under=_severities(table, "severity_under", _LAWS),
        severity_if=tuple(_severity_if(each) for each in table.tables("severity_if")),
        kinds=table.texts("kinds", KINDS),
        when=_when(table.table("when", optional=True)),
        title=table.both_languages("title"),
        message=table.both_languages("message"),
        why=read_why(table),
        known_problems=table.both_languages("known_problems"),
        legal_basis=tuple(read_law(each) for each in table.tables("legal_basis")),
        mend=effect,  # type: ignore[arg-type]
        wording=wording,
        reason=table.both_languages("reason") if "reason" in table else {},
        path=shown(path, root),
        options=options,
        strikes=strikes,
        instead=instead,
    )
    table.finish()
    if not rule.legal_basis:
        table.source.fail('no "[[legal_basis]]": a finding needs at least one reference.', 1, 0, "")
    return rule


def _instead(table: Table, known: tuple[str, ...]) -> Instead:
    found = Instead(table.choice("wording", known), table.texts("topics"), table.flag("insured"))
    table.finish()
    return found


def _severities(table: Table, key: str, names: tuple[str, ...]) -> dict[str, str]:
    inner = table.table(key, optional=True)
    found = {name: inner.choice(name, SEVERITIES) for name in names if name in inner}
    inner.finish()
    return found


def _severity_if(table: Table) -> SeverityIf:
    found = SeverityIf(
        own=_conditions(table.table("with")),
        topics=table.texts("topics"),
        other=_conditions(table.table("other", optional=True)),
        severity=table.choice("severity", SEVERITIES),
    )
    table.finish()
    return found


def _conditions(table: Table) -> dict[str, tuple[Any, ...]]:
    return {name: table.values(name) for name in table}


# By code; "unsaid-…": none is chosen in a contract of that language.
_LAWS = ("other", "unsaid-fr", "unsaid-en", *sorted(set(PLACES.values())))
_WHEN_TEXTS = ("hints", "differ", "topics", "evidence", "unless_finding", "or_kinds", "unless_topics")
_WHEN_CONDITIONS = ("counts", "with", "wanted", "other", "unless")


def _when(table: Table) -> dict[str, Any]:
    """The conditions of a finding; which of them a kind uses is told in docs/writing-a-clause.md."""
    found: dict[str, Any] = {key: table.texts(key) for key in _WHEN_TEXTS if key in table}
    found |= {"laws": table.texts("laws", ("", *_LAWS))} if "laws" in table else {}
    found |= {key: _conditions(table.table(key)) for key in _WHEN_CONDITIONS if key in table}
    found |= {key: table.text(key) for key in ("measure", "below", "above") if key in table}
    table.finish()
    return found


def read_law(table: Table) -> Law:
    """A [[legal_basis]] entry. Raises LibraryProblem."""
    law = Law(
        ref=table.text("ref"),
        note=table.both_languages("note"),
        mark=table.choice("mark", ("V", "M")),  # type: ignore[arg-type]
        checked_on=table.text("checked_on"),
        source=table.text("source"),
        applies_to=table.texts("applies_to"),
    )
    table.finish()
    return law


def read_why(table: Table) -> dict[str, Texts]:
    inner = table.table("why")
    found: dict[str, Texts] = {side: inner.both_languages(side) for side in SIDES}
    inner.finish()
    return found
