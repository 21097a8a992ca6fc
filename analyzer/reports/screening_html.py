"""The decision sheet and the printable form as HTML pages in the style of the reports: no script, nothing fetched, every text escaped."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from analyzer.reports.html import css, speaker, templates
from analyzer.reports.screening_view import Table, View, shown


def render(view: View) -> str:
    """The sheet."""
    return draw("screening_sheet.html", view.language, view.title, view=view)


def draw(template: str, language: str, title: str, **values: Any) -> str:
    """A page of the desk, filled."""
    return templates().get_template(template).render(
        language=language,
        title=title,
        css=Markup(css()),  # noqa: S704 - our own file
        say=speaker(language),
        shown=lambda cell: shown(cell, language),
        is_table=lambda block: isinstance(block, Table),
        **values,
    )  # fmt: skip
