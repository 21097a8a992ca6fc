"""Which wording is suggested, in which words, at which place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from analyzer.facts.values import Facts, Party
from analyzer.library import standard
from analyzer.pipeline import Settings, judge, read_clauses
from analyzer.profile import Insurance, Profile
from analyzer.readers import read
from analyzer.report import Report, Suggestion
from analyzer.wording import Figures, fill, names

HOSTING = """HOSTING AGREEMENT

Between Alder Ltd (the "Supplier") and Birch Ltd (the "Customer").

1. Service
1.1 The Supplier hosts the Customer's servers. The Supplier backs up the Customer's data every night.

2. Price
2.1 The Customer pays GBP 2,000 a month.

3. End
3.1 On termination the Supplier shall hand over the passwords and the latest backup of the Customer's data.
"""
TERMS_FOR_ALL = """CONDITIONS GÉNÉRALES D'HÉBERGEMENT

1. Le Prestataire héberge le site du Client.
2. Si le Client est un consommateur, il dispose d'un délai de rétractation de quatorze jours.
3. Le contrat est soumis au droit français.
"""


def _report(text: str, **settings: object) -> Report:
    reading = read_clauses(read(text.encode(), name="contract.txt"), standard())
    return judge(reading, standard(), Settings(**settings), "")  # type: ignore[arg-type]


def _suggestion(report: Report, identifier: str) -> Suggestion:
    suggestion = next(each.suggestion for each in report.findings if each.id == identifier)
    assert suggestion is not None
    return suggestion


def test_a_cap_in_terms_for_consumers_binds_businesses() -> None:
    """Against a consumer a cap is void: the wording says whom it binds, and no finding says that it does not."""
    before = _report(TERMS_FOR_ALL)
    text = _suggestion(before, "liability_cap.missing").text
    after = _report(f"{TERMS_FOR_ALL}4. {text}\n")

    assert text.startswith("À l'égard du client qui agit à des fins professionnelles")
    assert not {"liability_cap.missing", "liability_cap.consumer", "consumer_customer.cap_void"} & {
        each.id for each in after.findings
    }


def test_a_cap_never_exceeds_the_insured_sum() -> None:
    """Where the policy pays less than the fees, the sum alone is written: no multiple of fees that could outgrow it."""
    insurance = Insurance(limit_per_claim=Decimal(9000), deductible=Decimal(1000))
    report = _report(HOSTING, profile=Profile(insurance=insurance), claim=Decimal(50000))
    suggestion = _suggestion(report, "liability_cap.missing")

    assert "shall not exceed eight thousand pounds sterling (£8,000.00)" in suggestion.text
    assert ("8000.00", "insurance") == (suggestion.parameters["cap"], suggestion.parameters["basis"])
    assert Decimal("8000.00") == report.exposure.scenarios[0].payable_after_fix


def test_the_insurance_clause_bounds_the_cap_too() -> None:
    """A sum insured that the contract states counts where no profile speaks."""
    report = _report(HOSTING + "\n4. Insurance\n4.1 The Supplier maintains insurance of GBP 12,000 per claim.\n")

    assert "12000.00" == _suggestion(report, "liability_cap.missing").parameters["cap"]


def test_each_level_says_what_it_lets_through() -> None:
    """Protective: one year's fees; balanced: two."""
    claim = _report(HOSTING, claim=Decimal(50000)).exposure.scenarios[0]

    assert {"protective": Decimal("24000.00"), "balanced": Decimal("48000.00")} == claim.payable_by_level


def test_a_clause_joins_the_article_that_is_about_it() -> None:
    """The backup handed over at the end is a clause on the end: what is said of backups stands with the backups."""
    assert "1.1" == _suggestion(_report(HOSTING), "backup_by_provider.not_isolated").after_section


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        (1_000_000, "EUR", "un million d'euros"),
        (2_000_000, "GBP", "deux millions de livres sterling"),
        (1_200_000, "EUR", "un million deux cent mille euros"),
        (21, "GBP", "vingt et une livres sterling"),
        (10_000, "EUR", "dix mille euros"),
    ],
)
def test_sums_in_words(amount: int, currency: str, words: str) -> None:
    """French counts millions as nouns and pounds as feminine."""
    figures = Figures(Decimal(1), Decimal(amount), Decimal(amount), "floor", currency)

    assert words == fill("{cap_words}", "fr", Facts(), figures)[0]


@pytest.mark.parametrize(
    ("multiple", "language", "words"),
    [("1", "fr", "une"), ("21", "fr", "vingt et une"), ("1.5", "fr", "1,5"), ("2", "en", "two")],
)
def test_multiples_in_words(multiple: str, language: str, words: str) -> None:
    """« une fois », not « un fois »."""
    figures = Figures(Decimal(multiple), Decimal(1), Decimal(1), "fees", "EUR")

    assert words == fill("{multiple_words}", language, Facts(), figures)[0]


@pytest.mark.parametrize(
    ("language", "name", "aliases", "plain", "of"),
    [
        ("en", "eGain Corporation", ("eGain",), "eGain", "of eGain"),
        ("en", None, ("XIMAGE",), "XIMAGE", "of XIMAGE"),
        ("en", None, ("client",), "the client", "of the client"),
        ("en", "IDrive Inc.", ("We", "us", "our"), "the Provider", "of the Provider"),
        ("fr", "Gletscherdata AG", ("GLD",), "GLD", "de GLD"),
        ("fr", None, ("Collectivité",), "la Collectivité", "de la Collectivité"),
        ("fr", None, ("Hébergeur",), "l'Hébergeur", "de l'Hébergeur"),
        ("fr", None, ("PRESTATAIRE",), "le PRESTATAIRE", "du PRESTATAIRE"),
        ("fr", None, ("vous", "utilisateur"), "le Prestataire", "du Prestataire"),
    ],
)
def test_parties_are_called_as_in_the_contract(
    language: str, name: str | None, aliases: tuple[str, ...], plain: str, of: str
) -> None:
    """By their own name without an article, by their role with the right one, never by a pronoun."""
    forms = names(Facts(provider=Party("provider", name, aliases, None)), language)

    assert (plain, of) == (forms["provider"], forms["of_provider"])
    assert "egain" not in forms["Provider"].casefold() or forms["Provider"] == "eGain"


PARTS = """CONTRAT D'HÉBERGEMENT

Entre Alpha SAS (« le Prestataire ») et Béta SARL (« le Client »).

1. Objet
1.1 Le Prestataire héberge les serveurs du Client et sauvegarde ses données chaque nuit.

2. Responsabilité
2.1 Le Prestataire n'est pas responsable des dommages indirects.

3. Droit
3.1 Le contrat est soumis au droit français.

Fait à Lyon, le 3 mars 2026

Annexe 1 - Niveaux de service

| Engagement | Niveau |
|---|---|
| Disponibilité mensuelle garantie | 99,9 % |
| Support | en semaine |
"""


def _placed(identifier: str) -> tuple[Suggestion, str]:
    reading = read_clauses(read(PARTS.encode(), name="contract.md"), standard())
    suggestion = _suggestion(judge(reading, standard(), Settings(), ""), identifier)
    assert suggestion.after is not None
    return suggestion, PARTS[: suggestion.after]


def test_a_cap_joins_the_article_on_liability() -> None:
    """Where no cap stands, its place is the article that leaves indirect loss out, not the end of the contract."""
    suggestion, before = _placed("liability_cap.missing")

    assert ("2.1", True) == (suggestion.after_section, suggestion.joins)
    assert before.endswith("dommages indirects.")


def test_an_annex_that_speaks_of_the_topic_too_is_not_the_place() -> None:
    """The isolated copy belongs beside the promise to back up, not beside the figures of the annex that checks it."""
    text = PARTS.replace("| Support | en semaine |", "| Contrôle des sauvegardes | quotidien |")
    text = text.replace("\n\n2. Resp", " Le Prestataire sauvegarde chaque nuit les données du Client.\n\n2. Resp")
    reading = read_clauses(read(text.encode(), name="contract.md"), standard())

    assert (
        "1.1"
        == _suggestion(judge(reading, standard(), Settings(), ""), "backup_by_provider.not_isolated").after_section
    )


def test_what_has_no_article_becomes_one_behind_the_last() -> None:
    """Before the signatures and the annexes, and it says behind which article."""
    suggestion, before = _placed("duty_to_advise.missing")

    assert ("3", False) == (suggestion.after_section, suggestion.joins)
    assert before.endswith("droit français.")


def test_a_sentence_does_not_take_the_place_of_a_row_alone() -> None:
    """Where nothing but a table promises a result the wording follows the table, in the annex."""
    suggestion, before = _placed("obligation_of_result.assumed")

    assert (None, "annexe 1") == (suggestion.replaces, suggestion.after_section)
    assert before.endswith("en semaine |")


@pytest.mark.parametrize(
    ("name", "aliases", "written"),
    [
        ("INFOREZO", ("INFOREZO",), "ce qu'INFOREZO dit, averti"),
        ("Hetzner", ("Hetzner",), "ce que Hetzner dit, averti"),
        (None, ("Client",), "ce que le Client dit, averti"),
        (None, ("administration",), "ce que l'administration dit, avertie"),
        (None, ("Collectivité",), "ce que la Collectivité dit, avertie"),
    ],
)
def test_french_words_agree_with_the_party(name: str | None, aliases: tuple[str, ...], written: str) -> None:
    """« que » loses its vowel before a name that begins with one; a word in both genders takes the party's."""
    figures = Figures(Decimal(1), Decimal(1), Decimal(1), "fees", "EUR")
    facts = Facts(customer=Party("customer", name, aliases, None))

    assert written == fill("ce que {customer} dit, {customer:averti|avertie}", "fr", facts, figures)[0]


@pytest.mark.parametrize(
    ("sold", "said"), [("", False), ("Le Prestataire sauvegarde chaque nuit les données du Client.\n", True)]
)
def test_backups_are_spoken_of_where_they_are_sold(sold: str, said: bool) -> None:
    """The customer's security duties name the machines of the backup only in a contract that has one."""
    report = _report(f"Contrat d'infogérance\n\nLe Prestataire assure l'infogérance des serveurs du Client.\n{sold}")

    assert said == ("sauvegarde" in _suggestion(report, "customer_security_duties.missing").text)
