"""Scores the topics on contracts written for this project by people who had not seen its rules (benchmarks/contracts).

    python -m benchmarks.own [--set read|kept|read2|late|read3|late2|kept2|read4|late3|kept3] [--errors] [--quotes TOPIC…]

The sets "read", "read2", "read3" and "read4" were read after their first measurement, and rules were widened by what they showed. The sets
"late", "late2" and "late3" were measured again after each widening before anybody read them, and are read by now. The sets "kept",
"kept2" and "kept3" are read by nobody who writes rules, so that they go on saying what the rules are worth on wording they have not met.
The scorer is the one that lies beside the labelled contracts of others (GARDEFOU_DATA).
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks import topics

CONTRACTS = Path(__file__).parent / "contracts"
SETS = ("read", "kept", "read2", "late", "read3", "late2", "kept2", "read4", "late3", "kept3")
LANGUAGES = ("fr", "en")

Row = dict[str, Any]
Reports = dict[str, dict[str, Any]]


def languages(name: str) -> list[str]:
    """The languages that have a set of that name."""
    return [language for language in LANGUAGES if (CONTRACTS / language / f"{name}.jsonl").exists()]


def labels(language: str, name: str) -> list[Row]:
    lines = (CONTRACTS / language / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def reports(rows: list[Row], language: str, jobs: int = 2) -> Reports:
    paths = [CONTRACTS / language / row["file"] for row in rows]
    with ProcessPoolExecutor(jobs) as pool:
        return {row["id"]: each for row, each in zip(rows, pool.map(topics.report, paths), strict=True)}


def score(language: str, name: str) -> tuple[dict[str, Any], list[Row], Reports]:
    """The scorer's result on one set, with the labels and what was found."""
    rows = labels(language, name)
    found = reports(rows, language)
    return topics.scorer().score(rows, found, 0.5, 4), rows, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=SETS, help="one of the sets; all where it is left out")
    parser.add_argument("--errors", action="store_true", help="name the contracts that are wrong: + invented, - missed")
    parser.add_argument("--quotes", nargs="+", default=(), metavar="TOPIC", help="print missed quotes and inventions")
    arguments = parser.parse_args()
    for name in [arguments.set] if arguments.set else SETS:
        for language in languages(name):
            result, rows, found = score(language, name)
            print(f"== {language}, {name}: {len(rows)} contracts")
            topics.show(result, arguments.errors)
            for topic in arguments.quotes:
                print(f"-- {topic}")
                topics.missed_quotes(rows, found, topic, topics.scorer())


if __name__ == "__main__":
    main()
