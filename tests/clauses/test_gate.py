"""The gate over the whole library: it is quick because it leaves out what cannot match, and only that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from analyzer.context import Context, Reading
from analyzer.detect import Opened, detector, reads
from analyzer.facts import read_facts
from analyzer.language.detection import detect
from analyzer.language.folding import fold
from analyzer.library import Signal, standard
from analyzer.patterns.compiler import Pattern
from analyzer.patterns.matching import find
from analyzer.readers import read
from analyzer.structure import build

SAMPLES = Path(__file__).parents[2] / "samples"
LIST = b"""3.1 The Provider's liability is, whatever the cause of action:
(a) excluded for loss of profit, loss of data and indirect damage;
(b) limited to the fees paid in the last 12 months; and
(c) not limited for death, personal injury or fraud.
"""


def context_of(data: bytes) -> Context:
    document = read(data, name="contract.txt")
    folded, language = fold(document.text), detect(document.text)
    return Context(folded, build(document, folded, language), read_facts(document, folded, language))


def tried(opened: Iterator[tuple[int, list[Opened]]]) -> set[tuple[int, Pattern]]:
    """Which pattern the gate lets through in which reading."""
    return {
        (id(reading), pattern)
        for _, signals in opened
        for each in signals
        for reading, patterns in each.readings
        for pattern in patterns
    }


def speaking(signal: Signal, reading: Reading) -> list[Pattern]:
    """The patterns of a signal that match, where what it wants beside them does too."""
    if not reads(signal, reading) or any(find(other, reading.passage) is None for other in signal.also):
        return []
    return [pattern for pattern in signal.patterns if find(pattern, reading.passage)]


@pytest.mark.parametrize("data", [LIST, (SAMPLES / "conditions-generales.txt").read_bytes()], ids=["list", "terms"])
def test_no_match_is_lost(data: bytes) -> None:
    """Every pattern that matches a sentence, or an item of a list in it, is let through there."""
    context = context_of(data)
    let_through = tried(detector(standard(), context.language).opened(context))
    signals = [signal for topic in standard().topics.values() for signal in topic.signals[context.language]]
    readings = [reading for index in range(len(context.spans)) for reading in context.readings(index)]
    matching = {
        (id(reading), pattern) for reading in readings for signal in signals for pattern in speaking(signal, reading)
    }

    assert matching
    assert matching <= let_through
    assert len(let_through) < 0.05 * len(readings) * sum(len(signal.patterns) for signal in signals)


def test_an_item_is_read_with_the_words_that_open_its_list() -> None:
    """Words that stand side by side only there are let through there, and not in the sentence as a whole."""
    context = context_of(b"3.1 The Provider's liability shall not: be presumed; exceed the fees paid by the Customer.")
    whole, *items = context.readings(0)
    let_through = tried(detector(standard(), "en").opened(context))
    in_items = {pattern for reading, pattern in let_through if reading in map(id, items)}
    in_whole = {pattern for reading, pattern in let_through if reading == id(whole)}

    assert in_items - in_whole
