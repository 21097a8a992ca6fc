from __future__ import annotations

import tomllib

from analyzer.cli import page


def test_the_app_listens_here_and_sends_nothing():
    """Whatever the user's own settings say, the command binds this machine and turns the statistics off."""
    asked = page.arguments(None, browser=True)

    assert {"--server.address=localhost", "--browser.gatherUsageStats=false"} <= set(asked)
    assert not any("port" in each for each in asked)


def test_port_and_browser():
    """The port is the one asked for; without a browser none is opened."""
    asked = page.arguments(8600, browser=False)

    assert {"--server.port=8600", "--server.headless=true"} <= set(asked)


def test_the_settings_lie_beside_the_script():
    """Both themes, the upload limit and the privacy settings are where Streamlit looks for them."""
    settings = tomllib.loads((page.script().parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

    assert "localhost" == settings["server"]["address"]
    assert settings["browser"]["gatherUsageStats"] is False
    assert 25 == settings["server"]["maxUploadSize"]
    assert {"light", "dark"} <= settings["theme"].keys()
    assert "none" == settings["client"]["showErrorDetails"]
