"""What a contract states: sums, lengths of time, shares, fees, parties, law, dates, term, yearly value."""

from __future__ import annotations

from analyzer.document import Document
from analyzer.facts.anchors import find_anchors
from analyzer.facts.durations import read_durations
from analyzer.facts.fees import read_fees
from analyzer.facts.mentions import read_mentions
from analyzer.facts.money import read_money
from analyzer.facts.numerals import Numerals
from analyzer.facts.parties import read_parties
from analyzer.facts.percents import read_percents
from analyzer.facts.values import AnnualValue, Facts
from analyzer.language.folding import Folded

__all__ = ["read_facts"]


def read_facts(document: Document, folded: Folded, language: str, annual_value: AnnualValue | None = None) -> Facts:
    """All facts of a document. `annual_value` comes from an option and replaces what the contract says."""
    anchors, numerals = find_anchors(folded.text), Numerals(folded.text, language)
    parties = read_parties(document, folded, language)
    return Facts(
        money=read_money(folded, anchors, numerals, language),
        durations=read_durations(folded, anchors, numerals),
        percents=read_percents(folded, anchors, numerals),
        fees=read_fees(folded, language),
        mentions=read_mentions(document, folded, parties, language),
        provider=parties.provider,
        customer=parties.customer,
        annual_value=annual_value,
    )
