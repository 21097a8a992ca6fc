"""What a found clause says: its attributes, read as the topic's file asks."""

from analyzer.interpret.attributes import denied_elsewhere, read_attributes

__all__ = ["denied_elsewhere", "read_attributes"]
