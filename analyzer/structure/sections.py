"""Nests the places where sections begin into a tree of articles, annexes and titled parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from analyzer.document import Span
from analyzer.language.conventions import Conventions
from analyzer.language.folding import fold_word
from analyzer.structure.headings import Mark, behind_articles, counts
from analyzer.structure.values import Section, SectionKind

_DEEPEST = 12
_WORD = re.compile(r"[^\W\d_]+")
_UNLABELLED = ("bold", "capitals", "underlined", "line", "part")


def nest(marks: Sequence[Mark], text: str, conventions: Conventions) -> tuple[Section, ...]:
    """The sections of a text, in order, each with its level, its end and the one around it."""
    levels: list[int] = []
    parents: list[int | None] = []
    path: list[int] = []  # indexes of the sections that are open, outermost first
    articles = 0  # the number of the last article outside annexes
    cited: list[str] = []
    for place, mark in enumerate(marks):
        open_now = [marks[index] for index in path]
        depth = (
            0
            if _resumes(mark, open_now, articles)
            else _depth_of(mark, open_now, annexed=bool(path and cited[path[0]]))
        )
        del path[min(_DEEPEST - 1, depth) :]
        if counts(mark) and not (path and marks[path[0]].style == "annex"):
            articles = int(mark.number or 0)
        cited.append(_cited(mark, text) if behind_articles(mark.start, len(text), articles) else "")
        parents.append(path[-1] if path else None)
        levels.append(len(path) + 1)
        path.append(place)
    numbers = _full_numbers(marks, parents)
    ends = _ends(levels, [mark.start for mark in marks], len(text))
    return tuple(
        Section(
            numbers[place], mark.title, levels[place], mark.start, ends[place], Span(mark.label, mark.end),
            _kind(mark, conventions), parents[place], cited[place],
        )
        for place, mark in enumerate(marks)
    )  # fmt: skip


def _depth_of(mark: Mark, path: Sequence[Mark], *, annexed: bool) -> int:
    """How many of the open sections stay open around the new one; an annex around them ends at no article of its own."""
    if mark.style == "annex":
        return 0
    if mark.depth > 1:
        for depth in range(len(path), 0, -1):
            if _is_prefix(path[depth - 1], mark):
                return depth
    if mark.block_level:
        inside = annexed and mark.number is not None
        first = _first(path[inside:], lambda other: other.block_level >= mark.block_level or _is_plain(other))
        return first + inside
    if mark.style.startswith("decimal1"):
        return _depth_in_series(mark, path)
    same = _first(path, lambda other: other.style == mark.style)
    if same < len(path) or mark.style not in _UNLABELLED:
        return same
    return _first(path, lambda other: other.number is None and not other.block_level)


def _resumes(mark: Mark, path: Sequence[Mark], articles: int) -> bool:
    """Does an article go on with the contract's numbers behind an annex, where the annex has no such number open?"""
    if not articles or not counts(mark) or not path or path[0].style != "annex":
        return False
    before = str(articles)
    return int(mark.number or 0) == articles + 1 and not any(other.number == before for other in path[1:])


def _depth_in_series(mark: Mark, path: Sequence[Mark]) -> int:
    """A single number follows the open number before it; 1 begins a series inside what is open."""
    number = int(mark.number or 0)
    before = str(number - 1)
    for depth, other in reversed(list(enumerate(path))):
        if other.style.startswith("decimal") and other.number == before:
            return depth
    deeper = _first(path, lambda other: other.depth > 1 and (other.number or "").startswith(f"{before}."))
    if deeper < len(path):
        return deeper
    if number == 1:
        again = bool(path) and path[-1].style == mark.style and path[-1].number == "1"
        return len(path) - again
    return _first(path, lambda other: other.style == mark.style)


def _first(path: Sequence[Mark], test: Callable[[Mark], bool]) -> int:
    return next((depth for depth, mark in enumerate(path) if test(mark)), len(path))


def _is_plain(mark: Mark) -> bool:
    """Whether a section began in running text rather than in a heading, which then ends it."""
    return not mark.block_level and mark.style != "annex"


def _is_prefix(outer: Mark, inner: Mark) -> bool:
    if outer.number is None or inner.number is None or outer.style == "annex":
        return False
    return inner.number.startswith(outer.number + ".")


def _full_numbers(marks: Sequence[Mark], parents: Sequence[int | None]) -> list[str | None]:
    """Labels as one cites them: "(a)" under 8.2 is "8.2(a)"."""
    numbers: list[str | None] = []
    for mark, parent in zip(marks, parents, strict=True):
        number = mark.number
        if number is not None and mark.style == "letter" and parent is not None and marks[parent].style != "annex":
            number = (numbers[parent] or "") + (number if number.startswith("(") else f"({number}")
        numbers.append(number)
    return numbers


def _ends(levels: Sequence[int], starts: Sequence[int], length: int) -> list[int]:
    ends = [length] * len(levels)
    waiting: list[int] = []
    for place, level in enumerate(levels):
        while waiting and levels[waiting[-1]] >= level:
            ends[waiting.pop()] = starts[place]
        waiting.append(place)
    return ends


def _cited(mark: Mark, text: str) -> str:
    """How an annex is called where it stands in a sentence: by its number, else by its name. Empty for what is none."""
    if mark.style != "annex":
        return ""
    match = _WORD.match(text, mark.label)
    word = match[0].lower() if match else "annex"
    french = word in ("annexe", "annexes")
    called = "annexe" if french else word.capitalize()
    if mark.number:
        return f"{called} {mark.number}"
    if not mark.title:
        return called
    if mark.title[0].islower():
        return f"{called} {mark.title}"
    return f"{called} «\u00a0{mark.title}\u00a0»" if french else f"{called} “{mark.title}”"


def _kind(mark: Mark, conventions: Conventions) -> SectionKind:
    title = fold_word(mark.title)
    if any(word in title for word in conventions.definition_titles):
        return "definitions"
    if mark.style == "annex":
        return "annex"
    if any(word in title for word in conventions.service_level_titles):
        return "service_levels"
    return "heading" if mark.number is None else "article"
