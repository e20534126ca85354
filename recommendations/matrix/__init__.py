"""A selection as a table."""
