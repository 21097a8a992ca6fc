"""What `fix` and `letter` say: comments, amendments, the command's own lines."""

from __future__ import annotations

from typing import Final

_FIX: Final[dict[str, tuple[str, str]]] = {
    "help.fix": (
        "Rend le contrat en fichier Word, chaque rédaction proposée en suivi des modifications et commentée ; "
        "un avenant pour un fichier qui n'est pas .docx.",
        "Gives the contract back as a Word file, each suggestion a tracked change with a comment; "
        "an amendment for a file that is not .docx.",
    ),
    "help.fix.file": ("Le contrat : .docx, .pdf, .txt ou .md.", "The contract: .docx, .pdf, .txt or .md."),
    "help.fix.output": (
        "Le fichier .docx à écrire ; un dossier avec --together.",
        "The .docx file to write; a folder with --together.",
    ),
    "help.level": (
        "Rédactions protectrices ou équilibrées (par défaut : protective).",
        "Protective or balanced wording (default: protective).",
    ),
    "help.audience": (
        "Pour qui sont les commentaires : l'autre partie (raisons neutres) ou vous (chiffres, droit, repli) ; par défaut : counterparty.",
        "Whom the comments are for: the other party (neutral reasons) or you (figures, law, fallback); default: counterparty.",
    ),
    "fix.elsewhere": (
        "Passage repris dans la rédaction proposée pour ce sujet, à l'endroit commenté.",
        "This passage is taken up in the wording proposed for this subject, where it is commented.",
    ),
    "fix.deleted": ("[Supprimé]", "[Deleted]"),
    "fix.internal": ("INTERNE – ne pas transmettre", "INTERNAL – do not send"),
    "fix.internal.name": ("INTERNE", "INTERNAL"),
    "fix.severity.critical": ("Gravité : critique. {message}", "Severity: critical. {message}"),
    "fix.severity.high": ("Gravité : élevée. {message}", "Severity: high. {message}"),
    "fix.severity.medium": ("Gravité : moyenne. {message}", "Severity: medium. {message}"),
    "fix.severity.low": ("Gravité : faible. {message}", "Severity: low. {message}"),
    "fix.option": ("En option, « {title} » : {text}", "As an option, “{title}”: {text}"),
    "fix.law": ("{ref} : {note} (lu le {day})", "{ref}: {note} (checked on {day})"),
    "fix.law.unread": ("{ref} : {note} (non vérifié)", "{ref}: {note} (not verified)"),
    "fix.fallback": ("Position de repli : {text}", "Fallback: {text}"),
    "fix.mistaken": ("Peut se tromper : {text}", "May be wrong: {text}"),
    "fix.memo": ("Chiffres du contrat", "The contract's figures"),
    "fix.memo.value": ("Prix annuel : {value}.", "Yearly price: {value}."),
    "fix.memo.no_value": ("Prix annuel : non indiqué.", "Yearly price: not stated."),
    "fix.memo.scenario": (
        "{scenario} : perte {loss} ; à payer aujourd'hui, au plus {now} ; si le plafond tombe {falls} ; après correction {after}.",
        "{scenario}: loss {loss}; payable now at most {now}; if the cap falls {falls}; after the fix {after}.",
    ),
    "fix.memo.multiple": (
        "Soit {now} fois le prix annuel aujourd'hui, {after} fois après correction.",
        "That is {now} times the yearly price now, {after} times after the fix.",
    ),
    "fix.memo.no_claim": (
        "Aucune réclamation n'a été chiffrée (--claim).",
        "No claim was given (--claim).",
    ),
    "fix.memo.advice": (
        "Ceci n'est pas un conseil juridique.",
        "This is not legal advice.",
    ),
    "fix.done.one": ("{path} : {number} modification proposée.", "{path}: {number} change proposed."),
    "fix.done.many": ("{path} : {number} modifications proposées.", "{path}: {number} changes proposed."),
    "fix.none": (
        "{path} : rien à modifier ; le fichier est rendu tel quel.",
        "{path}: nothing to change; the file is given back as it is.",
    ),
    "fix.none.amendment": (
        "{path} : rien à modifier ; aucun avenant n'est écrit.",
        "{path}: nothing to change; no amendment is written.",
    ),
    "fix.one_file": (
        "fix : un seul fichier à la fois, ou --together pour les parties d'un même contrat.",
        "fix: one file at a time, or --together for the parts of one contract.",
    ),
    "fix.docx": (
        "--output : « {path} » doit se terminer par .docx.",
        "--output: “{path}” must end with .docx.",
    ),
    "fix.folder": (
        "--output : avec --together, « {path} » doit être un dossier.",
        "--output: with --together, “{path}” must be a folder.",
    ),
}

_AMENDMENT: Final[dict[str, tuple[str, str]]] = {
    "amendment.title": ("Projet d'avenant", "Draft amendment"),
    "amendment.to": ("au contrat « {contract} »", "to the contract “{contract}”"),
    "amendment.signed": ("signé le {day}", "signed on {day}"),
    "amendment.between": ("Entre", "Between"),
    "amendment.and": ("et", "and"),
    "amendment.as": ("{name}, ci-après « {alias} »,", "{name} (“{alias}”),"),
    "amendment.unnamed": ("{role} : {blank},", "{role}: {blank},"),
    "amendment.agreed": (
        "Les parties conviennent de modifier leur contrat comme suit.",
        "The parties agree to amend their contract as follows.",
    ),
    "amendment.article": ("Article {number} – {title}", "{number}. {title}"),
    "amendment.replaces": (
        "À {place}, le passage suivant est supprimé :",
        "In {place}, the following passage is deleted:",
    ),
    "amendment.replaces.nowhere": (
        "Dans le contrat, le passage suivant est supprimé :",
        "In the contract, the following passage is deleted:",
    ),
    "amendment.by": ("Il est remplacé par :", "It is replaced by:"),
    "amendment.all_by": ("Ces passages sont remplacés par :", "These passages are replaced by:"),
    "amendment.joins": ("{place} est complété par :", "The following is added to {place}:"),
    "amendment.joins_annex": ("À la fin de {place}, il est ajouté :", "The following is added at the end of {place}:"),
    "amendment.adds_after": (
        "Il est ajouté au contrat, après {place}, la clause suivante :",
        "The following clause is added to the contract after {place}:",
    ),
    "amendment.adds": (
        "Le contrat est complété par la clause suivante :",
        "The following clause is added to the contract:",
    ),
    "amendment.place": ("l'article {section}", "clause {section}"),
    "amendment.rest": (
        "Les autres clauses du contrat restent inchangées. L'avenant prend effet à sa signature par les deux parties.",
        "All other clauses of the contract remain unchanged. This amendment takes effect when both parties have signed it.",
    ),
    "amendment.rest.title": ("Effet", "Effect"),
    "amendment.reason": ("Motif : {reason}", "Reason: {reason}"),
    "amendment.for": ("Pour {name}", "For {name}"),
    "amendment.box.name": ("Nom et qualité :", "Name and position:"),
    "amendment.box.date": ("Date :", "Date:"),
    "amendment.box.signature": ("Signature :", "Signature:"),
    "amendment.provider": ("le prestataire", "the provider"),
    "amendment.customer": ("le client", "the customer"),
}

_LETTER: Final[dict[str, tuple[str, str]]] = {
    "help.letter": (
        "Écrit une lettre d'accompagnement (cover), une proposition de mesures (offer) ou un projet de protocole (settlement).",
        "Writes a covering letter (cover), a form that offers measures (offer) or a draft settlement (settlement).",
    ),
    "help.letter.kind": ("La lettre : cover, offer ou settlement.", "The letter: cover, offer or settlement."),
    "help.letter.output": ("Le fichier .docx à écrire.", "The .docx file to write."),
    "help.letter.amount": (
        "settlement : la somme convenue (par défaut : laissée en blanc).",
        "settlement: the agreed sum (default: left blank).",
    ),
    "letter.done": ("{path} : à relire, compléter et signer.", "{path}: to be read over, completed and signed."),
    "letter.no_measure": (
        "{path} : aucune mesure à proposer ; rien n'est écrit.",
        "{path}: no measure to offer; nothing is written.",
    ),
    "letter.no_change": (
        "{path} : aucune modification à présenter ; rien n'est écrit.",
        "{path}: no change to present; nothing is written.",
    ),
    "letter.blank": ("____________________", "____________________"),
    "letter.item": ("{title} : ", "{title}: "),
    "letter.price": ("Prix hors taxes :", "Price before tax:"),
    "letter.answer": ("Réponse :  ☐ oui   ☐ non", "Answer:  ☐ yes   ☐ no"),
    "letter.head": ("☐ {head}", "☐ {head}"),
    "letter.head.sum": ("{head} : {sum}", "{head}: {sum}"),
}

DRAFTING: Final = {**_LETTER, **_FIX, **_AMENDMENT}
