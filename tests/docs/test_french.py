"""The French pages are set as French is: « », no-break spaces before ; : ! ?, curly apostrophes."""

from __future__ import annotations

import pytest

from tests.docs.french import typeset
from tests.docs.tutorials import DOCS

PAGES = {path.relative_to(DOCS).as_posix(): path for path in sorted((DOCS / "fr").rglob("*.md"))}


@pytest.mark.parametrize("name", PAGES)
def test_typography(name):
    """`python -m tests.docs.french` sets what is written with ordinary spaces and apostrophes."""
    page = PAGES[name].read_text(encoding="utf-8")

    assert typeset(page).splitlines() == page.splitlines()


@pytest.mark.parametrize("name", PAGES)
def test_there_is_an_english_page(name):
    """A page of one language alone is an English one of the engine's inside."""
    assert (DOCS / PAGES[name].relative_to(DOCS / "fr")).is_file()


def test_code_is_left_alone():
    """Commands, keys and addresses keep their signs."""
    page = "Voici l'essai : `a : b` puis [l'app](x.md#a:b)\n\n```sh\necho 'a : b' ?\n```\n"
    expected = "Voici l’essai\u202f: `a : b` puis [l’app](x.md#a:b)\n\n```sh\necho 'a : b' ?\n```\n"

    assert expected == typeset(page)
