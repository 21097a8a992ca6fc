"""Loads and checks the clause library (`clauses/`) and a house's own folder in the same form.

The library is data: topics with their signals and attributes, findings with their law, wording with its variants. Nothing here knows
a topic by name. A fault in a file stops the load with the author's own line (LibraryProblem).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import clauses
from analyzer.errors import LibraryProblem
from analyzer.lasting import lasting
from analyzer.library.findings import read_law
from analyzer.library.patterns import AllPhrases, in_both, read_patterns, read_phrases, shown
from analyzer.library.topics import FITTED, read_topic
from analyzer.patterns.compiler import Pattern
from analyzer.rules import (
    KINDS,
    LANGUAGES,
    SEVERITIES,
    SIDES,
    Attribute,
    ByLanguage,
    DocumentSort,
    FindingRule,
    Law,
    Library,
    Signal,
    Texts,
    Topic,
    Wording,
)
from analyzer.scenarios import ScenarioBook, load_scenarios
from analyzer.tables import Source, Table

__all__ = [
    "FITTED", "KINDS", "LANGUAGES", "SEVERITIES", "SIDES", "Attribute", "DocumentSort", "FindingRule", "Law", "Library", "Signal",
    "Texts", "Topic", "Wording", "load", "merge", "read_law", "standard", "with_house",
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
    phrases = read_phrases(folder, known, check)
    topics = {
        path.parent.name: read_topic(path.parent, folder, phrases, check)
        for path in sorted(folder.glob("*/topic.toml"))
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


def _documents(folder: Path, phrases: AllPhrases) -> tuple[DocumentSort, ...]:
    path = folder / "documents.toml"
    if not path.exists():
        return ()
    table = Source(path, shown(path, folder)).table()
    found = []
    for name in table:
        sort = table.table(name)
        found.append(DocumentSort(name, in_both(sort.table("title"), phrases), in_both(sort.table("mention"), phrases)))
        sort.finish()
    return tuple(found)


def _settings(folder: Path) -> Mapping[str, Any]:
    path = folder / "settings.toml"
    if not path.exists():
        return MappingProxyType({})
    table = Source(path, shown(path, folder)).table()
    return MappingProxyType({key: {name: table.table(key).amount(name) for name in table.table(key)} for key in table})


def _scenarios(folder: Path, topics: frozenset[str]) -> ScenarioBook:
    path = folder / "scenarios.toml"
    return load_scenarios(path, shown(path, folder), KINDS, topics) if path.exists() else ScenarioBook()


def _kinds(folder: Path, phrases: AllPhrases) -> Mapping[str, ByLanguage[tuple[tuple[Pattern, float], ...]]]:
    path = folder / "kinds.toml"
    if not path.exists():
        return MappingProxyType({})
    table = Source(path, shown(path, folder)).table()
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
            for pattern in read_patterns(each, "pattern", language, phrases)
        )
    )
