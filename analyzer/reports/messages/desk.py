"""What the other pages of the app say, and its command: many contracts, the insurer's desk, the clause library. (French, English)"""

from __future__ import annotations

from typing import Final

_FOLDER: Final[dict[str, tuple[str, str]]] = {
    "app.folder.title": ("Tous vos contrats d’un coup d’œil", "All your contracts at a glance"),
    "app.folder.lead": (
        "Déposez des contrats ou une archive .zip : un tableau montre lesquels renégocier d’abord, et ce qui manque dans chacun.",
        "Drop contracts or a .zip archive: a table shows which to renegotiate first, and what each of them lacks.",
    ),
    "app.folder.upload": (
        "Vos contrats (Word, PDF, texte, ou une archive .zip)",
        "Your contracts (Word, PDF, text, or a .zip archive)",
    ),
    "app.folder.samples": ("Essayer avec les exemples", "Try it with the samples"),
    "app.folder.progress": ("{number} sur {total} : {name}", "{number} of {total}: {name}"),
    "app.folder.contracts.one": ("{number} contrat lu", "{number} contract read"),
    "app.folder.contracts.many": ("{number} contrats lus", "{number} contracts read"),
    "app.folder.uncapped.one": ("{number} sans plafond", "{number} without a cap"),
    "app.folder.uncapped.many": ("{number} sans plafond", "{number} without a cap"),
    "app.folder.poor.one": ("{number} noté D ou E", "{number} graded D or E"),
    "app.folder.poor.many": ("{number} notés D ou E", "{number} graded D or E"),
    "app.folder.failed.one": ("{number} fichier non lu", "{number} file not read"),
    "app.folder.failed.many": ("{number} fichiers non lus", "{number} files not read"),
    "app.folder.search": ("Chercher un nom de fichier", "Search for a file name"),
    "app.folder.only": ("Montrer seulement", "Show only"),
    "app.folder.only.no_cap": ("sans plafond", "without a cap"),
    "app.folder.only.poor": ("notés D ou E", "graded D or E"),
    "app.folder.only.critical": ("avec un constat critique", "with a critical finding"),
    "app.folder.topics": ("Sujets en colonnes", "Topics as columns"),
    "app.folder.how": (
        "✕ : le constat le plus grave du sujet. ✓ : la clause est là, et où. – : rien sur ce sujet.",
        "✕: the gravest finding of the topic. ✓: the clause is there, and where. –: nothing on this topic.",
    ),
    "app.folder.alt": ("Sujets par contrat", "Topics by contract"),
    "app.folder.nothing": (
        "Aucun contrat ne répond à ces filtres. Retirez-en un pour en voir.",
        "No contract meets these filters. Take one away to see some.",
    ),
    "app.folder.column.contract": ("Contrat", "Contract"),
    "app.folder.column.grade": ("Note", "Grade"),
    "app.folder.column.kind": ("Nature", "Kind"),
    "app.folder.column.payable": ("À payer au plus", "Payable at most"),
    "app.folder.column.times": ("Fois le prix", "Times the price"),
    "app.folder.open": (
        "Contrat à ouvrir (ou choisissez des lignes du tableau)",
        "Contract to open (or choose rows of the table)",
    ),
    "app.folder.review": ("Ouvrir", "Open"),
    "app.folder.together": ("Lire comme un seul contrat", "Read as one contract"),
    "app.folder.xlsx": ("Classeur Excel", "Excel workbook"),
    "app.folder.file": ("contrats", "contracts"),
    "app.folder.problems": ("Fichiers non lus", "Files not read"),
}

_LIBRARY: Final[dict[str, tuple[str, str]]] = {
    "app.library.title": ("La bibliothèque de clauses", "The clause library"),
    "app.library.lead": (
        "Ce que Garde-fou cherche dans un contrat, pourquoi, sur quel droit, et ce qu’il propose d’écrire.",
        "What Garde-fou looks for in a contract, why, on what law, and what it suggests writing.",
    ),
    "app.library.browse": ("Lire", "Read"),
    "app.library.own": ("Vos réglages", "Your settings"),
    "app.library.search": ("Chercher", "Search"),
    "app.library.search.example": ("plafond, sauvegarde, article 1170…", "cap, backup, article 1170…"),
    "app.library.found.one": ("{number} sujet, {findings} constats.", "{number} topic, {findings} findings."),
    "app.library.found.many": ("{number} sujets, {findings} constats.", "{number} topics, {findings} findings."),
    "app.library.nothing": (
        "Rien ne répond à ces mots. Essayez-en moins, ou un seul.",
        "Nothing matches these words. Try fewer, or only one.",
    ),
    "app.library.more": ("Raisons, rédaction, droit", "Reasons, wording, law"),
    "app.library.wording": ("Langue et niveau de la rédaction", "Language and level of the wording"),
    "app.library.braces": (
        "Les mots entre accolades sont remplis pour chaque contrat.",
        "The words in braces are filled in for each contract.",
    ),
    "app.library.own.lead": (
        "Ces réglages comptent tout de suite pour les contrats de cet onglet. Enregistrez-les dans un fichier (playbook) pour les "
        "retrouver, ici ou avec gardefou check --playbook.",
        "These settings count at once for the contracts of this tab. Save them in a file (a playbook) to find them again, here or with "
        "gardefou check --playbook.",
    ),
    "app.library.thresholds": ("Seuils", "Thresholds"),
    "app.threshold.derisory": ("Plafond jugé dérisoire au-dessous de", "A cap is derisory below"),
    "app.threshold.derisory.help": (
        "En euros, ou ce qui en tient lieu dans la monnaie du contrat. Une proposition de ce projet, pas une règle de droit.",
        "In euros, or what stands for them in the contract’s currency. A proposal of this project, not a rule of law.",
    ),
    "app.threshold.claim_period": (
        "Délai de réclamation jugé trop court, en mois",
        "A claim period is too short below, in months",
    ),
    "app.threshold.claim_period.help": (
        "Au-dessous, un délai pour agir est signalé.",
        "Below it, a period to bring claims is reported.",
    ),
    "app.library.severities": ("Gravités", "Severities"),
    "app.library.finding": ("Constat", "Finding"),
    "app.library.severity": ("Sa gravité chez vous", "Its severity for you"),
    "app.library.differs": ("{title} : {shipped} → {own}", "{title}: {shipped} → {own}"),
    "app.library.put_back": ("Remettre", "Put back"),
    "app.library.changed.one": (
        "{number} réglage diffère de la bibliothèque.",
        "{number} setting differs from the library.",
    ),
    "app.library.changed.many": (
        "{number} réglages diffèrent de la bibliothèque.",
        "{number} settings differ from the library.",
    ),
    "app.library.unchanged": (
        "Rien ne diffère encore de la bibliothèque : il n’y a rien à enregistrer.",
        "Nothing differs from the library yet: there is nothing to save.",
    ),
    "app.library.save": ("Enregistrer le playbook", "Save the playbook"),
    "app.library.reset": ("Tout remettre", "Put everything back"),
}

_APPLICANT: Final[dict[str, tuple[str, str]]] = {
    "app.applicant.title": ("Un candidat à l’assurance", "An applicant for insurance"),
    "app.applicant.lead": (
        "Ses réponses et ses contrats, côte à côte : ce que les contrats contredisent, ce qu’ils peuvent coûter ensemble, et une fiche "
        "de décision.",
        "Its answers and its contracts side by side: what the contracts contradict, what they can cost together, and a decision sheet.",
    ),
    "app.applicant.open": ("Ouvrir un questionnaire rempli (.toml)", "Open a completed questionnaire (.toml)"),
    "app.applicant.sample": ("Essayer avec un candidat inventé", "Try it with an invented applicant"),
    "app.applicant.questions": ("Le questionnaire", "The questionnaire"),
    "app.questions.gate": ("Sans réponse, pas de décision", "No decision without an answer"),
    "app.questions.high": ("Ce qui pèse le plus", "What weighs most"),
    "app.questions.other": ("Le reste", "The rest"),
    "app.questions.several": ("Séparez par des points-virgules.", "Separate with semicolons."),
    "app.choose": ("Choisir", "Choose"),
    "app.yes": ("oui", "yes"),
    "app.no": ("non", "no"),
    "app.applicant.save": ("Enregistrer les réponses", "Save the answers"),
    "app.applicant.contracts": ("Ses contrats", "Its contracts"),
    "app.applicant.read": ("{read} contrats lus sur {total}.", "{read} of {total} contracts read."),
    "app.applicant.screen": ("Établir la fiche", "Draw up the sheet"),
    "app.applicant.working": (
        "Calcul des événements qui touchent tout un portefeuille…",
        "Working out the events that hit a whole portfolio…",
    ),
    "app.applicant.stale": (
        "Les réponses ou les contrats ont changé depuis : établissez la fiche de nouveau.",
        "The answers or the contracts have changed since: draw up the sheet again.",
    ),
    "app.applicant.for": ("La fiche est pour", "The sheet is for"),
    "app.applicant.for.underwriter": ("le souscripteur", "the underwriter"),
    "app.applicant.for.applicant": ("le candidat", "the applicant"),
    "app.applicant.html": ("Page web (HTML)", "Web page (HTML)"),
    "app.applicant.xlsx": ("Classeur Excel", "Excel workbook"),
    "app.applicant.json": ("Pour un logiciel (JSON)", "For a program (JSON)"),
    "app.applicant.file": ("fiche-de-decision", "decision-sheet"),
}

_PAGE_COMMAND: Final[dict[str, tuple[str, str]]] = {
    "help.page": (
        "Ouvre l’application dans le navigateur, sur cette machine seulement.",
        "Opens the app in the browser, on this machine only.",
    ),
    "help.page.port": ("Port d’écoute (par défaut : 8501).", "Port to listen on (default: 8501)."),
    "help.page.browser": ("Ouvrir le navigateur ou non.", "Open the browser or not."),
    "page.missing": (
        "L’application demande Streamlit, qui n’est pas installé. Installez-le : pip install 'gardefou[app]'",
        "The app needs Streamlit, which is not installed. Install it: pip install 'gardefou[app]'",
    ),
}

DESK: Final = {**_FOLDER, **_LIBRARY, **_APPLICANT, **_PAGE_COMMAND}
