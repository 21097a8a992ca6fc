"""What only a page or a printed report says; `.page` of another sentence is the same without the command's options: (French, English)."""

from __future__ import annotations

from typing import Final

PAGE: Final[dict[str, tuple[str, str]]] = {
    "page.title": ("Ce que ce contrat peut coûter : {name}", "What this contract can cost: {name}"),
    "page.title.many": ("Ce que {number} contrats peuvent coûter", "What {number} contracts can cost"),
    "page.heading": ("Rapport sur le contrat", "Report on the contract"),
    "page.contents": ("Sommaire", "Contents"),
    "page.contents.contract": ("Contrat", "Contract"),
    "page.contents.grade": ("Note", "Grade"),
    "page.contents.verdict": ("Verdict", "Verdict"),
    "page.grade": ("Note {grade}, {value} sur 100", "Grade {grade}, {value} of 100"),
    "page.summary": ("En bref", "In short"),
    "page.exposure.caption": (
        "Sommes à payer par scénario, et en années de prix du contrat",
        "Sums payable by scenario, and in years of the contract's price",
    ),
    "page.chart": ("Les mêmes sommes, à l'échelle", "The same sums, to scale"),
    "page.quote": ("Dans le contrat", "In the contract"),
    "page.replacing": (
        "Rédaction proposée, « {title} », à la place du passage barré :",
        "Suggested wording, “{title}”, in place of the passage struck out:",
    ),
    "page.paths": ("Le chemin de chaque euro", "The path of every euro"),
    "page.assumptions": ("Hypothèses", "Assumptions"),
    "page.counted": ("Comment ces sommes sont comptées", "How these sums are counted"),
    "page.text": ("Le texte du contrat, tel qu'il a été lu", "The contract's text, as it was read"),
    "page.text.note": (
        "Les passages surlignés sont ceux que citent les constats.",
        "The marked passages are those that the findings quote.",
    ),
    "page.pages": ("Page {page} sur {pages}", "Page {page} of {pages}"),
    "page.closing": ("Ce que ce rapport n'est pas", "What this report is not"),
    "verdict.no_loss.page": (
        "Aucune perte n'est chiffrée : aucune réclamation n'a été donnée.",
        "No loss is priced: no claim was given.",
    ),
    "verdict.unpriced.page": (
        "Le contrat ne dit pas son prix : aucun multiple n'est calculé.",
        "The contract does not say its price, so no multiple is given.",
    ),
    "verdict.assumed.page": (
        "Cette perte est une hypothèse, pas celle de ce client : les chiffres supposés sont listés plus bas.",
        "That loss is an assumption and not this customer's: the figures assumed are listed below.",
    ),
    "exposure.exclusions_stay.page": (
        "« Si le plafond tombe » : le plafond et les plafonds particuliers sont écartés, les exclusions restent. Une exclusion qu'un "
        "juge écarterait aussi rendrait à payer les postes qu'elle exclut ; le chemin de chaque euro les montre.",
        "“If the cap falls”: the cap and any sub-cap are set aside, exclusions stay. An exclusion that a court set aside too would "
        "bring back the heads that it leaves out; the path of every euro shows them.",
    ),
    "exposure.assumed.page": (
        "Hypothèses ({customer}), centrales puis de la plus basse à la plus haute ; les chiffres propres à ce client les remplacent.",
        "Assumptions ({customer}), central and then from low to high; this customer's own figures replace them.",
    ),
    "notice.part.page": (
        "Le document se présente comme {sort} : ce qui n'y est pas peut figurer dans un autre document du contrat, qui n'a pas été lu.",
        "The document calls itself {sort}: what is not in it may stand in another document of the contract, which was not read.",
    ),
}
