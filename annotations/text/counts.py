"""Numbers with their nouns, in sentences."""

from __future__ import annotations


def counted(count: int, what: str) -> str:
    """Return the number with its noun, whose plural has an s.

    >>> counted(1, "label"), counted(2_000, "label")
    ('1 label', '2,000 labels')
    """
    return f"{count:,} {what}{'s' * (count != 1)}"
