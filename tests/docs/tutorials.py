"""What a tutorial asks its reader to do, in the order of the page: files to write, commands to type, what they print."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
NAMES = ("tutorial-provider", "tutorial-lawyer", "tutorial-insurer", "settings")
TUTORIALS = {f"{folder}{name}": DOCS / f"{folder}{name}.md" for folder in ("fr/", "") for name in NAMES}

# Lines of a shell block that are not ours; whatever else stands there must be a command of gardefou.
OTHERS = ("make demo", "make app", ". .venv/bin/activate", "gardefou app")
_BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_LEFT_OUT = "…"


@dataclass(slots=True)
class Step:
    """A file to write, or a command with what the page says that it prints."""

    words: tuple[str, ...] = ()
    file: str = ""
    text: str = ""
    shown: list[str] = field(default_factory=list)


def steps(page: str) -> Iterator[Step]:
    """The steps of a page. Raises AssertionError for a block that nothing would check."""
    last: Step | None = None
    for margin, kind, indented in _BLOCK.findall(page):
        text = re.sub(f"^{margin}", "", indented, flags=re.MULTILINE)  # a block inside a list
        if kind == "toml":
            first = re.match(r"# ([\w.-]+\.toml)\n", text)
            assert first, f"name the file in the first line of the block: # house.toml\n{text}"
            yield Step(file=first[1], text=text)
        elif kind == "sh":
            for line in text.splitlines():
                if line.partition("#")[0].strip() in OTHERS:
                    continue
                words = shlex.split(line, comments=True)
                assert words[:1] == ["gardefou"], f"not a command of ours: {line}"
                if last:
                    yield last
                last = Step(words=tuple(words[1:]))
        elif kind == "text":
            assert last, f"printed by no command: {text}"
            last.shown += [_LEFT_OUT, *text.splitlines()] if last.shown else text.splitlines()
        else:
            raise AssertionError(f"a block of {kind} is checked by nothing")
    if last:
        yield last


def not_printed(shown: Sequence[str], printed: str) -> str:
    """The first part of what is shown that was not printed; "" where all was. Parts stand in order, with … between them."""
    lines, start = _seen(printed.splitlines()), 0
    for part in _parts(_seen(shown)):
        found = next((at for at in range(start, len(lines)) if lines[at : at + len(part)] == part), None)
        if found is None:
            return "\n".join(part)
        start = found + len(part)
    return ""


def _seen(lines: Sequence[str]) -> list[str]:
    """As a reader sees them: a space is a space, and none is seen at the end."""
    return [re.sub("[\u00a0\u202f]", " ", line).rstrip() for line in lines]


def _parts(shown: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for line in [*shown, _LEFT_OUT]:
        if line.strip() != _LEFT_OUT:
            part.append(line)
        elif part:
            yield part
            part = []
