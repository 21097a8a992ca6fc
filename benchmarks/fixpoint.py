"""Whole contracts mended and read again: does `gardefou fix` come to rest?

    python -m benchmarks.fixpoint [fr|en|own|docx …] [--level protective|balanced] [--errors]

Each contract becomes a Word file in memory (a Word file is taken as it is) and is mended. Accepted, every finding that had a suggestion
must be gone, none may be new, and a second fix must change nothing; rejected, the text must be the contract's, word for word. fr and en
are the labelled contracts in GARDEFOU_DATA, docx the Word files there, own the contracts of this repository.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from analyzer.document import BlockKind, Document
from analyzer.errors import FileProblem
from analyzer.language.detection import detect
from analyzer.library import standard
from analyzer.pipeline import Settings, judge, read_clauses
from analyzer.readers import read
from analyzer.redline import Contract, fix
from analyzer.report import Report
from benchmarks.data import folder
from tests.contracts.build import docx, p, styles
from tests.redline.tracked import accepted, rejected

ROOT = Path(__file__).parents[1]
SETS = ("fr", "en", "docx", "own")
LEVELS = ("protective", "balanced")
NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
_STYLES = {1: "Titre1", 2: "Titre2"}


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one contract. `stays` are addressed findings that remain, `new` those that the mends brought."""

    name: str
    findings: int = 0
    addressed: int = 0
    changes: int = 0
    stays: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    restless: bool = False  # a second fix changes something
    lost: bool = False  # rejecting all does not give the text back
    unreadable: str = ""

    @property
    def holds(self) -> bool:
        return not (self.stays or self.new or self.restless or self.lost or self.unreadable)


def contracts(name: str) -> list[Path]:
    """The files of a set, in a fixed order."""
    if name == "docx":
        return sorted(folder("data").rglob("*.docx"))
    if name == "own":
        found = [*ROOT.glob("samples/*.*"), *ROOT.glob("tests/contracts/*.docx"), *_own_texts()]
        return sorted(
            each for each in found if each.suffix in {".docx", ".pdf", ".txt", ".md"} and each.stem != "README"
        )
    return sorted(folder("data", name, "docs").iterdir())


def _own_texts() -> Iterator[Path]:
    """The contracts that were written for this project, the sets that nobody reads included."""
    for language in ("fr", "en"):
        yield from (ROOT / "benchmarks" / "contracts" / language / "docs").iterdir()


def as_word(document: Document) -> bytes:
    """A document as a simple Word file: a paragraph a block, headings in their styles, numbers typed."""
    heads = {each.start: each.level for each in document.blocks if each.kind is BlockKind.HEADING}
    paragraphs = []
    for block in document.blocks:
        lines = document.text[block.start : block.end].splitlines()
        text = " ".join("".join(filter(_printable, " ".join(lines))).split())
        if text:
            style = _STYLES.get(min(heads.get(block.start, 0), 2), "")
            paragraphs.append(p(escape(text), style=style))
    return docx("".join(paragraphs), styles=styles({"fr": "fr-FR", "en": "en-GB"}[detect(document.text)]))


def _printable(sign: str) -> bool:
    return sign in "\t\n" or ord(sign) >= 32


def tried(path: Path, level: str) -> Tried:
    """One contract, mended, accepted, read again, mended again, and rejected."""
    try:
        data = path.read_bytes()
        if path.suffix != ".docx":
            data = as_word(read(data, name=path.name))
    except FileProblem as problem:
        return Tried(path.name, unreadable=str(problem))
    settings = Settings(level=level)
    before = report_on(data, settings)
    addressed = {finding.id for finding in before.findings if finding.suggestion}
    made = _fix(data, before, settings)
    assert made.data is not None
    result = accepted(made.data)
    after = report_on(result, settings, before.kind)
    left = {finding.id for finding in after.findings}
    return Tried(
        path.name,
        findings=len(before.findings),
        addressed=len(addressed),
        changes=len(made.changes),
        stays=tuple(sorted(addressed & left)),
        new=tuple(sorted(left - {finding.id for finding in before.findings})),
        restless=_fix(result, after, settings).data != result,
        lost=read(data, name="contract.docx").text != read(rejected(made.data), name="contract.docx").text,
    )


def report_on(data: bytes, settings: Settings, kind: str = "") -> Report:
    """The report on a Word file, judged as a contract of that kind where one is given."""
    reading = read_clauses(read(data, name="contract.docx"), standard())
    return judge(replace(reading, kind=kind or reading.kind), standard(), settings, "")


def _fix(data: bytes, report: Report, settings: Settings):
    return fix(Contract(data, report.document, report), standard(), settings, "counterparty", NOW)


def table(rows: Sequence[tuple[str, str, Sequence[Tried]]]) -> str:
    """One line a set and level."""
    lines = [
        "| set | level | contracts | changes | findings addressed | gone | new | second fix at rest | text back |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, level, all_of_them in rows:
        results = [each for each in all_of_them if not each.unreadable]
        addressed = sum(each.addressed for each in results)
        gone = addressed - sum(len(each.stays) for each in results)
        new = sum(len(each.new) for each in results)
        rest, back = sum(not each.restless for each in results), sum(not each.lost for each in results)
        changes = sum(each.changes for each in results)
        lines.append(
            f"| {name} | {level} | {len(results)} | {changes} | {addressed} | {gone} | {new} | {rest} | {back} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--level", choices=LEVELS)
    parser.add_argument("--errors", action="store_true", help="name the contracts that do not come to rest, and why")
    parser.add_argument("--only", default="", help="a part of the file names to try")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    rows = []
    for name in arguments.sets:
        paths = [each for each in contracts(name) if arguments.only in each.name]
        for level in [arguments.level] if arguments.level else LEVELS:
            with ProcessPoolExecutor(arguments.jobs) as pool:
                results = list(pool.map(partial(tried, level=level), paths))
            rows.append((name, level, results))
            if arguments.errors:
                for each in results:
                    if not each.holds:
                        print(each)
                counts = Counter(("stays", id_) for each in results for id_ in each.stays)
                counts += Counter(("new", id_) for each in results for id_ in each.new)
                print(*counts.most_common(), sep="\n")
    print(table(rows))


if __name__ == "__main__":
    main()
