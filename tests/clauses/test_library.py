"""The library itself: its form, its own examples, and that every mend clears what it mends."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from analyzer.examples import Example, read_examples, run
from analyzer.library import SIDES, FindingRule, Topic, standard
from analyzer.questions import standard_questions
from analyzer.wording import PARAMETERS, PLACEHOLDER

LIBRARY = standard()
TOPICS = list(LIBRARY.topics.values())
FINDINGS = list(LIBRARY.findings.values())


def _name(thing: Topic | FindingRule) -> str:
    return thing.id


def _examples(topic: Topic, language: str) -> tuple[Example, ...]:
    return read_examples(topic.folder / f"examples.{language}.md")


@pytest.mark.parametrize("topic", TOPICS, ids=_name)
def test_every_example_of_a_topic_holds(topic: Topic) -> None:
    """What its author says must and must not be found is and is not found."""
    failures = [
        f"{each.path.name}:{each.line} {each.expected}: {each.seen}"
        for _, found in run(LIBRARY, (topic.id,))
        for each in found
    ]

    assert [] == failures


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("topic", TOPICS, ids=_name)
def test_a_topic_has_examples_of_both_sorts(topic: Topic, language: str) -> None:
    """At least two texts in which it is found and two in which it is not, in each language."""
    marks = Counter(
        line.mark for example in _examples(topic, language) for line in example.expectations if line.id == topic.id
    )

    assert marks["found"] >= 2
    assert marks["clean"] >= 2


@pytest.mark.parametrize("finding", FINDINGS, ids=_name)
def test_a_finding_has_examples(finding: FindingRule) -> None:
    """A text that raises it and one that does not, in some language."""
    lines = [
        line.mark
        for language in ("fr", "en")
        for example in _examples(LIBRARY.topics[finding.topic], language)
        for line in example.expectations
        if line.id == finding.id
    ]

    assert {"found", "clean"} == set(lines)


@pytest.mark.parametrize("finding", FINDINGS, ids=_name)
def test_a_finding_says_all_that_is_asked_of_it(finding: FindingRule) -> None:
    """Message, reasons for three sides, when it is wrong, and a legal basis with a date, in both languages."""
    texts = [finding.title, finding.message, finding.known_problems, *(finding.why[side] for side in SIDES)]

    assert all(text["fr"] and text["en"] for text in texts)
    assert finding.legal_basis
    assert all(date.fromisoformat(law.checked_on) and law.source for law in finding.legal_basis)


@pytest.mark.parametrize("topic", TOPICS, ids=_name)
def test_wording_stands_in_both_languages_with_known_parameters(topic: Topic) -> None:
    """The same wordings and variants in French and English; every {parameter} can be filled."""
    french, english = topic.wordings["fr"], topic.wordings["en"]

    assert french.keys() == english.keys()
    for identifier, wording in french.items():
        assert wording.variants.keys() == english[identifier].variants.keys()
        assert {"protective", "balanced"} <= wording.variants.keys()
        for text in (*wording.variants.values(), *english[identifier].variants.values()):
            assert set(PLACEHOLDER.findall(text)) <= PARAMETERS


def test_references_from_memory_are_counted() -> None:
    """The references that a lawyer still has to open are known by name: the list is docs/unchecked-law.md."""
    laws = [law for finding in FINDINGS for law in finding.legal_basis]
    laws += [basis.law for question in standard_questions().questions for basis in question.legal_basis]
    unchecked = sorted({law.ref for law in laws if law.mark == "M"})
    page = (LIBRARY.topics[TOPICS[0].id].folder.parents[1] / "docs" / "unchecked-law.md").read_text(encoding="utf-8")

    assert unchecked == [line[2:] for line in page.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize("finding", FINDINGS, ids=_name)
def test_law_is_no_older_than_a_year(finding: FindingRule) -> None:
    """A reference is read again at least once a year before a release."""
    oldest = min(date.fromisoformat(law.checked_on) for law in finding.legal_basis)

    assert oldest >= date(2025, 11, 23)
