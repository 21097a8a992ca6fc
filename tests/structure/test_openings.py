"""Numbered paragraphs that go on with the words above them."""

from __future__ import annotations

import pytest

from analyzer.library import standard
from analyzer.pipeline import read_clauses
from analyzer.readers import read

HEAD = 'Agreement between Novatek Ltd (the "Supplier") and Lemoine Ltd (the "Customer").\n\n4. DUTIES\n\n'


def _found(text: str) -> set[str]:
    reading = read_clauses(read((HEAD + text).encode(), name="openings.txt"), standard())
    return {clause.topic for clause in reading.clauses if clause.found}


@pytest.mark.parametrize(
    ("opening", "expected"),
    [("The Customer shall:", "backup_by_customer"), ("The Supplier shall:", "backup_by_provider")],
)
@pytest.mark.parametrize(
    "layout",
    [
        "4.1 {opening}\n4.1.1 pay its taxes;\n4.1.2 make regular backups of the data; and\n4.1.3 be fair.\n",
        "{opening}\n\n4.1 be fair. This is a must.\n\n4.2 make regular backups of the data.\n",
    ],
)
def test_a_numbered_paragraph_is_the_duty_of_the_party_that_opens_the_list(
    layout: str, opening: str, expected: str
) -> None:
    """Whose backups they are stands in the words above the numbers."""
    topics = _found(layout.format(opening=opening)) & {"backup_by_customer", "backup_by_provider"}

    assert topics == {expected}


def test_an_article_of_its_own_ends_the_list() -> None:
    """A paragraph that begins in capitals has a subject of its own."""
    text = "4.1 The Customer shall:\n4.1.1 pay its taxes.\n4.2 The Supplier makes a backup of the data every night.\n"

    assert _found(text) & {"backup_by_customer", "backup_by_provider"} == {"backup_by_provider"}
