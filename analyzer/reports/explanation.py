"""Why a topic was found in a contract, as a page: each place with its score, the signals that spoke and those that were silenced."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from analyzer.reports import format as write
from analyzer.reports import words
from analyzer.reports.layout import Page
from analyzer.reports.messages import count, label, say

if TYPE_CHECKING:
    from analyzer.explain import Account, Order, Place, Voice

_WIDTH: Final = 100


def render(account: Account, language: str) -> str:
    """The whole account as plain text."""
    page = Page(_WIDTH)
    page.title(f"{account.topic.id}, {write.clean(account.document.name)}", "═")
    page.paragraph(words.library(account.topic.title[language], language))
    page.paragraph(count("explain.found", len(account.found), language))
    threshold = _number(account.topic.threshold, language)
    how = "explain.how.ranked" if account.ranked else "explain.how"
    page.paragraph(say(how if account.signals else "explain.no_signal", language, threshold=threshold))
    for place in account.found:
        _place(page, account, place, "clause", language)
    for place in account.missed:
        _place(page, account, place, "near" if place.score is None else "weak", language)
    return page.text()


def _place(page: Page, account: Account, place: Place, kind: str, language: str) -> None:
    score = "" if place.score is None else say("explain.score", language, score=_score(place.score, language))
    where = words.spot(place.page, place.section, language)
    page.blank()
    page.title(", ".join(part for part in (say(f"explain.{kind}", language), score, where) if part))
    page.paragraph(write.quote(account.document.slice(place.span), language), indent=2)
    if len(place.spoke) > 1:
        weights = " + ".join(_number(voice.weight, language) for voice in place.spoke).replace("+ -", "- ")
        total = _number(sum(voice.weight for voice in place.spoke), language)
        page.paragraph(say("explain.sum", language, weights=weights, sum=total), indent=2)
    if place.order is not None:
        _order(page, place.order, language)
    for voice in (*place.spoke, *place.silent):
        page.blank()
        _voice(page, voice, language)


def _order(page: Page, order: Order, language: str) -> None:
    """What places a candidate among the others on its side of 0.5."""
    words = ", ".join(f"{write.quote(word, language)} {_signed(value, language)}" for word, value in order.heaviest)
    base, signals, total = (_signed(value, language) for value in (order.base, order.signals, order.words))
    likeness = _score(order.likeness, language)
    page.paragraph(say("explain.order", language, likeness=likeness, base=base, signals=signals, total=total), indent=2)
    if words:
        page.paragraph(say("explain.order.words", language, words=words), indent=2)


def _voice(page: Page, voice: Voice, language: str) -> None:
    """One signal: its weight, its pattern as its author wrote it, and the words that answered each step."""
    head = f"{voice.signal} ({_number(voice.weight, language)})"
    page.paragraph(head, indent=2, style="bold")
    if voice.steps:
        page.paragraph(say("explain.pattern", language, pattern=_open(voice.pattern)), indent=4, hang=2)
    elif voice.pattern:
        page.paragraph(say("explain.title", language, pattern=_open(voice.pattern)), indent=4, hang=2)
    for step in voice.steps:
        if step.words:
            quoted = write.quote(step.words, language)
            page.paragraph(say("explain.step", language, words=quoted, pattern=_open(step.pattern)), indent=4, hang=2)
    if voice.silence is not None:
        page.paragraph(_silence(voice, language), indent=4, hang=2)


def _silence(voice: Voice, language: str) -> str:
    silence = voice.silence
    if silence is None:
        return ""
    said = silence.reason in ("about", "polarity")
    detail = label("explain.detail", silence.detail, language) if said else _open(silence.detail)
    quoted = write.quote(silence.words, language)
    return say(f"explain.silent.{silence.reason}", language, detail=detail, words=quoted)


def _open(pattern: str) -> str:
    """A pattern that can be wrapped: blanks around its bars change nothing."""
    return pattern.replace("|", " | ")


def _score(value: float, language: str) -> str:
    return write.number(write.cents(Decimal(str(value))), language)


def _signed(value: float, language: str) -> str:
    return ("+" if value >= 0 else "") + _number(value, language)


def _number(value: float, language: str) -> str:
    return write.plain(Decimal(str(round(value, 2))), language)
