"""The wording that a finding suggests: which of the library's, filled for this contract, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence, Set
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from analyzer.assess.findings import Raised, meets
from analyzer.document import Span
from analyzer.library import FindingRule, Library, Wording
from analyzer.reading import Reading
from analyzer.report import Clause, Evidence, Suggestion, WordingOption
from analyzer.structure import Structure
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
        at_fault = _at_fault(raised, reading)
        if at_fault and all(
            _is_row(reading, clause) for clause in at_fault
        ):  # a sentence in a row's place would spoil the table
            last = at_fault[-1]
            end = _table_end(reading.structure, last.span.end)
            return written(after_section=last.section, after=end, replaces=None, file=last.file)
        first, *others = _passages(reading, at_fault)
        return written(after_section=None, after=None, replaces=first, file=first.file, also_replaces=tuple(others))
    place = _place(reading, raised, library)
    return written(after_section=place.section, after=place.end, replaces=None, file=place.file, joins=place.joins)


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


def _at_fault(raised: Raised, reading: Reading) -> Sequence[Clause]:
    """The clauses that a replacement strikes: of a conflict all of the rule's own side, else what shows the fault."""
    rule = raised.rule
    if rule.kind != "conflict":
        return raised.evidence
    own = [clause for clause in reading.clauses if clause.found and clause.topic == rule.topic]
    return [clause for clause in own if meets(clause, rule.when.get("with", {}))]


def _is_row(reading: Reading, clause: Clause) -> bool:
    """Is the clause a row of a table? Not told of several files, whose sentences are not at hand."""
    sentence = None if reading.documents else reading.structure.sentence_at(clause.span.start)
    return sentence is not None and sentence.kind == "row"


def _table_end(structure: Structure, offset: int) -> int:
    """The end of the rows that follow each other from the one that ends at `offset` on."""
    for sentence in structure.sentences:
        if sentence.start >= offset:
            if sentence.kind != "row":
                break
            offset = sentence.end
    return offset


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
    topic too stands among that one's (the last backup handed over at the end of the contract): it is the place only where nothing else is.
    """
    own = [clause for clause in reading.clauses if clause.found and clause.topic == raised.rule.topic]
    shared = _shared(reading.clauses) if own else frozenset()
    anchors = [clause for clause in own if id(clause) not in shared] or own
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
        body = bool(reading.documents) or clause.span.end <= reading.structure.body_end
        if clause.found and clause.topic in topics and body and clause.section and clause.section[0].isdigit():
            articles.setdefault((clause.file, clause.section.partition(".")[0]), []).append(clause)
    return max(articles.values(), key=lambda clauses: len({clause.topic for clause in clauses}), default=[])


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
