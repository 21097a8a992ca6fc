"""Builds the documentation site into build/site, in French and in English: `make site`.

Warnings are errors, and so are a dead link and anything that a page would fetch from elsewhere when it is read: the site is for people who
open it from a disk, behind a lawyer's firewall.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parent
SITE = DOCS.parent / "build" / "site"
_START = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=fr/index.html">
<title>Garde-fou</title>
</head>
<body>
<p><a href="fr/index.html">Français</a> · <a href="en/index.html" lang="en" hreflang="en">English</a></p>
</body>
</html>
"""
# What a browser fetches by itself: scripts, pictures, frames, style sheets and icons, and what a style sheet names. Links are not.
_FETCHED = (
    re.compile(
        r"<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*\b(?:src|data|srcset)=[\"']?((?:https?:)?//[^\"' >]+)",
        re.I,
    ),
    re.compile(
        r"<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|preload|icon|shortcut icon|preconnect))[^>]*\bhref=[\"']?((?:https?:)?//[^\"' >]+)",
        re.I,
    ),
    re.compile(r"url\(\s*[\"']?((?:https?:)?//[^\"')]+)", re.I),
    re.compile(r"@import\s+[\"']((?:https?:)?//[^\"']+)", re.I),
)
_LINK = re.compile(r"<a\b[^>]*\bhref=\"(?!\w+:|//)([^\"#?]*)(?:\?[^\"#]*)?(?:#([^\"]*))?\"")
_PLACE = re.compile(r"\bid=\"([^\"]+)\"")


def build(site: Path = SITE) -> None:
    """Both languages and the page that leads to them. Raises CalledProcessError where Sphinx warns."""
    _sphinx(site, "-t", "french")
    _sphinx(site / "en")
    (site / "index.html").write_text(_START, encoding="utf-8", newline="\n")


def _sphinx(target: Path, *options: str) -> None:
    cache = target.parent / f".doctrees-{target.name}"
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-W",
        "--keep-going",
        "-q",
        "-d",
        str(cache),
        *options,
        str(DOCS),
        str(target),
    ]
    subprocess.run(command, check=True, cwd=DOCS.parent)  # noqa: S603 - our own command


def fetched(site: Path) -> Iterator[str]:
    """Every address outside the site that a page or style sheet would load by itself, with the file that names it."""
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".css"):
            text = path.read_text(encoding="utf-8")
            yield from (f"{path.relative_to(site)}: {found}" for each in _FETCHED for found in each.findall(text))


def dead(site: Path) -> Iterator[str]:
    """Every link inside the site that leads to no page, or to no place of its page, with the page that holds it."""
    pages = {path.resolve(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    places = {path: set(_PLACE.findall(page)) for path, page in pages.items()}
    for path, page in sorted(pages.items()):
        for address, place in _LINK.findall(page):
            target = (path.parent / address).resolve() if address else path
            if not target.exists() or (place and target in places and place not in places[target]):
                yield f"{path.relative_to(site.resolve())}: {address}#{place}".rstrip("#")


def main() -> int:
    """Build and check; the exit code."""
    try:
        build()
    except subprocess.CalledProcessError as error:
        return error.returncode
    wrong = [f"fetched from elsewhere: {each}" for each in fetched(SITE)]
    wrong += [f"dead link: {each}" for each in dead(SITE)]
    for each in wrong:
        print(each, file=sys.stderr)
    print(f"{SITE.relative_to(Path.cwd()) if SITE.is_relative_to(Path.cwd()) else SITE}/index.html", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
