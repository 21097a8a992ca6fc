"""The insurer's questions as fields: what is answered is what is filled in, and nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pandas as pd
import streamlit as st

from analyzer.app import shell
from analyzer.app.shell import block, plain, prose, tell
from analyzer.reports.messages import say
from analyzer.screening.questionnaire import Field, Question, Questionnaire

_NUMBERS: Final = ("money", "number", "percent")
_TURN: Final = "answers-turn"
_GIVEN: Final = "answers-given"
_GROUPS: Final = ("gate", "high", "other")


def fill(answers: Mapping[str, Any]) -> None:
    """Put answers into the fields in the place of what they held."""
    for name in [name for name in st.session_state if str(name).startswith(("answer:", "rows:"))]:
        del st.session_state[name]
    st.session_state[_GIVEN] = dict(answers)
    st.session_state[_TURN] = _turn() + 1


def ask(questionnaire: Questionnaire) -> dict[str, Any]:
    """Every question, those without which nothing is decided first; the answers by key, as a form holds them."""
    answers: dict[str, Any] = {}
    for group in _GROUPS:
        asked = [each for each in questionnaire if _group(each) == group]
        with st.expander(f"**{tell(f'app.questions.{group}')}** · {len(asked)}", expanded=group == "gate"):
            for question in asked:
                answers |= _question(question)
    return answers


def _group(question: Question) -> str:
    return "gate" if question.gate else "high" if question.weight == "high" else "other"


def _question(question: Question) -> dict[str, Any]:
    """One question with the fields of its answer."""
    spoken = shell.language()
    st.html(f"<p class='question'>{block('strong', f'{question.number}. {prose(question.ask[spoken])}')}</p>")
    st.caption(plain(say("form.why", spoken, why=prose(question.why[spoken]))))
    if question.type == "rows":
        rows = _rows(question)
        return {question.id: rows} if rows else {}
    found = {}
    columns = st.columns(min(len(question.fields), 3))
    for position, field in enumerate(question.fields):
        key = f"{question.id}.{field.id}" if field.id else question.id
        with columns[position % len(columns)]:
            value = _field(field, key, prose((field.ask if field.id else question.ask)[spoken]), hidden=not field.id)
        if value not in (None, "", [], ()):
            found[key] = value
    return found


def _field(field: Field, key: str, label: str, *, hidden: bool) -> Any:
    """The field of a value; None where it is left empty."""
    spoken, given = shell.language(), _given().get(key)
    unit = f" ({prose(field.unit[spoken])})" if field.unit else ""
    options: dict[str, Any] = {
        "label": f"{label}{unit}",
        "key": f"answer:{_turn()}:{key}",
        "label_visibility": "collapsed" if hidden else "visible",
        "persist_state": "session",
    }
    if field.type == "yes_no":
        words = {True: say("app.yes", spoken), False: say("app.no", spoken)}
        return st.segmented_control(options=[True, False], format_func=words.__getitem__, default=given, **options)
    if field.choices:
        names = {word: prose(meaning[spoken]) if meaning else word for word, meaning in field.choices.items()}
        if field.type == "texts":
            return st.multiselect(
                options=list(names),
                format_func=names.__getitem__,
                default=given or [],
                placeholder=tell("app.choose"),
                **options,
            )
        index = list(names).index(given) if given in names else None
        return st.selectbox(
            options=list(names), format_func=names.__getitem__, index=index, placeholder=tell("app.choose"), **options
        )
    if field.type in _NUMBERS:
        return _number(field, given, options)
    if field.type == "date":
        return st.date_input(value=given, min_value=date(1970, 1, 1), max_value=date(2100, 1, 1), **options)
    if field.type == "texts":
        text = st.text_input(value="; ".join(given or ()), help=tell("app.questions.several"), **options)
        return [part.strip() for part in (text or "").split(";") if part.strip()]
    return (st.text_input(value=given or "", **options) or "").strip()


def _number(field: Field, given: Decimal | None, options: dict[str, Any]) -> Decimal | None:
    """A number; one with decimals keeps them."""
    whole = given is None or given == given.to_integral_value()
    unit: type[int] | type[float] = int if whole else float
    options = options | {
        "value": None if given is None else unit(given),
        "min_value": unit(0),
        "max_value": unit(100) if field.type == "percent" else None,
        "step": unit(1),
        "format": "%d" if whole else "%.2f",
    }
    number: int | float | None = st.number_input(**options)
    return None if number is None else Decimal(str(number))


def _rows(question: Question) -> list[dict[str, Any]]:
    """A table with a row for each answer; a row without what is required does not count yet."""
    spoken, key, base = shell.language(), f"rows:{_turn()}:{question.id}", f"rows:base:{_turn()}:{question.id}"
    latest = f"rows:latest:{_turn()}:{question.id}"
    if key not in st.session_state:  # shown again after another page: what was written last is what there is
        st.session_state[base] = st.session_state.get(latest, _given().get(question.id, ()))
    names = {field.id: prose(field.ask[spoken]) for field in question.fields}
    # Typed by hand: an empty column has no values to tell its type from.
    frame = pd.DataFrame(
        {
            names[field.id]: pd.Series(
                [_cell(row.get(field.id)) for row in st.session_state[base]],
                dtype="float64" if field.type in _NUMBERS else "object",
            )
            for field in question.fields
        }
    )
    edited = st.data_editor(
        frame,
        num_rows="dynamic",
        hide_index=True,
        column_config={names[field.id]: _column(field) for field in question.fields},
        key=key,
    )
    number = len(edited[next(iter(names.values()))])
    found = [
        _row(question, {each: edited[name][position] for each, name in names.items()}) for position in range(number)
    ]
    kept = [row for row in found if all(field.id in row for field in question.fields if field.required)]
    st.session_state[latest] = kept
    return kept


def _column(field: Field) -> Any:
    if field.choices:
        return st.column_config.SelectboxColumn(options=list(field.choices))
    if field.type in _NUMBERS:
        return st.column_config.NumberColumn(min_value=0)
    return st.column_config.TextColumn()


def _cell(value: Any) -> Any:
    """A value as the table shows it."""
    if isinstance(value, (list, tuple)):
        return "; ".join(str(each) for each in value)
    return float(value) if isinstance(value, Decimal) else value


def _row(question: Question, cells: Mapping[str, Any]) -> dict[str, Any]:
    """A row's values of their types; an empty cell is no answer."""
    row: dict[str, Any] = {}
    for field in question.fields:
        value = cells[field.id]
        if value is None or value != value or value == "":
            continue
        if field.type in _NUMBERS:
            row[field.id] = Decimal(str(value))
        elif field.type == "texts":
            row[field.id] = [part.strip() for part in str(value).split(";") if part.strip()]
        else:
            row[field.id] = str(value)
    return row


def _turn() -> int:
    return int(st.session_state.get(_TURN, 0))


def _given() -> dict[str, Any]:
    found: dict[str, Any] = st.session_state.setdefault(_GIVEN, {})
    return found
