"""Negation, restriction and exception: is what these words say affirmed or denied?

One mechanism for every topic. A negator to the left of the words, in the same part of the sentence, denies them; « ne … que » and "not
only" restrict and do not deny; « sans préjudice » and "not limited to" deny nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

NEGATORS = {
    "fr": frozenset(
        "pas aucun aucune aucunement nullement jamais ni sans non point exclut exclure exclus exclue exclues exclusion".split()
    ),
    "en": frozenset(
        "not no never nor neither none without cannot nothing disclaims disclaim disclaimed excludes excluded".split()
    ),
}
# A negator followed by one of these denies nothing.
HARMLESS = {
    "fr": {
        "sans": ("prejudice", "delai", "que", "limitation", "limite", "reserve", "frais", "preavis"),
        "non": (
            "seulement",
            "exhaustive",
            "limitative",
            "conforme",
            "conformite",
            "respect",
            "execution",
            "paiement",
            "professionnel",
            "dirigeant",
            "autorise",
            "autorises",
            "autorisee",
            "autorisees",
            "sollicite",
            "divulgue",
            "divulguee",
        ),
        "pas": ("seulement", "limitee", "limite"),
    },
    "en": {
        "not": ("limited", "only", "less", "later", "merely", "earlier", "more"),
        "without": (
            "limitation",
            "limiting",
            "prejudice",
            "delay",
            "undue",
            "unreasonable",
            "unreasonably",
            "regard",
            "notice",
            "charge",
        ),
        "no": ("later", "less", "more", "event", "circumstances", "case", "longer"),
    },
}
# A word that opens a new part of the sentence: what stands before it does not deny what follows.
BARRIERS = {
    "fr": frozenset("mais toutefois cependant neanmoins sauf excepte hormis lorsque si".split()),
    "en": frozenset("but however except unless provided if".split()),
}
REACH = 9


def negated(words: Sequence[str], start: int, end: int, language: str) -> bool:
    """Are words[start:end] (folded) denied by a negator among them or at most REACH words before them?"""
    first = max(0, start - REACH)
    for index in range(end - 1, first - 1, -1):
        word = words[index]
        if index < start and word in BARRIERS[language]:
            return False
        if word in NEGATORS[language] and not _harmless(words, index, language):
            return True
    return False


def _harmless(words: Sequence[str], index: int, language: str) -> bool:
    following = HARMLESS[language].get(words[index], ())
    return index + 1 < len(words) and words[index + 1] in following
