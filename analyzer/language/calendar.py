"""Names of months in both languages, and the words around the day on which a contract is signed. Folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_FRENCH = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
]
_ENGLISH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

MONTHS: Mapping[str, int] = MappingProxyType(
    {
        **{name: month for month, name in enumerate(_FRENCH, 1)},
        **{name: month for month, name in enumerate(_ENGLISH, 1)},
        **{name[:3]: month for month, name in enumerate(_ENGLISH, 1)},
        "sept": 9,
        "janv": 1,
        "fevr": 2,
        "avr": 4,
        "juil": 7,
    }
)

# Before a date, and how much each says that it is the day of signature: the lowest wins.
SIGNING: Mapping[str, int] = MappingProxyType(
    {
        "fait a": 0,
        "fait le": 0,
        "fait en": 0,
        "signe le": 0,
        "signe a": 0,
        "signee le": 0,
        "date de signature": 0,
        "date of signature": 0,
        "signed on": 0,
        "dated as of": 1,
        "dated this": 1,
        "dated": 2,
        "made as of": 1,
        "is made": 1,
        "made this": 1,
        "made and entered into": 1,
        "entered into": 1,
        "made effective": 1,
        "is effective": 2,
        "executed as of": 1,
        "executed on": 1,
        "conclu le": 1,
        "conclu en date du": 1,
        "en date du": 2,
        "agreement date": 1,
        "effective date": 2,
        "effective as of": 2,
        "as of": 3,
        "date d'effet": 3,
        "prise d'effet": 3,
        "prend effet le": 3,
        "in witness whereof": 3,
    }
)

# A date after one of these is not the contract's own.
NOT_SIGNING = (
    r"\b(?:updated?|modified|revised|revision|version|mise? a jour|mis a jour|modifiee?|publie|derniere|last"
    r"|amended|amendment|previous|original|prior|loi|"
    r"decret|ordonnance|directive|reglement|arrete|law|act|regulation|expir[a-z]*|terminat[a-z]*|until|through"
    r"|between|source|jusqu'au|immatricul[a-z]*|n(?:um|o|°)?)\b"
)
