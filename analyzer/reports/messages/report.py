"""The sentences and words of the report itself: (French, English)."""

from __future__ import annotations

from typing import Final

_VERDICT: Final[dict[str, tuple[str, str]]] = {
    "verdict.claim": ("Une réclamation de {loss}", "A claim of {loss}"),
    "verdict.scenario": (
        "La perte la plus lourde, « {scenario} » ({loss}),",
        "The heaviest loss, “{scenario}” ({loss}),",
    ),
    "verdict.full": (
        "{subject} vaudrait {multiple} fois ce que ce contrat rapporte en un an ({annual}).",
        "{subject} would be worth {multiple} times what this contract brings in a year ({annual}).",
    ),
    "verdict.full_unpriced": (
        "{subject} serait à payer en entier si le prestataire en était tenu responsable.",
        "{subject} would be payable in full if the provider were held liable for it.",
    ),
    "verdict.cap_unknown": (
        "{subject} serait ramenée au plafond du contrat, qui ne peut pas être chiffré à partir de ce document.",
        "{subject} would be brought down to the contract's cap, which cannot be put in figures from this document.",
    ),
    "verdict.cap_unpriced": (
        "{subject} serait ramenée au plafond du contrat, qui ne peut pas être chiffré sans son prix.",
        "{subject} would be brought down to the contract's cap, which cannot be put in figures without its price.",
    ),
    "verdict.cap_above": (
        "Le plafond du contrat est au-dessus de cette somme.",
        "The contract's cap is above that sum.",
    ),
    "verdict.nothing_limits": (
        "Rien dans ce contrat ne réduit cette somme.",
        "Nothing in this contract reduces that sum.",
    ),
    "verdict.limited": (
        "{subject} serait ramenée par ce contrat à {payable} au plus, soit {multiple} fois ce qu'il rapporte en un an ({annual}).",
        "{subject} would be brought down by this contract to {payable} at most, {multiple} times what it brings in a year ({annual}).",
    ),
    "verdict.limited_unpriced": (
        "{subject} serait ramenée par ce contrat à {payable} au plus.",
        "{subject} would be brought down by this contract to {payable} at most.",
    ),
    "verdict.after_fix": (
        "Avec les rédactions proposées : {payable}, soit {multiple} fois.",
        "With the suggested wording: {payable}, {multiple} times.",
    ),
    "verdict.after_fix_unpriced": (
        "Avec les rédactions proposées : {payable}.",
        "With the suggested wording: {payable}.",
    ),
    "verdict.cap_falls": (
        "Si un juge écarte le plafond : {payable}, soit {multiple} fois.",
        "If a court sets the cap aside: {payable}, {multiple} times.",
    ),
    "verdict.cap_falls_unpriced": (
        "Si un juge écarte le plafond : {payable}.",
        "If a court sets the cap aside: {payable}.",
    ),
    "verdict.unpriced": (
        "Le contrat ne dit pas son prix : aucun multiple n'est calculé (donnez-le avec --annual-value).",
        "The contract does not say its price, so no multiple is given (state it with --annual-value).",
    ),
    "verdict.no_loss": (
        "Aucune perte n'est chiffrée : donnez une réclamation connue ou redoutée avec --claim.",
        "No loss is priced: give a known or feared claim with --claim.",
    ),
    "verdict.worth": ("Ce contrat rapporte {annual} en un an.", "This contract brings {annual} in a year."),
    "verdict.grade": ("Note {grade} ({value} sur 100) : {findings}.", "Grade {grade} ({value} of 100): {findings}."),
    "verdict.findings.one": ("{number} constat ({counts})", "{number} finding ({counts})"),
    "verdict.findings.many": ("{number} constats ({counts})", "{number} findings ({counts})"),
    "verdict.accepted.one": ("{findings}, et {number} accepté", "{findings}, and {number} accepted"),
    "verdict.accepted.many": ("{findings}, et {number} acceptés", "{findings}, and {number} accepted"),
    "verdict.no_finding": ("aucun constat", "no finding"),
}

_SECTIONS: Final[dict[str, tuple[str, str]]] = {
    "section.contract": ("Le contrat", "The contract"),
    "section.findings": ("Constats", "Findings"),
    "section.kept": ("Ce que le contrat prévoit déjà, sans constat", "Already in the contract, with no finding"),
    "section.exposure": ("Ce que le contrat laisse passer", "What the contract lets through"),
    "section.notices": ("À savoir sur la lecture de ce document", "About the reading of this document"),
    "field.document": ("Document", "Document"),
    "field.kind": ("Nature", "Kind"),
    "field.provider": ("Prestataire", "Provider"),
    "field.customer": ("Client", "Customer"),
    "field.law": ("Droit", "Law"),
    "field.signed": ("Signature", "Signed"),
    "field.term": ("Durée", "Term"),
    "field.price": ("Prix", "Price"),
    "field.cap": ("Plafond", "Cap as read"),
    "not_said": ("non dit", "not said"),
    "no_cap": ("aucun lu au profit du prestataire", "none read that protects the provider"),
    "colon": ("{label} : ", "{label}: "),
    "document.pages.one": ("{number} page", "{number} page"),
    "document.pages.many": ("{number} pages", "{number} pages"),
    "document.words.one": ("{number} mot", "{number} word"),
    "document.words.many": ("{number} mots", "{number} words"),
    "term.months.one": ("{number} mois", "{number} month"),
    "term.months.many": ("{number} mois", "{number} months"),
    "term.tacit": ("reconduction tacite", "renews by itself"),
    "term.no_tacit": ("sans reconduction tacite", "does not renew by itself"),
    "price.year": ("{amount} par an", "{amount} a year"),
    "price.quoted": (
        "{amount} par an ({quoted} {period} dans le contrat)",
        "{amount} a year ({quoted} {period} in the contract)",
    ),
    "price.option": ("{amount} par an (donné en option)", "{amount} a year (given as an option)"),
    "place.page": ("page {page}", "page {page}"),
    "place.section": ("art. {section}", "section {section}"),
    "place.article": ("l'article {section}", "section {section}"),
}

_FINDINGS: Final[dict[str, tuple[str, str]]] = {
    "severity.critical": ("critique", "critical"),
    "severity.high": ("élevé", "high"),
    "severity.medium": ("moyen", "medium"),
    "severity.low": ("faible", "low"),
    "counts.critical.one": ("{number} critique", "{number} critical"),
    "counts.critical.many": ("{number} critiques", "{number} critical"),
    "counts.high.one": ("{number} élevé", "{number} high"),
    "counts.high.many": ("{number} élevés", "{number} high"),
    "counts.medium.one": ("{number} moyen", "{number} medium"),
    "counts.medium.many": ("{number} moyens", "{number} medium"),
    "counts.low.one": ("{number} faible", "{number} low"),
    "counts.low.many": ("{number} faibles", "{number} low"),
    "finding.why": ("Pourquoi", "Why"),
    "finding.law": ("Droit", "Law"),
    "finding.accepted": ("Accepté par votre playbook", "Accepted by your playbook"),
    "finding.mistaken": ("Quand ce constat se trompe", "When this finding is wrong"),
    "finding.insert": (
        "Rédaction proposée, « {title} », à insérer :",
        "Suggested wording, “{title}”, to insert:",
    ),
    "finding.insert_article": (
        "Rédaction proposée, « {title} », à insérer en article nouveau après {place}, avant les signatures et les annexes :",
        "Suggested wording, “{title}”, to insert as a new article after {place}, before signatures and annexes:",
    ),
    "finding.insert_last": (
        "Rédaction proposée, « {title} », à insérer à la fin du contrat, avant les signatures et les annexes :",
        "Suggested wording, “{title}”, to insert at the end of the contract, before signatures and annexes:",
    ),
    "finding.insert_in": (
        "Rédaction proposée, « {title} », à insérer dans {file} :",
        "Suggested wording, “{title}”, to insert in {file}:",
    ),
    "finding.insert_after": (
        "Rédaction proposée, « {title} », à insérer après {place} :",
        "Suggested wording, “{title}”, to insert after {place}:",
    ),
    "finding.replace": (
        "Rédaction proposée, « {title} », à la place de {quote} :",
        "Suggested wording, “{title}”, in place of {quote}:",
    ),
    "finding.replace_with": (
        "Rédaction proposée, « {title} », à la suite de « {other} », proposée plus haut à la place du même passage,"
        " si elle n'y suffit pas :",
        "Suggested wording, “{title}”, behind “{other}”, suggested above in place of the same passage, where that does not suffice:",
    ),
    "finding.replace_quoted": (
        "Rédaction proposée, « {title} », à la place du passage cité :",
        "Suggested wording, “{title}”, in place of the quoted passage:",
    ),
    "finding.replace_all": (
        "Rédaction proposée, « {title} », à la place des {number} passages cités :",
        "Suggested wording, “{title}”, in place of the {number} quoted passages:",
    ),
    "finding.replace_first": (
        "Rédaction proposée, « {title} », à la place du premier passage cité :",
        "Suggested wording, “{title}”, in place of the first quoted passage:",
    ),
    "finding.replace_several": (
        "Rédaction proposée, « {title} », à la place des {number} premiers passages cités :",
        "Suggested wording, “{title}”, in place of the first {number} quoted passages:",
    ),
    "finding.advise": (
        "Aucune rédaction ne suffit à corriger ce point.",
        "No wording alone can mend this point.",
    ),
    "mark.V": ("D'après une page publique consultée le {date}", "From a public page read on {date}"),
    "mark.M": ("De mémoire, à vérifier", "From memory, to be verified"),
    "law.compared": (
        "(hors du droit du contrat, pour comparaison) {ref}",
        "(not of the contract's law, for comparison) {ref}",
    ),
    "law.supposed": ("(si {laws} s'applique) {ref}", "(if {laws} governs) {ref}"),
    "law.named": ("le {law}", "{law}"),
    "law.or": ("ou", "or"),
    "findings.none": ("Aucun constat.", "No finding."),
}

_EXPOSURE: Final[dict[str, tuple[str, str]]] = {
    "exposure.scenario": ("Scénario", "Scenario"),
    "exposure.loss": ("Perte", "Loss"),
    "exposure.now": ("À payer aujourd'hui", "Payable now"),
    "exposure.cap_falls": ("Si le plafond tombe", "If the cap falls"),
    "exposure.after_fix": ("Après correction", "After the fix"),
    "exposure.times": ("{multiple} fois", "{multiple} times"),
    "exposure.none": ("—", "—"),
    "exposure.heads": ("{scenario} : dont {heads}.", "{scenario}: of which {heads}."),
    "exposure.cap_unknown": (
        "{scenario} : le plafond n'a pas pu être chiffré ; la somme à payer est donnée sans lui.",
        "{scenario}: the cap could not be put in figures; the sum payable is given without it.",
    ),
    "exposure.insured": (
        "{scenario} : {insured} assurés, {uninsured} restent à la charge du prestataire.",
        "{scenario}: {insured} insured, {uninsured} borne by the provider.",
    ),
    "exposure.multiples": (
        "« fois » : en nombre d'années de ce que rapporte le contrat ({annual}).",
        "“times”: in years of what the contract brings ({annual}).",
    ),
    "scenario.claim": ("Réclamation", "Claim"),
    "head.unallocated": ("non réparti", "not allocated"),
    "head.intervention": ("intervention", "intervention"),
    "head.restoration": ("restauration", "restoration"),
    "head.interruption": ("interruption d'activité", "business interruption"),
    "head.liability": ("réclamations de tiers", "third parties' claims"),
    "head.notification": ("notification", "notification"),
    "head.ransom": ("rançon", "ransom"),
}

_CAP: Final[dict[str, tuple[str, str]]] = {
    "basis.fees_paid": ("sommes versées ou dues", "fees paid or payable"),
    "basis.fixed_amount": ("somme fixe", "fixed sum"),
    "basis.insurance": ("montant assuré", "insured sum"),
    "basis.multiple": ("multiple des sommes versées", "multiple of the fees"),
    "basis.greater_of": ("la plus élevée de plusieurs sommes", "the greater of several sums"),
    "basis.lesser_of": ("la plus faible de plusieurs sommes", "the lesser of several sums"),
    "basis.other": ("autre", "other"),
    "per.claim": ("par réclamation", "per claim"),
    "per.event": ("par sinistre", "per event"),
    "per.year": ("par an", "per year"),
    "per.contract": ("pour tout le contrat", "for the whole contract"),
    "per.order": ("par commande", "per order"),
    "cap.times": ("{multiple} fois", "{multiple} times"),
    "cap.months": ("sur {months} mois", "over {months} months"),
    "cap.aggregate": ("toutes réclamations confondues", "for all claims together"),
    "cap.mutual": ("au profit des deux parties", "for both parties"),
}

_NOTICES: Final[dict[str, tuple[str, str]]] = {
    "notice.empty_pages.one": (
        "Page {pages} : aucun texte lu (image ?). Rien n'y a été jugé.",
        "Page {pages}: no text was read (a picture?). Nothing was judged there.",
    ),
    "notice.empty_pages.many": (
        "Pages {pages} : aucun texte lu (images ?). Rien n'y a été jugé.",
        "Pages {pages}: no text was read (pictures?). Nothing was judged there.",
    ),
    "notice.ocr_pages.one": (
        "Page {pages} : texte reconnu sur une image, à relire.",
        "Page {pages}: text recognised from a picture, to be read again.",
    ),
    "notice.ocr_pages.many": (
        "Pages {pages} : texte reconnu sur des images, à relire.",
        "Pages {pages}: text recognised from pictures, to be read again.",
    ),
    "notice.other_law": (
        "Le contrat relève d'un droit dont la bibliothèque n'a aucune référence ({law}) : celles qui sont citées viennent d'autres droits.",
        "The contract is under a law for which the library holds no reference ({law}): those quoted are of other laws.",
    ),
    "notice.other_currency": (
        "Ni le prix ni aucune somme du contrat ne donne sa monnaie : les montants proposés sont en {currency}, à convertir.",
        "Neither the price nor any sum of the contract gives its currency: suggested sums are in {currency}, to be converted.",
    ),
    "notice.part": (
        "Le document se présente comme {sort} : ce qui n'y est pas peut figurer dans un autre document du contrat. "
        "Donnez les fichiers ensemble (--together) pour les juger comme un seul contrat.",
        "The document calls itself {sort}: what is not in it may stand in another document of the contract. "
        "Give the files together (--together) to have them judged as one contract.",
    ),
    "notice.hidden_text": (
        "Texte masqué dans le document ({count}), non jugé : « {text} »",
        "Hidden text in the document ({count}), not judged: “{text}”",
    ),
    "notice.placeholder_text": (
        "Champs à remplir laissés vides ({count}) : « {text} »",
        "Fields left to be filled in ({count}): “{text}”",
    ),
    "notice.embedded_document": (
        "Un autre document est incorporé dans celui-ci ; il n'a pas été lu.",
        "Another document is embedded in this one; it was not read.",
    ),
    "notice.tracked_changes": (
        "Modifications suivies ({count}, par {authors}), lues comme acceptées.",
        "Tracked changes ({count}, by {authors}), read as accepted.",
    ),
    "notice.comments": (
        "Commentaires laissés de côté ({count}).",
        "Comments left out ({count}).",
    ),
    "notice.unknown": ("{code} ({values})", "{code} ({values})"),
}

_CLOSING: Final[dict[str, tuple[str, str]]] = {
    "closing.not_advice": (
        "Ce rapport n'est pas un avis juridique et aucun avocat ne l'a relu.",
        "This report is not legal advice and no lawyer has checked it.",
    ),
    "closing.not_forecast": (
        "Les sommes sont le plus que le contrat laisse passer si le prestataire est tenu de toute la perte ; ce n'est pas une "
        "prévision : le lien de causalité, la preuve, la prévisibilité et la perte de chance ne sont pas chiffrés.",
        "The sums are the most the contract lets through if the provider is held liable for the whole loss; they are not a "
        "forecast: causation, proof, foreseeability and loss of chance are not priced.",
    ),
    "closing.tool": (
        "gardefou {version}, bibliothèque de clauses {digest}.",
        "gardefou {version}, clause library {digest}.",
    ),
}

_CODES: Final[dict[str, tuple[str, str]]] = {
    "kind.backup": ("sauvegarde", "backup"),
    "kind.managed_services": ("infogérance", "managed services"),
    "kind.hosting": ("hébergement", "hosting"),
    "kind.saas": ("logiciel en ligne (SaaS)", "software as a service"),
    "kind.maintenance": ("maintenance", "maintenance"),
    "kind.development": ("développement", "development"),
    "kind.licence": ("licence de logiciel", "software licence"),
    "kind.security": ("sécurité informatique", "IT security"),
    "kind.consulting": ("conseil", "consulting"),
    "kind.resale": ("revente", "resale"),
    "kind.data_processing": ("traitement de données", "data processing"),
    "kind.other": ("autre", "other"),
    "sort.order": ("un bon de commande ou un devis", "an order form or quote"),
    "sort.data_processing": ("un accord de sous-traitance des données", "a data processing agreement"),
    "sort.service_levels": ("un engagement de niveau de service", "a service level agreement"),
    "sort.annex": ("une annexe", "an annex"),
    "governing.FR": ("droit français", "French law"),
    "governing.BE": ("droit belge", "Belgian law"),
    "governing.CH": ("droit suisse", "Swiss law"),
    "governing.LU": ("droit luxembourgeois", "Luxembourg law"),
    "governing.CA-QC": ("droit du Québec", "law of Quebec"),
    "governing.GB-EAW": ("droit anglais (Angleterre et pays de Galles)", "law of England and Wales"),
    "governing.GB-SCT": ("droit écossais", "Scots law"),
    "governing.GB-NIR": ("droit nord-irlandais", "law of Northern Ireland"),
    "governing.IE": ("droit irlandais", "Irish law"),
    "governing.CM": ("droit camerounais", "law of Cameroon"),
    "governing.CI": ("droit ivoirien", "law of Côte d'Ivoire"),
    "governing.SN": ("droit sénégalais", "law of Senegal"),
    "governing.BF": ("droit burkinabè", "law of Burkina Faso"),
    "governing.MA": ("droit marocain", "law of Morocco"),
    "governing.TN": ("droit tunisien", "law of Tunisia"),
    "governing.IL": ("droit israélien", "law of Israel"),
    "governing.DE": ("droit allemand", "German law"),
    "governing.GB": ("droit britannique", "UK law"),
    "governing.US": ("droit américain", "US law"),
    "governing.AU": ("droit australien", "Australian law"),
    "governing.CA": ("droit canadien", "Canadian law"),
    "governing.unsaid-en": (
        "contrat en anglais qui ne choisit pas de droit",
        "contract in English that chooses no law",
    ),
    "governing.unsaid-fr": (
        "contrat en français qui ne choisit pas de droit",
        "contract in French that chooses no law",
    ),
    "format.docx": ("Word", "Word"),
    "format.pdf": ("PDF", "PDF"),
    "format.txt": ("texte", "text"),
    "format.md": ("Markdown", "Markdown"),
    "language.fr": ("en français", "in French"),
    "language.en": ("en anglais", "in English"),
    "vat.excluded": ("{amount}\u00a0HT", "{amount}\u00a0excl.\u00a0VAT"),
    "vat.included": ("{amount}\u00a0TTC", "{amount}\u00a0incl.\u00a0VAT"),
    "vat.unknown": ("{amount}", "{amount}"),
    "period.hour": ("par heure", "an hour"),
    "period.day": ("par jour", "a day"),
    "period.week": ("par semaine", "a week"),
    "period.month": ("par mois", "a month"),
    "period.quarter": ("par trimestre", "a quarter"),
    "period.half_year": ("par semestre", "a half-year"),
    "period.year": ("par an", "a year"),
    "period.total": ("au total", "in all"),
    "period.unit": ("par unité", "a unit"),
}

REPORT: Final = {**_VERDICT, **_SECTIONS, **_FINDINGS, **_EXPOSURE, **_CAP, **_NOTICES, **_CLOSING, **_CODES}
