"""Whom « il », « elle » and "it" stand for: the party that is the subject of the sentence before.

French contracts name a party once and go on with the pronoun: « Le Client désigne un interlocuteur. Il garde secrets ses
codes. » Only what is plain is followed: a pronoun that opens a sentence (or what follows its semicolon), of the subject's
own gender, in the same article, and no impersonal turn (« il est convenu », « il appartient au Client »). « Il lui incombe
de … » names the party by « lui ». An English "it" or "they" is followed where a duty comes after it ("It shall keep its
passwords secret") and the sentence before names one side alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analyzer.document import Span
from analyzer.facts.values import Facts, Role, RoleMention
from analyzer.language.folding import Folded
from analyzer.language.roles import FRENCH, IMPERSONAL_FR, OPENINGS_FR
from analyzer.structure.values import Sentence, Structure

_SIGNS = r"[\W_]{0,40}+"  # nothing that follows begins with one: they are never given back
_LABEL = rf"{_SIGNS}(?:(?:article )?[\divx]{{1,4}}(?:[.-]\d{{1,3}}){{0,3}}[.)°/ -]{{1,3}}|[a-z][.)] )?{_SIGNS}"
_OPENING = rf"(?:(?:{OPENINGS_FR})\b[^.;:]{{0,60}}?,\s{{1,3}})?"
_PRONOUN = re.compile(rf"{_LABEL}{_OPENING}(il|elle)\s")
_WORD = re.compile(r"[^\W\d_]{2}")
_AFTER_SEMICOLON = re.compile(r";\s{1,3}(il|elle)\s")
_IMPERSONAL = re.compile(rf"\s{{0,3}}(?:ne |n'|en |y |lui |s'|se |lui est |lui a )*(?:{IMPERSONAL_FR})\b")
_TO_THE_PARTY = re.compile(
    r"\s{0,3}(lui)\s(?:appartient|appartiendra|incombe|incombera|revient|reviendra|est interdit)\b"
)
# A duty tells a party from a thing: what "shall commence" or "will be available" is a term or a service.
_IT = re.compile(
    rf"{_LABEL}(it|they)\s(?:also |further |hereby |in particular |therefore )?"
    r"(?:shall|must|will|agrees?|undertakes?|(?:is|are) (?:obliged|responsible))\b"
    r"(?!,?\s(?:not |also )?(?:be|expire|end|terminate|commence|begin|start|continue|apply|survive|remain|constitute|come|take|include"
    r"|consist|run|renew|have|mean|become|automatically)\b)"
)
_HEAD = 12  # letters before a party's name that opens its sentence: "4.2 The "
_SPEAKERS = frozenset((*FRENCH.we, *FRENCH.you))  # « nous » and « vous » are never « il »
_ARTICLE = re.compile(r"(?:^|[\s\W])(le |la |l')[\"*_ ]{0,4}$")
# Words after which a party is no subject: « par le Client », « du Client »; or that of a part of the sentence only.
_THE = r"[\s\"*_]{0,4}(?:le |la |l'|les |ledit |ladite |ce |cette )?[\"*_ ]{0,4}$"
_COMPLEMENT = re.compile(
    rf"\b(?:de|du|des|d'|a|au|aux|par|pour|avec|contre|envers|chez|sur|sans|entre|vers|selon|auquel|duquel|vis-a-vis|et|ou|comme){_THE}"
)
_SUBORDINATE = re.compile(rf"\b(?:que|qu'|dont|si|lorsque|lorsqu'|quand|puisque|puisqu'){_THE}")


@dataclass(frozen=True, slots=True)
class _Subject:
    """The party a pronoun would stand for, and its grammatical gender where its article tells it."""

    role: Role
    feminine: bool | None

    def fits(self, pronoun: str) -> bool:
        return self.feminine is None or self.feminine == (pronoun == "elle")


def with_pronouns(facts: Facts, folded: Folded, structure: Structure) -> Facts:
    """The facts with a mention more for each pronoun that stands for a party."""
    if not facts.mentions:
        return facts
    walk = _Walk(facts, folded, structure)
    found = tuple(walk.mentions() if structure.language == "fr" else walk.duties())
    if not found:
        return facts
    together = sorted((*facts.mentions, *found), key=lambda mention: mention.span.start)
    return replace(facts, mentions=tuple(together))


def _spoken_of(named: list[RoleMention], sentence: Sentence) -> Role | None:
    """The side that opens an English sentence, else the only one that it names; None for both and for none."""
    roles = {mention.role for mention in named}
    if named and named[0].span.start - sentence.start <= _HEAD:
        roles = {named[0].role}
    return roles.pop() if len(roles) == 1 and "both" not in roles else None


class _Walk:
    """One pass over the sentences, with the party that the last one spoke of."""

    def __init__(self, facts: Facts, folded: Folded, structure: Structure) -> None:
        self.folded, self.structure, self.named = folded, structure, facts.mentions
        self.next = 0  # the first mention that no sentence passed yet

    def mentions(self) -> Iterator[RoleMention]:
        subject: _Subject | None = None
        article: int | None = None
        for sentence in self.structure.sentences:
            here = self._article(sentence.section)
            named = self._within(sentence)
            if sentence.kind == "heading" or here != article:
                subject, article = (None if here != article else subject), here
                if sentence.kind == "heading":
                    continue
            if sentence.lead is not None and not named:
                continue  # an item of a list speaks of whom its opening speaks
            span = self.folded.folded(sentence.span)
            text = self.folded.text[span.start : span.end]
            if not _WORD.search(text):
                continue  # « 6-2. » alone on its line
            opening = _PRONOUN.match(text)
            if opening is None:
                subject = self._subject(named, text, span.start)
            else:
                before = [each for each in named if self.folded.folded(each.span).start < span.start + opening.start(1)]
                subject = self._subject(before, text, span.start, inside=True) if before else subject
                if subject:
                    yield from self._stands_for(subject, text, span.start, opening)
            if subject:
                for later in _AFTER_SEMICOLON.finditer(text):
                    yield from self._stands_for(subject, text, span.start, later)

    def duties(self) -> Iterator[RoleMention]:
        """The English pronouns that open a duty, each a mention of the side that the sentence before speaks of."""
        spoken_of: Role | None = None
        article: int | None = None
        for sentence in self.structure.sentences:
            here = self._article(sentence.section)
            named = self._within(sentence)
            if sentence.kind == "heading" or here != article:
                spoken_of, article = None, here
            span = self.folded.folded(sentence.span)
            opening = _IT.match(self.folded.text, span.start, span.end)
            if opening and spoken_of:
                yield RoleMention(self.folded.original(*opening.span(1)), spoken_of)
            else:
                spoken_of = _spoken_of(named, sentence)

    def _article(self, section: int | None) -> int | None:
        """The outermost section around: 5.1 and 5.2 go on speaking of one party."""
        outer = section
        for each in self.structure.lineage(section):
            outer = each if self.structure.sections[each].number else outer
        return outer

    def _within(self, sentence: Sentence) -> list[RoleMention]:
        while self.next < len(self.named) and self.named[self.next].span.start < sentence.start:
            self.next += 1
        inside: list[RoleMention] = []
        place = self.next
        while place < len(self.named) and self.named[place].span.start < sentence.end:
            inside.append(self.named[place])
            place += 1
        return inside

    def _subject(self, named: list[RoleMention], text: str, start: int, *, inside: bool = False) -> _Subject | None:
        """The first party of a sentence that nothing before it makes a complement; `inside`: also of a clause within it."""
        for mention in named:
            place = self.folded.folded(mention.span)
            before = text[: place.start - start]
            if _COMPLEMENT.search(before[-40:]) or (not inside and _SUBORDINATE.search(before[-40:])):
                continue
            if mention.role not in ("provider", "customer") or self.folded.text[place.start : place.end] in _SPEAKERS:
                return None
            article = _ARTICLE.search(before[-12:])
            gender = article.group(1) if article else ""
            return _Subject(mention.role, {"le ": False, "la ": True}.get(gender))
        return None

    def _stands_for(self, subject: _Subject, text: str, start: int, match: re.Match[str]) -> Iterator[RoleMention]:
        """The mention that a pronoun makes; none where it is impersonal or of the other gender."""
        if not subject.fits(match.group(1)):
            return
        if to_party := _TO_THE_PARTY.match(text, match.end(1)):
            yield RoleMention(self._original(start, to_party.span(1)), subject.role)
        elif not (match.group(1) == "il" and _IMPERSONAL.match(text, match.end(1))):
            yield RoleMention(self._original(start, match.span(1)), subject.role)

    def _original(self, start: int, place: tuple[int, int]) -> Span:
        return self.folded.original(start + place[0], start + place[1])
