"""What other programs read here: the hook for pre-commit and the workflows. What they name must exist, what they run must work."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from analyzer.cli import app, completion

ROOT = Path(__file__).parents[2]
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
CI = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "in-your-repository.md").read_text(encoding="utf-8")
CONFIG, EXAMPLE = (yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.M | re.S))
WORKFLOWS = pytest.mark.parametrize("workflow", [CI, EXAMPLE], ids=["ci", "example"])


def steps(workflow):
    """Every step of every job."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def lines(workflow):
    """Every command line, without what a shell adds to it."""
    scripts = [step["run"] for step in steps(workflow) if "run" in step]
    parts = [part for script in scripts for line in script.splitlines() for part in re.split(r"\|\||&&", line)]
    return [shlex.split(re.sub(r"\$\{\{.*?\}\}", "x", part)) for part in parts]


def options(command: str) -> set[str]:
    """The options that a command of ours knows."""
    return {name for each in completion.command(app).commands[command].params for name in each.opts}


def calls(workflow):
    """What is asked of our own command: its first word and the rest."""
    return [line[1:] for line in lines(workflow) if line and line[0].endswith("gardefou")]


# --- the hook ---


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("templates/backup.docx", True),
        ("legal/Contrats/2026/infogérance.pdf", True),
        ("modèles/sauvegarde.md", True),
        ("README.md", False),
        ("docs/contracts.md", False),
        ("src/templates/page.css", False),
    ],
)
def test_files_of_the_hook(path, read):
    """A readme is no contract: without `files` of its own a repository has only its folders of contracts checked."""
    assert read == bool(re.search(HOOK["files"], path))


def call_hook(*files: str, args: list[str] | None = None, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The hook as pre-commit runs it: entry, args, then the files."""
    program, *entry = shlex.split(HOOK["entry"])
    assert "gardefou" == program
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from analyzer.cli import main; main()"
    command = [sys.executable, "-c", code, *entry, *(HOOK["args"] if args is None else args), *files]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=cwd, timeout=120, check=False)  # noqa: S603


@pytest.fixture
def templates(tmp_path):
    for name in ("600-euros-par-an.docx", "terms-online.md", "well-drafted-agreement.docx", "contrat-bien-redige.docx"):
        shutil.copy(ROOT / "samples" / name, tmp_path)
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 cut short")
    return tmp_path


@pytest.mark.parametrize(
    ("expected", "args", "files"),
    [
        (1, None, ("600-euros-par-an.docx", "terms-online.md")),
        (1, None, ("well-drafted-agreement.docx", "600-euros-par-an.docx")),
        (0, None, ("well-drafted-agreement.docx", "contrat-bien-redige.docx")),
        (2, None, ("600-euros-par-an.docx", "broken.docx")),
        (0, ["--fail-on", "critical", "--ignore", "liability_cap", "--select", "hardship"], ("600-euros-par-an.docx", "terms-online.md")),
    ],
)  # fmt: skip
def test_the_hook_on_several_files(expected, args, files, templates):
    """One grave finding in one of several files stops the commit, a file that cannot be read too; else it goes on."""
    done = call_hook(*files, args=args, cwd=templates)

    assert expected == done.returncode, done.stderr
    assert all(name in done.stdout + done.stderr for name in files)


def test_the_hook_that_the_page_shows():
    """The configuration of the page names our hook, and options that `check` knows."""
    (hook,) = CONFIG["repos"][0]["hooks"]

    assert HOOK["id"] == hook["id"]
    assert {each for each in hook["args"] if each.startswith("--")} <= options("check")
    assert re.search(hook["files"], "templates/a.docx")


# --- the workflows ---


@WORKFLOWS
def test_actions_are_pinned(workflow):
    """Each action of somebody else's is one version, not whatever is newest."""
    used = [step["uses"] for step in steps(workflow) if "uses" in step]

    assert used
    assert [] == [each for each in used if not re.fullmatch(r"[\w.-]+(/[\w.-]+)+@v\d+\.\d+\.\d+", each)]


@WORKFLOWS
def test_permissions_are_to_read(workflow):
    """A workflow may read the repository; the example may also write its findings, nothing else."""
    granted = [
        workflow["permissions"],
        *(job["permissions"] for job in workflow["jobs"].values() if "permissions" in job),
    ]
    writes = {name for each in granted for name, right in each.items() if right != "read"}

    assert {"contents": "read"} == workflow["permissions"]
    assert writes <= ({"security-events"} if workflow is EXAMPLE else set())
    assert all(
        step["with"]["persist-credentials"] is False for step in steps(workflow) if "checkout" in step.get("uses", "")
    )


def test_every_supported_python_is_tested():
    """The matrix, the classifiers and the lowest version that installs tell the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tested = CI["jobs"]["test"]["strategy"]["matrix"]["python"]
    named = [each.rpartition(" ")[2] for each in project["classifiers"] if re.search(r":: 3\.\d+$", each)]

    assert named == tested
    assert f">={tested[0]}" == project["requires-python"]
    assert {"windows-latest", "macos-latest"} == set(CI["jobs"]["check"]["strategy"]["matrix"]["system"])


def test_what_ci_names_exists():
    """Targets of make, requirement files, samples and tests."""
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    made = [line[1] for line in lines(CI) if line and line[0] == "make"]
    named = {word for line in lines(CI) for word in line if re.match(r"(requirements|samples|tests)/", word)}

    assert ["test"] == made
    assert set(made) <= set(targets)
    assert {"requirements/core.txt", "requirements/dev.txt", "samples/600-euros-par-an.docx"} <= named
    modules = [line[line.index("-m") + 1] for line in lines(CI) if "-m" in line]
    ours = [name for name in modules if name.startswith("benchmarks.")]

    assert [] == [name for name in sorted(named) if not (ROOT / name).exists()]
    assert ["benchmarks.expressions", "benchmarks.mutants"] == ours
    assert [] == [name for name in ours if not (ROOT / f"{name.replace('.', '/')}.py").exists()]


@WORKFLOWS
def test_commands_and_options_exist(workflow):
    """What a workflow asks of our command is a command with these options."""
    asked = calls(workflow)

    assert asked
    for command, *rest in asked:
        known = {"test"} if command == "clauses" else options(command)
        given = {word for word in rest if word.startswith("-")} if command != "clauses" else set(rest)
        assert given <= known
