"""Fits the signals' weights on the labelled contracts, and judges them on providers that were kept aside.

    python -m benchmarks.weights [--write] [--languages fr|en] [--topics ID…]

Each topic is a logistic regression over its signals: the score of a candidate is the logistic of the sum of its signals' weights less the
topic's threshold. The fit starts from the weights in topic.toml and is held near them (a Gaussian prior), so that a signal which the data
hardly show keeps what its author gave it; the thresholds stay. `--write` writes clauses/<topic>/weights.toml.

A contract that has the topic is one case: its likeliest labelled candidate. A contract without it gives its likeliest candidate as a
counter-case. CUAD's contracts are labelled clause by clause, so each candidate there is a case; its "Liquidated Damages" also holds sums
owed by the customer, so `penalties` learns from it of near misses alone. Our own wordings (benchmarks/wordings) are cases too.

Judged by five-fold cross-validation: all contracts of a provider are in one fold, drawn by the seeded hash of its name. Weights and signals
alike come from the other folds: a signal that no contract of theirs bears out is silenced, as if it had been written for the fold judged.
CUAD's AUPR is printed here with the weights' own order; the one that ships is learnt and judged by benchmarks/ranking.
"""

from __future__ import annotations

import argparse
import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import clauses
from analyzer.detect import score
from analyzer.examples import run as run_examples
from analyzer.library import FITTED, load
from analyzer.report import Clause
from benchmarks import cuad, topics, wordings
from benchmarks.data import load_scorer
from benchmarks.wordings import Wording

FOLDS = 5
SEED = 0
PRIOR = 16.0  # 1 / variance of a weight around the one in topic.toml: of 8, 16 and 30 the best cross-validated F1
CONTRACT = 20.0  # a contract labelled as a whole counts as much as twenty candidates of CUAD: verdicts before ranking
WORDING = (
    3.0  # and a sentence of our own as much as three: it stands for ways of writing that the contracts hardly show
)
LOST = 0.02  # the share of a topic's wordings that weights may judge worse than those its author gave
ROUNDS = 4  # which candidate of a contract is the likeliest depends on the weights: settled after two or three rounds

Row = Mapping[str, Any]
Candidate = Mapping[str, Any]
Weights = Mapping[str, float]
Fitted = Mapping[str, Weights]  # topic -> signal -> weight
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Data:
    """The labelled contracts of a language with the candidates that the engine finds in them, by contract."""

    language: str
    rows: Sequence[Row]
    found: Mapping[str, Sequence[Candidate]]
    cuad_rows: Sequence[Row] = ()
    cuad_found: Mapping[str, Sequence[Candidate]] | None = None
    tried: Sequence[tuple[Wording, Sequence[Clause]]] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What a topic's regression learns from: the candidates of which the likeliest is, or is not, the topic."""

    present: bool
    provider: str
    weight: float
    candidates: tuple[tuple[str, ...], ...]
    contract: bool = True  # False: a sentence of our own


def read(language: str, jobs: int = 2) -> Data:
    """Run the engine over the labelled contracts of a language; the English ones include CUAD's."""
    rows = topics.labels(language)
    found = {name: report["clauses"] for name, report in topics.reports(rows, language, jobs).items()}
    if language != "en":
        return Data(language, rows, found, tried=wordings.tried(language, jobs))
    others = cuad.contracts(None, 0)
    with ProcessPoolExecutor(jobs) as pool:
        candidates = list(pool.map(cuad.clauses, others, chunksize=4))
    by_name = dict(zip((row["id"] for row in others), candidates, strict=True))
    return Data(language, rows, found, others, by_name, wordings.tried(language, jobs))


def provider(row: Row) -> str:
    """Who wrote a contract; CUAD's names begin with the company."""
    return str(row.get("provider") or cuad.company(row["id"]))


def fold(name: str) -> int:
    return hashlib.sha256(f"{SEED} {name}".encode()).digest()[0] % FOLDS


def cases(data: Data) -> dict[str, list[Case]]:
    """The cases of each topic."""
    found = defaultdict(list)
    for topic, case in [*_whole_contracts(data), *_clauses(data), *_wordings(data)]:
        found[topic].append(case)
    return found


def _whole_contracts(data: Data) -> list[tuple[str, Case]]:
    scorer, found = topics.scorer(), []
    for row in data.rows:
        for topic, gold in row["topics"].items():
            if gold.get("ambiguous") or gold.get("present") is None:
                continue
            quotes = [scorer.words(quote) for quote in gold.get("quotes", ())] if gold["present"] else None
            mine = [each for each in data.found[row["id"]] if each["topic"] == topic]
            chosen = [
                _signals(each)
                for each in mine
                if _decides(each) and (quotes is None or _meets(each["text"], quotes, scorer))
            ]
            if chosen:
                found.append((topic, Case(bool(gold["present"]), provider(row), CONTRACT, tuple(chosen))))
    return found


def _decides(candidate: Candidate) -> bool:
    """Does a signal speak for the topic in a candidate that is not for near misses alone?"""
    return not deciding(candidate["topic"]).isdisjoint(candidate["signals"])


def _meets(text: str, quotes: Sequence[list[str]], scorer: Any) -> bool:
    """Does a candidate hold most of a quote, or a quote most of it?"""
    words = scorer.words(text)
    return any(scorer.covered(quote, words) >= 0.6 or scorer.covered(words, quote) >= 0.6 for quote in quotes)


def _clauses(data: Data) -> list[tuple[str, Case]]:
    if data.cuad_found is None:
        return []
    judged = cuad.judged(data.cuad_rows, data.cuad_found, load_scorer("cuad_eval.py", "cuad_eval"))
    return [
        (each["topic"], Case(present, provider(row), 1.0, (_signals(each),)))
        for row, each, present in judged
        if each["topic"] != "penalties" or not _decides(each)
    ]


def _wordings(data: Data) -> list[tuple[str, Case]]:
    """Our own sentences: they stand for the ways of writing that the labelled contracts happen not to show."""
    return [
        (
            wording.topic,
            Case(
                wording.wanted, wording.text, WORDING, tuple(tuple(sorted(set(each.signals))) for each in found), False
            ),
        )
        for wording, found in data.tried
        if found
    ]


def _signals(candidate: Candidate) -> tuple[str, ...]:
    return tuple(sorted(set(candidate["signals"])))


@cache
def written(topic: str, language: str) -> tuple[Weights, float]:
    """The weights and the threshold in a topic's own file, where the fit starts."""
    table = _topic(topic)
    weights = {signal["id"]: float(signal.get("weight", 4.0)) for signal in table["signals"].get(language, ())}
    return weights, float(table.get("threshold", 2.0))


@cache
def deciding(topic: str) -> frozenset[str]:
    """The signals of a topic, in any language, that make a candidate which may count as found."""
    return frozenset(
        signal["id"]
        for signals in _topic(topic)["signals"].values()
        for signal in signals
        if "pattern" in signal and float(signal.get("weight", 4.0)) > 0 and not signal.get("near")
    )


@cache
def near_signals(topic: str) -> frozenset[str]:
    """The signals of a topic, in any language, that only rank near misses."""
    return frozenset(
        signal["id"] for signals in _topic(topic)["signals"].values() for signal in signals if signal.get("near")
    )


@cache
def _topic(topic: str) -> Mapping[str, Any]:
    path = Path(clauses.__file__).parent / topic / "topic.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def fit(topic: str, language: str, learnt: Sequence[Case]) -> dict[str, float]:
    """A topic's weights for a language."""
    start, threshold = written(topic, language)
    names = list(start)
    prior = np.array([start[name] for name in names])
    weights = prior
    for _ in range(ROUNDS):
        now = dict(zip(names, weights, strict=True))
        matrix = np.array([_likeliest(case, names, now) for case in learnt])
        present = np.array([case.present for case in learnt], dtype=float)
        counts = np.array([case.weight for case in learnt])

        def loss(values: Vector) -> tuple[float, Vector]:
            margin = matrix @ values - threshold  # noqa: B023
            chance = 1 / (1 + np.exp(-margin))
            held = PRIOR * (values - prior)
            cost = counts @ (np.logaddexp(0, margin) - present * margin) + held @ (values - prior) / 2  # noqa: B023
            return float(cost), matrix.T @ (counts * (chance - present)) + held  # noqa: B023

        weights = minimize(loss, weights, jac=True, method="L-BFGS-B", bounds=[_side(value) for value in prior]).x
    return {name: round(float(value), 1) for name, value in zip(names, weights, strict=True)}


def _side(weight: float) -> tuple[float | None, float | None]:
    """A signal never changes sides: one that speaks for the topic makes candidates, one that speaks against it makes none."""
    return (0.1, None) if weight > 0 else (None, -0.1)


def _likeliest(case: Case, names: Sequence[str], weights: Weights) -> list[float]:
    best = max(case.candidates, key=lambda signals: (sum(weights[name] for name in signals), signals))
    return [float(name in best) for name in names]


def fit_all(data: Data) -> dict[str, dict[str, float]]:
    """The weights of every topic that is labelled, learnt from all contracts."""
    return {topic: fit(topic, data.language, group) for topic, group in sorted(cases(data).items()) if group}


def fit_without(data: Data, number: int) -> dict[str, dict[str, float]]:
    """The weights learnt from all folds but one; signals that only that fold bears out say nothing."""
    found = {}
    for topic, group in sorted(cases(data).items()):
        learnt = [case for case in group if fold(case.provider) != number]
        seen = {name for case in learnt if case.present and case.contract for each in case.candidates for name in each}
        weights = fit(topic, data.language, learnt) if learnt else written(topic, data.language)[0]
        found[topic] = {name: value if value < 0 or name in seen else 0.0 for name, value in weights.items()}
    return found


def rescored(
    rows: Sequence[Row], found: Mapping[str, Sequence[Candidate]], language: str, choose: Callable[[Row], Fitted]
) -> dict[str, list[dict[str, Any]]]:
    """The candidates of each contract with the scores that the chosen weights give them."""
    return {
        row["id"]: [{**each, "score": _score(each, language, choose(row))} for each in found[row["id"]]] for row in rows
    }


def _score(candidate: Candidate, language: str, fitted: Fitted) -> float:
    start, threshold = written(candidate["topic"], language)
    weights = fitted.get(candidate["topic"], start)
    return score({name: weights[name] for name in _signals(candidate)}, near_signals(candidate["topic"]), threshold)


def ways(data: Data) -> dict[str, Callable[[Row], Fitted]]:
    """Three ways to weigh: as written, fitted on everything (in-sample), and learnt from the other providers (cross-validated)."""
    everything = fit_all(data)
    others = [fit_without(data, number) for number in range(FOLDS)]
    return {
        "written": lambda _: {},
        "in-sample": lambda _: everything,
        "cross-validated": lambda row: others[fold(provider(row))],
    }


def show(data: Data) -> None:
    scorer, clause_scorer = topics.scorer(), load_scorer("cuad_eval.py", "cuad_eval")
    for name, choose in ways(data).items():
        reports = {
            identifier: {"clauses": candidates}
            for identifier, candidates in rescored(data.rows, data.found, data.language, choose).items()
        }
        macro = scorer.score(data.rows, reports, 0.5, 4)["macro"]
        print(f"{data.language} {name:16} macro F1 {macro['f1']:.3f} quotes found {macro['found']:.3f}")
        if data.cuad_found is not None:
            found = rescored(data.cuad_rows, data.cuad_found, data.language, choose)
            result = cuad.score(data.cuad_rows, found, clause_scorer)
            for category, entry in [*result["categories"].items(), ("micro", result["micro"])]:
                figures = f"document F1 {entry['document']['f1']:.3f} AUPR {entry['jaccard']['aupr']:.3f}"
                print(f"   CUAD {category:20} {figures}")


HEAD = """# Fitted by `python -m benchmarks.weights --write` (logistic regression, seed {seed}): do not edit,
# change topic.toml and fit again. A signal that is not listed, or that the data hardly show, keeps the weight of topic.toml.
"""


def write(fitted: Mapping[str, Fitted]) -> None:
    """Write the weights that differ from those in topic.toml into weights.toml; topics and languages that were not fitted keep theirs."""
    root = Path(clauses.__file__).parent
    for topic in sorted({topic for each in fitted.values() for topic in each}):
        path = root / topic / FITTED
        kept = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        for language, weights in fitted.items():
            if topic in weights:
                start, _ = written(topic, language)
                kept[language] = {name: value for name, value in weights[topic].items() if value != start[name]}
        parts = [
            f"\n[{language}]\n" + "".join(f"{name} = {value}\n" for name, value in kept[language].items())
            for language in ("fr", "en")
            if kept.get(language)
        ]
        if parts:
            path.write_text(HEAD.format(seed=SEED) + "".join(parts), encoding="utf-8")
        else:
            path.unlink(missing_ok=True)


def broken_examples() -> set[tuple[str, str]]:
    """The topics, with their language, whose weights break an example of the library."""
    library = load(Path(clauses.__file__).parent, check=False)
    return {
        (failure.expected.split(": ")[-1].split(".")[0], example.language)
        for example, failures in run_examples(library)
        for failure in failures
    }


def worse_on_wordings(data: Data, fitted: Fitted) -> set[tuple[str, str]]:
    """The topics, with their language, whose weights lose more of our own wordings than LOST allows."""
    right: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for wording, found in data.tried:
        if wording.topic in fitted:
            candidates = [{"topic": wording.topic, "signals": each.signals} for each in found]
            for place, weights in enumerate(({}, fitted)):
                hit = any(_score(each, data.language, weights) >= 0.5 for each in candidates)
                right[wording.topic][place] += hit == wording.wanted
            right[wording.topic][2] += 1
    return {(topic, data.language) for topic, (before, now, of) in right.items() if before - now > LOST * of}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write clauses/<topic>/weights.toml")
    parser.add_argument("--languages", nargs="+", choices=("fr", "en"), default=("fr", "en"))
    parser.add_argument("--topics", nargs="+", metavar="ID", help="write only these")
    arguments = parser.parse_args()
    both = [read(language) for language in arguments.languages]
    for data in both:
        show(data)
    if arguments.write:
        fitted = {data.language: _chosen(fit_all(data), arguments.topics) for data in both}
        write(fitted)
        for number in range(ROUNDS):
            broken = broken_examples() | {
                pair for data in both for pair in worse_on_wordings(data, fitted[data.language])
            }
            if not broken:
                break
            print(
                "nearer to the weights as written, as examples or wordings ask for it: "
                + ", ".join(sorted(map(" ".join, broken)))
            )
            fitted = {
                language: {
                    topic: _nearer(weights, topic, language, number) if (topic, language) in broken else weights
                    for topic, weights in topics.items()
                }
                for language, topics in fitted.items()
            }
            write(fitted)


def _chosen(fitted: Fitted, topics: Sequence[str] | None) -> dict[str, Weights]:
    return {topic: weights for topic, weights in fitted.items() if topics is None or topic in topics}


def _nearer(weights: Weights, topic: str, language: str, number: int) -> Weights:
    """Halfway back to the weights as written; the last time all the way."""
    start, _ = written(topic, language)
    share = 0.5 if number < ROUNDS - 1 else 1.0
    return {name: round(value + share * (start[name] - value), 1) for name, value in weights.items()}


if __name__ == "__main__":
    main()
