"""The words that make a sum the price of the contract, tell its period, or make it something else. Folded regular
expression pieces.
"""

from __future__ import annotations

from typing import Final, Literal

Recurrence = Literal["month", "quarter", "half_year", "year", "total"]

# Said before a sum (in its sentence) that it is a price.
PRICE: Final = (
    r"\b(?:prix|redevances?|abonnements?|forfait(?:aire)?|tarifs?|montants?|cout|remuneration|factur\w{1,6}"
    r"|loyers?|honoraires|mensualites?|somme|paie(?:ra)?|payer|"
    r"regler(?:a)?|moyennant|contrepartie|fees?|price|charges?|subscription|costs?|rental|pay|pays|payable"
    r"|compensation|consideration|retainer|rate)\b"
)

# Said near a sum that it is no price.
NO_PRICE: Final = (
    r"\b(?:if|si|en cas|in case|enfreint|breach|plafon\w*|limit\w*|exced\w*|excess|exce[ep]d\w*|depass\w*"
    r"|responsab\w*|penal\w*|indemn\w*|retard|garanti\w*|au capital|capital (?:social|de)|"
    # Insured, not the verb of every service: « le Prestataire assure la sauvegarde ».
    r"assur(?:ance\w*|eurs?|ees?|es)|(?:est|sont|etre|montant|capital) assure|assure (?:pour|contre|aupres|a hauteur)|"
    r"franchise|amende|dommages?|remise|acompte|(?<!d')avance|depot|caution\w*|recouvrement|minim\w*|superieur\w*"
    r"|inferieur\w*|seuil|credits?|rembours\w*|chiffre d'affaires|"
    r"supplement\w*|option\w*|heure|horaire|deplacement|installation|mise en service|mise en place|unique"
    r"|ponctuel\w*|a partir de|jusqu'a|au-dela|par incident|"
    r"penalt\w*|liab\w*|cap|capped|insur\w*|damages?|late|overdue|interest|deposit|refund\w*|threshold|setup"
    r"|set-up|one-time|overage|additional|"
    r"extra|excess|up to|at least|starting (?:at|from)|coverage|occurrence|aggregate|hourly|hour|per incident"
    r"|upgrade|reconnection|installation|bonus|discount\w*|free|"
    r"administrative fee|returned|chargeback|par infraction|ransom|rancon|expedition|livraison|exemple|example"
    r"|e\.g\.)\b"
)

# Periods, most telling first; looked for right after the sum, then before it.
PERIODS_AFTER: Final[tuple[tuple[Recurrence, str], ...]] = (
    ("month", r"(?:/|par|per|a|each|every|chaque)[ ]?(?:mois|months?|mo\b)|mensuel\w*|monthly|p\.m\.|/m\b"),
    ("quarter", r"(?:/|par|per|a|each|every|chaque)[ ]?(?:trimestre|quarter)|trimestriel\w*|quarterly"),
    ("half_year", r"(?:/|par|per|chaque)[ ]?semestre|semestriel\w*|semi-annually|half-yearly"),
    ("year", r"(?:/|par|per|a|each|every|chaque)[ ]?(?:ans?\b|annee|year|annum)|annuel\w*|annually|yearly|p\.a\."),
)
PERIODS_BEFORE: Final[tuple[tuple[Recurrence, str], ...]] = (
    ("month", r"mensue(?:l|lle)s?|mensualites?|monthly|par mois|per month|chaque mois"),
    ("quarter", r"trimestrie(?:l|lle)s?|quarterly|par trimestre"),
    ("half_year", r"semestrie(?:l|lle)s?|semi-annual"),
    ("year", r"annue(?:l|lle)s?|annual|yearly|par an|per year|per annum"),
    (
        "total",
        (
            r"(?:prix|montant|price|amount|fees?|charges?) (?:total|global)|(?:total|global"
            r"|contract) (?:contract )?(?:price|amount|fees?|value)\b"
        ),
    ),
)

UNIT: Final = (
    r"(?:/|par|per|each)[ ]?(?P<unit>postes?|utilisateurs?|users?|seats?|serveurs?|servers?|licences?"
    r"|licen[sc]es?|devices?|machines?|workstations?|"
    r"comptes?|accounts?|endpoints?|sites?|boites?|mailbox(?:es)?|terminal|terminaux|equipements?|appareils?"
    r"|agents?|go|gb|to|tb|employees?|salaries?|ordinateurs?|pc)\b"
)
UNITS_COUNTED: Final = (
    r"postes?|utilisateurs?|users?|seats?|serveurs?|servers?|licences?|licen[sc]es?|devices?|machines?"
    r"|workstations?|comptes?|accounts?|endpoints?|sites?|boites?|"
    r"mailbox(?:es)?|terminal|terminaux|equipements?|appareils?|agents?|go|gb|to|tb|employees?|salaries?"
    r"|ordinateurs?|pc"
)
