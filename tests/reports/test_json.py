from __future__ import annotations

import json as plain_json
from dataclasses import replace
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator

from analyzer.reports import json
from tests.reports.contracts import claim_case, hosting, unpriced

REPORTS = [claim_case, hosting, unpriced]


@pytest.fixture(scope="module")
def validator():
    return Draft202012Validator(json.schema())


def test_schema_is_a_schema():
    """The schema that ships is itself a right JSON Schema 2020-12."""
    Draft202012Validator.check_schema(json.schema())


@pytest.mark.parametrize("build", REPORTS)
def test_reports_validate(build, validator):
    """Every report is what its schema says."""
    assert [] == [error.message for error in validator.iter_errors(build().to_dict())]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("exposure"),
        lambda data: data["contract"].pop("annual_value"),
        lambda data: data["contract"].update(kind="bakcup"),
        lambda data: data["findings"][0].update(severity="grave"),
        lambda data: data["exposure"]["scenarios"][0].update(loss=39746.41),
        lambda data: data["exposure"]["scenarios"][0]["heads"].update(reputation="1.00"),
        lambda data: data["clauses"][0].update(score=1.2),
        lambda data: data["clauses"][0].update(start=-1),
        lambda data: data["score"].update(grade="F"),
    ],
)
def test_schema_catches_faults(spoil, validator):
    """A missing key, an unknown word or a sum that is no string does not validate."""
    data = claim_case().to_dict()
    spoil(data)

    assert not validator.is_valid(data)


def test_schema_allows_more(validator):
    """Keys may be added."""
    data = claim_case().to_dict()
    data["findings"][0]["reviewed_by"] = "nobody"

    assert validator.is_valid(data)


@pytest.mark.parametrize("build", REPORTS)
def test_reports_are_plain(build):
    """A report survives being written and read as JSON unchanged."""
    data = build().to_dict()

    assert data == plain_json.loads(plain_json.dumps(data))


def test_claim_case_in_numbers():
    """50 EUR a month and a claim of 39 746.41 EUR give 600.00 a year and 66.24 times."""
    data = claim_case().to_dict()
    value, scenario = data["contract"]["annual_value"], data["exposure"]["scenarios"][0]

    assert ("600.00", {"amount": "50.00", "period": "month"}) == (value["amount"], value["quoted"])
    assert ("claim", {"unallocated": "39746.41"}) == (scenario["id"], scenario["heads"])
    assert ("39746.41", 66.24) == (scenario["payable_now"], scenario["multiple_now"])
    assert ("10000.00", 16.67) == (scenario["payable_after_fix"], scenario["multiple_after_fix"])


@pytest.mark.parametrize("build", REPORTS)
def test_offsets_lead_to_the_quotes(build):
    """Every start and end gives exactly the text beside it."""
    report = build()
    data, text = report.to_dict(), report.document.text
    quotes = [(each, each["text"]) for each in data["clauses"]]
    quotes += [(each, each["quote"]) for finding in data["findings"] for each in finding["evidence"]]
    value = data["contract"]["annual_value"]
    quotes += [(value, value["quote"])] if value else []

    assert [quote for _, quote in quotes] == [text[each["start"] : each["end"]] for each, _ in quotes]


def test_what_is_not_said_is_null():
    """A contract that says nothing has nulls, never guesses."""
    data = unpriced().to_dict()

    assert {"other", None} == set(data["contract"].values())
    assert data["exposure"] == {"currency": "EUR", "annual_value": None, "scenarios": []}


def test_suggestion_that_replaces():
    """A replacement says what it strikes; an insertion says after what it goes."""
    inserted, replaced = (finding["suggestion"] for finding in claim_case().to_dict()["findings"][1:])

    assert (None, {"section": "4", "end": inserted["insert_after"]["end"], "joins": True}) == (
        inserted["replaces"],
        inserted["insert_after"],
    )
    assert (None, "sur un disque connecté en permanence") == (
        replaced["insert_after"],
        replaced["replaces"]["text"],
    )


def test_attributes_keep_null_false_and_sums():
    """null, false and nested sums of attributes come out as they went in, sums as strings."""
    backup = claim_case().to_dict()["clauses"][1]["attributes"]
    cap = hosting().to_dict()["clauses"][0]["attributes"]

    assert {"frequency": "P1D", "isolated": False, "restore_test": None} == backup
    assert ([{"of": "data", "amount": "900.00"}], 1.0) == (cap["sub_caps"], cap["multiple"])


def test_sets_are_sorted():
    """A set of attributes has one order."""
    report = claim_case()
    clause = replace(report.clauses[0], attributes={"threats": frozenset({"virus", "hacking"})})
    data = replace(report, clauses=(clause,)).to_dict()

    assert ["hacking", "virus"] == data["clauses"][0]["attributes"]["threats"]


def test_rounding_makes_no_clause_of_a_near_miss():
    """A score just under 0.5 stays under it."""
    report = claim_case()
    near = replace(report, clauses=(replace(report.clauses[0], score=0.49999),))

    assert 0.4999 == near.to_dict()["clauses"][0]["score"]


def test_single_and_list():
    """One file asked for gives one object, several a list, even where one alone was good."""
    single = plain_json.loads(json.render([hosting()], single=True))
    several = plain_json.loads(json.render([hosting()], single=False))

    assert single == several[0]


def test_sums_never_use_exponents():
    """A large round sum is written out."""
    report = hosting()
    exposure = replace(report.exposure, annual_value=Decimal("1E+6"))

    assert "1000000.00" == replace(report, exposure=exposure).to_dict()["exposure"]["annual_value"]
