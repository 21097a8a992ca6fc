"""What a name does in the text: whether it acts like the provider or like the customer, and which names act at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from analyzer.facts.parties.names import NOT_NAMES
from analyzer.facts.reading import Reading
from analyzer.language.folding import fold_word
from analyzer.language.roles import LANGUAGES

_ACTS = {
    "fr": r"(?:s'engage|fournit|assure|propose|met|pourra|peut|ne|n'|se reserve|garantit|declare|dispose|decline|aura"
    r"|est|sera|s'efforce|conserve|veille|tient|traite|impose|apporte|repond|surveille|sauvegarde|annonce|notifie|informe"
    r"|avertit|previent|s'interdit|s'oblige|realise|effectue|execute|exploite|entretient|heberge|edite|livre|installe"
    r"|intervient|exclut|contracte|souscrit)\b",
    "en": r"(?:shall|will|may|agrees|warrants|reserves|does|is|has|makes|provides|cannot|disclaims|represents)\b",
}
# What a provider says of itself before and after its name, and what is said of a customer.
_GIVES_BEFORE = {
    "fr": r"(?:responsabilite (?:totale |globale |cumulee )?(?:de |d')|services? de |site de "
    r"|(?:fourni|propose|realise|assure|edite|heberge|dispense)e?s? par )$",
    "en": r"(?:liability of|(?:provided|hosted|supplied|performed|furnished|delivered|operated) by"
    r"|(?:paid|payable|owed) to|in no event (?:shall|will)|pay) $",
}
_GIVES_AFTER = {
    "fr": (
        r" (?:fournit|s'engage a (?:fournir|assurer|mettre)|ne saurait|ne pourra|ne peut etre|assure|propose"
        r"|met a disposition|heberge|se reserve|decline|garantit|surveille|sauvegarde|entretient|depanne|exploite|edite"
        r"|veille a|s'interdit|impose|repond|annonce au|notifie au|informe le|avertit le|previent le|execute|realise"
        r"|effectue|intervient|installe|contracte une obligation|n'assume|n'encourt|exclut"
        r"|traite (?:des|les|ces) donnees|n'est pas responsable)"
    ),
    "en": (
        r"(?:'s?)? (?:total |entire |maximum |aggregate |sole |cumulative )*(?:liability|services?|servers?"
        r"|network|software|website|obligation to provide)"
        r"| (?:shall|will|agrees to|may) (?:provide|use|host|perform|make|maintain|furnish|deliver|supply|support"
        r"|charge|invoice|suspend|not be liable)"
        r"| (?:provides|performs|warrants|reserves|disclaims|makes no|does not warrant)"
    ),
}
_TAKES_BEFORE = {
    "fr": r"(?:(?:paye|verse|regle)e?s? par |donnees de |factur[a-z]{1,6} a )$",
    "en": r"(?:(?:paid|payable) by|(?:provided?|supply|licensed?|grants?|invoice|delivere?d?) to|provide) $",
}
_TAKES_AFTER = {
    "fr": r" (?:paie|paiera|payera|s'engage a payer|reglera|verse)",
    "en": r" (?:shall|will|agrees to|must) (?:pay|reimburse|remit|purchase)"
    r"|'s (?:data|content|use|employees|customers|payment|premises)",
}
# The words that what stands before a name ends in, but for « d' »: a name without one is looked at no further.
_LEADS = frozenset("by to of will shall pay provide provided grant grants invoice par de a".split())
_GIVES = {
    language: (re.compile(_GIVES_BEFORE[language]), re.compile(_GIVES_AFTER[language])) for language in _GIVES_BEFORE
}
_TAKES = {
    language: (re.compile(_TAKES_BEFORE[language]), re.compile(_TAKES_AFTER[language])) for language in _TAKES_BEFORE
}
# « en France. Lexora assure … »: a full stop ends a sentence, where English names hold their "Inc.".
_NAME_WORD = {"fr": r"[A-ZÀ-Ý](?:[\w&+-]|\.(?=\w)){1,30}", "en": r"[A-ZÀ-Ý][\w&.+-]{1,30}"}
_NAME_ACTS = {
    language: re.compile(
        rf"({_NAME_WORD[language]}(?: {_NAME_WORD[language]}){{0,2}}) (?={pattern})".replace("'", "['’]")
    )
    for language, pattern in _ACTS.items()  # the text as written: apostrophes of both kinds
}
_FEWEST_ACTS = 3
_OCCURRENCES = 400


def conduct(text: str, name: str, language: str) -> int:
    """How much a name behaves like the provider (above zero) or like the customer (below) in a folded text."""
    (gives_before, gives_after), (takes_before, takes_after) = _GIVES[language], _TAKES[language]
    balance, place = 0, text.find(name)
    for _ in range(_OCCURRENCES):
        if place < 0:
            break
        end = place + len(name)
        before = text[max(0, place - 50) : place]
        words = before.rsplit(" ", 2)
        led = before.endswith("d'") or (len(words) > 1 and words[-2] in _LEADS)
        balance += bool(gives_after.match(text, end) or (led and gives_before.search(before)))
        balance -= bool(takes_after.match(text, end) or (led and takes_before.search(before)))
        place = text.find(name, end)
    return balance


# What a person does and no service: « le Cabinet peut », « le Cabinet s'engage ».
_PERSON_ACTS = re.compile(
    r"\b(?:le |la |l')([a-z]+) (?:peut|doit|devra|s'engage|s'oblige|reconnait|declare|accepte|garantit|indemnise|veille"
    r"|s'interdit|s'abstient|controle|verifie|choisit|autorise|notifie|informe|confie|(?:est|reste|demeure) (?:seul"
    r"|responsable|tenue?|libre)|renonce|dispose|conserve|met|fournit|designe)\b"
)


def acts(text: str, terms: Sequence[str]) -> int:
    """How often a folded French text has one of the terms do what a person does."""
    return sum(match.group(1) in terms for match in _PERSON_ACTS.finditer(text))


def frequent_names(text: str, reading: Reading, language: str) -> list[str]:
    """Capitalised names that act in the text, the busiest first; at most two."""
    nouns = LANGUAGES[language].no_names()
    counts: Counter[str] = Counter()
    for match in _NAME_ACTS[language].finditer(text):
        start = match.start() - (text[match.start() - 1 : match.start()].isalnum())  # "iPass", "2Fifteen"
        counts[text[start : match.end(1)]] += 1
    if not counts:
        return []
    most = counts.most_common(1)[0][1]
    named = [
        name
        for name, count in counts.most_common(6)
        if count >= _FEWEST_ACTS and 3 * count >= most and not _common(fold_word(name).split(), nouns)
    ]
    return [name for name in named if reading.text.count(f" {fold_word(name)} ") <= 2 * _inside(text, name)][:2]


def _common(words: list[str], nouns: frozenset[str]) -> bool:
    """Whether a name is no name: a word of contracts, alone, after an article, or with others of its kind."""
    return words[0] in NOT_NAMES or all(word in nouns for word in words)


def _inside(text: str, name: str) -> int:
    """How often a name stands inside a sentence, after a lower-case letter, a comma or an apostrophe."""
    inside, place = 0, text.find(name)
    while place >= 0:
        before = text[max(0, place - 2) : place].strip()[-1:]
        inside += before.islower() or before in ",'’("
        place = text.find(name, place + len(name))
    return inside
