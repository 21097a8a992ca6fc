"""How the weights of its signals make a candidate's score, and what those for near misses may do to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analyzer.detect import logistic, score

_NAMES = st.sampled_from(["cap", "ceiling", "hint", "word"])
_NEAR = frozenset({"hint", "word"})
_WEIGHTS = st.dictionaries(_NAMES, st.floats(0.1, 8), min_size=1)


def test_the_score_is_the_logistic_of_the_sum():
    """Without signals for near misses the score is the logistic of all weights less the threshold."""
    assert logistic(1.5) == score({"cap": 2.5, "ceiling": 1.0}, _NEAR, 2.0)


@given(_WEIGHTS)
def test_signals_for_near_misses_decide_nothing(weights):
    """A candidate is found exactly where its other signals reach the threshold by themselves."""
    others = sum(weight for name, weight in weights.items() if name not in _NEAR)

    assert (others >= 2.0) == (score(weights, _NEAR, 2.0) >= 0.5)


def test_signals_for_near_misses_rank():
    """Below the threshold a candidate with one more of them stands higher."""
    one, two = score({"hint": 1.0}, _NEAR, 2.0), score({"hint": 1.0, "word": 1.0}, _NEAR, 2.0)

    assert one < two < 0.5
