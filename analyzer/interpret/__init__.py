"""What a found clause says: its attributes, read as the topic's file asks."""

from analyzer.interpret.attributes import read_attributes

__all__ = ["read_attributes"]
