"""The report: what every output (text, JSON, HTML, the app, the Word file) is made from. Shapes as in INTERFACE.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from analyzer.document import Document, Span

if TYPE_CHECKING:  # for the types alone: the package's readers of facts would be loaded with it
    from analyzer.facts.values import Facts

Severity = Literal["low", "medium", "high", "critical"]
SEVERITIES: tuple[Severity, ...] = ("low", "medium", "high", "critical")
Side = Literal["provider", "customer", "insurer"]
Mend = Literal["insert", "replace", "advise"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A candidate for a topic. `score` >= 0.5 means that the contract has the clause; less is a near miss, kept for ranking.

    `said_at`: of a flag that is False, the sentence that says so where it stands around the clause and not in it.
    """

    topic: str
    span: Span
    text: str
    page: int | None
    section: str | None
    heading: str | None
    score: float
    signals: tuple[str, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""  # the part of the contract that it stands in, where several files are judged as one
    said_at: Mapping[str, Evidence] = field(default_factory=dict)

    @property
    def found(self) -> bool:
        return self.score >= 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote of the contract: `quote` is exactly the text at `span`."""

    span: Span
    page: int | None
    quote: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A rule of law or a recorded case behind a finding. `mark` V: a public page saying so was read; M: from memory.

    `compared`: not of the law that the contract chooses (another law, a guide of practice), shown since the library holds none of that one.
    `supposes`: codes of the laws of which one must govern for it to count, where the contract chooses none and nothing speaks for one.
    """

    ref: str
    note: str
    mark: Literal["V", "M"]
    checked_on: str
    source: str
    compared: bool = False
    supposes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingOption:
    """Wording that may be added to a suggestion, such as limits by head of loss. Nothing puts it into the contract by itself."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Wording for this contract. `replaces` is the text to strike, None for an insertion after `after`.

    `standings`, of a suggested cap: how the wording of each level ("protective", "balanced") would stand in this contract. Their clause's
    offsets are into the wording.
    Where the fault lies in several places that lie apart, the text takes the place of `replaces` and `also_replaces` are struck.
    `joins`, of an insertion: the text completes the article `after_section`; False: it is an article of its own behind that one.
    `reason` says why the text is fair, in the contract's language and for the other party to read.
    """

    language: str
    title: str
    text: str
    after_section: str | None
    after: int | None
    replaces: Evidence | None
    parameters: Mapping[str, str]
    file: str = ""
    standings: Mapping[str, Assessment] = field(default_factory=dict)
    options: tuple[WordingOption, ...] = ()
    also_replaces: tuple[Evidence, ...] = ()
    reason: str = ""
    joins: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: what it is, why it matters to the chosen side, on what law, with its evidence and its mend.

    `accepted` is the reason for which a playbook lives with it, None where none does. `accepted_until` is the last day on which it does;
    where `accepted` is None, the day on which an acceptance ended.
    """

    id: str
    topic: str
    severity: Severity
    title: str
    message: str
    why: str
    known_problems: str
    legal_basis: tuple[LegalBasis, ...]
    evidence: tuple[Evidence, ...]
    mend: Mend
    suggestion: Suggestion | None
    accepted: str | None = None
    accepted_until: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What one clause does to one head of loss."""

    effect: Literal["excluded", "sole_remedy", "penalty", "indemnified", "outside_cap", "sub_cap", "own_cap", "cap"]
    amount: Decimal
    clause: Clause


@dataclass(frozen=True, slots=True)
class HeadPath:
    """The path of one head of loss: `loss` + `owed` - `left_out` - `cut` = `payable` = `insured` + `uninsured`.

    `owed` are penalties on top of the loss or in its place; `outside_cap` is the part of what is left that no cap reaches.
    """

    head: str
    loss: Decimal
    owed: Decimal
    left_out: Decimal
    outside_cap: Decimal
    cut: Decimal
    payable: Decimal
    insured: Decimal | None
    uninsured: Decimal | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Assumption:
    """A default that stood in for what nobody said. `mark` as in LegalBasis, or I: our own inference."""

    input: str
    title: str
    unit: str
    low: Decimal
    central: Decimal
    high: Decimal
    note: str
    mark: Literal["V", "M", "I"]
    source: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One question that a court may ask of a clause, the answer that the contract gives, and what it speaks for.

    `effect` is "open" where the contract does not decide the question. `evidence` quotes what the answer was read from; empty where
    nothing is said.
    """

    question: str
    title: str
    asks: str
    answer: str
    effect: Literal["for", "against", "open"]
    says: str
    evidence: tuple[Evidence, ...]
    legal_basis: tuple[LegalBasis, ...]


@dataclass(frozen=True, slots=True)
class RecordedCase:
    """A case of the same law. Sums in `currency`, `loss` what was claimed or awarded; None where the source is silent."""

    id: str
    court: str
    date: str
    cap: Decimal | None
    annual_value: Decimal | None
    currency: str
    loss: Decimal | None
    outcome: str
    why: str
    mark: Literal["V", "M"]
    source: str


@dataclass(frozen=True, slots=True)
class Bound:
    """An end of a scenario's range."""

    loss: Decimal
    payable_now: Decimal


@dataclass(frozen=True, slots=True)
class Assessment:
    """How a clause stands by the questions of the contract's law. Never a forecast, and never "valid".

    `amount` is the cap in money and `years` how many years of the price it is; None where that is not known. `family` is the law whose
    questions were asked, None where none covers the contract's law or it is not said: nothing was asked then. It is supposed where the
    contract chooses none but is in French. `law_of` is the day whose law was applied, assumed where the contract is undated. `measure`
    says how `cases` (the nearest first) were chosen: by sum, by years of the price, or by topic alone.
    """

    topic: str
    clause: Evidence
    section: str | None
    amount: Decimal | None
    currency: str
    years: Decimal | None
    family: str | None
    family_title: str
    law_of: date
    law_of_assumed: bool
    law_supposed: bool
    regime: str
    standing: Literal["likely_to_hold", "uncertain", "at_risk"]
    because: str
    reasons: tuple[Reason, ...]
    measure: Literal["sum", "years", "topic"]
    cases: tuple[RecordedCase, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A loss and what the contract lets through of it if the provider is held liable for the whole of it.

    `low` and `high` are the ends of an assumed loss, None for a claim. `not_quantified` names what has no figure.
    `payable_by_level`: where a cap is suggested, what the wordings of each level ("protective", "balanced") would let through. `path` is
    that of the contract as it is; the insurance has no part in `path_if_cap_falls` and `path_after_fix`, the latter empty where nothing
    is suggested.
    """

    id: str
    heads: Mapping[str, Decimal]
    loss: Decimal
    payable_now: Decimal
    payable_if_cap_falls: Decimal
    payable_after_fix: Decimal | None
    multiple_now: Decimal | None
    multiple_after_fix: Decimal | None
    insured: Decimal | None
    uninsured: Decimal | None
    title: str = ""
    account: str = ""
    low: Bound | None = None
    high: Bound | None = None
    payable_by_level: Mapping[str, Decimal] = field(default_factory=dict)
    path: tuple[HeadPath, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    not_quantified: tuple[str, ...] = ()
    path_if_cap_falls: tuple[HeadPath, ...] = ()
    path_after_fix: tuple[HeadPath, ...] = ()


@dataclass(frozen=True, slots=True)
class Exposure:
    """Scenarios in one currency; `annual_value` None where the contract does not say its price. `size` and `assumed_currency` are those
    of the defaults, empty where nothing is assumed; `assumed_rate` is what stands in `currency` for one of theirs. `provider_turnover` is
    a year's, None where it is not known; `on_claims`: what is insured is so while the policy runs, or its cover afterwards.
    """

    currency: str
    annual_value: Decimal | None
    scenarios: tuple[Scenario, ...]
    size: str = ""
    assumed_currency: str = ""
    assumed_rate: Decimal = Decimal(1)
    provider_turnover: Decimal | None = None
    on_claims: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """0 (nothing protects the provider) to 100 (no finding), and its grade A to E."""

    value: int
    grade: Literal["A", "B", "C", "D", "E"]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found in one contract. `language` is that of the sentences, the contract's by default.

    `titles` names the library's topics for people, in that language. `documents` are the files judged as one contract, empty for one file;
    `document` is then the longest of them. `law_covered` is False where the library holds no reference for the contract's law; `part`
    is what the document calls itself where it is only a part of a contract (order, annex …). `enforceability` says how each clause
    that protects the provider stands.
    """

    version: str
    library_digest: str
    language: str
    document_language: str
    side: Side
    document: Document
    kind: str
    facts: Facts
    clauses: tuple[Clause, ...]
    findings: tuple[Finding, ...]
    exposure: Exposure
    score: Score
    titles: Mapping[str, str] = field(default_factory=dict)
    law_covered: bool = True
    part: str | None = None
    documents: tuple[Document, ...] = ()
    sources: Mapping[str, Document] = field(default_factory=dict)
    enforceability: tuple[Assessment, ...] = ()

    def source_of(self, fact: str) -> Document:
        """The file that states a fact (a field of Facts): its spans are offsets into that file's text."""
        return self.sources.get(fact, self.document)

    def recognised(self, page: int | None, file: str = "") -> bool:
        """Was the text of this page read from a picture? `file` is its document's name where there are several."""
        document = next((each for each in self.documents if each.name == file), self.document)
        return page in document.ocr_pages

    def to_dict(self) -> dict[str, Any]:
        """The JSON report of INTERFACE.md as plain values."""
        from analyzer.reports.json import as_dict  # here: a report may be built and read without any output format

        return as_dict(self)
