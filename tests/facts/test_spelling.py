"""A party's noun is spelled as the contract's own sentences spell it."""

import pytest

from analyzer.facts.spelling import as_written
from analyzer.facts.values import Party


@pytest.mark.parametrize(
    ("language", "noun", "text", "spelled"),
    [
        (
            "fr",
            "TITULAIRE",
            "OBLIGATIONS DU TITULAIRE\nLe titulaire livre. Le titulaire lit. Payé au titulaire.",
            "titulaire",
        ),
        (
            "fr",
            "client",
            "ci-après « le Client ». Le client paie. Les droits du client. La commande du client.",
            "Client",
        ),
        ("fr", "PRESTATAIRE", "Le PRESTATAIRE livre. Les devoirs du PRESTATAIRE. Payé au PRESTATAIRE.", "PRESTATAIRE"),
        ("fr", "client", "Le client paie.", "client"),
        ("en", "CUSTOMER", "CUSTOMER DUTIES\nThe Customer pays. The Customer tells. Each Customer helps.", "Customer"),
    ],
)
def test_sentences_decide_and_headings_do_not(language: str, noun: str, text: str, spelled: str) -> None:
    """A definition first, then what is usual in sentences; too few of them change nothing."""
    party = as_written(Party("customer", None, (noun,), None), text, language)

    assert party is not None
    assert (spelled,) == party.aliases


def test_a_name_is_left_as_it_is() -> None:
    """Only nouns have spellings to choose from."""
    party = as_written(
        Party("provider", "INFOREZO", ("INFOREZO",), None), "Le Inforezo, le Inforezo, le Inforezo.", "fr"
    )

    assert party is not None
    assert ("INFOREZO",) == party.aliases
