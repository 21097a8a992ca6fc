"""The folded text as the recognisers read it: one blank where the page has many, and no emphasis marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from analyzer.document import Span
from analyzer.language.folding import Folded

_NOISE = re.compile(r"\*+| {2,}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text without noise and the way back. `starts[i]` is where stretch i begins here, `places[i]` where it begins
    in the folded text.
    """

    text: str
    folded: Folded
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def _place(self, offset: int) -> int:
        stretch = bisect_right(self.starts, offset) - 1
        return self.places[stretch] + offset - self.starts[stretch]

    def original(self, start: int, end: int) -> Span:
        """The span in the document of the stretch start..end, which must not be empty."""
        return self.folded.original(self._place(start), self._place(end - 1) + 1)


def read_text(folded: Folded) -> Reading:
    """The reading of a folded text, in one pass."""
    text = folded.text
    if "*" not in text and "  " not in text:
        return Reading(text, folded, (0,), (0,))
    pieces, starts, places, at, here = [], [0], [0], 0, 0
    for noise in _NOISE.finditer(text):
        keep = noise.start() + (noise.group()[0] == " ")
        pieces.append(text[at:keep])
        here += keep - at
        at = noise.end()
        if starts[-1] == here:
            places[-1] = at
        else:
            starts.append(here)
            places.append(at)
    pieces.append(text[at:])
    return Reading("".join(pieces), folded, tuple(starts), tuple(places))
