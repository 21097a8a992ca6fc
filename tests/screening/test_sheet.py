from __future__ import annotations

from decimal import Decimal

import pytest

from analyzer.errors import SettingsProblem
from analyzer.library import standard
from analyzer.profile import Insurance
from analyzer.screening.appetite import load_appetite, standard_appetite
from analyzer.screening.covers import map_covers, standard_covers
from analyzer.screening.questionnaire import standard_questionnaire
from tests.screening.desk import application, cap, clause, contract, screened, valuer

HEALTHY = {
    "activity": "IT", "turnover.last": Decimal(500000), "claims_3y.any": False, "known_circ": False, "mfa_email": "all",
    "mfa_remote": "all", "mfa_admin": "all", "rdp_exposed": False, "backup_freq": "daily", "backup_offline": True,
    "edr": Decimal(100), "contract_cap.all_capped": True, "sign.name": "A", "limits.per_claim": Decimal(1000000),
}  # fmt: skip


def decided(*contracts, **changes):
    """The sheet of a sound applicant whose answers are changed; None takes an answer away."""
    answers = {**HEALTHY, **{key.replace("__", "."): value for key, value in changes.items()}}
    answers = {key: value for key, value in answers.items() if value is not None}
    return screened(application(**{key.replace(".", "__"): value for key, value in answers.items()}), contracts)


def codes(sheet):
    return [(each.code, each.decision) for each in sheet.reasons]


SOUND = (contract("a", cap(10000), clause("backup_by_provider", isolated=True, frequency="P1D")),)


def test_a_sound_applicant_is_accepted():
    """No gate closed, nothing contradicted, nothing over a threshold: accept."""
    sheet = decided(*SOUND)

    assert ("accept", []) == (sheet.decision, codes(sheet))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"known_circ": True}, ("known_circumstance", "decline")),
        ({"mfa_remote": "none"}, ("mfa_remote_none", "decline")),
        ({"mfa_remote": "partial"}, ("mfa_partial", "refer")),
        ({"rdp_exposed": True}, ("rdp_exposed", "decline")),
        ({"backup_offline": False}, ("backup_connected", "refer")),
        ({"claims_3y__any": True}, ("claims", "refer")),
        ({"contract_cap__unwritten": Decimal(3), "contract_cap__all_capped": False}, ("unwritten", "refer")),
    ],
)
def test_an_answer_closes_a_gate(answer, reason):
    """Each gate gives its reason and its decision."""
    sheet = decided(*SOUND, **answer)

    assert ([reason], reason[1]) == (codes(sheet), sheet.decision)


def test_a_gate_without_an_answer_is_referred():
    """What must be answered and is not is a reason, and is asked back first."""
    sheet = decided(*SOUND, sign__name=None)

    assert [("unanswered", "refer")] == codes(sheet)
    assert "sign" == sheet.asked_back[0].id


def test_the_gravest_reason_decides_and_comes_first():
    """Decline before refer; within one decision in the order of the appetite."""
    sheet = decided(*SOUND, claims_3y__any=True, rdp_exposed=True)

    assert [("rdp_exposed", "decline"), ("claims", "refer")] == codes(sheet)


def test_of_two_thresholds_on_one_measure_the_gravest_speaks():
    """All contracts without a cap: declined once, not also referred."""
    sheet = decided(contract("a"), contract("b"), contract_cap__all_capped=False)

    assert [("uncapped_most", "decline")] == codes(sheet)


def test_no_contract_is_no_acceptance():
    """An empty folder is referred."""
    assert [("no_contract", "refer")] == codes(decided())


def test_loadings_add_up():
    """Loadings come from answers and from measures."""
    result = contract("a", cap(10000), clause("obligation_of_result"), clause("backup_by_provider", isolated=True))

    assert ["result", "awareness", "edr"] == [
        each.rule.code for each in decided(result, awareness=Decimal(0), edr=Decimal(60)).loadings
    ]


def test_conditions_name_the_contracts_and_the_wording(sheet):
    """A clause to impose: the costliest contracts first, wording in each of their languages, straight from the findings."""
    imposed = {each.finding: each for each in sheet.conditions}

    assert ["01-sorel-sauvegarde.docx", "27-plasturgie-infogerance.docx", "15-agence-immobiliere-infogerance.txt"] == [
        each.name for each in imposed["liability_cap.missing"].contracts
    ]
    assert {"fr", "en"} == {fault.suggestion.language for _, fault in imposed["obligation_of_result.assumed"].wordings}


def test_proposals_are_the_applicants_own(sheet):
    """What the applicant is advised to mend follows its contracts' gravest faults, whatever an insurer would impose."""
    critical = {
        each.id
        for one in sheet.portfolio.contracts
        for each in one.contract.faults.values()
        if each.severity == "critical"
    }

    assert {"liability_cap.missing", "backup_by_provider.not_isolated"} <= {
        each.finding for each in sheet.proposals[: len(critical)]
    }
    assert {0} == {each.days for each in sheet.proposals}


def test_conditions_of_the_default_name_findings_of_the_library():
    """Every condition is a finding that a wording can mend."""
    findings = standard().findings

    assert [] == [each.finding for each in standard_appetite().conditions if not findings[each.finding].wording]


def test_a_gate_names_an_answer_of_the_questionnaire(tmp_path):
    """A wrong key in an insurer's own appetite is told with its line and the right word."""
    path = tmp_path / "ours.toml"
    text = 'title = { fr = "a", en = "a" }\n[[gates]]\ncode = "x"\nanswer = "mfa_remot"\nis = ["none"]\ndecision = "decline"\n'
    path.write_text(text + 'text = { fr = "a", en = "a" }\n', encoding="utf-8")

    with pytest.raises(SettingsProblem, match=r'ours\.toml:4: unknown answer "mfa_remot"[\s\S]*"mfa_remote"\?'):
        load_appetite(path)


def test_a_gate_on_an_answer_that_nobody_can_give_is_refused(tmp_path):
    """A gate that could never close is a fault of the file, told with its line."""
    path = tmp_path / "ours.toml"
    text = 'title = { fr = "a", en = "a" }\n[[gates]]\ncode = "x"\nanswer = "known_circ"\nis = ["yes"]\ndecision = "decline"\n'
    path.write_text(text + 'text = { fr = "a", en = "a" }\n', encoding="utf-8")

    with pytest.raises(SettingsProblem, match=r'ours\.toml:3: "is" holds "yes", which is no answer'):
        load_appetite(path)


def test_an_appetite_of_ones_own(tmp_path):
    """An insurer's own threshold decides, and its sentence says the measure."""
    path = tmp_path / "ours.toml"
    path.write_text(
        'title = { fr = "nous", en = "ours" }\n[[thresholds]]\ncode = "few"\nmeasure = "contracts"\nbelow = 5\n'
        'decision = "decline"\ntext = { fr = "{value} < {limit}", en = "{value} < {limit}" }\n',
        encoding="utf-8",
    )
    answers = application(**{key.replace(".", "__"): value for key, value in HEALTHY.items()})
    sheet = screened(answers, SOUND, appetite=load_appetite(path))

    assert ("decline", [("few", "decline")]) == (sheet.decision, codes(sheet))


def test_gaps_and_overlaps_of_the_cover():
    """Let through and not covered: a gap. Covered and let through by nobody: an overlap."""
    portfolio = valuer().portfolio([contract("a", clause("data_loss_exclusion"), kind="maintenance")])
    insurance = Insurance(limit_per_claim=Decimal(1), exclusions=("interruption", "notification"))
    states = {each.head: each.state for each in map_covers(portfolio, standard_covers(), insurance).heads}

    assert ("gap", "overlap", "covered", "idle") == (
        states["interruption"], states["restoration"], states["intervention"], states["notification"],
    )  # fmt: skip


def test_clauses_that_trigger_an_exclusion():
    """Assumed liability, penalties, results: each with the first clause that sets it off."""
    contracts = [
        contract("a", clause("penalties", "late", 90), clause("penalties", "credits", 10), clause("provider_indemnity"))
    ]
    found = map_covers(valuer().portfolio(contracts), standard_covers(), Insurance()).triggered

    assert [("assumed_liability", "the words"), ("penalties", "credits")] == [
        (each.exclusion.id, each.clause.text) for each in found
    ]


def test_what_ships_names_what_exists():
    """Covers, accumulation and appetite name topics, kinds, scenarios and answers that are there."""
    from analyzer.library import KINDS
    from analyzer.screening.accumulation import standard_assumptions

    library, keys = standard(), {key for each in standard_questionnaire() for key in each.keys}
    topics = [each.topic for one in standard_covers().exclusions for each in one.triggers]
    topics += [topic for each in standard_assumptions().platforms.values() for topic in each.topics]
    kinds = [kind for each in standard_assumptions().platforms.values() for kind in each.kinds]
    rules = [*standard_appetite().gates, *standard_appetite().loadings]

    assert set(topics) <= set(library.topics)
    assert set(kinds) <= set(KINDS)
    assert {each.scenario for each in standard_assumptions().platforms.values()} <= {
        each.id for each in library.scenarios.scenarios
    }
    assert {each.key for each in rules if each.key} <= keys
