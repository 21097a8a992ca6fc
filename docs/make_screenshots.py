"""Draw the pages of the app into docs/screens, as a browser shows them: `make screenshots`. Needs Debian's Chromium.

The contracts are the samples; nothing else is on the pictures.
"""

from __future__ import annotations

import io
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT: Final = Path(__file__).parents[1]
SCREENS: Final = ROOT / "docs" / "screens"
CHROMIUM: Final = "/usr/bin/chromium"
FLAGS: Final = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
LOCALES: Final = {"fr": "fr-FR", "en": "en-GB"}
COLOURS: Final = 128  # enough for flat pages, a third of the size
# Nothing is being worked out, and no field is a grey box still.
SETTLED: Final = "!document.querySelector('[data-testid=stSkeleton], [data-testid=stStatusWidget], [data-stale=true]')"
WIDE, PHONE = 1200, 390


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the page's address, what to do on it, and how it is looked at."""

    name: str
    path: str
    act: Callable[[Page], None]
    height: int
    width: int = WIDE
    scheme: str = "light"


def nothing(page: Page) -> None:
    """The page as it opens."""
    page.locator("h1").first.wait_for()


def claim(page: Page) -> None:
    """The claim case, with its first finding open."""
    _sample(page, "backup")
    page.locator(".st-key-finding-1 summary").first.click()
    page.locator(".st-key-finding-1 .stCode").wait_for()


def pages_of_a_pdf(page: Page) -> None:
    """The same as a PDF, turned to a passage."""
    _sample(page, "backup_pdf")
    page.locator(".st-key-finding-6 summary").first.click()
    page.locator(".st-key-finding-6 .stCode").wait_for()
    page.locator(".stMain").evaluate("main => main.scrollTo(0, 760)")


def managed(page: Page) -> None:
    """A contract without a claim: assumed losses by head."""
    _sample(page, "managed")


def parts(page: Page) -> None:
    """An order form and the terms behind it, with the first finding open."""
    _sample(page, "together")
    page.locator(".st-key-finding-1 summary").first.click()
    page.locator(".st-key-finding-1 .stCode").wait_for()
    page.locator(".stMain").evaluate("main => main.scrollTo(0, 0)")


def table(page: Page) -> None:
    """The samples as a folder."""
    page.locator(".st-key-folder-sample button").click()
    page.locator(".st-key-folder-open").wait_for()


def applicant(page: Page) -> None:
    """The invented applicant with its thirty contracts, and its sheet."""
    page.locator(".st-key-applicant-sample button").click()
    page.locator(".st-key-screen button:enabled").click(timeout=120_000)
    page.locator(".sheet").wait_for(timeout=60_000)
    page.locator(".sheet h2").evaluate("title => title.scrollIntoView()")


def topic(page: Page) -> None:
    """A topic with one of its findings open."""
    page.locator(".st-key-topic-liability_cap summary").first.click()
    page.locator("[class*=st-key-rule-liability_cap-missing] summary").first.click()
    page.locator("[class*=st-key-rule-liability_cap-missing] .stCode").wait_for()
    page.locator(".stMain").evaluate("main => main.scrollTo(0, 380)")


def settings(page: Page) -> None:
    """The house's own settings."""
    page.locator("[role=tab]").nth(1).click()


SHOTS: Final = (
    Shot("start", "", nothing, 760),
    Shot("review", "", claim, 1750),
    Shot("review-dark", "", claim, 1750, scheme="dark"),
    Shot("review-phone", "", claim, 2200, PHONE),
    Shot("review-pdf", "", pages_of_a_pdf, 1200),
    Shot("review-heads", "", managed, 1050),
    Shot("review-parts", "", parts, 1900),
    Shot("folder", "folder", table, 1100),
    Shot("applicant", "applicant", nothing, 1500),
    Shot("applicant-sheet", "applicant", applicant, 1500),
    Shot("library", "library", topic, 1300),
    Shot("library-settings", "library", settings, 980),
)


def main() -> None:
    """Every picture in both languages, or those whose names begin as asked."""
    asked = tuple(sys.argv[1:])
    SCREENS.mkdir(exist_ok=True)
    with serve() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        for language, locale in LOCALES.items():
            for shot in SHOTS:
                if asked and not shot.name.startswith(asked):
                    continue
                context = browser.new_context(
                    locale=locale,
                    color_scheme="dark" if shot.scheme == "dark" else "light",
                    viewport={"width": shot.width, "height": shot.height},
                )
                page = context.new_page()
                page.goto(f"{address}/{shot.path}?lang={language}")
                page.locator("[data-testid=stFileUploader], .stTabs").first.wait_for()
                shot.act(page)
                page.wait_for_function(SETTLED)
                page.wait_for_timeout(1500)  # transitions, and the fonts
                _save(page.screenshot(), SCREENS / f"{shot.name}-{language}.png")
                context.close()
        browser.close()


def _sample(page: Page, name: str) -> None:
    page.locator(f".st-key-sample-{name} button").click()
    page.locator(".st-key-download-docx button").wait_for(timeout=60_000)


def _save(picture: bytes, path: Path) -> None:
    drawn = Image.open(io.BytesIO(picture)).convert("RGB")
    drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB")


@contextmanager
def serve() -> Iterator[str]:
    """The app on a free port of this machine; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = f"import sys; from analyzer.cli import run; sys.exit(run(['app', '--no-browser', '--port', '{port}']))"
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 0.5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(10)


if __name__ == "__main__":
    main()
