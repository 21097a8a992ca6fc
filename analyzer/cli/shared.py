"""The options that several commands take, said once: their help, what they mean to the engine, and how a command gets them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, get_type_hints

import typer

from analyzer.cli.options import choose, one_currency, parse_currency, parse_ids, system_language
from analyzer.reports.messages import LANGUAGES, say

if TYPE_CHECKING:
    from analyzer.pipeline import Settings

SIDES: Final = ("provider", "customer", "insurer")
LEVELS: Final = ("protective", "balanced")


def help_text(key: str) -> str:
    """The help of a command or an option, in the system's language."""
    return say(f"help.{key}", system_language())


LanguageOption = Annotated[str | None, typer.Option("--language", metavar="fr|en", help=help_text("language"))]
LibraryLanguage = Annotated[str | None, typer.Option("--language", metavar="fr|en", help=help_text("language.library"))]
LevelOption = Annotated[
    str, typer.Option("--level", metavar="|".join(LEVELS), show_default=False, help=help_text("level"))
]
Together = Annotated[bool, typer.Option("--together", help=help_text("together"))]


@dataclass(frozen=True, slots=True)
class Shared:
    """What every command that judges contracts takes, as it was typed."""

    annual_value: Annotated[str | None, typer.Option(metavar="600", help=help_text("annual_value"))] = None
    currency: Annotated[str | None, typer.Option(metavar="EUR", help=help_text("currency"))] = None
    claim: Annotated[str | None, typer.Option(metavar="39746.41", help=help_text("claim"))] = None
    profile: Annotated[Path | None, typer.Option(metavar="FILE.toml", help=help_text("profile"))] = None
    playbook: Annotated[Path | None, typer.Option(metavar="FILE.toml", help=help_text("playbook"))] = None
    select: Annotated[list[str] | None, typer.Option(metavar="IDS", help=help_text("select"))] = None
    ignore: Annotated[list[str] | None, typer.Option(metavar="IDS", help=help_text("ignore"))] = None
    side: Annotated[
        str, typer.Option("--side", metavar="|".join(SIDES), show_default=False, help=help_text("side"))
    ] = "provider"

    def options(self, language: str | None, speech: str) -> dict[str, Any]:
        """All but the profile and the playbook, checked, by the names that `analyze` gives them. Raises SettingsProblem in `speech`."""
        from analyzer.facts.options import parse_sum

        value = parse_sum(self.annual_value, "--annual-value") if self.annual_value is not None else None
        loss = parse_sum(self.claim, "--claim") if self.claim is not None else None
        unit = parse_currency(self.currency, speech) if self.currency is not None else None
        unit = one_currency(unit, {"--annual-value": value, "--claim": loss}, speech)
        known = known_ids(self.playbook) if self.select or self.ignore else ()
        return {
            "language": language,
            "annual_value": f"{value.amount:f} {unit or ''}".strip() if value else None,
            "claim": f"{loss.amount:f}" if loss else None,
            "side": choose(self.side, SIDES, "--side", speech),
            "select": parse_ids(self.select or (), known, "--select", speech),
            "ignore": parse_ids(self.ignore or (), known, "--ignore", speech),
        }

    def settings(self, language: str | None, level: str, speech: str) -> Settings:
        """The engine's settings; a fault is told in `speech`."""
        from analyzer import settings_of

        options = self.options(language, speech)
        return settings_of(**options, level=level, profile=self.profile, playbook=self.playbook)


def with_shared(function: Callable[..., int]) -> Callable[..., int]:
    """A command whose parameter `shared` is asked for option by option: typer reads options from a signature, so this writes one."""
    signature, said = inspect.signature(function), get_type_hints(function, include_extras=True)
    asked = get_type_hints(Shared, include_extras=True)
    keyword = inspect.Parameter.KEYWORD_ONLY
    own = [
        each.replace(annotation=said[name], kind=keyword)
        for name, each in signature.parameters.items()
        if name != "shared"
    ]
    added = [
        inspect.Parameter(each.name, keyword, default=each.default, annotation=asked[each.name])
        for each in fields(Shared)
    ]

    @wraps(function)
    def command(**given: Any) -> int:
        shared = Shared(**{each.name: given.pop(each.name) for each in fields(Shared)})
        return function(shared=shared, **given)

    told: Any = command
    told.__signature__ = signature.replace(parameters=[*own, *added])
    told.__annotations__ = {each.name: each.annotation for each in (*own, *added)}
    return command


def speech_of(language: str | None) -> str:
    """The language of messages: the one asked for, else the system's."""
    return choose(language, LANGUAGES, "--language", system_language()) if language else system_language()


def known_ids(playbook: Path | None = None) -> tuple[str, ...]:
    """Every finding and topic of the library, with those that a house's playbook adds."""
    from analyzer.library import standard

    library = standard()
    if playbook:
        from analyzer.playbook import load_playbook

        library = load_playbook(playbook, library).library
    return (*library.findings, *library.topics)
