"""docs/screening.md is worked by hand; the program must come to the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analyzer.reports.screening_json import as_dict

PAGE = (Path(__file__).parents[2] / "docs" / "screening.md").read_text(encoding="utf-8")


def table(first: str) -> list[dict[str, str]]:
    """The rows of the table whose first column has this name."""
    lines = PAGE.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {first} |"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]


@pytest.fixture(scope="module")
def found(sheet):
    """The sample's sheet as plain values."""
    return as_dict(sheet, "en")


def same(row: dict[str, str], values: dict[str, object], *keys: str) -> bool:
    return all(float(row[key]) == float(str(values[key])) for key in keys)


def test_three_contracts(found):
    """Each figure of the three contracts."""
    contracts = {each["document"]: each for each in found["contracts"]}
    keys = ("loss", "payable_now", "payable_after_fix", "multiple_now", "insured")

    assert 3 == len(table("document"))
    assert [] == [row for row in table("document") if not same(row, contracts[row["document"]], *keys)]


def test_the_portfolio(found):
    """The portfolio's line."""
    (row,) = table("contracts")

    assert same(row, found["portfolio"], *row)


def test_accumulation(found):
    """Each platform now, and with the suggested wordings."""
    platforms = {each["platform"]: each for each in found["accumulation"]}
    keys = ("expected", "p95", "p99_5", "share_above_limit")

    assert list(platforms) == [row["platform"] for row in table("platform")]
    assert [] == [row for row in table("platform") if not same(row, platforms[row["platform"]], "contracts", *keys)]
    assert [] == [
        row for row in table("after_fix of") if not same(row, platforms[row["after_fix of"]]["after_fix"], *keys)
    ]


def test_the_arithmetic_of_the_page():
    """What is worked out between backticks comes to what stands behind the last sign."""
    sums = [each.replace("\n", " ") for each in re.findall(r"`([^`]* = [\d.]+)`", PAGE)]
    wrong = []
    for each in sums:
        left, _, right = each.rpartition(" = ")
        assert re.fullmatch(r"[\d.x+/() -]+", left), left
        if abs(eval(left.replace("x", "*")) - float(right)) > 0.006:  # noqa: S307 - digits and signs alone
            wrong.append(each)

    assert 6 < len(sums)
    assert [] == wrong
