"""How much a file may hold, and take, before it is refused: a contract is far smaller, a trap is far larger.

Each limit has a name in the environment (`GARDEFOU_MAX_PAGES=5000`) for whoever must read more.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

from analyzer.errors import SettingsProblem


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one file; megabytes are millions of bytes. `seconds` and `memory_mb` are held by the process that reads (`check`)."""

    mb: int = 100
    pages: int = 2_000
    parts: int = 5_000  # of an archive
    unpacked_mb: int = 200  # of the parts that are read, together
    characters: int = 5_000_000
    depth: int = 200  # elements within elements
    seconds: int = 120  # without any sign of progress
    memory_mb: int = 3_000
    ocr_pages: int = 200

    @property
    def file_bytes(self) -> int:
        return self.mb * 1_000_000

    @property
    def unpacked_bytes(self) -> int:
        return self.unpacked_mb * 1_000_000

    @property
    def patience(self) -> float:
        """Seconds that another program gets: it must end before whoever waits for this one gives up."""
        return 0.9 * self.seconds


DEFAULTS: Final = Limits()
MAX_ZIP_RATIO: Final = 300  # unpacked to packed, for parts beyond RATIO_FLOOR_BYTES
RATIO_FLOOR_BYTES: Final = 5_000_000


def variable(limit: str) -> str:
    """The environment's name of a limit: GARDEFOU_MAX_PAGES for "pages"."""
    return f"GARDEFOU_MAX_{limit.upper()}"


def limits_of(environment: Mapping[str, str] = os.environ) -> Limits:
    """The defaults with what the environment says; raises SettingsProblem for what is no whole number above zero."""
    said = {
        each.name: environment[variable(each.name)] for each in fields(Limits) if variable(each.name) in environment
    }
    for name, value in said.items():
        if not (value.isascii() and value.isdigit() and int(value[:18]) > 0):
            raise SettingsProblem(
                f"{variable(name)}: “{value}” is not a whole number above zero.",
                hint=f"The default is {getattr(DEFAULTS, name)}.",
                key="limit",
                values={"variable": variable(name), "value": value, "default": str(getattr(DEFAULTS, name))},
            )
    return replace(DEFAULTS, **{name: int(value[:18]) for name, value in said.items()}) if said else DEFAULTS


def hold_memory(megabytes: int) -> None:
    """Let this process have so much memory of its own. Linux counts its own pages; where no such limit is known there is none."""
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    most = megabytes * 1_000_000
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
