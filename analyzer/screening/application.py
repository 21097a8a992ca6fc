"""An applicant's answers: a TOML file whose keys are the ids of the questionnaire. What is not answered is left out, never guessed.

A bad answer does not hide the next one: all faults of a form are told together, each with the author's own line.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from analyzer.errors import SettingsProblem
from analyzer.screening.questionnaire import Field, Question, Questionnaire

_HEADER: Final = re.compile(r"^\s*\[{1,2}\s*([\w.-]+)\s*\]{1,2}")
_KEY: Final = re.compile(r"^\s*+#?\s*+([\w.-]++)\s*=")
_SHOWN: Final = 110  # characters of the author's line


class BadForm(SettingsProblem):
    """A form with faults; `faults` has one problem for each, in the order of the lines."""

    def __init__(self, faults: tuple[SettingsProblem, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


@dataclass(frozen=True, slots=True)
class Application:
    """The answers by key ("backup_offline", "restore_test.tested"); rows are tuples of mappings under the question's id.

    `lines` are the lines of the file (from 1) on which a key stands, answered or still commented out.
    """

    name: str
    answers: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def get(self, key: str) -> Any:
        """The answer; None where there is none."""
        return self.answers.get(key)

    def rows(self, question: str) -> tuple[Mapping[str, Any], ...]:
        """The rows of a question; empty where nothing is said."""
        found: tuple[Mapping[str, Any], ...] = self.answers.get(question, ())
        return found

    def answered(self, question: Question) -> bool:
        """Is anything of the question answered?"""
        return question.id in self.answers or any(key in self.answers for key in question.keys)


def load_application(path: Path, questionnaire: Questionnaire) -> Application:
    """Read a form. Raises SettingsProblem for a file that cannot be read, BadForm with every bad answer."""
    if not path.is_file():
        raise SettingsProblem(
            "no such file.",
            path=str(path),
            hint="Write an empty form with: gardefou screen --new application.toml",
            key="form.no_file",
        )
    return read_application(path.read_bytes(), path.name, questionnaire, shown=str(path))


def read_application(content: bytes, name: str, questionnaire: Questionnaire, *, shown: str = "") -> Application:
    """The same from memory; `shown` is what an error calls the file where that is not its name."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SettingsProblem(
            "not UTF-8 text.", path=shown or name, hint="Save the file as UTF-8.", key="form.encoding"
        ) from None
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(error, name, text) from None
    form = _Form(name, text)
    answers = dict(_answers(data, questionnaire, form))
    if form.faults:
        raise BadForm(tuple(problem for _, problem in sorted(form.faults, key=lambda fault: fault[0])))
    return Application(name, answers, form.places(questionnaire))


def write_application(answers: Mapping[str, Any]) -> str:
    """The answers as a form; `read_application` gives them back. Rows come last, as TOML wants them."""
    rows = {key: value for key, value in answers.items() if _is_rows(value)}
    lines = [f"{key} = {_written(value)}" for key, value in answers.items() if key not in rows]
    for key, each in rows.items():
        for row in each:
            lines += ["", f"[[{key}]]", *(f"{name} = {_written(value)}" for name, value in row.items())]
    return "".join(f"{line}\n" for line in lines)


def _is_rows(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and any(isinstance(each, Mapping) for each in value)


def _written(value: Any) -> str:
    """A value as TOML writes it: what JSON escapes in a text, TOML escapes in the same way."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_written(each) for each in value)}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _not_toml(error: tomllib.TOMLDecodeError, name: str, text: str) -> SettingsProblem:
    found = re.search(r"line (\d+), column (\d+)", str(error))
    line, column = (int(found[1]), int(found[2])) if found else (len(text.splitlines()), 1)
    shown = _excerpt(text.splitlines(), line, column - 1, 1)
    reason = str(error).split(" (at")[0].lower()
    return SettingsProblem(
        f"not a TOML file here: {reason}.",
        path=f"{name}:{line}",
        hint=f"A text stands between quotes, yes and no are true and false, a sum has no spaces.{shown}",
        key="form.toml",
        values={"shown": shown},
    )


class _Form:
    """The form's text, and the faults found in it so far with their lines."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.lines = name, text.splitlines()
        self.faults: list[tuple[int, SettingsProblem]] = []

    def places(self, questionnaire: Questionnaire) -> dict[str, int]:
        """The line of every key of the questionnaire that the file holds, commented out or not."""
        keys = {key for question in questionnaire for key in (question.id, *question.keys)}
        return {key: line for key in keys if (line := self._place(key))}

    def _place(self, key: str) -> int:
        question, _, name = key.partition(".")
        return self.line_of(question, name, commented=True)

    def line_of(self, question: str, name: str = "", row: int = 0, *, commented: bool = False) -> int:
        """The line (from 1) that gives a value; that of its table where the value has none; 0 where neither is there."""
        header, at, best = "", -1, 0
        for number, line in enumerate(self.lines, 1):
            if opened := _HEADER.match(line.replace("#", " ", 1) if commented else line):
                header = opened[1]
                at += header == question
                if header == question and at == row:
                    best = best or number
                continue
            key = _KEY.match(line)
            if key is None or (line.lstrip().startswith("#") and not commented):
                continue
            inside = header == question and at in (row, -1) and key[1] == name
            if inside or (not header and key[1] in {f"{question}.{name}", "" if name else question}):
                return number
            if not header and key[1] == question:
                best = best or number
        return best

    def refuse(
        self, line: int, wrong: str, key: str, message: str, choices: Collection[str] = (), **values: str
    ) -> None:
        """Note a fault: `message` in English, `key` and `values` for the same sentence in French."""
        line = max(line, 1)
        source = self.lines[line - 1] if self.lines else ""
        column = max(source.find(wrong), 0)
        near = difflib.get_close_matches(wrong.lower(), list(choices), n=1, cutoff=0.5)
        shown = _excerpt(self.lines, line, column, len(wrong))
        if near:
            key, message, values = f"{key}_near", f'{message} Did you mean "{near[0]}"?', {**values, "near": near[0]}
        values = {**values, "shown": shown}
        self.faults.append(
            (line, SettingsProblem(message, path=f"{self.name}:{line}", hint=shown, key=f"form.{key}", values=values))
        )


def _excerpt(lines: list[str], line: int, column: int, width: int) -> str:
    """The author's line with a mark under the fault."""
    source = lines[line - 1].expandtabs(1) if 0 < line <= len(lines) else ""
    start = max(0, column - _SHOWN // 2) if len(source) > _SHOWN else 0
    shown = source[start : start + _SHOWN]
    marks = " " * (column - start) + "^" * max(1, min(width, len(shown) - (column - start)))
    return f"\n{line:4} | {shown}\n     | {marks}"


def _answers(data: Mapping[str, Any], questionnaire: Questionnaire, form: _Form) -> Iterator[tuple[str, Any]]:
    for identifier, value in data.items():
        question = questionnaire.questions.get(identifier)
        if question is None:
            line = form.line_of(identifier)
            form.refuse(
                line,
                identifier,
                "unknown_key",
                f'"{identifier}" is no question.',
                questionnaire.questions,
                name=identifier,
            )
        elif question.type == "rows":
            yield question.id, tuple(_rows(value, question, form))
        elif question.type == "fields":
            yield from _fields(value, question, form)
        else:
            yield from _value(value, question, question.fields[0], form, 0)


def _rows(value: Any, question: Question, form: _Form) -> Iterator[Mapping[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        form.refuse(
            form.line_of(question.id), question.id, "rows",
            f'"{question.id}" is a list of tables, each under [[{question.id}]].', name=question.id,
        )  # fmt: skip
        return
    for position, row in enumerate(value):
        found = dict(_known_fields(row, question, form, position))
        for each in question.fields:
            if each.required and each.id not in row:
                form.refuse(
                    form.line_of(question.id, row=position), question.id, "missing",
                    f'"{each.id}" is missing in this [[{question.id}]].', name=each.id, table=question.id,
                )  # fmt: skip
        yield {key.partition(".")[2]: inner for key, inner in found.items()}


def _fields(value: Any, question: Question, form: _Form) -> Iterator[tuple[str, Any]]:
    """A table of values, or the first value alone."""
    if not isinstance(value, Mapping):
        yield from _value(value, question, question.fields[0], form, 0)
        return
    found = dict(_known_fields(value, question, form, 0))
    total = sum((each for each in found.values() if isinstance(each, Decimal)), Decimal(0))
    if question.total is not None and found and abs(total - question.total) > 1:
        form.refuse(
            form.line_of(question.id), question.id, "total",
            f'the shares of "{question.id}" add up to {total}, not to {question.total}.',
            name=question.id, total=str(total), wanted=str(question.total),
        )  # fmt: skip
    yield from found.items()


def _known_fields(value: Mapping[str, Any], question: Question, form: _Form, row: int) -> Iterator[tuple[str, Any]]:
    names = [each.id for each in question.fields]
    for name, inner in value.items():
        if name not in names:
            line = form.line_of(question.id, name, row)
            full = f"{question.id}.{name}"
            form.refuse(line, name, "unknown_key", f'"{full}" is no question.', names, name=full)
        else:
            yield from _value(inner, question, question.field(name), form, row)


def _value(value: Any, question: Question, field: Field, form: _Form, row: int) -> Iterator[tuple[str, Any]]:
    """The value under its key; nothing, and a fault, where it is not of the field's type."""
    key = f"{question.id}.{field.id}" if field.id else question.id
    line = form.line_of(question.id, field.id, row)
    read = _READ[field.type](value)
    if read is None:
        wanted, name = _WANTED[field.type], field.id or question.id
        form.refuse(line, name, f"type.{field.type}", f'"{key}" must be {wanted}.', name=key)
        return
    for word in (read if isinstance(read, tuple) else (read,)) if field.choices else ():
        if word not in field.choices:
            listed = ", ".join(field.choices)
            message = f'"{key}": "{word}" is none of {listed}.'
            form.refuse(line, str(word), "choice", message, field.choices, name=key, word=str(word), listed=listed)
            return
    yield key, read


def _text(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None


def _texts(value: Any) -> tuple[str, ...] | None:
    values = [value] if isinstance(value, str) else value
    return tuple(values) if isinstance(values, list) and all(isinstance(each, str) for each in values) else None


def _amount(value: Any) -> Decimal | None:
    number = Decimal(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else None
    return number if number is not None and number.is_finite() and number >= 0 else None


def _percent(value: Any) -> Decimal | None:
    number = _amount(value)
    return number if number is not None and number <= 100 else None


def _yes_no(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _date(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


_READ: Final[Mapping[str, Callable[[Any], Any]]] = {
    "text": _text, "texts": _texts, "money": _amount, "number": _amount, "percent": _percent, "yes_no": _yes_no,
    "choice": _text, "date": _date,
}  # fmt: skip
_WANTED: Final = {
    "text": "a text between quotes",
    "texts": 'a list of texts: ["…", "…"]',
    "money": "a sum, not below zero, without spaces or currency: 300000",
    "number": "a number, not below zero",
    "percent": "a number from 0 to 100",
    "yes_no": "true or false",
    "choice": "one of the words that the form lists, between quotes",
    "date": "a date: 2026-11-23",
}
