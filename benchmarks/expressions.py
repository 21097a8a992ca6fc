"""Times every regular expression of the engine on text made to mislead it, and names those that take more than their share.

    python -m benchmarks.expressions

Each expression reads each bait at a length and at twice that length: a linear one takes about twice as long, a quadratic one four times.
Those above three times, where the time can be told from noise at all, are printed and make the exit code 1. No reading takes longer than
a second of the processor: what does is stopped and is a fault by that alone, so that the whole run ends within about a minute.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator

import analyzer

LENGTH = 2_000
TOLD = 0.02  # seconds below which a ratio is noise
QUICK = 0.15  # seconds
MOST = 3.0  # times as long for twice the text
STOPPED = 1.0  # seconds of the processor after which a reading is ended
# Expressions that only ever see a short stretch, with the longest that their callers give them.
SHORT = {
    "analyzer.facts.clashes._AGAIN": 80,
    "analyzer.facts.durations._WORD_BEFORE": 24,
    "analyzer.facts.parties.names._DESCRIBED_FR": 600,
    "analyzer.facts.parties.names._AT_END_FR": 600,
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


class Stopped(Exception):
    """The reading took longer than it may."""


def stop(*_: object) -> None:
    raise Stopped


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """The processor's time; infinite where the reading had to be stopped."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, STOPPED)
    try:
        for _ in pattern.finditer(text):
            pass
    except Stopped:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def growth(pattern: re.Pattern[str], unit: str) -> float:
    """How many times as long the expression takes when the bait is twice as long; 0 where it takes no time worth telling."""
    twice = seconds(pattern, (unit * 2 * LENGTH)[: 2 * LENGTH])
    if twice < TOLD or twice == float("inf"):
        return 0.0 if twice < TOLD else twice
    return twice / max(seconds(pattern, (unit * LENGTH)[:LENGTH]), 1e-9)


def main() -> None:
    signal.signal(signal.SIGVTALRM, stop)
    found = {pattern: name for name, pattern in patterns()}
    gone = SHORT.keys() - set(found.values())
    worst = 0.0
    failed = bool(gone)
    for name in sorted(gone):
        print(f"{name} is excused and is not there any more")
    for pattern, name in found.items():
        for unit in UNITS:
            if name in SHORT:  # whatever its growth, it must be quick on the longest stretch that it is given
                took = seconds(pattern, (unit * SHORT[name])[: SHORT[name]])
                if took > QUICK:
                    failed = True
                    print(f"{name} on {unit!r}: {took:.2f} s for {SHORT[name]} characters")
                continue
            ratio = growth(pattern, unit)
            if MOST < ratio < float("inf"):
                ratio = min(ratio, growth(pattern, unit))  # of two: a busy moment is no fault
            if ratio > MOST:
                failed = True
                print(f"{name} on {unit!r}: {ratio:.1f} times as long for twice the text")
            worst = max(worst, ratio)
    print(f"{len(found)} expressions on {len(UNITS)} baits: at most {worst:.1f} times as long for twice the text")
    sys.exit(failed)


if __name__ == "__main__":
    main()
