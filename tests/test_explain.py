"""Why a topic was found, and why not: the account agrees with the detector and names what silenced a signal."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.explain import MISSES, Account, explain
from analyzer.library import load, standard
from analyzer.pipeline import read_clauses
from analyzer.readers import read
from analyzer.reports.explanation import render
from tests import topics

SAMPLES = Path(__file__).parents[1] / "samples"
HEAD = "Entre la société Arc (ci-après « le Prestataire ») et la société Bol (ci-après « le Client »), il est convenu ce qui suit.\n\n"
SIGNAL = """
[[signals.fr]]
id = "limited"
pattern = 'responsabilité ... (limitée|plafonnée) ... <MONEY>'
"""


@pytest.fixture
def account(tmp_path):
    """The account of a topic with one signal, of which `more` gives further keys, in one article."""

    def tell(sentence: str, more: str = "") -> Account:
        folder = topics.house(tmp_path, SIGNAL + more)
        text = f"{HEAD}Article 1 - Divers\n\n{sentence}\n"
        return explain(read(text.encode(), name="contrat.txt"), load(folder), "liability_cap")

    return tell


@pytest.mark.parametrize("name", ["contrat-bien-redige.docx", "managed-services-agreement.docx"])
@pytest.mark.parametrize("topic", ["liability_cap", "obligation_of_means", "backup_by_provider", "force_majeure"])
def test_account_agrees_with_the_detector(name, topic):
    """The same places, with the same score and the same signals."""
    document = read(str(SAMPLES / name))
    clauses = [
        clause for clause in read_clauses(document, standard()).clauses if clause.topic == topic and clause.found
    ]
    told = explain(document, standard(), topic).found

    assert [(clause.span, clause.score, set(clause.signals)) for clause in clauses] == [
        (place.span, round(place.score, 4), {voice.signal for voice in place.spoke}) for place in told
    ]


def test_words_that_answered(account):
    """Each step of the pattern stands beside the contract's own words."""
    (place,) = account("La responsabilité du Prestataire est limitée à 10 000 €.").found

    assert ["responsabilité", "limitée", "10 000 €"] == [step.words for step in place.spoke[0].steps]


def test_step_that_found_nothing(account):
    """A near sentence shows how far the pattern got."""
    told = account("La responsabilité du Prestataire est plafonnée par la loi.")
    voice = told.missed[0].silent[0]

    assert () == told.found
    assert ["responsabilité", "plafonnée", None] == [step.words for step in voice.steps]
    assert ("pattern", "<MONEY>") == (voice.silence.reason, voice.silence.detail)


@pytest.mark.parametrize(
    ("reason", "detail", "more"),
    [
        ("about", "customer", 'about = "provider"'),
        ("polarity", "negated", 'polarity = "affirmed"'),
        ("unless", "par sinistre", "unless = ['par sinistre']"),
        ("also", "toutes causes", "also = ['toutes causes']"),
        ("heading", "responsabilité", "heading = 'responsabilité'"),
    ],
)
def test_what_silenced_a_signal(reason, detail, more, account):
    """A signal whose pattern matched and that is silent says by which of its conditions."""
    told = account("La responsabilité du Client n'est jamais limitée à 10 000 € par sinistre.", more)
    silence = told.missed[0].silent[0].silence

    assert (reason, detail) == (silence.reason, silence.detail)


def test_misses_are_few_and_the_nearest_come_first(account):
    """Of many sentences the three that came nearest are told, the nearest first."""
    far = [f"La responsabilité du Client est entière au jour {number}." for number in range(5)]
    told = account("\n\n".join([*far, "La responsabilité du Client est limitée par la loi."]))

    assert MISSES == len(told.missed)
    assert "limitée par la loi" in told.document.slice(told.missed[0].span)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "    Muet\u202f: «\u00a0par sinistre\u00a0» répond à par sinistre (unless)"),
        ("en", "    Silent: “par sinistre” answers par sinistre (unless)"),
    ],
)
def test_page(language, expected, account):
    """The page tells the decision in the reader's language and stays within its width."""
    told = account("La responsabilité du Prestataire est limitée à 10 000 € par sinistre.", "unless = ['par sinistre']")
    page = render(told, language).splitlines()

    assert expected in page
    assert max(map(len, page)) <= 100


def test_page_of_a_found_clause(account):
    """A found clause shows its score and each signal with its weight."""
    page = render(account("La responsabilité du Prestataire est limitée à 10 000 €."), "en")

    assert "Found, score 0.88, section 1 ─" in page
    assert "  limited (4)\n    Pattern: responsabilité ... (limitée | plafonnée) ... <MONEY>\n" in page
    assert "    “10 000 €” answers <MONEY>\n" in page
