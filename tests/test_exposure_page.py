"""docs/exposure.md is worked by hand: its sums hold, and they are the program's."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from analyzer import analyze

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "exposure.md").read_text(encoding="utf-8")
SAMPLE = ROOT / "samples" / "600-euros-par-an.docx"
WORKED = re.findall(r"`([^`=]*\d[^`=]*) = ([\d.]+)`", PAGE.replace("\n", " "))


def _section(title: str) -> str:
    """What stands under a heading, up to the next one."""
    return re.split(r"\n#+ ", PAGE.partition(f"# {title}\n")[2])[0]


def _tables(text: str) -> Iterator[list[dict[str, str]]]:
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        lines = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in block.splitlines()]
        yield [dict(zip(lines[0], line, strict=True)) for line in lines[2:]]


def _value(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=value):
            return Fraction(str(value))
        case ast.BinOp(left=left, op=operation, right=right):
            first, second = _value(left), _value(right)
            signs = {
                ast.Add: first.__add__,
                ast.Sub: first.__sub__,
                ast.Mult: first.__mul__,
                ast.Div: first.__truediv__,
            }
            return Fraction(signs[type(operation)](second))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return {"min": min, "max": max}[name](_value(argument) for argument in arguments)
    raise AssertionError(ast.dump(node))


@pytest.mark.parametrize(("expression", "result"), WORKED)
def test_sum_worked_by_hand_holds(expression: str, result: str) -> None:
    """What stands left of the sign is what stands right of it, to the cent."""
    tree = ast.parse(expression.replace(" x ", " * ").replace(";", ","), mode="eval")
    exact = _value(tree.body)
    found = (Decimal(exact.numerator) / exact.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)

    assert Decimal(result) == found


def test_page_is_worked() -> None:
    """A page without sums would prove nothing."""
    assert len(WORKED) > 20


def _shown(value: Any) -> str:
    return "–" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize(
    ("title", "profile"), [("Without a profile", None), ("With a profile", SAMPLE.with_suffix(".toml"))]
)
def test_claim_case_is_the_program_s(title: str, profile: Path | None) -> None:
    """Every figure of the table is the one in the JSON report, and every scenario stands in the table."""
    (table,) = _tables(_section(title))
    scenarios = analyze(SAMPLE, claim="39746.41", profile=profile).to_dict()["exposure"]["scenarios"]

    assert table == [{key: _shown(scenario[key]) for key in table[0]} for scenario in scenarios]


def test_path_of_a_contract_with_terms_is_the_program_s() -> None:
    """The contract that the page shows, head by head."""
    section = _section("A contract with terms")
    contract = section.partition("```text\n")[2].partition("```")[0]
    scenarios = analyze(contract.encode(), name="terms.txt").to_dict()["exposure"]["scenarios"]
    paths = {scenario["id"]: scenario["path"] for scenario in scenarios}

    for table in _tables(section):
        name, *columns = table[0]
        expected = [{name: path["head"], **{key: path[key] for key in columns}} for path in paths[name]]
        assert expected == table
