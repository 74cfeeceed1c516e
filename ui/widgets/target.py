"""Places to go to: what a panel points at and the window shows."""

from __future__ import annotations

from typing import NamedTuple


class Target(NamedTuple):
    """A range of an article, in code points, and the id of the span or fact there, if it is about one."""

    article: str
    start: int
    end: int
    item: str | None = None
