"""The path of every euro: a loss by head through the terms of a contract, then through the provider's insurance. Decimal only.

The order is that of the contract: what is excluded; penalties, in the loss's place or on top of it; what stands outside the cap;
sub-caps; the cap; and last the policy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal

from analyzer.assess.exposure_terms import PENALTIES, Terms
from analyzer.profile import Insurance
from analyzer.report import Clause, HeadPath, Step

ZERO = Decimal(0)
CENT = Decimal("0.01")
Sums = dict[str, Decimal]


@dataclass(slots=True)
class _Account:
    """The sums of one walk by head, and the steps that made them."""

    left: Sums
    owed: Sums = field(default_factory=dict)
    left_out: Sums = field(default_factory=dict)
    outside: Sums = field(default_factory=dict)
    cut: Sums = field(default_factory=dict)
    steps: dict[str, list[Step]] = field(default_factory=dict)

    def note(self, head: str, step: Step) -> None:
        self.steps.setdefault(head, []).append(step)


def walk(loss: Mapping[str, Decimal], terms: Terms, insurance: Insurance) -> tuple[HeadPath, ...]:
    """Every head's path, in the order of the loss, what is owed as a penalty last."""
    account = _Account(dict(loss))
    _exclude(account, terms)
    _penalise(account, terms)
    _limit(account, terms)
    insured = _insured(account.left, terms, insurance)
    return tuple(_path(head, loss, account, insured) for head in account.left)


def payable(paths: Iterable[HeadPath]) -> Decimal:
    """What the contract lets through in all."""
    return sum((path.payable for path in paths), ZERO)


def _exclude(account: _Account, terms: Terms) -> None:
    for head, amount in list(account.left.items()):
        if not amount or head not in terms.excluded:
            continue
        if clause := terms.indemnified.get(head):
            account.note(head, Step("indemnified", amount, clause))
        else:
            _leave_out(account, head, Step("excluded", amount, terms.excluded[head]))


def _leave_out(account: _Account, head: str, step: Step) -> None:
    account.left[head] -= step.amount
    account.left_out[head] = account.left_out.get(head, ZERO) + step.amount
    account.note(head, step)


def _penalise(account: _Account, terms: Terms) -> None:
    """A sole remedy takes the whole loss's place, and never costs more than the loss; other penalties come on top."""
    if terms.replaced is not None:
        due, clause = min(terms.replaced.amount, sum(account.left.values(), ZERO)), terms.replaced.clause
        for head, amount in list(account.left.items()):
            if amount:
                _leave_out(account, head, Step("sole_remedy", amount, clause))
    elif terms.added is not None:
        due, clause = terms.added.amount, terms.added.clause
    else:
        return
    account.left[PENALTIES] = account.owed[PENALTIES] = due
    account.note(PENALTIES, Step("penalty", due, clause))


def _limit(account: _Account, terms: Terms) -> None:
    """What is outside the cap stays whole; a sub-cap above the cap takes its heads out of it; the rest is cut together."""
    inside = {head: amount for head, amount in account.left.items() if amount}
    for head in [head for head in inside if head in terms.outside]:
        amount = account.outside[head] = inside.pop(head)
        account.note(head, Step("outside_cap", amount, terms.outside[head]))
    for sub in terms.sub_caps:
        group = {head: inside[head] for head in sub.heads if head in inside}
        _cut(account, group, sub.amount, "sub_cap", sub.clause)
        apart = terms.cap is not None and sub.amount > terms.cap.amount
        for head in group:
            inside[head] = account.left[head]
            if apart:
                account.note(head, Step("own_cap", inside.pop(head), sub.clause))
    if terms.cap is not None:
        _cut(account, inside, terms.cap.amount, "cap", terms.cap.clause)


def _cut(account: _Account, group: Mapping[str, Decimal], limit: Decimal, effect: str, clause: Clause) -> None:
    """Brings the heads of a group down to a limit together, each in proportion."""
    for head, kept in shares(group, limit).items():
        lost = group[head] - kept
        if lost:
            account.left[head] = kept
            account.cut[head] = account.cut.get(head, ZERO) + lost
            account.note(head, Step(effect, lost, clause))  # type: ignore[arg-type]


def shares(amounts: Mapping[str, Decimal], limit: Decimal) -> Sums:
    """The amounts brought down to a limit in proportion, to the cent; they add up to it exactly and none grows."""
    total = sum(amounts.values(), ZERO)
    if total <= limit:
        return dict(amounts)
    found: Sums = {}
    running = given = ZERO
    for head, amount in amounts.items():
        running += amount
        upto = limit if running == total else (limit * running / total).quantize(CENT, ROUND_DOWN)
        found[head], given = upto - given, upto
    return found


def insured_part(amount: Decimal, insurance: Insurance) -> Decimal | None:
    """What the policy pays of a sum: above the deductible, up to the limit; None without insurance facts."""
    if insurance.limit is None:
        return None
    return max(ZERO, min(amount, insurance.limit) - insurance.deductible)


def _insured(left: Mapping[str, Decimal], terms: Terms, insurance: Insurance) -> Sums | None:
    """What the policy pays of each head; None without insurance facts."""
    covered = {head: amount for head, amount in left.items() if not _refused(head, terms, insurance)}
    total = insured_part(sum(covered.values(), ZERO), insurance)
    return None if total is None else shares(covered, total)


def _refused(head: str, terms: Terms, insurance: Insurance) -> bool:
    """Does the policy leave the head out, by name or because an indemnity makes it a liability assumed?"""
    assumed = "assumed_liability" in insurance.exclusions and head in terms.indemnified
    return assumed or head in insurance.exclusions


def _path(head: str, loss: Mapping[str, Decimal], account: _Account, insured: Sums | None) -> HeadPath:
    left = account.left[head]
    paid = None if insured is None else insured.get(head, ZERO)
    return HeadPath(
        head=head,
        loss=loss.get(head, ZERO),
        owed=account.owed.get(head, ZERO),
        left_out=account.left_out.get(head, ZERO),
        outside_cap=account.outside.get(head, ZERO),
        cut=account.cut.get(head, ZERO),
        payable=left,
        insured=paid,
        uninsured=None if paid is None else left - paid,
        steps=tuple(account.steps.get(head, ())),
    )
