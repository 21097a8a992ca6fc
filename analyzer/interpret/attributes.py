"""Reads a clause's attributes: flags, choices, sets and facts by the patterns of the topic's file, the rest by a named reader.

An attribute that the text does not state is None (an empty list for a set): never a guess.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from analyzer.context import Context
from analyzer.detect import Hit
from analyzer.library import Attribute, Topic
from analyzer.patterns.compiler import Pattern
from analyzer.patterns.matching import Match, Passage, find


def read_attributes(topic: Topic, hit: Hit, hits: Sequence[Hit], context: Context) -> dict[str, Any]:
    """The attributes of one clause. `hits` are the found clauses of the same topic (for attributes said elsewhere)."""
    found: dict[str, Any] = {}
    for attribute in topic.attributes:
        if attribute.type == "reader":
            found.update(_reader(attribute.reader)(hit, hits, context))
        elif attribute.scope in ("topic", "articles", "document"):
            found[attribute.name] = _together(topic.id, attribute, hit, hits, context)
        else:
            found[attribute.name] = _TYPES[attribute.type](
                attribute, [context.passage(number) for number in _sentences(attribute, hit, context)], context
            )
    return found


def _together(topic: str, attribute: Attribute, hit: Hit, hits: Sequence[Hit], context: Context) -> Any:
    """What all clauses of the topic, the articles around them, or all sentences say together, read once.

    Where one value is asked for, the clause's own words go first.
    """
    read = _TYPES[attribute.type]
    if attribute.type not in ("flag", "set"):
        own = read(attribute, [context.passage(number) for number in range(hit.first, hit.last + 1)], context)
        if own is not None:
            return own
    key = topic, attribute.name
    if key not in context.together:
        every = [context.passage(number) for number in _numbers(attribute, hits, context)]
        context.together[key] = read(attribute, every, context)
    return context.together[key]


def _numbers(attribute: Attribute, hits: Sequence[Hit], context: Context) -> Iterable[int]:
    """The sentences that an attribute of all clauses of a topic is read in, each once."""
    if attribute.scope == "document":
        return range(len(context.spans))
    if attribute.scope == "articles":
        return dict.fromkeys(number for each in hits for number in context.article_around(each.first, each.last))
    return [number for each in hits for number in range(each.first, each.last + 1)]


def denied_elsewhere(topic: Topic, hit: Hit, context: Context) -> dict[str, int]:
    """By flag: the sentence outside the clause, in its section or article, that says the contrary of what one would want ("false")."""
    found: dict[str, int] = {}
    for attribute in topic.attributes:
        if attribute.type != "flag" or attribute.scope not in ("section", "article") or "false" not in attribute.values:
            continue
        denied = attribute.values["false"][context.language]
        for number in _sentences(attribute, hit, context):
            if _first(denied, context.passage(number)):
                if not hit.first <= number <= hit.last:
                    found[attribute.name] = number
                break
    return found


def _reader(name: str) -> Any:
    from analyzer.interpret.readers import READERS

    return READERS[name]


def _sentences(attribute: Attribute, hit: Hit, context: Context) -> list[int]:
    """The numbers of the clause's sentences, then of those of the section or article around it where the scope is that wide."""
    own = list(range(hit.first, hit.last + 1))
    if attribute.scope == "section":
        own += [number for number in context.section_around(hit.first, hit.last) if number not in own]
    elif attribute.scope == "article":
        own += [number for number in context.article_around(hit.first, hit.last) if number not in own]
    return own


def _first(patterns: Sequence[Pattern], passage: Passage) -> Match | None:
    return next((match for pattern in patterns if (match := find(pattern, passage))), None)


def _named(attribute: Attribute, passages: Sequence[Passage], context: Context) -> Iterator[str]:
    """The names of the values whose patterns match, in the order of the text, then of the file."""
    for passage in passages:
        for value, patterns in attribute.values.items():
            if _first(patterns[context.language], passage):
                yield value


def _flag(attribute: Attribute, passages: Sequence[Passage], context: Context) -> bool | None:
    if attribute.denial_first:
        denied = attribute.values["false"][context.language]
        if any(_first(denied, passage) for passage in passages):
            passages = [passage for passage in passages if not _first(denied, passage)]
            return "true" in set(_named(attribute, passages, context))
    values = set(_named(attribute, passages, context))
    if "false" in values and "true" not in values:
        return False
    return True if "true" in values else None


def _choice(attribute: Attribute, passages: Sequence[Passage], context: Context) -> str | None:
    return next(_named(attribute, passages, context), None)


def _set(attribute: Attribute, passages: Sequence[Passage], context: Context) -> list[str]:
    return sorted(set(_named(attribute, passages, context)))


def _fact_after(
    attribute: Attribute, passages: Sequence[Passage], context: Context, facts: Sequence[Any], name: str
) -> Any:
    """The fact of that name inside the first match of the attribute's patterns (its value's name is free)."""
    for passage in passages:
        for patterns in attribute.values.values():
            match = _first(patterns[context.language], passage)
            if match is None:
                continue
            for found in passage.fact(name):
                if match.range[0] <= found[0] and found[1] <= match.range[1]:
                    return _at(facts, context.original(passage.span(found)).start)
    return None


def _at(facts: Sequence[Any], start: int) -> Any:
    """The fact that begins at that offset; None where there is none. Facts are in the order of the text."""
    place = bisect_left(facts, start, key=lambda each: each.span.start)
    return facts[place] if place < len(facts) and facts[place].span.start == start else None


def _duration(attribute: Attribute, passages: Sequence[Passage], context: Context) -> str | None:
    """ISO 8601. A value's name that is itself a duration ("P1D" for « quotidienne ») stands for it."""
    found = _fact_after(attribute, passages, context, context.facts.durations, "DURATION")
    if found is not None:
        iso: str = found.iso
        return iso
    return next((name for name in _named(attribute, passages, context) if name.startswith("P")), None)


def _hours(attribute: Attribute, passages: Sequence[Passage], context: Context) -> Any:
    found = _fact_after(attribute, passages, context, context.facts.durations, "DURATION")
    return None if found is None else found.hours


def _money(attribute: Attribute, passages: Sequence[Passage], context: Context) -> Any:
    found = _fact_after(attribute, passages, context, context.facts.money, "MONEY")
    return None if found is None else {"amount": str(found.amount), "currency": found.currency}


def _number(attribute: Attribute, passages: Sequence[Passage], context: Context) -> Any:
    found = _fact_after(attribute, passages, context, context.facts.percents, "PERCENT")
    return None if found is None else found.value


_TYPES = {
    "flag": _flag, "choice": _choice, "set": _set, "duration": _duration, "hours": _hours, "money": _money, "number": _number,
}  # fmt: skip
