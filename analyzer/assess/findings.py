"""Raises the findings: each rule's kind, conditions and severity against the clauses of one contract.

The kinds are a closed list (a new kind needs code here and a page in the docs; a new finding needs only a file):
absent, present, attribute, ratio, conflict, side, family.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analyzer.assess.case import Case
from analyzer.assess.measures import MEASURES
from analyzer.library import SEVERITIES, FindingRule, Library
from analyzer.report import Clause

_SHOWN = 2  # clauses of each side of a conflict that are quoted: both sides must be seen


@dataclass(frozen=True, slots=True)
class Raised:
    """A rule that fired, with the clauses that show why."""

    rule: FindingRule
    severity: str
    evidence: tuple[Clause, ...]


def raise_findings(library: Library, case: Case, side: str) -> tuple[Raised, ...]:
    """The findings of a contract: the most severe first, of one severity those of the weightiest topic."""
    fired: dict[str, Raised] = {}
    for rule in library.findings.values():
        if rule.kinds and case.kind not in rule.kinds:
            continue
        if rule.when.get("laws") and not set(case.laws) & set(rule.when["laws"]):
            continue
        evidence = _KINDS[rule.kind](rule, case)
        if evidence is not None:
            shown = tuple(evidence) or tuple(_related(rule, case))
            fired[rule.id] = Raised(rule, _severity(rule, case, evidence, side), shown)
    kept = [
        raised
        for raised in fired.values()
        if not any(other in fired for other in raised.rule.when.get("unless_finding", ()))
    ]
    weights = {topic.id: topic.importance for topic in library.topics.values()}
    return tuple(sorted(kept, key=lambda raised: (-SEVERITIES.index(raised.severity), -weights[raised.rule.topic])))


def _related(rule: FindingRule, case: Case) -> Iterable[Clause]:
    """For a clause that is not there: the passages that make its absence matter."""
    for topic in rule.when.get("evidence", ()):
        yield from case.clauses.get(topic, ())[:2]


def _severity(rule: FindingRule, case: Case, evidence: Sequence[Clause], side: str) -> str:
    for case_of in rule.severity_if:
        others = all(
            any(meets(clause, case_of.other) for clause in case.clauses.get(topic, ())) for topic in case_of.topics
        )
        if evidence and others and all(meets(clause, case_of.own) for clause in evidence):
            return case_of.severity
    return rule.severity_for.get(side) or _under_its_law(rule, case) or rule.severity_in.get(case.kind) or rule.severity


def _under_its_law(rule: FindingRule, case: Case) -> str | None:
    """The severity that a rule gives for the contract's law: a country's stands for its parts ("GB" for "GB-EAW")."""
    named = {name for law in case.laws for name in (law, law.split("-")[0])}
    return next((severity for law, severity in rule.severity_under.items() if law in named), None)


def meets(clause: Clause, conditions: Mapping[str, tuple[Any, ...]]) -> bool:
    """Does every attribute named have one of the values given? A list meets a value that it holds."""
    return all(_value_in(clause.attributes.get(name), wanted) for name, wanted in conditions.items())


def _value_in(value: Any, wanted: tuple[Any, ...]) -> bool:
    if isinstance(value, (list, tuple)):
        return any(each in wanted for each in value) or (not value and "none" in wanted)
    return value in wanted or (value is None and "unknown" in wanted)


def _own(rule: FindingRule, case: Case, key: str = "with") -> list[Clause]:
    return [clause for clause in case.clauses.get(rule.topic, ()) if meets(clause, rule.when.get(key, {}))]


def _settled(rule: FindingRule, case: Case) -> bool:
    """Does a clause of another topic, one that meets `unless`, answer for the rule's own?"""
    others = (clause for topic in rule.when.get("unless_topics", ()) for clause in case.clauses.get(topic, ()))
    return any(meets(clause, rule.when.get("unless", {})) for clause in others)


def _absent(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    """No clause of the topic that counts; other topics named may stand in for it."""
    if _own(rule, case, "counts") or _settled(rule, case):
        return None
    return ()


def _present(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    return None if _settled(rule, case) else _own(rule, case) or None


def _attribute(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    """The topic is there, and the other topics named, and no clause gives a wanted value.

    A kind of contract in `or_kinds` stands for the other topics, where some are named, else for the topic itself.
    """
    clauses, others = _own(rule, case), rule.when.get("topics", ())
    implied = case.kind in rule.when.get("or_kinds", ())
    if not clauses and (others or not implied):
        return None
    if not implied and not all(case.clauses.get(topic) for topic in others):
        return None
    wanted = rule.when["wanted"]
    satisfied = any(
        _value_in(clause.attributes.get(name), values) for clause in clauses for name, values in wanted.items()
    )
    return None if satisfied else clauses


def _side(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    """Clauses that meet `with` (or passages that bear one of the signals in `hints`), and no clause that meets `counts`."""
    if _own(rule, case, "counts"):
        return None
    hints = set(rule.when.get("hints", ()))
    hinted = [clause for clause in case.near.get(rule.topic, ()) if hints.intersection(clause.signals)]
    return _own(rule, case) or hinted or None


def _ratio(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    return MEASURES[rule.when["measure"]](rule, case)


def _conflict(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    """A clause of its own topic that meets `with`, and one of every other topic named (that meets `other`).

    A kind of contract in `or_kinds` stands for the other topics: a backup contract sells backup, however it is written. A clause of its own
    topic that meets `counts` settles it.
    """
    own = _own(rule, case)
    if not own or _settled(rule, case) or ("counts" in rule.when and _own(rule, case, "counts")):
        return None
    found = own[:_SHOWN]
    if case.kind in rule.when.get("or_kinds", ()):
        return found + [clause for topic in rule.when.get("topics", ()) for clause in case.clauses.get(topic, ())]
    for topic in rule.when.get("topics", ()):
        others = [clause for clause in case.clauses.get(topic, ()) if meets(clause, rule.when.get("other", {}))]
        if not others:
            return None
        found += others[:_SHOWN]
    return found


def _family(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    """Clauses of the topic in two files of one contract that give different values of the attributes named in `differ`."""
    by_file: dict[str, tuple[tuple[str, ...], Clause]] = {}
    for clause in _own(rule, case):
        if clause.file:
            values = tuple(str(clause.attributes.get(name)) for name in rule.when["differ"])
            by_file.setdefault(clause.file, (values, clause))
    if len({values for values, _ in by_file.values()}) < 2:
        return None
    return [clause for _, clause in by_file.values()]


_KINDS: Mapping[str, Callable[[FindingRule, Case], Sequence[Clause] | None]] = {
    "absent": _absent, "present": _present, "attribute": _attribute, "side": _side, "ratio": _ratio, "conflict": _conflict,
    "family": _family,
}  # fmt: skip
