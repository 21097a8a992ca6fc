"""The words of a contract's term and its renewal. Folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Before the length of the term, and how much each says: the lowest wins.
TERM: Mapping[str, int] = MappingProxyType(
    {
        "duree initiale": 0,
        "periode initiale": 0,
        "initial term": 0,
        "initial period": 0,
        "initial service term": 0,
        "initial subscription term": 0,
        "conclu pour": 1,
        "conclue pour": 1,
        "souscrit pour": 1,
        "conclu pour une duree": 1,
        "conclue pour une duree": 1,
        "conclu pour une duree initiale": 0,
        "conclue pour une duree initiale": 0,
        "pour une duree initiale": 0,
        "consenti pour": 1,
        "consentie pour": 1,
        "duree du contrat": 1,
        "duree de l'abonnement": 1,
        "duree d'engagement": 1,
        "duree du marche": 1,
        "engagement de": 2,
        "duree ferme": 1,
        "pour une duree": 2,
        "pour une periode": 3,
        "term of this agreement": 1,
        "term of the agreement": 1,
        "term of this contract": 1,
        "shall continue for": 2,
        "continue in effect for": 1,
        "remain in effect for": 1,
        "remain in force for": 1,
        "shall be in effect for": 1,
        "for a term of": 1,
        "for a period of": 3,
        "contract term": 1,
        "minimum term": 2,
    }
)

# Right before the length of the term, where none of the words above is said: « Pour vingt-quatre mois à compter de »,
# « le contrat court pendant un an ». A length after the first needs its start, so that "pour douze mois, le prix" is none.
STARTS_THE_TERM = r"(?:^|[.;:] )(?:pour|pendant) (?:une (?:duree|periode) (?:\w+ )?de )?"
IS_THE_TERM = (
    r"\b(?:contrat|marche|abonnement|convention|engagement)(?: \w+){0,4}? "
    r"(?:(?:passe|signe|souscrit|etabli)e? pour|court (?:pendant|pour|sur)|dure|vaut pour|a une duree de) "
)
FROM_ITS_START = r"(?: \w+)? (?:a compter|a partir|a dater|des) "

# Near these, a length of time is that of something else.
ANOTHER_TERM = (
    r"\b(?:confidential|secret|non[- ]?(?:solicit|compet|concurrence|sollicitation)|preavis|notice|garanti[er]"
    r"|warrant|conserv|archiv|retention|retain|surviv|"
    r"paiement|payment|prolong|suspen|renouvel|reconduit|renew|reversibilit|essai|trial|prescri|apres|after"
    r"|following|au cours|preceding|prior|dernier)"
)

# Said of a contract that renews by itself; a denial before or inside turns it round.
RENEWAL: Mapping[str, bool] = MappingProxyType(
    {
        "tacite reconduction": True,
        "reconduction tacite": True,
        "reconduit tacitement": True,
        "reconduite tacitement": True,
        "tacitement reconduit": True,
        "tacitement reconduite": True,
        "tacitement reconductible": True,
        "tacitement renouvele": True,
        "renouvele tacitement": True,
        "renouvelable tacitement": True,
        "renouvelable par tacite": True,
        "renouvellement tacite": True,
        "tacite renouvellement": True,
        "renouvele automatiquement": True,
        "renouveles automatiquement": True,
        "renouvelle automatiquement": True,
        "renouvelle tacitement": True,
        "automatiquement renouvele": True,
        "automatiquement reconduit": True,
        "reconduit automatiquement": True,
        "renouvellement automatique": True,
        "reconduction automatique": True,
        "reconduction expresse": False,
        "renouvellement expres": False,
        "automatically renew": True,
        "automatically renews": True,
        "automatically be renewed": True,
        "automatically renewed": True,
        "automatically be extended": True,
        "automatically extended": True,
        "automatically extend": True,
        "renew automatically": True,
        "renews automatically": True,
        "renewed automatically": True,
        "automatic renewal": True,
        "auto-renew": True,
        "auto-renewal": True,
        "auto-renews": True,
    }
)
DENIAL = r"\b(?:sans|ne|n'|pas|aucune?|exclusion|exclue?|hors|not|no|never|without|nor)\b"
