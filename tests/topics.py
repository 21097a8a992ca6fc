"""A topic for tests that need one of their own: what every topic must say, and the signals that the test is about."""

from __future__ import annotations

from pathlib import Path

_TOPIC = """
id = "liability_cap"
title = { fr = "Plafond", en = "Cap" }
about = { fr = "Un plafond.", en = "A ceiling." }
[why]
provider = { fr = "Une raison.", en = "A reason." }
customer = { fr = "Une raison.", en = "A reason." }
insurer = { fr = "Une raison.", en = "A reason." }
"""


def house(folder: Path, signals: str) -> Path:
    """A library of that one topic, in its own form, in `folder`."""
    topic = folder / "house" / "liability_cap"
    topic.mkdir(parents=True, exist_ok=True)
    (topic / "topic.toml").write_text(_TOPIC + signals, encoding="utf-8")
    return topic.parent
