from __future__ import annotations

import hashlib
import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from analyzer.batch import archives
from analyzer.batch.archives import Opened
from analyzer.batch.sources import Listed, find
from analyzer.errors import FileProblem


class NoHashes:
    """Nothing is known of an earlier run."""

    def recall(self, place: str, state: os.stat_result) -> str | None:
        return None

    def remember(self, place: str, state: os.stat_result, sha256: str) -> None:
        """Not kept."""


def _find(*paths: Path | str, without: Path = Path("nowhere")) -> tuple[list[Listed], list[FileProblem]]:
    found = list(find([str(path) for path in paths], without, NoHashes()))
    good = [each for each in found if isinstance(each, Listed)]
    return good, [each for each in found if isinstance(each, FileProblem)]


def _zip(*entries: tuple[str | zipfile.ZipInfo, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return target.getvalue()


def test_folder_gives_its_files_by_their_relative_paths(tmp_path):
    """A folder is walked to its leaves in the order of the names; hidden files and those of the system are left out."""
    for name in ("b.txt", "a/c.txt", ".git/config", "a/~$c.docx", "Thumbs.db", ".hidden"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    good, bad = _find(tmp_path)

    assert ["b.txt", "a/c.txt"] == [each.path for each in good]
    assert hashlib.sha256(b"b.txt").hexdigest() == good[0].sha256
    assert [] == bad


def test_results_folder_is_not_read(tmp_path):
    """The folder of the results may lie in the folder of the contracts."""
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "results.jsonl").write_text("{}")
    (tmp_path / "a.txt").write_text("a")

    assert ["a.txt"] == [each.path for each in _find(tmp_path, without=tmp_path / "results")[0]]


def test_file_given_twice_is_listed_once(tmp_path):
    """A file and the folder that holds it."""
    (tmp_path / "a.txt").write_text("a")

    assert 1 == len(_find(tmp_path / "a.txt", tmp_path)[0])


def test_same_name_in_two_folders(tmp_path):
    """Two files never go by one path."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    good, _ = _find(tmp_path / "one", tmp_path / "two")

    assert ["a.txt", str(tmp_path / "two" / "a.txt")] == [each.path for each in good]


def test_pattern_that_the_shell_left_alone(tmp_path):
    """A pattern of names is resolved, and one that nothing answers is told."""
    for name in ("a.txt", "b.txt", "c.pdf"):
        (tmp_path / name).write_text(name)
    good, _ = _find(tmp_path / "*.txt")
    _, bad = _find(tmp_path / "*.odt")

    assert ["a.txt", "b.txt"] == [Path(each.path).name for each in good]
    assert ["no_match"] == [each.key for each in bad]


def test_what_is_no_file(tmp_path):
    """A pipe is not opened, a link to nothing and an empty folder are told."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    (tmp_path / "empty").mkdir()
    _, bad = _find(tmp_path, tmp_path / "empty", tmp_path / "absent.txt")

    assert ["missing", "not_a_file", "no_file", "missing"] == [each.key for each in bad]


def test_links_to_folders_are_not_followed(tmp_path):
    """A folder that holds a link to itself has an end."""
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "again").symlink_to(tmp_path)

    assert ["a.txt"] == [each.path for each in _find(tmp_path)[0]]


def test_archives_inside_archives(tmp_path):
    """Files are named by the archives they lie in, and read again from there."""
    inner = _zip(("deep.txt", b"deep"))
    path = tmp_path / "room.zip"
    path.write_bytes(_zip(("lot/a.txt", b"one"), ("lot/more.zip", inner), ("__MACOSX/a.txt", b"junk")))
    good, bad = _find(tmp_path)
    opened = Opened()
    read = [opened.read(each.place, each.way) for each in good]
    opened.close()

    assert ["room.zip/lot/a.txt", "room.zip/lot/more.zip/deep.txt"] == [each.path for each in good]
    assert [b"one", b"deep"] == read
    assert [] == bad


def test_word_file_is_no_archive(tmp_path):
    """A .docx is a zip by its form and a document by its content, whatever it is called."""
    path = tmp_path / "contract.zip"
    path.write_bytes(_zip(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")))

    assert ["contract.zip"] == [each.path for each in _find(tmp_path)[0]]


def _link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    ("key", "entry"),
    [
        ("archive_name", ("../../etc/passwd", b"x")),
        ("archive_name", ("/etc/passwd", b"x")),
        ("archive_name", ("..\\..\\x.txt", b"x")),
        ("archive_name", ("C:\\x.txt", b"x")),
        ("archive_link", (_link("link.txt"), b"/etc/passwd")),
        ("archive_ratio", ("bomb.txt", bytes(8_000_000))),
    ],
)
def test_trap_in_an_archive_costs_itself_alone(tmp_path, key, entry):
    """What leads out of the archive, links or would burst is refused by name; the file beside it is read."""
    (tmp_path / "room.zip").write_bytes(_zip(entry, ("good.txt", b"good")))
    good, bad = _find(tmp_path)

    assert ["room.zip/good.txt"] == [each.path for each in good]
    assert [key] == [each.key for each in bad]
    assert bad[0].path.startswith("room.zip/")


def test_archives_too_deep(tmp_path):
    """Beyond three levels nothing is opened."""
    data = _zip(("deepest.txt", b"x"))
    for _ in range(3):
        data = _zip(("inner.zip", data), ("beside.txt", b"beside"))
    (tmp_path / "room.zip").write_bytes(data)
    good, bad = _find(tmp_path)

    assert ["archive_depth"] == [each.key for each in bad]
    assert 3 == len(good)


def test_limits_count_inner_archives_too(tmp_path, monkeypatch):
    """The number of entries and the unpacked size are those of all levels together."""
    inner = _zip(*((f"{number}.txt", b"x" * 100) for number in range(6)))
    (tmp_path / "room.zip").write_bytes(_zip(("a.txt", b"x"), ("inner.zip", inner)))
    monkeypatch.setattr(archives, "MAX_ENTRIES", 7)
    good, bad = _find(tmp_path)

    assert ["archive_entries"] == [each.key for each in bad]
    assert ["room.zip/a.txt"] == [each.path for each in good]


def test_directory_that_lies(tmp_path):
    """An entry that is larger than the directory says is damaged, and no more of it is read."""
    data = bytearray(_zip(("a.txt", b"A" * 5000), ("b.txt", b"good")))
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    (tmp_path / "room.zip").write_bytes(data)
    good, bad = _find(tmp_path)

    assert ["damaged"] == [each.key for each in bad]
    assert ["room.zip/b.txt"] == [each.path for each in good]


def test_truncated_archive_is_told_by_its_reader(tmp_path):
    """An archive cut in the middle is listed as a file, which its reader refuses as damaged."""
    (tmp_path / "room.zip").write_bytes(_zip(("a.txt", b"x" * 100))[:60])

    assert ["room.zip"] == [each.path for each in _find(tmp_path)[0]]


def test_archive_that_changed_is_told():
    """An archive that is gone when its file is wanted."""
    with pytest.raises(FileProblem, match="changed or gone"):
        Opened().read("nowhere.zip", (0,))
