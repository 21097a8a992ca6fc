"""Commands that README and docs show exist, with the options that they show."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import typer

from analyzer.cli import app
from tests.docs.test_links import PAGES, ROOT

_SHELL = re.compile(r"^ *```(?:sh|bat)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:[.\w]*venv[/\\]\w+[/\\])?gardefou (.+)")


def _shown(page: str) -> Iterator[str]:
    """Whole command lines: those of shell blocks, and `gardefou …` in a sentence."""
    for block in _SHELL.findall(page):
        yield from (found[1] for line in block.splitlines() if (found := _COMMAND.match(line.strip())))
    yield from re.findall(r"`gardefou ([^`\n]+)`", re.sub(r"^ *```.*?^ *```$", "", page, flags=re.M | re.S))


@cache
def _program() -> Any:
    return typer.main.get_command(app)


def _unknown(line: str) -> list[str]:
    """The words of a command line that the program does not know."""
    words = shlex.split(line.split(" #")[0].replace("\\", "/"))
    command = _program()
    while words and (under := getattr(command, "commands", {})):
        if words[0].startswith("-") or words[0] in ("COMMAND", "COMMANDE"):
            break
        if words[0] not in under:
            return [words[0]]
        command = under[words.pop(0)]
    known = {name for each in command.params for name in (*each.opts, *each.secondary_opts)} | {"-h", "--help"}
    return [word for word in words if word.startswith("-") and word.partition("=")[0] not in known]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_exist(path):
    """Neither a command nor an option was renamed under a page."""
    lines = list(_shown(path.read_text(encoding="utf-8")))

    assert [] == [(line, _unknown(line)) for line in lines if _unknown(line)]


def test_a_wrong_option_is_seen():
    """The check is not asleep, and it finds commands where they stand."""
    page = "```sh\n.venv/bin/gardefou check a.pdf --clam 1   # x\n```\n\nSee `gardefou clauses shw ID` and `gardefou app`.\n"

    assert ["check a.pdf --clam 1   # x", "clauses shw ID", "app"] == list(_shown(page))
    assert [["--clam"], ["shw"], []] == [_unknown(line) for line in _shown(page)]
