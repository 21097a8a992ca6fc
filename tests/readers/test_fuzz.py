"""A bounded, seeded run of what `benchmarks/mutants.py` does ten thousand times, and arbitrary text for the grammars."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.errors import FileProblem
from analyzer.patterns.compiler import compile_pattern
from analyzer.patterns.grammar import PatternError
from analyzer.readers import read
from benchmarks.mutants import mutants
from tests.facts.reader import facts
from tests.patterns.helpers import matched

FORMATS = st.sampled_from(
    (
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"{\\rtf1\\ansi ",
        b"<html><body>",
        b"\xff\xfe",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<?xml version='1.0'?><html>",
    )
)
TOKENS = (
    "<p> </p> <li> </ol> <table> <tr> <td> </table> <del> <h2> &#0; &eacute; <pre> { } \\par  \\cell\\row  \\u8364? \\'e9 \\deleted "
    "\\v  clause | 1.1 \u202e \u200b"
)
MARKUP = st.lists(st.sampled_from([*TOKENS.split(" "), " ", "\n", "<li value='9'>", "<ol start=-3>"]), max_size=60).map(
    "".join
)


def outcome(data, name):
    """The document, or the error of ours that refuses it; any other error is a fault."""
    try:
        return read(data, name=name), None
    except FileProblem as problem:
        return None, problem


@pytest.mark.parametrize(
    ("number", "name", "data"), [pytest.param(*each, id=f"{each[0]}-{each[1]}") for each in mutants(0, 120)]
)
def test_broken_file(number, name, data):
    """A file broken on purpose is read, or refused with a sentence that names it."""
    document, problem = outcome(data, name)

    if document:
        assert all(0 <= block.start <= block.end <= len(document.text) for block in document.blocks)
    else:
        assert name in str(problem)


@given(FORMATS, st.binary(max_size=300))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_bytes(head, tail):
    """Whatever the bytes, a document or one of our own errors."""
    document, problem = outcome(head + tail, "a.bin")

    assert document or problem.hint


@given(st.sampled_from(("<!DOCTYPE html>", "{\\rtf1 ")), MARKUP)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_markup(head, body):
    """Markup in any order gives blocks that lie in the text, in order."""
    document, _ = outcome(f"{head}{body}".encode(), "a.bin")
    places = [(block.start, block.end) for block in document.blocks] if document else []

    assert places == sorted(places)
    assert all(document.text[start:end].strip() for start, end in places)


@given(st.text("1234567890 .,'€$£%()kKmM½²٣一\u00a0\u202f\u200bcentmilledeux eurospouronehundred/-", max_size=80))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_sum(text):
    """Whatever looks like a sum, amounts are finite and their places lie in the text."""
    for language in ("fr", "en"):
        found = facts(text, language)

        assert all(
            each.amount.is_finite() and 0 <= each.span.start < each.span.end <= len(text) for each in found.money
        )


@given(st.text("abé'() |[]{}<>*?+.,:;~^$\\\"&=!#/-_0129ABMONEY\u200b", max_size=60))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_pattern(source):
    """Whatever a rule's author writes, the pattern compiles or its fault is told; what compiles can be matched."""
    try:
        compile_pattern(source, "fr")
    except PatternError as fault:
        told = str(fault)
    else:
        told = matched(source, "Le prestataire est responsable de a, b et ab.") or "no match"

    assert told
