"""The knowledge: one folder a topic, with its signals, findings, law, wording and examples. Data only."""
