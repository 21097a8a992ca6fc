"""The part of the report that speaks of money: each loss, what is payable of it, on what assumptions, and the path of every euro."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from analyzer.report import Assumption, Bound, HeadPath, Report, Scenario, Step
from analyzer.reports import format as write
from analyzer.reports import words
from analyzer.reports.layout import Page, Row
from analyzer.reports.messages import label, say

_PERCENT: Final = Decimal("0.01")
_FINE: Final = Decimal("0.1")  # below this share a decimal is worth telling
_COLUMNS: Final = ("scenario", "loss", "now", "cap_falls", "after_fix")


def section(page: Page, report: Report, *, explain: bool = False) -> None:
    """The table of losses with its notes; `explain` adds the path of every euro and the origin of each assumption."""
    scenarios = report.exposure.scenarios
    if not scenarios:
        return
    page.title(say("section.exposure", report.language))
    _table(page, report)
    for scenario in scenarios:
        for sentence in sentences(report, scenario):
            page.paragraph(sentence, indent=2, hang=2)
    for sentence in conditions(report):
        page.paragraph(sentence, indent=2, hang=2)
    if reduced(report):
        page.paragraph(say("exposure.exclusions_stay", report.language), indent=2, hang=2)
    _assumed(page, report, explain=explain)
    page.blank()
    if explain:
        for scenario in scenarios:
            _explained(page, report, scenario)


def name(report: Report, scenario: Scenario) -> str:
    """The scenario's title in the report's language."""
    return words.library(scenario.title, report.language) or label("scenario", scenario.id, report.language)


def money(report: Report, scenario: Scenario, amount: Decimal) -> str:
    """A sum of a scenario; one that rests on assumptions has no cents, which would lend it a precision that it has not."""
    currency = report.exposure.currency
    if not scenario.assumptions:
        return write.money(amount, currency, report.language)
    return write.whole_money(amount.quantize(Decimal(1), ROUND_HALF_UP), currency, report.language)


def columns(language: str) -> Row:
    """The heads of the table of losses: the scenario, then the four sums of `amounts`."""
    return tuple(say(f"exposure.{column}", language) for column in _COLUMNS)


def amounts(scenario: Scenario) -> tuple[Decimal | None, ...]:
    """Loss, payable now, if the cap falls, after the fix; None where nothing is suggested."""
    return (scenario.loss, scenario.payable_now, scenario.payable_if_cap_falls, scenario.payable_after_fix)


def _table(page: Page, report: Report) -> None:
    header = columns(report.language)
    pairs = [_rows(report, scenario) for scenario in report.exposure.scenarios]
    rows = [header, *(row for pair in pairs for row in pair if any(row))]
    if page.fits(rows):
        page.table(rows)
        return
    for sums, times in pairs:
        page.paragraph(sums[0], indent=2, style="bold")
        cells = zip(header[1:], sums[1:], times[1:], strict=True)
        page.fields([(column, f"{amount} {multiple}".strip()) for column, amount, multiple in cells], indent=4)


def reduced(report: Report) -> bool:
    """Does anything stand between a loss and the provider that a court might set aside?"""
    return any(
        scenario.payable_if_cap_falls > scenario.payable_now or any(path.left_out for path in scenario.path)
        for scenario in report.exposure.scenarios
    )


def _rows(report: Report, scenario: Scenario) -> tuple[Row, Row]:
    """The sums, and under each how many times the yearly value it is (empty where that is not known)."""
    sums = amounts(scenario)
    nothing = say("exposure.none", report.language)
    cells = tuple(nothing if amount is None else money(report, scenario, amount) for amount in sums)
    times = tuple(times_worth(report, amount) for amount in sums)
    return (name(report, scenario), *cells), ("", *times)


def times_worth(report: Report, amount: Decimal | None) -> str:
    """« 66,24 fois »: how many times the yearly value a sum is; empty where that is not known."""
    annual = report.exposure.annual_value
    if amount is None or not annual:
        return ""
    return say("exposure.times", report.language, multiple=write.multiple(amount / annual, report.language))


def sentences(report: Report, scenario: Scenario) -> Iterable[str]:
    """What must be said of a scenario beside its sums."""
    language, title = report.language, name(report, scenario)

    def shown(amount: Decimal) -> str:
        return money(report, scenario, amount)

    if scenario.low and scenario.high:
        yield _range(report, scenario, scenario.low, scenario.high)
    elif set(scenario.heads) - {"unallocated"}:
        heads = ", ".join(f"{label('head', head, language)} {shown(amount)}" for head, amount in scenario.heads.items())
        yield say("exposure.heads", language, scenario=title, heads=heads)
    if words.cap_is_unknown(report):
        yield say("exposure.cap_unknown", language, scenario=title)
    if scenario.insured is not None and scenario.uninsured is not None:
        insured, uninsured = shown(scenario.insured), shown(scenario.uninsured)
        yield say("exposure.insured", language, scenario=title, insured=insured, uninsured=uninsured)


def of_turnover(report: Report, scenario: Scenario) -> Iterable[str]:
    """What is payable now as a share of what the provider turns over in a year; nothing where that is not known, or nothing is payable."""
    turnover, payable = report.exposure.provider_turnover, scenario.payable_now
    if turnover is None or not payable or words.cap_is_unknown(report):
        return
    share = payable / turnover
    share = share.quantize(_PERCENT if share >= _FINE else _PERCENT / 10, ROUND_HALF_UP)
    shown = write.money(turnover, report.exposure.currency, report.language)
    yield say("verdict.turnover", report.language, share=write.percent(share, report.language), turnover=shown)


def conditions(report: Report) -> Iterable[str]:
    """On what the insured sums of all scenarios hang."""
    if report.exposure.on_claims and report.exposure.scenarios:
        yield say("exposure.on_claims", report.language)


def _range(report: Report, scenario: Scenario, low: Bound, high: Bound) -> str:
    """What happens in an assumed loss, and from where to where it goes."""
    if (low.loss, high.loss) == (low.payable_now, high.payable_now):
        key = "exposure.range_whole"
    else:
        key = "exposure.range_same" if low.payable_now == high.payable_now else "exposure.range"
    return say(
        key,
        report.language,
        scenario=name(report, scenario),
        account=words.library(scenario.account, report.language),
        low=money(report, scenario, low.loss),
        high=money(report, scenario, high.loss),
        payable_low=money(report, scenario, low.payable_now),
        payable_high=money(report, scenario, high.payable_now),
    )


@dataclass(frozen=True, slots=True)
class Assumed:
    """What was assumed. `values` refer to `sources` by number, counted from 1; `notes` close the account."""

    customer: str
    values: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]


def assumed(report: Report, *, explain: bool = False) -> Assumed | None:
    """The defaults that stood in, each once; None where nothing is assumed. `explain` says of each why and from where."""
    found = {each.input: each for scenario in report.exposure.scenarios for each in scenario.assumptions}
    if not found:
        return None
    language = report.language
    sources = list(dict.fromkeys(each.source for each in found.values() if each.source))
    notes = []
    if report.exposure.assumed_currency != report.exposure.currency:
        currencies = {"assumed": report.exposure.assumed_currency, "currency": report.exposure.currency}
        rate = report.exposure.assumed_rate
        if rate == 1:
            notes.append(say("exposure.other_currency", language, **currencies))
        else:
            shown = write.whole_money(rate, currencies["currency"], language)
            one = write.whole_money(Decimal(1), currencies["assumed"], language)
            notes.append(say("exposure.at_rate", language, rate=shown, one=one))
    missing = sorted({head for scenario in report.exposure.scenarios for head in scenario.not_quantified})
    notes.append(say("exposure.not_quantified", language, heads=", ".join(missing)))
    values = (
        _origin(report, each) if explain else _value(report, each) + _mark(each, sources) for each in found.values()
    )
    return Assumed(label("size", report.exposure.size, language), tuple(values), tuple(sources), tuple(notes))


def _assumed(page: Page, report: Report, *, explain: bool) -> None:
    """What was assumed, and where it was read: in a few lines, or one by one."""
    told, language = assumed(report, explain=explain), report.language
    if told is None:
        return
    page.blank()
    page.paragraph(say("exposure.assumed", language, customer=told.customer), indent=2, style="bold")
    if explain:
        for value in told.values:
            page.paragraph(value, indent=2, hang=2, lead=("• ", "dim"))
    else:
        separator = write.french_spaces(" ; ") if language == "fr" else "; "
        page.paragraph(f"{separator.join(told.values)}.", indent=2)
        page.paragraph(say("exposure.unmarked", language), indent=2)
        for number, source in enumerate(told.sources, 1):
            page.paragraph(source, indent=2, lead=(f"[{number}] ", "dim"))
    for note in told.notes:
        page.paragraph(note, indent=2)


def _mark(default: Assumption, sources: list[str]) -> str:
    return f" [{sources.index(default.source) + 1}]" if default.source else ""


def _value(report: Report, default: Assumption) -> str:
    """« journée d'expert 1 500 € (1 500 à 2 000) »"""
    show = _UNITS.get(default.unit, _plain)
    central, low, high = (show(report, amount) for amount in (default.central, default.low, default.high))
    title = words.library(default.title, report.language)
    if low == central == high:
        return say("exposure.value", report.language, title=title, central=central)
    return say("exposure.value_range", report.language, title=title, central=central, low=low, high=high)


def _origin(report: Report, default: Assumption) -> str:
    """The value, why, and where it was read. The key is the one to write in a profile."""
    language = report.language
    text = say(
        "exposure.origin",
        language,
        value=_value(report, default),
        name=default.input,
        note=words.library(default.note, language),
    )
    return f"{text} {default.source}".rstrip()


def _plain(report: Report, amount: Decimal) -> str:
    return write.plain(amount, report.language)


def _money_unit(report: Report, amount: Decimal) -> str:
    whole = amount == amount.to_integral_value()
    shown = write.whole_money if whole else write.money
    return shown(amount.quantize(Decimal(1)) if whole else amount, report.exposure.currency, report.language)


_UNITS: Final[dict[str, Callable[[Report, Decimal], str]]] = {
    "money": _money_unit,
    "share": lambda report, amount: write.percent(amount, report.language),
}


def _explained(page: Page, report: Report, scenario: Scenario) -> None:
    """One scenario's heads from the loss to what is payable, and the clause behind each change."""
    language = report.language
    page.title(say("section.path", language, scenario=name(report, scenario)))
    header, rows = path_rows(report, scenario)
    if page.fits([header, *rows]):
        page.table([header, *rows])
    else:
        for row in rows:
            page.paragraph(row[0], indent=2, style="bold")
            page.fields(list(zip(header[1:], row[1:], strict=True)), indent=4)
    for sentence in path_steps(report, scenario):
        page.paragraph(sentence, indent=2, hang=2, lead=("• ", "dim"))
    if not any(path.steps for path in scenario.path):
        page.paragraph(say("path.nothing", language), indent=2)
    page.blank()


_PATH: Final = ("loss", "owed", "left_out", "outside_cap", "cut", "payable", "insured", "uninsured")
_ALWAYS: Final = ("loss", "payable")


def path_rows(report: Report, scenario: Scenario) -> tuple[Row, list[Row]]:
    """A row a head and one for their sum; a head or a column in which nothing happens is left out."""
    paths = [path for path in scenario.path if path.loss or path.owed]
    sums = [tuple(getattr(path, column) for column in _PATH) for path in paths]
    shown = [
        position for position, column in enumerate(_PATH) if column in _ALWAYS or any(row[position] for row in sums)
    ]
    header = (
        say("path.head", report.language),
        *(say(f"path.{_PATH[position]}", report.language) for position in shown),
    )

    def row(title: str, values: tuple[Decimal, ...]) -> Row:
        return (title, *(money(report, scenario, values[position]) for position in shown))

    rows = [row(label("head", path.head, report.language), values) for path, values in zip(paths, sums, strict=True)]
    if len(rows) > 1:
        totals = tuple(sum((value or Decimal(0) for value in column), Decimal(0)) for column in zip(*sums, strict=True))
        rows.append(row(say("path.total", report.language), totals))
    return header, rows


# The order in which a loss meets them.
_ORDER: Final = ("excluded", "indemnified", "sole_remedy", "penalty", "outside_cap", "sub_cap", "own_cap", "cap")


def path_steps(report: Report, scenario: Scenario) -> Iterable[str]:
    """One sentence for each clause and what it does, with the heads that it does it to."""
    grouped: dict[tuple[str, int, str], list[tuple[HeadPath, Step]]] = {}
    for path in scenario.path:
        for step in path.steps:
            key = (step.effect, step.clause.span.start, step.clause.file)
            grouped.setdefault(key, []).append((path, step))
    for (effect, _, _), steps in sorted(grouped.items(), key=lambda group: _ORDER.index(group[0][0])):
        heads = ", ".join(
            f"{label('head', path.head, report.language)} {money(report, scenario, step.amount)}"
            for path, step in steps
        )
        yield say(f"path.did.{effect}", report.language, heads=heads, clause=_clause(report, steps[0][1]))


def _clause(report: Report, step: Step) -> str:
    """« Plafond de responsabilité » (art. 9.2); of a suggested clause only the title."""
    clause, language = step.clause, report.language
    title = words.library(report.titles.get(clause.topic) or label("topic", clause.topic, language), language)
    where = words.spot(clause.page, clause.section, language, clause.file)
    quoted = write.quote(title, language)
    return f"{quoted} ({where})" if where else quoted
