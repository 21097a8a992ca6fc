"""What a comment says: to the other party a fair reason, to the house the finding with its figures, law and fallback."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from analyzer.redline.plan import Change
from analyzer.report import Exposure, Finding, LegalBasis, Report, Scenario
from analyzer.reports.format import iso_day, money, multiple
from analyzer.reports.messages import label, say
from analyzer.reports.standings import levels, raised
from analyzer.reports.words import reference

Audience = Literal["counterparty", "internal"]


def fair(change: Change) -> tuple[str, ...]:
    """The title and the library's neutral reasons, each once; nothing else that the report knows."""
    reasons = dict.fromkeys(
        finding.suggestion.reason for finding in change.findings if finding.suggestion and finding.suggestion.reason
    )
    return (change.title, *reasons)


def memo(change: Change, report: Report, fallback: Mapping[str, str]) -> tuple[str, ...]:
    """All that the house wants to know of a change. `fallback` is the balanced wording by finding."""
    language = report.language
    lines = [say("fix.internal", language)]
    for finding in change.findings:
        lines += _finding(finding, language)
    texts = dict.fromkeys(fallback.get(finding.id, "") for finding in change.findings)
    lines += [say("fix.fallback", language, text=text) for text in texts if text and text != change.text]
    lines += dict.fromkeys(line for finding in change.findings for line in _choices(finding, report))
    return tuple(lines)


def _finding(finding: Finding, language: str) -> list[str]:
    return [
        finding.title,
        say(f"fix.severity.{finding.severity}", language, message=finding.message),
        finding.why,
        *(_law(each, language) for each in finding.legal_basis),
        say("fix.mistaken", language, text=finding.known_problems),
    ]


def _choices(finding: Finding, report: Report) -> list[str]:
    """Of a suggested cap: what each level would let through and how it would stand; then the wordings that may be offered beside it."""
    suggestion, language = finding.suggestion, report.language
    if suggestion is None:
        return []
    lead = say("colon", language, label=say("standing.level", language))
    told = [*filter(None, (raised(report, suggestion),)), *(lead + line for line in levels(report, suggestion))]
    options = [say("fix.option", language, title=each.title, text=each.text) for each in suggestion.options]
    return told + options


def _law(law: LegalBasis, language: str) -> str:
    key = "fix.law" if law.mark == "V" else "fix.law.unread"
    return say(key, language, ref=reference(law, language), note=law.note, day=iso_day(law.checked_on, language))


def figures(report: Report) -> tuple[str, ...]:
    """The exposure in a few lines, for the house alone."""
    language, exposure = report.language, report.exposure
    value = exposure.annual_value
    lines = [say("fix.internal", language), say("fix.memo", language)]
    if value is None:
        lines.append(say("fix.memo.no_value", language))
    else:
        lines.append(say("fix.memo.value", language, value=money(value, exposure.currency, language)))
    for scenario in exposure.scenarios:
        lines += _scenario(scenario, exposure, language)
    if not exposure.scenarios:
        lines.append(say("fix.memo.no_claim", language))
    return (*lines, say("fix.memo.advice", language))


def _scenario(scenario: Scenario, exposure: Exposure, language: str) -> list[str]:
    def shown(amount: object) -> str:
        none = say("exposure.none", language)
        return none if amount is None else money(amount, exposure.currency, language)  # type: ignore[arg-type]

    lines = [
        say(
            "fix.memo.scenario",
            language,
            scenario=scenario.title or label("scenario", scenario.id, language),
            loss=shown(scenario.loss),
            now=shown(scenario.payable_now),
            falls=shown(scenario.payable_if_cap_falls),
            after=shown(scenario.payable_after_fix),
        )
    ]
    if scenario.multiple_now is not None and scenario.multiple_after_fix is not None:
        now, after = multiple(scenario.multiple_now, language), multiple(scenario.multiple_after_fix, language)
        lines.append(say("fix.memo.multiple", language, now=now, after=after))
    return lines
