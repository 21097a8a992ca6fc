"""The app: contracts in, what they can cost and what to write instead out. It runs on this machine alone and keeps nothing."""

from __future__ import annotations

import streamlit as st

from analyzer.app import shell
from analyzer.app.shell import page

st.set_page_config(page_title="Garde-fou", page_icon=shell.ICON, layout="wide")
chosen = st.navigation([page("review"), page("folder"), page("applicant"), page("library")], position="top")
shell.frame()
chosen.run()
