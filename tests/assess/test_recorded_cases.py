"""The clauses of the recorded cases, rebuilt from their descriptions: does the engine see what the courts' reasons rest on?

The table of docs/enforceability.md is made here (UPDATE_SNAPSHOTS=1 writes it). Nothing is tuned case by case: what is missed is told
there.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from analyzer import analyze
from analyzer.questions import Precedent, standard_questions
from analyzer.report import Assessment

RECORDED = Path(__file__).parents[1] / "cases" / "recorded.md"
PAGE = Path(__file__).parents[2] / "docs" / "enforceability.md"
CASES = {case.id: case for case in standard_questions().cases if case.outcome != "none"}

# What the engine does not see, and why, by the case's id.
MISSES: dict[str, str] = {}
_SAID = {"likely_to_hold": "likely to hold", "uncertain": "uncertain", "at_risk": "at risk"}
_BEGIN, _END = "<!-- table: begin -->\n", "<!-- table: end -->\n"


def _contracts() -> dict[str, str]:
    parts = re.split(r"(?m)^# (\S+)\n", RECORDED.read_text(encoding="utf-8"))[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


@cache
def _assessed(identifier: str) -> Assessment | None:
    """The assessment of the case's own sort of clause; None where the clause is not found."""
    report = analyze(_contracts()[identifier].encode(), name="contract.txt")
    return next((each for each in report.enforceability if each.topic == CASES[identifier].topic), None)


def _unseen(case: Precedent) -> list[str]:
    """The factors of the court's reasons that the engine does not see."""
    assessment = _assessed(case.id)
    given = {f"{each.question}.{each.answer}" for each in assessment.reasons} if assessment else set()
    return [factor for factor in case.factors if factor not in given]


def test_every_decided_case_is_rebuilt() -> None:
    """The thirty cases with an outcome on a clause, no more and no less."""
    assert (30, set(CASES)) == (len(CASES), set(_contracts()))


@pytest.mark.parametrize("identifier", CASES)
def test_signals_that_the_court_used(identifier: str) -> None:
    """The engine sees the factors of the court's reasons; what it misses is known by name."""
    assert (identifier in MISSES) == bool(_unseen(CASES[identifier]) or _assessed(identifier) is None)


@pytest.mark.parametrize("identifier", CASES)
def test_standing_never_contradicts_the_outcome(identifier: str) -> None:
    """No clause that fell was likely to hold, and none that was applied was at risk; uncertain contradicts nothing."""
    assessment = _assessed(identifier)
    standing = assessment.standing if assessment else "uncertain"
    contrary = {"upheld": "at_risk", "struck": "likely_to_hold", "quashed": "likely_to_hold", "partly": ""}

    assert contrary[CASES[identifier].outcome] != standing


def _row(case: Precedent) -> str:
    assessment = _assessed(case.id)
    missed = _unseen(case)
    seen = len(case.factors) - len(missed)
    cap = f"{case.currency} {case.cap:,.2f}" if case.cap else ""
    standing = _SAID[assessment.standing] if assessment else "not found"
    told = MISSES.get(case.id, "")
    unseen = f"no contract shows: {case.unseen['en']}" if case.unseen else ""
    notes = "; ".join(filter(None, (told, unseen)))
    return f"| {case.court} | {case.date} | {cap} | {case.outcome} | {seen} of {len(case.factors)} | {standing} | {notes} |"


def _table() -> str:
    head = "| case | date | cap | court | its reasons seen | Garde-fou says | missed, and what no contract shows |\n"
    rows = "\n".join(_row(case) for case in CASES.values())
    return f"{head}| --- | --- | --- | --- | --- | --- | --- |\n{rows}\n\n{_count()}\n"


def _count() -> str:
    standings = [
        (case.outcome, each.standing if (each := _assessed(case.id)) else "uncertain") for case in CASES.values()
    ]
    held = {("upheld", "likely_to_hold"), ("struck", "at_risk"), ("quashed", "at_risk")}
    agree = sum(each in held for each in standings)
    unsure = sum(standing == "uncertain" for _, standing in standings)
    factors = sum(len(case.factors) for case in CASES.values())
    missed = sum(len(_unseen(case)) for case in CASES.values())
    silent = {f"{each.id}.{each.answers[-1].id}" for each in standard_questions().questions}
    unsaid = sum(factor in silent for case in CASES.values() for factor in case.factors)
    return (
        f'Of {len(CASES)} cases the standing agrees with the outcome in {agree}, says "uncertain" (or does not find '
        f"the clause) in {unsure}, and "
        f"contradicts it in {len(CASES) - agree - unsure}. Of {factors} factors in the courts' reasons that a contract can show, "
        f"{factors - missed} are seen; {unsaid} of them are that the contract says nothing."
    )


def test_table_is_that_of_the_page() -> None:
    """The page tells the agreement and the misses as they are."""
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(_BEGIN)
    _, after = rest.split(_END)
    written = before + _BEGIN + "\n" + _table() + "\n" + _END + after
    if os.environ.get("UPDATE_SNAPSHOTS"):
        PAGE.write_text(written, encoding="utf-8", newline="\n")

    assert page == written or bool(os.environ.get("UPDATE_SNAPSHOTS"))
