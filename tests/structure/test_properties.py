"""What holds of every text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.structure import Structure
from analyzer.structure.noise import is_noise
from tests.structure.helpers import document, structure

_PARTS = [
    "Le Client", "paie", "le prix", "8.2", "Article 5", "(a)", "- ", "art", ". ", ".", " : ", ";\n", ",\n", "\n",
    "\n\n", "LIMITES ", "« X » désigne ", "(the \"Provider\")", "1.000,00 €", "# ", "| ", " | ", "...", "! ",
    "? ", "\u00a0", "\u202f", "é", "²",
]  # fmt: skip
texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(_PARTS), max_size=60).map("".join))
languages = st.sampled_from(["fr", "en"])


@settings(max_examples=200, deadline=None)
@given(texts, languages)
def test_sentences_are_trimmed_ordered_and_disjoint(text, language):
    """Sentences follow one another inside the text, without white space at their ends."""
    last = 0
    for sentence in structure(text, language).sentences:
        assert last <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        last = sentence.end


@settings(max_examples=200, deadline=None)
@given(texts, languages)
def test_every_letter_is_in_a_sentence(text, language):
    """No letter or digit outside noise is lost."""
    found = structure(text, language)
    for block in document(text).blocks:
        if not is_noise(text, block.start, block.end):
            for place in range(block.start, block.end):
                assert not text[place].isalnum() or found.sentence_at(place) is not None


@settings(max_examples=200, deadline=None)
@given(texts, languages)
def test_sections_nest(text, language):
    """A section lies inside its parent, begins after the one before and ends inside the text."""
    sections = structure(text, language).sections
    for section in sections:
        assert section.start < section.end <= len(text)
        assert section.start <= section.heading.start <= section.heading.end <= len(text)
        if section.parent is not None:
            outer = sections[section.parent]
            assert outer.start < section.start
            assert section.end <= outer.end
    assert sorted(sections, key=lambda section: section.start) == list(sections)


@pytest.mark.parametrize(
    "piece",
    [
        "word ",
        "a. ",
        ". ",
        "( ",
        "1.1.1. ",
        "Article 5 ",
        "CAPITALS ",
        '" ',
        '"x" means ',
        ": ",
        "; ",
        "(a) ",
        ". . ",
        "- ",
        "X",
        "*",
        "\n",
        "1. Foo\n",
        "CAPITALS " * 8 + "\n",
    ],
)
def test_hostile_text_ends(piece):
    """A megabyte of one pattern on one line is read in time that grows with its length."""
    text = piece * (1_000_000 // len(piece))

    assert isinstance(structure(text), Structure)
