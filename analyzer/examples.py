"""Runs the examples that lie beside each topic: texts with what must and must not be found written above them.

    > found: liability_cap {basis=fees_paid} at "ne pourra excéder"
    > clean: liability_cap.derisory
    > kind: backup
    > profile: insurance.retroactive_date = 2020-01-01
    The text itself, up to the next line that begins with ">".

A text of several files that are one contract has a line `--- name.txt` above each.

`found` and `clean` name a topic (a clause of score 0.5 or more) or a finding. `at` names words that the clause's or the evidence's text
holds. `{…}` names attributes.
A `profile` line is one of a profile's, with the table's name before the key.
A text is judged as the kind of contract given, else as the kind that the finding's rule names first, else as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from analyzer.errors import LibraryProblem
from analyzer.library import Library
from analyzer.pipeline import Reading, Settings, judge, read_clauses
from analyzer.profile import Profile, read_profile
from analyzer.readers import read
from analyzer.report import Report
from analyzer.tables import Source
from analyzer.together import join

_LINE = re.compile(
    r"> (?P<mark>found|clean|kind|language): (?P<id>[\w.]+)(?: \{(?P<attributes>[^}]*)\})?(?: at \"(?P<at>.*)\")?\s*"
)

_PROFILE = re.compile(r"> profile: (?P<line>.+)")
_FILE = re.compile(r"^--- (\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Expectation:
    """One line above a text: `line` is its number in the file."""

    mark: str
    id: str
    attributes: tuple[tuple[str, str], ...]
    at: str
    line: int


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what is expected of it."""

    path: Path
    language: str
    text: str
    kind: str
    expectations: tuple[Expectation, ...]
    profile: Profile


@dataclass(frozen=True, slots=True)
class Failure:
    """An expectation that does not hold: where it is written and what was seen instead."""

    path: Path
    line: int
    expected: str
    seen: str


def read_examples(path: Path) -> tuple[Example, ...]:
    """The examples of one file. Raises LibraryProblem for a line that is not understood."""
    language = path.suffixes[0].lstrip(".")
    found: list[Example] = []
    expectations: list[Expectation] = []
    kind, lines, told = "", list[str](), list[str]()
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "> end"], 1):
        if not line.startswith(">"):
            lines.append(line)
            continue
        if "".join(lines).strip():
            text, profile = "\n".join(lines).strip(), _profile(told, path, number)
            found.append(Example(path, language, text, kind, tuple(expectations), profile))
            expectations, kind, told = [], "", []
        lines = []
        match = _LINE.fullmatch(line)
        if match and match["mark"] == "kind":
            kind = match["id"]
        elif match:
            expectations.append(_expectation(match, number))
        elif profile_line := _PROFILE.fullmatch(line):
            told.append(profile_line["line"])
        elif line != "> end":
            raise LibraryProblem(
                f"not understood: {line}",
                path=f"{path}:{number}",
                hint="Write `> found: ID`, `> clean: ID`, `> kind: KIND` or `> profile: TABLE.KEY = VALUE`.",
            )
    return tuple(found)


def _profile(lines: list[str], path: Path, end: int) -> Profile:
    """The profile of an example that ends before line `end`."""
    return (
        read_profile(Source("\n".join(lines).encode(), f"{path}, the example before line {end}"))
        if lines
        else Profile()
    )


def _expectation(match: re.Match[str], line: int) -> Expectation:
    pairs = [pair.partition("=") for pair in (match["attributes"] or "").split(",") if pair.strip()]
    attributes = tuple((name.strip(), value.strip()) for name, _, value in pairs)
    return Expectation(match["mark"], match["id"], attributes, match["at"] or "", line)


def topics_in(folder: Path, library: Library) -> tuple[str, ...]:
    """The topics that lie in a folder, of a library that holds others too."""
    return tuple(topic.id for topic in library.topics.values() if topic.folder.parent == folder)


def run(library: Library, topics: tuple[str, ...] = ()) -> Iterator[tuple[Example, tuple[Failure, ...]]]:
    """Every example of the library (or of some topics) with its failures."""
    for topic in library.topics.values():
        if topics and topic.id not in topics:
            continue
        for path in sorted(topic.folder.glob("examples.*.md")):
            for example in read_examples(path):
                yield example, tuple(_failures(example, library))


def _failures(example: Example, library: Library) -> Iterator[Failure]:
    reading, reports = _reading(example, library), dict[str, Report]()
    # Findings of other topics are not raised: their wordings would be filled and costed for nothing.
    topics = tuple({each.id.split(".")[0] for each in example.expectations})
    settings = Settings(select=topics, profile=example.profile)
    for expectation in example.expectations:
        rule = library.findings.get(expectation.id)
        if rule is None and expectation.id not in library.topics:
            yield Failure(example.path, expectation.line, expectation.id, "no topic or finding of this name")
            continue
        kind = example.kind or (rule.kinds[0] if rule and rule.kinds else reading.kind)
        report = reports.get(kind) or judge(replace(reading, kind=kind), library, settings, "")
        reports[kind] = report
        seen = _seen(report, expectation)
        if bool(seen) != (expectation.mark == "found"):
            yield Failure(
                example.path, expectation.line, f"{expectation.mark}: {expectation.id}", _told(report, expectation)
            )


def _reading(example: Example, library: Library) -> Reading:
    """The example's text, read as a file of its own; its parts joined where it holds several files."""
    names = _FILE.findall(example.text)
    texts = [text.strip("\n") for text in _FILE.split(example.text)[::2]]
    if not names:
        return read_clauses(read(texts[0].encode(), name=f"{example.path.stem}.txt"), library)
    return join(
        [read_clauses(read(text.encode(), name=name), library) for name, text in zip(names, texts[1:], strict=True)],
        library,
    )


def _seen(report: Report, expectation: Expectation) -> bool:
    """Is the topic or the finding there, at the words and with the attributes that are expected?"""
    if "." in expectation.id:
        return any(
            finding.id == expectation.id
            and (not expectation.at or any(expectation.at in each.quote for each in finding.evidence))
            for finding in report.findings
        )
    return any(
        clause.found
        and clause.topic == expectation.id
        and (not expectation.at or expectation.at in clause.text)
        and all(_same(clause.attributes.get(name), value) for name, value in expectation.attributes)
        for clause in report.clauses
    )


def _same(value: object, expected: str) -> bool:
    """`true`, `null`, numbers and words as written in an example; a list is written a+b."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value] == expected
    if isinstance(value, (list, tuple)):
        return sorted(map(str, value)) == sorted(filter(None, expected.split("+")))
    try:
        return float(str(value)) == float(expected)
    except ValueError:
        return str(value) == expected


def _told(report: Report, expectation: Expectation) -> str:
    topic = expectation.id.split(".")[0]
    clauses = [
        f"{clause.score:.2f} {dict(clause.attributes)} {', '.join(clause.signals)}"
        for clause in report.clauses
        if clause.topic == topic
    ]
    return f"clauses: {clauses or 'none'}; findings: {[finding.id for finding in report.findings if finding.topic == topic] or 'none'}"
