"""The clauses of a contract after its suggested wordings: the same rules read the new text that read the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from analyzer.document import Document, Span
from analyzer.facts.values import Facts
from analyzer.report import Clause, Suggestion

Read = Callable[[str], Iterable[Clause]]  # a text -> its clauses

OPENING = 4000  # letters: farther down, the parties are named and no longer defined


def mended_clauses(
    clauses: Sequence[Clause], suggestions: Sequence[Suggestion], document: Document, facts: Facts, read: Read
) -> tuple[Clause, ...]:
    """The clauses that no suggestion strikes, and those of the suggested wordings.

    The wordings are read behind the contract's opening, where the parties get the names that the wordings use; what is found in the
    opening itself is left to `clauses`.
    """
    places = [place for each in suggestions for place in (each.replaces, *each.also_replaces) if place is not None]
    struck = [(place.file, place.span) for place in places]
    kept = [clause for clause in clauses if not _struck(clause, struck)]
    opening = document.text[: _opening(document, facts)]
    added = "\n\n".join(suggestion.text for suggestion in suggestions)
    new = [clause for clause in read(f"{opening}\n\n{added}\n") if clause.span.start > len(opening)]
    return (*kept, *new)


def _struck(clause: Clause, struck: Iterable[tuple[str, Span]]) -> bool:
    return any(file == clause.file and span.overlaps(clause.span) for file, span in struck)


def _opening(document: Document, facts: Facts) -> int:
    """The end of the line that defines the last of the parties; 0 where none is defined near the top."""
    ends = [party.span.end for party in (facts.provider, facts.customer) if party is not None and party.span]
    last = max((end for end in ends if end <= min(OPENING, len(document.text))), default=0)
    line = document.text.find("\n", last)
    return 0 if not last else len(document.text) if line < 0 else line
