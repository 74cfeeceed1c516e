"""Verdicts: how the values of each role of a group go together."""
