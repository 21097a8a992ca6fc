"""How sums, numbers, dates and quotes are written in each language. Arithmetic is done elsewhere; this only writes.

French: narrow no-break space (U+202F) between thousands and before ; : ! ?, no-break space (U+00A0) before € and inside « ».
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from analyzer.language import amounts
from analyzer.language.amounts import NARROW, NO_BREAK

_MONTHS: Final = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_BEFORE_SIGN: Final = re.compile(r"[ \u00a0\u202f](?=[;:!?])")
_THOUSANDS: Final = re.compile(r"(?<=[0-9])[ \u00a0](?=[0-9]{3}(?![0-9]))")
_AROUND_WORDS: Final = re.compile(r"(?<=«)[ \u202f]|[ \u202f](?=[»%€])")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_BLANKS: Final = re.compile(" {2,}")
# What a page's source holds around its words; « <nom du client> » of a template is none of these.
_MARKUP: Final = re.compile(
    r"</?(?:span|div|p|b|i|u|a|em|strong|br|hr|font|su[bp]|small|li|ul|ol|table|tbody|thead|td|tr|th|h[1-6]|section)\b[^<>]{0,200}>",
    re.I,
)
# Within a word, before what it is shortened for (a place to fill in, too), and after a plural: "the parties' duties".
_APOSTROPHE: Final = re.compile(r"(?<=[\w}])'(?=[\w{«“])|(?<=\ws)'(?=[ ,.;:)])")
_QUOTE_LENGTH: Final = 320


def french_spaces(text: str) -> str:
    """The text with the spaces that French typography asks for, where it was written with ordinary ones."""
    return _AROUND_WORDS.sub(NO_BREAK, _BEFORE_SIGN.sub(NARROW, _THOUSANDS.sub(NARROW, text)))


def curly(text: str) -> str:
    """The text with the apostrophes of print: « l’article », "the provider’s"."""
    return _APOSTROPHE.sub("’", text)


def typeset(text: str, language: str, *, straight: bool = False) -> str:
    """The words of the library as print has them: the spaces of their language, curly apostrophes, or straight ones where they are to
    stand among such. What programs read (JSON, SARIF) holds them as they were written.
    """
    spaced = french_spaces(text) if language == "fr" else text
    return spaced.replace("’", "'") if straight else curly(spaced)


def cents(value: Decimal) -> Decimal:
    """Rounded to two decimals, halves up: how sums and multiples are shown everywhere."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def number(value: Decimal | int, language: str) -> str:
    """With its thousands set apart, and the decimals that it has."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.replace(",", NARROW).replace(".", ",") if language == "fr" else text


def money(amount: Decimal, currency: str, language: str) -> str:
    """« 39 746,41 € », "€39,746.41"; a currency without a sign of its own keeps its code."""
    return amounts.money(cents(amount), currency, language)


def whole_money(amount: Decimal, currency: str, language: str) -> str:
    """A sum without cents, of an amount that is whole: « 39 746 € », "€39,746"."""
    return amounts.with_currency(f"{int(amount):,}", currency, language)


def multiple(value: Decimal, language: str) -> str:
    """Two decimals: « 66,24 »."""
    return number(cents(value), language)


def plain(value: Decimal, language: str) -> str:
    """A measure without needless zeros: 12, 1.5."""
    whole = value.to_integral_value()
    return number(int(whole) if value == whole else value.normalize(), language)


def percent(share: Decimal, language: str) -> str:
    """A share of one: « 40 % », "40%"."""
    shown = plain(share * 100, language)
    return f"{shown}{NO_BREAK}%" if language == "fr" else f"{shown}%"


def day(value: date, language: str) -> str:
    """« 1er mars 2026 », "1 March 2026"."""
    ordinal = "1er" if language == "fr" and value.day == 1 else str(value.day)
    return NO_BREAK.join((ordinal, _MONTHS[language][value.month - 1], str(value.year)))


def iso_day(text: str, language: str) -> str:
    """A date of the library (2026-11-21) for people; anything else as it is written."""
    try:
        return day(date.fromisoformat(text), language)
    except ValueError:
        return text


def clean(text: str) -> str:
    """One line that is safe to print: white space becomes single blanks, and no character can move the cursor or hide text."""
    return _BLANKS.sub(" ", _CONTROL.sub(" ", _INVISIBLE.sub("", text))).strip()


def quote(text: str, language: str) -> str:
    """The contract's words between the language's quotation marks; a long quote loses its middle, never its ends.

    HTML tags of a Markdown file are not shown; the offsets of a report still count them.
    """
    words = clean(_MARKUP.sub("", text))
    if len(words) > _QUOTE_LENGTH:
        half = _QUOTE_LENGTH // 2
        words = f"{words[:half].rstrip()} […] {words[-half:].lstrip()}"
    return f"«{NO_BREAK}{words}{NO_BREAK}»" if language == "fr" else f"“{words}”"
