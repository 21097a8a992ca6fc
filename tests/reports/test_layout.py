from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analyzer.reports.layout import Page


@given(st.text(alphabet="ab \u00a0\u202f«»", max_size=400), st.integers(50, 120), st.integers(0, 4))
def test_paragraphs_keep_their_words(text, width, indent):
    """Wrapping changes white space alone."""
    page = Page(width)
    page.paragraph(text, indent=indent, hang=2, lead=("Why: ", "bold"))

    assert f"Why: {text}".split() == page.text().split()


def test_no_break_spaces_hold():
    """A line never ends between a sum and its currency."""
    page = Page(40)
    page.paragraph("x" * 30 + " 39\u202f746,41\u00a0€")

    assert ["x" * 30, "39\u202f746,41\u00a0€"] == page.text().splitlines()


def test_long_word_stays_whole():
    """An address is not broken, so that it can be clicked."""
    address = "https://example.org/" + "a" * 80
    page = Page(60)
    page.paragraph(f"see {address}", indent=2)

    assert ["  see", f"  {address}"] == page.text().splitlines()


def test_fields_share_a_column():
    """Texts beside labels begin in one column, wrapped lines too."""
    page = Page(40)
    page.fields([("Kind", "backup"), ("Provider", "a very long name that needs a second line")])

    assert [12, 12, 12] == [
        page.text().splitlines()[0].index("backup"),
        page.text().splitlines()[1].index("a very"),
        len(page.text().splitlines()[2]) - len(page.text().splitlines()[2].lstrip()),
    ]


def test_never_two_blank_lines():
    """Blank lines do not pile up."""
    page = Page(40)
    page.paragraph("one")
    page.blank()
    page.blank()
    page.paragraph("two")

    assert "one\n\ntwo\n" == page.text()


def test_table_aligns_numbers_right():
    """The first column is aligned left, the others right."""
    page = Page(40)
    page.table([("Name", "Loss"), ("a", "1")], indent=0)

    assert "Name  Loss\na        1\n" == page.text()
