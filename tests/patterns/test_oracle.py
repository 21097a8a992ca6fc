"""Our reading of words against an independent one: spaCy's Matcher over the same words, for every run of the library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from random import Random

import pytest
from spacy.attrs import NORM
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from analyzer.document import Span
from analyzer.language.stemming import stem
from analyzer.library import standard
from analyzer.patterns.compiler import token_pattern
from analyzer.patterns.matching import Lexicon, Passage, Tokens
from analyzer.patterns.parts import Either, Optional, Part, Run, Series

SENTENCES = 60


def _runs(part: Part) -> Iterator[Run]:
    match part:
        case Run():
            yield part
        case Series(items) | Either(items):
            for item in items:
                yield from _runs(item)
        case Optional(item):
            yield from _runs(item)


def _library_runs(language: str) -> list[Run]:
    patterns = [
        pattern
        for topic in standard().topics.values()
        for signal in topic.signals[language]
        for pattern in signal.patterns
    ]
    return list({id(run): run for pattern in patterns for run in _runs(pattern.part)}.values())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_run_is_found_where_spacy_finds_it(language: str) -> None:
    """Sentences made of the library's own words: each run begins at the places at which spaCy's Matcher says it does."""
    random, runs = Random(20261123), _library_runs(language)
    vocabulary = Vocab(lex_attr_getters={NORM: partial(stem, language=language)})
    matcher = Matcher(vocabulary)
    for number, run in enumerate(runs):
        matcher.add(str(number), [token_pattern(run)])
    for _ in range(SENTENCES):
        words = [word for run in random.sample(runs, 12) for _, word in run.keys]
        text = " ".join(words)
        passage = Passage(Tokens(text, Lexicon(language)), [Span(0, len(text))], {})
        expected = {(vocabulary.strings[key], start) for key, start, _ in matcher(Doc(vocabulary, words=passage.words))}
        found = {(str(number), place) for number, run in enumerate(runs) for place in _places(passage.starts_of(run))}

        assert expected == found


def _places(mask: int) -> Iterator[int]:
    while mask:
        yield (mask & -mask).bit_length() - 1
        mask &= mask - 1
