"""Which role nouns name a party in this contract: how often each stands in it, with a capital and without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cache

from analyzer.document import Document
from analyzer.facts.anchors import Words
from analyzer.facts.reading import Reading
from analyzer.facts.values import Role
from analyzer.language.roles import ENGLISH, FRENCH, RoleWords

# Characters of an excerpt, where one noun with a capital, or one "we" and one "you", is enough to name the sides.
SHORT = 1200
_OFTENER = 4


def somebody_else(text: str, start: int, strangers: Collection[str]) -> bool:
    """Whether the words before a role noun make it somebody else's: "third party provider", "Internet service
    provider".
    """
    before = text[max(0, start - 30) : start].split()
    if before and before[-1] == "service":
        before.pop()
    return bool(before) and before[-1] in strangers


def _in_a_name(text: str, start: int) -> bool:
    """Whether the word before is part of a name with this one: "Mutual Insurance Company", "County of Marsden" is none."""
    before = text[max(0, start - 24) : start].split(" ")[-2:-1]
    return (
        bool(before)
        and before[0][:1].isupper()
        and before[0].lower().strip("\"'“(*") not in {"the", "each", "a", "and", "or", "by", "to", "of"}
    )


class Census:
    """How often each role noun stands in the text, with a capital and without."""

    def __init__(self, document: Document, reading: Reading, words: RoleWords) -> None:
        nouns = (*words.provider, *words.customer, *words.weak_provider, *words.weak_customer, *words.either)
        self.without_capital = words is FRENCH
        self.capital: Counter[str] = Counter()
        self.lower: Counter[str] = Counter()
        text = reading.text
        self.fewest = 1 if len(text) < SHORT else 2
        self.enough = 1 if len(text) < SHORT else _OFTENER  # for a noun beside the one that a definition gives
        finder = _plural_words(nouns)
        for index, start, end in finder.find(text):
            noun, place = _singular(finder.phrases[index], nouns), reading.original(start, end).start
            if somebody_else(text, start, words.not_after) or (
                noun in words.either and words is ENGLISH and _in_a_name(document.text, place)
            ):
                continue
            before = text[max(0, start - 16) : start].split()
            if document.text[place].isupper():
                self.capital[noun] += 1
            elif before and (before[-1] in words.articles or text[start - 1] == "'"):
                self.lower[noun] += 1

    def active(self, nouns: tuple[str, ...]) -> tuple[list[str], bool]:
        """The nouns that name a party here, and whether they do so only with a capital letter."""
        best = max((self.capital[noun] for noun in nouns), default=0)
        if best >= self.fewest and not self._mostly_lower(nouns, best):
            return [noun for noun in nouns if self.capital[noun] >= max(self.fewest, best // 12)], True
        best = max((self.lower[noun] for noun in nouns), default=0)
        return [noun for noun in nouns if best >= 3 and self.lower[noun] >= max(3, best // 6)], False

    def _mostly_lower(self, nouns: tuple[str, ...], best: int) -> bool:
        """A French contract that goes on in small letters after a head in capitals: TITULAIRE, then « le titulaire »."""
        lower = max((self.lower[noun] for noun in nouns), default=0)
        return self.without_capital and lower >= _OFTENER * best


def _plural(noun: str) -> str:
    return noun if noun.endswith("s") else noun + "s"


@cache
def _plural_words(nouns: tuple[str, ...]) -> Words:
    """The automaton of a language's nouns, which takes longer to build than to run over a contract."""
    return Words(dict.fromkeys([*nouns, *map(_plural, nouns)]))


def _singular(noun: str, nouns: tuple[str, ...]) -> str:
    """The listed form of a noun that may be plural."""
    return noun if noun in nouns else noun[:-1]


def role_of(term: str, words: RoleWords) -> Role | None:
    """The side that a role noun or pronoun names."""
    if term in (*words.provider, *words.weak_provider, *words.we):
        return "provider"
    return "customer" if term in (*words.customer, *words.weak_customer, *words.you) else None
