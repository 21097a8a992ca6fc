"""Why a pattern matched, and where it stopped."""

from __future__ import annotations

from analyzer.document import Span
from analyzer.language.folding import fold
from analyzer.patterns.compiler import compile_pattern
from analyzer.patterns.explain import Explanation, explain
from analyzer.patterns.matching import Lexicon, Passage, Tokens

PATTERN = "responsabilité ... (limitée|plafonnée) à [la somme de] mille"


def _told(sentence: str) -> tuple[Explanation, list[str | None]]:
    text = fold(sentence).text
    passage = Passage(Tokens(text, Lexicon("fr")), [Span(0, len(text))], {})
    told = explain(compile_pattern(PATTERN, "fr"), passage)
    return told, [passage.text(step.words) if step.words else None for step in told.steps]


def test_match_is_told_step_by_step() -> None:
    """Each part of the pattern stands beside the words that answered it."""
    told, words = _told("La responsabilité du prestataire est limitée à mille euros")

    assert told.matched
    assert ["responsabilite", "limitee", "a", None, "mille"] == [None if word == "" else word for word in words]


def test_miss_names_the_part_that_found_nothing() -> None:
    """The first part without an answer is where the pattern stopped."""
    told, words = _told("La responsabilité du prestataire est plafonnée par la loi")

    assert not told.matched
    assert "a" == told.steps[-1].pattern
    assert ["responsabilite", "plafonnee", None] == words


def test_pattern_is_shown_as_it_may_be_written() -> None:
    """What is shown compiles into the same pattern."""
    pattern = compile_pattern(PATTERN + ' ...3 sauvegard* "SLA" <MONEY>', "fr")

    assert str(pattern.part) == str(compile_pattern(str(pattern.part), "fr").part)
