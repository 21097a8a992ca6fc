"""What the app says of a house's own rules: (French, English)."""

from __future__ import annotations

from typing import Final

HOUSE: Final[dict[str, tuple[str, str]]] = {
    "app.library.open": ("Ouvrir un playbook enregistré (.toml ou .zip)", "Open a saved playbook (.toml or .zip)"),
    "app.house.zip": (
        "Un playbook qui a son propre dossier de clauses : mettez les deux dans un même .zip.",
        "A playbook that has its own folder of clauses: put both into one .zip.",
    ),
    "app.house.topics.one": (
        "{number} sujet vient de votre dossier « {folder} ». Gardez ce dossier à côté du playbook enregistré.",
        "{number} topic comes from your folder “{folder}”. Keep that folder beside the saved playbook.",
    ),
    "app.house.topics.many": (
        "{number} sujets viennent de votre dossier « {folder} ». Gardez ce dossier à côté du playbook enregistré.",
        "{number} topics come from your folder “{folder}”. Keep that folder beside the saved playbook.",
    ),
    "problem.clauses_beside": (
        "« clauses » nomme le dossier « {folder} », et aucun de ses sujets n'est venu avec le playbook.",
        "“clauses” names the folder “{folder}”, and no topic of it came with the playbook.",
    ),
    "problem.clauses_beside.hint": (
        "Mettez le playbook et son dossier dans un même .zip et ouvrez celui-ci, ou utilisez gardefou check --playbook.",
        "Put the playbook and its folder into one .zip and open that, or use gardefou check --playbook.",
    ),
    "problem.house_playbook": ("lequel de ses fichiers est le playbook ?", "which of its files is the playbook?"),
    "problem.house_playbook.hint": (
        "Mettez un seul .toml en haut de l'archive, nommé playbook.toml, et le dossier de clauses à côté.",
        "Put one .toml at the top of the archive, named playbook.toml, and the folder of clauses beside it.",
    ),
    "problem.house_size": (
        "plus de {megabytes} Mo de règles.",
        "more than {megabytes} MB of rules.",
    ),
    "problem.house_size.hint": (
        "N'y mettez que le playbook et son dossier de clauses.",
        "Put only the playbook and its folder of clauses into it.",
    ),
}
