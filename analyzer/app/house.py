"""The house's own rules in one tab: the playbook that was opened, its folder of clauses, and what was changed on the page since."""

from __future__ import annotations

import io
from pathlib import PurePosixPath
from typing import Any, Final

import streamlit as st

from analyzer.app import shell
from analyzer.app.shell import plain, tell
from analyzer.batch.archives import is_archive, members
from analyzer.batch.failures import refusal
from analyzer.errors import FileProblem, GardefouError
from analyzer.library import Library, standard
from analyzer.playbook import Acceptance, Playbook, read_playbook, write_playbook
from analyzer.reports.messages import problem_sentence

_KINDS: Final = (".toml", ".md", ".csv")  # what a folder of clauses is made of
_MOST: Final = 20_000_000  # bytes of them; the library that ships has two million


def base() -> Library:
    """What the page's settings are over: the library that ships, with the house's own clauses where a playbook brought some."""
    own: Library | None = st.session_state.get("house-library")
    return own or standard()


def folder() -> str:
    """The name of the house's folder of clauses; empty where there is none."""
    return str(st.session_state.get("house-folder", ""))


def own_topics() -> int:
    """How many topics the house's folder brought."""
    shipped = standard().topics
    return sum(topic is not shipped.get(name) for name, topic in base().topics.items())


def held(name: str) -> dict[str, Any]:
    """What differs from the library below: "thresholds" or "severities", by name."""
    found: dict[str, Any] = st.session_state.setdefault(f"house-{name}", {})
    return found


def accepted() -> tuple[Acceptance, ...]:
    """The acceptances of an opened playbook: they are kept as they are."""
    found: tuple[Acceptance, ...] = st.session_state.get("house-accepted", ())
    return found


def apply(library: Library) -> str:
    """Let the settings count from now on; the playbook's text, empty where nothing differs from what ships."""
    settings = write_playbook(held("thresholds"), held("severities"), accepted())
    text = write_playbook(held("thresholds"), held("severities"), accepted(), folder())
    if (text, library.digest) != (st.session_state.get("house-text", ""), st.session_state.get("house-over")):
        st.session_state["house-text"], st.session_state["house-over"] = text, library.digest
        st.session_state["house"] = read_playbook(settings.encode(), "playbook.toml", library) if text else None
    return text


def open_one() -> None:
    """A place for a playbook, alone or in a .zip with its folder of clauses: its settings are put into the fields."""
    file = st.file_uploader(tell("app.library.open"), type=["toml", "zip"], key="playbook-upload")
    st.caption(tell("app.house.zip"))
    if file is None or st.session_state.get("playbook-read") == file.file_id:
        return
    try:
        opened = read(file.name, file.getvalue())
    except GardefouError as error:
        told, _, line = problem_sentence(error, shell.language()).partition("\n")
        st.error(plain(told))
        if line:
            st.code(line, language=None)  # the author's own line with its mark
        return
    st.session_state["playbook-read"] = file.file_id
    fill(opened)
    apply(base())
    st.rerun()  # the library beside these settings was shown without them


def read(name: str, data: bytes) -> Playbook:
    """A playbook, or the one in an archive with what lies beside it. Raises GardefouError."""
    if not is_archive(io.BytesIO(data)):
        return read_playbook(data, name, standard())
    files = _files(name, data)
    path = _playbook_in(files, name)
    beside = {
        each.relative_to(path.parent).as_posix(): content
        for each, content in files.items()
        if each.is_relative_to(path.parent)
    }
    return read_playbook(files[path], f"{name}/{path}", standard(), beside)


def _files(name: str, data: bytes) -> dict[PurePosixPath, bytes]:
    """The files of an archive that may be rules, by path. Raises FileProblem for what is refused, SettingsProblem for too much."""
    found: dict[PurePosixPath, bytes] = {}
    for each in members(io.BytesIO(data), name):
        if isinstance(each, FileProblem):
            raise each
        path = PurePosixPath(each.name.lstrip("/"))
        if path.suffix in _KINDS:
            found[path] = each.data
        if sum(map(len, found.values())) > _MOST:
            raise refusal("house_size", name, megabytes=str(_MOST // 1_000_000))
    return found


def _playbook_in(files: dict[PurePosixPath, bytes], name: str) -> PurePosixPath:
    """The .toml that lies highest; of several there, playbook.toml."""
    paths = [path for path in files if path.suffix == ".toml"]
    top = min((len(path.parts) for path in paths), default=0)
    highest = [path for path in paths if len(path.parts) == top]
    named = [path for path in highest if path.name == "playbook.toml"] or highest
    if len(named) != 1:
        raise refusal("house_playbook", name)
    return named[0]


def fill(playbook: Playbook | None) -> None:
    """Put a playbook's settings into the fields, or the library's own."""
    own = playbook.house if playbook else None
    st.session_state["house-library"] = own
    st.session_state["house-folder"] = playbook.clauses if playbook else ""
    library = base()
    now = playbook.library if playbook else library
    shipped, thresholds = library.settings["thresholds"], now.settings["thresholds"]
    st.session_state["house-thresholds"] = {
        name: thresholds[name] for name in shipped if thresholds[name] != shipped[name]
    }
    st.session_state["house-severities"] = {
        name: rule.severity for name, rule in now.findings.items() if rule.severity != library.findings[name].severity
    }
    st.session_state["house-accepted"] = playbook.accepted if playbook else ()
    for name in shipped:
        st.session_state[f"threshold-{name}"] = int(thresholds[name])
