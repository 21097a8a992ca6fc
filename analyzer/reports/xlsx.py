"""The workbook of many contracts: which to renegotiate first, topics by contract, findings with quotes, what has no result.

Written row by row, so that its memory hardly grows with the number of contracts. Every text of a contract is a string cell, whatever it
begins with: none is ever a formula or a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import xlsxwriter

from analyzer.report import SEVERITIES
from analyzer.reports import format as write
from analyzer.reports.messages import count, label, problem_words, say
from analyzer.reports.summary import Line, most_exposed_first, summarise
from analyzer.reports.xlsx_sheet import Column, Sheet, Styles

if TYPE_CHECKING:
    from analyzer.errors import FileProblem

_GRADES: Final = {"A": "good", "B": "good", "C": "medium", "D": "high", "E": "critical"}
_NOTES: Final = ("order", "currency", "next_end", "empty", "accepted")


class Workbook:
    """Add reports (in the JSON form) and failures in any order, then close. `titles` are the library's topics, in the order of the columns.

    `target` is a path or an open binary file; `scratch` a folder for the rows under way (they hold quotes), None for memory.
    """

    def __init__(
        self,
        target: str | PathLike[str] | BinaryIO,
        language: str,
        titles: Mapping[str, str],
        today: date,
        *,
        scratch: str | PathLike[str] | None = None,
    ) -> None:
        options = {
            "constant_memory": scratch is not None,
            "in_memory": scratch is None,
            "tmpdir": fspath(scratch) if scratch is not None else None,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = xlsxwriter.Workbook(fspath(target) if isinstance(target, PathLike) else target, options)
        self._book.set_properties({"title": say("sheet.first", language), "author": "gardefou", "comments": ""})
        self._language, self._titles, self._today = language, titles, today
        styles = self._styles = Styles(self._book, language)
        self._first = Sheet(styles, say("sheet.first", language), self._first_columns(), frozen=2)
        self._topics = Sheet(styles, say("sheet.topics", language), self._topic_columns(), frozen=1)
        self._findings = Sheet(styles, say("sheet.findings", language), self._finding_columns(), frozen=1)
        self._failures = Sheet(styles, say("sheet.failures", language), self._failure_columns(), frozen=1)
        self._changes: Sheet | None = None
        self._lines: list[Line] = []
        self._failed, self._tool = 0, dict[str, str]()

    def add(self, report: Mapping[str, Any], path: str) -> None:
        """A contract with all that was found in it."""
        line = summarise(report, path, self._today)
        self._lines.append(line)
        self._tool = report["tool"]
        self._topics.add([path, line.grade, *self._cells_of_topics(report)])
        sections = {(clause.get("file"), clause["start"]): clause["section"] for clause in report["clauses"]}
        for finding in sorted(report["findings"], key=_gravest_first):
            self._findings.add(self._finding(path, finding, report["language"], sections))

    def add_failure(self, error: FileProblem) -> None:
        """A file without a result."""
        message, hint = problem_words(error, self._language)
        self._failed += 1
        self._failures.add([error.path, _sentence(message), _sentence(hint), error.where or None, error.code])

    def add_change(
        self, path: str, change: str, title: str, severity: str | None, before: str | None, now: str | None
    ) -> None:
        """What differs from an earlier run: `change` is one of the codes of the messages ("new", "cleared" …)."""
        if self._changes is None:
            self._changes = Sheet(self._styles, say("sheet.changes", self._language), self._change_columns(), frozen=1)
        word = self._severity(severity) if severity else None
        self._changes.add([path, say(f"change.{change}", self._language), word, title, before, now])

    def close(self) -> None:
        """Write the file."""
        for rank, line in enumerate(sorted(self._lines, key=most_exposed_first), start=1):
            self._first.add([rank, *self._first_cells(line)])
        for sheet in (self._first, self._topics, self._findings, self._failures, self._changes):
            if sheet is not None:
                sheet.close()
        self._write_notes()
        self._book.close()

    # The columns of each sheet.

    def _head(self, name: str, width: int, kind: Any = "text", **more: Any) -> Column:
        return Column(say(f"column.{name}", self._language), width, kind, **more)

    def _severities(self) -> dict[str, str]:
        return {self._severity(severity): severity for severity in SEVERITIES}

    def _severity(self, severity: str) -> str:
        return say(f"severity.{severity}", self._language)

    def _note(self, name: str) -> str:
        return say(f"note.{name}", self._language)

    def _first_columns(self) -> list[Column]:
        head, renews = self._head, {say("cell.yes", self._language): "medium"}
        return [
            head("rank", 5, "count"),
            head("contract", 30, "wrapped"),
            head("customer", 20, "wrapped"),
            head("kind", 14, "wrapped"),
            head("grade", 6, "word", colours=_GRADES),
            head("price", 12, "sum"),
            head("currency", 8, note=self._note("currency")),
            head("scenario", 16, "wrapped"),
            head("payable", 13, "sum"),
            head("multiple", 11, "multiple"),
            head("uninsured", 14, "sum", bar=True, note=self._note("order")),
            head("insurance", 11, "wrapped"),
            head("after_fix", 13, "sum"),
            head("gravest", 30, "wrapped"),
            head("critical", 8, "count"),
            head("high", 8, "count"),
            head("next_end", 11, "day", note=self._note("next_end")),
            head("renews", 11, "word", colours=renews),
            head("signed", 11, "day"),
            head("term", 7, "count"),
            head("law", 14, "wrapped"),
            head("accepted_count", 9, "count"),
        ]

    def _topic_columns(self) -> list[Column]:
        words = {
            **self._severities(),
            say("cell.there", self._language): "good",
            say("cell.accepted", self._language): "quiet",
        }
        titles = [Column(write.clean(title), 8, "word", words, upright=True) for title in self._titles.values()]
        return [self._head("contract", 38, "wrapped"), self._head("grade", 6, "word", colours=_GRADES), *titles]

    def _finding_columns(self) -> list[Column]:
        head = self._head
        return [
            head("contract", 34, "wrapped"),
            head("severity", 10, "word", colours=self._severities()),
            head("topic", 24, "wrapped"),
            head("finding", 46, "wrapped"),
            head("quote", 60, "wrapped"),
            head("page", 7, "count"),
            head("section", 10),
            head("why", 60, "wrapped"),
            head("wording", 34, "wrapped"),
            head("accepted", 30, "wrapped"),
            head("id", 34),
        ]

    def _failure_columns(self) -> list[Column]:
        head = self._head
        return [
            head("contract", 50, "wrapped"),
            head("problem", 60, "wrapped"),
            head("todo", 60, "wrapped"),
            head("page", 12, "wrapped"),
            head("code", 8),
        ]

    def _change_columns(self) -> list[Column]:
        head, said = self._head, {"new": "high", "cleared": "good", "changed": "medium"}
        words = {say(f"change.{name}", self._language): colour for name, colour in said.items()}
        return [
            head("contract", 38, "wrapped"),
            head("change", 20, "word", colours=words),
            head("severity", 10, "word", colours=self._severities()),
            head("finding", 50, "wrapped"),
            head("before", 50, "wrapped"),
            head("now", 50, "wrapped"),
        ]

    # The cells of each row.

    def _first_cells(self, line: Line) -> list[Any]:
        language, stake = self._language, line.stake
        told: list[Any] = [None] * 6
        if stake is not None:
            known = say(f"cell.insurance.{'known' if stake.insurance_known else 'unknown'}", language)
            name = stake.title or label("scenario", stake.id, language)
            told = [name, stake.payable, stake.multiple, stake.uninsured, known, stake.after_fix]
        return [
            line.path,
            line.customer,
            label("kind", line.kind, language),
            line.grade,
            line.annual_value,
            line.currency,
            *told,
            line.gravest,
            line.counts["critical"],
            line.counts["high"],
            line.next_end,
            None if line.renews is None else say("cell.yes" if line.renews else "cell.no", language),
            line.signed_on,
            line.term_months,
            label("governing", line.law, language) if line.law else None,
            line.accepted,
        ]

    def _cells_of_topics(self, report: Mapping[str, Any]) -> list[str | None]:
        """For each topic the word of its gravest finding, else that it is there, else nothing."""
        cells = {
            clause["topic"]: say("cell.there", self._language) for clause in report["clauses"] if clause["score"] >= 0.5
        }
        for finding in sorted(report["findings"], key=_gravest_first, reverse=True):
            taken = finding["accepted"] is not None
            cells[finding["topic"]] = (
                say("cell.accepted", self._language) if taken else self._severity(finding["severity"])
            )
        return [cells.get(topic) for topic in self._titles]

    def _finding(
        self, path: str, finding: Mapping[str, Any], written: str, sections: Mapping[Any, str | None]
    ) -> list[Any]:
        """Its row; `written` is the language of the report, whose sentences it holds."""
        language = self._language
        shown = finding["evidence"][0] if finding["evidence"] else None
        suggestion, accepted = finding["suggestion"], finding["accepted"]
        return [
            path,
            self._severity(finding["severity"]),
            self._titles.get(finding["topic"], finding["topic"]),
            write.typeset(finding["message"], written),
            write.quote(shown["quote"], language) if shown else None,
            shown["page"] if shown else None,
            sections.get((shown.get("file"), shown["start"])) if shown else None,
            write.typeset(finding["why"], written),
            write.typeset(suggestion["title"], suggestion["language"]) if suggestion else None,
            self._accepted(accepted) if accepted else None,
            finding["id"],
        ]

    def _accepted(self, accepted: Mapping[str, str | None]) -> str:
        reason = write.clean(str(accepted["reason"]))
        if not accepted["until"]:
            return reason
        day = write.iso_day(accepted["until"], self._language)
        return say("finding.accepted_until", self._language, reason=reason, day=day)

    def _write_notes(self) -> None:
        language = self._language
        sheet = self._book.add_worksheet(say("sheet.notes", language))
        sheet.set_column(0, 0, 120)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        made = say(
            "note.made",
            language,
            contracts=count("batch.contracts", len(self._lines), language),
            failures=count("note.failures", self._failed, language),
            day=write.day(self._today, language),
            version=self._tool.get("version", ""),
            digest=self._tool.get("library_digest", "")[:12],
        )
        told = [made, *(self._note(name) for name in _NOTES)]
        told += [say("closing.not_forecast", language), say("closing.not_advice", language)]
        sheet.write_string(0, 0, say("note.title", language), self._styles.title)
        for row, sentence in enumerate(told, start=2):
            sheet.write_string(row, 0, sentence, self._styles.cells["wrapped"])


def _sentence(text: str) -> str | None:
    """With a capital, as it stands alone in a cell."""
    return text[:1].upper() + text[1:] if text else None


def _gravest_first(finding: Mapping[str, Any]) -> tuple[bool, int]:
    return finding["accepted"] is not None, -SEVERITIES.index(finding["severity"])
