"""Sums of money in digits, words or both, in French and English notation.

The currency is found first and the number is read before it ("1 234,56 €") or after it ("EUR 1.5 million"). Words
and digits that
state one sum are one Money; where they disagree the words win and `conflict` is true.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

from analyzer.document import Span
from analyzer.facts.anchors import Anchor
from analyzer.facts.numerals import Number, Numerals
from analyzer.facts.reading import Reading
from analyzer.facts.values import Money, Vat
from analyzer.language.quantities import CENTS, CURRENCIES

_CENTS = re.compile(r" ?(?:et|and|,)? ?$")
_CENTS_LINK = re.compile(r",?(?: et| and)? ")
_DASHES = re.compile(r"[.,]- {0,2}$")
_HUNDREDTHS = re.compile(r" ?(?:and|et|&) {0,2}(\d\d)/100 ?$")
_PARTITIVE = re.compile(r"(?:\bd'|\bde |\bof )$")
_VAT_GAP = r"[\s*_(,:]{0,4}(?:(?:/|par |per |a |each )[ ]?[a-z]{1,12}[\s*_(,]{1,3}){0,2}"
_VAT_OUT = re.compile(
    _VAT_GAP + r"(?:h\.?t\b|hors[ -]tax|hors[ -]tva|hors[ -]t\.v\.a|tva (?:non|en sus)|ex(?:cl?)?\.? (?:vat|gst|tax)"
    r"|excluding (?:vat|gst|tax|any tax|value)"
    r"|exclusive of|(?:plus|\+) ?(?:vat|gst|applicable|tva|sales tax|value)|net of (?:vat|tax)|before (?:vat|tax)"
    r"|vat not)"
)
_VAT_IN = re.compile(
    _VAT_GAP
    + r"(?:t\.?t\.?c\b|toutes taxes|tva (?:incluse|comprise)|taxes (?:incluses|comprises)|incl?\.? (?:vat|gst|tax)"
    r"|including (?:vat|gst|tax)|inclusive of|vat (?:included|inclusive)|tax included)"
)
_VAT_AHEAD = re.compile(
    r"\b(ht|h\.t\.|hors taxes?|ttc|toutes taxes comprises)(?: (?:de|est de|fixe a|s'eleve a|:))? ?$"
)
_VAT_WORDS = (
    r"(?:h\.?t\b\.?|hors taxes?|hors tva|ttc|toutes taxes comprises|(?:ex|excluding|exclusive of|plus|including) vat)"
)
_VAT_OUT_WITHIN = re.compile(r"\b(?:h\.?t\b|hors t|(?:ex|excluding|exclusive of|plus) vat)")
_VAT_IN_WITHIN = re.compile(r"\b(?:ttc|toutes taxes|including vat)")
_JOIN = re.compile(rf"(?: {_VAT_WORDS})? {{0,2}}\( {{0,2}}(?:soit |ou |i\.e\. )?$")
_CLOSING = re.compile(rf"(?: {{1,2}}only)?(?: ?{_VAT_WORDS})? {{0,2}}\)")
_DOLLARS = (
    (
        "CAD",
        (
            "dollars canadiens",
            "dollar canadien",
            "canadian dollar",
            " cad ",
            " cdn",
            "droit du quebec",
            "loi du quebec",
            "lois du quebec",
        ),
    ),
    ("AUD", ("australian dollar", " aud ", "new south wales", "commonwealth of australia")),
    ("SGD", ("singapore dollar", " sgd ")),
    ("HKD", ("hong kong dollar", " hkd ")),
    ("NZD", ("new zealand dollar", " nzd ")),
)
_AMERICAN = ("us$", "us $", "$us", "$ us", " usd ", "u.s. dollar", "dollars americains", "us dollar")


_CENTRAL_AFRICA = ("xaf", "cemac", "cameroun", "gabon", "brazzaville", "tchad", "centrafri", "guinee equatoriale")


class _Coins:
    """What the words and signs for money stand for in one text."""

    def __init__(self, text: str) -> None:
        central = "cfa" in text and any(words in text for words in _CENTRAL_AFRICA)
        self.standing = {"$": dollar_of(text), "RMB": "CNY", **({"XOF": "XAF"} if central else {})}

    def code(self, word: str) -> str:
        """The ISO 4217 code."""
        code = CURRENCIES[word]
        return self.standing.get(code, code)


def dollar_of(text: str) -> str:
    """Whose dollar "$" is: what the document itself says, the US one where it says nothing."""
    if ("$" not in text and "dollar" not in text) or any(words in text for words in _AMERICAN):
        return "USD"
    return next((code for code, phrases in _DOLLARS if any(words in text for words in phrases)), "USD")


def _vat(text: str, start: int, end: int) -> Vat:
    if _VAT_OUT.match(text, end):
        return "excluded"
    if _VAT_IN.match(text, end):
        return "included"
    if _VAT_OUT_WITHIN.search(text, start, end):
        return "excluded"
    if _VAT_IN_WITHIN.search(text, start, end):
        return "included"
    ahead = _VAT_AHEAD.search(text[max(0, start - 40) : start])
    if ahead is None:
        return "unknown"
    return "excluded" if ahead.group(1).startswith("h") else "included"


class _Sums:
    """Reads the sums of one text."""

    def __init__(self, text: str, numerals: Numerals, language: str) -> None:
        self.text, self.numerals, self.coins = text, numerals, _Coins(text)
        self.prefix_first = language != "fr"

    def at(self, anchor: Anchor, floor: int) -> Number | None:
        """The sum that the currency at `anchor` belongs to, as a number whose span holds the currency; nothing
        before `floor`.
        """
        before = self._before(anchor)
        if before is not None and before.start < floor:
            before = None
        after = self._after(anchor) if before is None or (self.prefix_first and anchor.word[-1] in "$£€") else None
        if after is not None and (before is None or self.text[anchor.end : anchor.end + 1].isdigit()):
            return after
        return before if before is None else self._with_cents(before)

    def _before(self, anchor: Anchor) -> Number | None:
        text, place = self.text, anchor.start
        partitive = _PARTITIVE.search(text[max(0, place - 4) : place])
        if partitive:
            place -= len(partitive.group())
        dashes = _DASHES.search(text[max(0, place - 4) : place])
        if dashes:
            place -= len(dashes.group())
        hundredths = _HUNDREDTHS.search(text[max(0, place - 14) : place])
        part = Decimal(0)
        if hundredths:
            place -= len(hundredths.group())
            part = Decimal(hundredths.group(1)) / 100
        number = self.numerals.before(place)
        if number is None or (
            number.in_words and anchor.word in ("$", "£", "€") and not number.both and number.value < 2
        ):
            return None
        return replace(number, end=anchor.end, value=number.value + part)

    def _after(self, anchor: Anchor) -> Number | None:
        number = self.numerals.after(anchor.end)
        if number is None or anchor.word in ("euro", "dollar", "pounds", "francs"):
            return None
        if number.in_words and number.value < 2:
            return None
        return replace(number, start=anchor.start)

    def _with_cents(self, number: Number) -> Number:
        link = _CENTS_LINK.match(self.text, number.end)
        if link is None:
            return number
        cents = self.numerals.after(link.end())
        if cents is None or cents.value >= 100:
            return number
        word = re.compile(r" ?([a-z]+)").match(self.text, cents.end)
        if word is None or word.group(1) not in CENTS:
            return number
        return replace(number, end=word.end(), value=number.value + cents.value / 100)


def read_money(reading: Reading, anchors: tuple[Anchor, ...], numerals: Numerals, language: str) -> tuple[Money, ...]:
    """Every sum, in text order."""
    text = reading.text
    sums = _Sums(text, numerals, language)
    found: list[tuple[Number, str]] = []
    for anchor in anchors:
        floor = found[-1][0].end if found else 0
        if anchor.kind != "currency" or anchor.start < floor:
            continue
        number = sums.at(anchor, floor)
        if number is not None:
            _append(text, found, number, sums.coins.code(anchor.word))
    found = [_with_words(sums, pair) for pair in found]
    return tuple(
        Money(
            reading.original(number.start, number.end),
            number.value,
            currency,
            _vat(text, number.start, number.end),
            number.conflict,
        )
        for number, currency in found
    )


def _append(text: str, found: list[tuple[Number, str]], number: Number, currency: str) -> None:
    """Add a sum, or make one of it and the sum before: "six cents euros (600 €)"."""
    if found:
        first, code = found[-1]
        closing = _CLOSING.match(text, number.end)
        joined = _JOIN.fullmatch(text, first.end, number.start)
        if joined and closing and code == currency and first.in_words != number.in_words:
            words = first if first.in_words else number
            conflict = first.conflict or number.conflict or first.value != number.value
            found[-1] = Number(first.start, closing.end(), words.value, True, conflict, True), currency
            return
    found.append((number, currency))


def _with_words(sums: _Sums, pair: tuple[Number, str]) -> tuple[Number, str]:
    """Digits followed by the same sum in words without a currency: "USD 100,000 (one hundred thousand)"."""
    number, currency = pair
    opening = re.compile(r" {0,2}\(").match(sums.text, number.end)
    if number.in_words or opening is None:
        return pair
    words = sums.numerals.after(opening.end())
    closing = re.compile(r"(?: only)? ?\)").match(sums.text, words.end) if words else None
    if words is None or closing is None or not words.in_words:
        return pair
    return Number(number.start, closing.end(), words.value, True, words.value != number.value, True), currency


def read_currency(reading: Reading, anchors: tuple[Anchor, ...]) -> str | None:
    """The currency that a text names most often, with a sum or without; None where it names none."""
    coins = _Coins(reading.text)
    named = Counter(coins.code(anchor.word) for anchor in anchors if anchor.kind == "currency")
    return named.most_common(1)[0][0] if named else None


__all__ = ["Span", "dollar_of", "read_currency", "read_money"]
