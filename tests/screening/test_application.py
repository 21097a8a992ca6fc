from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from analyzer.errors import SettingsProblem
from analyzer.reports.messages import problem_sentence
from analyzer.reports.screening_form import html_form, toml_form
from analyzer.screening.application import BadForm, load_application
from analyzer.screening.questionnaire import standard_questionnaire

BAD = """turnover = "301 600"
backup_offlin = true
mfa_remote = "al"
known_circ = "no"
edr = 140

[restore_test]
tested = 3
laste = 2026-01-01

[[top_clients]]
share = 20

[services_split]
backup = 40
hosting = 20
"""


def load(tmp_path, text):
    path = tmp_path / "form.toml"
    path.write_text(text, encoding="utf-8")
    return load_application(path, standard_questionnaire())


def faults(tmp_path, text):
    with pytest.raises(BadForm) as caught:
        load(tmp_path, text)
    return caught.value.faults


def test_every_bad_answer_is_named_with_its_line(tmp_path):
    """All faults of a form are told at once, in the order of their lines."""
    lines = [int(fault.path.partition(":")[2]) for fault in faults(tmp_path, BAD)]

    assert [1, 2, 3, 4, 5, 8, 9, 11, 14] == lines


def test_a_fault_shows_the_authors_line(tmp_path):
    """What is wrong is marked in the line as it was written."""
    assert "\n   1 | known_circ = 1\n     | ^^^^^^^^^^" in str(faults(tmp_path, "known_circ = 1\n")[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("backup_offlin = true", 'Did you mean "backup_offline"?'),
        ('mfa_remote = "al"', 'Did you mean "all"?'),
        ("restore_test.teste = true", 'Did you mean "tested"?'),
        ("limits.per_claim = -1", "not below zero"),
        ("edr = 101", "from 0 to 100"),
        ("claims_3y.any = 0", "true or false"),
        ('sign.date = "tomorrow"', "a date"),
        ('limits.heads = ["ransome"]', 'Did you mean "ransom"?'),
        ("top_clients = 5", "[[top_clients]]"),
        ("turnover = nan", "a sum"),
    ],
)
def test_a_bad_answer_says_what_it_should_be(tmp_path, text, said):
    """Each type of answer has its sentence, and a near miss the right word."""
    assert said in str(faults(tmp_path, text)[0])


def test_faults_are_told_in_french(tmp_path):
    """The same faults in French, each with its line."""
    sentences = [problem_sentence(fault, "fr") for fault in faults(tmp_path, BAD)]

    assert "Vouliez-vous dire «\u00a0backup_offline\u00a0»" in sentences[1]
    assert all(re.match(r"form\.toml:\d+\u202f: .*\n +\d+ \| ", sentence) for sentence in sentences)


def test_a_form_that_is_no_toml_names_its_line(tmp_path):
    """What TOML cannot read is told with the line and how values are written."""
    with pytest.raises(SettingsProblem, match=r"form\.toml:2: not a TOML file here"):
        load(tmp_path, "edr = 90\nturnover = 301 600\n")


def test_a_missing_form_says_how_to_write_one(tmp_path):
    """No such file: --new writes one."""
    with pytest.raises(SettingsProblem, match=r"--new application\.toml"):
        load_application(tmp_path / "none.toml", standard_questionnaire())


def test_answers_have_their_types(tmp_path):
    """Sums are Decimals, dates are dates, lists tuples; a table and dotted keys are the same."""
    found = load(
        tmp_path, 'turnover.last = 301600\nsign.date = 2026-11-16\nbackup_scope = "NAS"\n[limits]\nper_claim = 1.5\n'
    )

    assert Decimal(301600) == found.get("turnover.last")
    assert date(2026, 11, 16) == found.get("sign.date")
    assert (("NAS",), Decimal("1.5")) == (found.get("backup_scope"), found.get("limits.per_claim"))


def test_the_first_value_may_be_answered_alone(tmp_path):
    """`contract_cap = true` answers the question's first value."""
    found = load(tmp_path, "contract_cap = true\nturnover = 10\n")

    assert (True, Decimal(10)) == (found.get("contract_cap.all_capped"), found.get("turnover.last"))


def test_what_is_not_answered_is_not_there(tmp_path):
    """An empty form has no answers: nothing is false by default."""
    assert {} == dict(load(tmp_path, "").answers)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_empty_form_is_a_form_without_answers(tmp_path, language):
    """The form that --new writes can be read as it is, and knows the line of every question."""
    found = load(tmp_path, toml_form(standard_questionnaire(), language))

    assert {} == dict(found.answers)
    assert {each.id for each in standard_questionnaire()} <= {key.partition(".")[0] for key in found.lines}


def test_the_form_with_its_examples_taken_as_answers_is_sound(tmp_path):
    """Taking every # away in front of an answer gives answers of the right types (shares, which must add up, left out)."""
    form = toml_form(standard_questionnaire(), "en")
    keys = "|".join(
        key.replace(".", r"\.") for each in standard_questionnaire() for key in each.keys if each.total is None
    )
    names = "name|contract|share|contract_value|turnover|gross_margin|staff|servers|records|kind|contracts"
    answered = re.sub(rf"^# (\[\[\w+\]\]|(?:{keys}|{names}) = )", r"\1", form, flags=re.M)
    found = load(tmp_path, answered)

    assert 45 < len(found.answers)
    assert [] == [
        each.id for each in standard_questionnaire() if not found.answered(each) and each.id != "services_split"
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_printed_form_asks_every_question(language):
    """The page to print holds every question, numbered, and says where they come from."""
    page = html_form(standard_questionnaire(), language)

    assert 39 == page.count('<section class="question">')
    assert f'<html lang="{language}">' in page
    assert "paperzz.com" in page
