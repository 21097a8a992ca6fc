"""The app in a browser, as its user meets it: a file in, a verdict, a choice, a file out."""

from __future__ import annotations

import io
import re
import time

import pytest

from analyzer.readers import read
from tests.redline.tracked import body

from .conftest import SAMPLES

pytestmark = [pytest.mark.allow_hosts(["127.0.0.1", "::1", "localhost"])]
CLAIM = (SAMPLES / "600-euros-par-an.docx").read_bytes()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def inserted(data: bytes) -> str:
    """What a Word file's tracked insertions say."""
    return "\n".join("".join(each.itertext()) for each in body(data).iter(W + "ins"))


@pytest.mark.parametrize(
    ("language", "field", "line", "chosen", "tile"),
    [
        ("fr", "Réclamation reçue ou redoutée", "66 fois son prix annuel", "Laisser de côté", "Avec 19 modifications"),
        ("en", "Claim received or feared", "66 times the yearly price", "Leave out", "With 19 changes"),
    ],
)
def test_from_upload_to_the_redlined_file(visit, language, field, line, chosen, tile):
    """Upload and one click give the file; then 66 times, a finding, a choice: the file holds what was kept and not what was left out."""
    visitor = visit(language)
    visitor.upload("600-euros-par-an.docx", CLAIM)
    first = visitor.download()
    visitor.fill(field, "39746.41")
    visitor.see(line)
    visitor.finding(2)
    visitor.page.locator(".st-key-finding-2").get_by_text(chosen, exact=True).click()
    visitor.see(tile)
    second = visitor.download()

    assert "responsabilité totale du Prestataire" in inserted(first)
    assert "responsabilité totale du Prestataire" in inserted(second)
    assert len(list(body(second).iter(W + "ins"))) < len(list(body(first).iter(W + "ins")))
    assert read(CLAIM).text != read(second).text


def test_the_users_own_words_are_in_the_file(visit):
    """An edited wording goes into the Word file as it was written."""
    visitor = visit()
    visitor.upload("600-euros-par-an.docx", CLAIM)
    visitor.finding(1)
    card = visitor.page.locator(".st-key-finding-1")
    card.get_by_text("Modifier", exact=True).click()
    field = card.get_by_label("Votre rédaction", exact=True)
    field.fill("La responsabilité du Prestataire est limitée à douze mille euros (12 000 €), tous sinistres confondus.")
    field.press("Control+Enter")
    visitor.see("modifiée")

    assert "limitée à douze mille euros" in inserted(visitor.download())


def test_a_mark_opens_its_finding_and_a_finding_turns_the_contract(visit):
    """The contract scrolls to the passage of a finding that is opened; a click on a passage opens its finding."""
    visitor = visit()
    visitor.upload("600-euros-par-an.docx", CLAIM)
    contract = visitor.page.locator(".contract")
    contract.locator("mark.high").first.wait_for()
    visitor.finding(20)
    visitor.page.wait_for_function("document.querySelector('.st-key-contract').firstElementChild")
    contract.locator("mark.active").first.wait_for()
    contract.locator("mark.high", has_text="obligation de résultat").click()

    visitor.see("Le prestataire garantit un résultat")


def test_a_hostile_file_gives_a_sentence(visit):
    """Bytes that are no document end in one sentence and the way to another file."""
    visitor = visit()
    visitor.upload("contrat.docx", b"PK\x03\x04" + bytes(range(256)) * 40)

    visitor.see("abîmé ou incomplet")
    visitor.page.get_by_role("button", name="Autre contrat").click()
    visitor.see("Ce que votre contrat peut vous coûter")


def test_a_hostile_contract_shows_literally(visit):
    """HTML, Markdown and script addresses in a contract are words like others: nothing runs, nothing is drawn, nothing is a link."""
    visitor = visit()
    dialogs = []
    visitor.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    traps = "<img src=x onerror=alert(1)> [lien](javascript:alert(2)) <script>alert(3)</script>"
    text = f"CONTRAT DE SAUVEGARDE {traps}\n\nLe Prestataire garantit la restauration des sauvegardes. {traps}\n"
    visitor.upload(f"{traps[:28]}.txt", text.encode(), "text/plain")
    visitor.page.locator(".contract").get_by_text("<script>alert(3)</script>").first.wait_for()
    visitor.finding(1)
    visitor.page.wait_for_timeout(500)

    assert [] == dialogs
    assert 0 == visitor.page.locator("img[src='x'], a[href^='javascript']").count()


def test_two_sessions_never_meet(visit):
    """What one person uploads is nowhere on another's page."""
    first, second = visit("fr"), visit("fr", scheme="dark")
    first.upload("secret-de-dupont.txt", b"CONTRAT de sauvegarde Dupont, 50 euros HT par mois.", "text/plain")
    first.see("secret-de-dupont.txt")
    second.upload("600-euros-par-an.docx", CLAIM)
    second.see("600-euros-par-an.docx")

    assert "Dupont" not in second.page.content()
    assert "dupont" not in second.page.content()
    assert "Atlas Micro" not in first.page.content()


def test_a_hundred_pages_stay_usable(visit):
    """A long PDF shows its progress, then its pages one by one; turning to another takes a moment."""
    visitor = visit()
    visitor.upload("cent-pages.pdf", a_long_pdf(100), "application/pdf")
    visitor.page.locator("[data-testid=stProgress]").first.wait_for()
    visitor.see("page 1 sur 100")
    visitor.page.locator(".st-key-download-docx button").wait_for()
    began = time.monotonic()
    visitor.page.get_by_role("button", name="Page suivante").click()
    visitor.see("page 2 sur 100")

    assert time.monotonic() - began < 5


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_no_serious_violation(visit, scheme, width):
    """Neither the empty page nor a review with an open finding shuts anyone out; a phone needs no sideways scroll."""
    visitor = visit(scheme=scheme, width=width)
    faults = serious(visitor.page)
    visitor.upload("600-euros-par-an.docx", CLAIM)
    visitor.page.locator(".st-key-download-docx button").wait_for()
    visitor.finding(6)
    visitor.see("Dès que le résultat manque")
    faults += serious(visitor.page)
    sideways = (
        "(() => { const main = document.querySelector('.stMain'); return main.scrollWidth - main.clientWidth; })()"
    )

    assert [] == faults
    assert 0 == visitor.page.evaluate(sideways)


@pytest.mark.parametrize("path", ["folder", "applicant", "library"])
def test_axe_on_the_other_pages(visit, path):
    """The other pages shut nobody out either."""
    visitor = visit("en", path)

    assert [] == serious(visitor.page)


def test_from_the_folder_to_a_review_and_back_in_english(visit):
    """A contract of the folder opens as a review and is still there after another page; the language that was chosen stays."""
    visitor = visit("fr", "folder")
    visitor.page.locator(".st-key-folder-sample button").click()
    visitor.see("6 contrats lus")
    visitor.page.get_by_text("English", exact=True).click()
    visitor.see("6 contracts read")
    visitor.page.locator(".st-key-folder-open button").click()
    visitor.see("20 tracked changes")
    visitor.page.get_by_role("link", name="Library").click()
    visitor.see("The clause library")
    visitor.page.get_by_role("link", name="One contract").click()
    visitor.see("20 tracked changes")

    assert "lang=en" in visitor.page.url


def serious(page) -> list[str]:
    """The grave faults that axe finds on a page as it is, each with its first place."""
    from axe_playwright_python.sync_playwright import Axe

    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in Axe().run(page).response["violations"]
        if each["impact"] in ("serious", "critical")
    ]


def a_long_pdf(pages: int) -> bytes:
    """A contract of that many pages."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    text = re.split(r"\n+", read(CLAIM, name="contrat.docx").text)
    style, flow = getSampleStyleSheet()["Normal"], []
    for number in range(pages):
        flow += [Paragraph(f"{number + 1}. {line}", style) for line in text[:18]]
        flow.append(PageBreak())
    out = io.BytesIO()
    SimpleDocTemplate(out).build(flow)
    return out.getvalue()
