"""The knowledge of Garde-fou: topics, findings, law and wording, as files that a lawyer can read and change. No code lives here."""
