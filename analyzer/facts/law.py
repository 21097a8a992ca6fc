"""The governing law that a contract chooses. A court or an arbitration seat alone is no choice, nor is the law a
company is formed under.
"""

from __future__ import annotations

import re
from functools import cache

from analyzer.facts.anchors import Words
from analyzer.facts.reading import Reading, read_text
from analyzer.facts.values import GoverningLaw
from analyzer.language.folding import fold
from analyzer.language.jurisdictions import PLACES

_REACH = 260
_FEDERATIONS = frozenset(
    {"US", "CA"}
)  # their states have the law of contracts; they are chosen where nothing narrower is
_LAW_BEFORE = re.compile(
    r"\b(?:laws?|droit|lois?|legislation|legal system|statutes|rules|reglementations?)(?: [a-z]+(?: and regulations)?)?"
    r"(?:[ ,(*\"']{0,3}(?:of|in|de|du|des|d'|la|le|les|l'|the|both|state|states|province|commonwealth|republic|principaute|dans|from"
    r"|republique|kingdom|royaume|etat|common|"
    r"internal|substantive|governing|et|lois|reglements|reglementations|and|regulations|federal|materiel|interne"
    r"|positif|en vigueur en|en|applicables?|county|city|"
    r"other than|courts?|decisions|in force|applied|prevailing|choice of law|rules|solely|exclusively"
    r"|usa?)){0,12}[ ,(*\"']{0,3}$"
)
_LAW_AFTER = re.compile(
    r"(?: (?:state|contract|federal|substantive|internal|civil|domestic|commercial))?'?s?[ ](?:law|laws)\b"
    r"|[ :*]{1,4}(?:is|shall be)? ?the (?:applicable|governing) law"
)
_CHOICE = re.compile(
    r"govern|gouvern|constru|\bregi(?!st|on)|soumis|applicable|interpret|appli[qe]|subject to|in accordance with"
    r"|droit du contrat|controlled by|under and by|\bcontrols\b|\bappl(?:y|ies)\b|\bdecides?\b|prevaut|prevalent|fait foi|determine|"
    r"choice of law|enforced|ressort|shall apply|loi choisie|sous l'empire|\bobei"
    r"|\breleve(?:nt|ra|ront)? (?:exclusivement |uniquement )?(?:du|de la)\b"
)
# A place that stands right behind the label: "Governing law: Ireland", « Droit applicable : celui de la Belgique ».
_LABEL = re.compile(
    r"(?:(?:governing|applicable|controlling) law|(?:droit|loi|legislation) applicable)"
    r"(?: (?:and|et) (?:venue|jurisdiction|courts?|juridiction|litiges|tribuna(?:l|ux)))?(?:[ :.|*#\n-]{1,8}| (?:is|est|shall be|sera) )"
    r"(?:(?:that|those|the laws?|celui|celle|droit|loi) (?:of|du|de|d'))?(?: ?(?:the|la|l'))?[ ]?$"
)
# What is done under a law: "made under Irish law", "in court under Colorado law".
_UNDER = re.compile(
    r"\b(?:made|concluded|handled|settled|heard|disputes?|court|contract|agreement)\b(?:(?!\bnot\b)[^.;]){0,60}\bunder (?:the )?$"
)
_FORMED = re.compile(
    r"\b(?:organi[sz]ed|existing|incorporated|formed|established|registered|constituee?|creee?|societe|company"
    r"|corporation|partnership|entity|duly|regie par)"
    r"[a-z ,]{0,40}$"
)
_PLAIN = re.compile(r"govern|gouvern|\bregi(?!st|on)|constru|soumis|interpret")
_HEADING = re.compile(
    r"(?:governing|applicable|controlling) law|droit applicable|loi applicable|choice of law|law and jurisdiction"
)
_DESCRIBED = re.compile(
    r"(?:laws?|droit|lois?|legislation)[a-z ,]{0,40} (?:of|du|de la|de l')[a-z ]{0,5} ?(?:your|the|country|state"
    r"|pays|juridiction|jurisdiction|votre|etat)[a-z ,']{0,40}"
    r"(?:resid|where|which|dans lequel|dans laquelle|identified|specified|billing|indique|ci-dessous"
    r"|of the country)[a-z]*"
)
_ENDS = re.compile(r"[.;] |\.$| \| |[.;]\W{0,3}(?=\d{1,2}\.)")


@cache
def _places() -> Words:
    return Words(PLACES)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a stretch, as far as it matters here."""
    left, begin = text[max(0, start - _REACH) : start], max(0, start - _REACH)
    ends = list(_ENDS.finditer(left))
    after = _ENDS.search(text, end, end + _REACH)
    return begin + ends[-1].end() if ends else begin, after.start() if after else min(len(text), end + _REACH)


def _choice(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """(rank, start, end) of the words that choose the law of the place named at start..end; None where they do not."""
    label = _LABEL.search(text, max(0, start - 90), start)
    if label:
        return 0, label.start(), end
    behind = _LAW_BEFORE.search(text, max(0, start - 120), start)
    ahead = _LAW_AFTER.match(text, end)
    if behind is None and ahead is None:
        return None
    first = behind.start() if behind else start
    last = ahead.end() if ahead else end
    begin, stop = _clause(text, first, last)
    formed = _FORMED.search(text[begin:first])
    if formed and not re.search(r"govern|constru|interpret|\bregi(?!st|on)", formed.group()):
        return None
    choosing = (*_CHOICE.finditer(text[begin:first]), *_UNDER.finditer(text[begin:first]))
    before = sorted(match.start() + begin for match in choosing)
    after = [match.end() + last for match in _CHOICE.finditer(text[last : min(stop, last + 120)])]
    if not before and not after:
        return None
    heading = _HEADING.search(text, max(0, begin - 80), first)
    near = text[max(begin, first - 90) : first] + "|" + text[last : min(stop, last + 90)]
    strong = bool(heading) or bool(_PLAIN.search(near))
    return (0 if strong else 1), (before[-1] if before else first), (last if before else after[0])


def read_law(reading: Reading) -> GoverningLaw | None:
    """The law that the document chooses; the first plain choice where there are several."""
    text = reading.text
    finder = _places()
    best: tuple[int, tuple[int, int, int], str] | None = None
    for index, start, end in finder.find(text):
        choice = _choice(text, start, end)
        if choice is None:
            continue
        code = PLACES[finder.phrases[index]]
        rank = choice[0] + 2 * (code in _FEDERATIONS)
        if best is None or rank < best[0]:
            best = rank, choice, code
            if rank == 0:
                break
    described = _described(text, len(text) if best is None else best[1][1])
    if best is not None and (described is None or best[0] == 0):
        return GoverningLaw(reading.original(best[1][1], best[1][2]), best[2])
    return None if described is None else GoverningLaw(reading.original(*described), None)


def law_named(clause: str) -> str | None:
    """The code of the law that a clause names, where it is known to be a choice of law: no word of choosing is asked for."""
    text = read_text(fold(clause)).text
    named = [
        PLACES[_places().phrases[index]]
        for index, start, end in _places().find(text)
        if _LAW_BEFORE.search(text, max(0, start - 120), start) or _LAW_AFTER.match(text, end)
    ]
    return next((code for code in named if code not in _FEDERATIONS), named[0] if named else None)


def _described(text: str, limit: int) -> tuple[int, int] | None:
    """A law that is described, not named: "the law of the country where you live"."""
    for word in (
        "law of ",
        "laws of ",
        "droit du ",
        "droit de ",
        "loi du ",
        "lois du ",
        "lois de ",
        "legislation du ",
        "lois et ",
    ):
        place = text.find(word, 0, limit)
        while place >= 0:
            found = _DESCRIBED.match(text, place)
            begin, stop = _clause(text, place, place + 20) if found else (0, 0)
            if found and _CHOICE.search(text[begin:stop]):
                return found.span()
            place = text.find(word, place + 1, limit)
    return None
