"""The report for people: verdict and multiple first, then the contract, the findings, what they cost, and what the report is not.

`render` gives the same bytes on every machine (no colour, 100 columns); `show` paints the same lines on a terminal.
"""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from analyzer.assess.case import is_public
from analyzer.document import Document, Notice
from analyzer.report import SEVERITIES, Finding, Report, Scenario, Severity, Suggestion
from analyzer.reports import exposure, words
from analyzer.reports import format as write
from analyzer.reports.layout import Page
from analyzer.reports.messages import MESSAGES, count, label, say
from analyzer.reports.standings import show_enforceability, show_levels, show_options

if TYPE_CHECKING:
    from rich.console import Console

WIDTH: Final = 100
_STYLES: Final = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "cyan"}
_GRADES: Final = {"A": "bold green", "B": "green", "C": "yellow", "D": "red", "E": "bold red"}


def render(report: Report, *, width: int = WIDTH, explain: bool = False) -> str:
    """The whole report as plain text; `explain` shows the path of every euro."""
    return lay_out(report, width, explain=explain).text()


def show(report: Report, console: Console, *, explain: bool = False) -> None:
    """The whole report on a terminal, in its colours, never wider than 100 columns."""
    from rich.text import Text

    for line in lay_out(report, min(console.width, WIDTH), explain=explain).lines:
        console.print(Text.assemble(*line.parts), soft_wrap=True, highlight=False)


def lay_out(report: Report, width: int, *, explain: bool = False) -> Page:
    """The report's lines, from the verdict to the closing words."""
    page = Page(width)
    _verdict(page, report)
    _contract(page, report)
    _findings(page, report)
    _kept(page, report)
    exposure.section(page, report, explain=explain)
    show_enforceability(page, report)
    _notices(page, report)
    _closing(page, report)
    return page


def _verdict(page: Page, report: Report) -> None:
    names = [document.name for document in report.documents or (report.document,)]
    page.title(write.clean(" + ".join(names)), "═")
    page.blank()
    for position, sentence in enumerate(verdict(report)):
        page.paragraph(sentence, style="bold" if position == 0 else "")
    page.paragraph(grade(report), style=_GRADES[report.score.grade])
    page.blank()


def verdict(report: Report, *, medium: str = "") -> list[str]:
    """What the contract can cost against what it earns, in one to four sentences; the first is the headline.

    `medium` is ".page" where the reader has no command line at hand: no sentence then names an option.
    """
    language, scenario, worth = report.language, worst(report), words.annual(report)
    if scenario is None:
        opening = [say("verdict.worth", language, annual=worth)] if worth else []
        return [*opening, say(f"verdict.no_loss{medium}", language)]
    limited = scenario.payable_now < scenario.loss
    priced = worth is not None and scenario.multiple_now is not None
    key = f"verdict.{'limited' if limited else 'full'}{'' if priced else '_unpriced'}"
    multiple = write.multiple(scenario.multiple_now or Decimal(0), language)
    payable = exposure.money(report, scenario, scenario.payable_now)
    subject = _subject(report, scenario)
    sentences = [say(key, language, subject=subject, multiple=multiple, payable=payable, annual=worth or "")]
    if words.cap_is_unknown(report):
        key = "verdict.cap_unpriced" if worth is None else "verdict.cap_unknown"
        sentences = [say(key, language, subject=subject)]
    elif not limited:
        key = "verdict.cap_above" if words.provider_caps(report) else "verdict.nothing_limits"
        sentences.append(say(key, language))
    sentences.extend(exposure.of_turnover(report, scenario))
    if scenario.payable_if_cap_falls > scenario.payable_now:
        sentences.append(_instead(report, scenario, "cap_falls", scenario.payable_if_cap_falls))
    if scenario.payable_after_fix is not None and scenario.payable_after_fix < scenario.payable_now:
        sentences.append(_instead(report, scenario, "after_fix", scenario.payable_after_fix))
    if scenario.assumptions:
        sentences.append(say(f"verdict.assumed{medium}", language))
    if worth is None:
        sentences.append(say(f"verdict.unpriced{medium}", language))
    return sentences


def worst(report: Report) -> Scenario | None:
    """The claim where one was given, else the scenario of which the contract lets most through."""
    scenarios = report.exposure.scenarios
    claim = next((each for each in scenarios if each.id == "claim"), None)
    return claim or max(scenarios, key=lambda each: (each.payable_now, each.loss), default=None)


def _subject(report: Report, scenario: Scenario) -> str:
    loss = exposure.money(report, scenario, scenario.loss)
    if scenario.id == "claim":
        return say("verdict.claim", report.language, loss=loss)
    key = "verdict.scenario_assumed" if scenario.assumptions else "verdict.scenario"
    return say(key, report.language, scenario=exposure.name(report, scenario), loss=loss)


def _instead(report: Report, scenario: Scenario, case: str, payable: Decimal) -> str:
    """What would be payable in another case, and how many times the yearly value it is."""
    money, annual = exposure.money(report, scenario, payable), report.exposure.annual_value
    if not annual:
        return say(f"verdict.{case}_unpriced", report.language, payable=money)
    times = write.multiple(payable / annual, report.language)
    return say(f"verdict.{case}", report.language, payable=money, multiple=times)


def grade(report: Report) -> str:
    """The grade and how many findings of each severity."""
    language, score = report.language, report.score
    raised = [finding for finding in report.findings if finding.accepted is None]
    tally = {severity: sum(each.severity == severity for each in raised) for severity in reversed(SEVERITIES)}
    counted = [count(f"counts.{severity}", number, language) for severity, number in tally.items() if number]
    findings = say("verdict.no_finding", language)
    if counted:
        findings = count("verdict.findings", len(raised), language, counts=", ".join(counted))
    accepted = len(report.findings) - len(raised)
    if accepted:
        findings = count("verdict.accepted", accepted, language, findings=findings)
    return say("verdict.grade", language, grade=score.grade, value=str(score.value), findings=findings)


def _contract(page: Page, report: Report) -> None:
    page.title(say("section.contract", report.language))
    page.fields(contract(report))
    page.blank()


def contract(report: Report) -> list[tuple[str, str]]:
    """What was read of the contract: each field's name and its words."""
    language, facts = report.language, report.facts
    silent = say("not_said", language)
    law = facts.governing_law
    rows = [
        ("kind", label("kind", report.kind, language)),
        ("provider", write.clean(facts.provider.name) if facts.provider and facts.provider.name else silent),
        ("customer", write.clean(facts.customer.name) if facts.customer and facts.customer.name else silent),
        ("law", label("governing", law.code, language) if law and law.code else silent),
        ("signed", write.day(facts.signed_on, language) if facts.signed_on else silent),
        ("term", (words.term(facts.term, language) if facts.term else None) or silent),
        ("price", _price(report) or silent),
        ("cap", words.cap(report) or say("no_cap", language)),
        *(("document", words.document(report, each)) for each in report.documents or (report.document,)),
    ]
    return [(say(f"field.{name}", language), text) for name, text in rows]


def _price(report: Report) -> str | None:
    value = report.facts.annual_value
    if value is None:
        return None
    phrase = words.price(value, report.language)
    if value.span is None:
        return phrase
    quoted = words.quoted(report, value.span, report.source_of("annual_value"))
    return f"{say('colon', report.language, label=phrase)}{quoted}"


def by_severity(findings: tuple[Finding, ...]) -> list[Finding]:
    """The gravest first, what a playbook accepts last; within a severity, in the order found."""
    return sorted(findings, key=lambda finding: (finding.accepted is not None, -SEVERITIES.index(finding.severity)))


def _findings(page: Page, report: Report) -> None:
    page.title(f"{say('section.findings', report.language)} ({len(report.findings)})")
    if not report.findings:
        page.paragraph(say("findings.none", report.language), indent=2)
    for finding in by_severity(report.findings):
        page.blank()
        _finding(page, report, finding)
    page.blank()


def _finding(page: Page, report: Report, finding: Finding) -> None:
    language = report.language
    severity: Severity = finding.severity
    chip = f"{say(f'severity.{severity}', language).upper()}  "
    page.paragraph(finding.id, lead=(chip, _STYLES[severity]), style="dim")
    page.paragraph(words.library(finding.message, language), indent=2, style="bold")
    _acceptance(page, report, finding)
    for evidence in finding.evidence:
        page.paragraph(words.evidence(report, evidence), indent=2, style="italic")
    _labelled(page, report, "finding.why", words.library(finding.why, language))
    for basis in finding.legal_basis:
        _labelled(page, report, "finding.law", words.law(basis, language))
    _suggestion(page, report, finding)
    _labelled(page, report, "finding.mistaken", words.library(finding.known_problems, language), style="dim")


def _acceptance(page: Page, report: Report, finding: Finding) -> None:
    _labelled(page, report, "finding.accepted", words.acceptance(finding, report.language))
    if ended := words.acceptance_ended(finding, report.language):
        page.paragraph(ended, indent=2)


def _labelled(page: Page, report: Report, key: str, text: str, style: str = "") -> None:
    if text:
        lead = say("colon", report.language, label=say(key, report.language))
        page.paragraph(text, indent=2, hang=2, lead=(lead, "bold"), style=style)


def _suggestion(page: Page, report: Report, finding: Finding) -> None:
    language, suggestion = report.language, finding.suggestion
    if suggestion is None:
        if finding.mend == "advise":
            page.paragraph(say("finding.advise", language), indent=2)
        return
    if suggestion.replaces:
        opening = joining(report, suggestion) or replacing(finding, suggestion, language)
    else:
        opening = inserting(suggestion, language)
    page.paragraph(opening, indent=2, style="bold green")
    page.block(write.typeset(suggestion.text, suggestion.language), indent=4, style="green")
    show_levels(page, report, suggestion)
    show_options(page, report, suggestion)


def joining(report: Report, own: Suggestion) -> str:
    """That a graver finding's wording takes the place of the same words, so that this one only follows it; empty where none does."""
    if own.replaces is None:
        return ""
    for other in itertools.takewhile(lambda each: each.suggestion is not own, report.findings):
        their = other.suggestion
        if their is None or their.replaces is None or their.file != own.file or other.accepted is not None:
            continue
        if their.replaces.span.overlaps(own.replaces.span) and their.text != own.text:
            title, graver = (words.library(each.title, report.language) for each in (own, their))
            return say("finding.replace_with", report.language, title=title, other=graver)
    return ""


def replacing(finding: Finding, suggestion: Suggestion, language: str) -> str:
    """What the wording takes the place of; a quote that was shown already is not shown again. What is struck is quoted first."""
    quote = write.quote(suggestion.replaces.quote if suggestion.replaces else "", language)
    number, title = 1 + len(suggestion.also_replaces), words.library(suggestion.title, language)
    if suggestion.replaces not in finding.evidence:
        key = "replace"
    elif number == len(finding.evidence):
        key = "replace_quoted" if number == 1 else "replace_all"
    else:
        key = "replace_first" if number == 1 else "replace_several"
    return say(f"finding.{key}", language, quote=quote, number=str(number), title=title)


def inserting(suggestion: Suggestion, language: str) -> str:
    """What the wording is called and after what it goes, in which file of several."""
    title, file = words.library(suggestion.title, language), write.clean(suggestion.file)
    if not suggestion.joins and not file:
        return _new_article(suggestion, title, language)
    if suggestion.after_section:
        place = words.article(suggestion.after_section, language)
        place = f"{place} ({file})" if file else place
        return say("finding.insert_after", language, place=place, title=title)
    if file:
        return say("finding.insert_in", language, file=file, title=title)
    return say("finding.insert", language, title=title)


def _new_article(suggestion: Suggestion, title: str, language: str) -> str:
    """That the wording becomes an article, and behind which: the contract's last one."""
    if suggestion.after_section:
        place = words.article(suggestion.after_section, language)
        return say("finding.insert_article", language, place=place, title=title)
    return say("finding.insert_last", language, title=title)


def _kept(page: Page, report: Report) -> None:
    """The clauses that are there and against which nothing is said."""
    clauses = kept(report)
    if not clauses:
        return
    page.title(say("section.kept", report.language))
    for phrase in clauses:
        page.paragraph(phrase, indent=2, hang=2, lead=("• ", "green"))
    page.blank()


_IN_ANNEX = re.compile(r", (?:art\.|s\.) \S+$")  # « annexe 1, art. 2 »


def kept(report: Report) -> list[str]:
    """Each topic that is there and has no finding, with the places of its clauses; an annex is named once, without its own articles."""
    faulty = {finding.topic for finding in report.findings}
    clauses = [clause for clause in report.clauses if clause.found and clause.topic not in faulty]
    phrases = []
    for topic in dict.fromkeys(clause.topic for clause in clauses):
        title = report.titles.get(topic) or label("topic", topic, report.language)
        spots = (
            words.spot(clause.page, _IN_ANNEX.sub("", clause.section or ""), report.language, clause.file)
            for clause in clauses
            if clause.topic == topic
        )
        where = say("list.separator", report.language).join(dict.fromkeys(spot for spot in spots if spot))
        name = words.library(title, report.language)
        phrases.append(f"{name} ({where})" if where else name)
    return phrases


def _notices(page: Page, report: Report) -> None:
    sentences = notices(report)
    if not sentences:
        return
    page.title(say("section.notices", report.language))
    for sentence in sentences:
        page.paragraph(sentence, indent=2, hang=2, lead=("• ", "yellow"))
    page.blank()


def notices(report: Report, *, medium: str = "") -> list[str]:
    """What the reader saw that the user must know; `medium` as in `verdict`."""
    law = report.facts.governing_law
    sentences = []
    if law and law.code and not report.law_covered:
        sentences.append(say("notice.other_law", report.language, law=label("governing", law.code, report.language)))
        if _currency_is_ours(report):
            sentences.append(say("notice.other_currency", report.language, currency=report.exposure.currency))
    if is_public(report.clauses):
        sentences.append(say("notice.public", report.language))
    if report.part and not report.documents and any(finding.mend == "insert" for finding in report.findings):
        sentences.append(say(f"notice.part{medium}", report.language, sort=label("sort", report.part, report.language)))
    for document in report.documents or (report.document,):
        before = say("colon", report.language, label=write.clean(document.name)) if report.documents else ""
        sentences += [before + sentence for sentence in _told(document, report.language)]
    return sentences


def _currency_is_ours(report: Report) -> bool:
    """Does the contract not name the currency of the suggested sums?"""
    currency, facts = report.exposure.currency, report.facts
    return facts.annual_value is None and currency not in {facts.currency, *(money.currency for money in facts.money)}


def _told(document: Document, language: str) -> list[str]:
    sentences = []
    for name, pages in (("empty_pages", document.empty_pages), ("ocr_pages", document.ocr_pages)):
        if pages:
            form = "one" if len(pages) == 1 else "many"
            numbers = ", ".join(str(number) for number in pages)
            sentences.append(say(f"notice.{name}.{form}", language, pages=numbers))
    return sentences + [_notice(notice, language) for notice in document.notices]


def _notice(notice: Notice, language: str) -> str:
    values = {name: write.clean(value) for name, value in notice.values}
    if f"notice.{notice.code}" in MESSAGES:
        return say(f"notice.{notice.code}", language, **values)
    told = ", ".join(f"{name} {value}" for name, value in values.items())
    return say("notice.unknown", language, code=notice.code, values=told)


def _closing(page: Page, report: Report) -> None:
    page.title("", "─")
    for key in ("closing.not_advice", "closing.not_forecast"):
        page.paragraph(say(key, report.language), style="dim")
    digest = report.library_digest[:12]
    page.paragraph(say("closing.tool", report.language, version=report.version, digest=digest), style="dim")
