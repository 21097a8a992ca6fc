"""What one item of a list says is neither said nor silenced by another."""

from __future__ import annotations

import pytest

from analyzer.library import standard
from analyzer.pipeline import read_clauses
from analyzer.readers import read

HEAD = 'Agreement between Novatek Ltd (the "Provider") and Lemoine Ltd (the "Customer").\n\n3. Duties\n\n'


def _topics(text: str) -> set[str]:
    reading = read_clauses(read((HEAD + text).encode(), name="list.txt"), standard())
    return {clause.topic for clause in reading.clauses if clause.found}


@pytest.mark.parametrize(
    "text",
    [
        "3.1 The Customer must:\n(a) take out a cyber insurance policy; and\n(b) ensure that all of its data is backed up before any work.",
        "3.1 The Customer must (i) hold insurance, (ii) keep the source code in escrow and (iii) ensure that its data is backed up.",
    ],
)
def test_a_word_in_one_item_does_not_silence_another(text: str) -> None:
    """Insurance in one item is no reason to leave out the backup that the next one asks for."""
    assert "backup_by_customer" in _topics(text)


def test_a_word_that_silences_still_does_in_its_own_item() -> None:
    """A copy of a policy stays no backup, in a list too."""
    text = "3.1 The Customer must: (a) pay on time; and (b) make sure that a copy of its insurance policy is kept."

    assert "backup_by_customer" not in _topics(text)
