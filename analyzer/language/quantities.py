"""The words that make a number a sum, a length of time or a share. All folded; one table serves both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

TimeUnit = Literal["minute", "hour", "day", "week", "month", "year"]

# ISO 4217 code of each currency word, code or sign. "$" alone is settled by the document (see money.py).
CURRENCIES: Mapping[str, str] = MappingProxyType(
    {
        "€": "EUR",
        "£": "GBP",
        "$": "$",
        "¥": "JPY",
        "₹": "INR",
        "us$": "USD",
        "$us": "USD",
        "$ us": "USD",
        "$ usd": "USD",
        "u.s.$": "USD",
        "u.s. $": "USD",
        "us $": "USD",
        "ca$": "CAD",
        "c$": "CAD",
        "$ca": "CAD",
        "$ ca": "CAD",
        "$ cad": "CAD",
        "$ can": "CAD",
        "cdn$": "CAD",
        "can$": "CAD",
        "a$": "AUD",
        "au$": "AUD",
        "nz$": "NZD",
        "hk$": "HKD",
        "s$": "SGD",
        "euro": "EUR",
        "euros": "EUR",
        "eur": "EUR",
        "eu€": "EUR",
        "dollar": "$",
        "dollars": "$",
        "us dollar": "USD",
        "us dollars": "USD",
        "u.s. dollar": "USD",
        "u.s. dollars": "USD",
        "united states dollars": "USD",
        "american dollars": "USD",
        "dollars us": "USD",
        "dollars americains": "USD",
        "dollars des etats-unis": "USD",
        "dollar americain": "USD",
        "dollars canadiens": "CAD",
        "dollar canadien": "CAD",
        "canadian dollars": "CAD",
        "canadian dollar": "CAD",
        "australian dollars": "AUD",
        "new zealand dollars": "NZD",
        "hong kong dollars": "HKD",
        "singapore dollars": "SGD",
        "pounds sterling": "GBP",
        "pound sterling": "GBP",
        "pounds": "GBP",
        "sterling pounds": "GBP",
        "livres sterling": "GBP",
        "livre sterling": "GBP",
        "francs suisses": "CHF",
        "franc suisse": "CHF",
        "swiss francs": "CHF",
        "francs": "FRF",
        "francs francais": "FRF",
        "francs cfa": "XOF",
        "francs pacifique": "XPF",
        "fcfa": "XOF",
        "dirhams": "MAD",
        "dirham": "MAD",
        "dinars": "TND",
        "rupees": "INR",
        "yen": "JPY",
        "yens": "JPY",
        "rs.": "INR",
        **{
            code.lower(): code
            for code in [
                "USD",
                "GBP",
                "CHF",
                "CAD",
                "AUD",
                "NZD",
                "JPY",
                "INR",
                "CNY",
                "RMB",
                "SEK",
                "NOK",
                "DKK",
                "PLN",
                "HKD",
                "SGD",
                "ZAR",
                "AED",
                "ILS",
                "MAD",
                "XOF",
                "XAF",
                "XPF",
                "TND",
                "DZD",
                "BRL",
                "MXN",
                "CZK",
                "HUF",
                "RON",
            ]
        },
    }
)

CENTS: frozenset[str] = frozenset({"centime", "centimes", "cent", "cents", "penny", "pence", "cts"})

# A unit and how many of it the word stands for ("trimestre": three months).
UNITS: Mapping[str, tuple[TimeUnit, int]] = MappingProxyType(
    {
        "minute": ("minute", 1),
        "minutes": ("minute", 1),
        "mins": ("minute", 1),
        "heure": ("hour", 1),
        "heures": ("hour", 1),
        "hour": ("hour", 1),
        "hours": ("hour", 1),
        "hrs": ("hour", 1),
        "jour": ("day", 1),
        "jours": ("day", 1),
        "day": ("day", 1),
        "days": ("day", 1),
        "semaine": ("week", 1),
        "semaines": ("week", 1),
        "week": ("week", 1),
        "weeks": ("week", 1),
        "fortnight": ("day", 14),
        "mois": ("month", 1),
        "month": ("month", 1),
        "months": ("month", 1),
        "mos.": ("month", 1),
        "trimestre": ("month", 3),
        "trimestres": ("month", 3),
        "calendar quarter": ("month", 3),
        "calendar quarters": ("month", 3),
        "semestre": ("month", 6),
        "semestres": ("month", 6),
        " annee": ("year", 1),
        " annees": ("year", 1),
        " an": ("year", 1),
        " ans": ("year", 1),
        "-an": ("year", 1),
        "annee": ("year", 1),
        "annees": ("year", 1),
        "year": ("year", 1),
        "years": ("year", 1),
        "yrs": ("year", 1),
    }
)

# A letter right after digits: "4h", "5 j".
UNIT_LETTERS: Mapping[str, TimeUnit] = MappingProxyType({"h": "hour", "j": "day", "min": "minute", "mn": "minute"})

# Words that hold their number in themselves: « sous huitaine », « quinzaine de jours ».
WHOLE_LENGTHS: Mapping[str, int] = MappingProxyType({"huitaine": 8, "quinzaine": 15})

# What may stand between a number and its unit: "SIX DERNIERS MOIS", "twelve (12) full calendar months".
BETWEEN_NUMBER_AND_UNIT: frozenset[str] = frozenset(
    [
        "derniers",
        "dernieres",
        "premiers",
        "premieres",
        "prochains",
        "prochaines",
        "precedents",
        "precedentes",
        "consecutifs",
        "consecutives",
        "pleins",
        "pleines",
        "entiers",
        "entieres",
        "civils",
        "civiles",
        "complets",
        "autres",
        "full",
        "calendar",
        "consecutive",
        "business",
        "working",
        "prior",
        "preceding",
        "previous",
        "last",
        "first",
        "next",
        "additional",
        "successive",
        "continuous",
        "whole",
        "further",
        "complete",
        "immediately",
        "contract",
        "trailing",
        "clear",
        "banking",
    ]
)
WORKING: frozenset[str] = frozenset({"business", "working", "banking"})

PERCENT: frozenset[str] = frozenset(
    {"%", "pour cent", "pourcent", "pour-cent", "percent", "per cent", "pct", "per centum"}
)
