"""The SARIF report: it follows the standard's own schema, and every region is exactly the words that it marks."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from analyzer.document import Document, Span
from analyzer.report import Evidence, Report, Suggestion
from analyzer.reports import sarif
from tests.reports.contracts import claim_case, document, evidence, hosting, unpriced

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
TEXT = "Contrat\r\n\r\n1. Objet\nLe prestataire répond de tout, 🙂 sans limite.\n"


@pytest.fixture(scope="module")
def validator():
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(*reports: Report) -> dict:
    return json.loads(sarif.render(reports))["runs"][0]


def in_text(text: str = TEXT, words: str = "répond de tout, 🙂 sans limite", **suggestion: object) -> Report:
    """A report on a text file with one finding at these words."""
    source = document(text, "contrat général.txt")
    shown = evidence(source, words)
    finding = replace(claim_case().findings[2], evidence=(shown,), suggestion=None)
    if suggestion:
        values = {"after_section": None, "after": None, "replaces": None, "parameters": {}, **suggestion}
        finding = replace(finding, suggestion=Suggestion("fr", "Plafond", "limité à 600 €", **values))
    return replace(claim_case(), document=source, clauses=(), findings=(finding,))


@pytest.mark.parametrize(
    "reports",
    [[], [unpriced()], [claim_case()], [hosting(), claim_case(), unpriced()], [in_text(after=9)]],
    ids=["none", "empty", "one", "several", "fix"],
)
def test_follows_the_schema(validator, reports):
    """Whatever is reported, the log is valid against the schema of SARIF 2.1.0."""
    assert [] == [error.message for error in validator.iter_errors(json.loads(sarif.render(reports)))]


def test_a_schema_fault_would_be_seen(validator):
    """The validator is not asleep: a level that SARIF does not know is refused."""
    log = json.loads(sarif.render([claim_case()]))
    log["runs"][0]["results"][0]["level"] = "grave"

    assert not validator.is_valid(log)


def test_levels_follow_severities():
    """Critical and high are errors, medium a warning, low a note."""
    results = run_of(claim_case(), hosting())["results"]

    assert {
        "liability_cap.missing": "error",
        "backup_by_provider.not_isolated": "error",
        "insurance.missing": "warning",
        "force_majeure.cyberattack_missing": "note",
    } == {result["ruleId"]: result["level"] for result in results}


def test_rule_index_points_at_its_rule():
    """Each result names its rule by id and by place, and each rule has help in plain text and in Markdown."""
    run = run_of(claim_case(), hosting())
    rules = run["tool"]["driver"]["rules"]

    assert [result["ruleId"] for result in run["results"]] == [
        rules[result["ruleIndex"]]["id"] for result in run["results"]
    ]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] and "helpUri" not in rule for rule in rules)


def test_region_is_the_quote():
    """Offsets are code points, lines and columns count from 1 and the end column is exclusive."""
    place = run_of(in_text())["results"][0]["locations"][0]["physicalLocation"]["region"]
    lines = TEXT.replace("\r\n", "\n").split("\n")
    quoted = "répond de tout, 🙂 sans limite"

    assert quoted == TEXT[place["charOffset"] : place["charOffset"] + place["charLength"]] == place["snippet"]["text"]
    assert quoted == lines[place["startLine"] - 1][place["startColumn"] - 1 : place["endColumn"] - 1]
    assert (4, 4) == (place["startLine"], place["endLine"])


def test_no_lines_for_a_pdf():
    """The text of a PDF is not the file: no line is claimed, the page is told."""
    result = next(
        each for each in run_of(claim_case())["results"] if each["ruleId"] == "backup_by_provider.not_isolated"
    )

    assert {"charOffset", "charLength", "snippet"} == result["locations"][0]["physicalLocation"]["region"].keys()
    assert [1] == result["properties"]["pages"]


def test_replacement_is_a_fix_of_a_text_file():
    """Applied as it stands, the fix gives the text with the suggestion in it."""
    source = document(TEXT, "contrat général.txt")
    report = in_text(replaces=evidence(source, "sans limite"))
    change = run_of(report)["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    start, length = change["deletedRegion"]["charOffset"], change["deletedRegion"]["charLength"]

    mended = TEXT[:start] + change["insertedContent"]["text"] + TEXT[start + length :]

    assert TEXT.replace("sans limite", "limité à 600 €") == mended


def test_no_fix_of_a_pdf():
    """A change of the text that was read is no change of a PDF."""
    assert not [result for result in run_of(claim_case())["results"] if "fixes" in result]


def test_accepted_is_suppressed():
    """What a playbook lives with is suppressed, with its reason."""
    report = claim_case()
    accepted = replace(report, findings=(replace(report.findings[1], accepted="signé avec l'assureur"),))

    assert [{"kind": "external", "status": "accepted", "justification": "signé avec l'assureur"}] == run_of(accepted)[
        "results"
    ][0]["suppressions"]
    assert not [result for result in run_of(report)["results"] if "suppressions" in result]


def test_fingerprint_survives_a_move():
    """Text added above, and white space within the quote, leave the fingerprint as it is; other words change it."""
    first = run_of(in_text())["results"][0]["partialFingerprints"]
    moved = run_of(in_text(f"Préambule\n\n{TEXT}"))["results"][0]["partialFingerprints"]
    wrapped = in_text(TEXT.replace("sans limite", "sans\nlimite"), "répond de tout, 🙂 sans\nlimite")
    other = run_of(in_text(words="sans limite"))["results"][0]["partialFingerprints"]

    assert first == moved == run_of(wrapped)["results"][0]["partialFingerprints"] != other


def test_same_finding_twice_is_told_apart():
    """Two results with the same words have two fingerprints."""
    report = in_text()
    twice = run_of(replace(report, findings=report.findings * 2))["results"]

    assert 2 == len({result["partialFingerprints"]["gardefou/v1"] for result in twice})


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("contrats/bail général.txt", "contrats/bail%20g%C3%A9n%C3%A9ral.txt"),
        ("/srv/a#b.txt", "file:///srv/a%23b.txt"),
    ],
)
def test_address_of_a_path(path, expected):
    """Paths are escaped, and stay relative where they were given so."""
    report = in_text()

    location = run_of(replace(report, document=replace(report.document, path=path)))["artifacts"][0]["location"]

    assert expected == location["uri"]


def test_each_part_of_one_contract_is_an_artifact():
    """Of several files judged as one, each result points into the file that its words stand in."""
    report = claim_case()
    terms = Document("terms.txt", "terms.txt", "0" * 64, "txt", "No limit.\n", ())
    finding = replace(
        report.findings[2], suggestion=None, evidence=(Evidence(Span(0, 8), None, "No limit", "terms.txt"),)
    )
    together = replace(report, documents=(report.document, terms), findings=(finding,))
    run = run_of(together)

    assert ["contracts/sauvegarde.pdf", "terms.txt"] == [each["location"]["uri"] for each in run["artifacts"]]
    assert {"uri": "terms.txt", "index": 1} == run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
