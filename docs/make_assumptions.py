"""The scenarios' inputs with every default and its source: what `[assumptions]` of a profile can replace. By `make reference`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from analyzer.library import standard
from analyzer.reports.format import curly, french_spaces, number
from analyzer.reports.messages import LANGUAGES
from analyzer.scenarios import CUSTOMER, Input

_HEAD: Final = {
    "fr": (
        "Les hypothèses",
        "Les valeurs que prennent les scénarios de perte là où personne n'a rien dit, écrites par `make reference` à partir de "
        "`clauses/scenarios.toml` : basse, centrale et haute, pour une très petite entreprise puis pour une entreprise moyenne. "
        "`[customer]` d'un [profil](settings.md) remplace celles qui sont en gras, `[assumptions]` n'importe laquelle. Marque V : une page "
        "publique le dit et a été lue ; I : une proposition de ce projet, que personne n'a publiée.",
        ("Clé", "Sens", "Très petite entreprise", "Entreprise moyenne", "Marque", "Note"),
    ),
    "en": (
        "Assumptions",
        "What the loss scenarios take where nobody said otherwise, written by `make reference` from `clauses/scenarios.toml`: low, central "
        "and high, for a very small firm and then for a medium-sized one. `[customer]` of a [profile](settings.md) replaces those in bold, "
        "`[assumptions]` any of them. Mark V: a public page says so and was read; I: a proposal of this project that nobody published.",
        ("Key", "Meaning", "Very small firm", "Medium-sized firm", "Mark", "Note"),
    ),
}


def pages() -> dict[Path, str]:
    """The page in both languages, by its path under docs/."""
    return {Path("assumptions.md") if each == "en" else Path(each, "assumptions.md"): page(each) for each in LANGUAGES}


def page(language: str) -> str:
    """A row an input, in the library's order."""
    title, opening, columns = _HEAD[language]
    rows = [_row(name, each, language) for name, each in standard().scenarios.inputs.items()]
    lines = [columns, ("---",) * len(columns), *rows]
    text = "\n\n".join([f"# {title}", opening, "\n".join(f"| {' | '.join(line)} |" for line in lines)]) + "\n"
    return french_spaces(curly(text)) if language == "fr" else text


def _row(name: str, each: Input, language: str) -> tuple[str, ...]:
    key = f"**`{name}`**" if name in CUSTOMER else f"`{name}`"
    note = f"{each.note[language]} ([source]({each.source}))" if each.source else each.note[language]
    sizes = ("micro", "sme")
    values = (" · ".join(number(value, language) for value in each.defaults[size]) for size in sizes)
    return (key, each.title[language], *values, each.mark, note)
