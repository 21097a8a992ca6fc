"""The words of the workbook of many contracts: its sheets, its columns, its notes."""

from __future__ import annotations

from typing import Final

_SHEETS: Final[dict[str, tuple[str, str]]] = {
    "sheet.first": ("À renégocier d'abord", "Renegotiate first"),
    "sheet.topics": ("Sujets par contrat", "Topics by contract"),
    "sheet.findings": ("Constats", "Findings"),
    "sheet.failures": ("Sans résultat", "Without a result"),
    "sheet.changes": ("Changements", "Changes"),
    "index.title": ("Les contrats à renégocier d'abord", "Which contracts to renegotiate first"),
    "sheet.notes": ("À lire", "Read this"),
}

_COLUMNS: Final[dict[str, tuple[str, str]]] = {
    "column.rank": ("Rang", "Rank"),
    "column.contract": ("Contrat", "Contract"),
    "column.customer": ("Client", "Customer"),
    "column.provider": ("Prestataire", "Provider"),
    "column.kind": ("Nature", "Kind"),
    "column.grade": ("Note", "Grade"),
    "column.price": ("Prix annuel", "Price a year"),
    "column.currency": ("Monnaie", "Currency"),
    "column.scenario": ("Sinistre retenu", "Loss considered"),
    "column.payable": ("À payer, au plus", "Payable, at most"),
    "column.multiple": ("Fois le prix annuel", "Times the yearly price"),
    "column.uninsured": ("Dont non assuré", "Of which uninsured"),
    "column.insurance": ("Assurance", "Insurance"),
    "column.after_fix": ("À payer après correction", "Payable after the fix"),
    "column.gravest": ("Constat le plus grave", "Gravest finding"),
    "column.critical": ("Critiques", "Critical"),
    "column.high": ("Élevés", "High"),
    "column.medium": ("Moyens", "Medium"),
    "column.low": ("Faibles", "Low"),
    "column.accepted_count": ("Acceptés", "Accepted"),
    "column.next_end": ("Prochaine échéance", "Next end of term"),
    "column.renews": ("Reconduction tacite", "Renews by itself"),
    "column.signed": ("Signature", "Signed"),
    "column.term": ("Durée (mois)", "Term (months)"),
    "column.law": ("Droit", "Law"),
    "column.severity": ("Gravité", "Severity"),
    "column.topic": ("Sujet", "Topic"),
    "column.finding": ("Constat", "Finding"),
    "column.quote": ("Ce que dit le contrat", "What the contract says"),
    "column.page": ("Page", "Page"),
    "column.section": ("Article", "Section"),
    "column.why": ("Pourquoi", "Why"),
    "column.wording": ("Rédaction proposée", "Suggested wording"),
    "column.accepted": ("Accepté", "Accepted"),
    "column.id": ("Identifiant", "Id"),
    "column.problem": ("Ce qui ne va pas", "What is wrong"),
    "column.todo": ("Que faire", "What to do"),
    "column.code": ("Code", "Code"),
    "column.change": ("Changement", "Change"),
    "column.before": ("Avant", "Before"),
    "column.now": ("Maintenant", "Now"),
}

_CELLS: Final[dict[str, tuple[str, str]]] = {
    "cell.yes": ("oui", "yes"),
    "cell.no": ("non", "no"),
    "cell.insurance.known": ("prise en compte", "taken into account"),
    "cell.insurance.unknown": ("non renseignée", "not given"),
    "cell.there": ("présent", "there"),
    "cell.accepted": ("accepté", "accepted"),
    "cell.page": ("page {page}", "page {page}"),
}

_CHANGES: Final[dict[str, tuple[str, str]]] = {
    "change.contract_new": ("nouveau contrat", "new contract"),
    "change.contract_gone": ("contrat disparu", "contract gone"),
    "change.contract_failed": ("plus de résultat", "no result any more"),
    "change.new": ("nouveau constat", "new finding"),
    "change.cleared": ("constat levé", "cleared finding"),
    "change.changed": ("constat modifié", "changed finding"),
}

_NOTES: Final[dict[str, tuple[str, str]]] = {
    "note.title": ("Comment lire ce classeur", "How to read this workbook"),
    "note.made": (
        "{contracts} lus, {failures} ; fait le {day} par gardefou {version}, bibliothèque de clauses {digest}.",
        "{contracts} read, {failures}; made on {day} by gardefou {version}, clause library {digest}.",
    ),
    "note.failures.one": ("{number} fichier sans résultat", "{number} file without a result"),
    "note.failures.many": ("{number} fichiers sans résultat", "{number} files without a result"),
    "note.order": (
        "L'ordre de la première feuille : la part non assurée de ce que le contrat laisse passer, la plus grande d'abord. Sans "
        "renseignement sur l'assurance (--profile), tout est compté comme non assuré.",
        "The order of the first sheet: the uninsured part of what the contract lets through, the largest first. Where nothing is "
        "known of the insurance (--profile), all of it counts as uninsured.",
    ),
    "note.currency": (
        "Chaque somme est dans la monnaie de son contrat ; rien n'est converti.",
        "Each sum is in its contract's currency; nothing is converted.",
    ),
    "note.next_end": (
        "Prochaine échéance : fin de la première période ou, si le contrat se reconduit de lui-même, prochain anniversaire de cette "
        "fin ; au plus tôt, car une reconduction peut être plus longue. Vérifiez le préavis dans le contrat.",
        "Next end of term: the end of the first term or, where the contract renews by itself, the next anniversary of that end; at the "
        "earliest, as a renewal may be longer. See the contract for the notice to give.",
    ),
    "note.empty": (
        "Une case vide : le contrat ne le dit pas. Dans la feuille des sujets : le contrat n'en parle pas, et ce n'est pas un constat.",
        "An empty cell: the contract does not say. In the sheet of topics: the contract does not speak of it, and that is no finding.",
    ),
    "note.accepted": (
        "Un constat accepté par votre playbook reste dans la liste, avec sa raison, et n'est pas compté.",
        "A finding that your playbook accepts stays in the list, with its reason, and is not counted.",
    ),
    "note.currencies": ("Monnaies : {currencies}.", "Currencies: {currencies}."),
}

WORKBOOK: Final = {**_SHEETS, **_COLUMNS, **_CELLS, **_CHANGES, **_NOTES}
