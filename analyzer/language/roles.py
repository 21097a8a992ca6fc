"""The nouns and pronouns by which contracts name their parties. Folded; the plural is formed where it is looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Role nouns of one language. Weak nouns count only where nothing stronger names the role, or where a definition
    says so.
    """

    provider: tuple[str, ...]
    customer: tuple[str, ...]
    weak_provider: tuple[str, ...]
    weak_customer: tuple[str, ...]
    either: tuple[str, ...]  # names one side or the other: the side that is left
    we: tuple[str, ...]
    you: tuple[str, ...]
    both: tuple[str, ...]
    articles: frozenset[str]
    not_after: frozenset[str]  # a noun after one of these words is somebody else

    def common(self) -> frozenset[str]:
        """Words that no trade name holds."""
        nouns = (
            *self.provider,
            *self.customer,
            *self.weak_provider,
            *self.weak_customer,
            *self.either,
            *self.we,
            *self.you,
        )
        return COMMON | frozenset(nouns) | frozenset(f"{noun}s" for noun in nouns)


# Defined terms and capitalised words that name no party.
COMMON = frozenset(
    [
        "party",
        "parties",
        "partie",
        "parties",
        "service",
        "services",
        "agreement",
        "contract",
        "contrat",
        "contrats",
        "site",
        "sites",
        "website",
        "software",
        "logiciel",
        "content",
        "contenu",
        "information",
        "data",
        "donnees",
        "terms",
        "conditions",
        "term",
        "use",
        "user",
        "group",
        "affiliate",
        "affiliates",
        "equipment",
        "product",
        "products",
        "documentation",
        "fees",
        "plateforme",
        "platform",
        "application",
        "applications",
        "commande",
        "reservation",
        "account",
        "compte",
        "support",
        "equipment",
        "termination",
        "discounts",
        "ach",
        "inc",
        "inc.",
        "llc",
        "llc.",
        "ltd",
        "ltd.",
        "corp",
        "corp.",
        "corporation",
        "limited",
        "sa",
        "s.a.",
        "sas",
        "sarl",
        "quote",
        "responsible",
        "sow",
        "msa",
        "sla",
        "code",
        "article",
        "section",
        "annexe",
        "annex",
        "schedule",
        "exhibit",
        "this",
        "these",
        "ce",
        "cette",
        "if",
        "he",
        "she",
        "it",
        "they",
        "il",
        "elle",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "disclosing",
        "receiving",
        "indemnifying",
        "le",
        "la",
        "les",
        "l'",
        "the",
        "de",
        "des",
        "du",
        "cgu",
        "cgv",
        "cgs",
        "contenu",
        "oeuvre",
        "order",
        "statement",
        "exhibit",
        "annexe",
    ]
)

FRENCH = RoleWords(
    provider=(
        "prestataire",
        "prestataire de services",
        "prestataire de service",
        "fournisseur",
        "editeur",
        "hebergeur",
        "titulaire",
        "titulaire du marche",
        "concedant",
        "developpeur",
        "mainteneur",
        "infogerant",
        "infogereur",
        "infogeriste",
        "integrateur",
        "vendeur",
        "societe de services",
        "societe prestataire",
        "loueur",
        "installateur",
        "donneur de licence",
        "exploitant",
        "operateur",
        "soumissionnaire",
        "entrepreneur",
        "bureau d'etudes",
        "organisme de formation",
    ),
    customer=(
        "client",
        "cliente",
        "beneficiaire",
        "abonne",
        "utilisateur",
        "utilisatrice",
        "licencie",
        "maitre d'ouvrage",
        "acheteur",
        "acheteur public",
        "pouvoir adjudicateur",
        "adherent",
        "souscripteur",
        "locataire",
        "donneur d'ordre",
        "acquereur",
        "commanditaire",
        "consommateur",
        "entite adjudicatrice",
        "personne publique",
    ),
    weak_provider=(
        "sous-traitant",
        "consultant",
        "agence",
        "distributeur",
        "revendeur",
        "conseil",
        "studio",
        "plateforme",
        "freelance",
    ),
    weak_customer=(
        "administration",
        "partenaire",
        "responsable de traitement",
        "responsable du traitement",
        "membre",
        "collectivite",
        "preneur",
    ),
    either=(
        "societe",
        "ville",
        "commune",
        "metropole",
        "region",
        "departement",
        "universite",
        "hopital",
        "association",
        "banque",
    ),
    we=("nous", "notre", "nos"),
    you=("vous", "votre", "vos"),
    both=(
        "les parties",
        "des parties",
        "aux parties",
        "deux parties",
        "chaque partie",
        "chacune des parties",
        "l'une ou l'autre des parties",
        "l'une des parties",
        "l'une ou l'autre partie",
        "aucune des parties",
        "aucune partie",
        "les deux parties",
        "toute partie",
        "une partie",
        "partie defaillante",
    ),
    articles=frozenset({"le", "la", "l'", "du", "au", "les", "des", "aux"}),
    not_after=frozenset({"autre", "autres", "tiers", "ancien", "nouveau", "futur", "sous"}),
)

ENGLISH = RoleWords(
    provider=(
        "provider",
        "service provider",
        "hosting provider",
        "managed service provider",
        "supplier",
        "vendor",
        "contractor",
        "licensor",
        "host",
        "seller",
        "developer",
        "consultant",
        "msp",
        "outsourcer",
        "hosting company",
    ),
    customer=(
        "customer",
        "client",
        "licensee",
        "subscriber",
        "user",
        "end user",
        "end-user",
        "buyer",
        "purchaser",
        "account holder",
        "tenant",
        "lessee",
        "renter",
    ),
    weak_provider=(
        "processor",
        "operator",
        "publisher",
        "agency",
        "agent",
        "reseller",
        "distributor",
        "firm",
        "studio",
    ),
    weak_customer=("controller", "member", "merchant", "partner", "end users", "recipient", "affiliate", "school"),
    either=(
        "company",
        "city",
        "county",
        "university",
        "hospital",
        "bank",
        "council",
        "agency",
        "authority",
        "department",
    ),
    we=("we", "us", "our", "ours", "ourselves"),
    you=("you", "your", "yours", "yourself"),
    both=(
        "each party",
        "either party",
        "neither party",
        "both parties",
        "the parties",
        "any party",
        "a party",
        "no party",
        "each of the parties",
        "either of the parties",
        "neither of the parties",
        "one party",
        "such party",
        "the other party",
        "parties hereto",
        "the parties hereto",
        "party's",
        "a responsible party",
    ),
    articles=frozenset({"the", "a", "an", "any", "each"}),
    not_after=frozenset(
        [
            "party",
            "third-party",
            "internet",
            "network",
            "upstream",
            "other",
            "another",
            "prior",
            "cloud",
            "telecommunications",
            "access",
            "identity",
            "payment",
            "independent",
        ]
    ),
)
LANGUAGES: Mapping[str, RoleWords] = MappingProxyType({"fr": FRENCH, "en": ENGLISH})

# What may stand before a French sentence's pronoun: « En outre, il … ».
OPENINGS_FR = (
    "en outre|de plus|a ce titre|a cet effet|a cette fin|dans ce cas|dans ce cadre|en consequence|par ailleurs"
    "|toutefois|cependant|neanmoins|ainsi|notamment|en particulier|en cas|a defaut|pour|enfin|egalement|a l'issue"
    "|au terme|a la fin|pendant|durant|au titre|sur demande|dans la mesure du possible|en tout etat de cause"
    "|de meme|en revanche|avant|apres|lors|des|sauf|si|lorsque|lorsqu'"
)
# What follows « il » where it stands for nobody: « il convient de », « il est convenu que ».
IMPERSONAL_FR = (
    "(?:appartien|incomb|revien|convien|result|import|suffi|exist)\\w*|faut|faudra|agit|agira|vous|nous"
    "|se (?:peut|pourrait|trouve que)|(?:peut|pourra) arriver|a ete|y a"
    "|(?:pourra|peut|doit|devra|saurait|pourrait) (?:lui |en )?etre"
    "|(?:est|sera|serait|soit) (?:(?:pas|ici|donc|toutefois|egalement|par ailleurs|bien|en outre|notamment"
    "|expressement|prealablement|en particulier|entre autres|d'ores et deja|de convention expresse|formellement"
    "|strictement|clairement) ){0,2}(?:de|convenu|precise|entendu|rappele|interdit|possible|recommande|conseille"
    "|procede|fait|prevu|admis|stipule|loisible|necessaire|indispensable|souhaitable|souhaite|demande|souligne"
    "|exclu|applique|du|tenu compte|etabli|deroge|porte|mis fin|mis en place|cree|dresse|remis|verse|reclame|note"
    "|ajoute|signale|indique|question|facture|effectue|accorde|statue|pourvu|donne|constate|propose|prudent|utile"
    "|constitue|redige|important|essentiel|vrai|certain)"
)
