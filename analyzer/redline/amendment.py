"""An amendment as a Word file, for a contract that is no Word file: what it replaces is quoted, the new text follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from analyzer.document import Document
from analyzer.facts.values import Party
from analyzer.redline.plan import Change
from analyzer.redline.sheet import Sheet
from analyzer.report import Evidence, Report
from analyzer.reports.format import day
from analyzer.reports.messages import say
from analyzer.reports.words import article
from analyzer.wording import names

_HEAD: Final = 6  # lines in which a contract says what it is called
_CALLED: Final = re.compile(
    r"\b(?:contrat|convention|conditions|accord|agreement|terms|contract|licen[cs]e|order form|statement)\b",
    re.IGNORECASE,
)


_ARTICLE: Final = re.compile(r"(?:article|art\.|section|clause|§)\s?\d|\d", re.IGNORECASE)
_MARKS: Final = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`|^#{1,6}\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the house alone reads: a note under each change, one before all of them, a line over every page."""

    comment: Callable[[Change], tuple[str, ...]] | None = None
    opening: tuple[str, ...] = ()
    header: str = ""


def amendment(report: Report, document: Document, changes: Sequence[Change], remarks: Remarks) -> bytes:
    """The file's bytes. Names of the parties and of the contract come from the report; dates and signatures stay blank."""
    language = report.document_language
    sheet = Sheet(language, remarks.header)
    for line in remarks.opening:
        sheet.remark(line)
    sheet.title(say("amendment.title", language))
    sheet.text(_contract(report, document, language))
    _parties(sheet, report, language)
    sheet.text(say("amendment.agreed", language))
    for number, change in enumerate(changes, 1):
        sheet.heading(say("amendment.article", language, number=str(number), title=change.title))
        _change(sheet, report, change, language)
        for line in remarks.comment(change) if remarks.comment else ():
            sheet.remark(line)
    last = {"number": str(len(changes) + 1), "title": say("amendment.rest.title", language)}
    sheet.heading(say("amendment.article", language, **last))
    sheet.text(say("amendment.rest", language))
    signatures(sheet, report, language)
    return sheet.data()


def _contract(report: Report, document: Document, language: str) -> str:
    signed = report.facts.signed_on
    named = say("amendment.to", language, contract=title_of(document))
    return named if signed is None else f"{named}, {say('amendment.signed', language, day=day(signed, language))}"


def title_of(document: Document) -> str:
    """What the contract calls itself in its first lines; else the file's name."""
    lines = [_MARKS.sub("", line).strip("# \t–—-") for line in document.text.splitlines()]
    titles = [line for line in lines if line][:_HEAD]
    named = (
        each
        for each in titles
        if _CALLED.search(each) and not _ARTICLE.match(each) and len(each) <= 120 and not each.endswith((".", ",", ";"))
    )
    return next(named, document.name)


def _parties(sheet: Sheet, report: Report, language: str) -> None:
    sheet.text(say("amendment.between", language))
    for role, party in (("provider", report.facts.provider), ("customer", report.facts.customer)):
        if role == "customer":
            sheet.text(say("amendment.and", language))
        name = party.name if party else None
        if party is None or not name:
            called = names(report.facts, language)[role]
            sheet.text(say("amendment.unnamed", language, role=called, blank=say("letter.blank", language)))
            continue
        alias = next((each for each in party.aliases if each.casefold() not in name.casefold()), "")
        sheet.text(say("amendment.as", language, name=name, alias=alias) if alias else f"{name},")


def _change(sheet: Sheet, report: Report, change: Change, language: str) -> None:
    for each in change.strikes:
        section = _section_of(report, each)
        if section:
            sheet.text(say("amendment.replaces", language, place=_place(section, language)))
        else:
            sheet.text(say("amendment.replaces.nowhere", language))
        sheet.quote(" ".join(_MARKS.sub("", each.quote).split()))
    if change.strikes:
        sheet.text(say("amendment.by" if len(change.strikes) == 1 else "amendment.all_by", language))
    elif change.section and not change.joins:
        sheet.text(say("amendment.adds_after", language, place=_place(change.section, language)))
    elif change.section:
        place = _place(change.section, language)
        annexed = change.section[1:2].islower()
        joins = say("amendment.joins_annex" if annexed else "amendment.joins", language, place=place)
        sheet.text(joins[0].upper() + joins[1:])
    else:
        sheet.text(say("amendment.adds", language))
    for paragraph in filter(None, change.text.split("\n")):
        sheet.wording(paragraph)


def _place(section: str, language: str) -> str:
    """« l'article 8.2 », "clause 8.2"; a label that is a word stands for itself: « l'annexe 1, art. 2 », "Schedule 1, s. 2"."""
    return article(section, language) if section[1:2].islower() else say("amendment.place", language, section=section)


def _section_of(report: Report, struck: Evidence) -> str | None:
    """The number of the section in which a struck passage begins, as the clause found there says it."""
    here = (each for each in report.clauses if each.file == struck.file and each.span.overlaps(struck.span))
    return next((clause.section for clause in here if clause.section), None)


def signatures(sheet: Sheet, report: Report, language: str) -> None:
    """A box for each party: name, date, signature, all empty."""
    columns = []
    for role, party in (("provider", report.facts.provider), ("customer", report.facts.customer)):
        name = shown_name(party) or say(f"amendment.{role}", language)
        labels = (say(f"amendment.box.{each}", language) for each in ("name", "date", "signature"))
        columns.append((say("amendment.for", language, name=name), *labels))
    sheet.boxes(*columns)


def shown_name(party: Party | None) -> str:
    """The party's name as the contract gives it; empty where it gives none."""
    return (party.name or "") if party else ""
