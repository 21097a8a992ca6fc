"""The readers that a topic's file may name for attributes that need more than patterns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from analyzer.context import Context
from analyzer.detect import Hit
from analyzer.facts.law import law_named
from analyzer.interpret.cap import read_cap


def read_law(hit: Hit, _hits: Sequence[Hit], context: Context) -> dict[str, Any]:
    """The code of the law that the contract chooses (FR, GB-EAW …), None where it is named by a description.

    Where no plain choice was read in the whole text, the clause itself is asked: « Ces conditions suivent le droit français ».
    """
    chosen, place = context.facts.governing_law, context.folded.folded(hit.span)
    return {"law": chosen.code if chosen else law_named(context.folded.text[place.start : place.end])}


# A reader gets the clause, all found clauses of its topic, and what was read before.
READERS: Mapping[str, Callable[[Hit, Sequence[Hit], Context], dict[str, Any]]] = {"law": read_law, "cap": read_cap}
