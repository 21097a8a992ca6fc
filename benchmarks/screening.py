"""How long the desk takes for 1,000 stored contracts: read from a batch's store, valued, put against the answers, drawn.

    python -m benchmarks.screening [--contracts 1000]

The contracts are the thirty of the sample applicant, judged once and stored again and again under other names with other prices, so that
no two are the same and wordings with another sum in them have to be read anew. The times are those of this process on one core.
"""

from __future__ import annotations

import argparse
import copy
import re
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

from analyzer import analyze
from analyzer.batch.store import Store, Work, pack
from analyzer.profile import Profile
from analyzer.reports.screening_sections import view
from analyzer.reports.screening_text import render
from analyzer.screening.application import load_application
from analyzer.screening.contracts import contract_of
from analyzer.screening.sheet import screen, standard_desk

SAMPLE = Path(__file__).parents[1] / "samples" / "applicant"


def fill(folder: Path, number: int) -> None:
    """A batch's store with that many reports."""
    reports = [analyze(path).to_dict() for path in sorted((SAMPLE / "contracts").iterdir())]
    with Store(folder, create=True) as store:
        run = store.start_run("library", "settings")
        for index in range(number):
            name = f"{index:05}-{reports[index % len(reports)]['document']['name']}"
            report = varied(reports[index % len(reports)], index, name)
            key = report["document"]["sha256"]
            store.add(run, name, name, (), key, key)
            store.keep(Work(key, name, name, (), key), "library", "settings", pack(report), 0.1, {})
        store.finish_run(run)


def varied(report: dict[str, Any], index: int, name: str) -> dict[str, Any]:
    """The same contract under another name, dearer by as many euros as its place."""
    found = copy.deepcopy(report)
    found["document"] |= {"name": name, "path": name, "sha256": f"{index:064x}"}
    value = found["contract"]["annual_value"]
    if value is not None:
        value["amount"] = f"{Decimal(value['amount']) + index:.2f}"
    for finding in found["findings"]:
        if finding["suggestion"] and index >= 30:
            text = finding["suggestion"]["text"]
            finding["suggestion"]["text"] = re.sub(r"10([\s,]000)", rf"{10 + index % 40}\1", text)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contracts", type=int, default=1000)
    number = parser.parse_args().contracts
    with tempfile.TemporaryDirectory() as place:
        fill(Path(place), number)
        started = time.process_time()
        desk = standard_desk()
        application = load_application(SAMPLE / "application.toml", desk.questionnaire)
        loaded = time.process_time()
        with Store(place) as store:
            contracts = [contract_of(report) for _, report in store.reports()]
        read = time.process_time()
        sheet = screen(application, contracts, desk, Profile(), language="en")
        screened = time.process_time()
        render(view(sheet, "en"))
        drawn = time.process_time()
    print(f"{number} stored contracts, {desk.assumptions.draws} events on each of {len(sheet.accumulation)} platforms")
    for what, seconds in (
        ("library and form", loaded - started), ("store read", read - loaded), ("screened", screened - read),
        ("drawn as text", drawn - screened), ("in all", drawn - started),
    ):  # fmt: skip
        print(f"  {what:<18}{seconds:6.2f} s")


if __name__ == "__main__":
    main()
