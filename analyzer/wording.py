"""Suggested clauses, filled with this contract's names and figures, in the contract's language.

A wording's text holds {parameters}; PARAMETERS lists all there are. Names come with the French article that they need: {provider}
« le Prestataire », {of_provider} « du Prestataire », {Provider} at the head of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_UP, Decimal
from typing import Any

from num2words import num2words

from analyzer.currencies import worth
from analyzer.facts.values import Facts, Party
from analyzer.language.amounts import money as shown_money
from analyzer.language.folding import fold_word
from analyzer.language.roles import LANGUAGES as ROLES
from analyzer.report import Finding

PLACEHOLDER = re.compile(r"\{(\w+)\}")
_NAMES = ("provider", "of_provider", "to_provider", "Provider", "customer", "of_customer", "to_customer", "Customer")
_SUMS = ("floor", "floor_words", "multiple", "multiple_words", "cap", "cap_words", "annual_value")
PARAMETERS = frozenset((*_NAMES, *_SUMS))

_VOWEL = re.compile(r"[aeiouyhàâéèêëîïôöûü]", re.IGNORECASE)
_FEMININE = frozenset("banque cliente collectivite commune metropole personne plateforme region societe ville".split())
_OWN_NAME = re.compile(r"^[^a-zà-ÿ]+$|^[^a-z]*[a-z].*[A-Z]|\d")  # GLD, XIMAGE, eGain
_ROUND = ("million", "millions", "milliard", "milliards")  # nouns in French: « deux millions d'euros »
_PRONOUNS = frozenset(word for words in ROLES.values() for word in (*words.we, *words.you))


@dataclass(frozen=True, slots=True)
class Figures:
    """The cap that the wording proposes: the greater of `multiple` years of fees and `floor`, `cap` in money."""

    multiple: Decimal
    floor: Decimal
    cap: Decimal
    basis: str  # "floor" | "fees" | "insurance": what decides the cap
    currency: str


def propose_cap(
    facts: Facts, settings: Mapping[str, Any], variant: str, currency: str, insured: Decimal | None
) -> Figures:
    """The suggested cap: the greater of a multiple of the yearly fees and a floor, within the insured sum. Source: settings.toml."""
    chosen, rate = settings[f"cap_{variant}"], worth(settings, currency)
    floor = chosen["floor"] * rate
    annual = facts.annual_value.amount if facts.annual_value else Decimal(0)
    small = bool(annual) and annual < chosen["small_contract"] * rate
    multiple = chosen["multiple_small"] if small else chosen["multiple"]
    fees = (annual * multiple).quantize(Decimal(1), ROUND_UP)
    cap, basis = max((floor, "floor"), (fees, "fees"))
    if insured is not None and insured < cap:
        cap, basis = insured, "insurance"
    return Figures(multiple, min(floor, cap), cap, basis, currency)


def fill(text: str, language: str, facts: Facts, figures: Figures) -> tuple[str, dict[str, str]]:
    """The text with its parameters replaced, and the parameters it used."""
    wanted = PLACEHOLDER.findall(text)
    values = names(facts, language)
    if not values.keys() >= set(wanted):  # most wordings name the parties alone
        values |= _sums(figures, facts, language)
    used = {name: values[name] for name in wanted}
    return PLACEHOLDER.sub(lambda match: values[match[1]], text), used


def with_wording(finding: Finding, wordings: Mapping[str, str | None]) -> Finding:
    """The finding with the text that the user wants for it: in place of the library's, or none at all (None).

    What was said of how the library's text would stand does not speak of another one.
    """
    if finding.suggestion is None or finding.id not in wordings:
        return finding
    text = wordings[finding.id]
    if text is None or not text.strip():
        return replace(finding, suggestion=None)
    if text == finding.suggestion.text:
        return finding
    known = {name: value for name, value in finding.suggestion.parameters.items() if name != "raises_from"}
    return replace(finding, suggestion=replace(finding.suggestion, text=text, standings={}, parameters=known))


def _sums(figures: Figures, facts: Facts, language: str) -> dict[str, str]:
    def words(amount: Decimal) -> str:
        return _in_words(amount, figures.currency, language)

    annual = facts.annual_value
    return {
        "floor": shown_money(figures.floor, figures.currency, language),
        "floor_words": words(figures.floor),
        "cap": shown_money(figures.cap, figures.currency, language),
        "cap_words": words(figures.cap),
        "multiple": format(figures.multiple.normalize(), "f"),
        "multiple_words": _times(figures.multiple, language),
        "annual_value": shown_money(annual.amount, annual.currency, language) if annual else "",
    }


_UNITS = {
    "fr": {
        "EUR": ("euro", "euros"),
        "GBP": ("livre sterling", "livres sterling"),
        "USD": ("dollar américain", "dollars américains"),
        "CHF": ("franc suisse", "francs suisses"),
        "CAD": ("dollar canadien", "dollars canadiens"),
        "DZD": ("dinar algérien", "dinars algériens"),
        "MAD": ("dirham", "dirhams"),
        "TND": ("dinar tunisien", "dinars tunisiens"),
        "XAF": ("franc CFA", "francs CFA"),
        "XOF": ("franc CFA", "francs CFA"),
        "XPF": ("franc Pacifique", "francs Pacifique"),
    },
    "en": {
        "EUR": ("euro", "euros"),
        "GBP": ("pound sterling", "pounds sterling"),
        "USD": ("US dollar", "US dollars"),
        "CHF": ("Swiss franc", "Swiss francs"),
        "CAD": ("Canadian dollar", "Canadian dollars"),
        "AUD": ("Australian dollar", "Australian dollars"),
        "INR": ("Indian rupee", "Indian rupees"),
        "NZD": ("New Zealand dollar", "New Zealand dollars"),
        "SGD": ("Singapore dollar", "Singapore dollars"),
    },
}


def _in_words(amount: Decimal, currency: str, language: str) -> str:
    """A whole sum in words (« un million d'euros », « vingt et une livres sterling »); cents are left to the digits."""
    one, many = _UNITS[language].get(currency, (currency, currency))
    whole = int(amount)
    number = num2words(whole, lang=language)
    unit = one if whole == 1 else many
    if language == "fr":
        if number.endswith(_ROUND):
            return f"{number} d'{unit}" if _VOWEL.match(unit) else f"{number} de {unit}"
        if one.startswith("livre") and number.endswith("un"):
            number += "e"
    return f"{number} {unit}"


def _times(multiple: Decimal, language: str) -> str:
    """A multiple in words, as « fois » and "times" ask for; one that is not whole in figures."""
    if multiple != int(multiple):
        shown = format(multiple.normalize(), "f")
        return shown.replace(".", ",") if language == "fr" else shown
    number = num2words(int(multiple), lang=language)
    return f"{number}e" if language == "fr" and number.endswith("un") else number


def names(facts: Facts, language: str) -> dict[str, str]:
    """What the parties are called in this contract, in the forms that a sentence needs."""
    forms: dict[str, str] = {}
    default = {"fr": ("Prestataire", "Client"), "en": ("Provider", "Customer")}[language]
    for role, party, noun in (("provider", facts.provider, default[0]), ("customer", facts.customer, default[1])):
        name = _called(party, language) or noun
        is_noun = name == noun or _is_noun(party, name, language)
        plain, of, to = _french(name, is_noun) if language == "fr" else _english(name, is_noun)
        forms |= {
            role: plain,
            f"of_{role}": of,
            f"to_{role}": to,
            role.capitalize(): plain if plain == name else plain[0].upper() + plain[1:],
        }
    return forms


def _called(party: Party | None, language: str) -> str:
    """The word that stands for the party in this contract, as written: its first alias with a capital ("eGain"), else its role noun.

    A contract that says "we" and "you" gives none: its pronouns fit no sentence of ours.
    """
    aliases = party.aliases if party else ()
    nouns = [each for each in aliases if fold_word(each) not in _PRONOUNS]
    capital = next((each for each in nouns if any(map(str.isupper, each))), None)
    spoken_to = len(nouns) < len(aliases)
    return capital or next((each for each in nouns if _is_role(each, language) and not spoken_to), "")


def _is_role(name: str, language: str) -> bool:
    words, folded = ROLES[language], fold_word(name)
    nouns = (words.provider, words.customer, words.weak_provider, words.weak_customer, words.either)
    return any(folded in each for each in nouns)


def _is_noun(party: Party | None, name: str, language: str) -> bool:
    """Is the name a role noun (« Prestataire ») rather than the company's own name or its initials?"""
    if _is_role(name, language):
        return True
    return party is not None and name.casefold() not in (party.name or "").casefold() and not _OWN_NAME.search(name)


def _french(name: str, noun: bool) -> tuple[str, str, str]:
    if noun and _VOWEL.match(name):
        return f"l'{name}", f"de l'{name}", f"à l'{name}"
    if noun and fold_word(name).split()[0] in _FEMININE:
        return f"la {name}", f"de la {name}", f"à la {name}"
    if noun:
        return f"le {name}", f"du {name}", f"au {name}"
    return name, f"d'{name}" if _VOWEL.match(name) else f"de {name}", f"à {name}"


def _english(name: str, noun: bool) -> tuple[str, str, str]:
    shown = f"the {name}" if noun else name
    return shown, f"of {shown}", f"to {shown}"
