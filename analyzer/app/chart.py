"""What a loss comes to, drawn: the yearly price, the loss, what is payable now, if the cap falls and after the fix, in all and by head.

Drawn as HTML so that every bar carries its own name and sum, in any theme and at any width, and a screen reader reads it as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from html import escape
from typing import Final

import streamlit as st

from analyzer.app import shell
from analyzer.app.form import key
from analyzer.app.shell import block, plain, prose
from analyzer.app.verdict import of_price
from analyzer.report import HeadPath, Report, Scenario
from analyzer.reports import exposure, words
from analyzer.reports.messages import label, say
from analyzer.reports.text import worst

_CASES: Final = ("now", "falls", "after")


def show(report: Report) -> None:
    """The loss to look at, its bars, its heads, and what was assumed."""
    spoken = shell.language()
    with st.container(border=True, key="chart"):
        st.markdown(f"### {plain(say('app.chart', spoken))}", anchors=False)
        scenario = _pick(report)
        if scenario is None:
            st.caption(say("app.chart.none", spoken))
            return
        if scenario.account:
            st.html(block("p", prose(scenario.account), "account"))
        st.html(_bars(report, scenario))
        if len([amount for amount in scenario.heads.values() if amount]) > 1:
            st.html(_by_head(report, scenario))
        _notes(report, scenario)


def _pick(report: Report) -> Scenario | None:
    scenarios = {each.id: each for each in report.exposure.scenarios}
    first = worst(report)
    if first is None:
        return None
    name = key("scenario")
    if st.session_state.get(name) not in scenarios:
        st.session_state[name] = first.id
    # A claim that has just been written is what the page is about.
    if "claim" in scenarios and not st.session_state.get(key("claimed")):
        st.session_state[name] = "claim"
    st.session_state[key("claimed")] = "claim" in scenarios
    if len(scenarios) == 1:
        return first
    st.selectbox(
        say("app.chart.loss", shell.language()),
        list(scenarios),
        format_func={identifier: _title(report, each) for identifier, each in scenarios.items()}.__getitem__,
        key=name,
        persist_state="session",
    )
    return scenarios[st.session_state[name]]


def _title(report: Report, scenario: Scenario) -> str:
    loss = exposure.money(report, scenario, scenario.loss)
    return f"{prose(exposure.name(report, scenario))} · {loss}"


def _paths(scenario: Scenario) -> dict[str, tuple[HeadPath, ...]]:
    """The walk of the loss in each case that differs from the one before; the fix only where something is suggested."""
    paths = {"now": scenario.path}
    if scenario.payable_if_cap_falls != scenario.payable_now:
        paths["falls"] = scenario.path_if_cap_falls
    if scenario.payable_after_fix is not None:
        paths["after"] = scenario.path_after_fix
    return paths


def _bars(report: Report, scenario: Scenario) -> str:
    """A bar for the price, the loss and each case, on one scale."""
    spoken, annual = shell.language(), report.exposure.annual_value
    sums: dict[str, Decimal] = {"loss": scenario.loss}
    sums |= {case: sum((path.payable for path in paths), Decimal(0)) for case, paths in _paths(scenario).items()}
    whole = max((*sums.values(), annual or Decimal(0)), default=Decimal(0)) or Decimal(1)
    rows = []
    if annual:
        price = words.annual(report) or ""
        rows.append(_bar("price", say("app.bar.price", spoken), price, annual / whole))
    for case, amount in sums.items():
        shown = exposure.money(report, scenario, amount)
        if annual and case != "loss":
            shown += f" · {of_price(amount / annual, spoken)}"
        rows.append(_bar(case, say(f"app.bar.{case}", spoken), shown, amount / whole))
    return f"<ul class='bars'>{''.join(rows)}</ul>"


def _bar(case: str, name: str, shown: str, share: Decimal) -> str:
    width = f"{max(share * 100, Decimal('0.4')):.2f}"
    return (
        f"<li>{block('span', name, 'bar-name')}{block('span', shown, 'bar-sum')}"
        f"<span class='track' aria-hidden='true'><span class='fill {case}' style='width:{width}%'></span></span></li>"
    )


def _by_head(report: Report, scenario: Scenario) -> str:
    """A row a head, a column a case, each sum over its own bar."""
    spoken, paths = shell.language(), _paths(scenario)
    columns: dict[str, Mapping[str, Decimal]] = {"loss": scenario.heads}
    columns |= {case: {path.head: path.payable for path in walk} for case, walk in paths.items()}
    heads = list(dict.fromkeys(head for column in columns.values() for head, amount in column.items() if amount))
    whole = max((amount for column in columns.values() for amount in column.values()), default=Decimal(1)) or Decimal(1)
    header = "".join(block("th", say(f"app.column.{case}", spoken), scope="col") for case in columns)
    rows = [
        f"<tr>{block('th', prose(label('head', head, spoken)), scope='row')}"
        + "".join(
            _cell(report, scenario, case, column.get(head, Decimal(0)), whole) for case, column in columns.items()
        )
        + "</tr>"
        for head in heads
    ]
    caption = escape(say("app.chart.heads", spoken))
    corner = escape(say("path.head", spoken))
    return (
        f"<table class='heads'><caption>{caption}</caption><thead><tr><th scope='col'>{corner}</th>{header}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _cell(report: Report, scenario: Scenario, case: str, amount: Decimal, whole: Decimal) -> str:
    width = f"{amount / whole * 100:.2f}"
    bar = f"<span class='track' aria-hidden='true'><span class='fill {case}' style='width:{width}%'></span></span>"
    return f"<td>{block('span', exposure.money(report, scenario, amount))}{bar if amount else ''}</td>"


def _notes(report: Report, scenario: Scenario) -> None:
    """What the sums are not, what was assumed, and which clause did what."""
    spoken = shell.language()
    notes = [say("app.chart.ceiling", spoken)]
    if scenario.insured is not None and scenario.uninsured is not None:
        sums = {"insured": scenario.insured, "uninsured": scenario.uninsured}
        shown = {name: exposure.money(report, scenario, amount) for name, amount in sums.items()}
        notes = [say("app.chart.insured", spoken, **shown), *exposure.conditions(report), *notes]
    st.caption(plain(" ".join(notes)))
    steps = [prose(sentence) for sentence in exposure.path_steps(report, scenario)]
    if steps:
        with st.expander(say("app.chart.steps", spoken)):
            st.html(_list(steps))
    told = exposure.assumed(report) if scenario.assumptions else None
    if told is not None:
        with st.expander(say("app.chart.assumed", spoken)):
            st.caption(say("app.chart.assumed.why", spoken))
            st.html(_list(prose(each) for each in (*told.values, *told.notes)))
            st.caption(plain(prose(say("exposure.unmarked", spoken))))
            st.html(_list(f"[{number}] {source}" for number, source in enumerate(told.sources, 1)))


def _list(sentences: Iterable[str]) -> str:
    return f"<ul class='plain'>{''.join(block('li', each) for each in sentences)}</ul>"
