"""What the clause library holds, as values: topics, signals, attributes, findings, law, wording; and the words they may use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from analyzer.patterns.compiler import Pattern
from analyzer.patterns.grammar import Phrases
from analyzer.ranking import Ranking
from analyzer.scenarios import ScenarioBook

# The closed lists: a word that is none of these is told with its line and the nearest right one.
LANGUAGES = ("fr", "en")
SEVERITIES = ("low", "medium", "high", "critical")
SIDES = ("provider", "customer", "insurer")
KINDS = (
    "backup", "managed_services", "hosting", "saas", "maintenance", "development", "licence", "security", "consulting", "resale",
    "data_processing", "other",
)  # fmt: skip
FINDING_KINDS = ("absent", "present", "attribute", "ratio", "conflict", "side", "family")
ATTRIBUTE_TYPES = ("flag", "choice", "set", "duration", "hours", "money", "number", "reader")
VARIANTS = ("protective", "balanced", "avoid")

Texts = Mapping[str, str]  # language -> text
Made = TypeVar("Made")


class ByLanguage(Generic[Made]):
    """Something for each language, made when it is first asked for."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        self._make = make
        self._made: dict[str, Made] = {}

    def __getitem__(self, language: str) -> Made:
        if language not in self._made:
            self._made[language] = self._make(language)
        return self._made[language]


@dataclass(frozen=True, slots=True)
class Signal:
    """One way in which a clause is written. It counts with `weight` where one of `patterns` matches, all of `also` and none of `unless`.

    `previous` must be in the sentence before, of the same section: « Cette responsabilité … Elle est plafonnée à … ».

    Without patterns it only strengthens the candidates that other signals made. `about` names whose clause it must be, `polarity` whether
    the match must be affirmed, `heading` what the section's title must say. `alone`: its author's weight proves the topic alone.
    `near`: it ranks near misses and never decides.
    """

    id: str
    patterns: tuple[Pattern, ...]
    also: tuple[Pattern, ...]
    previous: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    heading: Pattern | None
    about: Literal["provider", "customer", "any"]
    polarity: Literal["any", "affirmed", "negated"]
    weight: float
    alone: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is read from a found clause. `values` maps a value's name to its patterns; for a flag the names are "true" and "false".

    `denial_first`: a sentence that says "false" is not read for "true", whose words it holds too (« les essais ne sont pas compris »).
    """

    name: str
    type: str
    values: Mapping[str, ByLanguage[tuple[Pattern, ...]]]  # value -> patterns
    reader: str
    scope: Literal["clause", "section", "article", "topic", "articles", "document"]
    denial_first: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A suggested clause in one language: a title and a text for each variant."""

    id: str
    title: str
    variants: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Law:
    """A legal basis; `applies_to` lists the governing laws it speaks to (empty: any)."""

    ref: str
    note: Texts
    mark: Literal["V", "M"]
    checked_on: str
    source: str
    applies_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeverityIf:
    """A severity for a case: all clauses in evidence meet `own`, and a clause of each of `topics` meets `other`."""

    own: Mapping[str, tuple[Any, ...]]
    topics: tuple[str, ...]
    other: Mapping[str, tuple[Any, ...]]
    severity: str


@dataclass(frozen=True, slots=True)
class Instead:
    """Another wording for a mend, where a clause of each of `topics` is found and, with `insured`, the insured sum decides the cap."""

    wording: str
    topics: tuple[str, ...] = ()
    insured: bool = False


@dataclass(frozen=True, slots=True)
class FindingRule:
    """One finding: when it is raised and all that is said of it. `when` holds the conditions of its kind (assess.findings reads them)."""

    id: str
    topic: str
    kind: str
    severity: str
    severity_in: Mapping[str, str]
    severity_for: Mapping[str, str]
    severity_under: Mapping[str, str]  # by what `laws` of a condition may name
    severity_if: tuple[SeverityIf, ...]
    kinds: tuple[str, ...]
    when: Mapping[str, Any]
    title: Texts
    message: Texts
    why: Mapping[str, Texts]
    known_problems: Texts
    legal_basis: tuple[Law, ...]
    mend: Literal["insert", "replace", "advise"]
    wording: str
    reason: Texts  # why the wording is fair, for the other party to read; empty where a house gives none
    path: str
    options: tuple[str, ...] = ()  # wordings that may be added to the mend, by their ids
    strikes: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)  # the clauses that a replacement may strike
    instead: tuple[Instead, ...] = ()  # wordings for contracts that ask for another one; the first that fits is taken


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with everything in its folder."""

    id: str
    title: Texts
    about: Texts
    why: Mapping[str, Texts]
    threshold: float
    importance: float  # from 1 to 10: of findings of one severity those of the weightier topic come first
    signals: ByLanguage[tuple[Signal, ...]]
    attributes: tuple[Attribute, ...]
    findings: tuple[FindingRule, ...]
    wordings: Mapping[str, Mapping[str, Wording]]  # language -> id -> wording
    rankings: ByLanguage[Ranking | None]  # None: the sum of the signals orders too
    folder: Path = field(repr=False)
    beside: tuple[str, ...] = ()  # topics in whose article its wording goes where the contract has no clause of its own


@dataclass(frozen=True, slots=True)
class DocumentSort:
    """A sort of document that may be part of a contract: how it calls itself, and how a clause on precedence calls it."""

    name: str
    titles: ByLanguage[tuple[Pattern, ...]]
    mentions: ByLanguage[tuple[Pattern, ...]]


@dataclass(frozen=True, eq=False)
class Library:
    """The whole library. `settings` are the thresholds that a playbook may change, `phrases` what patterns may call by name."""

    topics: Mapping[str, Topic]
    documents: tuple[DocumentSort, ...]
    kinds: Mapping[str, ByLanguage[tuple[tuple[Pattern, float], ...]]]  # kind -> patterns with weights
    phrases: Mapping[str, Phrases]  # language -> name -> pattern
    settings: Mapping[str, Any]
    digest: str
    scenarios: ScenarioBook = field(default_factory=ScenarioBook)

    @cached_property
    def findings(self) -> Mapping[str, FindingRule]:
        return {rule.id: rule for topic in self.topics.values() for rule in topic.findings}
