"""What the user's options mean: currencies, choices, ids. Every fault is one sentence in the user's language."""

from __future__ import annotations

import difflib
import locale
import os
import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from analyzer.errors import SettingsProblem
from analyzer.reports.messages import say

if TYPE_CHECKING:
    from analyzer.facts.options import Sum

_CURRENCY: Final = re.compile(r"[A-Za-z]{3}")


def system_language() -> str:
    """French where the system speaks French, else English."""
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)
    name = said or locale.getlocale()[0] or ""
    return "fr" if name.lower().startswith("fr") else "en"


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
