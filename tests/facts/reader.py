"""Short ways for these tests to read facts out of a text."""

from analyzer.document import Document
from analyzer.facts import read_facts
from analyzer.facts.values import Facts
from analyzer.language.folding import fold


def facts(text: str, language: str = "fr") -> Facts:
    return read_facts(Document("x.txt", "x.txt", "", "text", text, ()), fold(text), language)


def named(text: str, found: Facts, role: str) -> list[str]:
    """What a text calls one side, in the order of the text."""
    return [text[mention.span.start : mention.span.end] for mention in found.mentions if mention.role == role]
