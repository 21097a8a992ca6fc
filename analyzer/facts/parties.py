"""Who the parties are and which of them provides, put together from the strongest evidence to the weakest.

Definitions (`definitions`) come first, then pronouns, trade names and role nouns (`census`). The side of a trade name is read from what
it does: it provides, its liability is limited; or it pays, and its data is processed (`names.conduct`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from analyzer.document import Document, Span
from analyzer.facts.census import SHORT, Census, role_of
from analyzer.facts.definitions import HEAD, Definition, read_definitions, read_labels
from analyzer.facts.names import acts, companies, conduct, frequent_names, short_for, short_name
from analyzer.facts.reading import Reading
from analyzer.facts.values import Party, Role
from analyzer.language.folding import fold_word
from analyzer.language.roles import COMMON, FRENCH, LANGUAGES

_OPENING = 2_000  # characters in which a contract says between whom it is
_SURE = 5
_BUSY = 5
_VERY_BUSY = 10
_PLAINLY = 1.5  # of two English names that both act like a provider one is it that does so half as often again
_FEWEST_PRONOUNS = 3
_FEWEST_ACTS = 3
# Terms that say "we" and give themselves a name besides: `"The Studio" is us, "the Client" is you`.
_IS_US = re.compile(
    r"[\"*]{1,3}(?:the )?([a-z][a-z0-9&.' -]{1,40}?)[\"*]{1,3} (?:is|are|means|refers to) (us|we|me|you)\b"
)
# A provider of one person: "I'll give every job my best".
_I_SAY = re.compile(r"(?<![\w.(])I(?:['’](?:ll|m|ve|d))? [a-z]")


@dataclass
class Side:
    """What is known of one party while it is being resolved."""

    role: Role
    name: str | None = None
    span: Span | None = None
    aliases: dict[str, str] = field(default_factory=dict)  # folded -> as written

    def add(self, folded: str, written: str) -> None:
        if len(folded) > 1 or folded == "i":
            self.aliases.setdefault(folded, written)

    def party(self) -> Party | None:
        if not self.aliases and self.name is None:
            return None
        return Party(self.role, self.name, tuple(self.aliases.values()), self.span)


@dataclass(frozen=True, slots=True)
class Parties:
    """Both sides, and the folded words that name each; `capital` holds those that count only with a capital letter."""

    provider: Party | None
    customer: Party | None
    aliases: dict[str, Role]
    capital: frozenset[str]


class _Resolver:
    """Puts the two sides together from the strongest evidence to the weakest."""

    def __init__(self, document: Document, reading: Reading, language: str) -> None:
        self.document, self.reading = document, reading
        self.language = language if language in LANGUAGES else "en"
        self.words = LANGUAGES[self.language]
        self.census = Census(document, reading, self.words)
        self.provider, self.customer = Side("provider"), Side("customer")
        self.capital: set[str] = set()
        self.defined: frozenset[str] = frozenset()
        self.named = False  # a definition gives a company a name that is no role noun
        self.sure: set[Role] = set()  # sides that a definition names by a plain role noun

    def resolve(self) -> Parties:
        definitions = list(read_definitions(self.document, self.reading, self.language))
        self.named = any(
            each.name and not any(role_of(term, self.words) for term in each.terms) for each in definitions
        )
        open_names = [definition for definition in definitions if not self._by_role_noun(definition)]
        self.defined = frozenset(term for each in definitions for term in each.terms)
        self._pronouns()
        self._remaining_name(open_names)
        self._trade_names(open_names)
        self._nouns()
        self._labelled()
        self._is_us()
        self._either()
        self._public_buyer()
        self._lone_pronouns()
        self._who_we_are()
        aliases: dict[str, Role] = dict.fromkeys(self.customer.aliases, "customer")
        aliases.update(dict.fromkeys(self.provider.aliases, "provider"))
        return Parties(self.provider.party(), self.customer.party(), aliases, frozenset(self.capital))

    def _side(self, role: Role) -> Side:
        return self.provider if role == "provider" else self.customer

    def _take(self, side: Side, definition: Definition, terms: tuple[str, ...]) -> None:
        for term in terms:
            written = self._written(term)
            side.add(term, written)
            if written != written.lower():
                self.capital.add(term)
        self._name(side, definition.name, definition.span)

    def _name(self, side: Side, name: str | None, span: Span) -> None:
        side.span = side.span or span
        if name is not None and side.name is None:
            side.name = name
            for known in (name, short_name(name)):
                side.add(fold_word(known), known)
                self.capital.add(fold_word(known))

    def _written(self, term: str) -> str:
        """The term as its definition writes it, or the document for the first time."""
        word = re.escape(term)
        quoted = (
            rf"[\"'] ?(?:the |le |la |l')?({word})[\"'.,;:]"
            if self.language == "en"
            else rf"\" ?(?:le |la |l')?({word}) ?\""
        )
        if defined := re.search(quoted, self.reading.text):
            return " ".join(self.document.slice(self.reading.original(*defined.span(1))).split())
        match = re.search(rf"{word}(?<!\w{word})(?!\w)", self.reading.text)  # letters first: they are found fast
        return " ".join(self.document.slice(self.reading.original(*match.span())).split()) if match else term

    def _by_role_noun(self, definition: Definition) -> bool:
        """Take a definition one of whose terms is a role noun; its other terms come along only where they are short
        for the name.
        """
        roles = {term: self._role(term) for term in definition.terms}
        role = next((role for role in roles.values() if role is not None), None)
        if role is None:
            return self._by_noun_before(definition)
        if definition.name is None and not set(definition.terms).isdisjoint(
            (*self.words.weak_provider, *self.words.weak_customer)
        ):
            return False
        spoken = not set(definition.terms).isdisjoint((*self.words.we, *self.words.you))
        kept = tuple(
            term
            for term, found in roles.items()
            if found == role
            or (found is None and (short_for(term, definition.name) or (spoken and self._proper_term(term))))
        )
        self._take(self._side(role), definition, kept)
        if not set(definition.terms).isdisjoint((*self.words.provider, *self.words.customer)):
            self.sure.add(role)
        return True

    def _labelled(self) -> None:
        """« Prestataire technique : Voxalia », "Provider: Dialstone Telecom": names that stand behind a role noun, as in an order form."""
        for label in read_labels(self.document.text):
            role = role_of(fold_word(label.noun), self.words) or role_of(fold_word(label.noun.split()[0]), self.words)
            name = fold_word(label.name)
            if (
                role is None
                or name in {*self.provider.aliases, *self.customer.aliases}
                or COMMON.issuperset(name.split())
            ):
                continue
            side = self._side(role)
            if side.name is not None:
                continue
            self._name(side, label.name, label.span)
            self._add_first_word(side, label.name)

    def _add_first_word(self, side: Side, name: str) -> None:
        """A name's first word where the text goes on with it alone: "Oak Hosting LLC", then "Oak"."""
        first = name.split()[0]
        alone = len(re.findall(rf"\b{re.escape(first)}\b(?! [A-Z])", self.document.text))
        if alone >= _FEWEST_PRONOUNS and self._proper_term(fold_word(first)):
            side.add(fold_word(first), first)
            self.capital.add(fold_word(first))

    def _role(self, term: str) -> Role | None:
        """The side of a role noun; who sells on is on either side, by what it does and whether the other has a name."""
        role = role_of(term, self.words)
        if self.language == "en" and term in self.words.weak_provider and term in self.words.weak_customer:
            leaning = conduct(self.reading.text, term, self.language)
            return "customer" if leaning < (_SURE if self.named else 0) else role
        return role

    def _by_noun_before(self, definition: Definition) -> bool:
        """Take a definition that shortens a role noun, not a name: the contractor (hereinafter "CT")."""
        noun = definition.noun
        role = (role_of(noun, self.words) or self._shortened(noun)) if noun else None
        if role is None or not self._proper(definition) or definition.is_short:
            return False
        self._take(self._side(role), replace(definition, name=None), definition.terms)
        return True

    def _shortened(self, noun: str) -> Role | None:
        return "customer" if noun in self.words.defined_customer else None

    def _nouns(self) -> None:
        """Role nouns. A side that is already named takes only those that are busy and written with a capital."""
        for side, strong, weak in (
            (self.provider, self.words.provider, self.words.weak_provider),
            (self.customer, self.words.customer, self.words.weak_customer),
        ):
            named = bool(side.aliases)
            found, capital = self.census.active(strong)
            if named and side is self.provider:
                found = [noun for noun in found if capital and self.census.capital[noun] >= _BUSY]
            elif named and not capital:
                found = [noun for noun in found if self.census.lower[noun] >= _VERY_BUSY]
            if not found and not named:
                found, capital = self.census.active(weak)
            for noun in found:
                side.add(noun, self._written(noun))
                if capital:
                    self.capital.add(noun)
        if self.words is FRENCH:
            for side in (self.provider, self.customer):
                self._other_nouns(side)
        if self.provider.aliases:
            self._resellers()

    def _other_nouns(self, side: Side) -> None:
        """What a text calls a side whose defined names it never writes again: « (le « Prestataire ») … l'Hébergeur »."""
        if not self._is_idle(side):
            return
        provides = side is self.provider
        strong = self.words.provider if provides else self.words.customer
        weak = self.words.weak_provider if provides else self.words.weak_customer
        found = [noun for noun in strong if self._goes_on(side, noun)]
        for noun in found or [noun for noun in weak if self._goes_on(side, noun)]:
            side.add(noun, self._written(noun))
            if self.census.lower[noun]:
                self.capital.discard(noun)
            else:
                self.capital.add(noun)

    def _goes_on(self, side: Side, noun: str) -> bool:
        written = self.census.lower[noun] + (0 if noun in side.aliases else self.census.capital[noun])
        return written >= self.census.enough

    def _is_idle(self, side: Side) -> bool:
        """Is the side named by a definition, and by none of these names after it?"""
        if side.span is None or not side.aliases:
            return False
        rest = self.document.text[side.span.end :]
        return not any(written in rest for written in side.aliases.values())

    def _resellers(self) -> None:
        """Who sells on for another is that other's customer: Acme Networks, LLC and each "Reseller"."""
        for noun in self.words.weak_provider:
            both = noun in self.words.weak_customer and noun not in self.provider.aliases
            if both and self.census.capital[noun] >= _BUSY:
                self.customer.add(noun, self._written(noun))
                self.capital.add(noun)

    def _pronouns(self) -> None:
        text = f" {self.reading.text} "
        ours = sum(text.count(f" {word} ") for word in self.words.we[:3])
        yours = sum(text.count(f" {word} ") for word in self.words.you[:3])
        if self.language == "en":
            mine = len(_I_SAY.findall(self.document.text))
        else:
            mine = sum(text.count(f" {word}" if word.endswith("'") else f" {word} ") for word in self.words.alone[:3])
        fewest = 1 if len(text) < SHORT else _FEWEST_PRONOUNS
        alone = mine >= fewest and not any(words in text for words in self.words.signer)
        if yours < fewest or not (alone or ours >= fewest):
            return
        speaker = (*self.words.we, *self.words.alone) if alone else self.words.we
        for side, pronouns in ((self.provider, speaker), (self.customer, self.words.you)):
            for pronoun in pronouns:
                side.add(pronoun, pronoun)

    def _is_us(self) -> None:
        """A name that terms in the first person give themselves, or the reader: `"The Studio" is us`."""
        for match in _IS_US.finditer(self.reading.text[:HEAD]):
            term, pronoun = match.groups()
            written = self.document.slice(self.reading.original(*match.span(1)))
            if written != written.lower() and not COMMON.intersection(term.split()):
                side = self.customer if pronoun == "you" else self.provider
                side.add(term, written)
                self.capital.add(term)

    def _spoken_for(self, side: Side) -> bool:
        """Is a side named by a definition, by a pronoun, or by a role noun of the text?"""
        nouns = self.words.provider if side is self.provider else self.words.customer
        return bool(side.aliases) or bool(self.census.active(nouns)[0])

    def _remaining_name(self, open_names: list[Definition]) -> None:
        """One side is spoken for and one company is left: it is the other side, unless it plainly acts like the first.

        « Gletscherdata AG (ci-après « GLD ») … le client » ; "Tidewater, L.P. ("TCDC") … the "Licensee"".
        """
        defined = (
            self.language == "en" and len(self.sure) == 1 and not (self.provider.aliases and self.customer.aliases)
        )
        if not defined and self._spoken_for(self.provider) == self._spoken_for(self.customer):
            return
        provides = "provider" in self.sure if defined else self._spoken_for(self.provider)
        first, other = (self.provider, self.customer) if provides else (self.customer, self.provider)
        left = [each for each in open_names if self._proper(each) and (each.name is not None or self._is_busy(each))]
        if defined:  # the "Effective Date" beside the name of the party that is known is nobody
            left = [each for each in left if fold_word(each.name or "") != fold_word(first.name or "")]
        if not open_names and other is self.provider:
            left = list(self._undefined())
        if len(left) != 1:
            return
        leaning = sum(conduct(self.reading.text, term, self.language) for term in left[0].terms)
        sure = self.language == "en" and first.role in self.sure
        if sure or (leaning if first is self.provider else -leaning) < _SURE:
            self._take(other, left[0], left[0].terms)
            open_names[:] = [each for each in open_names if each is not left[0]]

    def _is_busy(self, definition: Definition) -> bool:
        """A French trade name that no company's name stands before: « entreprise individuelle, ci-après KERVEL »."""
        text = self.reading.text
        return self.words is FRENCH and any(text.count(f" {term} ") >= _VERY_BUSY for term in definition.terms)

    def _undefined(self) -> Iterator[Definition]:
        """Companies that the opening names in full and the text goes on naming: « lie Vigie Ardente SAS et le Commanditaire »."""
        opening = self.document.text[:_OPENING]
        for name in companies(opening):
            short = short_name(name)
            start = opening.find(name)
            if start >= 0 and self.document.text.count(short) >= _BUSY:
                yield Definition((fold_word(short),), name, Span(start, start + len(name)))

    def _lone_pronouns(self) -> None:
        """Terms that say "we" or "you" and call the other side by a noun: « nos prix … le client », "the Vendor … You"."""
        text = f" {self.reading.text} "
        ours = sum(text.count(f" {word} ") for word in self.words.we[:3])
        if not self.provider.aliases and self.customer.aliases and ours >= _FEWEST_PRONOUNS:
            for pronoun in self.words.we:
                self.provider.add(pronoun, pronoun)
        yours = sum(text.count(f" {word} ") for word in self.words.you[:3])
        if not self.customer.aliases and self.provider.aliases and yours >= _FEWEST_PRONOUNS:
            for pronoun in self.words.you:
                self.customer.add(pronoun, pronoun)

    def _who_we_are(self) -> None:
        """The one company that terms in the first person name in full at their head: "a contract with Oak Hosting LLC", then "Oak"."""
        if self.language != "en" or self.provider.name is not None or "we" not in self.provider.aliases:
            return
        found = companies(self.document.text[:_OPENING])
        if len(found) != 1 or fold_word(found[0]) in self.customer.aliases:
            return
        start = self.document.text.find(found[0])
        self._name(self.provider, found[0], Span(start, start + len(found[0])))
        self._add_first_word(self.provider, found[0])

    def _trade_names(self, open_names: list[Definition]) -> None:
        """Definitions by a trade name, and names that act like a provider where no definition gives one."""
        left: list[Definition] = []
        for definition, leaning in self._leanings(open_names):
            if abs(leaning) >= (1 if definition.is_short else _SURE):
                self._take(self._side("provider" if leaning > 0 else "customer"), definition, definition.terms)
            elif definition.is_short:
                left.append(definition)
        if len(left) == 1 and bool(self.provider.aliases) != bool(self.customer.aliases):
            self._take(self.customer if self.provider.aliases else self.provider, left[0], left[0].terms)
        if self.language == "en" and self.provider.aliases and not self.customer.aliases:
            self._described_customer(open_names)
        if self.provider.name is None:
            self._busy_names()
        if self.language == "fr" and self.provider.aliases and not self._spoken_for(self.customer):
            self._described_customer(open_names)
        if self.provider.aliases and not self.customer.aliases:
            self._busy_customer()

    def _leanings(self, open_names: list[Definition]) -> Iterator[tuple[Definition, int]]:
        """Definitions by a trade name with their conduct. Of two that both act like a provider the busier is the provider, unless a
        third acts like a customer.
        """
        found = [
            (each, sum(conduct(self.reading.text, term, self.language) for term in each.terms))
            for each in filter(self._proper, open_names)
        ]
        rivals = sorted((leaning for each, leaning in found if leaning > 0 and each.is_short), reverse=True)
        unnamed = not (self.provider.aliases or self.customer.aliases) and all(leaning > -_SURE for _, leaning in found)
        apart = unnamed and len(rivals) == 2 and rivals[0] > rivals[1] * (1 if self.words is FRENCH else _PLAINLY)
        for each, leaning in found:
            yield each, -leaning if apart and leaning == rivals[1] and each.is_short else leaning

    def _described_customer(self, open_names: list[Definition]) -> None:
        """The party that the opening describes and does not name: 'the dental practice shown overleaf (the "Practice")'."""
        taken = self.provider.aliases.keys() if self.language == "fr" else ()
        described = [
            replace(each, name=None)
            for each in filter(self._proper, open_names)
            if each.span.start < _OPENING and (each.name is None or fold_word(short_name(each.name)) in taken)
        ]
        for definition in described:
            leaning = sum(conduct(self.reading.text, term, self.language) for term in definition.terms)
            if leaning < 0 or (len(described) == 1 and self._is_bound(definition, leaning)):
                self._take(self.customer, definition, definition.terms)
                return

    def _is_bound(self, definition: Definition, leaning: int) -> bool:
        """Does who is described owe and decide something, as no service and no document does?"""
        if self.language == "en":
            duties = sum(self.reading.text.count(f" {term} shall ") for term in definition.terms)
            return leaning == 0 and duties >= _BUSY
        return leaning < _SURE and acts(self.reading.text, definition.terms) >= _FEWEST_ACTS

    def _busy_names(self) -> None:
        """Names that nothing defines and that act like a provider."""
        taken = {*self.provider.aliases, *self.customer.aliases}
        for name in frequent_names(self.document.text, self.reading, self.language):
            folded = fold_word(name)
            if folded not in taken and conduct(self.reading.text, folded, self.language) > bool(self.provider.aliases):
                for known in (name, short_name(name)):
                    self.provider.add(fold_word(known), known)
                    self.capital.add(fold_word(known))
                self.provider.name = self.provider.name or name

    def _busy_customer(self) -> None:
        """A name that nothing defines and that is provided for: it pays, and its data is kept."""
        for name in frequent_names(self.document.text, self.reading, self.language):
            folded = fold_word(name)
            if folded not in self.provider.aliases and conduct(self.reading.text, folded, self.language) <= -_SURE:
                self.customer.add(folded, name)
                self.capital.add(folded)
                self.customer.name = name
                return

    def _either(self) -> None:
        """The side that nothing else names may be "Company", « la Société », or a council that is also the "Authority"."""
        found, capital = self.census.active(self.words.either)
        if not capital:
            found = [noun for noun in found if self.words is FRENCH and self.census.lower[noun] >= _BUSY]
        for side, other in ((self.provider, self.customer), (self.customer, self.provider)):
            nouns = [noun for noun in found if noun not in other.aliases]
            if (
                nouns
                and (not side.aliases or self._is_idle(side))
                and (self._has_noun(other) or self._is_known(other, nouns[0]))
            ):
                public = [noun for noun in nouns if noun in self.words.public] if self.language == "en" else []
                for noun in public if side is self.customer and nouns[0] in public else nouns[:1]:
                    side.add(noun, self._written(noun))
                    if capital:
                        self.capital.add(noun)

    def _public_buyer(self) -> None:
        """A public buyer goes by many names in one contract: the collectivité, its DSI, the pouvoir adjudicateur."""
        public = {*self.words.public, *self.words.either}
        if "titulaire" not in self.provider.aliases or self.customer.aliases.keys().isdisjoint(public):
            return
        for noun in self.words.public:
            if any(f" {article}{noun} " in self.reading.text for article in ("le ", "la ", "l'", "du ", "au ")):
                self.customer.add(noun, self._written(noun))

    def _proper(self, definition: Definition) -> bool:
        return all(map(self._proper_term, definition.terms))

    def _proper_term(self, term: str) -> bool:
        """Whether a term is a name: written with a capital, and no common word of contracts in it."""
        if not COMMON.isdisjoint(term.replace("'", " ").split()):
            return False
        written = self._written(term)
        return written != written.lower()

    def _is_known(self, side: Side, noun: str) -> bool:
        """Is the side named otherwise, so that the noun is left for the other one? « la Coopérative » … « la Commune »; in English the
        noun has a definition of its own too.
        """
        return side.span is not None if self.words is FRENCH else bool(side.aliases) and noun in self.defined

    def _has_noun(self, side: Side) -> bool:
        return not side.aliases.keys().isdisjoint((*self.words.provider, *self.words.customer))


def read_parties(document: Document, reading: Reading, language: str) -> Parties:
    """Both parties as the document names them."""
    return _Resolver(document, reading, language).resolve()
