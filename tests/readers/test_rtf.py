"""Rich text: its words, list numbers and tables, without what it marks as deleted or hidden."""

from __future__ import annotations

import pytest

from analyzer.document import BlockKind
from analyzer.errors import EmptyFile, TooLarge
from analyzer.readers import read


def rtf(body: str) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator Test;}" + body + "}").encode("latin-1")


def test_words_and_accents():
    """Code page and Unicode signs become characters, paragraphs lines."""
    document = read(rtf(r"\pard Le prix est de 600 \'80 \'e0 r\u233?gler.\par Fin\'85\par"), name="contrat.doc")

    assert "Le prix est de 600 € à régler.\nFin…" == document.text
    assert ("rtf", 0) == (document.format, document.pages)


def test_list_numbers_are_kept():
    """The numbers that the file holds stand before their clauses."""
    text = read(rtf(r"{\listtext\pard\plain 8.2\tab}La responsabilit\'e9 est limit\'e9e.\par")).text

    assert ["8.2", "La", "responsabilité"] == text.split()[:3]


def test_table_rows():
    """A row is a block, its cells parted by bars."""
    document = read(rtf(r"\trowd\cellx1000\cellx2000\intbl Serveur\cell 50 \'80\cell\row\pard Fin.\par"))

    assert "Serveur | 50 €" == document.text.split("\n")[0]
    assert BlockKind.TABLE_ROW == document.blocks[0].kind


def test_deleted_text_is_left_out():
    """Tracked deletions are read as accepted, and told; insertions stay."""
    document = read(rtf(r"Sans {\deleted aucune \'e9tendue }{\revised toute }limite.\par"))

    assert "Sans toute limite." == document.text
    assert [("rtf_deleted", (("count", "1"),))] == [(each.code, each.values) for each in document.notices]


def test_hidden_text_is_told():
    """Hidden text is not judged, and the user sees it."""
    document = read(rtf(r"Vu {\v cach\u233? ici}encore \v et l\'e0\v0  fin.\par"))

    assert "Vu encore  fin." == document.text
    assert ["hidden_text"] == [notice.code for notice in document.notices]


def test_footnote_is_read_where_it_is_referred_to():
    """A note qualifies its clause, so it stays with it."""
    assert "sauf faute lourde" in read(rtf(r"Limite{\footnote  sauf faute lourde} de 600 euros.\par")).text


@pytest.mark.parametrize("body", ["", r"\par\par", "{" * 50])
def test_nothing_to_read_is_told(body):
    """A file without words is told as empty."""
    with pytest.raises(EmptyFile):
        read(rtf(body))


def test_deep_groups_are_refused():
    """Groups within groups are bounded."""
    with pytest.raises(TooLarge):
        read(rtf("{" * 5000 + "x"))


def test_no_object_is_opened():
    """Embedded objects and pictures give no text and start nothing."""
    text = read(rtf(r"Texte.{\object\objemb{\*\objdata 4d5a90}}{\pict\pngblip 89504e47}\par")).text

    assert "Texte." == text
