"""What a side takes, and what becomes of both."""

from __future__ import annotations

from analyzer.document import Span
from analyzer.facts.parties.sides import Side, Sides


def test_a_definition_names_a_side() -> None:
    """Its terms and the full name, with its legal form and without, stand for the side; what is written small does so everywhere."""
    side = Side("customer")
    side.define({"mesa": "Mesa", "buyer": "buyer"}, "Mesa Stores, Inc.", Span(4, 30))

    assert {
        "mesa": "Mesa",
        "buyer": "buyer",
        "mesa stores, inc.": "Mesa Stores, Inc.",
        "mesa stores": "Mesa Stores",
    } == side.aliases
    assert {"mesa", "mesa stores, inc.", "mesa stores"} == side.capital


def test_the_first_name_stays() -> None:
    """A weaker step gives no side another name or another place."""
    side = Side("provider")
    side.call(None, Span(0, 9))
    side.call("Oak Hosting LLC", Span(20, 35))
    side.call("Birch Cloud Inc.", Span(50, 66))

    assert ("Oak Hosting LLC", Span(0, 9)) == (side.name, side.span)
    assert "birch cloud" not in side.aliases


def test_a_letter_names_nobody() -> None:
    """A single letter is no name, except for the pronoun "I"."""
    side = Side("provider")
    side.add("a", "A", capital=True)
    side.add_pronouns(("i", "me"))

    assert ["i", "me"] == list(side.aliases)


def test_a_word_for_both_is_the_providers() -> None:
    """It counts only with a capital where either side has it so."""
    sides = Sides()
    sides.provider.add("partner", "partner", capital=False)
    sides.customer.add("partner", "Partner", capital=True)

    parties = sides.parties()

    assert {"partner": "provider"} == parties.aliases
    assert frozenset({"partner"}) == parties.capital


def test_a_side_that_nothing_names_is_nobody() -> None:
    """No alias and no name: no party."""
    parties = Sides().parties()

    assert (None, None) == (parties.provider, parties.customer)
