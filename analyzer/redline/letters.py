"""Letters about a contract: a covering letter, a form that offers measures, a draft settlement.

Their texts are data (clauses/letters/NAME.LANGUAGE.md): `# ` a title, `## ` a heading, `> ` the label of a box that is left
empty, {names} filled from the report, other lines as they are. No letter is dated or answered by the program, and none says
a fault or a weakness of the service: it knows the parties, titles, fair reasons, the claim, and nothing else of the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final, Literal

import clauses
from analyzer.facts.values import Party
from analyzer.library import Library
from analyzer.pipeline import Settings
from analyzer.redline import Contract, changes_in
from analyzer.redline.amendment import title_of
from analyzer.redline.plan import Change
from analyzer.redline.sheet import Sheet
from analyzer.report import Report
from analyzer.reports.format import money
from analyzer.reports.messages import label, say
from analyzer.tables import Source
from analyzer.wording import names

Kind = Literal["cover", "offer", "settlement"]
_FOLDER: Final = Path(clauses.__file__).parent / "letters"
_NAME: Final = re.compile(r"\{(\w+)\}")
_HEADS: Final = ("intervention", "restoration", "interruption", "liability", "notification", "ransom")


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that may be offered, and the findings that call for it."""

    id: str
    findings: tuple[str, ...]
    title: str
    text: str


def letter(
    kind: Kind, contract: Contract, library: Library, settings: Settings, amount: Decimal | None = None
) -> bytes | None:
    """The letter as a Word file, in the contract's language unless another is asked for; None where it has no object.

    `amount` is the sum of a settlement; without one the place is left blank.
    """
    report = contract.report
    spoken = settings.language or report.document_language
    changes = changes_in(contract, library, settings)
    offered = [each for each in measures(spoken) if {finding.id for finding in report.findings} & set(each.findings)]
    if (kind == "cover" and not changes) or (kind == "offer" and not offered):
        return None
    sheet = Sheet(spoken)
    lists: dict[str, Callable[[], None]] = {
        "{proposals}": lambda: _proposals(sheet, changes, library, spoken),
        "{measures}": lambda: _measures(sheet, offered, spoken),
        "{heads}": lambda: _heads(sheet, report, spoken),
    }
    _write(sheet, _template(kind, spoken), _values(contract, spoken, amount), lists)
    return sheet.data()


def measures(language: str) -> tuple[Measure, ...]:
    """The measures that can be offered, in the order of the form. Raises LibraryProblem for a fault in their file."""
    path = _FOLDER / "measures.toml"
    table = Source(path, f"clauses/letters/{path.name}").table()
    found = []
    for name in table:
        inner = table.table(name)
        title, text = inner.both_languages("title")[language], inner.both_languages("text")[language]
        found.append(Measure(name, inner.texts("findings"), title, text))
        inner.finish()
    return tuple(found)


def _template(kind: Kind, language: str) -> str:
    return (_FOLDER / f"{kind}.{language}.md").read_text(encoding="utf-8")


def _values(contract: Contract, language: str, amount: Decimal | None) -> dict[str, str]:
    """What fills the {names} of a letter; what the report does not know is a blank."""
    report, blank = contract.report, say("letter.blank", language)
    claims = [scenario for scenario in report.exposure.scenarios if scenario.id == "claim"]
    currency = report.exposure.currency

    def named(party: Party | None) -> str:
        return (party.name if party else None) or blank

    return {
        **names(report.facts, language),
        "provider_name": named(report.facts.provider),
        "customer_name": named(report.facts.customer),
        "contract": title_of(contract.document),
        "claim": money(claims[0].loss, currency, language) if claims else blank,
        "amount": blank if amount is None else money(amount, currency, language),
    }


def _write(sheet: Sheet, template: str, values: dict[str, str], lists: dict[str, Callable[[], None]]) -> None:
    for block in _blocks(template):
        text = _NAME.sub(lambda match: values.get(match[1], match[0]), block)
        if block in lists:
            lists[block]()
        elif block.startswith("# "):
            sheet.title(text[2:])
        elif block.startswith("## "):
            sheet.heading(text[3:])
        elif block.startswith("> "):
            sheet.boxes([line.removeprefix("> ") for line in text.splitlines()])
        else:
            sheet.text(text)


def _blocks(template: str) -> Iterator[str]:
    """What blank lines part."""
    return (block for block in (part.strip() for part in re.split(r"\n\s*\n", template)) if block)


def _proposals(sheet: Sheet, changes: tuple[Change, ...], library: Library, language: str) -> None:
    """The titles and fair reasons of the changes, in the letter's language, which need not be the contract's."""
    for change in changes:
        rules = [library.findings[finding.id] for finding in change.findings]
        titles = dict.fromkeys(library.topics[rule.topic].wordings[language][rule.wording].title for rule in rules)
        reasons = dict.fromkeys(rule.reason.get(language, "") for rule in rules)
        sheet.item(say("letter.item", language, title=", ".join(titles)), " ".join(filter(None, reasons)))


def _measures(sheet: Sheet, offered: list[Measure], language: str) -> None:
    for measure in offered:
        sheet.heading(measure.title)
        sheet.text(measure.text)
        sheet.boxes([say("letter.price", language)], [say("letter.answer", language)])


def _heads(sheet: Sheet, report: Report, language: str) -> None:
    """The heads of the claim with their sums; where the claim is not split, all heads with a box to tick."""
    claims = [scenario.heads for scenario in report.exposure.scenarios if scenario.id == "claim"]
    split = {name: each for name, each in claims[0].items() if name != "unallocated"} if claims else {}
    for name in split or _HEADS:
        head = label("head", name, language)
        if split:
            shown = money(split[name], report.exposure.currency, language)
            sheet.text(say("letter.head.sum", language, head=head, sum=shown))
        else:
            sheet.text(say("letter.head", language, head=head))
