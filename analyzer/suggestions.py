"""The wording that a finding suggests: which of the library's, filled for this contract, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence, Set
from decimal import Decimal
from functools import partial
from typing import Any

from analyzer.assess.findings import Raised, meets
from analyzer.document import Span
from analyzer.library import FindingRule, Library, Wording
from analyzer.reading import Reading
from analyzer.report import Clause, Evidence, Suggestion, WordingOption
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
    written = partial(
        Suggestion,
        language=language,
        title=wording.title,
        text=text,
        parameters=parameters,
        options=_options(rule, reading, library, level, figures),
        reason=rule.reason.get(language, ""),
    )
    if rule.mend == "replace":
        first, *others = _passages(reading, _at_fault(raised, reading))
        return written(after_section=None, after=None, replaces=first, file=first.file, also_replaces=tuple(others))
    section, end, file = _place(reading, raised)
    return written(after_section=section, after=end, replaces=None, file=file)


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


def _at_fault(raised: Raised, reading: Reading) -> Sequence[Clause]:
    """The clauses that a replacement strikes: of a conflict all of the rule's own side, else what shows the fault."""
    rule = raised.rule
    if rule.kind != "conflict":
        return raised.evidence
    own = [clause for clause in reading.clauses if clause.found and clause.topic == rule.topic]
    return [clause for clause in own if meets(clause, rule.when.get("with", {}))]


def _passages(reading: Reading, clauses: Sequence[Clause]) -> list[Evidence]:
    """What a replacement strikes, the first clause's place first: clauses with nothing in between are one passage."""
    texts = {each.name: each.text for each in reading.documents}
    runs: list[list[Clause]] = []
    for clause in sorted(clauses, key=lambda clause: (clause.file, clause.span.start)):
        text = texts.get(clause.file, reading.document.text)
        last = runs[-1][-1] if runs else None
        follows = last is not None and last.file == clause.file
        if last is not None and follows and not text[last.span.end : clause.span.start].strip():
            runs[-1].append(clause)
        else:
            runs.append([clause])
    runs.sort(key=lambda run: clauses[0] not in run)
    return [_passage(run, texts.get(run[0].file, reading.document.text)) for run in runs]


def _passage(run: Sequence[Clause], text: str) -> Evidence:
    span = Span(run[0].span.start, max(clause.span.end for clause in run))
    return Evidence(span, run[0].page, text[span.start : span.end], run[0].file)


def _place(reading: Reading, raised: Raised) -> tuple[str | None, int, str]:
    """Where new wording goes (section, offset, file): after the topic's last clause, else after the articles.

    What only makes an absence matter (the price, the backups) is no place for the clause that is absent. A sentence that serves another
    topic too stands among that one's (the last backup handed over at the end of the contract): it is the place only where nothing else is.
    """
    own = [clause for clause in reading.clauses if clause.found and clause.topic == raised.rule.topic]
    shared = _shared(reading.clauses) if own else frozenset()
    anchors = [clause for clause in own if id(clause) not in shared] or own
    anchors = anchors or [clause for clause in raised.evidence if clause.topic == raised.rule.topic]
    if anchors:
        return anchors[-1].section, anchors[-1].span.end, anchors[-1].file
    return None, reading.structure.body_end, reading.document.name if reading.documents else ""


def _shared(clauses: Sequence[Clause]) -> Set[int]:
    """The clauses, by id(), whose sentence is a clause of another topic as well; one pass over them in the order of the text."""
    shared: set[int] = set()
    reaching: list[Clause] = []  # those that end after the one looked at begins: a few, however long the contract
    for clause in sorted(filter(lambda each: each.found, clauses), key=lambda each: (each.file, each.span.start)):
        reaching = [each for each in reaching if each.file == clause.file and each.span.end > clause.span.start]
        others = [each for each in reaching if each.topic != clause.topic and each.span.overlaps(clause.span)]
        if others:
            shared.update(map(id, (clause, *others)))
        reaching.append(clause)
    return shared
