"""The exports that are made from pages: an HTML index with a page a contract, and one SARIF log of all."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any, ClassVar, Final

from analyzer.batch.store import Entry
from analyzer.batch.writers import Context
from analyzer.errors import FileProblem
from analyzer.reports.html_index import Row, write_index
from analyzer.reports.sarif import SCHEMA, uri
from analyzer.reports.summary import summarise

_NOT_A_NAME: Final = re.compile(r"[^a-z0-9]+")
_MAX_NAME: Final = 60


class Html:
    """index.html, and a page a contract in the folder reports."""

    names: ClassVar[tuple[str, ...]] = ("index.html", "reports")

    def __init__(self, folder: Path, context: Context) -> None:
        self._folder, self._context = folder, context
        self._rows: list[Row] = []
        self._failures: list[FileProblem] = []
        (folder / "reports").mkdir()

    def add(self, entry: Entry) -> None:
        if entry.failure is not None:
            self._failures.append(entry.failure)
        if entry.report is None or entry.key is None:
            return
        page = self._context.page(entry.key, "html")
        link = None
        if page is not None:
            link = f"reports/{_file_name(entry.path)}-{entry.key[:12]}.html"
            (self._folder / link).write_text(page, encoding="utf-8", errors="replace")
        self._rows.append(Row(summarise(entry.report, entry.path, self._context.today), link))

    def close(self) -> None:
        write_index(self._folder / "index.html", self._rows, self._failures, self._context.language)


def _file_name(path: str) -> str:
    """A path as a plain name that every system takes."""
    plain = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode().lower()
    return _NOT_A_NAME.sub("-", plain).strip("-")[-_MAX_NAME:].strip("-") or "contract"


class Sarif:
    """One log with one run: the results are written as they come, the rules and files that they point to at the end."""

    names: ClassVar[tuple[str, ...]] = ("results.sarif",)

    def __init__(self, folder: Path, context: Context) -> None:
        self._context = context
        self._file = (folder / self.names[0]).open("w", encoding="utf-8", errors="replace", newline="\n")
        self._rules: dict[str, tuple[int, dict[str, Any]]] = {}
        self._driver: dict[str, Any] = {"name": "gardefou"}
        self._artifacts: list[dict[str, Any]] = []
        self._told: list[dict[str, Any]] = []
        self._any = False
        self._file.write(f'{{"$schema": {json.dumps(SCHEMA)}, "version": "2.1.0", "runs": [{{"results": [')

    def add(self, entry: Entry) -> None:
        page = self._context.page(entry.key, "sarif") if entry.report is not None and entry.key else None
        if page is None:
            return
        run = json.loads(page)["runs"][0]
        self._driver |= {name: value for name, value in run["tool"]["driver"].items() if name != "rules"}
        for rule in run["tool"]["driver"]["rules"]:
            self._rules.setdefault(rule["id"], (len(self._rules), rule))
        for artifact in run["artifacts"]:
            self._artifacts.append({**artifact, "location": {"uri": uri(entry.path)}})
        for result in run["results"]:
            result["ruleIndex"] = self._rules[result["ruleId"]][0]
            self._file.write(
                ("," if self._any else "") + "\n" + json.dumps(self._placed(result, entry), ensure_ascii=False)
            )
            self._any = True
        for invocation in run["invocations"]:
            self._told += [self._placed(told, entry) for told in invocation["toolExecutionNotifications"]]

    def _placed(self, value: Any, entry: Entry) -> Any:
        """The value with every place in the one file of its log put into this entry's file of the whole log."""
        if isinstance(value, list):
            return [self._placed(each, entry) for each in value]
        if not isinstance(value, dict):
            return value
        place = {"uri": uri(entry.path), "index": len(self._artifacts) - 1}
        return {
            name: place if name == "artifactLocation" else self._placed(each, entry) for name, each in value.items()
        }

    def close(self) -> None:
        rest = {
            "tool": {"driver": {**self._driver, "rules": [rule for _, rule in self._rules.values()]}},
            "language": self._context.language,
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": self._told}],
            "artifacts": self._artifacts,
        }
        self._file.write("\n], " + json.dumps(rest, ensure_ascii=False)[1:] + "]}\n")
        self._file.close()
