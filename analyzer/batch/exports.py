"""What is written from the store, at any time: one pass over a run, each entry given to every writer.

A file is written beside its place and put there when it is whole, so that a reader never sees half of one.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from analyzer.batch.store import Store
from analyzer.batch.writers import Changes, Context, Jsonl, Writer, Xlsx

EXPORTS: Final = ("jsonl", "xlsx", "parquet", "html", "sarif")
_SCRATCH: Final = ".export-"
_HOUR: Final = 3_600


def export(store: Store, run: int, forms: Sequence[str], context: Context) -> list[Path]:
    """Write the exports of a run into the store's folder; the files, in the order of `forms`."""
    folder, kinds = store.file.parent, _kinds(forms)
    if context.changes is not None:
        kinds.append(Changes)
    targets = [name for kind in kinds for name in kind.names]
    with _scratch(folder) as scratch:
        writers = [kind(scratch, context) for kind in kinds]
        for entry in store.entries(run):
            for writer in writers:
                writer.add(entry)
        for writer in writers:
            writer.close()
        for name in targets:
            _put(scratch / name, folder / name)
    return [folder / name for name in targets]


def _kinds(forms: Sequence[str]) -> list[type[Writer]]:
    """The writers asked for; the rarer ones are loaded for those who ask."""
    kinds: dict[str, type[Writer]] = {"jsonl": Jsonl, "xlsx": Xlsx}
    if "parquet" in forms:
        from analyzer.batch.parquet import Parquet

        kinds["parquet"] = Parquet
    if {"html", "sarif"} & set(forms):
        from analyzer.batch.pages import Html, Sarif

        kinds |= {"html": Html, "sarif": Sarif}
    return [kinds[form] for form in forms]


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder for what is half written; those that a killed export left are removed."""
    for left in folder.glob(f"{_SCRATCH}*"):
        if time.time() - left.stat().st_mtime > _HOUR:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=folder) as name:
        yield Path(name)


def _put(source: Path, target: Path) -> None:
    if target.is_dir():
        shutil.rmtree(target)
    source.replace(target)
