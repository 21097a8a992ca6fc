"""Every link of the README and of the documentation leads somewhere, to the heading if it names one, and every page is led to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace

from tests.docs.tutorials import DOCS

ROOT = DOCS.parent
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "samples").glob("*.md"), *DOCS.rglob("*.md")})
_CODE = re.compile(r"^ *```.*?^ *```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_TREES = re.compile(r"^```\{toctree\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _links(page: str) -> Iterator[str]:
    """Addresses inside the repository, as they are written."""
    for address in re.findall(r"\]\(([^)\s]+)\)", _CODE.sub("", page)):
        if not re.match(r"\w+:", address):
            yield address


@cache
def _anchors(path: Path) -> set[str]:
    """The addresses of a page's headings, as code hosts and the site make them."""
    headings = re.findall(
        r"^#+ (.+?)\s*$", re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.M | re.S), re.MULTILINE
    )
    plain = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("\\", "").lower() for heading in headings)
    return {re.sub(r"[^\w -]", "", heading).strip().replace(" ", "-") for heading in plain}


def _dead(path: Path) -> Iterator[str]:
    for address in _links(path.read_text(encoding="utf-8")):
        name, _, anchor = address.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            yield f"{_shown(path)}: {address}"


def test_links_lead_somewhere():
    """No page names a file that is not there, or a heading that its page does not have."""
    assert [] == [dead for path in PAGES for dead in _dead(path)]


def test_a_dead_link_is_seen(tmp_path):
    """The check is not asleep: a missing file, a missing heading; code and addresses elsewhere are no links."""
    page = tmp_path / "page.md"
    page.write_text(
        "# A `title`: here\n\n[a](#a-title-here) [b](#no) [c](no.md) `[d](no.md)` [e](https://example.org/x)\n", "utf-8"
    )

    assert ["#a-title-here", "#no", "no.md"] == list(_links(page.read_text("utf-8")))
    assert {"a-title-here"} == _anchors(page)


def _contents(page: str) -> list[str]:
    """The entries of a page's tables of contents, without the titles given to them."""
    lines = (line for tree in _TREES.findall(page) for line in tree.splitlines())
    return [line.split("<")[-1].rstrip(">") for line in lines if line and not line.startswith(":")]


def _reached(start: Path, led: set[Path]) -> set[Path]:
    """The pages that links and tables of contents lead to from one page on."""
    led.add(start)
    page = start.read_text(encoding="utf-8")
    names = (f"{entry}.md" for entry in _contents(page))
    trees = [DOCS / name[1:] if name.startswith("/") else start.parent / name for name in names]
    for path in [*trees, *(start.parent / link.partition("#")[0] for link in _links(page))]:
        target = path.resolve()
        if target in PAGES and target not in led:
            _reached(target, led)
    return led


def test_every_page_is_led_to():
    """From the first page of a language a reader comes to every page of it."""
    french = {path for path in PAGES if path.is_relative_to(DOCS) and "fr" in path.parts}
    english = {path for path in PAGES if path.is_relative_to(DOCS)} - french

    assert [] == [_shown(path) for path in sorted(french - _reached(DOCS / "fr" / "index.md", set()))]
    assert [] == [_shown(path) for path in sorted(english - _reached(DOCS / "index.md", set()))]


def _listed(name: str) -> Iterator[Path]:
    """The pages that a first page's tables of contents name."""
    for entry in _contents((DOCS / name).read_text(encoding="utf-8")):
        yield DOCS / f"{entry[1:]}.md" if entry.startswith("/") else (DOCS / name).parent / f"{entry}.md"


def test_tables_of_contents_lead_somewhere():
    """Every entry is a page: the site's builder stops at one that is none."""
    assert [] == [_shown(page) for name in ("index.md", "fr/index.md") for page in _listed(name) if page not in PAGES]


def test_every_page_is_in_a_table_of_contents():
    """Each page stands in the contents of its language, those of single topics excepted: their own list leads to them."""
    listed = {*_listed("index.md"), *_listed("fr/index.md"), DOCS / "index.md", DOCS / "fr" / "index.md"}
    pages = {path for path in PAGES if path.is_relative_to(DOCS)}
    topics = {path for path in pages if path.is_relative_to(DOCS / "clauses") and path.stem != "README"}

    assert [] == sorted(map(_shown, pages - listed - topics))


def test_pages_of_the_top_are_there():
    """What the site takes from the top of the repository exists, and so does the page in whose place it stands."""
    named = run_path(str(DOCS / "conf.py"), {"tags": SimpleNamespace(has=lambda name: False)})["_TOP"]

    assert named
    assert [] == [name for name, file in named.items() if not {DOCS / f"{name}.md", ROOT / file} <= set(PAGES)]


def test_tables_of_contents_agree():
    """The two languages have the same pages in the same order."""
    french, english = (_contents((DOCS / name).read_text("utf-8")) for name in ("fr/index.md", "index.md"))

    assert len(english) > 20
    assert english == [entry.removeprefix("/").replace("clauses/fr/", "clauses/") for entry in french]
