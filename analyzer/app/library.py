"""The page of the clause library: search it, read it, and make it the house's own."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import streamlit as st

from analyzer.app import house, session, shell
from analyzer.app.findings import COLOURS
from analyzer.app.shell import block, plain, prose, tell
from analyzer.language.folding import fold
from analyzer.library import SEVERITIES, SIDES, FindingRule, Library, Topic
from analyzer.reports import clause_pages
from analyzer.reports import format as write
from analyzer.reports.messages import MESSAGES, count, label, say

_SUGGESTED: Final = ("protective", "balanced")


def show() -> None:
    """What Garde-fou knows, and what the house makes of it."""
    spoken = shell.language()
    opening = f"{block('h1', say('app.library.title', spoken))}{block('p', say('app.library.lead', spoken))}"
    st.html(f"<section class='opening'>{opening}</section>")
    browse, own = st.tabs([tell("app.library.browse"), tell("app.library.own")])
    with browse:
        _browse(session.library())
    with own:
        _own(house.base())
    shell.closing()


def _browse(library: Library) -> None:
    """The topics that hold the words asked for, the weightiest first."""
    spoken = shell.language()
    asked = st.text_input(
        tell("app.library.search"), placeholder=say("app.library.search.example", spoken), key="library-search"
    )
    found = [topic for topic in ordered(library) if holds(topic, asked, spoken)]
    st.caption(count("app.library.found", len(found), spoken, findings=str(sum(len(each.findings) for each in found))))
    if not found:
        st.info(tell("app.library.nothing"))
    for topic in found:
        title = plain(prose(topic.title[spoken]))
        number = plain(count("app.findings", len(topic.findings), spoken))
        drawer = st.expander(f"**{title}** · {number}", key=f"topic-{topic.id}", on_change="rerun")
        if drawer.open:
            with drawer:
                _topic(topic)


def ordered(library: Library) -> list[Topic]:
    """The topics, the weightiest first."""
    return sorted(library.topics.values(), key=lambda topic: (-topic.importance, topic.id))


def holds(topic: Topic, asked: str, spoken: str) -> bool:
    """Are all the words asked for in what the topic says, whatever their case and accents?"""
    told = [topic.id, topic.title[spoken], topic.about[spoken]]
    for rule in topic.findings:
        told += [rule.id, rule.title[spoken], rule.message[spoken], rule.why["provider"][spoken]]
        told += [law.ref for law in rule.legal_basis]
    text = _folded(" ".join(told))
    return all(word in text for word in _folded(asked).split())


def _folded(text: str) -> str:
    return fold(text.replace("’", "'")).text


def _topic(topic: Topic) -> None:
    """What counts as the topic, why it matters to whom, and its findings."""
    spoken = shell.language()
    st.html(block("p", prose(topic.about[spoken]), "why"))
    st.html(_sides(topic.why))
    for rule in sorted(topic.findings, key=lambda each: -SEVERITIES.index(each.severity)):
        with st.container(border=True, key=f"rule-{rule.id.replace('.', '-')}"):
            _rule(rule, topic)


def _sides(why: Mapping[str, Mapping[str, str]]) -> str:
    """Why it matters, a line for each side."""
    spoken = shell.language()
    lines = (
        f"<li>{block('strong', say('colon', spoken, label=say(f'page.side.{side}', spoken)))}"
        f"{block('span', prose(why[side][spoken]))}</li>"
        for side in SIDES
    )
    return f"<ul class='plain'>{''.join(lines)}</ul>"


def _rule(rule: FindingRule, topic: Topic) -> None:
    """A finding in two lines; behind them its reasons, wording and law."""
    spoken = shell.language()
    severity = plain(say(f"severity.{rule.severity}", spoken).capitalize())
    st.markdown(f":{COLOURS[rule.severity]}-badge[{severity}] **{plain(prose(rule.title[spoken]))}**")
    st.html(block("p", prose(rule.message[spoken]), "why"))
    drawer = st.expander(tell("app.library.more"), key=f"rule-more-{rule.id}", on_change="rerun")
    if drawer.open:
        with drawer:
            _details(rule, topic)


def _details(rule: FindingRule, topic: Topic) -> None:
    """Why, the wording to use, when the finding is wrong, its law."""
    spoken = shell.language()
    st.html(_sides(rule.why))
    if rule.wording:
        st.html(block("p", prose(clause_pages.mend(rule, topic, spoken)), "place"))
        _wordings(rule, topic)
    mistaken = say("colon", spoken, label=say("page.mistaken", spoken))
    st.html(f"<p class='why'>{block('strong', mistaken)}{block('span', prose(rule.known_problems[spoken]))}</p>")
    laws = "".join(block("li", prose(clause_pages.law_line(law, spoken))) for law in rule.legal_basis)
    st.html(f"<ul class='plain'>{laws}</ul>")
    st.html(block("p", rule.id, "identifier"))


def _wordings(rule: FindingRule, topic: Topic) -> None:
    """The wording in both languages and of both levels; its {parameters} are filled for a contract."""
    spoken = shell.language()
    written = sorted(topic.wordings, key=lambda each: each != spoken)
    pairs = [(each, level) for each in written for level in _SUGGESTED if level in _variants(rule, topic, each)]
    texts = {"-".join(pair): _variants(rule, topic, pair[0])[pair[1]] for pair in pairs}
    titles = {
        "-".join(pair): f"{say(f'page.variant.{pair[1]}', spoken)}, {say(f'language.{pair[0]}', spoken)}"
        for pair in pairs
    }
    chosen = st.segmented_control(
        tell("app.library.wording"),
        list(texts),
        format_func=titles.__getitem__,
        default=next(iter(texts)),
        required=True,
        key=f"library-wording-{rule.id}-{spoken}",
        label_visibility="collapsed",
    )
    text = texts[chosen]
    with st.container(key=f"wording-{rule.id.replace('.', '-')}"):
        st.code(write.typeset(text, chosen[:2]), language=None, wrap_lines=True)
    if "{" in text:
        st.caption(tell("app.library.braces"))


def _variants(rule: FindingRule, topic: Topic, written: str) -> Mapping[str, str]:
    return topic.wordings[written][rule.wording].variants


def _own(base: Library) -> None:
    """What the house changes over a library (`base`): it counts in this tab at once, and is saved as a playbook."""
    spoken = shell.language()
    st.html(block("p", say("app.library.own.lead", spoken), "why"))
    house.open_one()
    _thresholds(base)
    _severities(base)
    text = house.apply(base)
    changed = len(house.held("thresholds")) + len(house.held("severities")) + len(house.accepted())
    st.caption(count("app.library.changed", changed, spoken) if changed else tell("app.library.unchanged"))
    if house.folder():
        st.caption(count("app.house.topics", house.own_topics(), spoken, folder=plain(house.folder())))
    with st.container(horizontal=True):
        st.download_button(
            tell("app.library.save"),
            text,
            file_name="playbook.toml",
            mime="application/toml",
            icon=":material/download:",
            type="primary",
            disabled=not text,
            on_click="ignore",
            key="download-playbook",
        )
        st.button(tell("app.library.reset"), key="library-reset", on_click=house.fill, args=(None,), disabled=not text)


def _thresholds(library: Library) -> None:
    """A field for each threshold, filled with what counts."""
    spoken, shipped, held = shell.language(), library.settings["thresholds"], house.held("thresholds")
    st.markdown(f"### {tell('app.library.thresholds')}", anchors=False)
    columns = st.columns(2)
    for position, (name, amount) in enumerate(shipped.items()):
        st.session_state.setdefault(f"threshold-{name}", int(held.get(name, amount)))
        with columns[position % 2]:
            given = st.number_input(
                label("app.threshold", name, spoken),
                min_value=0,
                step=1000 if amount > 1000 else 1,
                key=f"threshold-{name}",
                help=say(f"app.threshold.{name}.help", spoken) if f"app.threshold.{name}.help" in MESSAGES else None,
                persist_state="session",
            )
        held.pop(name, None)
        if Decimal(given) != amount:
            held[name] = Decimal(given)


def _severities(library: Library) -> None:
    """A finding and the severity that it has for the house; below, all that were changed."""
    spoken, held = shell.language(), house.held("severities")
    rules = [rule for topic in ordered(library) for rule in topic.findings]
    titles = {rule.id: f"{prose(rule.title[spoken])} ({rule.id})" for rule in rules}
    named = {each: say(f"severity.{each}", spoken) for each in SEVERITIES}
    st.markdown(f"### {tell('app.library.severities')}", anchors=False)
    left, right = st.columns((3, 2), vertical_alignment="bottom")
    with left:
        chosen = st.selectbox(
            tell("app.library.finding"), list(titles), format_func=titles.__getitem__, key="severity-of"
        )
    with right:
        st.segmented_control(
            tell("app.library.severity"),
            SEVERITIES,
            format_func=named.__getitem__,
            default=held.get(chosen, library.findings[chosen].severity),
            required=True,
            key=f"severity-{chosen}",
            on_change=_set_severity,
            args=(library, chosen),
        )
    for name, severity in list(held.items()):
        with st.container(horizontal=True, vertical_alignment="center"):
            told = say(
                "app.library.differs",
                spoken,
                title=prose(library.findings[name].title[spoken]),
                shipped=named[library.findings[name].severity],
                own=named[severity],
            )
            st.text(told)
            st.button(
                tell("app.library.put_back"), key=f"put-back-{name}", type="tertiary", on_click=_put_back, args=(name,)
            )


def _set_severity(library: Library, name: str) -> None:
    given, held = st.session_state[f"severity-{name}"], house.held("severities")
    held.pop(name, None)
    if given and given != library.findings[name].severity:
        held[name] = given


def _put_back(name: str) -> None:
    house.held("severities").pop(name, None)
    st.session_state.pop(f"severity-{name}", None)
