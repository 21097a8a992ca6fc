"""Matching a pattern in a sentence, for tests."""

from __future__ import annotations

from analyzer.document import Span
from analyzer.language.folding import fold
from analyzer.patterns.compiler import compile_pattern
from analyzer.patterns.gate import Gate
from analyzer.patterns.matching import Lexicon, Passage, Tokens, find


def matched(pattern: str, sentence: str, language: str = "fr", **facts: str) -> str | None:
    """The words that the pattern matched, folded; None where it did not. `facts` name the words that are a fact: MONEY="500 €"."""
    text = fold(sentence).text
    named = {name: [_span(text, words)] for name, words in facts.items()}
    passage = Passage(Tokens(text, Lexicon(language)), [Span(0, len(text))], named)
    match = find(compile_pattern(pattern, language), passage)
    return None if match is None else passage.text(match.range)


def opened(pattern: str, sentence: str, language: str = "fr") -> bool:
    """Does the gate let the pattern be tried in the sentence?"""
    text, lexicon = fold(sentence).text, Lexicon(language)
    gate = Gate([("rule", [compile_pattern(pattern, language)])])
    return gate.rules([Passage(Tokens(text, lexicon), [Span(0, len(text))], {})], lexicon) == [["rule"]]


def _span(text: str, words: str) -> Span:
    start = text.index(fold(words).text)
    return Span(start, start + len(words))
