"""What findings and questions are judged on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analyzer.facts.values import Facts
from analyzer.profile import Insurance
from analyzer.report import Clause

_TOLD_BY = ("negotiation_evidence", "public-contract")  # the topic and the signal that tell a public contract


def is_public(clauses: Iterable[Clause]) -> bool:
    """Does one of the candidates, near misses included, tell a public contract?"""
    topic, signal = _TOLD_BY
    return any(each.topic == topic and signal in each.signals for each in clauses)


@dataclass(frozen=True, slots=True)
class Case:
    """What a finding is judged on: the found clauses by topic, the facts, the kind of contract, the settings.

    `near` are the candidates that are not the topic; a rule may name signals of theirs as `hints`. `language` is the
    contract's.
    """

    clauses: Mapping[str, Sequence[Clause]]
    near: Mapping[str, Sequence[Clause]]
    facts: Facts
    kind: str
    settings: Mapping[str, Any]
    insurance: Insurance
    language: str = ""

    @property
    def public(self) -> bool:
        """Is it a public contract, written by its buyer? What the law says of negotiation and of standard terms is not asked there."""
        return is_public(each for clauses in (self.clauses, self.near) for each in clauses.get(_TOLD_BY[0], ()))

    @property
    def law(self) -> str:
        """The governing law's code; empty where it is not said."""
        chosen = self.facts.governing_law
        return (chosen.code or "other") if chosen else ""

    @property
    def supposed_law(self) -> str:
        """The law by which the contract is read: the one chosen, else French law for a contract in French."""
        return self.law or ("FR" if self.language == "fr" else "")

    @property
    def laws(self) -> tuple[str, ...]:
        """What a rule's `laws` may name: the code, or "" and "unsaid-fr" for a contract in French that chooses none.

        Whoever mends a French contract without a choice of law is offered French law, so a rule of that law has to
        speak before the mend and not only after it.
        """
        return (self.law,) if self.law else ("", f"unsaid-{self.language}")
