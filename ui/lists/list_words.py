"""The words for how many lines, or articles, something is about."""

from __future__ import annotations


def lines_said(count: int) -> str:
    """Return how many lines."""
    return f"{count:,} line{'' if count == 1 else 's'}"


def articles_said(count: int) -> str:
    """Return how many articles."""
    return f"{count:,} article{'' if count == 1 else 's'}"
