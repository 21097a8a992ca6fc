"""The pages under test: run in the process by Streamlit's own AppTest, or served to a browser on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("streamlit", reason="the pages are an extra")

from streamlit.testing.v1 import AppTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
CHROMIUM = Path("/usr/bin/chromium")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
LOCALES = {"fr": "fr-FR", "en": "en-GB"}


def app(language: str = "fr", page: str = "review") -> AppTest:
    """One page as the script shows it, in a language."""
    script = f"from analyzer.app import {page}, shell\nshell.frame()\n{page}.show()\n"
    test = AppTest.from_string(script, default_timeout=60)
    test.session_state["lang"] = language
    return test


def upload(page: AppTest, name: str, content: bytes, kind: str = "text/plain") -> AppTest:
    """Drop a file on a page that was run."""
    page.file_uploader[0].set_value([(name, content, kind)])
    return page.run()


def words(page: AppTest) -> str:
    """All that a reader of the page can see, in order of kind, HTML as it was written."""
    shown = (*page.markdown, *page.caption, *page.text, *page.code, *page.info, *page.error, *page.success, *page.html)
    labels = [each.label for each in (*page.button, *page.download_button, *page.expander, *page.selectbox)]
    return "\n".join([*(str(element.value) for element in shown), *labels])


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The app as `gardefou app` serves it; its address."""
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = f"import sys; from analyzer.cli import run; sys.exit(run(['app', '--no-browser', '--port', '{port}']))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(  # noqa: S603 - our own app
        [sys.executable, "-c", code], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(port)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _wait(port: int) -> None:
    import socket

    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 0.5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the app did not start within 30 seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; the tests that need it are skipped where it is not there."""
    if not CHROMIUM.exists():
        pytest.skip("the browser tests need Chromium in /usr/bin (apt-get install chromium)")
    pytest.importorskip("playwright", reason="the browser tests need Playwright (requirements/dev.txt)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(FLAGS))
        yield opened
        opened.close()


class Visitor:
    """A person at the app, in a window and thus in a session of their own. Whatever leaves the machine is noted."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.outside: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", self._note)
        self.page.set_default_timeout(60_000)
        self.page.goto(address)
        self.page.locator("[data-testid=stFileUploader] input").first.wait_for(state="attached")
        self.page.locator("h1").first.wait_for()

    def _note(self, request: object) -> None:
        url = str(request.url)  # type: ignore[attr-defined]
        if not url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:")):
            self.outside.append(url)

    def upload(self, name: str, content: bytes, kind: str = WORD) -> None:
        """Choose a file."""
        files = [{"name": name, "mimeType": kind, "buffer": content}]
        self.page.locator("[data-testid=stFileUploader] input").first.set_input_files(files)  # type: ignore[arg-type]

    def fill(self, label: str, text: str) -> None:
        """Write into a field and leave it."""
        field = self.page.get_by_label(label, exact=True)
        field.fill(text)
        field.press("Enter")

    def see(self, text: str) -> None:
        """Wait until a text is on the page."""
        self.page.get_by_text(text).first.wait_for()

    def finding(self, number: int) -> None:
        """Open a finding by its number."""
        self.page.locator(f".st-key-finding-{number} summary").first.click()

    def download(self) -> bytes:
        """Click the download of the Word file, once it is written."""
        button = self.page.locator(".st-key-download-docx button")
        button.wait_for()
        with self.page.expect_download() as waiting:
            button.click()
        return Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="session")
def looks(browser: Browser) -> Callable[[str, str, int], BrowserContext]:
    """A browser by language, colours and width; the app's own files are fetched once for each."""

    @cache
    def look(language: str, scheme: str, width: int) -> BrowserContext:
        return browser.new_context(
            locale=LOCALES[language],
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": width, "height": 900},
            accept_downloads=True,
        )

    return look


@pytest.fixture
def visit(looks: Callable[[str, str, int], BrowserContext], server: str) -> Iterator[Callable[..., Visitor]]:
    """Opens the app as often as asked; nothing may have left the machine in the end."""
    visitors: list[Visitor] = []

    def open_app(language: str = "fr", path: str = "", scheme: str = "light", width: int = 1280) -> Visitor:
        visitors.append(Visitor(looks(language, scheme, width), f"{server}/{path}"))
        return visitors[-1]

    yield open_app
    for visitor in visitors:
        visitor.page.close()
    assert [] == [url for visitor in visitors for url in visitor.outside]
