"""Learns in what order a topic's candidates stand, from CUAD's labels, and judges it on companies that were kept aside.

    python -m benchmarks.ranking [--write]

For each topic a logistic regression over the signals and the words of its candidates: is this a span that CUAD's readers labelled?
It orders the candidates on each side of 0.5; which side that is remains with the signals' weights (benchmarks/weights), since the words of
long US contracts say little of a short wording elsewhere. Only words that candidates of at least COMPANIES companies hold are learnt, of
these the WORDS that tell labelled and other candidates apart best (chi-squared), all held near 0 (a Gaussian prior). `--write` writes
clauses/<topic>/ranking.toml.

Judged by the same five folds as the weights: sides, signals and words all come from the other four.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import clauses
from analyzer.detect import logistic
from analyzer.language.folding import fold
from analyzer.ranking import RANKING, Ranking, ordered, words_of
from benchmarks import cuad, weights
from benchmarks.data import load_scorer
from benchmarks.weights import Candidate, Data, Row

LANGUAGE = "en"  # CUAD's
WORDS = 100  # a topic; three hundred gain 0.002 of the micro AUPR
COMPANIES = 5  # a word of fewer is a name or chance
PRIOR_OF_SIGNALS = 3.0  # 1 / variance around 0
PRIOR_OF_WORDS = 10.0
PRIOR_OF_BASE = 0.001
LEAST = 0.05  # what says less is left out

Rankings = Mapping[str, Ranking]  # by topic
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A candidate of a topic and whether CUAD's readers labelled it."""

    labelled: bool
    company: str
    signals: frozenset[str]
    words: frozenset[str]


def cases(data: Data) -> dict[str, list[Case]]:
    """The cases of each topic."""
    assert data.cuad_found is not None
    found = defaultdict(list)
    for row, each, labelled in cuad.judged(data.cuad_rows, data.cuad_found, load_scorer("cuad_eval.py", "cuad_eval")):
        case = Case(labelled, weights.provider(row), frozenset(each["signals"]), _words(row, each))
        found[each["topic"]].append(case)
    return found


def _words(row: Row, candidate: Candidate) -> frozenset[str]:
    return words_of(fold(row["text"][candidate["start"] : candidate["end"]]).text)


def fit(learnt: Sequence[Case]) -> Ranking:
    """What speaks for a label, from the cases of one topic."""
    signals = sorted({name for case in learnt for name in case.signals})
    words = telling(learnt)
    matrix = np.array([[1.0, *_marks(signals, case.signals), *_marks(words, case.words)] for case in learnt])
    labelled = np.array([case.labelled for case in learnt], dtype=float)
    prior = np.array([PRIOR_OF_BASE, *[PRIOR_OF_SIGNALS] * len(signals), *[PRIOR_OF_WORDS] * len(words)])

    def loss(values: Vector) -> tuple[float, Vector]:
        margin = matrix @ values
        cost = np.logaddexp(0, margin).sum() - labelled @ margin + prior @ values**2 / 2
        return float(cost), matrix.T @ (1 / (1 + np.exp(-margin)) - labelled) + prior * values

    base, *rest = minimize(loss, np.zeros(len(prior)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return Ranking(round(float(base), 2), _said(signals, rest[: len(signals)]), _said(words, rest[len(signals) :]))


def _marks(names: Sequence[str], held: frozenset[str]) -> list[float]:
    return [float(name in held) for name in names]


def _said(names: Sequence[str], values: Iterable[float]) -> dict[str, float]:
    return {name: round(float(value), 2) for name, value in zip(names, values, strict=True) if abs(value) >= LEAST}


def telling(learnt: Sequence[Case]) -> list[str]:
    """The words, in alphabetical order, that tell labelled candidates from the others best."""
    holders = defaultdict(set)
    among_all: Counter[str] = Counter()
    among_labelled: Counter[str] = Counter()
    for case in learnt:
        plain = [word for word in case.words if word.isascii() and word.isalpha()]
        among_all.update(plain)
        among_labelled.update(plain if case.labelled else ())
        for word in plain:
            holders[word].add(case.company)
    share = sum(case.labelled for case in learnt) / len(learnt)

    def apart(word: str) -> tuple[float, str]:
        count = among_all[word]
        spread = count * max(1 - count / len(learnt), 1 / len(learnt))
        return -((among_labelled[word] - count * share) ** 2) / spread, word

    return sorted(sorted((word for word in holders if len(holders[word]) >= COMPANIES), key=apart)[:WORDS])


def fit_all(found: Mapping[str, Sequence[Case]], without: int | None = None) -> dict[str, Ranking]:
    """The rankings of every topic, from all folds or from all but one."""
    kept = {topic: [case for case in group if weights.fold(case.company) != without] for topic, group in found.items()}
    return {topic: fit(group) for topic, group in sorted(kept.items()) if group}


def kept_aside(data: Data) -> Callable[[Row], Rankings]:
    """For a contract the rankings that were learnt from the other companies' folds."""
    found = cases(data)
    others = [fit_all(found, number) for number in range(weights.FOLDS)]
    return lambda row: others[weights.fold(weights.provider(row))]


def ranked(
    rows: Sequence[Row], found: Mapping[str, Sequence[Candidate]], choose: Callable[[Row], Rankings]
) -> dict[str, list[dict[str, Any]]]:
    """The candidates of each contract, on the sides of 0.5 where they are, in the order of the chosen rankings."""
    return {row["id"]: [_ranked(row, each, choose(row)) for each in found[row["id"]]] for row in rows}


def _ranked(row: Row, candidate: Candidate, rankings: Rankings) -> dict[str, Any]:
    ranking = rankings.get(candidate["topic"])
    if ranking is None:
        return dict(candidate)
    likeness = logistic(ranking.log_odds(frozenset(candidate["signals"]), _words(row, candidate)))
    return {**candidate, "score": ordered(candidate["score"] >= 0.5, likeness)}


def cross_validated(data: Data) -> tuple[dict[str, list[dict[str, Any]]], dict[str, list[dict[str, Any]]]]:
    """CUAD's candidates with what the other folds teach: by the weights alone, and in the order learnt."""
    assert data.cuad_found is not None
    weighed = weights.rescored(data.cuad_rows, data.cuad_found, LANGUAGE, weights.ways(data)["cross-validated"])
    return weighed, ranked(data.cuad_rows, weighed, kept_aside(data))


HEAD = """# Learnt by `python -m benchmarks.ranking --write` from CUAD v1 (c) The Atticus Project, Inc., CC BY 4.0: do not edit.
# Log-odds that readers label a candidate: of any candidate, and what each of its signals and of its words adds. They order the candidates
# on each side of 0.5 and decide nothing.
"""


def write(rankings: Rankings) -> None:
    """Write ranking.toml of each topic."""
    for topic, ranking in rankings.items():
        lines = [f"[{LANGUAGE}]", f"base = {ranking.base}"]
        for name, said in (("signals", ranking.signals), ("words", ranking.words)):
            lines += ["", f"[{LANGUAGE}.{name}]", *(f"{key} = {value}" for key, value in said.items())]
        path = Path(clauses.__file__).parent / topic / RANKING
        path.write_text(HEAD + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write clauses/<topic>/ranking.toml")
    arguments = parser.parse_args()
    data, module = weights.read(LANGUAGE), load_scorer("cuad_eval.py", "cuad_eval")
    for name, found in zip(("by the weights", "in the order learnt"), cross_validated(data), strict=True):
        print(f"cross-validated, {name}")
        cuad.show(cuad.score(data.cuad_rows, found, module))
    if arguments.write:
        write(fit_all(cases(data)))


if __name__ == "__main__":
    main()
