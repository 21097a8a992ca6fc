"""What the command line says: help, wrong options, the clause pages."""

from __future__ import annotations

from typing import Final

_HELP: Final[dict[str, tuple[str, str]]] = {
    "help.app": (
        "Lit un contrat de services et dit ce qu'il peut coûter au prestataire, pourquoi, et quoi écrire à la place.",
        "Reads a service contract and says what it can cost the provider, why, and what to write instead.",
    ),
    "help.check": (
        "Lit des contrats ; affiche les constats, l'exposition et les rédactions proposées.",
        "Reads contracts; prints findings, exposure and suggested wording.",
    ),
    "help.clauses": ("La bibliothèque de clauses.", "The clause library."),
    "help.clauses.list": ("Tous les constats, par sujet.", "Every finding, by topic."),
    "help.clauses.show": (
        "La page d'un constat (liability_cap.missing) ou d'un sujet (liability_cap).",
        "The page of a finding (liability_cap.missing) or of a topic (liability_cap).",
    ),
    "help.clauses.test": (
        "Essaie chaque règle sur ses propres exemples.",
        "Runs every rule on its own examples.",
    ),
    "help.clauses.explain": (
        "Pourquoi les clauses d'un sujet ont été trouvées dans un contrat, et pourquoi les phrases voisines ne le sont pas.",
        "Why the clauses of a topic were found in a contract, and why the nearest sentences were not.",
    ),
    "help.topic": ("Identifiant d'un sujet (liability_cap).", "Id of a topic (liability_cap)."),
    "help.file": ("Le contrat à lire.", "The contract to read."),
    "help.version": ("Affiche la version.", "Print the version."),
    "help.help": ("Affiche cette aide.", "Show this message."),
    "help.files": (
        "Contrats à lire : .docx, .odt, .pdf, .rtf, .html, .txt, .md, et .doc là où LibreOffice est installé.",
        "Contracts to read: .docx, .odt, .pdf, .rtf, .html, .txt, .md, and .doc where LibreOffice is installed.",
    ),
    "help.language": (
        "Langue du rapport (par défaut : celle du contrat).",
        "Language of the report (default: the contract's).",
    ),
    "help.language.library": ("Langue (par défaut : celle du système).", "Language (default: the system's)."),
    "help.annual_value": (
        "Ce que le contrat rapporte en un an, à la place de ce qu'il dit.",
        "What the contract brings in a year, whatever it says.",
    ),
    "help.currency": ("Monnaie des sommes données en option.", "Currency of the sums given as options."),
    "help.claim": ("Une réclamation connue ou redoutée.", "A known or feared claim."),
    "help.select": (
        "Ne montrer que ces constats ou sujets (séparés par des virgules).",
        "Show these findings or topics alone (separated by commas).",
    ),
    "help.ignore": (
        "Ne pas montrer ces constats ou sujets (séparés par des virgules).",
        "Leave these findings or topics out (separated by commas).",
    ),
    "help.profile": (
        "Un fichier .toml : la taille du client, l'assurance, la réclamation par poste.",
        "A .toml file: the customer's size, the insurance, the claim by head.",
    ),
    "help.playbook": (
        "Un fichier .toml : vos seuils, vos gravités, vos constats acceptés, vos clauses.",
        "A .toml file: your thresholds, severities, accepted findings and clauses.",
    ),
    "help.together": (
        "Les fichiers sont les parties d'un seul contrat (bon de commande, conditions, annexes).",
        "The files are parts of one contract (order form, terms, annexes).",
    ),
    "help.side": (
        "Pour qui le contrat est lu : change la gravité et les raisons, jamais ce qui est trouvé (par défaut : provider).",
        "For whom the contract is read: changes severity and reasons, never what is found (default: provider).",
    ),
    "help.format": ("Forme du résultat (par défaut : text).", "Form of the result (default: text)."),
    "help.output": ("Écrire le résultat dans ce fichier.", "Write the result to this file."),
    "help.explain_exposure": (
        "Montrer le chemin de chaque euro : ce que chaque clause fait à chaque poste de perte.",
        "Show the path of every euro: what each clause does to each head of loss.",
    ),
    "help.fail_on": (
        "Sortir avec le code 1 à partir de cette gravité (par défaut : high).",
        "Exit with code 1 from this severity upwards (default: high).",
    ),
    "help.id": ("Identifiant d'un constat ou d'un sujet.", "Id of a finding or a topic."),
    "help.folder": (
        "Dossier de clauses (par défaut : la bibliothèque fournie).",
        "Folder of clauses (default: the library that ships).",
    ),
}

_OPTIONS: Final[dict[str, tuple[str, str]]] = {
    "option.currency": (
        "{option} : « {value} » n'est pas une monnaie. Écrivez son code de trois lettres, par exemple EUR",
        "{option}: “{value}” is not a currency. Write its three-letter code, for example EUR",
    ),
    "option.currencies": (
        "{option} : la monnaie {written} ne s'accorde pas avec --currency {value}. N'en gardez qu'une.",
        "{option}: the currency {written} does not agree with --currency {value}. Keep one of them.",
    ),
    "option.choice": (
        "{option} : « {value} » est inconnu. Choisissez parmi : {choices}.",
        "{option}: “{value}” is unknown. Choose one of: {choices}.",
    ),
    "option.near": ("Vouliez-vous dire « {near} » ?", "Did you mean “{near}”?"),
    "option.id": (
        "{option} : aucun constat ni sujet « {value} ».",
        "{option}: no finding or topic “{value}”.",
    ),
    "option.list_hint": ("Pour les voir tous : gardefou clauses list", "To see them all: gardefou clauses list"),
    "option.output": (
        "--output : impossible d'écrire dans « {path} » ({reason}).",
        "--output: cannot write to “{path}” ({reason}).",
    ),
    "option.output_input": (
        "--output : « {path} » est l'un des fichiers à lire ; il ne sera pas écrasé.",
        "--output: “{path}” is one of the files to read; it is not written over.",
    ),
    "usage.unknown_option": ("option inconnue : {value}.", "unknown option: {value}."),
    "usage.missing_value": (
        "il manque une valeur ou un argument : {value}.",
        "a value or an argument is missing: {value}.",
    ),
    "usage.help": ("Essayez : {command} --help", "Try: {command} --help"),
    "interrupted": ("Interrompu.", "Interrupted."),
}

_PAGES: Final[dict[str, tuple[str, str]]] = {
    "list.topic": ("Sujet", "Topic"),
    "list.finding": ("Constat", "Finding"),
    "list.severity": ("Gravité", "Severity"),
    "list.title": ("Titre", "Title"),
    "page.finds": ("Ce que ce constat relève", "What it finds"),
    "page.about": ("Ce qui compte comme tel", "What counts as it"),
    "page.why": ("Pourquoi c'est important", "Why it matters"),
    "page.example": ("Exemple de ce qu'il ne faut pas signer", "Example of what not to sign"),
    "page.instead": ("À écrire à la place", "Use instead"),
    "page.case": ("{title}, {cases}", "{title}, {cases}"),
    "page.case.topics": ("si le contrat contient aussi : {topics}", "where the contract also has: {topics}"),
    "page.case.insured": ("si la somme assurée décide du plafond", "where the insured sum decides the cap"),
    "page.beside": ("En plus, au choix : {title}", "Beside it, by choice: {title}"),
    "page.mistaken": ("Quand ce constat se trompe", "When this is wrong"),
    "page.mend": ("Ce que change la correction", "What the mend changes"),
    "page.law": ("Droit, avec la date de lecture", "Law, with the date checked"),
    "page.settings": ("Réglages", "Settings"),
    "page.findings": ("Constats", "Findings"),
    "page.side.provider": ("Pour le prestataire", "For the provider"),
    "page.side.customer": ("Pour le client", "For the customer"),
    "page.side.insurer": ("Pour l'assureur", "For the insurer"),
    "page.variant.protective": ("protectrice", "protective"),
    "page.variant.balanced": ("équilibrée", "balanced"),
    "page.mend.insert": (
        "Un texte est ajouté au contrat : {title}.",
        "A text is added to the contract: {title}.",
    ),
    "page.mend.replace": (
        "Le texte en cause est remplacé : {title}.",
        "The text at fault is replaced: {title}.",
    ),
    "page.mend.advise": (
        "Aucune rédaction ne suffit à corriger ce point.",
        "No wording alone can mend this point.",
    ),
    "page.severity": ("Gravité : {severity}.", "Severity: {severity}."),
    "page.severity_in": ("{severity} pour : {names}.", "{severity} for: {names}."),
    "page.kinds": ("Relevé dans ces contrats : {names}.", "Raised in these contracts: {names}."),
    "page.accept": (
        "Se tait avec --ignore {id}.",
        "Silenced with --ignore {id}.",
    ),
    "test.passed": ("{passed} exemples sur {total} sont bons.", "{passed} of {total} examples are right."),
    "test.none": ("Aucun exemple dans ce dossier.", "No example in this folder."),
}

_EXPLAIN: Final[dict[str, tuple[str, str]]] = {
    "explain.found.one": ("{number} clause trouvée.", "{number} clause found."),
    "explain.found.many": ("{number} clauses trouvées.", "{number} clauses found."),
    "explain.how": (
        "Chaque signal qui parle ajoute son poids ; une somme égale au seuil du sujet ({threshold}) donne la note 0,50, à partir de "
        "laquelle la clause est tenue pour présente.",
        "Each signal that speaks adds its weight; a sum equal to the topic's threshold ({threshold}) gives the score 0.50, from which "
        "the clause counts as there.",
    ),
    "explain.no_signal": (
        "Ce sujet n'a pas de signal dans cette langue : il est lu autrement que phrase par phrase.",
        "This topic has no signal in this language: it is not read sentence by sentence.",
    ),
    "explain.clause": ("Trouvée", "Found"),
    "explain.weak": ("Candidate trop faible", "Too weak a candidate"),
    "explain.near": ("Phrase voisine, non retenue", "Near sentence, not kept"),
    "explain.score": ("note {score}", "score {score}"),
    "explain.sum": (
        "Somme des poids : {weights} = {sum}.",
        "Sum of the weights: {weights} = {sum}.",
    ),
    "explain.step": ("{words} répond à {pattern}", "{words} answers {pattern}"),
    "explain.title": ("le titre de l'article répond à {pattern}", "the section's title answers {pattern}"),
    "explain.pattern": ("Motif : {pattern}", "Pattern: {pattern}"),
    "explain.silent.pattern": ("Rien ne répond à {detail}", "Nothing answers {detail}"),
    "explain.silent.heading": (
        "Muet : le titre de l'article ne répond pas à {detail}",
        "Silent: the section's title does not answer {detail}",
    ),
    "explain.silent.also": ("Muet : rien ne répond à {detail} (also)", "Silent: nothing answers {detail} (also)"),
    "explain.silent.previous": (
        "Muet : la phrase qui précède ne dit pas {detail} (previous)",
        "Silent: the sentence before does not say {detail} (previous)",
    ),
    "explain.silent.about": (
        "Muet : la phrase parle de {detail} (about)",
        "Silent: the sentence speaks of {detail} (about)",
    ),
    "explain.silent.polarity": (
        "Muet : ces mots sont {detail} (polarity)",
        "Silent: these words are {detail} (polarity)",
    ),
    "explain.silent.unless": (
        "Muet : {words} répond à {detail} (unless)",
        "Silent: {words} answers {detail} (unless)",
    ),
    "explain.detail.provider": ("ce que fait ou doit le prestataire", "what the provider does or owes"),
    "explain.detail.customer": ("ce que fait ou doit le client", "what the customer does or owes"),
    "explain.detail.both": ("ce que font ou doivent les deux", "what both do or owe"),
    "explain.detail.nobody": ("personne de nommé", "nobody by name"),
    "explain.detail.negated": ("niés", "denied"),
    "explain.detail.affirmed": ("affirmés", "affirmed"),
}

COMMAND: Final = {**_HELP, **_OPTIONS, **_PAGES, **_EXPLAIN}
