from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.reports import format as write


@pytest.mark.parametrize(
    ("expected", "amount", "currency", "language"),
    [
        ("39\u202f746,41\u00a0€", "39746.41", "EUR", "fr"),
        ("€39,746.41", "39746.41", "EUR", "en"),
        ("600,00\u00a0€", "600", "EUR", "fr"),
        ("£4,500.00", "4500", "GBP", "en"),
        ("1\u202f234\u202f567,80\u00a0CHF", "1234567.8", "CHF", "fr"),
        ("CHF\u00a01,234,567.80", "1234567.8", "CHF", "en"),
        ("0,01\u00a0€", "0.005", "EUR", "fr"),
    ],
)
def test_money(expected, amount, currency, language):
    """A sum has its language's separators, two decimals and its currency's sign, or its code where it has none."""
    assert expected == write.money(Decimal(amount), currency, language)


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from(["fr", "en"]))
def test_money_keeps_its_digits(amount, language):
    """However it is written, a sum's digits are those of the sum."""
    written = write.money(amount, "EUR", language)

    assert f"{amount:.2f}".replace(".", "") == "".join(filter(str.isdigit, written))


def test_multiple_rounds_halves_up():
    """39 746.41 over 600 is 66.24 times; a half goes up."""
    assert ["66,24", "66.25"] == [
        write.multiple(Decimal("39746.41") / 600, "fr"),
        write.multiple(Decimal("66.245"), "en"),
    ]


def test_plain_drops_needless_zeros():
    """Months and multiples are written without zeros that say nothing."""
    assert ["12", "1,5"] == [write.plain(Decimal("12.00"), "fr"), write.plain(Decimal("1.50"), "fr")]


def test_days():
    """The first of a month is « 1er » in French, and the parts of a date never part."""
    first = date(2017, 3, 1)

    assert ["1er\u00a0mars\u00a02017", "1\u00a0March\u00a02017"] == [write.day(first, "fr"), write.day(first, "en")]


def test_iso_day_leaves_what_is_no_date():
    """The library's date is written out; any other text stays."""
    assert ["21\u00a0November\u00a02026", "none"] == [write.iso_day("2026-11-21", "en"), write.iso_day("none", "en")]


def test_french_spaces():
    """Ordinary spaces become the narrow and the full no-break spaces of French typography; addresses stay."""
    expected = "Prix\u202f: «\u00a010\u202f000\u00a0€\u00a0»\u202f? https://exemple.fr"

    assert expected == write.french_spaces("Prix : « 10 000 € » ? https://exemple.fr")


def test_a_wording_is_set_as_print_is():
    """Curly apostrophes, before a place to fill in too and after a plural, and the spaces of the wording's own language."""
    french = "L'accord d'« Atelier » lie l'{customer} : 10 000 €."

    assert "L’accord d’«\u00a0Atelier\u00a0» lie l’{customer}\u202f: 10\u202f000\u00a0€." == write.typeset(french, "fr")
    assert "{customer}’s and the others’ data: 'own' words" == write.typeset(
        "{customer}'s and the others' data: 'own' words", "en"
    )


def test_a_wording_may_keep_straight_apostrophes():
    """Among the straight apostrophes of a contract new words have the same."""
    assert "l'accord d'un Client" == write.typeset("l’accord d'un Client", "fr", straight=True)


def test_quote_cannot_move_the_cursor():
    """Escape codes, line ends, invisible and right-to-left marks of a contract never reach the terminal."""
    assert "“pay [31mnothing now”" == write.quote("pay \x1b[31mnothing\r\n\u202e  n\u200bow", "en")


def test_quote_shows_no_tags():
    """Tags of a page are left out, what a template leaves to be filled in is kept."""
    source = '<span class="x">Provider</span> will pay <name of the customer>'
    assert "“Provider will pay <name of the customer>”" == write.quote(source, "en")


def test_long_quote_keeps_its_ends():
    """A long quote loses its middle and says so."""
    written = write.quote("début " + "mot " * 500 + "fin", "fr")

    assert ("«\u00a0début", "fin\u00a0»", True, True) == (
        written[:7],
        written[-5:],
        "[…]" in written,
        len(written) < 400,
    )


def test_hostile_text_is_cleaned_in_linear_time():
    """A megabyte of blanks and invisible characters is one short line."""
    assert "a b" == write.clean("a" + " \u200b\n" * 350_000 + "b")
