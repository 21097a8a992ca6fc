"""The app: contracts in, what they can cost and what to write instead out. It runs on this machine alone and keeps nothing."""

from __future__ import annotations

import streamlit as st

from analyzer.app import review, shell
from analyzer.app.shell import tell

st.set_page_config(page_title="Garde-fou", page_icon=shell.ICON, layout="wide")
language = shell.language()
page = st.navigation(
    [
        st.Page(
            review.show, title=tell("app.page.review"), url_path="review", icon=":material/description:", default=True
        ),
    ],
    position="top",
)
shell.frame()
page.run()
