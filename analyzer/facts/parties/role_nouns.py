"""Sides that go by a role noun: « ci-après le Prestataire », "the Customer", a council that is the "Authority"."""

from __future__ import annotations

from analyzer.facts.parties.census import role_of
from analyzer.facts.parties.definitions import Definition
from analyzer.facts.parties.evidence import BUSY, SURE, VERY_BUSY, Evidence
from analyzer.facts.parties.names import short_for
from analyzer.facts.parties.sides import Side, Sides
from analyzer.facts.values import Role

# Definitions


def take_defined_nouns(evidence: Evidence, sides: Sides) -> list[Definition]:
    """The definitions by a role noun; the others are left, in order."""
    return [each for each in evidence.definitions if not _take_definition(evidence, sides, each)]


def _take_definition(evidence: Evidence, sides: Sides, definition: Definition) -> bool:
    """Take a definition one of whose terms is a role noun; its other terms come along only where they are short
    for the name.
    """
    words, terms = evidence.words, frozenset(definition.terms)
    roles = {term: _role(evidence, term) for term in definition.terms}
    role = next((role for role in roles.values() if role is not None), None)
    if role is None:
        return _take_shortened_noun(evidence, sides, definition)
    if definition.name is None and not terms.isdisjoint((*words.weak_provider, *words.weak_customer)):
        return False
    spoken = not terms.isdisjoint((*words.we, *words.you))
    kept = [
        term
        for term, found in roles.items()
        if found == role
        or (found is None and (short_for(term, definition.name) or (spoken and evidence.is_proper(term))))
    ]
    side = sides.of(role)
    side.define(evidence.spelled(kept), definition.name, definition.span)
    side.sure = side.sure or not terms.isdisjoint((*words.provider, *words.customer))
    return True


def _role(evidence: Evidence, term: str) -> Role | None:
    """The side of a role noun; who sells on is on either side, by what it does and whether the other has a name."""
    words = evidence.words
    role = role_of(term, words)
    if not evidence.french and term in words.weak_provider and term in words.weak_customer:
        return "customer" if evidence.conduct(term) < (SURE if _gives_a_name(evidence) else 0) else role
    return role


def _gives_a_name(evidence: Evidence) -> bool:
    """Does a definition give a company a name that is no role noun?"""
    return any(
        each.name and not any(role_of(term, evidence.words) for term in each.terms) for each in evidence.definitions
    )


def _take_shortened_noun(evidence: Evidence, sides: Sides, definition: Definition) -> bool:
    """Take a definition that shortens a role noun, not a name: the contractor (hereinafter "CT")."""
    noun = definition.noun
    if noun is None:
        return False
    role = role_of(noun, evidence.words) or ("customer" if noun in evidence.words.defined_customer else None)
    if role is None or definition.is_short or not evidence.is_proper(*definition.terms):
        return False
    sides.of(role).define(evidence.spelled(definition.terms), None, definition.span)
    return True


# Nouns of the text


def take_nouns(evidence: Evidence, sides: Sides) -> None:
    """The role nouns of the text, then what it calls a side besides, and who sells on for the provider."""
    for side in sides:
        found, capital = _active_nouns(evidence, side)
        for noun in found:
            side.add(noun, evidence.written(noun), capital=capital)
    if evidence.french:
        for side in sides:
            _take_other_nouns(evidence, sides, side)
    if sides.provider.aliases:
        _take_resellers(evidence, sides)


def _active_nouns(evidence: Evidence, side: Side) -> tuple[list[str], bool]:
    """The nouns that name a side, and whether only with a capital. A side that has names already takes only busy ones."""
    census = evidence.census
    found, capital = census.active(evidence.nouns(side.role))
    if not side.aliases:
        return (found, capital) if found else census.active(evidence.weak_nouns(side.role))
    if side.role == "provider":
        found = [noun for noun in found if capital and census.capital[noun] >= BUSY]
    elif not capital:
        found = [noun for noun in found if census.lower[noun] >= VERY_BUSY]
    return found, capital


def _take_other_nouns(evidence: Evidence, sides: Sides, side: Side) -> None:
    """What a text calls a side whose defined names it never writes again: « (le « Prestataire ») … l'Hébergeur »."""
    if not _is_idle(evidence, side):
        return
    strong = [noun for noun in evidence.nouns(side.role) if _goes_on(evidence, side, noun)]
    for noun in strong or [noun for noun in evidence.weak_nouns(side.role) if _goes_on(evidence, side, noun)]:
        small = evidence.census.lower[noun] > 0
        side.add(noun, evidence.written(noun), capital=not small)
        if small:  # now it counts in small letters too, whichever side had it with a capital
            for each in sides:
                each.capital.discard(noun)


def _goes_on(evidence: Evidence, side: Side, noun: str) -> bool:
    census = evidence.census
    return census.lower[noun] + (0 if noun in side.aliases else census.capital[noun]) >= census.enough


def _is_idle(evidence: Evidence, side: Side) -> bool:
    """Is the side named by a definition, and by none of these names after it?"""
    if side.span is None or not side.aliases:
        return False
    rest = evidence.document.text[side.span.end :]
    return not any(written in rest for written in side.aliases.values())


def _take_resellers(evidence: Evidence, sides: Sides) -> None:
    """Who sells on for another is that other's customer: Acme Networks, LLC and each "Reseller"."""
    words = evidence.words
    for noun in words.weak_provider:
        both = noun in words.weak_customer and noun not in sides.provider.aliases
        if both and evidence.census.capital[noun] >= BUSY:
            sides.customer.add(noun, evidence.written(noun), capital=True)


# Nouns of either side


def take_either(evidence: Evidence, sides: Sides) -> None:
    """The side that nothing else names may be "Company", « la Société », or a council that is also the "Authority"."""
    found, capital = evidence.census.active(evidence.words.either)
    if not capital:
        found = [noun for noun in found if evidence.french and evidence.census.lower[noun] >= BUSY]
    for side in sides:
        other = sides.other(side)
        nouns = [noun for noun in found if noun not in other.aliases]
        if not nouns or (side.aliases and not _is_idle(evidence, side)):
            continue
        if _has_noun(evidence, other) or _is_known(evidence, other, nouns[0]):
            for noun in _of_one(evidence, side, nouns):
                side.add(noun, evidence.written(noun), capital=capital)


def _of_one(evidence: Evidence, side: Side, nouns: list[str]) -> list[str]:
    """Of nouns that name either side those that name this one: the first, and with a public customer's all public ones."""
    public = [noun for noun in nouns if noun in evidence.words.public]
    several = not evidence.french and side.role == "customer" and nouns[0] in public
    return public if several else nouns[:1]


def _has_noun(evidence: Evidence, side: Side) -> bool:
    return not side.aliases.keys().isdisjoint((*evidence.words.provider, *evidence.words.customer))


def _is_known(evidence: Evidence, side: Side, noun: str) -> bool:
    """Is the side named otherwise, so that the noun is left for the other one? « la Coopérative » … « la Commune »; in English the
    noun has a definition of its own too.
    """
    if evidence.french:
        return side.span is not None
    return bool(side.aliases) and any(noun in each.terms for each in evidence.definitions)


def take_public_buyer(evidence: Evidence, sides: Sides) -> None:
    """A public buyer goes by many names in one contract: the collectivité, its DSI, the pouvoir adjudicateur."""
    words = evidence.words
    if "titulaire" not in sides.provider.aliases or sides.customer.aliases.keys().isdisjoint(
        (*words.public, *words.either)
    ):
        return
    for noun in words.public:
        if any(f" {article}{noun} " in evidence.text for article in ("le ", "la ", "l'", "du ", "au ")):
            sides.customer.add(noun, evidence.written(noun), capital=False)
