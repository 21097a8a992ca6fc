"""The documentation site, built by `make site`: once in French (tag `french`) and once in English, both from this folder.

The French site lies at the top and the English one in en/. A page of this folder is English and its French form has the same name in fr/
(for the clause library: in clauses/fr/); a page that exists in English alone stands in both sites and says so in the French one.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from analyzer import __version__

_DOCS = Path(__file__).parent
_FRENCH = tags.has("french")  # type: ignore[name-defined]  # noqa: F821 - Sphinx puts `tags` here

project = "Garde-fou"
author = "Garde-fou"
project_copyright = ""
html_show_copyright = False
release = version = __version__
language = "fr" if _FRENCH else "en"
root_doc = "fr/index" if _FRENCH else "index"

extensions = ["myst_parser"]
myst_enable_extensions = ["linkify"]
myst_linkify_fuzzy_links = False  # addresses of law are links; README.md is none
myst_heading_anchors = 4  # GitHub's addresses of headings: a link works there and here
# tests/docs/test_links.py holds that every page is reached; TOML with an ellipsis in it is no TOML, and meant for people.
suppress_warnings = ["toc.not_included", "misc.highlighting_failure"]
nitpicky = True
smartquotes = False  # the pages are set already, and --together is an option
locale_dirs = ["_locale"]  # what furo says in English alone
templates_path = ["_templates"]


def _translated() -> set[str]:
    """The English pages, without suffix, that have a French form."""
    found = {path.relative_to(_DOCS / "fr").with_suffix("").as_posix() for path in (_DOCS / "fr").rglob("*.md")}
    return found | {f"clauses/{path.stem}" for path in (_DOCS / "clauses" / "fr").glob("*.md")}


def _french(name: str) -> str:
    """The French form of an English page; the page itself where there is none."""
    if name not in _TRANSLATED:
        return name
    return f"clauses/fr/{name.removeprefix('clauses/')}" if name.startswith("clauses/") else f"fr/{name}"


# Pages that lie at the top of the repository, where people look for them.
_TOP = {
    "about/changes": "CHANGELOG.md",
    "about/contributing": "CONTRIBUTING.md",
    "about/privacy": "PRIVACY.md",
    "about/security": "SECURITY.md",
}
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]\n]+(?:\n[^\]\n]+)?)\]\((?P<page>[\w./-]+)\.md(?P<anchor>#[^)]*|)\)")
_TRANSLATED = _translated()
_ENGLISH = {_french(name): name for name in _TRANSLATED}
exclude_patterns = [f"{name}.md" for name in sorted(_TRANSLATED)] if _FRENCH else ["fr/**", "clauses/fr/**"]

html_theme = "furo"
html_title = "Garde-fou"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_theme_options = {"top_of_page_buttons": []}


def _alternate(_app: Any, name: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    """Give each page the address of the same page in the other language, and whether its text is in the site's own."""
    up = "../" * name.count("/")
    english = _ENGLISH.get(name, name)
    context["alternate"] = f"{up}en/{english}.html" if _FRENCH else f"{up}../{_french(name)}.html"
    context["only_english"] = _FRENCH and name not in _ENGLISH and name != "search"


def _accessible(_app: Any, _name: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    """What axe asks of Sphinx's pages: a level for the captions of the contents, the keyboard for code that scrolls."""
    tree = str(context.get("furo_navigation_tree", ""))
    context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')
    context["body"] = str(context.get("body", "")).replace("<pre>", '<pre tabindex="0">')


def _prepared(_app: Any, name: str, content: list[str]) -> None:
    """A page as the site has it: those of the top of the repository put in, links led to the pages of this language."""
    text = content[0]
    if name in _TOP:
        text = re.sub(r"\]\((?!\w+:|#)", "](../../", (_DOCS.parent / _TOP[name]).read_text(encoding="utf-8"))
    content[0] = _LINK.sub(lambda link: _led(link, name), text)


def _led(link: re.Match[str], name: str) -> str:
    """A link of the page `name` in this site: to the French form of a page where there is one, from there to the English original."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), link["page"])).removeprefix("../docs/")
    page = next((each for each, file in _TOP.items() if target == f"../{file.removesuffix('.md')}"), target)
    if not _FRENCH or page not in _TRANSLATED:
        return link[0] if page == target else f"[{link['text']}](/{page}.md{link['anchor']})"
    if name == _french(page):
        return f'<a href="{"../" * name.count("/")}en/{page}.html{link["anchor"]}" lang="en">{link["text"]}</a>'
    return f"[{link['text']}](/{_french(page)}.md{link['anchor']})"


def setup(app: Any) -> None:
    """Called by Sphinx."""
    app.connect("html-page-context", _alternate)
    app.connect("html-page-context", _accessible, priority=900)  # after the theme's own
    app.connect("source-read", _prepared)
