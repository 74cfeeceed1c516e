"""Blind checks as they are written: begun, answered and ended."""
