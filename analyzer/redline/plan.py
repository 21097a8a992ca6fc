"""What is to be changed in a contract, whatever its format: one change for each wording, with all the findings it mends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from analyzer.document import Span
from analyzer.report import Evidence, Finding

# The number that a passage begins with, as the contract writes it: "8.5. ", "**14.2** ", "Article 8.2 — ".
_NUMBER: Final = re.compile(
    r"[*_#>\s]*(?:(?:article|art\.|section|clause)\s)?(?:\d{1,2}(?:\.\d{1,2}){1,4}[.)]?|\d{1,2}[.)])"
    r"[*_]*\s+(?:[–—:-]\s+)?(?=[*_«“\"(\[]*(?-i:[A-ZÀ-ÞŒ]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One wording: the passages it takes the place of (the text goes to the first), or the offset it goes behind.

    Offsets are into the text of `file` (empty where one file is the whole contract).
    """

    findings: tuple[Finding, ...]
    title: str
    text: str
    strikes: tuple[Evidence, ...]
    after: int | None
    section: str | None
    file: str = ""
    joins: bool = True  # False: an article of its own, behind `section`


def plan(findings: Sequence[Finding], file: str = "") -> tuple[Change, ...]:
    """The changes that the findings ask for in one file, in the order of their severity.

    Findings with the same wording make one change: it is written once, where the first passage at fault stood. What a
    playbook accepts is left alone.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        suggestion = finding.suggestion
        if suggestion is not None and suggestion.file == file and finding.accepted is None:
            groups.setdefault(suggestion.text, []).append(finding)
    return tuple(_change(group) for group in groups.values())


def merged(changes: Sequence[Change]) -> tuple[Change, ...]:
    """One replacement a place: changes that strike the same words become one, with a paragraph for each wording."""
    kept: list[Change] = []
    for change in changes:
        place = next((index for index, each in enumerate(kept) if share_words(each, change)), None)
        if place is None:
            kept.append(change)
        else:
            kept[place] = _joined(kept[place], change)
    return tuple(kept)


def share_words(one: Change, other: Change) -> bool:
    """Do the changes strike some of the same words?"""
    return any(first.span.overlaps(second.span) for first in one.strikes for second in other.strikes)


def with_changes(text: str, changes: Sequence[Change]) -> str:
    """The text as it reads once the changes are made: what goes to the same place stands in the order of the changes."""
    edits = []
    for change in changes:
        if not change.strikes and change.after is not None:
            edits.append((change.after, change.after, f"\n\n{change.text}\n\n"))
        for position, each in enumerate(change.strikes):
            edits.append((each.span.start, each.span.end, "" if position else change.text))
    edits.sort(key=lambda edit: edit[0])
    for start, end, new in reversed(edits):
        text = f"{text[:start]}{new}{text[end:]}"
    return text


def _joined(one: Change, other: Change) -> Change:
    strikes: list[Evidence] = list(one.strikes)
    for each in other.strikes:
        if not any(known.span.contains(each.span) for known in strikes):
            strikes.append(each)
    return Change(
        (*one.findings, *other.findings), f"{one.title}, {other.title}", f"{one.text}\n{other.text}", tuple(strikes),
        None, one.section, one.file, one.joins,
    )  # fmt: skip


def _past_number(struck: Evidence) -> Evidence:
    """What is struck without the number that it begins with: it stays, as others may refer to it."""
    number = _NUMBER.match(struck.quote)
    if number is None or not struck.quote[number.end() :].strip():
        return struck
    span = Span(struck.span.start + number.end(), struck.span.end)
    return replace(struck, span=span, quote=struck.quote[number.end() :])


def _change(group: Sequence[Finding]) -> Change:
    suggestions = [finding.suggestion for finding in group if finding.suggestion is not None]
    strikes: dict[tuple[int, int], Evidence] = {}
    for suggestion in suggestions:
        for each in (suggestion.replaces, *suggestion.also_replaces):
            if each is not None and each.file == suggestion.file:
                kept = _past_number(each)
                strikes.setdefault((kept.span.start, kept.span.end), kept)
    first = next((each for each in suggestions if each.replaces is not None), suggestions[0])
    return Change(
        findings=tuple(group),
        title=first.title,
        text=first.text,
        strikes=tuple(strikes.values()),
        after=None if strikes else first.after,
        section=first.after_section,
        file=first.file,
        joins=first.joins,
    )
