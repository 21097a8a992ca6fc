"""Sums of money as people write them in French and in English."""

from __future__ import annotations

from decimal import Decimal

NARROW = "\u202f"  # narrow no-break space: French thousands
NO_BREAK = "\u00a0"
_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$"}
_WITHOUT_CENTS = frozenset({"JPY", "XAF", "XOF", "XPF"})  # ISO 4217: no decimals


def money(amount: Decimal, currency: str, language: str) -> str:
    """39 746,41 € in French, €39,746.41 in English; a currency without a sign keeps its code (CHF 1,200.00)."""
    return with_currency(f"{amount:,.{0 if currency in _WITHOUT_CENTS else 2}f}", currency, language)


def with_currency(digits: str, currency: str, language: str) -> str:
    """English digits ("1,200.50") as the language writes them, with their currency."""
    if language == "fr":
        shown = digits.replace(",", NARROW).replace(".", ",")
        return f"{shown}{NO_BREAK}{_SYMBOLS.get(currency, currency)}"
    symbol = _SYMBOLS.get(currency)
    return f"{symbol}{digits}" if symbol else f"{currency}{NO_BREAK}{digits}"
