"""The newcomer's hour: from a fresh clone to an insurer's decision sheet, each step as the README and the pages say.

    python -m tests.newcomer [--from FOLDER_OR_ADDRESS] [--write docs/newcomer.md]

Every command that is run here must stand, word for word, in a page; a step that the pages no longer tell fails. It is Python rather than a
shell script because it reads the pages, looks into what was made and starts and stops the app; it needs nothing but the standard library,
git and make, and writes into a temporary folder alone. `tests/test_newcomer.py` is the short version without installing anything.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.contracts.build import docx, p

ROOT = Path(__file__).parents[1]
PATIENCE = 1_800  # seconds that a step may take
COMMAND = ".venv/bin/gardefou"
CONTRACT = (
    "CONTRAT DE SAUVEGARDE",
    "Entre la société Brise Informatique, ci-après le Prestataire, et l’étude Vauquelin, ci-après le Client.",
    "1. Objet. Le Prestataire sauvegarde chaque nuit le serveur du Client sur un disque branché en permanence.",
    "2. Prix. Le Client paie soixante euros hors taxes (60,00 € HT) par mois.",
    "3. Personnel. Le Prestataire s’interdit d’embaucher les salariés du Client pendant le contrat.",
    "4. Droit. Le présent contrat est soumis au droit français.",
)
PLAYBOOK = """\
[severity]
"awareness_training.missing" = "high"

[[accept]]
id = "liability_cap.missing"
document = "contract.docx"
reason = "Client historique, renégocié au printemps"
"""
PROFILE = """\
[customer]
turnover = 900000
staff = 6
servers = 1

[insurance]
limit_per_claim = 100000
deductible = 1000
"""


def contract() -> bytes:
    """The newcomer's own contract, a Word file."""
    return docx("".join(p(paragraph) for paragraph in CONTRACT))


def pages(root: Path = ROOT) -> list[Path]:
    """What a newcomer reads."""
    return [root / "README.md", *sorted((root / "docs").glob("*.md"))]


def told(command: str, root: Path = ROOT) -> str:
    """The name of the page that has the command on a line of its own or as `code`. Raises AssertionError where none has."""
    for page in pages(root):
        text = page.read_text(encoding="utf-8")
        lines = (re.sub(r"\s+#\s.*", "", line).strip() for line in text.splitlines())
        if command in lines or f"`{command}`" in text:
            return page.relative_to(root).as_posix()
    raise AssertionError(f"no page says: {command}")


def words(command: str) -> list[str]:
    """A command line as a shell would part it."""
    return shlex.split(command)


def files_told(root: Path = ROOT) -> dict[str, str]:
    """The files of the topic that docs/writing-a-clause.md gives whole, by their path in the repository."""
    text = (root / "docs" / "writing-a-clause.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^`(clauses/[\w/.]+)`\n\n```\w+\n(.*?)^```", text, re.M | re.S))


@dataclass
class Hour:
    """The clone, where everything happens, and what is noted on the way."""

    clone: Path
    notes: list[str] = field(default_factory=list)

    def run(self, command: str, *more: str, ok: tuple[int, ...] = (0,), cwd: Path | None = None) -> str:
        """What a command of the pages prints; `more` is added to it. Raises AssertionError where its exit code is another."""
        self.notes.append(
            f"`{command}`" + (f" (with {' '.join(more)})" if more else "") + f": {told(command, self.clone)}"
        )
        return self.do(*words(command), *more, ok=ok, cwd=cwd)

    def do(self, *line: str | Path, ok: tuple[int, ...] = (0,), cwd: Path | None = None) -> str:
        done = subprocess.run(  # noqa: S603
            [str(word) for word in line], cwd=cwd or self.clone, capture_output=True, encoding="utf-8", check=False,
            timeout=PATIENCE, env={**os.environ, "LC_ALL": "C.UTF-8"}, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert done.returncode in ok, (
            f"{line}: exit code {done.returncode}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}"
        )
        return done.stdout


def demo(hour: Hour) -> str:
    """Install from the lock file with hashes, and the first report."""
    report = hour.run("make demo")

    assert "39\u202f746,41" in report
    assert "liability_cap.missing" in report
    return "the claim of 39,746.41 against 600 a year is on the screen"


def own_contract(hour: Hour) -> str:
    """A contract of one's own: report, report in English, Word file with tracked changes, covering letter, why a clause was not found."""
    (hour.clone / "contract.docx").write_bytes(contract())
    report = hour.run(f"{COMMAND} check contract.docx --claim 39746.41", ok=(1,))
    english = hour.run(f"{COMMAND} check contract.docx --language en", ok=(1,))
    hour.run(f"{COMMAND} fix contract.docx -o redlined.docx")
    hour.run(f"{COMMAND} letter cover contract.docx -o letter.docx")
    hour.run(f"{COMMAND} clauses explain liability_cap contract.docx")
    with zipfile.ZipFile(hour.clone / "redlined.docx") as archive:
        changes = archive.read("word/document.xml").count(b"<w:ins ")

    assert "720,00 € HT par an" in report.replace("\u202f", " ").replace("\u00a0", " ")
    assert "No clause limits the provider's liability" in english.replace("’", "'")
    assert changes
    assert zipfile.is_zipfile(hour.clone / "letter.docx")
    return f"price and claim read, {changes} tracked insertions"


def own_clause(hour: Hour) -> str:
    """A topic of one's own: six files in clauses/, nothing else."""
    before = hour.do(*words(f"{COMMAND} check contract.docx"), ok=(1,))
    for name, content in files_told(hour.clone).items():
        (hour.clone / name).parent.mkdir(exist_ok=True)
        (hour.clone / name).write_text(content, encoding="utf-8")
    tried = hour.run(f"{COMMAND} clauses test")
    after = hour.do(*words(f"{COMMAND} check contract.docx"), ok=(1,))
    passed, total = re.findall(r"\d+", tried)

    assert passed == total
    assert "non_solicitation.one_sided" not in before
    assert "non_solicitation.one_sided" in after
    assert "Non-solicitation" in hour.do(*words(f"{COMMAND} clauses show non_solicitation --language en"))
    return f"{total} examples hold, the new finding is in the report"


def playbook(hour: Hour) -> str:
    """A house's own rules: a finding that is accepted, another severity, the customer's size."""
    (hour.clone / "house.toml").write_text(PLAYBOOK, encoding="utf-8")
    (hour.clone / "customer.toml").write_text(PROFILE, encoding="utf-8")
    report = hour.run(f"{COMMAND} check contract.docx --profile customer.toml --playbook house.toml", ok=(1,))

    assert "Client historique, renégocié au printemps" in report
    assert re.search(r"ÉLEVÉE? +awareness_training\.missing", report)
    return "one finding accepted with its reason, one raised to high"


def batch(hour: Hour) -> str:
    """A data room with a broken file in it, twice, then other exports."""
    room = hour.clone / "data room"
    room.mkdir()
    for name in ("600-euros-par-an.docx", "managed-services-agreement.docx", "terms-online.md"):
        shutil.copy(hour.clone / "samples" / name, room)
    (room / "broken.docx").write_bytes(b"PK\x03\x04 cut short")
    hour.run(f'{COMMAND} batch "data room" --out results', ok=(2,))
    begun = time.monotonic()
    hour.do(*words(f'{COMMAND} batch "data room" --out results'), ok=(2,))
    again = time.monotonic() - begun
    (room / "broken.docx").unlink()
    hour.do(*words(f'{COMMAND} batch "data room" --out results'))
    hour.run(f"{COMMAND} batch --out results --export html,sarif")
    results = hour.clone / "results"

    assert 3 == len((results / "results.jsonl").read_text(encoding="utf-8").splitlines())
    assert zipfile.is_zipfile(results / "results.xlsx")
    assert (results / "index.html").is_file()
    assert (results / "results.sarif").is_file()
    return f"3 contracts, the broken file told, the second run took {again:.1f} s"


def app(hour: Hour) -> str:
    """The pages: installed, started, answering on this machine alone, stopped."""
    hour.notes.append(
        f"`make app`, `{COMMAND} app`: {told('make app', hour.clone)}, {told(f'{COMMAND} app', hour.clone)}"
    )
    hour.do("make", ".venv/.app")
    with free_port() as port, serving(hour, port) as server:
        body, waited = answer(port, server)
        assert "<title>" in body
        assert not reachable_from_outside(port)
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
    return f"answered on localhost after {waited:.1f} s, nowhere else, and stopped when told"


@contextlib.contextmanager
def free_port() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    yield port


@contextlib.contextmanager
def serving(hour: Hour, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """`gardefou app` in a process of its own, ended whatever happens."""
    line = [*words(f"{COMMAND} app --no-browser"), f"--port={port}"]
    server = subprocess.Popen(line, cwd=hour.clone, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        yield server
    finally:
        if server.poll() is None:
            server.kill()
            server.wait()


def answer(port: int, server: subprocess.Popen[bytes], most: float = 90) -> tuple[str, float]:
    """The first page that comes, and the seconds until it came."""
    begun = time.monotonic()
    while time.monotonic() - begun < most and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://localhost:{port}/", timeout=5) as page:
            return page.read().decode("utf-8"), time.monotonic() - begun
        time.sleep(0.2)
    raise AssertionError("the app did not answer")


def reachable_from_outside(port: int) -> bool:
    """Does it listen on an address of this machine that others can reach?"""
    others = {each[4][0] for each in socket.getaddrinfo(socket.gethostname(), port, type=socket.SOCK_STREAM)}
    for address in others - {"127.0.0.1", "127.0.1.1", "::1"}:
        with contextlib.suppress(OSError), socket.create_connection((address, port), timeout=2):
            return True
    return False


def screen(hour: Hour) -> str:
    """An insurer's desk: the empty form, and the sample applicant's decision sheet."""
    hour.run(f"{COMMAND} screen --new application.toml")
    sheet = hour.run(f"{COMMAND} screen samples/applicant/application.toml --contracts samples/applicant/contracts")

    assert (hour.clone / "application.toml").stat().st_size > 2_000
    assert re.search(r"\b(decline|refer|refus\w*|examen|renvoi|décliner)", sheet, re.IGNORECASE)
    return f"a form, and a sheet of {len(sheet.splitlines())} lines on 30 contracts"


def wheel(hour: Hour) -> str:
    """The wheel in an empty environment, its packages from the lock file with hashes, at work outside the clone."""
    hour.run(".venv/bin/python -m hatchling build")
    elsewhere = hour.clone.parent / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(hour.clone / "samples" / "600-euros-par-an.docx", elsewhere)
    hour.do(sys.executable, "-m", "venv", elsewhere / "venv")
    programs = elsewhere / "venv" / "bin"
    pip = (programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    hour.do(*pip, "--require-hashes", "-r", hour.clone / "requirements" / "core.txt")
    hour.do(*pip, "--no-deps", "--no-index", next((hour.clone / "dist").glob("*.whl")))
    report = hour.do(
        programs / "gardefou", "check", "600-euros-par-an.docx", "--claim", "39746.41", ok=(1,), cwd=elsewhere
    )
    place = hour.do(programs / "python", "-c", "import analyzer; print(analyzer.__file__)", cwd=elsewhere).strip()

    assert Path(place).is_relative_to(elsewhere)
    assert "39\u202f746,41" in report
    return "built, installed apart with --require-hashes, the README's main job done there"


STEPS: tuple[Callable[[Hour], str], ...] = (demo, own_contract, own_clause, playbook, batch, app, screen, wheel)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--from", dest="source", default=str(ROOT), help="what is cloned (default: this repository as committed)"
    )
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write what happened to a page")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newcomer-") as place:
        hour = Hour(Path(place) / "gardefou")
        hour.do("git", "clone", "--quiet", options.source, hour.clone, cwd=Path(place))
        rows = [walked(step, hour) for step in STEPS]
        commit = hour.do("git", "rev-parse", "--short", "HEAD").strip()
    if options.write:
        options.write.write_text(page(rows, commit), encoding="utf-8")
    sys.exit(not all(ok for *_, ok in rows))


def walked(step: Callable[[Hour], str], hour: Hour) -> tuple[str, float, str, list[str], bool]:
    """Take a step: its name, seconds, what came of it, the commands as the pages say them, and whether it went well."""
    hour.notes, begun = [], time.monotonic()
    try:
        outcome, ok = step(hour), True
    except (AssertionError, OSError, subprocess.SubprocessError, ValueError) as fault:
        outcome, ok = f"FAILED: {fault}", False
    name, seconds = step.__name__.replace("_", " "), time.monotonic() - begun
    print(f"{'ok  ' if ok else 'FAIL'} {name:14} {seconds:7.1f} s  {outcome}", flush=True)
    return name, seconds, outcome, hour.notes, ok


def page(rows: list[tuple[str, float, str, list[str], bool]], commit: str) -> str:
    """The page of the whole hour."""
    lines = [
        "# The newcomer’s hour", "",
        "Written by `python -m tests.newcomer --write docs/newcomer.md`: a fresh clone, then each step as the README and the pages say it, "
        "every command word for word from a page. What each step must leave behind is checked (`tests/newcomer.py`); "
        "`tests/test_newcomer.py` runs a short version with every test run.", "",
        f"Run on {time.strftime('%Y-%m-%d')} at commit {commit}, Python {sys.version.split()[0]}, {sys.platform}, "
        f"{os.cpu_count()} cores shared with other work: {sum(row[1] for row in rows) / 60:.0f} minutes in all.", "",
        "| step | seconds | outcome |", "| --- | ---: | --- |",
        *(f"| {name} | {seconds:.0f} | {'ok: ' if ok else ''}{outcome.splitlines()[0]} |" for name, seconds, outcome, _, ok in rows),
        "", "## The commands, and the page that says each", "",
        *(f"- {note}" for row in rows for note in row[3]), "",
    ]  # fmt: skip
    return "\n".join(lines)


if __name__ == "__main__":
    main()
