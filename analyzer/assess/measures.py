"""The measures that a `ratio` finding may name: a cap in money, a period, a day against a threshold or against the insurance."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from analyzer.assess.case import Case
from analyzer.currencies import worth
from analyzer.facts.values import AnnualValue
from analyzer.library import FindingRule
from analyzer.report import Clause


def cap_in_money(attributes: Mapping[str, Any], annual: AnnualValue | None) -> Decimal | None:
    """What a cap comes to, in the contract's currency; None where it hangs on something that is not known.

    Fees of a window are that part of the yearly value; fees without a window count as one year, but for those of one order or service,
    whose price is not known. A clause that says what they come to (« le prix payé, soit 2 700 € ») is taken at its word.
    """
    fees = _fees(attributes, annual)
    amount = Decimal(attributes["amount"]) if attributes.get("amount") is not None else None
    match attributes.get("basis"):
        case "greater_of":
            return max(fees, amount) if fees is not None and amount is not None else amount if fees is None else fees
        case "lesser_of":
            return min(fees, amount) if fees is not None and amount is not None else amount if fees is None else fees
        case "fees_paid" | "multiple":
            return fees if amount is None else amount
        case "fixed_amount" | "insurance" | "other":
            return amount
    return None


def _fees(attributes: Mapping[str, Any], annual: AnnualValue | None) -> Decimal | None:
    years = years_of_fees(attributes)
    return None if annual is None or years is None else (annual.amount * years).quantize(Decimal("0.01"))


def years_of_fees(attributes: Mapping[str, Any]) -> Decimal | None:
    """How many years of the price a cap in fees is; None where it is the price of one order or service, however long that lasts."""
    if attributes.get("per") == "order" and not attributes.get("months"):
        return None
    months = Decimal(str(attributes.get("months") or 12))
    return months * Decimal(str(attributes.get("multiple") or 1)) / 12


def _caps(rule: FindingRule, case: Case) -> list[tuple[Clause, Decimal]]:
    caps = [clause for clause in case.clauses.get(rule.topic, ()) if clause.attributes.get("beneficiary") != "customer"]
    sums = [(clause, cap_in_money(clause.attributes, case.facts.annual_value)) for clause in caps]
    return [(clause, amount) for clause, amount in sums if amount is not None]


def _cap_below(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    """The cap in money is under the setting named by `below`."""
    threshold = case.settings["thresholds"][rule.when["below"]]
    return [
        clause for clause, amount in _caps(rule, case) if amount < threshold * worth(case.settings, _unit(clause, case))
    ] or None


def _unit(clause: Clause, case: Case) -> str | None:
    """The currency of a cap in money: its own, else that of the price of which it is a part."""
    annual = case.facts.annual_value
    return clause.attributes.get("currency") or (annual.currency if annual else None)


def available_cover(case: Case) -> Decimal | None:
    """The insured sum less the deductible, from the profile, else from the insurance clause; None where neither gives a sum."""
    available = case.insurance.available
    if available is not None:
        return available
    sums = (clause.attributes.get("amount") for clause in case.clauses.get("insurance", ()))
    stated = next((each for each in sums if each), None)
    return None if stated is None else Decimal(stated["amount"]) - case.insurance.deductible


def _cap_above_insurance(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    """The cap in money exceeds the insured sum less the deductible, from the profile or the insurance clause."""
    available = available_cover(case)
    if available is None:
        return None
    over = [clause for clause, amount in _caps(rule, case) if amount > available]
    return over + list(case.clauses.get("insurance", ()))[:1] if over else None


def _period_below(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    """The period that the clause sets is shorter than the setting named by `below`, in months."""
    least = case.settings["thresholds"][rule.when["below"]]
    clauses = case.clauses.get(rule.topic, ())
    return [
        clause
        for clause in clauses
        if (months := period_in_months(clause.attributes.get("period"))) is not None and months < least
    ] or None


def _signed_before_cover(rule: FindingRule, case: Case) -> Sequence[Clause] | None:
    """The contract was signed before the day from which the policy takes the past back."""
    signed, since = case.facts.signed_on, case.insurance.retroactive_date
    if signed is None or since is None or signed >= since:
        return None
    return list(case.clauses.get(rule.topic, ()))[:1]


_ISO_PERIOD = re.compile(r"P(\d+(?:\.\d+)?)([DWMY])")
_IN_MONTHS = {"D": Decimal(12) / 365, "W": Decimal(84) / 365, "M": Decimal(1), "Y": Decimal(12)}


def period_in_months(period: str | None) -> Decimal | None:
    """An ISO 8601 period of one unit in months; None for hours."""
    match = _ISO_PERIOD.fullmatch(period or "")
    return Decimal(match[1]) * _IN_MONTHS[match[2]] if match else None


MEASURES: Mapping[str, Callable[[FindingRule, Case], Sequence[Clause] | None]] = {
    "cap": _cap_below, "cap_over_insurance": _cap_above_insurance, "period": _period_below,
    "signed_before_cover": _signed_before_cover,
}  # fmt: skip
