"""The report as one HTML file: printable, without script, without anything fetched, readable by ear and in the dark.

Every word goes through Jinja's escaping; a policy in the page itself forbids a browser to load anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from analyzer.document import Document
from analyzer.report import Report
from analyzer.reports import format as write
from analyzer.reports.messages import say
from analyzer.reports.view import show_text, view

if TYPE_CHECKING:
    from jinja2 import Environment

_BARS: Final = ("loss", "now", "falls", "fix")  # the colour of each sum of a scenario


def render(report: Report, *documents: Document) -> str:
    """The page of one contract; with `documents` (the report's own) their text too, the quoted passages marked."""
    return _page([report], [_contract(report, "c1", level=1, documents=documents)])


def render_all(reports: Sequence[Report]) -> str:
    """One page for all contracts, with a list of contents where there are several."""
    level = 1 if len(reports) == 1 else 2
    bodies = [_contract(report, f"c{number}", level=level) for number, report in enumerate(reports, 1)]
    return _page(reports, bodies)


def _page(reports: Sequence[Report], bodies: list[Markup]) -> str:
    views = [view(report) for report in reports]
    language = reports[0].language if reports else "en"
    if len(views) == 1:
        title = say("page.title", language, name=views[0].name)
    else:
        title = say("page.title.many", language, number=write.number(len(views), language))
    return (
        templates()
        .get_template("page.html")
        .render(
            language=language,
            title=title,
            css=Markup(css()),  # noqa: S704 - our own file
            views=views,
            contracts=bodies,
            say=speaker(language),
        )
    )


def _contract(report: Report, anchor: str, *, level: int, documents: Sequence[Document] = ()) -> Markup:
    body = (
        templates()
        .get_template("contract.html")
        .render(
            view=view(report),
            anchor=anchor,
            level=level,
            texts=[show_text(report, document) for document in documents],
            kinds=_BARS,
            say=speaker(report.language),
        )
    )
    return Markup(body)  # noqa: S704 - every value in it was escaped by the template


def speaker(language: str) -> Callable[..., str]:
    """`say` in one language, with the apostrophes of print."""

    def spoken(key: str, **values: str) -> str:
        return say(key, language, **values)

    return spoken


@cache
def templates() -> Environment:
    """The folder of our pages; every value put into one is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("analyzer", "reports/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def css() -> str:
    """The style of every page."""
    return resources.files("analyzer.reports").joinpath("templates/report.css").read_text(encoding="utf-8")
