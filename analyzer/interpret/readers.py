"""The readers that a topic's file may name for attributes that need more than patterns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from analyzer.context import Context
from analyzer.detect import Hit
from analyzer.interpret.cap import read_cap


def read_law(_hit: Hit, _hits: Sequence[Hit], context: Context) -> dict[str, Any]:
    """The code of the law that the contract chooses (FR, GB-EAW …), None where it is named by a description."""
    chosen = context.facts.governing_law
    return {"law": chosen.code if chosen else None}


# A reader gets the clause, all found clauses of its topic, and what was read before.
READERS: Mapping[str, Callable[[Hit, Sequence[Hit], Context], dict[str, Any]]] = {"law": read_law, "cap": read_cap}
