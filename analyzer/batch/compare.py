"""What changed between two runs: findings that are new, cleared or changed, contract by contract.

A contract is the same by its path or, where it was moved, by its content. A finding is the same by its id; it has changed where its
severity, its quotes or its acceptance have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from analyzer.batch.store import Entry, Store
from analyzer.reports.format import clean

Status = Literal["new", "gone", "failed", "changed"]
_MAX_QUOTE: Final = 300
_COUNTS: Final = (
    "severity",
    "quotes",
    "accepted",
)  # what makes a finding another; its words may be in another language


@dataclass(frozen=True, slots=True)
class Change:
    """One contract that is not as it was. `changed` holds pairs, before and now. `status` "failed": it had a report and has none now."""

    path: str
    status: Status
    new: Sequence[Mapping[str, Any]] = ()
    cleared: Sequence[Mapping[str, Any]] = ()
    changed: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]] = ()

    def to_dict(self) -> dict[str, Any]:
        """The line of changes.jsonl."""
        return {
            "path": self.path,
            "status": self.status,
            "new": list(self.new),
            "cleared": list(self.cleared),
            "changed": [{"before": before, "now": now} for before, now in self.changed],
        }

    def rows(self) -> Iterator[tuple[str, str, str, str | None, str | None, str | None]]:
        """The rows of the workbook's sheet: path, change, title, severity, before, now."""
        if self.status != "changed":
            yield self.path, f"contract_{self.status}", "", None, None, None
        for finding in self.new:
            yield self.path, "new", finding["title"], finding["severity"], None, _told(finding)
        for finding in self.cleared:
            yield self.path, "cleared", finding["title"], finding["severity"], _told(finding), None
        for before, now in self.changed:
            yield self.path, "changed", now["title"], now["severity"], _told(before), _told(now)


@dataclass(frozen=True, slots=True)
class Count:
    """How much changed."""

    contracts: int
    new: int
    cleared: int
    changed: int


def tally(changes: Sequence[Change]) -> Count:
    """The changes in figures."""
    return Count(
        len(changes),
        sum(len(each.new) for each in changes),
        sum(len(each.cleared) for each in changes),
        sum(len(each.changed) for each in changes),
    )


def compare(before: Store, before_run: int, now: Store, now_run: int) -> list[Change]:
    """Every contract that changed, in the order of the paths, those that are gone last."""
    earlier = _Earlier(before, before_run)
    changes = [change for entry in now.entries(now_run) if (change := _change(entry, earlier.of(entry))) is not None]
    return changes + [Change(path, "gone") for path in earlier.left()]


class _Earlier:
    """The earlier run, of which each contract's findings are fetched when they are asked for."""

    def __init__(self, store: Store, run: int) -> None:
        self._store, self._run = store, run
        self._left = dict(store.contents(run))
        self._by_content = {sha256: path for path, sha256 in self._left.items()}

    def of(self, entry: Entry) -> Entry | None:
        path = entry.path
        if path not in self._left:
            path = self._by_content.get(entry.sha256 or "", "")
        if path not in self._left:
            return None
        del self._left[path]
        return self._store.entry(self._run, path)

    def left(self) -> list[str]:
        return sorted(self._left)


def _change(now: Entry, before: Entry | None) -> Change | None:
    if now.report is None:
        return Change(now.path, "failed") if before is not None and before.report is not None else None
    current = _findings(now.report)
    if before is None or before.report is None:
        return Change(now.path, "new", new=list(current.values()))
    earlier = _findings(before.report)
    new = [finding for key, finding in current.items() if key not in earlier]
    cleared = [finding for key, finding in earlier.items() if key not in current]
    pairs = [(earlier[key], finding) for key, finding in current.items() if key in earlier]
    changed = [(old, finding) for old, finding in pairs if any(old[key] != finding[key] for key in _COUNTS)]
    return Change(now.path, "changed", new, cleared, changed) if new or cleared or changed else None


def _findings(report: Mapping[str, Any]) -> dict[tuple[str, int], dict[str, Any]]:
    """What counts of each finding, by its id and its number among those of the same id."""
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for finding in report["findings"]:
        number = sum(identifier == finding["id"] for identifier, _ in found)
        found[finding["id"], number] = {
            "id": finding["id"],
            "severity": finding["severity"],
            "title": finding["title"],
            "quotes": [clean(evidence["quote"]) for evidence in finding["evidence"]],
            "accepted": finding["accepted"],
        }
    return found


def _told(finding: Mapping[str, Any]) -> str | None:
    """The first of a finding's quotes, as far as a cell shows it."""
    quotes = finding["quotes"]
    return quotes[0][:_MAX_QUOTE] if quotes else None
