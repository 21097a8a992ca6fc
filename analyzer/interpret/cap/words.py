"""The words by which French and English contracts bound a liability: regular expression pieces over folded text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Expression = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class CapWords:
    """One language. Every expression runs on folded text (lower case, no accents)."""

    bound: Expression  # the verb or noun after which the ceiling stands
    greater: Expression
    lesser: Expression
    at_most: Expression  # between two ceilings: the second bounds the first
    at_least: Expression  # between two ceilings: the second is a floor
    insurance: Expression
    times: Expression  # group 1: a number in digits or words
    fractions: Mapping[str, float]
    payable: Expression
    same_window: Expression  # after the fees: their window was told before them, "in that period"
    windows: tuple[tuple[Expression, int], ...]  # said without a number: « annuel », "monthly"
    per: tuple[tuple[Expression, str], ...]
    aggregate: Expression  # anywhere in the clause
    aggregate_ahead: Expression  # before the ceiling only: "total" may belong to the fees after it
    heads: Expression  # what is bounded: liability, damages …
    owner_ahead: Expression  # what may stand between an owner and the head: "'s total aggregate"
    owner_behind: Expression  # what may stand between the head and its owner: « totale du »
    subject: Expression  # what may stand between a subject and "liable"
    joined: Expression  # between two owners
    pair: Expression  # both parties named before the liability: "either Customer's or Provider's liability"
    elsewhere: Expression
    exception: Expression  # opens an exception inside a sentence
    not_applied: Expression  # says in a sentence of its own that the limit does not hold
    claims_for: Expression  # the scope of a special ceiling
    window_opens: Expression  # a stray end of the ceiling: "for the past three months"


def _compile(text: str) -> Expression:
    return re.compile(text)


NUMBERS: Mapping[str, float] = MappingProxyType(
    {
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "dix": 10,
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
        **{f"{word} and {half}": number + 0.5 for number, word in enumerate(("one", "two", "three", "four", "five"), 1)
           for half in ("a half", "one half", "one-half", "a-half")},
    }
)  # fmt: skip

FRENCH = CapWords(
    bound=_compile(
        r"\b(?:exced\w*|depass\w*|superieure?s?|plafonn\w*|plafonds?|hauteur|concurrence|limitee?s?|limiter"
        r"|limitera|limitent|dans les? limites?"
        r"|cantonn\w*|bornee?s?|circonscrite?s?|restreinte?s?|maxim(?:um|al|ale)|au-? ?dela|contenue?s?|outrepass\w*"
        r"|s'arret(?:e|ent|era|eront)|davantage que|plus que|va pas plus loin)\b"
    ),
    greater=_compile(
        r"\bplus (?:elevee?s?|haute?s?|importante?s?|grande?s?|forte?s?)\b|\bsi (?:c'est|cela fait|ce montant est"
        r"|cette somme est|celui-ci est|celle-ci est) (?:davantage|superieure?|plus(?! (?:faible|bas|petit|reduit)))"
        r"|\bs'(?:il|elle) (?:est|lui est|leur est) (?:superieure?|plus (?:elevee?|importante?|haute?))\b"
    ),
    lesser=_compile(
        r"\bplus (?:faibles?|basse?s?|bas|petite?s?|reduite?s?)\b|\bmoindre\b|\bmoins elevee?s?\b"
        r"|\bsi (?:c'est|cela fait|ce montant est|cette somme est|celui-ci est|celle-ci est) (?:moins|inferieure?)"
        r"|\bs'(?:il|elle) (?:est|lui est|leur est) (?:inferieure?|moins elevee?|plus (?:faible|basse?|petite?|reduite?))\b"
    ),
    at_most=_compile(
        r"\b(?:dans la limite|maximum|plafond|sans (?:toutefois )?(?:pouvoir )?(?:exceder|depasser)|sans que"
        r"|ne (?:peut|pourra|saurait)|limitee? a|plafonnee? a)\b"
    ),
    at_least=_compile(r"\b(?:au (?:minimum|moins)|minimum|plancher|sans pouvoir etre inferieure?)\b"),
    insurance=_compile(
        r"\b(?:assurances?|assureurs?|polices?|garanties? (?:souscrite|de l'assur)|montants? garantis?"
        r"|sommes? garanties?|couverture|par (?:cette|la|sa|leur|notre) compagnie)\b"
    ),
    times=_compile(
        r"\b(un|une|deux|trois|quatre|cinq|six|dix"
        r"|\d{1,2}(?:[.,]\d{1,2})?)[\s*]{0,3}(?:\(\s?\d{1,2}(?:[.,]\d{1,2})?\s?\)[\s*]{0,3})?(?:fois|mensualites?|annuites?)\b"
    ),
    fractions=MappingProxyType(
        {"la moitie": 0.5, "le double": 2.0, "au double": 2.0, "le triple": 3.0, "au triple": 3.0, "le tiers": 0.33}
    ),
    payable=_compile(r"\bdue?s?\b|\bfacturee?s?\b|\bexigibles?\b|\bpayables?\b|\ba payer\b"),
    same_window=_compile(
        r"\b(?:pendant|durant|sur|au cours de|dans) (?:cette|ladite|la meme) (?:periode|annee|duree)\b"
    ),
    windows=(
        (
            _compile(
                r"\bannuel(?:le)?s?\b|\b(?:derniere|precedente|cette|meme) annee|\bannee (?:precedente|contractuelle|civile"
                r"|ecoulee|consideree|concernee)|\bcet exercice|\ban(?:nee)? precedant|\bl'annee\b|\bpar an\b|\bannuites?\b"
            ),
            12,
        ),
        (
            _compile(
                r"\bmensuel(?:le)?s?\b|\bmensualites?\b|\bdernier mois\b"
                r"|\bmois (?:precedent|concerne|en cours|au cours duquel|considere)"
            ),
            1,
        ),
        (_compile(r"\btrimestriel(?:le)?s?\b|\bdernier trimestre|\btrimestre (?:precedent|ecoule)"), 3),
        (_compile(r"\bsemestriel(?:le)?s?\b|\bdernier semestre"), 6),
    ),
    per=(
        (_compile(r"\b(?:par|pour chaque|pour tout|chaque) (?:reclamation|demande|litige)\b"), "claim"),
        (
            _compile(
                r"\b(?:par|pour chaque|pour tout|pour un meme|chaque) (?:sinistre|evenement|incident|dommage|prejudice"
                r"|manquement|fait|fait generateur|cas)\b"
            ),
            "event",
        ),
        (
            _compile(
                r"\b(?:par|pour chaque|au titre d'une|sur une|pour une) (?:meme )?(?:periode de (?:douze"
                r"|12)[\w ()]{0,12}mois|annee|an\b|exercice|periode annuelle)|\bpar an\b|\bd'une meme annee\b"
                r"|\bannuellement\b"
            ),
            "year",
        ),
        (
            _compile(
                r"\bpar commande\b|\bla commande (?:concernee|en cause|litigieuse|au cours|a l'origine|objet)"
                r"|\bpour chaque commande\b|\bprestation (?:concernee|en cause)"
            ),
            "order",
        ),
        (
            _compile(
                r"\b(?:sur|pour|pendant) (?:toute )?la duree (?:totale )?du (?:present )?contrat\b|\bpar contrat\b"
            ),
            "contract",
        ),
    ),
    aggregate=_compile(
        r"\btoutes? (?:causes?|sommes|responsabilites|demandes"
        r"|reclamations) (?:et (?:tous )?\w+ )?confondue?s?|\btous? (?:\w+ ){1,3}confondue?s?"
        r"|\bensemble des (?:sinistres|reclamations|dommages|evenements|demandes|prejudices)|\bagregee?\b"
        r"|\btoutes causes\b|\btous dommages confondus\b"
    ),
    aggregate_ahead=_compile(r"\b(?:globale?|cumulee?s?|cumulative|totale?|agregee?|cumul)\b"),
    heads=_compile(
        r"\bresponsabilites?\b|\bindemnisation\b|\bindemnites?\b|\breparations?\b"
        r"|\bdommages(?:[ -]et)?[ -]interets\b|\bresponsables?\b|\btenue?s?\b|\bdettes?\b"
    ),
    owner_ahead=_compile(r" ?"),
    owner_behind=_compile(
        r"[\w', -]{0,60}?\b(?:de la part |a la charge )?(?:du|de|des|de la|de l'|d')(?: ?(?:societe|entreprise))? ?"
    ),
    # « Le Client ne pourrait obtenir une indemnisation … »: who claims is not who is liable.
    subject=_compile(
        r" (?:ne |n')(?:(?!(?:obtenir|reclamer|pretendre|demander|exiger|recevoir|percevoir)\b)\w+ ){1,3}?(?:etre )?"
    ),
    joined=_compile(r",? ?(?:et|ou|ni|comme|ainsi que)(?: celle)? ?(?:le |la |les |du |de la |des |de l'|de |l')?"),
    pair=_compile(
        r"\b(?:l'une? (?:ou|et) l'autre|chacun(?:e)? d'(?:eux|elles)|tant (?:du|de) [\w' ]{2,40} que"
        r"|(?:aucune|l'une|chacune)(?: quelconque)? des parties\b[^.;]{0,80}\ba l'autre)\b"
    ),
    elsewhere=_compile(
        r"\b(?:definie?s?|fixee?s?|prevue?s?|indiquee?s?|mentionnee?s?|stipulee?s?|precisee?s?|figurant"
        r"|inscrite?s?)\b[\w ',-]{0,30}\b(?:annexes?|bons? de commande|commande|conditions"
        r"|contrat|devis|proposition|cgv|cgu|article|offre)\b"
    ),
    exception=_compile(r"\b(?:sauf|hors|hormis|excepte|a l'exception|a l'exclusion|sous reserve|en dehors)\b"),
    not_applied=_compile(
        r"\b(?:ne|n')\s?(?:s'appliqu\w+|sauraient? s'appliquer|pourra(?:it|ient)? s'appliquer|(?:est|sont|sera"
        r"|seront) (?:pas|ni) (?:applicables?|opposables?)|jou\w+|vaut|trouv\w+)"
        r"|\b(?:aucune|rien)\b[\w ',-]{0,80}\b(?:limit|exclu)\w*|\bn'(?:exclu\w+|excluons)\b|\bne (?:limit\w+"
        r"|restrei\w+)|\binapplicables?\b|\billimitee\b|\bsans (?:limite|plafond)\b|\bn'est (?:pas"
        r"|ni) (?:limitee|plafonnee)\b"
    ),
    claims_for=_compile(
        r"\b(?:donnees (?:personnelles|a caractere personnel)|rgpd|confidentialite|contrefacon"
        r"|propriete intellectuelle|dommages? (?:materiels?|corporels?)|securite|cyber\w*|perte de donnees"
        r"|penalites)\b"
    ),
    window_opens=_compile(r"(?:au cours des|pendant les|durant les|sur les|dans les) "),
)
ENGLISH = CapWords(
    bound=_compile(
        r"\b(?:exceed\w*|more than|greater than|greater of|lesser of|lower of|higher of|in excess of|limited"
        r"|limit to|capped|up to|maximum(?! (?:extent|aggregate|total|cumulative|liabilit|amount of liabilit))"
        r"|equal to|restricted to|higher than|surpass|go beyond|is the (?:sum|total|insured))\b"
    ),
    greater=_compile(
        r"\b(?:greater|higher|larger|greatest|highest) of\b|\bwhich\s?ever (?:\w+ ){0,3}?(?:greater|higher"
        r"|more|larger|greatest|highest)\b|\b(?:amount|sum) is the highest\b"
        r"|\bwhatever amount is the highest\b"
    ),
    lesser=_compile(
        r"\b(?:lesser|lower|smaller|least|lowest) of\b|\bwhich\s?ever (?:\w+ ){0,3}?(?:less|lesser|lower"
        r"|smaller|least|lowest)\b"
    ),
    at_most=_compile(
        r"\b(?:in no event|in any event|not to exceed|up to|maximum|shall not exceed|will not exceed"
        r"|no more than|not more than|never more than|at (?:the )?most|at the very most"
        r"|limited in (?:any|every) case|capped at|subject to a|never (?:be more|amount to more|exceed))\b"
    ),
    at_least=_compile(r"\b(?:not less than|at least|minimum|no less than)\b"),
    insurance=_compile(r"\b(?:insurance|insured|insurers?|policy limits?|polic(?:y|ies)|coverage)\b"),
    times=_compile(
        r"\b((?:one|two|three|four|five) and (?:a|one)[ -]half|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
        r"|\d{1,2}(?:\.\d{1,2})?)\s?"
        r"(?:\(\s?\d{1,2}(?:\.\d{1,2})?x?\s?\)\s?)?(?:times|x)\b"
    ),
    fractions=MappingProxyType(
        {
            "one half": 0.5,
            "one-half": 0.5,
            "half of": 0.5,
            "half the": 0.5,
            "twice": 2.0,
            "double": 2.0,
            "triple": 3.0,
            "one third": 0.33,
        }
    ),
    payable=_compile(r"\b(?:payable|owed|owing|due|invoiced|billed|charged|to be paid|accrued|pay or owe)\b"),
    same_window=_compile(r"\b(?:in|during|for|over|within) (?:that|such|the same|this) (?:period|year|term|time)\b"),
    windows=(
        (
            _compile(
                r"\bannual(?:ized|ised|ly)?\b|\byearly\b|\b(?:preceding|prior|previous|last|current|contract|calendar"
                r"|that|past) year\b|\bper year\b|\byear (?:preceding|prior|before|in which)"
            ),
            12,
        ),
        (
            _compile(
                r"\bmonthly\b|\b(?:preceding|prior|previous|last|then-current|current|that|past"
                r"|calendar) month\b(?! period)|\bmonth (?:preceding|prior|before|in which|of)"
            ),
            1,
        ),
        (_compile(r"\bquarterly\b|\b(?:preceding|prior|previous|last) quarter\b"), 3),
    ),
    per=(
        (
            _compile(
                r"\bper claim\b|\b(?:any|each|a) (?:one|single|individual) claim\b|\bfor each claim\b|\bfor any single claim\b"
            ),
            "claim",
        ),
        (
            _compile(
                r"\bper (?:event|incident|occurrence|breach)\b|\beach (?:event|incident|occurrence)\b"
                r"|\bany one (?:event|incident|occurrence)\b|\bseries of (?:connected|related) (?:events|incidents"
                r"|occurrences)\b"
            ),
            "event",
        ),
        (
            _compile(
                r"\bper (?:contract |calendar |annum|contractual )?(?:year|annum)\b|\b(?:in|during|for) (?:any|each"
                r"|every|a) (?:given |one |single )?(?:contract |calendar |contractual |agreement |license "
                r"|fiscal )?year\b|\bin any (?:period of )?(?:twelve|12)\b"
            ),
            "year",
        ),
        (
            _compile(
                r"\bper (?:order|statement of work|work order|purchase order|project)\b|\b(?:order|statement of work"
                r"|work order|purchase order|sow)\b[\w ]{0,20}(?:giving rise|gave rise|under which|to which"
                r"|out of which|in question)|\bapplicable (?:order|statement of work|sow)\b|\bspecific (?:service"
                r"|product|order)"
            ),
            "order",
        ),
        (
            _compile(
                r"\b(?:over|during|for) the (?:entire |whole |full )?term of (?:this|the) (?:agreement|contract)\b"
            ),
            "contract",
        ),
    ),
    aggregate=_compile(
        r"\bin (?:the )?aggregate\b|\bfor (?:any and )?all claims\b|\bcumulatively\b|\baggregate\b|\bcumulative\b"
    ),
    aggregate_ahead=_compile(r"\b(?:total|entire|overall|combined|collective)\b"),
    heads=_compile(r"\bliabilit(?:y|ies)\b|\bliable\b|\bresponsible\b|\bobligations?\b|\bcontribute\b"),
    owner_ahead=_compile(
        r"(?:'?s?'?|')(?: ?\([^()]{0,60}\))?(?: and (?:its|our|their) [\w, '-]{3,60}?)?,? ?(?:(?:maximum|total"
        r"|entire|aggregate|cumulative|overall|sole|combined|collective|direct|and|or|full|financial"
        r"|contractual|exclusive)[ ,]{1,2}){0,6}"
    ),
    owner_behind=_compile(r"(?: or obligations?)? (?:of|for|by)(?: the| each of| any of)? ?"),
    subject=_compile(r"(?:'s)?,? (?:[\w,'() -]{0,80}? )?(?:shall|will|may|can|be|is|are|have|has|must)[\w ,]{0,40}?"),
    joined=_compile(r",? ?(?:and|or|nor|and/or)(?: the)? ?"),
    pair=_compile(r"\b(?:either|neither|both)\b[^.;]{2,60}\b(?:or|nor|and)\b[^.;]{2,60}\bliabilit"),
    elsewhere=_compile(
        r"\b(?:set forth|set out|specified|stated|provided|indicated|described|defined|shown|identified|agreed"
        r"|listed)\b[\w ',-]{0,30}\b(?:order form|order|schedule|exhibit|appendix|cover page|key terms"
        r"|statement of work|sow|agreement|addendum|proposal|quote|annex|terms|section|clause|msa)\b"
    ),
    exception=_compile(
        r"\b(?:except(?:ing|ion)?s?|excluding|other than|save(?: for)?|without (?:limiting|affecting"
        r"|prejudice to)|with the exception|apart from)\b"
    ),
    not_applied=_compile(
        r"\bnot (?:so )?apply\b|\binapplicable\b|\bno application\b|\bnot applicable\b"
        r"|\bnothing\b[\w ',-]{0,80}\b(?:limit|exclu|restrict)\w*|\b(?:not|neither"
        r"|nor)\b[\w ',-]{0,30}\b(?:exclude|limit)s?\b[\w ',-]{0,30}\bliabilit"
        r"|\bunlimited\b|\buncapped\b|\bwithout (?:any )?limit\b|\bnot be (?:limited|capped|subject to)\b"
    ),
    claims_for=_compile(
        r"\b(?:personal data|data protection|privacy|data breach|security breach|confidential\w*|infring\w*"
        r"|intellectual property|property damage|tangible property|personal injury|indemnif\w*|data loss"
        r"|loss of data)\b"
    ),
    window_opens=_compile(
        r"(?:for|during|in|over) the (?:past|last|previous|prior|preceding|immediately|[a-z]+ (?:\(\d+\) )?months?)\b"
    ),
)
LANGUAGES: Mapping[str, CapWords] = MappingProxyType({"fr": FRENCH, "en": ENGLISH})

# The length of a window that a template leaves in brackets: "[12] months".
BRACKETED_MONTHS = re.compile(r"\[\s?(\d{1,3})\s?\][\w ]{0,25}\b(?:mois|months?)\b")
# The second branch of "the greater of": "(b)", "or 2.", "ou".
NEXT_BRANCH = re.compile(r"[\s*_]*(?:(?:and|or|et|ou)\b|\(?(?:and |or |et |ou )?\(?(?:b|ii|2)[).])")

# A sum left open: blank, template variable, « à compléter ». A redaction ([***], ***) is a sum that is written and hidden.
BLANK = re.compile(
    r"\[[^\]*\n]{0,40}\]|\{\{?[^}\n]{1,40}\}?\}|_{2,}|\.{4,}|\bx{2,}\b|\ba completer\b|\btbd\b|<[a-z_ ]{2,30}>|\$\{[^}]{1,30}\}"
)
REDACTED = re.compile(r"\*{3,}|\[\s?\*{1,3}\s?\]|\[\.{3}")

# Death or injury through negligence is one exception, not two: it opens the limit to no other negligence.
INJURY_BY_NEGLIGENCE = _compile(
    r"\b(death|injur(?:y|ies))( (?:caused|resulting|arising|due|occasioned))?(?: (?:by|from|to|out|of|through)){1,2}"
    r"(?: (?:its|our|their|your|the|his|that|party's|supplier's|provider's)){0,3} negligence"
)

# What an exception names -> the closed list of carve-outs.
CARVE_OUTS: Mapping[str, tuple[tuple[str, Expression], ...]] = MappingProxyType(
    {
        "fr": tuple(
            (name, _compile(text))
            for name, text in (
                ("gross_negligence",
                    r"\b(?:faute|negligence)s? (?:lourde|grave|inexcusable)|\bfautes? (?:\w+ (?:ou|et) )?lourdes?"),
                ("wilful_misconduct", r"\bdol\b|\bdolosi\w+|\bintentionnel\w*|\bdeliberee?|\bmalveillan\w+|\bfaute volontaire"),
                ("fraud", r"\bfraud\w+"),
                ("death_injury", r"\bcorporel(?:le)?s?\b|\bdeces\b|\bmort\b|\bblessures?\b"),
                ("confidentiality", r"\bconfidenti\w+"),
                ("data_protection", r"\bdonnees (?:personnelles|a caractere personnel)|\brgpd\b|\bprotection des donnees"),
                ("data_loss",
                    r"\b(?:perte|alteration|destruction|deterioration)s? (?:ou \w+ )?(?:de |des |de la )?(?:donnees"
                    r"|fichiers)"),
                ("ip_infringement", r"\bcontrefa\w+|\bpropriete intellectuelle|\beviction"),
                ("indemnity", r"\bgarantir et relever|\brelever et garantir|\bindemne|\bobligations? d'indemnis"),
                ("payment",
                    r"\bobligations? de (?:paiement|payer)|\bpaiement (?:des|du) (?:sommes|factures|redevances|prix)"
                    r"|\bdefaut de paiement"),
                ("essential_obligation", r"\bobligations? essentielles?"),
                ("breach_of_law",
                    r"\b(?:violation|manquement|non-respect) (?:\w+ ){0,3}(?:lois?|reglementation|dispositions legales)"),
                ("negligence",
                    r"\b(?:sa|ses|toute|par|la|simple) (?:seule )?negligence\b(?! (?:grave|lourde))|\bfautes? simples?"),
            )
        ),
        "en": tuple(
            (name, _compile(text))
            for name, text in (
                ("gross_negligence", r"\bgross(?:ly)? neglig\w+|\bgross \w+ or neglig\w+"),
                ("wilful_misconduct", r"\bwill?ful\w*|\bintentional\w*|\bdeliberate\w*"),
                ("fraud", r"\bfraud\w*"),
                ("death_injury", r"\bdeath\b|\b(?:personal|bodily) injur\w+"),
                ("confidentiality", r"\bconfidential\w*|\bnon-?disclosure\b"),
                ("data_protection",
                    r"\bpersonal data\b|\bdata protection\b|\bprivacy\b|\bgdpr\b|\bdata (?:security )?breach\w*"
                    r"|\bdata security\b|\bsecurity breach\w*"),
                ("data_loss", r"\b(?:loss|corruption|destruction)(?: or \w+)? of (?:\w+ )?data\b|\bdata loss\b"),
                ("ip_infringement", r"\binfring\w+|\bmisappropriat\w+|\bintellectual property"),
                ("indemnity", r"\bindemni\w+|\bhold harmless"),
                ("payment",
                    r"\b(?:payment|fee) obligations?\b|\bobligations? (?:to pay|of payment)\b|\b(?:non-?payment"
                    r"|failure to pay)\b|\bfees (?:owed|due)\b|\bpayment of\b"),
                ("essential_obligation",
                    r"\b(?:cardinal|essential|primary|fundamental) (?:contractual )?(?:obligation|dut)\w+"),
                ("breach_of_law",
                    r"\b(?:breach|violation)s? of (?:\w+ ){0,2}(?:laws?|regulations?)\b|\bcompliance with (?:\w+ )?laws?"),
                ("negligence", r"(?<!gross )(?<!or )\bnegligence\b(?! or (?:will|intent))"),
            )
        ),
    }
)  # fmt: skip
