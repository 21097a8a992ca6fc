"""Reads a liability cap whole: basis, sum, window, multiple, per what, aggregate, whom it protects, what is carved out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from analyzer.context import Context
from analyzer.detect import Hit
from analyzer.document import Span
from analyzer.interpret.cap.basis import Ceiling, read_ceiling
from analyzer.interpret.cap.carveouts import carve_outs
from analyzer.interpret.cap.owner import beneficiary
from analyzer.interpret.cap.scene import Scene, has_sum, scene_in, scene_of
from analyzer.language.folding import fold

__all__ = ["read_cap"]

_COMPARED = 8  # other caps of the contract that one is held against
_FOLLOWED = 900  # letters of a section that a cap refers to
_NAMED_LIMIT = re.compile(r"\bplafonds?(?: (?:de |d'|du |des )?[a-z][\w-]{1,30}){1,2}")
_LIMITS = ("cap amount", "liability cap", "maximum liability", "plafond de responsabilite", "liability limit")
_MARKS = 8  # signs that may stand before a defined name: a list mark, stars, a number
_MEANS = r"[\"*_\s]{0,4}(?::|=|designe\b|signifie\b|correspond\b)"


def read_cap(hit: Hit, hits: Sequence[Hit], context: Context) -> dict[str, Any]:
    """The attributes of `liability_cap` in INTERFACE.md, with `look_back`, `elsewhere`, `unfinished` and `contradicted` beside them.

    `hits` are all found caps of the contract: two general ones that differ contradict each other, and their basis is "other".
    """
    scene = scene_of(hit, context)
    ceiling = _followed(read_ceiling(scene), scene, context)
    protected = beneficiary(scene)
    contradicted = any(_contradicts(scene, ceiling, protected, other, context) for other in _others(hit, hits))
    per = _per(scene)
    return {
        "basis": "other" if contradicted else ceiling.basis,
        "amount": ceiling.amount,
        "currency": ceiling.currency,
        "months": ceiling.months,
        "multiple": ceiling.multiple,
        "per": per,
        "aggregate": _aggregate(scene, per),
        "beneficiary": protected,
        "carve_outs": carve_outs(hit, scene, context),
        "sub_caps": _sub_caps(hit, hits, context),
        "look_back": ceiling.look_back,
        "elsewhere": ceiling.elsewhere,
        "unfinished": ceiling.blank,
        "contradicted": contradicted,
    }


def _others(hit: Hit, hits: Sequence[Hit]) -> list[Hit]:
    return [other for other in hits[: _COMPARED + 1] if other is not hit]


def _aggregate(scene: Scene, per: str | None) -> bool | None:
    """For all claims together? A limit per claim or event and nothing else shows the contrary."""
    if scene.words.aggregate.search(scene.whole) or scene.words.aggregate_ahead.search(scene.ahead):
        return True
    return False if per in ("claim", "event") else None


def _followed(ceiling: Ceiling, scene: Scene, context: Context) -> Ceiling:
    """A ceiling that names a defined term or another section is read there; where that is not in the document it stands elsewhere."""
    if ceiling.basis != "other" or ceiling.blank:
        return ceiling
    for span in (*_definitions(scene, context), *_unquoted(scene, context), *_sections(scene, context)):
        target = scene_in(span, context)
        if has_sum(target):
            return read_ceiling(target)
    return replace(ceiling, elsewhere=ceiling.elsewhere or _names_a_limit(scene))


def _definitions(scene: Scene, context: Context) -> list[Span]:
    """The sentences that define a term which the ceiling uses."""
    text = scene.ceiling
    return [each.span for each in context.structure.definitions if len(each.term) > 3 and fold(each.term).text in text]


def _unquoted(scene: Scene, context: Context) -> list[Span]:
    """The sentence that defines a limit by its bare name, which it begins with: « Plafond de Garantie : la somme de … »."""
    named = _NAMED_LIMIT.search(scene.ceiling)
    words = named[0].split(" ") if named else []
    for size in range(len(words), 1, -1):
        for match in re.finditer(re.escape(" ".join(words[:size])) + _MEANS, context.folded.text):
            place = context.folded.original(*match.span()).start
            sentence = context.structure.sentence_at(place)
            if sentence and place - sentence.start <= _MARKS:
                return [sentence.span]
    return []


def _sections(scene: Scene, context: Context) -> list[Span]:
    place = context.folded.original(scene.bound, scene.end)
    cited = [each for each in context.structure.references if place.start <= each.span.start < place.end]
    found = [section for each in cited if (section := context.structure.resolve(each))]
    return [
        Span(section.start, min(section.end, section.start + _FOLLOWED))
        for section in found
        if not section.start <= place.start < section.end
    ]


def _names_a_limit(scene: Scene) -> bool:
    """Does the ceiling name a limit by a term of the contract ("the General Cap Amount") instead of stating it?"""
    return any(name in scene.ceiling for name in _LIMITS)


def _special(scene: Scene) -> str | None:
    """What a special ceiling is for; None for a general one."""
    match = scene.words.claims_for.search(scene.ahead)
    return match.group() if match and not scene.words.exception.search(scene.ahead) else None


def _contradicts(scene: Scene, ceiling: Ceiling, protected: str, other: Hit, context: Context) -> bool:
    """Do two general caps of one party state different ceilings of the same sort of scope?"""
    theirs = scene_of(other, context)
    second = read_ceiling(theirs)
    plain = ("fees_paid", "fixed_amount", "insurance", "multiple")
    if (
        ceiling.basis not in plain
        or second.basis not in plain
        or {ceiling.basis, second.basis} == {"fees_paid", "multiple"}
    ):
        return False
    if (ceiling.basis, ceiling.amount) == (second.basis, second.amount) or ceiling.blank or second.blank:
        return False
    if _per(scene) != _per(theirs) or _special(scene) or _special(theirs) or beneficiary(theirs) != protected:
        return False
    return _same_article(scene, theirs, context)


def _per(scene: Scene) -> str | None:
    return next((name for words, name in scene.words.per if words.search(scene.whole)), None)


def _same_article(first: Scene, second: Scene, context: Context) -> bool:
    """In one top-level article (or in a document without articles)?"""
    tops = {_top(context, context.folded.original(scene.start, scene.end).start) for scene in (first, second)}
    return len(tops) == 1


def _top(context: Context, offset: int) -> int | None:
    sentence = context.structure.sentence_at(offset)
    return (
        max(
            context.structure.lineage(sentence.section),
            default=None,
            key=lambda number: -context.structure.sections[number].level,
        )
        if sentence
        else None
    )


def _sub_caps(hit: Hit, hits: Sequence[Hit], context: Context) -> list[dict[str, Any]]:
    """The special ceilings of the same section: a higher or lower limit for data, confidentiality and the like."""
    own = context.structure.sentences[hit.first].section
    found = []
    for other in _others(hit, hits):
        if context.structure.sentences[other.first].section != own:
            continue
        scene = scene_of(other, context)
        purpose = _special(scene)
        if purpose:
            ceiling = read_ceiling(scene)
            found.append(
                {
                    "basis": ceiling.basis,
                    "amount": ceiling.amount,
                    "months": ceiling.months,
                    "multiple": ceiling.multiple,
                    "for": purpose,
                }
            )
    return found
