"""An empty form: TOML to fill in, with every question commented out, or a page to print."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from analyzer.reports import words
from analyzer.reports.messages import say
from analyzer.reports.screening_html import draw
from analyzer.screening.questionnaire import Field, Question, Questionnaire

_WIDTH: Final = 110
_EXAMPLES: Final = {
    "text": '"…"', "texts": '["…", "…"]', "money": "300000", "number": "12", "percent": "40", "yes_no": "true",
    "choice": '"…"', "date": "2026-11-23",
}  # fmt: skip


def toml_form(questionnaire: Questionnaire, language: str) -> str:
    """Every question as a comment with its key commented out: taking the # away answers it."""
    return "\n".join(_lines(questionnaire, language)) + "\n"


def html_form(questionnaire: Questionnaire, language: str) -> str:
    """The same questions as a page to print and fill in by hand."""
    title = say("form.title", language)
    return draw(
        "screening_form.html",
        language,
        title,
        form=questionnaire,
        library=lambda texts: words.library(texts[language], language),
    )


def _lines(questionnaire: Questionnaire, language: str) -> Iterator[str]:
    yield from _comment(say("form.title", language))
    yield from _comment(say("form.how", language))
    yield from _comment(say("form.values", language))
    # TOML reads whatever follows a [[table]] as part of it: the questions that take rows come last.
    for question in sorted(questionnaire, key=lambda each: each.type == "rows"):
        yield ""
        yield from _question(question, language)
    yield ""
    yield from _comment(say("form.sources", language))
    for name in sorted({source for question in questionnaire for source in question.sources}):
        yield f"# {name}: {questionnaire.sources[name]}"


def _question(question: Question, language: str) -> Iterator[str]:
    notes = [say("form.why", language, why=words.library(question.why[language], language))]
    if question.gate:
        notes.insert(0, _sentence(say("form.gate", language)))
    if question.mark != "V":
        notes.append(_sentence(say(f"form.mark.{question.mark}", language)))
    if question.sources:
        notes.append(f"[{', '.join(question.sources)}]")
    yield from _comment(f"{question.number}. {words.library(question.ask[language], language)}")
    yield from _comment(" ".join(notes))
    if question.type == "rows":
        yield from _comment(_sentence(say("form.again", language)))
        yield f"# [[{question.id}]]"
    for field in question.fields:
        yield from _field(question, field, language)


def _field(question: Question, field: Field, language: str) -> Iterator[str]:
    kind = say(f"form.type.{field.type}", language)
    said = f"{words.library(field.ask[language], language)} ({kind})" if field.id else kind
    if field.unit:
        said = f"{said}, {words.library(field.unit[language], language)}"
    if field.required:
        said = f"{said}, {say('form.required', language)}"
    example = f'"{next(iter(field.choices))}"' if field.choices else _EXAMPLES[field.type]
    if field.choices and field.type == "texts":
        example = f"[{example}]"
    key = f"{question.id}.{field.id}" if question.type == "fields" else field.id or question.id
    yield f"# {key} = {example}   # {said}"
    for word, meaning in field.choices.items():
        text = (
            say("colon", language, label=f'"{word}"') + words.library(meaning[language], language)
            if meaning
            else f'"{word}"'
        )
        yield f"#     {text}"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH)]


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
