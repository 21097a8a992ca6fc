"""Loads and checks the clause library (`clauses/`) and a house's own folder in the same form.

The library is data: topics with their signals and attributes, findings with their law, wording with its variants. Nothing here knows
a topic by name. A fault in a file stops the load with the author's own line (LibraryProblem).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import clauses
from analyzer.errors import LibraryProblem
from analyzer.language.jurisdictions import PLACES
from analyzer.lasting import lasting
from analyzer.patterns.compiler import Pattern, compile_pattern
from analyzer.patterns.grammar import NO_PHRASES, PatternError, Phrases
from analyzer.ranking import RANKING, load_rankings
from analyzer.rules import (
    Attribute,
    ByLanguage,
    DocumentSort,
    FindingRule,
    Instead,
    Law,
    Library,
    SeverityIf,
    Signal,
    Texts,
    Topic,
    Wording,
)
from analyzer.scenarios import ScenarioBook, load_scenarios
from analyzer.tables import Source, Table

LANGUAGES = ("fr", "en")
SEVERITIES = ("low", "medium", "high", "critical")
SIDES = ("provider", "customer", "insurer")
LAWS = ("other", "unsaid-fr", "unsaid-en", *sorted(set(PLACES.values())))
KINDS = (
    "backup", "managed_services", "hosting", "saas", "maintenance", "development", "licence", "security", "consulting", "resale",
    "data_processing", "other",
)  # fmt: skip
FINDING_KINDS = ("absent", "present", "attribute", "ratio", "conflict", "side", "family")
ATTRIBUTE_TYPES = ("flag", "choice", "set", "duration", "hours", "money", "number", "reader")
VARIANTS = ("protective", "balanced", "avoid")
FITTED = "weights.toml"
AllPhrases = Mapping[str, Phrases]  # language -> the phrases that its patterns may call

__all__ = [
    "Attribute", "DocumentSort", "FindingRule", "Law", "Library", "Signal", "Texts", "Topic", "Wording", "load", "merge",
    "read_law", "standard", "with_house",
]  # fmt: skip


@cache
def standard() -> Library:
    """The library that ships with the program; loaded once in a process."""
    with lasting():
        return load(Path(clauses.__file__).parent, check=False)


def load(
    folder: Path,
    check: bool = True,
    known: AllPhrases = MappingProxyType({}),
    known_topics: frozenset[str] = frozenset(),
) -> Library:
    """Read a library folder. Raises LibraryProblem.

    Its patterns may also call the `known` phrases of another library, its scenarios name that one's topics.

    Patterns are compiled when their language is first asked for: a French contract does not pay for the English rules. `check` compiles all
    of them at once, so that a fault is told before anything is judged; the library that ships is held by the tests instead.
    """
    phrases = _phrases(folder, known, check)
    topics = {
        path.parent.name: _topic(path.parent, folder, phrases, check) for path in sorted(folder.glob("*/topic.toml"))
    }
    if not topics:
        raise LibraryProblem("no topic here.", path=str(folder), hint="A topic is a folder with a topic.toml.")
    library = Library(
        MappingProxyType(topics),
        documents=_documents(folder, phrases),
        kinds=_kinds(folder, phrases),
        phrases=phrases,
        settings=_settings(folder),
        digest=_digest(folder),
        scenarios=_scenarios(folder, frozenset(topics) | known_topics),
    )
    if check:
        _compile_all(library)
    return library


def _compile_all(library: Library) -> None:
    both: list[ByLanguage[Any]] = [*library.kinds.values()]
    for topic in library.topics.values():
        both += [
            topic.signals,
            topic.rankings,
            *(patterns for attribute in topic.attributes for patterns in attribute.values.values()),
        ]
    for sort in library.documents:
        both += [sort.titles, sort.mentions]
    for each in both:
        for language in LANGUAGES:
            each[language]


def merge(library: Library, house: Library) -> Library:
    """The library with a house's topics over it: a topic of the same name is replaced."""
    digest = hashlib.sha256(f"{library.digest} {house.digest}".encode()).hexdigest()
    topics = MappingProxyType({**library.topics, **house.topics})
    return Library(
        topics,
        documents=house.documents or library.documents,
        kinds={**library.kinds, **house.kinds},
        phrases=house.phrases,
        settings={**library.settings, **house.settings},
        digest=digest,
        scenarios=house.scenarios if house.scenarios.scenarios else library.scenarios,
    )


def with_house(library: Library, folder: Path) -> Library:
    """The library with a house's folder over it, whose topics may call its phrases and name its topics. Raises LibraryProblem."""
    return merge(library, load(folder, known=library.phrases, known_topics=frozenset(library.topics)))


def _digest(folder: Path) -> str:
    """SHA-256 over the names and contents of the files that decide a result."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if (
            path.suffix in {".toml", ".md", ".csv"}
            and path.name != "coverage.toml"
            and not path.name.startswith("examples.")
        ):
            total.update(
                path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0"
            )
    return total.hexdigest()


def _phrases(folder: Path, known: AllPhrases, check: bool) -> AllPhrases:
    """The phrases of phrases.toml over the known ones; with `check` each is tried as a pattern."""
    found = {language: dict(known.get(language, NO_PHRASES)) for language in LANGUAGES}
    path = folder / "phrases.toml"
    if path.exists():
        table = Source(path, _shown(path, folder)).table()
        for language in LANGUAGES:
            inner = table.table(language, optional=True)
            found[language] |= {name: inner.text(name) for name in inner}
            for name in inner if check else ():
                _patterns(inner, name, language, found)
            inner.finish()
        table.finish()
    return MappingProxyType({language: MappingProxyType(phrases) for language, phrases in found.items()})


def _documents(folder: Path, phrases: AllPhrases) -> tuple[DocumentSort, ...]:
    path = folder / "documents.toml"
    if not path.exists():
        return ()
    table = Source(path, _shown(path, folder)).table()
    found = []
    for name in table:
        sort = table.table(name)
        found.append(
            DocumentSort(name, _in_both(sort.table("title"), phrases), _in_both(sort.table("mention"), phrases))
        )
        sort.finish()
    return tuple(found)


def _in_both(table: Table, phrases: AllPhrases) -> ByLanguage[tuple[Pattern, ...]]:
    """The patterns under `fr` and `en`, each compiled when its language is first asked for."""
    table.know(*LANGUAGES)
    table.finish()
    return ByLanguage(lambda language: _patterns(table, language, language, phrases))


def _settings(folder: Path) -> Mapping[str, Any]:
    path = folder / "settings.toml"
    if not path.exists():
        return MappingProxyType({})
    table = Source(path, _shown(path, folder)).table()
    return MappingProxyType({key: {name: table.table(key).amount(name) for name in table.table(key)} for key in table})


def _scenarios(folder: Path, topics: frozenset[str]) -> ScenarioBook:
    path = folder / "scenarios.toml"
    return load_scenarios(path, _shown(path, folder), KINDS, topics) if path.exists() else ScenarioBook()


def _shown(path: Path, folder: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"


def _topic(folder: Path, root: Path, phrases: AllPhrases, check: bool) -> Topic:
    path = folder / "topic.toml"
    table = Source(path, _shown(path, root)).table()
    identifier = table.choice("id", (folder.name,))
    title, about = table.both_languages("title"), table.both_languages("about")
    why = _why(table)
    signal_table = table.table("signals", optional=True)
    fitted = _fitted(folder, root)
    threshold, importance = table.number("threshold", 2.0), table.number("importance", 5)
    signals = ByLanguage(
        lambda language: _weighed(
            tuple(_signal(each, language, phrases, threshold, check) for each in signal_table.tables(language)),
            fitted.get(language),
        )
    )
    signal_table.know(*LANGUAGES)
    signal_table.finish()
    attributes = tuple(_attribute(each, phrases) for each in table.tables("attributes"))
    table.finish()
    wordings = {language: _wordings(folder / f"wording.{language}.md", root) for language in LANGUAGES}
    findings = tuple(
        _finding(each, root, identifier, wordings)
        for each in sorted(folder.glob("*.toml"))
        if each.name not in {"topic.toml", FITTED, RANKING}
    )
    learnt = folder / RANKING
    rankings = ByLanguage(lambda language: load_rankings(learnt, _shown(learnt, root)).get(language))
    return Topic(
        identifier, title, about, why, threshold, importance, signals, attributes, findings, wordings, rankings, folder
    )


def _why(table: Table) -> dict[str, Texts]:
    inner = table.table("why")
    found: dict[str, Texts] = {side: inner.both_languages(side) for side in SIDES}
    inner.finish()
    return found


def _patterns(table: Table, key: str, language: str, phrases: AllPhrases, check: bool = True) -> tuple[Pattern, ...]:
    """The patterns under a key. Without `check` they are compiled when they are first tried."""
    compiled = []
    for text in table.texts(key):
        try:
            compiled.append((compile_pattern if check else Pattern)(text, language, phrases[language]))
        except PatternError as error:
            first = text.strip().splitlines()[0] if text.strip() else text
            line = table.source.line_of(first)
            column = (table.source.text.splitlines()[line - 1]).find(text) + error.column
            table.source.fail(f"{error.message}.", line, column, error.wrong, error.choices)
    return tuple(compiled)


def _signal(table: Table, language: str, phrases: AllPhrases, threshold: float, check: bool) -> Signal:
    heading = _patterns(table, "heading", language, phrases, check)
    weight = table.number("weight", 4.0)
    signal = Signal(
        id=table.text("id"),
        patterns=_patterns(table, "pattern", language, phrases, check),
        also=_patterns(table, "also", language, phrases, check),
        previous=_patterns(table, "previous", language, phrases, check),
        unless=_patterns(table, "unless", language, phrases, check),
        heading=heading[0] if heading else None,
        about=table.choice("about", ("provider", "customer", "any"), "any"),  # type: ignore[arg-type]
        polarity=table.choice("polarity", ("any", "affirmed", "negated"), "any"),  # type: ignore[arg-type]
        weight=weight,
        alone=weight >= threshold,
        near=table.flag("near"),
    )
    table.finish()
    if not signal.patterns and signal.heading is None:
        table.text("pattern")
    if signal.near and weight <= 0:
        table.refuse("A signal for near misses speaks for its topic: its weight is more than 0.", "weight")
    return signal


def _fitted(folder: Path, root: Path) -> Mapping[str, Table]:
    """The fitted weights of a topic by language: weights.toml, which a command writes. Empty where there is none."""
    path = folder / FITTED
    if not path.exists():
        return {}
    table = Source(path, _shown(path, root)).table()
    found = {language: table.table(language) for language in LANGUAGES if language in table}
    table.finish()
    return found


def _weighed(signals: tuple[Signal, ...], fitted: Table | None) -> tuple[Signal, ...]:
    """The signals with their fitted weights; one that was not fitted keeps the weight it was written with."""
    if fitted is None:
        return signals
    weighed = tuple(replace(signal, weight=fitted.number(signal.id, signal.weight)) for signal in signals)
    fitted.finish()
    return weighed


def _attribute(table: Table, phrases: AllPhrases) -> Attribute:
    name, kind = table.text("name"), table.choice("type", ATTRIBUTE_TYPES)
    inner = table.table("values", optional=True)
    values = {value: _in_both(inner.table(value), phrases) for value in inner}
    reader = table.text("reader", "")
    scope = table.choice("scope", ("clause", "section", "article", "topic"), "clause")
    denial_first = table.flag("denial_first")
    table.finish()
    return Attribute(name, kind, values, reader, scope, denial_first)  # type: ignore[arg-type]


def _finding(path: Path, root: Path, topic: str, wordings: Mapping[str, Mapping[str, Wording]]) -> FindingRule:
    table = Source(path, _shown(path, root)).table()
    mend = table.table("mend")
    effect = mend.choice("effect", ("insert", "replace", "advise"))
    known = tuple(wordings["fr"].keys() & wordings["en"].keys())
    wording = "" if effect == "advise" else mend.choice("wording", known)
    options = mend.texts("options", known)
    instead = tuple(_instead(each, known) for each in mend.tables("instead"))
    mend.finish()
    rule = FindingRule(
        id=table.choice("id", (f"{topic}.{path.stem}",)),
        topic=topic,
        kind=table.choice("kind", FINDING_KINDS),
        severity=table.choice("severity", SEVERITIES),
        severity_in=_severities(table, "severity_in", KINDS),
        severity_for=_severities(table, "severity_for", SIDES),
        severity_under=_severities(table, "severity_under", LAWS),
        severity_if=tuple(_severity_if(each) for each in table.tables("severity_if")),
        kinds=table.texts("kinds", KINDS),
        when=_when(table.table("when", optional=True)),
        title=table.both_languages("title"),
        message=table.both_languages("message"),
        why=_why(table),
        known_problems=table.both_languages("known_problems"),
        legal_basis=tuple(read_law(each) for each in table.tables("legal_basis")),
        mend=effect,  # type: ignore[arg-type]
        wording=wording,
        reason=table.both_languages("reason") if "reason" in table else {},
        path=_shown(path, root),
        options=options,
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


_WHEN_TEXTS = ("hints", "differ", "topics", "evidence", "unless_finding", "or_kinds", "unless_topics")
_WHEN_CONDITIONS = ("counts", "with", "wanted", "other")


def _when(table: Table) -> dict[str, Any]:
    """The conditions of a finding; which of them a kind uses is told in docs/writing-a-clause.md."""
    found: dict[str, Any] = {key: table.texts(key) for key in _WHEN_TEXTS if key in table}
    found |= {"laws": table.texts("laws", ("", *LAWS))} if "laws" in table else {}
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


_HEADING = re.compile(r"(?P<marks>#{1,2}) +(?P<text>.+)")


def _wordings(path: Path, root: Path) -> dict[str, Wording]:
    """`# id: title` opens a wording, `## variant` one of its texts."""
    if not path.exists():
        return {}
    source = Source(path, _shown(path, root))
    found: dict[str, tuple[str, dict[str, list[str]]]] = {}
    current: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for number, line in enumerate(source.text.splitlines(), 1):
        heading = _HEADING.fullmatch(line.rstrip())
        if heading is None:
            if lines is not None:
                lines.append(line)
            elif line.strip() and found:
                source.fail(
                    "text outside a variant: a line `## protective` or the like is missing above.", number, 0, line
                )
        elif heading["marks"] == "#":
            identifier, _, title = heading["text"].partition(":")
            current, lines = {}, None
            found[identifier.strip()] = (title.strip(), current)
        elif heading["text"].strip() not in VARIANTS:
            source.fail(f'unknown variant "{heading["text"]}".', number, 3, heading["text"], VARIANTS)
        else:
            lines = current.setdefault(heading["text"].strip(), [])
    return {
        identifier: Wording(identifier, title, {name: "\n".join(text).strip() for name, text in variants.items()})
        for identifier, (title, variants) in found.items()
    }


def _kinds(folder: Path, phrases: AllPhrases) -> Mapping[str, ByLanguage[tuple[tuple[Pattern, float], ...]]]:
    path = folder / "kinds.toml"
    if not path.exists():
        return MappingProxyType({})
    table = Source(path, _shown(path, folder)).table()
    found = {}
    for kind in table:
        if kind not in KINDS:
            table.choice("kind", KINDS, kind)
        found[kind] = _weighted(table.table(kind), phrases)
    return MappingProxyType(found)


def _weighted(table: Table, phrases: AllPhrases) -> ByLanguage[tuple[tuple[Pattern, float], ...]]:
    """The patterns of a kind of contract with their weights."""
    table.know(*LANGUAGES)
    table.finish()
    return ByLanguage(
        lambda language: tuple(
            (pattern, each.number("weight", 1.0))
            for each in table.tables(language)
            for pattern in _patterns(each, "pattern", language, phrases)
        )
    )
