"""A report's values in words: sums with their VAT, places, the contract's facts. Each function gives one phrase."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from analyzer.assess.exposure import provider_cap
from analyzer.document import Document, Span
from analyzer.report import Clause, Evidence, Finding, LegalBasis, Report
from analyzer.reports import format as write
from analyzer.reports.messages import count, label, say

if TYPE_CHECKING:
    from analyzer.facts.values import AnnualValue, Term


def annual(report: Report) -> str | None:
    """What the contract brings in a year, with its VAT; None where it is not known."""
    exposure, value = report.exposure, report.facts.annual_value
    if exposure.annual_value is None:
        return None
    amount = write.money(exposure.annual_value, exposure.currency, report.language)
    return label_vat(amount, value.vat if value else "unknown", report.language)


def label_vat(amount: str, vat: str, language: str) -> str:
    return say(f"vat.{vat}", language, amount=amount)


def price(value: AnnualValue, language: str) -> str:
    """The yearly value and the sum that it was read from."""
    amount = label_vat(write.money(value.amount, value.currency, language), value.vat, language)
    if value.source == "option":
        return say("price.option", language, amount=amount)
    if value.quoted_period == "year" and value.quoted_amount == value.amount:
        return say("price.year", language, amount=amount)
    quoted = write.money(value.quoted_amount, value.currency, language)
    period = say(f"period.{value.quoted_period}", language)
    return say("price.quoted", language, amount=amount, quoted=quoted, period=period)


def term(value: Term, language: str) -> str | None:
    """How long and whether it renews; None where neither is said."""
    parts = []
    if value.months is not None:
        one = "one" if value.months == 1 else "many"
        parts.append(say(f"term.months.{one}", language, number=write.plain(value.months, language)))
    if value.tacit_renewal is not None:
        parts.append(say("term.tacit" if value.tacit_renewal else "term.no_tacit", language))
    return ", ".join(parts) or None


def document(report: Report, source: Document) -> str:
    """« PDF, 4 pages, 2 134 mots, en français », after its name where there are several."""
    language = report.language
    parts = [write.clean(source.name)] if report.documents else []
    parts.append(label("format", source.format, language))
    if source.pages:
        parts.append(count("document.pages", source.pages, language))
    parts.append(count("document.words", source.words, language))
    parts.append(label("language", report.document_language, language))
    return ", ".join(parts)


def spot(page: int | None, section: str | None, language: str, file: str = "") -> str:
    """A file, a page and a section, as far as they are known: « page 3, art. 8.2 »."""
    parts = [write.clean(file)] if file else []
    if page is not None:
        parts.append(say("place.page", language, page=str(page)))
    if section:
        parts.append(say("place.section", language, section=section) if section[0].isdigit() else write.clean(section))
    return ", ".join(parts)


def article(section: str, language: str) -> str:
    """« l'article 4 », as it stands in a sentence; a label that is a word ("Schedule 2", « l'annexe 2 ») stands for itself."""
    if section.startswith("annexe") and language == "fr":
        return f"l’{write.clean(section)}"
    return write.clean(section) if section[1:2].islower() else say("place.article", language, section=section)


def evidence(report: Report, shown: Evidence) -> str:
    """A finding's quote and where it stands."""
    return _placed(report, shown.quote, shown.span, shown.page, shown.file)


def quoted(report: Report, span: Span, document: Document) -> str:
    """The contract's own words and where they stand; `span` is of that document's text."""
    file = document.name if report.documents else ""
    return _placed(report, document.slice(span), span, document.page_at(span.start), file)


def place(report: Report, shown: Evidence) -> str:
    """Where a quote stands, as far as that is known."""
    return _place(report, shown.span, shown.page, shown.file)


def _placed(report: Report, text: str, span: Span, page: int | None, file: str) -> str:
    where = _place(report, span, page, file)
    words = write.quote(text, report.language)
    return f"{words} ({where})" if where else words


def _place(report: Report, span: Span, page: int | None, file: str) -> str:
    owners = (
        clause for clause in report.clauses if clause.section and clause.file == file and clause.span.overlaps(span)
    )
    section = next((clause.section for clause in owners), None)
    place = spot(page, section, report.language, file)
    return say("place.recognised", report.language, place=place) if report.recognised(page, file) else place


def law(basis: LegalBasis, language: str) -> str:
    """Reference, what it says, and how that was learnt: a page read on a day, or memory."""
    note = library(basis.note, language).rstrip(".")
    mark = say(f"mark.{basis.mark}", language, date=write.iso_day(basis.checked_on, language))
    # An address ends the line without a full stop, so that it can be clicked.
    told = f"{say('colon', language, label=mark)}{basis.source}" if basis.source.startswith("http") else f"{mark}."
    return f"{say('colon', language, label=reference(basis, language))}{note}. {told}"


def reference(basis: LegalBasis, language: str) -> str:
    """The article or decision; what is of another law than the contract's, or of one that it would have to choose, says so."""
    ref = library(basis.ref, language)
    if basis.supposes:
        return say("law.supposed", language, ref=ref, laws=_any_of(basis.supposes, language))
    return say("law.compared", language, ref=ref) if basis.compared else ref


def _any_of(laws: Sequence[str], language: str) -> str:
    """“French law, Belgian law or Irish law”."""
    *others, last = (say("law.named", language, law=label("governing", law, language)) for law in laws)
    return f"{', '.join(others)} {say('law.or', language)} {last}" if others else last


def library(text: str, language: str) -> str:
    """A sentence of the clause library as one line, with its language's typography."""
    return write.typeset(write.clean(text), language)


def acceptance(finding: Finding, language: str) -> str:
    """Why a playbook lives with a finding, and until when; empty where none does."""
    if finding.accepted is None:
        return ""
    reason = write.clean(finding.accepted)
    if finding.accepted_until is None:
        return reason
    return say("finding.accepted_until", language, reason=reason, day=write.day(finding.accepted_until, language))


def acceptance_ended(finding: Finding, language: str) -> str:
    """That an acceptance no longer counts; empty where there was none."""
    if finding.accepted is not None or finding.accepted_until is None:
        return ""
    return say("finding.acceptance_ended", language, day=write.day(finding.accepted_until, language))


def provider_caps(report: Report) -> list[Clause]:
    """The caps that protect the provider and that no other document of the contract overrides."""
    found = [clause for clause in report.clauses if clause.topic == "liability_cap" and clause.found]
    protecting = [clause for clause in found if clause.attributes.get("beneficiary") != "customer"]
    return [clause for clause in protecting if not clause.attributes.get("overridden_by")]


def cap_is_unknown(report: Report) -> bool:
    """Is there a cap that cannot be put in money, because it hangs on a price or on a document that is not there?"""
    caps, exposure = provider_caps(report), report.exposure
    return bool(caps) and provider_cap(caps, report.facts.annual_value, exposure.currency) is None


def cap(report: Report) -> str | None:
    """The provider's cap as it was read, with its place; None where there is none."""
    return "; ".join(_cap(report, clause) for clause in provider_caps(report)[:1]) or None


def _cap(report: Report, clause: Clause) -> str:
    language, said = report.language, clause.attributes
    parts = [label("basis", str(said["basis"]), language)] if said.get("basis") else []
    parts += _cap_size(said, report)
    if said.get("per"):
        parts.append(label("per", str(said["per"]), language))
    if said.get("aggregate"):
        parts.append(say("cap.aggregate", language))
    if said.get("beneficiary") == "mutual":
        parts.append(say("cap.mutual", language))
    where = spot(clause.page, clause.section, language, clause.file)
    words = ", ".join(parts) or write.quote(clause.text, language)
    return f"{words} ({where})" if where else words


def _cap_size(said: Any, report: Report) -> list[str]:
    """The sum, the multiple and the window of a cap, those that are said."""
    language, parts = report.language, []
    if said.get("amount") is not None:
        currency = str(said.get("currency") or report.exposure.currency)
        parts.append(write.money(Decimal(str(said["amount"])), currency, language))
    if said.get("multiple") not in (None, 1, 1.0):
        multiple = write.plain(Decimal(str(said["multiple"])), language)
        parts.append(say("cap.times", language, multiple=multiple))
    if said.get("months") is not None:
        parts.append(say("cap.months", language, months=write.plain(Decimal(str(said["months"])), language)))
    return parts
