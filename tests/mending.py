"""One suggestion put into a contract's text, as a person would."""

from __future__ import annotations

from analyzer.report import Finding


def mended(text: str, finding: Finding) -> str:
    """The text with the finding's suggestion in its place; what it also replaces is struck."""
    suggestion = finding.suggestion
    assert suggestion is not None
    if suggestion.replaces is None:
        assert suggestion.after is not None
        return text[: suggestion.after] + "\n\n" + suggestion.text + "\n\n" + text[suggestion.after :]
    edits = [(suggestion.replaces.span, suggestion.text), *((each.span, "") for each in suggestion.also_replaces)]
    for span, new in sorted(edits, key=lambda edit: -edit[0].start):
        text = text[: span.start] + new + text[span.end :]
    return text
