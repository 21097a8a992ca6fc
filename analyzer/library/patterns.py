"""Patterns and phrases in the library's files: compiled when their language is first asked for, faults told with the author's line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from analyzer.patterns.compiler import Pattern, compile_pattern
from analyzer.patterns.grammar import NO_PHRASES, PatternError, Phrases
from analyzer.rules import LANGUAGES, ByLanguage
from analyzer.tables import Source, Table

AllPhrases = Mapping[str, Phrases]  # language -> the phrases that its patterns may call


def shown(path: Path, folder: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"


def read_phrases(folder: Path, known: AllPhrases, check: bool) -> AllPhrases:
    """The phrases of phrases.toml over the known ones; with `check` each is tried as a pattern."""
    found = {language: dict(known.get(language, NO_PHRASES)) for language in LANGUAGES}
    path = folder / "phrases.toml"
    if path.exists():
        table = Source(path, shown(path, folder)).table()
        for language in LANGUAGES:
            inner = table.table(language, optional=True)
            found[language] |= {name: inner.text(name) for name in inner}
            for name in inner if check else ():
                read_patterns(inner, name, language, found)
            inner.finish()
        table.finish()
    return MappingProxyType({language: MappingProxyType(phrases) for language, phrases in found.items()})


def in_both(table: Table, phrases: AllPhrases) -> ByLanguage[tuple[Pattern, ...]]:
    """The patterns under `fr` and `en`, each compiled when its language is first asked for."""
    table.know(*LANGUAGES)
    table.finish()
    return ByLanguage(lambda language: read_patterns(table, language, language, phrases))


def read_patterns(
    table: Table, key: str, language: str, phrases: AllPhrases, check: bool = True
) -> tuple[Pattern, ...]:
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
