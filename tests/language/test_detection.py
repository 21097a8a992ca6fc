"""The language of a text."""

from __future__ import annotations

import pytest

from analyzer.language.detection import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le Prestataire est responsable de la sauvegarde des données du Client.", "fr"),
        ("LE PRESTATAIRE EST RESPONSABLE DE LA SAUVEGARDE DES DONNEES DU CLIENT.", "fr"),
        ("The Provider is responsible for the backup of the Customer's data.", "en"),
        ("", "fr"),
        ("The parties agree. " * 20 + "Le Client paie le prix dans les trente jours. " * 200, "fr"),
        ("Le Client paie le prix. " * 20 + "The Provider shall not be liable for any loss. " * 300, "en"),
    ],
)
def test_language_of_most_of_the_text(text, language):
    """The language is that of most of the text; French when nothing tells."""
    assert language == detect(text)
