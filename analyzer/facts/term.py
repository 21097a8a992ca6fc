"""How long a contract runs at first, and whether it renews by itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from analyzer.document import Span
from analyzer.facts.anchors import Words
from analyzer.facts.reading import Reading
from analyzer.facts.values import Duration, Term
from analyzer.language.terms import ANOTHER_TERM, DENIAL, RENEWAL, TERM

_REACH = 70
_ANOTHER = re.compile(ANOTHER_TERM)
_DENIAL = re.compile(DENIAL)
_AND = re.compile(r" (?:et|and|or|ou)\b")
_CONTRACT = re.compile(
    r"contrat|agreement|abonnement|marche|convention|in effect|in force|souscri|engage|conclu|subscription"
    r"|renewable|commence"
)
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
            or (rank >= _SURE and not _CONTRACT.search(before))
        ):
            continue
        window = reading.original(start, limit)
        place = bisect_left(starts, reading.original(end - 1, end).start)
        if place < len(durations) and durations[place].span.end <= window.end and durations[place].months:
            duration = durations[place]
            if not _ANOTHER.search(text, end, limit) or rank < 2:
                best = rank, duration, Span(window.start, duration.span.end)
    return None if best is None else (best[1], best[2])


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
