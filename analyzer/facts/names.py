"""Names of companies: as written in full beside a definition, and as short names that act in the text ("Slack shall
provide").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from analyzer.document import Span
from analyzer.facts.reading import Reading
from analyzer.language.folding import fold_word
from analyzer.language.jurisdictions import PLACES
from analyzer.language.roles import COMMON, LANGUAGES

_FORM = (
    r"(?:SASU?|SARL|S\.A\.R\.L\.?|S\.A\.S\.?(?:U\.?)?|EURL|SA|S\.A\.|SCOP|SNC|Inc\.?|INC\.?|LLC|L\.L\.C\.|Ltd\.?"
    r"|LTD\.?|Limited|LIMITED|GmbH|AG|Corp\.?|CORP\.?"
    r"|Corporation|CORPORATION|B\.V\.|BV|N\.V\.|PLC|plc|LLP|L\.P\.|Pty Ltd|OÜ|AB|AS|Oy|SRL|S\.r\.l\.|SpA|SPRL"
    r"|Sàrl|Co\.|Company)"
)
PIECE = r"[a-z]?[A-ZÀ-Ý][\w&'’+@-]{0,40}(?:\.\w{1,20}){0,3}"
_WORD = rf"(?:{PIECE}|[0-9]{{1,4}}|de|du|des|et|and|of|&|-|(?:Pvt|Pty|St|Co)\.)"
_NAMED = re.compile(
    rf"\b((?:(?:(?<=and )|(?<=between )|(?<=by ))[0-9]{{1,4}} )?(?:{PIECE})(?: {_WORD}){{0,5}},? {_FORM})(?![\w])"
)
_FORM_FIRST = re.compile(
    rf"\b((?:SASU?|SARL|EURL|SA|SCOP) {PIECE}(?: (?:(?:de la|du|des|de|&) |(?:de )?[ld]['’])?{PIECE}){{0,3}})"
)
_FORM_LAST = re.compile(rf",? {_FORM}$")
_SOCIETE = re.compile(
    r"\b(?:[Ss]ociété|SOCIÉTÉ|SOCIETE|[Ee]ntreprise"
    r"|[Aa]ssociation) \W{0,3}([A-ZÀ-Ý][\w&.'’+-]{0,40}(?: [A-ZÀ-Ý][\w&.'’+-]{0,40}){0,3})"
)
_NOT_NAMES = frozenset(
    {"the", "this", "la", "le", "les", "ce", "cette", "and", "et", "by", "agreement", "contract", "a", "an"}
)
_BEFORE_NAMES = re.compile(r"^.*\b(?:between|entre|by|terms with|agreement with|[0-9]{3,} and)\s+", re.IGNORECASE)
_PEOPLES = frozenset({"indian", "estonian", "us", "uk", "private", "public", "holding", "parent"})
_NO_COMPANY = re.compile(r"(?:corporation|company|limited liability company|limited)\.?", re.IGNORECASE)
# What a template leaves to be filled in is nobody's name; four signs keep the words on both sides apart.
_TO_FILL_IN = re.compile(r"\[[^\]]{0,120}\]|\{\{?[^}]{0,120}\}\}?|<<?[^>]{0,60}>>?|_{3,}|[.…]{3,}")
_EMPTY = " #### "
_COUNTRY = re.compile(rf" \([A-Z][A-Za-z]{{1,12}}\)(?= {_FORM})")  # "Acme (UK) Ltd" is Acme Ltd
# A French party that has no legal form in its name: it stands first, and what it is follows; or the definition does.
_FIRST_FR = (
    r"(?:^|\b(?:entre|et|par|part|Entre|ENTRE|Et|ET)\b|:|[Ss]oussignée?s?|SOUSSIGNÉE?S?)[ ,:*_«\"-]*"
    r"(?:(?:la|le|les|La|Le|Les|M\.|Mme|Monsieur|Madame) |l['’]|L['’])?[*_«\"]*"
    rf"({PIECE}(?: (?:{PIECE}|de|du|des|d['’]{PIECE}|&)){{0,5}})[*_»\"]*"
)
_DESCRIBED_FR = re.compile(
    _FIRST_FR
    + r",? [\[(]?(?:####,? ,? ?)?(?:(?:SASU?|SARL|EURL|SA|SCOP|SNC|EI)\b|[Ss]ociété|[Ee]ntrepr|[Mm]icro|[Aa]ssociation"
    r"|[Cc]oopérative"
    r"|auto-?entrepreneu|artisan|consultant|développeu|freelance|indépendant|au capital|dont le siège|ayant son|sis[e ]"
    r"|immatriculé|inscrit|enregistré|représenté|domicilié|demeurant|SIREN|SIRET|RCS|établissement|collectivité)"
)
_AT_END_FR = re.compile(_FIRST_FR + r"[ ,(]*$")
# A party that a definition describes: the company named before it is another.
_DESCRIBED_EN = re.compile(
    r"\b(?:the|each|any|a|you,? the|such) (?:person|entity|party|individual|customer|client|business|organi[sz]ation|undersigned|user)\b",
    re.IGNORECASE,
)
# The capitalised words before a definition: the name of a body that has no legal form, where the term is short for it.
_BODIES = frozenset(
    "union bank authority university council district hospital college county city trust association society foundation"
    " institute board department ministry agency school church commission partners systems technologies solutions".split()
)
_CAPITALS = re.compile(r"[A-Z][\w&'’.-]{0,30}(?: (?:(?:of|and|the|for|&) ){0,2}[A-Z][\w&'’.-]{0,30}){1,7}[*_]{0,3},?$")


_PARAGRAPH = re.compile(r"\n[ \t]*\n")  # no name goes on behind it


def company_name(text: str, where: Span, language: str) -> str | None:
    """The last full company name in a stretch of the original text, None where there is none."""
    stretch = _COUNTRY.sub("", _TO_FILL_IN.sub(_EMPTY, text[where.start : where.end]))
    apart, joined = " ".join(_PARAGRAPH.sub(" ; ", stretch).split()), " ".join(stretch.split())
    # A heading is no part of the name under it; only a legal form may stand in a paragraph of its own.
    return _name_in(apart, language) or (_name_in(joined, language) if apart != joined else None)


def _name_in(stretch: str, language: str) -> str | None:
    for pattern in (_NAMED, _FORM_FIRST, _SOCIETE):
        found = [name for match in pattern.finditer(stretch) if (name := _trimmed(match.group(1)))]
        if found:
            return found[-1]
    for pattern in (_DESCRIBED_FR, _AT_END_FR) if language == "fr" else ():
        for match in pattern.finditer(stretch):
            name = _trimmed(match.group(1))
            if name and not COMMON.issuperset(fold_word(name).split()):
                return name
    return None


def name_before(text: str, stretch: Span, terms: Sequence[str], language: str) -> str | None:
    """The full name of the party whose terms are defined at the end of a stretch of the document."""
    name = company_name(text, stretch, language)
    if language == "fr":
        return name
    before = " ".join(text[stretch.start : stretch.end].split())
    if name is not None and _DESCRIBED_EN.search(before, before.rfind(name) + len(name)):
        name = None
    if name is None and (capitals := _CAPITALS.search(before.rstrip(" (*_\"“'‘"))):
        long = capitals.group().strip("*_, ")
        body = not _BODIES.isdisjoint(fold_word(long).split())
        name = long if body and any(short_for(term, long) for term in terms) else None
    return name


def short_for(term: str, name: str | None) -> bool:
    """Whether a term is short for a full name: a part of it, or its initials."""
    folded = fold_word(name or "")
    initials = "".join(word[0] for word in folded.replace("&", " ").split())
    capitals = "".join(letter for letter in name or "" if letter.isupper()).lower()  # "CardinalPoint" is C and P
    bare = term.replace("&", "")
    return bool(folded) and (term in folded or bare in initials or (len(bare) > 1 and bare in capitals))


def companies(text: str) -> list[str]:
    """The full company names with a legal form in a text, in order, each once."""
    found = (_trimmed(match.group(1)) for pattern in (_NAMED, _FORM_FIRST) for match in pattern.finditer(text))
    return list(dict.fromkeys(name for name in found if name))


_NO_LAST_WORDS = frozenset(
    "de des du la le les et a au aux en of the and for".split()
)  # the name goes on where none was read


def _trimmed(name: str) -> str | None:
    """The name without the words that led to it; None for a description ("a Delaware Limited Liability Company")."""
    words = _BEFORE_NAMES.sub("", name).split()
    while len(words) > 1 and fold_word(words[0]) in _NOT_NAMES:
        words.pop(0)
    while len(words) > 1 and fold_word(words[-1]) in _NO_LAST_WORDS:
        words.pop()
    rest = fold_word(_NO_COMPANY.sub("", " ".join(words))).replace("limited liability", "").strip(" ,.")
    return None if not rest or rest in PLACES or rest in _PEOPLES else " ".join(words)


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
_LEADS = [
    [word]
    for word in (
        "by",
        "to",
        "of",
        "will",
        "shall",
        "pay",
        "provide",
        "provided",
        "grant",
        "grants",
        "invoice",
        "par",
        "de",
        "a",
    )
]
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
        led = before.rsplit(" ", 2)[-2:-1] in _LEADS or before.endswith("d'")
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
    return words[0] in _NOT_NAMES or all(word in nouns for word in words)


def short_name(name: str) -> str:
    """A company's name without its legal form."""
    return _FORM_LAST.sub("", name).strip(" ,") or name


def _inside(text: str, name: str) -> int:
    """How often a name stands inside a sentence, after a lower-case letter, a comma or an apostrophe."""
    inside, place = 0, text.find(name)
    while place >= 0:
        before = text[max(0, place - 2) : place].strip()[-1:]
        inside += before.islower() or before in ",'’("
        place = text.find(name, place + len(name))
    return inside
