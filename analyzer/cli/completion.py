"""What the shell offers on Tab, and how it is installed.

What an option offers is what its help shows as its value: the words of `text|json`, the ids of the library for `IDS`, else nothing, so
that the shell completes files of its own. A shell asks at every Tab: the library is not loaded, an id is the name of a file in
`clauses/`, its title one table in that file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import typer.completion

import clauses
from analyzer.cli import output
from analyzer.cli.options import system_language
from analyzer.errors import SettingsProblem
from analyzer.reports.messages import label, say

EXPORTS: Final = ("jsonl", "xlsx", "parquet", "html", "sarif")
_SHELLS: Final = ("bash", "zsh", "fish", "powershell", "pwsh")
_NO_FINDINGS: Final = ("topic.toml", "weights.toml", "ranking.toml")
_TITLE: Final = re.compile(r"^\[title\]\n(?:[a-z]+ = .*\n?)+", re.MULTILINE)
# The family of messages that say what a value means, by the name of its option.
_FAMILIES: Final = MappingProxyType(
    {
        "--language": "complete.language", "--format": "complete.form", "--side": "complete.side", "--level": "level",
        "--audience": "complete.audience", "--fail-on": "severity", "kind": "complete.letter",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """One value, with what it means; `type` is for typer, which asks whether it is a file."""

    value: str
    help: str
    type: str = "plain"


def command(app: typer.Typer) -> Any:
    """The command that typer builds, which knows what it may offer and how to install that."""
    built: Any = typer.main.get_command(app)
    callbacks = {"install_completion": _install, "show_completion": _show}
    for option in built.params:
        if option.name in callbacks:
            option.help = say(f"help.{option.name}", system_language())
            option.callback = callbacks[option.name]
    for parameter in _parameters(built):
        parameter.shell_complete = partial(_complete, offers(parameter.opts[0], parameter.metavar or ""))
    return built


def _parameters(command: Any) -> Iterator[Any]:
    yield from command.params
    for inner in getattr(command, "commands", {}).values():
        yield from _parameters(inner)


def _complete(offered: Callable[[str], Iterable[Offer]], _context: Any, incomplete: str) -> list[Offer]:
    return list(offered(incomplete))


def offers(option: str, metavar: str) -> Callable[[str], Iterable[Offer]]:
    """What completes the value of an option, from what is typed of it."""
    if "|" in metavar:
        return partial(_choices, metavar.split("|"), _FAMILIES.get(option, ""))
    return {"ID": _id, "TOPIC": _topic, "IDS": _ids, "jsonl,xlsx": _exports}.get(metavar, _nothing)


def _choices(values: list[str], family: str, incomplete: str) -> Iterator[Offer]:
    return (Offer(value, _said(family, value)) for value in values if value.startswith(incomplete))


def _exports(incomplete: str) -> Iterator[Offer]:
    return (Offer(before + value, _said("complete.form", value)) for before, value in _last(incomplete, EXPORTS))


def _id(incomplete: str) -> Iterator[Offer]:
    return (Offer(each, _title(each)) for each in ids() if each.startswith(incomplete))


def _topic(incomplete: str) -> Iterator[Offer]:
    return (each for each in _id(incomplete) if "." not in each.value)


def _ids(incomplete: str) -> Iterator[Offer]:
    return (Offer(before + each, _title(each)) for before, each in _last(incomplete, ids()))


def _nothing(_incomplete: str) -> Iterator[Offer]:
    return iter(())


def _last(incomplete: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Of values separated by commas: what stands before the last one, and each that completes it and is not there yet."""
    before, comma, last = incomplete.rpartition(",")
    given = before.split(",")
    return ((before + comma, value) for value in values if value.startswith(last) and value not in given)


def ids() -> tuple[str, ...]:
    """Every topic and finding of the library that ships, in the order of the alphabet."""
    found = []
    for topic in _folder().glob("*/topic.toml"):
        findings = (each.stem for each in topic.parent.glob("*.toml") if each.name not in _NO_FINDINGS)
        found += [topic.parent.name, *(f"{topic.parent.name}.{name}" for name in findings)]
    return tuple(sorted(found))


def _folder() -> Path:
    return Path(clauses.__file__).parent


def _title(identifier: str) -> str:
    """The title of a topic or a finding; empty where its file shows none in the usual place."""
    name, _, problem = identifier.partition(".")
    found = _TITLE.search((_folder() / name / f"{problem or 'topic'}.toml").read_text(encoding="utf-8"))
    title = tomllib.loads(found[0])["title"] if found else {}
    return _shown(title.get(system_language(), ""))


def _said(family: str, value: str) -> str:
    return _shown(label(family, value, system_language()))


def _shown(words: str) -> str:
    """What can be shown beside a value: zsh puts it into quotes of its own, where a typewriter's apostrophe is lost."""
    return words.replace("'", "’")


def _install(context: typer.Context, parameter: Any, asked: Any) -> None:
    """Write the script where the shell looks for it."""
    if not asked or context.resilient_parsing:
        return
    shell = _shell(asked, parameter)
    if shell in ("powershell", "pwsh"):
        # Typer would lift the user's execution policy for it.
        raise SettingsProblem(say("completion.powershell", system_language()))
    _, path = typer.completion.install(shell=shell)  # type: ignore[attr-defined]
    output.message(say("completion.installed", system_language(), shell=shell, path=str(path)))
    raise typer.Exit


def _show(context: typer.Context, parameter: Any, asked: Any) -> None:
    """Print the script."""
    if not asked or context.resilient_parsing:
        return
    script = typer.completion.get_completion_script(  # type: ignore[attr-defined]
        prog_name="gardefou", complete_var="_GARDEFOU_COMPLETE", shell=_shell(asked, parameter)
    )
    output.result(f"{script}\n")
    raise typer.Exit


def _shell(asked: Any, parameter: Any) -> str:
    """The shell that the command was started from. Raises SettingsProblem where it has no completion."""
    found = asked if isinstance(asked, str) else typer.completion._get_shell_name()  # type: ignore[attr-defined]
    if found not in _SHELLS:
        sentence = say("completion.unknown_shell", system_language(), shell=found or "?")
        raise SettingsProblem(f"{parameter.opts[0]}: {sentence}")
    return str(found)
