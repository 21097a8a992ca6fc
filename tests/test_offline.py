"""The command works where there is no network at all: in a network namespace whose only interface, the loopback, is down."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
COMMAND = [sys.executable, "-c", "from analyzer.cli import main; main()", "check"]
UNSHARE = [shutil.which("unshare") or "unshare", "-rn"]


def apart(*command: str) -> subprocess.CompletedProcess[str]:
    """The command run in a new user and network namespace."""
    return subprocess.run(  # noqa: S603
        [*UNSHARE, *command], capture_output=True, text=True, cwd=ROOT, timeout=240, check=False
    )


def namespaces() -> str:
    """Why no namespace can be made here; empty where one can."""
    if shutil.which("unshare") is None:
        return "unshare is not installed: the command was not tried without a network"
    tried = apart(sys.executable, "-c", "import socket; print(sorted(name for _, name in socket.if_nameindex()))")
    if tried.returncode:
        return f"no network namespace may be made here ({tried.stderr.strip()}): the command was not tried without a network"
    return (
        "" if tried.stdout.strip() == "['lo']" else f"the namespace has interfaces of its own: {tried.stdout.strip()}"
    )


WHY_NOT = namespaces()
needs_namespaces = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)


@needs_namespaces
def test_no_connection_can_be_made_there():
    """The proof is worth something: in that namespace not even this machine can be reached."""
    tried = apart(sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 9), 3)")

    assert "Network is unreachable" in tried.stderr


@needs_namespaces
@pytest.mark.parametrize("name", ["600-euros-par-an.docx", "600-euros-par-an.pdf", "terms-online.md"])
@pytest.mark.parametrize("form", ["json", "html"])
def test_check_without_a_network(name, form):
    """A contract is read, judged, costed and reported exactly as with a network."""
    arguments = [*COMMAND, str(SAMPLES / name), "--claim", "39746.41", "--format", form]
    with_network = subprocess.run(  # noqa: S603
        arguments, capture_output=True, text=True, cwd=ROOT, timeout=240, check=False
    )
    without = apart(*arguments)

    assert (with_network.returncode, with_network.stdout, "") == (without.returncode, without.stdout, without.stderr)
    assert json.loads(without.stdout)["findings"] if form == "json" else "</html>" in without.stdout


def test_nothing_is_left_on_disk(tmp_path):
    """A check writes nothing but its result: its home and its temporary folder stay empty."""
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    arguments = [
        *COMMAND,
        str(SAMPLES / "600-euros-par-an.pdf"),
        "--format",
        "html",
        "--output",
        str(tmp_path / "r.html"),
    ]
    done = subprocess.run(  # noqa: S603
        arguments, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=240, check=False
    )

    assert ("", "", 1) == (done.stdout, done.stderr, done.returncode)
    assert ([], []) == (list(home.rglob("*")), list(temporary.rglob("*")))
