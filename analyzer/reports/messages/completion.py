"""What the shell shows beside a value that it offers on Tab, and what is said when completion is installed."""

from __future__ import annotations

from typing import Final

COMPLETION: Final[dict[str, tuple[str, str]]] = {
    "help.install_completion": (
        "Installe la complétion (touche Tab) dans votre shell : bash, zsh, fish.",
        "Install completion (the Tab key) in your shell: bash, zsh, fish.",
    ),
    "help.show_completion": (
        "Affiche le script de complétion de votre shell : bash, zsh, fish, PowerShell.",
        "Print your shell's completion script: bash, zsh, fish, PowerShell.",
    ),
    "completion.installed": (
        "Complétion installée pour {shell} dans {path}. Elle vaut à partir du prochain terminal.",
        "Completion for {shell} is installed in {path}. It works from the next terminal on.",
    ),
    "completion.powershell": (
        "--install-completion : PowerShell n'exécute de profil que si vous l'y autorisez, ce que Garde-fou ne change pas. "
        "Ajoutez le script vous-même : gardefou --show-completion >> $PROFILE",
        "--install-completion: PowerShell runs a profile only where you allow it, which Garde-fou does not change. "
        "Add the script yourself: gardefou --show-completion >> $PROFILE",
    ),
    "completion.unknown_shell": (
        "ce shell n'a pas de complétion ({shell}). Lancez la commande depuis bash, zsh, fish ou PowerShell.",
        "this shell has no completion ({shell}). Run the command from bash, zsh, fish or PowerShell.",
    ),
    "complete.form.text": ("à lire dans le terminal", "to read in the terminal"),
    "complete.form.json": ("pour les programmes, selon un schéma", "for programs, after a schema"),
    "complete.form.sarif": ("pour les forges et les éditeurs de code", "for code hosts and editors"),
    "complete.form.html": ("une page à imprimer", "a page to print"),
    "complete.form.xlsx": ("un classeur", "a workbook"),
    "complete.form.jsonl": ("un rapport par ligne", "a report a line"),
    "complete.form.parquet": ("des colonnes pour l'analyse", "columns for analysis"),
    "complete.language.fr": ("français", "French"),
    "complete.language.en": ("anglais", "English"),
    "complete.side.provider": ("le prestataire", "the provider"),
    "complete.side.customer": ("le client", "the customer"),
    "complete.side.insurer": ("l'assureur", "the insurer"),
    "complete.audience.counterparty": ("à remettre à l'autre partie", "to hand to the other party"),
    "complete.audience.internal": ("note interne", "internal memo"),
    "complete.audience.underwriter": ("le souscripteur, avec l'appétit", "the underwriter, with the appetite"),
    "complete.audience.applicant": ("le candidat, sans l'appétit", "the applicant, without the appetite"),
    "complete.letter.cover": ("lettre d'accompagnement", "covering letter"),
    "complete.letter.offer": ("proposition d'une mesure, avec son prix", "offer of a measure, with its price"),
    "complete.letter.settlement": ("feuille de règlement amiable", "settlement sheet"),
}
