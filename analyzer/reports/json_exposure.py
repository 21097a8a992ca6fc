"""The exposure in the JSON report: scenarios by head, their path through the clauses, and the defaults that stand in."""

from __future__ import annotations

from typing import Any

from analyzer.report import Assumption, Bound, Exposure, HeadPath, Scenario, Step
from analyzer.reports.json_values import amount, amount_or_none, in_file, multiple, number


def as_dict(exposure: Exposure) -> dict[str, Any]:
    return {
        "currency": exposure.currency,
        "annual_value": amount_or_none(exposure.annual_value),
        "scenarios": [_scenario(scenario) for scenario in exposure.scenarios],
        **_assumed(exposure),
        **_given(exposure),
    }


def _given(exposure: Exposure) -> dict[str, Any]:
    """What a profile says of the provider and its policy; nothing where it says nothing."""
    turnover = exposure.provider_turnover
    return {
        **({} if turnover is None else {"provider_turnover": amount(turnover)}),
        **({"insured_on_claims": True} if exposure.on_claims else {}),
    }


def _assumed(exposure: Exposure) -> dict[str, Any]:
    """Whose defaults stand in, and each of them once; nothing where nothing is assumed."""
    found = {each.input: each for scenario in exposure.scenarios for each in scenario.assumptions}
    if not found:
        return {}
    return {
        "customer_size": exposure.size,
        "assumed_currency": exposure.assumed_currency,
        "assumed_rate": str(exposure.assumed_rate),
        "assumptions": [_assumption(each) for each in found.values()],
    }


def _scenario(scenario: Scenario) -> dict[str, Any]:
    levels = scenario.payable_by_level
    return {
        "id": scenario.id,
        "heads": {head: amount(loss) for head, loss in scenario.heads.items()},
        "loss": amount(scenario.loss),
        "payable_now": amount(scenario.payable_now),
        "payable_if_cap_falls": amount(scenario.payable_if_cap_falls),
        "payable_after_fix": amount_or_none(scenario.payable_after_fix),
        **({"payable_by_level": {level: amount(each) for level, each in levels.items()}} if levels else {}),
        "multiple_now": multiple(scenario.multiple_now),
        "multiple_after_fix": multiple(scenario.multiple_after_fix),
        "insured": amount_or_none(scenario.insured),
        "uninsured": amount_or_none(scenario.uninsured),
        "title": scenario.title or None,
        "account": scenario.account or None,
        "range": _range(scenario.low, scenario.high),
        "path": [_head_path(path) for path in scenario.path],
        "assumed": [each.input for each in scenario.assumptions],
        "not_quantified": list(scenario.not_quantified),
    }


def _range(low: Bound | None, high: Bound | None) -> dict[str, Any] | None:
    if low is None or high is None:
        return None
    return {
        name: {"loss": amount(bound.loss), "payable_now": amount(bound.payable_now)}
        for name, bound in (("low", low), ("high", high))
    }


def _head_path(path: HeadPath) -> dict[str, Any]:
    return {
        "head": path.head,
        "loss": amount(path.loss),
        "owed": amount(path.owed),
        "left_out": amount(path.left_out),
        "outside_cap": amount(path.outside_cap),
        "cut": amount(path.cut),
        "payable": amount(path.payable),
        "insured": amount_or_none(path.insured),
        "uninsured": amount_or_none(path.uninsured),
        "steps": [_step(step) for step in path.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    clause = step.clause
    return {
        "effect": step.effect,
        "amount": amount(step.amount),
        "topic": clause.topic,
        "section": clause.section,
        "start": clause.span.start,
        "end": clause.span.end,
        **in_file(clause.file),
    }


def _assumption(default: Assumption) -> dict[str, Any]:
    return {
        "input": default.input,
        "title": default.title,
        "unit": default.unit,
        "low": number(default.low),
        "central": number(default.central),
        "high": number(default.high),
        "note": default.note,
        "mark": default.mark,
        "source": default.source or None,
    }
