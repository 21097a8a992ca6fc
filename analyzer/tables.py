"""Checked reading of the TOML files that people write: rules, profiles, playbooks.

A `Table` hands out values by key and type; whatever is wrong (a missing key, a wrong type, an unknown word or key) is told with the
author's own line, what is wrong there and the nearest right word.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from analyzer.errors import GardefouError, LibraryProblem

_SHOWN = 110  # characters of the author's line


class Source:
    """A file's text and the error that its faults raise."""

    def __init__(self, content: Path | bytes, shown: str, problem: type[GardefouError] = LibraryProblem) -> None:
        self.shown, self.problem = shown, problem
        try:
            self.text = (content if isinstance(content, bytes) else content.read_bytes()).decode("utf-8")
        except UnicodeDecodeError as error:
            raise problem(f"not UTF-8 text (byte {error.start}).", path=shown, hint="Save the file as UTF-8.") from None

    def table(self) -> Table:
        """The file's TOML as a Table."""
        try:
            data = tomllib.loads(self.text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+), column (\d+)", str(error))
            number, column = (int(line[1]), int(line[2]) - 1) if line else (len(self.text.splitlines()), 0)
            self.fail(str(error).split(" (at")[0] + ".", number, column, "")
        return Table(self, data, "")

    def line_of(self, *words: str) -> int:
        """The first line that holds the words in this order, else the first that holds the last of them, else 1."""
        whole = re.compile(".*".join(re.escape(word) for word in words))
        for pattern in (whole, re.compile(re.escape(words[-1]))):
            for number, line in enumerate(self.text.splitlines(), 1):
                if pattern.search(line):
                    return number
        return 1

    def fail(self, message: str, line: int, column: int, wrong: str, choices: Collection[str] = ()) -> NoReturn:
        """Raise with the line, a mark under the fault, and the nearest of the words that may stand there."""
        lines = self.text.splitlines() or [""]
        shown, column = _around(lines[min(line, len(lines)) - 1], max(column, 0))
        marks = " " * column + "^" * min(max(len(wrong), 1), max(len(shown) - column, 1))
        hint = f"\n{line:4} | {shown}\n     | {marks}"
        if choices:
            hint += f" one of: {', '.join(sorted(choices))}."
            near = difflib.get_close_matches(wrong, list(choices), n=1, cutoff=0.5)
            hint += f' Did you mean "{near[0]}"?' if near else ""
        raise self.problem(message, path=f"{self.shown}:{line}", hint=hint)


def _around(line: str, column: int) -> tuple[str, int]:
    """The part of a long line that a reader needs to see a fault, and the column of the fault in it."""
    start = max(0, column - _SHOWN // 2)
    if len(line) <= _SHOWN:
        return line, column
    head = "… " if start else ""
    return head + line[start : start + _SHOWN], column - start + len(head)


class Table:
    """A TOML table. Every getter notes its key; `finish` refuses the keys that nobody asked for."""

    def __init__(self, source: Source, data: Mapping[str, Any], place: str) -> None:
        self.source, self._data, self._place, self._known = source, data, place, set[str]()

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def _fail(self, message: str, key: str, wrong: str = "", choices: Collection[str] = ()) -> NoReturn:
        line = self.source.line_of(*(word for word in (key, wrong) if word))
        shown = (self.source.text.splitlines() or [""])[line - 1]
        column = max(shown.find(wrong or key), 0)
        self.source.fail(message, line, column, wrong or key, choices)

    def _get(self, key: str, kind: type | tuple[type, ...], name: str) -> Any:
        self._known.add(key)
        value = self._data.get(key)
        if value is None:
            self.source.fail(f'"{self._place}{key}" is missing ({name}).', 1, 0, "")
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self._fail(f'"{self._place}{key}" must be {name}.', key)
        return value

    def text(self, key: str, default: str | None = None) -> str:
        if default is not None and key not in self._data:
            self._known.add(key)
            return default
        value: str = self._get(key, str, "a text")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        if default is not None and key not in self._data:
            self._known.add(key)
            return default
        return float(self._get(key, (int, Decimal), "a number"))

    def amount(self, key: str, default: Decimal | None = None) -> Decimal:
        if default is not None and key not in self._data:
            self._known.add(key)
            return default
        return Decimal(self._get(key, (int, Decimal), "a number"))

    def flag(self, key: str, default: bool = False) -> bool:
        if key not in self._data:
            self._known.add(key)
            return default
        value: bool = self._get(key, bool, "true or false")
        return value

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in choices:
            self._fail(f'unknown {key} "{value}".', key, value, choices)
        return value

    def texts(self, key: str, choices: Collection[str] | None = None) -> tuple[str, ...]:
        """A list of texts, one text alone, or nothing."""
        self._known.add(key)
        value = self._data.get(key, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(text, str) for text in values):
            self._fail(f'"{self._place}{key}" must be a text or a list of texts.', key)
        for text in values:
            if choices is not None and text not in choices:
                self._fail(f'unknown {key} "{text}".', key, text, choices)
        return tuple(values)

    def values(self, key: str) -> tuple[Any, ...]:
        """A list of texts, numbers or flags."""
        return tuple(self._get(key, list, "a list"))

    def table(self, key: str, optional: bool = False) -> Table:
        self._known.add(key)
        data = {} if optional and key not in self._data else self._get(key, dict, "a table")
        return Table(self.source, data, f"{self._place}{key}.")

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of an array ([[key]]), none where it is not there."""
        self._known.add(key)
        if key in self._data:
            for index, data in enumerate(self._get(key, list, "a list of tables")):
                yield Table(self.source, data, f"{self._place}{key}[{index}].")

    def both_languages(self, key: str) -> dict[str, str]:
        """A sentence in French and in English."""
        table = self.table(key)
        found = {language: table.text(language).strip() for language in ("fr", "en")}
        table.finish()
        return found

    def day(self, key: str) -> date | None:
        """A date, as TOML writes it or as a text 2026-11-23; None where it is not there."""
        self._known.add(key)
        value = self._data.get(key)
        try:
            return value if value is None or isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self._fail(f'"{self._place}{key}" must be a date: 2026-11-23.', key)

    def refuse(self, message: str, key: str, wrong: str = "", choices: Collection[str] = ()) -> NoReturn:
        """Raise for a value that has the right type and is wrong all the same, with the line that holds it."""
        self._fail(message, key, wrong, choices)

    def know(self, *keys: str) -> None:
        """Keys that may be there: not unknown, and offered where another is."""
        self._known.update(keys)

    def finish(self) -> None:
        """Refuse unknown keys."""
        for key in self._data:
            if key not in self._known:
                self._fail(f'unknown key "{self._place}{key}".', key, key, self._known)
