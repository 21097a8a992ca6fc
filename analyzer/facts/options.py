"""Sums that a user gives, on the command line or in a call: « 39 746,41 », "39746.41", "600 EUR"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from analyzer.errors import SettingsProblem
from analyzer.facts.values import AnnualValue

_SYMBOLS: Final = {"€": "EUR", "£": "GBP", "$": "USD"}
_SUM: Final = re.compile(
    r"(?P<before>[€£$]|[A-Za-z]{3})? ?(?P<digits>[0-9][0-9., ]{0,30}) ?(?P<after>[€£$]|[A-Za-z]{3})?"
)
_DIGITS: Final = re.compile(
    r"(?P<whole>[0-9]{1,15}|[0-9]{1,3}(?: [0-9]{3}){1,4}|[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,3}(?:\.[0-9]{3}){1,4})"
    r"(?:[.,](?P<cents>[0-9]{1,2}))?"
)
_BLANKS: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "'": " ", "’": " "})
_EXAMPLE: Final = "Write for example 39746.41 or “39746.41 EUR”."


class Sum(NamedTuple):
    """A sum as given; `currency` is None where none was written beside it."""

    amount: Decimal
    currency: str | None


def parse_sum(text: str, option: str) -> Sum:
    """39746.41, « 39 746,41 », 39746,41 EUR, €39,746.41. One separator before three digits sets thousands apart.

    `option` is what the user calls it ("--claim", "claim"). Raises SettingsProblem, also for a sum of nothing.
    """
    match = _SUM.fullmatch(text.translate(_BLANKS).strip())
    digits = _DIGITS.fullmatch(match["digits"].strip()) if match else None
    values = {"option": option, "value": text}
    if match is None or digits is None or (match["before"] and match["after"]):
        raise SettingsProblem(f"{option}: “{text}” is not a sum.", hint=_EXAMPLE, key="sum", values=values)
    whole, cents = re.sub("[ .,]", "", digits["whole"]), digits["cents"]
    amount = Decimal(f"{whole}.{cents}" if cents else whole)
    if not amount:
        raise SettingsProblem(
            f"{option}: the sum must be above zero.", hint=_EXAMPLE, key="sum_positive", values=values
        )
    written = match["before"] or match["after"]
    return Sum(amount, _SYMBOLS.get(written, written.upper()) if written else None)


def parse_annual_value(text: str, option: str) -> AnnualValue:
    """The yearly value that an option names, in euros where it names no currency. Raises SettingsProblem."""
    amount, currency = parse_sum(text, option)
    return AnnualValue(amount, currency or "EUR", "unknown", amount, "year", None, "option")
