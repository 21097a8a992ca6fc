"""Tables that rules draw on a PDF page: which cells they make, and the words in them."""

from __future__ import annotations

import io
from random import Random

import pdfplumber
import pypdfium2 as pdfium
import pytest

from analyzer.readers.pdf import grid
from analyzer.readers.pdf.grid import Cell, Rule
from analyzer.readers.pdf.tables import ruled_rows
from tests.readers.conftest import lines

ROWS = [["Service", "Prix mensuel"], ["Sauvegarde", "50 EUR HT"], ["Supervision", "20 EUR HT"]]
WORDS = [tuple(row) for row in ROWS]


def words_of(data: bytes) -> list[list[tuple[str, ...]]]:
    """The cells' words of the tables of the first page."""
    document = pdfium.PdfDocument(data)
    try:
        return [[row.cells for row in table] for table in ruled_rows(document[0])]
    finally:
        document.close()


def draw_cells(canvas, left=72, top=700):
    """The cells of ROWS with their words, each framed by itself."""
    for number, row in enumerate(ROWS):
        for column, words in enumerate(row):
            canvas.rect(left + 150 * column, top - 30 * (number + 1), 150, 30)
            lines(canvas, [words], left + 150 * column + 4, top - 30 * number - 20, size=9)


def test_a_cell_over_two_columns_leaves_a_gap():
    """A rule that stops halfway makes one wide cell; no cell of its row begins where the second column does."""
    uprights = [Rule(0, 0, 40), Rule(50, 20, 40), Rule(100, 0, 40)]
    levels = [Rule(0, 0, 100), Rule(20, 0, 100), Rule(40, 0, 100)]

    assert [[[Cell(0, 0, 100, 20), None], [Cell(0, 20, 50, 40), Cell(50, 20, 100, 40)]]] == grid.tables(
        uprights, levels
    )


def test_rules_that_miss_each_other_a_little_meet():
    """Rules within three points of each other are one, and cross where they stop three points short."""
    uprights = [Rule(0, 2, 18), Rule(50, 0, 20), Rule(52, 0, 20), Rule(100, 0, 20)]
    levels = [Rule(0, 0, 48), Rule(0, 50, 100), Rule(20, 0, 100)]

    assert [[[Cell(0, 0, 51, 20), Cell(51, 0, 100, 20)]]] == grid.tables(uprights, levels)


def test_tables_that_share_no_corner_are_two():
    """Two grids on one page are two tables, the higher first; a frame alone is none."""

    def box(left, top, width):
        right, middle = left + width, left + width / 2
        uprights = [Rule(at, top, top + 20) for at in (left, middle, right)]
        return uprights, [Rule(top, left, right), Rule(top + 20, left, right)]

    (low, low_levels), (high, high_levels) = box(0, 200, 80), box(200, 10, 60)
    alone = [Rule(300, 300, 320), Rule(400, 300, 320)], [Rule(300, 300, 400), Rule(320, 300, 400)]

    found = grid.tables(low + high + alone[0], low_levels + high_levels + alone[1])

    assert [[200, 230], [0, 40]] == [[cell.left for cell in table[0]] for table in found]


def test_a_drawing_of_very_many_rules_is_no_table():
    """What would cross a million times is left alone: a plan or a chart."""
    rules = [Rule(4.0 * number, 0, 4000) for number in range(1000)]

    assert [] == grid.tables(rules, rules)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(pdf, rotation):
    """The grid and its words are turned together; the cells keep their rows."""

    def page(canvas):
        canvas.setPageRotation(rotation)
        width, height = canvas._pagesize
        canvas.translate(*{0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[rotation])
        canvas.rotate(rotation)
        draw_cells(canvas, top=500)

    assert [WORDS] == words_of(pdf(page))


def test_a_table_inside_a_drawing_is_read(pdf):
    """A form that is placed on the page, and moved and scaled there, holds rules like the page itself."""

    def page(canvas):
        canvas.beginForm("table")
        draw_cells(canvas)
        canvas.endForm()
        canvas.translate(30, 40)
        canvas.scale(0.9, 0.9)
        canvas.doForm("table")

    assert [WORDS] == words_of(pdf(page))


def test_a_word_cut_in_a_cell_keeps_its_hyphen(pdf):
    """pdfium gives a code of its own for a hyphen at a line's end: the report shows a hyphen."""

    def page(canvas):
        draw_cells(canvas)
        canvas.rect(72, 580, 150, 30)
        canvas.rect(222, 580, 150, 30)
        lines(canvas, ["externa-", "lisée"], 76, 600, size=9)
        lines(canvas, ["600 EUR"], 226, 600, size=9)

    assert [[*WORDS, ("externa- lisée", "600 EUR")]] == words_of(pdf(page))


@pytest.mark.parametrize("seed", range(6))
def test_tables_are_those_that_pdfplumber_finds(pdf, seed):
    """An independent reader finds the same cells with the same words, some of them joined, some drawn as thin boxes."""
    random = Random(seed)

    def page(canvas):
        widths = [random.randint(60, 110) for _ in range(random.randint(2, 4))]
        top = 700
        for _ in range(random.randint(3, 7)):
            height, left = random.randint(16, 40), 72
            joined = random.random() < 0.3
            for width in [widths[0] + widths[1], *widths[2:]] if joined else widths:
                if random.random() < 0.5:
                    canvas.rect(left, top - height, width, height)
                else:
                    canvas.rect(left, top, width, 0.5, fill=1)
                    canvas.rect(left, top - height, width, 0.5, fill=1)
                    canvas.line(left, top, left, top - height)
                    canvas.line(left + width, top, left + width, top - height)
                lines(canvas, [f"mot {random.randint(1, 99)}"], left + 5, top - 12, size=8)
                left += width
            top -= height

    data = pdf(page)
    with pdfplumber.open(io.BytesIO(data)) as reader:
        tables = [table.extract() for table in reader.pages[0].find_tables()]
    expected = [[tuple(" ".join((cell or "").split()) for cell in row) for row in table] for table in tables]

    assert expected
    assert expected == words_of(data)
