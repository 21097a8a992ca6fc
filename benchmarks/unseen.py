"""How many clauses are found in wordings that no rule was tuned on: benchmarks/wordings, written for this project.

    python -m benchmarks.unseen [--misses]

The sentences are deliberately unusual: a stress test, not an estimate for real contracts. "+" lines hold the topic, "-" lines only look so.
Once a rule is tuned on them they measure nothing any more: write new ones then.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from analyzer.library import standard
from analyzer.pipeline import read_clauses
from analyzer.readers import read

WORDINGS = Path(__file__).parent / "wordings"
PROVIDERS = {
    "fr": ("Infogérant", "Hébergeur", "Titulaire", "Editeur", "Mainteneur", "Intégrateur", "Consultant", "Prestataire"),
    "en": ("Acme", "Vendor", "Contractor", "Company", "Consultant", "Supplier", "Provider"),
}
CUSTOMERS = {"fr": ("Abonné", "Utilisateur", "Administration", "Client"), "en": ("Client", "Licensee", "Customer")}
HEADS = {
    "fr": (
        "Contrat de prestations informatiques\n\n"
        "Entre la société Novatek (le « {provider} ») et la société Garage Lemoine (le « {customer} »).\n\n4.2 "
    ),
    "en": (
        'Services agreement\n\nBetween Novatek Ltd, which provides services (the "{provider}"), '
        'and Lemoine Ltd (the "{customer}").\n\n4.2 '
    ),
}


def found(text: str, topic: str, language: str) -> bool:
    """Is the topic found in the sentence, put into a contract that names its parties?"""
    provider = next((name for name in PROVIDERS[language] if name in text), PROVIDERS[language][-1])
    customer = next((name for name in CUSTOMERS[language] if name in text), CUSTOMERS[language][-1])
    head = HEADS[language].format(provider=provider, customer=customer)
    reading = read_clauses(read((head + text + "\n").encode(), name="wording.txt"), standard())
    return any(clause.found and clause.topic == topic and clause.span.end > len(head) for clause in reading.clauses)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print the sentences that are judged wrongly")
    arguments = parser.parse_args()
    for language in ("fr", "en"):
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        topic = ""
        for line in (WORDINGS / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                topic = line[2:].strip()
            elif line[:2] in ("+ ", "- "):
                hit, wanted = found(line[2:], topic, language), line[0] == "+"
                counts[topic][0 if wanted else 2] += hit
                counts[topic][1 if wanted else 3] += 1
                if arguments.misses and hit != wanted:
                    print(f"{topic} {line}")
        for name, (hits, positives, invented, negatives) in counts.items():
            print(f"{language} {name:28} found {hits:3} of {positives:3}   invented {invented} of {negatives}")
        hits, positives, invented, negatives = (sum(column) for column in zip(*counts.values(), strict=True))
        print(f"{language} all: found {hits} of {positives}, invented {invented} of {negatives}")


if __name__ == "__main__":
    main()
