"""OpenDocument texts are read as the page shows them: numbers, tables, notes, boxes, changes."""

from __future__ import annotations

import pytest

from analyzer.document import BlockKind
from analyzer.errors import DamagedFile, EmptyFile, EncryptedFile, TooLarge
from analyzer.readers import read
from tests.readers.odt import LEGAL, listed, odt, p

USE_L, USE_B = ' text:style-name="L"', ' text:style-name="B"'


def lines(data: bytes) -> list[str]:
    return read(data, name="contrat.odt").text.split("\n")


def test_paragraphs_and_blanks():
    """Spaces, tabs and line breaks are those that the page shows; XML's own white space is not."""
    body = p("Le  prix\n est<text:s text:c='2'/>de<text:tab/>600 €<text:line-break/>par an")

    assert ["Le  prix  est  de\t600 €", "par an"] == lines(odt(body))


def test_legal_numbering():
    """Levels, prefixes, letters and joined numbers; a second paragraph of an item has no number, deeper levels begin again."""
    clause = listed(p("Plafond"), p("Suite") + listed(p("alpha"), p("bêta")))
    body = listed(p("Objet") + clause, p("Prix") + listed(p("Montant")), more=USE_L)

    assert [
        "Article 1 Objet", "1.1 Plafond", "1.2 Suite", "(a) alpha", "(b) bêta", "Article 2 Prix", "2.1 Montant",
    ] == lines(odt(body, LEGAL))  # fmt: skip


def test_lists_that_carry_on():
    """A list goes on where it says so, begins again where it does not, and an item may give its own number."""
    again = listed(p("un"), more=USE_L)
    carried = listed(p("deux"), more=f'{USE_L} text:continue-numbering="true"')
    given = listed('<text:list-item text:start-value="7">' + p("sept") + "</text:list-item>", more=USE_L)

    assert ["Article 1 un", "Article 2 deux", "Article 1 un", "Article 7 sept"] == lines(
        odt(again + carried + again + given, LEGAL)
    )


def test_bullets_of_symbol_fonts():
    """A sign that means nothing outside its font is a bullet."""
    assert ["• un"] == lines(odt(listed(p("un"), more=USE_B), LEGAL))


def test_outline_numbers_headings():
    """Headings are numbered by the outline, at their level."""
    outline = """<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>
    <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>"""
    body = '<text:h text:outline-level="1">Objet</text:h><text:h text:outline-level="2">Détail</text:h>'
    document = read(odt(body, styles=outline))

    assert "1. Objet\n1.1 Détail" == document.text
    assert [(BlockKind.HEADING, 1, "1."), (BlockKind.HEADING, 2, "1.1")] == [
        (block.kind, block.level, block.number) for block in document.blocks
    ]


def test_bold_line_is_a_heading():
    """A short line that is bold as a whole reads as a heading, by the paragraph's style or by its spans'."""
    bold = (
        '<style:style style:name="{}" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    body = p("Responsabilité", style="P") + p("<text:span text:style-name='T'>Prix</text:span>") + p("Texte.")
    document = read(odt(body, bold.format("P") + bold.format("T")))

    assert [BlockKind.HEADING, BlockKind.HEADING, BlockKind.PARAGRAPH] == [block.kind for block in document.blocks]


def test_tables():
    """Rows are blocks, covered cells stay empty, header rows come first."""

    def row(*cells: str) -> str:
        return "<table:table-row>" + "".join(cells) + "</table:table-row>"

    def cell(text: str) -> str:
        return f"<table:table-cell>{p(text)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    body = (
        "<table:table><table:table-header-rows>" + row(cell("Poste"), cell("Prix")) + "</table:table-header-rows>"
        + row(cell("Serveur"), cell("50 €")) + row(cell("Total"), covered) + "</table:table>"
    )  # fmt: skip

    assert ["Poste | Prix", "Serveur | 50 €", "Total |"] == [line.rstrip() for line in lines(odt(body))]


def test_notes_follow_their_clause():
    """A footnote's number stays in the clause, its text comes right after."""
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        + p("sauf dol")
        + "</text:note-body></text:note>"
    )
    document = read(odt(p("Limite", note, " de 600 €.") + p("Suite.")))

    assert ["Limite1 de 600 €.", "1 sauf dol", "Suite."] == document.text.split("\n")
    assert BlockKind.FOOTNOTE == document.blocks[1].kind


def test_tracked_changes_are_read_as_accepted():
    """What was deleted is not read, what was inserted is; authors and number are told."""
    change = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Léa</dc:creator>"
        "</office:change-info>" + p("ancienne clause") + "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    document = read(odt(change + p("Clause <text:change/>nouvelle.")))

    assert "Clause nouvelle." == document.text
    assert [("tracked_changes", (("count", "1"), ("authors", "Léa")))] == [(n.code, n.values) for n in document.notices]


def test_hidden_text_and_comments_are_told():
    """Hidden spans and sections and comments are not judged."""
    hidden = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        p("Vu<office:annotation>" + p("note") + "</office:annotation> <text:span text:style-name='H'>caché</text:span>ici")
        + "<text:section text:display='none'>" + p("annexe cachée") + "</text:section>"
    )  # fmt: skip
    document = read(odt(body, hidden))

    assert "Vu ici" == document.text
    assert {"comments": "1", "hidden_text": "2"} == {n.code: dict(n.values)["count"] for n in document.notices}


def test_text_boxes_follow_their_paragraph():
    """A text box is read after the paragraph that it hangs on."""
    box = "<draw:frame><draw:text-box>" + p("Encadré") + "</draw:text-box></draw:frame>"
    document = read(odt(p("Avant", box, " après") + p("Suite")))

    assert ["Avant après", "Encadré", "Suite"] == document.text.split("\n")
    assert BlockKind.TEXT_BOX == document.blocks[1].kind


def test_pages():
    """Where the file marks its pages, a clause's page is known."""
    document = read(odt(p("un") + p("deux<text:soft-page-break/> trois")))

    assert (2, 1, 2) == (document.pages, document.page_at(0), document.page_at(document.text.index("trois")))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (odt(p("")), EmptyFile),
        (odt(p("x"))[:-60], DamagedFile),
        (odt("<table:table/>", text="office:spreadsheet"), DamagedFile),
        (odt(p("x"), manifest="<m><encryption-data/></m>"), EncryptedFile),
        (odt('<!DOCTYPE a [<!ENTITY b "c">]>'), DamagedFile),
        (odt("<text:section>" * 230 + p("x") + "</text:section>" * 230), TooLarge),
    ],
    ids=["blank", "cut", "no text", "encrypted", "entities", "deep"],
)
def test_bad_files_are_told(data, error):
    """Each is refused by its own error."""
    with pytest.raises(error):
        read(data)
