import pytest

from tests.facts.reader import facts


@pytest.mark.parametrize(
    ("text", "language", "iso", "words"),
    [
        ("pendant 12 mois", "fr", "P12M", "12 mois"),
        ("pendant douze (12) mois", "fr", "P12M", "douze (12) mois"),
        ("AU COURS DES SIX DERNIERS MOIS", "fr", "P6M", "SIX DERNIERS MOIS"),
        ("trois ans", "fr", "P3Y", "trois ans"),
        ("durée d'un an", "fr", "P1Y", "un an"),
        ("une année", "fr", "P1Y", "une année"),
        ("sous 48 heures", "fr", "PT48H", "48 heures"),
        ("rétabli en 4h", "fr", "PT4H", "4h"),
        ("quinze jours", "fr", "P15D", "quinze jours"),
        ("sous huitaine", "fr", "P8D", "huitaine"),
        ("un trimestre", "fr", "P3M", "un trimestre"),
        ("twelve (12) month period", "en", "P12M", "twelve (12) month"),
        ("a 12-month period", "en", "P12M", "12-month"),
        ("three (3) prior  months", "en", "P3M", "three (3) prior  months"),
        ("within a year", "en", "P1Y", "a year"),
        ("ninety-six hours", "en", "PT96H", "ninety-six hours"),
    ],
)
def test_length(text: str, language: str, iso: str, words: str) -> None:
    """A length of time is read from digits, words or both, with the words between number and unit."""
    (found,) = facts(text, language).durations

    assert iso == found.iso
    assert words == text[found.span.start : found.span.end]
    assert not found.business


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("72 heures ouvrées", "fr"),
        ("5 jours ouvrables", "fr"),
        ("sixty (60) business days", "en"),
        ("8 working hours", "en"),
    ],
)
def test_working_time(text: str, language: str) -> None:
    """Working days and hours are said to be so, and the word belongs to the span."""
    (found,) = facts(text, language).durations

    assert found.business
    assert text == text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("24 heures sur 24 et 7 jours sur 7", "fr"),
        ("support 24h/24, 7j/7", "fr"),
        ("de 9h à 18h", "fr"),
        ("600 € par an", "fr"),
        ("support 24x7", "en"),
        ("24 hours a day, 7 days a week", "en"),
        ("annual fee", "en"),
        ("18 years of age", "en"),
    ],
)
def test_no_length(text: str, language: str) -> None:
    """Availability, the clock, ages and rates are no lengths of time."""
    assert facts(text, language).durations == ()
