"""The one way through: a document in, a report out. Each step is a plain function from one value to the next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache, partial
from itertools import groupby
from operator import attrgetter
from typing import Any

from analyzer.assess.case import Case
from analyzer.assess.enforceability import assess_clause, assess_enforceability
from analyzer.assess.exposure import After, Claim, Stakes, assess_exposure
from analyzer.assess.findings import Raised, raise_findings
from analyzer.assess.measures import available_cover
from analyzer.context import Context
from analyzer.currencies import contract_currency, worth
from analyzer.detect import Hit, detector
from analyzer.document import Document
from analyzer.errors import SettingsProblem
from analyzer.facts import read_facts
from analyzer.facts.values import AnnualValue, Facts, GoverningLaw
from analyzer.interpret import denied_elsewhere, read_attributes
from analyzer.kinds import WHOLE, contract_kind, document_sort
from analyzer.language.detection import detect as detect_language
from analyzer.language.folding import fold
from analyzer.lasting import paused
from analyzer.library import Law, Library, Topic
from analyzer.mended import Read, mended_clauses
from analyzer.playbook import Playbook
from analyzer.profile import Profile
from analyzer.questions import standard_questions
from analyzer.readers import read
from analyzer.reading import Reading
from analyzer.report import (
    Assessment,
    Clause,
    Evidence,
    Finding,
    LegalBasis,
    Report,
    Score,
    Side,
    Suggestion,
)
from analyzer.striking import quotes, struck
from analyzer.structure import build
from analyzer.suggestions import suggest, wording_for
from analyzer.wording import Figures, fill, propose_cap, with_wording

__all__ = ["Reading", "Settings", "check", "judge", "read_clauses"]

LEVELS = ("protective", "balanced")
LONG = 4000  # words: what is longer is a contract, whatever other document its first lines name


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose for a check. `language` is that of the report, None for the contract's own.

    `wordings`, by finding: the text that the user wants in place of the library's, None where the finding is to stay as it is.
    """

    language: str | None = None
    annual_value: AnnualValue | None = None
    claim: Decimal | None = None
    side: Side = "provider"
    level: str = "protective"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile = field(default_factory=Profile)
    playbook: Playbook | None = None
    wordings: Mapping[str, str | None] = field(default_factory=dict)


def check(document: Document, library: Library, settings: Settings, version: str) -> Report:
    """Judge one document by the library, or by the playbook's where there is one."""
    library = settings.playbook.library if settings.playbook else library
    reading = read_clauses(document, library, settings.annual_value)
    return judge(reading, library, settings, version)


@paused()
def read_clauses(document: Document, library: Library, annual_value: AnnualValue | None = None) -> Reading:
    """From text to clauses with their attributes."""
    context, facts = _read(document, annual_value)
    clauses = _clauses(document, context, library)
    kind, sort = contract_kind(library, context), document_sort(library, context)
    return Reading(document, context.structure, _with_law(facts, clauses), kind, clauses, sort)


def _with_law(facts: Facts, clauses: Sequence[Clause]) -> Facts:
    """The facts with the law that a found clause names, where the text says no plainer choice."""
    if facts.governing_law is not None:
        return facts
    named = (each for each in clauses if each.found and each.attributes.get("law"))
    return next(
        (replace(facts, governing_law=GoverningLaw(each.span, each.attributes["law"])) for each in named), facts
    )


def _read(document: Document, annual_value: AnnualValue | None = None) -> tuple[Context, Facts]:
    """All that is read of a document before its clauses, and the facts that it states."""
    folded = fold(document.text)
    language = detect_language(document.text)
    structure = build(document, folded, language)
    facts = read_facts(document, folded, language)
    if annual_value is not None:
        facts = replace(facts, annual_value=annual_value)
    return Context(folded, structure, facts), facts


def _clauses(
    document: Document, context: Context, library: Library, topics: frozenset[str] | None = None
) -> tuple[Clause, ...]:
    """The candidates for clauses, in the order of the text; of `topics` alone where they are given."""
    hits = detector(library, context.language, topics).run(context)
    found = {
        topic: [hit for hit in of_topic if hit.score >= 0.5] for topic, of_topic in groupby(hits, attrgetter("topic"))
    }
    clauses = (_clause(hit, found[hit.topic], library, context, document) for hit in hits)
    return tuple(sorted(clauses, key=lambda clause: (clause.span.start, clause.topic)))


def _clause(hit: Hit, found: Sequence[Hit], library: Library, context: Context, document: Document) -> Clause:
    """One candidate as a clause; `found` are those of its topic that the contract has."""
    section, heading = context.structure.label_at(hit.span.start)
    topic = library.topics[hit.topic]
    attributes = read_attributes(topic, hit, found, context) if hit.score >= 0.5 else {}
    return Clause(
        topic=hit.topic,
        span=hit.span,
        text=document.slice(hit.span),
        page=document.page_at(hit.span.start),
        section=section,
        heading=heading,
        score=round(hit.score, 4),
        signals=hit.signals,
        attributes=attributes,
        said_at=_said_at(topic, hit, attributes, context, document),
    )


def _said_at(
    topic: Topic, hit: Hit, attributes: Mapping[str, Any], context: Context, document: Document
) -> dict[str, Evidence]:
    """The sentences around a clause that make its flags False: a reader wants to see them, and the clause does not hold them."""
    if not any(value is False for value in attributes.values()):
        return {}
    sentences = context.structure.sentences
    spans = {name: sentences[number].span for name, number in denied_elsewhere(topic, hit, context).items()}
    return {
        name: Evidence(span, document.page_at(span.start), document.slice(span))
        for name, span in spans.items()
        if attributes.get(name) is False
    }


@paused()
def judge(reading: Reading, library: Library, settings: Settings, version: str) -> Report:
    """From clauses to findings, exposure and suggestions."""
    found: dict[str, list[Clause]] = {}
    near: dict[str, list[Clause]] = {}
    for clause in reading.clauses:
        if not clause.attributes.get("overridden_by"):
            (found if clause.found else near).setdefault(clause.topic, []).append(clause)
    insurance = settings.profile.insurance
    written_in = reading.structure.language
    language = settings.language or written_in
    case = Case(found, near, reading.facts, reading.kind, library.settings, insurance, written_in)
    raised = [each for each in raise_findings(library, case, settings.side) if _chosen(each.rule.id, settings)]
    figures = _figures(settings.level, case, library)
    currency = figures.currency
    findings = tuple(_finding(each, case, reading, library, settings, figures) for each in raised)
    findings = tuple(_with_standings(finding, case, library, reading, language) for finding in findings)
    findings = tuple(with_wording(finding, settings.wordings) for finding in findings)
    stakes = Stakes(
        kind=reading.kind,
        annual=reading.facts.annual_value,
        currency=currency,
        claim=_claim(settings),
        profile=settings.profile,
        book=library.scenarios.at(worth(library.settings, currency)),
        language=language,
    )
    exposure = assess_exposure(found, _after(found, findings, raised, case, reading, library), stakes)
    return Report(
        version=version,
        library_digest=library.digest,
        language=language,
        document_language=reading.structure.language,
        side=settings.side,
        document=reading.document,
        kind=reading.kind,
        facts=reading.facts,
        clauses=reading.clauses,
        findings=findings,
        exposure=exposure,
        score=_score(findings, library.settings),
        titles={topic.id: topic.title[language] for topic in library.topics.values()},
        law_covered=_law_covered(library, reading.facts),
        part=reading.sort if reading.sort != WHOLE and reading.document.words < LONG else None,
        documents=reading.documents,
        sources=reading.sources,
        enforceability=assess_enforceability(case, standard_questions(), language, currency),
    )


def _claim(settings: Settings) -> Claim | None:
    """The claim that was given; the profile's heads alone are a claim of their sum. Raises SettingsProblem where they are more than it."""
    heads = settings.profile.claim
    split = sum(heads.values(), Decimal(0))
    if settings.claim is None:
        return Claim(split, heads) if split else None
    if split > settings.claim:
        raise SettingsProblem(
            f"the heads of [claim] add up to {split}, more than the claim of {settings.claim}.",
            hint="Give a claim that is at least their sum, or leave it out.",
        )
    return Claim(settings.claim, heads)


def _after(
    found: Mapping[str, Sequence[Clause]],
    findings: Sequence[Finding],
    raised: Sequence[Raised],
    case: Case,
    reading: Reading,
    library: Library,
) -> After | None:
    """The clauses after the suggestions; where a cap is suggested, also after those of each level. None where nothing is suggested."""
    suggested = [finding.suggestion for finding in findings if finding.suggestion]
    if not suggested:
        return None
    topics = library.scenarios.topics
    # The same wordings are read once; gone with this contract.
    read_new = cache(partial(clauses_of, library=library, topics=topics))
    chosen = [finding.suggestion for finding in findings if finding.suggestion and finding.topic in topics]
    levels = {}
    if any("cap" in suggestion.parameters for suggestion in suggested):
        for level in LEVELS:
            figures = _figures(level, case, library)
            other = [suggest(each, reading, library, level, figures) for each in raised if each.rule.topic in topics]
            levels[level] = _mended(found, [each for each in other if each], reading, topics, read_new)
    return After(_mended(found, chosen, reading, topics, read_new), levels)


def _mended(
    found: Mapping[str, Sequence[Clause]],
    suggestions: Sequence[Suggestion],
    reading: Reading,
    topics: Collection[str],
    read_new: Read,
) -> Mapping[str, Sequence[Clause]]:
    """The clauses that bear on the exposure, of `topics`, once these suggestions are in the contract."""
    clauses = [clause for topic in topics for clause in found.get(topic, ())]
    if suggestions:
        opening = reading.sources.get("provider", reading.document)  # of several files the one that names the parties
        clauses = list(mended_clauses(clauses, suggestions, opening, reading.facts, read_new))
    return {topic: [clause for clause in clauses if clause.topic == topic] for topic in topics}


def clauses_of(text: str, library: Library, topics: frozenset[str] | None = None) -> Sequence[Clause]:
    """The clauses found in a text of ours; of `topics` alone where they are given."""
    document = read(text.encode(), name="mended.txt")
    return [clause for clause in _clauses(document, _read(document)[0], library, topics) if clause.found]


def _chosen(identifier: str, settings: Settings) -> bool:
    """--select and --ignore name findings or whole topics."""
    names = {identifier, identifier.split(".")[0]}
    return (not settings.select or bool(names & set(settings.select))) and not names & set(settings.ignore)


def _figures(level: str, case: Case, library: Library) -> Figures:
    """The cap that a level proposes for this contract."""
    currency = contract_currency(case.facts, case.law, library.settings)
    return propose_cap(case.facts, library.settings, level, currency, available_cover(case))


def _finding(
    raised: Raised, case: Case, reading: Reading, library: Library, settings: Settings, figures: Figures
) -> Finding:
    language = settings.language or case.language
    rule, documents = raised.rule, reading.documents or (reading.document,)
    called = [name for each in documents for name in (each.name, each.path)]
    accepted, until = settings.playbook.marks(rule.id, called, date.today()) if settings.playbook else (None, None)
    taken = struck(raised, reading)
    return Finding(
        id=rule.id,
        topic=rule.topic,
        severity=raised.severity,  # type: ignore[arg-type]
        title=rule.title[language],
        message=rule.message[language],
        why=rule.why[settings.side][language],
        known_problems=rule.known_problems[language],
        legal_basis=_legal_basis(rule.legal_basis, case, language),
        evidence=quotes(raised, taken),
        mend="insert" if rule.mend == "replace" and not taken else rule.mend,
        suggestion=suggest(raised, reading, library, settings.level, figures),
        accepted=accepted,
        accepted_until=until,
    )


def _legal_basis(laws: Sequence[Law], case: Case, language: str) -> tuple[LegalBasis, ...]:
    """The references that speak to the contract's law; all of them, for comparison, where none does.

    Where no law is chosen nor to be supposed, all are shown, each with the laws that it supposes.
    """
    law_of = "" if case.supposed_law == "other" else case.supposed_law  # named by a description: it may be any
    fitting = [law for law in laws if not law.applies_to or not law_of or law_of.startswith(law.applies_to)]
    return tuple(
        LegalBasis(
            law.ref, law.note[language], law.mark, law.checked_on, law.source,
            compared=not fitting,
            supposes=() if law_of else law.applies_to,
        )
        for law in fitting or laws
    )  # fmt: skip


def _law_covered(library: Library, facts: Facts) -> bool:
    """Does any reference of the library speak to the law that the contract chooses? True where none is chosen."""
    chosen = facts.governing_law.code if facts.governing_law else None
    known = {code for rule in library.findings.values() for law in rule.legal_basis for code in law.applies_to}
    return chosen is None or any(chosen.startswith(code) for code in known)


def _with_standings(finding: Finding, case: Case, library: Library, reading: Reading, language: str) -> Finding:
    """A suggested cap also says how the wording of each level would stand in this contract, by the same questions."""
    suggestion = finding.suggestion
    if suggestion is None or finding.topic != "liability_cap" or "floor" not in suggestion.parameters:
        return finding
    standings = {
        level: standing
        for level in LEVELS
        if (standing := _standing(level, finding.id, case, library, reading, language)) is not None
    }
    return replace(finding, suggestion=replace(suggestion, standings=standings))


def _standing(
    level: str, identifier: str, case: Case, library: Library, reading: Reading, language: str
) -> Assessment | None:
    """The wording read alone, under its title, with role nouns for the parties; None where no cap is read in it or no law is covered."""
    written, rule = reading.structure.language, library.findings[identifier]
    figures = _figures(level, case, library)
    wording = wording_for(rule, reading, library, figures)
    text, _ = fill(wording.variants[level], written, Facts(), figures)
    caps = _caps_in(f"1. {wording.title}\n\n{text}\n", library)
    if not caps:
        return None
    proposed = replace(case, clauses={**case.clauses, rule.topic: caps})
    standing = assess_clause(caps[0], proposed, standard_questions(), language, figures.currency)
    return standing if standing.family else None


@lru_cache(maxsize=128)
def _caps_in(wording: str, library: Library) -> tuple[Clause, ...]:
    """The caps read in a wording of the library. Kept: it holds figures and role nouns, no contract's words, and many share it."""
    document = read(wording.encode(), name="wording.txt")
    return tuple(
        each for each in read_clauses(document, library).clauses if each.found and each.topic == "liability_cap"
    )


def _score(findings: Sequence[Finding], settings: Mapping[str, Any]) -> Score:
    """100, of which each finding takes its share of what is left (settings.toml); the grade by the settings' steps."""
    shares = settings["score"]
    left = Decimal(100)
    for finding in findings:
        if finding.accepted is None:
            left *= 1 - shares[finding.severity]
    value = int(left.quantize(Decimal(1)))
    grade = next((letter for letter in "ABCD" if value >= shares[f"grade_{letter.lower()}"]), "E")
    return Score(value, grade)  # type: ignore[arg-type]
