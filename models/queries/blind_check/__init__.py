"""Blind checks: what was accepted many at once, and what the checks of it say."""
