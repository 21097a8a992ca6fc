"""What may be written in a pattern, and how faults are told."""

from __future__ import annotations

import pytest

from analyzer.patterns.grammar import Choice, Fact, Gap, Maybe, PatternError, Sequence, Word, parse

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
