"""Sides that go by a trade name, told apart by what they do: one provides and its liability is limited, the other pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analyzer.facts.parties.conduct import acts
from analyzer.facts.parties.definitions import Definition
from analyzer.facts.parties.evidence import BUSY, OPENING, SURE, VERY_BUSY, Evidence
from analyzer.facts.parties.names import short_name
from analyzer.facts.parties.sides import Side, Sides
from analyzer.language.folding import fold_word

_PLAINLY = 1.5  # of two English names that both act like a provider one is it that does so half as often again
_FEWEST_ACTS = 3


def _take(evidence: Evidence, side: Side, definition: Definition) -> None:
    side.define(evidence.spelled(definition.terms), definition.name, definition.span)


def _is_spoken_for(evidence: Evidence, side: Side) -> bool:
    """Is a side named by a definition, by a pronoun, or by a role noun of the text?"""
    return bool(side.aliases) or bool(evidence.census.active(evidence.nouns(side.role))[0])


# The name that is left


def take_remaining_name(evidence: Evidence, sides: Sides, open_names: list[Definition]) -> list[Definition]:
    """One side is spoken for and one company is left: it is the other side, unless it plainly acts like the first.

    « Gletscherdata AG (ci-après « GLD ») … le client » ; "Tidewater, L.P. ("TCDC") … the "Licensee"". The definitions that are still open
    then are returned.
    """
    first = _only_one(evidence, sides)
    if first is None:
        return open_names
    sure = first.sure and not evidence.french
    left = [
        each
        for each in open_names
        if evidence.is_proper(*each.terms) and (each.name is not None or _is_busy(evidence, each))
    ]
    if sure:  # the "Effective Date" beside the name of the party that is known is nobody
        left = [each for each in left if fold_word(each.name or "") != fold_word(first.name or "")]
    if not open_names and first is sides.customer:
        left = list(_undefined(evidence))
    if len(left) != 1:
        return open_names
    leaning = evidence.conduct(*left[0].terms)
    if not sure and (leaning if first is sides.provider else -leaning) >= SURE:
        return open_names
    _take(evidence, sides.other(first), left[0])
    return [each for each in open_names if each is not left[0]]


def _only_one(evidence: Evidence, sides: Sides) -> Side | None:
    """The one side that is spoken for; in English also the one that alone is defined by a plain role noun, whatever the text says."""
    provider, customer = sides
    if not evidence.french and provider.sure != customer.sure and not (provider.aliases and customer.aliases):
        return provider if provider.sure else customer
    spoken = [side for side in sides if _is_spoken_for(evidence, side)]
    return spoken[0] if len(spoken) == 1 else None


def _is_busy(evidence: Evidence, definition: Definition) -> bool:
    """A French trade name that no company's name stands before: « entreprise individuelle, ci-après KERVEL »."""
    return evidence.french and any(evidence.text.count(f" {term} ") >= VERY_BUSY for term in definition.terms)


def _undefined(evidence: Evidence) -> Iterator[Definition]:
    """Companies that the opening names in full and the text goes on naming: « lie Vigie Ardente SAS et le Commanditaire »."""
    for name in evidence.opening_companies:
        short = short_name(name)
        if evidence.document.text.count(short) >= BUSY:
            yield Definition((fold_word(short),), name, evidence.first_place(name))


# Names by their conduct


def take_trade_names(evidence: Evidence, sides: Sides, open_names: Sequence[Definition]) -> None:
    """Definitions by a trade name, and names that act like a side where no definition gives one."""
    provider, customer = sides
    _take_leaning(evidence, sides, open_names)
    if not evidence.french and provider.aliases and not customer.aliases:
        _take_described_customer(evidence, sides, open_names)
    if provider.name is None:
        _take_busy_provider(evidence, sides)
    if evidence.french and provider.aliases and not _is_spoken_for(evidence, customer):
        _take_described_customer(evidence, sides, open_names)
    if provider.aliases and not customer.aliases:
        _take_busy_customer(evidence, sides)


def _take_leaning(evidence: Evidence, sides: Sides, open_names: Sequence[Definition]) -> None:
    """Definitions whose names plainly act like one side, and the one that is left over where the other side is known."""
    provider, customer = sides
    left: list[Definition] = []
    for definition, leaning in _leanings(evidence, sides, open_names):
        if abs(leaning) >= (1 if definition.is_short else SURE):
            _take(evidence, provider if leaning > 0 else customer, definition)
        elif definition.is_short:
            left.append(definition)
    if len(left) == 1 and bool(provider.aliases) != bool(customer.aliases):
        _take(evidence, customer if provider.aliases else provider, left[0])


def _leanings(evidence: Evidence, sides: Sides, open_names: Sequence[Definition]) -> Iterator[tuple[Definition, int]]:
    """Definitions by a trade name with their conduct. Of two that both act like a provider the busier is the provider, unless a
    third acts like a customer.
    """
    found = [(each, evidence.conduct(*each.terms)) for each in open_names if evidence.is_proper(*each.terms)]
    rivals = sorted((leaning for each, leaning in found if leaning > 0 and each.is_short), reverse=True)
    unnamed = not sides.known() and all(leaning > -SURE for _, leaning in found)
    apart = unnamed and len(rivals) == 2 and rivals[0] > rivals[1] * (1 if evidence.french else _PLAINLY)
    for each, leaning in found:
        yield each, -leaning if apart and leaning == rivals[1] and each.is_short else leaning


def _take_described_customer(evidence: Evidence, sides: Sides, open_names: Sequence[Definition]) -> None:
    """The party that the opening describes and does not name: 'the dental practice shown overleaf (the "Practice")'."""
    taken = sides.provider.aliases.keys() if evidence.french else ()
    described = [
        replace(each, name=None)
        for each in open_names
        if evidence.is_proper(*each.terms)
        and each.span.start < OPENING
        and (each.name is None or fold_word(short_name(each.name)) in taken)
    ]
    for definition in described:
        leaning = evidence.conduct(*definition.terms)
        if leaning < 0 or (len(described) == 1 and _is_bound(evidence, definition, leaning)):
            _take(evidence, sides.customer, definition)
            return


def _is_bound(evidence: Evidence, definition: Definition, leaning: int) -> bool:
    """Does who is described owe and decide something, as no service and no document does?"""
    if evidence.french:
        return leaning < SURE and acts(evidence.text, definition.terms) >= _FEWEST_ACTS
    duties = sum(evidence.text.count(f" {term} shall ") for term in definition.terms)
    return leaning == 0 and duties >= BUSY


# Names that nothing defines


def _take_busy_provider(evidence: Evidence, sides: Sides) -> None:
    """Names that nothing defines and that act like a provider."""
    provider, taken = sides.provider, sides.known()
    for name in evidence.frequent_names:
        folded = fold_word(name)
        if folded not in taken and evidence.conduct(folded) > bool(provider.aliases):
            provider.add_name(name)
            provider.name = provider.name or name


def _take_busy_customer(evidence: Evidence, sides: Sides) -> None:
    """A name that nothing defines and that is provided for: it pays, and its data is kept."""
    for name in evidence.frequent_names:
        folded = fold_word(name)
        if folded not in sides.provider.aliases and evidence.conduct(folded) <= -SURE:
            sides.customer.add(folded, name, capital=True)
            sides.customer.name = name
            return
