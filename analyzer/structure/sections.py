"""Nests the places where sections begin into a tree of articles, annexes and titled parts."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.document import Span
from analyzer.language.conventions import Conventions
from analyzer.language.folding import fold_word
from analyzer.structure.headings import Mark
from analyzer.structure.values import Section, SectionKind


def nest(marks: Sequence[Mark], length: int, conventions: Conventions) -> tuple[Section, ...]:
    """The sections of a text of `length` characters, in order, each with its level, its end and the section around it."""
    levels: list[int] = []
    parents: list[int | None] = []
    path: list[int] = []  # indexes of the sections that are open, outermost first
    for place, mark in enumerate(marks):
        keep = _depth_of(mark, [marks[index] for index in path])
        del path[keep:]
        parents.append(path[-1] if path else None)
        levels.append(len(path) + 1)
        path.append(place)
    numbers = _full_numbers(marks, parents)
    ends = _ends(levels, [mark.start for mark in marks], length)
    return tuple(
        Section(
            numbers[place], mark.title, levels[place], mark.start, ends[place], Span(mark.start, mark.end), kind, parent
        )
        for place, (mark, parent) in enumerate(zip(marks, parents, strict=True))
        for kind in [_kind(mark, conventions)]
    )


def _depth_of(mark: Mark, path: Sequence[Mark]) -> int:
    """How many of the open sections stay open around the new one."""
    if mark.style == "annex":
        return 0
    if mark.number and mark.depth > 1:
        for depth in range(len(path), 0, -1):
            if _is_prefix(path[depth - 1], mark):
                return depth
    if mark.block_level:
        for depth, open_mark in enumerate(path):
            if open_mark.block_level >= mark.block_level or (not open_mark.block_level and open_mark.style != "annex"):
                return depth
        return len(path)
    for depth, open_mark in enumerate(path):
        if open_mark.style == mark.style:
            return depth
    if mark.style in ("bold", "capitals", "underlined", "line", "part"):
        return next(
            (depth for depth, open_mark in enumerate(path) if open_mark.number is None and not open_mark.block_level),
            len(path),
        )
    return len(path)


def _is_prefix(outer: Mark, inner: Mark) -> bool:
    if outer.number is None or inner.number is None or outer.style == "annex":
        return False
    head = inner.number.replace("-", ".").split(".")
    return head[: outer.depth] == outer.number.replace("-", ".").split(".") and outer.depth < inner.depth


def _full_numbers(marks: Sequence[Mark], parents: Sequence[int | None]) -> list[str | None]:
    """Labels as one cites them: "(a)" under 8.2 is "8.2(a)"."""
    numbers: list[str | None] = []
    for mark, parent in zip(marks, parents, strict=True):
        number = mark.number
        outer = numbers[parent] if parent is not None else None
        if number is not None and mark.style == "letter" and outer and marks[parent or 0].style != "annex":
            number = outer + (number if number.startswith("(") else f"({number.rstrip(')')})")
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


def _kind(mark: Mark, conventions: Conventions) -> SectionKind:
    title = fold_word(mark.title)
    if any(word in title for word in conventions.definition_titles):
        return "definitions"
    if mark.style == "annex":
        return "annex"
    if any(word in f"{title} " for word in conventions.service_level_titles):
        return "service_levels"
    return "heading" if mark.number is None else "article"
