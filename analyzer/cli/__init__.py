"""The command `gardefou`. Importing it loads neither the engine nor the library: `gardefou --help` is instant."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from analyzer import __version__
from analyzer.cli import completion, output
from analyzer.cli.options import choose, one_currency, parse_currency, parse_ids, system_language, unknown_id
from analyzer.errors import GardefouError
from analyzer.report import SEVERITIES
from analyzer.reports.messages import LANGUAGES, say

if TYPE_CHECKING:
    from analyzer.library import Library
    from analyzer.pipeline import Settings

FORMATS: Final = ("text", "json", "sarif", "html")
SIDES: Final = ("provider", "customer", "insurer")


def _help(key: str) -> str:
    return say(f"help.{key}", system_language())


app = typer.Typer(
    name="gardefou",
    help=_help("app"),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
clauses = typer.Typer(help=_help("clauses"), no_args_is_help=True, rich_markup_mode=None)
app.add_typer(clauses, name="clauses")

LETTERS: Final = ("cover", "offer", "settlement")
LEVELS: Final = ("protective", "balanced")
AUDIENCES: Final = ("counterparty", "internal")

LanguageOption = Annotated[str | None, typer.Option("--language", metavar="fr|en", help=_help("language"))]
LibraryLanguage = Annotated[str | None, typer.Option("--language", metavar="fr|en", help=_help("language.library"))]

# What `check`, `fix` and `letter` share.
AnnualValue = Annotated[str | None, typer.Option(metavar="600", help=_help("annual_value"))]
Currency = Annotated[str | None, typer.Option(metavar="EUR", help=_help("currency"))]
ClaimOption = Annotated[str | None, typer.Option(metavar="39746.41", help=_help("claim"))]
ProfileOption = Annotated[Path | None, typer.Option(metavar="FILE.toml", help=_help("profile"))]
PlaybookOption = Annotated[Path | None, typer.Option(metavar="FILE.toml", help=_help("playbook"))]
Together = Annotated[bool, typer.Option("--together", help=_help("together"))]
Select = Annotated[list[str] | None, typer.Option(metavar="IDS", help=_help("select"))]
Ignore = Annotated[list[str] | None, typer.Option(metavar="IDS", help=_help("ignore"))]
LevelOption = Annotated[str, typer.Option("--level", metavar="|".join(LEVELS), show_default=False, help=_help("level"))]
SideOption = Annotated[str, typer.Option("--side", metavar="|".join(SIDES), show_default=False, help=_help("side"))]


def _version(asked: bool) -> None:
    if asked:
        output.result(f"gardefou {__version__}\n")
        raise typer.Exit


@app.callback()
def _gardefou(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_help("version"))
    ] = False,
) -> None:
    """The options of the command itself."""


@app.command(help=_help("check"))
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help=_help("files"))],
    language: LanguageOption = None,
    annual_value: AnnualValue = None,
    currency: Currency = None,
    claim: ClaimOption = None,
    profile: ProfileOption = None,
    playbook: PlaybookOption = None,
    together: Together = False,
    select: Select = None,
    ignore: Ignore = None,
    side: SideOption = "provider",
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), show_default=False, help=_help("format"))
    ] = "text",
    explain_exposure: Annotated[bool, typer.Option("--explain-exposure", help=_help("explain_exposure"))] = False,
    target: Annotated[Path | None, typer.Option("--output", metavar="FILE", help=_help("output"))] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="|".join(SEVERITIES), show_default=False, help=_help("fail_on"))
    ] = "high",
) -> int:
    """Check contracts; the exit code."""
    from analyzer.cli.check import Request, run
    from analyzer.facts.options import parse_sum

    speech = _speech(language)
    value = parse_sum(annual_value, "--annual-value") if annual_value is not None else None
    loss = parse_sum(claim, "--claim") if claim is not None else None
    unit = parse_currency(currency, speech) if currency is not None else None
    unit = one_currency(unit, {"--annual-value": value, "--claim": loss}, speech)
    known = _known_ids(playbook) if select or ignore else ()
    request = Request(
        files=tuple(files),
        language=language,
        annual_value=f"{value.amount:f} {unit or ''}".strip() if value else None,
        claim=f"{loss.amount:f}" if loss else None,
        profile=profile,
        playbook=playbook,
        together=together,
        select=parse_ids(select or (), known, "--select", speech),
        ignore=parse_ids(ignore or (), known, "--ignore", speech),
        side=choose(side, SIDES, "--side", speech),  # type: ignore[arg-type]
        format=choose(form, FORMATS, "--format", speech),
        output=target,
        fail_on=choose(fail_on, SEVERITIES, "--fail-on", speech),  # type: ignore[arg-type]
        explain_exposure=explain_exposure,
    )
    return run(request, speech)


@app.command("fix", help=_help("fix"))
def fix_contract(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help=_help("fix.file"))],
    target: Annotated[Path, typer.Option("--output", "-o", metavar="OUT.docx", help=_help("fix.output"))],
    level: LevelOption = "protective",
    audience: Annotated[
        str, typer.Option(metavar="|".join(AUDIENCES), show_default=False, help=_help("audience"))
    ] = "counterparty",
    language: LanguageOption = None,
    annual_value: AnnualValue = None,
    currency: Currency = None,
    claim: ClaimOption = None,
    profile: ProfileOption = None,
    playbook: PlaybookOption = None,
    together: Together = False,
    select: Select = None,
    ignore: Ignore = None,
    side: SideOption = "provider",
) -> int:
    """Write a contract back with every suggestion as a tracked change; the exit code."""
    from analyzer.cli.fix import Request, run

    speech = _speech(language)
    level = choose(level, LEVELS, "--level", speech)
    settings = _settings(
        speech, language, annual_value, currency, claim, profile, playbook, side, level, select, ignore
    )
    chosen = choose(audience, AUDIENCES, "--audience", speech)
    return run(Request(tuple(files), target, chosen, together), settings, speech)  # type: ignore[arg-type]


@app.command("letter", help=_help("letter"))
def write_letter(
    kind: Annotated[str, typer.Argument(metavar="|".join(LETTERS), help=_help("letter.kind"))],
    file: Annotated[str, typer.Argument(metavar="FILE", help=_help("fix.file"))],
    target: Annotated[Path, typer.Option("--output", "-o", metavar="OUT.docx", help=_help("letter.output"))],
    amount: Annotated[str | None, typer.Option(metavar="12000", help=_help("letter.amount"))] = None,
    level: LevelOption = "protective",
    language: LanguageOption = None,
    annual_value: AnnualValue = None,
    currency: Currency = None,
    claim: ClaimOption = None,
    profile: ProfileOption = None,
    playbook: PlaybookOption = None,
    select: Select = None,
    ignore: Ignore = None,
    side: SideOption = "provider",
) -> int:
    """Write a letter about a contract; the exit code."""
    from analyzer.cli.letter import Request, run
    from analyzer.facts.options import parse_sum

    speech = _speech(language)
    chosen = choose(kind, LETTERS, "letter", speech)
    level = choose(level, LEVELS, "--level", speech)
    settings = _settings(
        speech, language, annual_value, currency, claim, profile, playbook, side, level, select, ignore
    )
    agreed = parse_sum(amount, "--amount").amount if amount is not None else None
    return run(Request(chosen, file, target, agreed), settings, speech)  # type: ignore[arg-type]


@app.command("app", help=_help("page"))
def open_pages(
    port: Annotated[int | None, typer.Option(metavar="8501", min=1, max=65535, help=_help("page.port"))] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help=_help("page.browser"))] = True,
    language: LibraryLanguage = None,
) -> int:
    """Open the app; the exit code."""
    from analyzer.cli.page import run

    return run(port, browser, _speech(language))


@app.command("batch", help=_help("batch"))
def batch_contracts(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=_help("batch.out"))],
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help=_help("batch.paths"))] = None,
    workers: Annotated[int | None, typer.Option(metavar="N", help=_help("batch.workers"))] = None,
    cluster: Annotated[str | None, typer.Option(metavar="ADDRESS", help=_help("batch.cluster"))] = None,
    export: Annotated[list[str] | None, typer.Option(metavar="jsonl,xlsx", help=_help("batch.export"))] = None,
    baseline: Annotated[Path | None, typer.Option(metavar="DIR", help=_help("batch.baseline"))] = None,
    retry: Annotated[bool, typer.Option("--retry", help=_help("batch.retry"))] = False,
    time_limit: Annotated[float, typer.Option(metavar="300", show_default=False, help=_help("batch.time_limit"))] = 300,
    memory_limit: Annotated[
        int, typer.Option(metavar="2000", show_default=False, help=_help("batch.memory_limit"))
    ] = 2000,
    level: LevelOption = "protective",
    language: LanguageOption = None,
    annual_value: AnnualValue = None,
    currency: Currency = None,
    claim: ClaimOption = None,
    profile: ProfileOption = None,
    playbook: PlaybookOption = None,
    select: Select = None,
    ignore: Ignore = None,
    side: SideOption = "provider",
) -> int:
    """Judge many contracts; the exit code."""
    from analyzer.cli.batch import Request, run

    speech = _speech(language)
    level = choose(level, LEVELS, "--level", speech)
    options = _options(speech, language, annual_value, currency, claim, playbook, side, level, select, ignore)
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
        profile=profile,
        playbook=playbook,
        options=options,
    )
    return run(request, speech)


@app.command("screen", help=_help("screen"))
def screen_applicant(
    application: Annotated[Path | None, typer.Argument(metavar="APPLICATION", help=_help("screen.application"))] = None,
    contracts: Annotated[Path | None, typer.Option(metavar="DIR", help=_help("screen.contracts"))] = None,
    new: Annotated[Path | None, typer.Option(metavar="APPLICATION.toml", help=_help("screen.new"))] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|html|xlsx", show_default=False, help=_help("screen.format"))
    ] = "text",
    target: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=_help("output"))] = None,
    audience: Annotated[
        str, typer.Option(metavar="underwriter|applicant", show_default=False, help=_help("screen.audience"))
    ] = "underwriter",
    appetite: Annotated[Path | None, typer.Option(metavar="FILE.toml", help=_help("screen.appetite"))] = None,
    seed: Annotated[int, typer.Option(min=0, show_default=False, help=_help("screen.seed"))] = 0,
    language: LanguageOption = None,
    annual_value: AnnualValue = None,
    currency: Currency = None,
    claim: ClaimOption = None,
    profile: ProfileOption = None,
    playbook: PlaybookOption = None,
    select: Select = None,
    ignore: Ignore = None,
    side: SideOption = "provider",
) -> int:
    """Screen an application for insurance; the exit code."""
    from analyzer.cli.screen import AUDIENCES, FORMATS, Request, run

    speech = _speech(language)
    settings = _settings(
        speech, None, annual_value, currency, claim, profile, playbook, side, "protective", select, ignore
    )
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


def _settings(
    speech: str,
    language: str | None,
    annual_value: str | None,
    currency: str | None,
    claim: str | None,
    profile: Path | None,
    playbook: Path | None,
    side: str,
    level: str,
    select: list[str] | None,
    ignore: list[str] | None,
) -> Settings:
    """The shared options as the engine's settings; a fault is told in the user's language."""
    from analyzer import settings_of

    options = _options(speech, language, annual_value, currency, claim, playbook, side, level, select, ignore)
    return settings_of(**options, profile=profile, playbook=playbook)


def _options(
    speech: str,
    language: str | None,
    annual_value: str | None,
    currency: str | None,
    claim: str | None,
    playbook: Path | None,
    side: str,
    level: str,
    select: list[str] | None,
    ignore: list[str] | None,
) -> dict[str, Any]:
    """The shared options but the files, checked, by the names that `analyze` gives them."""
    from analyzer.facts.options import parse_sum

    value = parse_sum(annual_value, "--annual-value") if annual_value is not None else None
    loss = parse_sum(claim, "--claim") if claim is not None else None
    unit = parse_currency(currency, speech) if currency is not None else None
    unit = one_currency(unit, {"--annual-value": value, "--claim": loss}, speech)
    known = _known_ids(playbook) if select or ignore else ()
    return {
        "language": language,
        "annual_value": f"{value.amount:f} {unit or ''}".strip() if value else None,
        "claim": f"{loss.amount:f}" if loss else None,
        "side": choose(side, SIDES, "--side", speech),
        "level": level,
        "select": parse_ids(select or (), known, "--select", speech),
        "ignore": parse_ids(ignore or (), known, "--ignore", speech),
    }


@clauses.command("list", help=_help("clauses.list"))
def list_findings(language: LibraryLanguage = None) -> int:
    """Print every finding of the library."""
    from analyzer.library import standard
    from analyzer.reports.clause_pages import catalogue

    output.result(catalogue(standard(), _speech(language)))
    return 0


@clauses.command("show", help=_help("clauses.show"))
def show_page(
    identifier: Annotated[str, typer.Argument(metavar="ID", help=_help("id"))], language: LibraryLanguage = None
) -> int:
    """Print the page of a finding or a topic."""
    from analyzer.library import standard
    from analyzer.reports.clause_pages import finding_page, topic_page

    speech, library = _speech(language), standard()
    parse_ids((identifier,), _known_ids(), "clauses show", speech)
    if identifier in library.topics:
        output.result(topic_page(library.topics[identifier], speech))
    else:
        rule = library.findings[identifier]
        output.result(finding_page(rule, library.topics[rule.topic], speech))
    return 0


@clauses.command("explain", help=_help("clauses.explain"))
def explain_topic(
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help=_help("topic"))],
    file: Annotated[str, typer.Argument(metavar="FILE", help=_help("file"))],
    playbook: Annotated[Path | None, typer.Option(metavar="FILE.toml", help=_help("playbook"))] = None,
    language: LibraryLanguage = None,
) -> int:
    """Print why a topic was found in a contract, and why not elsewhere."""
    speech, library = _speech(language), _library(playbook)
    if topic not in library.topics:
        unknown_id(topic, library.topics, "clauses explain", speech)
    from analyzer.explain import explain
    from analyzer.readers import read
    from analyzer.reports.explanation import render

    output.result(render(explain(read(file), library, topic), speech))
    return 0


@clauses.command("test", help=_help("clauses.test"))
def run_examples(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help=_help("folder"))] = None,
    language: LibraryLanguage = None,
) -> int:
    """Run the library's own examples; 1 where one does not hold."""
    from analyzer.examples import run, topics_in
    from analyzer.library import standard, with_house

    speech, total, failed = _speech(language), 0, 0
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


def _speech(language: str | None) -> str:
    """The language of messages: the one asked for, else the system's."""
    return choose(language, LANGUAGES, "--language", system_language()) if language else system_language()


def _known_ids(playbook: Path | None = None) -> tuple[str, ...]:
    """Every finding and topic of the library, with those that a house's playbook adds."""
    from analyzer.library import standard

    library = standard()
    if playbook:
        from analyzer.playbook import load_playbook

        library = load_playbook(playbook, library).library
    return (*library.findings, *library.topics)


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
