"""Files broken on purpose, thousands of them: each must be read or refused with a sentence, in bounded time and memory.

python -m benchmarks.mutants [COUNT] [--seed N] [--first NUMBER] [--analyze EVERY] [--seconds N]

Seeds are the samples and a few small files of every other format. A mutant of an archive has one part broken and is packed again, so
that the parsers inside are reached and not the zip directory alone. Exit code 1 where one file brought a traceback, a hang, or the process
down; the mutant's number and the seed give it back. The slowest is told in seconds of the processor, which other work on the machine does
not lengthen; a hang is what gives no sign for --seconds by the clock. Parts of a run (--first) may go side by side.
"""

from __future__ import annotations

import argparse
import copy
import io
import random
import resource
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from analyzer.cli.worker import InternalError, Worker
from analyzer.errors import FileProblem
from analyzer.readers.limits import Limits

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
SECONDS, MEMORY_MB = 60, 1_500
TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF-", b"PK\x03\x04", b"{\\rtf1", b"<html>", b"</w:p>", b"<w:p>",
    b"<w:tbl>", b"]]>", b"&#x0;", b"&lt;", b"<!--", b"-->", b"\\u-32768?", b"\\bin99999999 ", b"\\'zz", b"{", b"}",
    b"\\", b"endobj", b"stream", b"xref", b"trailer", b"/Kids", b"<< /Length 99999999 >>", b"2147483648", b"-1",
    b"1e999", b"9" * 40, b"\xe2\x80\xae", b"\xe2\x80\x8b", b"1.1.1.1.", b"\n", b"\r", b"\t" * 50, "€".encode(),
    "« ".encode(), b"Le Prestataire ", b"A" * 2000,
)  # fmt: skip


def rtf_seed() -> bytes:
    head = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard "
    clause = rb"{\listtext 8.2\tab}La responsabilit\'e9 est limit\u233?e {\deleted sans fin }\'e0 600 euros.\par "
    return head + clause * 20 + rb"\trowd\cellx1000\cellx2000\intbl A\cell B\cell\row}"


def html_seed() -> bytes:
    clause = "<h2>Responsabilité</h2><ol><li>Le Prestataire répond de tout.<li>Sauf <del>dol</del> faute lourde.</ol>"
    return (
        f"<!DOCTYPE html><html><body>{clause * 10}<table><tr><td>Prix<td>50 € par mois</table></body></html>".encode()
    )


def odt_seed() -> bytes:
    from tests.readers.odt import LEGAL, listed, odt, p

    clauses = listed(
        p("Objet") + listed(p("Le Prestataire sauvegarde le serveur."), p("Il répond de tout.")),
        more=' text:style-name="L"',
    )
    return odt(
        clauses * 5
        + "<table:table><table:table-row><table:table-cell>"
        + p("x")
        + "</table:table-cell></table:table-row></table:table>",
        LEGAL,
    )


def seeds() -> dict[str, bytes]:
    """The files that are broken, by name."""
    found = {
        path.name: path.read_bytes()
        for path in sorted(SAMPLES.iterdir())
        if path.suffix in (".docx", ".pdf", ".txt", ".md")
    }
    return {**found, "seed.rtf": rtf_seed(), "seed.html": html_seed(), "seed.odt": odt_seed()}


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def flip(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice((1, 4, 16, 64)) if broken else 0):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def drop(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randrange(1, 400) :]


def repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.randrange(1, 300)]
    return data[:start] + piece * chance.choice((2, 20, 400)) + data[start:]


def insert(data: bytes, chance: random.Random) -> bytes:
    broken = data
    for _ in range(chance.choice((1, 3, 10))):
        start = chance.randrange(len(broken) + 1)
        broken = broken[:start] + chance.choice(TOKENS) + broken[start:]
    return broken


def shuffle(data: bytes, chance: random.Random) -> bytes:
    first, second = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[second:] + data[first:second] + data[:first]


def nest(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    opening = chance.choice((b"<w:sdt><w:sdtContent>", b"<div>", b"{", b"<text:section>", b"[", b"<<"))
    return data[:start] + opening * chance.choice((30, 300, 3000)) + data[start:]


def elements(data: bytes, chance: random.Random) -> bytes:
    """An XML part that stays well formed: elements dropped, doubled, moved into one another, attributes made absurd."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return flip(data, chance)
    for _ in range(chance.choice((1, 3, 10, 40))):
        every = [each for each in root.iter() if isinstance(each.tag, str)][1:]
        if not every:
            break
        one, other = chance.choice(every), chance.choice(every)
        action = chance.randrange(5)
        parent = one.getparent()
        if action == 0 and parent is not None:
            parent.remove(one)
        elif action == 1:
            other.append(copy.deepcopy(one))
        elif action == 2 and one not in other.iterancestors() and one is not other:
            other.append(one)
        elif action == 3 and one.attrib:
            one.set(
                chance.choice(list(one.attrib)),
                chance.choice(("", "-1", "0", "999999999999", "x", "٣", "1.5", "²", "true")),
            )
        else:
            one.text = chance.choice(("", "\u200b", "½²", "\u202e" + "clause" * 200, "1" * 400, "\n"))
    return bytes(etree.tostring(root))


BREAKS: tuple[Callable[[bytes, random.Random], bytes], ...] = (cut, flip, drop, repeat, insert, shuffle, nest)


def mutant(data: bytes, chance: random.Random) -> bytes:
    """The file with one to three faults; of an archive mostly within one of its parts."""
    if data.startswith(b"PK") and chance.random() < 0.85:
        return repacked(data, chance)
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(BREAKS)(data, chance)
    return data


def repacked(data: bytes, chance: random.Random) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        # The part that holds the text is broken most often.
        body = [name for name in names if name in ("word/document.xml", "content.xml")]
        broken = chance.choice(body if chance.random() < 0.6 else names)
        for name in old.namelist():
            part = old.read(name)
            fault = elements if chance.random() < 0.7 else chance.choice(BREAKS)
            new.writestr(name, fault(part, chance) if name == broken else part)
    return target.getvalue()


def mutants(seed: int, count: int, first: int = 0) -> Iterator[tuple[int, str, bytes]]:
    """Number, the seed file's name, and the broken bytes; the same for the same seed."""
    files = list(seeds().items())
    for number in range(first, count):
        chance = random.Random(f"{seed}-{number}")
        name, data = files[number % len(files)]
        yield number, name, mutant(data, chance)


def judge(data: bytes, name: str, whole: bool) -> tuple[str, float]:
    """Reads the file, and checks it too where it is `whole`; what became of it, and the seconds of the processor that it took."""
    begun = time.process_time()
    return outcome(data, name, whole), time.process_time() - begun


def outcome(data: bytes, name: str, whole: bool) -> str:
    from analyzer import analyze
    from analyzer.readers import read

    try:
        if whole:
            analyze(data, name=name).to_dict()
        else:
            read(data, name=name)
    except FileProblem as error:
        return f"refused {error.code} {type(error).__name__}"
    return "read and checked" if whole else "read"


def peak() -> int:
    """The most memory that this process had at once, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--analyze", type=int, default=10, metavar="EVERY", help="check every so many-th file as a whole, 0 for none"
    )
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="leave out the mutants before this one")
    parser.add_argument(
        "--seconds", type=int, default=SECONDS, metavar="N", help="without a sign: more on a busy machine"
    )
    options = parser.parse_args()
    tally: Counter[tuple[str, str]] = Counter()
    faults, slowest, begun, most = [], (0.0, -1), time.monotonic(), 0
    with Worker(Limits(seconds=options.seconds, memory_mb=MEMORY_MB)) as worker:
        for number, name, data in mutants(options.seed, options.count, options.first):
            whole = bool(options.analyze) and number % options.analyze == 0
            took = 0.0
            try:
                became, took = worker.call(judge, name, data, name, whole)
                if number % 200 == 0:
                    most = max(most, worker.call(peak, name))
            except (FileProblem, InternalError) as error:  # the worker's own: hang, memory, process gone, traceback
                became = f"FAULT {error}"
                faults.append((number, name, str(error)))
                print(f"FAULT number {number} of {name}: {error}", file=sys.stderr, flush=True)
            slowest = max(slowest, (took, number))
            tally[Path(name).suffix, became.partition(":")[0]] += 1
        most = max(most, worker.call(peak, "end"))
    minutes = (time.monotonic() - begun) / 60
    print(f"{options.count - options.first} mutants, seed {options.seed}, {minutes:.1f} min")
    print(f"slowest {slowest[0]:.1f} s of the processor (number {slowest[1]}), peak {most} MB, faults {len(faults)}")
    for (suffix, became), number in sorted(tally.items()):
        print(f"{suffix:6} {became:40} {number:6}")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
