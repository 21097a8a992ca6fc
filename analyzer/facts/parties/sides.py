"""The two sides of a contract while they are put together, and the parties that they become."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from analyzer.document import Span
from analyzer.facts.parties.names import short_name
from analyzer.facts.values import Party, Role
from analyzer.language.folding import fold_word


@dataclass(frozen=True, slots=True)
class Parties:
    """Both sides, and the folded words that name each; `capital` holds those that count only with a capital letter."""

    provider: Party | None
    customer: Party | None
    aliases: Mapping[str, Role]
    capital: frozenset[str]


@dataclass(slots=True)
class Side:
    """What is known of one side so far. `span` is where it was first named, `sure` whether a definition does so by a plain role noun."""

    role: Literal["provider", "customer"]
    name: str | None = None
    span: Span | None = None
    sure: bool = False
    aliases: dict[str, str] = field(default_factory=dict)  # folded -> as written
    capital: set[str] = field(default_factory=set)  # folded

    def add(self, folded: str, written: str, *, capital: bool) -> None:
        """Let a word name this side, with `capital` only where it begins with one. A single letter names nobody, but for "I"."""
        if len(folded) > 1 or folded == "i":
            self.aliases.setdefault(folded, written)
        if capital:
            self.capital.add(folded)

    def add_pronouns(self, pronouns: Iterable[str]) -> None:
        for pronoun in pronouns:
            self.add(pronoun, pronoun, capital=False)

    def add_name(self, name: str) -> None:
        """Let a company's name, with its legal form and without, name this side."""
        for known in (name, short_name(name)):
            self.add(fold_word(known), known, capital=True)

    def call(self, name: str | None, span: Span) -> None:
        """Give this side its full name, unless it has one. The first span that names it stays."""
        self.span = self.span or span
        if name is not None and self.name is None:
            self.name = name
            self.add_name(name)

    def define(self, terms: Mapping[str, str], name: str | None, span: Span) -> None:
        """Take what a definition gives: its terms, folded -> as written, and the full name before them."""
        for folded, written in terms.items():
            self.add(folded, written, capital=written != written.lower())
        self.call(name, span)

    def party(self) -> Party | None:
        """The party that this side is; None where nothing names it."""
        if not self.aliases and self.name is None:
            return None
        return Party(self.role, self.name, tuple(self.aliases.values()), self.span)


class Sides:
    """The provider's side and the customer's, in this order."""

    def __init__(self) -> None:
        self.provider, self.customer = Side("provider"), Side("customer")

    def __iter__(self) -> Iterator[Side]:
        return iter((self.provider, self.customer))

    def of(self, role: Role) -> Side:
        return self.provider if role == "provider" else self.customer

    def other(self, side: Side) -> Side:
        return self.customer if side is self.provider else self.provider

    def known(self) -> frozenset[str]:
        """The folded words that name either side."""
        return frozenset((*self.provider.aliases, *self.customer.aliases))

    def parties(self) -> Parties:
        """What was found. A word that names both sides is the provider's."""
        aliases: dict[str, Role] = {
            **dict.fromkeys(self.customer.aliases, "customer"),
            **dict.fromkeys(self.provider.aliases, "provider"),
        }
        capital = frozenset(self.provider.capital | self.customer.capital)
        return Parties(self.provider.party(), self.customer.party(), aliases, capital)
