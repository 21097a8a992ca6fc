from decimal import Decimal

import pytest

from tests.facts.reader import facts


@pytest.mark.parametrize(
    ("written", "language", "value"),
    [
        ("50 %", "fr", "50"),
        ("50%", "fr", "50"),
        ("99,999 %", "fr", "99.999"),
        ("cinquante pour cent", "fr", "50"),
        ("cinquante pour cent (50 %)", "fr", "50"),
        ("99.95%", "en", "99.95"),
        ("fifty percent (50%)", "en", "50"),
        ("five per cent", "en", "5"),
    ],
)
def test_share(written: str, language: str, value: str) -> None:
    """A share is read from digits, words or both as one, at its exact place."""
    text = f"soit {written}."

    (found,) = facts(text, language).percents

    assert Decimal(value) == found.value
    assert written == text[found.span.start : found.span.end]
