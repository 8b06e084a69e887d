"""Frozen records and pure functions: the rules of a workshop, in plain Python."""
