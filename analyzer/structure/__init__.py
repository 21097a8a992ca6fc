"""From a document to its parts: sections, sentences, defined terms, references."""

from analyzer.structure.builder import build
from analyzer.structure.values import Definition, Reference, Section, Sentence, Structure

__all__ = ["Definition", "Reference", "Section", "Sentence", "Structure", "build"]
