"""Every regular expression of the engine takes time in proportion to the text, on text made to mislead it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import analyzer

LENGTH = 4_000  # a quadratic expression takes about half a second here, a linear one a millisecond
SECONDS = 0.15
# Expressions that only ever see a short stretch, with the longest that their callers give them.
SHORT = {
    "analyzer.facts.clashes._AGAIN": 80,
    "analyzer.facts.durations._WORD_BEFORE": 24,
    "analyzer.facts.names._DESCRIBED_FR": 600,
    "analyzer.facts.names._AT_END_FR": 600,
    "analyzer.facts.percents._FRACTION": 30,
    "analyzer.interpret.cap.words.NEXT_BRANCH": 1,  # matched where a sentence begins, never searched for
    "analyzer.readers.pdf.words._LAST_WORD": 80,
    "analyzer.structure.sentences._LABEL": 20,
    "analyzer.structure.sentences._LIST_MARK": 1,  # matched where a block begins
}
UNITS = (
    "1 111 ", "1.", "1,", "(", "((", ")", "[", "cent ", "mille ", "€", "1 € (", "un mois ", "montant ", "fees ", "A ",
    "Aa", "a-", "l'", "law of the ", "ci-après « ", '("', "laws of ", " ", "  x", "\t", "\n", "\n \n", "**", "* ",
    "__", "| ", "|-", "-", "=", "--- ", "12 mois ", "and and ", "prix de ", "dated as of ", "the ", "Le Client ", "%",
    "quatre-vingt-", "Article 1.1.1 ", "1.1.1", "i", "iv) ", "§ ", "# ", "<div ", "<!-- ", "<?xml ", "<", "&", "« ",
    "»", ";", ":", "x", "É", "0", "01/01/2026 ", "{{", "${", "___ ", "...", "…", "’", "\u00ad", "\u200b", "charset=",
    "\\par ", "\\'e9", "{\\", "page 1 sur ", "SARL ", "Acme Inc ", "M. ", "n° ", "and/or ", "euros (", "pour cent ",
    "par an ",
)  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled expression that a module of the engine holds, with its name, through tables of them."""
    for module in pkgutil.walk_packages(analyzer.__path__, "analyzer."):
        if module.name.endswith("__main__") or module.name.startswith("analyzer.app"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            yield from within(f"{module.name}.{name}", value)


def within(name: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from within(f"{name}[{key!r}]", inner)
    elif isinstance(value, (tuple, list, frozenset, set)):
        for number, inner in enumerate(value):
            yield from within(f"{name}[{number}]", inner)


FOUND = {pattern: name for name, pattern in patterns()}


def seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def test_expressions_are_found():
    """The walk is not blind: it sees the expressions of facts, language, structure and readers."""
    assert {"facts", "language", "structure", "readers"} <= {name.split(".")[1] for name in FOUND.values()}
    assert len(FOUND) > 100


def test_exceptions_are_still_there():
    """Nobody is excused who is not there any more."""
    assert SHORT.keys() <= set(FOUND.values())


@pytest.mark.parametrize("pattern", FOUND, ids=FOUND.get)
def test_time_follows_the_length(pattern):
    """No text of four thousand characters, however it repeats itself, holds an expression up."""
    length = SHORT.get(FOUND[pattern], LENGTH)
    slow = {unit: took for unit in UNITS if (took := seconds(pattern, (unit * length)[:length])) > SECONDS}

    assert {} == slow


def test_a_quadratic_expression_would_be_seen():
    """The bait works: an expression that is known to be quadratic takes too long."""
    assert seconds(re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$"), "i" * LENGTH) > SECONDS
