from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.reader import facts

FRENCH = [
    ("1 234,56 €", "1234.56", "EUR"),
    ("1\u202f234,56\u00a0€", "1234.56", "EUR"),
    ("1.234,56 €", "1234.56", "EUR"),
    ("1,234.56 €", "1234.56", "EUR"),
    ("10.000 euros", "10000", "EUR"),
    ("0,150 €", "0.150", "EUR"),
    ("1,5 M€", "1500000", "EUR"),
    ("15 k€", "15000", "EUR"),
    ("1,5 million d’euros", "1500000", "EUR"),
    ("40 EUR", "40", "EUR"),
    ("600€", "600", "EUR"),
    ("100.000,- €", "100000", "EUR"),
    ("1'000 CHF", "1000", "CHF"),
    ("100,00 $ US", "100.00", "USD"),
    ("500 dollars canadiens", "500", "CAD"),
    ("six cents euros (600 €)", "600", "EUR"),
    ("600 € (six cents euros)", "600", "EUR"),
    ("six cents (600) euros", "600", "EUR"),
    ("**six cents** euros (**600 €**)", "600", "EUR"),
    ("mille deux cent cinquante euros et cinquante centimes", "1250.5", "EUR"),
    ("quatre-vingt-dix-sept euros", "97", "EUR"),
    ("nonante-cinq euros", "95", "EUR"),
    ("deux cent mille euros", "200000", "EUR"),
    ("200 000 DH", "200000", "MAD"),
    ("5 000 000 F CFA", "5000000", "XOF"),
]
ENGLISH = [
    ("1,234.56 EUR", "1234.56", "EUR"),
    ("EUR 1.5 million", "1500000", "EUR"),
    ("EUR 1.000,50", "1000.50", "EUR"),
    ("£4,500", "4500", "GBP"),
    ("US$ 2m", "2000000", "USD"),
    ("$25K", "25000", "USD"),
    ("$2.5 billion", "2500000000", "USD"),
    ("€ 500", "500", "EUR"),
    ("INR 1,00,000", "100000", "INR"),
    ("CHF 1'000.50", "1000.50", "CHF"),
    ("one hundred dollars ($100.00)", "100", "USD"),
    ("ONE HUNDRED DOLLARS (US $100)", "100", "USD"),
    ("USD one hundred thousand", "100000", "USD"),
    ("USD 100,000 (one hundred thousand)", "100000", "USD"),
    ("one hundred and 50/100 dollars", "100.50", "USD"),
    ("ONE MILLION FIVE HUNDRED THOUSAND DOLLARS", "1500000", "USD"),
    ("a hundred dollars", "100", "USD"),
]


@pytest.mark.parametrize(("written", "amount", "currency"), FRENCH)
def test_french_notation(written: str, amount: str, currency: str) -> None:
    """A sum is read in each French notation, and its span is exactly the words that state it."""
    text = f"La somme de {written.strip('*')} est due."

    (found,) = facts(text).money

    assert Decimal(amount) == found.amount
    assert currency == found.currency
    assert written.strip("*") == text[found.span.start : found.span.end]
    assert not found.conflict


@pytest.mark.parametrize(("written", "amount", "currency"), ENGLISH)
def test_english_notation(written: str, amount: str, currency: str) -> None:
    """A sum is read in each English notation, and its span is exactly the words that state it."""
    text = f"The sum of {written} is due."

    (found,) = facts(text, "en").money

    assert Decimal(amount) == found.amount
    assert currency == found.currency
    assert written == text[found.span.start : found.span.end].removeprefix("of ")


def test_words_beat_digits() -> None:
    """Where words and digits disagree, the words are the amount and the conflict is said."""
    (found,) = facts("limitée à cinq cents euros (600 €)").money

    assert Decimal(500) == found.amount
    assert found.conflict


def test_two_sums_in_digits_stay_two() -> None:
    """A net sum and its gross sum in parentheses are two sums."""
    found = facts("un prix de 500 € HT (600 € TTC)").money

    assert [(Decimal(500), "excluded"), (Decimal(600), "included")] == [(money.amount, money.vat) for money in found]


@pytest.mark.parametrize(
    ("text", "language", "vat"),
    [
        ("600€HT", "fr", "excluded"),
        ("600 € hors taxes", "fr", "excluded"),
        ("600 € par mois HT", "fr", "excluded"),
        ("six cents euros (600 €) HT", "fr", "excluded"),
        ("un prix HT de 600 €", "fr", "excluded"),
        ("600 euros TTC", "fr", "included"),
        ("600 €", "fr", "unknown"),
        ("$500 plus VAT", "en", "excluded"),
        ("£500 (excluding VAT)", "en", "excluded"),
        ("£500 inclusive of VAT", "en", "included"),
    ],
)
def test_vat(text: str, language: str, vat: str) -> None:
    """Whether tax is in the sum is read from the words beside it, else unknown."""
    assert [vat] == [money.vat for money in facts(text, language).money]


@pytest.mark.parametrize(
    "text",
    [
        "le fournisseur 5 valeurs",
        "un montant de [À COMPLÉTER] euros",
        "à hauteur de ____ €",
        "6.2 Ils sont remis au client.",
        "Les mots de passe sont gardés par 3 personnes ; au nombre de 4 ils changent.",
        "l'article 3 euros-compatible ?"[:12],
    ],
)
def test_no_sum(text: str) -> None:
    """Without a number beside a currency there is no sum."""
    assert facts(text).money == ()


def test_dollars_of_the_document() -> None:
    """A bare $ is the dollar that the document names, the US one where it names none."""
    assert [money.currency for money in facts("100 $ et 200 dollars canadiens").money] == ["CAD", "CAD"]
    assert [money.currency for money in facts("$100", "en").money] == ["USD"]


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [
        ("Les prix sont exprimés en francs CFA (XAF), hors taxes.", "fr", "XAF"),
        ("Les clients gardent leurs mots de passe ; ils en répondent, car ils les choisissent.", "fr", None),
        ("CE QU'ILS DOIVENT SAVOIR ET CE QU'ILS PEUVENT DEMANDER", "fr", None),
        ("Tous les montants sont libellés en ILS.", "fr", "ILS"),
        ("Users who go mad at ron are asked to wait.", "en", None),
        ("All fees are stated in PLN.", "en", "PLN"),
    ],
)
def test_a_currency_named_without_a_sum(text: str, language: str, currency: str | None) -> None:
    """A code counts in capitals alone: « ils » is a pronoun."""
    assert currency == facts(text, language).currency


@given(
    st.integers(1, 999_999_999),
    st.integers(0, 99),
    st.sampled_from([" ", "\u202f", "\u00a0", "."]),
    st.text("abc ", max_size=8),
)
@settings(max_examples=120, deadline=None)
def test_french_digits_read_back(euros: int, cents: int, mark: str, before: str) -> None:
    """Any amount written with any French separator is read back, at its exact place."""
    written = f"{euros:,}".replace(",", mark) + f",{cents:02d} €"
    text = f"{before}; {written} fin"

    (found,) = facts(text).money

    assert Decimal(f"{euros}.{cents:02d}") == found.amount
    assert written == text[found.span.start : found.span.end]


@given(st.integers(1, 999_999_999), st.integers(0, 99), st.sampled_from(["$", "£", "EUR ", "US$"]))
@settings(max_examples=120, deadline=None)
def test_english_digits_read_back(whole: int, cents: int, sign: str) -> None:
    """Any amount written the English way is read back, at its exact place."""
    written = f"{sign}{whole:,}.{cents:02d}"
    text = f"a sum, {written} and no more"

    (found,) = facts(text, "en").money

    assert Decimal(f"{whole}.{cents:02d}") == found.amount
    assert written == text[found.span.start : found.span.end]


@given(st.text("1 .,'€$é\u0301(dixcent euros)", max_size=60), st.sampled_from(["fr", "en"]))
@settings(max_examples=200, deadline=None)
def test_spans_are_whole_and_in_order(text: str, language: str) -> None:
    """Whatever the text, spans are not empty, lie inside it, and do not overlap."""
    found = facts(text, language).money

    assert all(0 <= money.span.start < money.span.end <= len(text) for money in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
