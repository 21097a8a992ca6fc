"""What limits, formats and disguised characters make us say: (French, English)."""

from __future__ import annotations

from typing import Final

_RAISE: Final = (
    "Donnez le contrat sans ses annexes, ou relevez la limite ({variable}).",
    "Give the contract without its annexes, or raise the limit ({variable}).",
)

_LIMITS: Final[dict[str, tuple[str, str]]] = {
    "problem.too_large.mb": ("le fichier dépasse {number} Mo.", "the file is larger than {number} MB."),
    "problem.too_large.mb.hint": _RAISE,
    "problem.too_large.pages": ("le fichier a plus de {number} pages.", "the file has more than {number} pages."),
    "problem.too_large.pages.hint": _RAISE,
    "problem.too_large.parts": (
        "le fichier contient plus de {number} parties.",
        "the file holds more than {number} parts.",
    ),
    "problem.too_large.parts.hint": _RAISE,
    "problem.too_large.unpacked_mb": (
        "le fichier se décompresse en plus que ne contient un contrat ({number} Mo).",
        "the file unpacks to more than a contract holds ({number} MB).",
    ),
    "problem.too_large.unpacked_mb.hint": _RAISE,
    "problem.too_large.characters": (
        "le fichier contient plus de {number} caractères.",
        "the file holds more than {number} characters.",
    ),
    "problem.too_large.characters.hint": _RAISE,
    "problem.too_large.depth": (
        "le fichier emboîte plus de {number} éléments les uns dans les autres.",
        "the file nests more than {number} elements in each other.",
    ),
    "problem.too_large.depth.hint": _RAISE,
    "problem.too_large.seconds": (
        "la lecture du fichier a été abandonnée après {number} secondes.",
        "the file was given up after {number} seconds.",
    ),
    "problem.too_large.seconds.hint": _RAISE,
    "problem.too_large.memory_mb": (
        "le fichier demande plus de {number} Mo de mémoire.",
        "the file takes more than {number} MB of memory.",
    ),
    "problem.too_large.memory_mb.hint": _RAISE,
    "problem.limit": (
        "{variable} : « {value} » n'est pas un nombre entier supérieur à zéro.",
        "{variable}: “{value}” is not a whole number above zero.",
    ),
    "problem.limit.hint": ("La valeur par défaut est {default}.", "The default is {default}."),
    "problem.crashed": (
        "le fichier a arrêté le programme qui le lit.",
        "the file stopped the program that reads it.",
    ),
    "problem.crashed.hint": (
        "Ouvrez-le dans son propre logiciel, enregistrez-le de nouveau, ou redemandez-le.",
        "Open it in its own program, save it again, or ask for it again.",
    ),
}

_FORMATS: Final[dict[str, tuple[str, str]]] = {
    "format.html": ("page web", "web page"),
    "format.odt": ("OpenDocument", "OpenDocument"),
    "format.rtf": ("texte enrichi (RTF)", "rich text (RTF)"),
    "format.doc": ("Word 97-2003, converti par LibreOffice", "Word 97-2003, converted by LibreOffice"),
    "problem.doc_needs_office": (
        "c'est un document Word 97-2003 (.doc), qui ne peut être lu que là où LibreOffice est installé.",
        "this is a Word 97-2003 (.doc) document, which can be read only where LibreOffice is installed.",
    ),
    "problem.doc_needs_office.hint": (
        "Installez-le, ou enregistrez le fichier en .docx ou en PDF, et recommencez.",
        "Install it, or save the file as .docx or PDF, and try again.",
    ),
    "problem.office_failed": (
        "LibreOffice n'a pas pu convertir le fichier {format} (abîmé, ou protégé par un mot de passe).",
        "LibreOffice could not convert the {format} file (damaged, or asks for a password).",
    ),
    "problem.office_failed.hint": (
        "Ouvrez-le, enregistrez-le en .docx ou en PDF, et recommencez.",
        "Open it, save it as .docx or PDF, and try again.",
    ),
    "value.an OpenDocument file that is no text": (
        "fichier OpenDocument autre qu'un texte",
        "an OpenDocument file that is no text",
    ),
    "notice.rtf_deleted": (
        "Passages marqués comme supprimés ({count}), laissés de côté.",
        "Passages marked as deleted ({count}), left out.",
    ),
    "value.an XML file": ("fichier XML", "an XML file"),
}

_NOTICES: Final[dict[str, tuple[str, str]]] = {
    "notice.struck_text": (
        "Passages barrés ({count}), lus comme supprimés : « {text} »",
        "Passages struck out ({count}), read as deleted: “{text}”",
    ),
    "notice.look_alikes": (
        "Lettres d'un autre alphabet dans des mots ({count}), lues comme celles auxquelles elles ressemblent : « {text} »",
        "Letters of another alphabet within words ({count}), read as those that they look like: “{text}”",
    ),
    "notice.invisible": (
        "Caractères invisibles au milieu de mots ({count}), lus comme s'ils n'y étaient pas : « {text} »",
        "Invisible characters within words ({count}), read as if they were not there: “{text}”",
    ),
    "notice.direction": (
        "Marques qui changent le sens d'écriture ({count}) : ce qui s'affiche peut différer du texte jugé, qui est celui du fichier.",
        "Marks that change the direction of writing ({count}): what is displayed may differ from the text judged, which is the file's.",
    ),
    "place.recognised": ("{place}, texte reconnu sur une image", "{place}, text recognised from a picture"),
    "reading.recognising": ("Reconnaissance du texte", "Recognising text"),
}

READING: Final = {**_LIMITS, **_FORMATS, **_NOTICES}
