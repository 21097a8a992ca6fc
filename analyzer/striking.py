"""What a suggested replacement strikes: the passages that the report quotes, and no other.

A careful lawyer strikes what promises or says the fault, never a sentence whose other content would be lost with it. So

- a passage is struck where the rule says that its clause is at one with the fault (`[mend] strikes`; every clause where it says nothing);
- where the wording mends the finding by being there as well, a sentence that states another topic's rule too is left to stand, and so is a
  list, whose other items say something else;
- the opening of a list is struck together with its list;
- what is struck is quoted, in the order in which it is struck.

Where nothing is left to strike, the wording is added to what stands.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from analyzer.assess.findings import Raised, meets
from analyzer.document import Block, BlockKind, Span
from analyzer.library import FindingRule
from analyzer.reading import Reading
from analyzer.report import Clause, Evidence
from analyzer.structure import Sentence
from analyzer.structure.lists import resumes

QUOTED = 5  # passages of a finding that strikes none
_EDGE = 120  # characters: a page's foot and head between two items of one list
_BESIDE = 2  # passages at the least that are quoted beside those struck: of a conflict both sides must be seen


def struck(raised: Raised, reading: Reading) -> tuple[Evidence, ...]:
    """The passages that the wording takes the place of, the one where it goes first; empty where it is added."""
    rule = raised.rule
    if rule.mend != "replace":
        return ()
    clauses = _at_fault(raised, reading)
    if _may_stay(rule):
        same = rule.when.get("unless_topics", ())  # what speaks of the same matter is no other content
        others = shared([each for each in reading.clauses if each.topic not in same])
        clauses = [
            each
            for each in clauses
            if meets(each, rule.strikes) and id(each) not in others and not _is_list(reading, each)
        ]
    return tuple(_passages(reading, clauses)) if clauses else ()


def quotes(raised: Raised, taken: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What a finding shows: every passage struck, then what else is in evidence."""
    shown = (Evidence(each.span, each.page, each.text, each.file) for each in raised.evidence)
    beside = [each for each in shown if not any(_covers(passage, each) for passage in taken)]
    return (*taken, *beside[: max(QUOTED - len(taken), _BESIDE if taken else 0)])


def behind(reading: Reading, clause: Clause) -> int:
    """Where a wording that completes a clause goes: behind its paragraph, and behind the list or table that goes on there."""
    document = next((each for each in reading.documents if each.name == clause.file), reading.document)
    blocks, end = document.blocks, clause.span.end
    place = next((place for place, each in enumerate(blocks) if each.start < end <= each.end), None)
    if place is None:
        return end
    while place + 1 < len(blocks) and _goes_on(blocks[place], blocks[place + 1]):
        place += 1
    return blocks[place].end


def _goes_on(block: Block, following: Block) -> bool:
    return block.kind == following.kind and block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


def shared(clauses: Sequence[Clause]) -> Set[int]:
    """The clauses, by id(), whose sentence is a clause of another topic as well; one pass over them in the order of the text."""
    found: set[int] = set()
    reaching: list[Clause] = []  # those that end after the one looked at begins: a few, however long the contract
    for clause in sorted(filter(lambda each: each.found, clauses), key=lambda each: (each.file, each.span.start)):
        reaching = [each for each in reaching if each.file == clause.file and each.span.end > clause.span.start]
        others = [each for each in reaching if each.topic != clause.topic and each.span.overlaps(clause.span)]
        if others:
            found.update(map(id, (clause, *others)))
        reaching.append(clause)
    return found


def _may_stay(rule: FindingRule) -> bool:
    """Does the wording mend the finding while a passage at fault stands? By what it counts, or as a clause that prevails."""
    return "counts" in rule.when or "unless" in rule.when


def _at_fault(raised: Raised, reading: Reading) -> Sequence[Clause]:
    """The clauses that say the fault: of a conflict all of the rule's own side, else what shows the fault."""
    rule = raised.rule
    if rule.kind != "conflict":
        return raised.evidence
    own = [clause for clause in reading.clauses if clause.found and clause.topic == rule.topic]
    return [clause for clause in own if meets(clause, rule.when.get("with", {}))]


def _passages(reading: Reading, clauses: Sequence[Clause]) -> list[Evidence]:
    """The clauses' passages, that of the first clause first: those with nothing in between are one passage."""
    first = clauses[0]
    spans = sorted(
        ((each.file, *_with_list(reading, each), each.page) for each in clauses), key=lambda place: place[:3]
    )
    texts = {each.name: each.text for each in reading.documents}
    found: list[Evidence] = []
    for file, start, end, page in spans:
        text = texts.get(file, reading.document.text)
        last = found[-1] if found else None
        if last is not None and last.file == file and not text[last.span.end : start].strip():
            found.pop()
            start, end, page = last.span.start, max(end, last.span.end), last.page
        found.append(Evidence(Span(start, end), page, text[start:end], file))
    found.sort(key=lambda each: not (each.file == first.file and each.span.overlaps(first.span)))
    return found


def _with_list(reading: Reading, clause: Clause) -> tuple[int, int]:
    """Where the clause starts and ends, with all the items of a list that it opens, those behind a page's edge too."""
    sentences = reading.structures.get(clause.file, reading.structure).sentences
    last = next(
        (place for place in range(len(sentences) - 1, -1, -1) if _belongs(sentences[place], clause.span)),
        len(sentences),
    )
    if last == len(sentences):
        return clause.span.start, clause.span.end
    text = next((each.text for each in reading.documents if each.name == clause.file), reading.document.text)
    end = max(clause.span.end, sentences[last].end)
    for each in sentences[last + 1 :]:
        if each.start - end > _EDGE or each.kind in ("heading", "name"):
            break
        if each.kind == "item" and resumes(text, Span(clause.span.start, end), each.start):
            end = each.end
    return clause.span.start, end


def _belongs(sentence: Sentence, span: Span) -> bool:
    return sentence.lead is not None and span.contains(sentence.lead)


def _is_list(reading: Reading, clause: Clause) -> bool:
    structure = reading.structures.get(clause.file, reading.structure)
    return any(_belongs(each, clause.span) and clause.span.contains(each.span) for each in structure.sentences)


def _covers(passage: Evidence, other: Evidence) -> bool:
    return passage.file == other.file and passage.span.overlaps(other.span)
