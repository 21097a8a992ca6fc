"""Reports built by hand: the claim case in French, a hosting agreement in English, a contract without any fault."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

from analyzer.document import Block, Document, Notice, Span
from analyzer.facts.values import AnnualValue, Facts, GoverningLaw, Party, Term
from analyzer.report import Clause, Evidence, Exposure, Finding, LegalBasis, Report, Scenario, Score, Suggestion

FRENCH = """CONTRAT DE SAUVEGARDE

Entre la société Atelier Réseau (ci-après le Prestataire) et la société Les Bijoux du Marais (ci-après le Client).

1. Objet
Le Prestataire garantit la sauvegarde complète du serveur du Client chaque nuit, sur un disque connecté en permanence.

2. Prix
Le prix est de 50,00 € HT par mois.

3. Durée
Le contrat dure douze mois et se renouvelle par tacite reconduction.

4. Force majeure
Les parties sont libérées en cas de force majeure au sens de l'article 1218 du Code civil.

5. Droit applicable
Le contrat est soumis au droit français.
"""

ENGLISH = """HOSTING AGREEMENT

1. Parties
Northgate Hosting Ltd ("we") hosts the website of Fern & Co ("you") for £4,500 a year.

8. Liability
8.1 Our total liability in any contract year is limited to the fees paid in the twelve months before the claim.
8.2 We are not liable for indirect or consequential loss.

9. Law
This agreement is governed by the law of England and Wales.
"""


def document(text: str, name: str, **changes: object) -> Document:
    """A document of this text, in one block."""
    values: dict[str, object] = {
        "name": name,
        "path": f"contracts/{name}",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "format": name.rpartition(".")[2],
        "text": text,
        "blocks": (Block(0, len(text)),),
    }
    return Document(**{**values, **changes})  # type: ignore[arg-type]


def span(text: str, words: str) -> Span:
    """Where these words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def clause(
    source: Document, topic: str, words: str, section: str | None, score: float = 0.97, **attributes: object
) -> Clause:
    """A clause at these words."""
    place = span(source.text, words)
    return Clause(
        topic, place, words, source.page_at(place.start), section, None, score, (f"{topic}-said",), attributes
    )


def evidence(source: Document, words: str) -> Evidence:
    """A quote at these words."""
    place = span(source.text, words)
    return Evidence(place, source.page_at(place.start), words)


READ = LegalBasis(
    "Code civil, art. 1170", "Une clause qui prive de sa substance l'obligation essentielle est réputée non écrite.",
    "V", "2026-11-21", "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000032040925",
)  # fmt: skip
REMEMBERED = LegalBasis(
    "Code civil, art. 1231-3", "Le débiteur n'est tenu que des dommages prévisibles.", "M", "2026-11-21", "aucune"
)
STATUTE = LegalBasis(
    "Unfair Contract Terms Act 1977, s. 3", "A limit in standard terms must be reasonable.", "V", "2026-11-21",
    "https://www.legislation.gov.uk/ukpga/1977/50/section/3",
)  # fmt: skip


def claim_case() -> Report:
    """The French backup contract at 50 EUR a month that met a claim of 39 746.41 EUR."""
    source = document(
        FRENCH,
        "sauvegarde.pdf",
        page_starts=(0, FRENCH.index("3. Durée"), len(FRENCH)),
        empty_pages=(3,),
        notices=(Notice("hidden_text", (("count", "1"), ("text", "prix spécial"))),),
    )
    clauses = (
        clause(source, "obligation_of_result", "Le Prestataire garantit la sauvegarde complète du serveur", "1"),
        clause(
            source,
            "backup_by_provider",
            "Le Prestataire garantit la sauvegarde complète du serveur du Client chaque nuit, sur un disque connecté en permanence.",
            "1",
            frequency="P1D",
            isolated=False,
            restore_test=None,
        ),
        clause(
            source, "force_majeure", "Les parties sont libérées en cas de force majeure", "4", covers_cyberattack=None
        ),
        clause(source, "penalties", "Le prix est de 50,00 € HT par mois.", "2", score=0.12),
        clause(source, "governing_law", "Le contrat est soumis au droit français.", "5"),
    )
    return Report(
        version="0.1.0",
        library_digest="0" * 64,
        language="fr",
        document_language="fr",
        side="provider",
        document=source,
        kind="backup",
        facts=_claim_facts(source),
        clauses=clauses,
        findings=_claim_findings(source),
        exposure=Exposure("EUR", Decimal("600.00"), (_claim_scenario(),)),
        score=Score(31, "E"),
        titles={
            "force_majeure": "Force majeure",
            "governing_law": "Droit applicable",
            "obligation_of_result": "Obligation de résultat",
        },
    )


def _claim_facts(source: Document) -> Facts:
    return Facts(
        provider=Party("provider", "Atelier Réseau", ("le Prestataire",), span(source.text, "Atelier Réseau")),
        customer=Party("customer", "Les Bijoux du Marais", ("le Client",), span(source.text, "Les Bijoux du Marais")),
        governing_law=GoverningLaw(span(source.text, "droit français"), "FR"),
        signed_on=date(2017, 3, 1),
        term=Term(Decimal(12), True, span(source.text, "douze mois")),
        annual_value=AnnualValue(
            Decimal("600"),
            "EUR",
            "excluded",
            Decimal("50"),
            "month",
            span(source.text, "Le prix est de 50,00 € HT par mois."),
        ),
    )


def _claim_scenario() -> Scenario:
    claim = Decimal("39746.41")
    return Scenario(
        id="claim",
        heads={"unallocated": claim},
        loss=claim,
        payable_now=claim,
        payable_if_cap_falls=claim,
        payable_after_fix=Decimal("10000"),
        multiple_now=claim / 600,
        multiple_after_fix=Decimal("10000") / 600,
        insured=None,
        uninsured=None,
    )


def _claim_findings(source: Document) -> tuple[Finding, ...]:
    isolated = evidence(source, "sur un disque connecté en permanence")
    return (
        Finding(
            "force_majeure.cyberattack_missing", "force_majeure_cyber", "low", "Force majeure sans cyberattaque",
            "La clause de force majeure ne dit rien des cyberattaques.",
            "Une attaque que les mesures convenues ne pouvaient empêcher resterait à discuter.",
            "L'article 1218 cité peut suffire.", (REMEMBERED,), (), "advise", None,
        ),
        Finding(
            "liability_cap.missing", "liability_cap", "critical", "Pas de plafond de responsabilité",
            "Aucune clause ne limite la responsabilité du prestataire.",
            "Sans plafond, une seule restauration manquée peut coûter des dizaines d'années de ce que rapporte le contrat ; "
            "l'assurance ne couvre pas au-delà de sa propre limite.",
            "Le plafond peut se trouver dans des conditions générales qui n'ont pas été données.",
            (READ, REMEMBERED), (), "insert",
            Suggestion(
                "fr", "Plafond de responsabilité",
                "La responsabilité d'Atelier Réseau, toutes causes confondues, est limitée à dix mille euros (10 000 €) par an.\n\n"
                "Cette limite ne s'applique ni à la faute lourde ni au dol.",
                "4", FRENCH.index("5. Droit"), None, {"cap": "10000.00", "basis": "floor"},
            ),
        ),
        Finding(
            "backup_by_provider.not_isolated", "backup_by_provider", "high", "Copie non isolée",
            "Aucune copie n'est tenue hors d'atteinte d'un chiffrement du réseau.",
            "Un rançongiciel qui atteint le serveur atteint aussi le disque branché.",
            "L'isolement peut être décrit dans une annexe technique.", (READ,), (isolated,), "replace",
            Suggestion(
                "fr", "Copie isolée", "sur un disque déconnecté après chaque copie", None, None, isolated, {},
            ),
        ),
    )  # fmt: skip


def hosting() -> Report:
    """An English hosting agreement with a cap at one year's fees, two scenarios and an insurance."""
    source = document(ENGLISH, "hosting.docx")
    cap = "Our total liability in any contract year is limited to the fees paid in the twelve months before the claim."
    clauses = (
        clause(
            source, "liability_cap", cap, "8.1", basis="fees_paid", amount=None, currency=None, months=12, multiple=1.0,
            per="year", aggregate=True, beneficiary="provider", carve_outs=[], sub_caps=[{"of": "data", "amount": Decimal("900")}],
        ),
        clause(source, "indirect_damages_exclusion", "We are not liable for indirect or consequential loss.", "8.2"),
    )  # fmt: skip
    value = AnnualValue(Decimal("4500"), "GBP", "unknown", Decimal("4500"), "year", span(ENGLISH, "£4,500 a year"))
    return Report(
        version="0.1.0",
        library_digest="f" * 64,
        language="en",
        document_language="en",
        side="provider",
        document=source,
        kind="hosting",
        facts=Facts(
            provider=Party("provider", "Northgate Hosting Ltd", ("we",), None),
            governing_law=GoverningLaw(span(ENGLISH, "law of England and Wales"), "GB-EAW"),
            annual_value=value,
        ),
        clauses=clauses,
        findings=(
            Finding(
                "insurance.missing", "insurance", "medium", "No insurance clause", "No clause speaks of the provider's insurance.",
                "A cap above the insured sum is paid from the provider's own funds.", "Insurance may be proved elsewhere.",
                (STATUTE,), (), "insert",
                Suggestion("en", "Insurance", "We keep professional liability insurance of £100,000 a claim.", None, None, None, {}),
            ),
        ),
        exposure=Exposure("GBP", Decimal("4500"), (_hosting_scenario("small_outage", "9000"), _hosting_scenario("claim_wave", "90000"))),
        score=Score(78, "B"),
        titles={"indirect_damages_exclusion": "Exclusion of indirect loss", "liability_cap": "Liability cap"},
    )  # fmt: skip


def _hosting_scenario(name: str, loss: str) -> Scenario:
    payable = Decimal("4500")
    return Scenario(
        id=name,
        heads={"restoration": Decimal(loss) / 3, "interruption": Decimal(loss) / 3 * 2},
        loss=Decimal(loss),
        payable_now=payable,
        payable_if_cap_falls=Decimal(loss),
        payable_after_fix=None,
        multiple_now=Decimal(1),
        multiple_after_fix=None,
        insured=Decimal("3500"),
        uninsured=Decimal("1000"),
    )


def unpriced() -> Report:
    """A text that says almost nothing: no price, no parties, no clause, no finding."""
    source = document("Une note sans clause.\n", "note.txt")
    return Report(
        version="0.1.0",
        library_digest="a" * 64,
        language="fr",
        document_language="fr",
        side="customer",
        document=source,
        kind="other",
        facts=Facts(),
        clauses=(),
        findings=(),
        exposure=Exposure("EUR", None, ()),
        score=Score(100, "A"),
    )
