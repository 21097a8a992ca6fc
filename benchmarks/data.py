"""Where the labelled contracts are: GARDEFOU_DATA, by default ../shared beside the project. They are not part of it."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType


def folder(*parts: str) -> Path:
    """A folder of the data; ends the program with one sentence where it is absent."""
    root = Path(os.environ.get("GARDEFOU_DATA", Path(__file__).parents[2] / "shared"))
    path = root.joinpath(*parts)
    if not path.exists():
        sys.exit(
            f"{path}: the labelled contracts are not here. Set GARDEFOU_DATA to the folder that holds data/ and eval/."
        )
    return path


def load_scorer(part: str, name: str) -> ModuleType:
    """A scorer that lies beside the data, in eval/."""
    spec = importlib.util.spec_from_file_location(name, folder("eval", part))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
