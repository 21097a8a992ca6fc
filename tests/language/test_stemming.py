"""Which forms of a word are one word to a rule."""

from __future__ import annotations

import pytest

from analyzer.language.stemming import stem


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", ("limitee", "limiter", "limitera", "limites")),
        ("fr", ("limitation", "limitations")),
        ("fr", ("exclusion", "exclusions")),
        ("fr", ("donnee", "donnees")),
        ("en", ("copy", "copies", "copied")),
        ("en", ("duty", "duties")),
        ("en", ("liability", "liabilities")),
        ("en", ("notify", "notifies", "notified")),
        ("en", ("claim", "claims", "claimed")),
    ],
)
def test_forms_share_a_stem(language: str, forms: tuple[str, ...]) -> None:
    """The forms have one stem, and it begins each of them: the gate looks for it."""
    assert len({stem(form, language) for form in forms}) == 1
    assert all(form.startswith(stem(form, language)) for form in forms)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("fr", "limitation", "limite"),
        ("fr", "responsable", "responsabilite"),
        ("en", "they", "the"),
        ("en", "loss", "los"),
    ],
)
def test_words_that_only_look_alike(language: str, first: str, second: str) -> None:
    """Another word keeps its own stem."""
    assert stem(first, language) != stem(second, language)
