"""What frames every page: its style, the language and its switch, the closing words; and the two ways to write text safely."""

from __future__ import annotations

import re
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Final

import streamlit as st

from analyzer.reports import words
from analyzer.reports.messages import LANGUAGES, say

HERE: Final = Path(__file__).parent
ICON: Final = HERE / "icon.png"
_ICONS: Final = {
    "review": ":material/description:",
    "folder": ":material/folder_open:",
    "applicant": ":material/assignment_ind:",
    "library": ":material/menu_book:",
}
_LANGUAGE: Final = "lang"
_MARKS: Final = re.compile(r"([!-/:-@\[-`{-~])")


def language() -> str:
    """The reader's language: the one chosen, else that of the address, else the browser's."""
    if st.session_state.get(_LANGUAGE) not in LANGUAGES:
        asked = st.query_params.get(_LANGUAGE)
        spoken = "fr" if (st.context.locale or "").lower().startswith("fr") else "en"
        st.session_state[_LANGUAGE] = asked if asked in LANGUAGES else spoken
    return str(st.session_state[_LANGUAGE])


def page(name: str) -> st.Page:
    """A page by its name, to be shown or to be turned to; its title is in the reader's language."""
    module = import_module(f"analyzer.app.{name}")
    return st.Page(
        module.show, title=tell(f"app.page.{name}"), icon=_ICONS[name], url_path=name, default=name == "review"
    )


def frame() -> None:
    """The style and the language switch, at the top of every page. The address keeps the language."""
    st.html(HERE / "style.css")
    own = "".join(f"--gf-{name}: '{say(f'app.upload.{name}', language())}';" for name in ("choose", "drop"))
    st.html(f"<style>:root {{{own}}}</style>")
    chosen = language()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="switch"):
        st.html("<p class='brand'>Garde-fou</p>", width="content")
        st.segmented_control(
            "Langue / Language",
            LANGUAGES,
            format_func={"fr": "Français", "en": "English"}.__getitem__,
            key=_LANGUAGE,
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
    if st.query_params.get(_LANGUAGE) != chosen:
        st.query_params[_LANGUAGE] = chosen
    # Screen readers choose their voice by it.
    st.html(f"<script>document.documentElement.lang = '{chosen}'</script>", unsafe_allow_javascript=True)


def closing() -> None:
    """What Garde-fou is not, and where the files stay."""
    with st.container(key="closing"):
        st.caption(tell("app.closing"))


def tell(key: str, **values: str) -> str:
    """A sentence of ours in the reader's language, as Markdown: what fills it is shown as it is."""
    return say(key, language(), **{name: plain(value) for name, value in values.items()})


def prose(text: str, spoken: str = "") -> str:
    """A sentence of the library or of a report as print has it, in its language (the reader's where none is named)."""
    return words.library(text, spoken or language())


def plain(text: str) -> str:
    """The text as Markdown in which every sign stands for itself."""
    return _MARKS.sub(r"\\\1", text)


def block(tag: str, text: str, style: str = "", **attributes: str) -> str:
    """An HTML element around text that is shown as it is."""
    names = {"class": style, **attributes}
    written = "".join(f' {name}="{escape(value)}"' for name, value in names.items() if value)
    return f"<{tag}{written}>{escape(text)}</{tag}>"


@st.cache_resource(show_spinner=False)
def warm_engine() -> None:
    """Compile the rules of both languages, once for all sessions: the only thing that is cached. For when a page waits for its user."""
    from analyzer.detect import detector
    from analyzer.library import standard

    for spoken in LANGUAGES:
        detector(standard(), spoken)
