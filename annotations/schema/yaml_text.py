"""Values as lines of YAML, as a person writes them: flow style where it is short, lines where a text has lines.

What is quoted is what YAML, in either of its versions, could take for anything but this text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from annotations.text.regex import regex

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value]"
WIDTH = 100  # columns that an entry in flow style has at most
STEP = 2
LONGEST_KEY = 1000  # characters; YAML wants another sign before those that are longer than 1024
WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
PLAIN = regex(r"[^\W\d_][^\n\t:#]*(?<! )")
BLANKS = str.maketrans("", "", "\t\n")
SIGNS = frozenset(",[]{}?")  # they end a plain text in flow style


def entry(name: str, value: Value, indent: int) -> str:
    """Return the lines of one entry of a mapping in block style."""
    inline, below = parts(value, indent + len(name) + 2, indent + STEP)
    key = f"{' ' * indent}{scalar(name)}"
    if len(key) > LONGEST_KEY:
        key = f"{' ' * indent}? {scalar(name)}\n{' ' * indent}"
    return f"{key}:{' ' * bool(inline)}{inline}\n{below}"


def parts(value: Value, column: int, indent: int) -> tuple[str, str]:
    """Return what stands behind the colon of an entry, and the lines below it with that indentation."""
    if isinstance(value, Mapping):
        line = flow(value)
        if value and (column + len(line) > WIDTH or _has_lines(value)):
            return "", "".join(entry(name, inner, indent) for name, inner in value.items())
        return line, ""
    if isinstance(value, str) and "\n" in value:
        return literal(value, indent) or (quoted(value), "")
    if isinstance(value, str | int):
        return scalar(value), ""
    return flow(value), ""


def flow(value: Value) -> str:
    """Return the value on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(name)}: {flow(inner)}' for name, inner in value.items())}}}"
    if isinstance(value, str | int):
        return scalar(value, inside=True)
    return f"[{', '.join(map(flow, value))}]"


def scalar(value: str | int, *, inside: bool = False) -> str:
    """Return a text, number or flag on one line; `inside`: of a value in flow style."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    is_plain = PLAIN.fullmatch(value) and value.lower() not in WORDS and not _is_odd(value)
    return value if is_plain and not (inside and SIGNS & set(value)) else quoted(value)


def is_same(one: Value | None, other: Value | None) -> bool:
    """Return whether both are written alike: mappings in the same order."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return [*one] == [*other] and all(map(is_same, one.values(), other.values()))
    return one == other


def quoted(text: str) -> str:
    """Return the text on one line in double quotes."""
    said = json.dumps(text, ensure_ascii=False)
    return _odd().sub(_escaped, said) if _is_odd(said) else said


def single_quoted(text: str) -> str:
    """Return the text in single quotes, in double ones where it has lines or odd characters."""
    return quoted(text) if "\n" in text or _is_odd(text) else "'" + text.replace("'", "''") + "'"


def literal(text: str, indent: int) -> tuple[str, str] | None:
    """Return sign and lines of a text written as its lines; None where that would not be read back as it is."""
    end = "|" if text.endswith("\n") else "|-"
    body = text.removesuffix("\n")
    lines = body.split("\n")
    is_odd = _is_odd(text) or not body or body[0] in " \t\n" or body[-1] == "\n"
    if is_odd or any(line and not line.strip() for line in lines):
        return None
    return end, "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in lines)


def folded(text: str, indent: int) -> tuple[str, str] | None:
    """Return sign and lines of a paragraph that is broken where lines are full; None where it is no such thing."""
    import textwrap

    body = text.removesuffix("\n")
    lines = textwrap.wrap(body, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    if _is_odd(text) or not lines or " ".join(lines) != body:
        return None
    return ">" if text.endswith("\n") else ">-", "".join(f"{' ' * indent}{line}\n" for line in lines)


def _key(name: str) -> str:
    key = scalar(name, inside=True)
    return f"? {key} " if len(key) > LONGEST_KEY else key


def _has_lines(value: Value) -> bool:
    """Return whether the value holds a text of several lines, or a mapping that holds anything."""
    if isinstance(value, str):
        return "\n" in value
    if isinstance(value, Mapping):
        return any(_has_lines(one) or (isinstance(one, Mapping) and bool(one)) for one in value.values())
    return False


def _is_odd(text: str) -> bool:
    """Return whether the text holds what `_odd` finds."""
    if text.isascii():
        return not text.translate(BLANKS).isprintable()
    return _odd().search(text) is not None


@cache  # it takes milliseconds, and most schemas need none
def _odd() -> re.Pattern[str]:
    """Return the pattern of what YAML cannot hold as it is, or takes for the end of a line, besides its own."""
    return re.compile(
        "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    )


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
