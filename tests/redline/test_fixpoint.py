"""Whole Word contracts, mended: accepted, the findings are gone; rejected, the contract is what it was."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from analyzer.library import standard
from analyzer.pipeline import Settings
from analyzer.readers import read
from analyzer.readers.docx.package import W
from analyzer.redline import Contract
from analyzer.redline.letters import letter
from benchmarks.fixpoint import ROOT, as_word, tried
from tests.clauses.test_mends import CASES
from tests.contracts.build import docx, p, styles
from tests.redline.contracts import CONTRACTS, fixed, mended, report_on
from tests.redline.tracked import accepted, body, parts, rejected

NAMES = [path.name for path in CONTRACTS]
LEVELS = ["protective", "balanced"]
SEED, A_FEW = 4, 3  # whole contracts of each language that are tried here; all of them: python -m benchmarks.fixpoint


def _some_contracts() -> list[Path]:
    """A few of our own contracts that were read (benchmarks/contracts), always the same."""
    found = []
    for language in ("fr", "en"):
        folder = ROOT / "benchmarks" / "contracts" / language
        lines = (folder / "read.jsonl").read_text(encoding="utf-8").splitlines()
        found += random.Random(SEED).sample([folder / json.loads(line)["file"] for line in lines], A_FEW)
    return found


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("path", CONTRACTS, ids=NAMES)
def test_accepting_all_clears_what_was_addressed(path: Path, level: str) -> None:
    """Every finding that has a suggestion is gone and none is new; nothing is left for a second fix."""
    settings = Settings(level=level)
    before = report_on(path.read_bytes(), settings)
    addressed = {finding.id for finding in before.findings if finding.suggestion}
    result = accepted(mended(path, level))
    after = {finding.id for finding in report_on(result, settings, before.kind).findings}

    assert set() == addressed & after
    assert set() == after - {finding.id for finding in before.findings}
    assert result == fixed(result, settings, kind=before.kind).data


@pytest.mark.parametrize("path", CONTRACTS, ids=NAMES)
def test_a_second_fix_changes_nothing_before_acceptance_either(path: Path) -> None:
    """Our own tracked changes are read as accepted."""
    kind = report_on(path.read_bytes(), Settings()).kind

    assert mended(path) == fixed(mended(path), kind=kind).data


@pytest.mark.parametrize("audience", ["counterparty", "internal"])
@pytest.mark.parametrize("path", CONTRACTS, ids=NAMES)
def test_rejecting_all_gives_the_text_back(path: Path, audience: str) -> None:
    """Word for word, with every number and every block."""
    before = read(path.read_bytes())
    after = read(rejected(mended(path, audience=audience)))  # type: ignore[arg-type]

    assert before.text == after.text
    assert [(each.start, each.kind, each.level) for each in before.blocks] == [
        (each.start, each.kind, each.level) for each in after.blocks
    ]


@pytest.mark.parametrize("path", CONTRACTS, ids=NAMES)
def test_no_other_part_changes(path: Path) -> None:
    """Styles, numbering, notes, settings … are the same bytes; only the document, its comments and their entries are not."""
    before, after = parts(path.read_bytes()), parts(mended(path))
    touched = {name for name in after if before.get(name) != after[name]}

    assert before.keys() <= after.keys()
    assert touched <= {
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
    }  # fmt: skip


def test_changes_of_others_keep_their_authors() -> None:
    """What two authors inserted, deleted and moved is theirs before and after, word for word."""
    path = next(each for each in CONTRACTS if each.name == "changes-en.docx")

    def theirs(data: bytes) -> list[tuple[str, str | None, str]]:
        names = [W + name for name in ("ins", "del", "moveFrom", "moveTo")]
        return [
            (each.tag, each.get(W + "author"), "".join(each.itertext()))
            for each in body(data).iter(*names)
            if each.get(W + "author") != "Garde-fou"
        ]

    assert theirs(path.read_bytes()) == theirs(mended(path))
    assert any(each.get(W + "author") == "Garde-fou" for each in body(mended(path)).iter(W + "ins"))


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.id}-{example.language}-{n}" for n, (rule, example) in enumerate(CASES)]
)
def test_every_mend_as_a_tracked_change(rule, example, level: str) -> None:
    """The finding's own example as a Word file: its change accepted, it is gone; rejected, the example is back."""
    lines = [line for line in example.text.splitlines() if line.strip()]
    if any(line.startswith("--- ") for line in lines):
        pytest.skip("an example of several files")
    escaped = [line.replace("&", "&amp;").replace("<", "&lt;") for line in lines]
    data = docx("".join(map(p, escaped)), styles=styles(f"{example.language}-FR"))
    kind = example.kind or (rule.kinds[0] if rule.kinds else "")
    settings = Settings(level=level, select=(rule.id,))
    before = report_on(data, Settings(level=level), kind)
    if rule.id not in {finding.id for finding in before.findings}:
        pytest.skip("as paragraphs of a Word file the example is no longer one")
    result = fixed(data, settings, kind=before.kind).data
    assert result is not None
    after = report_on(accepted(result), Settings(level=level), before.kind)

    assert rule.id not in {finding.id for finding in after.findings}
    assert {each.id for each in after.findings} <= {each.id for each in before.findings}
    assert read(data).text == read(rejected(result)).text


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("path", _some_contracts(), ids=lambda path: path.stem)
def test_whole_contracts_come_to_rest(path: Path, level: str) -> None:
    """As Word files: what was addressed is gone, nothing is new, a second fix changes nothing, rejecting gives the text back."""
    result = tried(path, level)

    assert result.addressed
    assert result.holds, result


def test_what_a_replacement_takes_out_is_written_again() -> None:
    """One sentence caps the liability at too little and leaves indirect loss out: struck for the cap, the other rule comes back."""
    sentence = (
        "Neither party is liable for loss of profit or other indirect loss, and the Supplier's liability for every claim is limited to"
        " the fees paid in the three months before the claim."
    )
    lines = [
        "HOSTING AGREEMENT", 'Between Alder Ltd (the "Supplier") and Birch Ltd (the "Customer").', "1. Service",
        "1.1 The Supplier hosts the Customer's servers.", "2. Liability", f"2.1 {sentence}", "3. Law",
        "3.1 This agreement is governed by the law of England and Wales.",
    ]  # fmt: skip
    data = docx("".join(p(line.replace("&", "&amp;")) for line in lines), styles=styles("en-GB"))
    before = report_on(data, Settings())
    result = fixed(data)
    after = {finding.id for finding in report_on(accepted(result.data or b""), Settings(), before.kind).findings}

    assert "indirect_damages_exclusion.missing" not in {finding.id for finding in before.findings}
    assert "indirect_damages_exclusion.missing" in {
        finding.id for change in result.changes for finding in change.findings
    }
    assert "indirect_damages_exclusion.missing" not in after


def test_a_contract_keeps_its_apostrophes() -> None:
    """New words take the straight or curly apostrophe that the contract writes; letters and amendments are always curly."""
    for hand, other in (("'", "’"), ("’", "'")):
        text = as_word(
            read(
                f"Contrat d{hand}hébergement\n\n1. L{hand}Hébergeur héberge le site du Client.\n".encode(), name="a.txt"
            )
        )
        inserted = "".join(each.text or "" for each in body(fixed(text).data or b"").iterfind(f".//{W}ins/{W}r/{W}t"))

        assert f"l{hand}Hébergeur" in inserted
        assert other not in inserted


def test_a_letter_speaks_one_language() -> None:
    """An English letter about a French contract gives titles and reasons in English."""
    path = next(each for each in CONTRACTS if each.stem == "600-euros-par-an")
    settings = Settings(language="en")
    data = path.read_bytes()
    contract = Contract(data, read(data, name=path.name), report_on(data, settings, name=path.name))
    text = read(letter("cover", contract, standard(), settings) or b"", name="cover.docx").text

    assert "Limitation of liability: A limit in keeping with the price" in text
    assert "Limitation de responsabilité" not in text
