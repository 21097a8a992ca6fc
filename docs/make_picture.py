"""Draws docs/demo.svg, the README's picture, from what `gardefou check` really prints: `make picture`."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
WIDTH = 104
LINES = 46
COMMAND = ("check", "samples/600-euros-par-an.docx", "--claim", "39746.41")


def printed() -> str:
    """What the demo prints on a colour terminal of that width."""
    gardefou = Path(sys.executable).with_name("gardefou")
    terminal = {
        **os.environ,
        "FORCE_COLOR": "1",
        "COLUMNS": str(WIDTH),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
    ran = subprocess.run([gardefou, *COMMAND], capture_output=True, text=True, encoding="utf-8", env=terminal, cwd=ROOT)  # noqa: S603
    if ran.returncode not in (0, 1):
        raise SystemExit(ran.stderr)
    return ran.stdout


def draw(output: str) -> str:
    """The first lines as SVG. The fonts that rich would fetch from the web are left out."""
    lines = output.splitlines()
    shown = [f"$ gardefou {' '.join(COMMAND)}", "", *lines[:LINES], *(["…"] if len(lines) > LINES else [])]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in shown:
        console.print(Text.from_ansi(line), soft_wrap=True)
    offline = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return console.export_svg(title="Garde-fou", code_format=offline, unique_id="demo")


if __name__ == "__main__":
    (ROOT / "docs" / "demo.svg").write_text(draw(printed()), encoding="utf-8")
