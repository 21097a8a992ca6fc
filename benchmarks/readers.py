"""Pages per second of `read`, and its time against bare pypdfium2 extraction, in alternating rounds (processor time).

python benchmarks/readers.py FOLDER [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium

from analyzer.readers import read


def bare(data: bytes) -> int:
    """Extracts the text of every page as pypdfium2 gives it; the number of pages."""
    pdf = pdfium.PdfDocument(data)
    for page in pdf:
        text_page = page.get_textpage()
        text_page.get_text_range()
        text_page.close()
        page.close()
    pages = len(pdf)
    pdf.close()
    return pages


def timed(action: Callable[[bytes], object], files: list[bytes]) -> float:
    start = time.process_time()
    for data in files:
        action(data)
    return time.process_time() - start


def main() -> None:
    folder = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    files = [path.read_bytes() for path in sorted(folder.rglob("*.pdf"))]
    pages = sum(map(bare, files))
    read(files[0])
    pairs = [(timed(bare, files), timed(read, files)) for _ in range(rounds)]
    ratio = median(ours / theirs for theirs, ours in pairs)
    print(f"{len(files)} files, {pages} pages, {rounds} alternating rounds")
    print(f"bare pypdfium2  {pages / median(theirs for theirs, _ in pairs):7.0f} pages/s")
    print(
        f"read()          {pages / median(ours for _, ours in pairs):7.0f} pages/s, {ratio:.2f} x the time of bare "
        f"extraction"
    )


if __name__ == "__main__":
    main()
