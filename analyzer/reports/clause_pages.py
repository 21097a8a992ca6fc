"""The library for people: the table of its findings, and a page for each finding and topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from analyzer.report import LegalBasis
from analyzer.reports import format as write
from analyzer.reports import words
from analyzer.reports.layout import Page, Row
from analyzer.reports.messages import label, say

if TYPE_CHECKING:
    from analyzer.library import FindingRule, Law, Library, Texts, Topic

_WIDTH: Final = 100
_SIDES: Final = ("provider", "customer", "insurer")
_SUGGESTED: Final = ("protective", "balanced")


def catalogue(library: Library, language: str) -> str:
    """Every finding, a line each, by topic."""
    columns = ("topic", "finding", "severity", "title")
    rows: list[Row] = [tuple(say(f"list.{column}", language) for column in columns)]
    for topic in library.topics.values():
        for rule in topic.findings:
            severity = say(f"severity.{rule.severity}", language)
            rows.append((topic.id, rule.id, severity, words.library(rule.title[language], language)))
    page = Page(_WIDTH)
    page.table(rows, indent=0, left=len(columns))
    return page.text()


def finding_page(rule: FindingRule, topic: Topic, language: str) -> str:
    """What it finds, why it matters, what to write instead, when it is wrong, on what law."""
    page = Page(_WIDTH)
    page.title(rule.id, "═")
    page.paragraph(words.library(rule.title[language], language))
    _section(page, "finds", language)
    page.paragraph(words.library(rule.message[language], language), indent=2)
    _why(page, rule.why, language)
    _wording(page, rule, topic, language)
    _section(page, "mistaken", language)
    page.paragraph(words.library(rule.known_problems[language], language), indent=2)
    _section(page, "mend", language)
    page.paragraph(mend(rule, topic, language), indent=2)
    _section(page, "law", language)
    for law in rule.legal_basis:
        page.paragraph(law_line(law, language), indent=2, hang=2, lead=("• ", ""))
    _section(page, "settings", language)
    for sentence in settings(rule, language):
        page.paragraph(sentence, indent=2)
    return page.text()


def topic_page(topic: Topic, language: str) -> str:
    """What counts as the topic, why it matters to whom, and its findings."""
    page = Page(_WIDTH)
    page.title(topic.id, "═")
    page.paragraph(words.library(topic.title[language], language))
    _section(page, "about", language)
    page.paragraph(words.library(topic.about[language], language), indent=2)
    _why(page, topic.why, language)
    if topic.findings:
        _section(page, "findings", language)
        page.fields([(rule.id, words.library(rule.message[language], language)) for rule in topic.findings])
    return page.text()


def _section(page: Page, name: str, language: str) -> None:
    page.blank()
    page.title(say(f"page.{name}", language))


def _why(page: Page, why: Mapping[str, Texts], language: str) -> None:
    _section(page, "why", language)
    for side in _SIDES:
        lead = say("colon", language, label=say(f"page.side.{side}", language))
        page.paragraph(words.library(why[side][language], language), indent=2, hang=2, lead=(lead, "bold"))


def _wording(page: Page, rule: FindingRule, topic: Topic, language: str) -> None:
    """What not to sign, and the wording to use instead in both languages, the reader's first."""
    if not rule.wording:
        return
    own = topic.wordings[language][rule.wording].variants
    if "avoid" in own:
        _section(page, "example", language)
        page.block(write.typeset(own["avoid"], language), indent=2)
    _section(page, "instead", language)
    for case, wording in wordings_of(rule, topic, language):
        if case:
            page.paragraph(case, indent=2, style="bold")
        for lead, text in variants_of(topic, wording, language):
            page.paragraph(lead, indent=2)
            page.block(text, indent=4)


def wordings_of(rule: FindingRule, topic: Topic, language: str) -> Iterator[tuple[str, str]]:
    """The wordings a finding may suggest, by name, each with the case it is for: its own first, then those for other contracts, then
    those that may be offered beside it.
    """
    yield "", rule.wording
    for other in rule.instead:
        title = words.library(topic.wordings[language][other.wording].title, language)
        cases = [say("page.case.topics", language, topics=", ".join(other.topics))] if other.topics else []
        cases += [say("page.case.insured", language)] if other.insured else []
        yield say("page.case", language, title=title, cases=", ".join(cases)), other.wording
    for name in rule.options:
        title = words.library(topic.wordings[language][name].title, language)
        yield say("page.beside", language, title=title), name


def variants_of(topic: Topic, wording: str, language: str) -> Iterator[tuple[str, str]]:
    """A wording at each level and in both languages, the reader's first, with which it is."""
    for each in (language, *(other for other in topic.wordings if other != language)):
        variants = topic.wordings[each][wording].variants
        for name in _SUGGESTED:
            if name in variants:
                lead = f"{say(f'page.variant.{name}', language)}, {say(f'language.{each}', language)}"
                yield lead, write.typeset(variants[name], each)


def mend(rule: FindingRule, topic: Topic, language: str) -> str:
    """What the suggested wording does to the contract, in one sentence."""
    title = topic.wordings[language][rule.wording].title if rule.wording else ""
    return say(f"page.mend.{rule.mend}", language, title=words.library(title, language))


def law_line(law: Law, language: str) -> str:
    """A reference, what it says, and how that was learnt."""
    return words.law(LegalBasis(law.ref, law.note[language], law.mark, law.checked_on, law.source), language)


def settings(rule: FindingRule, language: str) -> list[str]:
    """Its severity, where that differs, in which contracts it is raised, how to silence it."""
    sentences = [say("page.severity", language, severity=say(f"severity.{rule.severity}", language))]
    for family, table in (
        ("kind", rule.severity_in),
        ("page.side", rule.severity_for),
        ("governing", rule.severity_under),
    ):
        for severity in dict.fromkeys(table.values()):
            names = ", ".join(label(family, name, language) for name, each in table.items() if each == severity)
            told = say(f"severity.{severity}", language).capitalize()
            sentences.append(say("page.severity_in", language, severity=told, names=names))
    if rule.kinds:
        kinds = ", ".join(label("kind", kind, language) for kind in rule.kinds)
        sentences.append(say("page.kinds", language, names=kinds))
    sentences.append(say("page.accept", language, id=rule.id))
    return sentences
