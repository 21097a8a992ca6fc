"""Sums given on the command line or in a call: « 39 746,41 », "39746.41", "600 EUR"."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from analyzer.errors import SettingsProblem
from analyzer.facts.values import AnnualValue

_SHAPE = re.compile(r"(?P<before>[A-Za-z]{3}|[€£$])?(?P<digits>[\d.,]+)(?P<after>[A-Za-z]{3}|[€£$])?")
_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD"}


def parse_amount(text: str) -> Decimal:
    """The sum that an option names, in cents at most. Raises SettingsProblem."""
    return _parse(text)[0]


def parse_annual_value(text: str, currency: str = "EUR") -> AnnualValue:
    """The yearly value that an option names; `currency` where the text names none. Raises SettingsProblem."""
    amount, named = _parse(text)
    return AnnualValue(amount, named or currency, "unknown", amount, "year", None, "option")


def _parse(text: str) -> tuple[Decimal, str | None]:
    match = _SHAPE.fullmatch(re.sub(r"[\s'’]", "", text))
    try:
        if match is None:
            raise InvalidOperation
        amount = Decimal(_plain(match["digits"])).quantize(Decimal("0.01"))
    except InvalidOperation:
        raise SettingsProblem(f"{text!r} is not a sum of money.", hint='Write it as 39746.41 or "39746.41 EUR".') from None
    unit = (match["before"] or match["after"] or "").upper()
    return amount, _SYMBOLS.get(unit, unit) or None


def _plain(digits: str) -> str:
    """Digits with a point before the cents: the last separator marks cents where one or two digits follow it."""
    head, separator, tail = digits.replace(",", ".").rpartition(".")
    if separator and len(tail) in (1, 2):
        return f"{head.replace('.', '')}.{tail}"
    return digits.replace(",", "").replace(".", "")
