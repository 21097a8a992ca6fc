"""The readers that a topic's file may name for attributes that need more than patterns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from analyzer.detect import Hit
from analyzer.interpret.attributes import Context
from analyzer.interpret.cap import read_cap

READERS: Mapping[str, Callable[[Hit, Sequence[Hit], Context], dict[str, Any]]] = {"cap": read_cap}
