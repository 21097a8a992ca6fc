from __future__ import annotations

import pytest

from analyzer.errors import LibraryProblem
from analyzer.library import KINDS, standard
from analyzer.screening.questionnaire import load_questionnaire, standard_questionnaire

PUBLISHED = (
    "activity turnover headcount gross_profit claims_3y known_circ records mfa_email mfa_remote mfa_admin rdp_exposed backup_freq "
    "backup_offline backup_offsite restore_test backup_scope edr patching awareness ir_plan bcp encryption privileges segmentation "
    "payments it_provider it_infra subcontractors contract_cap contract_indem top_clients client_sector services_split rmm "
    "advice_log compliance limits sign"
).split()


def test_every_published_question_is_there_in_order():
    """The 38 questions carry their ids and numbers; the one that follows them is our own and says so."""
    questions = list(standard_questionnaire())

    assert [*PUBLISHED, "shared_platforms"] == [each.id for each in questions]
    assert list(range(1, 40)) == [each.number for each in questions]
    assert "I" == questions[-1].mark


def test_evidence_names_what_exists():
    """Every topic, attribute, finding and kind that evidence names is one of the library."""
    library = standard()
    wrong = []
    for question in standard_questionnaire():
        for each in question.evidence:
            if each.topic:
                topic = library.topics.get(each.topic)
                read = {one.name for one in topic.attributes if one.type != "reader"} if topic else set()
                readers = topic is not None and any(one.type == "reader" for one in topic.attributes)
                known = topic is not None and ({*each.own, *each.unless} <= read or readers)
            elif each.finding:
                known = each.finding in library.findings
            else:
                known = set(each.contract_kinds) <= set(KINDS)
            if not known or not set(each.kinds) <= set(KINDS):
                wrong.append(each.code)

    assert [] == wrong


def test_evidence_codes_are_unique():
    """Each code of evidence stands for one thing."""
    codes = [each.code for question in standard_questionnaire() for each in question.evidence]

    assert sorted(set(codes)) == sorted(codes)


def test_questions_of_a_published_form_name_their_source():
    """A question marked V names where it was read."""
    assert [] == [each.id for each in standard_questionnaire() if each.mark == "V" and not each.sources]


def test_a_fault_in_the_questionnaire_shows_its_line(tmp_path):
    """An unknown type is told with the underwriter's own line and the nearest right word."""
    path = tmp_path / "questionnaire.toml"
    path.write_text('[sources]\n[[questions]]\nid = "a"\ntype = "yesno"\n', encoding="utf-8")

    with pytest.raises(
        LibraryProblem, match=r'questionnaire\.toml:4: unknown type "yesno"[\s\S]*Did you mean "yes_no"'
    ):
        load_questionnaire(path)
