"""LibreOffice, where it is installed, opens what we write and sees the changes as tracked changes, under our name."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree

from analyzer.library import standard
from analyzer.pipeline import Settings
from analyzer.readers import read
from analyzer.redline import Contract
from analyzer.redline.letters import letter
from analyzer.redline.plan import Change
from analyzer.redline.tracking import AUTHOR
from tests.redline.contracts import CONTRACTS, OTHERS, ROOT, fixed_file, mended, report_on
from tests.redline.tracked import body, main_part, parts

CLAIM_CASE = ROOT / "samples" / "600-euros-par-an.docx"
LETTERS = ("cover", "offer", "settlement")
NAMES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Opened = Mapping[str, etree._Element]


def _written() -> Iterator[tuple[str, bytes]]:
    """Every sort of file that we write: redlines for both audiences, amendments, letters."""
    for path in CONTRACTS:
        yield path.stem, mended(path)
    yield f"{CLAIM_CASE.stem}-internal", mended(CLAIM_CASE, audience="internal")
    for path in OTHERS:
        if data := fixed_file(path).data:
            yield f"{path.stem}-{path.suffix[1:]}", data
    data = CLAIM_CASE.read_bytes()
    contract = Contract(data, read(data, name=CLAIM_CASE.name), report_on(data, Settings(), name=CLAIM_CASE.name))
    for kind in LETTERS:
        if written := letter(kind, contract, standard(), Settings()):  # type: ignore[arg-type]
            yield kind, written


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """All files in one run of LibreOffice, each as it sees it: a flat OpenDocument text by the file's name."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: whether it opens our files is not tried here.")
    folder = tmp_path_factory.mktemp("office")
    names = []
    for name, data in _written():
        (folder / f"{name}.docx").write_bytes(data)
        names.append(name)
    command = [office, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "fodt"]
    files = [str(folder / f"{name}.docx") for name in names]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=300)  # noqa: S603
    return {name: etree.parse(folder / f"{name}.fodt").getroot() for name in names}


def _regions(root: etree._Element, kind: str, author: str = AUTHOR) -> list[etree._Element]:
    """The tracked insertions or deletions of an author, as LibreOffice lists them."""
    regions = root.iterfind(f".//text:tracked-changes/text:changed-region/text:{kind}", NAMES)
    return [each for each in regions if author == each.findtext("office:change-info/dc:creator", "", NAMES)]


def _struck(root: etree._Element) -> str:
    """The words of our deletions: in the text, between the marks of each; what a comment in between says is not theirs."""
    text, office = (f"{{{NAMES[each]}}}" for each in ("text", "office"))
    ours = {each.getparent().get(f"{text}id") for each in _regions(root, "deletion")}  # type: ignore[union-attr]
    inside, words, comments = set[str | None](), list[str](), 0
    for event, element in etree.iterwalk(root.find(".//office:text", NAMES), events=("start", "end")):  # type: ignore[arg-type]
        mark = element.get(f"{text}change-id")
        if event == "start" and mark in ours:
            (inside.add if element.tag == f"{text}change-start" else inside.discard)(mark)
        if element.tag == f"{office}annotation":
            comments += 1 if event == "start" else -1
        if inside and not comments:
            words.append((element.text if event == "start" else element.tail) or "")
    return re.sub(r"\s+", "", "".join(words))


def _words(*elements: etree._Element) -> str:
    return re.sub(r"\s+", "", "".join("".join(each.itertext()) for each in elements)).replace("’", "'")


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: path.stem)
def test_changes_are_tracked_under_our_name(opened: Opened, path: Path) -> None:
    """LibreOffice lists an insertion for each wording and keeps every word struck as a deletion."""
    root, changes = opened[path.stem], fixed_file(path).changes
    struck = "".join("".join(each.itertext()) for each in body(mended(path)).iter(W + "delText") if _is_ours(each))

    assert bool(changes) == bool(_regions(root, "insertion"))
    assert re.sub(r"\s+", "", struck) == _struck(root)
    for change in changes:
        assert _words_of(change) in _words(root)


def _is_ours(element: etree._Element) -> bool:
    return next(each.get(W + "author") for each in element.iterancestors(W + "del")) == AUTHOR


def _words_of(change: Change) -> str:
    """The end of a wording, as it stands on the page."""
    return re.sub(r"\s+", "", change.text).replace("’", "'")[-12:]


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: path.stem)
def test_comments_are_seen(opened: Opened, path: Path) -> None:
    """Every comment of ours is an annotation of LibreOffice."""
    files = parts(mended(path))
    name = main_part(mended(path)).replace("document", "comments")
    comments = etree.fromstring(files[name]) if name in files else []
    ours = [each for each in comments if each.get(W + "author") == AUTHOR]
    seen = [
        each
        for each in opened[path.stem].iterfind(".//office:annotation", NAMES)
        if AUTHOR == each.findtext("dc:creator", "", NAMES)
    ]

    assert len(ours) == len(seen)


def test_changes_of_others_are_still_theirs(opened: Opened) -> None:
    """Beside ours, the insertions and deletions of both authors of a contract under negotiation."""
    root = opened["changes-en"]
    path = next(each for each in CONTRACTS if each.stem == "changes-en")
    authors = {each.get(W + "author") for each in body(path.read_bytes()).iter(W + "ins", W + "del")}

    assert len(authors) > 1
    for author in authors:
        assert _regions(root, "insertion", str(author)) or _regions(root, "deletion", str(author))


@pytest.mark.parametrize("kind", LETTERS)
def test_letters_open(opened: Opened, kind: str) -> None:
    """A letter is a document with the parties' names in it, and nothing in it is a tracked change."""
    assert "AtlasMicroServices" in _words(opened[kind])
    assert not opened[kind].findall(".//text:tracked-changes", NAMES)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_amendments_open(opened: Opened, path: Path) -> None:
    """An amendment holds every wording."""
    for change in fixed_file(path).changes:
        assert _words_of(change) in _words(opened[f"{path.stem}-{path.suffix[1:]}"])
