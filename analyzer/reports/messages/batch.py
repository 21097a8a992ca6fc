"""What `gardefou batch` says, and the words of its workbook."""

from __future__ import annotations

from typing import Final

_HELP: Final[dict[str, tuple[str, str]]] = {
    "help.batch": (
        "Lit beaucoup de contrats (fichiers, dossiers, archives .zip) ; peut être arrêté et repris à tout moment.",
        "Reads many contracts (files, folders, .zip archives); can be stopped and gone on with at any time.",
    ),
    "help.batch.paths": (
        "Fichiers, dossiers ou archives .zip ; aucun pour refaire les exports de ce qui est déjà lu.",
        "Files, folders or .zip archives; none to write the exports of what is already read again.",
    ),
    "help.batch.out": (
        "Dossier des résultats : il contient des citations des contrats.",
        "Folder of the results: it holds quotes of the contracts.",
    ),
    "help.batch.workers": (
        "Nombre de processus (par défaut : un par processeur).",
        "Number of processes (default: one for each processor).",
    ),
    "help.batch.cluster": (
        "Adresse d'un cluster Dask (tcp://...) qui lit à la place de cette machine.",
        "Address of a Dask cluster (tcp://...) that reads in place of this machine.",
    ),
    "help.batch.export": (
        "Ce qui est écrit : jsonl, xlsx, parquet, html, sarif, séparés par des virgules (par défaut : jsonl,xlsx).",
        "What is written: jsonl, xlsx, parquet, html, sarif, separated by commas (default: jsonl,xlsx).",
    ),
    "help.batch.baseline": (
        "Dossier des résultats d'un passage antérieur : dit ce qui a changé depuis.",
        "Folder of the results of an earlier run: says what has changed since.",
    ),
    "help.batch.retry": (
        "Réessayer ce qui a échoué faute de temps ou de mémoire, ou par un arrêt brutal.",
        "Try again what failed for want of time or memory, or ended abruptly.",
    ),
    "help.batch.time_limit": (
        "Temps laissé à un fichier, en secondes (par défaut : 300).",
        "Time that a file may take, in seconds (default: 300).",
    ),
    "help.batch.memory_limit": (
        "Mémoire laissée à un fichier, en Mo (par défaut : 2000).",
        "Memory that a file may take, in MB (default: 2000).",
    ),
}

_PROGRESS: Final[dict[str, tuple[str, str]]] = {
    "batch.listing": ("Recherche des contrats", "Looking for contracts"),
    "batch.reading": ("Lecture", "Reading"),
    "batch.rate": ("{rate} par seconde", "{rate} a second"),
    "batch.left": ("encore {left}", "{left} left"),
    "batch.listed": (
        "Fichiers trouvés : {paths} ; contenus différents : {contents} ; à lire : {waiting}.",
        "Files found: {paths}; different contents: {contents}; to read: {waiting}.",
    ),
    "batch.files.one": ("{number} fichier", "{number} file"),
    "batch.files.many": ("{number} fichiers", "{number} files"),
    "batch.progress": (
        "{done} sur {total} lus, {rate} par seconde, encore {left}.",
        "{done} of {total} read, {rate} a second, {left} left.",
    ),
    "batch.stopped": (
        "Arrêté : {waiting} à lire encore, rien n'est perdu. La même commande continue : {command}",
        "Stopped: {waiting} still to read, nothing is lost. The same command goes on: {command}",
    ),
    "batch.stopped.export": (
        "Pour exporter déjà ce qui est lu : {command}",
        "To export what is read already: {command}",
    ),
    "batch.judged.one": ("{number} contrat jugé, {failed}.", "{number} contract judged, {failed}."),
    "batch.judged.many": ("{number} contrats jugés, {failed}.", "{number} contracts judged, {failed}."),
    "batch.unfinished": (
        "Ce passage n'est pas fini : {waiting} à lire encore.",
        "This run is not finished: {waiting} still to read.",
    ),
    "batch.pages_missing": (
        "--export {form} : rien pour {contracts}. Donnez de nouveau les dossiers à lire, et ces pages seront faites.",
        "--export {form}: nothing for {contracts}. Give the folders to read again, and these pages are made.",
    ),
    "batch.findings.new.one": ("{number} nouveau constat", "{number} new finding"),
    "batch.findings.new.many": ("{number} nouveaux constats", "{number} new findings"),
    "batch.findings.cleared.one": ("{number} constat levé", "{number} cleared"),
    "batch.findings.cleared.many": ("{number} constats levés", "{number} cleared"),
    "batch.findings.changed.one": ("{number} constat modifié", "{number} changed"),
    "batch.findings.changed.many": ("{number} constats modifiés", "{number} changed"),
    "batch.changes": (
        "Depuis le passage antérieur, {contracts} : {new}, {cleared}, {changed}.",
        "Since the earlier run, {contracts}: {new}, {cleared}, {changed}.",
    ),
    "batch.written": ("Écrit : {path}", "Written: {path}"),
    "batch.contracts.one": ("{number} contrat", "{number} contract"),
    "batch.contracts.many": ("{number} contrats", "{number} contracts"),
    "batch.out_is_input": (
        "--out : « {path} » est aussi un dossier à lire. Donnez un autre dossier pour les résultats.",
        "--out: “{path}” is also a folder to read. Give another folder for the results.",
    ),
    "batch.out_is_file": (
        "--out : « {path} » est un fichier. Donnez un dossier pour les résultats.",
        "--out: “{path}” is a file. Give a folder for the results.",
    ),
    "batch.workers": (
        "--workers : « {value} » n'est pas un nombre de processus entre 1 et 1000.",
        "--workers: “{value}” is not a number of processes between 1 and 1000.",
    ),
    "batch.limit": (
        "{option} : « {value} » doit être supérieur à zéro.",
        "{option}: “{value}” must be above zero.",
    ),
    "batch.missing_extra": (
        "{option} demande un module qui n'est pas installé : {module}. Installez « gardefou[{extra}] ».",
        "{option} needs a module that is not installed: {module}. Install “gardefou[{extra}]”.",
    ),
}

_PROBLEMS: Final[dict[str, tuple[str, str]]] = {
    "problem.too_slow": (
        "la lecture a pris plus de {seconds} secondes, deux fois.",
        "reading took more than {seconds} seconds, twice.",
    ),
    "problem.too_slow.hint": (
        "Regardez ce fichier, ou laissez-lui plus de temps : --time-limit, avec --retry.",
        "Look at the file, or give it more time: --time-limit, with --retry.",
    ),
    "problem.too_much_memory": (
        "la lecture a demandé plus de {megabytes} Mo de mémoire, deux fois.",
        "reading took more than {megabytes} MB of memory, twice.",
    ),
    "problem.too_much_memory.hint": (
        "Regardez ce fichier, ou laissez-lui plus de mémoire : --memory-limit, avec --retry.",
        "Look at the file, or give it more memory: --memory-limit, with --retry.",
    ),
    "problem.worker_lost": (
        "le processus qui le lisait s'est arrêté brutalement, deux fois (code {how}).",
        "the process that read it ended abruptly, twice (code {how}).",
    ),
    "problem.worker_lost.hint": (
        "Ouvrez-le dans son propre logiciel, enregistrez-le de nouveau, puis réessayez.",
        "Open it in its own program, save it again, then try again.",
    ),
    "problem.reading_fault": (
        "ce fichier a provoqué une erreur interne ({error}). Rien n'a été jugé.",
        "this file caused an internal error ({error}). Nothing was judged.",
    ),
    "problem.reading_fault.hint": (
        "Signalez-la avec cette ligne ; --retry réessaie.",
        "Report it with this line; --retry tries again.",
    ),
    "problem.changed": (
        "le fichier a changé ou disparu pendant le passage.",
        "the file has changed or gone while the batch ran.",
    ),
    "problem.changed.hint": ("Relancez la même commande.", "Run the same command again."),
    "problem.archive_name": ("ce nom mène hors de l'archive.", "this name leads out of the archive."),
    "problem.archive_name.hint": (
        "Si vous faites confiance à l'archive, décompressez-la et donnez le dossier.",
        "If you trust the archive, unpack it and give the folder.",
    ),
    "problem.archive_link": (
        "cette entrée de l'archive est un lien, pas un fichier.",
        "this entry of the archive is a link, not a file.",
    ),
    "problem.archive_link.hint": ("Donnez le fichier qu'il désigne.", "Give the file that it points to."),
    "problem.archive_depth": (
        "des archives sont emboîtées sur plus de {depth} niveaux.",
        "archives lie inside each other more than {depth} deep.",
    ),
    "problem.archive_depth.hint": (
        "Décompressez les premières et donnez le dossier.",
        "Unpack the outer ones and give the folder.",
    ),
    "problem.archive_entries": (
        "l'archive a plus de {entries} entrées.",
        "the archive has more than {entries} entries.",
    ),
    "problem.archive_entries.hint": (
        "Décompressez-la et donnez le dossier.",
        "Unpack it and give the folder.",
    ),
    "problem.archive_size": (
        "l'archive occuperait plus de {gigabytes} Go une fois décompressée.",
        "the archive would unpack to more than {gigabytes} GB.",
    ),
    "problem.archive_size.hint": (
        "Si vous lui faites confiance, décompressez-la et donnez le dossier.",
        "If you trust it, unpack it and give the folder.",
    ),
    "problem.archive_ratio": (
        "une fois décompressée, cette entrée occuperait plus de {ratio} fois sa taille : c'est ce que fait un piège.",
        "this entry would unpack to more than {ratio} times its size, as a trap does.",
    ),
    "problem.archive_ratio.hint": (
        "Si vous lui faites confiance, décompressez-la et donnez le fichier.",
        "If you trust it, unpack it and give the file.",
    ),
    "problem.no_match": ("aucun fichier ne porte un tel nom.", "no file has such a name."),
    "problem.no_match.hint": ("Vérifiez le nom et le dossier.", "Check the name and the folder."),
    "problem.no_file": ("ce dossier ne contient aucun fichier.", "there is no file in this folder."),
    "problem.no_file.hint": ("Vérifiez le dossier.", "Check the folder."),
    "problem.not_a_file": (
        "ce n'est ni un fichier ni un dossier.",
        "this is neither a file nor a folder.",
    ),
    "problem.not_a_file.hint": (
        "Donnez les contrats en fichiers, dossiers ou archives .zip.",
        "Give the contracts as files, folders or .zip archives.",
    ),
    "problem.no_store": (
        "ce dossier ne contient pas les résultats d'un passage.",
        "this folder does not hold the results of a batch.",
    ),
    "problem.no_store.hint": (
        "Donnez des contrats à lire, ou le dossier d'un passage antérieur.",
        "Give contracts to read, or the folder of an earlier run.",
    ),
    "problem.no_earlier_run": (
        "ce dossier ne contient aucun passage antérieur achevé.",
        "this folder holds no earlier run that was finished.",
    ),
    "problem.no_earlier_run.hint": (
        "Donnez à --baseline le dossier d'un passage antérieur.",
        "Give --baseline the folder of an earlier run.",
    ),
    "problem.bad_store": (
        "ces résultats ne peuvent pas être lus ({reason}).",
        "these results cannot be read ({reason}).",
    ),
    "problem.bad_store.hint": (
        "Donnez un autre dossier à --out, ou effacez celui-ci.",
        "Give --out another folder, or delete this one.",
    ),
    "problem.no_worker": (
        "aucun processus n'a pu être lancé pour lire les fichiers.",
        "no process could be started to read the files.",
    ),
    "problem.no_worker.hint": (
        "Essayez avec --workers 1, ou avec un --memory-limit plus grand.",
        "Try with --workers 1, or with a larger --memory-limit.",
    ),
    "problem.no_cluster": (
        "aucun cluster Dask ne répond à cette adresse.",
        "no Dask cluster answers at this address.",
    ),
    "problem.no_cluster.hint": (
        "Vérifiez l'adresse, par exemple tcp://10.0.0.5:8786, et que la même version de Dask y tourne.",
        "Check the address, for example tcp://10.0.0.5:8786, and that the same version of Dask runs there.",
    ),
    "problem.cluster_lost": (
        "le cluster ne répond plus ({reason}). Ce qui est lu est gardé.",
        "the cluster no longer answers ({reason}). What is read is kept.",
    ),
    "problem.cluster_lost.hint": (
        "Relancez la même commande quand il est de retour.",
        "Run the same command again when it is back.",
    ),
    "value.no worker": ("plus aucun processus", "no worker"),
    "problem.cluster_rules": (
        "un processus du cluster a une autre version de Garde-fou ou de sa bibliothèque de clauses.",
        "a worker of the cluster has another version of Garde-fou or of its clause library.",
    ),
    "problem.cluster_rules.hint": (
        "Installez la même version sur chaque machine.",
        "Install the same version on every machine.",
    ),
    "problem.rules_changed": (
        "la bibliothèque de clauses a changé pendant le passage.",
        "the clause library changed while the batch ran.",
    ),
    "problem.rules_changed.hint": ("Relancez la même commande.", "Run the same command again."),
    "problem.E110": ("la lecture a pris trop de temps.", "reading took too long."),
    "problem.E110.hint": (
        "Regardez ce fichier, ou laissez-lui plus de temps.",
        "Look at the file, or give it more time.",
    ),
    "problem.E111": ("la lecture a demandé trop de mémoire.", "reading took too much memory."),
    "problem.E111.hint": (
        "Regardez ce fichier, ou laissez-lui plus de mémoire.",
        "Look at the file, or give it more memory.",
    ),
    "problem.E112": (
        "le processus qui le lisait s'est arrêté brutalement.",
        "the process that read it ended abruptly.",
    ),
    "problem.E112.hint": (
        "Ouvrez-le dans son propre logiciel et enregistrez-le de nouveau.",
        "Open it in its own program and save it again.",
    ),
    "problem.E113": ("ce fichier a provoqué une erreur interne.", "this file caused an internal error."),
    "problem.E113.hint": ("Signalez-la.", "Report it."),
    "problem.E114": ("le fichier a changé.", "the file has changed."),
    "problem.E114.hint": ("Relancez la même commande.", "Run the same command again."),
    "problem.E115": ("cette archive n'est pas ouverte.", "this archive is not opened."),
    "problem.E115.hint": ("Décompressez-la et donnez le dossier.", "Unpack it and give the folder."),
}

_ACCEPTED: Final[dict[str, tuple[str, str]]] = {
    "finding.accepted_until": ("{reason} (jusqu'au {day})", "{reason} (until {day})"),
    "finding.acceptance_ended": (
        "Votre playbook l'acceptait jusqu'au {day} ; cette acceptation ne compte plus.",
        "Your playbook accepted it until {day}; that acceptance no longer counts.",
    ),
}

BATCH: Final = {**_HELP, **_PROGRESS, **_PROBLEMS, **_ACCEPTED}
