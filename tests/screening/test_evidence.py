from __future__ import annotations

import tomllib
from decimal import Decimal

import pytest

from analyzer.screening.evidence import examine
from analyzer.screening.questionnaire import standard_questionnaire
from tests.screening.desk import application, clause, contract, valuer


def found(answers, *contracts):
    """The contradictions of these answers with these contracts, as key, code and contract."""
    examination = examine(answers, standard_questionnaire(), valuer().portfolio(contracts))
    return [(each.key, each.code, each.contract.name if each.contract else None) for each in examination.contradictions]


def test_the_sheet_finds_what_was_planted_and_no_other(sheet, applicant):
    """Every contradiction written into the sample is found, and nothing else is called one."""
    planted = tomllib.loads((applicant / "planted.toml").read_text(encoding="utf-8"))["planted"]

    assert sorted((each["answer"], each["contract"]) for each in planted) == sorted(
        (each.key, each.contract.name) for each in sheet.examination.contradictions
    )


def test_a_contradiction_quotes_the_contract(sheet, reports):
    """Each quote is in the clauses of its report, or is the sentence that a false flag was read from."""
    for each in sheet.examination.contradictions:
        report = reports[each.contract.name]
        texts = [one["text"] for one in report["clauses"]]
        if price := report["contract"]["annual_value"]:
            texts.append(price["quote"])
        texts += [said["quote"] for one in report["clauses"] for said in one.get("said_at", {}).values()]
        assert [] == [quote.quote for quote in each.quotes if quote.quote not in texts]


def test_the_connected_disk_is_quoted(sheet):
    """The claim case: the sentence about the disk stands beside the clause, and it is what is shown."""
    case = next(each for each in sheet.examination.against("backup_offline") if each.contract.name.startswith("01-"))

    assert (
        "Ce disque est raccordé en permanence au réseau local du Client, dans la même baie que le serveur.",
    ) == tuple(quote.quote for quote in case.quotes)


def test_an_honest_answer_is_no_contradiction():
    """The same contract against the answer "no": nothing to say."""
    connected = contract("a", clause("backup_by_provider", isolated=False))

    assert [("backup_offline", "backup_connected", "a")] == found(application(backup_offline=True), connected)
    assert [] == found(application(backup_offline=False), connected)


def test_no_answer_is_no_contradiction():
    """What was not answered cannot be contradicted."""
    assert [] == found(application(), contract("a", clause("backup_by_provider", isolated=False)))


def test_one_isolated_copy_silences_the_connected_one():
    """A contract with a connected disk and an offline copy keeps the promise."""
    both = contract("a", clause("backup_by_provider", isolated=False), clause("backup_by_provider", isolated=True))

    assert [] == found(application(backup_offline=True), both)


def test_silence_of_a_contract_is_no_contradiction():
    """A backup clause that says nothing of isolation neither proves nor contradicts."""
    examination = examine(
        application(backup_offline=True),
        standard_questionnaire(),
        valuer().portfolio([contract("a", clause("backup_by_provider", isolated=None))]),
    )

    assert ((), {}) == (examination.contradictions, examination.proofs)


def test_a_contract_can_prove_an_answer():
    """A promise that bears the answer out is counted as proof."""
    examination = examine(
        application(restore_test__tested=True),
        standard_questionnaire(),
        valuer().portfolio([contract("a", clause("backup_by_provider", restore_test=True))]),
    )

    assert {"restore_test.tested": ("a",)} == examination.proofs


@pytest.mark.parametrize(("answer", "expected"), [("daily", ["backup_slower"]), ("weekly", []), ("monthly", [])])
def test_frequency_answered_against_the_frequency_sold(answer, expected):
    """A weekly copy contradicts "daily", and nothing slower."""
    weekly = contract("a", clause("backup_by_provider", frequency="P1W"))

    assert expected == [code for _, code, _ in found(application(backup_freq=answer), weekly)]


def test_prices_above_the_turnover():
    """Contracts that bring in more than the turnover answered: the answer does not fit the whole."""
    contracts = [contract("a", price="200000"), contract("b", price="150000")]

    assert [("turnover.last", "prices_above_turnover", None)] == found(
        application(turnover__last=Decimal(301600)), *contracts
    )
    assert [] == found(application(turnover__last=Decimal(350000)), *contracts)


def test_customers_without_a_contract_have_no_cap():
    """All capped, and customers without a written contract: the two answers cannot both be right."""
    answers = application(contract_cap__all_capped=True, contract_cap__unwritten=Decimal(2))

    assert [("contract_cap.all_capped", "unwritten_uncapped", None)] == found(answers)


def test_a_large_customer_without_a_contract_is_named(sheet):
    """The fifth customer of the sample's form has no contract in the folder."""
    assert ("Clinique des Marronniers",) == sheet.examination.missing_clients


def test_a_customer_is_found_by_the_file_that_the_form_names():
    """Where the contract does not bear the customer's name, the form may name its file."""
    client = {"name": "Elsewhere Ltd", "contract": "7-*.txt", "contract_value": Decimal(500)}
    examination = examine(
        application(top_clients=(client,)), standard_questionnaire(), valuer().portfolio([contract("7-fern.txt")])
    )

    assert (1, ()) == (len(examination.contradictions), examination.missing_clients)
