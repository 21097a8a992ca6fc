"""French pages without their code: what French typography asks of, and a way to set it."""

from __future__ import annotations

import re
from collections.abc import Callable

from analyzer.reports.format import curly, french_spaces

# Code keeps its own signs: fenced blocks, `words`, and the addresses of links.
_CODE = re.compile(r"(^ *```.*?^ *```$|`[^`\n]+`|\]\([^)]*\)|https?://[^\s)>]+|^:.*$)", re.MULTILINE | re.DOTALL)


def typeset(page: str) -> str:
    """The page with the apostrophes and no-break spaces of French, outside its code."""
    return _outside_code(page, lambda text: french_spaces(curly(text)))


def _outside_code(page: str, change: Callable[[str], str]) -> str:
    parts = _CODE.split(page)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(parts))


def main() -> None:
    """Set every French page of the documentation that is written by hand."""
    from tests.docs.tutorials import DOCS

    for path in (DOCS / "fr").rglob("*.md"):
        path.write_text(typeset(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
