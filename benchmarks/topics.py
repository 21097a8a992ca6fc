"""Scores the topics on the labelled French and English contracts, with the scorer that lies beside the data.

    python -m benchmarks.topics fr en [--half look|judge] [--topics ID…] [--errors]

The contracts are split by provider: rules may be tuned on the half called "look"; "judge" shows what they are worth on providers
not looked at.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

from analyzer import analyze
from analyzer.errors import GardefouError
from benchmarks.data import folder, load_scorer


def scorer() -> ModuleType:
    """The data's own scorer, eval/topics_eval.py."""
    return load_scorer("topics_eval.py", "topics_eval")


def half(provider: str) -> str:
    """The side of a provider: all its contracts are on one side."""
    return "look" if hashlib.sha256(("gardefou" + provider).encode()).digest()[0] < 128 else "judge"


def labels(language: str, side: str | None = None) -> list[dict[str, Any]]:
    """The labelled contracts of a language; of near duplicates the first alone."""
    path = folder("data", language) / "labels.jsonl"
    rows, groups = [], set()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        group = row.get("near_duplicate_group")
        if (group and group in groups) or (side and half(row["provider"]) != side):
            continue
        groups.add(group)
        rows.append(row)
    return rows


def report(path: Path) -> dict[str, Any]:
    """What the scorer reads of one contract's report, or the sentence of its failure."""
    try:
        found = analyze(path)
    except (GardefouError, ImportError) as error:
        return {"failure": str(error), "clauses": []}
    keys = ("topic", "score", "text", "signals", "attributes")
    return {"clauses": [{key: getattr(clause, key) for key in keys} for clause in found.clauses]}


def reports(rows: list[dict[str, Any]], language: str, jobs: int) -> dict[str, dict[str, Any]]:
    paths = [folder("data", language) / row["file"] for row in rows]
    if jobs == 1:
        found = [report(path) for path in paths]
    else:
        with ProcessPoolExecutor(jobs) as pool:
            found = list(pool.map(report, paths, chunksize=4))
    return {row["id"]: each for row, each in zip(rows, found, strict=True)}


def show(result: dict[str, Any], errors: bool) -> None:
    def number(value: float | None) -> str:
        return "     -" if value is None else f"{value:6.3f}"

    print(f"{'topic':28}{'yes':>4}{'no':>4}{'P':>7}{'R':>7}{'F1':>7}{'found':>7}{'width':>7}")
    for topic, row in result["topics"].items():
        figures = " ".join(number(row[key]) for key in ("precision", "recall", "f1", "found", "width"))
        print(
            f"{topic:28}{row['positives']:4}{row['negatives']:4} {figures}"
            + (f"  {' '.join(row['errors'])}" if errors else "")
        )
    macro = result["macro"]
    figures = f"P {macro['precision']:.3f} R {macro['recall']:.3f} F1 {macro['f1']:.3f} found {macro['found']:.3f}"
    print(f"macro over {macro['topics']} topics: {figures}")
    print(
        "cap attributes: "
        + ", ".join(f"{name} {row['right']}/{row['of']}" for name, row in result["cap_attributes"].items())
    )


def missed_quotes(rows: list[dict[str, Any]], found: dict[str, dict[str, Any]], topic: str, module: ModuleType) -> None:
    """Every gold quote of a topic that no found clause covers, and every found clause of a contract that has none."""
    for row in rows:
        gold = row["topics"].get(topic)
        if gold is None or gold.get("ambiguous"):
            continue
        clauses = [clause for clause in found[row["id"]]["clauses"] if module.holds(clause, topic, 0.5)]
        texts = [module.words(clause["text"]) for clause in clauses]
        if gold["present"]:
            for quote in gold["quotes"]:
                if max((module.covered(module.words(quote), text) for text in texts), default=0) < 0.6:
                    print(f"  - {row['id']}: {' '.join(quote.split())[:600]}")
        else:
            for clause in clauses:
                print(
                    f"  + {row['id']} [{','.join(clause['signals'])} {clause['score']}]: {' '.join(clause['text'].split())[:600]}"
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="+", choices=("fr", "en"))
    parser.add_argument("--half", choices=("look", "judge"))
    parser.add_argument("--topics", nargs="*")
    parser.add_argument("--errors", action="store_true", help="name the contracts that are wrong: + invented, - missed")
    parser.add_argument("--quotes", action="store_true", help="with --topics: print missed quotes and invented clauses")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    module = scorer()
    for language in arguments.languages:
        rows = labels(language, arguments.half)
        found = reports(rows, language, arguments.jobs)
        print(f"== {language}: {len(rows)} contracts" + (f" ({arguments.half})" if arguments.half else ""))
        show(module.score(rows, found, 0.5, 4, arguments.topics), arguments.errors)
        for identifier, each in found.items():
            if "failure" in each:
                print(f"failed {identifier}: {each['failure']}", file=sys.stderr)
        if arguments.quotes:
            for topic in arguments.topics or []:
                print(f"-- {topic}")
                missed_quotes(rows, found, topic, module)


if __name__ == "__main__":
    main()
