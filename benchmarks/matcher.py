"""Our reading of runs of words against spaCy's Matcher: the same passages, the same rules, the same answers.

Both are asked for the runs of every rule that the gate opens in a sentence. spaCy gets its Docs and Matchers ready-
made; ours gets its passages made, words read. `tests/patterns/test_oracle.py` holds the answers equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.attrs import NORM
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from analyzer.context import Context
from analyzer.detect import detector
from analyzer.document import Document
from analyzer.facts import read_facts
from analyzer.language.detection import detect
from analyzer.language.folding import fold
from analyzer.language.stemming import stem
from analyzer.library import Library
from analyzer.patterns.compiler import Pattern, token_pattern
from analyzer.patterns.matching import Passage
from analyzer.patterns.parts import Either, Optional, Part, Run, Series
from analyzer.structure import build

Pair = tuple[Passage, Pattern]


def runs_of(part: Part) -> Iterator[Run]:
    """The runs of words in a compiled pattern."""
    match part:
        case Run():
            yield part
        case Series(items) | Either(items):
            for item in items:
                yield from runs_of(item)
        case Optional(item):
            yield from runs_of(item)


def opened(documents: list[Document], library: Library) -> list[Pair]:
    """Every pair of a passage and a pattern that the gate lets through."""
    pairs: list[Pair] = []
    for document in documents:
        folded, language = fold(document.text), detect(document.text)
        context = Context(folded, build(document, folded, language), read_facts(document, folded, language))
        finder = detector(library, language)
        for _, signals in finder.opened(context):
            tried = [each for signal in signals for each in signal.readings]
            pairs += [(reading.passage, pattern) for reading, patterns in tried for pattern in patterns]
    return pairs


class Sets:
    """Ours: the places of each run as a set."""

    def __init__(self, pairs: list[Pair]) -> None:
        self.work = [(passage, list(runs_of(pattern.part))) for passage, pattern in pairs]

    def run(self) -> int:
        for passage, _ in self.work:
            passage._runs.clear()  # so that each round looks every run up again
        return sum(passage.starts_of(run).bit_count() for passage, runs in self.work for run in runs)


class Spacy:
    """spaCy's: one Matcher a pattern over the same words."""

    def __init__(self, pairs: list[Pair], language: str) -> None:
        vocabulary = Vocab(lex_attr_getters={NORM: partial(stem, language=language)})
        docs = {id(passage): Doc(vocabulary, words=passage.words) for passage, _ in pairs}
        matchers: dict[int, Matcher] = {}
        for _, pattern in pairs:
            if id(pattern) not in matchers:
                matchers[id(pattern)] = matcher = Matcher(vocabulary)
                for number, run in enumerate(runs_of(pattern.part)):
                    matcher.add(str(number), [token_pattern(run)])
        pairs = [(passage, pattern) for passage, pattern in pairs if len(matchers[id(pattern)])]  # not facts alone
        self.work = [(docs[id(passage)], matchers[id(pattern)]) for passage, pattern in pairs]

    def run(self) -> int:
        return sum(len(matcher(doc)) for doc, matcher in self.work)
