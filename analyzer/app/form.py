"""The short form for what a contract does not say: its price where it is silent, the claim, the insurance, the customer's size."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import streamlit as st

from analyzer.app import session, shell
from analyzer.app.shell import block, prose, tell
from analyzer.errors import SettingsProblem
from analyzer.facts.options import Sum, parse_sum
from analyzer.facts.values import AnnualValue
from analyzer.pipeline import Reading, Settings
from analyzer.profile import Insurance, Profile
from analyzer.report import Side
from analyzer.reports import format as write
from analyzer.reports import words
from analyzer.reports.messages import problem_sentence, say

_CUSTOMER: Final = ("turnover", "staff", "servers", "records", "downtime_days")
_PROVIDER: Final = "provider_turnover"
_INSURANCE: Final = ("limit_per_claim", "deductible")
SIDES: Final[tuple[Side, ...]] = ("provider", "customer", "insurer")
LEVELS: Final = ("protective", "balanced")


def key(name: str) -> str:
    """The session's name for a field of the form."""
    return f"form:{name}"


def prefill(given: session.Source, reading: Reading) -> None:
    """Put what was read into the fields, once; what the user then writes stays."""
    value = reading.facts.annual_value
    price = write.number(write.cents(value.amount), shell.language()) if value else ""
    if value and value.currency != "EUR":
        price = f"{price} {value.currency}"
    claim = write.number(Decimal(given.claim), shell.language()) if given.claim else ""
    for name, text in ((session.PRICE, price), (session.PRICE_READ, price), (key("claim"), claim)):
        st.session_state.setdefault(name, text)


def settings(reading: Reading) -> Settings:
    """What the fields say, as the engine's settings; a field that is no sum is told beside it and left out here."""
    customer = {name: sum_.amount for name in _CUSTOMER if (sum_ := _sum(name))}
    limit, deductible = (_sum(name) for name in _INSURANCE)
    insurance = Insurance(
        limit_per_claim=limit.amount if limit else None, deductible=deductible.amount if deductible else Decimal(0)
    )
    claim, provider = _sum("claim"), _sum(_PROVIDER)
    return Settings(
        language=shell.language(),
        annual_value=price_given(reading),
        claim=claim.amount if claim else None,
        side=st.session_state.get(key("side")) or "provider",
        level=st.session_state.get("level") or "protective",
        profile=Profile(
            customer=customer, provider={"turnover": provider.amount} if provider else {}, insurance=insurance
        ),
        playbook=session.house(),
    )


def price_given(reading: Reading) -> AnnualValue | None:
    """The yearly price where the user wrote another than the contract's."""
    given, read = _sum("price"), reading.facts.annual_value
    if given is None:
        return None
    currency = given.currency or (read.currency if read else "EUR")
    if read and (given.amount, currency) == (read.amount, read.currency):
        return None
    return AnnualValue(given.amount, currency, "unknown", given.amount, "year", None, "option")


def show(reading: Reading) -> None:
    """The fields, in the order in which a person would be asked."""
    with st.container(border=True, key="form"):
        st.markdown(f"### {tell('app.form')}", anchors=False)
        _price(reading)
        _field("claim")
        left, right = st.columns(2)
        with left:
            _field("limit_per_claim")
        with right:
            _field("turnover")
        with st.expander(tell("app.form.more")):
            _more()


def _price(reading: Reading) -> None:
    """The price, with the contract's own words under it."""
    _field("price")
    value = reading.facts.annual_value
    if value is None or value.span is None:
        st.caption(tell("app.form.price.silent"))
        return
    document = reading.sources.get("annual_value", reading.document)
    quote = write.quote(document.slice(value.span), shell.language())
    where = words.spot(
        document.page_at(value.span.start), None, shell.language(), document.name if reading.documents else ""
    )
    where = f" ({where})" if where else ""
    st.html(block("p", f"{say('app.form.price.read', shell.language())} {quote}{where}", "read"))


def _more() -> None:
    left, right = st.columns(2)
    for position, name in enumerate(("deductible", "staff", "servers", "records", "downtime_days", _PROVIDER)):
        with left if position % 2 == 0 else right:
            _field(name)
    st.selectbox(
        tell("app.form.side"),
        SIDES,
        format_func={side: tell(f"app.side.{side}") for side in SIDES}.__getitem__,
        key=key("side"),
        help=tell("app.form.side.help"),
        persist_state="session",
    )


def _field(name: str) -> None:
    label, spoken = f"app.form.{name}", shell.language()
    st.text_input(
        say(label, spoken),
        key=key(name),
        placeholder=say(f"{label}.example", spoken),
        help=say(f"{label}.help", spoken),
        persist_state="session",
    )
    try:
        _parse(name)
    except SettingsProblem as error:
        st.html(block("p", prose(problem_sentence(error, spoken)), "wrong", role="alert"))


def _sum(name: str) -> Sum | None:
    try:
        return _parse(name)
    except SettingsProblem:
        return None


def _parse(name: str) -> Sum | None:
    """The field as a sum. Raises SettingsProblem with the field's own name."""
    text = str(st.session_state.get(key(name)) or "").strip()
    return parse_sum(text, say(f"app.form.{name}", shell.language())) if text else None


def level() -> None:
    """How far the suggested wording goes."""
    st.segmented_control(
        tell("app.level"),
        LEVELS,
        format_func={each: tell(f"app.level.{each}") for each in LEVELS}.__getitem__,
        key="level",
        default="protective",
        required=True,
        help=tell("app.level.help"),
        persist_state="session",
    )
