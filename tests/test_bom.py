"""The bill of materials and the page of licences are those of the lock file, and every licence may stand beside ours."""

from __future__ import annotations

import json

import pytest

from docs import make_bom

LOCK = make_bom.LOCK.read_text(encoding="utf-8")
FOUND = make_bom.components(LOCK)


def test_every_package_of_the_lock_is_listed():
    """Nothing is left out: as many components as pinned lines."""
    pinned = [line.split("==")[0] for line in LOCK.splitlines() if "==" in line and not line.startswith((" ", "#"))]

    assert sorted(pinned, key=str.lower) == [each.name for each in FOUND]


def test_licences_are_compatible():
    """No package is under a licence that nobody has judged."""
    assert {} == {each.name: make_bom.unknown(each) for each in FOUND if make_bom.unknown(each)}


def test_a_strong_copyleft_would_be_seen():
    """The check is not asleep."""
    assert ["GPL-3.0-only"] == make_bom.unknown(make_bom.Component("x", "1", "", "MIT AND GPL-3.0-only"))


@pytest.mark.parametrize("path", [make_bom.BOM, make_bom.PAGE], ids=lambda path: path.name)
def test_written_files_are_current(path):
    """`python -m docs.make_bom` would change nothing, as long as the lock file's versions are the installed ones."""
    written = make_bom.written(LOCK)[path]

    assert path.read_text(encoding="utf-8") == written


def test_bill_has_what_cyclonedx_asks_for():
    """Format, version, serial number, and of each component its type, name, version and package address, each once."""
    bill = json.loads(make_bom.BOM.read_text(encoding="utf-8"))
    references = [each["bom-ref"] for each in bill["components"]]

    assert ("CycloneDX", "1.6") == (bill["bomFormat"], bill["specVersion"])
    assert bill["serialNumber"].startswith("urn:uuid:")
    assert len(references) == len(set(references))
    assert all({"type", "name", "version", "purl", "licenses"} <= each.keys() for each in bill["components"])
