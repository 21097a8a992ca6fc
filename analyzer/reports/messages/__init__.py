"""Every sentence of ours that is not law, in French and English: `say("verdict.full", "fr", loss=...)`.

They are written with ordinary
spaces and apostrophes and get their typography when they are said, so that what is typed can be read. Sentences about the law, and
everything about a topic, live in the clause library.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from analyzer.errors import FileProblem, GardefouError
from analyzer.reports.format import clean, french_spaces, typeset
from analyzer.reports.format import number as thousands
from analyzer.reports.messages.app import APP
from analyzer.reports.messages.application import APPLICATION
from analyzer.reports.messages.batch import BATCH
from analyzer.reports.messages.command import COMMAND
from analyzer.reports.messages.completion import COMPLETION
from analyzer.reports.messages.desk import DESK
from analyzer.reports.messages.drafting import DRAFTING
from analyzer.reports.messages.exposure import EXPOSURE
from analyzer.reports.messages.house import HOUSE
from analyzer.reports.messages.page import PAGE
from analyzer.reports.messages.parts import PARTS
from analyzer.reports.messages.problem import PROBLEM
from analyzer.reports.messages.reading import READING
from analyzer.reports.messages.report import REPORT
from analyzer.reports.messages.screening import SCREENING
from analyzer.reports.messages.standing import STANDING
from analyzer.reports.messages.workbook import WORKBOOK

LANGUAGES: Final = ("fr", "en")
MESSAGES: Final[dict[str, tuple[str, str]]] = {
    **REPORT,
    **EXPOSURE,
    **STANDING,
    **COMMAND,
    **COMPLETION,
    **PROBLEM,
    **DRAFTING,
    **APP,
    **PARTS,
    **HOUSE,
    **DESK,
    **PAGE,
    **BATCH,
    **WORKBOOK,
    **APPLICATION,
    **SCREENING,
    **READING,
}


@cache
def template(key: str, language: str) -> str:
    """The sentence with its {places} still open."""
    french, english = MESSAGES[key]
    return typeset(french if language == "fr" else english, language)


def say(key: str, language: str, **values: str) -> str:
    """The sentence, filled."""
    return template(key, language).format_map(values)


def label(family: str, value: str, language: str) -> str:
    """The word for a code (a kind, a head of loss, a law); the code itself, spelled out, where there is none."""
    key = f"{family}.{value}"
    return say(key, language) if key in MESSAGES else value.replace("_", " ")


def count(key: str, number: int, language: str, **values: str) -> str:
    """`key.one` or `key.many` with {number}. In French nothing counts as one."""
    one = number == 1 or (number == 0 and language == "fr")
    return say(f"{key}.{'one' if one else 'many'}", language, number=thousands(number, language), **values)


def problem_words(error: GardefouError, language: str) -> tuple[str, str]:
    """What happened, and what to do now."""
    key = f"problem.{error.key or error.code}"
    if language == "en" or key not in MESSAGES:
        return error.message, error.hint
    values = {name: _translated(value, language) for name, value in error.values.items()}
    return say(key, language, **values), say(f"{key}.hint", language, **values)


def problem_sentence(error: GardefouError, language: str) -> str:
    """What happened, where, and what to do now, on one line (a rule file's own line keeps its mark, so it keeps its lines)."""
    message, hint = problem_words(error, language)
    place = ", ".join(part for part in (error.path, error.where) if part)
    sentence = f"{place}{french_spaces(' :') if language == 'fr' else ':'} {message}" if place else message
    sentence = f"{sentence} {hint}" if hint else sentence
    return clean(sentence) if isinstance(error, FileProblem) else sentence


def _translated(value: str, language: str) -> str:
    """A value that a reader put in English ("a web page"), where the table knows it."""
    return label("value", value, language) if f"value.{value}" in MESSAGES else value
