"""JSON that is broken: where the next value begins, what can be mended, and the sentence for it."""

from __future__ import annotations

import json
import re

from annotations.json_fields import BadItem

MARKS = re.compile(r'"(?:[^"\\\n]|\\.)*+"|[][{}]')
TRAILING = re.compile(r'("(?:[^"\\]|\\.)*+")|,(?=\s*[}\]])')
FIRST_KEY = re.compile(r'\{\s*("(?:[^"\\\n]|\\.){1,60}"\s*:)')
HUGE, DEEP = "a number in it has too many digits", "it is nested too deeply"


def behind_broken(held: str, start: int, wrong_at: int) -> int:
    """Return where to go on behind a broken value that begins at the start: where its brackets close.

    That is not beyond a line that begins as its own, and, behind what is wrong, not beyond where an item begins with the
    same key.
    """
    if held[start] not in "{[":
        end = held.find("\n", start)
        return end if end >= 0 else len(held)
    found = re.compile(_line_alike(held, start)).search(held, start)
    likely = found.end() if found else len(held)
    if key := FIRST_KEY.match(held, start):
        alike = re.compile(rf"\}}\s*,\s*(?=\{{\s*{re.escape(key[1])})").search(held, wrong_at, likely)
        likely = alike.end() if alike else likely
    depth = 0
    for mark in MARKS.finditer(held, start, likely):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(mark[0], 0)
        if depth <= 0:
            return mark.end()
    return likely


def _line_alike(held: str, start: int) -> str:
    """Return a pattern of the end of the line before one that begins as that of the value here."""
    line = held[held.rfind("\n", 0, start) + 1 : start].lstrip("[,\ufeff")
    indent = "[ \t]*" if line.strip() else re.escape(line)
    return rf"\n(?=[,\ufeff]?{indent}[{{\[]|//|#)"


def mended(written: str) -> str:
    """Return the JSON without commas that stand before a closing bracket.

    >>> mended('[1, ",]", ]')
    '[1, ",]" ]'
    """
    return TRAILING.sub(r"\1", written)


def wrong(error: Exception) -> str:
    """Return the error in a record as a sentence."""
    if isinstance(error, BadItem):
        return f"This record was not taken: {error}."
    if isinstance(error, json.JSONDecodeError):
        return "This line is not JSON."
    deep = isinstance(error, RecursionError)
    return f"This is no record: {DEEP if deep else HUGE if 'digits' in str(error) else error}."
