"""The decision sheet as sections of paragraphs and tables, ready to be drawn as text, HTML or a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from analyzer.reports import format as write
from analyzer.reports.messages import say

Audience = Literal["underwriter", "applicant"]
Style = Literal["", "lead", "item", "quote", "wording", "note", "sub"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a table: `value` None where it is not known."""

    value: Decimal | None
    kind: Literal["money", "percent", "times", "number"] = "money"
    currency: str = "EUR"


Cell = str | Figure


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`language` is that of the words where they may be of another language than the sheet: quotes and wordings."""

    text: str
    style: Style = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`left` columns of text come first; the others hold figures."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left: int


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    blocks: tuple[Paragraph | Table, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole sheet; `decision` is empty in the applicant's version, `verdict` its word for people."""

    language: str
    title: str
    subtitle: str
    decision: str
    verdict: str
    lead: str
    sections: tuple[Section, ...]


def shown(cell: Cell, language: str) -> str:
    """A cell as people read it."""
    if isinstance(cell, str):
        return cell
    if cell.value is None:
        return say("value.none", language)
    if cell.kind == "money":
        return write.whole_money(_whole(cell.value), cell.currency, language)
    if cell.kind == "percent":
        return percent(cell.value, language)
    return write.plain(_rounded(cell.value), language)


def percent(value: Decimal, language: str) -> str:
    """A value that is already per cent, with one decimal at most."""
    return write.percent(_rounded(value) / 100, language)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _whole(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1), ROUND_HALF_UP)
