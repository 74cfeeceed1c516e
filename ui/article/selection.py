"""Selecting: the range at which a selection was begun, and the range it has come to.

Both are ranges, so that the token a selection began with stays in it whichever way it then grows; a range
without length selects exactly.
"""

from __future__ import annotations

from typing import Literal

from annotations.processes.quick_dataclass import dataclass

Range = tuple[int, int]
Unit = Literal["token", "line", "character", "page", "row", "edge"]  # in which a caret goes


@dataclass(frozen=True, slots=True)
class Selecting:
    """A selection that grows: `anchor` is the range it was begun at, `head` the one that moves."""

    anchor: Range
    head: Range

    @property
    def bounds(self) -> Range | None:
        """Return the range that is selected; None when nothing is."""
        start, end = min(self.anchor[0], self.head[0]), max(self.anchor[1], self.head[1])
        return (start, end) if start < end else None

    @property
    def forward(self) -> bool:
        """Return whether the end moves, not the start."""
        return self.head[1] >= self.anchor[1]

    @property
    def fixed(self) -> int:
        """Return the bound that stays."""
        return min(self.anchor[0], self.head[0]) if self.forward else max(self.anchor[1], self.head[1])

    @property
    def moving(self) -> int:
        """Return the bound that moves."""
        return self.head[1] if self.forward else self.head[0]

    def exactly_to(self, i: int) -> Selecting:
        """Return the selection from the fixed bound to `i`."""
        return Selecting((self.fixed, self.fixed), (i, i))

    def over(self, head: Range) -> Selecting:
        """Return the selection from the same anchor to `head`."""
        return Selecting(self.anchor, head)
