"""The nouns and pronouns by which contracts name their parties: roles.fr.toml and roles.en.toml, read when the module is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from analyzer.language.folding import fold_word
from analyzer.tables import Source


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The lists of one language, folded, in the order of their file, which says what each is for."""

    provider: tuple[str, ...]
    customer: tuple[str, ...]
    weak_provider: tuple[str, ...]
    weak_customer: tuple[str, ...]
    either: tuple[str, ...]
    we: tuple[str, ...]
    you: tuple[str, ...]
    both: tuple[str, ...]
    articles: tuple[str, ...]
    not_after: tuple[str, ...]
    alone: tuple[str, ...]
    signer: tuple[str, ...]
    public: tuple[str, ...]
    defined_customer: tuple[str, ...]
    common: tuple[str, ...]

    def no_names(self) -> frozenset[str]:
        """Words that no trade name holds."""
        nouns = (
            *self.provider,
            *self.customer,
            *self.weak_provider,
            *self.weak_customer,
            *self.either,
            *self.we,
            *self.you,
        )
        return COMMON | frozenset(nouns) | frozenset(f"{noun}s" for noun in nouns)


def _read(language: str) -> RoleWords:
    """The lists of a language. Raises LibraryProblem with the line of a key that is none of ours."""
    path = Path(__file__).with_name(f"roles.{language}.toml")
    table = Source(path, path.name).table()
    found = {key: tuple(map(fold_word, table.texts(key))) for key in RoleWords.__slots__}
    table.finish()
    return RoleWords(**found)


FRENCH, ENGLISH = _read("fr"), _read("en")
LANGUAGES: Mapping[str, RoleWords] = MappingProxyType({"fr": FRENCH, "en": ENGLISH})
# Of both languages: a contract in one often holds terms of the other.
COMMON = frozenset((*FRENCH.common, *ENGLISH.common))

# What may stand before a French sentence's pronoun: « En outre, il … ».
OPENINGS_FR = (
    "en outre|de plus|a ce titre|a cet effet|a cette fin|dans ce cas|dans ce cadre|en consequence|par ailleurs"
    "|toutefois|cependant|neanmoins|ainsi|notamment|en particulier|en cas|a defaut|pour|enfin|egalement|a l'issue"
    "|au terme|a la fin|pendant|durant|au titre|sur demande|dans la mesure du possible|en tout etat de cause"
    "|de meme|en revanche|avant|apres|lors|des|sauf|si|lorsque|lorsqu'"
)
# What follows « il » where it stands for nobody: « il convient de », « il est convenu que ».
IMPERSONAL_FR = (
    "(?:appartien|incomb|revien|convien|result|import|suffi|exist)\\w*|faut|faudra|agit|agira|vous|nous"
    "|se (?:peut|pourrait|trouve que)|(?:peut|pourra) arriver|a ete|y a"
    "|(?:pourra|peut|doit|devra|saurait|pourrait) (?:lui |en )?etre"
    "|(?:est|sera|serait|soit) (?:(?:pas|ici|donc|toutefois|egalement|par ailleurs|bien|en outre|notamment"
    "|expressement|prealablement|en particulier|entre autres|d'ores et deja|de convention expresse|formellement"
    "|strictement|clairement) ){0,2}(?:de|convenu|precise|entendu|rappele|interdit|possible|recommande|conseille"
    "|procede|fait|prevu|admis|stipule|loisible|necessaire|indispensable|souhaitable|souhaite|demande|souligne"
    "|exclu|applique|du|tenu compte|etabli|deroge|porte|mis fin|mis en place|cree|dresse|remis|verse|reclame|note"
    "|ajoute|signale|indique|question|facture|effectue|accorde|statue|pourvu|donne|constate|propose|prudent|utile"
    "|constitue|redige|important|essentiel|vrai|certain)"
)
