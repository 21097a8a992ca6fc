"""The commands over the clause library: `gardefou clauses list|show|explain|test`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli import output
from analyzer.cli.options import parse_ids, unknown_id
from analyzer.cli.shared import LibraryLanguage, help_text, known_ids, speech_of
from analyzer.reports.messages import say

if TYPE_CHECKING:
    from analyzer.library import Library

clauses = typer.Typer(help=help_text("clauses"), no_args_is_help=True, rich_markup_mode=None)


@clauses.command("list", help=help_text("clauses.list"))
def list_findings(language: LibraryLanguage = None) -> int:
    """Print every finding of the library."""
    from analyzer.library import standard
    from analyzer.reports.clause_pages import catalogue

    output.result(catalogue(standard(), speech_of(language)))
    return 0


@clauses.command("show", help=help_text("clauses.show"))
def show_page(
    identifier: Annotated[str, typer.Argument(metavar="ID", help=help_text("id"))], language: LibraryLanguage = None
) -> int:
    """Print the page of a finding or a topic."""
    from analyzer.library import standard
    from analyzer.reports.clause_pages import finding_page, topic_page

    speech, library = speech_of(language), standard()
    parse_ids((identifier,), known_ids(), "clauses show", speech)
    if identifier in library.topics:
        output.result(topic_page(library.topics[identifier], speech))
    else:
        rule = library.findings[identifier]
        output.result(finding_page(rule, library.topics[rule.topic], speech))
    return 0


@clauses.command("explain", help=help_text("clauses.explain"))
def explain_topic(
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help=help_text("topic"))],
    file: Annotated[str, typer.Argument(metavar="FILE", help=help_text("file"))],
    playbook: Annotated[Path | None, typer.Option(metavar="FILE.toml", help=help_text("playbook"))] = None,
    language: LibraryLanguage = None,
) -> int:
    """Print why a topic was found in a contract, and why not elsewhere."""
    speech, library = speech_of(language), _library(playbook)
    if topic not in library.topics:
        unknown_id(topic, library.topics, "clauses explain", speech)
    from analyzer.explain import explain
    from analyzer.readers import read
    from analyzer.reports.explanation import render

    output.result(render(explain(read(file), library, topic), speech))
    return 0


@clauses.command("test", help=help_text("clauses.test"))
def run_examples(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help=help_text("folder"))] = None,
    language: LibraryLanguage = None,
) -> int:
    """Run the library's own examples; 1 where one does not hold."""
    from analyzer.examples import run, topics_in
    from analyzer.library import standard, with_house

    speech, total, failed = speech_of(language), 0, 0
    library = with_house(standard(), folder) if folder else standard()
    for _, failures in run(library, topics_in(folder, library) if folder else ()):
        total, failed = total + 1, failed + bool(failures)
        for failure in failures:
            output.result(f"{failure.path}:{failure.line}: {failure.expected}\n    {failure.seen}\n")
    if not total:
        output.message(say("test.none", speech))
    output.result(say("test.passed", speech, passed=str(total - failed), total=str(total)) + "\n")
    return int(bool(failed) or not total)


def _library(playbook: Path | None) -> Library:
    """The library that ships, or a playbook's over it."""
    from analyzer.library import standard

    if playbook is None:
        return standard()
    from analyzer.playbook import load_playbook

    return load_playbook(playbook, standard()).library
