"""Does a clause hold: the questions of the contract's law, as data, against small contracts. No answer is ever "valid"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

import clauses
from analyzer import analyze
from analyzer.assess.enforceability import nearest
from analyzer.errors import LibraryProblem
from analyzer.library import standard
from analyzer.questions import Precedent, load_questions, standard_questions
from analyzer.report import Assessment, Report

FRENCH = "Le contrat est soumis au droit français."
CAP = (
    "9. Responsabilité. La responsabilité du Prestataire est limitée à la somme de {sum} euros par année contractuelle."
)
NEGOTIATED = "Le présent contrat a été librement négocié entre les parties."
STANDARD = "Les présentes conditions générales s'appliquent à tout Client du Prestataire."
SERVICE = "CONTRAT DE SAUVEGARDE EXTERNALISÉE\n1. Le Prestataire sauvegarde chaque nuit les données du Client."


def _report(*lines: str, name: str = "contrat.txt") -> Report:
    return analyze("\n".join(lines).encode(), name=name)


def _cap(*lines: str) -> Assessment:
    return next(each for each in _report(*lines).enforceability if each.topic == "liability_cap")


def _answers(assessment: Assessment) -> dict[str, str]:
    return {reason.question: reason.answer for reason in assessment.reasons}


def _french(amount: str, *lines: str) -> Assessment:
    return _cap(SERVICE, FRENCH, *lines, CAP.format(sum=amount))


def test_no_cap_nothing_to_assess() -> None:
    """Where nothing limits liability there is nothing that a court could set aside."""
    assert () == _report(SERVICE, FRENCH).enforceability


def test_cap_of_the_customer_is_not_assessed() -> None:
    """A cap that protects the customer alone is no protection that could fall."""
    text = "9. La responsabilité du Client est limitée à la somme de 5 000 euros."

    assert () == _report(SERVICE, FRENCH, text).enforceability


@pytest.mark.parametrize("amount", ["600", "5 000", "12 000", "50 000", "500 000"])
def test_adhesion_contract_is_never_better_than_uncertain(amount: str) -> None:
    """One clause of standard terms was struck in 2023 and applied in 2025: no sum makes it safe."""
    assert _french(amount, STANDARD).standing in ("uncertain", "at_risk")


@pytest.mark.parametrize(
    ("amount", "line", "standing"),
    [
        ("600", "", "at_risk"),
        ("600", NEGOTIATED, "uncertain"),
        ("5 000", NEGOTIATED, "uncertain"),
        ("12 000", "", "uncertain"),
        ("12 000", NEGOTIATED, "likely_to_hold"),
        ("50 000", "", "uncertain"),
        ("50 000", NEGOTIATED, "likely_to_hold"),
    ],
)
def test_french_standing_by_sum_and_negotiation(amount: str, line: str, standing: str) -> None:
    """A sum alone never makes a cap likely to hold; negotiation does not save one that is lower than any upheld."""
    assert standing == _french(amount, line).standing


def test_counterpart_beside_the_cap_counts() -> None:
    """A price that reflects the risk is the counterpart that the courts looked for."""
    line = "Le prix convenu tient compte de cette répartition des risques."
    with_it = _cap(SERVICE, FRENCH, CAP.format(sum="50 000") + " " + line)

    assert "stated" == _answers(with_it)["counterpart"]
    assert "likely_to_hold" == with_it.standing


def test_consumer_defeats_the_cap() -> None:
    """Towards a consumer the clause is at risk whatever else is said."""
    line = "Si vous êtes consommateur, vous disposez d'un droit de rétractation de quatorze jours."

    assert "at_risk" == _french("50 000", NEGOTIATED, line).standing


@pytest.mark.parametrize(
    ("day", "ref"),
    [("30 septembre 2016", "Code de commerce, ancien art. L442-6"), ("1er octobre 2016", "Code civil, art. 1110")],
)
def test_law_in_force_at_signature(day: str, ref: str) -> None:
    """The reform of 1 October 2016 governs the contracts signed from that day on."""
    cap = _french("5 000", f"Fait à Nantes, le {day}.")
    negotiated = next(reason for reason in cap.reasons if reason.question == "negotiated")

    assert [True] == [basis.ref.startswith(ref) for basis in negotiated.legal_basis]
    assert not cap.law_of_assumed


@pytest.mark.parametrize(("day", "asked"), [("11 septembre 2025", False), ("12 septembre 2025", True)])
def test_data_act_from_its_day_of_application(day: str, asked: bool) -> None:
    """The Data Act is asked of contracts signed from 12 September 2025 on."""
    assert asked == ("data_act" in _answers(_french("5 000", f"Fait à Nantes, le {day}.")))


def test_undated_contract_says_which_day_was_assumed() -> None:
    """Without a date the law is that of the day on which it was looked up, and the report says so."""
    report = _report(SERVICE, FRENCH, CAP.format(sum="5 000"))
    from analyzer.reports.text import render

    assert report.enforceability[0].law_of_assumed
    assert standard_questions().known_on == report.enforceability[0].law_of
    assert "le contrat n’est pas daté" in " ".join(render(report).split())


UNASKED = [
    (SERVICE, "Le contrat est soumis au droit camerounais.", CAP.format(sum="600")),
    ("BACKUP AGREEMENT", "1. Liability. The Supplier's total liability to the Customer shall not exceed £5,000."),
]


@pytest.mark.parametrize("lines", UNASKED)
def test_french_questions_are_not_asked_of_another_law(lines: tuple[str, ...]) -> None:
    """A contract in English that does not say its law, or one that chooses a law that is not covered, is asked nothing."""
    cap = _cap(*lines)

    assert (None, (), "uncertain", ()) == (cap.family, cap.reasons, cap.standing, cap.cases)


def test_french_law_is_supposed_of_a_contract_in_french() -> None:
    """Without a choice of law a contract in French is asked the French questions, and the report says that it is supposed."""
    supposed, chosen = _cap(SERVICE, CAP.format(sum="600")), _cap(SERVICE, FRENCH, CAP.format(sum="600"))

    assert ("FR", True, False) == (supposed.family, supposed.law_supposed, chosen.law_supposed)
    assert chosen.standing == supposed.standing


def test_cases_of_another_law_never_count() -> None:
    """English and American cases are not shown beside a French cap, nor the reverse."""
    families = {each.id: each.family for each in standard_questions().cases}
    french = _french("5 000").cases
    english = _cap(
        "BACKUP AGREEMENT\nThis Agreement is governed by the law of England and Wales.",
        "1. Liability. The Supplier's total liability to the Customer shall not exceed £5,000.",
    ).cases

    assert {"FR"} == {families[each.id] for each in french}
    assert {"GB"} == {families[each.id] for each in english}


def test_nearest_sums_are_shown() -> None:
    """A cap of 2,500 euros lies nearest to that of Montpellier, then to those of Bati Courtage."""
    cap = _french("2 500")

    assert "sum" == cap.measure
    assert ["FR-MONTPELLIER-2021", "FR-LILLE-2023-01", "FR-DOUAI-2025"] == [case.id for case in cap.cases]


@given(some.decimals(min_value=1, max_value=10**9, places=2))
def test_nearest_is_never_farther_than_what_is_left_out(own: Decimal) -> None:
    """Whatever the sum, no case that is left out is nearer than one that is shown."""
    cases = standard_questions().cases
    measure, shown = nearest(cases, "FR", "liability_cap", {"sum": own})
    decided = [each for each in cases if (each.family, each.topic) == ("FR", "liability_cap") and each.cap]

    def distance(case: Precedent) -> Decimal:
        assert case.cap is not None
        return max(case.cap / own, own / case.cap)

    left = [distance(each) for each in decided if each not in shown]
    assert "sum" == measure
    assert max(map(distance, shown)) <= min(left)


def test_evidence_is_the_contracts_own_text() -> None:
    """Every quote behind an answer is the slice at its offsets."""
    report = _report(SERVICE, FRENCH, NEGOTIATED, CAP.format(sum="50 000"))
    quotes = [quote for each in report.enforceability for reason in each.reasons for quote in reason.evidence]

    assert quotes
    assert [report.document.slice(quote.span) for quote in quotes] == [quote.quote for quote in quotes]


@pytest.mark.parametrize("level", ["protective", "balanced"])
def test_suggested_cap_says_how_it_would_stand(level: str) -> None:
    """The suggested floor on standard terms is uncertain too; neither wording is at risk; both state a counterpart."""
    text = [SERVICE, FRENCH, STANDARD, "2. Le prix est de 600 euros HT par an."]
    report = _report(*text)
    suggestion = next(each.suggestion for each in report.findings if each.id == "liability_cap.missing")
    assert suggestion is not None
    standing = suggestion.standings[level]
    answers = _answers(standing)

    assert "uncertain" == standing.standing
    assert ("stated", "left_aside", "named") == tuple(
        answers[name] for name in ("counterpart", "gross_fault", "advice")
    )


def test_thresholds_are_those_of_the_recorded_cases() -> None:
    """The sums named in the questions are the least that was upheld and the limits between the recorded caps."""
    caps = [
        each for each in standard_questions().cases if (each.family, each.topic) == ("FR", "liability_cap") and each.cap
    ]
    upheld = [each.cap for each in caps if each.outcome == "upheld" and each.cap]
    struck = [each.cap for each in caps if each.outcome == "struck" and each.cap]
    answers = {
        answer.id: answer for each in standard_questions().questions if each.id == "sum" for answer in each.answers
    }

    assert min(upheld) == answers["below_all_upheld"].when[0].measures["sum"].below
    assert max(struck) < 10000
    assert (3, 3) == (
        len([each for each in upheld if each < 10000]),
        len({each for each in struck if each != min(upheld)}),
    )
    assert [] == [each.cap for each in caps if each.cap and 10000 <= each.cap < 35000]


def test_every_answer_and_standing_can_be_said_in_both_languages() -> None:
    """No sentence is empty, no case without its reason, and nothing is called valid."""
    questions = standard_questions()
    sentences = [
        *(answer.says for each in questions.questions for answer in each.answers),
        *(each.asks for each in questions.questions),
        *(each.says for each in questions.standings),
        *(each.why for each in questions.cases),
    ]

    assert [] == [each for each in sentences if not each["fr"] or not each["en"]]
    assert [] == [
        each for each in sentences if {"valid", "valide", "valable"} & set(each["en"].split() + each["fr"].split())
    ]


def test_conditions_name_what_the_library_knows() -> None:
    """A condition's topics, attributes and signals are those of the clause library."""
    topics = standard().topics
    for question in standard_questions().questions:
        for condition in (each for answer in question.answers for each in answer.when):
            own = set.union(*({each.name for each in topics[name].attributes} for name in question.topics))
            assert set(condition.own) <= own | {"basis", "look_back", "aggregate", "carve_outs", "months"}, question.id
            if condition.topic:
                topic = topics[condition.topic]
                assert {*condition.having, *condition.lacking} <= {each.name for each in topic.attributes}, question.id
                signals = {each.id for language in ("fr", "en") for each in topic.signals[language]}
                assert set(condition.signals) <= signals, question.id


def test_every_law_and_case_has_a_source() -> None:
    """A reference and a recorded case name where they were read; what is not asked of a public contract rests on none."""
    questions = standard_questions()

    assert [] == [each.id for each in questions.cases if not each.source]
    assert [] == [each.id for each in questions.questions if not each.legal_basis and each.contracts != "public"]


FAULTS = [
    ('effect = "against"', 'effect = "agianst"', 'unknown effect "agianst"', 'Did you mean "against"?'),
    (
        'standing = "at_risk"',
        'standing = "valid"',
        'unknown standing "valid"',
        "one of: at_risk, likely_to_hold, uncertain",
    ),
    ("when = { consumer =", "when = { consumers =", 'unknown question "consumers"', 'Did you mean "consumer"?'),
    ('consumer = ["yes"]', 'consumer = ["yess"]', 'unknown consumer "yess"', 'Did you mean "yes"?'),
    ("known_on = 2026-11-21", "", '"known_on" is missing', ""),
    (
        'families = ["FR", "GB", "US", "EU"]\ntopics = ["liability_cap",',
        'families = ["FR", "GB", "US"]\ntopics = ["liability_cap",',
        'no standing without `when` for "EU" and "liability_cap"',
        "[[standing]]",
    ),
]


@pytest.mark.parametrize(("old", "new", "message", "hint"), FAULTS)
def test_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str, hint: str) -> None:
    """A lawyer's slip is told with the line and the nearest right word."""
    folder = Path(clauses.__file__).parent
    for name in ("enforceability.toml", "cases.toml"):
        text = (folder / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(LibraryProblem) as told:
        load_questions(tmp_path)

    assert message in str(told.value)
    assert hint in told.value.hint


def test_profile_insurance_is_what_the_cap_is_held_against() -> None:
    """English law: a cap far below the insured sum is against the clause, one in keeping with it is for it."""
    from analyzer.assess.case import Case
    from analyzer.assess.enforceability import assess_clause
    from analyzer.profile import Insurance

    report = _report(
        "BACKUP AGREEMENT\nThis Agreement is governed by the law of England and Wales.",
        "1. Liability. The Supplier's total liability to the Customer shall not exceed £5,000.",
    )
    cap = next(each for each in report.clauses if each.topic == "liability_cap" and each.found)
    case = Case(
        {"liability_cap": [cap]}, {}, report.facts, report.kind, {}, Insurance(limit_per_claim=Decimal(1_000_000))
    )
    answers = [
        _answers(assess_clause(cap, each, standard_questions(), "en", "GBP"))["resources"]
        for each in (case, replace(case, insurance=Insurance(limit_per_claim=Decimal(10_000))))
    ]

    assert ["far_below", "in_keeping"] == answers


def test_law_was_known_on_a_day() -> None:
    """The assumed date is written in the data, so that a report is the same on every day."""
    assert date(2026, 11, 21) == standard_questions().known_on


ENGLISH_SERVICE = (
    "BACKUP AGREEMENT\nThis Agreement is governed by the law of England and Wales.\n"
    "1. The Supplier backs up the Customer's data every night.\n2. The price is £600 per year.\n"
)
FRENCH_SERVICE = f"{SERVICE}\n2. Le prix est de 600 euros HT par an.\n3. {FRENCH}\n"


@pytest.mark.parametrize("level", ["protective", "balanced"])
@pytest.mark.parametrize("text", [FRENCH_SERVICE, ENGLISH_SERVICE])
def test_options_beside_the_suggested_cap_bring_no_finding(text: str, level: str) -> None:
    """The cap with every wording that is offered beside it clears the finding and raises no other."""
    before = analyze(text.encode(), name="contract.txt", level=level)
    suggestion = next(each.suggestion for each in before.findings if each.id == "liability_cap.missing")
    assert suggestion is not None
    parts = [suggestion.text, *(option.text for option in suggestion.options)]
    mended = text + "".join(f"\n{number}. {part}\n" for number, part in enumerate(parts, 9))
    after = {each.id for each in analyze(mended.encode(), name="contract.txt", level=level).findings}

    assert 3 == len(parts)
    assert "liability_cap.missing" not in after
    assert set() == after - {each.id for each in before.findings}


def test_report_quotes_the_law_and_never_says_valid() -> None:
    """The text report says according to what, that no lawyer checked it, and where each case was read."""
    from analyzer.reports.text import render

    text = " ".join(render(_report(SERVICE, FRENCH, STANDARD, CAP.format(sum="2 500"))).split())

    assert "d’après Code civil, art. 1110 et 1171" in text
    assert "aucun avocat ne les a vérifiées" in text
    assert "https://www.mondaq.com" in text
    assert "valable" not in text


def test_choice_of_a_higher_limit_is_no_negotiation() -> None:
    """A sentence that a higher limit could be had is a counterpart; it does not show that the text was negotiated."""
    line = "Le Client a pu demander une limite plus élevée contre un prix plus élevé."
    cap = _french("12 000", line)
    answers = _answers(cap)

    assert ("stated", "not_said", "uncertain") == (answers["counterpart"], answers["negotiated"], cap.standing)


def test_sum_in_another_currency_is_not_compared() -> None:
    """Fifty thousand dollars are no fifty thousand euros: the sum stays unknown, and no case is near by it."""
    text = "9. Responsabilité. La responsabilité du Prestataire est limitée à la somme de 50 000 USD par année contractuelle."
    cap = _cap(SERVICE, FRENCH, text)

    assert ("USD", "unknown", "topic") == (cap.currency, _answers(cap)["sum"], cap.measure)


def test_customers_insurance_is_not_the_providers() -> None:
    """English law holds the cap against the provider's insurance alone."""
    cap = _cap(
        "BACKUP AGREEMENT\nThis Agreement is governed by the law of England and Wales.",
        "1. Insurance. The Customer shall maintain insurance in the amount of £5,000,000.",
        "2. Liability. The Supplier's total liability to the Customer shall not exceed £5,000.",
    )

    assert "unknown" == _answers(cap)["resources"]
