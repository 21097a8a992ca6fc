"""What the user's options mean: sums, currencies, choices, ids. Every fault is one sentence in the user's language."""

from __future__ import annotations

import difflib
import locale
import os
import re
from collections.abc import Collection
from decimal import Decimal
from typing import Final, NamedTuple

from analyzer.errors import SettingsProblem
from analyzer.reports.messages import say

_SYMBOLS: Final = {"€": "EUR", "£": "GBP", "$": "USD"}
_SUM: Final = re.compile(
    r"(?P<before>[€£$]|[A-Za-z]{3})? ?(?P<digits>[0-9][0-9., ]{0,30}) ?(?P<after>[€£$]|[A-Za-z]{3})?"
)
_DIGITS: Final = re.compile(
    r"(?P<whole>[0-9]{1,15}|[0-9]{1,3}(?: [0-9]{3}){1,4}|[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,3}(?:\.[0-9]{3}){1,4})"
    r"(?:[.,](?P<cents>[0-9]{1,2}))?"
)
_CURRENCY: Final = re.compile(r"[A-Za-z]{3}")
_BLANKS: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "'": " ", "’": " "})


class Sum(NamedTuple):
    """A sum as given; `currency` is None where none was written beside it."""

    amount: Decimal
    currency: str | None


def system_language() -> str:
    """French where the system speaks French, else English."""
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)
    name = said or locale.getlocale()[0] or ""
    return "fr" if name.lower().startswith("fr") else "en"


def parse_sum(value: str, option: str, language: str) -> Sum:
    """39746.41, « 39 746,41 », 39746,41 EUR, €39,746.41. One separator before three digits sets thousands apart."""
    match = _SUM.fullmatch(value.translate(_BLANKS).strip())
    digits = _DIGITS.fullmatch(match["digits"].strip()) if match else None
    if match is None or digits is None or (match["before"] and match["after"]):
        raise SettingsProblem(say("option.amount", language, option=option, value=value))
    whole, cents = re.sub("[ .,]", "", digits["whole"]), digits["cents"]
    amount = Decimal(f"{whole}.{cents}" if cents else whole)
    if not amount:
        raise SettingsProblem(say("option.amount_positive", language, option=option))
    written = match["before"] or match["after"]
    return Sum(amount, _SYMBOLS.get(written, written.upper()) if written else None)


def parse_currency(value: str, language: str) -> str:
    """A three-letter code, in capitals."""
    if not _CURRENCY.fullmatch(value):
        raise SettingsProblem(say("option.currency", language, option="--currency", value=value))
    return value.upper()


def one_currency(currency: str | None, sums: dict[str, Sum | None], language: str) -> str | None:
    """The currency that all sums are in; None where nobody said one."""
    for option, given in sums.items():
        written = given.currency if given else None
        if written and currency and written != currency:
            raise SettingsProblem(say("option.currencies", language, option=option, written=written, value=currency))
        currency = currency or written
    return currency


def choose(value: str, choices: Collection[str], option: str, language: str) -> str:
    """The value, where it is one of the choices."""
    if value in choices:
        return value
    sentence = say("option.choice", language, option=option, value=value, choices=", ".join(choices))
    raise SettingsProblem(sentence, hint=_near(value, choices, language))


def parse_ids(values: Collection[str], known: Collection[str], option: str, language: str) -> tuple[str, ...]:
    """Ids of findings or topics, separated by commas or given again and again."""
    ids = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    for each in ids:
        if each not in known:
            unknown_id(each, known, option, language)
    return ids


def unknown_id(value: str, known: Collection[str], option: str, language: str) -> None:
    """Refuse an id that names nothing, with the nearest that does."""
    hint = _near(value, known, language) or say("option.list_hint", language)
    raise SettingsProblem(say("option.id", language, option=option, value=value), hint=hint)


def _near(value: str, choices: Collection[str], language: str) -> str:
    near = difflib.get_close_matches(value.lower(), list(choices), n=1, cutoff=0.5)
    return say("option.near", language, near=near[0]) if near else ""
