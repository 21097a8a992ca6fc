"""A liability cap read whole."""

from __future__ import annotations

from typing import Any

import pytest

from analyzer.interpret.cap.words import BLANK, LANGUAGES
from analyzer.language.folding import fold
from analyzer.library import standard
from analyzer.pipeline import read_clauses
from analyzer.readers import read

FRENCH = "Le Prestataire exploite les serveurs du Client. "
ENGLISH = "The Provider runs the servers of the Customer. "

READ = [
    (ENGLISH + "The Provider's liability shall not go beyond six (6) times the monthly charges.", {"basis": "fees_paid", "months": 6}),
    (
        ENGLISH + "The total amount either party may be required to pay the other, for all causes of action together, "
        "is the sum of the fees paid for the twelve months before.",
        {"basis": "fees_paid", "months": 12, "beneficiary": "mutual"},
    ),
    (
        ENGLISH + "The most that the Customer can recover from the Provider is what the insurer pays out under the policy; "
        "should it not respond, the Customer's recovery is the fees paid for three months.",
        {"basis": "insurance", "months": None},
    ),
    (ENGLISH + "The Provider's liability is limited to one and one-half times the charges paid in the twelve months before the claim.",
     {"basis": "multiple", "multiple": 1.5, "months": 12}),
    (
        ENGLISH + "The Provider's liability is limited to two and a half times the annual charges.",
        {"basis": "multiple", "multiple": 2.5, "months": 12},
    ),
    (ENGLISH + "The Provider's liability is limited to six months' subscription.", {"basis": "fees_paid", "months": 6}),
    (ENGLISH + "The Provider's liability shall not exceed the price stipulated for one year.", {"basis": "fees_paid", "months": 12}),
    (ENGLISH + "The Provider's liability is limited to the sum paid out by its insurer in the case concerned.", {"basis": "insurance"}),
    (
        ENGLISH + "The Provider's liability is limited to the fees paid in the last three months "
        "and shall never amount to more than EUR 25,000.",
     {"basis": "lesser_of", "months": 3, "amount": "25000"}),
    (FRENCH + "La responsabilité du Prestataire est plafonnée à la moitié des redevances payées au cours des six (6) derniers mois.",
     {"basis": "fees_paid", "multiple": 0.5, "months": 6, "look_back": "paid"}),
    (FRENCH + "La responsabilité du Prestataire, par sinistre, ne pourra excéder 8 000 euros.",
     {"basis": "fixed_amount", "amount": "8000", "per": "claim", "aggregate": False}),
    (FRENCH + "Pour toute commande, la responsabilité du Prestataire est plafonnée à 150 % du prix de la commande considérée.",
     {"multiple": 1.5, "per": "order"}),
    (FRENCH + "La responsabilité du Prestataire est limitée, pour toute la durée de la convention et quel que soit le nombre de "
     "réclamations, au prix payé.", {"per": "contract", "aggregate": True}),
    (FRENCH + "La responsabilité du Prestataire est plafonnée aux 3 dernières mensualités payées.", {"months": 3}),
    (FRENCH + "La responsabilité du Prestataire ne peut dépasser les redevances des six derniers mois ni, si ce montant est "
     "inférieur à 15 000 euros, cette dernière somme.", {"basis": "greater_of", "amount": "15000", "months": 6}),
    (ENGLISH + "The Provider's liability under a purchase order shall not exceed the price payable under it.", {"per": "order"}),
    (ENGLISH + "The Provider's liability for each security or availability incident shall not exceed the fees for six months; "
     "provided that if such fees are less than $15,000, it shall not exceed $15,000.",
     {"basis": "greater_of", "per": "event", "amount": "15000"}),
    (ENGLISH + "The Provider's liability is limited to the price of the order in dispute or, if less, the sum of EUR 7,500.",
     {"basis": "lesser_of", "per": "order", "amount": "7500"}),
    (FRENCH + "Le Prestataire répond des dommages directs, à raison de 10 000 CHF au maximum par cas.",
     {"basis": "fixed_amount", "amount": "10000", "currency": "CHF", "per": "event"}),
    (FRENCH + "La responsabilité du Prestataire est limitée aux redevances facturées au titre de cette même année.",
     {"basis": "fees_paid", "months": 12}),
    (FRENCH + "La responsabilité du Prestataire est limitée à la redevance mensuelle.", {"basis": "fees_paid", "months": 1}),
    (FRENCH + "La responsabilité de chacune des parties est limitée à 50 000 euros, toutes causes confondues.",
     {"beneficiary": "mutual", "aggregate": True}),
    (FRENCH + "En cas de faute, le Client ne pourrait obtenir une indemnisation supérieure à deux annuités.",
     {"basis": "multiple", "multiple": 2.0, "months": 12, "beneficiary": "provider"}),
    (FRENCH + "La responsabilité du Prestataire est plafonnée à six mois d'abonnement.", {"basis": "fees_paid", "months": 6}),
    (FRENCH + "La responsabilité du Prestataire est limitée, au choix du montant le moins élevé, au prix HTVA de la livraison ou à "
     "9 000 euros.", {"basis": "lesser_of", "amount": "9000"}),
    (FRENCH + "La responsabilité du Prestataire n'excède pas les sommes payées pendant douze mois, ou 1 000 euros si c'est davantage.",
     {"basis": "greater_of", "amount": "1000", "months": 12}),
    (FRENCH + "Le Prestataire est assuré. L'indemnisation due par le Prestataire est limitée à la somme versée par cette compagnie.",
     {"basis": "insurance"}),
    (FRENCH + "Plafond de Garantie : la somme de 180 000 euros, non révisable.\n\nLe Prestataire n'est redevable au titre de sa "
     "responsabilité d'aucune somme au-delà du Plafond de Garantie.", {"basis": "fixed_amount", "amount": "180000"}),
    (FRENCH + "L'indemnité due par le Prestataire est limitée à 30 000 euros ou, s'il est supérieur, au double du prix annuel du "
     "contrat.", {"basis": "greater_of", "amount": "30000", "multiple": 2.0}),
    (FRENCH + "Aucune des parties ne devra à l'autre une indemnité supérieure à deux fois le prix annuel du contrat.",
     {"beneficiary": "mutual", "multiple": 2.0}),
    (FRENCH + "La responsabilité du Prestataire est plafonnée à six mois de part fixe.", {"basis": "fees_paid", "months": 6}),
    (ENGLISH + "The Provider's liability shall not exceed the sum actually paid to the Provider by its professional indemnity insurer.",
     {"basis": "insurance", "months": None}),
    (ENGLISH + "(I) in no event will either party, its officers or agents, have any liability for lost profits, and (II) the aggregate "
     "liability of the Provider is limited to the fees paid in the preceding year.", {"basis": "fees_paid", "beneficiary": "provider"}),
    (ENGLISH + "The Provider's total liability shall not exceed twice the fees payable in the preceding year.",
     {"basis": "multiple", "multiple": 2.0, "months": 12, "look_back": "payable", "aggregate": True}),
    (ENGLISH + "The liability of the Provider to the Customer is limited to the fees paid, in no event more than $500.",
     {"basis": "lesser_of", "amount": "500", "currency": "USD", "beneficiary": "provider"}),
    (ENGLISH + "The Provider's aggregate liability shall not exceed [___].", {"unfinished": True, "amount": None}),
    (ENGLISH + "The Provider's aggregate liability shall not exceed [***].",
     {"basis": "fixed_amount", "unfinished": False, "amount": None}),
]  # fmt: skip


def _caps(text: str) -> list[dict[str, Any]]:
    reading = read_clauses(read(text.encode(), name="contract.txt"), standard())
    return [dict(clause.attributes) for clause in reading.clauses if clause.topic == "liability_cap" and clause.found]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_cap_is_read_as_it_is_written(text: str, expected: dict[str, Any]) -> None:
    """Basis, sum, window, multiple and scope are those of the sentence."""
    (found,) = _caps(text)

    assert expected == {name: found[name] for name in expected}


def test_carve_outs_of_the_next_sentence_belong_to_the_cap() -> None:
    """After "these limitations shall not apply to fraud": the cap before it is open for fraud."""
    (found,) = _caps(
        ENGLISH + "The Provider's liability shall not exceed EUR 9,000. These limitations shall not apply to fraud."
    )

    assert ["fraud"] == found["carve_outs"]


CARVED = [
    (FRENCH, "8.1 La responsabilité du Prestataire est limitée à 9 000 euros.\n\n8.2 Ce plafond n'est pas applicable en cas de dol.",
     ["wilful_misconduct"]),
    (FRENCH, "8. La responsabilité du Prestataire est limitée à 9 000 euros. Cette limite cède devant la fraude.", ["fraud"]),
    (FRENCH, "8. La responsabilité du Prestataire est limitée à 9 000 euros. Ne sont pas plafonnées les suites d'une contrefaçon.",
     ["ip_infringement"]),
    (FRENCH, "8. La responsabilité du Prestataire est limitée à 9 000 euros. Les dommages corporels échappent à cette limite.",
     ["death_injury"]),
    (FRENCH, "8. La responsabilité du Prestataire est limitée à 9 000 euros. Cette limite ne joue pas là où la loi l'interdit.",
     ["other"]),
    (ENGLISH, "8. Limits\n\n8.1 The Provider's liability is limited to EUR 9,000.\n\n8.2 Clause 8.1 does not apply to:\n\n(a) fraud;\n\n"
     "(b) breach of confidentiality.", ["confidentiality", "fraud"]),
    (ENGLISH, "8. The Provider's liability is limited to EUR 9,000. That figure does not restrict liability for personal injury.",
     ["death_injury"]),
    (ENGLISH, "8. Limits\n\n8.1 The Provider's liability is limited to EUR 9,000.\n\n9. Use\n\n9.1 Clause 4 does not apply to fraud.", []),
]  # fmt: skip


@pytest.mark.parametrize(("head", "text", "expected"), CARVED)
def test_carve_outs_of_the_article(head: str, text: str, expected: list[str]) -> None:
    """What the same article leaves outside the limit, in whatever words and with its list; not what another article says."""
    (found,) = _caps(f"{head}\n\n{text}")

    assert expected == found["carve_outs"]


def test_two_general_caps_that_differ_contradict_each_other() -> None:
    """Neither of them is then a basis to rely on."""
    text = (
        FRENCH
        + "La responsabilité du Prestataire est limitée aux sommes payées par le Client. "
        + "La responsabilité du Prestataire ne pourra excéder 100 000 euros."
    )

    assert ["other", "other"] == [found["basis"] for found in _caps(text)]


def test_a_defined_cap_is_read_in_its_definition() -> None:
    """A cap that "shall not exceed the Cap Amount" takes its sum from the definition of that term."""
    text = (
        '1. Definitions\n\n"Cap Amount" means EUR 40,000.\n\n2. Liability\n\n'
        "The total liability of the Provider to the Customer shall not exceed the Cap Amount."
    )

    assert "40000" in [found["amount"] for found in _caps(text)]


def test_what_the_limit_covers_is_no_exception() -> None:
    """ "In contract, negligence or otherwise" is covered; an exception ends where the parties are said not to be liable."""
    text = (
        "Excluding infringement claims, the Provider's entire liability for any damages from any cause whatsoever, whether in "
        "contract, negligence or otherwise, shall in no event exceed the price paid for the Services."
    )
    assert "negligence" not in _caps(text)[0]["carve_outs"]
    text = (
        "Except for a party's obligations under this section, or a party's gross negligence or fraud, neither party will be liable "
        "for (a) indirect damages, (b) loss or corruption of data, or (c) any damages that in the aggregate exceed the fees paid in "
        "the twelve months before the claim."
    )
    assert _caps(text)[0]["carve_outs"] == ["fraud", "gross_negligence"]


@pytest.mark.parametrize("blank", ["[___]", "[amount]", "{{cap}}", "XXX", "______", "à compléter", "${cap}"])
def test_open_sums_are_seen(blank: str) -> None:
    """A blank, a placeholder or a template variable."""
    assert BLANK.search(fold(blank).text)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_expressions_take_linear_time(language: str) -> None:
    """A long hostile sentence is searched at once by every expression of a language."""
    words = LANGUAGES[language]
    hostile = "liability of [ un ( 1 ) not nothing either or " * 500

    assert not words.fractions.keys() & {hostile}
    for expression in (words.bound, words.greater, words.pair, words.not_applied, words.elsewhere, words.times):
        list(expression.finditer(hostile))
