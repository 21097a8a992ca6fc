"""The sentences around a clause's standing: (French, English). What is said of the law itself is in clauses/enforceability.toml."""

from __future__ import annotations

from typing import Final

STANDING: Final[dict[str, tuple[str, str]]] = {
    "section.enforceability": ("Les clauses tiendraient-elles ?", "Would the clauses hold?"),
    "standing.likely_to_hold": ("tiendrait probablement", "likely to hold"),
    "standing.uncertain": ("incertain", "uncertain"),
    "standing.at_risk": ("à risque", "at risk"),
    "standing.headline": ("{clause} : {standing}", "{clause}: {standing}"),
    "standing.years": ("{years} fois le prix annuel", "{years} times the yearly price"),
    "standing.for": ("Pour", "For"),
    "standing.against": ("Contre", "Against"),
    "standing.open": ("Le contrat ne tranche pas", "Left open by the contract"),
    "standing.separator": (" ; ", "; "),
    "standing.as_above": ("{titles} : comme plus haut.", "{titles}: as above."),
    "standing.from_memory": ("{ref}, de mémoire, à vérifier", "{ref}, from memory, to be verified"),
    "standing.reason": ("{title}. {says}", "{title}. {says}"),
    "standing.according_to": ("(d'après {laws})", "(according to {laws})"),
    "standing.law_of": (
        "D'après le {law} au {date}, jour de la signature lu dans le contrat. {note}",
        "According to {law} as of {date}, the day of signature read in the contract. {note}",
    ),
    "standing.law_assumed": (
        "D'après le {law} au {date}, jour où ce droit a été relevé : le contrat n'est pas daté. {note}",
        "According to {law} as of {date}, the day on which it was looked up: the contract is undated. {note}",
    ),
    "standing.law_supposed": (
        "Le contrat ne choisit pas de droit : il est lu comme si le droit français le régissait, ce que sa langue laisse supposer.",
        "The contract chooses no law: it is read as if French law governed it, as its language suggests.",
    ),
    "standing.no_law": (
        "Le contrat, qui n'est pas en français, ne dit pas son droit : aucune question n'a été posée.",
        "The contract does not say its law: no question was asked, those of French law included.",
    ),
    "standing.law_not_covered": (
        "Le droit du contrat ({law}) n'est pas couvert : aucune question n'a été posée.",
        "The contract's law ({law}) is not covered: no question was asked.",
    ),
    "standing.cases.sum": ("Décisions recensées aux montants les plus proches", "Recorded cases with the nearest sums"),
    "standing.cases.years": (
        "Décisions recensées les plus proches, en années de prix",
        "Nearest recorded cases, in years of the price",
    ),
    "standing.cases.topic": ("Décisions recensées les plus récentes", "Latest recorded cases"),
    "standing.case": (
        "{court}{date} : {figures}{outcome}. {why} {source}",
        "{court}{date}: {figures}{outcome}. {why} {source}",
    ),
    "standing.case.date": (", {date}", ", {date}"),
    "standing.case.cap": ("plafond {cap}, ", "cap {cap}, "),
    "standing.case.loss": ("perte {loss}, ", "loss {loss}, "),
    "outcome.upheld": ("clause appliquée", "clause applied"),
    "outcome.struck": ("clause écartée", "clause set aside"),
    "outcome.partly": ("clause appliquée en partie", "clause applied in part"),
    "outcome.quashed": ("application du plafond cassée", "application of the cap quashed"),
    "standing.unchecked": (
        "Questions et décisions sont tirées de pages publiques ; aucun avocat ne les a vérifiées.",
        "Questions and cases are taken from public pages; no lawyer has checked them.",
    ),
    "standing.raises": (
        "Cette rédaction relève le plafond de {was} à {cap} : le prestataire doit davantage partout où le plafond écrit aurait tenu.",
        "This wording raises the cap from {was} to {cap}: the provider owes more wherever the cap as written would have held.",
    ),
    "standing.level": ("Risque d'être écartée", "Risk of being set aside"),
    "standing.option": ("En option, « {title} » :", "As an option, “{title}”:"),
    "standing.one_level": ("{level}, {amount} : {standing}. {because}", "{level}, {amount}: {standing}. {because}"),
    "standing.not_asked": (
        "{level} : non apprécié, le droit du contrat n'étant pas dit ou pas couvert.",
        "{level}: not assessed, as the contract's law is not said or not covered.",
    ),
    "standing.lets_through": (
        "Avec les rédactions de ce niveau, à payer au plus : {sums}.",
        "With the wordings of this level, payable at most: {sums}.",
    ),
    "standing.lets_through.one": ("{scenario} {sum}", "{scenario} {sum}"),
    "level.protective": ("rédaction protectrice", "protective wording"),
    "level.balanced": ("rédaction équilibrée", "balanced wording"),
}
