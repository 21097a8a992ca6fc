"""References to what the customer pays: « les sommes effectivement versées », "fees paid or payable", « le prix du
contrat ».
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analyzer.facts.anchors import Words
from analyzer.facts.reading import Reading
from analyzer.facts.values import Fees
from analyzer.language.payments import LANGUAGES, MODIFIERS_AHEAD, NOT_THE_CUSTOMER, PaymentWords

LookBack = Literal["paid", "payable"] | None

_WINDOW_AHEAD = 60
_OTHERS_PAY = re.compile(NOT_THE_CUSTOMER)
_RECEIVED = re.compile(
    r"received|collected|percu|recu|encaiss|factur|invoiced|billed"
)  # by the provider, of the customer
_SENTENCE_ENDS = re.compile(r"[;:!?|]|(?<!excl)(?<!incl)\.(?= |$)")
_WORDS_TO_THE_VERB = 14


@dataclass(frozen=True, slots=True)
class _Grammar:
    words: Words
    paying: re.Pattern[str]
    payable: re.Pattern[str]
    apart: re.Pattern[str]
    own: re.Pattern[str]
    qualified: re.Pattern[str]
    ahead: re.Pattern[str] | None
    behind: re.Pattern[str]
    not_before: frozenset[str]
    not_after: re.Pattern[str]


@cache
def _grammar(language: str) -> _Grammar:
    table: PaymentWords = LANGUAGES.get(language, LANGUAGES["en"])
    verb = f"(?:{table.payable}|{table.paid})"
    second = f"(?:(?: and/or|/| or| and| et/ou| ou| et),? (?:[a-z]+ )?{verb}\\b)?"
    return _Grammar(
        words=Words(table.heads),
        paying=re.compile(rf"\b{verb}\b{second}"),
        payable=re.compile(rf"\b(?:{table.payable})\b"),
        apart=re.compile(rf"\b(?:{table.apart})"),
        own=re.compile(table.own),
        qualified=re.compile(table.qualified),
        ahead=re.compile(rf"\b{table.ahead}") if table.ahead else None,
        behind=re.compile(table.behind),
        not_before=table.not_before,
        not_after=re.compile(table.not_after),
    )


def _paid_for(text: str, end: int, grammar: _Grammar) -> tuple[int, LookBack] | None:
    """Where "heads … paid" ends when the verb follows the head within its clause, and which verb it is."""
    window = text[end : end + 160]
    stop = _SENTENCE_ENDS.search(window)
    if stop:
        window = window[: stop.start()]
    verb = grammar.paying.search(window)
    if verb is None or window.count(" ", 0, verb.start()) > _WORDS_TO_THE_VERB:
        return None
    received = _RECEIVED.search(verb.group())
    if grammar.apart.search(window, 0, verb.start()) or (not received and _OTHERS_PAY.match(window, verb.end())):
        return None
    return end + verb.end(), "payable" if grammar.payable.search(verb.group()) else "paid"


def _by_itself(text: str, start: int, end: int, grammar: _Grammar) -> int | None:
    """Where a reference without a verb of paying ends: "monthly fee", « prix de la commande »."""
    head = text[start:end]
    before = text[max(0, start - _WINDOW_AHEAD) : start]
    if grammar.qualified.fullmatch(head):
        behind = grammar.behind.match(text, end, end + 160)
        if behind:
            return behind.end()
        if grammar.ahead and grammar.ahead.search(before):
            return end
    return end if grammar.own.fullmatch(head) else None


def _reference(text: str, start: int, end: int, grammar: _Grammar) -> tuple[int, int, LookBack] | None:
    before = text[max(0, start - _WINDOW_AHEAD) : start].split(" ")
    if (before[-2:-1] and before[-2] in grammar.not_before) or grammar.not_after.match(text, end):
        return None
    begin = start
    for word in reversed(before[1:-1]):
        if before[-1] or word not in MODIFIERS_AHEAD:
            break
        begin -= len(word) + 1
    paid = _paid_for(text, end, grammar)
    if paid:
        return begin, paid[0], paid[1]
    alone = _by_itself(text, start, end, grammar)
    return None if alone is None else (begin, alone, None)


def read_fees(reading: Reading, language: str) -> tuple[Fees, ...]:
    """Every reference, in text order."""
    grammar = _grammar(language)
    text, reached, found = reading.text, 0, []
    for _, start, end in grammar.words.find(text):
        reference = _reference(text, start, end, grammar) if start >= reached else None
        if reference is not None:
            begin, reached, look_back = max(reached, reference[0]), reference[1], reference[2]
            found.append(Fees(reading.original(begin, reached), look_back))
    return tuple(found)
