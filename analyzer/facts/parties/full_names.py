"""Names that the opening gives in full and no definition shortens: behind a role noun, or the company that "we" are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.document import Span
from analyzer.facts.parties.census import role_of
from analyzer.facts.parties.evidence import FEWEST, Evidence
from analyzer.facts.parties.names import PIECE
from analyzer.facts.parties.sides import Side, Sides
from analyzer.language.folding import fold_word
from analyzer.language.roles import COMMON

# « Client : Ville de Montreval. » at the head of a line, of a cell or of a short sentence of its own.
_LABEL = re.compile(
    r"(?:^|[.;|–—] ?|\t| {2,})[*_]{0,2}(?:(?:[Ll][ea]|[Tt]he) |[Ll]['’])?([\w'’]{3,20}(?: [\w'’]{2,20}){0,2})[*_]{0,2} ?[:|][*_ ]{1,4}"
    rf"({PIECE}(?: (?:{PIECE}|de|du|des|la|le|et|and|of|the|&)){{0,6}})[*_]{{0,2}} ?(?=[.,;(|–—\n]|$)",
    re.MULTILINE,
)
_LABELS = 3_000  # characters at the beginning in which a form names its parties


@dataclass(frozen=True, slots=True)
class _Label:
    """A name behind a noun and a colon; the noun may be any."""

    noun: str
    name: str
    span: Span


def _labels(text: str) -> Iterator[_Label]:
    for match in _LABEL.finditer(text[:_LABELS]):
        yield _Label(match[1], match[2], Span(*match.span(2)))


def take_labelled_names(evidence: Evidence, sides: Sides) -> None:
    """« Prestataire technique : Voxalia », "Provider: Dialstone Telecom": names that stand behind a role noun, as in an order form."""
    for label in _labels(evidence.document.text):
        noun, name = fold_word(label.noun), fold_word(label.name)
        role = role_of(noun, evidence.words) or role_of(fold_word(label.noun.split()[0]), evidence.words)
        if role is None or name in sides.known() or COMMON.issuperset(name.split()):
            continue
        side = sides.of(role)
        if side.name is None:
            _take(evidence, side, label.name, label.span)


def take_own_name(evidence: Evidence, sides: Sides) -> None:
    """The one company that terms in the first person name in full at their head: "a contract with Oak Hosting LLC", then "Oak"."""
    provider, customer = sides
    if evidence.french or provider.name is not None or "we" not in provider.aliases:
        return
    found = evidence.opening_companies
    if len(found) == 1 and fold_word(found[0]) not in customer.aliases:
        _take(evidence, provider, found[0], evidence.first_place(found[0]))


def _take(evidence: Evidence, side: Side, name: str, span: Span) -> None:
    """Take a full name, and its first word where the text goes on with it alone: "Oak Hosting LLC", then "Oak"."""
    side.call(name, span)
    first = name.split()[0]
    alone = len(re.findall(rf"\b{re.escape(first)}\b(?! [A-Z])", evidence.document.text))
    if alone >= FEWEST and evidence.is_proper(fold_word(first)):
        side.add(fold_word(first), first, capital=True)
