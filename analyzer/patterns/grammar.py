"""The pattern language: what a lawyer may write in a rule, and the tree it is read into.

    responsabilité          the word in any of its forms, whatever its case and accents
    sauvegard*              any word that begins so
    "moyens"                this very form (case and accents still do not matter)
    limitée à               words that follow each other
    (limitée|plafonnée à)   one of these
    [totale]                may be there or not
    ...                     any words in between, inside the sentence
    ...6                    at most six words in between
    <MONEY>                 a fact found before: one of FACTS
    @refuses_liability      a phrase that the library names, put here as if it were written out in brackets

Punctuation between words is not seen. A pattern never looks beyond its sentence (or a list's lead-in and the item).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NoReturn

from analyzer.language.folding import fold_word

FACTS = (
    "MONEY", "DURATION", "PERCENT", "FEES", "PROVIDER", "CUSTOMER", "BOTH", "LAW", "VALUE", "WORDS_CLASH", "VAT_CLASH",
    "PERIOD_CLASH", "NOWHERE",
)  # fmt: skip

MAX_DEPTH = 12

Phrases = Mapping[str, str]  # name -> pattern
NO_PHRASES: Phrases = MappingProxyType({})


class PatternError(ValueError):
    """A pattern cannot be read: `column` (from 0) is where, `wrong` the text at fault, `choices` what may stand there."""

    def __init__(self, message: str, column: int, wrong: str = "", choices: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message, self.column, self.wrong, self.choices = message, column, wrong, choices

    def __reduce__(self) -> tuple[type[PatternError], tuple[object, ...]]:
        """It goes from a worker to its parent whole: what cannot be rebuilt there leaves a pool waiting for ever."""
        return type(self), (self.message, self.column, self.wrong, self.choices)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: any of its `forms`, this `exact` form, or any word with this `prefix`. `text` is folded."""

    text: str
    mode: Literal["forms", "exact", "prefix"] = "forms"


@dataclass(frozen=True, slots=True)
class Fact:
    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Any words in between; `limit` is the most, None for as many as the sentence has."""

    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Maybe:
    item: Node


@dataclass(frozen=True, slots=True)
class Called:
    """A phrase where it is called. All calls of a phrase hold one and the same `node`, so that it is compiled once."""

    name: str
    node: Node


Node = Word | Fact | Gap | Sequence | Choice | Maybe | Called

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<gap>\.\.\.(?P<limit>\d*))
      | (?P<fact><(?P<name>[A-Za-z_]*)>)
      | (?P<phrase>@(?P<called>\w*))
      | (?P<quoted>"(?P<exact>[^"]*)")
      | (?P<mark>[()\[\]|])
      | (?P<word>[^\W_]+(?P<star>\*)?)
      | (?P<glue>['’,;:/.«»%€$£°-])
    """,
    re.VERBOSE,
)
_WORDS = re.compile(r"[^\W_]+|[%€$£]")
_SYMBOLS = "%€$£"


def parse(text: str, phrases: Phrases = NO_PHRASES) -> Node:
    """The tree of a pattern, in which `@name` stands for one of `phrases`. Raises PatternError with the column at fault."""
    return _Parser(text, phrases).pattern()


@lru_cache(maxsize=1024)
def _phrase(text: str, others: tuple[tuple[str, str], ...]) -> Node:
    """The tree of a phrase's text, made once however often it is called."""
    return parse(text, dict(others))


class _Parser:
    """Recursive descent over the tokens; depth is limited, so no rule file can exhaust the stack."""

    def __init__(self, text: str, phrases: Phrases) -> None:
        self.text, self.phrases = text, phrases
        self.tokens = self._tokens()
        self.texts = [token.group() for token in self.tokens]
        self.place = 0
        self.depth = 0

    def _tokens(self) -> list[re.Match[str]]:
        found, column = [], 0
        while column < len(self.text):
            match = _TOKEN.match(self.text, column)
            if match is None:
                raise PatternError(f"unexpected character {self.text[column]!r}", column, self.text[column])
            column = match.end()
            if match.lastgroup != "space" and (match.lastgroup != "glue" or match["glue"] in _SYMBOLS):
                found.append(match)
        return found

    def fail(self, message: str) -> NoReturn:
        token = self.tokens[self.place] if self.place < len(self.tokens) else None
        raise PatternError(message, token.start() if token else len(self.text), token.group() if token else "")

    def pattern(self) -> Node:
        node = self.sequence(closing="")
        if self.place < len(self.tokens):
            self.fail(f"unexpected {self.tokens[self.place].group()!r}")
        for edge in (0, -1):
            if isinstance(node, Gap) or (isinstance(node, Sequence) and isinstance(node.items[edge], Gap)):
                raise PatternError("a pattern neither begins nor ends with a gap", 0, self.text)
        if _optional(node):
            raise PatternError("a pattern must hold at least one word or fact that is not in [ ]", 0, self.text)
        return node

    def sequence(self, closing: str) -> Node:
        items: list[Node] = []
        ends = ("|", closing or "|")
        while self.place < len(self.texts) and self.texts[self.place] not in ends:
            items.extend(self.item())
        if not items:
            self.fail("a word, a fact or a bracket is missing here")
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def item(self) -> list[Node]:
        token = self.tokens[self.place]
        kind = token.lastgroup  # the outermost: it is closed last
        if kind == "mark":
            return [self.bracket(token["mark"])]
        self.place += 1
        if kind == "word":
            word = fold_word(token["word"].rstrip("*"))
            return [Word(word, "prefix" if token["star"] else "forms")]
        if kind == "gap":
            return [Gap(int(token["limit"]) if token["limit"] else None)]
        if kind == "fact":
            return [self.fact(token)]
        if kind == "phrase":
            return [self.phrase(token)]
        if kind == "quoted":
            return self.exact(token)
        return [Word(token["glue"], "exact")]

    def fact(self, token: re.Match[str]) -> Fact:
        name = token["name"].upper()
        if name not in FACTS:
            raise PatternError(f"unknown fact <{token['name']}>", token.start("name"), token["name"], FACTS)
        return Fact(name)

    def phrase(self, token: re.Match[str]) -> Called:
        name = token["called"]
        if name not in self.phrases:
            raise PatternError(f"unknown phrase @{name}", token.start("called"), name, tuple(self.phrases))
        others = tuple(item for item in self.phrases.items() if item[0] != name)  # a phrase never holds itself
        try:
            return Called(name, _phrase(self.phrases[name], others))
        except PatternError as error:
            raise PatternError(f"in the phrase @{name}: {error.message}", token.start(), token.group()) from error

    def exact(self, token: re.Match[str]) -> list[Node]:
        words = _WORDS.findall(fold_word(token["exact"]))
        if not words:
            raise PatternError("nothing between the quotes", token.start(), token.group())
        return [Word(word, "exact") for word in words]

    def bracket(self, mark: str) -> Node:
        closing = {"(": ")", "[": "]"}.get(mark)
        if closing is None:
            self.fail(f"{mark!r} has no opening bracket")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail(f"brackets nested more than {MAX_DEPTH} deep")
        opened = self.place
        self.place += 1
        options = [self.sequence(closing)]
        while self.place < len(self.texts) and self.texts[self.place] == "|":
            self.place += 1
            options.append(self.sequence(closing))
        if self.place >= len(self.tokens):
            self.place = opened
            self.fail(f"{mark!r} is never closed")
        self.place += 1
        self.depth -= 1
        node: Node = options[0] if len(options) == 1 else Choice(tuple(options))
        return Maybe(node) if mark == "[" else node


def _optional(node: Node) -> bool:
    """Can the node match no word at all?"""
    match node:
        case Maybe() | Gap():
            return True
        case Called(_, inner):
            return _optional(inner)
        case Sequence(items):
            return all(_optional(item) for item in items)
        case Choice(options):
            return any(_optional(option) for option in options)
    return False
