"""`gardefou app`: the pages in the browser, on this machine alone."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import analyzer
from analyzer.errors import SettingsProblem
from analyzer.reports.messages import say

# In an installed package the script and its settings lie beside the pages, in a clone at its root.
_PLACES: Final = (Path(analyzer.__file__).parent / "app", Path(analyzer.__file__).parents[1])
SCRIPT: Final = "streamlit_app.py"
# On the command line, where neither a settings file nor a variable of the user's can open the app to others.
_CLOSED: Final = (
    "--server.address=localhost",
    "--browser.gatherUsageStats=false",
    "--server.enableXsrfProtection=true",
)


def run(port: int | None, browser: bool, language: str) -> int:
    """Serve the pages until interrupted. Raises SettingsProblem where Streamlit is not installed."""
    try:
        from streamlit.web.cli import main
    except ImportError:
        raise SettingsProblem(say("page.missing", language)) from None
    main(args=arguments(port, browser), prog_name="streamlit", standalone_mode=False)
    return 0


def arguments(port: int | None, browser: bool) -> list[str]:
    """What Streamlit is asked to run, and with what settings."""
    chosen = [f"--server.port={port}"] if port is not None else []
    return ["run", str(script()), *_CLOSED, f"--server.headless={str(not browser).lower()}", *chosen]


def script() -> Path:
    """The script of the pages; its settings lie in .streamlit beside it."""
    return next(place / SCRIPT for place in _PLACES if (place / SCRIPT).is_file())
