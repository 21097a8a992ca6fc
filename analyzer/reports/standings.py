"""The part of the text report that says how the clauses stand: standing first, then what speaks for and against, then the nearest cases."""

from __future__ import annotations

import textwrap
from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from analyzer.report import Assessment, LegalBasis, Reason, RecordedCase, Report, Suggestion
from analyzer.reports import exposure, words
from analyzer.reports import format as write
from analyzer.reports.layout import Page
from analyzer.reports.messages import label, say

_STYLES: Final = {"likely_to_hold": "green", "uncertain": "yellow", "at_risk": "red"}
_BULLETS: Final = {"for": "+ ", "against": "− "}
_QUOTED: Final = 110  # characters of a passage


def show_enforceability(page: Page, report: Report) -> None:
    """Nothing where no clause protects the provider: there is then nothing to set aside."""
    if not report.enforceability:
        return
    language = report.language
    page.title(say("section.enforceability", language))
    page.paragraph(law_asked(report), indent=2)
    if report.enforceability[0].family is None:
        page.blank()
        return
    told: set[tuple[str, str]] = set()
    for assessment in report.enforceability:
        page.blank()
        _assessment(page, report, assessment, told)
        told |= _asked(assessment)
    page.blank()
    page.paragraph(say("standing.unchecked", language), indent=2, style="dim")
    page.blank()


def accounts(report: Report) -> list[Account]:
    """Every clause in turn; nothing where no law could be asked."""
    told: set[tuple[str, str]] = set()
    written = []
    for assessment in report.enforceability:
        if assessment.family is not None:
            written.append(account(report, assessment, frozenset(told)))
            told |= _asked(assessment)
    return written


def _asked(assessment: Assessment) -> set[tuple[str, str]]:
    return {(reason.question, reason.answer) for reason in assessment.reasons}


def law_asked(report: Report) -> str:
    """Which law was asked and as of which day; the same for all clauses of a contract."""
    language, first = report.language, report.enforceability[0]
    if first.family is None:
        law = report.facts.governing_law
        if law is None or law.code is None:
            return say("standing.no_law", language)
        return say("standing.law_not_covered", language, law=label("governing", law.code, language))
    key = "standing.law_assumed" if first.law_of_assumed else "standing.law_of"
    day = write.day(first.law_of, language)
    note = words.library(first.regime, language)
    told = say(key, language, law=words.library(first.family_title, language), date=day, note=note)
    return f"{say('standing.law_supposed', language)} {told}" if first.law_supposed else told


def _assessment(page: Page, report: Report, assessment: Assessment, told: Set[tuple[str, str]]) -> None:
    """One clause; what was `told` of an earlier one (question, answer) is only named."""
    told_now = account(report, assessment, told)
    page.paragraph(told_now.headline, indent=2, hang=2, style=_STYLES[assessment.standing])
    if told_now.because:
        page.paragraph(told_now.because, indent=4)
    for bullet, lines in ((_BULLETS["for"], told_now.pro), (_BULLETS["against"], told_now.contra)):
        for line in lines:
            page.paragraph(line, indent=4, hang=2, lead=(bullet, "bold"))
    if told_now.undecided:
        lead = say("colon", report.language, label=say("standing.open", report.language))
        page.paragraph(told_now.undecided, indent=4, hang=2, lead=(lead, "bold"))
    _cases(page, told_now)


@dataclass(frozen=True, slots=True)
class Account:
    """How one clause stands, in words. `pro` and `contra` are what speaks for and against it; `undecided` what the contract leaves open."""

    standing: str
    headline: str
    because: str
    pro: tuple[str, ...]
    contra: tuple[str, ...]
    undecided: str
    cases_lead: str
    cases: tuple[str, ...]


def account(report: Report, assessment: Assessment, told: Set[tuple[str, str]] = frozenset()) -> Account:
    """One clause; what was `told` of an earlier one (question, answer) is only named."""
    language = report.language
    standing = say(f"standing.{assessment.standing}", language)
    undecided = [words.library(each.title, language) for each in assessment.reasons if each.effect == "open"]
    cases = tuple(_case(case, language) for case in assessment.cases)
    lead = say("colon", language, label=say(f"standing.cases.{assessment.measure}", language)).rstrip()
    return Account(
        assessment.standing,
        say("standing.headline", language, clause=_clause(report, assessment), standing=standing),
        words.library(assessment.because, language),
        _spoken(assessment, "for", told, language),
        _spoken(assessment, "against", told, language),
        f"{', '.join(undecided)}." if undecided else "",
        lead if cases else "",
        cases,
    )


def _spoken(assessment: Assessment, effect: str, told: Set[tuple[str, str]], language: str) -> tuple[str, ...]:
    """What speaks on one side; the titles alone of what was told already."""
    spoken = [reason for reason in assessment.reasons if reason.effect == effect]
    lines = [_reason(each, assessment, language) for each in spoken if (each.question, each.answer) not in told]
    again = [words.library(each.title, language) for each in spoken if (each.question, each.answer) in told]
    if again:
        lines.append(say("standing.as_above", language, titles=", ".join(again)))
    return tuple(lines)


def _clause(report: Report, assessment: Assessment) -> str:
    """The clause's name, sum and place."""
    language, where = report.language, assessment.clause
    parts = [words.library(report.titles.get(assessment.topic, assessment.topic), language)]
    if assessment.amount is not None:
        parts.append(write.money(assessment.amount, assessment.currency, language))
    if assessment.years is not None:
        parts.append(say("standing.years", language, years=write.plain(assessment.years, language)))
    place = words.spot(where.page, assessment.section, language, where.file)
    return f"{', '.join(parts)} ({place})" if place else ", ".join(parts)


def _reason(reason: Reason, assessment: Assessment, language: str) -> str:
    """The answer, its law and the passage that it was read from, unless that is the clause itself."""
    says = words.library(reason.says, language)
    told = say("standing.reason", language, title=words.library(reason.title, language), says=says)
    laws = say("standing.separator", language).join(_reference(each, language) for each in reason.legal_basis)
    according = f" {say('standing.according_to', language, laws=laws)}" if laws else ""
    quotes = [each.quote for each in reason.evidence if each != assessment.clause]
    return f"{told}{according}" + (f" {write.quote(_short(quotes[0]), language)}" if quotes else "")


def _reference(basis: LegalBasis, language: str) -> str:
    reference = words.library(basis.ref, language)
    return reference if basis.mark == "V" else say("standing.from_memory", language, ref=reference)


def _short(quote: str) -> str:
    """The head of a passage: the whole is in the JSON report."""
    return textwrap.shorten(write.clean(quote), _QUOTED, placeholder=" […]")


def _cases(page: Page, told: Account) -> None:
    if told.cases:
        page.paragraph(told.cases_lead, indent=4, style="bold")
    for case in told.cases:
        page.paragraph(case, indent=6, hang=2, lead=("• ", "dim"))


def _case(case: RecordedCase, language: str) -> str:
    day = say("standing.case.date", language, date=write.iso_day(case.date, language)) if case.date else ""
    figures = ""
    if case.cap:
        figures += say("standing.case.cap", language, cap=write.money(case.cap, case.currency, language))
    if case.loss:
        figures += say("standing.case.loss", language, loss=write.money(case.loss, case.currency, language))
    return say(
        "standing.case",
        language,
        court=words.library(case.court, language),
        date=day,
        figures=figures,
        outcome=say(f"outcome.{case.outcome}", language),
        why=words.library(case.why, language),
        source=case.source,
    )


def show_options(page: Page, report: Report, suggestion: Suggestion) -> None:
    """Wording that may be added to a suggestion."""
    for option in suggestion.options:
        title = words.library(option.title, report.language)
        page.paragraph(say("standing.option", report.language, title=title), indent=2, style="bold green")
        page.block(write.typeset(option.text, suggestion.language), indent=4, style="green")


def show_levels(page: Page, report: Report, suggestion: Suggestion) -> None:
    """Beside a suggested cap: that it is a higher one, and how the wording of each level would stand."""
    if more := raised(report, suggestion):
        page.paragraph(more, indent=2, style="bold")
    lead = say("colon", report.language, label=say("standing.level", report.language))
    for told in levels(report, suggestion):
        page.paragraph(told, indent=2, hang=2, lead=(lead, "bold"))


def raised(report: Report, suggestion: Suggestion) -> str:
    """That a suggested cap is above the one that it takes the place of; empty where it is not, or that one's sum is not known."""
    was = suggestion.parameters.get("raises_from")
    if was is None:
        return ""
    currency, language = suggestion.parameters["currency"], report.language
    shown = {
        name: write.money(Decimal(sum_), currency, language)
        for name, sum_ in (("was", was), ("cap", suggestion.parameters["cap"]))
    }
    return say("standing.raises", language, **shown)


def levels(report: Report, suggestion: Suggestion) -> list[str]:
    """For each level of a suggested cap: its sum, how it would stand and why, and what it would let through."""
    if "cap" not in suggestion.parameters:
        return []
    told = []
    for level in ("protective", "balanced"):
        sentence, sums = _standing_of(report, suggestion, level), level_sums(report, level)
        if level in suggestion.standings or sums:
            told.append(" ".join(filter(None, (sentence, sums))))
    return told


def _standing_of(report: Report, suggestion: Suggestion, level: str) -> str:
    """How the wording of a level would stand; that nobody asked, where the contract's law is not covered."""
    language, assessment = report.language, suggestion.standings.get(level)
    named = say(f"level.{level}", language)
    if assessment is None:
        return say("standing.not_asked", language, level=named)
    return say(
        "standing.one_level",
        language,
        level=named,
        amount="—" if assessment.amount is None else write.money(assessment.amount, assessment.currency, language),
        standing=say(f"standing.{assessment.standing}", language),
        because=words.library(assessment.because, language),
    )


def level_sums(report: Report, level: str) -> str:
    """What the wordings of a level would let through, scenario by scenario; empty where there is no scenario."""
    language = report.language
    sums = [
        say(
            "standing.lets_through.one",
            language,
            scenario=exposure.name(report, each),
            sum=exposure.money(report, each, each.payable_by_level[level]),
        )
        for each in report.exposure.scenarios
        if level in each.payable_by_level
    ]
    return say("standing.lets_through", language, sums=", ".join(sums)) if sums else ""
