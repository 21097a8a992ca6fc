"""Plain text and Markdown cut into blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.document import BlockKind, Document
from analyzer.readers import read


def shown(text: str, kind: BlockKind | None = None, name: str = "contract.txt") -> list[str]:
    document = read(text.encode(), name=name)
    return [document.text[each.start : each.end] for each in document.blocks if kind in (None, each.kind)]


def test_text_is_the_file_s_own():
    """The text of a .txt file is unchanged, line ends and all; only the byte order mark goes."""
    assert (
        read("\ufeffArticle 1\r\n\r\nObjet  du contrat\r\n".encode()).text == "Article 1\r\n\r\nObjet  du contrat\r\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_told_apart(encoding):
    """UTF-8, UTF-16 and the Windows code page give the same text."""
    assert read("Le prix est fixé à 600 € par an.".encode(encoding)).text == "Le prix est fixé à 600 € par an."


def test_lines_wrapped_by_hand_are_one_paragraph():
    """Lines cut at one width are gathered; blank lines part paragraphs."""
    line = "Le Prestataire réalise chaque nuit une copie des données que le Client lui"
    text = "\n".join([line] * 4 + ["confie."]) + "\n\n" + "\n".join([line] * 4 + ["confie."])

    assert len(shown(text)) == 2


def test_a_line_is_a_paragraph_where_lines_are_not_wrapped():
    """In a file of one paragraph a line each line is a block."""
    text = "Le Prestataire fournit le service décrit en annexe.\nLe Client paie le prix.\nLe contrat dure un an.\n" * 3

    assert len(shown(text)) == 9


def test_markdown_headings_stand_without_their_marks():
    """Headings by hashes, underlines and bold lines have a level and no marks."""
    text = "# Contrat\n\nObjet\n=====\n\n## 8. Responsabilité ##\n\n**8.1 Plafond**\n\nTexte suivi de la clause.\n"
    document = read(text.encode(), name="c.md")
    headings = [
        (document.text[each.start : each.end], each.level, each.number) for each in document.blocks if each.level
    ]

    assert headings == [("Contrat", 1, ""), ("Objet", 1, ""), ("8. Responsabilité", 2, "8."), ("8.1 Plafond", 2, "8.1")]


def test_bold_clause_is_not_a_heading():
    """A bold line that ends as a sentence is a paragraph."""
    assert shown("**Le Prestataire n'est tenu qu'à une obligation de moyens.**\n", BlockKind.HEADING) == []


def test_list_items_are_told_by_their_labels():
    """Bullets, letters and numbers in a row are list items, label included."""
    text = "Le Client :\n- paie ;\n• coopère ;\na) informe ;\n(ii) sauvegarde ;\n1. premier point ;\n2. second point.\n"

    assert shown(text, BlockKind.LIST_ITEM) == [
        "- paie ;", "• coopère ;", "a) informe ;", "(ii) sauvegarde ;", "1. premier point ;", "2. second point.",
    ]  # fmt: skip


def test_numbered_short_line_before_text_is_a_heading():
    """A numbered title followed by its text is a heading, in capitals or not."""
    first, second = "7. Sauvegarde\nLe Client sauvegarde.\n\n", "8 RESPONSABILITE\nElle est limitée.\n\n"
    text = f"{first}{second}Article 9 - Durée\nUn an.\n"

    assert shown(text, BlockKind.HEADING) == ["7. Sauvegarde", "8 RESPONSABILITE", "Article 9 - Durée"]


def test_table_rows_are_rows_and_rules_are_nothing():
    """Rows of a Markdown table are blocks; the rule under the header is in none."""
    text = "| Service | Prix |\n|---|---|\n| Sauvegarde | 600 € |\n"

    assert shown(text, name="c.md") == ["| Service | Prix |", "| Sauvegarde | 600 € |"]


def test_a_number_in_the_text_is_no_label():
    """ "12 mois" at the beginning of a line is not clause 12."""
    assert read(b"12 mois sont dus.\n").blocks[0].number == ""


def test_markdown_is_known_by_its_name_or_its_marks():
    """A .md file is Markdown; so is a text that is obviously so."""
    assert read(b"Texte simple.", name="a.md").format == "md"
    assert read(b"# Un\n\n## Deux\n\n## Trois\n\ntexte", name="a.txt").format == "md"
    assert read(b"Texte simple.", name="a.txt").format == "txt"


def test_text_has_no_pages():
    """A text file knows nothing of pages."""
    assert read(b"Texte.").page_at(0) is None


@given(st.text(alphabet="aZ é1.)(-#*=|\n\r\t\f;:", min_size=1, max_size=200))
def test_blocks_are_ordered_slices_of_any_text(text):
    """Whatever the text, blocks are in order, do not overlap and are not blank."""
    if not text.strip():
        return
    document: Document = read(text.encode())
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        assert document.text[block.start : block.end].strip()
        end = block.end


@pytest.mark.parametrize(
    "piece", ["a", "1.", "#", "((", "- ", "|-", "=" * 79 + "\n", "**", "i", "<!--", "IV", "\u00a0", "article "]
)
def test_a_megabyte_of_anything_takes_no_longer_than_its_length(piece):
    """A megabyte of one sign is read to its end, unchanged: a reader of quadratic time never comes back."""
    text = "x" + piece * (1_000_000 // len(piece))

    assert text == read(text.encode()).text
