"""The command `gardefou`. Importing it loads neither the engine nor the library: `gardefou --help` is instant."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from analyzer import __version__
from analyzer.cli import completion, output
from analyzer.cli.library import clauses
from analyzer.cli.options import choose, system_language
from analyzer.cli.shared import (
    LEVELS,
    LanguageOption,
    LevelOption,
    LibraryLanguage,
    Shared,
    Together,
    help_text,
    speech_of,
    with_shared,
)
from analyzer.errors import GardefouError
from analyzer.report import SEVERITIES
from analyzer.reports.messages import LANGUAGES, say

FORMATS: Final = ("text", "json", "sarif", "html")
LETTERS: Final = ("cover", "offer", "settlement")
AUDIENCES: Final = ("counterparty", "internal")

app = typer.Typer(
    name="gardefou",
    help=help_text("app"),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(clauses, name="clauses")


def _version(asked: bool) -> None:
    if asked:
        output.result(f"gardefou {__version__}\n")
        raise typer.Exit


@app.callback()
def _gardefou(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=help_text("version"))
    ] = False,
) -> None:
    """The options of the command itself."""


@app.command(help=help_text("check"))
@with_shared
def check(
    shared: Shared,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help=help_text("files"))],
    language: LanguageOption = None,
    together: Together = False,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), show_default=False, help=help_text("format"))
    ] = "text",
    explain_exposure: Annotated[bool, typer.Option("--explain-exposure", help=help_text("explain_exposure"))] = False,
    target: Annotated[Path | None, typer.Option("--output", metavar="FILE", help=help_text("output"))] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="|".join(SEVERITIES), show_default=False, help=help_text("fail_on"))
    ] = "high",
) -> int:
    """Check contracts; the exit code."""
    from analyzer.cli.check import Request, run

    speech = speech_of(language)
    request = Request(
        files=tuple(files),
        **shared.options(language, speech),
        profile=shared.profile,
        playbook=shared.playbook,
        together=together,
        format=choose(form, FORMATS, "--format", speech),
        output=target,
        fail_on=choose(fail_on, SEVERITIES, "--fail-on", speech),  # type: ignore[arg-type]
        explain_exposure=explain_exposure,
    )
    return run(request, speech)


@app.command("fix", help=help_text("fix"))
@with_shared
def fix_contract(
    shared: Shared,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help=help_text("fix.file"))],
    target: Annotated[Path, typer.Option("--output", "-o", metavar="OUT.docx", help=help_text("fix.output"))],
    level: LevelOption = "protective",
    audience: Annotated[
        str, typer.Option(metavar="|".join(AUDIENCES), show_default=False, help=help_text("audience"))
    ] = "counterparty",
    language: LanguageOption = None,
    together: Together = False,
) -> int:
    """Write a contract back with every suggestion as a tracked change; the exit code."""
    from analyzer.cli.fix import Request, run

    speech = speech_of(language)
    level = choose(level, LEVELS, "--level", speech)
    settings = shared.settings(language, level, speech)
    chosen = choose(audience, AUDIENCES, "--audience", speech)
    return run(Request(tuple(files), target, chosen, together), settings, speech)  # type: ignore[arg-type]


@app.command("letter", help=help_text("letter"))
@with_shared
def write_letter(
    shared: Shared,
    kind: Annotated[str, typer.Argument(metavar="|".join(LETTERS), help=help_text("letter.kind"))],
    file: Annotated[str, typer.Argument(metavar="FILE", help=help_text("fix.file"))],
    target: Annotated[Path, typer.Option("--output", "-o", metavar="OUT.docx", help=help_text("letter.output"))],
    amount: Annotated[str | None, typer.Option(metavar="12000", help=help_text("letter.amount"))] = None,
    level: LevelOption = "protective",
    language: LanguageOption = None,
) -> int:
    """Write a letter about a contract; the exit code."""
    from analyzer.cli.letter import Request, run
    from analyzer.facts.options import parse_sum

    speech = speech_of(language)
    chosen = choose(kind, LETTERS, "letter", speech)
    level = choose(level, LEVELS, "--level", speech)
    settings = shared.settings(language, level, speech)
    agreed = parse_sum(amount, "--amount").amount if amount is not None else None
    return run(Request(chosen, file, target, agreed), settings, speech)  # type: ignore[arg-type]


@app.command("app", help=help_text("page"))
def open_pages(
    port: Annotated[int | None, typer.Option(metavar="8501", min=1, max=65535, help=help_text("page.port"))] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help=help_text("page.browser"))] = True,
    language: LibraryLanguage = None,
) -> int:
    """Open the app; the exit code."""
    from analyzer.cli.page import run

    return run(port, browser, speech_of(language))


@app.command("batch", help=help_text("batch"))
@with_shared
def batch_contracts(
    shared: Shared,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=help_text("batch.out"))],
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help=help_text("batch.paths"))] = None,
    workers: Annotated[int | None, typer.Option(metavar="N", help=help_text("batch.workers"))] = None,
    cluster: Annotated[str | None, typer.Option(metavar="ADDRESS", help=help_text("batch.cluster"))] = None,
    export: Annotated[list[str] | None, typer.Option(metavar="jsonl,xlsx", help=help_text("batch.export"))] = None,
    baseline: Annotated[Path | None, typer.Option(metavar="DIR", help=help_text("batch.baseline"))] = None,
    retry: Annotated[bool, typer.Option("--retry", help=help_text("batch.retry"))] = False,
    time_limit: Annotated[
        float, typer.Option(metavar="300", show_default=False, help=help_text("batch.time_limit"))
    ] = 300,
    memory_limit: Annotated[
        int, typer.Option(metavar="2000", show_default=False, help=help_text("batch.memory_limit"))
    ] = 2000,
    level: LevelOption = "protective",
    language: LanguageOption = None,
) -> int:
    """Judge many contracts; the exit code."""
    from analyzer.cli.batch import Request, run

    speech = speech_of(language)
    level = choose(level, LEVELS, "--level", speech)
    request = Request(
        paths=tuple(paths or ()),
        out=out,
        workers=workers,
        cluster=cluster,
        exports=tuple(export or ("jsonl,xlsx",)),
        baseline=baseline,
        retry=retry,
        time_limit=time_limit,
        memory_limit=memory_limit,
        profile=shared.profile,
        playbook=shared.playbook,
        options={**shared.options(language, speech), "level": level},
    )
    return run(request, speech)


@app.command("screen", help=help_text("screen"))
@with_shared
def screen_applicant(
    shared: Shared,
    application: Annotated[
        Path | None, typer.Argument(metavar="APPLICATION", help=help_text("screen.application"))
    ] = None,
    contracts: Annotated[Path | None, typer.Option(metavar="DIR", help=help_text("screen.contracts"))] = None,
    new: Annotated[Path | None, typer.Option(metavar="APPLICATION.toml", help=help_text("screen.new"))] = None,
    form: Annotated[
        str,
        typer.Option("--format", metavar="text|json|html|xlsx", show_default=False, help=help_text("screen.format")),
    ] = "text",
    target: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=help_text("output"))] = None,
    audience: Annotated[
        str, typer.Option(metavar="underwriter|applicant", show_default=False, help=help_text("screen.audience"))
    ] = "underwriter",
    appetite: Annotated[Path | None, typer.Option(metavar="FILE.toml", help=help_text("screen.appetite"))] = None,
    seed: Annotated[int, typer.Option(min=0, show_default=False, help=help_text("screen.seed"))] = 0,
    language: LanguageOption = None,
) -> int:
    """Screen an application for insurance; the exit code."""
    from analyzer.cli.screen import AUDIENCES, FORMATS, Request, run

    speech = speech_of(language)
    settings = shared.settings(None, "protective", speech)
    request = Request(
        application=application,
        contracts=contracts,
        new=new,
        format=choose(form, FORMATS, "--format", speech),
        output=target,
        audience=choose(audience, AUDIENCES, "--audience", speech),  # type: ignore[arg-type]
        appetite=appetite,
        seed=seed,
    )
    return run(request, settings, speech)


def run(arguments: list[str]) -> int:
    """Run the command with these arguments; the exit code."""
    try:
        done: Any = completion.command(app)(args=arguments, prog_name="gardefou", standalone_mode=False)
    except GardefouError as error:
        output.problem(error, _asked_language(arguments))
        return error.exit_code
    except typer.TyperException as error:
        output.message(_usage(error, system_language()))
        return error.exit_code
    except KeyboardInterrupt:
        done = 130
    if done == 130:
        output.message(say("interrupted", system_language()))
    return done if isinstance(done, int) else 0


def _asked_language(arguments: list[str]) -> str:
    """The language of --language, wherever it stands among the arguments; else the system's."""
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            value = value or (arguments[position + 1] if position + 1 < len(arguments) else "")
            return value if value in LANGUAGES else system_language()
    return system_language()


def _usage(error: typer.TyperException, language: str) -> str:
    """What is wrong with the command line, and how to learn more, in one line; the whole help where nothing was asked."""
    kind, context = type(error).__name__, getattr(error, "ctx", None)
    sentence = error.format_message()
    if kind == "NoArgsIsHelpError":
        return sentence
    if kind == "NoSuchOption":
        sentence = say("usage.unknown_option", language, value=str(getattr(error, "option_name", "")))
    elif kind in ("MissingParameter", "BadOptionUsage"):
        parameter = getattr(error, "param", None)
        name = getattr(error, "option_name", None) or getattr(parameter, "metavar", None) or ""
        sentence = say("usage.missing_value", language, value=str(name))
    command = context.command_path if context else "gardefou"
    return f"{sentence} {say('usage.help', language, command=command)}"


def main() -> None:
    """The entry point."""
    output.use_utf8()
    sys.exit(run(sys.argv[1:]))
