"""« Il » and « elle »: the party they stand for, and where they stand for nobody."""

import pytest

from analyzer.facts import read_facts
from analyzer.facts.pronouns import with_pronouns
from analyzer.language.folding import fold
from analyzer.readers import read
from analyzer.structure import build

HEAD = "Entre la société Alpha, ci-après « le Prestataire », et la société Beta, ci-après « le Client ».\n\n"


def carried(text: str, language: str = "fr") -> list[tuple[str, str]]:
    """The pronouns that were given a party: (as written, role)."""
    document = read((HEAD + text).encode(), name="x.txt")
    folded = fold(document.text)
    facts = read_facts(document, folded, language)
    known = with_pronouns(facts, folded, build(document, folded, language))
    new = [mention for mention in known.mentions if mention not in facts.mentions]
    return [(document.text[each.span.start : each.span.end], each.role) for each in new]


def test_the_subject_of_the_sentence_before() -> None:
    """« Il » is the party that the sentence before speaks of, not the one that it only names."""
    text = "Le Client remet au Prestataire les accès utiles. Il garde secrets les codes."

    assert carried(text) == [("Il", "customer")]


def test_a_chain_of_pronouns() -> None:
    """The subject is carried from pronoun to pronoun."""
    text = "Le Prestataire édite le logiciel. Il le corrige. En outre, il défend le Client contre les tiers."

    assert carried(text) == [("Il", "provider"), ("il", "provider")]


def test_a_number_alone_on_its_line() -> None:
    """« 6-2. » alone names nobody: the subject is still that of the sentence before."""
    text = "ARTICLE 6 - CONTENUS\n6-1. Le Client met ses contenus en ligne.\n6-2. Il relèvera le Prestataire de toute plainte."

    assert carried(text) == [("Il", "customer")]


def test_after_a_semicolon() -> None:
    """What follows a semicolon goes on about the subject."""
    assert carried("Le Prestataire surveille les serveurs ; il n’en modifie rien.") == [("il", "provider")]


def test_a_clause_before_the_pronoun_names_the_party() -> None:
    """« Lorsque le Client …, il … »: the party of the clause, whoever came before."""
    text = "Le Prestataire livre la version. Si le Client la refuse, il le motive par écrit."

    assert carried(text) == [("il", "customer")]


def test_a_duty_that_falls_to_lui() -> None:
    """« Il lui appartient de … »: the party is « lui », « il » nobody."""
    text = "Le Client reçoit la formation utile. Il lui appartient de faire des copies chaque jour."

    assert carried(text) == [("lui", "customer")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Il est convenu que les prix sont fermes.",
        "Il appartient à chacun de s’assurer.",
        "Il sera appliqué une pénalité de 100 euros.",
        "Il ne peut être dérogé à cette règle.",
        "Il en résulte un délai.",
    ],
)
def test_impersonal_turns_stand_for_nobody(sentence: str) -> None:
    """An impersonal « il » is no party."""
    assert carried(f"Le Prestataire livre le logiciel. {sentence}") == []


@pytest.mark.parametrize(
    "before",
    [
        "La responsabilité du Prestataire est engagée en cas de faute.",
        "Le logiciel est livré par le Prestataire.",
        "Les parties se réunissent chaque mois.",
        "Le serveur est remis en état.",
    ],
)
def test_a_subject_that_is_no_party(before: str) -> None:
    """Where the sentence before has another subject nobody is guessed."""
    assert carried(f"{before} Il prend fin avec le contrat.") == []


def test_the_other_gender() -> None:
    """« Elle » is not « le Client »."""
    assert carried("Le Client accepte la recette. Elle vaut livraison.") == []


def test_another_article() -> None:
    """A pronoun does not reach over the title of another article."""
    text = "Article 1. Objet\n\nLe Client désigne un référent.\n\nArticle 2. Durée\n\nIl prend effet ce jour."

    assert carried(text) == []


def test_english_is_left_alone() -> None:
    """The rule is of French; English names its parties again."""
    assert carried("Le Client accepte. Il signe.", language="en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Client names a contact. It shall keep its passwords secret.", [("It", "customer")]),
        (
            "The effect depends on the Client. It shall:\n\n(a) install the sensor;\n\n(b) keep it running.",
            [("It", "customer")],
        ),
        ("The Provider hosts the site for the Client. It shall keep copies.", [("It", "provider")]),
        ("The Provider hosts the site. They undertake to keep copies.", [("They", "provider")]),
        ("The Client pays for the term. It shall renew every year.", []),
        ("The Client pays for the service. It will be available by day.", []),
        ("Copies are kept for the Provider and the Client. It shall keep them safe.", []),
        ("The Client pays.\n\n2. Term\n\nIt shall keep this agreement secret.", []),
    ],
)
def test_english_pronouns_with_a_duty(text: str, expected: list[tuple[str, str]]) -> None:
    """An English "it" with a duty is the party that the sentence before speaks of; what begins, ends or is available is a thing."""
    head = 'Between Alpha Ltd (the "Provider") and Beta Ltd (the "Client").\n\n1. Service\n\n'
    found = carried(head + text, "en")

    assert expected == found
