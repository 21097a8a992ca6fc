import pytest

from analyzer.facts.law import law_named
from tests.facts.reader import facts


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Le contrat est soumis au droit français.", "fr", "FR"),
        ("Les CGV sont régies par le **droit belge**.", "fr", "BE"),
        ("Le présent contrat est régi par les lois de la province de Québec.", "fr", "CA-QC"),
        ("Le droit suisse est seul applicable.", "fr", "CH"),
        (
            "régi et interprété conformément au droit du Grand-Duché de Luxembourg, droit luxembourgeois applicable",
            "fr",
            "LU",
        ),
        ("This Agreement is governed by the laws of England and Wales.", "en", "GB-EAW"),
        ("governed by and construed in accordance with the laws of the State of New York", "en", "US-NY"),
        ("This Agreement shall be governed by Scots law.", "en", "GB-SCT"),
        ("shall be governed  by the   laws\nof Ireland", "en", "IE"),
        ("THIS AGREEMENT IS GOVERNED BY CALIFORNIA LAW.", "en", "US-CA"),
        ("La loi applicable est celle de la Belgique.", "fr", "BE"),
        ("En cas de litige, le droit français prévaut.", "fr", "FR"),
        ("Ces règles relèvent du droit français.", "fr", "FR"),
        ("La relation est placée sous l'empire de la loi belge.", "fr", "BE"),
        ("Governing law: Ireland.", "en", "IE"),
        ("Governing Law and Venue. California.", "en", "US-CA"),
        ("Danish law applies to this agreement.", "en", "DK"),
        ("Virginia law controls, and suits shall be filed in Loudoun County.", "en", "US-VA"),
        ("If we end up in court, it will be in Denver under Colorado law.", "en", "US-CO"),
    ],
)
def test_choice(text: str, language: str, code: str) -> None:
    """The chosen law is read as a code, and its span lies on the words that choose it."""
    found = facts(text, language).governing_law

    assert found is not None
    assert code == found.code
    assert found.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tout litige relève du tribunal de commerce de Paris.", "fr"),
        ("Acme est une société de droit français immatriculée à Lyon.", "fr"),
        ("The courts of California have exclusive jurisdiction.", "en"),
        ("The company keeps records as required under Irish law.", "en"),
        (
            "REGISTRATION. You can form a binding contract and are not barred from the service under the laws of the United States.",
            "en",
        ),
        ("Les données de la région sont traitées selon la loi française.", "fr"),
        ("Acme is a corporation organized and existing under the laws of Delaware.", "en"),
    ],
)
def test_no_choice(text: str, language: str) -> None:
    """A court alone, or the law a company is formed under, chooses nothing."""
    assert facts(text, language).governing_law is None


def test_described_law() -> None:
    """A law that is described and not named has no code."""
    found = facts("These terms are governed by the laws of the country in which you reside.", "en").governing_law

    assert found is not None
    assert found.code is None


@pytest.mark.parametrize(
    ("clause", "code"),
    [
        ("La loi du présent contrat est la loi française.", "FR"),
        ("Ces conditions suivent le droit français.", "FR"),
        ("Le présent contrat est régi par les lois de la Principauté de Monaco.", "MC"),
        ("The licence takes its law from the State of Victoria, whose courts alone may hear a dispute.", "AU-VIC"),
        ("Le tribunal de Paris est seul compétent.", None),
    ],
)
def test_the_law_that_a_clause_names(clause: str, code: str | None) -> None:
    """Of a clause that is known to choose a law the place is enough, whatever verb it has; a court's is no law."""
    assert code == law_named(clause)
