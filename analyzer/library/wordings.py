"""Suggested clauses: wording.fr.md and wording.en.md of a topic."""

from __future__ import annotations

import re
from pathlib import Path

from analyzer.library.patterns import shown
from analyzer.rules import VARIANTS, Wording
from analyzer.tables import Source

_HEADING = re.compile(r"(?P<marks>#{1,2}) +(?P<text>.+)")


def read_wordings(path: Path, root: Path) -> dict[str, Wording]:
    """`# id: title` opens a wording, `## variant` one of its texts."""
    if not path.exists():
        return {}
    source = Source(path, shown(path, root))
    found: dict[str, tuple[str, dict[str, list[str]]]] = {}
    current: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for number, line in enumerate(source.text.splitlines(), 1):
        heading = _HEADING.fullmatch(line.rstrip())
        if heading is None:
            if lines is not None:
                lines.append(line)
            elif line.strip() and found:
                source.fail(
                    "text outside a variant: a line `## protective` or the like is missing above.", number, 0, line
                )
        elif heading["marks"] == "#":
            identifier, _, title = heading["text"].partition(":")
            current, lines = {}, None
            found[identifier.strip()] = (title.strip(), current)
        elif heading["text"].strip() not in VARIANTS:
            source.fail(f'unknown variant "{heading["text"]}".', number, 3, heading["text"], VARIANTS)
        else:
            lines = current.setdefault(heading["text"].strip(), [])
    return {
        identifier: Wording(identifier, title, {name: "\n".join(text).strip() for name, text in variants.items()})
        for identifier, (title, variants) in found.items()
    }
