"""A house's own rules over the library's: thresholds, severities, accepted findings, topics of its own.

[thresholds]  derisory = 15000           a setting of clauses/settings.toml
[severity]    "liability_cap.missing" = "high"
[[accept]]    id, document (a name or pattern), reason (required), until (a date): the finding is marked, never dropped
clauses = "folder"                       topics in the library's own form; one of the same name replaces the library's
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from types import MappingProxyType

from analyzer.errors import SettingsProblem
from analyzer.library import SEVERITIES, Library, with_house
from analyzer.tables import Source, Table


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that the house lives with, until a day (None: for good). `document` is a file's name or path, or a pattern of them."""

    id: str
    document: str
    reason: str
    until: date | None

    def names(self, *called: str) -> bool:
        """Is it about the document that is called so: by its name, by its path?"""
        return any(fnmatch(each, self.document) for each in called)

    def runs(self, today: date) -> bool:
        """Does it still count on that day? Its last day counts."""
        return self.until is None or today <= self.until


@dataclass(frozen=True, slots=True)
class Playbook:
    """The library as the house wants it, and the findings that it accepts.

    `clauses` names the house's own folder, `house` is the library with it, before thresholds and severities; empty and None without one.
    """

    library: Library
    accepted: tuple[Acceptance, ...] = ()
    clauses: str = ""
    house: Library | None = None

    def marks(self, finding: str, called: Sequence[str], today: date) -> tuple[str | None, date | None]:
        """Why a finding is accepted that day and until when.

        An acceptance that has ended gives no reason, only its last day; a finding that nobody accepted gives None twice.
        """
        said = self.acceptance(finding, called, today)
        return (None, None) if said is None else (said.reason if said.runs(today) else None, said.until)

    def acceptance(self, finding: str, called: Sequence[str], today: date) -> Acceptance | None:
        """What is said of a finding in a document (its names and paths): what counts on that day, else what has ended; None for nothing."""
        said = [each for each in self.accepted if each.id == finding and each.names(*called)]
        return next((each for each in said if each.runs(today)), said[-1] if said else None)


def load_playbook(path: Path, library: Library) -> Playbook:
    """Read a playbook over a library. Raises SettingsProblem with the line at fault, LibraryProblem for its clauses."""
    if not path.is_file():
        raise SettingsProblem("no such file.", path=str(path), hint="Give the path of a playbook, a .toml file.")
    table = Source(path, path.name, SettingsProblem).table()
    folder = table.text("clauses", "")
    return _playbook(table, library, folder, with_house(library, path.parent / folder) if folder else None)


def _playbook(table: Table, library: Library, folder: str, house: Library | None) -> Playbook:
    library = _with_thresholds(house or library, table.table("thresholds", optional=True))
    library = _with_severities(library, table.table("severity", optional=True))
    accepted = tuple(_acceptance(each, library) for each in table.tables("accept"))
    table.finish()
    return Playbook(library, accepted, folder, house)


def read_playbook(
    content: bytes, name: str, library: Library, beside: Mapping[str, bytes] = MappingProxyType({})
) -> Playbook:
    """A playbook without a place on the disk. `beside` holds the files that came with it, by their path from it.

    Raises SettingsProblem with the line at fault, LibraryProblem for its clauses.
    """
    table = Source(content, name, SettingsProblem).table()
    folder = table.text("clauses", "")
    return _playbook(table, library, folder, _with_files(library, folder, name, beside) if folder else None)


def _with_files(library: Library, folder: str, playbook: str, beside: Mapping[str, bytes]) -> Library:
    """The library with a folder of clauses over it whose files came beside a playbook; they are on the disk while they are read."""
    own = PurePosixPath(folder.replace("\\", "/"))
    files = {path.relative_to(own): data for path, data in _paths(beside) if path.is_relative_to(own)}
    if not any(len(path.parts) == 2 and path.name == "topic.toml" for path in files):
        raise SettingsProblem(
            f'"clauses" names the folder “{folder}”, and no topic of it came with the playbook.',
            path=playbook,
            hint="Put the playbook and its folder into one .zip and open that, or use gardefou check --playbook.",
            key="clauses_beside",
            values={"folder": folder},
        )
    with TemporaryDirectory(prefix="gardefou-") as place:
        root = Path(place, own.name or "clauses")
        for path, data in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return with_house(library, root)


def _paths(beside: Mapping[str, bytes]) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Only what lies below the playbook: no name leads anywhere else."""
    for name, data in beside.items():
        path = PurePosixPath(name)
        if not path.is_absolute() and ".." not in path.parts:
            yield path, data


def write_playbook(
    thresholds: Mapping[str, Decimal],
    severities: Mapping[str, str],
    accepted: Sequence[Acceptance] = (),
    clauses: str = "",
) -> str:
    """The playbook of these settings, as a file; `read_playbook` gives them back. `clauses` is the folder beside it, where it has one."""
    lines = [f"clauses = {_quoted(clauses)}", ""] if clauses else []
    if thresholds:
        lines += ["[thresholds]", *(f"{name} = {amount:f}" for name, amount in thresholds.items()), ""]
    if severities:
        lines += ["[severity]", *(f"{_quoted(name)} = {_quoted(each)}" for name, each in severities.items()), ""]
    for each in accepted:
        lines += ["[[accept]]", f"id = {_quoted(each.id)}", f"document = {_quoted(each.document)}"]
        lines += [f"reason = {_quoted(each.reason)}", *([f"until = {each.until}"] if each.until else []), ""]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """A TOML string: what JSON escapes, TOML escapes in the same way."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _with_thresholds(library: Library, table: Table) -> Library:
    known = library.settings.get("thresholds", {})
    changed = {name: table.amount(name) for name in known if name in table}
    table.know(*known)
    table.finish()
    thresholds: Mapping[str, Decimal] = {**known, **changed}
    return replace(
        library,
        settings=MappingProxyType({**library.settings, "thresholds": thresholds}),
        digest=_digest(library, changed),
    )


def _with_severities(library: Library, table: Table) -> Library:
    changed = {name: table.choice(name, SEVERITIES) for name in library.findings if name in table}
    table.know(*library.findings)
    table.finish()
    topics = {
        name: replace(
            topic,
            findings=tuple(
                replace(
                    rule, severity=changed[rule.id], severity_in={}, severity_for={}, severity_under={}, severity_if=()
                )
                if rule.id in changed
                else rule
                for rule in topic.findings
            ),
        )
        for name, topic in library.topics.items()
    }
    return replace(library, topics=MappingProxyType(topics), digest=_digest(library, changed))


def _digest(library: Library, changed: Mapping[str, object]) -> str:
    """A library with other thresholds or severities is another library: stored results must not be taken for its own."""
    if not changed:
        return library.digest
    from hashlib import sha256

    return sha256(repr((library.digest, sorted(changed.items()))).encode()).hexdigest()


def _acceptance(table: Table, library: Library) -> Acceptance:
    found = Acceptance(
        id=table.choice("id", tuple(library.findings)),
        document=table.text("document", "*"),
        reason=table.text("reason"),
        until=table.day("until"),
    )
    table.finish()
    return found
