"""Pairs of real names, equal and look-alike, each table written before the rules were measured on it.

A line: labels, then the two names, with = for one thing and ≠ for two.  Of each two lines of the first table the second
was set aside until the rules were done; the later table was written then, and measured before the rules were touched again.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent


class LookAlike(NamedTuple):
    """Two names with their labels, and whether they are one thing's."""

    labels: tuple[str, str]
    one: str
    other: str
    is_equal: bool


def _pair(line: str) -> LookAlike:
    labels, _, names = line.partition(" | ")
    sign = "=" if " = " in names else "≠"
    one, _, other = names.partition(f" {sign} ")
    first, _, second = labels.partition(" ")
    return LookAlike((first, second), one, other, sign == "=")


def _pairs(name: str) -> list[LookAlike]:
    return [_pair(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]


PAIRS, LATER, KINDS = (_pairs(f"{name}.txt") for name in ("pairs", "pairs_later", "pairs_kinds"))
SEEN, ASIDE = PAIRS[::2], PAIRS[1::2]
