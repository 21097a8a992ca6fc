"""Measures the speed of this machine and this commit: ratios against a floor measured in the same run.

    python -m benchmarks.speed [--rounds 3] [--write docs/benchmarks.md]

All times are processor time. Floors: bare pypdfium2 text extraction of the same PDF files; the start of Python with
`spacy.blank("fr")` and one sentence. PDF files and texts come from GARDEFOU_DATA (data/cuad); without them the
samples of this project are measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2

from analyzer import analyze
from analyzer.context import Context
from analyzer.detect import detector
from analyzer.document import Document
from analyzer.facts import read_facts
from analyzer.language.detection import detect
from analyzer.language.folding import fold
from analyzer.library import Library, load, standard
from analyzer.pipeline import Settings, check, judge, read_clauses
from analyzer.readers import read
from analyzer.structure import build
from benchmarks import matcher
from benchmarks.data import folder

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "600-euros-par-an.docx"
PDF_FILES = 12
TEXTS = 40
NOTES = """
## What holds the PDF figure above its aim

Bare extraction is itself half of what the reader takes; the rest is spread thin: no line of ours takes more than about a
fiftieth of the time. Tried and left:

- reading each pattern once over a whole text laid end to end (places as one long integer): as many operations, each on
  kilobytes, took longer than the gate and the few sentences that pass it;
- remembering in each sentence where a phrase can be read at all: the sentences that pass the gate are too few to ask twice;
- pointers to pdfium's answers made once: calls through ctypes cost the same.
"""


def seconds(task: Callable[[], object]) -> float:
    """Processor time of this process and of those it waited for: what others do on a shared machine hardly shows in it."""
    start = os.times()
    task()
    return sum(os.times()[:4]) - sum(start[:4])


def interleaved(rounds: int, *tasks: Callable[[], object]) -> list[list[float]]:
    """The times of each task, the tasks taking turns so that a busy moment falls on all of them."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds):
        for kept, task in zip(times, tasks, strict=True):
            kept.append(seconds(task))
    return times


def extract(paths: list[Path]) -> int:
    """Bare text extraction with pypdfium2: the floor. Returns the pages read."""
    pages = 0
    for path in paths:
        document = pypdfium2.PdfDocument(path)
        for page in document:
            page.get_textpage().get_text_range()
            pages += 1
        document.close()
    return pages


def pdf_paths() -> list[Path]:
    """Small and large files alike."""
    paths = sorted(folder("data", "cuad", "pdf").glob("*.pdf"), key=lambda path: path.stat().st_size)
    return paths[:: max(1, len(paths) // PDF_FILES)][:PDF_FILES]


def pdf_ratio(rounds: int) -> list[str]:
    paths = pdf_paths()
    pages = extract(paths)
    for path in paths[:2]:
        analyze(path)  # the library is loaded and its first use is over
    floor, reading, whole = interleaved(
        rounds,
        lambda: extract(paths),
        lambda: [read(path) for path in paths],
        lambda: [analyze(path) for path in paths],
    )
    ratios = [each / base for each, base in zip(whole, floor, strict=True)]
    readers = [each / base for each, base in zip(reading, floor, strict=True)]
    return [
        f"{len(paths)} PDF files, {pages} pages, bare pypdfium2: {pages / statistics.median(floor):.0f} pages/s",
        f"PDF to document: {statistics.median(readers):.2f} times bare extraction",
        f"PDF to findings: {statistics.median(ratios):.2f} times bare extraction (aim: 4 or less)",
    ]


def stages(rounds: int, library: Library) -> list[str]:
    """Where the time of a PDF file goes: each stage in multiples of bare extraction, measured in turns with it."""
    paths = pdf_paths()
    documents = [read(path) for path in paths]
    parts = [(document, fold(document.text), detect(document.text)) for document in documents]
    built = [(folded, build(*part), read_facts(*part)) for part in parts for folded in part[1:2]]
    readings = [read_clauses(document, library) for document in documents]
    tasks: dict[str, Callable[[], object]] = {
        "PDF to document": lambda: [read(path) for path in paths],
        "folding, sections and sentences": lambda: [
            build(document, fold(document.text), language) for document, _, language in parts
        ],
        "facts": lambda: [read_facts(*part) for part in parts],
        "sentences as words; detection": lambda: [
            detector(library, context.language).run(context) for context in (Context(*each) for each in built)
        ],
        "all up to the clauses": lambda: [read_clauses(document, library) for document in documents],
        "findings, exposure, wording": lambda: [judge(reading, library, Settings(), "") for reading in readings],
    }
    floor, *times = interleaved(rounds, lambda: extract(paths), *tasks.values())
    ratios = {
        name: statistics.median(each / base for each, base in zip(time, floor, strict=True))
        for name, time in zip(tasks, times, strict=True)
    }
    reading, *within, clauses, judging = ratios.items()
    shown = [
        reading,
        *within,
        ("the contract's kind, attributes", clauses[1] - sum(each for _, each in within)),
        judging,
    ]
    return ["of which " + "; ".join(f"{name} {ratio:.2f}" for name, ratio in shown)]


def cuad_texts() -> list[Document]:
    with gzip.open(folder("data", "cuad") / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(TEXTS), strict=False)]
    return [read(text.encode(), name=f"{number}.txt") for number, text in enumerate(texts)]


def engine(rounds: int, library: Library) -> list[str]:
    documents = cuad_texts()
    words = sum(document.words for document in documents)
    run(documents[:2], library)
    (times,) = interleaved(rounds, lambda: run(documents, library))
    return [
        f"engine on text: {words / statistics.median(times):,.0f} words/s ({len(documents)} contracts, {words:,} words)"
    ]


def run(documents: list[Document], library: Library) -> None:
    for document in documents:
        check(document, library, Settings(), "")


def growth(rounds: int, library: Library) -> list[str]:
    """Time per word as one contract's text grows a hundredfold: 1.0 is linear."""
    text = read(SAMPLE).text
    sizes = {factor: read((text + "\n").encode() * factor, name="t.txt") for factor in (1, 10, 100)}
    times = interleaved(
        rounds,
        *(
            lambda document=document, factor=factor: run([document] * (100 // factor), library)
            for factor, document in sizes.items()
        ),
    )
    base, *others = [statistics.median(each) for each in times]
    return [
        f"text x{factor}: {other / base:.2f} times the time per word"
        for factor, other in zip((10, 100), others, strict=True)
    ]


def doubled(rounds: int, library: Library) -> list[str]:
    """The same contracts with every topic there twice."""
    documents = cuad_texts()[:12]
    with tempfile.TemporaryDirectory() as place:
        twice = Path(place) / "clauses"
        shutil.copytree(library_folder(library), twice, ignore=shutil.ignore_patterns("__pycache__", "examples.*"))
        for topic in [path.parent for path in twice.glob("*/topic.toml")]:
            copy = topic.with_name(topic.name + "_again")
            shutil.copytree(topic, copy)
            for path in copy.glob("*.toml"):
                text = path.read_text(encoding="utf-8")
                for end in ('"', "."):  # the topic's own id, and those of its findings
                    text = text.replace(f'id = "{topic.name}{end}', f'id = "{copy.name}{end}')
                path.write_text(text, encoding="utf-8")
        more = load(twice)
    signals = [sum(len(topic.signals["en"]) for topic in each.topics.values()) for each in (library, more)]
    run(documents[:2], more)
    once, again = interleaved(rounds, lambda: run(documents, library), lambda: run(documents, more))
    ratio = statistics.median(later / first for first, later in zip(once, again, strict=True))
    return [f"English signals {signals[0]} -> {signals[1]}: {ratio:.2f} times the time"]


def against_spacy(rounds: int, library: Library) -> list[str]:
    """The runs of every opened rule, read as sets of places and by spaCy's Matcher."""
    pairs = matcher.opened(cuad_texts()[:6], library)
    sets, spacy = matcher.Sets(pairs), matcher.Spacy(pairs, "en")
    found = sets.run(), spacy.run()
    ours, theirs = interleaved(rounds, sets.run, spacy.run)
    ratio = statistics.median(slow / fast for fast, slow in zip(ours, theirs, strict=True))
    rules = f"the words of {len(pairs):,} opened rules"
    return [f"{rules}: spaCy's Matcher takes {ratio:.0f} times as long ({found[0]:,} and {found[1]:,} finds)"]


def library_folder(library: Library) -> Path:
    return next(iter(library.topics.values())).folder.parent


def cold_start(rounds: int) -> list[str]:
    """Whole processes: a bare spaCy start against one check of a sample. Both as installed: their bytecode is there already."""
    bare = [sys.executable, "-c", "import spacy; spacy.blank('fr')('Le prestataire sauvegarde.')"]
    ours = [sys.executable, "-m", "analyzer", "check", str(SAMPLE), "--claim", "39746.41"]
    with tempfile.TemporaryDirectory() as bytecode:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        run = partial(subprocess.run, env=environment, cwd=ROOT, capture_output=True)
        floor, whole = interleaved(rounds + 1, lambda: run(bare, check=True), lambda: run(ours))
    floor, whole = floor[1:], whole[1:]  # the first round wrote the bytecode
    ratio = statistics.median(each / base for each, base in zip(whole, floor, strict=True))
    return [
        f"bare spacy.blank('fr') start: {statistics.median(floor):.2f} s; one check: {statistics.median(whole):.2f} s",
        f"cold start of one check: {ratio:.2f} times a bare spaCy start (aim: a third)",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", type=Path, help="also write the figures into this page")
    arguments = parser.parse_args()
    library = standard()
    lines: list[str] = []
    for part in (
        lambda: cold_start(arguments.rounds),
        lambda: pdf_ratio(arguments.rounds),
        lambda: stages(arguments.rounds, library),
        lambda: engine(arguments.rounds, library),
        lambda: against_spacy(arguments.rounds, library),
        lambda: growth(arguments.rounds, library),
        lambda: doubled(arguments.rounds, library),
    ):
        for line in part():
            print(line, flush=True)
            lines.append(f"- {line}")
    if arguments.write:
        machine = f"a shared two-core machine, Python {sys.version.split()[0]}"
        head = f"# Speed\n\nPrinted by `make bench` on {machine}: trust the ratios, not the absolutes.\n\n"
        arguments.write.write_text(head + "\n".join(lines) + "\n" + NOTES, encoding="utf-8")


if __name__ == "__main__":
    main()
