"""Numbers as contracts write them: digits, words, or both ("douze (12)"), found before or after a place in a folded
text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from analyzer.language.numbers import LANGUAGES, SCALES, NumberWords, value_of

# Both sorts begin with the same digit, so that a text is searched for digits alone.
_NUMERAL = re.compile(r"\d(?:\d{0,2}(?:[ .,']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d*(?:[.,]\d+)*)", re.ASCII)
_WORDS_BACK = re.compile(r"[a-z -]*")
_WORD = re.compile(r"[a-z]+")
_WORDS_ON = re.compile(r"[a-z]+(?:[ -]{1,2}[a-z]+){0,20}")
_OPENING = re.compile(r" {0,2}\( {0,2}")
_CLOSING = re.compile(r" {0,2}\)")
_LONGEST_DIGITS = 24
_LONGEST_WORDS = 140
_GAP = " *_"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the folded text. `conflict`: words and digits disagree, and `value` is what the words say."""

    start: int
    end: int
    value: Decimal
    in_words: bool
    conflict: bool = False
    both: bool = False


def decimal_of(digits: str) -> Decimal | None:
    """The value of digits with separators, decided by shape.

    Two kinds of separator: the last is the decimal one. One kind, repeated: thousands. Once, before three digits:
    thousands, unless
    the number begins with a lone 0.
    """
    if len(digits) > _LONGEST_DIGITS:
        return None
    compact = digits.replace(" ", "").replace("'", "")
    if "," in compact and "." in compact:
        point = max(compact.rfind(","), compact.rfind("."))
        whole, part = compact[:point], compact[point + 1 :]
        return Decimal(f"{whole.replace(',', '').replace('.', '')}.{part}")
    mark = "," if "," in compact else "."
    pieces = compact.split(mark)
    if len(pieces) == 1:
        return Decimal(compact)
    grouped = len(pieces[-1]) == 3 and pieces[0] != "0" and compact == digits
    if len(pieces) > 2 or grouped:
        return Decimal("".join(pieces))
    return Decimal(f"{pieces[0]}.{pieces[1]}")


def plain_decimal(digits: str) -> Decimal | None:
    """The value where three decimals are usual (shares): a single separator is always the decimal one."""
    compact = digits.replace(" ", "").replace(",", ".")
    if len(compact) > _LONGEST_DIGITS or compact.count(".") > 1 or not compact[0].isdigit():
        return None
    return Decimal(compact)


class Numerals:
    """All numerals of a folded text, and the numbers in words, read when something asks for the number before or
    after a place.
    """

    def __init__(self, text: str, language: str, read: Callable[[str], Decimal | None] = decimal_of) -> None:
        self.text = text
        self.table: NumberWords = LANGUAGES.get(language, LANGUAGES["en"])
        self._read = read
        self._ends: dict[int, int] = {match.end(): match.start() for match in _NUMERAL.finditer(text)}
        self._starts: dict[int, int] = {start: end for end, start in self._ends.items()}

    def reading(self, read: Callable[[str], Decimal | None]) -> Numerals:
        """The same numerals with another reading of the separators."""
        other = object.__new__(Numerals)
        other.text, other.table, other._ends, other._starts, other._read = (
            self.text,
            self.table,
            self._ends,
            self._starts,
            read,
        )
        return other

    def ends_before(self, letters: str) -> list[int]:
        """Where numerals end that one of `letters` follows at once or after a blank."""
        padded = self.text + "  "
        return [
            end for end in self._ends if padded[end] in letters or (padded[end] == " " and padded[end + 1] in letters)
        ]

    def back_over_gap(self, place: int) -> int:
        """The end of what stands before `place`, blanks and emphasis marks left out."""
        text, lowest = self.text, max(0, place - 4)
        while place > lowest and text[place - 1] in _GAP:
            place -= 1
        return place

    def before(self, place: int) -> Number | None:
        """The number that ends before `place`: digits, words, both, with a scale ("1,5 million") where one is said."""
        place = self.back_over_gap(place)
        if place and self.text[place - 1] == ")":
            return self._pair_before(place)
        return self._one_before(place)

    def _one_before(self, place: int) -> Number | None:
        start = self._ends.get(place)
        if start is not None:
            value = self._read(self.text[start:place])
            glued = start > 0 and self.text[start - 1].isalpha()
            return None if value is None or glued else Number(start, place, value, False)
        return self._scaled_before(place) or self._words_before(place)

    def _scaled_before(self, place: int) -> Number | None:
        """Digits and a scale word: "1,5 million", "15 k"."""
        start = place
        while start and place - start < 9 and "a" <= self.text[start - 1] <= "z":
            start -= 1
        scale = SCALES.get(self.text[start:place])
        digits_end = self.back_over_gap(start)
        digits_start = self._ends.get(digits_end) if scale else None
        if scale is None or digits_start is None:
            return None
        value = self._read(self.text[digits_start:digits_end])
        return None if value is None else Number(digits_start, place, value * scale, False)

    def _words_before(self, place: int) -> Number | None:
        lowest = max(0, place - _LONGEST_WORDS)
        backwards = self.text[lowest:place][::-1]
        run = _WORDS_BACK.match(backwards)
        begin = place - (run.end() if run else 0)
        found = list(_WORD.finditer(self.text, begin, place))
        first = len(found)
        while first and found[first - 1].group() in self.table.words:
            first -= 1
        words = [match.group() for match in found]
        for chosen in range(first, len(found)):
            value = value_of(words[chosen:], self.table)
            if value is not None:
                return Number(found[chosen].start(), place, Decimal(value), True)
        return None

    def _pair_before(self, place: int) -> Number | None:
        """Words and digits before `place`, which stands after a parenthesis: "douze (12)", "12 (douze)"; a lone
        "(12)" too.
        """
        opening = self.text.rfind("(", max(0, place - _LONGEST_WORDS), place)
        inner_end = self.back_over_gap(place - 1)
        if opening < 0:
            return None
        inner = self._one_before(inner_end)
        if inner is None or self.text[opening + 1 : inner.start].strip(_GAP):
            return None
        outer = self._one_before(self.back_over_gap(opening))
        if outer is None or outer.in_words == inner.in_words:
            return Number(opening, place, inner.value, inner.in_words)
        return paired(outer, inner, outer.start, place)

    def after(self, place: int) -> Number | None:
        """The number that begins at `place` or a blank later; a scale and a pair in parentheses belong to it."""
        text = self.text
        for _ in range(3):
            if place < len(text) and text[place] in _GAP:
                place += 1
        first = self._one_after(place)
        if first is None:
            return None
        opening = _OPENING.match(text, first.end)
        second = self._one_after(opening.end()) if opening else None
        closing = _CLOSING.match(text, second.end) if second else None
        if second is None or closing is None or second.in_words == first.in_words:
            return first
        return self._scaled_after(paired(first, second, first.start, closing.end()))

    def _one_after(self, place: int) -> Number | None:
        end = self._starts.get(place)
        if end is not None:
            value = self._read(self.text[place:end])
            return None if value is None else self._scaled_after(Number(place, end, value, False))
        return self._words_after(place)

    def _scaled_after(self, number: Number) -> Number:
        match = _WORD.match(self.text, number.end + (self.text[number.end : number.end + 1] == " "))
        scale = SCALES.get(match.group()) if match else None
        if match is None or scale is None or number.in_words or self.text[match.end() : match.end() + 1].isdigit():
            return number
        if len(match.group()) <= 2 and match.start() > number.end:
            return number  # "EUR 500 m" is no million
        return Number(number.start, match.end(), number.value * scale, False)

    def _words_after(self, place: int) -> Number | None:
        run = _WORDS_ON.match(self.text, place)
        if run is None:
            return None
        found = list(_WORD.finditer(self.text, place, run.end()))
        last = 0
        while last < len(found) and found[last].group() in self.table.words:
            last += 1
        words = [match.group() for match in found[:last]]
        for count in range(last, 0, -1):
            value = value_of(words[:count], self.table)
            if value is not None:
                return Number(place, found[count - 1].end(), Decimal(value), True)
        return None


def paired(first: Number, second: Number, start: int, end: int) -> Number:
    """Words and digits that state one number; the words win where they disagree."""
    words = first if first.in_words else second
    return Number(start, end, words.value, True, conflict=first.value != second.value, both=True)
