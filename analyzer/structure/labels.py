"""The labels of articles and annexes: "Article 1er", "8.2", "IV.", "(a)", "Annexe A"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:[.-]\d{1,3}){0,4}"
_DASH = r"[.:)°–—-]"
_KEYWORD = re.compile(
    r"(?P<word>articles?|art\.|section|clause|titre|title|chapitre|chapter|partie|part|annexe?|appendix|exhibit|schedule"
    rf"|attachment|addendum)(?:\s{{1,3}}(?:n[°º]\s?)?|(?=\d))(?P<number>{_NUMBER}(?:er|ère)?|premier|[ivxl]{{1,6}}"
    rf"|[a-z](?:-\d{{1,2}})?)\b(?P<mark>\s{{0,3}}{_DASH}{{0,2}})[\s*_]*",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"(?:(?P<plain>annexe?|appendix|exhibit)|annexe?s|appendices|exhibits|schedules?|attachments?)"
    r"(?:\s?[–—:-]{1,2}\s+|\s?(?=[«“\"])|(?=[\s*_]*$)|(?P<adjective>\s+(?=[^\W\d_]{3,})))[\s*_]*",
    re.IGNORECASE,
)
_DECIMAL = re.compile(rf"(?:§\s?)?(?P<number>{_NUMBER})(?!\d)(?P<mark>\s?{_DASH}{{0,2}})[\s*_]*")
_MIXED = re.compile(rf"(?P<number>(?:[IVX]{{1,5}}|[A-H])(?:[.-]\d{{1,2}}){{1,4}})(?P<mark>\s?{_DASH}{{0,2}})[\s*_]+")
_ROMAN = re.compile(r"(?P<number>[IVXL]{1,6})(?P<mark>\s?[.):–—-]{1,2})[\s*_]+")
_LETTER = re.compile(r"(?P<number>\([a-z]{1,4}\)|[a-zA-Z][.)])(?P<mark>)[\s*_]+")
_KEYWORD_LETTERS = frozenset("aAcCeEpPsStT")
_ANNEX_WORDS = frozenset({"annexe", "annex", "appendix", "exhibit", "schedule", "attachment", "addendum"})
_PART_WORDS = frozenset({"titre", "title", "chapitre", "chapter", "partie", "part"})


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it stands in the text. `depth` counts its parts; `marked` when a stop, bracket or dash closes it."""

    number: str
    style: str
    depth: int
    start: int
    end: int
    marked: bool


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label that begins at `start`, of whatever sort."""
    first = text[start : start + 1]
    if first.isdigit() or first == "§":
        match = _DECIMAL.match(text, start, end)
        return match and _decimal(match)
    if first == "(":
        match = _LETTER.match(text, start, end)
        return match and _letter(match)
    match = _KEYWORD.match(text, start, end) if first in _KEYWORD_LETTERS else None
    if match:
        return _keyword(text, match)
    second = text[start + 1 : start + 2]
    if second.islower() or second == " ":  # no Roman number and no letter goes on like that
        return None
    match = _MIXED.match(text, start, end)
    if match:
        return _label(match, re.split(r"[.-]", match["number"]), "mixed")
    match = _ROMAN.match(text, start, end)
    if match:
        return _label(match, [match["number"]], "roman")
    match = _LETTER.match(text, start, end)
    return match and _letter(match)


def annex_at(text: str, start: int, end: int, *, shown: bool) -> int | None:
    """Where the name of an annex without a number begins, behind the word that says what it is; None where there is no such word.

    An adjective alone (« Annexe tarifaire ») names one where the line is `shown` as a heading.
    """
    match = _ANNEX.match(text[start:end]) if text[start : start + 1].isupper() else None
    if match is None or (match["adjective"] and not (shown and match["plain"])):
        return None
    return start + match.end()


def _label(match: re.Match[str], parts: list[str], style: str) -> Label:
    depth = len(parts)
    name = f"{style}{depth}" if style in ("decimal", "mixed") else style
    return Label(".".join(parts), name, depth, match.start(), match.end(), bool(match["mark"].strip()))


def _decimal(match: re.Match[str]) -> Label | None:
    parts = re.split(r"[.-]", match["number"])
    while len(parts) > 1 and parts[-1] == "0":  # "2.0" heads article 2
        parts.pop()
    return _label(match, parts, "decimal")


def _letter(match: re.Match[str]) -> Label:
    number = match["number"]
    style = "letter" if number[-1] == ")" else "capital"
    return Label(number.rstrip("."), style, 1, match.start(), match.end(), True)


def _keyword(text: str, match: re.Match[str]) -> Label | None:
    """An article or annex; None where a sentence begins with a reference ("Section 5 applies", "part a")."""
    number, word = match["number"], match["word"].lower()
    marked = bool(match["mark"].strip())
    annex = word in _ANNEX_WORDS
    if not marked and text[match.end() : match.end() + 1].islower():
        return None
    if number.islower() and number != "premier" and not number[0].isdigit():
        return None
    plain = "1" if number.lower() == "premier" else re.sub(r"(?:er|ère)$", "", number)
    parts = re.split(r"[.-]", plain)
    if annex or word in _PART_WORDS:
        return Label(plain, "annex" if annex else "part", 1, match.start(), match.end(), marked)
    style = "article" if len(parts) == 1 else f"decimal{len(parts)}"
    return Label(".".join(parts), style, len(parts), match.start(), match.end(), marked)
