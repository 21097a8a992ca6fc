"""The sentences of the insurer's desk before its sheet: help, command, form. (French, English)"""

from __future__ import annotations

from typing import Final

_HELP: Final[dict[str, tuple[str, str]]] = {
    "help.screen": (
        "Examine une demande d’assurance et les contrats du demandeur ; affiche la fiche de décision.",
        "Screens an application for insurance and the applicant's contracts; prints the decision sheet.",
    ),
    "help.screen.application": (
        "Le formulaire rempli, un fichier .toml (--new en écrit un vide).",
        "The filled form, a .toml file (--new writes an empty one).",
    ),
    "help.screen.contracts": (
        "Le dossier des contrats, ou celui d’un résultat de gardefou batch, qui n’est alors pas relu.",
        "The folder of the contracts, or that of a result of gardefou batch, which is then not read again.",
    ),
    "help.screen.new": (
        "Écrit un formulaire vide et commenté : .toml à remplir, .html à imprimer.",
        "Writes an empty, commented form: .toml to fill in, .html to print.",
    ),
    "help.screen.appetite": (
        "Les règles de l’assureur : refus, renvois, surprimes, conditions.",
        "The insurer's rules: what it declines, refers, loads and imposes.",
    ),
    "help.screen.audience": (
        "Pour qui est la fiche : l’assureur (défaut), ou le demandeur, sans l’appétence.",
        "Whom the sheet is for: the insurer (default), or the applicant, without the appetite.",
    ),
    "help.screen.seed": (
        "Graine du tirage des événements communs (défaut 0).",
        "Seed of the drawn common events (default 0).",
    ),
    "help.screen.format": ("Forme de la fiche (défaut text).", "Form of the sheet (default text)."),
}

_COMMAND: Final[dict[str, tuple[str, str]]] = {
    "screen.application_missing": (
        "Donnez le formulaire : gardefou screen demande.toml --contracts DOSSIER. --new demande.toml en écrit un vide.",
        "Give the form: gardefou screen application.toml --contracts DIR. --new application.toml writes an empty one.",
    ),
    "screen.contracts_missing": (
        "Donnez le dossier des contrats : --contracts DOSSIER.",
        "Give the folder of the contracts: --contracts DIR.",
    ),
    "screen.no_folder": ("{path} : ce dossier n’existe pas.", "{path}: no such folder."),
    "screen.new_exists": (
        "{path} existe déjà : il n’est pas remplacé. Donnez un autre nom.",
        "{path} is there already and is not replaced. Give another name.",
    ),
    "screen.new_suffix": (
        "{path} : un formulaire est un fichier .toml ou .html.",
        "{path}: a form is a .toml or a .html file.",
    ),
    "screen.new_done": (
        "{path} écrit. Répondez, puis : gardefou screen {path} --contracts DOSSIER",
        "{path} written. Answer it, then: gardefou screen {path} --contracts DIR",
    ),
    "screen.new_printed": ("{path} écrit : ouvrez-le et imprimez-le.", "{path} written: open it and print it."),
    "screen.xlsx_output": (
        "Un classeur va dans un fichier : --output fiche.xlsx.",
        "A workbook goes to a file: --output sheet.xlsx.",
    ),
    "screen.bad_line": (
        "{path}, ligne {line} : ce n’est pas un rapport de gardefou. Refaites le lot.",
        "{path}, line {line}: not a report of gardefou. Make the batch again.",
    ),
    "problem.form.no_file": ("ce fichier n’existe pas.", "no such file."),
    "problem.form.no_file.hint": (
        "Écrivez un formulaire vide : gardefou screen --new demande.toml",
        "Write an empty form with: gardefou screen --new application.toml",
    ),
    "problem.form.encoding": ("ce n’est pas un texte UTF-8.", "not UTF-8 text."),
    "problem.form.encoding.hint": ("Enregistrez le fichier en UTF-8.", "Save the file as UTF-8."),
    "problem.form.toml": ("l’écriture TOML est fausse ici.", "not a TOML file here."),
    "problem.form.toml.hint": (
        "Un texte va entre guillemets droits, oui et non s’écrivent true et false, une somme n’a pas d’espaces.{shown}",
        "A text stands between quotes, yes and no are true and false, a sum has no spaces.{shown}",
    ),
    "problem.form.unknown_key": ("« {name} » n’est pas une question.", "“{name}” is no question."),
    "problem.form.unknown_key_near": (
        "« {name} » n’est pas une question. Vouliez-vous dire « {near} » ?",
        "“{name}” is no question. Did you mean “{near}”?",
    ),
    "problem.form.rows": (
        "« {name} » est une liste de tables, chacune sous [[{name}]].",
        "“{name}” is a list of tables, each under [[{name}]].",
    ),
    "problem.form.missing": (
        "« {name} » manque dans cette table [[{table}]].",
        "“{name}” is missing in this [[{table}]].",
    ),
    "problem.form.total": (
        "les parts de « {name} » font {total}, et non {wanted}.",
        "the shares of “{name}” add up to {total}, not to {wanted}.",
    ),
    "problem.form.choice": (
        "« {name} » : « {word} » n’est aucun de {listed}.",
        "“{name}”: “{word}” is none of {listed}.",
    ),
    "problem.form.choice_near": (
        "« {name} » : « {word} » n’est aucun de {listed}. Vouliez-vous dire « {near} » ?",
        "“{name}”: “{word}” is none of {listed}. Did you mean “{near}”?",
    ),
    "problem.form.type.text": (
        "« {name} » doit être un texte entre guillemets.",
        "“{name}” must be a text between quotes.",
    ),
    "problem.form.type.texts": (
        "« {name} » doit être une liste de textes, entre crochets.",
        "“{name}” must be a list of texts, between brackets.",
    ),
    "problem.form.type.money": (
        "« {name} » doit être une somme, zéro ou plus, sans espaces ni devise : 300000.",
        "“{name}” must be a sum, not below zero, without spaces or currency: 300000.",
    ),
    "problem.form.type.number": (
        "« {name} » doit être un nombre, zéro ou plus.",
        "“{name}” must be a number, not below zero.",
    ),
    "problem.form.type.percent": (
        "« {name} » doit être un nombre de 0 à 100.",
        "“{name}” must be a number from 0 to 100.",
    ),
    "problem.form.type.yes_no": ("« {name} » doit être true (oui) ou false (non).", "“{name}” must be true or false."),
    "problem.form.type.choice": (
        "« {name} » doit être un des mots que le formulaire liste, entre guillemets.",
        "“{name}” must be one of the words that the form lists, between quotes.",
    ),
    "problem.form.type.date": ("« {name} » doit être une date : 2026-11-23.", "“{name}” must be a date: 2026-11-23."),
}
# The hints of the faults that show the author's line.
_COMMAND.update(
    {
        f"{key}.hint": ("{shown}", "{shown}")
        for key in tuple(_COMMAND)
        if key.startswith("problem.form.") and f"{key}.hint" not in _COMMAND and not key.endswith(".hint")
    }
)

_FORM: Final[dict[str, tuple[str, str]]] = {
    "form.title": ("Demande d’assurance d’un prestataire informatique", "Application of an IT provider for insurance"),
    "form.how": (
        "Retirez le # devant une ligne et répondez après le signe =. Ce que vous ne savez pas reste tel quel : "
        "rien n’est deviné. "
        "N’attestez que ce que vous tenez vous-même.",
        "Take away the # in front of a line and answer after the = sign. Leave what you do not know as it is: "
        "nothing is guessed. "
        "Attest only what you run yourself.",
    ),
    "form.how_print": (
        "Ce que vous ne savez pas reste en blanc : rien n’est deviné. N’attestez que ce que vous tenez vous-même.",
        "Leave blank what you do not know: nothing is guessed. Attest only what you run yourself.",
    ),
    "form.values": (
        "oui = true, non = false, une somme 300000, une part 40, une date 2026-11-23, un texte entre guillemets "
        "droits, une liste entre crochets",
        "yes = true, no = false, a sum 300000, a share 40, a date 2026-11-23, a text between straight quotes, a "
        "list between brackets",
    ),
    "form.gate": ("sans réponse, pas de décision", "no decision without an answer"),
    "form.why": ("Pourquoi : {why}.", "Why: {why}."),
    "form.required": ("obligatoire dans chaque table", "required in each table"),
    "form.again": ("à répéter pour chacun", "repeat for each"),
    "form.type.text": ("texte", "text"),
    "form.type.texts": ("liste de textes", "list of texts"),
    "form.type.money": ("somme en euros", "sum in euros"),
    "form.type.number": ("nombre", "number"),
    "form.type.percent": ("part en %", "share in %"),
    "form.type.yes_no": ("oui ou non", "yes or no"),
    "form.type.choice": ("un choix", "a choice"),
    "form.type.date": ("date", "date"),
    "form.sources": (
        "Questions tirées de formulaires publiés, en nos mots :",
        "Questions taken from published forms, in our own words:",
    ),
    "form.mark.M": ("question reprise de mémoire, à vérifier", "question from memory, to be verified"),
    "form.mark.I": ("question proposée par ce projet", "question proposed by this project"),
    "form.yes": ("oui", "yes"),
    "form.no": ("non", "no"),
}

APPLICATION: Final[dict[str, tuple[str, str]]] = {**_HELP, **_COMMAND, **_FORM}
