"""What the app says of a contract in several files: (French, English)."""

from __future__ import annotations

from typing import Final

PARTS: Final[dict[str, tuple[str, str]]] = {
    "app.upload.parts": (
        "Plusieurs fichiers donnés ensemble (commande, conditions générales, annexes) sont lus comme un seul contrat.",
        "Several files given together (order form, general terms, annexes) are read as one contract.",
    ),
    "app.sample.together": (
        "Commande et conditions générales (ensemble)",
        "Order form and standard terms (together, in French)",
    ),
    "app.parts.one": ("Un contrat en {number} document", "One contract in {number} document"),
    "app.parts.many": ("Un contrat en {number} documents", "One contract in {number} documents"),
    "app.parts.change": ("Autres documents du contrat", "Other documents of the contract"),
    "app.parts.add": ("Ajouter des documents de ce contrat", "Add documents of this contract"),
    "app.parts.how": (
        "Ce qui manque ici est peut-être dit ailleurs. Tous les documents sont jugés comme un seul contrat ; où ils se contredisent, celui "
        "qui prévaut l’emporte.",
        "What is missing here may be said elsewhere. All documents are judged as one contract; where they differ, the one that prevails "
        "wins.",
    ),
    "app.parts.remove": ("Retirer {name}", "Take out {name}"),
    "app.contract.file": ("Document", "Document"),
    "app.download.redline.of": ("{name}, corrigé (Word)", "{name}, redlined (Word)"),
    "app.download.amendment.of": ("Avenant à {name} (Word)", "Amendment to {name} (Word)"),
}
