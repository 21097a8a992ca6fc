"""How well and how fast documents are cut into sentences.

    GARDEFOU_DATA=... python benchmarks/sentences.py [--misses N]

GARDEFOU_DATA is a folder with cuad/dev.jsonl.gz, fr/labels.jsonl and en/labels.jsonl. Printed: the share of CUAD's
gold clauses that some sentence meets by word Jaccard >= 0.5, the share of labelled quotes that lie in one sentence for
60 % of their words, and words per second of processor time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analyzer.document import Block, BlockKind, Document
from analyzer.language import en, fr
from analyzer.language.detection import detect
from analyzer.language.folding import Folded, fold
from analyzer.structure import Structure, build, sentences

CATEGORIES = ("Cap On Liability", "Uncapped Liability", "Insurance", "Governing Law", "Liquidated Damages")
_KINDS = (
    ("#", BlockKind.HEADING),
    ("|", BlockKind.TABLE_ROW),
    ("- ", BlockKind.LIST_ITEM),
    ("* ", BlockKind.LIST_ITEM),
)


def document_of(text: str) -> Document:
    """One block a line, as the plainest reader would."""
    blocks = []
    for match in re.finditer(r"[^\n]+", text):
        line = match[0].strip()
        if line:
            kind = next((kind for sign, kind in _KINDS if line.startswith(sign)), BlockKind.PARAGRAPH)
            level = len(line) - len(line.lstrip("#")) if kind is BlockKind.HEADING else 0
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            blocks.append(Block(start, start + len(line), kind, level))
    return Document("x", "x", "", "txt", text, tuple(blocks))


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def structure_of(text: str) -> Structure:
    return build(document_of(text), fold(text), detect(text))


def merged(labels: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Gold clauses whole: the dataset cuts some in two where a page ends or words were left out."""
    clauses: dict[int, dict[str, Any]] = {}
    for label in labels:
        whole = clauses.setdefault(label["clause"], dict(label, text=""))
        if label["start"] - whole["end"] > 400:
            clauses[-len(clauses)] = label
            continue
        whole["end"] = max(whole["end"], label["end"])
        whole["text"] += " " + label["text"]
    return list(clauses.values())


def cuad(folder: Path, misses: int) -> None:
    met: Counter[str] = Counter()
    total: Counter[str] = Counter()
    shown = 0
    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            contract = json.loads(line)
            structure = structure_of(contract["text"])
            for category in CATEGORIES:
                for label in merged(contract["labels"].get(category, [])):
                    gold = words_of(label["text"])
                    near = [
                        contract["text"][s.start : s.end]
                        for s in structure.sentences
                        if s.start < label["end"] and label["start"] < s.end
                    ]
                    best = max((len(gold & (w := words_of(piece))) / len(gold | w) for piece in near), default=0)
                    total[category] += 1
                    met[category] += best >= 0.5
                    if best < 0.5 and shown < misses:
                        shown += 1
                        print(f"--- {best:.2f} {category} {contract['id'][:40]}\n{label['text'][:700]!r}")
                        for piece in near[:8]:
                            print("    >", repr(piece[:160]), "...", repr(piece[-60:]), len(piece.split()))
    for category in CATEGORIES:
        print(f"{category:20} {met[category]:4}/{total[category]:4} {met[category] / total[category]:.3f}")
    print(f"{'all':20} {sum(met.values()):4}/{sum(total.values()):4} {sum(met.values()) / sum(total.values()):.3f}")


def quotes(folder: Path, misses: int) -> None:
    inside = total = 0
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = folder / row.get("text_file", row["file"])
        text = path.read_text(encoding="utf-8")
        structure = structure_of(text)
        pieces = [words_of(text[s.start : s.end]) for s in structure.sentences]
        for name, topic in row["topics"].items():
            for quote in topic["quotes"]:
                wanted = words_of(quote)
                best = max((len(wanted & piece) / len(wanted) for piece in pieces), default=0)
                total += 1
                inside += best >= 0.6
                if best < 0.6 and misses > total - inside:
                    print(f"--- {best:.2f} {name} {row['id']}\n{quote[:600]!r}")
    print(f"{folder.name} quotes inside one sentence {inside}/{total} {inside / total:.3f}")


def speed(folder: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "en/docs").glob("*.txt"))]
    texts += [path.read_text(encoding="utf-8") for path in sorted((folder / "fr/docs").glob("*.md"))]
    ready = [(document_of(text), fold(text), detect(text)) for text in texts]
    words = sum(len(text.split()) for text in texts)
    best = min(_timed(ready) for _ in range(5))
    alone = min(_timed_split(ready) for _ in range(5))
    print(f"sentences alone: {words / alone / 1e6:.2f} M words/s")
    print(f"build: {words} words in {best:.2f} s, {words / best / 1e6:.2f} M words/s")


def _timed(ready: Sequence[tuple[Document, Folded, str]]) -> float:
    start = time.process_time()
    for document, folded, language in ready:
        build(document, folded, language)
    return time.process_time() - start


def _timed_split(ready: Sequence[tuple[Document, Folded, str]]) -> float:
    start = time.process_time()
    for document, _, language in ready:
        sentences.split(document.text, document.blocks, (fr if language == "fr" else en).CONVENTIONS)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--only", default="cuad,fr,en,speed")
    options = parser.parse_args()
    folder = Path(os.environ["GARDEFOU_DATA"])
    if "cuad" in options.only:
        cuad(folder / "cuad", options.misses)
    for language in ("fr", "en"):
        if language in options.only.split(","):
            quotes(folder / language, options.misses)
    if "speed" in options.only:
        speed(folder)


if __name__ == "__main__":
    main()
