"""French words that lose their last vowel before a name: « qu'INFOREZO », « d'Atelier Réseau », « de Hetzner »."""

from __future__ import annotations

import re

_VOWEL = re.compile(r"[aeiouàâäéèêëîïôöûüœæ]", re.IGNORECASE)
_LAST = re.compile(r"[ea]$")


def opens_with_a_vowel(name: str) -> bool:
    """Does the name ask for « d' » and « qu' »? The h of a name is taken as one that is sounded."""
    return bool(_VOWEL.match(name))


def joined(word: str, name: str) -> str:
    """A small word and the name after it: « que » or « qu' », « de » or « d' »."""
    return f"{_LAST.sub('', word)}'{name}" if opens_with_a_vowel(name) else f"{word} {name}"
