"""The decision sheet and the printable form as HTML pages of their own: no script, no address to fetch, every text escaped."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from analyzer.reports.messages import say
from analyzer.reports.screening_view import Table, View, shown


@cache
def _pages() -> Environment:
    return Environment(
        loader=PackageLoader("analyzer.reports"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


def render(view: View) -> str:
    """The sheet."""
    return draw("screening_sheet.html", view.language, view=view, closing=say("basis.not_advice", view.language))


def draw(template: str, language: str, **values: Any) -> str:
    """A page of this folder, filled."""
    return _pages().get_template(template).render(
        language=language,
        say=lambda key, **places: say(key, language, **places),
        shown=lambda cell: shown(cell, language),
        is_table=lambda block: isinstance(block, Table),
        **values,
    )  # fmt: skip
