"""Scores the clause finder on CUAD (real US contracts with expert labels), with the scorer that lies beside the data.

    python -m benchmarks.cuad [--half look|judge] [--sample N] [--jobs N] [--errors CATEGORY]

CUAD's "Cap On Liability" also covers exclusions of kinds of damages, sole remedies and time limits: it is the union of five topics. The
last line scores `liability_cap` alone on the contracts whose labelled caps state an amount.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from types import ModuleType
from typing import Any

from analyzer.document import Document
from analyzer.library import standard
from analyzer.pipeline import read_clauses
from analyzer.readers import read
from benchmarks.data import folder, load_scorer

CATEGORIES = ("Cap On Liability", "Uncapped Liability", "Liquidated Damages", "Insurance", "Governing Law")
TOPICS = {
    "liability_cap": "Cap On Liability", "indirect_damages_exclusion": "Cap On Liability", "claim_time_limit": "Cap On Liability",
    "liability_exclusion": "Cap On Liability", "sole_remedy": "Cap On Liability", "uncapped_liability": "Uncapped Liability",
    "penalties": "Liquidated Damages", "insurance": "Insurance", "governing_law": "Governing Law",
}  # fmt: skip


def company(identifier: str) -> str:
    """The company in a contract's name, in one spelling: "VertexEnergyInc_2020…" and "VERTEXENERGY,INC_…" are one."""
    name = re.sub(r"\W", "", identifier.split("_")[0].upper())
    return re.sub(r"(?:INC|CORP|LTD|LLC|PLC|LP)$", "", name)


def half(identifier: str) -> str:
    """The side of a contract, all of a company's on one: rules are tuned on "look"; "judge" shows what they are worth elsewhere."""
    return "look" if hashlib.sha256(("gardefou" + company(identifier)).encode()).digest()[0] < 128 else "judge"


def contracts(side: str | None, sample: int) -> list[dict[str, Any]]:
    """The labelled contracts of a side, or the first `sample` of them by the hash of their name."""
    with gzip.open(folder("data", "cuad", "dev.jsonl.gz"), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if side is None or half(row["id"]) == side]
    rows.sort(key=lambda row: hashlib.sha256(row["id"].encode()).digest())
    return rows[:sample] if sample else rows


def clauses(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The candidates that the evaluation reads, with their offsets in the text as given."""
    document: Document = read(row["text"].encode("utf-8"), name=row["id"] + ".txt")
    reading = read_clauses(document, standard())
    return [
        {"topic": clause.topic, "start": clause.span.start, "end": clause.span.end, "score": clause.score, "signals": clause.signals,
         "beneficiary": clause.attributes.get("beneficiary")}
        for clause in reading.clauses
        if clause.topic in TOPICS
    ]  # fmt: skip


def judged(
    rows: Sequence[Mapping[str, Any]], found: Mapping[str, Sequence[Mapping[str, Any]]], module: ModuleType
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any], bool]]:
    """Each contract with each of its candidates, and whether that is one of the spans labelled there."""
    for row in rows:
        golds = {category: module.gold_units(row, category, False) for category in CATEGORIES}
        for each in found[row["id"]]:
            category = TOPICS[each["topic"]]
            unit = module.Unit([(each["start"], each["end"])], row["text"], each["score"])
            yield row, each, any(module.jaccard_match(gold, unit, category) for gold in golds[category])


def score(
    rows: Sequence[Mapping[str, Any]],
    found: Mapping[str, Sequence[Mapping[str, Any]]],
    module: ModuleType,
    threshold: float = 0.5,
) -> dict[str, Any]:
    """The scorer's result: verdicts at the threshold, ranking over every candidate."""
    docs = {row["id"]: row for row in rows}
    predictions: dict[tuple[str, str], dict[tuple[int, int], float]] = defaultdict(dict)
    for identifier, candidates in found.items():
        for each in candidates:
            spans = predictions[identifier, TOPICS[each["topic"]]]
            place = each["start"], each["end"]
            spans[place] = max(each["score"], spans.get(place, 0.0))
    units = {
        key: [module.Unit([place], docs[key[0]]["text"], value) for place, value in spans.items()]
        for key, spans in predictions.items()
    }
    result: dict[str, Any] = module.evaluate(docs, defaultdict(list, units), CATEGORIES, threshold=threshold)
    return result


def amount_caps(rows: Sequence[Mapping[str, Any]], found: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Document F1 of `liability_cap` against the contracts that have a labelled cap with an amount."""
    path = folder("data", "cuad", "cap_shapes.jsonl")
    with_amount = {
        shape["id"]
        for shape in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if shape["shape"] == "amount"
    }
    said = {
        identifier
        for identifier, candidates in found.items()
        if any(each["topic"] == "liability_cap" and each["score"] >= 0.5 for each in candidates)
    }
    gold = with_amount & {row["id"] for row in rows}
    hit = len(said & gold)
    precision, recall = hit / max(1, len(said)), hit / max(1, len(gold))
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    return f"liability_cap on caps with an amount: {len(gold)} contracts, P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def show(result: Mapping[str, Any]) -> None:
    print(f"{'category':22}{'yes':>5}{'docP':>7}{'docR':>7}{'docF1':>7}{'gold':>6}{'P':>7}{'R':>7}{'AUPR':>7}")
    for name, entry in [*result["categories"].items(), ("micro", result["micro"])]:
        document, clause = entry["document"], entry["jaccard"]
        figures = [document["precision"], document["recall"], document["f1"]]
        line = f"{name:22}{document['gold_yes']:5}" + "".join(f"{value or 0:7.3f}" for value in figures)
        print(
            line
            + f"{clause['gold']:6}"
            + "".join(f"{clause[key] or 0:7.3f}" for key in ("precision", "recall", "aupr"))
        )


def show_errors(
    rows: Sequence[Mapping[str, Any]],
    found: Mapping[str, Sequence[Mapping[str, Any]]],
    category: str,
    module: ModuleType,
) -> None:
    """Every labelled span that no candidate matches (-), and every candidate of 0.5 or more that matches none (+)."""
    for row in rows:
        golds = module.gold_units(row, category, False)
        mine = [
            (module.Unit([(each["start"], each["end"])], row["text"], each["score"]), each)
            for each in found[row["id"]]
            if TOPICS[each["topic"]] == category
        ]
        for gold in golds:
            best = max((unit.score for unit, _ in mine if module.jaccard_match(gold, unit, category)), default=0.0)
            if best < 0.5:
                print(f"- {best:.2f} {row['id'][:30]}: {' '.join(gold.text.split())[:500]}")
        for unit, each in mine:
            if each["score"] >= 0.5 and not any(module.jaccard_match(gold, unit, category) for gold in golds):
                head = f"+ {each['score']:.2f} {each['topic']} {','.join(each['signals'])} {row['id'][:30]}"
                print(f"{head}: {' '.join(unit.text.split())[:500]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("look", "judge"))
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--errors", metavar="CATEGORY", choices=CATEGORIES)
    arguments = parser.parse_args()
    module = load_scorer("cuad_eval.py", "cuad_eval")
    rows = contracts(arguments.half, arguments.sample)
    with ProcessPoolExecutor(arguments.jobs) as pool:
        found = dict(zip((row["id"] for row in rows), pool.map(clauses, rows, chunksize=4), strict=True))
    print(f"{len(rows)} contracts")
    show(score(rows, found, module))
    print(amount_caps(rows, found))
    if arguments.errors:
        show_errors(rows, found, arguments.errors, module)


if __name__ == "__main__":
    main()
