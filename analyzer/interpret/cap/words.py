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
    limit: Expression  # the limit itself, named by a sentence on what it does not hold for
    claims_for: Expression  # the scope of a special ceiling
    window_opens: Expression  # a stray end of the ceiling: "for the past three months"


def compiled(text: str) -> Expression:
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
    bound=compiled(
        r"\b(?:exced\w*|depass\w*|superieure?s?|plafonn\w*|plafonds?|hauteur|concurrence|limitee?s?|limiter"
        r"|limitera|limitent|dans les? limites?"
        r"|cantonn\w*|bornee?s?|circonscrite?s?|restreinte?s?|maxim(?:um|al|ale)|au-? ?dela|contenue?s?|outrepass\w*"
        r"|s'arret(?:e|ent|era|eront)|davantage que|plus que|va pas plus loin)\b"
    ),
    greater=compiled(
        r"\bplus (?:elevee?s?|haute?s?|importante?s?|grande?s?|forte?s?)\b|\bsi (?:c'est|cela fait|ce montant est"
        r"|cette somme est|celui-ci est|celle-ci est) (?:davantage|superieure?|plus(?! (?:faible|bas|petit|reduit)))"
        r"|\bs'(?:il|elle) (?:est|lui est|leur est) (?:superieure?|plus (?:elevee?|importante?|haute?))\b"
        r"|\b(?:si|lorsque|quand) [^.;:]{0,60}\b(?:est|sont|etait) (?:inferieure?s?|moindres?) [aà]u?\b"
    ),
    lesser=compiled(
        r"\bplus (?:faibles?|basse?s?|bas|petite?s?|reduite?s?)\b|\bmoindre\b|\bmoins elevee?s?\b"
        r"|\bsi (?:c'est|cela fait|ce montant est|cette somme est|celui-ci est|celle-ci est) (?:moins|inferieure?(?! a))"
        r"|\bs'(?:il|elle) (?:est|lui est|leur est) (?:inferieure?|moins elevee?|plus (?:faible|basse?|petite?|reduite?))\b"
    ),
    at_most=compiled(
        r"\b(?:dans la limite|maximum|plafond|sans (?:toutefois )?(?:pouvoir )?(?:exceder|depasser)|sans que"
        r"|ne (?:peut|pourra|saurait)|limitee? a|plafonnee? a)\b"
    ),
    at_least=compiled(r"\b(?:au (?:minimum|moins)|minimum|plancher|sans pouvoir etre inferieure?)\b"),
    insurance=compiled(
        r"\b(?:assurances?|assureurs?|polices?|garanties? (?:souscrite|de l'assur)|montants? garantis?"
        r"|(?:plafonds?|montants?|limites?) (?:de |des )(?:la |sa |ses |leur |notre )garanties?"
        r"|sommes? garanties?|couverture|par (?:cette|la|sa|leur|notre) compagnie)\b"
    ),
    times=compiled(
        r"\b(un|une|deux|trois|quatre|cinq|six|dix"
        r"|\d{1,2}(?:[.,]\d{1,2})?)[\s*]{0,3}(?:\(\s?\d{1,2}(?:[.,]\d{1,2})?\s?\)[\s*]{0,3})?"
        r"(?:fois|(?:dernieres |precedentes )?(?:mensualites?|annuites?))\b"
    ),
    fractions=MappingProxyType(
        {"la moitie": 0.5, "le double": 2.0, "au double": 2.0, "le triple": 3.0, "au triple": 3.0, "le tiers": 0.33}
    ),
    payable=compiled(r"\bdue?s?\b|\bfacturee?s?\b|\bexigibles?\b|\bpayables?\b|\ba payer\b"),
    same_window=compiled(
        r"\b(?:pendant|durant|sur|au cours de|dans) (?:cette|ladite|la meme) (?:periode|annee|duree)\b"
    ),
    windows=(
        (
            compiled(
                r"\bannuel(?:le)?s?\b|\b(?:derniere|precedente|cette|meme) annee|\bannee (?:precedente|contractuelle|civile"
                r"|ecoulee|consideree|concernee)|\bcet exercice|\ban(?:nee)? precedant|\bl'annee\b|\bpar an\b|\bannuites?\b"
            ),
            12,
        ),
        (
            compiled(
                r"\bmensuel(?:le)?s?\b|\bmensualites?\b|\bdernier mois\b"
                r"|\bmois (?:precedent|concerne|en cours|au cours duquel|considere)"
            ),
            1,
        ),
        (compiled(r"\btrimestriel(?:le)?s?\b|\bdernier trimestre|\btrimestre (?:precedent|ecoule)"), 3),
        (compiled(r"\bsemestriel(?:le)?s?\b|\bdernier semestre"), 6),
    ),
    per=(
        (
            compiled(
                r"\b(?:par|pour|au titre (?:de|d'une)|a raison (?:de|d'une)|en cas de) ?(?:chaque |toute? |une? )?(?:seule? |meme )?"
                r"(?:reclamation|demande|litige|sinistre|action)\b(?! (?:en|qui serait|et toutes))"
            ),
            "claim",
        ),
        (
            compiled(
                r"\b(?:par|pour chaque|pour tout|pour un meme|chaque) (?:evenement|incident|dommage|prejudice"
                r"|manquement|fait|fait generateur|cas)\b"
            ),
            "event",
        ),
        (
            compiled(
                r"\b(?:par|pour chaque|au titre d'une|sur une|pour une) (?:meme )?(?:periode de (?:douze"
                r"|12)[\w ()]{0,12}mois|annee|an\b|exercice|periode annuelle)|\bpar an\b|\bd'une meme annee\b"
                r"|\bannuellement\b"
            ),
            "year",
        ),
        (
            compiled(
                r"\b(?:par|(?:pour|au titre de) (?:chaque|toute?)) (?:bon de )?(?:commande|devis|mission|projet)\b"
                r"|\b(?:la commande|du devis|le devis|la mission) (?:concernee?|consideree?|en cause|litigieu(?:x|se)"
                r"|au cours|a l'origine|objet|correspondante?)|\b(?:prestation|intervention|commande|mission|livraison|livrable)s? "
                r"(?:concernee?s?|consideree?s?|en cause|defaillante?s?|litigieu(?:x|se)s?|incriminee?s?|a l'origine)"
            ),
            "order",
        ),
        (
            compiled(
                r"\b(?:sur|pour|pendant|durant) (?:toute )?la duree (?:totale |entiere )?(?:du|de la|de l'|de notre) ?(?:presente? )?"
                r"(?:contrat|convention|marche|accord|engagement)\b|\bpar contrat\b"
            ),
            "contract",
        ),
    ),
    aggregate=compiled(
        r"\btoutes? (?:causes?|sommes|responsabilites|demandes"
        r"|reclamations) (?:et (?:tous )?\w+ )?confondue?s?|\btous? (?:\w+ ){1,3}confondue?s?"
        r"|\bensemble des (?:sinistres|reclamations|dommages|evenements|demandes|prejudices)|\bagregee?\b"
        r"|\btoutes causes\b|\btous dommages confondus\b"
        r"|\bquel que soit le nombre (?:de |des |d')(?:reclamations|sinistres|demandes|evenements|incidents|manquements|actions)"
    ),
    aggregate_ahead=compiled(r"\b(?:globale?|cumulee?s?|cumulative|totale?|agregee?|cumul)\b"),
    heads=compiled(
        r"\bresponsabilites?\b|\bindemnisation\b|\bindemnites?\b|\breparations?\b"
        r"|\bdommages(?:[ -]et)?[ -]interets\b|\bresponsables?\b|\btenue?s?\b|\bdettes?\b"
    ),
    owner_ahead=compiled(r" ?"),
    owner_behind=compiled(
        r"[\w', -]{0,60}?\b(?:de la part |a la charge )?(?:du|de|des|de la|de l'|d')(?: ?(?:societe|entreprise))? ?"
    ),
    # « Le Client ne pourrait obtenir une indemnisation … »: who claims is not who is liable.
    subject=compiled(
        r" (?:ne |n')(?:(?!(?:obtenir|reclamer|pretendre|demander|exiger|recevoir|percevoir)\b)\w+ ){1,3}?(?:etre )?"
    ),
    joined=compiled(r",? ?(?:et|ou|ni|comme|ainsi que)(?: celle)? ?(?:le |la |les |du |de la |des |de l'|de |l')?"),
    pair=compiled(
        r"\b(?:l'une? (?:ou|et) l'autre|chacun(?:e)? d'(?:eux|elles)|tant (?:du|de) [\w' ]{2,40} que"
        r"|(?:aucune|l'une|chacune)(?: quelconque)? des parties\b[^.;]{0,80}\ba l'autre)\b"
    ),
    elsewhere=compiled(
        r"\b(?:definie?s?|fixee?s?|prevue?s?|indiquee?s?|mentionnee?s?|stipulee?s?|precisee?s?|figurant"
        r"|inscrite?s?)\b[\w ',-]{0,30}\b(?:annexes?|bons? de commande|commande|conditions"
        r"|contrat|devis|proposition|cgv|cgu|article|offre)\b"
    ),
    exception=compiled(
        r"\b(?:sauf|hors|hormis|excepte|a l'exception|a l'exclusion|sous reserve|en dehors|non compris|sans compter)\b"
    ),
    not_applied=compiled(
        r"\b(?:ne|n')\s?(?:s'appliqu\w+|sauraient? s'appliquer|pourra(?:it|ient)? s'appliquer"
        r"|(?:est|sont|sera|seront|soit|soient) (?:pas|ni|point|jamais) (?:\w+ )?(?:applicables?|opposables?|invocables?"
        r"|plafonn\w+|limitee?s?|soumise?s?|concernee?s?|visee?s?|couverte?s?|comprise?s?|touchee?s?)"
        r"|jou\w+|vaut|trouv\w+|(?:peu(?:t|vent)|pourr\w+|saurai\w+) (?:pas )?etre (?:invoque\w*|opposee?s?))"
        r"|\bechapp\w+ a\b|\b(?:cede\w*|tombe\w*|s'efface\w*|disparai\w+) (?:devant|en cas|en presence)"
        r"|\b(?:reparee?s?|indemnisee?s?|due?s?) (?:integralement|en (?:totalite|entier)|sans limit\w*)"
        r"|\bintegralement (?:repare|indemnise)"
        r"|\b(?:est|sont|sera|seront|reste|restent) (?:ecartee?s?|sans effet|inopposables?|levee?s?|exclue?s? d[ue] (?:ce |cette |la )?"
        r"(?:plafond|limit\w+|maximum))|\bhors (?:de ce |du )?plafond\b"
        r"|\b(?:aucune|rien)\b[\w ',-]{0,80}\b(?:limit|exclu)\w*|\bn'(?:exclu\w+|excluons)\b|\bne (?:limit\w+"
        r"|restrei\w+)|\binapplicables?\b|\billimitee\b|\bsans (?:limite|plafond)\b|\bn'est (?:pas"
        r"|ni) (?:limitee|plafonnee)\b"
    ),
    limit=compiled(r"\b(?:cette|la|ces|les) limit\w+|\b(?:ce|le|ces|les) (?:plafonds?|maxim\w+)\b"),
    claims_for=compiled(
        r"\b(?:donnees (?:personnelles|a caractere personnel)|rgpd|confidentialite|contrefacon"
        r"|propriete intellectuelle|dommages? (?:materiels?|corporels?)|securite|cyber\w*|perte de donnees"
        r"|penalites)\b"
    ),
    window_opens=compiled(r"(?:au cours des|pendant les|durant les|sur les|dans les) "),
)
ENGLISH = CapWords(
    bound=compiled(
        r"\b(?:exceed\w*|more than|greater than|greater of|lesser of|lower of|higher of|in excess of|limited"
        r"|limit to|capped|up to|maximum(?! (?:extent|aggregate|total|cumulative|liabilit|amount of liabilit))"
        r"|equal to|restricted to|higher than|surpass|go beyond|is the (?:sum|total|insured))\b"
    ),
    greater=compiled(
        r"\b(?:greater|higher|larger|greatest|highest) of\b|\bif (?:greater|higher|more|larger)\b"
        r"|\b(?:if|where) [^.;:]{0,60}\b(?:is|are|was|were) (?:less|lower|smaller) than\b|\bwhich\s?ever (?:\w+ ){0,3}?(?:greater|higher"
        r"|more|larger|greatest|highest)\b|\b(?:amount|sum) is the highest\b"
        r"|\bwhatever amount is the highest\b"
    ),
    lesser=compiled(
        r"\b(?:lesser|lower|smaller|least|lowest) of\b|\bif (?:less|lower|smaller|lesser)\b"
        r"|\bwhich\s?ever (?:\w+ ){0,3}?(?:less|lesser|lower"
        r"|smaller|least|lowest)\b"
    ),
    at_most=compiled(
        r"\b(?:in no event|in any event|not to exceed|up to|maximum|shall not exceed|will not exceed"
        r"|no more than|not more than|never more than|at (?:the )?most|at the very most"
        r"|limited in (?:any|every) case|capped at|subject to a|never (?:be more|amount to more|exceed))\b"
    ),
    at_least=compiled(r"\b(?:not less than|at least|minimum|no less than)\b"),
    insurance=compiled(r"\b(?:insurance|insured|insurers?|policy limits?|polic(?:y|ies)|coverage)\b"),
    times=compiled(
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
    payable=compiled(r"\b(?:payable|owed|owing|due|invoiced|billed|charged|to be paid|accrued|pay or owe)\b"),
    same_window=compiled(r"\b(?:in|during|for|over|within) (?:that|such|the same|this) (?:period|year|term|time)\b"),
    windows=(
        (
            compiled(
                r"\bannual(?:ized|ised|ly)?\b|\byearly\b|\b(?:preceding|prior|previous|last|current|contract|calendar"
                r"|that|past) year\b|\bper year\b|\byear (?:preceding|prior|before|in which)"
            ),
            12,
        ),
        (
            compiled(
                r"\bmonthly\b|\b(?:preceding|prior|previous|last|then-current|current|that|past"
                r"|calendar) month\b(?! period)|\bmonth (?:preceding|prior|before|in which|of)"
            ),
            1,
        ),
        (compiled(r"\bquarterly\b|\b(?:preceding|prior|previous|last) quarter\b"), 3),
    ),
    per=(
        (
            compiled(
                r"\bper claim\b|\b(?:any|each|a) (?:one|single|individual) claim\b|\b(?:for|in respect of) (?:each|every) claim\b"
            ),
            "claim",
        ),
        (
            compiled(
                r"\bper (?:event|incident|occurrence|breach)\b|\beach (?:\w+ (?:or \w+ )?)?(?:event|incident|occurrence|outage)\b"
                r"|\bany one (?:event|incident|occurrence)\b|\bseries of (?:connected|related) (?:events|incidents"
                r"|occurrences)\b"
            ),
            "event",
        ),
        (
            compiled(
                r"\bper (?:contract |calendar |annum|contractual )?(?:year|annum)\b|\b(?:in|during|for|in respect of) (?:any|each"
                r"|every|a) (?:given |one |single )?(?:contract |calendar |contractual |agreement |license "
                r"|fiscal )?year\b|\bin any (?:period of )?(?:twelve|12)\b"
            ),
            "year",
        ),
        (
            compiled(
                r"\bper (?:order|statement of work|work order|purchase order|project)\b|\b(?:order|statement of work"
                r"|work order|purchase order|sow)\b[\w ]{0,20}(?:giving rise|gave rise|under which|to which"
                r"|out of which|in question|in dispute|concerned)|\bapplicable (?:order|statement of work|sow)\b|\bspecific (?:service"
                r"|product|order)|\b(?:under|in connection with|in respect of|arising from) (?:a|an|any|each|that|one) (?:single )?"
                r"(?:(?:purchase|work|service) order|order|statement of work|sow|project)\b"
                r"|\b(?:services?|items?|products?|works?|equipment|deliverables?|parts?) (?:that|which) "
                r"(?:has |have |is |are |directly )?"
                r"(?:caused?|gave rise|gives rise|given rise|the subject|in question|affected|defective|at fault)\b"
            ),
            "order",
        ),
        (
            compiled(
                r"\b(?:over|during|for|throughout) the (?:entire |whole |full )?(?:term|life|duration)"
                r" of (?:this|the) (?:agreement|contract)\b"
                r"|\b(?:over|during|throughout) the (?:entire|whole|full) term\b"
            ),
            "contract",
        ),
    ),
    aggregate=compiled(
        r"\bin (?:the )?aggregate\b|\bfor (?:any and )?all claims\b|\bcumulatively\b|\baggregate\b|\bcumulative\b"
    ),
    aggregate_ahead=compiled(r"\b(?:total|entire|overall|combined|collective)\b"),
    heads=compiled(r"\bliabilit(?:y|ies)\b|\bliable\b|\bresponsible\b|\bobligations?\b|\bcontribute\b"),
    owner_ahead=compiled(
        r"(?:'?s?'?|')(?: ?\([^()]{0,60}\))?(?: and (?:its|our|their) [\w, '-]{3,60}?)?,? ?(?:(?:maximum|total"
        r"|entire|aggregate|cumulative|overall|sole|combined|collective|direct|and|or|full|financial"
        r"|contractual|exclusive)[ ,]{1,2}){0,6}"
    ),
    owner_behind=compiled(r"(?: or obligations?)? (?:of|for|by)(?: the| each of| any of)? ?"),
    subject=compiled(r"(?:'s)?,? (?:[\w,'() -]{0,80}? )?(?:shall|will|may|can|be|is|are|have|has|must)[\w ,]{0,40}?"),
    joined=compiled(r",? ?(?:and|or|nor|and/or)(?: the)? ?"),
    pair=compiled(r"\b(?:either|neither|both)\b[^.;]{2,60}\b(?:or|nor|and)\b[^.;]{2,60}\bliabilit"),
    elsewhere=compiled(
        r"\b(?:set forth|set out|specified|stated|provided|indicated|described|defined|shown|identified|agreed"
        r"|listed)\b[\w ',-]{0,30}\b(?:order form|order|schedule|exhibit|appendix|cover page|key terms"
        r"|statement of work|sow|agreement|addendum|proposal|quote|annex|terms|section|clause|msa)\b"
    ),
    exception=compiled(
        r"\b(?:except(?:ing|ion)?s?|excluding|other than|save(?: for)?|without (?:limiting|affecting"
        r"|prejudice to)|with the exception|apart from)\b"
    ),
    not_applied=compiled(
        r"\bnot (?:so )?apply\b|\binapplicable\b|\bno application\b|\bnot applicable\b|\b(?:is|are) not (?:so )?(?:limited|capped)\b"
        r"|\b(?:does|do|shall|will) not (?:protect|benefit|extend to|affect|cover|help|shield)\b|\bfalls? outside\b"
        r"|\b(?:figure|cap|limit|ceiling|amount|maximum|sum)s? (?:does|do|shall|will) not \w+"
        r"|\bnothing\b[\w ',-]{0,80}\b(?:limit|exclu|restrict)\w*|\b(?:not|neither"
        r"|nor)\b[\w ',-]{0,30}\b(?:exclude|limit)s?\b[\w ',-]{0,30}\bliabilit"
        r"|\bunlimited\b|\buncapped\b|\bwithout (?:any )?limit\b|\bnot be (?:limited|capped|subject to)\b"
    ),
    limit=compiled(r"\b(?:this|that|the|these|such) (?:limit\w*|cap|ceiling|maximum)\b"),
    claims_for=compiled(
        r"\b(?:personal data|data protection|privacy|data breach|security breach|confidential\w*|infring\w*"
        r"|intellectual property|property damage|tangible property|personal injury|indemnif\w*|data loss"
        r"|loss of data)\b"
    ),
    window_opens=compiled(
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
