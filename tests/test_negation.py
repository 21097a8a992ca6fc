"""What is denied and what only looks so, in a table for each language."""

from __future__ import annotations

import pytest

from analyzer.language.negation import negated

# The words in brackets are judged.
FRENCH = [
    ("le prestataire est tenu d une [obligation de resultat]", False),
    ("une obligation de moyens et non de [resultat]", True),
    ("aucune [obligation de resultat] ne pese sur le prestataire", True),
    ("le prestataire n est pas tenu d une [obligation de resultat]", True),
    ("il n est tenu que d une [obligation de moyens]", False),
    ("sans que cela constitue une [obligation de resultat]", False),
    ("non seulement une [obligation de moyens]", False),
    ("sans prejudice de la [garantie]", False),
    ("le prestataire ne garantit pas le delai mais assure la [sauvegarde]", False),
    ("la responsabilite n est ni plafonnee ni [limitee]", True),
    ("sans delai le prestataire [notifie] le client", False),
]
ENGLISH = [
    ("the provider shall [back up] the data", False),
    ("the provider shall not [back up] the data", True),
    ("provider does not warrant that the service is [uninterrupted]", True),
    ("including without limitation [loss of data]", False),
    ("not only the [fees] paid", False),
    ("nothing in this clause [limits] liability", True),
    ("no later than 24 hours the provider [notifies] the customer", False),
    ("the provider does not host email but [backs up] files", False),
    ("in no event shall the provider be [liable]", False),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french_negation(text: str, expected: bool) -> None:
    """« ni », « aucun », « non de » deny; « ne … que », « sans préjudice », « non seulement » and « mais » do not."""
    assert expected == negated(*_marked(text), "fr")


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_negation(text: str, expected: bool) -> None:
    """ "not" and "nothing" deny; "without limitation", "not only", "no later than" and "but" do not."""
    assert expected == negated(*_marked(text), "en")


def _marked(text: str) -> tuple[list[str], int, int]:
    before, rest = text.split("[")
    inside, after = rest.split("]")
    first = len(before.split())
    return [*before.split(), *inside.split(), *after.split()], first, first + len(inside.split())
