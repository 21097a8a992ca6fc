"""Where an attribute looks."""

from __future__ import annotations

from analyzer.library import standard
from analyzer.pipeline import read_clauses
from analyzer.readers import read

ARTICLE = """Contrat de sauvegarde

Article 3 - Sauvegarde

3.1 Le Prestataire réalise chaque nuit une sauvegarde des serveurs du Client.

3.2 {second}

Article 4 - Prix

4.1 Le Client paie au Prestataire une redevance ; le matériel hors ligne est facturé à part.
"""


def _isolated(second: str) -> list[object]:
    text = ARTICLE.format(second=second)
    reading = read_clauses(read(text.encode(), name="contrat.txt"), standard())
    clauses = [clause for clause in reading.clauses if clause.topic == "backup_by_provider" and clause.found]
    return [clause.attributes["isolated"] for clause in clauses]


def test_next_paragraph_of_the_article_speaks_for_the_clause() -> None:
    """What 3.2 says of the copies made under 3.1 is read."""
    assert _isolated("Un support est déconnecté de tout réseau après chaque passage.") == [True]


def test_next_article_does_not() -> None:
    """Article 4 says nothing of the copies of article 3."""
    assert _isolated("Le support est fourni.") == [None]
