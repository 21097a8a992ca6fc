"""Short contracts of our own, each a little different, and a run of the whole command in a process that can be killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

_TEXT = """Contrat de sauvegarde n° {number}

Entre la société Atelier Réseau {number} (ci-après le « Prestataire ») et la société Les Bijoux {number} (ci-après le « Client »).

Article 1. Le Prestataire sauvegarde chaque nuit les serveurs du Client sur un disque.
Article 2. Le prix est de {price},00 € HT par mois.
Article 3. Le contrat est conclu pour douze mois et se renouvelle par tacite reconduction.
{cap}Article 5. Le présent contrat est régi par le droit français.
Fait à Lyon, le 2 mars 2024.
"""
_CAP = "Article 4. La responsabilité du Prestataire est limitée, toutes causes confondues, à {sum} euros.\n"


def contract(number: int) -> str:
    """Every third one has a cap."""
    cap = _CAP.format(sum=1000 + 10 * number) if number % 3 == 0 else ""
    return _TEXT.format(number=number, price=50 + number, cap=cap)


def write_contracts(folder: Path, count: int) -> Path:
    """Contracts 0 to `count` less one as text files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"contrat-{number:03d}.txt").write_text(contract(number), encoding="utf-8")
    return folder


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    """The command in a process of its own, in a group of its own."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "analyzer", "batch", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=ROOT,
        start_new_session=True,
    )
