"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from analyzer.structure.sentences import MOST_WORDS
from tests.structure.helpers import sentences, structure

_WHOLE_FR = [
    "Selon l'art. 5 du contrat et l'art. L. 442-1, le Client paie.",
    "Le contrat n° 12 est signé par M. Durand et Mme Petit.",
    "La société Exemple S.A.R.L. au capital de 1.000,00 € paie.",
    "La Sté. Exemple, R.C.S. Lyon 123, livre.",
    "Les données (fichiers, bases, etc.) sont copiées, p. ex. chaque nuit.",
    "Écrivez à aide@exemple.fr ou sur www.exemple.fr pour toute demande.",
    "Le seuil est de 8.2 points (voir article 12.13).",
    "Le Prestataire (ci-après « Exemple S.A. ») livre.",
    "Il répond : « Le service est rendu. »",
]
_WHOLE_EN = [
    "The price is $1,000.00 under Section 8.2 and Sec. 9 of the order.",
    "Example Inc. and Sample Ltd. agree on v. 2.0, e.g. the beta.",
    "It is made by J. Smith, U.S. citizen, for Mr. Brown.",
    "The parties, i.e. Example Corp. and Mr. J. Brown, sign.",
    'He said "the Service ends."',
]


@pytest.mark.parametrize("text", _WHOLE_FR)
def test_french_abbreviations_do_not_end_a_sentence(text):
    """Abbreviations, decimals, addresses and closing quotes stay inside their sentence."""
    assert [text] == sentences(text)


@pytest.mark.parametrize("text", _WHOLE_EN)
def test_english_abbreviations_do_not_end_a_sentence(text):
    """Abbreviations, decimals and initials stay inside their sentence."""
    assert [text] == sentences(text, "en")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le Client paie. Le Prestataire livre.", "fr", ["Le Client paie.", "Le Prestataire livre."]),
        ("Selon les règles de l'art. Le Client paie.", "fr", ["Selon les règles de l'art.", "Le Client paie."]),
        ("Est-ce dû ? Oui ! Le Client paie.", "fr", ["Est-ce dû ?", "Oui !", "Le Client paie."]),
        ("Il est responsable.Le Client paie.", "fr", ["Il est responsable.", "Le Client paie."]),
        ("Fichiers, bases, etc. Le Client paie.", "fr", ["Fichiers, bases, etc.", "Le Client paie."]),
        ("Made by Example Inc. The Client pays.", "en", ["Made by Example Inc.", "The Client pays."]),
        ("It remains in force.,12.13. Any claim ends.", "en", ["It remains in force.,", "12.13. Any claim ends."]),
        ("It ends here. 8.2 Limitation. No claim.", "en", ["It ends here.", "8.2 Limitation.", "No claim."]),
        ("It is limited.[3] The fee is due.", "en", ["It is limited.[3]", "The fee is due."]),
        (
            "Limits of LiabilityOTHER THAN IN CASE OF DEATH",
            "en",
            ["Limits of Liability", "OTHER THAN IN CASE OF DEATH"],
        ),
        (
            "12.3. Plafond : 12.3.1. Le Prestataire paie.",
            "fr",
            ["12.3. Plafond :", "12.3.1. Le Prestataire paie."],
        ),
        (
            "Le Client paie.12.3.1. Le Prestataire livre. 12.3.2. Il facture.",
            "fr",
            ["Le Client paie.", "12.3.1. Le Prestataire livre.", "12.3.2. Il facture."],
        ),
        ("4. Duties: 4.1 The Client pays.", "en", ["4. Duties:", "4.1 The Client pays."]),
        ("4.1 It keeps copies; 4.1.1 Tapes are kept.", "en", ["4.1 It keeps copies;", "4.1.1 Tapes are kept."]),
        ("Prix par poste : 12.50 EUR hors taxes.", "fr", ["Prix par poste : 12.50 EUR hors taxes."]),
        ("3. Price per seat: 12.50 EUR without tax.", "en", ["3. Price per seat: 12.50 EUR without tax."]),
        ("Logiciel fourni : version 12.3.1 Linux.", "fr", ["Logiciel fourni : version 12.3.1 Linux."]),
    ],
)
def test_sentence_ends(text, language, expected):
    """A full stop before a capital or a numbered article ends a sentence, even where a blank is lost."""
    assert expected == sentences(text, language)


def test_lead_in_and_its_items_are_one_sentence():
    """A lead-in with a colon and its short list is one sentence."""
    text = "Il n'est pas responsable de :\n\n- la perte de données ;\n- la perte de gain.\n\nLe Client paie."

    assert len(sentences(text)) == 2


def test_items_of_a_long_list_carry_their_lead():
    """Above the limit each item is a sentence of its own and remembers the lead-in."""
    item = "- la perte de " + "données " * 60 + ";"
    text = "Il n'est pas responsable de :\n" + "\n".join([item] * 5)

    found = structure(text).sentences

    assert len(found) == 6
    assert [text[s.lead.start : s.lead.end] for s in found[1:] if s.lead] == ["Il n'est pas responsable de :"] * 5


def test_a_far_sentence_of_an_item_is_not_its_lists():
    """Pages below a list's opening a second sentence of an item speaks for itself; a near one still goes on with the opening."""
    item = "- it is told. It may settle." + " It pays the costs." * 120
    found = structure(f"It shall indemnify the other, provided that:\n{item}\n- it helps.", "en").sentences

    assert [True, True] == [sentence.lead is not None for sentence in found[1:3]]
    assert [True, False] == [sentence.lead is not None for sentence in (found[-1], found[-2])]


def test_giant_sentence_is_cut_at_list_marks():
    """A run-on is cut at (I), (II) and keeps its opening as lead."""
    text = "IN NO EVENT SHALL IT BE LIABLE FOR: " + " ".join(
        f"({mark}) " + "LOSS " * 120 for mark in ("I", "II", "III")
    )

    found = structure(text, "en").sentences

    assert len(found) == 3
    assert all(len(text[s.start : s.end].split()) <= MOST_WORDS for s in found)
    assert text[found[2].lead.start : found[2].lead.end] == "IN NO EVENT SHALL IT BE LIABLE FOR:"


def test_page_break_inside_a_sentence():
    """A page number between two halves of a sentence does not cut it."""
    text = "Il répond des dommages causés\n- 3 -\npar sa faute."

    assert len(sentences(text)) == 1


def test_table_row_is_one_sentence():
    """A row is quoted whole, whatever stops its cells hold."""
    assert sentences("| Délai. | Quatre heures. Ouvrées |") == ["Délai. | Quatre heures. Ouvrées"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Liability shall not exceed the greater of:\n\n(a) GBP 5,000.\n\nand\n\n(b) the fees paid in the last year.",
            "en",
        ),
        ("The Services will: (a) conform to the order.\n\nand (b) be performed with care.", "en"),
        ("WE ARE NOT LIABLE FOR ANY (1) DELAY IN ACCESS.\n\n(2) LOSS OF DATA.\n\nOR (3) MISUSE OF A PASSWORD.", "en"),
        ("It is excused by causes such as: acts of God.\n\nwar or riot.\n\nfailure of the network.", "en"),
        ("Le Prestataire ne répond pas : a) des pertes de gain.\n\nou b) des pertes de données.", "fr"),
    ],
)
def test_a_list_goes_on_after_a_full_stop(text, language):
    """Items closed by full stops stay with their lead where the next begins in small letters or bears the next mark."""
    assert [text] == sentences(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "(a) The Supplier hosts the site.\n\n(b) The Customer pays the fees.",
        "3.1 (a) The Supplier hosts the site.\n\n(b) The Customer pays the fees.",
        "The fee is due under section 4 (a).\n\n(b) The Customer pays interest.",
        "It applies where (a) the site is down.\n\n(c) The Customer pays interest.",
    ],
)
def test_marks_alone_make_no_list(text):
    """Paragraphs with letters of their own, a reference, a mark that skips one: each remains a sentence."""
    assert len(sentences(text, "en")) == 2


def test_what_follows_a_list_in_its_last_line_is_no_item():
    """A second sentence after the last item stands alone; the list before it is one."""
    text = "The cap is the greater of:\n\n(a) GBP 5,000; and\n\n(b) the fees paid. Interest runs from the claim."

    assert [text.removesuffix(" Interest runs from the claim."), "Interest runs from the claim."] == sentences(
        text, "en"
    )
