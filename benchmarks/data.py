"""Where the labelled contracts are: GARDEFOU_DATA, by default ../shared beside the project. They are not part of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def folder(*parts: str) -> Path:
    """A folder of the data; ends the program with one sentence where it is absent."""
    root = Path(os.environ.get("GARDEFOU_DATA", Path(__file__).parents[2] / "shared"))
    path = root.joinpath(*parts)
    if not path.exists():
        sys.exit(
            f"{path}: the labelled contracts are not here. Set GARDEFOU_DATA to the folder that holds data/ and eval/."
        )
    return path
