"""What a batch judges by, in a form that another process or machine can take: the options, and the contents of the user's own files.

The files are read once, when the batch begins: a playbook that is changed meanwhile changes nothing in it.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from analyzer import __version__, settings_of
from analyzer.errors import SettingsProblem
from analyzer.library import standard
from analyzer.tables import Source

if TYPE_CHECKING:
    from analyzer.library import Library
    from analyzer.pipeline import Settings
    from analyzer.report import Side

PAGES: Final = ("html", "sarif")  # pages made while a contract is read, since they need more than the stored report


@dataclass(frozen=True, slots=True)
class Order:
    """The options as the user gave them. `files` are the contents of the profile, the playbook and its clauses, by a path that is relative
    to a folder they share; `profile` and `playbook` are such paths, empty where there is none.
    """

    language: str | None = None
    annual_value: str | None = None
    claim: str | None = None
    side: Side = "provider"
    level: str = "protective"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str = ""
    playbook: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def settings(self) -> Settings:
        """The options as values. Raises SettingsProblem, LibraryProblem."""
        with tempfile.TemporaryDirectory(prefix="gardefou-") as folder:
            for name, data in self.files.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            return settings_of(
                language=self.language,
                annual_value=self.annual_value,
                claim=self.claim,
                profile=Path(folder, self.profile) if self.profile else None,
                playbook=Path(folder, self.playbook) if self.playbook else None,
                side=self.side,
                level=self.level,
                select=self.select,
                ignore=self.ignore,
            )


def order_of(profile: Path | None, playbook: Path | None, **options: Any) -> Order:
    """The order of these options; the files are read now. Raises SettingsProblem."""
    settings_of(profile=profile, playbook=playbook, **options)  # a fault is told by the user's own paths
    files = dict[str, bytes]()
    if profile is not None:
        files["profile.toml"] = profile.read_bytes()
    name = ""
    if playbook is not None:
        folder = _clauses_folder(playbook)
        root = Path(os.path.commonpath([playbook.parent.resolve(), *([folder] if folder else [])]))
        name = f"house/{playbook.resolve().relative_to(root).as_posix()}"
        files[name] = playbook.read_bytes()
        files |= {f"house/{path.relative_to(root).as_posix()}": path.read_bytes() for path in _below(folder)}
    return Order(profile="profile.toml" if profile else "", playbook=name, files=files, **options)


def _clauses_folder(playbook: Path) -> Path | None:
    """The folder of a house's own clauses, None where it has none."""
    name = Source(playbook, playbook.name, SettingsProblem).table().text("clauses", "")
    return (playbook.parent / name).resolve() if name else None


def _below(folder: Path | None) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file()) if folder else iter(())


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings of a batch with the library that they judge by, and the digests under which results are kept."""

    settings: Settings
    library: Library
    digest: str

    @property
    def digests(self) -> tuple[str, str]:
        """Of the library and of the settings."""
        return self.library.digest, self.digest

    def key(self, sha256: str, path: str, today: date) -> str:
        """What a result is kept under. The acceptances of a playbook count for the documents that they cover, on their days."""
        accepted: Sequence[Any] = ()
        if self.settings.playbook is not None:
            covering = [each for each in self.settings.playbook.accepted if each.names(path, path.rsplit("/", 1)[-1])]
            accepted = [(each.id, each.reason, str(each.until), each.runs(today)) for each in covering]
        return _digest([sha256, self.library.digest, self.digest, accepted])


def rules_of(settings: Settings) -> Rules:
    """The rules of these settings."""
    value = settings.annual_value
    told = {
        "version": __version__,
        "language": settings.language,
        "annual_value": [str(value.amount), value.currency] if value else None,
        "claim": str(settings.claim),
        "side": settings.side,
        "level": settings.level,
        "select": sorted(settings.select),
        "ignore": sorted(settings.ignore),
        "profile": asdict(settings.profile),
    }
    return Rules(settings, settings.playbook.library if settings.playbook else standard(), _digest(told))


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
