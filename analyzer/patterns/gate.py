"""The gate: which rules are worth a look in a sentence.

The anchors of a pattern are the runs of words that it cannot do without, derived from the pattern itself. Each distinct
word of a document is asked once which runs it may belong to; a sentence's anchors are then the runs and facts that are
in it. A rule is tried in a sentence only where each of its groups has an anchor there, so the cost of a document hardly
grows with the number of rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from analyzer.patterns.matching import Lexicon, Passage
from analyzer.patterns.parts import Anchor, Group, Key, Run, letters_of

Rule = TypeVar("Rule", bound=Hashable)
Name = TypeVar("Name", bound=Hashable)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a word or two neighbouring words bring to a sentence: anchors, by number, and longer runs that may be there."""

    anchors: tuple[int, ...]
    longer: tuple[Run, ...]


class Gate(Generic[Rule]):
    """Rules, each with its groups of anchors (those of one of its patterns: a rule may be added several times)."""

    def __init__(self, rules: Iterable[tuple[Rule, Sequence[Group]]]) -> None:
        self.numbers: dict[Anchor, int] = {}
        self._order: dict[Rule, int] = {}
        self._by_anchor: dict[int, list[tuple[Rule, tuple[frozenset[int], ...]]]] = defaultdict(list)
        for rule, groups in rules:
            first, *others = [self._numbered(group) for group in sorted(groups, key=_commonness)]
            self._order.setdefault(rule, len(self._order))
            for anchor in first:
                self._by_anchor[anchor].append((rule, tuple(others)))
        runs = [anchor for anchor in self.numbers if isinstance(anchor, Run)]
        paired = [(pair, run) for run in runs if (pair := _pair(run))]
        self.pairs = self._filed(paired, 2)
        single = [(_longest(run), run) for run in runs if not _pair(run)]
        self._words = self._filed(single, 1)
        self._prefixes: dict[str, list[str]] = defaultdict(list)
        self._shortest = min((len(text) for mode, text in self._words if mode == "prefix"), default=0)
        for mode, text in self._words:
            if mode == "prefix":
                self._prefixes[text[: self._shortest]].append(text)

    def _numbered(self, group: Group) -> frozenset[int]:
        return frozenset(self.numbers.setdefault(anchor, len(self.numbers)) for anchor in group)

    def _filed(self, runs: Iterable[tuple[Name, Run]], words: int) -> dict[Name, Answer]:
        """The runs by what finds them; of those of so many words it is the whole."""
        filed: dict[Name, list[Run]] = defaultdict(list)
        for name, run in runs:
            filed[name].append(run)
        return {
            name: Answer(
                tuple(self.numbers[run] for run in found if len(run.keys) == words),
                tuple(run for run in found if len(run.keys) > words),
            )
            for name, found in filed.items()
        }

    def of_word(self, word: str, stem: str) -> Answer | None:
        """What a folded word brings; None where no rule asks for it."""
        keys = [("forms", stem), ("exact", word)]
        keys += [("prefix", text) for text in self._prefixes.get(word[: self._shortest], ()) if word.startswith(text)]
        found = [self._words[key] for key in keys if key in self._words]
        if len(found) < 2:
            return found[0] if found else None
        return Answer(
            tuple(anchor for each in found for anchor in each.anchors),
            tuple(run for each in found for run in each.longer),
        )

    def open(self, present: set[int]) -> list[Rule]:
        """The rules that may match where these anchors are, each once and in the order in which they were first given."""
        found: set[Rule] = set()
        for anchor in present & self._by_anchor.keys():
            for rule, groups in self._by_anchor[anchor]:
                for group in groups:
                    if present.isdisjoint(group):
                        break
                else:
                    found.add(rule)
        return sorted(found, key=self._order.__getitem__)


class Opening(dict[str, "Answer | None"], Generic[Rule]):
    """A gate over one document: what its words bring, each looked up once; it goes when the document goes."""

    def __init__(self, gate: Gate[Rule], lexicon: Lexicon) -> None:
        super().__init__()
        self._gate, self._lexicon = gate, lexicon

    def __missing__(self, word: str) -> Answer | None:
        self[word] = answer = self._gate.of_word(word, self._lexicon[word])
        return answer

    def rules(self, passage: Passage) -> list[Rule]:
        """The rules to try in a passage."""
        pairs, numbers = self._gate.pairs, self._gate.numbers
        answers = [answer for word in set(passage.words) if (answer := self[word])]
        answers += [pairs[pair] for pair in pairwise(passage.forms) if pair in pairs]
        present = {numbers[name] for name in passage.facts if name in numbers}
        for answer in answers:
            present.update(answer.anchors)
            for run in answer.longer:
                if passage.starts_of(run):
                    present.add(numbers[run])
        return self._gate.open(present)


def _pair(run: Run) -> Pair | None:
    """The first two neighbouring words of which all forms count; None where there are none."""
    for (mode, text), (after, following) in pairwise(run.keys):
        if mode == after == "forms":
            return text, following
    return None


def _longest(run: Run) -> Key:
    return max(run.keys, key=lambda key: len(key[1]))


def _commonness(group: Group) -> float:
    """A guess at how often one of the anchors is in a sentence: facts are everywhere, long runs are rare."""
    return sum(2.0 ** -letters_of(anchor) for anchor in group)
