"""The wording that a finding suggests: which of the library's, filled for this contract, and where it goes."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

from analyzer.assess.findings import Raised
from analyzer.assess.measures import cap_in_money
from analyzer.library import FindingRule, Library, Wording
from analyzer.reading import Reading
from analyzer.report import Suggestion, WordingOption
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
        return written(after_section=surest.section, after=behind(reading, surest), replaces=None, file=surest.file)
    section, end, file = _place(reading, raised)
    return written(after_section=section, after=end, replaces=None, file=file)


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
        if found.issuperset(each.topics) and (not each.insured or figures.basis == "insurance")
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


def _place(reading: Reading, raised: Raised) -> tuple[str | None, int, str]:
    """Where new wording goes (section, offset, file): after the topic's last clause, else after the articles.

    What only makes an absence matter (the price, the backups) is no place for the clause that is absent. A sentence that serves another
    topic too stands among that one's (the last backup handed over at the end of the contract): it is the place only where nothing else is.
    """
    own = [clause for clause in reading.clauses if clause.found and clause.topic == raised.rule.topic]
    others = shared(reading.clauses) if own else frozenset()
    anchors = [clause for clause in own if id(clause) not in others] or own
    anchors = anchors or [clause for clause in raised.evidence if clause.topic == raised.rule.topic]
    if anchors:
        return anchors[-1].section, anchors[-1].span.end, anchors[-1].file
    return None, reading.structure.body_end, reading.document.name if reading.documents else ""
