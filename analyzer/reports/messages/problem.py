"""Why a file or a sum was refused, under the readers' keys (or, where there is none, the error's code), each with what to do now."""

from __future__ import annotations

from typing import Final

_SAVE_AGAIN: Final = (
    "Ouvrez-le dans son propre logiciel, enregistrez-le de nouveau, ou redemandez-le.",
    "Open it in its own program, save it again, or ask for it again.",
)
_SAVE_AS: Final = ("Enregistrez-le en .docx ou en PDF et recommencez.", "Save it as .docx or PDF and try again.")
_CHECK_NAME: Final = ("Vérifiez le nom et le dossier.", "Check the name and the folder.")
_CHECK_RIGHTS: Final = (
    "Vérifiez qui peut le lire, ou copiez-le ailleurs.",
    "Check who may read it, or copy it elsewhere.",
)
_NO_PASSWORD: Final = (
    "Ouvrez-le, enregistrez-en une copie sans mot de passe et recommencez.",
    "Open it, save a copy without the password, and try again.",
)
_RECOGNISE: Final = (
    "Passez-le d'abord à la reconnaissance de texte : ocrmypdf IN.pdf OUT.pdf",
    "Run text recognition (OCR) on it first: ocrmypdf IN.pdf OUT.pdf",
)
_SPLIT: Final = (
    "Divisez-le, ou donnez le contrat sans ses annexes.",
    "Split it, or give the contract without its annexes.",
)
_ASK_AGAIN: Final = ("Redemandez-le, ou enregistrez-le de nouveau.", "Ask for it again, or save it again.")
_EXAMPLE_SUM: Final = (
    "Écrivez par exemple 39746.41 ou « 39746.41 EUR ».",
    "Write for example 39746.41 or “39746.41 EUR”.",
)

PROBLEM: Final[dict[str, tuple[str, str]]] = {
    "problem.missing": ("ce fichier n'existe pas.", "there is no such file."),
    "problem.missing.hint": _CHECK_NAME,
    "problem.E101": ("ce fichier n'existe pas.", "there is no such file."),
    "problem.E101.hint": _CHECK_NAME,
    "problem.empty": ("le fichier est vide.", "the file is empty."),
    "problem.empty.hint": _ASK_AGAIN,
    "problem.blank": ("le fichier ne contient aucun texte.", "the file holds no text."),
    "problem.blank.hint": (
        "Ouvrez-le pour voir ce qu'il contient, et enregistrez-le de nouveau.",
        "Open it to see what it holds, and save it again.",
    ),
    "problem.E102": ("le fichier est vide.", "the file is empty."),
    "problem.E102.hint": _ASK_AGAIN,
    "problem.unknown_format": ("ce fichier ne peut pas être lu ({what}).", "this is {what}, which cannot be read."),
    "problem.unknown_format.hint": _SAVE_AS,
    "problem.E103": ("ce format ne peut pas être lu.", "this format cannot be read."),
    "problem.E103.hint": _SAVE_AS,
    "problem.damaged": (
        "le fichier {format} est abîmé ou incomplet.",
        "the {format} file is damaged or incomplete.",
    ),
    "problem.damaged.hint": _SAVE_AGAIN,
    "problem.E104": ("le fichier est abîmé ou incomplet.", "the file is damaged or incomplete."),
    "problem.E104.hint": _SAVE_AGAIN,
    "problem.encrypted": (
        "le fichier {format} demande un mot de passe.",
        "the {format} file asks for a password.",
    ),
    "problem.encrypted.hint": _NO_PASSWORD,
    "problem.E105": ("le fichier demande un mot de passe.", "the file asks for a password."),
    "problem.E105.hint": _NO_PASSWORD,
    "problem.unreadable": ("le fichier ne peut pas être ouvert ({reason}).", "the file cannot be opened ({reason})."),
    "problem.unreadable.hint": _CHECK_RIGHTS,
    "problem.folder": ("c'est un dossier, pas un fichier.", "this is a folder, not a file."),
    "problem.folder.hint": (
        "Nommez les contrats qu'il contient.",
        "Name the contracts inside it.",
    ),
    "problem.E106": ("le fichier ne peut pas être ouvert.", "the file cannot be opened."),
    "problem.E106.hint": _CHECK_RIGHTS,
    "problem.no_text": (
        "aucune page ne contient de texte ({pages} page(s), sans doute un document numérisé).",
        "no page holds text ({pages} page(s), probably a scan).",
    ),
    "problem.no_text.hint": _RECOGNISE,
    "problem.E107": (
        "aucune page ne contient de texte (sans doute un document numérisé).",
        "no page holds text (probably a scan).",
    ),
    "problem.E107.hint": _RECOGNISE,
    "problem.too_large": ("le fichier est trop gros ({what}).", "the file is too large ({what})."),
    "problem.too_large.hint": _SPLIT,
    "problem.E108": ("le fichier est trop gros.", "the file is too large."),
    "problem.E108.hint": _SPLIT,
    "problem.sum": ("{option} : « {value} » n'est pas une somme.", "{option}: “{value}” is not a sum."),
    "problem.sum.hint": _EXAMPLE_SUM,
    "problem.sum_positive": (
        "{option} : la somme doit être supérieure à zéro.",
        "{option}: the sum must be above zero.",
    ),
    "problem.sum_positive.hint": _EXAMPLE_SUM,
    "problem.internal": (
        "ce fichier a provoqué une erreur interne ({error}). Rien n'a été jugé.",
        "this file caused an internal error ({error}). Nothing was judged.",
    ),
    "value.Permission denied": ("accès refusé", "permission denied"),
    "value.no reason given": ("sans motif donné", "no reason given"),
    "value.not a text, Word or PDF file": (
        "ni texte, ni Word, ni PDF",
        "not a text, Word or PDF file",
    ),
    "value.a zip archive": ("archive zip", "a zip archive"),
    "value.an old Office file": ("ancien fichier Office", "an old Office file"),
    "value.a picture (.png)": ("image .png", "a picture (.png)"),
    "value.a picture (.jpg)": ("image .jpg", "a picture (.jpg)"),
    "value.a picture (.gif)": ("image .gif", "a picture (.gif)"),
    "value.a picture (.bmp)": ("image .bmp", "a picture (.bmp)"),
    "value.a picture (.tif)": ("image .tif", "a picture (.tif)"),
    "value.an Excel 97-2003 (.xls) workbook": ("classeur Excel 97-2003 .xls", "an Excel 97-2003 (.xls) workbook"),
    "value.an Excel (.xlsx) workbook": ("classeur Excel .xlsx", "an Excel (.xlsx) workbook"),
    "value.a PowerPoint (.pptx) presentation": ("présentation PowerPoint .pptx", "a PowerPoint (.pptx) presentation"),
    "value.an Outlook (.msg) message": ("message Outlook .msg", "an Outlook (.msg) message"),
}
