"""The verdict in one line that a person can repeat, and the two grades beside each other: as the contract is, and as it would be."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import streamlit as st

from analyzer.app import shell
from analyzer.app.shell import block, prose
from analyzer.report import SEVERITIES, Report, Scenario
from analyzer.reports import exposure, words
from analyzer.reports import format as write
from analyzer.reports.messages import count, say
from analyzer.reports.text import worst

_WHOLE: Final = 10  # from here on a multiple is told without decimals


def line(report: Report) -> str:
    """« Ce contrat peut coûter au prestataire 66 fois son prix annuel. »"""
    spoken, scenario = shell.language(), worst(report)
    if scenario is None:
        return say("app.line.no_loss", spoken)
    if words.cap_is_unknown(report):
        return say("app.line.cap_unknown", spoken)
    payable = exposure.money(report, scenario, scenario.payable_now)
    if scenario.multiple_now is None:
        return say("app.line.unpriced", spoken, payable=payable)
    if scenario.multiple_now < 1:
        return say("app.line.below", spoken, payable=payable)
    return say("app.line.times", spoken, times=times(scenario.multiple_now, spoken))


def times(multiple: Decimal, spoken: str) -> str:
    """66, or 4,5 below ten: what a person would say."""
    step = Decimal(1) if multiple >= _WHOLE else Decimal("0.1")
    return write.plain(multiple.quantize(step, ROUND_HALF_UP), spoken)


def of_price(multiple: Decimal, spoken: str) -> str:
    """« 17 fois le prix »"""
    told = times(multiple, spoken)
    return say("app.tile.once", spoken) if told == "1" else say("app.tile.times", spoken, times=told)


def show(report: Report) -> None:
    """The line, and under it what loss it speaks of and what the contract does to it."""
    st.html(
        f"<section class='verdict' aria-live='polite'>{block('h1', line(report), 'line')}"
        f"{block('p', ' '.join(_details(report)), 'sub')}</section>"
    )


def _details(report: Report) -> list[str]:
    """Which loss, against which price, and what a court's view of the cap would change."""
    spoken, scenario, annual = shell.language(), worst(report), words.annual(report)
    if scenario is None:
        return []
    loss = exposure.money(report, scenario, scenario.loss)
    if scenario.id == "claim":
        told = [say("app.loss.claim", spoken, loss=loss)]
    else:
        told = [say("app.loss.assumed", spoken, loss=loss, scenario=prose(exposure.name(report, scenario)))]
    if annual:
        told.append(say("app.loss.price", spoken, annual=annual))
    if scenario.payable_now < scenario.loss:
        payable = exposure.money(report, scenario, scenario.payable_now)
        told.append(say("app.loss.lowered", spoken, payable=payable))
    elif not words.cap_is_unknown(report):
        key = "verdict.cap_above" if words.provider_caps(report) else "verdict.nothing_limits"
        told.append(prose(say(key, spoken)))
    told.extend(exposure.of_turnover(report, scenario))
    if scenario.payable_if_cap_falls > scenario.payable_now:
        payable = exposure.money(report, scenario, scenario.payable_if_cap_falls)
        told.append(prose(say("verdict.cap_falls_unpriced", spoken, payable=payable)))
    return told


def now(report: Report) -> None:
    """The contract as it is."""
    scenario = worst(report)
    payable = scenario.payable_now if scenario else None
    _tile(report, say("app.tile.now", shell.language()), scenario, payable)


def after(after_fix: Report, report: Report, wordings: int) -> None:
    """The contract with the chosen wordings in it: the grade of the contract read again, the sum of the report that is handed out."""
    scenario = worst(report)
    payable = None
    if scenario is not None:
        payable = scenario.payable_now if scenario.payable_after_fix is None else scenario.payable_after_fix
    _tile(after_fix, count("app.tile.after", wordings, shell.language()), scenario, payable)


def _tile(graded: Report, title: str, scenario: Scenario | None, payable: Decimal | None) -> None:
    spoken, score = shell.language(), graded.score
    rows = [block("p", title, "tile-title")]
    if scenario is not None and payable is not None:
        sums = [block("strong", exposure.money(graded, scenario, payable))]
        if graded.exposure.annual_value:
            sums.append(block("span", of_price(payable / graded.exposure.annual_value, spoken)))
        rows.append(f"<p class='tile-sum'>{' '.join(sums)}</p>")
    rows.append(block("p", tally(graded), "tile-tally"))
    grade = block("span", score.grade, "grade-letter", **{"aria-hidden": "true"})
    label = block("span", say("app.tile.grade", spoken, grade=score.grade), "unseen")
    label += block("span", say("app.tile.value", spoken, value=str(score.value)), "grade-label")
    st.html(
        f"<div class='tile grade-{score.grade}'><div class='grade'>{grade}{label}</div><div>{''.join(rows)}</div></div>"
    )


def tally(report: Report) -> str:
    """« 20 constats : 1 critique, 8 élevés … »"""
    spoken = shell.language()
    raised = [finding for finding in report.findings if finding.accepted is None]
    numbers = {severity: sum(each.severity == severity for each in raised) for severity in reversed(SEVERITIES)}
    counted = ", ".join(count(f"counts.{severity}", number, spoken) for severity, number in numbers.items() if number)
    if not counted:
        return say("findings.none", spoken)
    return say("colon", spoken, label=count("app.findings", len(raised), spoken)) + counted
