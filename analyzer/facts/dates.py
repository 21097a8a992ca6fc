"""The day a contract was signed: « Fait à Lyon, le 2 mars 2017 », "dated as of March 2, 2017". A date of update is
none.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from analyzer.document import Span
from analyzer.facts.anchors import Words
from analyzer.facts.reading import Reading
from analyzer.language.calendar import MONTHS, NOT_SIGNING, SIGNING

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?,? (?:day )?(?:of )?{_MONTH},? (?P<year>\d{{4}})\b", re.ASCII),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.ASCII),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b", re.ASCII),
    re.compile(r"\b(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})\b", re.ASCII),
)
_OTHER = re.compile(NOT_SIGNING)
_REACH = 90
_ENOUGH = 0
_HEAD, _FOOT = 6000, 4000  # where a contract states its own date; between them other papers are dated
_PAPER = re.compile(r"\b(?:agreement|understanding|lease)\W{0,3}(?:was |were )?$")
# "have entered into an Asset Purchase Agreement dated as of April 4, 2005": the date is that paper's.
_ITS_DATE = re.compile(r"\ban? [^.;]{0,80}\bagreement,? dated\b")
_ANOTHER_PAPER = re.compile(
    r"\b(?:that|certain|letters?|document|number|original|replaces|users|confidentiality|non-disclosure|facture|devis|between the)\b"
)


@cache
def _signing() -> Words:
    return Words(SIGNING)


def _day_and_month(match: re.Match[str], language: str) -> tuple[int, int] | None:
    """Day and month; None for figures that can be read both ways."""
    parts = match.groupdict()
    if "first" not in parts:
        month = parts["month"]
        return int(parts["day"]), MONTHS[month] if month in MONTHS else int(month)
    first, second = int(parts["first"]), int(parts["second"])
    if language == "fr" or first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else None


def _date(match: re.Match[str], language: str) -> date | None:
    parts = _day_and_month(match, language)
    if parts is None:
        return None
    try:
        return date(int(match["year"]), parts[1], parts[0])
    except ValueError:
        return None


def _first_date(text: str, start: int, language: str) -> tuple[date, int, int] | None:
    """The first date within reach of `start`, unless words between say that it is another date."""
    found = [match for pattern in _DATES if (match := pattern.search(text, start, start + _REACH))]
    if not found:
        return None
    match = min(found, key=lambda candidate: candidate.start())
    day = _date(match, language)
    if day is None or _OTHER.search(text, start, match.start()) or _ITS_DATE.search(text, start, match.start()):
        return None
    return day, match.start(), match.end()


def read_signature(reading: Reading, language: str) -> tuple[date, Span] | None:
    """The day of signature and where it is stated; None where the text gives none."""
    text, finder = reading.text, _signing()
    best: tuple[int, date, int, int] | None = None
    for index, start, end in finder.find(text):
        rank = SIGNING[finder.phrases[index]]
        if best is not None and rank >= best[0]:
            continue
        if rank > _ENOUGH and start > _HEAD and start < len(text) - _FOOT:
            continue
        before = text[max(0, start - 60) : start]
        if (
            _OTHER.search(before[-24:])
            or _ANOTHER_PAPER.search(before)
            or (_PAPER.search(before) and "this" not in before)
            or _ITS_DATE.search(before)
        ):
            continue
        found = _first_date(text, end, language)
        if found is not None:
            best = (rank, *found)
            if rank == _ENOUGH:
                break
    return None if best is None else (best[1], reading.original(best[2], best[3]))
