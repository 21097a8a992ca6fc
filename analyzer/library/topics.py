"""A topic's folder: what it is, the signals by which it is found with their fitted weights, the attributes that are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from analyzer.library.findings import read_finding, read_why
from analyzer.library.patterns import AllPhrases, in_both, read_patterns, shown
from analyzer.library.wordings import read_wordings
from analyzer.ranking import RANKING, load_rankings
from analyzer.rules import ATTRIBUTE_TYPES, LANGUAGES, Attribute, ByLanguage, Signal, Topic
from analyzer.tables import Source, Table

FITTED = "weights.toml"


def read_topic(folder: Path, root: Path, phrases: AllPhrases, check: bool) -> Topic:
    path = folder / "topic.toml"
    table = Source(path, shown(path, root)).table()
    identifier = table.choice("id", (folder.name,))
    title, about = table.both_languages("title"), table.both_languages("about")
    why = read_why(table)
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
    beside = table.texts("beside") if "beside" in table else ()
    attributes = tuple(_attribute(each, phrases) for each in table.tables("attributes"))
    table.finish()
    wordings = {language: read_wordings(folder / f"wording.{language}.md", root) for language in LANGUAGES}
    findings = tuple(
        read_finding(each, root, identifier, wordings)
        for each in sorted(folder.glob("*.toml"))
        if each.name not in {"topic.toml", FITTED, RANKING}
    )
    learnt = folder / RANKING
    rankings = ByLanguage(lambda language: load_rankings(learnt, shown(learnt, root)).get(language))
    return Topic(
        identifier,
        title,
        about,
        why,
        threshold,
        importance,
        signals,
        attributes,
        findings,
        wordings,
        rankings,
        folder,
        beside,
    )


def _signal(table: Table, language: str, phrases: AllPhrases, threshold: float, check: bool) -> Signal:
    heading = read_patterns(table, "heading", language, phrases, check)
    weight = table.number("weight", 4.0)
    signal = Signal(
        id=table.text("id"),
        patterns=read_patterns(table, "pattern", language, phrases, check),
        also=read_patterns(table, "also", language, phrases, check),
        previous=read_patterns(table, "previous", language, phrases, check),
        unless=read_patterns(table, "unless", language, phrases, check),
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
    table = Source(path, shown(path, root)).table()
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
    values = {value: in_both(inner.table(value), phrases) for value in inner}
    reader = table.text("reader", "")
    scope = table.choice("scope", ("clause", "section", "article", "topic", "articles", "document"), "clause")
    denial_first = table.flag("denial_first")
    table.finish()
    return Attribute(name, kind, values, reader, scope, denial_first)  # type: ignore[arg-type]
