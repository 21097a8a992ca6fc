"""What may be written in a pattern, and how faults are told."""

from __future__ import annotations

import copy

import pytest

from analyzer.patterns.compiler import compile_pattern
from analyzer.patterns.grammar import Choice, Fact, Gap, Maybe, PatternError, Sequence, Word, parse
from analyzer.patterns.parts import Series

FAULTS = [
    ("(limitée", 0, "never closed"),
    ("limitée)", 7, "no opening"),
    ("... limitée", 0, "gap"),
    ("limitée ...", 0, "gap"),
    ("[limitée]", 0, "at least one word"),
    ("<MONNEY>", 1, "unknown fact"),
    ('""', 0, "nothing between"),
    ("()", 1, "missing"),
    ("a|b", 1, "unexpected"),
    ("", 0, "missing"),
    ("a ^ b", 2, "unexpected character"),
]


def test_tree_of_a_pattern() -> None:
    """Brackets, gaps, facts, stars and quotes become one tree."""
    expected = Sequence(
        (
            Word("responsabilite"),
            Gap(6),
            Choice((Word("limitee"), Sequence((Word("ne"), Word("exced", "prefix"))))),
            Maybe(Word("totale", "exact")),
            Fact("MONEY"),
        )
    )

    assert expected == parse('Responsabilité ...6 (limitée|ne excéd*) ["totale"] <money>')


@pytest.mark.parametrize(("pattern", "column", "message"), FAULTS)
def test_fault_is_told_with_its_column(pattern: str, column: int, message: str) -> None:
    """A pattern that cannot be read says where and what."""
    with pytest.raises(PatternError, match=message) as told:
        parse(pattern)

    assert column == told.value.column


def test_nesting_is_limited() -> None:
    """A thousand brackets are a sentence to the author, not a crash."""
    with pytest.raises(PatternError, match="nested"):
        parse("(" * 1000 + "a" + ")" * 1000)


PHRASES = {
    "no_liability": "(décline|rejette) ...2 responsabilité",
    "who": "<PROVIDER>",
    "loop": "a @loop",
    "bad": "(limitée",
}


def test_phrase_stands_as_if_written_out() -> None:
    """What several topics say is written once and called by name."""
    written_out = compile_pattern("<PROVIDER> ((décline|rejette) ...2 responsabilité)", "fr")

    assert str(written_out.part) == str(compile_pattern("@who @no_liability", "fr", PHRASES).part)


def test_calls_of_a_phrase_are_one_part() -> None:
    """However often a phrase is called, it is compiled once."""
    first, second = (compile_pattern(f"{word} @no_liability", "fr", PHRASES).part for word in ("nous", "vous"))

    assert isinstance(first, Series)
    assert isinstance(second, Series)
    assert first.items[-1] is second.items[-1]


@pytest.mark.parametrize(
    ("pattern", "column", "message"),
    [("a @no_liabilty", 3, "unknown phrase"), ("@loop", 0, "unknown phrase @loop"), ("@bad", 0, "in the phrase @bad")],
)
def test_fault_in_a_phrase_is_told_at_its_call(pattern: str, column: int, message: str) -> None:
    """A name that nobody gave, a phrase that holds itself, a phrase that cannot be read."""
    with pytest.raises(PatternError, match=message) as told:
        parse(pattern, PHRASES)

    assert column == told.value.column


def test_a_pattern_error_goes_between_processes() -> None:
    """A worker that finds a fault in a pattern can tell its parent where it is."""
    told = copy.copy(PatternError("unexpected", 3, "x", ("a", "b")))

    assert ("unexpected", 3, "x", ("a", "b")) == (told.message, told.column, told.wrong, told.choices)
