"""What kind of contract it is (backup, hosting …, by kinds.toml) and what sort of document of it (order, annex …, by documents.toml)."""

from __future__ import annotations

from functools import cache

from analyzer.context import Context
from analyzer.lasting import lasting
from analyzer.library import Library
from analyzer.patterns.gate import Gate
from analyzer.patterns.matching import find

TITLE_WORDS, HEAD_WORDS = 60, 300  # the title and the object of a contract say what it is
_IN_TITLE, _IN_HEAD, _IN_BODY = 4, 2, 1
_MOST_IN_TITLE, _MOST_IN_TEXT = 8, 12  # what one pattern can bring
_ENOUGH = 6.0
HEAD_SENTENCES = 4  # a document says what it is in its first lines
WHOLE = "terms"  # the sort of a document that is a contract of its own, or the body of one


def document_sort(library: Library, context: Context) -> str:
    """What the document calls itself in its first lines: a name of documents.toml, the first whose title matches."""
    for number in range(min(HEAD_SENTENCES, len(context.spans))):
        for sort in library.documents:
            if any(find(pattern, context.passage(number)) for pattern in sort.titles[context.language]):
                return sort.name
    return WHOLE


def contract_kind(library: Library, context: Context) -> str:
    """The kind whose patterns weigh most, each counted by sentences, more in the title and the head; "other" where none reaches 6."""
    if not context.spans or not library.kinds:
        return "other"
    counter = _counter(library, context.language)
    totals: dict[str, float] = {}
    for number, (title, text) in counter.count(context).items():
        kind, _, weight = counter.rules[number]
        points = min(title, _MOST_IN_TITLE) + min(text, _MOST_IN_TEXT)
        totals[kind] = totals.get(kind, 0.0) + weight * points
    best = max(totals, key=lambda kind: totals[kind], default="other")
    return best if totals.get(best, 0.0) >= _ENOUGH else "other"


class _Counter:
    """The patterns of one language behind their gate; made once in a process."""

    def __init__(self, library: Library, language: str) -> None:
        self.language = language
        self.rules = [
            (kind, pattern, weight)
            for kind, languages in library.kinds.items()
            for pattern, weight in languages[language]
        ]
        self._gate = Gate((number, (pattern,)) for number, (_, pattern, _) in enumerate(self.rules))

    def count(self, context: Context) -> dict[int, tuple[int, int]]:
        """The points of every pattern that matched: in the title, and in the rest."""
        found: dict[int, tuple[int, int]] = {}
        words = 0
        passages = [context.passage(index) for index in range(len(context.spans))]
        for index, rules in enumerate(self._gate.rules(passages, context.lexicon)):
            for number in rules:
                title, text = found.get(number, (0, 0))
                if (title < _MOST_IN_TITLE if words < TITLE_WORDS else text < _MOST_IN_TEXT) and find(
                    self.rules[number][1], passages[index]
                ):
                    found[number] = _add(title, text, words)
            words += context.folded.text.count(" ", context.spans[index].start, context.spans[index].end) + 1
        return found


def _add(title: int, text: int, words: int) -> tuple[int, int]:
    if words < TITLE_WORDS:
        return title + _IN_TITLE, text
    return title, text + (_IN_HEAD if words < HEAD_WORDS else _IN_BODY)


@cache
def _counter(library: Library, language: str) -> _Counter:
    with lasting():
        return _Counter(library, language)
