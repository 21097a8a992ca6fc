"""The reference of the commands, from the command line itself; written with the other reference pages by `make reference`.

The program's help is in one language a process; its sentences are found again in the messages, and said in the page's language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import typer

from analyzer.cli import app
from analyzer.reports.format import curly, french_spaces
from analyzer.reports.messages import LANGUAGES, MESSAGES, say

_SHARED: Final = 4  # an option that this many commands take in the same words stands once, at the end
_HEAD: Final = {
    "fr": (
        "Les commandes",
        "Ce que dit `gardefou COMMANDE --help`, écrit par `make reference` à partir du programme. `-h` ou `--help` montre l'aide de "
        "chaque commande, dans la langue du système.",
    ),
    "en": (
        "Commands",
        "What `gardefou COMMAND --help` says, written by `make reference` from the program. `-h` or `--help` shows the help of each "
        "command, in the language of the system.",
    ),
}
_WORDS: Final = {
    "fr": {
        "columns": ("Argument ou option", "Sens"),
        "required": "Obligatoire.",
        "again": "Peut être donnée plusieurs fois.",
        "shared": "Options communes",
        "shared_text": "Elles veulent dire la même chose dans chaque commande qui les prend.",
        "takes": "Prend aussi, parmi les [options communes](#options-communes) : ",
        "exit": "Codes de sortie",
        "code": ("Code", "Sens"),
    },
    "en": {
        "columns": ("Argument or option", "Meaning"),
        "required": "Required.",
        "again": "May be given again and again.",
        "shared": "Shared options",
        "shared_text": "They mean the same in every command that takes them.",
        "takes": "Also takes, of the [shared options](#shared-options): ",
        "exit": "Exit codes",
        "code": ("Code", "Meaning"),
    },
}
_CODES: Final = {
    "fr": (
        ("0", "Fait. Pour `check` : aucun constat n'atteint `--fail-on`."),
        (
            "1",
            "`check` : un constat au moins atteint `--fail-on`. `clauses test` : une règle ne tient pas son exemple.",
        ),
        (
            "2",
            "La commande ou un fichier n'allait pas ; le reste est fait, et une ligne sur la sortie d'erreur dit quoi faire.",
        ),
        ("130", "Interrompu (Ctrl-C)."),
    ),
    "en": (
        ("0", "Done. For `check`: no finding reaches `--fail-on`."),
        ("1", "`check`: a finding at least reaches `--fail-on`. `clauses test`: a rule does not keep to its example."),
        ("2", "The command or some file was bad; the rest is done, and a line on the error output says what to do."),
        ("130", "Interrupted (Ctrl-C)."),
    ),
}


def pages() -> dict[Path, str]:
    """The page in both languages, by its path under docs/."""
    return {Path("commands.md") if each == "en" else Path(each, "commands.md"): page(each) for each in LANGUAGES}


def page(language: str) -> str:
    """Every command with its arguments and options, then what they share, then the exit codes."""
    said, commands = _WORDS[language], dict(_commands(typer.main.get_command(app), "gardefou"))
    shared = _shared(commands.values())
    title, opening = _HEAD[language]
    parts = [f"# {title}", opening]
    for name, command in commands.items():
        parts += [f"## {name}", _help(command.help, language), f"```text\n{_usage(name, command)}\n```"]
        own = [each for each in command.params if _name(each) not in shared or shared[_name(each)].help != each.help]
        if own:
            parts.append(_table(own, language))
        taken = [f"`{_name(each)}`" for each in command.params if each not in own]
        if taken:
            parts.append(f"{said['takes']}{', '.join(taken)}.")
    parts += [f"## {said['shared']}", str(said["shared_text"]), _table(list(shared.values()), language)]
    parts += [f"## {said['exit']}", _rows(said["code"], _CODES[language])]
    text = "\n\n".join(parts) + "\n"
    return french_spaces(curly(text)) if language == "fr" else text


def _commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """The command and those under it, each by what is typed."""
    yield name, command
    for word, under in getattr(command, "commands", {}).items():
        yield from _commands(under, f"{name} {word}")


def _shared(commands: Any) -> dict[str, Any]:
    """The options that many commands take in the same words, by name, in the order of the first command."""
    options = [each for command in commands for each in command.params if each.param_type_name == "option"]
    taken = Counter((_name(each), each.help) for each in options)
    found: dict[str, Any] = {}
    for each in options:
        if taken[_name(each), each.help] >= _SHARED:
            found.setdefault(_name(each), each)
    return found


def _name(parameter: Any) -> str:
    """An option's long name; what stands for an argument in the usage."""
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name).strip("[].")


def _usage(name: str, command: Any) -> str:
    places = []
    for each in command.params:
        if each.param_type_name == "argument":
            shown = _name(each) + ("..." if each.nargs == -1 else "")
            places.append(shown if each.required else f"[{shown}]")
        elif each.required:
            places.append(f"{_name(each)} {each.metavar}")
    tail = ["COMMAND"] if getattr(command, "commands", None) else []
    return " ".join([name, "[OPTIONS]", *places, *tail])


def _table(parameters: list[Any], language: str) -> str:
    rows = [(_shown(each), _meaning(each, language)) for each in parameters]
    return _rows(_WORDS[language]["columns"], rows)


def _rows(columns: Any, rows: Any) -> str:
    lines = [columns, ("---", "---"), *rows]
    return "\n".join(f"| {first} | {second} |" for first, second in lines)


def _shown(parameter: Any) -> str:
    """As it is typed, with what stands for its value; a bar is escaped for the table."""
    if parameter.param_type_name == "argument":
        return f"`{_name(parameter)}`".replace("|", "\\|")
    names = ", ".join(sorted([*parameter.opts, *parameter.secondary_opts], key=len))
    value = "" if parameter.is_flag else f" {parameter.metavar or 'N'}"
    return f"`{names}{value}`".replace("|", "\\|")


def _meaning(parameter: Any, language: str) -> str:
    said = _WORDS[language]
    notes = [str(said["required"])] if parameter.required else []
    notes += [str(said["again"])] if getattr(parameter, "multiple", False) else []
    return " ".join([_help(parameter.help, language), *notes]).replace("|", "\\|")


def _help(text: str | None, language: str) -> str:
    """The program's sentence in the page's language; as it is where it is none of ours."""
    for key in MESSAGES:
        if key.startswith("help.") and any(text == say(key, each) for each in LANGUAGES):
            return say(key, language)
    return text or ""
