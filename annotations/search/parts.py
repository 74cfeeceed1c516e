"""The parts of a line as they stand in it, whole or not: where each begins and ends, its field, its values.

What stands in quotes or between slashes goes on to their end, or to the end of the line where that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.processes.quick_dataclass import dataclass

NOT = "-"
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*+(?:"|\\?\Z)', re.DOTALL)
_SLASHED = re.compile(r"/(?:\\.|[^/\\])*+(?:/|\\?\Z)", re.DOTALL)
_FIELD = re.compile(r"([^\W\d_]+):")
_REST = re.compile(r"\S*")
_BARE = re.compile(r"[^\s,]*")
_LISTED = re.compile(r"[^,]*")
_BLANKS = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A piece `[start, end)` of the line, in code points, with its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class LinePart:
    """A part of the line.

    `field`: what stands before the colon of a field, None without one; `values`: what stands between its commas, with
    quotes; of words a single one, the part without its minus.
    """

    whole: LinePiece
    negated: bool
    field: LinePiece | None
    values: tuple[LinePiece, ...]


def parts_of(line: str) -> Iterator[LinePart]:
    """Yield the parts of the line, in order."""
    at = _end(_BLANKS, line, 0)
    while at < len(line):
        part = _part(line, at)
        yield part
        at = _end(_BLANKS, line, part.whole.end)


def listed(text: str) -> Iterator[LinePiece]:
    """Yield what stands between the commas of a text, quotes and blanks within included, those around it not."""
    at = 0
    while at <= len(text):
        start = _end(_BLANKS, text, at)
        end = _end(_LISTED, text, _closed(text, start) if text[start : start + 1] == '"' else start)
        if said := text[start:end].rstrip():
            yield LinePiece(start, start + len(said), said)
        at = end + 1


def is_closed(text: str, sign: str) -> bool:
    """Return whether a text that begins with the sign, a quote or a slash, has its other one."""
    found = (_QUOTED if sign == '"' else _SLASHED).match(text)
    return found is not None and found.end() > 1 and _has_end(found[0], sign)


def opened(text: str, sign: str) -> tuple[str, str]:
    """Return what stands between the sign and its other one, and what follows that."""
    found = (_QUOTED if sign == '"' else _SLASHED).match(text)
    end = found.end() if found else 0
    return text[1 : end - 1], text[end:]


def _has_end(text: str, sign: str) -> bool:
    """Return whether the last character is the sign, and not one that a backslash takes for a plain one."""
    inner = text[1:-1]
    return text.endswith(sign) and (len(inner) - len(inner.rstrip("\\"))) % 2 == 0


def _part(line: str, start: int) -> LinePart:
    negated = line[start] == NOT
    at = start + negated
    named = _FIELD.match(line, at)
    if named is None:
        end = _end(_REST, line, _closed(line, at))
        return LinePart(_stretch(line, start, end), negated, None, (_stretch(line, at, end),))
    values = list[LinePiece]()
    at = named.end()
    while True:
        end = _end(_BARE, line, _closed(line, at) if line[at : at + 1] == '"' else at)
        values.append(_stretch(line, at, end))
        if line[end : end + 1] != ",":
            break
        at = end + 1
    return LinePart(_stretch(line, start, end), negated, _stretch(line, *named.span(1)), tuple(values))


def _closed(line: str, at: int) -> int:
    """Return where the quotes or slashes that begin there end; the place itself where none do."""
    pattern = {'"': _QUOTED, "/": _SLASHED}.get(line[at : at + 1])
    return _end(pattern, line, at) if pattern else at


def _end(pattern: re.Pattern[str], line: str, at: int) -> int:
    found = pattern.match(line, at)
    return found.end() if found else at


def _stretch(line: str, start: int, end: int) -> LinePiece:
    return LinePiece(start, end, line[start:end])
