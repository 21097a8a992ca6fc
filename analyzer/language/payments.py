"""The words for what a customer pays: heads ("sommes", "fees"), verbs of paying, and the words that make a sum
something else. Folded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class PaymentWords:
    """Regular expression pieces, each an alternation of folded words.

    `heads` begin a reference; `own` are heads that are one by themselves; `qualified` are heads that are one with
    `ahead` before or
    `behind` after them. `paid` and `payable` close "heads … paid"; `apart` are words
    that make it another matter (damages, a tax).
    """

    heads: tuple[str, ...]
    own: str
    qualified: str
    ahead: str
    behind: str
    paid: str
    payable: str
    apart: str
    not_before: frozenset[str]
    not_after: str


FRENCH = PaymentWords(
    heads=(
        *[
            "montant",
            "montants",
            "somme",
            "sommes",
            "prix",
            "redevance",
            "redevances",
            "honoraires",
            "remuneration",
            "abonnement",
            "abonnements",
            "facture",
            "factures",
            "frais",
            "paiement",
            "paiements",
            "versement",
            "versements",
            "cout",
            "tarif",
            "tarifs",
            "total",
            "valeur",
            "forfait",
            "loyer",
            "loyers",
            "devis",
            "cotisation",
            "cotisations",
            "mensualite",
            "mensualites",
            "annuite",
            "annuites",
            "contrepartie",
            "acomptes",
            "facturation",
            "budget",
            "commission",
            "commissions",
            "encaissements",
            "frais d'abonnement",
            "couts d'abonnement",
        ],
        *[
            f"{unit} {link}{what}"
            for unit in ("mois", "an", "ans", "annee", "annees")
            for link, what in (
                ("d'", "abonnement"),
                ("d'", "honoraires"),
                ("de ", "redevance"),
                ("de ", "redevances"),
                ("de ", "facturation"),
                ("de ", "service"),
                ("de ", "prestation"),
                ("de ", "prestations"),
                ("de ", "maintenance"),
                ("de ", "contrat"),
                ("de ", "part"),
                ("de ", "forfait"),
                ("de ", "loyer"),
                ("de ", "loyers"),
                ("d'", "hebergement"),
                ("d'", "infogerance"),
            )
        ],
        "prix convenu",
        "contrepartie financiere",
        "chiffre d'affaires",
        "ce que vous",
        "ce que le client",
    ),
    own=r"redevances?|honoraires|(?:frais|couts) d'abonnement"
    r"|loyers?|mensualites?|annuites?|cotisations?|prix convenu|contrepartie financiere"
    r"|(?:mois|ans?|annees?) d(?:'|e )[a-z]+",
    qualified=r"prix|redevances?|abonnements?|montants?|valeur|forfait|remuneration|cout|budget"
    r"|facturation|total|chiffre d'affaires|tarifs?|mensualites?|annuites?",
    ahead=r"(?:trimestres?|semestres?) (?:d'|de |de l'|du )$",
    behind=(
        r"(?: (?:total(?:es?)?|globale?|annuel(?:le)?s?|mensuel(?:le)?s?|trimestriel(?:le)?s?|ht|h\.t\.|ttc"
        r"|hors taxes?|hors tva|htva|hors t\.?v\.?a\.?|tvac|net|forfaitaire|maximum|stipulee?s?|convenue?s?"
        r"|contractuel(?:le)?|initiale?|d'achat|de vente)){0,4}"
        r"(?:(?: (?:du|de la|des|de l'|de|d'un|d'une|de ce|de cette|au titre du|au titre de la|relatifs? aux?))? ?"
        r"(?:(?:present|presente|dit|dite) )?(?:(?:prix|montant|valeur|cout) (?:du|de la|des|de l') ?)?"
        r"(?:contrats?|commandes?|prestations?|services?|abonnements?|devis|marche|course|licences?"
        r"|interventions?|bon de commande|redevances?"
        r"|factures?|forfait|maintenance|reservation|produits?|missions?|honoraires|formule|accord-cadre"
        r"|hebergement|logiciels?|formations?|sprints?|iterations?|lots?|modules?|locations?|achats?|ventes?|adhesion|seances?|billets?"
        r"|stages?|projets?|tranches?|phases?|jalons?|options?|offres?|convention|audits?|etudes?|livrables?|livraisons?|fournitures?"
        r"|travaux|prestataire|fournisseur)\b"
        r"|(?: (?:total(?:es?)?|stipulee?s?|convenue?s?|prevue?s?|fixee?s?)){1,2} (?:pour|au titre d') ?"
        r"(?:un an|une annee|l'annee|une periode|(?:douze|12) mois)\b"
        r"|(?: (?:total(?:es?)?|forfaitaires?|hors taxes?|ht|ttc)){0,3} (?:de|pour) (?:cette|ladite|la) (?:meme )?(?:annee|periode)\b"
        r"|(?<=annuel)|(?<=annuelle)|(?<=annuels)|(?<=annuelles)|(?<=mensuel)|(?<=mensuelle)|(?<=mensuels)"
        r"|(?<=mensuelles)"
        r"|(?<=trimestriel)|(?<=trimestrielle))"
    ),
    paid=r"(?<!-)(?:vers|pay|encaiss|regl|acquitt|debours|support)ee?s?|percue?s?|recue?s?",
    payable=r"dus|dues?|du(?= (?:par|au titre|en vertu|en application|a la)\b)|facturees?"
    r"|(?<!la )(?<!une )(?<!de )(?<!sur )(?<!les )(?<!des )(?<!sa )(?<!votre )(?<!selon )(?<!par )factures?"
    r"|exigibles?|payables?|a payer",
    apart=(
        r"penalit|indemni[st]|interet|dommage|prejudic|retard|assur|franchise|caution|garanti|amende|impot"
        r"|taxe[s]? sur|capital|rembours"
        r"|responsabilit|sinistre|avoir|pourra|doit|devra|sera|seront|sont|est|peut|ne|n'"
    ),
    not_before=frozenset({"capital", "franchise"}),
    not_after=r" ?(?:d'avocats?|d'huissiers?|de justice|d'expert)",
)

ENGLISH = PaymentWords(
    heads=(
        *[
            "amount",
            "amounts",
            "fee",
            "fees",
            "charge",
            "charges",
            "sum",
            "sums",
            "price",
            "prices",
            "payment",
            "payments",
            "compensation",
            "consideration",
            "subscription",
            "subscriptions",
            "cost",
            "costs",
            "remuneration",
            "money",
            "moneys",
            "monies",
            "revenue",
            "revenues",
            "royalties",
            "royalty",
            "commissions",
            "value",
            "rent",
            "rental",
            "rentals",
            "total",
            "totals",
            "funds",
            "premiums",
            "retainer",
            "commission",
        ],
        *[
            f"{unit} of {what}"
            for unit in ("month", "months", "year", "years")
            for what in ("service", "fees", "charges", "subscription")
        ],
        "invoiced amount",
        "last invoice",
        "what you",
        "what customer",
        "what has been",
    ),
    own="fees|charges|subscription fees?|retainer|remuneration|invoiced amount|last invoice|(?:month|year)s? of [a-z]+",
    qualified=r"fees?|charges?|price|subscription|payments?|cost|value|compensation|rentals?|rent|remuneration|amounts?",
    ahead=(
        r"(?:(?:\d|one)[- ]year|annual(?:ized|ised)?|yearly|monthly|quarterly|subscription|services?|licen[cs]e"
        r"|maintenance|support|hosting|recurring"
        r"|purchase|plan|invoice|net order|contract(?:ual)?|consulting|management|setup|usage|professional services"
        r"|sponsorship|basic|order|(?:months?|years?|quarters?)'?s?'?) $"
    ),
    behind=(
        r"(?: (?:paid|payable|agreed|stipulated|charged|quoted|set))? (?:of|for) "
        r"(?:the |this |that |such |its |your |any |each )?(?:[a-z]+ ){0,2}"
        r"(?:contract|agreement|order|services?|work|subscription|sow|products?|software|licen[cs]e|maintenance"
        r"|support|purchase|transaction|plans?|tickets?|assignment|engagement|project|event|course|invoices?|module|licen[cs]es?|years?|months?|quarters?)\b"
    ),
    paid=(
        r"paid(?! (?:services?|plans?|subscriptions?|accounts?|versions?|features?))|received|(?<!to )pays?"
        r"|collected|prepaid|remitted|made"
    ),
    payable=r"payable|owed|owing|due|invoiced|billed|charged|to be paid|be paid|accrued|chargeable|pay or owe",
    apart=(
        r"damages?|settlement|attorneys?|insurance|penalt|interest|tax|taxes|refund|liabilit|loss|losses|judgment"
        r"|award|credit|indemni"
        r"|shall|will|must|may|is|are|not|should"
    ),
    not_before=frozenset(
        [
            "attorney",
            "attorneys",
            "attorney's",
            "attorneys'",
            "legal",
            "court",
            "late",
            "filing",
            "arbitration",
            "expert",
            "experts",
            "experts'",
            "lawyer",
            "lawyers",
            "lawyers'",
            "lawyer's",
            "reasonable",
            "reconnection",
            "cancellation",
            "termination",
            "counsel",
            "solicitors",
            "solicitors'",
            "processing",
            "collection",
            "finance",
            "criminal",
        ]
    ),
    not_after=r" ?(?:of counsel|of attorneys|against)"
    r"|(?<=\bcharge) (?:you|customer|client|a|the)\b|(?<=\bpayment) by credit",
)

LANGUAGES: Mapping[str, PaymentWords] = MappingProxyType({"fr": FRENCH, "en": ENGLISH})

# Words that may stand before a head and belong to the reference: "total", "aggregate annual service".
MODIFIERS_AHEAD: frozenset[str] = frozenset(
    [
        "total",
        "aggregate",
        "annual",
        "annualized",
        "annualised",
        "yearly",
        "monthly",
        "quarterly",
        "subscription",
        "service",
        "services",
        "license",
        "licence",
        "maintenance",
        "support",
        "hosting",
        "recurring",
        "purchase",
        "contract",
        "contractual",
        "consulting",
        "management",
        "applicable",
        "cumulative",
        "entire",
        "net",
        "gross",
        "actual",
        "full",
        "basic",
        "order",
        "product",
        "sponsorship",
        "professional",
        "one-year",
        "1-year",
        "2-year",
        "3-year",
    ]
)

# Who pays something that is not the price.
NOT_THE_CUSTOMER = (
    r" (?:out )?(?:par|by) (?:le |l'|la |les |son |ses |sa |leurs? |cette |cet |ce |nos |notre "
    r"|the |its |our |their |an? |any )?(?:prestataire|fournisseur|editeur|hebergeur"
    r"|titulaire|concedant|assur"
    r"|compagnie|tiers|insur|provider|supplier|vendor|licensor|third)"
    r"| to (?:the |our |any |you\b)?(?:customers?|clients?|licensee|third|you\b)|a l'assur| aux? tiers| au client"
)
