"""What kind of contract it is: backup, hosting, managed services …, by the words of the library's kinds.toml."""

from __future__ import annotations

from analyzer.document import Span
from analyzer.language.folding import Folded
from analyzer.library import Library
from analyzer.patterns.gate import Gate
from analyzer.patterns.matching import Passage, find
from analyzer.structure import Structure

HEAD_WORDS = 300  # the title and the object of a contract say what it is: words there count double
_ENOUGH = 3.0


def contract_kind(library: Library, folded: Folded, structure: Structure) -> str:
    """The kind whose patterns weigh most, each pattern counted in at most five sentences; "other" where none reaches 3."""
    language = structure.language
    rules = [
        (kind, pattern, weight) for kind, languages in library.kinds.items() for pattern, weight in languages[language]
    ]
    if not rules or not structure.sentences:
        return "other"
    gate = Gate((number, pattern.groups) for number, (_, pattern, _) in enumerate(rules))
    spans = [folded.folded(Span(sentence.start, sentence.end)) for sentence in structure.sentences]
    counts: dict[int, float] = {}
    words = 0
    for span, mask in zip(spans, gate.anchors(folded.text, spans, ()), strict=True):
        passage = Passage(folded.text, [span], language, {})
        for number in gate.open(mask):
            if counts.get(number, 0.0) < 5 and find(rules[number][1], passage):
                counts[number] = counts.get(number, 0.0) + (2 if words < HEAD_WORDS else 1)
        words += len(passage)
    totals: dict[str, float] = {}
    for number, count in counts.items():
        kind, _, weight = rules[number]
        totals[kind] = totals.get(kind, 0.0) + weight * min(count, 5.0)
    best = max(totals, key=lambda kind: totals[kind], default="other")
    return best if totals.get(best, 0.0) >= _ENOUGH else "other"
