"""What every step reads and none changes: the text, its role nouns, its definitions, how its names are written and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property, partial

from analyzer.document import Document, Span
from analyzer.facts.parties.census import Census
from analyzer.facts.parties.conduct import conduct, frequent_names
from analyzer.facts.parties.definitions import Definition, read_definitions
from analyzer.facts.parties.names import companies
from analyzer.facts.reading import Reading
from analyzer.facts.values import Role
from analyzer.language.roles import COMMON, LANGUAGES

OPENING = 2_000  # characters in which a contract says between whom it is
SURE = 5  # acts by which a name is plainly on one side
FEWEST = 3  # times that a text of some length says "we", "you" or a name's first word alone, so that it means somebody
BUSY = 5  # times that a noun or a name stands in the text, so that it names a party beside what is known
VERY_BUSY = 10  # the same, where its capital does not tell it from a common word
_DEFINED_FR = r"\" ?(?:le |la |l')?({}) ?\""
_DEFINED_EN = r"[\"'] ?(?:the |le |la |l')?({})[\"'.,;:]"


class Evidence:
    """One document as the steps see it; what takes a pass over the text is read when first asked for, and once."""

    def __init__(self, document: Document, reading: Reading, language: str) -> None:
        self.document, self.reading, self.text = document, reading, reading.text
        self.language = language if language in LANGUAGES else "en"
        self.french = self.language == "fr"
        self.words = LANGUAGES[self.language]
        self.between_blanks = f" {self.text} "  # a word at either end of the text has a blank on both sides too
        self._written = cache(partial(_written, document, reading, _DEFINED_FR if self.french else _DEFINED_EN))
        self._conduct = cache(partial(conduct, self.text, language=self.language))

    @cached_property
    def census(self) -> Census:
        return Census(self.document, self.reading, self.words)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        return tuple(read_definitions(self.document, self.reading, self.language))

    @cached_property
    def opening_companies(self) -> tuple[str, ...]:
        """The companies that the opening names with their legal form."""
        return tuple(companies(self.document.text[:OPENING]))

    @cached_property
    def frequent_names(self) -> tuple[str, ...]:
        """The names that act in the text, the busiest first, whether anything defines them or not."""
        return tuple(frequent_names(self.document.text, self.reading, self.language))

    def nouns(self, role: Role) -> tuple[str, ...]:
        """The role nouns that name a side wherever they stand."""
        return self.words.provider if role == "provider" else self.words.customer

    def weak_nouns(self, role: Role) -> tuple[str, ...]:
        """The role nouns that name a side where nothing stronger does."""
        return self.words.weak_provider if role == "provider" else self.words.weak_customer

    def times(self, words: Iterable[str]) -> int:
        """How often the words stand in the text, between blanks."""
        return sum(self.between_blanks.count(f" {word} ") for word in words)

    def written(self, term: str) -> str:
        """A folded term as its definition writes it, or the document for the first time."""
        return self._written(term)

    def spelled(self, terms: Iterable[str]) -> dict[str, str]:
        """Folded terms, each with how it is written."""
        return {term: self.written(term) for term in terms}

    def is_proper(self, *terms: str) -> bool:
        """Whether each of the terms is a name: written with a capital, and no common word of contracts in it."""
        return all(map(self._is_name, terms))

    def _is_name(self, term: str) -> bool:
        if not COMMON.isdisjoint(term.replace("'", " ").split()):
            return False
        written = self.written(term)
        return written != written.lower()

    def conduct(self, *terms: str) -> int:
        """How much the terms together behave like the provider (above zero) or like the customer (below)."""
        return sum(map(self._conduct, terms))

    def first_place(self, name: str) -> Span:
        """Where a name that the document holds stands for the first time."""
        start = self.document.text.index(name)
        return Span(start, start + len(name))


def _written(document: Document, reading: Reading, defined: str, term: str) -> str:
    word = re.escape(term)
    found = re.search(defined.format(word), reading.text)
    if found is None:  # letters first: they are found fast
        found = re.search(rf"({word})(?<!\w{word})(?!\w)", reading.text)
    return " ".join(document.slice(reading.original(*found.span(1))).split()) if found else term
