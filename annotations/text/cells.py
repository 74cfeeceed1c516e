"""Texts in the cells of a CSV file that a spreadsheet opens: none of them is a formula."""

from __future__ import annotations

from annotations.text.controls import written_out

# what a spreadsheet takes a cell for that begins so
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def defused(text: str) -> str:
    """Return the text for a cell, with an apostrophe before it where a spreadsheet takes it for a formula.

    >>> defused("=1+1"), defused("one")
    ("'=1+1", 'one')
    """
    shown = written_out(text)
    return f"'{shown}" if shown.lstrip(" \n").startswith(FORMULA) else shown
