"""What a learnt ranking may do to a candidate's score, and how the explanation tells it."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import LibraryProblem
from analyzer.explain import explain
from analyzer.library import LANGUAGES, load, standard
from analyzer.pipeline import read_clauses
from analyzer.ranking import RANKING, Ranking, ordered, words_of
from analyzer.readers import read
from analyzer.reports.explanation import render
from tests import topics

SIGNALS = """
[[signals.en]]
id = "not-exceed"
pattern = 'liability ... exceed ... <MONEY>'
weight = 4.0
[[signals.en]]
id = "hint"
pattern = 'liability ... modest'
weight = 1.0
"""
LEARNT = """
[en]
base = -1.0
[en.signals]
not-exceed = 0.5
[en.words]
aggregate = 2.0
parking = -2.0
"""
HEAD = 'Services agreement\n\nBetween Arc Ltd (the "Provider") and Bol Ltd (the "Customer").\n\n'
SENTENCES = (
    "The liability of the Provider for parking shall not exceed EUR 10,000.",
    "The aggregate liability of the Provider shall not exceed EUR 20,000.",
    "The aggregate liability of the Provider is modest.",
    "The liability of the Provider is modest.",
)


@pytest.fixture
def house(tmp_path):
    """A library of one topic with a learnt ranking."""
    folder = topics.house(tmp_path, SIGNALS)
    (folder / "liability_cap" / RANKING).write_text(LEARNT, encoding="utf-8")
    return folder


@pytest.fixture
def contract():
    return read((HEAD + "\n\n".join(SENTENCES) + "\n").encode(), name="contract.txt")


@given(st.booleans(), st.floats(0, 1))
def test_the_signals_alone_decide(found, likeness):
    """However like or unlike labelled clauses a candidate is, it stays on its side of 0.5, also as four rounded places show it."""
    assert found == (round(ordered(found, likeness), 4) >= 0.5)


@given(st.booleans(), st.floats(0.001, 0.998))
def test_likeness_orders_each_side(found, likeness):
    """Of two candidates on one side the likelier stands higher."""
    assert ordered(found, likeness) < ordered(found, likeness + 0.001)


def test_what_was_not_learnt_says_nothing():
    """Signals and words without a number leave the base as it is; a word counts once."""
    ranking = Ranking(-1.0, {"cap": 2.0}, {"aggregate": 0.5})

    assert -1.0 == ranking.log_odds({"other"}, {"parking"})
    assert 1.5 == ranking.log_odds({"cap"}, words_of("aggregate and aggregate"))


def test_heaviest_words_first():
    """The words that say most come first, whichever way they speak."""
    ranking = Ranking(0.0, {}, {"notify": -0.9, "liable": 0.4, "loss": 0.1})

    assert [("notify", -0.9), ("liable", 0.4)] == ranking.heaviest({"loss", "liable", "notify", "the"}, 2)


def test_candidates_of_a_contract_are_ordered(house, contract):
    """What is found stays above what is not; on each side the learnt words order."""
    found = sorted(read_clauses(contract, load(house)).clauses, key=lambda clause: -clause.score)

    assert [SENTENCES[place] for place in (1, 0, 2, 3)] == [clause.text for clause in found]
    assert [True, True, False, False] == [clause.found for clause in found]


def test_another_language_is_not_ordered(house):
    """A ranking of one language leaves the scores of the other to its signals."""
    rankings = load(house).topics["liability_cap"].rankings

    assert (None, -1.0) == (rankings["fr"], rankings["en"].base)


def test_a_fault_in_the_file_is_told(house):
    """A number that is none is told with the file and its line."""
    path = house / "liability_cap" / RANKING
    path.write_text(LEARNT.replace("aggregate = 2.0", 'aggregate = "much"'), encoding="utf-8")

    with pytest.raises(LibraryProblem, match=r"ranking\.toml.*aggregate") as raised:
        load(house)
    assert 'aggregate = "much"' in f"{raised.value} {raised.value.hint}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_library_ranks_by_signals_that_exist(language):
    """Every signal in a ranking is one of its topic's: a signal that was renamed asks for the ranking to be learnt again."""
    stale = {
        topic.id: sorted(set(topic.rankings[language].signals) - {signal.id for signal in topic.signals[language]})
        for topic in standard().topics.values()
        if topic.rankings[language]
    }

    assert {topic: [] for topic in stale} == stale


def test_the_library_ranks_by_plain_words():
    """What was learnt from contracts of others holds single words of several companies, no number and no name of a file."""
    for topic in standard().topics.values():
        path = topic.folder / RANKING
        words = tomllib.loads(path.read_text(encoding="utf-8"))["en"]["words"] if path.exists() else {}
        assert all(word.isalpha() and word == word.lower() for word in words)


def test_explanation_tells_the_order(house, contract):
    """Each candidate shows its likeness and the words that weigh most; one part stands for what each adds."""
    page = render(explain(contract, load(house), "liability_cap"), "en")

    assert "Likeness to the clauses that readers labelled: 0.82 (at the start -1, signals +0.5, words +2," in " ".join(
        page.split()
    )
    assert "The words that weigh most: “parking” -2." in page
