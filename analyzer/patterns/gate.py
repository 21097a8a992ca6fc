"""The gate: which rules are worth a look in a sentence.

The anchors of a pattern are the runs of words and the facts that it cannot do without, derived from the pattern itself. In
which sentences of a document an anchor is, is a set, one bit a sentence in one integer: a choice joins the sets of its
options, a sequence meets those of its parts, and a rule is tried where the sets of all its patterns meet. The words of a
document are looked at once, however many rules there are, so is a phrase that many rules call, and a rule of which
nothing is there costs nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache, reduce
from itertools import pairwise
from operator import and_
from typing import Generic, TypeVar

from analyzer.patterns.compiler import Pattern
from analyzer.patterns.matching import Lexicon, Passage
from analyzer.patterns.parts import Anchor, Group, Key, Part, Run, groups_of, letters_of, runs_of

Rule = TypeVar("Rule")
Name = TypeVar("Name")
_Pair = tuple[str, str]  # the stems of neighbouring words
_BLOCK = 1024  # sentences that are looked at together: a set's length is bounded, whatever the document's


class Gate(Generic[Rule]):
    """Rules, each with the patterns that must all match a sentence."""

    def __init__(self, rules: Iterable[tuple[Rule, Sequence[Pattern]]]) -> None:
        self._rules = [(rule, [pattern.part for pattern in patterns]) for rule, patterns in rules]
        self._first: dict[Anchor, list[int]] = defaultdict(list)  # the rules by the anchors of their rarest group
        for number, (_, parts) in enumerate(self._rules):
            for anchor in min((group for part in parts for group in groups_of(part)), key=_commonness):
                self._first[anchor].append(number)
        self._runs = _Runs(runs_of(part for _, parts in self._rules for part in parts))

    def rules(self, passages: Sequence[Passage], lexicon: Lexicon) -> list[list[Rule]]:
        """For each passage the rules to try in it, in the order in which they were given."""
        return [
            rules
            for first in range(0, len(passages), _BLOCK)
            for rules in self._of_block(passages[first : first + _BLOCK], lexicon)
        ]

    def _of_block(self, passages: Sequence[Passage], lexicon: Lexicon) -> list[list[Rule]]:
        places = _Places(self._runs.places(passages, lexicon), passages)
        found: list[list[Rule]] = [[] for _ in passages]
        worth_a_look = {number for anchor in places.anchors & self._first.keys() for number in self._first[anchor]}
        for number in sorted(worth_a_look):
            rule, parts = self._rules[number]
            for passage in _members(reduce(and_, map(places.part, parts))):
                found[passage].append(rule)
        return found


class _Places:
    """In which passages of a block the anchors are, and the anchors of the parts of patterns: each part is looked at once."""

    def __init__(self, runs: Mapping[Anchor, int], passages: Sequence[Passage]) -> None:
        self._anchors: dict[Anchor, int] = dict(runs)
        self._parts: dict[Part, int] = {}
        for number, passage in enumerate(passages):
            for name in passage.facts:
                self._anchors[name] = self._anchors.get(name, 0) | 1 << number

    @property
    def anchors(self) -> Set[Anchor]:
        """Those that are in some passage."""
        return self._anchors.keys()

    def anchor(self, anchor: Anchor) -> int:
        return self._anchors.get(anchor, 0)

    def part(self, part: Part) -> int:
        found = self._parts.get(part)
        if found is None:
            found = self._parts[part] = part.sentences(self)
        return found


class _Runs:
    """Runs of words by their parts: every two words that follow each other where all forms of both count, else single words.

    A sentence that holds all parts of a run is taken to hold the run: a gate need not know more.
    """

    def __init__(self, runs: Iterable[Run]) -> None:
        self._of_word: dict[Key, list[Run]] = defaultdict(list)  # the runs that are one part
        self._of_pair: dict[_Pair, list[Run]] = defaultdict(list)
        self._longer: list[tuple[Run, list[Key], list[_Pair]]] = []
        for run in runs:
            words, pairs = _parts(run)
            if len(words) + len(pairs) > 1:
                self._longer.append((run, words, pairs))
            elif pairs:
                self._of_pair[pairs[0]].append(run)
            else:
                self._of_word[words[0]].append(run)
        keys = self._of_word.keys() | {key for _, words, _ in self._longer for key in words}
        self._pairs = self._of_pair.keys() | {pair for _, _, pairs in self._longer for pair in pairs}
        self._stems, self._exact, prefixes = (
            frozenset(text for mode, text in keys if mode == each) for each in ("forms", "exact", "prefix")
        )
        self._shortest = min(map(len, prefixes), default=0)
        self._prefixes: dict[str, list[str]] = defaultdict(list)  # by their first letters
        for text in prefixes:
            self._prefixes[text[: self._shortest]].append(text)

    def places(self, passages: Sequence[Passage], lexicon: Lexicon) -> dict[Anchor, int]:
        """In which of the passages each of the runs is; those that are in none are left out."""
        stems = _index(self._stems.intersection(passage.forms) for passage in passages)
        words: dict[Key, int] = defaultdict(int, {("forms", stem): where for stem, where in stems.items()})
        written = {word: keys for word in lexicon if (keys := self._written(word))}
        known = frozenset(written)
        for word, where in _index(known.intersection(passage.words) for passage in passages).items():
            for key in written[word]:
                words[key] |= where
        pairs = _index(self._pairs.intersection(pairwise(passage.forms)) for passage in passages)
        found: dict[Anchor, int] = {run: where for word, where in words.items() for run in self._of_word.get(word, ())}
        found |= {run: where for pair, where in pairs.items() for run in self._of_pair.get(pair, ())}
        for run, keys, within in self._longer:
            where = -1
            for key in keys:
                where &= words.get(key, 0)
            for pair in within:
                where &= pairs.get(pair, 0)
            if where:
                found[run] = where
        return found

    def _written(self, word: str) -> list[Key]:
        """The parts of runs that a folded word answers by its letters rather than by its stem."""
        found: list[Key] = [("exact", word)] if word in self._exact else []
        for prefix in self._prefixes.get(word[: self._shortest], ()):
            if word.startswith(prefix):
                found.append(("prefix", prefix))
        return found


def _parts(run: Run) -> tuple[list[Key], list[_Pair]]:
    """The words of a run that stand in no pair, and its pairs."""
    firsts = [place for place, (key, after) in enumerate(pairwise(run.keys)) if key[0] == after[0] == "forms"]
    paired = {*firsts, *(place + 1 for place in firsts)}
    words = [key for place, key in enumerate(run.keys) if place not in paired]
    return words, [(run.keys[place][1], run.keys[place + 1][1]) for place in firsts]


def _index(passages: Iterable[Iterable[Name]]) -> dict[Name, int]:
    """In which passages each name is."""
    found: dict[Name, int] = {}
    bit = 1
    for names in passages:
        for name in names:
            found[name] = found.get(name, 0) | bit
        bit <<= 1
    return found


def _members(places: int) -> Iterator[int]:
    while places:
        low = places & -places
        yield low.bit_length() - 1
        places ^= low


@lru_cache(maxsize=65536)
def _commonness(group: Group) -> float:
    """A guess at how often one of the anchors is in a sentence: facts are everywhere, long runs are rare."""
    return sum([2.0 ** -letters_of(anchor) for anchor in group])
