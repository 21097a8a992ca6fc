"""Where changes stand in a Word file, in what style and with which number; how their XML is ordered."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from analyzer.pipeline import Settings
from analyzer.readers import read
from analyzer.readers.docx.package import W
from analyzer.redline.tracking import AUTHOR
from tests.contracts.build import change, deleted, docx, p, run, styles, table
from tests.redline.contracts import CONTRACTS, OTHERS, ROOT, fixed, fixed_file, mended
from tests.redline.ecma376 import faults
from tests.redline.tracked import accepted, body, packed, parts, rejected

CLAIM_CASE = ROOT / "samples" / "600-euros-par-an.docx"
MSA = ROOT / "samples" / "managed-services-agreement.docx"


def _lines(data: bytes) -> list[str]:
    return read(data).text.splitlines()


def test_a_clause_joins_its_article_with_the_next_number() -> None:
    """What is said of backups comes last in the backup provider's article; no number that was there moves."""
    before, after = _lines(CLAIM_CASE.read_bytes()), _lines(mended(CLAIM_CASE))
    place = next(index for index, line in enumerate(after) if line.startswith("3.5 "))

    assert after[place - 1] == next(line for line in before if line.startswith("3.4 "))
    assert after[place].startswith("3.5 Le Prestataire conserve au moins une copie de sauvegarde hors ligne")
    assert [line for line in before if not line.startswith("3.2 ")] == [line for line in after if line in before]


def test_a_new_article_comes_before_the_signatures_with_its_title() -> None:
    """« Article 13 – Limitation de responsabilité », then 13.1, in the styles of the articles before it."""
    after = _lines(mended(CLAIM_CASE))
    place = after.index("Article 13 – Limitation de responsabilité")

    assert after[place + 1].startswith("13.1 La responsabilité totale du Prestataire")
    assert place < next(index for index, line in enumerate(after) if line.startswith("Fait à Nantes"))


def test_a_new_paragraph_has_its_neighbours_style() -> None:
    """The inserted clause is of the style of the clause before it."""
    inserted = [each for each in body(mended(MSA)).iter(W + "p") if "offline, disconnected" in "".join(each.itertext())]

    assert ["Clause"] == [each.find(f"{W}pPr/{W}pStyle").get(W + "val") for each in inserted]


def test_one_replacement_for_several_places() -> None:
    """Passages that call it a result are struck, the new text stands once, a clause left empty says so."""
    clauses = ["1. Service", "1.1 The Host hosts the Customer’s servers.", "1.2 The Host owes an obligation of result.",
               "2. Law", "2.1 The Host’s obligations are obligations of result.",
               "2.2 This Agreement is governed by the laws of England and Wales."]  # fmt: skip
    data = docx(p("HOSTING AGREEMENT", style="Titre") + "".join(map(p, clauses)), styles=styles("en-GB"))
    text = read(fixed(data, Settings(select=("obligation_of_result",))).data or b"").text

    assert 1 == text.count("reasonable skill and care of a professional")
    assert "of result" not in text
    assert "2.1 [Deleted]" in text


def test_a_promise_that_is_sold_stays() -> None:
    """The level of service is left with its figure; the wording that makes it a target is added once."""
    text = read(mended(MSA)).text

    assert 1 == text.count("reasonable skill and care of a professional")
    assert "99.9%" in text


def test_typed_numbers_go_on() -> None:
    """Where numbers are typed the new paragraph's number is typed too, after the same tab."""
    clauses = ["1. Purpose", "1.1\tThe Supplier backs up the Customer’s servers every night.", "2. Law",
               "2.1\tThis Agreement is governed by the laws of England and Wales."]  # fmt: skip
    content = [
        p(*(part if part != "\t" else "<w:r><w:tab/></w:r>" for part in line.partition("\t") if part))
        for line in clauses
    ]
    data = docx(p("BACKUP AGREEMENT", style="Titre") + "".join(content), styles=styles("en-GB"))
    text = read(fixed(data, Settings(select=("backup_by_provider.not_isolated", "liability_cap"))).data or b"").text

    assert "\n1.2\tThe Supplier keeps at least one backup copy offline" in text
    assert "\n3. Limitation of liability\n3.1\tThe total aggregate liability" in text


def test_formatting_is_kept_run_by_run() -> None:
    """Struck runs keep their own formatting; the part of a run that stays is parted from what goes."""
    data = docx(
        p("HOSTING AGREEMENT", style="Titre")
        + p("1. The Host hosts the Customer’s servers. ", run("The Host ", "<w:b/>"), run("owes", "<w:i/>"),
            run(" an obligation of result. It may refuse orders.")),
        styles=styles("en-GB"),
    )  # fmt: skip
    result = fixed(data, Settings(select=("obligation_of_result",))).data or b""
    struck = {
        "".join(run.itertext()): [each.tag.removeprefix(W) for each in run.find(W + "rPr") if each is not None]
        if run.find(W + "rPr") is not None else []
        for run in body(result).iterfind(f".//{W}del/{W}r")
    }  # fmt: skip

    assert ["b"] == struck["The Host "]
    assert ["i"] == struck["owes"]
    assert "It may refuse orders." in read(accepted(result)).text
    assert read(data).text == read(rejected(result)).text


def test_words_in_anothers_insertion_are_struck_inside_it() -> None:
    """A deletion inside another author's insertion stays inside it; our text stands beside it, under our name."""
    theirs = change("ins", run("The Supplier owes an obligation of result. It works."), "Ann")
    data = docx(
        p("HOSTING AGREEMENT", style="Titre") + p("1. ", theirs, deleted("Gone.", "Bob")), styles=styles("en-GB")
    )
    result = fixed(data, Settings(select=("obligation_of_result",))).data or b""
    outer = [
        each.getparent().get(W + "author")
        for each in body(result).iter(W + "del")
        if each.get(W + "author") == "Garde-fou"
    ]

    assert ["Ann"] == outer
    assert not body(result).findall(f".//{W}ins/{W}ins")
    assert read(data).text == read(rejected(result)).text
    assert read(accepted(result)).text.endswith("It works.")


@pytest.mark.parametrize("audience", ["counterparty", "internal"])
@pytest.mark.parametrize("path", CONTRACTS, ids=[path.name for path in CONTRACTS])
def test_xml_is_as_the_standard_says(path: Path, audience: str) -> None:
    """Document, comments, headers, content types and relationships hold no fault of ECMA-376 that the contract had not."""
    before, after = path.read_bytes(), mended(path, audience=audience)  # type: ignore[arg-type]

    assert set() == faults(after) - faults(before)


@pytest.mark.parametrize("path", OTHERS, ids=[path.name for path in OTHERS])
def test_an_amendment_is_as_the_standard_says(path: Path) -> None:
    """What we write from nothing holds no fault at all."""
    data = fixed_file(path).data

    assert data
    assert set() == faults(data)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (p("a").replace("<w:pPr></w:pPr><w:r>", "<w:r>").replace("</w:p>", "<w:pPr/></w:p>"), "pPr too late in p"),
        (p("a", more='<w:jc w:val="left"/><w:keepNext/>'), "keepNext too late in pPr"),
        (p("<w:r><w:numPr/><w:t>a</w:t></w:r>"), "numPr in r"),
        (p("<w:del w:id='1' w:author='A'><w:r><w:t>a</w:t></w:r></w:del>"), "t in del"),
        (p("<w:ins w:author='A'><w:r><w:t>a</w:t></w:r></w:ins>"), "ins without id"),
        (table(["<w:tbl/>"]), "tc does not end with a p"),
    ],
)
def test_a_fault_is_seen(wrong: str, fault: str) -> None:
    """The check of the standard finds what Word would refuse or repair."""
    assert fault in faults(docx(wrong, styles=styles("en-GB")))


@pytest.mark.parametrize("path", CONTRACTS, ids=[path.name for path in CONTRACTS])
def test_ids_of_changes_are_used_once(path: Path) -> None:
    """No two of our changes share an id, and none has one that was there."""
    ids = [
        each.get(W + "id") for each in body(mended(path)).iter(W + "ins", W + "del") if each.get(W + "author") == AUTHOR
    ]
    others = {each.get(W + "id") for each in body(path.read_bytes()).iter(W + "ins", W + "del")}

    assert len(ids) == len({*ids} - others)


@pytest.mark.parametrize("path", CONTRACTS, ids=[path.name for path in CONTRACTS])
def test_every_comment_is_anchored_once(path: Path) -> None:
    """A comment of comments.xml has its beginning, its end behind it and one reference."""
    root, files = body(mended(path)), parts(mended(path))
    if "word/comments.xml" not in files:
        return
    comments = [each.get(W + "id") for each in etree.fromstring(files["word/comments.xml"])]
    marks = [(each.tag.removeprefix(W), each.get(W + "id")) for each in root.iter() if "omment" in str(each.tag)]
    for number in comments:
        assert ["commentRangeStart", "commentRangeEnd", "commentReference"] == [
            tag for tag, id_ in marks if id_ == number
        ]


def test_internal_files_say_so_on_every_page() -> None:
    """The header of each section carries INTERNE; the file for the other party does not."""
    inside, outside = parts(mended(CLAIM_CASE, audience="internal")), parts(mended(CLAIM_CASE))
    headers = [each for name, each in inside.items() if "header" in name and name.endswith(".xml")]

    assert headers
    assert all("INTERNE" in each.decode() for each in headers)
    assert not any("INTERNE" in each.decode(errors="ignore") for each in outside.values())


def test_a_strict_file_stays_strict() -> None:
    """A file in the strict dialect of Open XML keeps its namespaces in every part that is written, and holds the changes."""
    usual = docx(
        p("HOSTING AGREEMENT", style="Titre")
        + p("1. The Host hosts the Customer's servers and guarantees that they are available 99.9% of the time."),
        styles=styles("en-GB"),
    )
    dialects = [
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ]
    strict = packed({name: replaced(content, dialects) for name, content in parts(usual).items()})
    result = fixed(strict, Settings(select=("obligation_of_result",)), audience="internal").data or b""

    assert not [name for name, content in parts(result).items() if any(old in content for old, _ in dialects)]
    assert "reasonable skill and care" in read(result).text
    assert read(result).text == read(fixed(usual, Settings(select=("obligation_of_result",))).data or b"").text


def replaced(content: bytes, pairs: list[tuple[bytes, bytes]]) -> bytes:
    for old, new in pairs:
        content = content.replace(old, new)
    return content
