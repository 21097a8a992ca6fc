"""What the page is given of a contract: all of its text, cut where marks begin and end, and never as markup."""

from __future__ import annotations

import pytest

pytest.importorskip("streamlit", reason="the pages are an extra")

from analyzer.app.contract import Insert, Mark, blocks, runs
from analyzer.document import Span
from analyzer.readers import read

from .conftest import SAMPLES


def mark(start, end, number=1, severity="high"):
    return Mark(Span(start, end), f"topic.fault{number}", number, severity, f"Title {number}")


@pytest.mark.parametrize("name", ["600-euros-par-an.docx", "terms-online.md", "conditions-generales.txt"])
def test_no_word_of_the_contract_is_lost(name):
    """The runs, put together, are the contract's own words in their order."""
    document = read((SAMPLES / name).read_bytes(), name=name)
    marks = [mark(100, 260), mark(200, 300, 2, "low"), mark(10, 40, 3)]
    shown = "\n".join("".join(run["text"] for run in block["runs"]) for block in blocks(document, marks))

    assert document.text.split() == shown.split()


def test_overlapping_marks_cut_the_text_at_every_edge():
    """Where two passages overlap, the gravest leads and both can be told."""
    cut = runs("abcdefghij", Span(0, 10), [mark(2, 6, 1, "low"), mark(4, 8, 2, "critical")])

    assert ["ab", "cd", "ef", "gh", "ij"] == [run["text"] for run in cut]
    assert [None, "low", "critical", "critical", None] == [run.get("severity") for run in cut]
    assert ["topic.fault1", "topic.fault2"] == cut[2]["findings"]
    assert [[1], [2], []] == [run["first"] for run in cut if "first" in run]


def test_markup_in_a_contract_stays_text():
    """Tags and entities are given as they are written: the page puts them there as text nodes."""
    document = read(b"<b>Contrat</b> &amp; <script>alert(1)</script>", name="contrat.txt")

    assert ["<b>Contrat</b> &amp; <script>alert(1)</script>"] == [
        run["text"] for block in blocks(document, []) for run in block["runs"]
    ]


def test_what_is_added_stands_behind_its_place():
    """A clause to be added follows the block that holds its offset; at the end of the text it comes last."""
    document = read(b"1. Un\n\n2. Deux\n", name="contrat.txt")
    end = len(document.text)
    shown = blocks(document, [], [Insert(end, "a.missing", "Fin", (2,)), Insert(3, "b.missing", "Milieu", (1,))])

    assert ["p", "added", "p", "added"] == ["added" if each["tag"] == "added" else "p" for each in shown]
    assert ["Milieu"] == [item["title"] for item in shown[1]["items"]]
    assert ["Fin"] == [item["title"] for item in shown[-1]["items"]]
