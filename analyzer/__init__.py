"""Garde-fou: reads a service contract and says what it can cost the provider, why, and what to write instead."""

__version__ = "0.1.0"
