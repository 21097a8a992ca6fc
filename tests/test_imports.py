from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("importlinter")

from importlinter.cli import lint_imports


def test_imports_run_one_way(monkeypatch, capsys):
    """Each stage knows only the stages before it, the engine no page and no command line, the library nothing of ours."""
    monkeypatch.chdir(Path(__file__).parents[1])

    broken = lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert 0 == broken, capsys.readouterr().out
