"""How long a contract runs at first, and whether it renews by itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from analyzer.document import Span
from analyzer.facts.anchors import Words
from analyzer.facts.reading import Reading
from analyzer.facts.values import Duration, Term
from analyzer.language.terms import ANOTHER_TERM, DENIAL, FROM_ITS_START, IS_THE_TERM, RENEWAL, STARTS_THE_TERM, TERM

_REACH = 70
_ANOTHER = re.compile(ANOTHER_TERM)
_DENIAL = re.compile(DENIAL)
_PLAIN = re.compile(rf"(?P<starts>{STARTS_THE_TERM})|{IS_THE_TERM}")
_FROM_ITS_START = re.compile(FROM_ITS_START)
_AND = re.compile(r" (?:et|and|or|ou)\b")
_CONTRACT = re.compile(
    r"contrat|agreement|abonnement|marche|convention|in effect|in force|souscri|engage|conclu|subscription"
    r"|renewable|commence"
)
# Two lengths to choose from in brackets: nothing is agreed yet.
_TO_CHOOSE = re.compile(r"\[[^\]]{0,80} (?:/|ou|or) [^\]]{0,80}\]")
_SURE = 2  # words that rank below this speak of the contract's own term by themselves
_ENDS = re.compile(r"[.;](?= |$)")
# "If no notice is given, the Agreement will be automatically extended" denies the notice and not the renewal.
_NO_NOTICE = re.compile(r"\b(?:if|where|unless|when) (?:no|neither)\b[^,.;]{0,60}")
_ELSEWHERE = re.compile(r"\bmay (?:provide|allow) for $")


@cache
def _words() -> tuple[Words, Words]:
    return Words(TERM), Words(RENEWAL)


def _length(reading: Reading, durations: tuple[Duration, ...]) -> tuple[Duration, Span] | None:
    """The length that stands nearest after the words for the term, the plainest words first."""
    text, finder = reading.text, _words()[0]
    starts = [duration.span.start for duration in durations]
    best: tuple[int, Duration, Span] | None = None
    for index, start, end in finder.find(text):
        rank = TERM[finder.phrases[index]]
        if best is not None and rank >= best[0]:
            continue
        stop = _ENDS.search(text, end, end + _REACH)
        limit = stop.start() if stop else min(len(text), end + _REACH)
        before = text[max(0, start - 80) : start]
        if (
            _ANOTHER.search(before)
            or limit <= end
            or _AND.match(text, end)
            or _to_choose(text, end, limit)
            or (rank >= _SURE and not _CONTRACT.search(before))
        ):
            continue
        window = reading.original(start, limit)
        place = bisect_left(starts, reading.original(end - 1, end).start)
        if place < len(durations) and durations[place].span.end <= window.end and durations[place].months:
            duration = durations[place]
            if not _ANOTHER.search(text, end, limit) or rank < 2:
                best = rank, duration, Span(window.start, duration.span.end)
    return _plain_length(reading, durations, starts) if best is None else (best[1], best[2])


def _plain_length(reading: Reading, durations: tuple[Duration, ...], starts: list[int]) -> tuple[Duration, Span] | None:
    """The length that a verb of the contract's own takes, or that opens a sentence and says from when it runs."""
    text = reading.text
    for match in _PLAIN.finditer(text):
        begins = reading.original(match.end(), match.end() + 1).start
        place = bisect_left(starts, begins)
        if place == len(durations) or starts[place] != begins or not durations[place].months:
            continue
        duration = durations[place]
        following = text.find(" ", match.end() + 1)
        opening = match.group("starts") is not None
        if opening and not any(_FROM_ITS_START.match(text, at) for at in _spaces(text, following)):
            continue
        return duration, Span(reading.original(match.start(), match.end()).start, duration.span.end)
    return None


def _to_choose(text: str, start: int, end: int) -> bool:
    found = _TO_CHOOSE.search(text, start, end + _REACH)
    return found is not None and found.start() < end


def _spaces(text: str, place: int) -> Iterator[int]:
    """The next gaps between words, as many as a length can have."""
    for _ in range(5):
        if place < 0:
            return
        yield place
        place = text.find(" ", place + 1)


def _renewal(reading: Reading) -> tuple[bool, Span] | None:
    text, finder = reading.text, _words()[1]
    for index, start, end in finder.find(text):
        before = text[max(0, start - 60) : start]
        ends = list(_ENDS.finditer(before))
        if ends:
            before = before[ends[-1].end() :]
        if _ELSEWHERE.search(before):
            continue
        denied = bool(_DENIAL.search(_NO_NOTICE.sub("", before)))
        return RENEWAL[finder.phrases[index]] != denied, reading.original(start, end)
    return None


def read_term(reading: Reading, durations: tuple[Duration, ...]) -> Term | None:
    """The initial term in months and its tacit renewal; None where the text says neither."""
    length, renewal = _length(reading, durations), _renewal(reading)
    if length is None and renewal is None:
        return None
    span = length[1] if length else renewal[1] if renewal else None
    return Term(length[0].months if length else None, renewal[0] if renewal else None, span)
