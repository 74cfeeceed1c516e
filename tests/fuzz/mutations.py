"""Mutations of bytes and of JSON values, each drawn from a chance that is given: the same seed, the same file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

LARGEST = 1_000_000  # bytes of a mutated file
SELDOM = 25  # one mutation in so many makes the file as large as that
NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
HUGE = (
    b"9" * 5_000,
    b"1e999",
    b"-1",
    b"18446744073709551616",
    b"2147483648",
    b"0.0000001",
    b"NaN",
    b"1e-400",
)
ODD = (
    b"\xef\xbb\xbf",
    b"\r",
    b"\r\n",
    b"\0",
    b"\x1b[2J",
    b"\xed\xa0\x80",
    b"\\ud800",
    b"\xff\xfe",
    b"\xe2\x80\xa8",
)
ODD += (
    b"\xc2\x85",
    b"\x0c",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x91\x8d",
    b"<!--",
    b"]]>",
    b'"',
    b"'",
    b"&#0;",
    b"\t",
    b"|",
)
HEADS = (
    b"%PDF-1.7\n",
    b"PK\3\4",
    b"PAR1",
    b"#FORMAT=WebAnno TSV 3.3\n",
    b"<html>",
    b"[",
    b"{",
    b"-DOCSTART- O\n\n",
)
HEADS += (
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x78\x9c",
    b"---\n",
    b"sep=;\n",
    b"\0\0\xfe\xff",
    b"<?xml?>",
)
BRACKETS = (
    (b"[", b"]"),
    (b'{"a":', b"}"),
    (b"<b>", b"</b>"),
    (b"(", b")"),
    (b"- ", b""),
    (b'"', b'"'),
    (b"\x91", b""),
)

Mutation = Callable[[bytes, Random, Sequence[bytes]], bytes]


def _range(content: bytes, chance: Random, most: int = 400) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.randrange(1, most))


def _flip(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    made = bytearray(content or b"\0")
    for _ in range(chance.choice((1, 1, 2, 8, 40))):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def _delete(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    start, end = _range(content, chance)
    return content[:start] + content[end:]


def _insert(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice((*ODD, chance.randbytes(chance.randrange(1, 60)))) + content[at:]


def _truncate(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _swap(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    a, b, c, d = sorted(chance.randrange(len(content) + 1) for _ in range(4))
    return content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]


def _duplicate(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    start, end = _range(content, chance)
    return content[:start] + content[start:end] * chance.choice((2, 3, 50)) + content[end:]


def _grow(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """A block, a line or all of it, as often as makes the largest file."""
    start, end = _range(content, chance, chance.choice((3, 40, 400)))
    if chance.randrange(2):
        start, end = content.rfind(b"\n", 0, start) + 1, content.find(b"\n", end) + 1 or len(content)
    block = content[start:end] or b"a"
    return content[:start] + block * max(1, (LARGEST - len(content)) // len(block)) + content[end:]


def _number(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    found = list(NUMBER.finditer(content[:100_000]))
    if not found:
        return _insert(content, chance, others)
    one = chance.choice(found)
    return content[: one.start()] + chance.choice(HUGE) + content[one.end() :]


def _nest(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    start, end = _range(content, chance)
    opening, closing = chance.choice(BRACKETS)
    depth = chance.choice((50, 2_000, 100_000))
    return content[:start] + opening * depth + content[start:end] + closing * depth + content[end:]


def _splice(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others) if others else content
    return content[: _range(content, chance)[0]] + other[_range(other, chance)[0] :]


def _recode(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    text = content.decode("utf-8", "replace")
    if chance.randrange(2):
        return text.encode(
            chance.choice(("utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7", "utf-8-sig")), "replace"
        )
    return text.replace("\n", chance.choice(("\r", "\r\n", "\x85", "\u2028", "\0"))).encode()


def _head(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    return chance.choice(HEADS) + content[chance.choice((0, 0, 1, 4, 16)) :]


def _tail(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    return content[: -chance.randrange(1, 60)] + chance.choice(
        (b"", chance.choice(ODD), chance.randbytes(20))
    )


USUAL: tuple[Mutation, ...] = (
    _flip,
    _flip,
    _delete,
    _insert,
    _insert,
    _truncate,
    _swap,
    _duplicate,
    _number,
    _number,
)
USUAL += (_nest, _splice, _recode, _head, _tail)


def mutated(content: bytes, chance: Random, others: Sequence[bytes] = ()) -> bytes:
    """Return the content with one to three mutations; `others`: what a part of may be spliced in."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        how = _grow if chance.randrange(SELDOM) == 0 else chance.choice(USUAL)
        content = how(content, chance, others)
    return content[:LARGEST]


def _deep(depth: int) -> Any:
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


EVIL: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    2**31,
    2**63,
    2**64,
    10**4000,
    0.5,
    1e308,
    "",
    " ",
    "a",
    "\ud800",
)
EVIL += (
    "\0",
    "x\x1b[2Jy",
    "\u2028",
    "../../x",
    "a/b",
    "all",
    "gold",
    "é" * 300,
    [],
    {},
    [[]],
    {"": None},
    [None, 1],
)
EVIL += (
    "<img src=x>",
    "=1+1",
    "👍",
    "\u202e",
    "__proto__",
    "-DOCSTART-",
    "O",
    "none",
    "nowhere",
    float("inf"),
)


def mutated_value(value: Any, chance: Random) -> Any:
    """Return a JSON value with one to three of its parts replaced, taken away, doubled or put elsewhere."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        value = _changed(value, chance)
    return value


def _changed(value: Any, chance: Random) -> Any:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    places = list(inside)
    if not places or chance.randrange(6) == 0:
        return _other(value, chance)
    key, part = chance.choice(places)
    made = value.copy()
    what = chance.randrange(12)
    if what == 0:
        del made[key]
    elif what == 1 and isinstance(made, list):
        made[key:key] = [part] * chance.choice((1, 2, 500))
    elif what == 1:
        made[chance.choice(("", "id", "text", "\ud800", "x" * 1000))] = part
    elif what == 2:
        made[key] = chance.choice(places)[1]
    else:
        made[key] = _changed(part, chance)
    return made


def _other(value: Any, chance: Random) -> Any:
    if type(value) is int and chance.randrange(2):
        return value + chance.choice((-1, 1, 7, 1000, -value, -2 * value))
    if isinstance(value, str) and chance.randrange(2):
        at = chance.randrange(len(value) + 1)
        return (
            value[:at] + chance.choice(("\ud800", "\0", "\n", "👍", "\r", "", "a" * 5000)) + value[at + 1 :]
        )
    return _deep(chance.choice((70, 500, 900))) if chance.randrange(12) == 0 else chance.choice(EVIL)
