"""Runs all scoreboards and writes docs/accuracy.md.

    python -m benchmarks.accuracy [--sample N] [--no-write]

The labelled contracts are in GARDEFOU_DATA. `--sample` takes the first N CUAD contracts by the hash of their name instead of all 398.
"""

from __future__ import annotations

import argparse
import contextlib
import io
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks import cuad, topics
from benchmarks.data import load_scorer

PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"
ISSUE_TWO = (
    "liability_cap", "uncapped_liability", "indirect_damages_exclusion", "data_loss_exclusion",
    "obligation_of_means", "obligation_of_result",
    "backup_by_provider", "backup_by_customer", "customer_security_duties", "force_majeure", "governing_law",
)  # fmt: skip

HEAD = """# Accuracy

Printed by `make accuracy` (`python -m benchmarks.accuracy`), which reads the labelled contracts in GARDEFOU_DATA. Those contracts belong to their
authors and are not part of this repository.

**What these figures are.** The rules were written while looking at these contracts, so the tables below are in-sample: expect less on
contracts by other providers. The contracts are split by provider into two halves: rules were first tuned on the half "look", and the figures on
the half "judge" were noted before anybody read it (next table). After that the judge half was read too, and mended by general shapes only.
"""  # noqa: E501

BEFORE = """
## Before the judge half was read

| topic | F1 fr | F1 en |
| --- | --- | --- |
| liability_cap | 0.973 | 0.966 |
| uncapped_liability | - | 0.750 |
| liability_exclusion | 1.000 (5 contracts) | - |
| claim_time_limit | 0.500 (2 contracts) | 0.857 |
| indirect_damages_exclusion | 0.919 | 1.000 |
| data_loss_exclusion | 0.960 | 0.800 |
| obligation_of_means | 1.000 | - |
| obligation_of_result | 0.667 | 0.786 |
| penalties | 0.800 | 0.615 |
| insurance | 1.000 | 0.800 |
| provider_indemnity | 0 (1 contract) | 1.000 |
| customer_indemnity | - | 0.944 |
| warranty_disclaimer | - | 0.895 |
| governing_law | 1.000 | 1.000 |

Noted by hand at the time for the topics listed; the command that printed them is `python -m benchmarks.topics fr en --half judge`, on the
commit of that moment. Cap attributes on the same contracts: fr 88 of 90, en 66 of 70.
"""

TAIL = """
## Beside it

| | measured | on |
| --- | --- | --- |
| regex baseline of the data's makers | micro AUPR 0.58 | the same five CUAD categories |
| best published models (CUAD paper, DeBERTa-xlarge / RoBERTa-large) | AUPR 0.478 / 0.482 | all 41 categories pooled, CUAD's own test contracts: not comparable like for like |
| GPT-4.1, zero-shot (ContractEval) | F1 0.641 | one decision a contract and category, 41 categories, CUAD's test contracts: another measure |

CUAD's "Cap On Liability" also covers exclusions of kinds of damages, sole remedies, releases and time limits, and about half of its contracts state no amount;
"Liquidated Damages" also counts sums owed by the customer, which `penalties` does not. Repeats of a labelled rule are often not labelled, so that a correct
second find counts as a false alarm.
"""  # noqa: E501


def topic_table(language: str) -> tuple[list[str], list[str]]:
    """The table of a language's topics, and its remaining errors."""
    module, rows = topics.scorer(), topics.labels(language)
    found = topics.reports(rows, language, 2)
    result: dict[str, Any] = module.score(rows, found, 0.5, 4)
    lines = [
        "| topic | yes | no | P | R | F1 | quotes found | width |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    errors = []
    for topic, row in result["topics"].items():
        figures = " | ".join(number(row[key]) for key in ("precision", "recall", "f1", "found", "width"))
        lines.append(f"| {topic} | {row['positives']} | {row['negatives']} | {figures} |")
        errors += [
            f"| {language} | {topic} | {name[1:]} | {'invented' if name[0] == '+' else 'missed'} |"
            for name in row["errors"]
        ]
    macro = result["macro"]
    means = " | ".join(number(macro[key]) for key in ("precision", "recall", "f1", "found"))
    lines.append(f"| **macro over {macro['topics']} topics** | | | {means} | |")
    first = module.score(rows, found, 0.5, 4, [topic for topic in ISSUE_TWO if topic in result["topics"]])["macro"]
    lines += [
        "",
        f"Macro F1 over the {first['topics']} topics of the first release that are labelled here: {number(first['f1'])}.",
    ]
    attributes = ", ".join(f"{name} {row['right']} of {row['of']}" for name, row in result["cap_attributes"].items())
    return [*lines, f"Cap attributes, exact: {attributes}."], errors


def number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def cuad_table(sample: int) -> list[str]:
    module = load_scorer("cuad_eval.py", "cuad_eval")
    rows = cuad.contracts(None, sample)
    with ProcessPoolExecutor(2) as pool:
        found = dict(zip((row["id"] for row in rows), pool.map(cuad.clauses, rows, chunksize=4), strict=True))
    result = cuad.score(rows, found, module)
    lines = [
        "| category | contracts with it | document P | R | F1 | clause P | R | AUPR (Jaccard) |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, entry in [*result["categories"].items(), ("micro", result["micro"])]:
        document, clause = entry["document"], entry["jaccard"]
        figures = " | ".join(
            number(value)
            for value in (
                document["precision"],
                document["recall"],
                document["f1"],
                clause["precision"],
                clause["recall"],
                clause["aupr"],
            )
        )
        lines.append(f"| {name} | {document['gold_yes']} | {figures} |")
    return [f"{len(rows)} contracts.", "", *lines, "", cuad.amount_caps(rows, found) + "."]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--no-write", action="store_true")
    arguments = parser.parse_args()
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        errors = []
        print(HEAD)
        for language, name in (("fr", "French"), ("en", "English")):
            lines, wrong = topic_table(language)
            print(f"## {name} contracts\n", *lines, sep="\n", end="\n\n")
            errors += wrong
        print("## Remaining errors\n", "| | topic | contract | |", "| --- | --- | --- | --- |", *errors, sep="\n")
        print(BEFORE)
        print("## CUAD\n", *cuad_table(arguments.sample), sep="\n")
        print(TAIL, end="")
    print(out.getvalue(), end="")
    if not arguments.no_write:
        PAGE.write_text(out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
