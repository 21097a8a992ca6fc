"""What the tests of the desk share: contracts built by hand, and the desk with everything that ships."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from analyzer.document import Span
from analyzer.facts.values import AnnualValue
from analyzer.library import standard
from analyzer.profile import Profile
from analyzer.report import Clause
from analyzer.screening.application import Application
from analyzer.screening.contracts import Contract
from analyzer.screening.portfolio import Valuer
from analyzer.screening.sheet import screen, standard_desk


def screened(application, contracts, profile=None, *, unread=(), **changes):
    """A sheet by everything that ships; `changes` replace parts of the desk."""
    desk = replace(standard_desk(), **changes)
    return screen(application, contracts, desk, profile or Profile(), unread=unread, language="en")


def application(**answers):
    """A form with these answers: `backup_offline=True`, `contract_cap__all_capped=True`."""
    return Application("application.toml", {key.replace("__", "."): value for key, value in answers.items()})


def valuer(**changes):
    """A valuer that knows nothing of the customers."""
    return Valuer(standard(), **{"language": "en", **changes})


def contract(name="a.txt", *clauses, kind="backup", price="600", customer="Fern Ltd", **changes):
    """A contract with these clauses and no finding."""
    found = {}
    for each in clauses:
        found.setdefault(each.topic, []).append(each)
    built = Contract(
        name=name,
        path=name,
        sha256=name,
        language="en",
        kind=kind,
        provider="Atlas",
        customer=customer,
        law="FR",
        annual=_annual(price) if price else None,
        price=None,
        currency="EUR",
        part=None,
        clauses={topic: tuple(group) for topic, group in found.items()},
        faults={},
    )
    return replace(built, **changes)


@cache
def _annual(price):
    amount = Decimal(price)
    return AnnualValue(amount, "EUR", "excluded", amount, "year", None)


def clause(topic, text="the words", start=0, **attributes):
    """A found clause with these attributes."""
    span = Span(start, start + len(text))
    return Clause(topic, span, text, None, "4", None, 0.9, ("signal",), attributes)


def cap(amount):
    """A cap in money for the provider."""
    return clause(
        "liability_cap", "the cap", basis="fixed_amount", amount=f"{Decimal(amount):.2f}", currency="EUR", months=None,
        multiple=None, per="year", aggregate=True, beneficiary="provider", carve_outs=[], sub_caps=[],
    )  # fmt: skip
