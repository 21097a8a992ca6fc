"""Articles, annexes and titles: what they are called and what they hold."""

from __future__ import annotations

import pytest

from tests.structure.helpers import structure

_BODY = "Le Prestataire fournit au Client les services décrits dans la présente convention pour toute sa durée."
_BODY_EN = "The Provider shall supply the Customer with the services described in this agreement for its whole term."


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("Article 4.4 — Pénalités de retard", "4.4", "Pénalités de retard"),
        ("Article 1er : Objet du contrat", "1", "Objet du contrat"),
        ("ARTICLE 8 – RESPONSABILITÉ", "8", "RESPONSABILITÉ"),
        ("ARTICLE 20 DÉROGATIONSAU CCAG/TIC", "20", "DÉROGATIONSAU CCAG/TIC"),
        ("7 NIVEAUX DE SERVICE ET SAUVEGARDE DES DONNEES", "7", "NIVEAUX DE SERVICE ET SAUVEGARDE DES DONNEES"),
        ("7.1. Disponibilité", "7.1", "Disponibilité"),
        ("I.5.3 Limitation de responsabilité", "I.5.3", "Limitation de responsabilité"),
        ("IV. DURÉE", "IV", "DURÉE"),
        ("Annexe A : Niveaux de service", "A", "Niveaux de service"),
        ("## 9. **Assurance**", "9", "Assurance"),
        ("🛡 **Article 8.2 — Plafond**", "8.2", "Plafond"),
        ("**Responsabilité**", None, "Responsabilité"),
        ("Limitation de responsabilité", None, "Limitation de responsabilité"),
        ("LA RESPONSABILITÉ DES PARTIES", None, "LA RESPONSABILITÉ DES PARTIES"),
    ],
)
def test_french_headings(heading, number, title):
    """Every shape of heading gives its number and its words."""
    sections = structure(f"{heading}\n\n{_BODY}").sections

    assert [(number, title)] == [(section.number, section.title) for section in sections]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("Section 9.2 Limitation of Liability", "9.2", "Limitation of Liability"),
        ("Clause 14: Insurance", "14", "Insurance"),
        ("Schedule 2 - Service Levels", "2", "Service Levels"),
        ("Exhibit B", "B", ""),
        ("Appendix 1. Fees", "1", "Fees"),
        ("ARTICLE IV  WARRANTIES", "IV", "WARRANTIES"),
        ("12.3\n\nForce Majeure", "12.3", "Force Majeure"),
        ("11.\nLimitations of Liability.", "11", "Limitations of Liability"),
        ("Limitation of Liability", None, "Limitation of Liability"),
    ],
)
def test_english_headings(heading, number, title):
    """Every shape of heading gives its number and its words."""
    sections = structure(f"{heading}\n\n{_BODY_EN}", "en").sections

    assert [(number, title)] == [(section.number, section.title) for section in sections]


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("8.2 Limitation. TO THE MAXIMUM EXTENT PERMITTED BY LAW, NO LIABILITY ARISES.", "8.2", "Limitation"),
        ("13.4 Limitation of Liability. Notwithstanding the above, it is limited.", "13.4", "Limitation of Liability"),
        ("3. COMPENSATION The Customer shall pay the fees each month.", "3", "COMPENSATION"),
        ("Insurance. The Provider shall hold insurance for its whole liability.", None, "Insurance"),
        ("8.2 The Provider shall not be liable for indirect damage.", "8.2", ""),
        ("(b) Refunds. The Provider refunds what was paid in advance.", "(b)", "Refunds"),
    ],
)
def test_run_in_headings(text, number, title):
    """A title that its paragraph carries is told from the paragraph's first sentence."""
    section = structure(text, "en").sections[0]

    assert (number, title) == (section.number, section.title)


@pytest.mark.parametrize(
    "text",
    [
        "12 mois après la signature, le contrat prend fin de plein droit sans autre formalité.",
        "2 mars 2026\n\nLe Client signe le contrat en deux exemplaires originaux ce jour à Lyon.",
        "Article 5 du présent contrat s'applique ici sans réserve aucune au Client.",
        "Le Client fournit :\n1. un accès ;\n2. un bureau.",
        "30 000 euros sont dus par le Client au Prestataire à la signature du contrat.",
    ],
)
def test_what_is_no_heading(text):
    """Amounts, dates, references and list items open no section."""
    assert structure(text).sections == ()


def test_contents_are_left_out():
    """A table of contents gives no section; the articles that it lists do."""
    titles = ["Objet", "Durée", "Prix", "Responsabilité", "Assurance"]
    contents = "\n".join(f"{place}. {title}" for place, title in enumerate(titles, 1))
    body = "\n".join(f"{place}. {title}\n{_BODY}" for place, title in enumerate(titles, 1))

    found = structure(f"Sommaire\n{contents}\n\n{body}").sections

    assert titles == [section.title for section in found]
    assert all(section.start >= len(contents) for section in found)


def test_dotted_leaders_are_noise():
    """A line of a table of contents is neither a section nor a sentence."""
    assert structure("1. Objet .......... 3\n2. Prix .......... 4").sentences == ()


def test_running_headers_are_no_sections():
    """A line that is printed on every page is not a title."""
    page = f"Système de réservation\n\n{_BODY}\n\n"

    assert structure(page * 4).sections == ()


def test_nesting_by_number():
    """8.2 lies in 8, and 9 ends both."""
    found = structure(f"8. Responsabilité\n{_BODY}\n8.2 Plafond\n{_BODY}\n9. Divers\n{_BODY}").sections

    assert [section.parent for section in found] == [None, 0, None]
    assert found[0].end == found[1].end == found[2].start


def test_articles_hold_numbered_paragraphs():
    """Paragraphs numbered 8.1 lie in Article 8."""
    found = structure(f"Article 8 - Responsabilité\n{_BODY}\n8.1 {_BODY}\nArticle 9 - Divers\n{_BODY}").sections

    assert [(section.number, section.parent) for section in found] == [("8", None), ("8.1", 0), ("9", None)]


def test_list_restarting_at_one_lies_inside_its_article():
    """A series that begins at 1 again belongs to the article that is open."""
    found = structure(
        f"1. Scope\n{_BODY_EN}\n2. Vendors\n{_BODY_EN}\n1. Selection\n{_BODY_EN}\n2. Resale\n{_BODY_EN}", "en"
    ).sections

    assert [section.parent for section in found] == [None, None, 1, 1]


def test_label_at_takes_the_nearest_title():
    """A paragraph without a title shows the title of the article around it."""
    text = f"8. Responsabilité\n8.2 {_BODY}"

    assert structure(text).label_at(text.index("fournit")) == ("8.2", "Responsabilité")


@pytest.mark.parametrize("mark", ["**{}**", "🛡 **{}**", "> {}", "__{}__"])
def test_a_heading_with_marks_before_its_number_opens_its_section(mark):
    """ "**8.2**" is cited as 8.2 from its first star on, and so is what follows it."""
    line = mark.format("8.2 Plafond")
    text = f"8. Responsabilité\n{_BODY}\n8.1 {_BODY}\n{line}\nLe Prestataire livre les services convenus."
    found = structure(text)
    heading = found.sentence_at(text.index("Plafond"))
    assert heading is not None

    assert ("8.2", "Plafond") == found.label_at(heading.start)


def test_numbers_of_three_levels_in_one_paragraph():
    """Each is cited by its whole number, "12.3.1" and not "3.1"."""
    text = (
        f"Article 12 - Responsabilité\n12.1. Moyens : 12.1.1. {_BODY} 12.3. Plafond : 12.3.1. {_BODY} 12.3.2. {_BODY}"
    )

    assert ["12", "12.1", "12.1.1", "12.3", "12.3.1", "12.3.2"] == [each.number for each in structure(text).sections]


@pytest.mark.parametrize(
    ("heading", "language", "cited"),
    [
        ("Annexe 1 — Niveaux", "fr", "annexe 1, art. 2"),
        ("ANNEXE 1 : NIVEAUX", "fr", "annexe 1, art. 2"),
        ("Annexe — Niveaux", "fr", "annexe «\u00a0Niveaux\u00a0», art. 2"),
        ("## ANNEXES", "fr", "annexe, art. 2"),
        ("## Annexe technique", "fr", "annexe technique, art. 2"),
        ("Schedule A - Levels", "en", "Schedule A, s. 2"),
        ("EXHIBIT B", "en", "Exhibit B, s. 2"),
        ("Appendix: Levels", "en", "Appendix “Levels”, s. 2"),
    ],
)
def test_what_stands_in_an_annex_is_cited_with_it(heading, language, cited):
    """An annex counts from 1 as the contract does: its article 2 is not the contract's."""
    body = _BODY if language == "fr" else _BODY_EN
    last = body.replace("services", "copies")
    articles = "\n".join(f"{number}. Objet\n{body}" for number in (1, 2, 3))
    text = f"{articles}\n{heading}\n1. Objet\n{body}\n2. Prix\n{last}"

    assert cited == structure(text, language).label_at(text.index("copies"))[0]


@pytest.mark.parametrize(
    "line",
    ["Annexe : le devis signé est joint.", "Les annexes font partie du contrat", "- Annexe — Tarifs", "Annexé au bail"],
)
def test_a_mention_of_an_annex_opens_none(line):
    """A sentence, a list's item and other words leave the article open."""
    text = f"1. Objet\n{_BODY}\n2. Documents\n{_BODY}\n{line}\n{_BODY.replace('services', 'copies')}"

    assert "annexe" not in (structure(text).label_at(text.index("copies"))[0] or "")


def test_titles_of_annexes_before_the_articles_are_a_table_of_contents():
    """The articles that follow a list of annexes lie in none of them."""
    text = f"Annexe 1 - Tarifs\nAnnexe 2 - Niveaux\n1. Objet\n{_BODY}\n2. Prix\n{_BODY}\n3. Durée\n{_BODY}"

    assert "3" == structure(text).label_at(text.rindex("fournit"))[0]


@pytest.mark.parametrize(
    "after",
    [
        "Fait à Lyon, le 3 mars 2026\nLe Prestataire",
        "Alpha Services\n12 rue des Lilas\n38000 GRENOBLE\nFrance",
        "3 rue Haute - 31000 TOULOUSE - Tél 05 00 00 00 00",
        f"Annexe 1 - Tarifs\n{_BODY}",
        f"Annexe — Tarifs\n{_BODY}",
        f"Pour le Prestataire : M. Martin\nANNEXES\n{_BODY}",
    ],
)
def test_the_articles_end_before_what_follows_them(after):
    """Signatures, an address and annexes come behind the articles."""
    text = f"1. Objet\n{_BODY}\n2. Droit\nLe contrat est soumis au droit français.\n{after}"

    assert text.index("français.") + len("français.") == structure(text).body_end


def test_section_at_before_the_first_is_none():
    """Text before the first heading is in no section."""
    text = f"{_BODY}\n\nArticle 1 - Objet\n{_BODY}"

    assert structure(text).section_at(3) is None


@pytest.mark.parametrize(
    ("heading", "language", "kind"),
    [
        ("Article 1 - Définitions", "fr", "definitions"),
        ("Annexe 2 - Tarifs", "fr", "annex"),
        ("6. Niveaux de service", "fr", "service_levels"),
        ("7. Prix", "fr", "article"),
        ("Schedule 1 - Fees", "en", "annex"),
        ("5. Service Levels", "en", "service_levels"),
    ],
)
def test_kinds(heading, language, kind):
    """Definitions, service levels and annexes are told apart."""
    body = _BODY if language == "fr" else _BODY_EN

    assert kind == structure(f"{heading}\n{body}", language).sections[0].kind
