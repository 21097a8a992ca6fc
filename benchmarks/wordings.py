"""How many of our own wordings are found: sentences and near misses by topic, benchmarks/wordings/<language>/<topic>.txt.

    python -m benchmarks.wordings [fr|en] [--topics ID…] [--misses] [--kept]

"+" lines hold the topic, "-" lines only look so. The rules were widened on them and the weights are fitted on them too: this shows that
nothing is lost, not what the rules are worth elsewhere (that is benchmarks.own). With --kept those of benchmarks/kept_wordings: half of 24
sentences and 8 near misses on each of the weakest topics, by people who had seen no rule; the other half was read and lies with the rest.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from analyzer.library import standard
from analyzer.pipeline import read_clauses
from analyzer.readers import read
from analyzer.report import Clause

FOLDER = Path(__file__).parent / "wordings"
KEPT = Path(__file__).parent / "kept_wordings"
LANGUAGES = ("fr", "en")
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


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence of our own and whether it holds the topic."""

    topic: str
    text: str
    wanted: bool


def wordings(language: str, folder: Path = FOLDER) -> Iterator[Wording]:
    for path in sorted((folder / language).glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield Wording(path.stem, line[2:], line[0] == "+")


def candidates(wording: Wording, language: str) -> list[Clause]:
    """The candidates of its topic in a wording, put into a contract that names its parties."""
    provider = next((name for name in PROVIDERS[language] if name in wording.text), PROVIDERS[language][-1])
    customer = next((name for name in CUSTOMERS[language] if name in wording.text), CUSTOMERS[language][-1])
    head = HEADS[language].format(provider=provider, customer=customer)
    reading = read_clauses(read((head + wording.text + "\n").encode(), name="wording.txt"), standard())
    return [each for each in reading.clauses if each.topic == wording.topic and each.span.end > len(head)]


def tried(language: str, jobs: int = 2, folder: Path = FOLDER) -> list[tuple[Wording, list[Clause]]]:
    """Every wording of a language with its candidates."""
    all_of_them = list(wordings(language, folder))
    with Pool(jobs) as pool:
        return list(
            zip(all_of_them, pool.map(partial(candidates, language=language), all_of_them, chunksize=40), strict=True)
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--topics", nargs="*")
    parser.add_argument("--misses", action="store_true", help="print the sentences that are judged wrongly")
    parser.add_argument("--kept", action="store_true", help="the sentences that nobody who writes rules reads")
    arguments = parser.parse_args()
    for language in arguments.languages:
        counts: dict[str, list[int]] = {}
        for wording, clauses in tried(language, folder=KEPT if arguments.kept else FOLDER):
            if arguments.topics and wording.topic not in arguments.topics:
                continue
            hit = any(clause.found for clause in clauses)
            count = counts.setdefault(wording.topic, [0, 0, 0, 0])
            count[0 if wording.wanted else 2] += hit
            count[1 if wording.wanted else 3] += 1
            if arguments.misses and hit != wording.wanted:
                print(f"{wording.topic} {'+' if wording.wanted else '-'} {wording.text}")
        for name, (hits, positives, invented, negatives) in counts.items():
            print(f"{language} {name:28} found {hits:3} of {positives:3}   invented {invented} of {negatives}")
        hits, positives, invented, negatives = (sum(column) for column in zip(*counts.values(), strict=True))
        print(f"{language} all: found {hits} of {positives}, invented {invented} of {negatives}")


if __name__ == "__main__":
    main()
