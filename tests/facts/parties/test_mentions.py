"""The places where a party is named."""

from __future__ import annotations

import pytest

from tests.facts.reader import facts, named


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("La responsabilité de chaque partie est limitée.", "fr", ["chaque partie"]),
        (
            "Les Parties conviennent ; l'une ou l'autre des parties peut.",
            "fr",
            ["Les Parties", "l'une ou l'autre des parties"],
        ),
        ("Each party shall insure; neither party is liable.", "en", ["Each party", "neither party"]),
        ("une partie des données", "fr", []),
    ],
)
def test_both(text: str, language: str, words: list[str]) -> None:
    """Words for either side are mentions of both; a part of something is not."""
    assert words == named(text, facts(text, language), "both")


def test_other_providers() -> None:
    """Somebody else's provider is not the provider."""
    text = (
        "The Provider shall host. The Provider is not liable for an Internet Service Provider or third party Provider. "
        "The Provider may bill."
    )

    assert len(named(text, facts(text, "en"), "provider")) == 3
