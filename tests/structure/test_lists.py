"""The items of a list that stands in one sentence."""

from __future__ import annotations

import pytest

from analyzer.document import Span
from analyzer.structure.lists import items


def _items(text: str) -> list[str]:
    listed = items(text, Span(0, len(text)))
    return [text[span.start : span.end].strip() for span in (listed.opening, *listed.items)] if listed else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "you must: (a) lock the room; and (b) keep copies.",
            ["you must:", "(a) lock the room; and", "(b) keep copies."],
        ),
        (
            "licensee shall (i) name a contact, (ii) keep copies.",
            ["licensee shall", "(i) name a contact,", "(ii) keep copies."],
        ),
        (
            "le client doit : 1) payer ; 2) sauvegarder ses donnees.",
            ["le client doit :", "1) payer ;", "2) sauvegarder ses donnees."],
        ),
        (
            "we will: - patch; - back up; - report.",
            ["we will:", "- patch;", "- back up;", "- report."],
        ),
    ],
)
def test_a_list_is_parted_into_its_opening_and_its_items(text: str, expected: list[str]) -> None:
    """Marks part a list; after a colon, semicolons do."""
    assert _items(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "sections 4(a) and 4(b) apply.",
        "subject to clause 7 (a) and (b) the cap applies.",
        "the fee: one hundred euros.",
        "we pay; you listen.",
        "",
    ],
)
def test_a_reference_is_no_list(text: str) -> None:
    """A reference to an item, a lone colon and semicolons without an opening make no list."""
    assert _items(text) == []


def test_the_duties_of_one_subject_are_a_list() -> None:
    """A subject with several verbs of duty is read with each of them."""
    text = "licensee shall name a contact, shall run a scanner and shall, before each update, make copies."

    assert _items(text) == [
        "licensee",
        "shall name a contact,",
        "shall run a scanner and",
        "shall, before each update, make copies.",
    ]


def test_two_subjects_are_no_list() -> None:
    """A second subject keeps its own duty."""
    assert _items("licensee shall pay, and licensor shall make copies.") == []
