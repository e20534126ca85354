"""The session sheet: the statements of one session, entered together and recorded as drafts in one go."""
