"""Garde-fou: reads a service contract and says what it can cost the provider, why, and what to write instead.

In Python:

    from analyzer import analyze
    report = analyze("contract.pdf", annual_value="600 EUR", claim="39746.41")
    report.findings, report.clauses, report.exposure, report.to_dict()
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.pipeline import Settings
    from analyzer.report import Report, Side

__version__ = "0.1.0"
__all__ = ["__version__", "analyze", "analyze_together"]


def analyze(
    source: str | PathLike[str] | bytes | BinaryIO,
    *,
    name: str | None = None,
    language: str | None = None,
    annual_value: str | None = None,
    claim: str | None = None,
    profile: str | PathLike[str] | None = None,
    playbook: str | PathLike[str] | None = None,
    side: Side = "provider",
    level: str = "protective",
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> Report:
    """Judge one contract, given as a path, its bytes or an open binary file.

    `annual_value` ("600 EUR") overrides what the contract says; `claim` is a known or feared claim; `language` is that of the report, by
    default the contract's; `profile` and `playbook` are paths of TOML files. Raises GardefouError: FileProblem for a bad file,
    SettingsProblem for a bad option.
    """
    # Imported here so that `import analyzer` stays light: the command prints its help without loading the engine.
    from analyzer.library import standard
    from analyzer.pipeline import check
    from analyzer.readers import read

    settings = settings_of(language, annual_value, claim, profile, playbook, side, level, select, ignore)
    return check(read(source, name=name), standard(), settings, __version__)


def analyze_together(
    sources: Sequence[str | PathLike[str]],
    *,
    language: str | None = None,
    annual_value: str | None = None,
    claim: str | None = None,
    profile: str | PathLike[str] | None = None,
    playbook: str | PathLike[str] | None = None,
    side: Side = "provider",
    level: str = "protective",
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> Report:
    """Judge several files as one contract: order form, general terms, annexes. Options and errors are those of `analyze`."""
    from analyzer.library import standard
    from analyzer.pipeline import judge, read_clauses
    from analyzer.readers import read
    from analyzer.together import join

    settings = settings_of(language, annual_value, claim, profile, playbook, side, level, select, ignore)
    library = settings.playbook.library if settings.playbook else standard()
    readings = [read_clauses(read(source), library, settings.annual_value) for source in sources]
    return judge(join(readings, library), library, settings, __version__)


def settings_of(
    language: str | None = None,
    annual_value: str | None = None,
    claim: str | None = None,
    profile: str | PathLike[str] | None = None,
    playbook: str | PathLike[str] | None = None,
    side: Side = "provider",
    level: str = "protective",
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> Settings:
    """The options as values. Raises SettingsProblem."""
    from analyzer.facts.options import parse_annual_value, parse_sum
    from analyzer.library import standard
    from analyzer.pipeline import Settings
    from analyzer.playbook import load_playbook
    from analyzer.profile import Profile, load_profile

    return Settings(
        language=language,
        annual_value=parse_annual_value(annual_value, "annual_value") if annual_value else None,
        claim=parse_sum(claim, "claim").amount if claim else None,
        side=side,
        level=level,
        select=select,
        ignore=ignore,
        profile=load_profile(Path(profile)) if profile else Profile(),
        playbook=load_playbook(Path(playbook), standard()) if playbook else None,
    )
