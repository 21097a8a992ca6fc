"""The sentences about money: losses, assumptions, the path of every euro."""

from __future__ import annotations

from typing import Final

EXPOSURE: Final[dict[str, tuple[str, str]]] = {
    "verdict.scenario_assumed": (
        "Par hypothèse, la perte la plus lourde, « {scenario} » ({loss}),",
        "By assumption, the heaviest loss, “{scenario}” ({loss}),",
    ),
    "verdict.assumed": (
        "Cette perte est une hypothèse, pas celle de ce client : les chiffres supposés sont listés plus bas, --profile et --claim "
        "les remplacent.",
        "That loss is an assumption and not this customer's: the figures assumed are listed below, and --profile and --claim "
        "replace them.",
    ),
    "verdict.turnover": (
        "C'est {share} de ce que le prestataire réalise en un an ({turnover}).",
        "That is {share} of what the provider turns over in a year ({turnover}).",
    ),
    "exposure.on_claims": (
        "Ce qui est dit assuré ne l'est que si la police (base réclamation), ou sa garantie subséquente, court encore le jour de la "
        "réclamation.",
        "What is said to be insured is so only if the policy, or its run-off, still runs on the day of the claim (claims made).",
    ),
    "section.path": ("{scenario} : le chemin de chaque euro", "{scenario}: the path of every euro"),
    "exposure.range": (
        "{scenario} : {account} Perte de {low} à {high}, dont {payable_low} à {payable_high} à payer aujourd'hui.",
        "{scenario}: {account} Loss from {low} to {high}, of which {payable_low} to {payable_high} payable now.",
    ),
    "exposure.range_whole": (
        "{scenario} : {account} Perte de {low} à {high}, à payer en entier aujourd'hui.",
        "{scenario}: {account} Loss from {low} to {high}, payable in full now.",
    ),
    "exposure.range_same": (
        "{scenario} : {account} Perte de {low} à {high}, dont {payable_low} à payer aujourd'hui dans tous les cas.",
        "{scenario}: {account} Loss from {low} to {high}, of which {payable_low} payable now in any case.",
    ),
    "exposure.exclusions_stay": (
        "« Si le plafond tombe » : le plafond et les plafonds particuliers sont écartés, les exclusions restent. Une exclusion qu'un "
        "juge écarterait aussi rendrait à payer les postes qu'elle exclut (--explain-exposure les montre).",
        "“If the cap falls”: the cap and any sub-cap are set aside, exclusions stay. An exclusion that a court set aside too would "
        "bring back the heads that it leaves out (--explain-exposure shows them).",
    ),
    "exposure.assumed": (
        "Hypothèses ({customer}), centrales puis de la plus basse à la plus haute ; un profil (--profile) les remplace",
        "Assumptions ({customer}), central and then from low to high; a profile (--profile) replaces them",
    ),
    "exposure.unmarked": (
        "Ce qui n'a pas de renvoi est une proposition de ce projet, sans source. Renvois, lus en tout ou en partie d'après :",
        "What has no reference is a proposal of this project, without a source. References, in whole or in part according to:",
    ),
    "exposure.other_currency": (
        "Les sommes supposées sont des ordres de grandeur en {assumed}, repris tels quels en {currency}.",
        "The sums assumed are orders of magnitude in {assumed}, taken as they stand in {currency}.",
    ),
    "exposure.at_rate": (
        "Les sommes supposées sont des ordres de grandeur, à raison de {rate} pour {one} ; ce n'est pas un cours de change.",
        "The sums assumed are orders of magnitude, counted at {rate} to {one}; that is no exchange rate.",
    ),
    "exposure.value": ("{title} {central}", "{title} {central}"),
    "exposure.value_range": ("{title} {central} ({low} à {high})", "{title} {central} ({low} to {high})"),
    "exposure.origin": ("{value}, clé {name} : {note}.", "{value}, key {name}: {note}."),
    "exposure.not_quantified": ("Non chiffré : {heads}.", "Not quantified: {heads}."),
    "size.micro": ("valeurs d'une très petite entreprise", "those of a very small firm"),
    "size.sme": ("valeurs d'une entreprise de taille moyenne", "those of a medium-sized firm"),
    "head.penalties": ("pénalités", "penalties"),
    "path.head": ("Poste", "Head"),
    "path.loss": ("Perte", "Loss"),
    "path.owed": ("Pénalité due", "Penalty owed"),
    "path.left_out": ("Exclu", "Excluded"),
    "path.outside_cap": ("Hors plafond", "Outside cap"),
    "path.cut": ("Retranché", "Cut"),
    "path.payable": ("À payer", "Payable"),
    "path.insured": ("Assuré", "Insured"),
    "path.uninsured": ("Non assuré", "Uninsured"),
    "path.total": ("Total", "Total"),
    "path.nothing": (
        "Aucune clause ne réduit cette perte ni ne s'y ajoute.",
        "No clause lowers this loss or adds to it.",
    ),
    "path.did.excluded": ("Exclu par {clause} : {heads}.", "Excluded by {clause}: {heads}."),
    "path.did.sole_remedy": (
        "Remplacé par un crédit, seul recours selon {clause} : {heads}.",
        "Replaced by a credit, the sole remedy under {clause}: {heads}.",
    ),
    "path.did.penalty": ("Dû selon {clause} : {heads}.", "Owed under {clause}: {heads}."),
    "path.did.indemnified": (
        "Dû malgré une exclusion, en garantie selon {clause} : {heads}.",
        "Owed although excluded, as an indemnity under {clause}: {heads}.",
    ),
    "path.did.outside_cap": ("Hors du plafond selon {clause} : {heads}.", "Outside the cap under {clause}: {heads}."),
    "path.did.sub_cap": (
        "Retranché par un plafond particulier, {clause} : {heads}.",
        "Cut by a sub-cap, {clause}: {heads}.",
    ),
    "path.did.own_cap": (
        "Sous un plafond à part, à côté du plafond général, {clause} : {heads}.",
        "Under a ceiling of its own, beside the general cap, {clause}: {heads}.",
    ),
    "path.did.cap": ("Retranché par {clause} : {heads}.", "Cut by {clause}: {heads}."),
}
