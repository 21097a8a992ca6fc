"""What the product is made of, from its lock file: a bill of materials (CycloneDX 1.6) and a page of licences.

python -m docs.make_bom        (writes docs/sbom.cdx.json and docs/licences.md; the hashes of every file are in requirements/app.txt)

The same lock file gives the same bytes. A licence that is not in COMPATIBLE stops the script.
"""

from __future__ import annotations

import json
import re
import sys
import uuid
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from analyzer import __version__

ROOT: Final = Path(__file__).parents[1]
LOCK: Final = ROOT / "requirements" / "app.txt"
BOM: Final = ROOT / "docs" / "sbom.cdx.json"
PAGE: Final = ROOT / "docs" / "licences.md"
_PIN: Final = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?$", re.M)

# Licences under which a package may be used beside Apache-2.0 code that imports it. LGPL and MPL ask for their own files' source alone.
COMPATIBLE: Final = frozenset(
    "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC LGPL-2.1-or-later MIT MIT-0 MIT-CMU MPL-2.0 PSF-2.0 Zlib".split()
)
# What packages write instead of an SPDX name.
_NAMES: Final = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-2.1-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
# Packages of other systems, which are not installed where this script runs.
_ELSEWHERE: Final = {"colorama": "BSD-3-Clause"}


@dataclass(frozen=True, slots=True)
class Component:
    """A package of the lock file. `where` is the system or Python that it is for, empty for all."""

    name: str
    version: str
    where: str
    licence: str


def components(lock: str) -> list[Component]:
    """Every package of the lock file, by name."""
    found = [Component(name, version, where or "", licence(name)) for name, version, where in _PIN.findall(lock)]
    return sorted(found, key=lambda each: (each.name.lower(), each.version))


def licence(name: str) -> str:
    """The package's licence as SPDX writes it; raises KeyError where it says none that is known."""
    if name in _ELSEWHERE:
        return _ELSEWHERE[name]
    told = metadata.metadata(name)
    if "License-Expression" in told:
        return str(told["License-Expression"])
    classified = [
        each.rpartition(" :: ")[2] for each in told.get_all("Classifier", []) if each.startswith("License ::")
    ]
    said = classified[0] if classified else str(told["License"] or "").strip().split("\n")[0]
    return _NAMES.get(said, said)


def unknown(component: Component) -> list[str]:
    """Licences of the package that are not known to be compatible."""
    return [each for each in re.findall(r"[\w.-]+", component.licence) if each not in COMPATIBLE | {"AND", "OR"}]


def bill(found: list[Component]) -> dict[str, Any]:
    """The CycloneDX document."""
    listed = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{each.name.lower()}@{each.version}",
            "name": each.name,
            "version": each.version,
            "purl": f"pkg:pypi/{each.name.lower()}@{each.version}",
            "licenses": [{"expression": each.licence}],
            **({"properties": [{"name": "gardefou:marker", "value": each.where}]} if each.where else {}),
        }
        for each in found
    ]
    product = {
        "type": "application",
        "bom-ref": f"pkg:pypi/gardefou@{__version__}",
        "name": "gardefou",
        "version": __version__,
        "licenses": [{"license": {"id": "Apache-2.0"}}],
    }
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(listed))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {"component": product},
        "components": listed,
    }


def page(found: list[Component]) -> str:
    """The licences for people."""
    rows = [
        f"| {each.name} | {each.version} | {each.licence} | {'`' + each.where + '`' if each.where else ''} |"
        for each in found
    ]
    return "\n".join(
        [
            "# Licences of what is installed with Garde-fou",
            "",
            "Written by `python -m docs.make_bom` from `requirements/app.txt` (the command and the pages of the browser) and from what",
            "each package says of itself. Garde-fou is under Apache-2.0. It imports these packages unchanged and ships none of them;",
            "each licence permits that. LGPL (num2words) and MPL (certifi, pathspec) ask for the source of their own files, which the",
            "packages carry. The PDF report embeds Bitstream Vera, a free font that reportlab ships. Tesseract and LibreOffice are",
            "separate programs, started where they are installed.",
            "",
            "| package | version | licence | only for |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def written(lock: str) -> dict[Path, str]:
    """Each file that this script writes, with its text."""
    found = components(lock)
    return {BOM: json.dumps(bill(found), indent=1, ensure_ascii=False) + "\n", PAGE: page(found)}


def main() -> None:
    lock = LOCK.read_text(encoding="utf-8")
    doubtful = {each.name: unknown(each) for each in components(lock) if unknown(each)}
    if doubtful:
        sys.exit(f"licences that nobody has judged: {doubtful}")
    for path, text in written(lock).items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
