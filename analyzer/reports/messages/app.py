"""What the app says around and on the page of one contract: (French, English)."""

from __future__ import annotations

from typing import Final

_FRAME: Final[dict[str, tuple[str, str]]] = {
    "app.page.review": ("Un contrat", "One contract"),
    "app.page.folder": ("Un dossier", "A folder"),
    "app.page.applicant": ("Un candidat", "An applicant"),
    "app.page.library": ("Bibliothèque", "Library"),
    "app.closing": (
        "Garde-fou n’est pas un conseil juridique : faites relire toute modification par un avocat. Les contrats restent sur cette machine "
        "et sont oubliés quand vous fermez l’onglet.",
        "Garde-fou is not legal advice: have a lawyer read every change. Contracts stay on this machine and are forgotten when you close "
        "the tab.",
    ),
}

_INTAKE: Final[dict[str, tuple[str, str]]] = {
    "app.title": ("Ce que votre contrat peut vous coûter", "What your contract can cost you"),
    "app.lead": (
        "Garde-fou lit un contrat de services informatiques du côté du prestataire : ce qu’il laisse passer si tout va mal, "
        "pourquoi, et ce qu’il faut écrire à la place.",
        "Garde-fou reads an IT service contract from the provider’s side: what it lets through when things go wrong, why, and what to "
        "write instead.",
    ),
    "app.step.drop": ("Déposez le contrat", "Drop the contract"),
    "app.step.drop.more": (
        "Word, PDF ou texte, en français ou en anglais.",
        "Word, PDF or text, in French or English.",
    ),
    "app.step.read": ("Lisez le verdict", "Read the verdict"),
    "app.step.read.more": (
        "Combien de fois le prix annuel, et à cause de quelles phrases.",
        "How many times the yearly price, and because of which sentences.",
    ),
    "app.step.leave": ("Repartez avec le Word corrigé", "Leave with the redlined Word file"),
    "app.step.leave.more": (
        "Chaque correction en suivi des modifications, prête à envoyer.",
        "Every change tracked, ready to send.",
    ),
    "app.upload": ("Votre contrat (Word, PDF, texte), 25 Mo au plus", "Your contract (Word, PDF, text), up to 25 MB"),
    "app.upload.choose": ("Choisir un fichier", "Choose a file"),
    "app.upload.drop": ("ou glissez-le ici", "or drop it here"),
    "app.private": (
        "Tout se passe sur cette machine. Rien n’est envoyé, rien n’est gardé après la fermeture de l’onglet.",
        "Everything happens on this machine. Nothing is sent, nothing is kept once the tab is closed.",
    ),
    "app.samples": ("Pas de contrat sous la main ? Essayez un exemple", "No contract at hand? Try a sample"),
    "app.sample.backup": ("Sauvegarde à 600 € par an (Word)", "Backup for €600 a year (Word, in French)"),
    "app.sample.backup_pdf": ("Le même en PDF", "The same as a PDF"),
    "app.sample.managed": ("Infogérance (Word, en anglais)", "Managed services (Word)"),
    "app.sample.terms": ("Conditions générales (texte)", "Standard terms (text, in French)"),
    "app.another": ("Autre contrat", "Another contract"),
    "app.progress.read": ("Lecture du contrat…", "Reading the contract…"),
    "app.progress.judge": (
        "Recherche de ce qui manque et de ce que cela coûte…",
        "Looking for what is missing and what it costs…",
    ),
    "app.progress.mend": ("Relecture du contrat corrigé…", "Reading the mended contract…"),
}

_VERDICT: Final[dict[str, tuple[str, str]]] = {
    "app.line.times": (
        "Ce contrat peut coûter au prestataire {times} fois son prix annuel.",
        "This contract can cost its provider {times} times the yearly price.",
    ),
    "app.line.below": (
        "Ce contrat peut coûter au prestataire moins que son prix annuel : {payable}.",
        "This contract can cost its provider less than the yearly price: {payable}.",
    ),
    "app.line.unpriced": (
        "Ce contrat peut coûter {payable} au prestataire, et ne dit pas ce qu’il rapporte.",
        "This contract can cost its provider {payable}, and does not say what it brings in.",
    ),
    "app.line.cap_unknown": (
        "Ce contrat plafonne la responsabilité du prestataire à une somme qu’il ne permet pas de calculer.",
        "This contract caps the provider’s liability at a sum that cannot be worked out from it.",
    ),
    "app.line.no_loss": (
        "Aucune perte n’est encore chiffrée : écrivez une réclamation reçue ou redoutée.",
        "No loss is priced yet: write down a claim received or feared.",
    ),
    "app.loss.claim": ("Pour une réclamation de {loss}.", "Against a claim of {loss}."),
    "app.loss.assumed": (
        "Pour la perte la plus lourde que l’on peut supposer, « {scenario} » : {loss}.",
        "Against the heaviest loss that can be assumed, “{scenario}”: {loss}.",
    ),
    "app.loss.price": ("Prix annuel : {annual}.", "Yearly price: {annual}."),
    "app.loss.lowered": ("Le contrat la ramène à {payable}.", "The contract brings it down to {payable}."),
    "app.tile.now": ("Le contrat tel qu’il est", "The contract as it is"),
    "app.tile.after.one": ("Avec {number} modification", "With {number} change"),
    "app.tile.after.many": ("Avec {number} modifications", "With {number} changes"),
    "app.tile.times": ("{times} fois le prix", "{times} times the price"),
    "app.tile.once": ("1 fois le prix", "once the price"),
    "app.tile.grade": ("Note {grade},", "Grade {grade},"),
    "app.tile.value": ("{value} sur 100", "{value} of 100"),
    "app.findings.one": ("{number} constat", "{number} finding"),
    "app.findings.many": ("{number} constats", "{number} findings"),
    "app.chart": ("Ce que le contrat laisse passer", "What the contract lets through"),
    "app.chart.none": (
        "Rien n’est chiffré pour cette sorte de contrat. Écrivez une réclamation pour la voir ici.",
        "Nothing is priced for this kind of contract. Write down a claim to see it here.",
    ),
    "app.chart.loss": ("Perte examinée", "Loss looked at"),
    "app.chart.heads": ("Par poste de perte", "By head of loss"),
    "app.chart.ceiling": (
        "À payer : le plus que le contrat laisse passer si le prestataire est tenu de toute la perte. Ce n’est pas une prévision.",
        "Payable: the most the contract lets through if the provider is held liable for the whole loss. It is not a forecast.",
    ),
    "app.chart.insured": (
        "Aujourd’hui, {insured} seraient assurés et {uninsured} resteraient au prestataire.",
        "Now, {insured} would be insured and {uninsured} borne by the provider.",
    ),
    "app.chart.steps": ("Quelle clause fait quoi à ces sommes", "Which clause does what to these sums"),
    "app.chart.assumed": ("Ce qui est supposé", "What is assumed"),
    "app.chart.assumed.why": (
        "Le contrat ne dit rien de la taille du client. Ces valeurs (centrale, de la plus basse à la plus haute) en tiennent lieu ; "
        "le formulaire en remplace plusieurs.",
        "The contract does not say how large the customer is. These values (central, from low to high) stand in for it; the form "
        "replaces several of them.",
    ),
    "app.bar.price": ("Ce que le contrat rapporte en un an", "What the contract brings in a year"),
    "app.bar.loss": ("La perte", "The loss"),
    "app.bar.now": ("À payer aujourd’hui", "Payable now"),
    "app.bar.falls": ("À payer si un juge écarte le plafond", "Payable if a court sets the cap aside"),
    "app.bar.after": ("À payer après correction", "Payable after the fix"),
    "app.column.loss": ("Perte", "Loss"),
    "app.column.now": ("Aujourd’hui", "Now"),
    "app.column.falls": ("Si le plafond tombe", "If the cap falls"),
    "app.column.after": ("Après correction", "After the fix"),
}

_FORM: Final[dict[str, tuple[str, str]]] = {
    "app.form": ("Ce que le contrat ne dit pas", "What the contract does not say"),
    "app.form.price": ("Prix annuel hors taxes", "Yearly price before tax"),
    "app.form.price.example": ("600 ou 600 CHF", "600 or 600 GBP"),
    "app.form.price.help": (
        "Ce que le contrat rapporte en une année entière.",
        "What the contract brings in a full year.",
    ),
    "app.form.price.read": ("Lu dans le contrat :", "Read in the contract:"),
    "app.form.price.silent": (
        "Le contrat ne le dit pas : sans prix, aucun multiple n’est calculé.",
        "The contract does not say it: without a price no multiple is given.",
    ),
    "app.form.claim": ("Réclamation reçue ou redoutée", "Claim received or feared"),
    "app.form.claim.example": ("39 746,41", "39,746.41"),
    "app.form.claim.help": (
        "Ce que le client demande, ou pourrait demander. Laissez vide pour voir des pertes supposées.",
        "What the customer asks for, or might. Leave it empty to see assumed losses.",
    ),
    "app.form.limit_per_claim": ("Assurance, par sinistre", "Insurance, per claim"),
    "app.form.limit_per_claim.example": ("100 000", "100,000"),
    "app.form.limit_per_claim.help": (
        "Le montant garanti par votre assurance de responsabilité pour un sinistre.",
        "What your liability insurance covers for one claim.",
    ),
    "app.form.turnover": ("Chiffre d’affaires du client", "Customer’s yearly turnover"),
    "app.form.turnover.example": ("500 000", "500,000"),
    "app.form.turnover.help": (
        "Une perte d’exploitation se compte en jours de ce chiffre.",
        "A loss of business is counted in days of it.",
    ),
    "app.form.more": ("Plus de précisions", "More details"),
    "app.form.deductible": ("Franchise", "Deductible"),
    "app.form.deductible.example": ("1 500", "1,500"),
    "app.form.deductible.help": ("Ce que l’assurance laisse à votre charge.", "What the insurance leaves to you."),
    "app.form.staff": ("Effectif du client", "Customer’s staff"),
    "app.form.staff.example": ("12", "12"),
    "app.form.staff.help": ("Le nombre de postes à remettre en état.", "How many workplaces would have to be rebuilt."),
    "app.form.servers": ("Serveurs du client", "Customer’s servers"),
    "app.form.servers.example": ("2", "2"),
    "app.form.servers.help": (
        "Le nombre de serveurs à remettre en état.",
        "How many servers would have to be rebuilt.",
    ),
    "app.form.records": ("Personnes dans ses fichiers", "People in its records"),
    "app.form.records.example": ("1 000", "1,000"),
    "app.form.records.help": (
        "Celles qu’il faudrait prévenir d’une fuite de données.",
        "Those who would have to be told of a data breach.",
    ),
    "app.form.downtime_days": ("Jours d’arrêt", "Days of downtime"),
    "app.form.downtime_days.example": ("5", "5"),
    "app.form.downtime_days.help": (
        "Combien de temps le client serait arrêté.",
        "How long the customer would be at a standstill.",
    ),
    "app.form.provider_turnover": ("Chiffre d’affaires du prestataire", "Provider’s yearly turnover"),
    "app.form.provider_turnover.example": ("300 000", "300,000"),
    "app.form.provider_turnover.help": (
        "Pour dire quelle part d’une année une réclamation prendrait.",
        "To tell what part of a year a claim would take.",
    ),
    "app.form.side": ("Lire le contrat pour", "Read the contract for"),
    "app.form.side.help": (
        "Change la gravité, les raisons et les rédactions, jamais ce qui est trouvé.",
        "Changes severity, reasons and wording, never what is found.",
    ),
    "app.side.provider": ("le prestataire", "the provider"),
    "app.side.customer": ("le client", "the customer"),
    "app.side.insurer": ("l’assureur", "the insurer"),
    "app.level": ("Rédaction", "Wording"),
    "app.level.help": (
        "Protectrice : le plus que l’on peut demander. Équilibrée : ce qu’un client accepte plus vite.",
        "Protective: the most that can be asked for. Balanced: what a customer agrees to sooner.",
    ),
    "app.level.protective": ("Protectrice", "Protective"),
    "app.level.balanced": ("Équilibrée", "Balanced"),
}

_FINDINGS: Final[dict[str, tuple[str, str]]] = {
    "app.findings.title": ("Ce qu’il faut changer", "What to change"),
    "app.findings.none": (
        "Rien à signaler : les clauses attendues sont là, et aucune ne se retourne contre le prestataire.",
        "Nothing to report: the clauses expected are there, and none turns against the provider.",
    ),
    "app.findings.how": (
        "Toutes les rédactions sont retenues au départ. Ouvrez un constat pour la lire, la modifier ou la laisser de côté.",
        "Every wording is in at first. Open a finding to read it, edit it or leave it out.",
    ),
    "app.quote.context": ("Ce qui rend cette clause nécessaire :", "What makes this clause necessary:"),
    "app.findings.filter": ("Gravités à montrer", "Severities to show"),
    "app.why": ("Pourquoi.", "Why."),
    "app.use": ("Cette rédaction", "This wording"),
    "app.use.accept": ("Retenir", "Accept"),
    "app.use.edit": ("Modifier", "Edit"),
    "app.use.leave": ("Laisser de côté", "Leave out"),
    "app.use.edited": ("modifiée", "edited"),
    "app.use.left": ("laissée de côté", "left out"),
    "app.use.accepted": ("accepté par vos réglages", "accepted by your settings"),
    "app.use.text": ("Votre rédaction", "Your wording"),
    "app.use.edit.how": (
        "Votre texte remplace la proposition dans le fichier Word ; il est relu par les mêmes règles.",
        "Your text takes the place of the suggestion in the Word file; it is read by the same rules.",
    ),
    "app.use.with.one": (
        "Cette rédaction règle aussi le constat {numbers}.",
        "This wording also mends finding {numbers}.",
    ),
    "app.use.with.many": (
        "Cette rédaction règle aussi les constats {numbers}.",
        "This wording also mends findings {numbers}.",
    ),
    "app.show": ("Voir dans le contrat", "Show in the contract"),
    "app.law": ("Droit, et quand ce constat se trompe", "Law, and when this finding is wrong"),
    "app.contract": ("Le contrat", "The contract"),
    "app.contract.how": (
        "Les numéros renvoient aux constats. Souligné en pointillé : une clause attendue qui est là.",
        "The numbers are those of the findings. Dotted underline: an expected clause that is there.",
    ),
    "app.contract.label": ("Le contrat, clauses marquées", "The contract, clauses marked"),
    "app.contract.added": ("À ajouter ici", "To be added here"),
    "app.contract.previous": ("Page précédente", "Previous page"),
    "app.contract.next": ("Page suivante", "Next page"),
    "app.contract.page": ("page {page} sur {pages}", "page {page} of {pages}"),
}

_DOWNLOADS: Final[dict[str, tuple[str, str]]] = {
    "app.download.redline": ("Contrat corrigé (Word)", "Redlined contract (Word)"),
    "app.download.amendment": ("Avenant (Word)", "Amendment (Word)"),
    "app.download.redline.what.one": (
        "{number} modification suivie, avec son motif en commentaire.",
        "{number} tracked change, with its reason as a comment.",
    ),
    "app.download.redline.what.many": (
        "{number} modifications suivies, chacune avec son motif en commentaire.",
        "{number} tracked changes, each with its reason as a comment.",
    ),
    "app.download.amendment.what.one": (
        "{number} modification, à signer par les deux parties.",
        "{number} change, to be signed by both parties.",
    ),
    "app.download.amendment.what.many": (
        "{number} modifications, à signer par les deux parties.",
        "{number} changes, to be signed by both parties.",
    ),
    "app.download.wait": ("Préparation du fichier…", "Preparing the file…"),
    "app.download.nothing": ("Rien à modifier dans ce contrat.", "Nothing to change in this contract."),
    "app.download.report": ("Rapport", "Report"),
    "app.download.html": ("Page web (HTML)", "Web page (HTML)"),
    "app.download.pdf": ("PDF", "PDF"),
    "app.download.json": ("Pour un logiciel (JSON)", "For a program (JSON)"),
    "app.file.redline": ("corrige", "redline"),
    "app.file.amendment": ("avenant", "amendment"),
    "app.file.report": ("rapport", "report"),
}

APP: Final = {**_FRAME, **_INTAKE, **_VERDICT, **_FORM, **_FINDINGS, **_DOWNLOADS}
