"""Web pages are read as a browser shows them, without anything being run or fetched."""

from __future__ import annotations

import pytest

from analyzer.document import BlockKind
from analyzer.errors import EmptyFile, TooLarge
from analyzer.readers import read


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>Titre</title>{head}</head><body>{body}</body></html>".encode()


def blocks(data: bytes) -> list[tuple[BlockKind, str]]:
    document = read(data, name="conditions.html")
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_headings_and_paragraphs():
    """Headings keep their level, white space is that of a browser, entities are characters."""
    document = read(
        page("<h1>CGV</h1><h2>1. Objet</h2><p>Le prix\n  est de 600&nbsp;&euro; &agrave; &#8239;verser.</p>")
    )

    assert "CGV\n1. Objet\nLe prix est de 600\u00a0€ à \u202fverser." == document.text
    assert [1, 2, 0] == [block.level for block in document.blocks]
    assert ("html", "1.") == (document.format, document.blocks[1].number)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>un<li>deux</ol>", ["1. un", "2. deux"]),
        ("<ol type=a start=3><li>un<li value=7>deux<li>trois</ol>", ["c. un", "g. deux", "h. trois"]),
        ("<ol type=I reversed start=2><li>un<li>deux</ol>", ["II. un", "I. deux"]),
        ("<ul><li>un<ul><li>deux</ul><li>trois</ul>", ["• un", "• deux", "• trois"]),
        ("<ol><li><p>un</p><p>suite</p><li>deux</ol>", ["1. un", "suite", "2. deux"]),
        ("<ol start=x><li>un</ol><li>seul", ["1. un", "• seul"]),
    ],
)
def test_lists_have_the_numbers_that_a_browser_shows(markup, expected):
    """Numbers follow start, value, type and direction; the label stands before the first words of its item."""
    assert expected == [text for _, text in blocks(page(markup))]


def test_table_rows():
    """A row is a block; a table that only lays out running text is read cell by cell; a table in a cell is lines of it."""
    values = "<table><caption>Prix</caption><tr><th>Poste<th>Prix<tr><td>Serveur<td>50 €</table>"
    layout = f"<table><tr><td><h2>Objet</h2><p>{'mot ' * 200}</p><td>Marge</table>"
    inner = "<table><tr><td>A<td><table><tr><td>x<td>y</table></table>"

    assert [
        (BlockKind.PARAGRAPH, "Prix"),
        (BlockKind.TABLE_ROW, "Poste | Prix"),
        (BlockKind.TABLE_ROW, "Serveur | 50 €"),
    ] == blocks(page(values))
    assert [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH] == [kind for kind, _ in blocks(page(layout))]
    assert [(BlockKind.TABLE_ROW, "A | x | y")] == blocks(page(inner))


def test_nothing_of_the_machine_is_read():
    """Scripts, styles, comments, forms and menus are no text of the contract."""
    hidden = "<script>clause()</script><style>p{}</style><!-- clause --><nav>Menu</nav><textarea>clause</textarea>"

    assert "Texte." == read(page(f"{hidden}<p>Texte.</p><template>clause</template>")).text


def test_hidden_and_struck_text_is_told():
    """What a browser hides or strikes out is not judged, and the user is told."""
    body = "<p>Garde <span style='DISPLAY : none'>caché</span>ceci.</p><p hidden>aussi</p><p><del>biffé</del> vu</p>"
    document = read(page(body))

    assert "Garde ceci.\nvu" == document.text
    assert [
        ("hidden_text", {"count": "2", "text": "caché … aussi"}),
        ("struck_text", {"count": "1", "text": "biffé"}),
    ] == [(notice.code, dict(notice.values)) for notice in document.notices]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<html><meta charset=iso-8859-15><p>600 €".encode("iso-8859-15"), "600 €"),
        ("<html><p>clé à 600 €".encode("cp1252"), "clé à 600 €"),
        ("<html><p>clé".encode("utf-16"), "clé"),
        (b"<html><meta charset=no-such-thing><p>cl\xe9", "clé"),
        (
            '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>clé</p></body></html>'.encode(),
            "clé",
        ),
    ],
)
def test_encodings(data, expected):
    """By byte order mark, as UTF-8, as the page says, else as Windows would."""
    assert expected == read(data).text


def test_entities_of_a_trap_are_not_expanded():
    """A page that declares entities gives none of what they point at."""
    trap = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "zz">]><html><p>a &x; &y; b</p></html>'

    assert "root" not in read(trap).text


def test_page_without_words_is_told():
    """A page that shows nothing is told as empty."""
    with pytest.raises(EmptyFile):
        read(page("<script>x</script>"))


def test_deep_nesting_is_refused(monkeypatch):
    """Elements within elements are bounded, and the sentence names the limit."""
    monkeypatch.setenv("GARDEFOU_MAX_DEPTH", "20")

    with pytest.raises(TooLarge, match="GARDEFOU_MAX_DEPTH"):
        read(page("<div>" * 30 + "x"))


def test_broken_page_is_read_as_far_as_it_goes():
    """Tags that are never closed or never opened stop nobody."""
    assert [(BlockKind.HEADING, "Titre"), (BlockKind.PARAGRAPH, "a"), (BlockKind.PARAGRAPH, "b")] == blocks(
        page("</td></ol></tr><h2>Titre<p>a</b></b><td>b</li>")
    )
