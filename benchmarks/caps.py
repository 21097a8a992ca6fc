"""Is a cap read whole? Small contracts of our own with their cap's attributes as INTERFACE.md names them: benchmarks/caps/<language>.jsonl.

    python -m benchmarks.caps [fr|en] [--set kept] [--errors]

Each line is a text, its attributes, or null where it only looks like a cap. The writers had seen no rule. Half of them, drawn
by the checksum of their number (the same in both languages), are "read": the reader was mended on their misses. The other half is "kept":
nobody who writes rules reads it, and it counts.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from zlib import crc32

from analyzer.library import standard
from analyzer.pipeline import read_clauses
from analyzer.readers import read
from analyzer.report import Clause

FOLDER = Path(__file__).parent / "caps"
LANGUAGES = ("fr", "en")
SETS = ("read", "kept")
ATTRIBUTES = ("basis", "amount", "currency", "months", "multiple", "per", "aggregate", "beneficiary", "carve_outs")


def labelled(language: str, chosen: str) -> Iterator[dict[str, Any]]:
    """The lines of one set, with their text and label."""
    lines = (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if SETS[crc32(str(number).encode()) % 2] == chosen:
            yield json.loads(line)


def caps_in(text: str) -> list[Clause]:
    """The caps found in a text, the likeliest first."""
    reading = read_clauses(read(text.encode(), name="contract.txt"), standard())
    found = [each for each in reading.clauses if each.topic == "liability_cap" and each.found]
    return sorted(found, key=lambda clause: -clause.score)


def same(own: Any, label: Any) -> bool:
    """Lists in any order, sums by value."""
    if isinstance(label, list):
        return sorted(own or []) == sorted(label)
    try:
        return (own is None) == (label is None) and (own is None or Decimal(str(own)) == Decimal(str(label)))
    except InvalidOperation:
        return bool(own == label)


def closest(caps: list[Clause], label: dict[str, Any]) -> Clause:
    """A text may hold a sub-cap or the other party's cap beside the one that is labelled."""
    return max(caps, key=lambda cap: sum(same(cap.attributes.get(name), label.get(name)) for name in ATTRIBUTES))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--set", choices=SETS, default="kept")
    parser.add_argument("--errors", action="store_true", help="print what is missed, invented or read otherwise")
    arguments = parser.parse_args()
    for language in arguments.languages:
        show(language, arguments.set, arguments.errors)


def counted(language: str, chosen: str, errors: bool = False) -> Counter[str]:
    """Caps and near misses of a set, how many are found and invented, and of those found how often each attribute is right."""
    counts: Counter[str] = Counter()
    for line in labelled(language, chosen):
        caps, label = caps_in(line["text"]), line["cap"]
        if label is None:
            owed = [cap for cap in caps if cap.attributes.get("beneficiary") != "customer"]
            counts["near misses"] += 1
            counts["invented"] += bool(owed)
            told = f"invented: {owed[0].text}" if owed else ""
        else:
            counts["caps"] += 1
            counts["found"] += bool(caps)
            told = wrong(closest(caps, label), label, counts) if caps else "missed"
        if errors and told:
            print(f"{line['id']} {told}\n    {line['text']}\n")
    return counts


def wrong(cap: Clause, label: dict[str, Any], counts: Counter[str]) -> str:
    """Which attributes are read otherwise; counts those that are right."""
    differing = [name for name in ATTRIBUTES if not same(cap.attributes.get(name), label.get(name))]
    counts.update(set(ATTRIBUTES) - set(differing))
    counts["all"] += not differing
    return "; ".join(f"{name}: {cap.attributes.get(name)} instead of {label.get(name)}" for name in differing)


def show(language: str, chosen: str, errors: bool) -> None:
    counts = counted(language, chosen, errors)
    right = ", ".join(f"{name} {counts[name]}/{counts['found']}" for name in (*ATTRIBUTES, "all"))
    found, invented = f"{counts['found']} of {counts['caps']}", f"{counts['invented']} of {counts['near misses']}"
    print(f"{language} {chosen}: caps found {found}; invented {invented}\n  read right: {right}")


if __name__ == "__main__":
    main()
