"""Names of companies, as a contract writes them in full: before a definition, with a legal form, beside a description."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analyzer.document import Span
from analyzer.language.folding import fold_word
from analyzer.language.jurisdictions import PLACES
from analyzer.language.roles import COMMON

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
NOT_NAMES = frozenset(
    {"the", "this", "la", "le", "les", "ce", "cette", "and", "et", "by", "agreement", "contract", "a", "an"}
)
# No name ends in one of these: it goes on where no more was read.
_NO_LAST_WORDS = frozenset("de des du la le les et a au aux en of the and for".split())
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


def _trimmed(name: str) -> str | None:
    """The name without the words that led to it; None for a description ("a Delaware Limited Liability Company")."""
    words = _BEFORE_NAMES.sub("", name).split()
    while len(words) > 1 and fold_word(words[0]) in NOT_NAMES:
        words.pop(0)
    while len(words) > 1 and fold_word(words[-1]) in _NO_LAST_WORDS:
        words.pop()
    rest = fold_word(_NO_COMPANY.sub("", " ".join(words))).replace("limited liability", "").strip(" ,.")
    return None if not rest or rest in PLACES or rest in _PEOPLES else " ".join(words)


def short_name(name: str) -> str:
    """A company's name without its legal form."""
    return _FORM_LAST.sub("", name).strip(" ,") or name
