"""Word files read as Word shows them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from analyzer.document import BlockKind, Document
from analyzer.errors import DamagedFile, EmptyFile, TooLarge
from analyzer.readers import limits, read
from analyzer.readers.docx import places
from tests.contracts.build import CONTRACTS, docx, level, p, run, styles

CONTRACTS_FOLDER = Path(__file__).parent.parent / "contracts"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def contract(name: str) -> Document:
    return read(CONTRACTS_FOLDER / name)


def shown(document: Document, kind: BlockKind | None = None) -> list[str]:
    return [document.text[each.start : each.end] for each in document.blocks if kind in (None, each.kind)]


def notice(document: Document, code: str) -> dict[str, str]:
    return dict(next(each.values for each in document.notices if each.code == code))


@pytest.mark.parametrize("name", CONTRACTS)
def test_contract_files_are_what_the_script_writes(name):
    """The committed Word files are byte for byte what the script builds."""
    assert CONTRACTS[name]() == (CONTRACTS_FOLDER / name).read_bytes()


@pytest.mark.parametrize("name", CONTRACTS)
def test_blocks_follow_each_other(name):
    """Blocks are in order, do not overlap and are slices of the text without white space around them."""
    document = contract(name)
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        assert document.text[block.start : block.end].strip() == document.text[block.start : block.end]
        end = block.end


@pytest.mark.parametrize("name", CONTRACTS)
def test_places_lead_back_to_the_paragraph(name):
    """Each place is the visible text of its w:p, from the character that it names."""
    data = (CONTRACTS_FOLDER / name).read_bytes()
    text = read(data).text
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        paragraphs = list(etree.fromstring(archive.read("word/document.xml")).iter(f"{W}p"))

    found = places(data)

    assert found
    for place in found:
        words = "".join(each.text or "" for each in paragraphs[place.origin].iter(f"{W}t"))
        first_word = text[place.start : place.end].split()[0].strip("☒☐\u2011")
        assert first_word[:6] in words


def test_articles_linked_to_styles_start_where_the_list_says():
    """A heading numbered by its style shows the list's own words and start value."""
    assert shown(contract("numerotation-fr.docx"))[2:4] == ["Article 5 Objet", "5.1 Sauvegardes"]


def test_letters_start_again_under_a_new_clause():
    """A lower level starts again after a higher one, and an override gives its own start."""
    items = shown(contract("numerotation-fr.docx"), BlockKind.LIST_ITEM)

    assert [item.split()[0] for item in items[:7]] == ["a)", "b)", "(i)", "(ii)", "c)", "a)", "c)"]


def test_level_that_never_restarts_goes_on():
    """With w:lvlRestart 0 a level counts on after a higher level."""
    items = shown(contract("numerotation-fr.docx"), BlockKind.LIST_ITEM)

    assert items[7:11] == [
        "• la perte de chiffre d’affaires ;",
        "1. premier cas ;",
        "• la perte d’image.",
        "2. second cas.",
    ]


def test_legal_numbering_writes_roman_levels_as_digits():
    """A w:isLgl level shows the numbers above it in digits, whatever their own format."""
    document = contract("numerotation-fr.docx")

    assert "Annexe II Niveaux de service" in shown(document, BlockKind.HEADING)
    assert "2.1 Le service est disponible 99,5\u00a0% du temps." in shown(document)


def test_ordinals_are_written_in_the_language_of_the_file():
    """The first ordinal is 1er in French."""
    assert "1er trimestre : essai de restauration" in contract("numerotation-fr.docx").text


def test_number_is_part_of_the_text_and_of_the_block():
    """A clause keeps its automatic number in the text and beside it."""
    document = contract("numerotation-fr.docx")
    clause = next(each for each in document.blocks if "dix mille euros" in document.text[each.start : each.end])

    assert clause.number == "6.2"
    assert document.text[clause.start : clause.end].startswith("6.2 La responsabilité du Prestataire")


def test_number_zero_takes_a_style_s_number_away():
    """w:numId 0 in a paragraph means that its style's number is not shown."""
    assert "Sans numéro malgré son style" in shown(contract("numerotation-fr.docx"), BlockKind.HEADING)


def test_level_named_by_a_style_serves_the_styles_based_on_it():
    """A style based on a numbered one counts on its ancestor's level."""
    sheet = styles("en-GB", number=True).replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn '
        'w:val="Titre2"/></w:style></w:styles>',
    )
    numbers = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum '
        'w:abstractNumId="7">'
        + level(0, "decimal", "%1", more='<w:pStyle w:val="Titre1"/>')
        + level(1, "decimal", "%1.%2", more='<w:pStyle w:val="Titre2"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    body = p("Scope", style="Titre1") + p("Backup", style="Mine")

    assert read(docx(body, styles=sheet, numbering=numbers)).text == "1 Scope\n1.1 Backup"


def test_table_rows_are_lines_of_cells():
    """A table row is one block, its cells joined with a bar, a merged cell told once."""
    rows = shown(contract("tableaux-fr.docx"), BlockKind.TABLE_ROW)

    assert rows[:4] == [
        "Service | Prix mensuel HT | Prix annuel HT",
        "Sauvegarde | 50\u00a0€ | 600\u00a0€",
        "| remise comprise",
        "Supervision |  | 240\u00a0€",
    ]


def test_table_in_a_table_is_read_in_place():
    """A nested table adds its rows as lines of the cell that holds it."""
    assert "Options | Poste | Prix\nAgent de sauvegarde | 10\u00a0€\nhors taxes" in shown(
        contract("tableaux-fr.docx"), BlockKind.TABLE_ROW
    )


def test_table_that_lays_out_text_is_running_text():
    """A table used as a page layout gives paragraphs, column by column."""
    document = contract("tableaux-fr.docx")

    assert "Paragraphe 2 de la colonne de gauche, qui est un texte suivi." in shown(document, BlockKind.PARAGRAPH)
    assert "Cadre : le Client sauvegarde ses postes de travail." in shown(document, BlockKind.PARAGRAPH)


def test_deleted_table_row_is_not_read():
    """A row that a tracked change deletes is gone."""
    assert "ligne retirée" not in contract("tableaux-fr.docx").text


def test_insertions_are_text_and_deletions_are_not():
    """Tracked changes are read as accepted, a deletion inside an insertion included."""
    clauses = shown(contract("changes-en.docx"))

    assert "8.1 The Supplier’s total liability shall not exceed GBP 50,000 in each contract year." in clauses
    assert "8.2 Neither party is liable for indirect loss." in clauses
    assert not any("unlimited liability" in clause for clause in clauses)


def test_moved_text_is_read_once_where_it_went():
    """A moved clause stands at its new place alone."""
    text = contract("changes-en.docx").text

    assert text.count("9.1 The Supplier backs up") == 1
    assert text.index("9.1 The Supplier") < text.index("9.2 A restore test")


def test_deleted_paragraph_mark_joins_two_paragraphs():
    """A paragraph whose mark is deleted runs on in the next."""
    assert "8.3 Credits are the Customer’s sole remedy for missed service levels." in shown(contract("changes-en.docx"))


def test_changes_and_comments_are_told():
    """The document says that it holds tracked changes, by whom, and comments."""
    document = contract("changes-en.docx")

    assert notice(document, "tracked_changes")["authors"] == "Ann Archer (Supplier), Bob Baker (Customer)"
    assert notice(document, "comments") == {"count": "1"}


def test_notes_follow_the_paragraph_that_refers_to_them():
    """A footnote is a block right after its clause, with its number, and leaves no mark inside the clause."""
    document = contract("notes-fr.docx")

    assert shown(document)[2:4] == [
        "Le prix annuel est de 1\u202f234,56\u00a0€, payable d’avance.",
        "1 Hors taxes et hors frais de déplacement.",
    ]
    assert [each.number for each in document.blocks if each.kind is BlockKind.FOOTNOTE] == ["i", "1", "2"]


def test_note_that_nobody_refers_to_is_not_read():
    """A footnote without a reference does not show in Word either."""
    assert "Jamais appelée" not in contract("notes-fr.docx").text


def test_text_boxes_are_read_once_in_both_encodings():
    """A text box is read once, whether Word wrote it twice or in the old way only."""
    document = contract("boxes-en.docx")

    assert shown(document, BlockKind.TEXT_BOX) == [
        "Draft of 1 March 2026",
        "Important: the Customer keeps its own copies of all data.",
        "See clause 4.",
        "measured monthly",
    ]


def test_pages_follow_word_s_marks_and_breaks():
    """Rendered breaks, page breaks, paragraphs that begin a page and sections give the pages, each break once."""
    document = contract("boxes-en.docx")

    assert document.pages == 5
    beginnings = ("runs", "over the", "2. Page", "3. Page", "4. Page")
    assert [document.page_at(document.text.index(words)) for words in beginnings] == [1, 2, 3, 4, 5]


def test_file_without_page_marks_has_no_pages():
    """Where Word has never laid the file out nobody knows its pages."""
    assert read(docx(p("Un texte."))).page_at(0) is None


def test_field_shows_its_result_and_not_its_instruction():
    """References, nested fields and simple fields are read as Word shows them."""
    lines = shown(contract("controles-fr.docx"))

    assert "Voir l’article 8.2 et 3." in lines
    assert "Prix annuel : 600\u00a0€ HT." in lines


def test_controls_links_and_tags_are_text():
    """What stands in content controls, links and smart tags is read in place."""
    lines = shown(contract("controles-fr.docx"))

    assert lines[0] == "CONTRAT D’INFOGÉRANCE"
    assert {"Conditions sur www.exemple.fr.", "Rennes, le 2 mars 2026"} <= set(lines)


def test_placeholders_are_kept_and_told():
    """Text that only asks to be filled in stays in the text and is told."""
    document = contract("controles-fr.docx")

    assert notice(document, "placeholder_text") == {
        "count": "2",
        "text": "[Cliquez pour saisir la ville] … Texte à remplacer",
    }
    assert "[Cliquez pour saisir la ville]" in document.text


def test_check_boxes_show_their_state():
    """A check box of a form shows whether it is ticked."""
    assert "☒ option retenue ☐ option écartée" in contract("controles-fr.docx").text


def test_line_break_before_a_clause_number_begins_a_block():
    """Clauses parted by line breaks alone are blocks of their own with one origin."""
    document = contract("controles-fr.docx")
    first, second = (each for each in document.blocks if each.origin == 7)

    assert document.text[second.start : second.end] == "8.2 Le Client coopère."
    assert second.number == "8.2"
    assert first.end + 1 == second.start


def test_embedded_document_is_told():
    """A chunk of another format is not read but told."""
    assert notice(contract("controles-fr.docx"), "embedded_document") == {}


def test_hidden_text_is_told_and_not_read():
    """Hidden words are not in the text; a notice gives them."""
    document = contract("hidden-en.docx")

    assert "end it at will" not in document.text
    assert "Shown although its style hides it." in document.text
    assert (
        notice(document, "hidden_text")["text"] == "The Supplier may end it at will. … Internal note: ask for 20,000."
    )


def test_headings_come_from_outline_style_and_bold_type():
    """An outline level, a heading style or a bold line make a heading; a whole clause in a heading style is a
    paragraph.
    """
    document = contract("hidden-en.docx")

    assert shown(document, BlockKind.HEADING) == ["SOFTWARE LICENCE", "Fees", "Liability and insurance"]
    assert document.blocks[-1].kind is BlockKind.PARAGRAPH


def test_origin_counts_every_paragraph_of_the_file():
    """Block.origin is the index of the w:p in document order, text boxes included."""
    document = contract("boxes-en.docx")
    block = next(each for each in document.blocks if document.text.startswith("The sentence", each.start))

    assert block.origin == 9


def test_strict_open_xml_is_read():
    """The strict variant of the format, with its other namespace, is read too."""
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(p("Clause.")))) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(
                name,
                data.replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                ),
            )

    assert read(strict.getvalue()).text == "Clause."


def test_field_that_never_ends_does_not_swallow_the_contract():
    """Text after a broken field is still read."""
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert read(docx(p("Début", broken) + p("La clause suit."))).text == "Début\nLa clause suit."


def test_entities_are_refused():
    """A part with a document type is a trap and not a contract."""
    data = docx(p("x"))
    trap = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(trap, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"<w:document", b'<!DOCTYPE d [<!ENTITY a "b">]><w:document'))

    with pytest.raises(DamagedFile):
        read(trap.getvalue())


def test_file_that_unpacks_to_too_much_is_refused(monkeypatch):
    """The unpacked size is bounded, whatever the packed one."""
    monkeypatch.setenv("GARDEFOU_MAX_UNPACKED_MB", "1")

    with pytest.raises(TooLarge):
        read(docx(p("mot " * 500_000)))


def test_cut_file_is_damaged():
    """A Word file that ends too early is told as damaged."""
    with pytest.raises(DamagedFile):
        read(docx(p("texte"))[:-40])


def test_deeply_nested_file_is_refused():
    """Nesting beyond any contract is refused and does not break the reader."""
    body = "<w:sdt><w:sdtContent>" * 400 + p("x") + "</w:sdtContent></w:sdt>" * 400

    with pytest.raises(DamagedFile):
        read(docx(body))


def test_file_without_words_is_told():
    """A Word file without any text is told as empty."""
    with pytest.raises(EmptyFile):
        read(docx(p("")))


def test_limits_leave_room_for_any_contract():
    """The limits are far above what a contract needs."""
    assert limits.DEFAULTS.file_bytes >= 50_000_000


_WORDS = st.text(alphabet="abc é€\u00a0\t-", max_size=12)


@given(st.lists(st.lists(_WORDS, max_size=4), max_size=8))
def test_any_paragraphs_give_slices_of_the_text(paragraphs):
    """Whatever the runs, blocks are the paragraphs that show something, trimmed, in order."""
    body = "".join(p(*(run(words) for words in words_of)) for words_of in paragraphs)
    expected = [text for text in ("".join(words).replace("\t", " ").strip() for words in paragraphs) if text]
    if not expected:
        return

    assert expected == shown(read(docx(body)))
