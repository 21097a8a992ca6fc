"""Pages that are pictures, read by Tesseract where it is installed: line by line with boxes, as pdfium gives a page with text.

The picture goes to Tesseract and its words come back through pipes: nothing is written to disk.
"""

from __future__ import annotations

import csv
import math
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Any, Final

import pypdfium2 as pdfium

from analyzer.readers.pdf.lines import Fragment, PageLines
from analyzer.readers.progress import tell
from analyzer.readers.source import Source

_DOTS: Final = 300 / 72  # pixels a point
_MOST_PIXELS: Final = 25_000_000
_GAP: Final = 1.5  # in letter heights, as in `lines`
_SURE: Final = 25  # of 100: a line of which Tesseract is less sure is dirt
_WORD: Final = "5"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in pixels from the upper left corner."""

    text: str
    line: tuple[str, str, str]
    left: int
    top: int
    right: int
    bottom: int
    sure: float


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program and what it can read."""

    program: str
    languages: str
    layout: str


def recognise(pdf: pdfium.PdfDocument, pages: Sequence[PageLines], source: Source) -> tuple[int, ...]:
    """Fills the pages that have no text; the numbers of those on which text was recognised. None without Tesseract."""
    pictures = [page for page in pages if not page.fragments][: source.limits.ocr_pages]
    tesseract = find() if pictures else None
    if tesseract is None:
        return ()
    for done, page in enumerate(pictures):
        tell(done, len(pictures))
        page.fragments = _fragments(pdf, page, tesseract, source)
    tell(len(pictures), len(pictures))
    return tuple(page.number for page in pictures if page.fragments)


@cache
def find() -> Tesseract | None:
    """Tesseract with French and English, as far as they are installed; None where it or both are not."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        told = subprocess.run(  # noqa: S603
            [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
        ).stdout.split()
    except (OSError, subprocess.SubprocessError):
        return None
    languages = [each for each in ("fra", "eng") if each in told]
    return Tesseract(program, "+".join(languages), "1" if "osd" in told else "3") if languages else None


def _fragments(pdf: pdfium.PdfDocument, page: PageLines, tesseract: Tesseract, source: Source) -> list[Fragment]:
    scale = min(_DOTS, math.sqrt(_MOST_PIXELS / max(page.width * page.height, 1)))
    picture = _picture(pdf[page.number - 1], scale)
    words = _words(_read(picture, tesseract, source))
    lines: dict[tuple[str, str, str], list[_Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return [
        _fragment(part, page.height, scale)
        for line in lines.values()
        if median(word.sure for word in line) >= _SURE
        for part in _parts(line)
    ]


def _picture(page: Any, scale: float) -> bytes:
    """The page as a grey picture (PGM)."""
    try:
        bitmap = page.render(scale=scale, grayscale=True)
        rows = bytes(bitmap.buffer)
        if bitmap.stride != bitmap.width:
            rows = b"".join(
                rows[start : start + bitmap.width] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
            )
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + rows
    finally:
        page.close()


def _read(picture: bytes, tesseract: Tesseract, source: Source) -> str:
    """Tesseract's table of words; empty where it fails on the picture."""
    command = [tesseract.program, "stdin", "stdout", "-l", tesseract.languages, "--psm", tesseract.layout, "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603
            command, input=picture, capture_output=True, timeout=source.limits.patience, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise source.too_large("seconds") from None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _words(table: str) -> Iterator[_Word]:
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != _WORD or not text:
            continue
        left, top = int(row["left"]), int(row["top"])
        yield _Word(
            text,
            (row["block_num"], row["par_num"], row["line_num"]),
            left,
            top,
            left + int(row["width"]),
            top + int(row["height"]),
            float(row["conf"]),
        )


def _parts(line: list[_Word]) -> Iterator[list[_Word]]:
    """The line where wide gaps part it into cells."""
    height = median(word.bottom - word.top for word in line)
    part: list[_Word] = []
    for word in sorted(line, key=lambda each: each.left):
        if part and word.left - part[-1].right > 2 * _GAP * height:
            yield part
            part = []
        part.append(word)
    yield part


def _fragment(words: list[_Word], page_height: float, scale: float) -> Fragment:
    """The words as one fragment in PDF points. The letters' height is that of a word with a tall letter."""
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    base = page_height - _usual(word.bottom for word in words) / scale
    return Fragment(
        text=" ".join(word.text for word in words),
        left=words[0].left / scale,
        bottom=page_height - bottom / scale,
        right=words[-1].right / scale,
        top=page_height - top / scale,
        base=base,
        size=_usual(word.bottom - word.top for word in words) / scale * 1.3,
        bold=False,
        font=0,
    )


def _usual(numbers: Iterable[int]) -> float:
    return float(median(numbers))
