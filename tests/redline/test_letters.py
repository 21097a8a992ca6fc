"""What is sent to the other party is fair: no figure of ours, no fault, no weakness; boxes are empty."""

from __future__ import annotations

import io
import re
from datetime import date
from decimal import Decimal

import docx
import pytest

from analyzer.library import standard
from analyzer.pipeline import Settings
from analyzer.readers import read
from analyzer.redline import Contract
from analyzer.redline.letters import Kind, letter, measures
from analyzer.redline.word import Words
from tests.redline.contracts import CONTRACTS, OTHERS, ROOT, fixed, report_on
from tests.redline.ecma376 import faults
from tests.redline.tracked import parts

CLAIM_CASE = ROOT / "samples" / "600-euros-par-an.docx"
MSA = ROOT / "samples" / "managed-services-agreement.docx"
RULES = [rule for rule in standard().findings.values() if rule.wording]
# Words that would turn a fair reason into an admission, a threat or a strategy.
UNFAIR = re.compile(
    r"\brisqu|\brisk|\bfaute|\bfault|\bfaible|\bweak|\bmanque\b|\black|\bexpos|\bréclamation de|\btribunal|\bjuge|\bnul\b|\bvoid"
    r"|\binsuffisan|\binsufficien|\bdéfaut|\bnégligen|\bnegligen|\bcoupab|\brepli\b|\bfallback|\bdanger|\babusi|\bunfair|\bignor|\bmanquement",
    re.IGNORECASE,
)
SUM = re.compile(r"\d|€|\$|£|\beuros?\b", re.IGNORECASE)


def _contract(path, settings: Settings) -> Contract:
    data = path.read_bytes()
    return Contract(data, read(data, name=path.name), report_on(data, settings, name=path.name))


def _text(data: bytes | None) -> str:
    assert data is not None
    return read(data, name="letter.docx").text


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_mend_has_a_fair_reason(rule) -> None:
    """In both languages, without a sum and without a word of fault."""
    assert {"fr", "en"} == rule.reason.keys()
    for reason in rule.reason.values():
        assert 40 < len(reason) < 260
        assert not SUM.search(reason), reason
        assert not UNFAIR.search(reason), reason


@pytest.mark.parametrize("path", [*CONTRACTS, *OTHERS], ids=lambda path: path.name)
def test_nothing_of_ours_reaches_the_other_party(path) -> None:
    """A file for the counterparty holds no figure of the exposure, no message or reason of a finding, no law, no fallback."""
    settings = Settings(claim=Decimal("39746.41"))
    report = report_on(path.read_bytes(), settings, name=path.name)
    result = fixed(path.read_bytes(), settings, name=path.name)
    if result.data is None:
        return
    sent = " ".join(each.decode(errors="ignore") for name, each in parts(result.data).items() if name.endswith(".xml"))
    secret = ["39746", "39\u202f746", "39,746", *(finding.message for finding in report.findings)]
    secret += [finding.why for finding in report.findings]

    assert not [each for each in secret if each in sent and each not in report.document.text]


def test_comments_of_both_audiences() -> None:
    """The customer reads a fair reason; the house the figures, the law and the fallback."""
    settings = Settings(claim=Decimal("39746.41"))
    data = CLAIM_CASE.read_bytes()
    fair = parts(fixed(data, settings).data or b"")["word/comments.xml"].decode()
    memo = parts(fixed(data, settings, audience="internal").data or b"")["word/comments.xml"].decode()

    assert "prévisible et assurable" in fair
    assert "39" not in re.sub(r"<[^>]*>", "", fair)
    assert all(
        each in memo for each in ("39\u202f746,41\u00a0€", "66,24 fois", "Code civil, art. 1231-1", "Position de repli")
    )


@pytest.mark.parametrize("kind", ["cover", "offer", "settlement"])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", [CLAIM_CASE, MSA], ids=lambda path: path.stem)
def test_letters_are_filled_and_fair(path, language: str, kind: Kind) -> None:
    """Names come from the contract, nothing is left in braces, nothing is dated or answered, nothing of ours is said."""
    settings = Settings(language=language)
    contract = _contract(path, settings)
    data = letter(kind, contract, standard(), settings)
    text = _text(data)
    party = contract.report.facts.provider

    assert data
    assert set() == faults(data)
    assert party
    assert str(party.name) in text
    assert "{" not in text
    assert str(date.today().year) not in text
    assert "☒" not in text
    assert not re.search(r"\b(?:risque|risk|faible|weak|faute|fault|manque)\w*", text, re.IGNORECASE)
    assert not [finding.message for finding in contract.report.findings if finding.message in text]


def test_settlement_says_what_it_must() -> None:
    """The claim, the sum, the heads, the waiver, no admission, the insurer's consent."""
    settings = Settings(claim=Decimal("39746.41"))
    text = _text(letter("settlement", _contract(CLAIM_CASE, settings), standard(), settings, Decimal(12000)))

    for words in ("39\u202f746,41\u00a0€", "12\u202f000,00\u00a0€", "☐ restauration", "renonce à toute demande",
                  "ne vaut reconnaissance d’aucune responsabilité", "accord écrit de l’assureur du Prestataire"):  # fmt: skip
        assert words in text


def test_settlement_without_a_claim_leaves_blanks() -> None:
    """What the report does not know is left for people to write."""
    text = _text(letter("settlement", _contract(MSA, Settings()), standard(), Settings()))

    assert 2 == text.count("____________________")


def test_letters_without_an_object_are_not_written() -> None:
    """A contract without findings needs neither a covering letter nor an offer."""
    contract = _contract(ROOT / "samples" / "contrat-bien-redige.docx", Settings())

    assert letter("cover", contract, standard(), Settings()) is None
    assert letter("offer", contract, standard(), Settings()) is None


def test_measures_name_findings_of_the_library() -> None:
    """Each measure answers to findings that exist, in fair words."""
    for language in ("fr", "en"):
        for measure in measures(language):
            assert set(measure.findings) <= standard().findings.keys()
            assert not UNFAIR.search(f"{measure.title} {measure.text}")


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_amendment_quotes_what_it_replaces(path) -> None:
    """Every passage struck is quoted, every wording given, the parties named where known; signature boxes are empty."""
    result = fixed(path.read_bytes(), name=path.name)
    assert result.data is not None
    text = " ".join(read(result.data, name="amendment.docx").text.split())

    for change in result.changes:
        assert all(" ".join(each.quote.split()) in text for each in change.strikes)
        assert change.text.split(". ")[-1].split()[-1].replace("'", "’") in text
    boxes = docx.Document(io.BytesIO(result.data)).tables[-1]
    assert {2} == {len(row.cells) for row in boxes.rows}
    assert all(not paragraph.text for row in boxes.rows for cell in row.cells for paragraph in cell.paragraphs[1:])


def test_words_need_no_header_to_be_sent() -> None:
    """A redline for the other party has no opening comment and no header unless they are asked for."""
    words = Words(lambda _: (), "", "", str)

    assert ((), "") == (words.opening, words.header)
