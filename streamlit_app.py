"""The page: a contract in, what it can cost and what to write instead out. It runs on this machine and keeps nothing.

Contracts are never cached. Words of a contract are shown as plain text, never as Markdown, so that no file can draw a link or a
picture on the page.
"""

from __future__ import annotations

import re

import streamlit as st

from analyzer import analyze
from analyzer.errors import GardefouError
from analyzer.report import SEVERITIES, Finding, Report
from analyzer.reports.format import iso_day, money, multiple
from analyzer.reports.text import verdict, worst

WORDS = {
    "fr": {
        "lead": "Ce que ce contrat peut coûter au prestataire, pourquoi, et ce qu’il faut écrire à la place.",
        "not_advice": "Garde-fou n’est pas un conseil juridique. Faites relire toute modification par un avocat.",
        "file": "Contrat (Word, PDF, texte ou Markdown)",
        "price": "Prix annuel HT, s’il n’est pas dans le contrat",
        "claim": "Réclamation reçue ou redoutée",
        "currency": "Monnaie",
        "start": "Déposez un contrat : il est lu sur cette machine et n’est pas conservé.",
        "reading": "Lecture du contrat…",
        "annual": "Prix annuel",
        "unknown": "non indiqué",
        "now": "À payer au plus",
        "after": "Avec les clauses proposées",
        "grade": "Note",
        "times": "{} fois le prix annuel",
        "ceiling": "Au plus ce que le contrat laisse passer si le prestataire est tenu pour responsable de toute la perte.",
        "findings": "Constats",
        "none": "Aucun constat : les clauses attendues sont là.",
        "quote": "Dans le contrat",
        "page": "page {}",
        "wording": "Rédaction proposée",
        "checked": "vérifié le {}",
        "recalled": "à vérifier par un avocat",
        "wrong": "Quand ce constat se trompe",
        "critical": "Critique",
        "high": "Élevé",
        "medium": "Moyen",
        "low": "Faible",
    },
    "en": {
        "lead": "What this contract can cost its provider, why, and what to write instead.",
        "not_advice": "Garde-fou is not legal advice. Have a lawyer read every change.",
        "file": "Contract (Word, PDF, text or Markdown)",
        "price": "Yearly price excluding VAT, if the contract does not say it",
        "claim": "A claim received or feared",
        "currency": "Currency",
        "start": "Drop a contract here: it is read on this machine and is not kept.",
        "reading": "Reading the contract…",
        "annual": "Yearly price",
        "unknown": "not stated",
        "now": "Payable at most",
        "after": "With the suggested clauses",
        "grade": "Grade",
        "times": "{} times the yearly price",
        "ceiling": "At most what the contract lets through if the provider is held liable for the whole loss.",
        "findings": "Findings",
        "none": "No finding: the clauses expected are there.",
        "quote": "In the contract",
        "page": "page {}",
        "wording": "Suggested wording",
        "checked": "checked on {}",
        "recalled": "to be checked by a lawyer",
        "wrong": "When this finding is wrong",
        "critical": "Critical",
        "high": "High",
        "medium": "Medium",
        "low": "Low",
    },
}
COLOURS = {"critical": "red", "high": "orange", "medium": "blue", "low": "gray"}
CURRENCIES = ("EUR", "GBP", "USD", "CHF", "CAD")


def plain(text: str) -> str:
    """The text with every sign that Markdown would act on made literal."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def show_verdict(report: Report, say: dict[str, str]) -> None:
    """What the contract can cost, in a sentence; yearly price, the heaviest loss now and after the fix, grade."""
    exposure, language = report.exposure, report.language
    if exposure.scenarios:  # the headline alone: what follows it speaks of the command's options
        st.markdown(f"**{plain(verdict(report)[0])}**")
    price, now, after, grade = st.columns(4)
    value = exposure.annual_value
    price.metric(say["annual"], say["unknown"] if value is None else money(value, exposure.currency, language))
    grade.metric(say["grade"], f"{report.score.grade} · {report.score.value}/100")
    scenario = worst(report)
    if scenario is None:
        return
    for cell, label, payable, times in (
        (now, "now", scenario.payable_now, scenario.multiple_now),
        (after, "after", scenario.payable_after_fix, scenario.multiple_after_fix),
    ):
        if payable is not None:
            cell.metric(say[label], money(payable, exposure.currency, language))
        if times is not None:
            cell.caption(say["times"].format(multiple(times, language)))
    st.caption(say["ceiling"])


def show_finding(finding: Finding, language: str, say: dict[str, str]) -> None:
    """One finding: the fault, its reasons, the contract's words, the wording to use, the law."""
    with st.expander(f":{COLOURS[finding.severity]}[{say[finding.severity]}] · {plain(finding.title)}"):
        st.markdown(f"**{plain(finding.message)}**")
        st.markdown(plain(finding.why))
        for evidence in finding.evidence:
            st.caption(say["quote"] + (f" ({say['page'].format(evidence.page)})" if evidence.page else ""))
            st.text(evidence.quote)
        if finding.suggestion:
            st.caption(f"{say['wording']} · {plain(finding.suggestion.title)}")
            st.code(finding.suggestion.text, language=None, wrap_lines=True)
        for basis in finding.legal_basis:
            checked = (
                say["checked"].format(iso_day(basis.checked_on, language)) if basis.mark == "V" else say["recalled"]
            )
            st.caption(f"{plain(basis.ref)} · {plain(basis.note)} ({checked})")
        if finding.known_problems:
            st.caption(f"{say['wrong']} · {plain(finding.known_problems)}")
        st.caption(f"`{finding.id}`")


st.set_page_config(page_title="Garde-fou", layout="centered")
language = st.radio(
    "Langue / Language",
    ("fr", "en"),
    format_func={"fr": "Français", "en": "English"}.__getitem__,
    horizontal=True,
    label_visibility="collapsed",
    key="language",
)
say = WORDS[language]
st.title("Garde-fou")
st.markdown(say["lead"])

upload = st.file_uploader(say["file"], type=["docx", "pdf", "txt", "md"], key="contract")
left, middle, right = st.columns((3, 1, 3), vertical_alignment="bottom")
price = left.number_input(say["price"], min_value=0.0, value=None, step=100.0, format="%.2f", key="price")
currency = middle.selectbox(say["currency"], CURRENCIES, key="currency")
claim = right.number_input(say["claim"], min_value=0.0, value=None, step=1000.0, format="%.2f", key="claim")

if upload is None:
    st.info(say["start"])
    st.caption(say["not_advice"])
    st.stop()

try:
    with st.spinner(say["reading"]):
        report = analyze(
            upload.getvalue(),
            name=upload.name,
            language=language,
            annual_value=f"{price:.2f} {currency}" if price else None,
            claim=f"{claim:.2f}" if claim else None,
        )
except GardefouError as error:
    st.error(plain(str(error)))
    st.stop()

show_verdict(report, say)
st.subheader(f"{say['findings']} · {len(report.findings)}")
if not report.findings:
    st.success(say["none"])
for severity in reversed(SEVERITIES):
    for finding in report.findings:
        if finding.severity == severity:
            show_finding(finding, language, say)
st.caption(say["not_advice"])
