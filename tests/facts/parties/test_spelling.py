"""A party's noun is spelled as the contract's own sentences spell it."""

import pytest

from analyzer.facts.parties.spelling import as_written
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


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Vultr hosts. Vultr answers. Nothing binds Vultr.", ("Vultr",)),
        ("en", "The Vultr hosts. The Vultr answers. Nothing binds the Vultr.", ()),
        ("fr", "Vultr héberge. Vultr répond. Le contrat lie Vultr.", ("Vultr",)),
        ("fr", "Le Vultr héberge. Le contrat lie le Vultr. Au Vultr de répondre.", ()),
    ],
)
def test_a_word_without_an_article_is_a_name(language: str, text: str, names: tuple[str, ...]) -> None:
    """Whatever the company's full name is, its sentences tell how it is called."""
    party = as_written(Party("provider", "Constant Company, LLC", ("Vultr",), None), text, language)

    assert party is not None
    assert names == party.names
