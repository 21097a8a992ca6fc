"""The HTML report: one file that fetches nothing, runs nothing and says what the report says.

UPDATE_SNAPSHOTS=1 writes two of them again.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as parser

from analyzer.reports import html
from tests.reports.contracts import claim_case, document, evidence, hosting, unpriced

SNAPSHOTS = Path(__file__).parent / "snapshots"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>&quot;"


def tree(page: str):
    return parser.document_fromstring(page)


@pytest.mark.parametrize(("name", "build"), [("claim_case.fr", claim_case), ("hosting.en", hosting)])
def test_whole_page(name, build):
    """A page is the same to the byte until somebody means to change it."""
    written = html.render(build()).encode()
    path = SNAPSHOTS / f"{name}.html"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_bytes(written)

    assert path.read_bytes().decode() == written.decode()


@pytest.mark.parametrize("build", [claim_case, hosting, unpriced])
def test_nothing_is_fetched_or_run(build):
    """No script, no frame, no picture, no style sheet, no font from elsewhere; only links that somebody may follow."""
    page = tree(html.render(build()))

    assert [] == page.xpath("//script | //iframe | //img | //link | //object | //embed | //form | //@src | //@style")
    assert {"a"} >= {element.tag for element in page.xpath("//*[@href]")}
    assert not re.search(r"url\(|@import|@font-face", page.xpath("string(//style)"))
    assert ["default-src 'none'; style-src 'unsafe-inline'"] == page.xpath(
        "//meta[@http-equiv='Content-Security-Policy']/@content"
    )


def test_words_of_a_contract_are_words():
    """A name, a quote, a party and a wording that look like markup are shown and never act."""
    source = document(f"Avant {HOSTILE} après", f"{HOSTILE}.txt")
    report = claim_case()
    finding = replace(
        report.findings[2],
        evidence=(evidence(source, HOSTILE),),
        message=HOSTILE,
        suggestion=replace(report.findings[2].suggestion, text=HOSTILE, replaces=evidence(source, HOSTILE)),
    )
    party = replace(report.facts.provider, name=HOSTILE)
    facts = replace(report.facts, provider=party, annual_value=None)
    hostile = replace(report, document=source, findings=(finding,), clauses=(), facts=facts)
    page = tree(html.render(hostile, source))

    assert [] == page.xpath("//script | //img")
    assert HOSTILE in page.xpath("string(//dl)")
    assert 4 <= page.xpath("string(//main)").count("alert(1)")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_says_what_the_report_says(language):
    """Verdict, sums, findings by severity, quote, page, law with its mark, wording, known problems and the warning are all there."""
    page = tree(html.render(replace(claim_case(), language=language)))
    seen = page.xpath("string(//main)")

    assert "66,24 fois" in seen if language == "fr" else "66.24 times" in seen
    assert [
        "liability_cap.missing",
        "backup_by_provider.not_isolated",
        "force_majeure.cyberattack_missing",
    ] == page.xpath("//span[@class='id']/text()")
    for words in (
        "sur un disque connecté en permanence",
        "page 1",
        "Code civil, art. 1170",
        "sur un disque déconnecté après chaque copie",
        "L’isolement peut être décrit dans une annexe technique.",
    ):
        assert words in seen
    assert ("avis juridique" if language == "fr" else "not legal advice") in seen


def test_no_option_of_the_command():
    """Whoever is handed the page has no command line: no sentence speaks of one."""
    report = claim_case()
    scenario = replace(report.exposure.scenarios[0], multiple_now=None, multiple_after_fix=None)
    unknown = replace(report, part="order", exposure=replace(report.exposure, annual_value=None, scenarios=(scenario,)))

    for each in (unknown, unpriced(), hosting()):
        assert "--" not in tree(html.render(each)).xpath("string(//main)")


@pytest.mark.parametrize("build", [claim_case, hosting])
def test_is_readable_by_ear(build):
    """Language, title, one first heading, no level left out, tables with scopes and captions, names for what has no words."""
    page = tree(html.render(build()))
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5")]

    assert build().language == page.get("lang")
    assert page.xpath("string(//title)").strip()
    assert 1 == levels.count(1) == levels[0]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert [] == page.xpath("//table[not(caption) and not(ancestor::nav)] | //th[not(@scope)]")
    assert [] == page.xpath("//section[not(@aria-label)] | //*[@role='img'][not(@aria-label)]")
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))


def test_wording_keeps_its_own_language():
    """An English page on a French contract says so of the French words in it."""
    page = tree(html.render(replace(claim_case(), language="en")))

    assert {"fr"} == set(page.xpath("//p[@class='clause']/@lang | //blockquote/span[1]/@lang"))


def test_document_is_shown_with_its_passages():
    """With the document its whole text follows, and each quote leads to its marked words."""
    report = claim_case()
    page = tree(html.render(report, report.document))
    links = page.xpath("//blockquote//a/@href")

    assert report.document.text == page.xpath("string(//div[@class='text'])")
    assert ["sur un disque connecté en permanence"] == [
        page.xpath("string(//*[@id=$name])", name=link.removeprefix("#")) for link in links
    ]


def test_passages_that_overlap_are_marked_once():
    """Quotes within quotes double no word of the contract and keep a place each."""
    report = claim_case()
    source = report.document
    inner, outer = evidence(source, "un disque connecté"), evidence(source, "sur un disque connecté en permanence")
    findings = (replace(report.findings[2], evidence=(inner, outer)),)
    page = tree(html.render(replace(report, findings=findings), source))

    assert source.text == page.xpath("string(//div[@class='text'])")
    assert {link.removeprefix("#") for link in page.xpath("//blockquote//a/@href")} == set(page.xpath("//mark/@id"))


def test_several_contracts_are_one_page():
    """A list of contents leads to each contract, whose own language is marked."""
    page = tree(html.render_all([claim_case(), hosting()]))

    assert ["#c1", "#c2"] == page.xpath("//nav//a/@href")
    assert ["fr", "en"] == page.xpath("//article[contains(@class, 'contract')]/@lang")
    assert 1 == len(page.xpath("//h1"))


def test_bars_follow_the_sums():
    """The largest sum fills its bar, the others are to its scale."""
    widths = [
        float(width.rstrip("%")) for width in tree(html.render(claim_case())).xpath("//rect[@class!='track']/@width")
    ]

    assert [100.0, 100.0, 100.0, 25.16] == widths


def test_accepted_finding_says_why():
    """What a playbook lives with stays on the page, with its reason."""
    report = claim_case()
    accepted = replace(report, findings=(replace(report.findings[1], accepted="signé avec l'assureur"),))

    assert "Accepté par votre playbook\u202f: signé avec l'assureur" in tree(html.render(accepted)).xpath(
        "string(//main)"
    )


def test_french_typography_of_the_page():
    """No typewriter apostrophe in our own sentences, no ordinary space before a high sign."""
    seen = tree(html.render(claim_case()))
    ours = " ".join(seen.xpath("//p[not(@class='clause')]//text()[not(ancestor::blockquote)]"))

    assert [] == re.findall(r"\w'\w+|[ \u00a0][;:!?]", ours)
