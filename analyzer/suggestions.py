"""The wording that a finding suggests: which of the library's, filled for this contract, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from analyzer.assess.findings import Raised
from analyzer.assess.measures import cap_in_money
from analyzer.library import FindingRule, Library, Wording
from analyzer.reading import Reading
from analyzer.report import Clause, Suggestion, WordingOption
from analyzer.striking import behind, shared, struck
from analyzer.wording import Figures, fill


def suggest(raised: Raised, reading: Reading, library: Library, level: str, figures: Figures) -> Suggestion | None:
    """The wording of a level, in the contract's own language: it must fit into the contract. None where no text can mend the finding."""
    rule = raised.rule
    if not rule.wording:
        return None
    language = reading.structure.language
    wording = wording_for(rule, reading, library, figures)
    text, used = fill(wording.variants[level], language, reading.facts, figures)
    parameters: dict[str, Any] = dict(used)
    if {"cap", "floor"} & used.keys():
        parameters |= {"cap": str(figures.cap.quantize(Decimal("0.01"))), "basis": figures.basis}
        parameters |= _raise(raised, reading, figures)
    written = partial(
        Suggestion,
        language=language,
        title=wording.title,
        text=text,
        parameters=parameters,
        options=_options(rule, reading, library, level, figures),
        reason=rule.reason.get(language, ""),
    )
    if taken := struck(raised, reading):
        first, *others = taken
        return written(after_section=None, after=None, replaces=first, file=first.file, also_replaces=tuple(others))
    if rule.mend == "replace":
        surest = max(raised.evidence, key=lambda clause: clause.score)
        return written(
            after_section=surest.section, after=behind(reading, surest), replaces=None, file=surest.file, joins=True
        )
    place = _place(reading, raised, library)
    return written(after_section=place.section, after=place.end, replaces=None, file=place.file, joins=place.joins)


def _raise(raised: Raised, reading: Reading, figures: Figures) -> dict[str, str]:
    """The sum of the lowest cap in evidence, where the suggested one takes its place and is higher: it makes the provider owe more."""
    if raised.rule.mend != "replace" or raised.rule.topic != "liability_cap":
        return {}
    known = (each.attributes for each in raised.evidence if each.attributes.get("currency") in (None, figures.currency))
    caps = (cap_in_money(attributes, reading.facts.annual_value) for attributes in known)
    was = min((each for each in caps if each is not None), default=figures.cap)
    return {"raises_from": str(was), "currency": figures.currency} if was < figures.cap else {}


def wording_for(rule: FindingRule, reading: Reading, library: Library, figures: Figures) -> Wording:
    """The wording that the rule has for a contract with these clauses and figures, in the contract's language."""
    found = {clause.topic for clause in reading.clauses if clause.found}
    fitting = (
        each.wording
        for each in rule.instead
        if found.issuperset(each.topics)
        and (not each.kinds or reading.kind in each.kinds)
        and (not each.insured or figures.basis == "insurance")
    )
    return library.topics[rule.topic].wordings[reading.structure.language][next(fitting, rule.wording)]


def _options(
    rule: FindingRule, reading: Reading, library: Library, level: str, figures: Figures
) -> tuple[WordingOption, ...]:
    """The wording that the finding's mend offers beside its own, filled for this contract."""
    language = reading.structure.language
    wordings = [library.topics[rule.topic].wordings[language][name] for name in rule.options]
    return tuple(
        WordingOption(each.title, fill(each.variants[level], language, reading.facts, figures)[0]) for each in wordings
    )


_LONGEST = 2  # digits of an article's number


class _Place(NamedTuple):
    """Where new wording goes: behind the offset `end` of `file`; into the article `section`, or as an article of its own after it."""

    section: str | None
    end: int
    file: str
    joins: bool


def _place(reading: Reading, raised: Raised, library: Library) -> _Place:
    """After the topic's last clause, else into the article of the topics it goes with, else after the articles.

    What only makes an absence matter (the price, the backups) is no place for the clause that is absent. A sentence that serves another
    topic too stands among that one's (the last backup handed over at the end of the contract): it is the place only where nothing else is,
    and so is an annex.
    """
    own = [clause for clause in reading.clauses if clause.found and clause.topic == raised.rule.topic]
    own = [clause for clause in own if _in_body(reading, clause)] or own
    others = shared(reading.clauses) if own else frozenset()
    anchors = [clause for clause in own if id(clause) not in others] or own
    anchors = anchors or [clause for clause in raised.evidence if clause.topic == raised.rule.topic]
    anchors = anchors or _beside(reading, library.topics[raised.rule.topic].beside)
    if anchors:
        return _Place(anchors[-1].section, anchors[-1].span.end, anchors[-1].file, joins=True)
    end = reading.structure.body_end
    last = reading.structure.label_at(max(0, end - 1))[0]
    article = last.partition(".")[0] if last and last[0].isdigit() else last
    if article and len(article) > _LONGEST and article.isdigit():  # a street's number taken for an article's
        article = None
    return _Place(article, end, reading.document.name if reading.documents else "", joins=False)


def _beside(reading: Reading, topics: Sequence[str]) -> list[Clause]:
    """The clauses of these topics in the numbered article that holds most of them; annexes are no place for a rule of the contract."""
    articles: dict[tuple[str, str], list[Clause]] = {}
    for clause in reading.clauses:
        if (
            clause.found
            and clause.topic in topics
            and _in_body(reading, clause)
            and clause.section
            and clause.section[0].isdigit()
        ):
            articles.setdefault((clause.file, clause.section.partition(".")[0]), []).append(clause)
    return max(articles.values(), key=lambda clauses: len({clause.topic for clause in clauses}), default=[])


def _in_body(reading: Reading, clause: Clause) -> bool:
    """Does a clause stand before the annexes and signatures? Not told of several files, which are taken as they come."""
    return bool(reading.documents) or clause.span.end <= reading.structure.body_end
