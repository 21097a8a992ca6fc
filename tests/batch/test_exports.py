from __future__ import annotations

import copy
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from analyzer import analyze
from analyzer.batch.exports import export
from analyzer.batch.failures import failure
from analyzer.batch.judging import Task, judge
from analyzer.batch.orders import order_of, rules_of
from analyzer.batch.store import Store, Work
from analyzer.batch.writers import Context
from analyzer.library import standard
from analyzer.reports.summary import next_end, summarise
from analyzer.reports.xlsx import Workbook
from analyzer.reports.xlsx_sheet import Column, Sheet, Styles
from tests.batch.contracts import contract

TODAY = date(2026, 11, 29)
TITLES = {
    language: {topic.id: topic.title[language] for topic in standard().topics.values()} for language in ("fr", "en")
}


def _report(number: int, **options) -> dict:
    return analyze(contract(number).encode(), name=f"contrat-{number}.txt", **options).to_dict()


@pytest.fixture(scope="module")
def reports() -> list[dict]:
    """With a cap of 1 000, without one, and a claim over both."""
    return [_report(0, claim="39746.41"), _report(1, claim="39746.41"), _report(2, claim="39746.41")]


def _book(reports, language="en", **more):
    target = io.BytesIO()
    book = Workbook(target, language, TITLES[language], TODAY)
    for report in reports:
        book.add(report, report["document"]["path"])
    book.add_failure(failure("archive_link", "room.zip/=cmd|x"))
    for change in more.get("changes", ()):
        book.add_change(*change)
    book.close()
    return openpyxl.load_workbook(target)


def _rows(sheet) -> list[dict]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_first_sheet_ranks_by_what_is_uninsured(reports):
    """The contract without a cap first; the one that is capped at 1 000 last, whatever the order in which they came."""
    rows = _rows(_book(reports).worksheets[0])

    assert ["contrat-1.txt", "contrat-2.txt", "contrat-0.txt"] == [row["Contract"] for row in rows]
    assert [1, 2, 3] == [row["Rank"] for row in rows]
    assert [39746.41, 1000] == [rows[0]["Of which uninsured"], rows[2]["Of which uninsured"]]
    assert [612, 64.95] == [rows[0]["Price a year"], rows[0]["Times the yearly price"]]
    assert ["not given", "yes"] == [rows[0]["Insurance"], rows[0]["Renews by itself"]]
    assert date(2027, 3, 2) == rows[0]["Next end of term"].date()


def test_insurance_of_a_profile_counts(tmp_path):
    """Only what the policy leaves is uninsured."""
    profile = tmp_path / "profile.toml"
    profile.write_text("[insurance]\nlimit_per_claim = 30000\ndeductible = 1500\n")
    (row,) = _rows(_book([_report(1, claim="39746.41", profile=profile)]).worksheets[0])

    assert [11246.41, "taken into account"] == [row["Of which uninsured"], row["Insurance"]]


def test_topics_by_contract(reports):
    """The gravest finding's word, "there" without a finding, nothing where the contract is silent and need not speak."""
    rows = _rows(_book(reports).worksheets[1])
    cap = TITLES["en"]["liability_cap"]

    assert "critical" == rows[1][cap]
    assert "there" == rows[0][TITLES["en"]["governing_law"]]
    assert rows[0][TITLES["en"]["joint_liability"]] is None


def test_findings_with_quotes_and_places(reports):
    """Every finding is a row with its quote, its section and its words; the gravest of each contract first."""
    rows = [row for row in _rows(_book(reports).worksheets[2]) if row["Contract"] == "contrat-1.txt"]
    missing = next(row for row in rows if row["Id"] == "liability_cap.missing")

    assert len(reports[1]["findings"]) == len(rows)
    assert "critical" == rows[0]["Severity"]
    assert "51,00 € HT par mois" in missing["What the contract says"]
    assert missing["Section"] == "2"


def test_accepted_finding_is_a_row_with_its_reason(tmp_path):
    """It comes last of its contract, is in no count, and makes its topic "accepted"."""
    house = tmp_path / "house.toml"
    house.write_text('[[accept]]\nid = "liability_cap.missing"\nreason = "Old customer"\nuntil = 2099-01-01\n')
    plain, accepted = _book([_report(1)]), _book([_report(1, playbook=house)])
    last = _rows(accepted.worksheets[2])[-1]

    assert ["liability_cap.missing", "Old customer (until 1\u00a0January\u00a02099)"] == [last["Id"], last["Accepted"]]
    counts = [
        (_rows(book.worksheets[0])[0]["Critical"], _rows(book.worksheets[0])[0]["Accepted"])
        for book in (plain, accepted)
    ]
    assert counts[0][0] == counts[1][0] + 1
    assert [0, 1] == [count[1] for count in counts]
    assert "accepted" == _rows(accepted.worksheets[1])[0][TITLES["en"]["liability_cap"]]


def _formulas(book) -> Iterator[str]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell.coordinate for cell in row if cell.data_type == "f" or cell.hyperlink)


@pytest.mark.parametrize(
    "beginning", ['=HYPERLINK("http://x")', "+1+1", "-1", "@SUM(1)", "\t=1", "http://x.example", "{=1}"]
)
def test_no_text_of_a_contract_is_a_formula(reports, beginning):
    """Whatever a name, a path, a quote or a reason begins with, its cell is a text that is shown as it is."""
    report = copy.deepcopy(reports[1])
    report["contract"]["customer"] = beginning
    for finding in report["findings"]:
        finding["message"] = finding["why"] = finding["title"] = beginning
        finding["accepted"] = {"reason": beginning, "until": None}
        for evidence in finding["evidence"]:
            evidence["quote"] = beginning
    report["document"]["path"] = beginning
    book = _book([report], changes=[(beginning, "new", beginning, "high", beginning, beginning)])

    assert [] == list(_formulas(book))
    assert beginning.strip() == _rows(book.worksheets[0])[0]["Customer"]


def test_both_languages(reports):
    """Sheets, columns and cells are in the language asked for."""
    changes = [("a.txt", "cleared", "Aucun plafond", "critical", "avant", None)]
    french = _book(reports, "fr", changes=changes)

    assert [
        "À renégocier d’abord",
        "Sujets par contrat",
        "Constats",
        "Sans résultat",
        "Changements",
        "À lire",
    ] == french.sheetnames
    assert "oui" == _rows(french.worksheets[0])[0]["Reconduction tacite"]
    assert ["constat levé", "critique"] == [_rows(french["Changements"])[0][name] for name in ("Changement", "Gravité")]
    assert (
        "Cette entrée de l’archive est un lien, pas un fichier."
        == _rows(french["Sans résultat"])[0]["Ce qui ne va pas"]
    )
    assert any(
        "n’est pas un avis juridique" in row[0] for row in french["À lire"].iter_rows(values_only=True) if row[0]
    )


def test_header_is_frozen_and_filtered_and_words_have_colours(reports):
    """Every table keeps its head in view and has filters; grades and severities have a colour that goes with the word."""
    book = _book(reports)
    first = book.worksheets[0]
    colours = {rule.formula[0] for ranges in first.conditional_formatting for rule in ranges.rules if rule.formula}

    assert ["C2", "B2", "B2", "B2"] == [sheet.freeze_panes for sheet in book.worksheets[:4]]
    assert "A1:V4" == first.auto_filter.ref
    assert {'"A"', '"E"', '"yes"'} <= colours


def test_more_rows_than_a_sheet_holds():
    """A table that is too long goes on in a second sheet, with its head."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = Sheet(Styles(book, "en"), "Findings", [Column("No", 8, "count")], rows=4)
    for number in range(7):
        sheet.add([number])
    sheet.close()
    book.close()
    read = openpyxl.load_workbook(target)

    assert ["Findings", "Findings 2", "Findings 3"] == read.sheetnames
    assert [[0, 1, 2], [3, 4, 5], [6]] == [[row["No"] for row in _rows(part)] for part in read.worksheets]


def test_rows_on_the_disk_leave_no_trace_in_memory(tmp_path):
    """Written to a folder, a long table keeps its heights in the file and not in memory."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(tmp_path / "x.xlsx"), {"constant_memory": True, "tmpdir": str(tmp_path)})
    sheet = Sheet(Styles(book, "en"), "Findings", [Column("Text", 20, "wrapped")])
    for _ in range(500):
        sheet.add(["a long text that needs several lines of its cell"])
    held = len(sheet._sheet.row_info)
    sheet.close()
    book.close()
    read = openpyxl.load_workbook(tmp_path / "x.xlsx").active

    assert held < 5
    assert [41.25, 41.25] == [read.row_dimensions[row].height for row in (2, 501)]


@pytest.mark.parametrize(
    ("expected", "signed", "months", "renews"),
    [
        (date(2027, 3, 2), date(2017, 3, 2), 12, True),
        (date(2027, 3, 2), date(2017, 3, 2), 36, True),
        (date(2027, 1, 2), date(2017, 3, 2), 1 + 9, False),
        (date(2026, 12, 2), date(2026, 9, 2), 3, True),
        (date(2027, 2, 28), date(2024, 2, 29), 36, None),
        (None, None, 12, True),
        (None, date(2017, 3, 2), None, True),
    ],
)
def test_next_end_of_a_term(expected, signed, months, renews):
    """The first end to come: yearly after the first term of a contract that renews itself; none where the contract does not say enough."""
    today = date(2016, 1, 1) if expected == date(2027, 1, 2) else TODAY
    signed = date(2026, 3, 2) if expected == date(2027, 1, 2) else signed

    assert expected == next_end(signed, months, renews, today)


def test_line_without_a_loss():
    """A contract for which no loss is priced has no stake and nothing uninsured."""
    report = _report(0)
    report["exposure"]["scenarios"] = []
    line = summarise(report, "a.txt", TODAY)

    assert (None, 0) == (line.stake, line.uninsured)


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> Path:
    """A run of three contracts, one of them under two paths, with every export."""
    folder = tmp_path_factory.mktemp("out")
    rules = rules_of(order_of(None, None, claim="39746.41").settings())
    with Store(folder, create=True) as store:
        run = store.start_run(*rules.digests)
        for number, path in ((0, "a/é & <b>.txt"), (1, "b.txt"), (2, "c.md")):
            data = contract(number).encode()
            import hashlib

            work = Work(f"key{number}-0123456789", path, "/nowhere", (), hashlib.sha256(data).hexdigest())
            outcome = judge(Task(work, data), rules, ("html", "sarif"))
            store.add(run, path, work.place, (), work.sha256, work.key)
            store.keep(work, *rules.digests, outcome.report, outcome.seconds, outcome.pages)
        store.add(run, "copy/c.md", "/nowhere", (), "x", "key2-0123456789")
        store.add_failure(run, failure("archive_link", "<script>alert(1)</script>.zip"))
        store.finish_run(run)
        export(store, run, ("jsonl", "html", "sarif", "parquet"), Context("fr", TITLES["fr"], TODAY, store.page))
    return folder


def test_sarif_of_a_batch_is_one_valid_run(exported):
    """Valid SARIF 2.1.0; every result points to its own rule and its own file, also under a second path."""
    log = json.loads((exported / "results.sarif").read_text(encoding="utf-8"))
    schema = json.loads(
        (Path(__file__).parents[1] / "reports/schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
    )
    jsonschema.Draft7Validator(schema).validate(log)
    (run,) = log["runs"]
    rules, files = run["tool"]["driver"]["rules"], [each["location"]["uri"] for each in run["artifacts"]]
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run["results"]]

    assert ["a/%C3%A9%20%26%20%3Cb%3E.txt", "b.txt", "c.md", "copy/c.md"] == files
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert all(files[place["index"]] == place["uri"] for place in places)
    assert {place["uri"] for place in places} == set(files)


def test_html_index_leads_to_every_report(exported):
    """Each contract is a link to its page, the most exposed first; names are escaped and no script is there."""
    import re
    from html import unescape

    page = (exported / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', page)

    assert ["b.txt", "c.md", "copy/c.md", "a/é & <b>.txt"] == [unescape(name) for _, name in links]
    assert all("Rapport sur le contrat" in (exported / link).read_text(encoding="utf-8") for link, _ in links)
    assert "<script" not in page
    assert "39\u202f746,41\u00a0€" in page


def test_parquet_of_a_batch(exported):
    """A row a contract, with sums as decimals and findings inside."""
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(exported / "results.parquet").to_pylist()

    assert ["a/é & <b>.txt", "b.txt", "c.md", "copy/c.md"] == [row["path"] for row in rows]
    assert ["600.00", "39746.41"] == [str(rows[0]["annual_value"]), str(rows[1]["payable_now"])]
    assert "liability_cap.missing" in [finding["id"] for finding in rows[1]["findings"]]


def test_page_is_that_of_a_check(exported, tmp_path, monkeypatch, capsys):
    """The page of a contract is what `check --format html` writes."""
    from analyzer.cli import run

    (tmp_path / "b.txt").write_bytes(contract(1).encode())
    monkeypatch.chdir(tmp_path)
    run(["check", "b.txt", "--claim", "39746.41", "--format", "html"])

    assert capsys.readouterr().out == next((exported / "reports").glob("b-txt-*")).read_text(encoding="utf-8")
