"""Who the parties are: definitions at the head, role nouns, trade names, we and you; and which of them provides.

A definition is « la société X, ci-après "le Prestataire" » or `Acme Inc. (the "Provider")`. Its term is a role noun, or a trade name
whose side is read from what that name does: it provides, its liability is limited; or it pays, and its data is processed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from analyzer.document import Document, Span
from analyzer.facts.anchors import Words
from analyzer.facts.names import company_name, conduct, frequent_names
from analyzer.facts.values import Party, Role
from analyzer.facts.reading import Reading
from analyzer.language.folding import fold_word
from analyzer.language.roles import LANGUAGES, RoleWords

_HEAD = 40_000
_SURE = 5
_FEWEST_PRONOUNS = 3
_COMMON = frozenset(
    (
        "party parties partie parties service services agreement contract contrat contrats site sites website software logiciel content contenu "
        "information data donnees terms conditions term use user group affiliate affiliates equipment product products documentation fees "
        "plateforme platform application applications commande reservation account compte support equipment termination discounts ach "
        "disclosing receiving indemnifying le la les l' the de des du cgu cgv cgs contenu oeuvre order statement exhibit annexe"
    ).split()
)
_DEFINED_FR = re.compile(
    r"(?:ci-apres|ci apres|denommee?s?|designee?s?|dite?s?)[ ,]{1,2}(?:(?:individuellement|collectivement|egalement|aussi|denommee?s?|designee?s?|appelee?s?|dite?s?|par|sous|"
    r"le terme|comme|et|ou) ){0,4}[\"'*_( ]{0,4}"
)
_DEFINED_EN = re.compile(r"\((?:[a-z ,-]{0,60}?)[\"*']{1,3}")
_HEREIN_EN = re.compile(
    r"(?:hereinafter|hereafter|herein|referred to (?:herein |hereinafter )?as|known as|called)[ ,:]{1,2}(?:(?:the|as|called|referred|to) ){0,4}[\"*']{0,3}"
)
_TERM = re.compile(r"(?:le |la |l'|les |the |an? )?[\"*']{0,2}([a-z0-9][a-z0-9&.+' -]{1,40}?)[ ]?(?:[\"*').,;:]|$)")
_MORE = re.compile(
    r"[\"*' ,]{1,4}(?:(?:or|and|ou|et)[ ,]{1,2})?(?:the |le |la |l')?[\"*']{1,2}([a-z][a-z0-9&.' -]{0,40}?)[ ,]?[\"*']{1,2}"
)
_MEANS = re.compile(r"[\"*_ ]{0,4}(?:: ?|- ?)?(?:designe|signifie|means|refers to|: )")


@dataclass
class Side:
    """What is known of one party while it is being resolved."""

    role: Role
    name: str | None = None
    span: Span | None = None
    aliases: dict[str, str] = field(default_factory=dict)  # folded -> as written

    def add(self, folded: str, written: str) -> None:
        if len(folded) > 1:
            self.aliases.setdefault(folded, written)

    def party(self) -> Party | None:
        if not self.aliases and self.name is None:
            return None
        return Party(self.role, self.name, tuple(self.aliases.values()), self.span)


@dataclass(frozen=True, slots=True)
class Definition:
    """A party as its definition gives it: the terms that will stand for it and its full name."""

    terms: tuple[str, ...]
    name: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Parties:
    """Both sides, and the folded words that name each; `capital` holds those that count only with a capital letter."""

    provider: Party | None
    customer: Party | None
    aliases: dict[str, Role]
    capital: frozenset[str]


def _definitions(document: Document, reading: Reading, language: str) -> Iterator[Definition]:
    head = reading.text[:_HEAD]
    patterns = (_DEFINED_FR,) if language == "fr" else (_DEFINED_EN, _HEREIN_EN)
    last = 0
    places = sorted(match.span() for pattern in patterns for match in pattern.finditer(head))
    for start, end in places:
        if start < last:
            continue
        term = _TERM.match(head, end)
        if term is None:
            continue
        terms, reached = [term.group(1).strip()], term.end(1)
        while more := _MORE.match(head, reached):
            terms.append(more.group(1).strip())
            reached = more.end(1)
        name = company_name(document.text, reading.original(max(last, start - 600), start))
        last = reached
        yield Definition(tuple(terms), name, reading.original(start, reached))


class _Census:
    """How often each role noun stands in the text, with a capital and without."""

    def __init__(self, document: Document, reading: Reading, words: RoleWords) -> None:
        nouns = (*words.provider, *words.customer, *words.weak_provider, *words.weak_customer, *words.either)
        self.capital: Counter[str] = Counter()
        self.lower: Counter[str] = Counter()
        text = reading.text
        for index, start, end in (finder := _plural_words(nouns)).find(text):
            noun = singular(finder.phrases[index], nouns)
            before = text[max(0, start - 16) : start].split()
            if before and before[-1] in words.not_after:
                continue
            if document.text[reading.original(start, end).start].isupper():
                self.capital[noun] += 1
            elif before and (before[-1] in words.articles or text[start - 1] == "'"):
                self.lower[noun] += 1

    def active(self, nouns: tuple[str, ...]) -> tuple[list[str], bool]:
        """The nouns that name a party here, and whether they do so only with a capital letter."""
        best = max((self.capital[noun] for noun in nouns), default=0)
        if best >= 2:
            return [noun for noun in nouns if self.capital[noun] >= max(2, best // 12)], True
        best = max((self.lower[noun] for noun in nouns), default=0)
        return [noun for noun in nouns if best >= 3 and self.lower[noun] >= max(3, best // 6)], False


def _plural(noun: str) -> str:
    return noun if noun.endswith("s") else noun + "s"


def _plural_words(nouns: tuple[str, ...]) -> Words:
    return Words(dict.fromkeys([*nouns, *map(_plural, nouns)]))


def singular(noun: str, nouns: tuple[str, ...]) -> str:
    """The listed form of a noun that may be plural."""
    return noun if noun in nouns else noun[:-1]


def _resembles(definition: Definition) -> bool:
    """Whether a term is short for the full name: a part of it, or its initials."""
    name = fold_word(definition.name or "")
    initials = "".join(word[0] for word in name.replace("&", " ").split())
    return any(name and (term in name or term.replace("&", "") in initials) for term in definition.terms)


def _role_of(term: str, words: RoleWords) -> Role | None:
    if term in (*words.provider, *words.weak_provider, *words.we):
        return "provider"
    return "customer" if term in (*words.customer, *words.weak_customer, *words.you) else None


class _Resolver:
    """Puts the two sides together from the strongest evidence to the weakest."""

    def __init__(self, document: Document, reading: Reading, language: str) -> None:
        self.document, self.reading = document, reading
        self.language = language if language in LANGUAGES else "en"
        self.words = LANGUAGES[self.language]
        self.census = _Census(document, reading, self.words)
        self.provider, self.customer = Side("provider"), Side("customer")
        self.capital: set[str] = set()

    def resolve(self) -> Parties:
        definitions = list(_definitions(self.document, self.reading, self.language))
        open_names = [definition for definition in definitions if not self._by_role_noun(definition)]
        self._nouns()
        self._pronouns()
        self._trade_names(open_names)
        self._either()
        aliases: dict[str, Role] = dict.fromkeys(self.customer.aliases, "customer")
        aliases.update(dict.fromkeys(self.provider.aliases, "provider"))
        return Parties(self.provider.party(), self.customer.party(), aliases, frozenset(self.capital))

    def _side(self, role: Role) -> Side:
        return self.provider if role == "provider" else self.customer

    def _take(self, side: Side, definition: Definition) -> None:
        for term in definition.terms:
            side.add(term, self._written(term))
            self.capital.add(term)
        self._name(side, definition.name, definition.span)

    def _name(self, side: Side, name: str | None, span: Span) -> None:
        side.span = side.span or span
        if name is not None and side.name is None:
            side.name = name
            side.add(fold_word(name), name)

    def _written(self, term: str) -> str:
        """The term as the document writes it for the first time."""
        place = self.reading.text.find(term)
        return self.document.slice(self.reading.original(place, place + len(term))) if place >= 0 else term

    def _by_role_noun(self, definition: Definition) -> bool:
        for term in definition.terms:
            role = _role_of(term, self.words)
            if role is not None:
                self._take(self._side(role), definition)
                return True
        return False

    def _nouns(self) -> None:
        for side, strong, weak in (
            (self.provider, self.words.provider, self.words.weak_provider),
            (self.customer, self.words.customer, self.words.weak_customer),
        ):
            found, capital = self.census.active(strong)
            if not found and not side.aliases:
                found, capital = self.census.active(weak)
            for noun in found:
                side.add(noun, self._written(noun))
                if capital:
                    self.capital.add(noun)

    def _pronouns(self) -> None:
        text = self.reading.text
        ours = sum(text.count(f" {word} ") for word in self.words.we[:3])
        yours = sum(text.count(f" {word} ") for word in self.words.you[:3])
        if yours < _FEWEST_PRONOUNS or ours < _FEWEST_PRONOUNS:
            return
        for side, pronouns in ((self.provider, self.words.we), (self.customer, self.words.you)):
            for pronoun in pronouns:
                side.add(pronoun, pronoun)

    def _trade_names(self, open_names: list[Definition]) -> None:
        """Definitions by a trade name, and names that act like a provider where no definition gives one."""
        for definition in open_names:
            if not self._proper(definition):
                continue
            leaning = sum(conduct(self.reading.text, term, self.language) for term in definition.terms)
            if abs(leaning) >= (1 if _resembles(definition) else _SURE):
                self._take(self._side("provider" if leaning > 0 else "customer"), definition)
        taken = {*self.provider.aliases, *self.customer.aliases}
        for name in frequent_names(self.document.text, self.reading, self.language):
            folded = fold_word(name)
            if folded in taken or _role_of(folded, self.words) or folded in self.words.either:
                continue
            if conduct(self.reading.text, folded, self.language) > 0 and len(taken & {folded}) == 0:
                self.provider.add(folded, name)
                self.capital.add(folded)
                self.provider.name = self.provider.name or name

    def _either(self) -> None:
        """ "Company", « la Société »: the side that nothing else names."""
        found, capital = self.census.active(self.words.either)
        for noun in found if capital else ():
            named = (self._nouns_of(self.provider), self._nouns_of(self.customer))
            if named == (False, True) or named == (True, False):
                (self.customer if named[0] else self.provider).add(noun, self._written(noun))
                self.capital.add(noun)

    def _proper(self, definition: Definition) -> bool:
        """Whether the terms are names: written with a capital, and none a common word of contracts."""
        return all(
            self._written(term)[:1].isupper() and not _COMMON.intersection(term.replace("'", " ").split())
            for term in definition.terms
        )

    def _nouns_of(self, side: Side) -> bool:
        nouns = {*self.words.provider, *self.words.customer}
        return any(alias in nouns or alias in (*self.words.you,) for alias in side.aliases)


def read_parties(document: Document, reading: Reading, language: str) -> Parties:
    """Both parties as the document names them."""
    return _Resolver(document, reading, language).resolve()
