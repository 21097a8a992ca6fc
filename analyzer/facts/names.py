"""Names of companies: as written in full beside a definition, and as short names that act in the text ("Slack shall provide")."""

from __future__ import annotations

import re
from collections import Counter

from analyzer.document import Span
from analyzer.language.folding import Folded, fold_word
from analyzer.language.roles import LANGUAGES

_FORM = (
    r"(?:SASU?|SARL|S\.A\.R\.L\.?|S\.A\.S\.?(?:U\.?)?|EURL|SA|S\.A\.|SCOP|SNC|Inc\.?|INC\.?|LLC|L\.L\.C\.|Ltd\.?|LTD\.?|Limited|LIMITED|GmbH|AG|Corp\.?|CORP\.?"
    r"|Corporation|CORPORATION|B\.V\.|BV|N\.V\.|PLC|plc|LLP|L\.P\.|Pty Ltd|OÜ|AB|AS|Oy|SRL|S\.r\.l\.|SpA|SPRL|Sàrl|Co\.|Company)"
)
_WORD = r"(?:[A-ZÀ-Ý0-9][\w&.'’+@-]{0,40}|de|du|des|et|and|of|&|-)"
_NAMED = re.compile(rf"\b((?:[A-ZÀ-Ý][\w&.'’+@-]{{0,40}})(?: {_WORD}){{0,5}},? {_FORM})(?![\w])")
_FORM_FIRST = re.compile(
    rf"\b((?:SASU?|SARL|EURL|SA|SCOP) [A-ZÀ-Ý][\w&.'’+-]{{0,40}}(?: [A-ZÀ-Ý][\w&.'’+-]{{0,40}}){{0,3}})"
)
_SOCIETE = re.compile(
    r"\b(?:[Ss]ociété|SOCIÉTÉ|SOCIETE|[Ee]ntreprise|[Aa]ssociation) \W{0,3}([A-ZÀ-Ý][\w&.'’+-]{0,40}(?: [A-ZÀ-Ý][\w&.'’+-]{0,40}){0,3})"
)
_NOT_NAMES = frozenset(
    {"the", "this", "la", "le", "les", "ce", "cette", "between", "entre", "and", "et", "by", "agreement", "contract"}
)


def company_name(text: str, where: Span) -> str | None:
    """The first full company name in a stretch of the original text, None where there is none."""
    stretch = " ".join(text[where.start : where.end].split())
    for pattern in (_NAMED, _FORM_FIRST, _SOCIETE):
        found = list(pattern.finditer(stretch))
        if found:
            return _trimmed(found[-1].group(1))
    return None


def _trimmed(name: str) -> str:
    words = name.split()
    while len(words) > 1 and fold_word(words[0]) in _NOT_NAMES:
        words.pop(0)
    return " ".join(words)


_ACTS = {
    "fr": r"(?:s'engage|fournit|assure|propose|met|pourra|peut|ne|n'|se reserve|garantit|declare|dispose|decline|aura|est|sera|s'efforce|conserve)\b",
    "en": r"(?:shall|will|may|agrees|warrants|reserves|does|is|has|makes|provides|cannot|disclaims|represents)\b",
}
_GIVES = {
    "fr": (
        r"responsabilite (?:totale |globale |cumulee )?(?:de|d')[ ]?{n}\b|{n} (?:fournit|s'engage a (?:fournir|assurer|mettre)|ne saurait|ne pourra|assure|propose|"
        r"met a disposition|heberge|se reserve|decline|garantit)|(?:fournis?|fournie?s?|proposee?s?|edite|realisee?s?|assuree?s?) par {n}\b|services de {n}\b"
    ),
    "en": (
        r"{n}'s? (?:total |entire |maximum |aggregate |sole |cumulative |liability)|liability of {n}\b|{n} (?:shall|will|agrees to|may) (?:provide|use|host|perform|make|"
        r"maintain|furnish|deliver|supply|support|charge|invoice|suspend|not be liable)|(?:provided|hosted|supplied|performed|furnished|delivered) by {n}\b|{n} (?:provides|warrants|"
        r"reserves|disclaims|makes no|does not warrant)|(?:paid|payable|owed) to {n}\b|in no event (?:shall|will) {n}\b|{n}'s (?:services?|servers?|network|software|website|site)"
    ),
}
_TAKES = {
    "fr": r"{n} (?:paie|paiera|payera|s'engage a payer|reglera|verse)|(?:payee?s?|versee?s?|reglee?s?) par {n}\b|donnees de {n}\b|factur\w{{1,6}} a {n}\b",
    "en": (
        r"{n} (?:shall|will|agrees to|must) (?:pay|reimburse|remit|purchase)|(?:paid|payable|owed) by {n}\b|{n}'s (?:data|content|use|employees|customers|payment|premises)|"
        r"(?:provide|provided|supply|license|licensed|grants?|invoice|deliver|delivered) (?:to )?{n}\b|provide {n}\b"
    ),
}
_NAME_ACTS = {
    language: re.compile(rf"([A-ZÀ-Ý][\w&.+-]{{1,30}}(?: [A-ZÀ-Ý][\w&.+-]{{1,30}}){{0,2}}) (?={pattern})")
    for language, pattern in _ACTS.items()
}
_FEWEST_ACTS = 3
_OCCURRENCES = 400


def conduct(text: str, name: str, language: str) -> int:
    """How much a name behaves like the provider (above zero) or like the customer (below) in a folded text."""
    gives = re.compile(_GIVES[language].replace("{n}", re.escape(name)).replace("{{", "{").replace("}}", "}"))
    takes = re.compile(_TAKES[language].replace("{n}", re.escape(name)).replace("{{", "{").replace("}}", "}"))
    balance, place = 0, text.find(name)
    for _ in range(_OCCURRENCES):
        if place < 0:
            break
        around = text[max(0, place - 40) : place + len(name) + 40]
        balance += bool(gives.search(around)) - bool(takes.search(around))
        place = text.find(name, place + len(name))
    return balance


def frequent_names(text: str, folded: Folded, language: str) -> list[str]:
    """Capitalised names that act in the text, the busiest first; at most two."""
    words = LANGUAGES[language]
    nouns = {*words.provider, *words.customer, *words.weak_provider, *words.weak_customer, *words.either}
    counts: Counter[str] = Counter()
    for match in _NAME_ACTS[language].finditer(text):
        counts[match.group(1)] += 1
    named = [
        (name, count)
        for name, count in counts.most_common(12)
        if count >= _FEWEST_ACTS
        and fold_word(name) not in nouns
        and folded.text.count(" " + fold_word(name) + " ") <= 2 * _capital(text, name)
    ]
    return [name for name, count in named if 3 * count >= named[0][1]][:2]


def _capital(text: str, name: str) -> int:
    """How often a name is preceded by a lower-case word or a comma: not the first word of a sentence."""
    return len(re.findall(rf"[a-zà-ÿ,'’(] ?{re.escape(name)}\b", text))
