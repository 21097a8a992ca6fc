"""What a contract states: sums, lengths of time, shares, fees, parties, law, dates, term, yearly value."""

from __future__ import annotations

from analyzer.document import Document
from analyzer.facts.anchors import find_anchors
from analyzer.facts.clashes import read_clashes
from analyzer.facts.dates import read_signature
from analyzer.facts.durations import read_durations
from analyzer.facts.fees import read_fees
from analyzer.facts.law import read_law
from analyzer.facts.money import read_currency, read_money
from analyzer.facts.numerals import Numerals
from analyzer.facts.parties import read_parties
from analyzer.facts.parties.mentions import read_mentions
from analyzer.facts.percents import read_percents
from analyzer.facts.reading import read_text
from analyzer.facts.term import read_term
from analyzer.facts.value import read_annual_value, read_prices
from analyzer.facts.values import AnnualValue, Facts
from analyzer.language.folding import Folded

__all__ = ["read_facts"]


def read_facts(document: Document, folded: Folded, language: str, annual_value: AnnualValue | None = None) -> Facts:
    """All facts of a document. `annual_value` comes from an option and replaces what the contract says."""
    reading = read_text(folded)
    anchors, numerals = find_anchors(reading.text), Numerals(reading.text, language)
    money = read_money(reading, anchors, numerals, language)
    durations = read_durations(reading, anchors, numerals)
    parties = read_parties(document, reading, language)
    signature = read_signature(reading, language)
    percents = read_percents(reading, anchors, numerals)
    term = read_term(reading, durations)
    prices = read_prices(document.text, money, durations, term)
    return Facts(
        money=money,
        durations=durations,
        percents=percents,
        fees=read_fees(reading, language),
        mentions=read_mentions(document, reading, parties, language),
        provider=parties.provider,
        customer=parties.customer,
        governing_law=read_law(reading),
        signed_on=signature[0] if signature else None,
        signed_span=signature[1] if signature else None,
        term=term,
        annual_value=annual_value or read_annual_value(prices),
        clashes=read_clashes(document.text, money, durations, percents, prices),
        currency=read_currency(reading, anchors),
    )
