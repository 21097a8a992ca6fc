"""A folder's worth of bad files: traps, junk, what hangs or ends its reader. None is a contract."""

from __future__ import annotations

import io
import os
import random
import stat
import zipfile
from pathlib import Path


def poison(room: Path) -> int:
    """Write the bad files into a folder; how many paths without a result they make."""
    for name, data in {**_hostile(), **_junk(), **_archives()}.items():
        path = room / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    os.mkfifo(room / "bad-pipe.txt")
    (room / "bad-link.txt").symlink_to(room / "nowhere.txt")
    return len(_hostile()) + len(_junk()) + len(_archives()) + 2


def _hostile() -> dict[str, bytes]:
    """Files at which the tests' judge misbehaves (hostile.py)."""
    return {"bad-hang.txt": b"HANG", "bad-crash.txt": b"CRASH", "bad-burst.txt": b"BURST"}


def _junk() -> dict[str, bytes]:
    noise = random.Random(6)
    return {
        "bad-noise.docx": noise.randbytes(50_000),
        "bad-noise.pdf": b"%PDF-1.7\n" + noise.randbytes(50_000),
        "bad-cut.docx": _zip(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<w>" * 5000))[:700],
        "bad-empty.txt": b"",
        "bad-blank.txt": b" \n" * 100,
        "bad-photo.jpg": b"\xff\xd8\xff" + noise.randbytes(1000),
        "bad-bomb.docx": _zip(("[Content_Types].xml", b"<x/>"), ("word/document.xml", bytes(250_000_000))),
    }


def _archives() -> dict[str, bytes]:
    """Each makes one path without a result."""
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    deep = _zip(("deepest.txt", b"x"))
    for _ in range(4):
        deep = _zip(("inner.zip", deep))
    return {
        "bad-slip.zip": _zip(("../../evil.txt", b"x")),
        "bad-link.zip": _zip((link, b"/etc/passwd")),
        "bad-bomb.zip": _zip(("bomb.txt", bytes(90_000_000))),
        "bad-large.zip": _zip(("large.txt", bytes(101_000_000))),
        "bad-deep.zip": deep,
    }


def _zip(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return target.getvalue()
