"""PDFs rebuilt into running text."""

from __future__ import annotations

import pytest
from reportlab.lib.pagesizes import A4

from analyzer.document import BlockKind, Document
from analyzer.errors import DamagedFile, EncryptedFile, NoText, TooLarge
from analyzer.readers import read
from analyzer.readers.pdf.words import before, tidy, undouble
from tests.readers.conftest import lines, wrapped

WIDTH, HEIGHT = A4
CAP = (
    "La responsabilité du Prestataire, toutes causes confondues, est limitée par année contractuelle à la somme de "
    "dix mille euros, "
    "sauf faute lourde ou dolosive de sa part, et le Client renonce à tout recours au-delà de ce montant."
)
BACKUP = (
    "Le Prestataire réalise chaque nuit une copie des données et en essaie la restauration une fois par trimestre, "
    "sur un site distant "
    "qui n'est pas relié au réseau du Client."
)


def shown(document: Document, kind: BlockKind | None = None) -> list[str]:
    return [document.text[each.start : each.end] for each in document.blocks if kind in (None, each.kind)]


def check_offsets(document: Document) -> None:
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        end = block.end
    assert list(document.page_starts) == sorted(document.page_starts)


def test_lines_of_a_paragraph_are_one_block(pdf):
    """Printed lines are gathered into paragraphs, parted by white space."""

    def page(canvas):
        top = wrapped(canvas, CAP, 72, 700, 400)
        wrapped(canvas, BACKUP, 72, top - 14, 400)

    document = read(pdf(page))

    check_offsets(document)
    assert shown(document) == [CAP, BACKUP]


def test_two_columns_are_read_one_after_the_other(pdf):
    """A page in two columns is read down the left one first, though the file draws across."""
    left = [f"Colonne de gauche, ligne {number} du texte suivi" for number in range(12)]
    right = [f"Colonne de droite, ligne {number} du texte suivi" for number in range(12)]

    def page(canvas):
        lines(canvas, ["CONDITIONS GÉNÉRALES DE SERVICE"], 180, 760, size=14, bold=True)
        for index, (one, other) in enumerate(zip(left, right, strict=True)):
            lines(canvas, [one], 60, 700 - 12 * index)
            lines(canvas, [other], 320, 700 - 12 * index)

    text = read(pdf(page)).text

    assert text.startswith("CONDITIONS GÉNÉRALES DE SERVICE")
    assert text.index("gauche, ligne 11") < text.index("droite, ligne 0")


def test_headers_footers_and_page_numbers_are_left_out(pdf):
    """What repeats at the edge of the pages is not part of the running text; pages keep their place."""

    def page(number):
        def draw(canvas):
            lines(canvas, ["Nuage d'Armor - Contrat de sauvegarde"], 72, 810, size=8)
            lines(canvas, [f"{number}. La clause numéro {number} du contrat."], 72, 700)
            lines(canvas, [f"Page {number} sur 4"], 260, 30, size=8)

        return draw

    document = read(pdf(*map(page, (1, 2, 3, 4))))

    assert shown(document) == [f"{number}. La clause numéro {number} du contrat." for number in (1, 2, 3, 4)]
    assert document.page_at(document.text.index("3. La clause")) == 3


def test_paragraph_runs_over_the_page(pdf):
    """A sentence cut by a page's end is one paragraph; the second page begins inside it."""
    words = CAP.split()
    half = " ".join(words[:17])

    def first(canvas):
        wrapped(canvas, "Article 8 - Plafond", 72, 700, 460)
        wrapped(canvas, half, 72, 100, canvas.stringWidth(half, "Helvetica", 10) + 1)

    def second(canvas):
        wrapped(canvas, " ".join(words[17:]), 72, 700, 460)

    document = read(pdf(first, second))

    assert CAP in shown(document)
    assert document.page_at(document.text.index(words[17], document.text.index(half) + len(half))) == 2


def test_words_cut_at_the_line_s_end_are_mended(pdf):
    """A hyphen at a line's end goes when the word goes on in small letters."""

    def page(canvas):
        lines(canvas, ["Le Prestataire limite sa responsa-", "bilité à la somme de dix mille euros."], 72, 700)

    assert shown(read(pdf(page))) == ["Le Prestataire limite sa responsabilité à la somme de dix mille euros."]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("la responsabi-", "lité du", "la responsabilité du"),
        ("the provider makes a back-", "up of the data", "the provider makes a back-up of the data"),
        ("les dommages ci-", "après", "les dommages ci-après"),
        ("le sous-", "traitant", "le sous-traitant"),
        ("le prestataire peut-", "il refuser", "le prestataire peut-il refuser"),
        ("Saint-", "Denis", "Saint-Denis"),
        ("de 2020-", "2021", "de 2020-2021"),
        ("un mot", "puis un autre", "un mot puis un autre"),
        ("la responsabi\u2010", "lité", "la responsabilité"),
        ("une liste -", "un point", "une liste - un point"),
    ],
)
def test_hyphens_of_the_word_itself_stay(above, below, expected):
    """A hyphen that belongs to the word stays when its lines are joined."""
    assert expected == before(above, below) + below


def test_the_document_s_own_words_decide_on_a_hyphen():
    """A form met elsewhere in the document wins over the general rule."""
    assert before("un contre-", "exemple", frozenset({"contreexemple"})) == "un contre"
    assert before("le plan-", "cadre", frozenset({"plan-cadre"})) == "le plan-"
    assert before("a third-", "party claim", frozenset({"third", "party"})) == "a third-"


def test_letters_drawn_twice_are_halved():
    """A heading whose every letter is drawn twice for bold type is read once; ordinary words are left alone."""
    assert undouble("RREESSPPOONNSSAABBIILLIITTÉÉ DDUU PPRREESSTTAATTAAIIRREE") == "RESPONSABILITÉ DU PRESTATAIRE"
    assert undouble("Le comité appelle la société 1100") == "Le comité appelle la société 1100"


def test_text_drawn_twice_in_one_place_is_read_once(pdf):
    """Bold type made by drawing a line twice, a hair apart, gives one line."""

    def page(canvas):
        lines(canvas, ["Article 8 - Responsabilité"], 72, 700)
        lines(canvas, ["Article 8 - Responsabilité"], 72.3, 700)

    assert read(pdf(page)).text == "Article 8 - Responsabilité"


def test_blanks_that_are_all_hard_become_blanks():
    """No-break spaces that stand for every blank are blanks; those of French typography stay."""
    assert tidy("a\u00a0b\u00a0c", hard_blanks=True) == "a b c"
    assert tidy("600\u00a0€", hard_blanks=False) == "600\u00a0€"


def test_headings_are_told_by_their_type(pdf):
    """A bold or larger line with a number is a heading of the level that its number shows."""

    def page(canvas):
        lines(canvas, ["CONTRAT DE SAUVEGARDE"], 72, 760, size=16, bold=True)
        top = lines(canvas, ["8. Responsabilité"], 72, 700, bold=True)
        top = lines(canvas, ["8.1 Plafond"], 72, top - 8, bold=True)
        wrapped(canvas, CAP, 72, top - 8, 400)

    document = read(pdf(page))
    headings = [(document.text[each.start : each.end], each.level) for each in document.blocks if each.level]

    assert headings == [("CONTRAT DE SAUVEGARDE", 1), ("8. Responsabilité", 1), ("8.1 Plafond", 2)]


def test_list_items_keep_their_labels(pdf):
    """List items begin at their label, and a line that carries one on belongs to it."""

    def page(canvas):
        top = wrapped(
            canvas,
            "Le Client s'engage, pendant toute la durée du contrat et pour chacun de ses sites, à ce qui suit :",
            72,
            700,
            400,
        )
        top = lines(canvas, ["a) changer les mots de passe ;"], 90, top)
        top = wrapped(
            canvas,
            "b) mettre à jour les logiciels de ses postes de travail et de ses serveurs dans le mois de leur sortie.",
            90,
            top,
            300,
        )
        lines(canvas, ["-"], 90, top)
        lines(canvas, ["sensibiliser son personnel."], 110, top)

    items = shown(read(pdf(page)), BlockKind.LIST_ITEM)

    assert items == [
        "a) changer les mots de passe ;",
        "b) mettre à jour les logiciels de ses postes de travail et de ses serveurs dans le mois de leur sortie.",
        "- sensibiliser son personnel.",
    ]


def ruled_table(canvas, rows, left, top, widths, height=30):
    """Draws a table with its rules; a cell's lines are parted by a line feed."""
    for index in range(len(rows) + 1):
        canvas.line(left, top - index * height, left + sum(widths), top - index * height)
    for index in range(len(widths) + 1):
        x = left + sum(widths[:index])
        canvas.line(x, top, x, top - len(rows) * height)
    for number, row in enumerate(rows):
        x = left
        for cell, width in zip(row, widths, strict=True):
            lines(canvas, cell.split("\n"), x + 4, top - number * height - 12, size=9)
            x += width


def test_ruled_table_with_prices_is_read_cell_by_cell(pdf):
    """On a page with rules and prices a cell of several lines stays together."""
    rows = [
        ["Service", "Prix mensuel", "Prix annuel"],
        ["Sauvegarde\nexternalisée", "50 EUR HT", "600 EUR HT"],
        ["Supervision\ndes serveurs", "20 EUR HT", "240 EUR HT"],
    ]

    def page(canvas):
        lines(canvas, ["Les prix sont les suivants."], 72, 740)
        ruled_table(canvas, rows, 72, 700, [120, 120, 120])
        lines(canvas, ["Ils sont révisés chaque année."], 72, 560)

    document = read(pdf(page))

    check_offsets(document)
    assert shown(document) == [
        "Les prix sont les suivants.",
        "Service | Prix mensuel | Prix annuel",
        "Sauvegarde externalisée | 50 EUR HT | 600 EUR HT",
        "Supervision des serveurs | 20 EUR HT | 240 EUR HT",
        "Ils sont révisés chaque année.",
    ]


def test_columns_without_rules_are_rows_too(pdf):
    """Cells that white space alone parts are joined with a bar."""

    def page(canvas):
        for index, row in enumerate([("Service", "Prix"), ("Sauvegarde", "600 EUR"), ("Supervision", "240 EUR")]):
            lines(canvas, [row[0]], 72, 700 - 14 * index)
            lines(canvas, [row[1]], 300, 700 - 14 * index)

    assert shown(read(pdf(page)), BlockKind.TABLE_ROW) == [
        "Service | Prix",
        "Sauvegarde | 600 EUR",
        "Supervision | 240 EUR",
    ]


def test_page_without_text_is_told(pdf):
    """A page that is a picture is named, and the pages after it keep their numbers."""

    def words(canvas):
        lines(canvas, ["Une clause de ce contrat."], 72, 700)

    def picture(canvas):
        canvas.rect(72, 300, 300, 300)

    def more(canvas):
        lines(canvas, ["La dernière clause de ce contrat."], 72, 700)

    document = read(pdf(words, picture, more))

    assert document.empty_pages == (2,)
    assert document.pages == 3
    assert document.page_at(document.text.index("La dernière")) == 3


def test_lines_carry_their_boxes(pdf):
    """Each printed line is a slice of the text with its place on the page."""

    def page(canvas):
        lines(canvas, ["Première ligne du contrat."], 72, 700)
        lines(canvas, ["Seconde ligne, plus bas."], 72, 600)

    document = read(pdf(page))
    first, second = document.lines

    assert document.text[second.start : second.end] == "Seconde ligne, plus bas."
    assert 70 < first.box.left < 75
    assert first.box.bottom < 702 < first.box.top + 2
    assert first.box.page == 1


def test_turned_page_is_read_as_it_is_shown(pdf):
    """A page turned by a quarter is read line by line as the reader sees it."""

    def page(canvas):
        canvas.setPageRotation(90)
        canvas.rotate(90)
        lines(canvas, ["La première ligne.", "La seconde ligne."], 100, -100)

    assert read(pdf(page)).text.split("\n")[0].startswith("La première ligne.")


def test_picture_of_a_contract_has_no_text(pdf):
    """Where no page holds text the error names text recognition as the mend."""
    with pytest.raises(NoText) as caught:
        read(pdf(lambda canvas: canvas.rect(10, 10, 100, 100)), name="scan.pdf")

    assert "ocrmypdf" in caught.value.hint
    assert str(caught.value).startswith("scan.pdf: no page holds text")


def test_password_is_told(pdf):
    """A file that asks for a password is told as such."""
    with pytest.raises(EncryptedFile):
        read(pdf(lambda canvas: lines(canvas, ["secret"], 72, 700), password="clé"))  # noqa: S106


def test_cut_file_is_damaged(pdf):
    """A PDF that ends in its first bytes cannot be read and says so."""
    with pytest.raises(DamagedFile):
        read(pdf(lambda canvas: lines(canvas, ["texte"], 72, 700))[:200])


def test_too_many_pages_are_refused(pdf, monkeypatch):
    """The number of pages is bounded."""
    monkeypatch.setenv("GARDEFOU_MAX_PAGES", "1")

    with pytest.raises(TooLarge):
        read(pdf(*[lambda canvas: lines(canvas, ["texte"], 72, 700)] * 2))
