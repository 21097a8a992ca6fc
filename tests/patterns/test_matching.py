"""What a pattern matches, and what it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.document import Span
from analyzer.patterns.matching import Lexicon, Passage, Tokens
from tests.patterns.helpers import matched, opened

FRENCH = [
    ("limitée", "La responsabilité est LIMITEE.", "limitee"),
    ("limité", "Elle sera limitée à cent euros.", "limitee"),
    ("limité", "Le prestataire limitera son intervention.", "limitera"),
    ("limité", "La limitation est nulle.", None),
    ("responsable", "La responsabilité du client.", None),
    ('"moyens"', "une obligation de moyen", None),
    ('"moyens"', "une obligation de MOYENS", "moyens"),
    ("sauvegard*", "Les sauvegardes sont faites.", "sauvegardes"),
    ("obligation de moyens", "une **obligation** de « moyens »", "obligation de moyens"),
    ("obligation de moyens", "une obligation générale de moyens", None),
    ("obligation [générale] de moyens", "une obligation générale de moyens", "obligation generale de moyens"),
    ("obligation ... moyens", "l'obligation est générale et de moyens", "obligation est generale et de moyens"),
    ("obligation ...1 moyens", "l'obligation est de moyens", None),
    ("(perte|altération) de données", "toute altération de données", "alteration de donnees"),
    ("(ne (peut|saurait) excéder|dans la limite de)", "elle ne saurait excéder", "ne saurait exceder"),
    ("excéder", "n’excédant pas", "excedant"),
]
ENGLISH = [
    ("liability", "LIABILITIES OF THE PARTIES", "liabilities"),
    ("exceed", "in no event exceeding the fees", "exceeding"),
    ("warranty", "no warranties", "warranties"),
    ("business", "loss of business", "business"),
    ("loss", "any losses", "losses"),
    ("provider", "the service provides", None),
    ("indemnif*", "shall indemnify and hold harmless", "indemnify"),
    ("back up", "shall back-up the data", "back up"),
]


@pytest.mark.parametrize(("pattern", "sentence", "expected"), FRENCH)
def test_french_pattern(pattern: str, sentence: str, expected: str | None) -> None:
    """Case, accents, markup and the word's ending do not matter; the words, their order and their distance do."""
    assert expected == matched(pattern, sentence, "fr")


@pytest.mark.parametrize(("pattern", "sentence", "expected"), ENGLISH)
def test_english_pattern(pattern: str, sentence: str, expected: str | None) -> None:
    """English forms share a stem; nouns of persons do not join their verbs."""
    assert expected == matched(pattern, sentence, "en")


def test_fact_stands_for_its_words() -> None:
    """<MONEY> matches the whole sum, wherever the words around it allow."""
    assert "exceder la somme de 500 €" == matched(
        "excéder ... <MONEY>", "ne saurait excéder la somme de 500 €.", MONEY="500 €"
    )


def test_tightest_match_is_quoted() -> None:
    """Of several readings that end at the same word the shortest is shown."""
    assert "responsabilite limitee" == matched(
        "responsabilité ... limitée", "la responsabilité ou la responsabilité limitée"
    )


@pytest.mark.parametrize(("pattern", "sentence", "expected"), FRENCH)
def test_gate_never_loses_a_match(pattern: str, sentence: str, expected: str | None) -> None:
    """Whatever matches passes the gate."""
    assert expected is None or opened(pattern, sentence, "fr")


WORDS = st.lists(
    st.sampled_from("le client prestataire responsabilité limitée limiter données perte ne pas".split()), max_size=30
)


@given(WORDS, WORDS)
def test_gap_equals_a_search_in_both_halves(left: list[str], right: list[str]) -> None:
    """`A ... B` matches exactly where A stands somewhere before B."""
    sentence = " ".join([*left, "virgule", *right])
    words = sentence.split()
    expected = any("perte" in words[:place] for place, word in enumerate(words) if word == "données")

    assert expected == (matched("perte ... données", sentence) is not None)


def test_hostile_sentence_is_read_in_linear_time() -> None:
    """Many gaps over many repeats end at once: each leaf is read once, not once per combination."""
    pattern = " ... ".join(["le (client|prestataire)"] * 12) + " ... absent"

    assert matched(pattern, "le client le prestataire " * 5000) is None


def test_a_span_that_cuts_a_word_holds_a_part_of_it():
    """Words are found for the whole text at once; a passage whose edges lie inside words holds what is between them."""
    tokens = Tokens("la responsabilite du prestataire", Lexicon("fr"))

    assert ["bilite", "du", "presta"] == Passage(tokens, [Span(11, 27)], {}).words
    assert ([11, 18, 21], [17, 20, 27]) == tokens.within(Span(11, 27))[2:]
    assert (["du"], ["du"], [18], [20]) == tokens.within(Span(17, 21))
