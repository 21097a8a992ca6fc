"""A French page says what the English one says: the same figures, the same code."""

from __future__ import annotations

import re

import pytest

from tests.docs.tutorials import DOCS

WORKED = ("exposure.md", "screening.md")
CODE = ("writing-a-clause.md", "in-your-repository.md")


def _both(name: str) -> tuple[str, str]:
    return (DOCS / "fr" / name).read_text("utf-8"), (DOCS / name).read_text("utf-8")


def _figures(page: str) -> list[str]:
    """The sums worked on a page, and the rows of its tables that hold sums, as they stand."""
    rows = [line for line in page.splitlines() if line.startswith("|") and re.search(r"\| [\d.–]+ \|", line)]
    return [*re.findall(r"`[^`=]*\d[^`=]* = [\d.]+`", page.replace("\n", " ")), *rows]


@pytest.mark.parametrize("name", WORKED)
def test_figures_are_those_of_the_english_page(name):
    """The English page is held to the program, and the French one to it."""
    french, english = map(_figures, _both(name))

    assert len(english) > 10
    assert english == french


def _code(page: str) -> list[str]:
    """What stands in the blocks of a page, without remarks and without the words that are the reader's."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [re.sub(r" +# .*$| {2,}[^\s={\[].*$|^\(.*\)$", "", block, flags=re.MULTILINE) for block in blocks]


@pytest.mark.parametrize("name", CODE)
def test_code_is_that_of_the_english_page(name):
    """Files and keys have the same names in both languages; only what explains them differs."""
    french, english = map(_code, _both(name))

    assert len(english) > 1
    assert english == french


@pytest.mark.parametrize("name", CODE)
def test_patterns_are_those_of_the_english_page(name):
    """The first column of each table is code, and the same; its order too."""
    french, english = (re.findall(r"^\| (`.*?|\w+) \|", page, re.MULTILINE) for page in _both(name))

    assert [cell for cell in english if cell.startswith("`")] == [cell for cell in french if cell.startswith("`")]
