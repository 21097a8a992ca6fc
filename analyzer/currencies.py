"""In which currency a contract counts, and what stands there for a euro.

The library's sums (thresholds, floors, what a loss costs) are orders of magnitude in euros. `[worth]` of settings.toml says what they are
multiplied by under a contract in another currency. What the contract or the user states is never converted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from analyzer.facts.values import Facts

EURO: Final = "EUR"
_BY_LAW: Final = {"AU": "AUD", "CA": "CAD", "CH": "CHF", "GB": "GBP", "NZ": "NZD", "SG": "SGD", "US": "USD"}


def contract_currency(facts: Facts, law: str, settings: Mapping[str, Any]) -> str:
    """That of the yearly price, else the one the contract's sums are most often in, else the one it names, else that of its law, else
    euros; of those whose worth is not known only the yearly price's.
    """
    if facts.annual_value:
        return facts.annual_value.currency
    known = {EURO, *settings.get("worth", {})}
    stated = Counter(money.currency for money in facts.money if money.currency in known)
    if stated:
        return stated.most_common(1)[0][0]
    return facts.currency if facts.currency and facts.currency in known else _BY_LAW.get(law[:2], EURO)


def worth(settings: Mapping[str, Any], currency: str | None) -> Decimal:
    """How much of a currency stands for one euro of the library's sums; 1 where nobody knows."""
    found: Decimal = settings.get("worth", {}).get(currency or EURO, Decimal(1))
    return found
