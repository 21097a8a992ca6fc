"""How a contract spells the nouns that stand for its parties: « Client » where it is so defined, « titulaire » under « TITULAIRE »."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from analyzer.facts.values import Party
from analyzer.language.folding import fold_word
from analyzer.language.roles import LANGUAGES

# What stands before a noun in running text; in capitals (« OBLIGATIONS DU TITULAIRE ») it is a heading's.
_BEFORE = {
    "fr": r"(?:\b(?:[Ll]es?|[Ll]a|[Dd]es|[Dd]u|[Aa]ux?|[Uu]ne?|[Cc]haque|[Tt]out)[ \u00a0]|\b[Ll]['’])",
    "en": r"\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Ss]uch)[ \u00a0]",
}
_ENOUGH = 3  # sentences that tell how a noun is spelled
_DEFINED = r"[«\"“][ \u00a0\u202f]?\**(?:[Ll][ea][ \u00a0]|[Ll]['’]|[Tt]he[ \u00a0])?({noun})\**[ \u00a0\u202f]?[»\"”]"


def as_written(party: Party | None, text: str, language: str) -> Party | None:
    """The party with its role nouns spelled as the text's sentences spell them, whatever the heading in which each was first met."""
    if party is None:
        return None
    words = LANGUAGES[language]
    nouns = {*words.provider, *words.customer, *words.weak_provider, *words.weak_customer, *words.either}
    spelled = tuple(_spelled(each, text, language) if fold_word(each) in nouns else each for each in party.aliases)
    names = tuple(each for each in party.aliases if fold_word(each) not in nouns and _is_a_name(each, text, language))
    return replace(party, aliases=spelled, names=names)


def _is_a_name(word: str, text: str, language: str) -> bool:
    """Do sentences use the word without an article? A pronoun, which never has one, does no harm here."""
    with_article = len(re.findall(rf"{_BEFORE[language]}{re.escape(word)}\b", text))
    everywhere = len(re.findall(rf"\b{re.escape(word)}\b", text))
    return everywhere >= _ENOUGH and 2 * with_article < everywhere


def _spelled(noun: str, text: str, language: str) -> str:
    """The spelling that a definition gives, else the one that sentences have most often; as it is where neither tells."""
    either_case = f"(?i:{re.escape(noun)})"
    running = Counter(re.findall(rf"{_BEFORE[language]}({either_case})\b", text))
    named = re.findall(_DEFINED.format(noun=either_case), text)
    defined = [each for each in named if each[0].isupper() and (not each.isupper() or not running)]
    if defined:
        return str(defined[0])
    usual = max(running, key=lambda each: (running[each], each[0].isupper()), default=noun)
    return usual if running[usual] >= _ENOUGH else noun
