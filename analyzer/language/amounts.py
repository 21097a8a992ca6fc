"""Sums of money as people write them in French and in English."""

from __future__ import annotations

from decimal import Decimal

NARROW = "\u202f"  # narrow no-break space: French thousands
NO_BREAK = "\u00a0"
_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$"}


def money(amount: Decimal, currency: str, language: str) -> str:
    """39 746,41 € in French, €39,746.41 in English; a currency without a sign keeps its code (CHF 1,200)."""
    digits = f"{amount:,.2f}"
    if language == "fr":
        shown = digits.replace(",", NARROW).replace(".", ",")
        return f"{shown}{NO_BREAK}{_SYMBOLS.get(currency, currency)}"
    symbol = _SYMBOLS.get(currency)
    return f"{symbol}{digits}" if symbol else f"{currency}{NO_BREAK}{digits}"
