"""The wheel and the source archive, built once, and the wheel installed apart from the clone."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What would lead back to the clone, or answer in another language.
_LEFT_OUT = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "GARDEFOU_APART")


def run(*command: str | Path, cwd: Path, ok: tuple[int, ...] = (0,)) -> subprocess.CompletedProcess[str]:
    """The command in that folder, in English, without a way back to the clone; its exit code is one of `ok`."""
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    done = subprocess.run(  # noqa: S603
        [str(each) for each in command], cwd=cwd, capture_output=True, encoding="utf-8", timeout=240, check=False,
        env={**kept, "LC_ALL": "C", "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode in ok, f"{done.returncode}: {done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done


@dataclass(frozen=True)
class Packages:
    wheel: Path
    sdist: Path


def build(source: Path, target: Path) -> Packages:
    """Both archives of a source tree, built without the network by the builder that is installed here."""
    run(sys.executable, "-m", "hatchling", "build", "-d", target, cwd=source)
    return Packages(next(target.glob("*.whl")), next(target.glob("*.tar.gz")))


@pytest.fixture(scope="session")
def packages(tmp_path_factory) -> Packages:
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def unpacked(packages, tmp_path_factory) -> Path:
    """The source archive as somebody unpacks it."""
    place = tmp_path_factory.mktemp("source")
    with tarfile.open(packages.sdist) as archive:
        archive.extractall(place, filter="data")
    return next(place.iterdir())


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel; other people's packages are seen through a path file, the clone is not."""

    place: Path
    programs: Path

    @property
    def python(self) -> Path:
        return self.programs / ("python.exe" if os.name == "nt" else "python")

    @property
    def gardefou(self) -> Path:
        return self.programs / ("gardefou.exe" if os.name == "nt" else "gardefou")


@pytest.fixture(scope="session")
def installed(packages, tmp_path_factory) -> Installed:
    place = tmp_path_factory.mktemp("venv")
    venv.create(place, with_pip=False, symlinks=os.name != "nt")
    environment = Installed(place, place / ("Scripts" if os.name == "nt" else "bin"))
    pip = (sys.executable, "-m", "pip", "--python", environment.python, "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", packages.wheel, cwd=place)
    packages_of_others = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    site = run(environment.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place).stdout
    # Path files inside a folder that is named by one are not read: the clone's own stays unseen.
    (Path(site.strip()) / "others.pth").write_text("\n".join(packages_of_others) + "\n", encoding="utf-8")
    return environment


@pytest.fixture
def gardefou(installed, tmp_path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The installed command, in an empty folder."""

    def call(*arguments: str | Path, ok: tuple[int, ...] = (0,)) -> subprocess.CompletedProcess[str]:
        return run(installed.gardefou, *arguments, cwd=tmp_path, ok=ok)

    return call
