"""The one way through: a document in, a report out. Each step is a plain function from one value to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from analyzer.assess.enforceability import assess_clause, assess_enforceability
from analyzer.assess.exposure import Claim, Stakes, assess_exposure
from analyzer.assess.findings import Case, Raised, meets, raise_findings
from analyzer.context import Context
from analyzer.detect import Hit, detector
from analyzer.document import Document, Span
from analyzer.errors import SettingsProblem
from analyzer.facts import read_facts
from analyzer.facts.values import AnnualValue, Facts
from analyzer.interpret import denied_elsewhere, read_attributes
from analyzer.kinds import WHOLE, contract_kind, document_sort
from analyzer.language.detection import detect as detect_language
from analyzer.language.folding import fold
from analyzer.library import Law, Library, Topic
from analyzer.mended import mended_clauses
from analyzer.playbook import Playbook
from analyzer.profile import Profile
from analyzer.questions import standard_questions
from analyzer.readers import read
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
    WordingOption,
)
from analyzer.structure import Structure, build
from analyzer.wording import Figures, fill, propose_cap

LONG = 4000  # words: what is longer is a contract, whatever other document its first lines name


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose for a check. `language` is that of the report, None for the contract's own."""

    language: str | None = None
    annual_value: AnnualValue | None = None
    claim: Decimal | None = None
    side: Side = "provider"
    level: str = "protective"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile = field(default_factory=Profile)
    playbook: Playbook | None = None


def check(document: Document, library: Library, settings: Settings, version: str) -> Report:
    """Judge one document by the library, or by the playbook's where there is one."""
    library = settings.playbook.library if settings.playbook else library
    reading = read_clauses(document, library, settings.annual_value)
    return judge(reading, library, settings, version)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a contract says, before it is judged.

    Where several files are one contract (`together.join`), `documents` are all of them, `document` the longest, and `ranked` their names in
    the order in which they prevail (empty where no clause says so).
    """

    document: Document
    structure: Structure
    facts: Facts
    kind: str
    clauses: tuple[Clause, ...]
    sort: str = WHOLE  # what the document calls itself, of one that is a part: order, annex …
    documents: tuple[Document, ...] = ()
    ranked: tuple[str, ...] = ()
    sources: Mapping[str, Document] = field(default_factory=dict)  # a fact's name -> the file that states it


def read_clauses(document: Document, library: Library, annual_value: AnnualValue | None = None) -> Reading:
    """From text to clauses with their attributes."""
    folded = fold(document.text)
    language = detect_language(document.text)
    structure = build(document, folded, language)
    facts = read_facts(document, folded, language)
    if annual_value is not None:
        facts = replace(facts, annual_value=annual_value)
    context = Context(folded, structure, facts)
    hits = detector(library, language).run(context)
    clauses = (_clause(hit, hits, library, context, document) for hit in hits)
    in_order = sorted(clauses, key=lambda clause: (clause.span.start, clause.topic))
    kind, sort = contract_kind(library, context), document_sort(library, context)
    return Reading(document, structure, facts, kind, tuple(in_order), sort)


def _clause(hit: Hit, hits: Sequence[Hit], library: Library, context: Context, document: Document) -> Clause:
    found = [other for other in hits if other.topic == hit.topic and other.score >= 0.5]
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
    currency = reading.facts.annual_value.currency if reading.facts.annual_value else _currency(case.law)
    figures = propose_cap(reading.facts, library.settings, settings.level, currency, insurance.available)
    findings = tuple(_finding(each, reading, library, settings, language, figures) for each in raised)
    findings = tuple(_with_options(finding, library, reading, settings.level, figures) for finding in findings)
    findings = tuple(_with_standings(finding, case, library, reading, language) for finding in findings)
    stakes = Stakes(
        kind=reading.kind,
        annual=reading.facts.annual_value,
        currency=currency,
        claim=_claim(settings),
        profile=settings.profile,
        book=library.scenarios,
        language=language,
    )
    exposure = assess_exposure(found, _mended(found, findings, reading, library), stakes)
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


def _mended(
    found: Mapping[str, Sequence[Clause]], findings: Sequence[Finding], reading: Reading, library: Library
) -> Mapping[str, Sequence[Clause]] | None:
    """The clauses that bear on the exposure once every suggestion is in the contract; None where nothing is suggested."""
    topics = library.scenarios.topics
    if not any(finding.suggestion for finding in findings):
        return None
    suggestions = [finding.suggestion for finding in findings if finding.suggestion and finding.topic in topics]
    clauses = [clause for topic in topics for clause in found.get(topic, ())]
    if suggestions:
        opening = reading.sources.get("provider", reading.document)  # of several files the one that names the parties
        read_new = partial(clauses_of, library=library)
        clauses = list(mended_clauses(clauses, suggestions, opening, reading.facts, read_new))
    return {topic: [clause for clause in clauses if clause.topic == topic] for topic in topics}


def clauses_of(text: str, library: Library) -> Sequence[Clause]:
    """The clauses found in a text of ours."""
    reading = read_clauses(read(text.encode(), name="mended.txt"), library)
    return [clause for clause in reading.clauses if clause.found]


def _chosen(identifier: str, settings: Settings) -> bool:
    """--select and --ignore name findings or whole topics."""
    names = {identifier, identifier.split(".")[0]}
    return (not settings.select or bool(names & set(settings.select))) and not names & set(settings.ignore)


_CURRENCIES = {"GB": "GBP", "CH": "CHF", "US": "USD", "CA": "CAD"}


def _currency(law: str) -> str:
    return _CURRENCIES.get(law[:2], "EUR")


def _finding(
    raised: Raised, reading: Reading, library: Library, settings: Settings, language: str, figures: Figures
) -> Finding:
    rule = raised.rule
    return Finding(
        id=rule.id,
        topic=rule.topic,
        severity=raised.severity,  # type: ignore[arg-type]
        title=rule.title[language],
        message=rule.message[language],
        why=rule.why[settings.side][language],
        known_problems=rule.known_problems[language],
        legal_basis=tuple(_basis(law, language) for law in _laws(rule.legal_basis, reading.facts)),
        evidence=tuple(Evidence(clause.span, clause.page, clause.text, clause.file) for clause in raised.evidence[:5]),
        mend=rule.mend,
        suggestion=_suggestion(raised, reading, library, settings, figures) if rule.wording else None,
        accepted=settings.playbook.reason(rule.id, reading.document.name, date.today()) if settings.playbook else None,
    )


def _laws(laws: Sequence[Law], facts: Facts) -> list[Law]:
    """The references that speak to the contract's law; all of them where it is not said."""
    chosen = facts.governing_law.code if facts.governing_law else None
    fitting = [
        law
        for law in laws
        if not law.applies_to or chosen is None or any(chosen.startswith(code) for code in law.applies_to)
    ]
    return fitting or list(laws)


def _law_covered(library: Library, facts: Facts) -> bool:
    """Does any reference of the library speak to the law that the contract chooses? True where none is chosen."""
    chosen = facts.governing_law.code if facts.governing_law else None
    known = {code for rule in library.findings.values() for law in rule.legal_basis for code in law.applies_to}
    return chosen is None or any(chosen.startswith(code) for code in known)


def _basis(law: Law, language: str) -> LegalBasis:
    return LegalBasis(law.ref, law.note[language], law.mark, law.checked_on, law.source)


def _suggestion(
    raised: Raised, reading: Reading, library: Library, settings: Settings, figures: Figures
) -> Suggestion | None:
    """The wording in the contract's own language: it must fit into the contract."""
    rule, language = raised.rule, reading.structure.language
    wording = library.topics[rule.topic].wordings[language][rule.wording]
    text, used = fill(wording.variants[settings.level], language, reading.facts, figures)
    parameters: dict[str, Any] = dict(used)
    if {"cap", "floor"} & used.keys():
        parameters |= {"cap": str(figures.cap.quantize(Decimal("0.01"))), "basis": figures.basis}
    reason = rule.reason.get(language, "")
    if rule.mend == "replace":
        first, *rest = _passages(reading, _at_fault(raised, reading))
        others = tuple(rest)
        return Suggestion(
            language,
            wording.title,
            text,
            None,
            None,
            first,
            parameters,
            first.file,
            also_replaces=others,
            reason=reason,
        )
    section, end, file = _place(reading, raised)
    return Suggestion(language, wording.title, text, section, end, None, parameters, file, reason=reason)


def _with_options(finding: Finding, library: Library, reading: Reading, level: str, figures: Figures) -> Finding:
    """The wording that the finding's mend offers beside its own, filled for this contract."""
    rule, written = library.findings[finding.id], reading.structure.language
    if finding.suggestion is None or not rule.options:
        return finding
    wordings = [library.topics[rule.topic].wordings[written][name] for name in rule.options]
    options = tuple(
        WordingOption(each.title, fill(each.variants[level], written, reading.facts, figures)[0]) for each in wordings
    )
    return replace(finding, suggestion=replace(finding.suggestion, options=options))


def _with_standings(finding: Finding, case: Case, library: Library, reading: Reading, language: str) -> Finding:
    """A suggested cap also says how the wording of each level would stand in this contract, by the same questions."""
    suggestion = finding.suggestion
    if suggestion is None or finding.topic != "liability_cap" or "floor" not in suggestion.parameters:
        return finding
    standings = {
        level: standing
        for level in ("protective", "balanced")
        if (standing := _standing(level, finding.id, case, library, reading, language)) is not None
    }
    return replace(finding, suggestion=replace(suggestion, standings=standings))


def _standing(
    level: str, identifier: str, case: Case, library: Library, reading: Reading, language: str
) -> Assessment | None:
    """The wording read alone, under its title, with role nouns for the parties; None where no cap is read in it or no law is covered."""
    written, rule = reading.structure.language, library.findings[identifier]
    wording = library.topics[rule.topic].wordings[written][rule.wording]
    currency = reading.facts.annual_value.currency if reading.facts.annual_value else _currency(case.law)
    figures = propose_cap(reading.facts, library.settings, level, currency, case.insurance.available)
    text, _ = fill(wording.variants[level], written, Facts(), figures)
    caps = _caps_in(f"1. {wording.title}\n\n{text}\n", library)
    if not caps:
        return None
    proposed = replace(case, clauses={**case.clauses, rule.topic: caps})
    standing = assess_clause(caps[0], proposed, standard_questions(), language, currency)
    return standing if standing.family else None


@lru_cache(maxsize=128)
def _caps_in(wording: str, library: Library) -> tuple[Clause, ...]:
    """The caps read in a wording of the library. Kept: it holds figures and role nouns, no contract's words, and many share it."""
    document = read(wording.encode(), name="wording.txt")
    return tuple(
        each for each in read_clauses(document, library).clauses if each.found and each.topic == "liability_cap"
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

    What only makes an absence matter (the price, the backups) is no place for the clause that is absent.
    """
    own = [clause for clause in reading.clauses if clause.found and clause.topic == raised.rule.topic]
    anchors = own or [clause for clause in raised.evidence if clause.topic == raised.rule.topic]
    if anchors:
        return anchors[-1].section, anchors[-1].span.end, anchors[-1].file
    return None, reading.structure.body_end, reading.document.name if reading.documents else ""


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
